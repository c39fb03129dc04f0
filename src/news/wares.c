/* Goods of a group, where they come from, who alone makes them. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
}

/* "made in Iran", "fabbricati in Corea del Nord", "built by Norinco" right behind goods. */
static uint32_t maker_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    bool made = c->kind == CHUNK_VERB && HAS(c->classes, MAKE) && !is_finite(c);
    made = made || (c->goods && HAS(c->all, MAKE)); /* razzi fabbricati in Corea del Nord */
    const struct chunk *place = made && k + 1 < s->chunk_end ? at(d, k + 1) : NULL;
    bool beside =
        place && place->kind == CHUNK_NOUN && !place->goods &&
        (place->slot == DETAIL_IN || place->slot == DETAIL_BY || place->slot == DETAIL_FROM);
    return beside ? party_of(d, s, k + 1) : NONE32;
}

uint32_t origin_of(const struct document *d, const struct sentence *s, uint32_t goods)
{
    bool owned = goods > s->chunk && (at(d, goods - 1)->flags & CHUNK_POSSESSOR);
    for (uint32_t k = goods; k < s->chunk_end && k < goods + 4; k++) {
        const struct chunk *c = at(d, k);
        uint32_t maker = maker_of(d, s, k);
        if (maker != NONE32) {
            return maker;
        }
        if (c->kind == CHUNK_LINK && c->slot == DETAIL_AND) {
            continue;
        }
        if (k > goods && c->kind == CHUNK_NOUN && c->slot == DETAIL_FROM && !c->goods) {
            return party_of(d, s, k); /* shells from North Korea */
        }
        if (c->kind != CHUNK_NOUN || (k > goods && c->slot != DETAIL_OF && !c->goods)) {
            break;
        }
        if (c->mention != NONE32 && d->mentions.p[c->mention].adjective &&
            (c->goods || c->slot == DETAIL_OF)) {
            return d->mentions.p[c->mention].entity;
        }
    }
    return owned ? party_of(d, s, goods - 1) : NONE32;
}

uint32_t sole_maker_of(const struct document *d, uint32_t goods)
{
    const struct chunk *c = at(d, goods);
    for (uint32_t i = c->first; i < c->end; i++) {
        for (uint32_t n = 3; n >= 1; n--) {
            uint32_t code = 0;
            if (i + n <= d->tokens.n &&
                word_table_get(&TABLE_MAKERS, document_key(d, i, i + n), &code)) {
                char letters[2] = {(char)(code >> 8), (char)(code & 255U)};
                return country_entity(d, (struct slice){letters, 2});
            }
        }
    }
    return NONE32;
}

/* A group whose "of" names what it is about, not what it holds: details of missiles. */
static bool is_about(const struct chunk *c)
{
    uint64_t about = CLASS(INFO) | CLASS(PEOPLE) | CLASS(ROLE) | CLASS(OFFICE) | CLASS(FIRM);
    return (c->classes & about) && !HAS(c->classes, QUANT) && !HAS(c->classes, CARGO);
}

uint32_t goods_in(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    if (c->goods) {
        return k;
    }
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 5 && !is_about(c); n++) {
        const struct chunk *x = at(d, n);
        bool adjective = x->kind == CHUNK_VERB && (x->flags & CHUNK_BARE);
        bool other = x->kind == CHUNK_OTHER || chunk_is_sign(d, n, '"');
        if (adjective || other) {
            continue;
        }
        if (x->kind != CHUNK_NOUN || (x->slot != DETAIL_OF && x->slot != DETAIL_WITH)) {
            break;
        }
        if (x->goods) {
            return n;
        }
    }
    return NONE32;
}

bool goods_again(const struct document *d, const struct chunk *c)
{
    static const char *const WORDS[] = {"it", "them", "these", "those"};
    struct slice w = document_key(d, c->first, c->first + 1);
    bool it = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        it = it || (slice_is(w, WORDS[i]) && c->end - c->first == 1);
    }
    return it || (HAS(c->classes, CARGO) && !HAS(c->all, INFO));
}
