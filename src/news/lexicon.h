/*
 * lexicon - the compiled words, names and frames of data/news.
 *
 * All of it is constant: tools/tables/news_tables.py makes the tables.  A key is the folded
 * tokens of a word or phrase with single blanks between them, exactly as news_tokens.c writes
 * them, so that a run of tokens is looked up where it lies.
 */
#ifndef NEWS_LEXICON_H
#define NEWS_LEXICON_H

#include "news/word_class.h"
#include "text/tables.h"

enum news_language { NEWS_ITALIAN, NEWS_ENGLISH, NEWS_OTHER, NEWS_LANGUAGES };

/* One reading of a form. */
struct word_row {
    uint64_t classes; /* mask of CLASS(…) */
    uint32_t lemma;   /* in news_pool */
    uint16_t tenses;  /* enum word_tense */
    uint8_t part;     /* enum word_part */
    uint8_t detail;   /* enum word_detail */
    uint8_t mode;     /* enum say_mode, of a word of class SAY */
};

/* A name of the gazetteer. */
enum gazetteer_kind {
    NAMES_COUNTRY,
    NAMES_DEMONYM,
    NAMES_CAPITAL,
    NAMES_GOVERNMENT,
    NAMES_BODY,
    NAMES_MINISTRY,
    NAMES_OFFICE,
    NAMES_AGENCY,
    NAMES_NEWSPAPER,
    NAMES_ARMED_GROUP,
    NAMES_LEADER
};
/* How a name is written: IS is a common word as well, LeT is nothing else. */
enum name_writing { WRITTEN_SMALL, WRITTEN_CAPITAL, WRITTEN_ACRONYM, WRITTEN_MIXED };
struct gazetteer_row {
    uint32_t
        entity; /* "country:KP", "org:…", "person:…", "slot:foreign ministry", in news_pool */
    uint32_t behalf;   /* "KP" or empty */
    uint8_t kind;      /* enum gazetteer_kind */
    uint8_t languages; /* bit: enum news_language */
    uint8_t capital;   /* enum name_writing */
    uint8_t ambiguous; /* never proof by itself */
};

/* Which slots fill a role, for a verb and for a noun: masks over enum word_detail. */
struct frame_role {
    uint32_t verb, noun;
};
enum { ROLE_FIRST, ROLE_SECOND, ROLE_GOODS, ROLES };
struct frame_row {
    uint32_t kind;  /* "supply", "visit", in news_pool */
    uint32_t class; /* enum word_class_bit */
    struct frame_role roles[ROLES];
    uint64_t blocked; /* classes of a goods argument that make it no such thing */
};

extern const struct word_table TABLE_WORDS_IT, TABLE_WORDS_EN; /* → first << 8 | count */
extern const struct word_row word_rows_it[], word_rows_en[];
extern const struct word_table TABLE_GAZETTEER;
extern const struct word_table
    TABLE_TIMES; /* → enum time_word | languages << 8 (1 it, 2 en, 4 others, 8 abbreviated), twice */
extern const struct gazetteer_row gazetteer_rows[];
extern const struct word_table TABLE_FORENAMES;  /* → 1 */
extern const struct word_table TABLE_MORE_GOODS; /* phrase → enum goods_class */
extern const struct word_table TABLE_MAKERS; /* weapon → the maker's code, a byte a letter */
/* Words of saying in further languages: → enum say_mode, or behind the modes one of these; and of
 * the first word of a phrase how many words the longest has. */
enum saying {
    SAYING_ACCORDING = SAY_MODE_COUNT,
    SAYING_THAT,
    SAYING_REFUSE,
    SAYING_NOT,
    SAYING_STOP
};
extern const struct word_table TABLE_SAYING, TABLE_SAYING_PHRASES;
extern const struct frame_row frame_rows[];
extern const size_t frame_row_count;
extern const unsigned char news_pool[];
extern const uint64_t news_tables_hash;

/*
 * What the gazetteer, the lexicons and the list of short words say of a word that begins one of
 * their keys: one look-up for each token of a text instead of one for each table.
 */
enum first_table { FIRST_GAZETTEER, FIRST_IT, FIRST_EN, FIRST_TABLES };
struct first_word {
    uint32_t hash;                /* the upper half of word_hash() */
    uint32_t key;                 /* in news_pool */
    uint32_t value[FIRST_TABLES]; /* of the word alone, 0: no key by itself */
    uint8_t reach[FIRST_TABLES];  /* words of the longest key that begins so, 0: none */
    uint8_t length;               /* bytes of the key */
    uint8_t languages;            /* short words: bit 0 Italian, 1 English, then others */
    uint8_t sport;                /* begins a form of class SPORT */
};
extern const struct first_word first_words[];
extern const uint16_t first_word_slots[]; /* 1 + position in first_words, 0 = free */
extern const uint32_t first_word_mask;    /* number of slots − 1 */
enum { FIRST_WORD_BITS = 18 };
extern const unsigned char first_word_bits[]; /* bit by hash: there may be such a key */

/* The hash of a word's folded bytes, one after the other. */
#define WORD_HASH_START UINT64_C(0xCBF29CE484222325)
static inline uint64_t word_hash_byte(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * UINT64_C(0x100000001B3);
}
static inline uint64_t word_hash(struct slice word)
{
    uint64_t hash = WORD_HASH_START;
    for (size_t i = 0; i < word.n; i++) {
        hash = word_hash_byte(hash, word.p[i]);
    }
    return hash;
}

/* The word with this hash; NULL when no key begins with it. */
const struct first_word *lexicon_first(uint64_t hash, struct slice word);

static inline struct slice news_text(uint32_t offset)
{
    return slice_of((const char *)news_pool + offset);
}

/* A run of rows. */
struct word_rows {
    const struct word_row *rows;
    size_t n;
};

/* The readings of a key; none when the language or the word is unknown. */
struct word_rows lexicon_words(enum news_language language, struct slice key);

/* The readings of a word by itself, and how many tokens the longest phrase that begins with it
 * has (0: the language does not know it); `word` may be NULL. */
struct word_rows lexicon_alone(enum news_language language, const struct first_word *word);
size_t lexicon_reach(enum news_language language, const struct first_word *word);

/* The frame of a class, or NULL. */
const struct frame_row *lexicon_frame(enum word_class_bit class);

#endif
