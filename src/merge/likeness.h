/*
 * likeness - how far the names of two records agree.
 *
 * Main names, aliases and former names count; weak aliases and abbreviations are not what a
 * record is joined by.  Two names agree as far as the weaker of the two directions of the score
 * says (match/pair.h): what one of them leaves out counts, too.  The best pair of names counts;
 * of pairs that are equal but for spelling, one of main names.  Initials in parentheses behind a
 * firm's name are no part of it.
 *
 * A `struct likeness_desk` holds the scratch memory of one thread, and the analysed names of the
 * records that were asked last, since a record is a candidate for several others.
 */
#ifndef MERGE_LIKENESS_H
#define MERGE_LIKENESS_H

#include "model/entity.h"
#include "text/name.h"

enum {
    LIKENESS_NAMES_MAX = 48, /* names compared of one record; further ones are not */
    LIKENESS_SIDES = 16,     /* records whose names stay analysed */
    /* Scores of names that are equal but for a legal form that one of them leaves out; another legal
     * form (Ltd for LLC) stays below.  They go with data/match/weights.tsv: test_merge_names.c fails
     * when they no longer fit. */
    LIKENESS_EQUAL = 977,
    LIKENESS_EQUAL_FIRM = 995
};

struct likeness {
    uint16_t score;     /* thousandths; 0: no names, or nothing in common */
    int32_t info;       /* millinats that the agreeing words say */
    unsigned words;     /* words of the shorter name that are names, not generic or particles */
    unsigned mains;     /* how many of the two are main names */
    unsigned names;     /* names in Latin letters that are equal on both sides and have no word
                         * in common with each other */
    int32_t names_info; /* millinats that the words of all these say */
    struct slice a, b;  /* the two names */
};

struct likeness_name {
    struct name name;
    struct slice raw;
    bool main; /* a main name of its record */
};

struct likeness_side {
    struct arena arena;          /* the analysed names */
    const struct entity *entity; /* whose they are; NULL at first */
    enum name_kind kind;         /* as which kind they were analysed */
    uint64_t asked;              /* when it was asked last */
    struct likeness_name names[LIKENESS_NAMES_MAX];
    size_t n;
};

struct likeness_desk {
    struct likeness_side sides[LIKENESS_SIDES];
    struct arena scratch;
    uint64_t clock; /* counts what was asked */
};

void likeness_desk_init(struct likeness_desk *d);
void likeness_desk_release(struct likeness_desk *d);

/* Compares the names of two records, as names of the kind of party that `kind` says.
 * ERR_MEMORY. */
MUST_USE int likeness_of(struct likeness_desk *d, const struct entity *a,
                         const struct entity *b, enum name_kind kind, struct likeness *out);

/* What two spellings of a word share, for looking up. */
uint64_t likeness_word(const struct token *t);
/* Does the word tell parties of this kind apart? */
bool likeness_is_telling(const struct token *t, enum name_kind kind);

/* Analyses the names that count, up to `room`; *n of them, in the arena.  ERR_MEMORY. */
MUST_USE int likeness_names(const struct entity *e, enum name_kind kind, struct arena *arena,
                            struct likeness_name *names, size_t room, size_t *n);

#endif
