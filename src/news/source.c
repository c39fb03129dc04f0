/* Sources: groups with their genitives and appositions, and whom they speak for. */
#include "news/names.h"
#include "news/say_parts.h"
#include "news/when.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

/* Goods are no subject that speaks; somebody named after them is (a weapons inspector). */
bool source_is_goods(const struct document *d, const struct chunk *c)
{
    return c->goods && (d->tokens.p[c->head].goods || !(c->classes & SOURCE_CLASSES)) &&
           !(c->all & SOURCE_CLASSES) && c->mention == NONE32;
}

uint8_t source_slot(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    const struct news_token *t = &d->tokens.p[c->first];
    if (c->slot == DETAIL_NONE && (t->flags & TOK_INSIDE)) {
        return DETAIL_OF; /* the end of a phrase of the lexicon */
    }
    if (c->slot != DETAIL_NONE || c->mention == NONE32 ||
        d->mentions.p[c->mention].first != c->first) {
        return c->slot;
    }
    for (size_t i = 0; i < t->rows.n; i++) {
        if (t->rows.rows[i].part == PART_PREP && !(t->flags & TOK_CAPITAL)) {
            return t->rows.rows[i].detail;
        }
    }
    return c->slot;
}

bool source_is_time(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint32_t word = 0;
    return c->kind == CHUNK_NOUN &&
           (when_covers(d, c->head) || HAS(c->all, CALENDAR) ||
            (c->mention == NONE32 && !(c->all & SOURCE_CLASSES) &&
             word_table_get(&TABLE_TIMES, document_key(d, c->head, c->head + 1), &word) &&
             (word & 255U) >= TIME_month1 && (word & 255U) <= TIME_year));
}

bool source_is_bare(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    return c->kind == CHUNK_NOUN && source_slot(d, k) == DETAIL_NONE && !source_is_time(d, k) &&
           !source_is_goods(d, c) && !(c->flags & CHUNK_NEGATED);
}

/* "in a statement", "in un colloquio": where it was said, not who said it. */
static bool is_occasion(const struct document *d, const struct chunk *c)
{
    static const char *const SOME[] = {"a", "an", "un", "una", "uno", "un'"};
    uint64_t occasions = CLASS(SAYER) | CLASS(TALK) | CLASS(MEET) | CLASS(VISIT);
    for (size_t i = 0; i < sizeof SOME / sizeof *SOME; i++) {
        if (slice_is(document_key(d, c->first, c->first + 1), SOME[i])) {
            return true;
        }
    }
    return (c->all & occasions) != 0;
}

/* Prepositional groups that go on the one before them. */
bool source_goes_on(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint8_t slot = source_slot(d, k);
    bool place = slot != DETAIL_OF && is_occasion(d, c);
    return c->kind == CHUNK_NOUN && !place &&
           (slot == DETAIL_OF || (slot == DETAIL_BY && c->mention != NONE32) ||
            slot == DETAIL_IN || slot == DETAIL_FOR || slot == DETAIL_TO ||
            slot == DETAIL_AGAINST || slot == DETAIL_ON || slot == DETAIL_WITH) &&
           !source_is_time(d, k);
}

bool source_is_possessor(const struct document *d, uint32_t k)
{
    return at(d, k)->kind == CHUNK_NOUN && (at(d, k)->flags & CHUNK_POSSESSOR);
}

static bool is_comma(const struct document *d, uint32_t k)
{
    return chunk_is_sign(d, k, ',');
}

static bool names_person(const struct document *d, const struct chunk *c)
{
    if (c->mention == NONE32) {
        return false;
    }
    uint32_t e = d->mentions.p[c->mention].entity;
    return e != NONE32 && d->entities.p[e].type == ENTITY_PERSON;
}

/* "seen by this newspaper", "citate dalla stampa": a participle with its agent. */
static uint32_t with_agent(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = k < s->chunk_end ? at(d, k) : NULL;
    bool agent = c && c->kind == CHUNK_NOUN && (c->slot == DETAIL_BY || c->slot == DETAIL_FROM);
    const struct news_token *t = c && c->first > 1 ? &d->tokens.p[at(d, k - 1)->end - 1] : NULL;
    if (agent && t && t->row && t->part == PART_V && (t->row->tenses & TENSE_PP)) {
        return k + 1; /* the participle ends the group before */
    }
    bool participle = c && c->kind == CHUNK_VERB && !(c->flags & CHUNK_FINITE) &&
                      (c->tenses & TENSE_PP) && k + 1 < s->chunk_end &&
                      at(d, k + 1)->kind == CHUNK_NOUN &&
                      (at(d, k + 1)->slot == DETAIL_BY || at(d, k + 1)->slot == DETAIL_FROM);
    return participle ? k + 2 : k;
}

/* The end of a group with what goes on it; not past chunk `limit`. */
uint32_t source_group_end(const struct document *d, const struct sentence *s, uint32_t k,
                          uint32_t limit)
{
    uint32_t end = k + 1;
    while (end < limit) {
        bool hyphen = at(d, end)->kind == CHUNK_VERB && end + 1 < limit &&
                      (d->tokens.p[at(d, end)->first].flags & TOK_HYPHEN) &&
                      at(d, end + 1)->kind == CHUNK_NOUN; /* the Washington-based centre */
        if (!hyphen && !source_goes_on(d, end) && !source_is_possessor(d, end - 1)) {
            break;
        }
        end += hyphen ? 2 : 1;
    }
    uint32_t agent = end < limit ? with_agent(d, s, end) : end;
    while (agent > end && agent < limit && source_goes_on(d, agent)) {
        agent++;
    }
    end = agent <= limit ? agent : end;
    /* "Pyongyang e il Cremlino", "Paris, Londres" */
    while (end + 1 < limit && at(d, end)->kind == CHUNK_LINK &&
           at(d, end)->slot == DETAIL_AND && source_is_bare(d, end + 1) &&
           at(d, end + 1)->mention != NONE32 && at(d, k)->mention != NONE32) {
        end += 2;
        while (end < limit && source_goes_on(d, end)) {
            end++;
        }
    }
    return end;
}

/* A name and an office, one in apposition to the other: "X, ministro di Y," "il portavoce, X,". */
bool source_is_apposition(const struct document *d, uint32_t a, uint32_t end, uint32_t b)
{
    const struct chunk *p = at(d, a);
    const struct chunk *q = at(d, b);
    uint64_t all = 0;
    for (uint32_t k = a; k < end; k++) {
        all |= at(d, k)->all;
    }
    bool office_a = (all & SOURCE_CLASSES) != 0;
    bool office_b = (q->all & SOURCE_CLASSES) != 0;
    bool name_a = names_person(d, p) || (d->tokens.p[p->head].flags & TOK_CAPITAL);
    return (names_person(d, q) && office_a && !names_person(d, p)) ||
           (name_a && office_b && !office_a);
}

/* ---- whom the words stand for ---- */

/* A name like "intelligence" or "the foreign ministry" that got its state from elsewhere. */
static bool is_generic(const struct document *d, const struct mention *m)
{
    uint32_t value = 0;
    if (!m->gazetteer ||
        !word_table_get(&TABLE_GAZETTEER, document_key(d, m->first, m->end), &value)) {
        return false;
    }
    for (uint32_t i = 0; i < (value & 255U); i++) {
        struct slice id = news_text(gazetteer_rows[(value >> 8) + i].entity);
        if (slice_is(slice_next(&id, ':'), "slot")) {
            return true;
        }
    }
    return false;
}

static bool is_definite(const struct document *d, uint32_t i)
{
    static const char *const ARTICLES[] = {"the", "il", "lo", "la", "i", "gli", "le", "l'"};
    for (size_t n = 0; n < sizeof ARTICLES / sizeof *ARTICLES; n++) {
        if (slice_is(document_key(d, i, i + 1), ARTICLES[n])) {
            return true;
        }
    }
    return d->tokens.p[i].mention != NONE32;
}

/* `named`: the group names a country itself, so that "the ministry" in it is that country's. */
static void take_entity(const struct document *d, const struct chunk *c, bool named,
                        struct source *out)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        if (m == NONE32 || d->mentions.p[m].first != i || d->mentions.p[m].entity == NONE32) {
            continue;
        }
        uint32_t e = d->mentions.p[m].entity;
        const struct news_entity *n = &d->entities.p[e];
        bool generic = out->entity == NONE32 && is_generic(d, &d->mentions.p[m]);
        if (generic && (named || (!is_definite(d, c->first) && i > c->first))) {
            continue; /* "Western intelligence agencies" are nobody's in particular */
        }
        bool better =
            out->entity == NONE32 ||
            (n->type == ENTITY_PERSON && d->entities.p[out->entity].type != ENTITY_PERSON);
        out->entity = better ? e : out->entity;
        if (out->behalf.n == 0 && n->type != ENTITY_PERSON) {
            out->behalf = n->behalf;
        }
    }
}

static bool is_dateline(const struct document *d, const struct sentence *s, uint32_t token)
{
    for (size_t k = 0; k < d->paragraphs.n && k < 3; k++) {
        const struct paragraph *x = &d->paragraphs.p[k];
        if (x->kind == PARA_DATELINE && token >= x->first && token < x->last) {
            return true;
        }
    }
    return token >= s->first && token < say_begin(d, s);
}

/* The state spoken of last; the place of a dateline is none. */
static struct slice nearest_state(const struct document *d, const struct sentence *s,
                                  uint32_t token)
{
    for (uint32_t i = token; i > 0 && token - i < 40;) {
        uint32_t m = d->tokens.p[--i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e != NONE32 && !d->mentions.p[m].adjective && !is_dateline(d, s, i) &&
            d->entities.p[e].type == ENTITY_COUNTRY) {
            return d->entities.p[e].behalf;
        }
    }
    return (struct slice){NULL, 0};
}

/* Is a country named in groups first … end − 1, not as an adjective? */
static bool names_country(const struct document *d, uint32_t first, uint32_t end)
{
    for (uint32_t i = at(d, first)->first; i < at(d, end - 1)->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY &&
            !is_generic(d, &d->mentions.p[m])) {
            return true;
        }
    }
    return false;
}

static bool names_body(const struct document *d, const struct chunk *c)
{
    uint32_t e = c->mention == NONE32 ? NONE32 : d->mentions.p[c->mention].entity;
    return e != NONE32 && d->entities.p[e].type == ENTITY_ORG;
}

/* "a former Israeli officer" speaks for nobody. */
static bool is_former(const struct document *d, const struct source *x)
{
    for (uint32_t i = x->first; i < x->end && i < x->first + 3; i++) {
        struct slice w = document_key(d, i, i + 1);
        if (slice_is(w, "former") || slice_is(w, "ex") || slice_is(w, "retired")) {
            return true;
        }
    }
    return false;
}

/* Do several speak: by the noun, by what stands before it (two, gli), or as X and Y? */
static bool is_plural(const struct document *d, uint32_t first, uint32_t end)
{
    static const char *const MANY[] = {"i",     "gli",   "le",      "they",    "these",
                                       "those", "due",   "tre",     "alcuni",  "alcune",
                                       "molti", "molte", "diversi", "diverse", "two",
                                       "three", "some",  "several", "many"};
    struct slice w = document_key(d, at(d, first)->first, at(d, first)->first + 1);
    uint32_t head = first;
    while (head + 1 < end && source_is_possessor(d, head)) {
        head++;
    }
    uint32_t noun = at(d, head)->head;
    bool many = (at(d, head)->flags & CHUNK_PLURAL) != 0 ||
                slice_is(document_key(d, noun, noun + 1), "people") || slice_is(w, "people");
    for (size_t i = 0; i < sizeof MANY / sizeof *MANY; i++) {
        many = many || slice_is(w, MANY[i]);
    }
    for (uint32_t k = first; k < end; k++) {
        many = many || (at(d, k)->kind == CHUNK_LINK && at(d, k)->slot == DETAIL_AND);
    }
    return many;
}

/* Entity, state and classes of the groups first … end − 1. */
bool source_settle(const struct document *d, const struct sentence *s, uint32_t first,
                   uint32_t end, struct source *out)
{
    *out = (struct source){
        .first = at(d, first)->first, .end = at(d, end - 1)->end, .entity = NONE32};
    /* "North Korea's KCNA agency": the agency, not the country, when it is somebody itself. */
    bool owned = false;
    bool named = names_country(d, first, end);
    for (uint32_t k = first; k < end; k++) {
        owned =
            owned || (k > first && source_is_possessor(d, k - 1) && names_body(d, at(d, k)));
    }
    for (uint32_t k = first; k < end; k++) {
        if (at(d, k)->kind == CHUNK_NOUN) {
            if (!owned || !source_is_possessor(d, k)) {
                take_entity(d, at(d, k), named, out);
            }
            bool head =
                (source_slot(d, k) == DETAIL_NONE || k == first) && !source_is_possessor(d, k);
            out->classes |= head ? at(d, k)->all & SOURCE_CLASSES : 0;
        }
    }
    bool former = is_former(d, out);
    if (former && out->entity != NONE32 && d->entities.p[out->entity].type == ENTITY_COUNTRY) {
        out->entity = NONE32;
        out->behalf = (struct slice){NULL, 0};
    }
    out->plural = is_plural(d, first, end);
    if (out->behalf.n == 0 && out->entity != NONE32) {
        out->behalf = d->entities.p[out->entity].behalf;
    }
    bool body = (out->classes & (CLASS(SPOKES) | CLASS(GOVT))) != 0;
    if (out->behalf.n == 0 && body && !former && is_definite(d, out->first)) {
        out->behalf = nearest_state(d, s, out->first);
    }
    return true;
}

/* ---- groups ---- */

bool source_group(const struct document *d, const struct sentence *s, uint32_t from,
                  uint32_t *behind, struct source *out)
{
    if (from >= s->chunk_end || at(d, from)->kind != CHUNK_NOUN) {
        return false;
    }
    uint32_t end = source_group_end(d, s, from, s->chunk_end);
    bool apart = end + 1 < s->chunk_end && is_comma(d, end) && source_is_bare(d, end + 1);
    /* "secondo un funzionario, Kim chiederebbe": a subject, not an apposition. */
    bool acts = apart && end + 2 < s->chunk_end && at(d, end + 2)->kind == CHUNK_VERB &&
                (at(d, end + 2)->flags & CHUNK_FINITE);
    if (apart && !acts && source_is_apposition(d, from, end, end + 1)) {
        end = source_group_end(d, s, end + 1, s->chunk_end);
    } else if (end < s->chunk_end && source_is_bare(d, end) &&
               source_is_apposition(d, from, end, end)) {
        end = source_group_end(d, s, end, s->chunk_end);
    }
    *behind = end;
    return source_settle(d, s, from, end, out);
}
