/* Who a pronoun, "the same source", "the department" or nobody at all is, among those who spoke. */
#include "news/names.h"
#include "news/say_parts.h"

/* How far back a noun is looked for (sentences, tokens), and how often in one text: reading stays
 * linear in its length. */
enum { LOOK_BACK = 40, BODY_TOKENS = 4000, LOOKUPS_MAX = 1000 };

bool source_is_person(const struct document *d, const struct source *x)
{
    if (x->entity != NONE32 && d->entities.p[x->entity].type == ENTITY_PERSON) {
        return true;
    }
    return (x->classes & PERSON_CLASSES) != 0;
}

bool source_is_pronoun(const struct document *d, const struct source *x)
{
    return x->end == x->first + 1 && d->tokens.p[x->first].part == PART_PRON;
}

/* ---- pronouns ---- */

enum gender { GENDER_ANY, GENDER_HE, GENDER_SHE };

static enum gender pronoun_gender(const struct document *d, uint32_t i)
{
    struct slice w = document_key(d, i, i + 1);
    bool she = slice_is(w, "she") || slice_is(w, "lei") || slice_is(w, "ella");
    bool he = slice_is(w, "he") || slice_is(w, "lui") || slice_is(w, "egli");
    return she ? GENDER_SHE : he ? GENDER_HE : GENDER_ANY;
}

/* What the words of a source say of it: spokesman, spokeswoman, il ministro, la portavoce. */
static enum gender source_gender(const struct document *d, const struct source *x)
{
    for (uint32_t i = x->first; i < x->end; i++) {
        struct slice w = document_key(d, i, i + 1);
        if (slice_ends_nocase(w, "woman") || slice_is(w, "la") || slice_is(w, "una")) {
            return GENDER_SHE;
        }
        if (slice_ends_nocase(w, "man") || slice_is(w, "il") || slice_is(w, "un")) {
            return i < x->first + 3 ? GENDER_HE : GENDER_ANY;
        }
    }
    return GENDER_ANY;
}

static bool agrees(const struct document *d, const struct source *x, enum gender g)
{
    enum gender of = source_gender(d, x);
    return g == GENDER_ANY || of == GENDER_ANY || of == g;
}

/* The words of x stay, what they stand for is y. */
static void become(struct source *x, const struct source *y)
{
    x->entity = y->entity;
    x->behalf = y->behalf;
    x->classes |= y->classes;
    x->named_first = y->named_end > y->named_first ? y->named_first : y->first;
    x->named_end = y->named_end > y->named_first ? y->named_end : y->end;
}

/* The group before token `at` that is nearest and fits: a person, or a body. */
static bool find_group(const struct speaker *p, uint32_t at, bool person, enum gender g,
                       struct source *out)
{
    const struct document *d = p->d;
    bool found = false;
    bool acted = false;
    for (size_t i = p->index >= 2 ? p->index - 2 : 0; i <= p->index; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (d->paragraphs.p[s->paragraph].kind != PARA_BODY) {
            continue;
        }
        for (uint32_t k = s->chunk; k < s->chunk_end && say_chunk(d, k)->first < at; k++) {
            struct source x;
            uint32_t behind = 0;
            const struct chunk *c = say_chunk(d, k);
            if (c->kind != CHUNK_NOUN || (c->flags & CHUNK_PRONOUN) ||
                d->tokens.p[c->first].quote || source_slot(d, k) == DETAIL_OF || c->end > at ||
                !source_group(d, s, k, &behind, &x)) {
                continue;
            }
            bool subject = source_is_bare(d, k) || person;
            while (behind < s->chunk_end && say_chunk(d, behind)->kind == CHUNK_NOUN &&
                   say_chunk(d, behind)->slot != DETAIL_NONE) {
                behind++;
            }
            bool acts = behind < s->chunk_end && say_chunk(d, behind)->kind == CHUNK_VERB &&
                        source_is_bare(d, k) && !person;
            bool fits = person ? source_is_person(d, &x) && !x.plural && agrees(d, &x, g)
                               : x.entity != NONE32 && !source_is_person(d, &x);
            if (fits && subject && x.end <= at && (acts || !acted)) {
                acted = acts;
                *out = x;
                found = true;
            }
        }
    }
    return found;
}

void refer_pronoun(struct speaker *p, struct source *x)
{
    struct document *d = p->d;
    enum gender g = pronoun_gender(d, x->first);
    struct slice w = document_key(d, x->first, x->first + 1);
    bool we = slice_is(w, "we") || slice_is(w, "i") || slice_is(w, "noi");
    struct source y;
    bool person = g != GENDER_ANY;
    bool near = p->last_sentence != NONE32 && p->index - p->last_sentence <= 2;
    bool last = near && agrees(d, &p->last, g);
    bool spoke = person && p->person_sentence != NONE32 && p->person_sentence + 1 >= p->index &&
                 agrees(d, &p->person, g);
    const struct source *who = NULL;
    if ((near && we) || (last && person == source_is_person(d, &p->last))) {
        who = &p->last;
    } else if (spoke) {
        who = &p->person;
    } else if (find_group(p, x->first, person, g, &y)) {
        who = &y;
    }
    who = !who && last ? &p->last : who;
    if (who) {
        become(x, who);
    }
    /* Words that name nobody are no evidence of who it is: those of the antecedent are. */
    if (x->entity == NONE32 && x->named_end > x->named_first) {
        x->first = x->named_first;
        x->end = x->named_end;
    }
}

/* ---- nouns ---- */

static bool has_word(const struct document *d, const struct source *x, const char *const *words)
{
    for (uint32_t i = x->first; i < x->end; i++) {
        for (const char *const *w = words; *w; w++) {
            if (slice_is(document_key(d, i, i + 1), *w)) {
                return true;
            }
        }
    }
    return false;
}

/* Do two sources share a noun that says who they are (source, minister)? */
static bool share_noun(const struct document *d, const struct source *a, const struct source *b)
{
    for (uint32_t i = a->first; i < a->end; i++) {
        const struct news_token *t = &d->tokens.p[i];
        for (uint32_t k = b->first; t->row && t->part == PART_N && k < b->end; k++) {
            const struct news_token *u = &d->tokens.p[k];
            if (u->row && u->part == PART_N && u->row->lemma == t->row->lemma) {
                return true;
            }
        }
    }
    return false;
}

/* The last one before who is called by the same noun: a person with its office, a source. */
static bool find_namesake(struct speaker *p, const struct source *x, struct source *out)
{
    const struct document *d = p->d;
    bool found = false;
    if (p->lookups++ > LOOKUPS_MAX) {
        return false;
    }
    for (size_t i = p->index > LOOK_BACK ? p->index - LOOK_BACK : 0; i <= p->index; i++) {
        const struct sentence *s = &d->sentences.p[i];
        for (uint32_t k = s->chunk; k < s->chunk_end && say_chunk(d, k)->first < x->first;
             k++) {
            struct source y;
            uint32_t behind = 0;
            if (say_chunk(d, k)->kind == CHUNK_NOUN &&
                (say_chunk(d, k)->all & SOURCE_CLASSES) && source_group(d, s, k, &behind, &y) &&
                y.end <= x->first && share_noun(d, x, &y) &&
                (y.entity != NONE32 || y.end - y.first > 1)) {
                *out = y;
                found = true;
            }
        }
    }
    return found;
}

/* The body named last before x: an organisation, a ministry, an agency. */
static bool find_body(const struct speaker *p, const struct source *x, struct source *out)
{
    const struct document *d = p->d;
    for (uint32_t i = x->first; i > 0 && x->first - i < BODY_TOKENS;) {
        uint32_t n = d->tokens.p[--i].mention;
        const struct mention *m = n == NONE32 ? NULL : &d->mentions.p[n];
        if (!m || m->entity == NONE32 || m->adjective || m->first != i) {
            continue;
        }
        const struct news_entity *e = &d->entities.p[m->entity];
        bool body =
            e->type == ENTITY_ORG || (e->type == ENTITY_COUNTRY && m->gazetteer &&
                                      (m->names == NAMES_MINISTRY || m->names == NAMES_AGENCY ||
                                       m->names == NAMES_BODY || m->names == NAMES_GOVERNMENT));
        if (body) {
            *out = (struct source){
                .first = m->first, .end = m->end, .entity = m->entity, .behalf = e->behalf};
            return true;
        }
    }
    return false;
}

void refer_noun(struct speaker *p, struct source *x)
{
    static const char *const SAME[] = {"stesso", "stessa", "stessi", "stesse", "same", NULL};
    static const char *const BODIES[] = {
        "mission", "department", "group",   "agency",       "ministry",       "organisation",
        "company", "firm",       "network", "organization", "dipartimento",   "missione",
        "gruppo",  "agenzia",    "ente",    "ong",          "organizzazione", NULL};
    static const char *const DEFINITE[] = {"the", "il",   "lo",  "la",    "l'",    "i",
                                           "gli", "le",   "nel", "nella", "nello", "nell'",
                                           "al",  "alla", "in",  NULL};
    struct document *d = p->d;
    struct source head = {.first = x->first, .end = x->first + 1};
    struct source y;
    if (has_word(d, x, SAME) && p->last_sentence != NONE32 && share_noun(d, x, &p->last)) {
        become(x, &p->last);
        return;
    }
    bool bare = x->entity == NONE32 || (x->classes & CLASS(GOVT));
    head.first -= x->first > 0 && d->tokens.p[x->first - 1].part == PART_PREP;
    if (!bare || !has_word(d, &head, DEFINITE) || x->end - x->first > 3) {
        return;
    }
    if (has_word(d, x, BODIES)) {
        if (find_body(p, x, &y)) {
            become(x, &y);
        }
    } else if (x->entity == NONE32 && (x->classes & CLASS(SAYER))) {
        if (find_namesake(p, x, &y) && y.entity != NONE32) {
            become(x, &y);
        } else if (p->last_sentence != NONE32) {
            x->entity = p->last.entity;
            x->behalf = p->last.behalf;
        }
    } else if (x->entity == NONE32 && find_namesake(p, x, &y)) {
        become(x, &y);
    }
}

/* ---- nobody named ---- */

struct source refer_silent(struct speaker *p, uint32_t verb)
{
    const struct document *d = p->d;
    bool spoke = p->last_sentence != NONE32;
    if (spoke && p->last_sentence == p->index) {
        return p->last;
    }
    /* Somebody in this sentence, named before: "the number was given by the minister: …". */
    struct source x;
    bool found = false;
    for (uint32_t k = p->begin_chunk; k < verb; k++) {
        uint32_t behind = 0;
        struct source y;
        const struct chunk *c = say_chunk(d, k);
        if (source_is_bare(d, k) && !(c->flags & CHUNK_PRONOUN) &&
            !d->tokens.p[c->first].quote && source_group(d, p->s, k, &behind, &y) &&
            source_is_person(d, &y) && !y.plural) {
            x = y;
            found = true;
        }
    }
    if (found) {
        refer_noun(p, &x);
        return x;
    }
    bool same_paragraph = p->index > 0 && (p->s - 1)->paragraph == p->s->paragraph;
    if (spoke && same_paragraph && p->last_sentence + 1 == p->index) {
        return p->last;
    }
    for (unsigned round = 0; same_paragraph && round < 2; round++) {
        /* Its subject; else a person it names at all ("a fare i conti è X"). */
        const struct sentence *b = p->s - 1;
        for (uint32_t k = b->chunk; k < b->chunk_end; k++) {
            uint32_t behind = 0;
            if (source_is_bare(d, k) && source_group(d, b, k, &behind, &x) &&
                !(say_chunk(d, k)->flags & CHUNK_PRONOUN) &&
                (round == 0
                     ? (source_is_person(d, &x) || x.entity != NONE32) &&
                           behind < b->chunk_end && say_chunk(d, behind)->kind == CHUNK_VERB &&
                           (say_chunk(d, behind)->flags & CHUNK_FINITE)
                     : x.entity != NONE32 && source_is_person(d, &x))) {
                refer_noun(p, &x);
                return x;
            }
        }
    }
    bool paragraph = spoke && d->sentences.p[p->last_sentence].paragraph == p->s->paragraph;
    return paragraph ? p->last : (struct source){.entity = NONE32};
}
