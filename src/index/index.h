/*
 * index - the compiled lists, mapped read-only.
 *
 * An index is one immutable file; docs/formats/index.md describes it byte by byte.  It is
 * opened by mapping it and checking its header and table of contents only, so that the first
 * answer comes within milliseconds; every accessor checks the offsets that it follows, so that
 * a damaged file gives ERR_FORMAT or less, never a read outside the mapping.
 * index_verify() checks everything.
 *
 * An open index is shared by any number of threads and lives until index_close().  Slices
 * handed out lie in the mapping and live as long.
 */
#ifndef INDEX_INDEX_H
#define INDEX_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "index/builder.h"
#include "merge/merged.h"
#include "model/entity.h"

struct index;

#define INDEX_NONE UINT32_MAX

/* Maps `path` and checks its table.  ERR_NOT_FOUND, ERR_IO, ERR_FORMAT (damaged or no index),
 * ERR_VERSION (of another format, or built with other tables). */
MUST_USE int index_open(const char *path, struct index **out, struct diag *diag);
void index_close(struct index *ix);

/* Reads every byte and every offset.  ERR_FORMAT with the place of the damage. */
MUST_USE int index_verify(const char *path, struct diag *diag);

/* The hash over the whole file, as stored in it: the identity of the index. */
uint64_t index_hash(const struct index *ix);
/* Seconds since 1970 that the builder was given. */
uint64_t index_time(const struct index *ix);
uint64_t index_bytes(const struct index *ix);

uint32_t index_list_count(const struct index *ix);
MUST_USE int index_list(const struct index *ix, uint32_t i, struct list_info *out);

/* Entities are numbered 0 … count − 1 by id: parties, links and sanctions together. */
uint32_t index_entity_count(const struct index *ix);
uint32_t index_party_count(const struct index *ix);
uint32_t index_name_count(const struct index *ix);

/* Unpacks an entity into the arena (text stays in the mapping). */
MUST_USE int index_entity(const struct index *ix, uint32_t number, struct arena *arena,
                          struct entity *out, struct diag *diag);

/* Which records an entity was made of, who says what, and why they are one; texts stay in the
 * mapping.  ERR_NOT_FOUND when it is one record and no other was refused. */
MUST_USE int index_merged(const struct index *ix, uint32_t number, struct arena *arena,
                          struct merged *out, struct diag *diag);

/* The entity of a record id or referent, or INDEX_NONE. */
uint32_t index_find(const struct index *ix, struct slice record_id);

#endif
