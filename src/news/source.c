/* Sources: groups with their genitives and appositions, and whom they speak for. */
#include "news/chunks.h"
#include "news/names.h"
#include "news/say.h"
#include "news/when.h"

#define SPEAKERS                                                                               \
    (CLASS(OFFICE) | CLASS(SPOKES) | CLASS(HEAD) | CLASS(RULER) | CLASS(SOURCE) |              \
     CLASS(SAYER) | CLASS(MEDIA) | CLASS(GOVT) | CLASS(INTEL) | CLASS(COURT) | CLASS(FIRM) |   \
     CLASS(DELEGATION))

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

/* A group that may begin a source: no preposition, no time, no goods. */
static bool is_bare_group(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    return c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && !when_covers(d, c->head) &&
           !c->goods && !(c->flags & CHUNK_NEGATED);
}

/* Prepositional groups that go on the one before them. */
static bool goes_on(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    return c->kind == CHUNK_NOUN &&
           (c->slot == DETAIL_OF || c->slot == DETAIL_IN || c->slot == DETAIL_FOR ||
            c->slot == DETAIL_TO || c->slot == DETAIL_AGAINST || c->slot == DETAIL_ON) &&
           !when_covers(d, c->head);
}

static bool names_person(const struct document *d, const struct chunk *c)
{
    if (c->mention == NONE32) {
        return false;
    }
    uint32_t e = d->mentions.p[c->mention].entity;
    return e != NONE32 && d->entities.p[e].type == ENTITY_PERSON;
}

/* The end of a group with what goes on it. */
static uint32_t group_end(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t end = k + 1;
    while (end < s->chunk_end &&
           (goes_on(d, end) || (at(d, end - 1)->flags & CHUNK_POSSESSOR))) {
        end++;
    }
    /* "Pyongyang e il Cremlino", "Paris, Londres" */
    while (end + 1 < s->chunk_end && at(d, end)->kind == CHUNK_LINK &&
           at(d, end)->slot == DETAIL_AND && is_bare_group(d, end + 1) &&
           at(d, end + 1)->mention != NONE32 && at(d, k)->mention != NONE32) {
        end += 2;
        while (end < s->chunk_end && goes_on(d, end)) {
            end++;
        }
    }
    return end;
}

/* A name and an office, one in apposition to the other: "X, ministro di Y," "il portavoce, X,". */
static bool is_apposition(const struct document *d, uint32_t a, uint32_t b)
{
    const struct chunk *p = at(d, a);
    const struct chunk *q = at(d, b);
    bool office_a = (p->all & SPEAKERS) != 0;
    bool office_b = (q->all & SPEAKERS) != 0;
    return (names_person(d, q) && office_a && !names_person(d, p)) ||
           (names_person(d, p) && office_b && !names_person(d, q));
}

static void take_entity(const struct document *d, const struct chunk *c, struct source *out)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        if (m == NONE32 || d->mentions.p[m].first != i || d->mentions.p[m].entity == NONE32) {
            continue;
        }
        uint32_t e = d->mentions.p[m].entity;
        const struct news_entity *n = &d->entities.p[e];
        bool better =
            out->entity == NONE32 ||
            (n->type == ENTITY_PERSON && d->entities.p[out->entity].type != ENTITY_PERSON);
        out->entity = better ? e : out->entity;
        if (out->behalf.n == 0 && n->type != ENTITY_PERSON) {
            out->behalf = n->behalf;
        }
    }
}

static struct slice nearest_state(const struct document *d, uint32_t token)
{
    struct slice best = {NULL, 0};
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->first < token && token - m->first < 40 && m->entity != NONE32 && !m->adjective &&
            d->entities.p[m->entity].type == ENTITY_COUNTRY) {
            best = d->entities.p[m->entity].behalf;
        }
    }
    return best;
}

/* Entity, state and classes of the groups first … end − 1. */
static bool settle(const struct document *d, uint32_t first, uint32_t end, struct source *out)
{
    *out = (struct source){
        .first = at(d, first)->first, .end = at(d, end - 1)->end, .entity = NONE32};
    for (uint32_t k = first; k < end; k++) {
        if (at(d, k)->kind == CHUNK_NOUN) {
            take_entity(d, at(d, k), out);
            out->classes |= at(d, k)->all & SPEAKERS;
        }
    }
    bool official =
        (out->classes & (CLASS(OFFICE) | CLASS(SPOKES) | CLASS(GOVT) | CLASS(HEAD))) != 0;
    bool press = out->classes == CLASS(SOURCE) || out->classes == CLASS(MEDIA);
    if (out->behalf.n == 0 && out->entity != NONE32) {
        out->behalf = d->entities.p[out->entity].behalf;
    }
    if (out->behalf.n == 0 && official && !press &&
        (out->classes & (CLASS(SPOKES) | CLASS(GOVT)))) {
        out->behalf = nearest_state(d, out->first);
    }
    return out->entity != NONE32 || out->classes != 0;
}

bool source_group(const struct document *d, const struct sentence *s, uint32_t from,
                  uint32_t *behind, struct source *out)
{
    if (from >= s->chunk_end || at(d, from)->kind != CHUNK_NOUN) {
        return false;
    }
    uint32_t end = group_end(d, s, from);
    if (end + 1 < s->chunk_end && chunk_is_sign(d, end, ',') && is_bare_group(d, end + 1) &&
        is_apposition(d, from, end + 1)) {
        end = group_end(d, s, end + 1);
    } else if (end < s->chunk_end && is_bare_group(d, end) && is_apposition(d, from, end)) {
        end = group_end(d, s, end);
    }
    *behind = end;
    return settle(d, from, end, out);
}

/* Behind a comma a relative clause may stand: its beginning, or NONE32. */
static uint32_t before_relative(const struct document *d, const struct sentence *s,
                                uint32_t comma)
{
    for (uint32_t k = comma; k > s->chunk + 1;) {
        k--;
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE) &&
            chunk_is_sign(d, k - 1, ',')) {
            return k - 1;
        }
        if (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ',')) {
            break;
        }
    }
    return NONE32;
}

bool source_left(const struct document *d, const struct sentence *s, uint32_t verb,
                 struct source *out)
{
    while (verb > s->chunk && at(d, verb)->slot != DETAIL_NONE &&
           at(d, verb)->kind == CHUNK_VERB && at(d, verb - 1)->kind == CHUNK_VERB) {
        verb--; /* "è tornato a chiedere": the subject is the first verb's */
    }
    uint32_t k = verb;
    if (k > s->chunk && chunk_is_sign(d, k - 1, ',')) {
        uint32_t r = before_relative(d, s, k - 1);
        k = r != NONE32 ? r : k - 1;
    }
    uint32_t end = k;
    while (k > s->chunk) {
        k--;
        const struct chunk *c = at(d, k);
        if (is_bare_group(d, k)) {
            break;
        }
        bool relative = c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE) && k + 1 == verb;
        if (relative && k > s->chunk) {
            end = chunk_is_sign(d, k - 1, ',') ? k - 1 : k;
            continue;
        }
        if (c->kind == CHUNK_SIGN && chunk_is_sign(d, k, ',')) {
            continue;
        }
        if (c->kind != CHUNK_NOUN || (c->slot == DETAIL_NONE && c->goods)) {
            return false;
        }
    }
    if (!is_bare_group(d, k)) {
        return false;
    }
    uint32_t first = k;
    if (k >= s->chunk + 2 && chunk_is_sign(d, k - 1, ',')) {
        uint32_t a = k - 2;
        while (a > s->chunk && goes_on(d, a)) {
            a--;
        }
        if (is_bare_group(d, a) && is_apposition(d, a, k)) {
            first = a;
        }
    } else if (k > s->chunk) {
        uint32_t a = k - 1;
        while (a > s->chunk && (goes_on(d, a) || (at(d, a)->kind == CHUNK_NOUN &&
                                                  (at(d, a)->flags & CHUNK_POSSESSOR)))) {
            a--;
        }
        if (at(d, a)->kind == CHUNK_NOUN && is_bare_group(d, a) &&
            (is_apposition(d, a, k) || (at(d, a)->flags & CHUNK_POSSESSOR))) {
            first = a;
        }
        if (k >= s->chunk + 2 && at(d, k - 1)->kind == CHUNK_LINK &&
            at(d, k - 1)->slot == DETAIL_AND && at(d, k)->mention != NONE32 &&
            is_bare_group(d, k - 2) && at(d, k - 2)->mention != NONE32) {
            first = k - 2;
        }
    }
    while (end > k + 1 && (at(d, end - 1)->kind == CHUNK_SIGN)) {
        end--;
    }
    return settle(d, first, end, out);
}

bool source_right(const struct document *d, const struct sentence *s, uint32_t verb,
                  struct source *out)
{
    uint32_t behind = 0;
    for (uint32_t k = verb + 1; k < s->chunk_end && k < verb + 5; k++) {
        const struct chunk *c = at(d, k);
        if (is_bare_group(d, k)) {
            return source_group(d, s, k, &behind, out);
        }
        if (c->kind != CHUNK_NOUN && !chunk_is_sign(d, k, ',')) {
            return false;
        }
        /* "si legge nel testo" */
        if (c->kind == CHUNK_NOUN && c->slot == DETAIL_IN && (c->all & CLASS(SAYER))) {
            return source_group(d, s, k, &behind, out);
        }
    }
    return false;
}
