#include "base/hash.h"
#include "base/num.h"
#include "index/entity_codec.h"
#include "index/mapped.h"
#include "index/merged_codec.h"

enum { ENTITY_ARENA = 64 << 20 };

static int wrong(struct diag *diag, const char *what, uint64_t number)
{
    return diag_set(diag, ERR_FORMAT, "damaged index: %s %llu; build it again", what,
                    (unsigned long long)number);
}

static int verify_checksums(const struct index *ix, struct diag *diag)
{
    for (unsigned i = 0; i < CHUNK_COUNT; i++) {
        const char *row = ix->file.p + INDEX_HEADER + i * INDEX_TABLE_ROW;
        if (le64(row + 24) != hash_bytes(ix->chunks[i], 0)) {
            FAIL(diag, ERR_FORMAT,
                 "damaged index: the bytes of '%s' do not match their checksum; build it again",
                 chunk_name((enum chunk)i));
        }
    }
    return 0;
}

/* What lies between the chunks is zero, so that every byte of the file is accounted for. */
static int verify_gaps(const struct index *ix, struct diag *diag)
{
    const char *at = ix->file.p + INDEX_HEADER + CHUNK_COUNT * INDEX_TABLE_ROW;
    for (unsigned i = 0; i <= CHUNK_COUNT; i++) {
        const char *next = i < CHUNK_COUNT ? ix->chunks[i].p : ix->file.p + ix->file.n;
        for (; at < next; at++) {
            if (*at) {
                return wrong(diag, "a byte between chunks is not zero, at",
                             (uint64_t)(at - ix->file.p));
            }
        }
        at = i < CHUNK_COUNT ? next + ix->chunks[i].n : at;
    }
    for (at = ix->file.p + 48; at < ix->file.p + INDEX_HEADER; at++) {
        if (*at) {
            return wrong(diag, "a byte of the header is not zero, at",
                         (uint64_t)(at - ix->file.p));
        }
    }
    return 0;
}

static int verify_lookups(const struct index *ix, struct diag *diag)
{
    const struct {
        const struct lookup *lookup;
        uint32_t values;
        enum chunk chunk;
    } all[] = {
        {&ix->records, ix->entity_count, CHUNK_RECORDS},
        {&ix->identifiers, ix->entity_count, CHUNK_IDENTIFIERS},
        {&ix->native, ix->token_count, CHUNK_NATIVE},
        {&ix->form_text, ix->form_count, CHUNK_FORM_TEXT},
        {&ix->segments, ix->form_count, CHUNK_SEGMENTS},
        {&ix->keys, ix->form_count, CHUNK_KEYS},
        {&ix->codes, ix->token_count, CHUNK_CODES},
        {&ix->joins, ix->name_count, CHUNK_JOINS},
        {&ix->exact, ix->name_count, CHUNK_EXACT},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!lookup_verify(all[i].lookup, all[i].values)) {
            FAIL(diag, ERR_FORMAT, "damaged index: '%s' is out of order; build it again",
                 chunk_name(all[i].chunk));
        }
    }
    return 0;
}

static int verify_names(const struct index *ix, struct diag *diag)
{
    for (uint32_t i = 0; i < ix->name_count; i++) {
        struct name_row row;
        struct slice text;
        if (!index_name_row(ix, i, &row) || !index_name_text(ix, &row, &text)) {
            return wrong(diag, "cannot read name", i);
        }
        const char *tokens = index_name_tokens(ix, &row);
        for (size_t k = 0; k < row.tokens; k++) {
            if ((le32(tokens + k * 4) & ~NAME_TOKEN_AFTER_COMMA) >= ix->token_count) {
                return wrong(diag, "an impossible token in name", i);
            }
        }
    }
    return 0;
}

static int verify_tokens(const struct index *ix, struct arena *arena, struct diag *diag)
{
    for (uint32_t i = 0; i < ix->token_count; i++) {
        struct token t;
        const char *names;
        uint32_t n;
        arena_reset(arena);
        if (!index_token(ix, i, arena, &t) || !index_postings(ix, i, &names, &n)) {
            return wrong(diag, "cannot read token", i);
        }
        for (uint32_t k = 0; k < n; k++) {
            uint32_t name = le32(names + (size_t)k * 4);
            if (name >= ix->name_count || (k && name <= le32(names + (size_t)k * 4 - 4))) {
                return wrong(diag, "names out of order under token", i);
            }
        }
    }
    for (uint32_t i = 0; i < ix->form_count; i++) {
        uint32_t token;
        uint32_t signature;
        if (!index_form(ix, i, &token, &signature)) {
            return wrong(diag, "cannot read form", i);
        }
    }
    return 0;
}

static int verify_entities(const struct index *ix, struct arena *arena, struct diag *diag)
{
    struct slice last = {NULL, 0};
    for (uint32_t i = 0; i < ix->entity_count; i++) {
        struct entity e;
        arena_reset(arena);
        if (index_entity(ix, i, arena, &e, NULL) < 0) {
            return wrong(diag, "cannot read entity", i);
        }
        if (i > 0 && slice_cmp(last, e.id) >= 0) {
            return wrong(diag, "ids out of order at entity", i);
        }
        last = e.id;
    }
    for (uint32_t i = 0; i < index_list_count(ix); i++) {
        struct list_info l;
        if (index_list(ix, i, &l) < 0) {
            return wrong(diag, "cannot read list", i);
        }
    }
    return 0;
}

static int verify_merges(const struct index *ix, struct arena *arena, struct diag *diag)
{
    struct slice chunk = ix->chunks[CHUNK_MERGES];
    uint32_t rows = merged_rows(chunk);
    if (chunk.n < 4 || rows != le32(chunk.p)) {
        return wrong(diag, "an impossible number of merged parties,", rows);
    }
    uint32_t next = 0;
    for (uint32_t i = 0; i < rows; i++) {
        struct merged m;
        size_t values;
        arena_reset(arena);
        if (!merged_decode(chunk, i, ix->chunks[CHUNK_STRINGS], arena, &m, &values) ||
            m.entity < next || index_merged(ix, m.entity, arena, &m, NULL) < 0) {
            return wrong(diag, "cannot read the records of merged party", i);
        }
        next = m.entity + 1;
    }
    return 0;
}

int index_verify(const char *path, struct diag *diag)
{
    struct index *ix;
    struct arena arena;
    TRY(index_open(path, &ix, diag));
    arena_init(&arena, ENTITY_ARENA);
    int result = verify_checksums(ix, diag);
    result = result ? result : verify_gaps(ix, diag);
    result = result ? result : verify_lookups(ix, diag);
    result = result ? result : verify_names(ix, diag);
    result = result ? result : verify_tokens(ix, &arena, diag);
    result = result ? result : verify_entities(ix, &arena, diag);
    result = result ? result : verify_merges(ix, &arena, diag);
    if (result < 0 && diag) {
        diag_at(diag, path, 0, 0);
    }
    arena_release(&arena);
    index_close(ix);
    return result;
}
