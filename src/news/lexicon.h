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
struct gazetteer_row {
    uint32_t
        entity; /* "country:KP", "org:…", "person:…", "slot:foreign ministry", in news_pool */
    uint32_t behalf;   /* "KP" or empty */
    uint8_t kind;      /* enum gazetteer_kind */
    uint8_t languages; /* bit: enum news_language */
    uint8_t capital;   /* written with a capital letter */
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

extern const struct word_table TABLE_WORDS_IT, TABLE_WORDS_EN;     /* → first << 8 | count */
extern const struct word_table TABLE_PHRASES_IT, TABLE_PHRASES_EN; /* first word → longest */
extern const struct word_row word_rows_it[], word_rows_en[];
extern const struct word_table TABLE_GAZETTEER, TABLE_GAZETTEER_PHRASES;
extern const struct word_table
    TABLE_TIMES; /* → enum time_word | language mask << 8 (1 it, 2 en, 4 others), twice: 16 bits each */
extern const struct gazetteer_row gazetteer_rows[];
extern const struct word_table TABLE_FORENAMES;  /* → 1 */
extern const struct word_table TABLE_MORE_GOODS; /* phrase → enum goods_class */
extern const struct word_table
    TABLE_LANGUAGES; /* short word → bit mask; bit 0 Italian, 1 English, then others */
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

/* How many tokens the longest phrase that begins with this word has, at least 1. */
size_t lexicon_reach(enum news_language language, struct slice word);

/* The frame of a class, or NULL. */
const struct frame_row *lexicon_frame(enum word_class_bit class);

#endif
