/*
 * build_told - what `vaglio build` tells when it is done: the table or the JSON object of its
 * lists on standard output, the remarks in groups on standard error, all of them in a file.
 */
#ifndef CLI_BUILD_TOLD_H
#define CLI_BUILD_TOLD_H

#include "base/buf.h"
#include "index/builder.h"
#include "lists/plan.h"
#include "lists/remark_book.h"

struct build_told {
    struct plan *plan; /* borrowed, as all of these */
    const bool *bad;   /* by snapshot of the plan: left out */
    const char *path;  /* of the index */
    uint64_t time;     /* of the index, in seconds since 1970 */
    const struct builder_outcome *outcome;
};

void build_told_table(const struct build_told *t, struct buf *out);
void build_told_json(const struct build_told *t, struct buf *out);

/* Remarks of the plan and of the readers; `command` stands before each line.  *hidden: one group
 * at least holds more remarks than the one that is shown. */
void build_told_remarks(const char *command, const struct remark_book *plan,
                        const struct remark_book *readers, bool *hidden);

/* Every remark as a JSON line into a file that is replaced. */
MUST_USE int build_told_report(const char *path, const struct remark_book *plan,
                               const struct remark_book *readers, struct diag *diag);

#endif
