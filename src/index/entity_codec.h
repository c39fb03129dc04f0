/*
 * entity_codec - an entity as bytes.
 *
 *     LEB128 schema, id, caption
 *     LEB128 datasets, each a string;  LEB128 referents, each a string
 *     LEB128 values:  LEB128 property, text, note
 *
 * A string is its place in CHUNK_STRINGS; the empty string is at place 0.
 */
#ifndef INDEX_ENTITY_CODEC_H
#define INDEX_ENTITY_CODEC_H

#include "base/buf.h"
#include "base/map.h"
#include "model/entity.h"

/* The strings of an index under construction, each once.  Keys are borrowed: what is added
 * must live as long as the pool. */
struct string_pool {
    struct buf bytes;
    struct map places;
};

#define STRINGS_MAX ((size_t)UINT32_MAX)

void string_pool_init(struct string_pool *p);
void string_pool_release(struct string_pool *p);
/* The place of `s`; the bytes buffer is marked failed without memory. */
uint32_t string_pool_add(struct string_pool *p, struct slice s);

void entity_encode(const struct entity *e, struct string_pool *strings, struct buf *out);

/* The string at a place of CHUNK_STRINGS; false when damaged. */
bool string_at(struct slice strings, uint64_t place, struct slice *out);

/* Reads the record `bytes`; text stays in `strings`, arrays go to the arena. */
bool entity_decode(struct slice bytes, struct slice strings, struct arena *arena,
                   struct entity *out);

#endif
