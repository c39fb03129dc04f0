/* Subjects of verbs, and where a verb's own arguments end. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
}

/* The group that a relative clause belongs to. */
uint32_t antecedent_of(const struct document *d, const struct sentence *s, uint32_t link)
{
    uint32_t k = link;
    if (k > s->chunk && chunk_is_sign(d, k - 1, ',')) {
        k--;
    }
    while (k > s->chunk) {
        k--;
        const struct chunk *c = at(d, k);
        if (c->kind != CHUNK_NOUN) {
            break;
        }
        bool first_of_phrase = c->slot != DETAIL_OF;
        if (first_of_phrase || own_entity(d, c) != NONE32) {
            return k;
        }
    }
    return k + 1 < link && at(d, k + 1)->kind == CHUNK_NOUN ? k + 1 : NONE32;
}

/* The verb group that an infinitive or gerund hangs on, and the group between them. */
uint32_t governor_of(const struct document *d, const struct sentence *s, uint32_t verb,
                     uint32_t *object)
{
    *object = NONE32;
    for (uint32_t k = verb; k > s->chunk;) {
        k--;
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_VERB) {
            return k;
        }
        if (c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && !c->goods) {
            *object = k;
        }
        if (c->kind == CHUNK_LINK && c->slot != DETAIL_AND && c->slot != DETAIL_OR) {
            return NONE32;
        }
        if (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ',') && !chunk_is_sign(d, k, '"')) {
            return NONE32;
        }
    }
    return NONE32;
}

bool chunk_is_where(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    if (c->kind != CHUNK_LINK || !(c->flags & CHUNK_RELATIVE)) {
        return false;
    }
    struct slice w = document_key(d, c->first, c->first + 1);
    return slice_is(w, "where") || slice_is(w, "dove");
}

/* "Weapons from Russia, China and Turkey reach": of the last of several names behind a preposition, the
 * first, when a group without one stands right before it; else the same. */
static uint32_t list_head(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t first = k;
    while (first >= s->chunk + 2 && at(d, first)->slot == DETAIL_NONE &&
           own_entity(d, at(d, first)) != NONE32 &&
           (chunk_is_sign(d, first - 1, ',') ||
            (at(d, first - 1)->kind == CHUNK_LINK && at(d, first - 1)->slot == DETAIL_AND)) &&
           own_entity(d, at(d, first - 2)) != NONE32) {
        first -= 2;
    }
    bool and = k > s->chunk && at(d, k - 1)->kind == CHUNK_LINK;
    bool hangs = and&&at(d, first)->slot != DETAIL_NONE && first > s->chunk &&
                 at(d, first - 1)->kind == CHUNK_NOUN && at(d, first - 1)->slot == DETAIL_NONE;
    for (uint32_t n = first; hangs && n > s->chunk; n--) {
        if (at(d, n - 1)->kind == CHUNK_LINK || at(d, n - 1)->kind == CHUNK_SIGN) {
            break;
        }
        hangs = !is_finite(
            at(d, n - 1)); /* "Iraq bought from X and Y supplied": of the next clause */
    }
    return hangs ? first : k;
}

static uint32_t subject_left(const struct document *d, const struct sentence *s, uint32_t verb,
                             unsigned depth)
{
    bool joined_where = false;
    for (uint32_t k = verb; k > s->chunk;) {
        k--;
        const struct chunk *c = at(d, k);
        bool where = chunk_is_where(d, k); /* in Moscow, where (he) was received: no subject */
        joined_where = joined_where || where;
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE) && !where) {
            return antecedent_of(d, s, k);
        }
        if (c->kind == CHUNK_LINK && !where && c->slot != DETAIL_AND && c->slot != DETAIL_BUT &&
            c->slot != DETAIL_OR) {
            return NONE32;
        }
        if (c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && list_head(d, s, k) != k) {
            k = list_head(d, s, k);
            continue;
        }
        if (c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && !when_covers(d, c->head)) {
            /* a second group of a coordination or an apposition keeps its first */
            uint32_t e = entity_of(d, s, k);
            bool apposition =
                e == NONE32 && k >= s->chunk + 2 && chunk_is_sign(d, k - 1, ',') &&
                at(d, k - 2)->kind == CHUNK_NOUN && !when_covers(d, at(d, k - 2)->head) &&
                (at(d, k - 2)->slot == DETAIL_NONE || at(d, k - 2)->slot == DETAIL_OF);
            bool object = false;
            for (uint32_t j = k; j > s->chunk && j + 4 > k && !object;) {
                j--;
                object = at(d, j)->kind == CHUNK_VERB && j + 1 == k && is_finite(at(d, j)) &&
                         !(at(d, j)->flags & CHUNK_PASSIVE);
                if (at(d, j)->kind != CHUNK_NOUN) {
                    break;
                }
            }
            bool over = false;
            bool joined = false;
            for (uint32_t j = k + 1; j < verb; j++) {
                joined = joined || chunk_is_sign(d, j, ',') || at(d, j)->kind == CHUNK_LINK;
                over =
                    over || (at(d, j)->kind == CHUNK_LINK &&
                             (at(d, j)->slot == DETAIL_AND || at(d, j)->slot == DETAIL_BUT) &&
                             j + 1 == verb);
            }
            if (e == NONE32 && over) {
                continue; /* the other verb's object */
            }
            if (object && joined && depth < 4 && k + 1 < verb) {
                /* "X ha fatto A e ha venduto B": the group is the other verb's object */
                return subject_left(d, s, k - 1, depth + 1);
            }
            if (apposition) {
                continue;
            }
            return k;
        }
        if (is_finite(c)) {
            bool joined = joined_where;
            for (uint32_t j = k + 1; j < verb; j++) {
                joined = joined ||
                         (at(d, j)->kind == CHUNK_LINK && at(d, j)->slot == DETAIL_AND) ||
                         chunk_is_sign(d, j, ',');
            }
            return joined && depth < 4 ? subject_left(d, s, k, depth + 1) : NONE32;
        }
    }
    return NONE32;
}

uint32_t subject_of(const struct document *d, const struct sentence *s, uint32_t verb)
{
    const struct chunk *v = at(d, verb);
    uint32_t object = NONE32;
    if (v->flags & CHUNK_BARE) {
        bool beside = verb > s->chunk &&
                      (at(d, verb - 1)->kind == CHUNK_NOUN || chunk_is_sign(d, verb - 1, ','));
        return beside ? antecedent_of(d, s, verb) : NONE32;
    }
    if (is_finite(v)) {
        return subject_left(d, s, verb, 0);
    }
    if (v->slot == DETAIL_TO && verb > s->chunk && at(d, verb - 1)->slot == DETAIL_FOR &&
        at(d, verb - 1)->kind == CHUNK_NOUN && entity_of(d, s, verb - 1) != NONE32) {
        return verb - 1; /* for Russia to supply */
    }
    uint32_t g = governor_of(d, s, verb, &object);
    if (g == NONE32) {
        return subject_left(d, s, verb, 0);
    }
    uint64_t steers = CLASS(ACCUSE) | CLASS(DEMAND) | CLASS(ASK) | CLASS(INVITE) | CLASS(HELP) |
                      CLASS(STOP) | CLASS(BAN) | CLASS(SAY);
    if (object != NONE32 && v->slot == DETAIL_FOR && !(v->tenses & TENSE_INF)) {
        return object; /* fined it for moving weapons */
    }
    uint64_t caught = CLASS(SEIZE) | CLASS(CHARGE) | CLASS(CONVICT);
    if (object != NONE32 && (at(d, g)->classes & caught) &&
        !(at(d, g)->flags & CHUNK_PASSIVE)) {
        return object; /* charged a man with exporting, boarded a tanker on suspicion of carrying */
    }
    bool steered = (at(d, g)->classes & steers) != 0;
    bool named = object != NONE32 && entity_of(d, s, object) != NONE32;
    if (object != NONE32 &&
        (named ? steered || at(d, g)->classes == 0
               : steered && (HAS(at(d, g)->classes, ACCUSE) || !HAS(at(d, g)->classes, SAY)) &&
                     object + 1 == verb)) {
        return object;
    }
    if (at(d, g)->flags & CHUNK_PASSIVE && (at(d, g)->flags & CHUNK_BARE)) {
        return antecedent_of(d, s, g);
    }
    return subject_of(d, s, g);
}

uint32_t right_bound(const struct document *d, const struct sentence *s, uint32_t from)
{
    uint32_t k = from;
    for (; k < s->chunk_end; k++) {
        const struct chunk *c = at(d, k);
        if (is_finite(c)) {
            /* its subject belongs to it */
            uint32_t back = k;
            while (back > from && !(at(d, back - 1)->kind == CHUNK_LINK ||
                                    at(d, back - 1)->kind == CHUNK_SIGN)) {
                back--;
            }
            bool link = back > from;
            return link ? back - 1 : k;
        }
        if (c->kind == CHUNK_LINK && c->slot != DETAIL_AND && c->slot != DETAIL_OR) {
            return k;
        }
        if (chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, ':') || chunk_is_sign(d, k, '.')) {
            return k;
        }
    }
    return k;
}
