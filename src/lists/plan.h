/*
 * plan - which snapshots are to be read, from what the user named.
 *
 * An argument is a file, a folder (searched to its ground, names in byte order), KIND=PATH or
 * KIND@DATE=PATH with the kind of a reader, or NAME=PATH for a table or FollowTheMoney file of
 * one's own.  Each file is recognised by its beginning.  plan_finish() puts files that belong
 * together into snapshots and leaves of each list the newest one.
 *
 * A file that the user named and no reader knows is an error; one found inside a folder is
 * remarked and left out.  The order of the arguments plays no part in the outcome.  Everything
 * lives until plan_free().
 */
#ifndef LISTS_PLAN_H
#define LISTS_PLAN_H

#include "lists/reader.h"

struct plan;

typedef void (*plan_remark_fn)(void *context, const struct remark *r);

/* `mapping` (may be NULL) serves every table that is named.  ERR_MEMORY. */
MUST_USE int plan_new(struct plan **out, const char *mapping, plan_remark_fn remark,
                      void *context);
void plan_free(struct plan *p);

/* Takes one argument of the command line.  ERR_NOT_FOUND, ERR_UNKNOWN, ERR_USAGE, and what
 * opening a file says. */
MUST_USE int plan_add(struct plan *p, const char *argument, struct diag *diag);

/* Makes the snapshots.  ERR_UNKNOWN when an alias or address file that was named has no main
 * file beside it, ERR_NOT_FOUND when there is nothing to read at all. */
MUST_USE int plan_finish(struct plan *p, struct diag *diag);

/* Tells every snapshot which lists are read with it, so that a list of lists (us_csl.c) leaves
 * out what those say themselves.  `left_out` marks, by position, what is not read after all;
 * NULL: nothing.  plan_finish() has told them once.  ERR_MEMORY. */
MUST_USE int plan_tell_beside(struct plan *p, const bool *left_out, struct diag *diag);

/* The snapshots to read, by dataset in byte order. */
size_t plan_count(const struct plan *p);
struct snapshot *plan_at(struct plan *p, size_t i);

/* Bytes of all files that are to be read, as they lie there. */
uint64_t plan_bytes(const struct plan *p);

/* A date in a file or folder name ("sdn_2021-08-18.csv", "sdn-2026-07", "20240102"), as
 * YYYY-MM-DD; false when there is none. */
bool plan_date_in_name(struct slice name, char out[LIST_DATE_TEXT]);

#endif
