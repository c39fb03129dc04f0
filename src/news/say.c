/* Cues, contents, modes. */
#include "news/say.h"

#include "news/chunks.h"

struct speaker {
    struct document *d;
    const struct sentence *s;
    uint32_t index;     /* of the sentence */
    struct source last; /* who spoke last in this paragraph */
    uint32_t last_paragraph;
};

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_english(const struct speaker *p)
{
    return p->d->paragraphs.p[p->s->paragraph].language == NEWS_ENGLISH;
}

/* ---- contents ---- */

struct content {
    uint32_t first, end; /* tokens */
    bool quoted;
};

/* Without commas, full stops and marks at its ends. */
static bool trim(const struct document *d, struct content *c)
{
    while (c->first < c->end && d->tokens.p[c->first].kind == TOK_SIGN &&
           d->tokens.p[c->first].mark == QUOTE_NONE) {
        c->first++;
    }
    while (c->end > c->first && d->tokens.p[c->end - 1].kind == TOK_SIGN &&
           d->tokens.p[c->end - 1].mark == QUOTE_NONE &&
           !token_is_sign(&d->tokens.p[c->end - 1], ')')) {
        c->end--;
    }
    const struct news_token *a = &d->tokens.p[c->first];
    const struct news_token *b = &d->tokens.p[c->end ? c->end - 1 : 0];
    if (c->end > c->first + 2 && a->mark == QUOTE_OPEN && b->mark == QUOTE_CLOSE &&
        a[1].quote == b[-1].quote) {
        c->first++;
        c->end--;
        return trim(d, c);
    }
    return c->end > c->first;
}

static bool is_saying(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && HAS(c->classes, SAY);
}

/* Where what is said ends, from chunk k on. */
static uint32_t clause_end(const struct speaker *p, uint32_t k, uint16_t quote)
{
    const struct document *d = p->d;
    for (; k < p->s->chunk_end; k++) {
        const struct chunk *c = at(d, k);
        const struct chunk *n = k + 1 < p->s->chunk_end ? c + 1 : NULL;
        if (d->tokens.p[c->first].quote != quote && quote) {
            return c->first;
        }
        if (chunk_is_sign(d, k, ';') && !d->tokens.p[c->first].quote) {
            return c->first;
        }
        if (c->kind == CHUNK_LINK && (c->slot == DETAIL_AND || c->slot == DETAIL_BUT) && n &&
            !d->tokens.p[c->first].quote) {
            bool that =
                n->kind == CHUNK_LINK && n->slot == DETAIL_THAT && !(n->flags & CHUNK_RELATIVE);
            if (that || (is_saying(n) && (n->flags & CHUNK_FINITE))) {
                return c->first;
            }
        }
        if (chunk_is_sign(d, k, ',') && n && is_saying(n) && !d->tokens.p[c->first].quote &&
            ((n->tenses & TENSE_GER) || (n->flags & CHUNK_FINITE))) {
            return c->first;
        }
        if (chunk_is_sign(d, k, ',') && n && n->kind == CHUNK_LINK &&
            n->slot == DETAIL_ACCORDING) {
            return c->first;
        }
    }
    return p->s->end;
}

static uint32_t with_preposition(const struct document *d, const struct chunk *c)
{
    uint32_t i = c->first;
    while (c->slot && i > 0 && c->first - i < 4) {
        i--;
        if (d->tokens.p[i].part == PART_PREP && !(d->tokens.p[i].flags & TOK_INSIDE)) {
            return i;
        }
    }
    return c->first;
}

/* ---- modes ---- */

static bool has_word(const struct document *d, const struct content *c, enum word_detail detail)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        if (d->tokens.p[i].row && d->tokens.p[i].row->detail == detail) {
            return true;
        }
    }
    return false;
}

static enum say_mode mode_of(const struct speaker *p, enum say_mode mode,
                             const struct content *c)
{
    const struct document *d = p->d;
    uint64_t all = 0;
    const struct chunk *first = NULL;
    bool denied = false;
    for (uint32_t k = p->s->chunk; k < d->chunks.n && at(d, k)->first < c->end; k++) {
        const struct chunk *x = at(d, k);
        if (x->first < c->first) {
            continue;
        }
        all |= x->all;
        if (x->kind == CHUNK_VERB && (x->flags & CHUNK_FINITE)) {
            first = first ? first : x;
            bool deals = (x->classes & (CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM))) != 0;
            denied = denied || (deals && (x->flags & CHUNK_NEGATED));
        }
        denied = denied || HAS(x->all, FALSE);
    }
    if (mode == SAY_asks && (HAS(all, STOP) || (first && HAS(first->all, ASK)))) {
        return SAY_demands;
    }
    if (mode == SAY_demands && !HAS(all, STOP) && first == NULL && HAS(all, INVITE)) {
        return SAY_asks;
    }
    if (mode != SAY_asserts) {
        return mode;
    }
    if (HAS(all, INFO) && has_word(d, c, DETAIL_EARLY) && HAS(all, SUPPLY)) {
        return SAY_declines;
    }
    if (first && (first->flags & CHUNK_FIRST) && HAS(first->all, ASK)) {
        return SAY_demands;
    }
    bool acts = first && (first->classes & (CLASS(SUPPLY) | CLASS(MOVE) | CLASS(VISIT))) &&
                (first->tenses & TENSE_COND) && is_english(p);
    if (first && ((first->tenses & TENSE_FUT) || acts) && !denied) {
        return SAY_announces;
    }
    return denied ? SAY_denies : mode;
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

static void put(struct speaker *p, const struct source *from, enum say_mode mode,
                struct content c)
{
    struct document *d = p->d;
    if (from->first == from->end || !trim(d, &c) || is_taken(d, &c) ||
        d->statements.n >= 2000) {
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
                            .mode = (uint8_t)mode_of(p, mode, &c),
                            .quoted = c.quoted,
                            .court = (from->classes & CLASS(COURT)) != 0,
                            .source_first = from->first,
                            .source_end = from->end,
                            .content_first = c.first,
                            .content_end = c.end};
    p->last = *from;
    p->last_paragraph = p->s->paragraph;
}

/* ---- the ways of saying ---- */

static bool quotation_at(const struct document *d, uint32_t token, struct content *out)
{
    uint16_t q = token < d->tokens.n ? d->tokens.p[token].quote : 0;
    if (q == 0) {
        return false;
    }
    *out = (struct content){d->quotations.p[q - 1].first, d->quotations.p[q - 1].end, true};
    return true;
}

/* The quotation that ends right before chunk k (a comma may stand between). */
static bool quotation_before(const struct speaker *p, uint32_t k, struct content *out)
{
    const struct document *d = p->d;
    uint32_t i = at(d, k)->first;
    for (uint32_t n = 0; n < 3 && i > 0; n++) {
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

/* Contents behind the verb: that …, di …, quotations, bare clauses.  How many were put down. */
static unsigned say_behind(struct speaker *p, uint32_t verb, uint32_t k,
                           const struct source *from, enum say_mode mode)
{
    struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    uint16_t quote = d->tokens.p[v->first].quote;
    unsigned n = 0;
    while (k < p->s->chunk_end && at(d, k)->kind == CHUNK_NOUN &&
           (at(d, k)->slot == DETAIL_TO || at(d, k)->slot == DETAIL_ON ||
            at(d, k)->slot == DETAIL_IN || at(d, k)->slot == DETAIL_WITH) &&
           !HAS(v->classes, ACCUSE)) {
        k++;
    }
    if (k >= p->s->chunk_end) {
        return 0;
    }
    const struct chunk *c = at(d, k);
    struct content x = {0};
    if ((chunk_is_sign(d, k, ':') || chunk_is_sign(d, k, ',')) &&
        quotation_at(d, at(d, k)->end + 1, &x) &&
        d->tokens.p[at(d, k)->end].mark == QUOTE_OPEN) {
        put(p, from, mode, x);
        return 1;
    }
    if (chunk_is_sign(d, k, '"') && d->tokens.p[c->first].mark == QUOTE_OPEN &&
        quotation_at(d, c->end, &x)) {
        /* A quoted piece may go on as a clause: "has been …" of X. */
        uint32_t end = clause_end(p, k, quote);
        struct content whole = {c->first, end, true};
        put(p, from, mode, x.end + 4 < end ? whole : x);
        return 1;
    }
    if (chunk_is_sign(d, k, ':') && mode != SAY_asks) {
        put(p, from, mode, (struct content){c->end, clause_end(p, k + 1, quote), false});
        return 1;
    }
    if (c->kind == CHUNK_LINK && (c->slot == DETAIL_THAT || c->slot == DETAIL_IF) &&
        !(c->flags & CHUNK_RELATIVE && k != verb + 1)) {
        while (k < p->s->chunk_end) {
            uint32_t end = clause_end(p, k + 1, quote);
            put(p, from, mode, (struct content){at(d, k)->end, end, false});
            n++;
            uint32_t next = NONE32;
            for (uint32_t j = k + 1; j + 1 < p->s->chunk_end; j++) {
                if (at(d, j)->first >= end && at(d, j)->first <= end + 1 &&
                    at(d, j)->kind == CHUNK_LINK && at(d, j + 1)->kind == CHUNK_LINK &&
                    at(d, j + 1)->slot == DETAIL_THAT) {
                    next = j + 1;
                    break;
                }
            }
            if (next == NONE32) {
                break;
            }
            k = next;
        }
        return n;
    }
    if (c->kind == CHUNK_VERB && (c->slot == DETAIL_OF || c->slot == DETAIL_TO ||
                                  c->slot == DETAIL_FROM || c->slot == DETAIL_FOR)) {
        put(p, from, mode,
            (struct content){with_preposition(d, c), clause_end(p, k, quote), false});
        return 1;
    }
    bool strong = mode != SAY_asserts || HAS(v->classes, ACCUSE);
    if (c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE) {
        bool clause = false;
        for (uint32_t j = k + 1; j < p->s->chunk_end && !clause; j++) {
            clause = at(d, j)->kind == CHUNK_VERB && (at(d, j)->flags & CHUNK_FINITE);
            if (at(d, j)->kind == CHUNK_LINK && !(at(d, j)->slot == DETAIL_AND) &&
                !(at(d, j)->flags & CHUNK_RELATIVE)) {
                break;
            }
        }
        if (strong || (is_english(p) && clause)) {
            put(p, from, mode, (struct content){c->first, clause_end(p, k, quote), false});
            return 1;
        }
    }
    return 0;
}

static bool has_verb(const struct speaker *p, uint32_t first, uint32_t end)
{
    for (uint32_t k = p->s->chunk; k < p->s->chunk_end; k++) {
        const struct chunk *c = at(p->d, k);
        if (c->first >= first && c->end <= end && c->kind == CHUNK_VERB &&
            (c->flags & CHUNK_FINITE)) {
            return true;
        }
    }
    return false;
}

/* Contents before the verb: a quotation, or the sentence around the insertion. */
static unsigned say_before(struct speaker *p, uint32_t verb, const struct source *from,
                           enum say_mode mode)
{
    struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    uint32_t begin =
        from->end > from->first && from->first < v->first && from->first > p->s->first
            ? from->first
            : v->first;
    uint32_t k = verb;
    while (k > p->s->chunk && at(d, k)->first > begin) {
        k--;
    }
    struct content x = {0};
    if (quotation_before(p, k, &x)) {
        put(p, from, mode, x);
        return 1;
    }
    if (begin <= p->s->first || begin == 0 || !token_is_sign(&d->tokens.p[begin - 1], ',')) {
        return 0;
    }
    uint32_t behind = v->end > from->end ? v->end : from->end;
    uint32_t rest = behind;
    while (rest < p->s->end && d->tokens.p[rest].kind != TOK_SIGN) {
        rest++;
    }
    bool goes_on = rest + 2 < p->s->end && token_is_sign(&d->tokens.p[rest], ',');
    bool short_before = begin - p->s->first < 5;
    if (goes_on && short_before) {
        put(p, from, mode, (struct content){rest + 1, p->s->end, false});
    } else if (goes_on && !has_verb(p, p->s->first, begin)) {
        put(p, from, mode, (struct content){p->s->first, p->s->end, false});
    } else {
        put(p, from, mode, (struct content){p->s->first, begin - 1, false});
    }
    return 1;
}

/* "Lo riferisce X": what the sentence before says. */
static unsigned say_previous(struct speaker *p, const struct source *from, enum say_mode mode)
{
    if (p->index == 0) {
        return 0;
    }
    const struct sentence *b = p->s - 1;
    if (p->d->paragraphs.p[b->paragraph].kind != PARA_BODY) {
        return 0;
    }
    put(p, from, mode, (struct content){b->first, b->end, false});
    return 1;
}

static bool begins_with_it(const struct document *d, const struct chunk *v)
{
    struct slice w = document_key(d, v->first, v->first + 1);
    return slice_is(w, "lo") || slice_is(w, "l'");
}

/* Does the sentence before the verb end a quotation or clause that the verb attributes? */
static bool is_behind_comma(const struct speaker *p, uint32_t verb)
{
    const struct document *d = p->d;
    uint32_t first = at(d, verb)->first;
    return first > 0 && first > p->s->first &&
           (d->tokens.p[first - 1].mark == QUOTE_CLOSE ||
            token_is_sign(&d->tokens.p[first - 1], ','));
}

static bool is_he(const struct document *d, const struct source *x)
{
    return x->end == x->first + 1 && d->tokens.p[x->first].part == PART_PRON;
}

/* "Kirby voiced concern, stressing that X": the clause that a gerund of saying goes on.  The
 * nearest verb of saying with a mood, else the first verb with one that is in no relative clause. */
static uint32_t main_verb(const struct speaker *p, uint32_t gerund)
{
    const struct document *d = p->d;
    uint32_t first = NONE32;
    for (uint32_t k = gerund; k > p->s->chunk;) {
        k--;
        const struct chunk *c = at(d, k);
        bool relative = k > p->s->chunk && at(d, k - 1)->kind == CHUNK_LINK &&
                        (at(d, k - 1)->flags & CHUNK_RELATIVE);
        if (c->kind == CHUNK_SIGN && (chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, '.'))) {
            break;
        }
        if (c->kind != CHUNK_VERB || !(c->flags & CHUNK_FINITE) || relative) {
            continue;
        }
        if (is_saying(c)) {
            return k;
        }
        first = k;
    }
    return first;
}

/* "ha espresso preoccupazione, sottolineando che …": a warning. */
static bool worries(const struct speaker *p, uint32_t gerund)
{
    for (uint32_t k = p->s->chunk; k < gerund; k++) {
        if (HAS(at(p->d, k)->all, WORRY)) {
            return true;
        }
    }
    return false;
}

static bool is_gerund(const struct chunk *v)
{
    return (v->tenses & TENSE_GER) && !(v->flags & (CHUNK_FINITE | CHUNK_NEGATED)) &&
           v->slot == DETAIL_NONE;
}

static struct source find_source(struct speaker *p, uint32_t verb, bool *right)
{
    struct document *d = p->d;
    struct source out = {0};
    uint32_t governor = is_gerund(at(d, verb)) ? main_verb(p, verb) : NONE32;
    if (governor != NONE32) {
        bool behind = false;
        *right = false;
        return find_source(p, governor, &behind);
    }
    const struct chunk *v = at(d, verb);
    struct content q = {0};
    bool inverted = begins_with_it(d, v) || quotation_before(p, verb, &q);
    *right = false;
    if (verb > p->s->chunk && (at(d, verb - 1)->flags & CHUNK_PRONOUN) &&
        at(d, verb - 1)->slot == DETAIL_NONE && p->last.end > p->last.first) {
        const struct chunk *he = at(d, verb - 1);
        return (struct source){he->first, he->end, p->last.entity, p->last.behalf,
                               p->last.classes};
    }
    if (!inverted && source_left(d, p->s, verb, &out)) {
        return out;
    }
    if (inverted || is_behind_comma(p, verb)) {
        *right = source_right(d, p->s, verb, &out);
        if (*right) {
            return out;
        }
        if (inverted && source_left(d, p->s, verb, &out)) {
            return out;
        }
    }
    /* Nobody named: who spoke last goes on speaking. */
    bool same = p->last.end > p->last.first && p->last_paragraph == p->s->paragraph;
    return same ? p->last : (struct source){.entity = NONE32};
}

static void comment_refused(struct speaker *p, uint32_t verb, const struct source *from)
{
    const struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    uint32_t k = verb + 1;
    while (k < p->s->chunk_end && at(d, k)->kind == CHUNK_NOUN) {
        k++;
    }
    bool object = k > verb + 1;
    put(p, from, SAY_declines,
        (struct content){object ? at(d, verb + 1)->first : with_preposition(d, v),
                         object ? at(d, k - 1)->end : v->end, false});
}

static void say_verb(struct speaker *p, uint32_t verb)
{
    struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    bool right = false;
    struct source from = find_source(p, verb, &right);
    if (from.end > from.first && is_he(d, &from)) {
        uint32_t first = from.first;
        from = p->last.end > p->last.first ? (struct source){first, first + 1, p->last.entity,
                                                             p->last.behalf, p->last.classes}
                                           : from;
    }
    if (HAS(v->classes, COMMENT) && (v->flags & CHUNK_NEGATED)) {
        comment_refused(p, verb, &from);
        return;
    }
    if ((v->flags & CHUNK_NEGATED) || from.end == from.first) {
        return;
    }
    if (v->tenses & TENSE_FIRST && !(v->flags & CHUNK_FINITE)) {
        return;
    }
    enum say_mode mode = v->mode == SAY_asserts && is_gerund(v) && worries(p, verb)
                             ? SAY_warns
                             : (enum say_mode)v->mode;
    if (begins_with_it(d, v) && say_previous(p, &from, mode)) {
        return;
    }
    uint32_t k = verb + 1;
    if (right) {
        while (k < p->s->chunk_end && at(d, k)->first < from.end) {
            k++;
        }
    }
    struct content q = {0};
    bool attributes = quotation_before(p, verb, &q) || (right && is_behind_comma(p, verb));
    unsigned n = attributes ? say_before(p, verb, &from, mode) : 0;
    n += say_behind(p, verb, k, &from, mode);
    if (n == 0) {
        (void)say_before(p, verb, &from, mode);
    }
}

/* "declined to comment", "si è rifiutato di rispondere". */
static bool is_refusal(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    const struct chunk *n = k + 1 < s->chunk_end ? c + 1 : NULL;
    return c->kind == CHUNK_VERB && HAS(c->classes, REFUSE) && n && n->kind == CHUNK_VERB &&
           (n->classes & (CLASS(COMMENT) | CLASS(SAY)));
}

static void say_according(struct speaker *p, uint32_t k)
{
    struct document *d = p->d;
    struct source from = {0};
    uint32_t behind = 0;
    uint32_t first = at(d, k)->first;
    if (k + 1 < p->s->chunk_end && (at(d, k + 1)->flags & CHUNK_RELATIVE)) {
        /* "Watson, secondo la quale …" */
        if (source_left(d, p->s, k, &from)) {
            put(p, &from, SAY_asserts,
                (struct content){at(d, k + 1)->end, clause_end(p, k + 2, 0), false});
        }
        return;
    }
    if (!source_group(d, p->s, k + 1, &behind, &from)) {
        return;
    }
    bool at_start = first <= p->s->first + 2;
    if (!at_start && k > p->s->chunk) {
        const struct chunk *b = at(d, k - 1);
        at_start = (b->kind == CHUNK_LINK) || chunk_is_sign(d, k - 1, ':') ||
                   chunk_is_sign(d, k - 1, ';') || token_is_sign(&d->tokens.p[b->end - 1], ',');
        at_start = at_start && behind < p->s->chunk_end && chunk_is_sign(d, behind, ',');
    }
    if (at_start) {
        put(p, &from, SAY_asserts,
            (struct content){at(d, behind - 1)->end, clause_end(p, behind, 0), false});
    } else {
        put(p, &from, SAY_asserts, (struct content){p->s->first, first, false});
    }
}

/* "Per la Casa Bianca i contatti proseguiranno": a group with per, at the start of a clause. */
static bool is_for_source(const struct speaker *p, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *c = at(d, k);
    bool start = k == p->s->chunk || chunk_is_sign(d, k - 1, ':');
    if (is_english(p) || !start || c->kind != CHUNK_NOUN || c->slot != DETAIL_FOR ||
        c->mention == NONE32) {
        return false;
    }
    uint32_t behind = 0;
    struct source from = {0};
    return source_group(d, p->s, k, &behind, &from) && from.entity != NONE32 &&
           behind < p->s->chunk_end &&
           ((at(d, behind)->kind == CHUNK_NOUN && at(d, behind)->slot == 0) ||
            at(d, behind)->kind == CHUNK_VERB || chunk_is_sign(d, behind, ','));
}

static void say_for(struct speaker *p, uint32_t k)
{
    uint32_t behind = 0;
    struct source from = {0};
    if (source_group(p->d, p->s, k, &behind, &from)) {
        put(p, &from, SAY_asserts,
            (struct content){at(p->d, behind - 1)->end, clause_end(p, behind, 0), false});
    }
}

/* A headline "Seul: da Mosca a Pyongyang petrolio". */
static void say_headline(struct speaker *p)
{
    const struct document *d = p->d;
    for (uint32_t k = p->s->chunk; k < p->s->chunk_end && k < p->s->chunk + 4; k++) {
        const struct chunk *c = at(d, k);
        if (chunk_is_sign(d, k, ':') && k > p->s->chunk) {
            const struct chunk *b = at(d, k - 1);
            if (b->kind == CHUNK_NOUN && b->slot == 0 && b->mention != NONE32 &&
                k == p->s->chunk + 1) {
                const struct mention *m = &d->mentions.p[b->mention];
                bool alone = m->entity != NONE32 && !m->adjective && b->end - m->end == 0;
                struct source from = {
                    m->first, m->end, m->entity,
                    alone ? d->entities.p[m->entity].behalf : (struct slice){NULL, 0}, 0};
                if (alone) {
                    put(p, &from, SAY_asserts, (struct content){c->end, p->s->end, false});
                }
            }
            return;
        }
        if (c->kind == CHUNK_VERB) {
            return;
        }
    }
}

static void read_sentence(struct speaker *p)
{
    struct document *d = p->d;
    for (uint32_t k = p->s->chunk; k < p->s->chunk_end && !d->failed; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_VERB && is_refusal(d, p->s, k)) {
            bool right = false;
            struct source from = find_source(p, k, &right);
            comment_refused(p, k + 1, &from);
            k++;
        } else if (is_saying(c) || (c->kind == CHUNK_VERB && HAS(c->classes, COMMENT) &&
                                    (c->flags & CHUNK_NEGATED))) {
            say_verb(p, k);
        } else if (c->kind == CHUNK_LINK && c->slot == DETAIL_ACCORDING) {
            say_according(p, k);
        } else if (is_for_source(p, k)) {
            say_for(p, k);
        }
    }
}

/* Quotations nobody was found for go on with the last speaker before them. */
static void read_quotations(struct document *d)
{
    for (size_t i = 0; i < d->quotations.n && !d->failed; i++) {
        struct content c = {d->quotations.p[i].first, d->quotations.p[i].end, true};
        const struct statement *last = NULL;
        bool covered = c.end - c.first < 5;
        uint32_t paragraph = NONE32;
        const struct sentence *s = NULL;
        for (size_t k = 0; k < d->sentences.n; k++) {
            if (d->sentences.p[k].first <= c.first && c.first < d->sentences.p[k].end) {
                s = &d->sentences.p[k];
                paragraph = s->paragraph;
            }
        }
        for (size_t k = 0; k < d->statements.n && !covered; k++) {
            const struct statement *x = &d->statements.p[k];
            covered = x->content_first < c.end && c.first < x->content_end;
            bool before =
                x->content_end <= c.first &&
                x->content_first >= d->paragraphs.p[paragraph == NONE32 ? 0 : paragraph].first;
            last = before && x->quoted ? x : last;
        }
        if (!covered && last && s && c.first - last->content_end < 40) {
            struct speaker p = {.d = d, .s = s};
            struct statement copy = *last;
            struct content t = c;
            if (!trim(d, &t)) {
                continue;
            }
            struct statement *x = VEC_ADD(&d->statements);
            if (x) {
                *x = copy;
                x->content = document_span(d, t.first, t.end);
                x->content_first = t.first;
                x->content_end = t.end;
                x->mode = (uint8_t)mode_of(&p, SAY_asserts, &t);
            }
        }
    }
}

void say_read(struct document *d)
{
    struct speaker p = {.d = d, .last_paragraph = NONE32};
    for (size_t i = 0; i < d->sentences.n && !d->failed; i++) {
        p.s = &d->sentences.p[i];
        p.index = (uint32_t)i;
        uint8_t kind = d->paragraphs.p[p.s->paragraph].kind;
        if (kind == PARA_HEADLINE) {
            say_headline(&p);
        }
        if (kind != PARA_DATELINE) {
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
