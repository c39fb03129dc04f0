#include "text/translate.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/romanise.h"
#include "text/syllable.h"
#include "text/tables.h"

enum {
    PHRASE_WORDS = 3,
    ENDING_MAX = 4, /* letters of an ending that a form with * allows */
    STEM_MIN = 3,
    SEGMENT_MAX = 8, /* characters of the longest word inside a run */
    KEYS_MAX = 96
};

struct translator {
    struct arena *arena;
    const struct word *words;
    size_t n;
    struct slice keys[KEYS_MAX]; /* how each word is looked up */
    struct word *out;
    size_t made, room;
    bool changed;
};

/* Letters that are often written for each other, as in tools/tables/text_tables.py. */
static uint32_t plain_letter(uint32_t cp)
{
    static const uint32_t PAIRS[][2] = {
        {0x623, 0x627}, {0x625, 0x627}, {0x622, 0x627}, {0x671, 0x627}, {0x629, 0x647},
        {0x649, 0x64A}, {0x6CC, 0x64A}, {0x6A9, 0x643}, {0x3AD, 0x3B5}, {0x3AE, 0x3B7},
        {0x3AF, 0x3B9}, {0x3CC, 0x3BF}, {0x3CD, 0x3C5}, {0x3AC, 0x3B1}, {0x3CE, 0x3C9},
        {0x3CA, 0x3B9}, {0x3CB, 0x3C5}, {0x3C2, 0x3C3}, {0x451, 0x435}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        if (PAIRS[i][0] == cp) {
            return PAIRS[i][1];
        }
    }
    return han_fold(cp);
}

static struct slice key_of_letters(struct arena *arena, const uint32_t *cp, size_t n)
{
    char text[TOKEN_BYTES_MAX];
    size_t length = 0;
    for (size_t i = 0; i < n && length + 4 <= sizeof text; i++) {
        length += utf8_put(plain_letter(cp[i]), text + length);
    }
    return arena_copy(arena, (struct slice){text, length});
}

static struct slice key_of_word(struct arena *arena, const struct word *w)
{
    bool ascii = true;
    for (size_t i = 0; i < w->n; i++) {
        ascii &= w->cp[i] < 0x80;
    }
    if (w->script == SCRIPT_LATIN && !ascii) {
        struct form forms[TOKEN_FORMS_MAX];
        size_t n = w->n < TOKEN_BYTES_MAX ? w->n : TOKEN_BYTES_MAX;
        return romanise(arena, w->cp, n, forms) ? forms[0].text : (struct slice){NULL, 0};
    }
    return key_of_letters(arena, w->cp, w->n);
}

/* "министерства": the stem with the mark that stands for any ending. */
static bool find_stem(struct slice key, uint32_t *value)
{
    char stem[TOKEN_BYTES_MAX + 1];
    uint32_t cp[TOKEN_BYTES_MAX];
    size_t n = utf8_get(key, cp, TOKEN_BYTES_MAX);
    size_t bytes = key.n;
    for (size_t cut = 0; cut <= ENDING_MAX && n >= STEM_MIN + cut; cut++) {
        memcpy(stem, key.p, bytes);
        stem[bytes] = '*';
        if (word_table_get(&TABLE_TRANSLATIONS, (struct slice){stem, bytes + 1}, value)) {
            return true;
        }
        char last[4];
        bytes -= utf8_put(cp[n - 1 - cut], last);
    }
    return false;
}

/* Arabic writes the article, "and", "for" and "with" together with the word. */
static bool find_behind_prefix(struct slice key, uint32_t *value)
{
    static const char *const PREFIXES[] = {"وال", "بال", "لل", "ال", "و", "ل", "ب"};
    for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++) {
        size_t n = strlen(PREFIXES[i]);
        enum { TWO_LETTERS = 4 };
        if (key.n > n + TWO_LETTERS && slice_starts(key, PREFIXES[i]) &&
            word_table_get(&TABLE_TRANSLATIONS, slice_cut(key, n, key.n), value)) {
            return true;
        }
    }
    return false;
}

static bool find_word(const struct word *w, struct slice key, uint32_t *value)
{
    return word_table_get(&TABLE_TRANSLATIONS, key, value) ||
           (w->script == SCRIPT_ARABIC && find_behind_prefix(key, value)) ||
           find_stem(key, value);
}

/* The longest sequence of words from `at` on that the table knows; returns how many words. */
static size_t find_phrase(const struct translator *t, size_t at, uint32_t *value)
{
    size_t most = t->n - at < PHRASE_WORDS ? t->n - at : PHRASE_WORDS;
    for (size_t count = most; count > 1; count--) {
        char text[(TOKEN_BYTES_MAX + 1) * PHRASE_WORDS];
        size_t length = 0;
        for (size_t i = at; i < at + count; i++) {
            struct slice key = t->keys[i];
            if (key.n) {
                memcpy(text + length, key.p, key.n);
            }
            length += key.n;
            text[length++] = ' ';
        }
        if (word_table_get(&TABLE_TRANSLATIONS, (struct slice){text, length - 1}, value)) {
            return count;
        }
    }
    return t->keys[at].n && find_word(&t->words[at], t->keys[at], value) ? 1 : 0;
}

/* Words from `at` on that are a legal form, which has a class and codes of its own. */
static size_t find_legal_form(const struct translator *t, size_t at)
{
    char text[TOKEN_BYTES_MAX * 2];
    size_t length = 0;
    size_t longest = 0;
    for (size_t i = at; i < t->n && i - at < legal_form_words; i++) {
        struct slice key = t->keys[i];
        uint32_t unused;
        if (key.n == 0 || length + key.n + 1 > sizeof text) {
            break;
        }
        memcpy(text + length, key.p, key.n);
        length += key.n;
        if (word_table_get(&TABLE_LEGAL_FORMS, (struct slice){text, length}, &unused)) {
            longest = i - at + 1;
        }
        text[length++] = ' ';
    }
    return longest;
}

static void put(struct translator *t, struct word w)
{
    if (t->made < t->room) {
        t->out[t->made++] = w;
    }
}

/* The words of the English for a form; each with what else the form may mean when it is one. */
static void put_english(struct translator *t, const struct word *from, uint32_t value)
{
    struct slice head = slice_of(table_text(concept_head[concept_lines[value >> 8]]));
    bool one = !memchr(head.p, ' ', head.n);
    for (size_t at = 0; at < head.n;) {
        size_t end = at;
        while (end < head.n && head.p[end] != ' ') {
            end++;
        }
        uint32_t *cp = ARENA_ARRAY(t->arena, uint32_t, end - at);
        for (size_t i = at; cp && i < end; i++) {
            cp[i - at] = (unsigned char)head.p[i];
        }
        if (cp) {
            put(t, (struct word){.cp = cp,
                                 .n = end - at,
                                 .script = SCRIPT_LATIN,
                                 .after_comma = from->after_comma,
                                 .after_blank = true,
                                 .made = true,
                                 .concepts = one ? value : 0});
        }
        at = end + 1;
    }
}

/* Is the form the English word itself? */
static bool is_english(struct slice key, uint32_t value)
{
    return slice_is(key, table_text(concept_head[concept_lines[value >> 8]]));
}

static bool is_run(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HANGUL || w->script == SCRIPT_KANA;
}

static void put_piece(struct translator *t, const struct word *run, size_t from, size_t to)
{
    if (to > from) {
        struct word piece = *run;
        piece.cp = run->cp + from;
        piece.n = to - from;
        put(t, piece);
    }
}

/* Cuts a run at the words found in it; one character is a word only at the end. */
static void put_run(struct translator *t, const struct word *run)
{
    size_t from = 0;
    for (size_t at = 0; at < run->n;) {
        size_t n = run->n - at < SEGMENT_MAX ? run->n - at : SEGMENT_MAX;
        for (; n > 0; n--) {
            bool last = at + n == run->n && at > 0;
            uint32_t value;
            struct slice key = key_of_letters(t->arena, run->cp + at, n);
            if (n == 1 && !last) {
                continue;
            }
            bool english = word_table_get(&TABLE_TRANSLATIONS, key, &value);
            bool legal = n > 1 && n < run->n && word_table_get(&TABLE_LEGAL_FORMS, key, &value);
            if (legal || english) {
                put_piece(t, run, from, at);
                if (legal) {
                    put_piece(t, run, at, at + n);
                } else {
                    put_english(t, run, value);
                }
                t->changed = true;
                from = at + n;
                break;
            }
        }
        at += n ? n : 1;
    }
    put_piece(t, run, from, run->n);
}

/* "de la", "für", "and": English has its own, which say as little. */
static bool is_small_word(struct slice key)
{
    uint32_t kind;
    return word_table_get(&TABLE_PARTICLES, key, &kind) && kind != PARTICLE_NASAB &&
           kind != PARTICLE_KUNYA && kind != PARTICLE_THEOPHORIC;
}

size_t translate_words(struct arena *arena, const struct word *words, size_t n,
                       struct word *out, size_t room)
{
    struct translator t = {.arena = arena, .words = words, .out = out, .room = room};
    t.n = n < KEYS_MAX ? n : KEYS_MAX;
    for (size_t i = 0; i < t.n; i++) {
        t.keys[i] = key_of_word(arena, &words[i]);
    }
    for (size_t i = 0; i < t.n;) {
        uint32_t value;
        if (is_run(&words[i])) {
            put_run(&t, &words[i++]);
            continue;
        }
        size_t legal = i > 0 ? find_legal_form(&t, i) : 0;
        for (size_t k = 0; k < legal && legal > 1; k++) {
            put(&t, words[i++]);
        }
        if (legal > 1) {
            continue;
        }
        size_t count = find_phrase(&t, i, &value);
        if (count && !(count == 1 && is_english(t.keys[i], value))) {
            put_english(&t, &words[i], value);
            t.changed = true;
        } else if (count || !is_small_word(t.keys[i])) {
            put(&t, words[i]);
        }
        i += count ? count : 1;
    }
    return t.changed ? t.made : 0;
}

void concepts_add(struct arena *arena, struct token *t, uint32_t concepts)
{
    if (!t->codes) {
        t->codes = ARENA_ARRAY(arena, struct code, TOKEN_CODES_MAX);
    }
    for (uint32_t i = 0; t->codes && i < (concepts & 255); i++) {
        uint64_t h = hash_mix(concept_lines[(concepts >> 8) + i], CODE_CONCEPT);
        struct code c = {(uint32_t)(h >> 16) | 1U, CODE_CONCEPT, 0};
        bool has = t->code_count == TOKEN_CODES_MAX;
        for (size_t k = 0; k < t->code_count; k++) {
            has |= t->codes[k].type == c.type && t->codes[k].value == c.value;
        }
        if (!has) {
            t->codes[t->code_count++] = c;
        }
    }
}

void concepts_mark(struct arena *arena, struct token *t)
{
    uint32_t found;
    struct slice usual = t->form_count ? t->forms[0].text : t->native;
    if ((t->class == TOKEN_NAME || t->class == TOKEN_GENERIC) && t->script == SCRIPT_LATIN &&
        word_table_get(&TABLE_CONCEPTS, usual, &found)) {
        concepts_add(arena, t, found);
    }
}
