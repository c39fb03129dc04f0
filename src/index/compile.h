/*
 * compile - the middle of the builder: what it holds, and names to dictionary and postings.
 *
 * Private to the builder's files.
 */
#ifndef INDEX_COMPILE_H
#define INDEX_COMPILE_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "index/builder.h"
#include "index/entity_codec.h"
#include "index/layout.h"
#include "index/lookup.h"
#include "text/name.h"

struct builder {
    struct arena arena; /* everything that entities and lists say */
    VEC(struct entity) entities;
    VEC(struct list_info) lists;
    struct merge_options merge;  /* which records become one party */
    struct merge_outcome merged; /* set by builder_settle() */
};

/* Sorts lists and entities and makes parties of records (merge/merge.h). */
MUST_USE int builder_settle(struct builder *b, struct diag *diag);

/* A place where a listed name holds a token. */
struct place {
    uint32_t token;
    uint32_t name;
};

/* The chunks under construction. */
struct compiler {
    struct buf chunks[CHUNK_COUNT];
    struct string_pool strings;
    struct arena scratch;  /* one name at a time */
    struct arena keys;     /* the keys of the dictionary */
    struct map dictionary; /* encoded token with class and kind → number */
    VEC(struct place) places;
    struct lookup_maker records, identifiers, native, form_text, segments, key, codes, joins,
        exact;
    uint32_t token_count, form_count, name_count, party_count;
};

void compiler_init(struct compiler *c);
void compiler_release(struct compiler *c);

/* Compiles entity number `number`; entities come in order. */
MUST_USE int compiler_add(struct compiler *c, const struct entity *e, uint32_t number);

/* Completes postings and lookups after the last entity. */
MUST_USE int compiler_finish(struct compiler *c);

#endif
