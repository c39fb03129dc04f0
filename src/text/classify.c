#include "text/classify.h"

#include "base/hash.h"
#include "model/country.h"
#include "text/respell.h"
#include "text/syllable.h"
#include "text/tables.h"
#include "text/translate.h"

enum { ROMAN_LETTERS_MAX = 5, NUMERAL_DIGITS_MAX = 9, LEGAL_WORD_MIN = 5 };

static struct slice usual(const struct token *t)
{
    return t->form_count ? t->forms[0].text : t->native;
}

/* A word of a foreign language that is written as it sounds: its usual spelling in a–z is one of
 * many, and stands for no word of the tables. */
static bool is_heard(const struct token *t)
{
    return (t->flags & TOKEN_ABJAD) && t->script != SCRIPT_ARABIC && t->script != SCRIPT_HEBREW;
}

static bool look_up(const struct word_table *table, const struct token *t, uint32_t *value)
{
    return (!is_heard(t) && word_table_get(table, usual(t), value)) ||
           word_table_get(table, t->native, value);
}

static void add_code(struct arena *arena, struct token *t, struct code c)
{
    if (!t->codes) {
        t->codes = ARENA_ARRAY(arena, struct code, TOKEN_CODES_MAX);
    }
    if (t->codes && t->code_count < TOKEN_CODES_MAX) {
        t->codes[t->code_count++] = c;
    }
}

static uint32_t code_hash(enum code_type type, uint64_t value)
{
    return (uint32_t)(hash_mix(value, type) >> 16) | 1U;
}

/* Legal forms */

/* One letter changed, more or less, or two neighbours exchanged. */
static bool one_edit_apart(struct slice a, struct slice b)
{
    size_t front = 0;
    size_t back = 0;
    size_t shorter = a.n < b.n ? a.n : b.n;
    while (front < shorter && a.p[front] == b.p[front]) {
        front++;
    }
    while (back < shorter - front && a.p[a.n - 1 - back] == b.p[b.n - 1 - back]) {
        back++;
    }
    size_t in_a = a.n - front - back;
    size_t in_b = b.n - front - back;
    bool swapped =
        in_a == 2 && in_b == 2 && a.p[front] == b.p[front + 1] && a.p[front + 1] == b.p[front];
    return (in_a <= 1 && in_b <= 1) || swapped;
}

/* A long word of a legal form with one letter wrong ("OBSHCHESTV", "COMPNAY") is that word. */
static struct slice as_legal_word(struct slice s)
{
    uint32_t unused;
    if (s.n < LEGAL_WORD_MIN || word_table_get(&TABLE_LEGAL_WORDS, s, &unused)) {
        return s;
    }
    for (size_t i = 0; i < legal_word_count; i++) {
        size_t n = legal_word_sizes[i];
        if (n + 1 < s.n || s.n + 1 < n) {
            continue;
        }
        struct slice word = {table_text(legal_words[i]), n};
        bool near_ends = s.p[0] == word.p[0] || s.p[s.n - 1] == word.p[n - 1];
        if (near_ends && one_edit_apart(s, word)) {
            return word;
        }
    }
    return s;
}

static size_t legal_at(const struct name *name, size_t at, uint32_t *value)
{
    char words[256];
    size_t n = 0;
    size_t longest = 0;
    for (size_t i = at; i < name->n && i - at < legal_form_words; i++) {
        struct slice w = as_legal_word(usual(&name->tokens[i]));
        if (w.n == 0 || n + w.n + 1 > sizeof words) {
            break;
        }
        if (i > at) {
            words[n++] = ' ';
        }
        memcpy(words + n, w.p, w.n);
        n += w.n;
        uint32_t found;
        if (word_table_get(&TABLE_LEGAL_FORMS, (struct slice){words, n}, &found) ||
            (i == at && word_table_get(&TABLE_LEGAL_FORMS, name->tokens[i].native, &found))) {
            *value = found;
            longest = i - at + 1;
        }
    }
    return longest;
}

/* A short form in front is one only where law puts it there (OOO, PT); elsewhere two letters
 * in front are the beginning of a name. */
static bool legal_may_stand(const struct name *name, size_t at, size_t words)
{
    if (words == name->n) {
        return false;
    }
    size_t letters = usual(&name->tokens[at]).n;
    return at > 0 || words > 1 || letters > 2 || slice_is(usual(&name->tokens[at]), "pt") ||
           slice_is(usual(&name->tokens[at]), "cv") || slice_is(usual(&name->tokens[at]), "ao");
}

static void become_legal(struct arena *arena, struct token *t, uint32_t value,
                         const struct name *name, size_t at, size_t words)
{
    char text[TOKEN_BYTES_MAX];
    size_t n = 0;
    for (size_t i = at; i < at + words; i++) {
        struct slice w = as_legal_word(usual(&name->tokens[i]));
        size_t room = sizeof text - n;
        if (i > at && room > 0) {
            text[n++] = ' ';
            room--;
        }
        size_t take = w.n < room ? w.n : room;
        if (take) {
            memcpy(text + n, w.p, take);
        }
        n += take;
    }
    *t = name->tokens[at];
    t->class = TOKEN_LEGAL;
    t->native = arena_copy(arena, (struct slice){text, n});
    t->form_count = 0;
    t->code_count = 0;
    add_code(
        arena, t,
        (struct code){code_hash(CODE_LEGAL, value >> 8), CODE_LEGAL, (uint8_t)(value & 255)});
}

static void join_legal_forms(struct arena *arena, struct name *name)
{
    size_t out = 0;
    size_t legal = 0;
    for (size_t i = 0; i < name->n;) {
        uint32_t value = 0;
        size_t words = legal_at(name, i, &value);
        bool leaves_a_name = out > legal || i + words < name->n;
        if (words && leaves_a_name && legal_may_stand(name, i, words)) {
            struct token t;
            become_legal(arena, &t, value, name, i, words);
            name->tokens[out++] = t;
            legal++;
            i += words;
        } else {
            name->tokens[out++] = name->tokens[i++];
        }
    }
    name->n = out;
}

/* Numerals */

static bool all_digits(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_digit(s.p[i])) {
            return false;
        }
    }
    return s.n > 0 && s.n <= NUMERAL_DIGITS_MAX;
}

static bool all_roman(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!strchr("ivxlc", s.p[i])) {
            return false;
        }
    }
    return s.n > 0 && s.n <= ROMAN_LETTERS_MAX;
}

/* Generations: II, III and such.  "Vi" and "Xi" are names far oftener than sixths. */
static bool counts_generations(struct slice s)
{
    return s.n >= 2 && all_roman(s) && !slice_is(s, "vi") && !slice_is(s, "xi") &&
           !slice_is(s, "li");
}

/* In people's names only generations behind the name count; "V." is an initial. */
static bool numeral_of(const struct name *name, size_t at, uint64_t *value)
{
    struct slice s = usual(&name->tokens[at]);
    uint32_t v;
    if (all_digits(s)) {
        *value = 0;
        for (size_t i = 0; i < s.n; i++) {
            *value = *value * 10 + (uint64_t)(s.p[i] - '0');
        }
        return true;
    }
    if (at == 0 || !look_up(&TABLE_NUMERALS, &name->tokens[at], &v)) {
        return false;
    }
    if (name->kind == NAME_PERSON && !(counts_generations(s) && at + 1 == name->n)) {
        return false;
    }
    *value = v;
    return true;
}

static void become_numeral(struct arena *arena, struct token *t, uint64_t value)
{
    t->class = TOKEN_NUMERAL;
    add_code(arena, t, (struct code){code_hash(CODE_NUMERAL, value), CODE_NUMERAL, 0});
}

/* Titles, particles, generic words */

/* "Ben" in front is a name, behind one it is a particle; organisations have no fathers. */
static bool particle_may_stand(const struct name *name, size_t at, uint32_t kind)
{
    bool between = at > 0 && at + 1 < name->n;
    /* "P. E. Adeyemi": one letter before a full stop is an initial. */
    if ((name->tokens[at].flags & TOKEN_DOTTED) && usual(&name->tokens[at]).n == 1) {
        return false;
    }
    bool of_people =
        kind == PARTICLE_NASAB || kind == PARTICLE_KUNYA || kind == PARTICLE_THEOPHORIC;
    if (name->kind != NAME_PERSON && of_people) {
        return false;
    }
    if (kind == PARTICLE_NASAB || kind == PARTICLE_CONJUNCTION) {
        return between;
    }
    return between || usual(&name->tokens[at]).n > 1;
}

/* "Lebanese", "Iran": what an organisation adds to its name or leaves out. */
static bool is_country(const struct token *t)
{
    return usual(t).n > 3 && country_code(usual(t)).n > 0;
}

/* Abu is not Umm, while al, el and ash are one article. */
static uint64_t particle_of(const struct token *t, uint32_t kind)
{
    bool mother = kind == PARTICLE_KUNYA && usual(t).p[0] == 'u';
    return (uint64_t)kind * 2 + mother;
}

/* Jr, jun. and junior are one generation. */
static uint64_t generation_of(const struct token *t)
{
    char first = usual(t).p[0];
    return first == 'j' || first == 's' ? (uint64_t)(unsigned char)first << 32
                                        : hash_bytes(usual(t), 0);
}

/* One letter, or before a full stop the two that spell one letter of another alphabet. */
static bool is_initial(const struct token *t)
{
    static const char *const PAIRS[] = {"yu", "ya", "ye", "yo", "ch", "sh", "zh",
                                        "kh", "ts", "th", "ju", "ja", "je", "dj"};
    if (t->script != SCRIPT_LATIN && t->script != SCRIPT_CYRILLIC) {
        return false;
    }
    uint32_t letters[2];
    if (utf8_get(t->native, letters, 2) == 1) {
        return !all_digits(t->native);
    }
    for (size_t i = 0; (t->flags & TOKEN_DOTTED) && i < sizeof PAIRS / sizeof *PAIRS; i++) {
        if (slice_is(usual(t), PAIRS[i])) {
            return true;
        }
    }
    return false;
}

static void classify_word(struct arena *arena, struct name *name, size_t at)
{
    struct token *t = &name->tokens[at];
    uint64_t number;
    uint32_t value;
    if (t->class == TOKEN_LEGAL) {
        return;
    }
    if (numeral_of(name, at, &number)) {
        become_numeral(arena, t, number);
    } else if (look_up(&TABLE_PARTICLES, t, &value) && particle_may_stand(name, at, value)) {
        t->class = TOKEN_PARTICLE;
        add_code(arena, t,
                 (struct code){code_hash(CODE_PARTICLE, particle_of(t, value)), CODE_PARTICLE,
                               (uint8_t)value});
    } else if (is_initial(t)) {
        t->class = name->kind == NAME_PERSON ? TOKEN_INITIAL : TOKEN_NAME;
    } else if (name->kind == NAME_ORGANIZATION &&
               (look_up(&TABLE_GENERIC_WORDS, t, &value) || is_country(t))) {
        t->class = TOKEN_GENERIC;
    } else if (look_up(&TABLE_TITLES, t, &value)) {
        if (value == TITLE_GENERATION) {
            become_numeral(arena, t, generation_of(t));
        } else if (name->kind == NAME_PERSON ||
                   (value == TITLE_VESSEL && at == 0 && name->kind == NAME_CRAFT)) {
            t->class = TOKEN_TITLE;
        }
    }
}

static size_t count_of(const struct name *name, enum token_class class)
{
    size_t n = 0;
    for (size_t i = 0; i < name->n; i++) {
        n += name->tokens[i].class == class;
    }
    return n;
}

/* A name must be named by something: the words that say most stand in. */
static void ensure_a_name(struct name *name)
{
    static const enum token_class STAND_INS[] = {TOKEN_INITIAL, TOKEN_TITLE, TOKEN_PARTICLE};
    for (size_t k = 0; k < 3 && count_of(name, TOKEN_NAME) + count_of(name, TOKEN_GENERIC) +
                                        count_of(name, TOKEN_NUMERAL) ==
                                    0;
         k++) {
        for (size_t i = 0; i < name->n; i++) {
            if (name->tokens[i].class == STAND_INS[k]) {
                name->tokens[i].class = TOKEN_NAME;
                name->tokens[i].code_count = 0;
            }
        }
    }
}

/* Syllables */

static void read_token(const struct token *t, struct readings *r)
{
    *r = (struct readings){.count = 0};
    if (t->script == SCRIPT_HAN || t->script == SCRIPT_HANGUL) {
        uint32_t cp[2];
        if (utf8_get(t->native, cp, 2) == 1) {
            readings_of_character(cp[0], r);
        }
    } else if (t->script == SCRIPT_LATIN || t->script == SCRIPT_CYRILLIC) {
        readings_of_spelling(t->native, r);
    }
}

/* "Ali" and "Hasan" can be cut into syllables, but are names of their own. */
static bool is_known_elsewhere(const struct token *t, const struct readings *r)
{
    uint32_t unused;
    return t->script == SCRIPT_LATIN && r->syllables > 1 &&
           look_up(&TABLE_VARIANTS, t, &unused);
}

/* The languages in which the whole name can be read as a personal name: every token reads, at
 * most four syllables, a surname at one end. */
static uint8_t languages_of(const struct name *name, const struct readings *r)
{
    unsigned all = LANGUAGE_KOREAN | LANGUAGE_MANDARIN | LANGUAGE_CANTONESE;
    unsigned syllables = 0;
    size_t last = name->n;
    size_t first = name->n;
    for (size_t i = 0; i < name->n; i++) {
        if (name->tokens[i].class == TOKEN_TITLE) {
            continue;
        }
        if (is_known_elsewhere(&name->tokens[i], &r[i])) {
            return 0;
        }
        all &= r[i].languages;
        syllables += r[i].syllables;
        first = first == name->n ? i : first;
        last = i;
    }
    if (first == name->n || syllables < 2 || syllables > 4) {
        return 0;
    }
    return (uint8_t)(all & (r[first].surnames | r[last].surnames));
}

static void read_syllables(struct arena *arena, struct name *name)
{
    if (name->kind != NAME_PERSON || name->n > 5) {
        return;
    }
    struct readings r[5];
    for (size_t i = 0; i < name->n; i++) {
        read_token(&name->tokens[i], &r[i]);
    }
    uint8_t languages = languages_of(name, r);
    if (!languages) {
        return;
    }
    for (size_t i = 0; i < name->n; i++) {
        struct token *t = &name->tokens[i];
        if (t->class == TOKEN_TITLE) {
            continue;
        }
        /* "Bin" and "Man" are syllables here, no particles. */
        t->class = TOKEN_NAME;
        t->code_count = 0;
        t->flags |= TOKEN_SYLLABIC;
        t->languages = languages;
        if (languages & LANGUAGE_MANDARIN) {
            respell_add_pinyin(arena, t);
        }
        for (size_t k = 0; k < r[i].count; k++) {
            if (r[i].codes[k].detail & languages) {
                add_code(arena, t, r[i].codes[k]);
            }
        }
    }
}

static void add_groups(struct arena *arena, struct token *t, uint32_t found)
{
    for (uint32_t i = 0; i < (found & 255); i++) {
        uint32_t group = variant_groups[(found >> 8) + i];
        enum code_type type = group & VARIANT_NEAR ? CODE_NEAR : CODE_VARIANT;
        add_code(arena, t, (struct code){code_hash(type, group), (uint8_t)type, 0});
    }
}

/* In a script with vowels, any of the usual spellings may be one of the table. */
static bool is_spelled_in_many_ways(const struct token *t)
{
    return t->script != SCRIPT_LATIN && t->script != SCRIPT_ARABIC &&
           t->script != SCRIPT_HEBREW && !(t->flags & TOKEN_CHARACTER);
}

static void add_variants(struct arena *arena, struct token *t)
{
    enum { SPELLINGS = 8, COST = 200 };
    uint32_t found;
    bool is_word = t->class == TOKEN_NAME || t->class == TOKEN_GENERIC;
    if (!is_word || (t->flags & TOKEN_SYLLABIC)) {
        return;
    }
    if (look_up(&TABLE_VARIANTS, t, &found)) {
        add_groups(arena, t, found);
        return;
    }
    for (size_t i = 0; is_spelled_in_many_ways(t) && i < t->form_count && i < SPELLINGS; i++) {
        if (t->forms[i].cost <= COST &&
            word_table_get(&TABLE_VARIANTS, t->forms[i].text, &found)) {
            add_groups(arena, t, found);
            return;
        }
    }
}

void classify(struct arena *arena, struct name *name)
{
    if (name->kind == NAME_ORGANIZATION) {
        join_legal_forms(arena, name);
    }
    for (size_t i = 0; i < name->n; i++) {
        classify_word(arena, name, i);
    }
    ensure_a_name(name);
    read_syllables(arena, name);
    for (size_t i = 0; i < name->n; i++) {
        add_variants(arena, &name->tokens[i]);
        if (name->kind == NAME_ORGANIZATION) {
            concepts_mark(arena, &name->tokens[i]);
        }
    }
}
