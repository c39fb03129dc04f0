/*
 * mapped - an open index, for the files of this room.
 */
#ifndef INDEX_MAPPED_H
#define INDEX_MAPPED_H

#include "index/index.h"
#include "index/layout.h"
#include "index/lookup.h"
#include "text/name.h"

struct index {
    struct slice file;                /* the mapping */
    struct slice chunks[CHUNK_COUNT]; /* parts of it */
    struct lookup records, identifiers, native, form_text, segments, keys, codes, joins, exact;
    uint32_t entity_count;
    uint32_t name_count;
    uint32_t token_count;
    uint32_t form_count;
};

/* A listed name's row. */
struct name_row {
    uint32_t entity;
    uint32_t text;  /* place in CHUNK_STRINGS */
    uint32_t first; /* in CHUNK_NAME_TOKENS */
    uint8_t tokens;
    uint8_t property;
    uint8_t kind;
    bool cut;
};

/* All are false when the index is damaged there. */
bool index_name_row(const struct index *ix, uint32_t name, struct name_row *out);
bool index_name_text(const struct index *ix, const struct name_row *row, struct slice *out);
/* The name tokens of a row: u32 numbers with NAME_TOKEN_AFTER_COMMA. */
const char *index_name_tokens(const struct index *ix, const struct name_row *row);
/* The names that hold a token, as u32 in the mapping. */
bool index_postings(const struct index *ix, uint32_t token, const char **names, uint32_t *n);
/* Class, kind and information of a token, without reading its data. */
bool index_token_head(const struct index *ix, uint32_t token, struct token *out,
                      enum name_kind *kind);
bool index_token(const struct index *ix, uint32_t token, struct arena *arena,
                 struct token *out);
/* The token of a form, and the form's signature. */
bool index_form(const struct index *ix, uint32_t form, uint32_t *token, uint32_t *signature);

enum schema index_schema(const struct index *ix, uint32_t entity);

#endif
