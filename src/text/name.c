#include "text/name.h"

#include "base/utf8.h"
#include "text/abugida.h"
#include "text/classify.h"
#include "text/initials.h"
#include "text/number.h"
#include "text/regroup.h"
#include "text/spell.h"
#include "text/syllable.h"
#include "text/translate.h"
#include "text/words.h"

enum { WORDS_MAX = 96, SYLLABIC_RUN_MAX = 4 };

static struct token *next_token(struct name *name, const struct word *w)
{
    if (name->n == NAME_TOKENS_MAX) {
        name->cut = true;
        return NULL;
    }
    struct token *t = &name->tokens[name->n++];
    *t = (struct token){.script = (uint8_t)w->script,
                        .flags = (uint8_t)((w->after_comma ? TOKEN_AFTER_COMMA : 0) |
                                           (w->letters ? TOKEN_EXACT : 0) |
                                           (w->made ? TOKEN_MADE : 0) |
                                           (w->before_dot ? TOKEN_DOTTED : 0))};
    return t;
}

static bool is_run(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HANGUL;
}

/* Burmese: one token a syllable, as the name is spelled in a-z. */
static void add_syllables(struct arena *arena, struct name *name, const struct word *w)
{
    for (size_t from = 0; from < w->n;) {
        size_t to = from + 1;
        while (to < w->n && !burmese_syllable_at(w->cp, w->n, to)) {
            to++;
        }
        struct word syllable = *w;
        syllable.cp = w->cp + from;
        syllable.n = to - from;
        struct token *t = next_token(name, &syllable);
        if (t) {
            spell_word(arena, &syllable, t);
        }
        from = to;
    }
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
    if (w->script == SCRIPT_BURMESE && reading == RUN_BY_SYLLABLE) {
        add_syllables(arena, name, w);
        return;
    }
    struct word rest = *w;
    size_t article = regroup_article(w);
    if (article) {
        struct token *t = next_token(name, w);
        rest.n = article;
        if (t) {
            spell_word(arena, &rest, t);
        }
        rest.cp = w->cp + article;
        rest.n = w->n - article;
    }
    struct token *t = next_token(name, w);
    if (t && is_run(w)) {
        spell_run(arena, &rest, reading, t);
    } else if (t) {
        spell_word(arena, &rest, t);
    }
    if (t && w->made) {
        concepts_add(arena, t, w->concepts);
    }
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

/* Are there runs of syllables that may also be read as words? */
static bool has_ambiguous_run(const struct word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool run = is_run(&words[i]) || words[i].script == SCRIPT_BURMESE;
        if (run && words[i].n >= 2 &&
            (words[i].n <= SYLLABIC_RUN_MAX || words[i].script == SCRIPT_BURMESE)) {
            return true;
        }
    }
    return false;
}

/* 즈 or 트 are no syllables of Korean names: they have no customary spelling. */
static bool all_spelled(const struct word *words, size_t n)
{
    const char *spellings[TOKEN_FORMS_MAX];
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; words[i].script == SCRIPT_HANGUL && k < words[i].n; k++) {
            if (spellings_of_character(words[i].cp[k], spellings) == 0) {
                return false;
            }
        }
    }
    return true;
}

/* May the name be one of the language itself?  Two or three syllables, in Hangul a surname first;
 * a run of four Han characters begins with a surname of two. */
static bool may_be_native(const struct word *words, size_t n)
{
    size_t syllables = 0;
    size_t runs = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_run(&words[i])) {
            syllables += words[i].n;
            runs++;
        }
    }
    if (words[0].script != SCRIPT_HANGUL) {
        return syllables <= 3 || (runs == 1 && syllables == 4);
    }
    struct readings r;
    readings_of_character(words[0].cp[0], &r);
    return syllables <= 3 && (r.surnames & LANGUAGE_KOREAN) && all_spelled(words, n);
}

/* What an organisation is called besides: in English, by its initials. */
static int add_made_readings(struct arena *arena, struct slice raw, const struct word *words,
                             size_t n, struct name out[NAME_READINGS_MAX], size_t *count)
{
    if (out[0].kind != NAME_ORGANIZATION) {
        return 0;
    }
    initials_mark(arena, raw, &out[0]);
    struct word english[WORDS_MAX];
    size_t translated = translate_words(arena, words, n, english, WORDS_MAX);
    if (translated) {
        struct name *made = &out[*count];
        TRY(analyse_reading(arena, english, translated, NAME_ORGANIZATION, RUN_AS_WORD, made));
        made->made = true;
        made->cut = out[0].cut;
        *count += made->n > 0;
    }
    *count += initials_reading(arena, &out[0], &out[*count]);
    return arena_failed(arena) ? ERR_MEMORY : 0;
}

/* A name that is a number as one token. */
static int number_reading(struct arena *arena, struct slice number, enum name_kind kind,
                          struct name *out)
{
    *out = (struct name){.kind = kind, .n = 1};
    out->tokens = ARENA_NEW(arena, struct token);
    if (!out->tokens) {
        return ERR_MEMORY;
    }
    *out->tokens = (struct token){.native = arena_copy(arena, number),
                                  .script = SCRIPT_COMMON,
                                  .class = TOKEN_NAME,
                                  .flags = TOKEN_EXACT};
    return arena_failed(arena) ? ERR_MEMORY : 0;
}

/* Fields of payments and old files hold 35 or 70 characters: a name that fills one to the brim may
 * have lost its end. */
static bool is_cut_short(struct slice raw)
{
    enum { FIELD = 35, LONG_FIELD = 70 };
    uint32_t cp[LONG_FIELD + 1];
    size_t n = utf8_get(raw, cp, LONG_FIELD + 1);
    return n == FIELD || n == LONG_FIELD;
}

/* The last word as the beginning of one. */
static bool cut_short_reading(struct arena *arena, const struct name *name, struct name *out)
{
    enum { WORDS_LEAST = 3 };
    const struct token *last = &name->tokens[name->n - 1];
    if (name->n < WORDS_LEAST || (last->class != TOKEN_NAME && last->class != TOKEN_GENERIC) ||
        (last->flags & (TOKEN_SYLLABIC | TOKEN_CHARACTER))) {
        return false;
    }
    *out = *name;
    out->made = true;
    out->cut_short = true;
    out->tokens = ARENA_ARRAY(arena, struct token, name->n);
    if (!out->tokens) {
        return false;
    }
    memcpy(out->tokens, name->tokens, name->n * sizeof *out->tokens);
    struct token *cut = &out->tokens[out->n - 1];
    cut->class = TOKEN_INITIAL;
    cut->code_count = 0;
    return true;
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
    char number[NUMBER_BYTES_MAX];
    size_t number_length = 0;
    enum number_sort sort = kind == NAME_PERSON ? NUMBER_NONE
                                                : number_of(raw, words, n, kind == NAME_CRAFT,
                                                            number, &number_length);
    if (sort == NUMBER_CERTAIN) {
        *count = 1;
        return number_reading(arena, (struct slice){number, number_length}, kind, &out[0]);
    }
    if (kind != NAME_PERSON) {
        n = regroup_letters(arena, words, n);
    } else {
        n = regroup_part_abd(words, n, WORDS_MAX);
    }
    size_t made = has_ambiguous_run(words, n) || regroup_has_halves(words, n) ? 2 : 1;
    enum run_reading whole = may_be_native(words, n) ? RUN_AS_WORD : RUN_AS_FOREIGN;
    for (size_t i = 0; i < made; i++) {
        n = i ? regroup_join_halves(arena, words, n) : n;
        TRY(analyse_reading(arena, words, n, kind,
                            made == 2 && i == 0 ? RUN_BY_SYLLABLE : whole, &out[i]));
        out[i].cut |= cut || text.cut;
    }
    if (sort == NUMBER_PERHAPS) {
        TRY(number_reading(arena, (struct slice){number, number_length}, kind, &out[made++]));
    }
    if (is_cut_short(raw)) {
        made += cut_short_reading(arena, &out[0], &out[made]);
    }
    *count = made;
    return add_made_readings(arena, raw, words, n, out, count);
}

const char *token_class_name(enum token_class c)
{
    static const char *const NAMES[TOKEN_CLASSES] = {"name",    "particle", "title",  "initial",
                                                     "numeral", "legal",    "generic"};
    return NAMES[c];
}
