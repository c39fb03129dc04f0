#include "text/respell.h"

struct rule {
    const char *german, *english;
};

/* Longest first. */
static const struct rule RULES[] = {
    {"schtsch", "shch"}, {"tsch", "ch"}, {"sch", "sh"}, {"ch", "kh"},
    {"ss", "s"},         {"w", "v"},     {"z", "ts"},   {"j", "y"},
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

static const struct rule *rule_at(struct slice s, size_t at)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        size_t n = strlen(RULES[i].german);
        if (s.n - at >= n && memcmp(s.p + at, RULES[i].german, n) == 0) {
            return &RULES[i];
        }
    }
    return NULL;
}

size_t respell_german(struct slice word, char out[TOKEN_BYTES_MAX])
{
    size_t n = 0;
    if (word.n * 2 > TOKEN_BYTES_MAX || !has_signs(word)) {
        return 0;
    }
    for (size_t at = 0; at < word.n;) {
        const struct rule *rule = rule_at(word, at);
        if (rule) {
            size_t length = strlen(rule->english);
            memcpy(out + n, rule->english, length);
            n += length;
            at += strlen(rule->german);
        } else {
            out[n++] = is_voiced_s(word, at) ? 'z' : word.p[at];
            at++;
        }
    }
    return n;
}
