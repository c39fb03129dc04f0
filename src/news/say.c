/* Sentence by sentence: the cues, in the order in which they stand, and free quotations. */
#include "news/say_parts.h"
#include "news/when.h"

enum { STATEMENTS_MAX = 2000, DATELINE_TOKENS = 16, NEAR = 40 };

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

uint32_t say_begin(const struct document *d, const struct sentence *s)
{
    if (s->first != d->paragraphs.p[s->paragraph].first) {
        return s->first;
    }
    bool dated = false;
    for (uint32_t i = s->first; i < s->end && i < s->first + DATELINE_TOKENS; i++) {
        const struct news_token *t = &d->tokens.p[i];
        if (token_is_sign(t, '-') && !(t->flags & TOK_GLUED) && i + 1 < s->end) {
            return dated ? i + 1 : s->first;
        }
        bool verb = t->part == PART_V && !(t->flags & TOK_CAPITAL);
        if (verb) {
            break;
        }
        dated = dated || t->kind == TOK_NUMBER || (t->flags & TOK_UPPER);
    }
    return s->first;
}

/* ---- putting down ---- */

static bool is_taken(const struct document *d, const struct content *c)
{
    for (size_t i = 0; i < d->statements.n; i++) {
        const struct statement *x = &d->statements.p[i];
        if (x->content_first == c->first && x->content_end == c->end) {
            return true;
        }
    }
    return false;
}

static void remember(struct speaker *p, const struct source *from)
{
    p->last = *from;
    p->last_sentence = p->index;
    if (source_is_person(p->d, from)) {
        p->person = *from;
        p->person_sentence = p->index;
    }
}

void say_put(struct speaker *p, const struct source *from, enum say_mode mode, struct content c)
{
    struct document *d = p->d;
    if (source_is_none(from) || !content_trim(d, &c) || is_taken(d, &c) ||
        d->statements.n >= STATEMENTS_MAX) {
        return;
    }
    struct statement *x = VEC_ADD(&d->statements);
    if (!x) {
        d->failed = true;
        return;
    }
    *x = (struct statement){.source = document_span(d, from->first, from->end),
                            .content = document_span(d, c.first, c.end),
                            .entity = from->entity,
                            .behalf = from->behalf,
                            .mode = (uint8_t)mode_of(p, from, mode, &c),
                            .quoted = c.quoted,
                            .court = (from->classes & CLASS(COURT)) != 0,
                            .plural = from->plural,
                            .source_first = from->first,
                            .source_end = from->end,
                            .named_first = from->named_first,
                            .named_end = from->named_end,
                            .content_first = c.first,
                            .content_end = c.end};
    remember(p, from);
}

bool say_relay(struct speaker *p, const struct source *from, uint32_t first, uint32_t end)
{
    struct document *d = p->d;
    for (size_t i = d->statements.n; i > 0; i--) {
        struct statement *x = &d->statements.p[i - 1];
        if (x->content_end < first) {
            break;
        }
        bool opens = x->source_first >= first && x->source_first <= first + 3 &&
                     x->source_end <= x->content_first;
        bool fills = x->content_end <= end && x->content_end + 3 >= end;
        /* or it is the quotation and its tag that these tokens begin and end with */
        bool tagged = x->content_first >= first && x->content_first <= first + 1 &&
                      x->source_first > x->content_end && x->source_end <= end &&
                      x->source_end + 3 >= end;
        if (((opens && fills) || tagged) && x->chain_count < CHAIN_MAX &&
            x->source_first != from->first) {
            struct span words = document_span(d, from->first, from->end);
            x->chain[x->chain_count++] = arena_copy(&d->arena, document_source_text(d, words));
            return true;
        }
    }
    return false;
}

/* ---- according to X ---- */

/* "Watson, secondo la quale …": true when it was that. */
static bool say_according_whom(struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    uint32_t r = k + 1;
    r += r < p->s->chunk_end && !(at(d, r)->flags & CHUNK_RELATIVE) &&
                 at(d, r)->end == at(d, r)->first + 1 &&
                 d->tokens.p[at(d, r)->first].part == PART_DET
             ? 1
             : 0;
    if (r >= p->s->chunk_end || !(at(d, r)->flags & CHUNK_RELATIVE)) {
        return false;
    }
    struct source from = {0};
    uint32_t comma = k > p->s->chunk && chunk_is_sign(d, k - 1, ',') ? k - 1 : k;
    if (source_left(d, p->s, comma, &from)) {
        refer_noun(p, &from);
        say_put(p, &from, SAY_asserts,
                (struct content){at(d, r)->end, content_end(p, r + 1, 0, false), false});
    }
    return true;
}

/* Does a clause begin at token i? */
static bool begins_clause(const struct speaker *p, uint32_t i, uint32_t k)
{
    const struct document *d = p->d;
    if (i <= p->begin + 2) {
        return true;
    }
    return k > p->s->chunk && (at(d, k - 1)->kind == CHUNK_LINK ||
                               chunk_is_sign(d, k - 1, ':') || chunk_is_sign(d, k - 1, ';'));
}

/* "Stando al Post, che citò diplomatici, il compratore …": behind the relative clause. */
static uint32_t behind_relative(const struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    bool relative = k + 1 < p->s->chunk_end && chunk_is_sign(d, k, ',') &&
                    at(d, k + 1)->kind == CHUNK_LINK && (at(d, k + 1)->flags & CHUNK_RELATIVE);
    for (uint32_t j = k + 1; relative && j < p->s->chunk_end; j++) {
        if (chunk_is_sign(d, j, ',')) {
            return j;
        }
    }
    return k;
}

/* "sul secondo gasdotto" */
static bool is_ordinal(const struct speaker *p, uint32_t k)
{
    const struct chunk *c = at(p->d, k);
    return c->first > p->s->first && p->d->tokens.p[c->first - 1].part == PART_PREP;
}

/* "a loro giudizio": the last speaker's. */
static void say_own(struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    if (p->last_sentence == NONE32 || p->index - p->last_sentence > 1) {
        return;
    }
    struct source from = p->last;
    p->relative = false;
    say_put(p, &from, SAY_asserts,
            (struct content){at(d, k)->end, content_end(p, k + 1, 0, false), false});
}

static void say_according(struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    struct source from = {0};
    uint32_t behind = 0;
    uint32_t first = at(d, k)->first;
    if (is_ordinal(p, k) || say_according_whom(p, k) ||
        !source_group(d, p->s, k + 1, &behind, &from)) {
        return;
    }
    if (source_is_pronoun(d, &from)) {
        refer_pronoun(p, &from);
    } else {
        refer_noun(p, &from);
    }
    struct content c;
    p->relative = false;
    if (begins_clause(p, first, k)) {
        behind = behind_relative(p, behind);
        c = (struct content){at(d, behind - 1)->end, content_end(p, behind, 0, false), false};
    } else {
        c = content_around(p, first, from.end);
    }
    if (!say_relay(p, &from, c.first, c.end)) {
        say_put(p, &from, SAY_asserts, c);
    }
}

/* ---- per X ---- */

/* "Per la Casa Bianca i contatti proseguiranno": a group with per, at the start of a clause. */
static bool say_for(struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *c = at(d, k);
    bool start = k == p->begin_chunk || chunk_is_sign(d, k - 1, ':');
    if (p->english || !start || c->kind != CHUNK_NOUN || c->slot != DETAIL_FOR ||
        c->mention == NONE32) {
        return false;
    }
    uint32_t behind = 0;
    struct source from = {0};
    bool found = source_group(d, p->s, k, &behind, &from) && from.entity != NONE32 &&
                 behind < p->s->chunk_end &&
                 ((at(d, behind)->kind == CHUNK_NOUN && at(d, behind)->slot == 0) ||
                  at(d, behind)->kind == CHUNK_VERB || chunk_is_sign(d, behind, ','));
    /* Of a person it tells what happens to him: "per l'ex ministro è la prima visita". */
    bool person =
        (from.classes & (CLASS(OFFICE) | CLASS(HEAD))) != 0 || source_is_person(d, &from);
    found = found && (!person || (from.classes & CLASS(SPOKES)));
    p->relative = false;
    if (found) {
        say_put(
            p, &from, SAY_asserts,
            (struct content){at(d, behind - 1)->end, content_end(p, behind, 0, false), false});
    }
    return found;
}

/* "Seoul shares the diagnosis: i missili sarebbero un centinaio": the conditional of what is
 * reported, behind the colon, is said by the subject before it. */
static void say_conditional(struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *verb = NULL;
    uint32_t main = NONE32;
    for (uint32_t j = k + 1; j < p->s->chunk_end && !verb; j++) {
        verb =
            at(d, j)->kind == CHUNK_VERB && (at(d, j)->flags & CHUNK_FINITE) ? at(d, j) : NULL;
    }
    for (uint32_t j = p->begin_chunk; j < k && main == NONE32; j++) {
        main = at(d, j)->kind == CHUNK_VERB && (at(d, j)->flags & CHUNK_FINITE) ? j : main;
    }
    struct source from = {.entity = NONE32};
    uint32_t behind = 0;
    bool reported = verb && (verb->tenses & TENSE_COND) && !p->english &&
                    !d->tokens.p[at(d, k)->first].quote;
    bool found = reported &&
                 (main != NONE32 ? source_left(d, p->s, main, &from)
                                 : source_is_bare(d, p->begin_chunk) &&
                                       source_group(d, p->s, p->begin_chunk, &behind, &from));
    if (!found || p->last_sentence == p->index || from.entity == NONE32) {
        return;
    }
    refer_noun(p, &from);
    p->relative = false;
    say_put(p, &from, SAY_asserts,
            (struct content){at(d, k)->end, content_end(p, k + 1, 0, false), false});
}

/* ---- headlines ---- */

static struct source named(const struct document *d, const struct mention *m)
{
    return (struct source){.first = m->first,
                           .end = m->end,
                           .entity = m->entity,
                           .behalf = d->entities.p[m->entity].behalf};
}

/* Whom a headline names at chunk k, and nothing else there. */
static bool named_alone(const struct document *d, uint32_t k, struct source *out)
{
    const struct chunk *c = at(d, k);
    if (c->kind != CHUNK_NOUN || c->mention == NONE32) {
        return false;
    }
    const struct mention *m = &d->mentions.p[c->mention];
    bool alone = m->entity != NONE32 && !m->adjective && c->end == m->end;
    *out = alone ? named(d, m) : (struct source){.entity = NONE32};
    return alone;
}

/* "Seul: da Mosca a Pyongyang petrolio", "Seul conta i container: «Tre milioni»", "Washington
 * Post, «in arrivo anche missili»". */
static void say_headline(struct speaker *p)
{
    const struct document *d = p->d;
    struct source from = {.entity = NONE32};
    for (uint32_t k = p->s->chunk; k + 1 < p->s->chunk_end; k++) {
        struct content q = {0};
        bool colon = chunk_is_sign(d, k, ':');
        if (chunk_says(at(d, k))) {
            return; /* the verb says it */
        }
        if ((!colon && !chunk_is_sign(d, k, ',')) || k == p->s->chunk) {
            continue;
        }
        bool quote = quotation_behind(d, at(d, k)->first, &q);
        if (quote && source_is_bare(d, k - 1) && named_alone(d, k - 1, &from)) {
            say_put(p, &from, SAY_asserts, q);
            return;
        }
        if (colon && quote && named_alone(d, p->s->chunk, &from)) {
            say_put(p, &from, SAY_asserts, q);
            return;
        }
        if (colon && k == p->s->chunk + 1 && named_alone(d, k - 1, &from) &&
            !(k + 3 < p->s->chunk_end && named_alone(d, k + 1, &(struct source){0}) &&
              chunk_is_sign(d, k + 2, ','))) {
            say_put(p, &from, SAY_asserts, (struct content){at(d, k)->end, p->s->end, false});
            return;
        }
    }
}

/* ---- one sentence ---- */

static void read_sentence(struct speaker *p)
{
    const struct document *d = p->d;
    for (uint32_t k = p->begin_chunk; k < p->s->chunk_end && !d->failed; k++) {
        const struct chunk *c = at(d, k);
        if (k < p->done) {
            continue;
        }
        if (c->kind == CHUNK_VERB) {
            if (!say_refusal(p, k)) {
                say_verb(p, k);
            }
        } else if (c->kind == CHUNK_LINK && c->slot == DETAIL_ACCORDING) {
            say_according(p, k);
        } else if (c->kind == CHUNK_LINK && c->slot == DETAIL_HE) {
            say_own(p, k);
        } else if (chunk_is_sign(d, k, ':')) {
            say_conditional(p, k);
        } else {
            (void)say_for(p, k);
        }
    }
}

/* ---- free quotations ---- */

static bool is_covered(const struct document *d, const struct content *c)
{
    for (size_t k = 0; k < d->statements.n; k++) {
        const struct statement *x = &d->statements.p[k];
        uint32_t from = x->content_first > c->first ? x->content_first : c->first;
        uint32_t to = x->content_end < c->end ? x->content_end : c->end;
        if (from < to && (to - from) * 2 >= c->end - c->first) {
            return true;
        }
    }
    return false;
}

/* The statement nearest before a quotation that it may go on: quoted itself, or of the same
 * sentence, before a colon. */
static const struct statement *goes_on_from(const struct document *d, const struct content *c,
                                            const struct sentence *s)
{
    const struct statement *last = NULL;
    uint32_t begin = d->paragraphs.p[s->paragraph].first;
    bool starts = c->first <= begin + 1;
    for (size_t k = 0; k < d->statements.n; k++) {
        const struct statement *x = &d->statements.p[k];
        bool before = x->content_end <= c->first && c->first - x->content_end < NEAR;
        bool here = x->content_first >= s->first && c->first >= 2 &&
                    token_is_sign(&d->tokens.p[c->first - 2], ':');
        bool nearer = !last || x->content_end >= last->content_end;
        bool reach = x->content_first >= begin || (starts && x->quoted);
        if (before && nearer && ((x->quoted && reach) || here)) {
            last = x;
        }
    }
    return last;
}

static const struct sentence *sentence_of(const struct document *d, uint32_t token)
{
    for (size_t k = 0; k < d->sentences.n; k++) {
        if (d->sentences.p[k].first <= token && token < d->sentences.p[k].end) {
            return &d->sentences.p[k];
        }
    }
    return NULL;
}

/* Quotations nobody was found for go on with the last speaker before them. */
static void read_quotations(struct document *d)
{
    for (size_t i = 0; i < d->quotations.n && !d->failed && d->statements.n < STATEMENTS_MAX;
         i++) {
        struct content c = {d->quotations.p[i].first, d->quotations.p[i].end, true};
        if (c.end - c.first < 5 || is_covered(d, &c)) {
            continue;
        }
        const struct sentence *s = sentence_of(d, c.first);
        bool foreign = s && d->paragraphs.p[s->paragraph].language == NEWS_OTHER;
        bool whole = s && c.first <= s->first + 1;
        const struct statement *last = s && (!foreign || whole) ? goes_on_from(d, &c, s) : NULL;
        struct statement copy = last ? *last : (struct statement){0};
        if (!last || !content_trim(d, &c)) {
            continue;
        }
        struct speaker p = {
            .d = d, .s = s, .english = d->paragraphs.p[s->paragraph].language == NEWS_ENGLISH};
        struct source from = {.entity = copy.entity, .behalf = copy.behalf};
        struct statement *x = VEC_ADD(&d->statements);
        if (x) {
            *x = copy;
            x->chain_count = 0;
            x->quoted = true;
            x->content = document_span(d, c.first, c.end);
            x->content_first = c.first;
            x->content_end = c.end;
            x->mode = (uint8_t)mode_of(&p, &from, SAY_asserts, &c);
        }
    }
}

void say_read(struct document *d)
{
    struct speaker p = {.d = d, .last_sentence = NONE32, .person_sentence = NONE32};
    for (size_t i = 0; i < d->sentences.n && !d->failed && d->statements.n < STATEMENTS_MAX;
         i++) {
        p.s = &d->sentences.p[i];
        p.index = (uint32_t)i;
        p.done = 0;
        p.english = d->paragraphs.p[p.s->paragraph].language == NEWS_ENGLISH;
        p.begin = say_begin(d, p.s);
        p.begin_chunk = p.s->chunk;
        while (p.begin_chunk + 1 < p.s->chunk_end && at(d, p.begin_chunk)->first < p.begin) {
            p.begin_chunk++;
        }
        uint8_t kind = d->paragraphs.p[p.s->paragraph].kind;
        if (kind == PARA_HEADLINE) {
            say_headline(&p);
        }
        if (kind != PARA_DATELINE && d->paragraphs.p[p.s->paragraph].language == NEWS_OTHER) {
            say_foreign(&p);
        } else if (kind != PARA_DATELINE) {
            read_sentence(&p);
        }
    }
    read_quotations(d);
    chains_read(d);
}

uint32_t say_of(const struct document *d, uint32_t token)
{
    uint32_t best = NONE32;
    for (uint32_t i = 0; i < d->statements.n; i++) {
        const struct statement *x = &d->statements.p[i];
        if (x->content_first <= token && token < x->content_end &&
            (best == NONE32 ||
             x->content_end - x->content_first <
                 d->statements.p[best].content_end - d->statements.p[best].content_first)) {
            best = i;
        }
    }
    return best;
}
