/* The subject of a verb of saying: to its left, over insertions and relative clauses, or behind it. */
#include "news/say_parts.h"
#include "news/when.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_comma(const struct document *d, uint32_t k)
{
    return chunk_is_sign(d, k, ',');
}

static bool is_relative(const struct chunk *c)
{
    return c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE);
}

static bool names_person(const struct document *d, const struct chunk *c)
{
    uint32_t e = c->mention == NONE32 ? NONE32 : d->mentions.p[c->mention].entity;
    return e != NONE32 && d->entities.p[e].type == ENTITY_PERSON;
}

/* The comma that opens the insertion which the comma at chunk `close` ends: a relative clause,
 * or anything without a verb in a mood.  NONE32 when there is none. */
static uint32_t island_open(const struct document *d, const struct sentence *s, uint32_t close)
{
    bool verb = false;
    for (uint32_t k = close; k > s->chunk + 1;) {
        k--;
        const struct chunk *c = at(d, k);
        if (is_comma(d, k)) {
            const struct chunk *n = at(d, k + 1);
            bool sub = n->kind == CHUNK_LINK &&
                       (n->slot == DETAIL_IF || n->slot == DETAIL_BECAUSE || is_relative(n));
            sub = sub || (n->kind != CHUNK_VERB && k + 2 < close && is_relative(at(d, k + 2)) &&
                          n->slot != DETAIL_NONE);
            if (sub || !verb) {
                return k;
            }
        } else if (c->kind == CHUNK_SIGN &&
                   (chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, ':'))) {
            return NONE32;
        }
        bool relative = k > s->chunk && is_relative(at(d, k - 1));
        verb = verb || (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE) && !relative);
    }
    return NONE32;
}

/* A word or two in quotation marks, not what somebody says. */
static bool is_short_quote(const struct document *d, const struct chunk *c)
{
    uint32_t i = d->tokens.p[c->first].mark == QUOTE_OPEN    ? c->first + 1
                 : d->tokens.p[c->first].mark == QUOTE_CLOSE ? c->first - 1
                                                             : c->first;
    uint16_t q = c->first > 0 ? d->tokens.p[i].quote : 0;
    return q && d->quotations.p[q - 1].end - d->quotations.p[q - 1].first < 4;
}

/* The verb that shares its subject with one behind "and" at chunk k: one of saying, else the
 * nearest; none of a relative clause or a quotation. */
static uint32_t joined_verb(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t nearest = NONE32;
    for (uint32_t v = k; v > s->chunk;) {
        v--;
        const struct chunk *c = at(d, v);
        bool relative = v > s->chunk && is_relative(at(d, v - 1));
        if (c->kind != CHUNK_VERB || !(c->flags & CHUNK_FINITE) || relative ||
            d->tokens.p[c->first].quote) {
            continue;
        }
        if (chunk_says(c)) {
            return v;
        }
        nearest = nearest == NONE32 ? v : nearest;
    }
    return nearest;
}

/* The chunk of the bare group that is the subject of a verb at chunk `verb`, or NONE32; *limit
 * is where its words may end at most. */
static uint32_t subject_left(const struct document *d, const struct sentence *s, uint32_t verb,
                             uint32_t *limit, unsigned depth)
{
    uint32_t k = verb;
    bool island = false;
    for (unsigned n = 0; n < 4 && k > s->chunk && is_comma(d, k - 1); n++) {
        k = island_open(d, s, k - 1);
        if (k == NONE32) {
            return NONE32;
        }
        island = true;
    }
    *limit = k;
    while (k > s->chunk) {
        k--;
        const struct chunk *c = at(d, k);
        bool hyphen = k > s->chunk && at(d, k - 1)->kind == CHUNK_VERB &&
                      (d->tokens.p[at(d, k - 1)->first].flags & TOK_HYPHEN);
        if (source_is_bare(d, k) && !hyphen) {
            bool object = k > s->chunk && at(d, k - 1)->kind == CHUNK_VERB &&
                          (at(d, k - 1)->flags & CHUNK_FINITE) && island;
            return object ? NONE32 : k;
        }
        if (is_relative(c)) {
            *limit = k > s->chunk && is_comma(d, k - 1) ? k - 1 : k;
            k = *limit;
            bool antecedent = k > s->chunk && at(d, k - 1)->kind == CHUNK_NOUN &&
                              source_slot(d, k - 1) != DETAIL_OF && !source_is_time(d, k - 1);
            if (antecedent) {
                return k - 1;
            }
            continue;
        }
        bool joins = c->kind == CHUNK_LINK && (c->slot == DETAIL_AND || c->slot == DETAIL_BUT);
        if (joins && depth < 4) {
            uint32_t v = joined_verb(d, s, k);
            return v == NONE32 ? NONE32 : subject_left(d, s, v, limit, depth + 1);
        }
        bool nobody = c->kind == CHUNK_NOUN && source_slot(d, k) == DETAIL_NONE &&
                      (c->flags & CHUNK_NEGATED);
        bool passes = (c->kind == CHUNK_NOUN && !source_is_goods(d, c) && !nobody) ||
                      c->kind == CHUNK_OTHER ||
                      (c->kind == CHUNK_NOUN && source_slot(d, k) != DETAIL_NONE) ||
                      (c->kind == CHUNK_VERB &&
                       (!(c->flags & CHUNK_FINITE) ||
                        (d->tokens.p[c->first].flags & TOK_HYPHEN))) || /* Washington-based */
                      is_short_quote(d, c) ||
                      token_is_sign(&d->tokens.p[c->first], ')') ||
                      token_is_sign(&d->tokens.p[c->first], '\'') ||
                      token_is_sign(&d->tokens.p[c->first], '(');
        if (!passes) {
            return NONE32;
        }
    }
    return NONE32;
}

/* The first group of the sentence that may be a subject. */
static uint32_t first_bare(const struct document *d, const struct sentence *s)
{
    uint32_t k = s->chunk;
    while (k + 1 < s->chunk_end && at(d, k)->kind == CHUNK_NOUN && !source_is_bare(d, k)) {
        k++;
    }
    return k;
}

/* Where the words of the subject at chunk k begin: with the office before a name, the possessor. */
static uint32_t subject_begin(const struct document *d, const struct sentence *s, uint32_t k,
                              bool island, bool joined)
{
    if (k >= s->chunk + 2 && is_comma(d, k - 1)) {
        uint32_t a = k - 2;
        while (a > s->chunk && source_goes_on(d, a)) {
            a--;
        }
        /* A name that nobody knows is one only where the sentence begins. */
        bool named =
            a <= first_bare(d, s) || names_person(d, at(d, a)) || names_person(d, at(d, k));
        bool chain = island && a <= first_bare(d, s) && source_is_bare(d, a);
        bool list = joined && at(d, a)->mention != NONE32 && at(d, k)->mention != NONE32;
        bool beside = named && source_is_apposition(d, a, k - 1, k);
        return source_is_bare(d, a) && (beside || chain || list) ? a : k;
    }
    /* "the Houthis' spokesman", "a member of the group's bureau" */
    bool plural = k >= s->chunk + 2 && token_is_sign(&d->tokens.p[at(d, k - 1)->first], '\'') &&
                  at(d, k - 2)->kind == CHUNK_NOUN;
    if ((k > s->chunk && source_is_possessor(d, k - 1)) || plural) {
        uint32_t a = plural ? k - 2 : k - 1;
        while (a > s->chunk && source_goes_on(d, a)) {
            a--;
        }
        return at(d, a)->kind == CHUNK_NOUN ? a : k;
    }
    if (k >= s->chunk + 2 && at(d, k - 1)->kind == CHUNK_LINK &&
        at(d, k - 1)->slot == DETAIL_AND && at(d, k)->mention != NONE32 &&
        source_is_bare(d, k - 2) && at(d, k - 2)->mention != NONE32) {
        return subject_begin(d, s, k - 2, island, true);
    }
    uint32_t a = k;
    while (a > s->chunk && source_goes_on(d, a - 1)) {
        a--;
    }
    if (a > s->chunk && source_is_bare(d, a - 1) && names_person(d, at(d, k)) &&
        source_is_apposition(d, a - 1, a, k)) {
        return a - 1;
    }
    return k;
}

bool source_left(const struct document *d, const struct sentence *s, uint32_t verb,
                 struct source *out)
{
    uint32_t limit = verb;
    uint32_t k = subject_left(d, s, verb, &limit, 0);
    if (k == NONE32) {
        return false;
    }
    bool island = verb > s->chunk && is_comma(d, verb - 1);
    uint32_t first = subject_begin(d, s, k, island, false);
    uint32_t end = source_group_end(d, s, k, limit > k ? limit : k + 1);
    if (end + 1 < verb && is_comma(d, end) && source_is_bare(d, end + 1) &&
        source_is_apposition(d, k, end, end + 1)) {
        end = source_group_end(d, s, end + 1, verb);
    }
    return source_settle(d, s, first, end, out);
}

bool source_right(const struct document *d, const struct sentence *s, uint32_t verb,
                  struct source *out)
{
    uint32_t behind = 0;
    for (uint32_t k = verb + 1; k < s->chunk_end && k < verb + 5; k++) {
        const struct chunk *c = at(d, k);
        if (source_is_bare(d, k)) {
            return source_group(d, s, k, &behind, out);
        }
        /* "l'anno dopo il gruppo" */
        bool later = c->kind == CHUNK_NOUN && c->slot == DETAIL_OTHER &&
                     source_is_time(d, k - 1) &&
                     ((c->all & SOURCE_CLASSES) || c->mention != NONE32);
        if (later) {
            return source_group(d, s, k, &behind, out);
        }
        bool other =
            c->kind == CHUNK_OTHER ||
            (c->kind == CHUNK_VERB && c->slot != DETAIL_NONE && c->end == c->first + 1);
        if (c->kind != CHUNK_NOUN && !other) {
            return false;
        }
        /* "si legge nel testo", "in parallelo il Cremlino" */
        bool held = c->kind == CHUNK_NOUN && c->slot == DETAIL_IN &&
                    ((c->all & CLASS(SAYER)) || c->mention != NONE32);
        if (held) {
            return source_group(d, s, k, &behind, out);
        }
    }
    return false;
}
