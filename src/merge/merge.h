/*
 * merge - records of many lists to one party.
 *
 * Records that share an id are one in any case.  Beyond that two records are joined by what
 * the lists say of each other (references), by numbers that prove, and by very strong agreement
 * of names with a birth date or a country; docs/guide/merging.md has the rules.  Nothing is
 * joined across a contradiction, between any two records of a party: the strongest evidence
 * comes first, and what would bring a contradiction into a party is refused.
 *
 * Pairs are found by hashes (numbers; two words of a name with a year of birth; all words of an
 * organisation's name), so that the work grows with the records and not with their square.  The
 * outcome depends on what the records say and not on the order in which they came.
 *
 * A crew looks for pairs and judges them; the rest is done by the caller's thread.  All that is
 * kept goes to the caller's arena; the rest is given back.
 */
#ifndef MERGE_MERGE_H
#define MERGE_MERGE_H

#include "merge/merged.h"

/* Which evidence may join beside decisions. */
enum merge_uses {
    MERGE_NOTHING = 0,         /* only records that share an id; decisions are not asked */
    MERGE_REFERENCES = 1 << 0, /* what lists say of each other */
    MERGE_NUMBERS = 1 << 1,    /* identifiers and documents */
    MERGE_NAMES = 1 << 2,      /* names, with dates, countries and programmes */
    MERGE_EVIDENCE = MERGE_NUMBERS | MERGE_NAMES,
    MERGE_ONE_LIST = 1 << 3, /* records of one list are no contradiction: for measuring */
    MERGE_ALL = MERGE_REFERENCES | MERGE_EVIDENCE
};

struct merge_options {
    unsigned uses; /* enum merge_uses */
    struct slice
        decisions; /* a table as data/merge/decisions.tsv, or empty: over the built-in one */
    const char *source; /* its file, for complaints; may be NULL */
    size_t crew;        /* threads; 0 is one */
};

struct merge_outcome {
    struct merged *merged; /* in the arena, by entity; parties of several records or with
                            * refusals */
    size_t merged_count;
    uint64_t joined; /* records that went into another one's party */
};

/* Joins `entities`, which are sorted by id; *n becomes smaller.  Ids that entities speak of are
 * rewritten to the ids of the parties.  What is left is sorted by id and has each id once.
 * ERR_MEMORY, or ERR_FORMAT with a line when the decisions cannot be read. */
MUST_USE int merge_run(struct entity *entities, size_t *n, const struct merge_options *options,
                       struct arena *arena, struct merge_outcome *out, struct diag *diag);

#endif
