#include "text/respell.h"

struct rule {
    const char *from, *to;
};

/* Longest first. */
static const struct rule GERMAN[] = {
    {"schtsch", "shch"}, {"tsch", "ch"}, {"sch", "sh"}, {"ch", "kh"},
    {"ss", "s"},         {"w", "v"},     {"z", "ts"},   {"j", "y"},
};

/* By ear in two ways; longest first. */
static const struct rule PINYIN[PINYIN_SOUNDS][6] = {
    {{"zh", "j"}, {"ch", "ch"}, {"sh", "sh"}, {"x", "sh"}, {"q", "ch"}, {"c", "ts"}},
    {{"zh", "ch"}, {"ch", "ch"}, {"sh", "s"}, {"x", "s"}, {"q", "ts"}, {"c", "s"}},
};

static bool ends_with(struct slice s, const char *end)
{
    size_t n = strlen(end);
    return s.n > n + 1 && memcmp(s.p + s.n - n, end, n) == 0;
}

static bool has_signs(struct slice s)
{
    static const char *const ENDINGS[] = {"ow",   "ew",   "owa",   "ewa",    "skij",
                                          "skyj", "skoj", "skaja", "witsch", "wytsch"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        if (ends_with(s, ENDINGS[i])) {
            return true;
        }
    }
    return s.n > 4 && memmem(s.p, s.n, "tsch", 4) != NULL;
}

static bool is_vowel(char c)
{
    return strchr("aeiouy", c) != NULL;
}

/* An s between vowels, or in front of one, is voiced. */
static bool is_voiced_s(struct slice s, size_t at)
{
    return s.p[at] == 's' && at + 1 < s.n && is_vowel(s.p[at + 1]) &&
           (at == 0 || is_vowel(s.p[at - 1]));
}

static const struct rule *rule_at(const struct rule *rules, size_t count, struct slice s,
                                  size_t at)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(rules[i].from);
        if (s.n - at >= n && memcmp(s.p + at, rules[i].from, n) == 0) {
            return &rules[i];
        }
    }
    return NULL;
}

static size_t put(const char *letters, char *out)
{
    size_t n = strlen(letters);
    memcpy(out, letters, n);
    return n;
}

size_t respell_german(struct slice word, char out[TOKEN_BYTES_MAX])
{
    size_t n = 0;
    if (word.n * 2 > TOKEN_BYTES_MAX || !has_signs(word)) {
        return 0;
    }
    for (size_t at = 0; at < word.n;) {
        const struct rule *rule = rule_at(GERMAN, sizeof GERMAN / sizeof *GERMAN, word, at);
        if (rule) {
            n += put(rule->to, out + n);
            at += strlen(rule->from);
        } else {
            out[n++] = is_voiced_s(word, at) ? 'z' : word.p[at];
            at++;
        }
    }
    return n;
}

size_t respell_pinyin(struct slice word, unsigned way, char out[TOKEN_BYTES_MAX])
{
    size_t n = 0;
    if (word.n * 2 > TOKEN_BYTES_MAX) {
        return 0;
    }
    for (size_t at = 0; at < word.n;) {
        const struct rule *rule =
            rule_at(PINYIN[way], sizeof PINYIN[way] / sizeof *PINYIN[way], word, at);
        if (rule) {
            n += put(rule->to, out + n);
            at += strlen(rule->from);
        } else {
            out[n++] = word.p[at++];
        }
    }
    return slice_eq((struct slice){out, n}, word) ? 0 : n;
}

void respell_add_pinyin(struct arena *arena, struct token *t)
{
    char text[TOKEN_BYTES_MAX];
    if (t->script != SCRIPT_LATIN || t->form_count != 1) {
        return;
    }
    struct form *forms = ARENA_ARRAY(arena, struct form, 1 + PINYIN_SOUNDS);
    if (!forms) {
        return;
    }
    size_t n = 1;
    forms[0] = t->forms[0];
    for (unsigned i = 0; i < PINYIN_SOUNDS; i++) {
        size_t length = respell_pinyin(forms[0].text, i, text);
        if (length) {
            forms[n] = (struct form){.text = arena_copy(arena, (struct slice){text, length}),
                                     .cost = RESPELL_COST};
            form_measure(&forms[n]);
            n++;
        }
    }
    t->forms = forms;
    t->form_count = (uint8_t)n;
}
