#include "text/name.h"

#include "base/hash.h"
#include "text/abugida.h"
#include "text/classify.h"
#include "text/key.h"
#include "text/regroup.h"
#include "text/respell.h"
#include "text/romanise.h"
#include "text/syllable.h"
#include "text/words.h"

enum { WORDS_MAX = 96, SYLLABIC_RUN_MAX = 4 };

/* How runs of Han, Hangul and Burmese are read: each syllable for itself (runs too long for that
 * as foreign), all as the transcription of one foreign word, or as one word of the language. */
enum run_reading { RUN_BY_SYLLABLE, RUN_AS_FOREIGN, RUN_AS_WORD };

static struct slice utf8_of(struct arena *arena, const uint32_t *cp, size_t n)
{
    char bytes[TOKEN_BYTES_MAX + 4];
    size_t length = 0;
    for (size_t i = 0; i < n && length + 4 <= TOKEN_BYTES_MAX; i++) {
        length += utf8_put(cp[i], bytes + length);
    }
    return arena_copy(arena, (struct slice){bytes, length});
}

void form_measure(struct form *f)
{
    f->key = key_of(f->text);
    f->letters = key_letters(f->text);
}

static void take_forms(struct arena *arena, struct token *t, const struct form *forms, size_t n)
{
    t->forms = ARENA_ARRAY(arena, struct form, n ? n : 1);
    if (!t->forms) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        t->forms[i] = forms[i];
        form_measure(&t->forms[i]);
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

/* Katakana throughout: the usual dress of foreign names. */
static bool is_katakana(const struct word *w)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->cp[i] < 0x30A0 || w->cp[i] > 0x30FF) {
            return false;
        }
    }
    return w->n > 0;
}

/* Appends the English spelling of a Slavic name in German spelling. */
static size_t add_respelled(struct arena *arena, struct form forms[TOKEN_FORMS_MAX], size_t n)
{
    char text[TOKEN_BYTES_MAX];
    size_t length = n && n < TOKEN_FORMS_MAX ? respell_german(forms[0].text, text) : 0;
    if (length) {
        forms[n++] = (struct form){.text = arena_copy(arena, (struct slice){text, length}),
                                   .cost = RESPELL_COST};
    }
    return n;
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
        if (w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            n = romanise_consonants(arena, w->cp, most, forms, n);
            t->flags |= TOKEN_ABJAD;
        } else if (w->script == SCRIPT_CYRILLIC) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            n = romanise_consonants(arena, w->cp, most, forms, n);
        } else if (w->script != SCRIPT_LATIN && w->script != SCRIPT_KANA) {
            n = romanise_consonants(arena, w->cp, most, forms, n);
        } else if (w->script == SCRIPT_KANA && is_katakana(w)) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            t->flags |= TOKEN_ABJAD;
        }
    }
    if (n && (w->script == SCRIPT_LATIN || w->script == SCRIPT_COMMON)) {
        t->native = forms[0].text;
        n = add_respelled(arena, forms, n);
    }
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

/* A run of syllables as one word: the usual spelling of each, joined, and what it may
 * transcribe. */
static void spell_run(struct arena *arena, const struct word *w, enum run_reading reading,
                      struct token *t)
{
    struct form forms[TOKEN_FORMS_MAX];
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
    size_t made = 0;
    if (n) {
        forms[made++] = (struct form){.text = arena_copy(arena, (struct slice){joined, n})};
    } else if (w->script == SCRIPT_HANGUL) {
        made = romanise(arena, w->cp, count, forms);
    }
    /* A short name in Han may be either (普京, 毛泽东): its vowels count. */
    if (reading != RUN_AS_WORD || w->script == SCRIPT_HAN) {
        made = romanise_foreign(arena, folded, count, forms, made);
    }
    if (reading != RUN_AS_WORD) {
        t->flags |= TOKEN_ABJAD;
    }
    take_forms(arena, t, forms, made);
}

static struct token *next_token(struct name *name, const struct word *w)
{
    if (name->n == NAME_TOKENS_MAX) {
        name->cut = true;
        return NULL;
    }
    struct token *t = &name->tokens[name->n++];
    *t = (struct token){.script = (uint8_t)w->script,

                        .flags = (uint8_t)((w->after_comma ? TOKEN_AFTER_COMMA : 0) |
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
            spell(arena, &syllable, t);
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
            spell(arena, &rest, t);
        }
        rest.cp = w->cp + article;
        rest.n = w->n - article;
    }
    struct token *t = next_token(name, w);
    if (t && is_run(w)) {
        spell_run(arena, &rest, reading, t);
    } else if (t) {
        spell(arena, &rest, t);
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
    *count = made;
    return 0;
}

const char *token_class_name(enum token_class c)
{
    static const char *const NAMES[TOKEN_CLASSES] = {"name",    "particle", "title",  "initial",
                                                     "numeral", "legal",    "generic"};
    return NAMES[c];
}
