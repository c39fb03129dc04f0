/* Goods words into a map, and names to listed parties. */
#include "news/session.h"

#include "news/news_tokens.h"

static const size_t KEEP_LIMIT = (size_t)256 << 20;

struct goods_filling {
    struct news_session *s;
    struct buf key;
    bool failed;
};

/* A folded phrase that lives as long as the session. */
static void add_phrase(struct goods_filling *f, struct slice key, uint8_t class)
{
    struct news_session *s = f->s;
    if (key.n == 0) {
        return;
    }
    bool added = false;
    struct goods_entry *e = NULL;
    if (map_put(&s->goods, key, (uint32_t)s->goods_entries.n, &added) == MAP_NONE) {
        f->failed = true;
        return;
    }
    if (!added) {
        return; /* the first language that knows the form */
    }
    e = VEC_ADD(&s->goods_entries);
    if (!e) {
        f->failed = true;
        return;
    }
    *e = (struct goods_entry){class};
    struct slice rest = key;
    struct slice first = slice_next(&rest, ' ');
    uint32_t words = 1;
    for (size_t i = 0; i < rest.n; i++) {
        words += rest.p[i] == ' ';
    }
    words += rest.n > 0;
    uint32_t at = map_put(&s->goods_first, first, (uint32_t)s->goods_reach.n, &added);
    uint32_t *reach = at == MAP_NONE ? NULL
                      : added        ? VEC_ADD(&s->goods_reach)
                                     : &s->goods_reach.p[at];
    if (!reach) {
        f->failed = true;
        return;
    }
    *reach = *reach < words ? words : *reach;
    uint32_t bit = (uint32_t)word_hash(first) & ((1U << GOODS_BITS) - 1);
    s->goods_bits[bit >> 3] |= (uint8_t)(1U << (bit & 7));
}

static void add_goods(void *context, const struct goods_form *form)
{
    struct goods_filling *f = context;
    buf_reset(&f->key);
    tokens_fold(form->text, &f->key);
    add_phrase(f, arena_copy(&f->s->keep, buf_slice(&f->key)), (uint8_t)form->goods.class);
}

static void add_more_goods(struct goods_filling *f)
{
    const struct word_table *t = &TABLE_MORE_GOODS;
    for (uint32_t i = 0; i <= t->mask; i++) {
        if (t->slots[i]) {
            uint32_t k = t->slots[i] - 1U;
            add_phrase(f, slice_of((const char *)t->pool + t->keys[k]), (uint8_t)t->values[k]);
        }
    }
}

int session_open(struct news_session *s, const struct index *ix, const struct embargo *embargo,
                 struct diag *diag)
{
    *s = (struct news_session){.index = ix, .embargo = embargo};
    arena_init(&s->keep, KEEP_LIMIT);
    arena_init(&s->query, KEEP_LIMIT);
    arena_init(&s->answers, KEEP_LIMIT);
    map_init(&s->goods, 0x676f6f6473);
    map_init(&s->goods_first, 0x6669727374);
    map_init(&s->names, 0x6e616d6573);
    if (ix && searcher_new(ix, &s->searcher) < 0) {
        FAIL(diag, ERR_MEMORY, "no memory to search");
    }
    struct goods_filling f = {.s = s};
    buf_init(&f.key, 1 << 16);
    if (embargo) {
        goods_each(embargo_goods(embargo), add_goods, &f);
        add_more_goods(&f);
    }
    buf_release(&f.key);
    if (f.failed || arena_failed(&s->keep)) {
        FAIL(diag, ERR_MEMORY, "no memory for the goods words");
    }
    return 0;
}

void session_close(struct news_session *s)
{
    if (s->searcher) {
        searcher_free(s->searcher);
    }
    arena_release(&s->keep);
    arena_release(&s->query);
    arena_release(&s->answers);
    map_release(&s->goods);
    map_release(&s->goods_first);
    map_release(&s->names);
    VEC_RELEASE(&s->goods_entries);
    VEC_RELEASE(&s->goods_reach);
    VEC_RELEASE(&s->links);
}

static void forget_names(struct news_session *s)
{
    map_release(&s->names);
    map_init(&s->names, 0x6e616d6573);
    arena_reset(&s->answers);
    s->links.n = 0;
}

void session_begin_article(struct news_session *s)
{
    s->trouble = (struct diag){0};
    if (s->links.n >= SESSION_NAMES_MAX || arena_failed(&s->answers)) {
        forget_names(s);
    }
}

uint32_t session_goods_reach(const struct news_session *s, struct slice word)
{
    uint32_t at = map_get(&s->goods_first, word);
    return at == MAP_NONE ? 0 : s->goods_reach.p[at];
}

/* ---- linking ---- */

static struct slice upper(struct arena *a, struct slice code)
{
    struct slice out = arena_copy(a, code);
    for (size_t i = 0; i < out.n; i++) {
        ((char *)out.p)[i] = ascii_upper(out.p[i]);
    }
    return out;
}

static struct slice country_of(const struct entity *e)
{
    struct slice c = entity_first(e, PROP_NATIONALITY);
    c = c.n ? c : entity_first(e, PROP_COUNTRY);
    c = c.n ? c : entity_first(e, PROP_JURISDICTION);
    return c.n == 2 ? c : (struct slice){NULL, 0};
}

static int search(struct news_session *s, struct slice name, enum link_kind kind,
                  struct link *out, struct diag *diag)
{
    struct question q = {.names = &name, .name_count = 1};
    q.schema = kind == LINK_PERSON ? SCHEMA_PERSON
               : kind == LINK_ORG  ? SCHEMA_ORGANIZATION
                                   : SCHEMA_VESSEL;
    struct search_options options = {.threshold = SCORE_ALERT, .limit = 3};
    struct answer answer = {0};
    struct entity e;
    int result = search_run(s->searcher, &q, &options, &s->query, &answer, diag);
    if (result == ERR_TEXT) {
        return 0; /* no letter in it: nobody is called so */
    }
    if (result < 0 || answer.hit_count == 0) {
        return result;
    }
    TRY(index_entity(s->index, answer.hits[0].entity, &s->query, &e, diag));
    out->entity = answer.hits[0].entity;
    out->score = answer.hits[0].score;
    out->full = answer.hits[0].name.kind != PROP_WEAK_ALIAS;
    out->type = schema_is(e.schema, SCHEMA_PERSON)    ? (uint8_t)ENTITY_PERSON
                : schema_is(e.schema, SCHEMA_VEHICLE) ? (uint8_t)ENTITY_CRAFT
                                                      : (uint8_t)ENTITY_ORG;
    out->id = arena_copy(&s->answers, e.id);
    out->caption = arena_copy(&s->answers, entity_caption(&e));
    out->country = upper(&s->answers, country_of(&e));
    return 0;
}

/* The answer for a name asked for the first time; NULL, and trouble noted, when there is none. */
static struct link *ask(struct news_session *s, struct slice key, struct slice name,
                        enum link_kind kind)
{
    struct link *l = ARENA_NEW(&s->answers, struct link);
    struct link **place = VEC_ADD(&s->links);
    struct diag diag = {0};
    key = arena_copy(&s->answers, key);
    if (!l || !place || !key.p) {
        (void)diag_set(&s->trouble, ERR_MEMORY, "no memory for the names of the article");
        return NULL;
    }
    *place = l;
    *l = (struct link){.entity = NONE32};
    int result = search(s, name, kind, l, &diag);
    arena_reset(&s->query);
    if (result == 0 && arena_failed(&s->answers)) {
        result = diag_set(&diag, ERR_MEMORY, "no memory for the names of the article");
    }
    if (result == 0 && map_put(&s->names, key, (uint32_t)s->links.n - 1, NULL) == MAP_NONE) {
        result = diag_set(&diag, ERR_MEMORY, "no memory for the names of the article");
    }
    if (result < 0) {
        s->links.n--;
        s->trouble = diag;
        return NULL;
    }
    return l;
}

const struct link *session_link(struct news_session *s, struct slice name, enum link_kind kind)
{
    if (!s->searcher || name.n == 0 || name.n > 200) {
        return NULL;
    }
    char room[208] = {(char)('o' + kind), ' '};
    memcpy(room + 2, name.p, name.n);
    struct slice key = {room, name.n + 2};
    uint32_t at = map_get(&s->names, key);
    const struct link *l = at == MAP_NONE ? ask(s, key, name, kind) : s->links.p[at];
    return l && l->entity != NONE32 ? l : NULL;
}
