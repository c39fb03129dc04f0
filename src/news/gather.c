/* Layer 11: mentions of a dealing to one dealing. */
#include "news/deal.h"

static bool same_side(uint32_t a, uint32_t b)
{
    return a == b || a == NONE32 || b == NONE32;
}

/* Two mentions of one real dealing? */
static bool same_dealing(const struct dealing *a, const struct dealing *b)
{
    bool key = a->supplier == b->supplier && a->recipient == b->recipient &&
               a->goods == b->goods && a->polarity == b->polarity;
    if (!key) {
        return false;
    }
    if (a->dated && b->dated && a->when.from != DAY_NONE && b->when.from != DAY_NONE) {
        bool apart = (a->when.until != DAY_NONE && a->when.until < b->when.from) ||
                     (b->when.until != DAY_NONE && b->when.until < a->when.from);
        return !apart;
    }
    bool ahead_a = a->stage == STAGE_AGREED;
    bool ahead_b = b->stage == STAGE_AGREED;
    bool done_a = a->stage >= STAGE_SHIPPED;
    bool done_b = b->stage >= STAGE_SHIPPED;
    return !((ahead_a && done_b) || (ahead_b && done_a)) || a->polarity == POLARITY_DENIED;
}

static void unite(struct dealing *a, const struct dealing *b)
{
    for (size_t i = 0; i < b->item_count && a->item_count < ITEMS_MAX; i++) {
        a->items[a->item_count++] = b->items[i];
    }
    for (size_t i = 0; i < b->evidence_count && a->evidence_count < EVIDENCE_MAX; i++) {
        a->evidence[a->evidence_count++] = b->evidence[i];
    }
    for (size_t i = 0; i < b->holder_count && a->holder_count < HOLDERS_MAX; i++) {
        bool known = false;
        for (size_t k = 0; k < a->holder_count; k++) {
            known = known || slice_eq(a->holders[k], b->holders[i]);
        }
        if (!known) {
            a->holders[a->holder_count++] = b->holders[i];
        }
    }
    a->established = a->established || b->established;
    bool vague =
        a->stage == STAGE_ALLEGED || a->stage == STAGE_RUMOURED || a->stage == STAGE_PLAIN;
    bool told =
        b->stage != STAGE_ALLEGED && b->stage != STAGE_RUMOURED && b->stage != STAGE_PLAIN;
    if ((vague && told) || (told && b->stage > a->stage)) {
        a->stage = b->stage;
    }
    if (!a->dated && b->dated) {
        a->when = b->when;
        a->dated = true;
    } else if (a->dated && b->dated) {
        bool earlier = b->when.from != DAY_NONE &&
                       (a->when.from == DAY_NONE || b->when.from < a->when.from);
        bool later = b->when.until != DAY_NONE &&
                     (a->when.until == DAY_NONE || b->when.until > a->when.until);
        a->when.from = earlier ? b->when.from : a->when.from;
        a->when.until = later ? b->when.until : a->when.until;
    }
}

static void merge(struct document *d)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        struct dealing *a = &d->dealings.p[i];
        for (size_t k = i + 1; !a->dropped && k < d->dealings.n; k++) {
            struct dealing *b = &d->dealings.p[k];
            if (!b->dropped && same_dealing(a, b)) {
                unite(a, b);
                b->dropped = true;
            }
        }
    }
}

/* ---- a group and its country ---- */

/* Does the text put a group into a country: "the Houthis in Yemen", "i ribelli Houthi dello Yemen",
 * "Sudan's RSF"? */
static bool is_placed_in(const struct document *d, uint32_t group, uint32_t country)
{
    const struct news_token *t = d->tokens.p;
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity != group || t[m->first].mention != i) {
            continue;
        }
        for (uint32_t k = m->end; k < d->tokens.n && k < m->end + 4; k++) {
            if (t[k].mention != NONE32) {
                if (d->mentions.p[t[k].mention].entity == country) {
                    return true;
                }
                break;
            }
            bool passes = t[k].part == PART_PREP || t[k].part == PART_DET ||
                          t[k].part == PART_A || t[k].part == PART_N;
            if (!passes) {
                break;
            }
        }
        uint32_t before = m->first >= 2 ? t[m->first - 2].mention : NONE32;
        before = before == NONE32 && m->first >= 1 ? t[m->first - 1].mention : before;
        if (before != NONE32 && d->mentions.p[before].entity == country) {
            return true;
        }
    }
    return false;
}

/* The country in which a group fights or a person acts: by its behalf, by the committee that listed
 * it (un:YEe.001), by the text. */
static bool is_at_home(const struct document *d, uint32_t group, uint32_t country)
{
    const struct news_entity *g = &d->entities.p[group];
    struct slice code = d->entities.p[country].behalf;
    bool party = g->type == ENTITY_ORG || g->type == ENTITY_PERSON;
    bool committee =
        g->id.n > 5 && slice_starts(g->id, "un:") && slice_eq(slice_cut(g->id, 3, 5), code);
    return party && (committee || slice_eq(g->behalf, code) || is_placed_in(d, group, country));
}

/* Arms for a country and arms for a group in it, from the same giver, are one dealing: the group gets
 * them.  A person who gets what his country gets is no party of his own. */
static void fold_country(struct document *d)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        struct dealing *a = &d->dealings.p[i];
        for (size_t k = 0; k < d->dealings.n; k++) {
            const struct dealing *b = &d->dealings.p[k];
            bool sides = k != i && a->recipient != NONE32 && b->recipient != NONE32 &&
                         a->recipient != b->recipient && a->goods == b->goods &&
                         a->polarity == b->polarity && same_side(a->supplier, b->supplier);
            enum entity_type to = sides ? d->entities.p[b->recipient].type : ENTITY_CRAFT;
            enum entity_type from = sides ? d->entities.p[a->recipient].type : ENTITY_CRAFT;
            bool apart = a->dated && b->dated &&
                         (a->when.until < b->when.from || b->when.until < a->when.from);
            bool group = from == ENTITY_COUNTRY && to == ENTITY_ORG;
            bool person = from == ENTITY_PERSON && to == ENTITY_COUNTRY;
            if (!apart && ((group && is_at_home(d, b->recipient, a->recipient)) ||
                           (person && is_at_home(d, a->recipient, b->recipient)))) {
                a->recipient = b->recipient;
                break;
            }
        }
    }
}

/* A dealing with an open side is the other one told in full, or it fills its side from it. */
static void fill_open(struct document *d)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        struct dealing *a = &d->dealings.p[i];
        for (size_t k = 0; k < d->dealings.n && a->polarity == POLARITY_DENIED; k++) {
            const struct dealing *b = &d->dealings.p[k];
            bool whole = b->supplier != NONE32 && b->recipient != NONE32;
            if (k != i && whole && b->polarity != POLARITY_DENIED &&
                (a->supplier == NONE32 || a->recipient == NONE32) &&
                same_side(a->supplier, b->supplier) && same_side(a->recipient, b->recipient) &&
                (a->goods == b->goods ||
                 (a->goods == GOODS_ARMS && b->goods == GOODS_DUAL_USE))) {
                a->supplier = b->supplier;
                a->recipient = b->recipient;
                break;
            }
        }
    }
}

/* "Tehran denied it", "Pyongyang continues to deny": of the dealing told before. */
static void bare_denials(struct document *d)
{
    size_t told = d->dealings.n;
    for (uint32_t k = 0; k < d->chunks.n; k++) {
        const struct chunk *c = &d->chunks.p[k];
        if (c->kind != CHUNK_VERB || !HAS(c->classes, SAY) || c->mode != SAY_denies ||
            (c->flags & CHUNK_NEGATED)) {
            continue;
        }
        const struct sentence *s = chunk_sentence(d, k);
        uint32_t subject = subject_of(d, s, k);
        uint32_t who = subject == NONE32 ? NONE32 : party_of(d, s, subject);
        const struct dealing *of = NULL;
        bool denied = false;
        for (size_t i = 0; i < told && who != NONE32; i++) {
            const struct dealing *x = &d->dealings.p[i];
            bool side = x->supplier == who || x->recipient == who;
            denied = denied || (side && x->polarity == POLARITY_DENIED && !x->dropped);
            bool before = x->token < c->first;
            of = side && before && !x->dropped && x->polarity == POLARITY_AFFIRMED &&
                         x->goods == GOODS_ARMS
                     ? x
                     : of;
        }
        bool object = k + 1 < s->chunk_end && c[1].kind == CHUNK_NOUN &&
                      c[1].slot == DETAIL_NONE && (c[1].mention != NONE32 || c[1].goods);
        if (!of || denied || object || d->dealings.n > told + 4) {
            continue;
        }
        struct dealing copy = *of;
        struct dealing *x = VEC_ADD(&d->dealings);
        if (!x) {
            d->failed = true;
            return;
        }
        *x = (struct dealing){.supplier = copy.supplier,
                              .recipient = copy.recipient,
                              .goods = copy.goods,
                              .stage = STAGE_DELIVERED,
                              .polarity = POLARITY_DENIED,
                              .token = c->head};
        x->holders[x->holder_count++] = entity_code(d, who);
        x->when = (struct interval){DAY_NONE, d->published.from};
        x->evidence[x->evidence_count++] = document_span(d, d->chunks.p[subject].first, c->end);
    }
}

/* ---- the author's own denial ---- */

/* "È falso: …", "The claim is false.", "Non è vero." of the author's own at the beginning of a sentence. */
static bool says_false(const struct document *d, const struct sentence *s)
{
    for (uint32_t k = s->chunk; k + 1 < s->chunk_end && k < s->chunk + 2; k++) {
        const struct chunk *c = &d->chunks.p[k];
        if (c->kind == CHUNK_NOUN && c->mention == NONE32 && !c->goods) {
            continue;
        }
        const struct chunk *what = c + 1;
        struct slice w = document_key(d, what->head, what->head + 1);
        bool true_word = slice_is(w, "vero") || slice_is(w, "vera") || slice_is(w, "true");
        bool negated = (c->flags & CHUNK_NEGATED) != 0;
        return c->kind == CHUNK_VERB && (c->flags & CHUNK_COPULA) &&
               (c->flags & CHUNK_FINITE) && what->kind == CHUNK_NOUN &&
               what->mention == NONE32 && (negated ? true_word : HAS(what->all, FALSE)) &&
               say_of(d, c->head) == NONE32 && d->tokens.p[c->head].quote == 0;
    }
    return false;
}

static void deny_what_is_false(struct document *d)
{
    for (size_t i = 1; i < d->sentences.n; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (s->paragraph != s[-1].paragraph || !says_false(d, s)) {
            continue;
        }
        for (size_t k = 0; k < d->dealings.n; k++) {
            struct dealing *x = &d->dealings.p[k];
            bool before = x->token >= s[-1].first && x->token < s[-1].end;
            if (before && x->polarity == POLARITY_AFFIRMED) {
                x->polarity = POLARITY_DENIED;
                x->stage = STAGE_DELIVERED;
            }
        }
    }
}

/* What is told of a dealing once is not told again with a side missing or as mere talk. */
static void drop_weak(struct document *d)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        struct dealing *a = &d->dealings.p[i];
        for (size_t k = 0; k < d->dealings.n && !a->dropped; k++) {
            const struct dealing *b = &d->dealings.p[k];
            bool sides = k != i && !b->dropped && b->goods == a->goods &&
                         a->supplier == b->supplier && a->recipient == b->recipient;
            bool told = k != i && !b->dropped && a->stage >= STAGE_SHIPPED &&
                        a->supplier == NONE32 && b->supplier != NONE32 &&
                        a->recipient == b->recipient && a->goods == b->goods &&
                        a->polarity == b->polarity;
            a->dropped = a->dropped || told;
            bool beside = k != i && !b->dropped && a->supplier == b->supplier &&
                          a->recipient == b->recipient && a->polarity == b->polarity;
            bool headline = d->paragraphs.n && d->paragraphs.p[0].kind == PARA_HEADLINE &&
                            a->token < d->paragraphs.p[0].last;
            if (beside && headline && a->goods == GOODS_OTHER && b->goods == GOODS_ARMS) {
                a->dropped = true; /* the body tells that the helicopters are gunships */
            }
            if (sides && a->polarity == POLARITY_HYPOTHETICAL &&
                b->polarity == POLARITY_AFFIRMED) {
                a->dropped = true;
            }
        }
    }
}

void deals_gather(struct document *d)
{
    deny_what_is_false(d);
    fill_open(d);
    fold_country(d);
    merge(d);
    bare_denials(d);
    merge(d);
    drop_weak(d);
}
