#include "index/index.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/num.h"
#include "index/entity_codec.h"
#include "index/hashes.h"
#include "index/mapped.h"
#include "index/merged_codec.h"
#include "index/token_codec.h"
#include "match/frequency.h"

static int damaged(struct diag *diag, const char *what)
{
    return diag_set(diag, ERR_FORMAT, "damaged index: %s; build it again", what);
}

static uint64_t identity_of(struct slice file, uint32_t chunks)
{
    struct slice table = slice_cut(file, INDEX_HEADER, INDEX_HEADER + chunks * INDEX_TABLE_ROW);
    return hash_mix(hash_bytes((struct slice){file.p, INDEX_HASH_AT}, 0), hash_bytes(table, 0));
}

static int check_header(struct slice file, struct diag *diag)
{
    if (file.n < INDEX_HEADER || memcmp(file.p, INDEX_MAGIC, 8) != 0) {
        FAIL(diag, ERR_FORMAT, "not an index of vaglio");
    }
    if (le32(file.p + 8) != INDEX_VERSION) {
        FAIL(diag, ERR_VERSION, "index format %u, this program reads %d: build it again",
             le32(file.p + 8), INDEX_VERSION);
    }
    if (le32(file.p + 12) != CHUNK_COUNT ||
        file.n < INDEX_HEADER + CHUNK_COUNT * INDEX_TABLE_ROW) {
        return damaged(diag, "the table of chunks is incomplete");
    }
    if (le64(file.p + 32) != file.n) {
        return damaged(diag, "the file has another length than it says");
    }
    if (le64(file.p + INDEX_HASH_AT) != identity_of(file, CHUNK_COUNT)) {
        return damaged(diag, "the table of chunks does not match its checksum");
    }
    if (le64(file.p + 16) != tables_hash()) {
        FAIL(diag, ERR_VERSION,
             "the index was built with other tables of names: build it again");
    }
    return 0;
}

static int read_table(struct index *ix, struct diag *diag)
{
    uint64_t free_from = INDEX_HEADER + CHUNK_COUNT * INDEX_TABLE_ROW;
    for (unsigned i = 0; i < CHUNK_COUNT; i++) {
        const char *row = ix->file.p + INDEX_HEADER + i * INDEX_TABLE_ROW;
        uint64_t offset = le64(row + 8);
        uint64_t length = le64(row + 16);
        if (le32(row) != i || offset % INDEX_ALIGN != 0 || offset < free_from ||
            offset > ix->file.n || length > ix->file.n - offset) {
            return damaged(diag, "a chunk lies where it cannot");
        }
        free_from = offset + length;
        ix->chunks[i] = slice_cut(ix->file, (size_t)offset, (size_t)(offset + length));
    }
    return 0;
}

static bool count_rows(const struct index *ix, enum chunk c, size_t row, uint32_t *n)
{
    size_t bytes = ix->chunks[c].n;
    if (bytes % row != 0 || bytes / row > UINT32_MAX - 1) {
        return false;
    }
    *n = (uint32_t)(bytes / row);
    return true;
}

static int open_chunks(struct index *ix, struct diag *diag)
{
    uint32_t places;
    if (!count_rows(ix, CHUNK_SCHEMAS, 1, &ix->entity_count) ||
        !count_rows(ix, CHUNK_ENTITY_AT, 4, &places) || places != ix->entity_count + 1 ||
        !count_rows(ix, CHUNK_NAMES, NAME_ROW, &ix->name_count) ||
        !count_rows(ix, CHUNK_TOKENS, TOKEN_ROW, &ix->token_count) ||
        !count_rows(ix, CHUNK_POSTING_AT, 4, &places) || places != ix->token_count + 1 ||
        !count_rows(ix, CHUNK_FORMS, FORM_ROW, &ix->form_count)) {
        return damaged(diag, "a chunk has an impossible length");
    }
    if (!lookup_open(ix->chunks[CHUNK_RECORDS], &ix->records) ||
        !lookup_open(ix->chunks[CHUNK_IDENTIFIERS], &ix->identifiers) ||
        !lookup_open(ix->chunks[CHUNK_NATIVE], &ix->native) ||
        !lookup_open(ix->chunks[CHUNK_FORM_TEXT], &ix->form_text) ||
        !lookup_open(ix->chunks[CHUNK_SEGMENTS], &ix->segments) ||
        !lookup_open(ix->chunks[CHUNK_KEYS], &ix->keys) ||
        !lookup_open(ix->chunks[CHUNK_CODES], &ix->codes) ||
        !lookup_open(ix->chunks[CHUNK_JOINS], &ix->joins) ||
        !lookup_open(ix->chunks[CHUNK_EXACT], &ix->exact)) {
        return damaged(diag, "a lookup has an impossible length");
    }
    return 0;
}

int index_open(const char *path, struct index **out, struct diag *diag)
{
    struct index *ix = calloc(1, sizeof *ix);
    if (!ix) {
        FAIL(diag, ERR_MEMORY, "no memory to open the index");
    }
    int result = file_map(path, &ix->file, diag);
    if (result == 0) {
        result = check_header(ix->file, diag);
        result = result ? result : read_table(ix, diag);
        result = result ? result : open_chunks(ix, diag);
    }
    if (result < 0) {
        if (diag) {
            diag_at(diag, path, 0, 0);
        }
        index_close(ix);
        return result;
    }
    *out = ix;
    return 0;
}

void index_close(struct index *ix)
{
    if (ix) {
        file_unmap(ix->file);
        free(ix);
    }
}

uint64_t index_hash(const struct index *ix)
{
    return le64(ix->file.p + INDEX_HASH_AT);
}

uint64_t index_time(const struct index *ix)
{
    return le64(ix->file.p + 24);
}

uint64_t index_bytes(const struct index *ix)
{
    return ix->file.n;
}

uint32_t index_entity_count(const struct index *ix)
{
    return ix->entity_count;
}

uint32_t index_name_count(const struct index *ix)
{
    return ix->name_count;
}

enum schema index_schema(const struct index *ix, uint32_t entity)
{
    unsigned s = (unsigned char)ix->chunks[CHUNK_SCHEMAS].p[entity];
    return s < SCHEMA_COUNT ? (enum schema)s : SCHEMA_NONE;
}

uint32_t index_party_count(const struct index *ix)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < ix->entity_count; i++) {
        n += schema_is_party(index_schema(ix, i));
    }
    return n;
}

/* Lists */

static bool next_string(struct slice s, size_t *at, struct slice strings, struct slice *out)
{
    uint64_t place;
    return get_varint(s, at, &place) && string_at(strings, place, out);
}

static bool next_list(const struct index *ix, size_t *at, struct list_info *l)
{
    struct slice s = ix->chunks[CHUNK_LISTS];
    struct slice strings = ix->chunks[CHUNK_STRINGS];
    return next_string(s, at, strings, &l->dataset) && next_string(s, at, strings, &l->title) &&
           next_string(s, at, strings, &l->date) && get_varint(s, at, &l->hash) &&
           get_varint(s, at, &l->records) && get_varint(s, at, &l->read) &&
           get_varint(s, at, &l->refused);
}

uint32_t index_list_count(const struct index *ix)
{
    size_t at = 0;
    uint64_t n;
    return get_varint(ix->chunks[CHUNK_LISTS], &at, &n) && n < UINT32_MAX ? (uint32_t)n : 0;
}

int index_list(const struct index *ix, uint32_t i, struct list_info *out)
{
    size_t at = 0;
    uint64_t n;
    struct list_info l = {.records = 0};
    if (!get_varint(ix->chunks[CHUNK_LISTS], &at, &n) || i >= n) {
        return ERR_FORMAT;
    }
    for (uint32_t k = 0; k <= i; k++) {
        if (!next_list(ix, &at, &l)) {
            return ERR_FORMAT;
        }
    }
    *out = l;
    return 0;
}

/* Entities */

static bool entity_bytes(const struct index *ix, uint32_t number, struct slice *out)
{
    const char *places = ix->chunks[CHUNK_ENTITY_AT].p;
    if (number >= ix->entity_count) {
        return false;
    }
    uint32_t from = le32(places + (size_t)number * 4);
    uint32_t to = le32(places + (size_t)number * 4 + 4);
    if (from > to || to > ix->chunks[CHUNK_ENTITIES].n) {
        return false;
    }
    *out = slice_cut(ix->chunks[CHUNK_ENTITIES], from, to);
    return true;
}

int index_entity(const struct index *ix, uint32_t number, struct arena *arena,
                 struct entity *out, struct diag *diag)
{
    struct slice bytes;
    if (!entity_bytes(ix, number, &bytes) ||
        !entity_decode(bytes, ix->chunks[CHUNK_STRINGS], arena, out)) {
        if (arena_failed(arena)) {
            FAIL(diag, ERR_LIMIT, "an entity needs more memory than is allowed");
        }
        return damaged(diag, "an entity cannot be read");
    }
    return 0;
}

int index_merged(const struct index *ix, uint32_t number, struct arena *arena,
                 struct merged *out, struct diag *diag)
{
    struct slice chunk = ix->chunks[CHUNK_MERGES];
    struct entity e = {.value_count = 0};
    size_t values;
    uint32_t row = merged_find(chunk, number);
    if (row == UINT32_MAX) {
        return ERR_NOT_FOUND;
    }
    TRY(index_entity(ix, number, arena, &e, diag));
    if (!merged_decode(chunk, row, ix->chunks[CHUNK_STRINGS], arena, out, &values) ||
        (values != e.value_count && out->member_count)) {
        return damaged(diag, "the records of a party cannot be read");
    }
    return 0;
}

static bool is_known_as(const struct entity *e, struct slice id)
{
    bool found = slice_eq(e->id, id);
    for (size_t i = 0; !found && i < e->referent_count; i++) {
        found = slice_eq(e->referents[i], id);
    }
    return found;
}

uint32_t index_find(const struct index *ix, struct slice record_id)
{
    struct lookup_run run = lookup_find(&ix->records, hash_record(record_id));
    uint32_t found = INDEX_NONE;
    struct arena arena;
    arena_init(&arena, (size_t)64 << 20);
    for (uint32_t i = 0; i < run.n; i++) {
        struct entity e = {.value_count = 0};
        uint32_t number = lookup_value(&run, i);
        arena_reset(&arena);
        if (index_entity(ix, number, &arena, &e, NULL) == 0 && is_known_as(&e, record_id)) {
            found = number;
            if (slice_eq(e.id, record_id)) {
                break;
            }
        }
    }
    arena_release(&arena);
    return found;
}

/* Names and tokens */

bool index_name_row(const struct index *ix, uint32_t name, struct name_row *out)
{
    if (name >= ix->name_count) {
        return false;
    }
    const char *p = ix->chunks[CHUNK_NAMES].p + (size_t)name * NAME_ROW;
    struct name_row r = {
        .entity = le32(p + NAME_ENTITY_AT),
        .text = le32(p + NAME_TEXT_AT),
        .first = le32(p + NAME_FIRST_AT),
        .tokens = (uint8_t)p[NAME_TOKENS_AT],
        .property = (uint8_t)p[NAME_PROPERTY_AT],
        .kind = (uint8_t)p[NAME_KIND_AT],
        .cut = p[NAME_CUT_AT] != 0,
    };
    uint64_t end = ((uint64_t)r.first + r.tokens) * 4;
    if (r.entity >= ix->entity_count || r.tokens > NAME_TOKENS_MAX || r.kind >= NAME_KINDS ||
        r.property >= PROP_COUNT || end > ix->chunks[CHUNK_NAME_TOKENS].n) {
        return false;
    }
    *out = r;
    return true;
}

bool index_name_text(const struct index *ix, const struct name_row *row, struct slice *out)
{
    return string_at(ix->chunks[CHUNK_STRINGS], row->text, out);
}

const char *index_name_tokens(const struct index *ix, const struct name_row *row)
{
    return ix->chunks[CHUNK_NAME_TOKENS].p + (size_t)row->first * 4;
}

bool index_postings(const struct index *ix, uint32_t token, const char **names, uint32_t *n)
{
    if (token >= ix->token_count) {
        return false;
    }
    const char *places = ix->chunks[CHUNK_POSTING_AT].p;
    uint32_t from = le32(places + (size_t)token * 4);
    uint32_t to = le32(places + (size_t)token * 4 + 4);
    if (from > to || (uint64_t)to * 4 > ix->chunks[CHUNK_POSTINGS].n) {
        return false;
    }
    *names = ix->chunks[CHUNK_POSTINGS].p + (size_t)from * 4;
    *n = to - from;
    return true;
}

bool index_token_head(const struct index *ix, uint32_t token, struct token *out,
                      enum name_kind *kind)
{
    if (token >= ix->token_count) {
        return false;
    }
    const char *p = ix->chunks[CHUNK_TOKENS].p + (size_t)token * TOKEN_ROW;
    unsigned class = (unsigned char)p[TOKEN_CLASS_AT];
    unsigned k = (unsigned char)p[TOKEN_KIND_AT];
    if (class >= TOKEN_CLASSES || k >= NAME_KINDS) {
        return false;
    }
    *out = (struct token){.class = (uint8_t) class, .info = le16(p + TOKEN_INFO_AT)};
    *kind = (enum name_kind)k;
    return true;
}

bool index_token(const struct index *ix, uint32_t token, struct arena *arena, struct token *out)
{
    struct token head;
    enum name_kind kind;
    if (!index_token_head(ix, token, &head, &kind)) {
        return false;
    }
    const char *p = ix->chunks[CHUNK_TOKENS].p + (size_t)token * TOKEN_ROW;
    if (!token_decode(ix->chunks[CHUNK_TOKEN_DATA], le32(p + TOKEN_DATA_AT), arena, out)) {
        return false;
    }
    out->class = head.class;
    out->info = head.info;
    /* A legal form without its code would be no legal form. */
    return out->class != TOKEN_LEGAL || out->code_count > 0;
}

bool index_form(const struct index *ix, uint32_t form, uint32_t *token, uint32_t *signature)
{
    if (form >= ix->form_count) {
        return false;
    }
    const char *p = ix->chunks[CHUNK_FORMS].p + (size_t)form * FORM_ROW;
    *token = le32(p + FORM_TOKEN_AT);
    *signature = le32(p + FORM_SIGNATURE_AT);
    return *token < ix->token_count;
}
