/*
 * score - from evidence in millinats to a score in thousandths, and the words for each term.
 *
 * The score is a scale, not a base rate: one monotone curve over the sum of the terms.  A name
 * that is equal has a floor.  Integers end to end: the same on every machine.
 */
#ifndef MATCH_SCORE_H
#define MATCH_SCORE_H

#include <stdint.h>

#include "base/slice.h"

enum { SCORE_ALERT = 700, SCORE_LOWEST = 500, SCORE_EQUAL = 1000, SCORE_SAME_TOKENS = 950 };

/* Which part of the computation a term belongs to. */
enum term_on {
    TERM_PRIOR,
    TERM_NAME,          /* an aligned piece of the name */
    TERM_SATURATION,    /* evidence above the cap, taken off again */
    TERM_OMITTED,       /* a token that the other side lacks */
    TERM_CONTRADICTION, /* both sides keep something unexplained */
    TERM_SLOT,          /* the same slot holds different values */
    TERM_ORDER,
    TERM_SINGLE_TOKEN, /* one token stands for a name of several */
    TERM_WEAK_ALIAS,
    TERM_FLOOR, /* lifted because the names are equal */
    TERM_BIRTH_DATE,
    TERM_GENDER,
    TERM_COUNTRY,
    TERM_BIRTH_PLACE,
    TERM_ADDRESS,
    TERM_IDENTIFIER,
    TERM_KINDS
};

/* How the two sides of a term relate. */
enum relation {
    REL_NONE,
    REL_EQUAL,
    REL_ROMANISATION, /* another spelling of the same sound or script */
    REL_VARIANT,      /* a listed variant of the same name */
    REL_SYLLABLE,     /* the same syllable in another reading */
    REL_TYPO,
    REL_JOIN, /* joined on one side, apart on the other */
    REL_INITIAL,
    REL_TRUNCATED,
    REL_SAME_FORM,  /* the same legal form or numeral in other words */
    REL_NEAR,       /* nickname or graded equivalent */
    REL_ACRONYM,    /* the initials of an organisation */
    REL_TRANSLATED, /* a common word in another language, or its synonym */
    REL_DIFFERENT,
    REL_YEAR,    /* birth date: the year alone agrees, or another day of it */
    REL_SWAPPED, /* day and month exchanged */
    REL_CLOSE,   /* one year apart */
    REL_RELATED, /* country: successor state or parent */
    REL_KINDS
};

struct term {
    enum term_on on;
    enum relation relation;
    struct slice query;  /* what the question says; may be empty */
    struct slice listed; /* what the list says; may be empty */
    int32_t mnat;        /* millinats, for (+) or against (−) */
};

/* Words of the JSON output: "name", "prior", "birthDate" …; "equal", "typo" … */
const char *term_name(enum term_on on);
const char *relation_name(enum relation r);

/* Thousandths for a sum of evidence; monotone. */
uint16_t score_of_mnat(int32_t mnat);
/* The smallest sum whose score is at least `score`. */
int32_t mnat_of_score(uint16_t score);

#endif
