/*
 * reading - what the readers of all lists have in common while they read.
 *
 * It counts, remarks, hands out entities and gives each record its id.  A reader begins a
 * record, fills entities in the arena `record` through lists/values.h, and emits them.
 * Trouble on the way (no memory left for the record, too many values) is kept in `trouble` and
 * asked for once: reading_emit() then refuses the record instead of handing it out.
 *
 * What is found often and means the same each time (an element without a place, a country
 * that nobody knows) is tallied and remarked once, with its count, by reading_end().
 */
#ifndef LISTS_READING_H
#define LISTS_READING_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "format/csv.h"
#include "lists/reader.h"
#include "lists/seen.h"

enum { RECORD_ARENA_MAX = 64 << 20, KEPT_ARENA_MAX = 1 << 30, TALLIES_MAX = 10000 };

struct tally {
    enum remark_kind kind;
    const char *code; /* stable word */
    const char *file;
    uint64_t line;     /* where it was seen first */
    struct slice what; /* in the arena `kept` */
    uint64_t count;
};

struct reading {
    struct snapshot *snap;
    const struct list_sink *sink;
    struct arena record;    /* the record at work; emptied by reading_record() */
    struct arena kept;      /* lives until reading_end() */
    const char *file;       /* being read */
    struct input *input;    /* of that file while it is open; borrowed */
    uint64_t line;          /* of the record at work */
    struct slice id;        /* of the record at work, or empty; for remarks */
    int trouble;            /* first error while the record was filled; 0 */
    struct seen seen;       /* record ids of this list */
    struct map tally_index; /* code and what → position in tallies */
    VEC(struct tally) tallies;
};

void reading_init(struct reading *r, struct snapshot *snap, const struct list_sink *sink);
/* Remarks what was tallied and gives the memory back. */
void reading_end(struct reading *r);

/* Opens a file of the snapshot, which becomes the one that remarks speak of. */
MUST_USE int reading_open(struct reading *r, const char *path, struct input **in,
                          struct diag *diag);
/* Closes it (NULL is fine). */
void reading_close(struct reading *r, struct input *in);
/* Puts file (and, when known, line) into a diag that has no source yet; returns `result`. */
int reading_failed(const struct reading *r, int result, struct diag *diag);
/* Joins the hash of a file that was read to its end into the snapshot's. */
void reading_hash(struct reading *r, const struct input *in);

/* Begins a record: the arena is emptied, the record is counted. */
void reading_record(struct reading *r, uint64_t line);
/* Gives the record its id: `id`, or "id#2" when this list used it for another main name.  A
 * repetition is remarked.  The answer lives in r->record. */
MUST_USE int reading_id(struct reading *r, struct slice id, struct slice main_name,
                        struct slice *out, struct diag *diag);
/* "id/part", in r->record. */
struct slice reading_part_id(struct reading *r, struct slice id, const char *part);
/* Hands an entity out and counts it.  Ask reading_in_trouble() before the first one. */
MUST_USE int reading_emit(struct reading *r, struct entity *e, struct diag *diag);
/* The record at work was handed out. */
void reading_taken(struct reading *r);
/* Is the record in trouble?  Then it is refused here, and nothing of it is to be emitted. */
bool reading_in_trouble(struct reading *r);

/* The record at work is left out: counted and remarked. */
void reading_refuse(struct reading *r, const char *code, const char *fmt, ...)
    PRINTF_LIKE(3, 4);
/* Anything else worth a remark at the line at work. */
void reading_remark(struct reading *r, enum remark_kind kind, const char *code, const char *fmt,
                    ...) PRINTF_LIKE(4, 5);
void reading_tally(struct reading *r, enum remark_kind kind, const char *code,
                   struct slice what);

/* What is wrong with a row of CSV, as a stable word; NULL when it can be used. */
const char *reading_row_fault(const struct csv_record *row);

#endif
