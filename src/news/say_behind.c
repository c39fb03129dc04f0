/* What is said behind a verb of saying: that …, of …, quotations, bare clauses, objects. */
#include "news/say_parts.h"
#include "news/when.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

uint32_t say_preposition(const struct document *d, const struct chunk *c)
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

static bool is_quote(const struct document *d, uint32_t k, struct content *out)
{
    const struct chunk *c = at(d, k);
    return c->kind == CHUNK_SIGN && d->tokens.p[c->first].mark == QUOTE_OPEN &&
           quotation_at(d, c->end, out);
}

/* Is the quotation followed by its own tag: "…", dice il portavoce? */
static bool is_tagged(const struct speaker *p, const struct content *q)
{
    const struct document *d = p->d;
    uint32_t k = chunk_at(d, p->s, q->end);
    while (k != NONE32 && k < p->s->chunk_end && at(d, k)->kind == CHUNK_SIGN) {
        k++;
    }
    if (k == NONE32 || k >= p->s->chunk_end || at(d, k)->first > q->end + 3) {
        return false;
    }
    struct source x;
    bool inverted = chunk_says(at(d, k)) && source_right(d, p->s, k, &x);
    bool plain = k + 1 < p->s->chunk_end && source_is_bare(d, k) && chunk_says(at(d, k + 1));
    return inverted || plain;
}

/* Which mode the tag of a quotation takes over from the verb before it ("Iran denies: …"). */
static unsigned put_quote(struct speaker *p, const struct behind *b, uint32_t k,
                          struct content q)
{
    const struct document *d = p->d;
    if (is_tagged(p, &q)) {
        if (b->mode != SAY_asserts) {
            uint32_t t = chunk_at(d, p->s, q.end);
            struct source x = {.entity = NONE32};
            for (; t < p->s->chunk_end && !chunk_says(at(d, t)); t++) {
            }
            if (t < p->s->chunk_end &&
                (source_right(d, p->s, t, &x) || source_left(d, p->s, t, &x))) {
                x = source_settled(p, x);
                say_put(p, &x, b->mode, q);
                return 1;
            }
        }
        return 1; /* the tag says whose it is */
    }
    /* A quoted piece may go on as a clause: "has been …" of X. */
    uint32_t end = content_end(p, k, b->quote, false);
    struct content whole = {at(d, k)->first, end, true};
    uint32_t next = q.end + 1;
    bool more = next < end && d->tokens.p[next].kind != TOK_SIGN;
    say_put(p, b->from, b->mode, more ? whole : q);
    return 1;
}

/* that …, and that …: one statement, unless a part is said in another mode or after "but". */
static unsigned put_clauses(struct speaker *p, const struct behind *b, uint32_t from,
                            uint32_t k)
{
    const struct document *d = p->d;
    struct content whole = {0};
    enum say_mode mode = b->mode;
    while (k < p->s->chunk_end) {
        uint32_t end = content_end(p, k, b->quote, false);
        struct content part = {from, end, false};
        enum say_mode now = mode_of(p, b->from, b->mode, &part);
        bool but = k > p->s->chunk + 1 && at(d, k - 2)->slot == DETAIL_BUT;
        now = now == SAY_denies ? SAY_asserts : now;
        if (whole.end > whole.first && (now != mode || but)) {
            say_put(p, b->from, b->mode, whole);
            whole = part;
        } else {
            whole = whole.end > whole.first ? (struct content){whole.first, end, false} : part;
        }
        mode = now;
        uint32_t next = NONE32;
        for (uint32_t j = k; j + 1 < p->s->chunk_end; j++) {
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
        from = at(d, next)->end;
        k = next + 1;
    }
    say_put(p, b->from, b->mode, whole);
    return 1;
}

static unsigned put_that(struct speaker *p, const struct behind *b, uint32_t k)
{
    return put_clauses(p, b, at(p->d, k)->end, k + 1);
}

/* Does a clause with its own verb follow, right behind the verb or its subject group? */
static bool is_bare_clause(const struct speaker *p, uint32_t k)
{
    for (uint32_t n = 0; k < p->s->chunk_end && n < 16; n++, k++) {
        const struct chunk *c = at(p->d, k);
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) {
            return true;
        }
        if (c->kind == CHUNK_LINK && !(c->slot == DETAIL_AND) && !(c->flags & CHUNK_RELATIVE)) {
            return c->slot == DETAIL_IF || c->slot == DETAIL_BECAUSE;
        }
        if (chunk_is_sign(p->d, k, ':') || chunk_is_sign(p->d, k, ';')) {
            break;
        }
    }
    return false;
}

/* What makes a noun group worth a statement: a dealing, goods, a quotation, an infinitive. */
static bool has_substance(const struct speaker *p, uint32_t k, uint32_t end)
{
    uint64_t deals = CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM) | CLASS(TALK) | CLASS(AGREE) |
                     CLASS(VISIT) | CLASS(MEET);
    for (; k < p->s->chunk_end && at(p->d, k)->first < end; k++) {
        const struct chunk *c = at(p->d, k);
        if ((c->kind == CHUNK_VERB && c->end <= end) || (c->all & deals) ||
            p->d->tokens.p[c->first].quote) {
            return true;
        }
    }
    return false;
}

/* Requests about the speaker himself: not to be named. */
static bool is_nameless(const struct speaker *p, uint32_t first, uint32_t end)
{
    static const char *const WORDS[] = {"anonimato",  "anonymity", "citati",      "citato",
                                        "citata",     "nominato",  "nominati",    "named",
                                        "identified", "quoted",    "identificato"};
    for (uint32_t i = first; i < end && i < first + 8; i++) {
        for (size_t n = 0; n < sizeof WORDS / sizeof *WORDS; n++) {
            if (slice_is(document_key(p->d, i, i + 1), WORDS[n])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_accusation(const struct document *d, uint32_t verb)
{
    return HAS(at(d, verb)->classes, ACCUSE);
}

/* "accused the allies of «pumping weapons»", "asked the maker to speed up". */
static unsigned put_object(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *c = at(d, k);
    uint32_t end = content_end(p, k, b->quote, true);
    struct content q = {0};
    if (is_accusation(d, b->verb) && k + 1 < p->s->chunk_end) {
        const struct chunk *n = c + 1;
        bool of = n->slot == DETAIL_OF && d->tokens.p[n->first].quote &&
                  quotation_at(d, n->first, &q) && q.first == n->first;
        say_put(p, b->from, b->mode, (struct content){of ? q.first - 1 : c->first, end, of});
        return 1;
    }
    bool colon = end < p->s->end && token_is_sign(&d->tokens.p[end], ':');
    bool told = (c->all & CLASS(SAY)) && !colon;
    bool empty = b->mode == SAY_denies && !has_substance(p, k, end) && !told;
    bool order = b->mode == SAY_demands && !has_substance(p, k + 1, end);
    bool refers = (c->flags & (CHUNK_PRONOUN | CHUNK_REFERS)) && b->mode != SAY_demands;
    if (!empty && !order && !refers) {
        say_put(p, b->from, b->mode, (struct content){c->first, end, false});
    }
    return 1;
}

/* "called the claims «baseless»", "ha definito la notizia un'invenzione". */
static unsigned put_label(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    bool pronoun = (at(d, k)->flags & CHUNK_PRONOUN) != 0;
    uint32_t from = pronoun ? k + 1 : k;
    while (from < p->s->chunk_end && at(d, from)->kind == CHUNK_NOUN &&
           when_covers(d, at(d, from)->head)) {
        from++;
    }
    uint32_t end = from < p->s->chunk_end ? content_end(p, from, b->quote, true) : 0;
    bool predicate = false;
    for (uint32_t j = k + 1; j < p->s->chunk_end && at(d, j)->first < end; j++) {
        struct content q = {0};
        predicate = predicate || is_quote(d, j, &q) ||
                    (j > k && source_is_bare(d, j) && source_slot(d, j) == DETAIL_NONE);
    }
    if (predicate && from < p->s->chunk_end && source_names_somebody(d, b->from)) {
        say_put(p, b->from, b->mode, (struct content){at(d, from)->first, end, false});
    }
    return 1;
}

/* "parla di oltre diecimila container", "complain of something else: …". */
static unsigned put_topic(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *c = at(d, k);
    uint32_t end = content_end(p, k, b->quote, true);
    if (is_nameless(p, c->first, end) || !source_names_somebody(d, b->from)) {
        return 1;
    }
    bool told = c->goods || d->tokens.p[c->first].quote;
    for (uint32_t i = c->first; i < end; i++) {
        told = told || d->tokens.p[i].kind == TOK_NUMBER || d->tokens.p[i].quote;
    }
    for (uint32_t j = k; j < p->s->chunk_end && at(d, j)->first < end; j++) {
        told = told || HAS(at(d, j)->all, QUANT) || at(d, j)->goods;
    }
    bool colon = end < p->s->end && token_is_sign(&d->tokens.p[end], ':');
    if (colon && content_has_verb(p, end, p->s->end)) {
        say_put(p, b->from, b->mode, (struct content){end + 1, p->s->end, false});
    } else if (told || (b->mode == SAY_asserts &&
                        !token_lemma_is(&d->tokens.p[at(d, b->verb)->head], "parlare"))) {
        say_put(p, b->from, b->mode, (struct content){c->first, end, false});
    }
    return 1;
}

/* Where the content begins: behind hearers, times and circumstances ("told reporters on Friday
 * in Rome that"), when something that opens a content stands there. */
static uint32_t skip_circumstances(const struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    bool hearer = chunk_detail(d, at(d, b->verb)) == DETAIL_HEARER;
    if (hearer && k < p->s->chunk_end && source_is_bare(d, k)) {
        k++;
        while (k < p->s->chunk_end && at(d, k)->kind == CHUNK_NOUN &&
               source_slot(d, k) != DETAIL_NONE) {
            k++;
        }
    }
    for (uint32_t j = k, n = 0; j < p->s->chunk_end && n < 10; j++, n++) {
        const struct chunk *c = at(d, j);
        struct content q = {0};
        bool that = c->kind == CHUNK_LINK && (c->slot == DETAIL_THAT || c->slot == DETAIL_IF) &&
                    (!(c->flags & CHUNK_RELATIVE) || j == k);
        bool infinitive = j > k && chunk_is_infinitive(c) && c->slot == DETAIL_OF;
        if (that || infinitive || chunk_is_sign(d, j, ':') || is_quote(d, j, &q)) {
            return j;
        }
        bool time = c->kind == CHUNK_NOUN && when_covers(d, c->head);
        bool circumstance = (c->kind == CHUNK_NOUN && source_slot(d, j) != DETAIL_NONE &&
                             !(source_slot(d, j) == DETAIL_OF && !time && j == k)) ||
                            time || c->kind == CHUNK_OTHER ||
                            (chunk_is_sign(d, j, ',') && j > k);
        if (!circumstance) {
            break;
        }
    }
    while (k < p->s->chunk_end &&
           (when_covers(d, at(d, k)->head) ||
            (at(d, k)->kind == CHUNK_NOUN && !is_accusation(d, b->verb) &&
             (at(d, k)->slot == DETAIL_TO || at(d, k)->slot == DETAIL_ON ||
              at(d, k)->slot == DETAIL_IN || at(d, k)->slot == DETAIL_WITH)))) {
        k++;
    }
    return k;
}

/* A request begins with whom it is made of ("ha chiesto al governo di fermarlo"), another
 * infinitive with its preposition. */
static uint32_t addressee(const struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    bool request = b->mode == SAY_asks || b->mode == SAY_demands;
    for (uint32_t j = b->verb + 1; request && j < k; j++) {
        if (at(d, j)->kind == CHUNK_NOUN && at(d, j)->mention != NONE32 &&
            at(d, j)->slot == DETAIL_TO) {
            return say_preposition(d, at(d, j));
        }
    }
    return say_preposition(d, at(d, k));
}

/* What follows the verb as a group of words, not as a clause with a link. */
static unsigned put_group(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *v = at(d, b->verb);
    const struct chunk *c = at(d, k);
    uint8_t detail = chunk_detail(d, v);
    bool infinitive = chunk_is_infinitive(c) &&
                      (c->slot == DETAIL_OF || c->slot == DETAIL_TO || c->slot == DETAIL_FROM ||
                       c->slot == DETAIL_FOR || is_accusation(d, b->verb));
    if (infinitive || (p->english && chunk_is_gerund(c) && c->first == v->end)) {
        say_put(p, b->from, b->mode,
                (struct content){addressee(p, b, k), content_end(p, k, b->quote, true), false});
        return 1;
    }
    if (detail == DETAIL_LABEL) {
        return c->kind == CHUNK_NOUN ? put_label(p, b, k) : 0;
    }
    if (p->english && (detail == DETAIL_BARE || detail == DETAIL_HEARER) &&
        c->kind != CHUNK_SIGN && is_bare_clause(p, k)) {
        uint32_t from = k > b->verb + 1 ? at(d, k - 1)->end : v->end;
        return put_clauses(p, b, from, k);
    }
    if (detail == DETAIL_SPEAK && c->kind == CHUNK_NOUN && c->slot == DETAIL_OF) {
        return put_topic(p, b, k);
    }
    bool strong = (b->mode != SAY_asserts || is_accusation(d, b->verb)) &&
                  source_names_somebody(d, b->from);
    bool object =
        c->kind == CHUNK_NOUN &&
        (c->slot == DETAIL_NONE || (is_accusation(d, b->verb) && c->slot == DETAIL_OF));
    return strong && object ? put_object(p, b, k) : 0;
}

/* Contents behind the verb: that …, di …, quotations, bare clauses.  How many were found. */
unsigned say_behind(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    k = skip_circumstances(p, b, k);
    if (k >= p->s->chunk_end) {
        return 0;
    }
    const struct chunk *c = at(d, k);
    struct content q = {0};
    bool stop = chunk_is_sign(d, k, ':') || chunk_is_sign(d, k, ',');
    if (stop && k + 1 < p->s->chunk_end && is_quote(d, k + 1, &q)) {
        return put_quote(p, b, k + 1, q);
    }
    if (is_quote(d, k, &q)) {
        return put_quote(p, b, k, q);
    }
    if (chunk_is_sign(d, k, ':')) {
        if (b->mode == SAY_asks) {
            return 0;
        }
        say_put(p, b->from, b->mode,
                (struct content){c->end, content_end(p, k + 1, b->quote, false), false});
        return 1;
    }
    bool because = c->kind == CHUNK_LINK && c->slot == DETAIL_BECAUSE &&
                   token_lemma_is(&d->tokens.p[at(d, b->verb)->head], "insistere");
    if (because) {
        struct behind wish = *b;
        wish.mode = SAY_demands;
        return put_that(p, &wish, k);
    }
    if (c->kind == CHUNK_LINK && (c->slot == DETAIL_THAT || c->slot == DETAIL_IF)) {
        return put_that(p, b, k);
    }
    if (chunk_is_infinitive(c) && is_nameless(p, c->first, p->s->end)) {
        return 1;
    }
    bool request = b->mode == SAY_asks || b->mode == SAY_demands;
    if (request &&
        is_nameless(p, c->first, c->first + 6 < p->s->end ? c->first + 6 : p->s->end)) {
        return 1;
    }
    return put_group(p, b, k);
}
