#include "text/name.h"

#include "base/hash.h"
#include "text/classify.h"
#include "text/key.h"
#include "text/romanise.h"
#include "text/syllable.h"
#include "text/words.h"

enum { WORDS_MAX = 96, SYLLABIC_RUN_MAX = 4 };

/* How runs of Han and Hangul are read. */
enum run_reading { RUN_BY_SYLLABLE, RUN_AS_WORD };

static struct slice utf8_of(struct arena *arena, const uint32_t *cp, size_t n)
{
    char bytes[TOKEN_BYTES_MAX + 4];
    size_t length = 0;
    for (size_t i = 0; i < n && length + 4 <= TOKEN_BYTES_MAX; i++) {
        length += utf8_put(cp[i], bytes + length);
    }
    return arena_copy(arena, (struct slice){bytes, length});
}

static void take_forms(struct arena *arena, struct token *t, const struct form *forms, size_t n)
{
    t->forms = ARENA_ARRAY(arena, struct form, n ? n : 1);
    if (!t->forms) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        t->forms[i] = forms[i];
        t->forms[i].key = key_of(forms[i].text);
    }
    t->form_count = (uint8_t)n;
}

static bool is_plain(const struct word *w)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->cp[i] >= 0x80 || !ascii_is_alnum((char)w->cp[i])) {
            return false;
        }
    }
    return true;
}

/* A word of an alphabet: its spellings, and for Latin letters the usual one as native form. */
static void spell(struct arena *arena, const struct word *w, struct token *t)
{
    struct form forms[TOKEN_FORMS_MAX];
    size_t n = 1;
    t->native = utf8_of(arena, w->cp, w->n);
    if (is_plain(w)) {
        forms[0] = (struct form){.text = t->native};
    } else {
        size_t most = w->n < TOKEN_BYTES_MAX ? w->n : TOKEN_BYTES_MAX;
        n = romanise(arena, w->cp, most, forms);
    }
    if (n && (w->script == SCRIPT_LATIN || w->script == SCRIPT_COMMON)) {
        t->native = forms[0].text;
    }
    t->flags |= w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW ? TOKEN_ABJAD : 0;
    take_forms(arena, t, forms, n);
}

static void spell_character(struct arena *arena, uint32_t cp, struct token *t)
{
    const char *spellings[TOKEN_FORMS_MAX];
    struct form forms[TOKEN_FORMS_MAX];
    size_t n = spellings_of_character(cp, spellings);
    for (size_t i = 0; i < n; i++) {
        forms[i] = (struct form){.text = slice_of(spellings[i]), .cost = (uint16_t)(50 * i)};
    }
    uint32_t folded = han_fold(cp);
    t->native = utf8_of(arena, &folded, 1);
    take_forms(arena, t, forms, n);
}

/* A run of syllables as one word: the usual spelling of each, joined. */
static void spell_run(struct arena *arena, const struct word *w, struct token *t)
{
    char joined[TOKEN_BYTES_MAX];
    size_t n = 0;
    uint32_t folded[TOKEN_BYTES_MAX / 3];
    size_t count = w->n < TOKEN_BYTES_MAX / 3 ? w->n : TOKEN_BYTES_MAX / 3;
    for (size_t i = 0; i < count; i++) {
        folded[i] = han_fold(w->cp[i]);
    }
    for (size_t i = 0; i < count; i++) {
        const char *spellings[TOKEN_FORMS_MAX];
        if (spellings_of_character(w->cp[i], spellings) == 0) {
            n = 0;
            break;
        }
        size_t length = strlen(spellings[0]);
        if (n + length > sizeof joined) {
            break;
        }
        memcpy(joined + n, spellings[0], length);
        n += length;
    }
    t->native = utf8_of(arena, folded, count);
    struct form form = {.text = arena_copy(arena, (struct slice){joined, n})};
    take_forms(arena, t, &form, n ? 1 : 0);
}

static struct token *next_token(struct name *name, const struct word *w)
{
    if (name->n == NAME_TOKENS_MAX) {
        name->cut = true;
        return NULL;
    }
    struct token *t = &name->tokens[name->n++];
    *t = (struct token){.script = (uint8_t)w->script,
                        .flags = w->after_comma ? TOKEN_AFTER_COMMA : 0};
    return t;
}

/* Letters of the Arabic article when it stands before a word of two letters or more, else 0: in
 * a–z it is written as a word of its own. */
static size_t article_length(const struct word *w)
{
    enum { ALEF = 0x627, LAM = 0x644, ARTICLE = 2 };
    return w->script == SCRIPT_ARABIC && w->n >= ARTICLE + 2 && w->cp[0] == ALEF &&
                   w->cp[1] == LAM
               ? ARTICLE
               : 0;
}

static bool is_run(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HANGUL;
}

static void add_word(struct arena *arena, struct name *name, const struct word *w,
                     enum run_reading reading)
{
    if (is_run(w) && reading == RUN_BY_SYLLABLE && w->n <= SYLLABIC_RUN_MAX) {
        for (size_t i = 0; i < w->n; i++) {
            struct token *t = next_token(name, w);
            if (t) {
                spell_character(arena, w->cp[i], t);
                t->flags |= TOKEN_CHARACTER;
            }
        }
        return;
    }
    struct word rest = *w;
    size_t article = article_length(w);
    if (article) {
        struct token *t = next_token(name, w);
        rest.n = article;
        if (t) {
            spell(arena, &rest, t);
        }
        rest.cp = w->cp + article;
        rest.n = w->n - article;
    }
    struct token *t = next_token(name, w);
    if (t && is_run(w)) {
        spell_run(arena, &rest, t);
    } else if (t) {
        spell(arena, &rest, t);
    }
}

/* "S.I.S. d.o.o.": letters that stand alone in a row are one word of an organisation. */
static size_t join_letters(struct arena *arena, struct word *words, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && words[end].n == 1 && words[end].script == words[i].script &&
               !is_run(&words[end])) {
            end++;
        }
        if (end - i < 2) {
            words[out++] = words[i++];
            continue;
        }
        uint32_t *cp = ARENA_ARRAY(arena, uint32_t, end - i);
        struct word joined = words[i];
        for (size_t k = i; cp && k < end; k++) {
            cp[k - i] = words[k].cp[0];
        }
        joined.cp = cp;
        joined.n = cp ? end - i : 0;
        joined.before_dot = false;
        words[out++] = joined;
        i = end;
    }
    return out;
}

static int analyse_reading(struct arena *arena, const struct word *words, size_t n,
                           enum name_kind kind, enum run_reading reading, struct name *out)
{
    *out = (struct name){.kind = kind};
    out->tokens = ARENA_ARRAY(arena, struct token, NAME_TOKENS_MAX);
    if (!out->tokens) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < n; i++) {
        add_word(arena, out, &words[i], reading);
    }
    if (arena_failed(arena)) {
        return ERR_MEMORY;
    }
    classify(arena, out);
    return arena_failed(arena) ? ERR_MEMORY : 0;
}

static bool has_ambiguous_run(const struct word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (is_run(&words[i]) && words[i].n >= 2 && words[i].n <= SYLLABIC_RUN_MAX) {
            return true;
        }
    }
    return false;
}

int name_analyse(struct arena *arena, struct slice raw, enum name_kind kind,
                 struct name out[NAME_READINGS_MAX], size_t *count, struct diag *diag)
{
    struct folded text;
    TRY(fold_text(arena, raw, &text, diag));
    struct word words[WORDS_MAX];
    bool cut;
    size_t n = words_of(arena, &text, words, WORDS_MAX, &cut);
    if (arena_failed(arena)) {
        FAIL(diag, ERR_MEMORY, "a name needs more memory than is allowed");
    }
    if (n == 0) {
        FAIL(diag, ERR_TEXT, "a name without a letter or digit");
    }
    if (kind != NAME_PERSON) {
        n = join_letters(arena, words, n);
    }
    size_t made = has_ambiguous_run(words, n) ? 2 : 1;
    for (size_t i = 0; i < made; i++) {
        TRY(analyse_reading(arena, words, n, kind, i == 0 ? RUN_BY_SYLLABLE : RUN_AS_WORD,
                            &out[i]));
        out[i].cut |= cut || text.cut;
    }
    *count = made;
    return 0;
}

const char *token_class_name(enum token_class c)
{
    static const char *const NAMES[TOKEN_CLASSES] = {"name",    "particle", "title",  "initial",
                                                     "numeral", "legal",    "generic"};
    return NAMES[c];
}
