/* Groups to the entities that they stand for. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static uint32_t last_entity(const struct document *d, uint32_t token, bool organisation)
{
    uint32_t best = NONE32;
    uint32_t place = 0;
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->first >= token || m->entity == NONE32 || m->adjective || token - m->first > 60) {
            continue;
        }
        enum entity_type t = d->entities.p[m->entity].type;
        if (organisation ? t == ENTITY_ORG && !d->entities.p[m->entity].body
                         : t == ENTITY_PERSON) {
            best = best == NONE32 || m->first >= place ? m->entity : best;
            place = m->first > place ? m->first : place;
        }
    }
    return best;
}

/* The entity among the mentions of a group; an adjective of goods is their origin, not this. */
uint32_t own_entity(const struct document *d, const struct chunk *c)
{
    if (c->kind != CHUNK_NOUN || c->mention == NONE32) {
        return NONE32;
    }
    const struct mention *m = &d->mentions.p[c->mention];
    return m->adjective && c->goods ? NONE32 : m->entity;
}

uint32_t country_entity(const struct document *d, struct slice code)
{
    for (uint32_t i = 0; i < d->entities.n; i++) {
        if (d->entities.p[i].type == ENTITY_COUNTRY &&
            slice_eq(d->entities.p[i].behalf, code)) {
            return i;
        }
    }
    return NONE32;
}

/* We: the state that whoever is quoted speaks for. */
uint32_t speaker_state(const struct document *d, uint32_t token)
{
    uint32_t said = say_of(d, token);
    return said == NONE32 || d->statements.p[said].behalf.n != 2
               ? NONE32
               : country_entity(d, d->statements.p[said].behalf);
}

/* "Il capitano", "the general": an office alone means whoever was named with that very word last. */
static uint32_t office_holder(const struct document *d, const struct chunk *c)
{
    uint64_t offices = CLASS(OFFICE) | CLASS(HEAD);
    struct slice office = document_key(d, c->head, c->head + 1);
    struct slice article = document_key(d, c->first, c->first + 1);
    bool definite = slice_is(article, "the") || slice_is(article, "il") ||
                    slice_is(article, "lo") || slice_is(article, "la") ||
                    slice_is(article, "l'");
    if (!(c->classes & offices) || !definite || c->end - c->first > 2) {
        return NONE32;
    }
    for (uint32_t i = c->first; i-- > 0 && c->first - i < 200;) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e == NONE32 || d->entities.p[e].type != ENTITY_PERSON) {
            continue;
        }
        uint32_t first = d->mentions.p[m].first;
        for (uint32_t k = first; k-- > 0 && first - k < 5;) {
            if (slice_eq(document_key(d, k, k + 1), office)) {
                return e;
            }
        }
        i = first;
    }
    return NONE32;
}

static bool is_we(const struct document *d, const struct chunk *c)
{
    struct slice w = document_key(d, c->first, c->first + 1);
    return (c->flags & CHUNK_PRONOUN) &&
           (slice_is(w, "we") || slice_is(w, "i") || slice_is(w, "noi") || slice_is(w, "us"));
}

/* "Sudan's army", "Russia's defence minister": who acts for the owner before it. */
static bool acts_for_owner(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint64_t acts = CLASS(GOVT) | CLASS(OFFICE) | CLASS(HEAD) | CLASS(INTEL) | CLASS(FIRM) |
                    CLASS(DELEGATION) | CLASS(PORT);
    return k > s->chunk && (at(d, k - 1)->flags & CHUNK_POSSESSOR) && (at(d, k)->all & acts);
}

uint32_t entity_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint32_t e = own_entity(d, c);
    for (uint32_t n = k + 1; e == NONE32 && n < s->chunk_end && n < k + 4; n++) {
        const struct chunk *x = at(d, n);
        bool seat = x->slot == DETAIL_IN && HAS(c->classes, FIRM);
        bool genitive = x->kind == CHUNK_NOUN && (x->slot == DETAIL_OF || seat ||
                                                  (at(d, n - 1)->flags & CHUNK_POSSESSOR));
        if (!genitive || c->goods) {
            break;
        }
        e = own_entity(d, x);
    }
    if (e == NONE32 && acts_for_owner(d, s, k)) {
        e = own_entity(d, at(d, k - 1));
    }
    if (e == NONE32 && c->kind == CHUNK_NOUN && !c->goods) {
        if (is_we(d, c)) {
            e = speaker_state(d, c->first);
        } else if (c->flags & CHUNK_PRONOUN) {
            e = last_entity(d, c->first, false);
        } else if (c->classes & (CLASS(OFFICE) | CLASS(HEAD))) {
            e = office_holder(d, c);
        } else if (HAS(c->classes, FIRM) && c->end - c->first <= 3) {
            e = last_entity(d, c->first, true);
        }
    }
    return e;
}

uint32_t group_named(const struct document *d, const struct chunk *c)
{
    uint32_t e = own_entity(d, c);
    if (e == NONE32 || d->entities.p[e].type != ENTITY_ORG) {
        return NONE32;
    }
    const struct mention *m = &d->mentions.p[c->mention];
    return !m->gazetteer || m->names == NAMES_ARMED_GROUP || d->entities.p[e].listed ? e
                                                                                     : NONE32;
}

/* "Sudan's RSF": what is owned is meant, when it is a group with a name of its own. */
static uint32_t owned_group(const struct document *d, const struct sentence *s, uint32_t k)
{
    bool owner = (at(d, k)->flags & CHUNK_POSSESSOR) && k + 1 < s->chunk_end;
    return owner ? group_named(d, at(d, k + 1)) : NONE32;
}

/* "Two Haitian citizens", "fratelli siriani": private people stand for no state. */
static bool is_private(const struct document *d, const struct chunk *c)
{
    static const char *const WORDS[] = {
        "citizen",   "citizens",  "national",  "nationals", "brother",   "brothers", "man",
        "men",       "woman",     "couple",    "resident",  "residents", "people",   "migrants",
        "cittadino", "cittadini", "cittadina", "uomo",      "uomini",    "donna",    "fratelli",
        "coppia",    "migranti",  "persone",   NULL};
    if (c->mention == NONE32 || !d->mentions.p[c->mention].adjective) {
        return false;
    }
    struct slice head = document_key(d, c->head, c->head + 1);
    for (const char *const *w = WORDS; *w; w++) {
        if (slice_is(head, *w)) {
            return true;
        }
    }
    return false;
}

uint32_t party_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    if (is_private(d, at(d, k))) {
        return NONE32;
    }
    uint32_t owned = owned_group(d, s, k);
    uint32_t e = owned == NONE32 ? entity_of(d, s, k) : owned;
    if (e == NONE32) {
        return NONE32;
    }
    const struct news_entity *n = &d->entities.p[e];
    if ((n->type == ENTITY_PERSON && n->official) ||
        (n->type == ENTITY_ORG && n->body && !n->listed)) {
        uint32_t c = country_entity(d, n->behalf);
        return c != NONE32 ? c : e;
    }
    /* "dirigenti della società": an office with a country stands for it */
    return e;
}
