/*
 * tables - the constant tables of scripts and words, compiled from data/.
 *
 * tools/tables/text_tables.py makes the definitions.  All strings lie NUL-ended in table_pool
 * and are named by their offset.  A word_table is an open-addressing hash table over its keys
 * (FNV-1a, 64 bits), so that a look-up needs no set-up at start.
 */
#ifndef TEXT_TABLES_H
#define TEXT_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct word_table {
    const unsigned char *pool; /* the strings of the keys, NUL-ended */
    const uint32_t *keys;      /* offsets into the pool */
    const uint32_t *values;    /* what a key means; beside keys */
    const uint16_t *slots;     /* 1 + position in keys, 0 = free */
    uint32_t mask;             /* number of slots − 1 */
    uint32_t longest;          /* bytes of the longest key */
};

extern const unsigned char table_pool[];

/* The value of `key`, or false. */
bool word_table_get(const struct word_table *t, struct slice key, uint32_t *value);

static inline const char *table_text(uint32_t offset)
{
    return (const char *)table_pool + offset;
}

/* Letters: pattern ('^' before it: at the start of a word only; '$' behind it: at the end) →
 * row; row r has letter_count[r] forms from letter_first[r] on, each a string with a cost in
 * millinats, the primary one first. */
struct letter_patterns {
    const struct word_table *table;
    uint8_t longest[256]; /* code points of the longest pattern, by its first code point >> 8 */
};
extern const struct word_table TABLE_LETTERS;
extern const struct letter_patterns LETTERS;
extern const struct word_table TABLE_FOREIGN; /* units that transcribe foreign names */
extern const struct letter_patterns FOREIGN;
extern const uint32_t letter_first[];
extern const uint8_t letter_count[];
extern const uint32_t letter_form[];
extern const uint16_t letter_cost[];

/* Syllables.  A code is a language in the top byte and a syllable below it. */
enum syllable_language { SYLLABLE_KOREAN = 1, SYLLABLE_MANDARIN = 2, SYLLABLE_CANTONESE = 3 };
/* Spelling (Latin or Cyrillic) → first << 8 | count in syllable_codes. */
extern const struct word_table TABLE_SYLLABLES;
extern const uint32_t syllable_codes[];
/* The Latin spellings of a code, the most usual first; sorted by code. */
extern const uint32_t spelled_code[];
extern const uint32_t spelled_first[]; /* one more than spelled_count */
extern const uint32_t spelled_form[];
extern const size_t spelled_count;
extern const uint32_t surname_codes[]; /* codes of syllables that are surnames; sorted */
extern const size_t surname_count;

/* Han characters, sorted: folded form (simplified), codes of their readings, Japanese
 * readings as strings. */
extern const uint32_t han_character[];
extern const uint32_t han_folded[];
extern const uint32_t han_first[]; /* one more than han_count */
extern const uint32_t han_codes[];
extern const uint32_t han_japanese_first[]; /* one more than han_count */
extern const uint32_t han_japanese[];
extern const size_t han_count;

/* Words of names. */
enum particle_kind {
    PARTICLE_ARTICLE,
    PARTICLE_NASAB,
    PARTICLE_KUNYA,
    PARTICLE_THEOPHORIC,
    PARTICLE_NOBILIARY,
    PARTICLE_CONJUNCTION,
    PARTICLE_PREPOSITION,
    PARTICLE_OTHER
};
enum title_kind {
    TITLE_HONORIFIC,
    TITLE_RANK,
    TITLE_ACADEMIC,
    TITLE_RELIGIOUS,
    TITLE_OFFICE,
    TITLE_NOBILITY,
    TITLE_GENERATION,
    TITLE_BURMESE,
    TITLE_VESSEL,
    TITLE_OTHER
};
enum legal_class {
    LEGAL_UNSPECIFIED,
    LEGAL_LIMITED,
    LEGAL_JOINT_STOCK,
    LEGAL_PARTNERSHIP,
    LEGAL_LIMITED_PARTNERSHIP,
    LEGAL_COOPERATIVE,
    LEGAL_FOUNDATION,
    LEGAL_ASSOCIATION,
    LEGAL_STATE_ENTERPRISE,
    LEGAL_SOLE_TRADER,
    LEGAL_BRANCH,
    LEGAL_TRUST
};
extern const struct word_table TABLE_PARTICLES;     /* → enum particle_kind */
extern const struct word_table TABLE_TITLES;        /* → enum title_kind */
extern const struct word_table TABLE_LEGAL_FORMS;   /* → form << 8 | enum legal_class */
extern const struct word_table TABLE_GENERIC_WORDS; /* → 1 */
extern const struct word_table TABLE_NUMERALS;      /* → the number */
extern const struct word_table TABLE_VARIANTS; /* → first << 8 | count in variant_groups */
extern const uint32_t variant_groups[];        /* group, with VARIANT_NEAR when graded */
extern const size_t legal_form_words;          /* words of the longest legal form */
extern const struct word_table
    TABLE_LEGAL_WORDS;                   /* words of five letters or more in them → 1 */
extern const uint32_t legal_words[];     /* the same as offsets into table_pool */
extern const uint8_t legal_word_sizes[]; /* bytes of each */
extern const size_t legal_word_count;
/* Words of organisations in many languages, and English ones → first << 8 | count in
 * concept_lines; concept_head is the English for a line, offset into table_pool. */
extern const struct word_table TABLE_TRANSLATIONS; /* a form that ends in * begins words */
extern const struct word_table TABLE_CONCEPTS;
extern const struct word_table TABLE_NUMBER_LABELS; /* words that announce a number → 1 */
extern const uint16_t concept_lines[];
extern const uint32_t concept_head[];
#define VARIANT_NEAR (UINT32_C(1) << 23)

/* Over all files that the tables were made from. */
extern const uint64_t text_tables_hash;

#endif
