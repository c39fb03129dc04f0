/*
 * builder - entities to one immutable index file.
 *
 * Entities may come in any order and from any number of lists; the file depends only on what
 * they say.  The builder copies what it is given.  It belongs to one thread; builder_write()
 * uses a crew of its own.
 */
#ifndef INDEX_BUILDER_H
#define INDEX_BUILDER_H

#include <stdint.h>

#include "base/err.h"
#include "merge/merge.h"
#include "model/entity.h"

/* What the index remembers of a list. */
struct list_info {
    struct slice dataset; /* "us_ofac_sdn" */
    struct slice title;   /* for people */
    struct slice date;    /* YYYY-MM-DD, or empty for unknown */
    uint64_t hash;        /* XXH3 over the uncompressed files */
    uint64_t records;     /* in the file */
    uint64_t read;        /* taken */
    uint64_t refused;     /* left out */
};

struct builder;

/* memory_limit bounds what the builder holds; ERR_LIMIT past it. */
MUST_USE int builder_new(size_t memory_limit, struct builder **out);
void builder_free(struct builder *b);

MUST_USE int builder_add(struct builder *b, const struct entity *e, struct diag *diag);
MUST_USE int builder_add_list(struct builder *b, const struct list_info *list,
                              struct diag *diag);

/* Which records of several lists become one party.  Until it is called: those that share an id.
 * The table of decisions is borrowed until builder_write() returns. */
void builder_merge(struct builder *b, const struct merge_options *options);

/* Called now and then with the share of the work done in thousandths; may be NULL.  Anything but
 * 0 stops the work: builder_write() then fails with ERR_STOPPED and the old file stays. */
typedef int (*builder_progress_fn)(void *context, unsigned thousandths);

struct builder_outcome {
    uint64_t entities; /* parties, links and sanctions in the file */
    uint64_t joined;   /* records that went into the party of another one */
    uint64_t parties;  /* what can be found by name or number */
    uint64_t names;    /* searchable names */
    uint64_t bytes;    /* size of the file */
};

/* Writes the index and replaces `path` atomically.  `time` (seconds since 1970) is stored. */
MUST_USE int builder_write(struct builder *b, const char *path, uint64_t time, size_t crew,
                           builder_progress_fn progress, void *context,
                           struct builder_outcome *out, struct diag *diag);

#endif
