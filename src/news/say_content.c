/* Where what is said begins and ends. */
#include "news/say_parts.h"
#include "news/when.h"

static bool is_plain_sign(const struct news_token *t)
{
    return t->kind == TOK_SIGN && t->mark == QUOTE_NONE;
}

bool content_trim(const struct document *d, struct content *c)
{
    while (c->first < c->end && is_plain_sign(&d->tokens.p[c->first])) {
        c->first++;
    }
    while (c->end > c->first && is_plain_sign(&d->tokens.p[c->end - 1]) &&
           !token_is_sign(&d->tokens.p[c->end - 1], ')')) {
        c->end--;
    }
    if (c->end <= c->first) {
        return false;
    }
    const struct news_token *a = &d->tokens.p[c->first];
    const struct news_token *b = &d->tokens.p[c->end - 1];
    if (c->end > c->first + 2 && a->mark == QUOTE_OPEN && b->mark == QUOTE_CLOSE &&
        a[1].quote == b[-1].quote) {
        c->first++;
        c->end--;
        return content_trim(d, c);
    }
    /* The marks around it, when only one of them lies inside. */
    bool inside = c->first > 0 && d->tokens.p[c->first - 1].mark == QUOTE_OPEN && a->quote &&
                  b->mark == QUOTE_CLOSE && c->end > c->first + 1 && b[-1].quote == a->quote;
    if (inside) {
        c->end--;
        return content_trim(d, c);
    }
    return true;
}

/* ---- quotations ---- */

bool quotation_at(const struct document *d, uint32_t i, struct content *out)
{
    uint16_t q = i < d->tokens.n ? d->tokens.p[i].quote : 0;
    if (q == 0) {
        return false;
    }
    *out = (struct content){d->quotations.p[q - 1].first, d->quotations.p[q - 1].end, true};
    return true;
}

bool quotation_before(const struct document *d, uint32_t i, struct content *out)
{
    for (uint32_t n = 0; n < 4 && i > 0; n++) {
        i--;
        if (d->tokens.p[i].mark == QUOTE_CLOSE) {
            return i > 0 && quotation_at(d, i - 1, out);
        }
        if (d->tokens.p[i].kind != TOK_SIGN) {
            break;
        }
    }
    return false;
}

bool quotation_behind(const struct document *d, uint32_t i, struct content *out)
{
    for (uint32_t n = 0; n < 2 && i + 1 < d->tokens.n; n++, i++) {
        const struct news_token *t = &d->tokens.p[i];
        if (t->mark == QUOTE_OPEN) {
            return quotation_at(d, i + 1, out);
        }
        if (!token_is_sign(t, ',') && !token_is_sign(t, ':')) {
            break;
        }
    }
    return false;
}

/* ---- clauses ---- */

/* The verb of a relative clause: "which X and Y wanted". */
static bool is_relative_verb(const struct speaker *p, uint32_t k)
{
    while (k > p->s->chunk) {
        const struct chunk *c = say_chunk(p->d, --k);
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE)) {
            return true;
        }
        bool passes = c->kind == CHUNK_NOUN || (c->kind == CHUNK_LINK && c->slot == DETAIL_AND);
        if (!passes) {
            break;
        }
    }
    return false;
}

bool content_has_verb(const struct speaker *p, uint32_t first, uint32_t end)
{
    for (uint32_t k = p->s->chunk; k < p->s->chunk_end; k++) {
        const struct chunk *c = say_chunk(p->d, k);
        if (c->first >= first && c->end <= end && c->kind == CHUNK_VERB &&
            (c->flags & CHUNK_FINITE) && !is_relative_verb(p, k)) {
            return true;
        }
    }
    return false;
}

static bool is_link(const struct speaker *p, uint32_t k, enum word_detail detail)
{
    return k < p->s->chunk_end && say_chunk(p->d, k)->kind == CHUNK_LINK &&
           say_chunk(p->d, k)->slot == detail;
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
}

/* A verb of saying that takes over from chunk k on, perhaps behind a time or a preposition:
 * "and in the evening added". */
static bool says_next(const struct speaker *p, uint32_t k)
{
    for (uint32_t n = 0; n < 3 && k < p->s->chunk_end; n++, k++) {
        const struct chunk *c = say_chunk(p->d, k);
        if (c->kind == CHUNK_VERB) {
            return chunk_says(c) && (c->flags & CHUNK_FINITE) && !(c->flags & CHUNK_PASSIVE);
        }
        if (c->kind != CHUNK_NOUN || (c->slot == DETAIL_NONE && !when_covers(p->d, c->head))) {
            break;
        }
    }
    return false;
}

/* Does a main clause begin at chunk k: a subject of its own and a verb in the indicative? */
static bool is_main_clause(const struct speaker *p, uint32_t k)
{
    if (k >= p->s->chunk_end || say_chunk(p->d, k)->kind != CHUNK_NOUN) {
        return false;
    }
    for (k++; k < p->s->chunk_end; k++) {
        const struct chunk *c = say_chunk(p->d, k);
        if (c->kind == CHUNK_VERB) {
            return (c->flags & CHUNK_FINITE) &&
                   !(c->tenses & (TENSE_SUBJ | TENSE_SUBJI | TENSE_COND));
        }
        if (c->kind != CHUNK_NOUN || c->slot == DETAIL_NONE) {
            break;
        }
    }
    return false;
}

/* Behind the comma at chunk k somebody is named who says all that came before: ", X reported
 * on Monday". */
static bool is_tag(const struct speaker *p, uint32_t k)
{
    uint32_t j = k + 1;
    if (j < p->s->chunk_end && source_is_bare(p->d, j)) {
        for (j++; j < p->s->chunk_end && say_chunk(p->d, j)->kind == CHUNK_NOUN &&
                  source_slot(p->d, j) != DETAIL_NONE;) {
            j++;
        }
    }
    if (j >= p->s->chunk_end || !chunk_says(say_chunk(p->d, j))) {
        return false;
    }
    uint32_t next = j + 1;
    while (next < p->s->chunk_end && say_chunk(p->d, next)->kind == CHUNK_NOUN) {
        next++;
    }
    bool ends = next >= p->s->chunk_end || say_chunk(p->d, next)->kind == CHUNK_SIGN;
    return ends && (say_chunk(p->d, j)->flags & CHUNK_FINITE);
}

/* May the comma at chunk k end what is said, when that has its verb already? */
static bool comma_ends(const struct speaker *p, uint32_t k, bool verb)
{
    const struct chunk *n = k + 1 < p->s->chunk_end ? say_chunk(p->d, k + 1) : NULL;
    if (!n) {
        return false;
    }
    if (chunk_says(n) && ((n->tenses & TENSE_GER) || (n->flags & CHUNK_FINITE))) {
        return true;
    }
    if (is_link(p, k + 1, DETAIL_ACCORDING)) {
        return true;
    }
    if (p->relative && n->kind == CHUNK_VERB && (n->flags & CHUNK_FINITE)) {
        return true; /* the clause around the relative one goes on */
    }
    if (!verb || n->kind == CHUNK_VERB) {
        return false;
    }
    uint32_t next = say_chunk(p->d, k)->end;
    if (p->english &&
        slice_is(next < p->s->end ? document_key(p->d, next, next + 1) : SLICE(""), "as")) {
        return content_has_verb(p, next, p->s->end);
    }
    bool apart =
        n->kind == CHUNK_LINK && ((n->flags & CHUNK_RELATIVE) || n->slot == DETAIL_BECAUSE);
    bool goes_on = n->kind == CHUNK_LINK && (n->slot == DETAIL_BUT || n->slot == DETAIL_AND) &&
                   (!p->english || n->slot == DETAIL_BUT) && is_main_clause(p, k + 2);
    return apart || goes_on || is_tag(p, k);
}

uint32_t content_end(const struct speaker *p, uint32_t k, uint16_t quote, bool verb)
{
    const struct document *d = p->d;
    for (; k < p->s->chunk_end; k++) {
        const struct chunk *c = say_chunk(d, k);
        uint16_t q = d->tokens.p[c->first].quote;
        if (quote && q != quote) {
            return c->first;
        }
        if (q != quote) {
            verb = verb || is_finite(c);
            continue; /* a piece that is quoted goes on whole */
        }
        if (chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, ':')) {
            return c->first;
        }
        bool joins = c->kind == CHUNK_LINK && (c->slot == DETAIL_AND || c->slot == DETAIL_BUT);
        bool that =
            is_link(p, k + 1, DETAIL_THAT) && !(say_chunk(d, k + 1)->flags & CHUNK_RELATIVE);
        if (joins && (that || says_next(p, k + 1))) {
            return c->first;
        }
        if (chunk_is_sign(d, k, ',') && comma_ends(p, k, verb)) {
            return c->first;
        }
        verb = verb || is_finite(c);
    }
    return p->s->end;
}

/* ---- insertions ---- */

/* The token where the clause that holds token i begins: behind a semicolon, or a colon too. */
static uint32_t clause_begin(const struct speaker *p, uint32_t i, bool colon)
{
    const struct document *d = p->d;
    for (uint32_t k = i; k > p->begin; k--) {
        const struct news_token *t = &d->tokens.p[k - 1];
        if (!t->quote && (token_is_sign(t, ';') || (colon && token_is_sign(t, ':')))) {
            return k;
        }
    }
    return p->begin;
}

static bool is_subordinate(const struct speaker *p, uint32_t token)
{
    uint32_t k = chunk_at(p->d, p->s, token);
    return k != NONE32 && say_chunk(p->d, k)->kind == CHUNK_LINK &&
           (say_chunk(p->d, k)->slot == DETAIL_IF ||
            say_chunk(p->d, k)->slot == DETAIL_BECAUSE);
}

/* Behind the comma at token i the source goes on: ", a group that tracks …", ", che ha …". */
static bool is_about_source(const struct speaker *p, uint32_t i)
{
    static const char *const SOME[] = {"un", "una", "uno", "un'", "a", "an"};
    uint32_t k = chunk_at(p->d, p->s, i);
    for (size_t n = p->english ? 4 : 0; n < (p->english ? 6 : 4); n++) {
        if (slice_is(document_key(p->d, i, i + 1), SOME[n])) {
            return true;
        }
    }
    return k != NONE32 && say_chunk(p->d, k)->kind == CHUNK_LINK &&
           (say_chunk(p->d, k)->flags & CHUNK_RELATIVE);
}

/* The next sign outside quotations from token i on. */
static uint32_t next_sign(const struct speaker *p, uint32_t i)
{
    while (i < p->s->end && (p->d->tokens.p[i].kind != TOK_SIGN ||
                             p->d->tokens.p[i].mark != QUOTE_NONE || p->d->tokens.p[i].quote)) {
        i++;
    }
    return i;
}

/* Is the clause before an insertion no more than "it would be X": what it is comes behind? */
static bool lacks_rest(const struct speaker *p, uint32_t from, uint32_t end)
{
    const struct document *d = p->d;
    for (uint32_t k = p->s->chunk_end; k > p->s->chunk;) {
        const struct chunk *c = say_chunk(d, --k);
        if (c->end > end || c->first < from || c->kind != CHUNK_VERB) {
            continue;
        }
        const struct news_token *t = &d->tokens.p[c->head];
        return token_lemma_is(t, "essere") || token_lemma_is(t, "be");
    }
    return false;
}

struct content content_around(const struct speaker *p, uint32_t first, uint32_t end)
{
    const struct document *d = p->d;
    uint32_t rest = next_sign(p, end);
    if (rest + 1 < p->s->end && token_is_sign(&d->tokens.p[rest], ',') &&
        is_about_source(p, rest + 1)) {
        rest = next_sign(p, rest + 1);
    }
    bool goes_on = rest + 2 < p->s->end && token_is_sign(&d->tokens.p[rest], ',') &&
                   !is_subordinate(p, rest + 1);
    uint32_t from = clause_begin(p, first, goes_on);
    if (!goes_on) {
        return (struct content){from, first, false};
    }
    bool before = content_has_verb(p, from, first);
    /* "A trattare il prezzo, secondo gli esperti, è stato X" */
    bool opens = from == p->begin && say_chunk(d, p->begin_chunk)->kind == CHUNK_VERB;
    bool behind = content_has_verb(p, rest + 1, p->s->end);
    if (!before && !opens) {
        return (struct content){rest + 1, p->s->end, false};
    }
    if ((!behind && lacks_rest(p, from, first)) || opens || is_subordinate(p, from)) {
        return (struct content){from, p->s->end, false};
    }
    return (struct content){from, first, false};
}
