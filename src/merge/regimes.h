/*
 * regimes - which programmes of the lists are about the same country or matter.
 *
 * "The Iran (Sanctions) Regulations 2023" of the United Kingdom, "IRN" of the European Union and
 * "IRAN-HR" of OFAC are one regime; data/merge/regimes.tsv says so.  A set of regimes is a word
 * of bits; what no row knows belongs to none.
 */
#ifndef MERGE_REGIMES_H
#define MERGE_REGIMES_H

#include <stdint.h>

#include "base/slice.h"

/* A row of data/merge/regimes.tsv. */
struct regime_words {
    uint8_t regime;    /* bit */
    const char *list;  /* the list that says so, or "*" */
    const char *words; /* what a programme of the regime holds */
};

extern const struct regime_words merge_regime_words[];
extern const size_t merge_regime_words_count;
extern const char *const merge_regime_names[]; /* by bit */

enum { REGIMES_MAX = 64, REGIME_SLOTS = 256 };

/* Programmes that were asked about: a list repeats few of them thousands of times.  Zeroed at
 * first; borrows what it was asked. */
struct regime_cache {
    struct {
        struct slice list, programme;
        uint64_t set;
    } slots[REGIME_SLOTS];
};

/* The regimes of a programme, as its list prints it. */
uint64_t regimes_of(struct regime_cache *c, struct slice list, struct slice programme);
/* The name of the first regime of a set that is not empty: "north_korea". */
const char *regime_name(uint64_t set);

#endif
