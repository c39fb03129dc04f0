#include "index/compile.h"

#include <stdlib.h>

#include "index/hashes.h"
#include "index/segments.h"
#include "index/token_codec.h"
#include "match/attributes.h"
#include "match/evidence.h"
#include "match/frequency.h"
#include "model/identifier.h"
#include "text/key.h"

enum { DICTIONARY_SEED = 12, NAME_SCRATCH = 8 << 20 };

void compiler_init(struct compiler *c)
{
    *c = (struct compiler){.token_count = 0};
    for (size_t i = 0; i < CHUNK_COUNT; i++) {
        buf_init(&c->chunks[i], SIZE_MAX / 2);
    }
    string_pool_init(&c->strings);
    arena_init(&c->scratch, NAME_SCRATCH);
    arena_init(&c->keys, SIZE_MAX / 2);
    map_init(&c->dictionary, DICTIONARY_SEED);
}

void compiler_release(struct compiler *c)
{
    struct lookup_maker *makers[] = {&c->records,   &c->identifiers, &c->native,
                                     &c->form_text, &c->segments,    &c->key,
                                     &c->codes,     &c->joins,       &c->exact};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        VEC_RELEASE(&makers[i]->entries);
    }
    for (size_t i = 0; i < CHUNK_COUNT; i++) {
        buf_release(&c->chunks[i]);
    }
    string_pool_release(&c->strings);
    arena_release(&c->scratch);
    arena_release(&c->keys);
    map_release(&c->dictionary);
    VEC_RELEASE(&c->places);
}

/* Tokens */

static void index_form(struct compiler *c, uint32_t token, enum name_kind kind,
                       const struct form *f)
{
    char row[FORM_ROW] = {0};
    uint32_t form = c->form_count++;
    memcpy(row + FORM_TOKEN_AT, &token, sizeof token);
    uint32_t signature = form_signature(f->text, kind);
    memcpy(row + FORM_SIGNATURE_AT, &signature, sizeof signature);
    buf_add_bytes(&c->chunks[CHUNK_FORMS], row, sizeof row);
    lookup_add(&c->form_text, hash_spelling(f->text), form);
    if (key_length(f->key) >= KEY_LENGTH_MIN) {
        lookup_add(&c->key, hash_key(f->key, kind), form);
    }
    unsigned count = segment_count(f->text.n);
    for (unsigned i = 0; i < count; i++) {
        size_t from;
        size_t to;
        segment_bounds(f->text.n, count, i, &from, &to);
        lookup_add(&c->segments, hash_segment(slice_cut(f->text, from, to), f->text.n, i, kind),
                   form);
    }
}

static void index_token(struct compiler *c, uint32_t number, const struct token *t,
                        enum name_kind kind)
{
    lookup_add(&c->native, hash_native(t->native), number);
    if (t->class == TOKEN_INITIAL && t->form_count) {
        /* A word is looked up by its first letter in a–z, the initial may be Cyrillic. */
        lookup_add(&c->native, hash_native(slice_cut(t->forms[0].text, 0, 1)), number);
    }
    for (size_t i = 0; i < t->code_count; i++) {
        lookup_add(&c->codes, hash_code(&t->codes[i]), number);
    }
    /* One character meets others by code and joined, never by its spelling. */
    bool is_word =
        (t->class == TOKEN_NAME || t->class == TOKEN_GENERIC) && !(t->flags & TOKEN_CHARACTER);
    for (size_t i = 0; is_word && i < t->form_count; i++) {
        index_form(c, number, kind, &t->forms[i]);
    }
}

/* The number of the token in the dictionary; it is put in when it is new. */
static uint32_t token_number(struct compiler *c, const struct token *t, enum name_kind kind)
{
    struct buf bytes;
    buf_init(&bytes, 1 << 16);
    buf_add_char(&bytes, (char)t->class);
    buf_add_char(&bytes, (char)kind);
    token_encode(t, &bytes);
    struct slice key = buf_slice(&bytes);
    uint32_t number = map_get(&c->dictionary, key);
    if (number == MAP_NONE) {
        number = c->token_count++;
        key = arena_copy(&c->keys, key);
        (void)map_put(&c->dictionary, key, number, NULL);
        char row[TOKEN_ROW];
        uint32_t place = (uint32_t)c->chunks[CHUNK_TOKEN_DATA].n;
        memcpy(row + TOKEN_DATA_AT, &place, sizeof place);
        memcpy(row + TOKEN_INFO_AT, &t->info, sizeof t->info);
        row[TOKEN_CLASS_AT] = (char)t->class;
        row[TOKEN_KIND_AT] = (char)kind;
        buf_add_bytes(&c->chunks[CHUNK_TOKENS], row, sizeof row);
        buf_add(&c->chunks[CHUNK_TOKEN_DATA], slice_cut(key, 2, key.n));
        index_token(c, number, t, kind);
    }
    buf_release(&bytes);
    return number;
}

/* Names */

static void index_joins(struct compiler *c, const struct name *n, uint32_t number)
{
    for (size_t i = 0; i < n->n; i++) {
        for (size_t k = 2; k <= PIECE_TOKENS_MAX && i + k <= n->n; k++) {
            char text[TOKEN_BYTES_MAX];
            size_t length = join_text(&n->tokens[i], k, text);
            if (length) {
                lookup_add(&c->joins, hash_join((struct slice){text, length}), number);
            }
            struct code codes[TOKEN_CODES_MAX];
            size_t count = join_codes(&n->tokens[i], k, codes);
            for (size_t j = 0; j < count; j++) {
                lookup_add(&c->joins, hash_join_code(&codes[j]), number);
            }
        }
    }
}

static void index_name(struct compiler *c, const struct name *n, uint32_t entity,
                       const struct value *v)
{
    uint32_t number = c->name_count++;
    uint32_t text = string_pool_add(&c->strings, v->text);
    uint32_t first = (uint32_t)(c->chunks[CHUNK_NAME_TOKENS].n / 4);
    char row[NAME_ROW];
    memcpy(row + NAME_ENTITY_AT, &entity, sizeof entity);
    memcpy(row + NAME_TEXT_AT, &text, sizeof text);
    memcpy(row + NAME_FIRST_AT, &first, sizeof first);
    row[NAME_TOKENS_AT] = (char)n->n;
    row[NAME_PROPERTY_AT] = (char)v->prop;
    row[NAME_KIND_AT] = (char)n->kind;
    row[NAME_CUT_AT] = (char)n->cut;
    buf_add_bytes(&c->chunks[CHUNK_NAMES], row, sizeof row);
    for (size_t i = 0; i < n->n; i++) {
        uint32_t token = token_number(c, &n->tokens[i], n->kind);
        bool behind = n->tokens[i].flags & TOKEN_AFTER_COMMA;
        buf_add_u32(&c->chunks[CHUNK_NAME_TOKENS],
                    token | (behind ? NAME_TOKEN_AFTER_COMMA : 0));
        struct place *p = VEC_ADD(&c->places);
        if (p) {
            *p = (struct place){token, number};
        } else {
            c->chunks[CHUNK_POSTINGS].failed = true;
        }
    }
    index_joins(c, n, number);
    lookup_add(&c->exact, hash_exact(n), number);
}

static int add_names(struct compiler *c, const struct entity *e, uint32_t number)
{
    enum name_kind kind = schema_name_kind(e->schema);
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        if (property_type(v->prop) != TYPE_NAME) {
            continue;
        }
        struct slice parts[NAME_PARTS_MAX];
        size_t n = name_split(v->text, parts);
        for (size_t k = 0; k < n; k++) {
            struct name readings[NAME_READINGS_MAX];
            size_t count = 0;
            arena_reset(&c->scratch);
            int r = name_analyse(&c->scratch, parts[k], kind, readings, &count, NULL);
            if (r == ERR_MEMORY) {
                return r;
            }
            struct value part = {v->prop, parts[k], {NULL, 0}};
            for (size_t j = 0; r == 0 && j < count; j++) {
                if (readings[j].cut_short) {
                    continue;
                }
                frequency_weigh(&readings[j]);
                index_name(c, &readings[j], number, &part);
            }
        }
    }
    return 0;
}

static void add_identifiers(struct compiler *c, const struct entity *e, uint32_t number)
{
    for (size_t i = 0; i < e->value_count; i++) {
        if (!attribute_is_identifier(e->values[i].prop)) {
            continue;
        }
        struct identifier id;
        identifier_parse(id_scheme_of(e->values[i].prop), e->values[i].text, &id);
        if (id.n) {
            lookup_add(&c->identifiers, hash_identifier((struct slice){id.text, id.n}), number);
        }
    }
}

int compiler_add(struct compiler *c, const struct entity *e, uint32_t number)
{
    buf_add_u32(&c->chunks[CHUNK_ENTITY_AT], (uint32_t)c->chunks[CHUNK_ENTITIES].n);
    buf_add_char(&c->chunks[CHUNK_SCHEMAS], (char)e->schema);
    entity_encode(e, &c->strings, &c->chunks[CHUNK_ENTITIES]);
    lookup_add(&c->records, hash_record(e->id), number);
    for (size_t i = 0; i < e->referent_count; i++) {
        lookup_add(&c->records, hash_record(e->referents[i]), number);
    }
    if (!schema_is_party(e->schema)) {
        return 0;
    }
    c->party_count++;
    add_identifiers(c, e, number);
    return add_names(c, e, number);
}

/* Postings */

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a;
    const struct place *y = b;
    if (x->token != y->token) {
        return x->token < y->token ? -1 : 1;
    }
    return x->name < y->name ? -1 : x->name > y->name;
}

static void write_postings(struct compiler *c)
{
    struct buf *at = &c->chunks[CHUNK_POSTING_AT];
    struct buf *rows = &c->chunks[CHUNK_POSTINGS];
    if (c->places.n) {
        qsort(c->places.p, c->places.n, sizeof *c->places.p, compare_places);
    }
    size_t i = 0;
    for (uint32_t token = 0; token < c->token_count; token++) {
        buf_add_u32(at, (uint32_t)(rows->n / 4));
        for (; i < c->places.n && c->places.p[i].token == token; i++) {
            bool again = i > 0 && compare_places(&c->places.p[i - 1], &c->places.p[i]) == 0;
            if (!again) {
                buf_add_u32(rows, c->places.p[i].name);
            }
        }
    }
    buf_add_u32(at, (uint32_t)(rows->n / 4));
}

int compiler_finish(struct compiler *c)
{
    buf_add_u32(&c->chunks[CHUNK_ENTITY_AT], (uint32_t)c->chunks[CHUNK_ENTITIES].n);
    write_postings(c);
    lookup_write(&c->records, &c->chunks[CHUNK_RECORDS]);
    lookup_write(&c->identifiers, &c->chunks[CHUNK_IDENTIFIERS]);
    lookup_write(&c->native, &c->chunks[CHUNK_NATIVE]);
    lookup_write(&c->form_text, &c->chunks[CHUNK_FORM_TEXT]);
    lookup_write(&c->segments, &c->chunks[CHUNK_SEGMENTS]);
    lookup_write(&c->key, &c->chunks[CHUNK_KEYS]);
    lookup_write(&c->codes, &c->chunks[CHUNK_CODES]);
    lookup_write(&c->joins, &c->chunks[CHUNK_JOINS]);
    lookup_write(&c->exact, &c->chunks[CHUNK_EXACT]);
    bool failed = arena_failed(&c->keys) || c->strings.bytes.failed;
    for (size_t i = 0; i < CHUNK_COUNT; i++) {
        failed |= buf_failed(&c->chunks[i]);
    }
    return failed ? ERR_MEMORY : 0;
}
