/*
 * decisions - what people have decided about two records, over all evidence.
 *
 * A table of text: verdict (same or different), two record ids, a reason, divided by tabs; a line
 * that begins with # is a comment.  data/merge/decisions.tsv is compiled in; a table of the
 * user's is read after it, and of two decisions on one pair the last one holds.
 *
 * Everything is borrowed from the tables' text.
 */
#ifndef MERGE_DECISIONS_H
#define MERGE_DECISIONS_H

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"

struct decision {
    struct slice a, b; /* record ids, a before b */
    struct slice reason;
    bool same;
    uint32_t place; /* counts up as they are read */
};

struct decisions {
    VEC(struct decision) list; /* by a, then b; each pair once, after decisions_settle() */
};

/* The text of data/merge/decisions.tsv, compiled in. */
extern const char merge_decisions_text[];
extern const size_t merge_decisions_size;

/* Appends what a table says.  ERR_FORMAT with the line, ERR_MEMORY. */
MUST_USE int decisions_read(struct decisions *d, struct slice table, const char *source,
                            struct diag *diag);
/* Sorts, and keeps the last decision on each pair. */
void decisions_settle(struct decisions *d);
void decisions_release(struct decisions *d);

#endif
