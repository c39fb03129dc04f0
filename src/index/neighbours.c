#include "index/neighbours.h"

#include <stdlib.h>

#include "base/num.h"
#include "index/hashes.h"
#include "index/searcher.h"
#include "index/segments.h"
#include "index/token_codec.h"
#include "match/edit.h"

enum {
    ANY_LETTERS = 32, /* as edits: spellings that may differ in every letter */
    SLOTS = 1 << 13,
    SLOTS_USED_MAX = SLOTS / 2,
    KEPT_MAX = 6 << 20,  /* bytes */
    FRESH_MAX = 1 << 14, /* neighbours of a token that is kept */
    KEY_MAX = 1 << 13
};

struct neighbour_slot {
    uint64_t hash;
    struct slice key; /* empty: the slot is free */
    struct neighbours found;
};

/* Looking up one token. */
struct probe {
    struct searcher *s;
    const struct token *token;
    enum name_kind kind;
    uint32_t stamp;     /* of this token */
    uint32_t signature; /* of the spelling that is looked up */
    unsigned most;      /* edits that it allows */
};

bool neighbours_open(struct neighbour_cache *c)
{
    arena_init(&c->kept, KEPT_MAX);
    buf_init(&c->key, KEY_MAX);
    c->slots = calloc(SLOTS, sizeof *c->slots);
    return c->slots != NULL;
}

void neighbours_close(struct neighbour_cache *c)
{
    arena_release(&c->kept);
    buf_release(&c->key);
    VEC_RELEASE(&c->fresh);
    free(c->slots);
    c->slots = NULL;
}

static void consider(struct probe *p, uint32_t number)
{
    struct searcher *s = p->s;
    if (number >= s->ix->token_count) {
        s->damaged = true;
        return;
    }
    if (s->token_stamp[number] == p->stamp) {
        return;
    }
    s->token_stamp[number] = p->stamp;
    const struct token *t =
        searcher_is_of_kind(s, number, p->kind) ? searcher_token(s, number) : NULL;
    if (!t) {
        return;
    }
    struct evidence e = evidence_of(p->token, t, &WEIGHTS[p->kind]);
    if (e.relation == REL_NONE) {
        return;
    }
    struct neighbour *n = VEC_ADD(&s->neighbours.fresh);
    if (n) {
        *n = (struct neighbour){number, e};
    } else {
        s->no_memory = true;
    }
}

/* The tokens of forms, those only whose signature is within `most` edits. */
static void consider_forms(struct probe *p, struct lookup_run run, unsigned most)
{
    for (uint32_t i = 0; i < run.n; i++) {
        uint32_t token;
        uint32_t signature;
        if (!index_form(p->s->ix, lookup_value(&run, i), &token, &signature)) {
            p->s->damaged = true;
            return;
        }
        if (most == ANY_LETTERS || signature_fits(signature, p->signature, most)) {
            consider(p, token);
        }
    }
}

static void consider_tokens(struct probe *p, struct lookup_run run)
{
    for (uint32_t i = 0; i < run.n; i++) {
        consider(p, lookup_value(&run, i));
    }
}

static void on_segment(void *context, uint64_t hash)
{
    struct probe *p = context;
    consider_forms(p, lookup_find(&p->s->ix->segments, hash), p->most);
}

static void look_up(struct searcher *s, const struct token *t, enum name_kind kind)
{
    const struct index *ix = s->ix;
    struct probe p = {.s = s, .token = t, .kind = kind, .stamp = searcher_stamp(s)};
    consider_tokens(&p, lookup_find(&ix->native, hash_native(t->native)));
    for (size_t i = 0; i < t->code_count; i++) {
        consider_tokens(&p, lookup_find(&ix->codes, hash_code(&t->codes[i])));
    }
    for (size_t i = 0; i < t->form_count; i++) {
        const struct form *f = &t->forms[i];
        p.signature = form_signature(f->text, kind);
        p.most = edit_allowed(f->text.n);
        consider_forms(&p, lookup_find(&ix->form_text, hash_spelling(f->text)), 0);
        if (key_length(f->key) >= KEY_LENGTH_MIN) {
            consider_forms(&p, lookup_find(&ix->keys, hash_key(f->key, kind)), ANY_LETTERS);
        }
        segments_probe(f->text, p.most, kind, on_segment, &p);
        /* A listed initial. */
        consider_tokens(&p, lookup_find(&ix->native, hash_native(slice_cut(f->text, 0, 1))));
    }
}

/* All that evidence_of() may ask of the token: as the dictionary keeps it. */
static struct slice key_for(struct buf *key, const struct token *t, enum name_kind kind)
{
    buf_reset(key);
    buf_add_char(key, (char)t->class);
    buf_add_char(key, (char)kind);
    token_encode(t, key);
    return buf_failed(key) ? (struct slice){NULL, 0} : buf_slice(key);
}

static struct neighbour_slot *slot_for(struct neighbour_cache *c, struct slice key,
                                       uint64_t hash)
{
    size_t at = (size_t)hash % SLOTS;
    while (c->slots[at].key.n &&
           (c->slots[at].hash != hash || !slice_eq(c->slots[at].key, key))) {
        at = (at + 1) % SLOTS;
    }
    return &c->slots[at];
}

/* Keeps what was just found, unless there is too much of it. */
static void keep(struct neighbour_cache *c, struct slice key, uint64_t hash)
{
    size_t bytes = c->fresh.n * sizeof *c->fresh.p;
    if (c->fresh.n > FRESH_MAX) {
        return;
    }
    if (c->used == SLOTS_USED_MAX || c->kept.used + bytes + 2 * KEY_MAX > KEPT_MAX) {
        arena_reset(&c->kept);
        memset(c->slots, 0, SLOTS * sizeof *c->slots);
        c->used = 0;
    }
    struct neighbour *list = ARENA_ARRAY(&c->kept, struct neighbour, c->fresh.n);
    struct slice kept = arena_copy(&c->kept, key);
    if (!list || !kept.n) {
        return;
    }
    if (bytes) {
        memcpy(list, c->fresh.p, bytes);
    }
    *slot_for(c, kept, hash) = (struct neighbour_slot){hash, kept, {list, c->fresh.n}};
    c->used++;
}

struct neighbours neighbours_of(struct searcher *s, const struct token *t, enum name_kind kind)
{
    struct neighbour_cache *c = &s->neighbours;
    struct slice key = key_for(&c->key, t, kind);
    uint64_t hash = hash_bytes(key, 0);
    if (key.n) {
        const struct neighbour_slot *known = slot_for(c, key, hash);
        if (known->key.n) {
            return known->found;
        }
    }
    c->fresh.n = 0;
    look_up(s, t, kind);
    if (key.n && !s->damaged && !s->no_memory) {
        keep(c, key, hash);
    }
    return (struct neighbours){c->fresh.p, c->fresh.n};
}
