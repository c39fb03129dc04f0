/*
 * join_choice - which records of several lists `vaglio build` makes one party, from its options.
 */
#ifndef CLI_JOIN_CHOICE_H
#define CLI_JOIN_CHOICE_H

#include "merge/merge.h"

struct join_choice {
    struct merge_options options; /* for builder_merge() */
    struct slice table;           /* the mapped file of decisions; {NULL, 0}: none */
};

/* Reads `--join` (NULL: all) and maps `--decisions` (may be NULL).  ERR_USAGE for another word,
 * or what file_map() says; nothing is to be released then. */
MUST_USE int join_choose(const char *join, const char *decisions, struct join_choice *out,
                         struct diag *diag);
void join_choice_release(struct join_choice *c);

#endif
