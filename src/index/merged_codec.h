/*
 * merged_codec - who says what of a party, and why its records are one, as bytes.
 *
 *     u32 rows;  rows × (u32 entity, u32 place in what follows), by entity
 *     records:  LEB128 members, each  id, caption, LEB128 schema, LEB128 datasets, each a string
 *               LEB128 values, each the set of its members (bit i: member i)
 *               LEB128 pairs, each  id a, id b, LEB128 reason, against, score,
 *                                   evidence, name a, name b, contrary
 *
 * Ids, captions and words are strings: places in CHUNK_STRINGS.  Only parties of several records,
 * or with refused ones, have a row.
 */
#ifndef INDEX_MERGED_CODEC_H
#define INDEX_MERGED_CODEC_H

#include "index/entity_codec.h"
#include "merge/merged.h"

/* The whole chunk.  `merged` is sorted by entity. */
void merged_encode(const struct merged *merged, size_t n, const struct entity *entities,
                   struct string_pool *strings, struct buf *out);

uint32_t merged_rows(struct slice chunk);
/* The row of an entity, or UINT32_MAX. */
uint32_t merged_find(struct slice chunk, uint32_t entity);
/* Reads a row; arrays go to the arena.  False when damaged, or without memory. */
bool merged_decode(struct slice chunk, uint32_t row, struct slice strings, struct arena *arena,
                   struct merged *out, size_t *value_count);

#endif
