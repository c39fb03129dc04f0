/* In which mode something is said: what the verb means, and what the content adds to it. */
#include "news/say_parts.h"

/* What is true of the content as a whole. */
struct gist {
    uint64_t all;              /* classes of all its words */
    const struct chunk *said;  /* its first verb with a mood */
    const struct chunk *first; /* the same, or when that says something, the one it governs */
    const struct chunk *verb;  /* its first verb at all */
    bool denied;               /* its first clause is negated */
    bool deals;                /* it is about a dealing, or evidence of one */
    bool early;
    bool self; /* it begins with a pronoun or without a subject */
};

static bool has_reading(const struct news_token *t, enum word_detail detail)
{
    for (size_t i = 0; i < t->rows.n; i++) {
        if (t->rows.rows[i].detail == detail) {
            return true;
        }
    }
    return false;
}

static bool is_not_yet(const struct document *d, const struct chunk *c)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        struct slice w = document_key(d, i, i + 1);
        if (slice_is(w, "ancora") || slice_is(w, "yet")) {
            return true;
        }
    }
    return false;
}

/* A verb of being, having or dealing; of others the negation denies no dealing (a deal on paper
 * is not enough). */
static bool weighs(const struct document *d, const struct chunk *c)
{
    const struct news_token *t = &d->tokens.p[c->head];
    return (c->classes & (CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM))) ||
           (c->flags & CHUNK_COPULA) || token_lemma_is(t, "essere") ||
           token_lemma_is(t, "avere") || token_lemma_is(t, "be") || token_lemma_is(t, "have");
}

/* Does chunk x deny: a negated verb of the first clause (or of what "we have said that" governs),
 * or "no …" right behind it? */
static bool denies(const struct document *d, const struct chunk *x, const struct chunk *first)
{
    struct slice w = document_key(d, x->first, x->first + 1);
    bool no = x->kind == CHUNK_NOUN && (slice_is(w, "no") || slice_is(w, "alcun") ||
                                        slice_is(w, "alcuna") || slice_is(w, "nessun"));
    if ((!(x->flags & CHUNK_NEGATED) && !no) || is_not_yet(d, x)) {
        return false;
    }
    if (x->kind == CHUNK_VERB) {
        return (!first || chunk_says(first)) && weighs(d, x);
    }
    return first && x == first + 1 && weighs(d, first);
}

static struct gist gist_of(const struct speaker *p, const struct content *c)
{
    const struct document *d = p->d;
    struct gist g = {0};
    const struct sentence *s = p->s - (p->index > 0 && c->first < p->s->first);
    for (uint32_t k = s->chunk; k < d->chunks.n && say_chunk(d, k)->first < c->end; k++) {
        const struct chunk *x = say_chunk(d, k);
        if (x->first < c->first) {
            continue;
        }
        g.all |= x->all;
        g.deals = g.deals || x->goods == GOODS_ARMS;
        g.denied = g.denied || denies(d, x, g.first);
        if (x->kind == CHUNK_VERB) {
            g.verb = g.verb ? g.verb : x;
            if (x->flags & CHUNK_FINITE) {
                g.said = g.said ? g.said : x;
                g.first = g.first && !chunk_says(g.first) ? g.first : x;
            }
        }
    }
    for (uint32_t i = c->first; i < c->end; i++) {
        g.early = g.early || has_reading(&d->tokens.p[i], DETAIL_EARLY);
    }
    const struct news_token *t = c->first < c->end ? &d->tokens.p[c->first] : NULL;
    g.self = t && (t->part == PART_PRON ||
                   (t->part == PART_V && t->row && (t->row->tenses & TENSE_FINITE)));
    g.deals = g.deals || g.self ||
              (g.all & (CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM) | CLASS(AGREE)));
    return g;
}

static bool speaks_of_itself(const struct speaker *p, const struct source *from,
                             const struct content *c)
{
    const struct document *d = p->d;
    uint32_t m = c->first < c->end ? d->tokens.p[c->first].mention : NONE32;
    m = m == NONE32 && c->first + 1 < c->end ? d->tokens.p[c->first + 1].mention : m;
    uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
    return e != NONE32 &&
           (e == from->entity ||
            (from->behalf.n == 2 && slice_eq(d->entities.p[e].behalf, from->behalf)));
}

/* "we have said", "abbiamo chiarito" */
static bool is_first_person(const struct document *d, const struct chunk *v)
{
    if (v->flags & CHUNK_FIRST) {
        return true;
    }
    const struct chunk *s = v > d->chunks.p ? v - 1 : v;
    struct slice w = document_key(d, s->first, s->first + 1);
    return slice_is(w, "we") || slice_is(w, "i");
}

static enum say_mode of_request(const struct gist *g, enum say_mode mode)
{
    bool stops = g->verb && HAS(g->verb->all, STOP);
    if (mode == SAY_asks && (stops || (g->first && HAS(g->first->all, ASK)))) {
        return SAY_demands;
    }
    if (mode == SAY_demands && !HAS(g->all, STOP) && g->first == NULL && HAS(g->all, INVITE)) {
        return SAY_asks;
    }
    return mode;
}

static bool announces(const struct speaker *p, const struct source *from, const struct gist *g,
                      const struct content *c)
{
    if (!g->first) {
        return false;
    }
    bool acts = (g->first->classes & (CLASS(SUPPLY) | CLASS(MOVE) | CLASS(VISIT))) &&
                (g->first->tenses & TENSE_COND) && p->english;
    bool decides =
        (g->first->classes & (CLASS(AGREE) | CLASS(READY))) && speaks_of_itself(p, from, c);
    bool condition = g->first > p->d->chunks.p && g->first[-1].kind == CHUNK_LINK &&
                     g->first[-1].slot == DETAIL_IF;
    condition = condition || (c->first < p->d->tokens.n && p->d->tokens.p[c->first].row &&
                              p->d->tokens.p[c->first].row->detail == DETAIL_IF);
    return ((g->first->tenses & TENSE_FUT) && !condition) || acts || decides;
}

enum say_mode mode_of(const struct speaker *p, const struct source *from, enum say_mode mode,
                      const struct content *c)
{
    struct gist g = gist_of(p, c);
    if (mode == SAY_asks || mode == SAY_demands) {
        return of_request(&g, mode);
    }
    if (mode != SAY_asserts) {
        return mode;
    }
    if (HAS(g.all, INFO) && g.early && HAS(g.all, SUPPLY)) {
        return SAY_declines;
    }
    if (c->quoted && g.said && chunk_says(g.said) && g.said->mode != SAY_asserts &&
        is_first_person(p->d, g.said)) {
        return HAS(g.said->all, ASK) ? SAY_demands : (enum say_mode)g.said->mode;
    }
    if (HAS(g.all, FALSE) || (g.denied && g.deals)) {
        return SAY_denies;
    }
    return announces(p, from, &g, c) ? SAY_announces : mode;
}
