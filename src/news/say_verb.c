/* A verb of saying: whether it says anything here, who its subject is, and where its content lies. */
#include "news/say_parts.h"
#include "news/when.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

/* ---- the group of verbs ---- */

static bool is_gerund(const struct chunk *v)
{
    return (v->tenses & TENSE_GER) && !(v->flags & (CHUNK_FINITE | CHUNK_NEGATED)) &&
           v->slot == DETAIL_NONE;
}

static bool is_infinitive(const struct chunk *v)
{
    return v->kind == CHUNK_VERB && !(v->flags & CHUNK_FINITE) &&
           (v->slot != DETAIL_NONE || (v->tenses & TENSE_INF));
}

/* "è tornato a chiedere", "was quoted as saying": the first verb of the row. */
static uint32_t first_verb(const struct speaker *p, uint32_t verb)
{
    while (verb > p->begin_chunk && is_infinitive(at(p->d, verb)) &&
           at(p->d, verb - 1)->kind == CHUNK_VERB) {
        verb--;
    }
    return verb;
}

static bool has_agent(const struct speaker *p, uint32_t verb)
{
    uint8_t slot = p->english ? DETAIL_BY : DETAIL_FROM;
    return verb + 1 < p->s->chunk_end && at(p->d, verb + 1)->kind == CHUNK_NOUN &&
           (at(p->d, verb + 1)->slot == slot || at(p->d, verb + 1)->slot == DETAIL_BY) &&
           !when_covers(p->d, at(p->d, verb + 1)->head);
}

static bool is_dirsi(const struct document *d, const struct chunk *v)
{
    return token_lemma_is(&d->tokens.p[v->head], "dirsi");
}

static bool is_reflexive(const struct document *d, const struct chunk *v)
{
    const struct word_row *row = d->tokens.p[v->head].row;
    struct slice lemma = row ? news_text(row->lemma) : SLICE("");
    return slice_find(lemma, 0, "rsi") < lemma.n;
}

/* "said" alone, which may be a participle: it is none when its content follows. */
static bool is_said(const struct speaker *p, uint32_t verb)
{
    const struct chunk *v = at(p->d, verb);
    if (!p->english || !(v->flags & CHUNK_BARE) || v->end != v->first + 1 ||
        !(v->tenses & TENSE_PP)) {
        return false;
    }
    for (uint32_t k = verb + 1; k < p->s->chunk_end && k < verb + 5; k++) {
        const struct chunk *c = at(p->d, k);
        if (c->kind == CHUNK_LINK) {
            return c->slot == DETAIL_THAT;
        }
        if (c->kind != CHUNK_NOUN || c->slot == DETAIL_NONE) {
            break;
        }
    }
    return false;
}

/* Does the verb group report that something was said? */
static bool is_cue(const struct speaker *p, uint32_t first, uint32_t verb)
{
    const struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    const struct chunk *f = at(d, first);
    for (uint32_t k = first; k <= verb; k++) {
        if ((at(d, k)->flags & (CHUNK_NEGATED | CHUNK_MODAL)) ||
            (k < verb && chunk_says(at(d, k)))) {
            return false;
        }
    }
    /* "we reject" in a quotation is part of it; "noto" elsewhere is no verb. */
    bool we = (f->flags & CHUNK_FIRST) != 0;
    if (first > p->s->chunk && d->tokens.p[f->first].quote) {
        struct slice w = document_key(d, at(d, first - 1)->first, at(d, first - 1)->first + 1);
        we = we || slice_is(w, "we") || slice_is(w, "i");
    }
    /* "noto" and "notò" look alike without the accent. */
    const struct news_token *t = &d->tokens.p[v->head];
    bool plain = !p->english && v->end == v->first + 1 && t->end > t->start &&
                 d->plain.p[t->end - 1] == 'o' && t->row &&
                 t->row->tenses == (TENSE_PRES | TENSE_PAST);
    if (plain) {
        return false;
    }
    /* think-tank */
    if (v->end < p->s->end && (d->tokens.p[v->end].flags & TOK_HYPHEN)) {
        return false;
    }
    if ((f->tenses & (TENSE_COND | TENSE_FUT)) && !(f->tenses & TENSE_PRES)) {
        return false;
    }
    if (we) {
        return false;
    }
    if (first < verb) {
        return (f->flags & CHUNK_FINITE) != 0 || is_gerund(f);
    }
    /* "gli inviti si annunciano", but "si legge nel testo" */
    bool impersonal = (v->flags & CHUNK_REFLEXIVE) && !is_reflexive(d, v) &&
                      !(verb + 1 < p->s->chunk_end && at(d, verb + 1)->slot == DETAIL_IN);
    if (impersonal) {
        return false;
    }
    if (is_gerund(v) || is_dirsi(d, v) || is_said(p, verb)) {
        return true;
    }
    return (v->flags & CHUNK_FINITE) != 0;
}

/* ---- its source ---- */

/* "Lo riferisce X", and only then: what is said stands before. */
static bool begins_with_it(const struct document *d, const struct chunk *v)
{
    struct slice w = document_key(d, v->first, v->first + 1);
    return slice_is(w, "lo") || slice_is(w, "l'") || slice_is(w, "ne");
}

static bool is_behind_comma(const struct speaker *p, uint32_t verb)
{
    const struct document *d = p->d;
    uint32_t first = at(d, verb)->first;
    return first > p->begin && (d->tokens.p[first - 1].mark == QUOTE_CLOSE ||
                                token_is_sign(&d->tokens.p[first - 1], ','));
}

/* "Kirby voiced concern, stressing that X": the verb whose subject a gerund shares.  The nearest
 * verb of saying with a mood, else the first with one that is in no relative clause. */
static uint32_t main_verb(const struct speaker *p, uint32_t gerund)
{
    const struct document *d = p->d;
    uint32_t first = NONE32;
    for (uint32_t k = gerund; k > p->begin_chunk;) {
        k--;
        const struct chunk *c = at(d, k);
        bool relative = k > p->s->chunk && at(d, k - 1)->kind == CHUNK_LINK &&
                        (at(d, k - 1)->flags & CHUNK_RELATIVE);
        if (c->kind == CHUNK_SIGN && (chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, '.'))) {
            break;
        }
        if (c->kind != CHUNK_VERB || !(c->flags & CHUNK_FINITE) || relative ||
            d->tokens.p[c->first].quote != d->tokens.p[at(d, gerund)->first].quote) {
            continue;
        }
        if (chunk_says(c)) {
            return k;
        }
        first = k;
    }
    return first;
}

/* "ha espresso preoccupazione, sottolineando che …": a warning. */
static bool worries(const struct speaker *p, uint32_t gerund)
{
    for (uint32_t k = p->begin_chunk; k < gerund; k++) {
        if (HAS(at(p->d, k)->all, WORRY)) {
            return true;
        }
    }
    return false;
}

static struct source settled(struct speaker *p, struct source x)
{
    if (source_is_none(&x)) {
        return x;
    }
    x.here_first = x.first;
    x.here_end = x.end;
    if (source_is_pronoun(p->d, &x)) {
        refer_pronoun(p, &x);
    } else {
        refer_noun(p, &x);
    }
    return x;
}

static bool follows_as(const struct speaker *p, uint32_t first)
{
    const struct document *d = p->d;
    return first > p->begin_chunk && at(d, first - 1)->kind == CHUNK_LINK &&
           slice_is(document_key(d, at(d, first - 1)->first, at(d, first - 1)->first + 1),
                    "come");
}

/* More than a word that the lexicon does not know. */
static bool names_somebody(const struct document *d, const struct source *x)
{
    return x->entity != NONE32 || x->classes != 0 ||
           (d->tokens.p[x->end - 1].flags & TOK_CAPITAL) || source_is_pronoun(d, x);
}

static struct source find_source(struct speaker *p, uint32_t first, uint32_t verb, bool *right)
{
    struct document *d = p->d;
    struct source out = {.entity = NONE32};
    uint32_t governor = is_gerund(at(d, first)) ? main_verb(p, first) : NONE32;
    *right = false;
    if (governor != NONE32) {
        bool behind = false;
        bool same = p->last_sentence == p->index && chunk_says(at(d, governor));
        out = same ? p->last : find_source(p, governor, governor, &behind);
        out.here_first = out.here_end = 0;
        return out;
    }
    struct content q = {0};
    bool inverted = begins_with_it(d, at(d, first)) || follows_as(p, first) ||
                    quotation_before(d, at(d, first)->first, &q);
    if (!inverted && source_left(d, p->s, first, &out)) {
        return settled(p, out);
    }
    if (inverted || is_behind_comma(p, first)) {
        *right = source_right(d, p->s, verb, &out) &&
                 (inverted || out.end > out.first + 1 || names_somebody(d, &out));
        if (*right) {
            return settled(p, out);
        }
        if (inverted && source_left(d, p->s, first, &out) &&
            out.end <= (q.end > q.first ? q.first : out.end)) {
            return settled(p, out);
        }
    }
    out = refer_silent(p, first);
    out.here_first = out.here_end = 0;
    return out;
}

/* ---- contents behind the verb ---- */

struct behind {
    const struct source *from;
    enum say_mode mode;
    uint32_t verb;  /* chunk */
    uint16_t quote; /* that the verb stands in */
};

static uint32_t preposition_of(const struct document *d, const struct chunk *c)
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
                x = settled(p, x);
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
    if (predicate && from < p->s->chunk_end && names_somebody(d, b->from)) {
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
    if (is_nameless(p, c->first, end) || !names_somebody(d, b->from)) {
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
        bool infinitive = j > k && is_infinitive(c) && c->slot == DETAIL_OF;
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
            return preposition_of(d, at(d, j));
        }
    }
    return preposition_of(d, at(d, k));
}

/* What follows the verb as a group of words, not as a clause with a link. */
static unsigned put_group(struct speaker *p, const struct behind *b, uint32_t k)
{
    const struct document *d = p->d;
    const struct chunk *v = at(d, b->verb);
    const struct chunk *c = at(d, k);
    uint8_t detail = chunk_detail(d, v);
    bool infinitive = is_infinitive(c) &&
                      (c->slot == DETAIL_OF || c->slot == DETAIL_TO || c->slot == DETAIL_FROM ||
                       c->slot == DETAIL_FOR || is_accusation(d, b->verb));
    if (infinitive || (p->english && is_gerund(c) && c->first == v->end)) {
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
    bool strong =
        (b->mode != SAY_asserts || is_accusation(d, b->verb)) && names_somebody(d, b->from);
    bool object =
        c->kind == CHUNK_NOUN &&
        (c->slot == DETAIL_NONE || (is_accusation(d, b->verb) && c->slot == DETAIL_OF));
    return strong && object ? put_object(p, b, k) : 0;
}

/* Contents behind the verb: that …, di …, quotations, bare clauses.  How many were found. */
static unsigned say_behind(struct speaker *p, const struct behind *b, uint32_t k)
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
    if (is_infinitive(c) && is_nameless(p, c->first, p->s->end)) {
        return 1;
    }
    bool request = b->mode == SAY_asks || b->mode == SAY_demands;
    if (request &&
        is_nameless(p, c->first, c->first + 6 < p->s->end ? c->first + 6 : p->s->end)) {
        return 1;
    }
    return put_group(p, b, k);
}

/* ---- contents before the verb ---- */

/* Is the quotation a piece of a clause that begins before it: Pechino «si oppone»? */
static bool is_piece(const struct speaker *p, const struct content *q)
{
    const struct document *d = p->d;
    uint32_t open = q->first > 0 ? q->first - 1 : 0;
    return open > p->begin && d->tokens.p[open - 1].kind != TOK_SIGN &&
           !content_has_verb(p, p->begin, open);
}

/* Quotations before and behind the tag; one that is only a beginning gives way to the other. */
static unsigned put_quotations(struct speaker *p, const struct source *from, uint32_t verb,
                               enum say_mode mode, struct content q)
{
    const struct document *d = p->d;
    uint32_t tag = at(d, verb)->end > from->here_end ? at(d, verb)->end : from->here_end;
    struct content more = {0};
    uint32_t i = tag;
    while (i < p->s->end && d->tokens.p[i].kind != TOK_SIGN) {
        i++;
    }
    bool split = i < p->s->end && quotation_behind(d, i, &more) && more.first != q.first;
    bool begun = q.first >= p->s->first && !content_has_verb(p, q.first, q.end);
    if (is_piece(p, &q)) {
        say_put(p, from, mode, (struct content){p->begin, q.end + 1, false});
    } else if (!split || !begun) {
        say_put(p, from, mode, q);
    }
    if (split && begun) {
        say_put(p, from, mode, more);
    }
    return 1;
}

/* Where the tag begins: with the verb, or with its subject to the left of it. */
static uint32_t tag_begin(const struct speaker *p, uint32_t first, const struct source *from)
{
    uint32_t begin = at(p->d, first)->first;
    bool left = from->here_end > from->here_first && from->here_first < begin &&
                from->here_first > p->begin && from->here_end + 12 >= begin;
    for (uint32_t k = p->s->chunk; left && k < first; k++) {
        const struct chunk *c = at(p->d, k);
        bool between =
            c->kind == CHUNK_VERB && c->first >= from->here_end && (c->flags & CHUNK_FINITE);
        left = !between;
    }
    return left ? from->here_first : begin;
}

/* Contents before the verb: a quotation, or the sentence around the insertion. */
static unsigned say_before(struct speaker *p, uint32_t first, uint32_t verb,
                           const struct source *from, enum say_mode mode)
{
    const struct document *d = p->d;
    uint32_t tag = tag_begin(p, first, from);
    struct content q = {0};
    if (quotation_before(d, tag, &q)) {
        return put_quotations(p, from, verb, mode, q);
    }
    if (tag <= p->begin || !token_is_sign(&d->tokens.p[tag - 1], ',')) {
        return 0;
    }
    uint32_t end = at(d, verb)->end > from->here_end ? at(d, verb)->end : from->here_end;
    struct content c = content_around(p, tag, end);
    if (!say_relay(p, from, c.first, c.end)) {
        say_put(p, from, mode, c);
    }
    return 1;
}

/* "Lo riferisce X": what the sentence before says. */
static bool say_previous(struct speaker *p, const struct source *from, enum say_mode mode)
{
    const struct sentence *b = p->s - 1;
    if (p->index == 0 || p->d->paragraphs.p[b->paragraph].kind != PARA_BODY) {
        return false;
    }
    uint32_t first = say_begin(p->d, b);
    if (!say_relay(p, from, first, b->end)) {
        say_put(p, from, mode, (struct content){first, b->end, false});
    }
    return true;
}

/* ---- all of it ---- */

/* "declined to confirm or deny the shipment", "non ha commentato le cifre". */
static void comment_refused(struct speaker *p, uint32_t verb, const struct source *from)
{
    const struct document *d = p->d;
    const struct chunk *v = at(d, verb);
    uint32_t k = verb + 1;
    bool more = false;
    while (k < p->s->chunk_end) {
        bool noun = at(d, k)->kind == CHUNK_NOUN && !when_covers(d, at(d, k)->head);
        bool or = at(d, k)->kind == CHUNK_LINK && k + 1 < p->s->chunk_end &&
                  (at(d, k)->slot == DETAIL_OR || at(d, k)->slot == DETAIL_AND) &&
                  at(d, k + 1)->kind == CHUNK_VERB && !(at(d, k + 1)->flags & CHUNK_PASSIVE) &&
                  (at(d, k + 1)->tenses & (TENSE_INF | TENSE_PRES)) && !more &&
                  at(d, k + 1)->end == at(d, k + 1)->first + 1;
        if (!noun && ! or) {
            break;
        }
        more = more || or ;
        k += or ? 2 : 1;
    }
    p->done = k;
    bool object = k > verb + 1 && !more;
    say_put(p, from, SAY_declines,
            (struct content){object ? at(d, verb + 1)->first : preposition_of(d, v),
                             at(d, k - 1)->end, false});
}

bool say_refusal(struct speaker *p, uint32_t k)
{
    const struct chunk *c = at(p->d, k);
    const struct chunk *n = k + 1 < p->s->chunk_end ? c + 1 : NULL;
    if (c->kind != CHUNK_VERB || !HAS(c->classes, REFUSE) || !n || n->kind != CHUNK_VERB ||
        !(n->classes & (CLASS(COMMENT) | CLASS(SAY))) || (c->flags & CHUNK_NEGATED)) {
        return false;
    }
    bool right = false;
    struct source from = find_source(p, k, k, &right);
    comment_refused(p, k + 1, &from);
    return true;
}

/* "has been accused by UN experts of …": the agent speaks. */
static void say_passive(struct speaker *p, uint32_t verb)
{
    if (at(p->d, verb)->flags & CHUNK_NEGATED) {
        return;
    }
    struct source from;
    uint32_t behind = 0;
    if (!has_agent(p, verb) || !source_group(p->d, p->s, verb + 1, &behind, &from)) {
        return;
    }
    /* The agent's own genitive and the content's "of" look alike: the agent ends before "of". */
    from = settled(p, from);
    struct behind b = {.from = &from, .mode = at(p->d, verb)->mode, .verb = verb};
    (void)say_behind(p, &b, behind);
}

/* Is the verb in a relative clause between commas: ", which accuses X of Y, has …"? */
static bool is_in_relative(const struct speaker *p, uint32_t first)
{
    uint32_t k = first;
    while (k > p->s->chunk && at(p->d, k - 1)->kind == CHUNK_NOUN &&
           at(p->d, k - 1)->slot != DETAIL_NONE) {
        k--;
    }
    return k >= p->s->chunk + 2 && at(p->d, k - 1)->kind == CHUNK_LINK &&
           (at(p->d, k - 1)->flags & CHUNK_RELATIVE) && chunk_is_sign(p->d, k - 2, ',');
}

void say_verb(struct speaker *p, uint32_t k)
{
    struct document *d = p->d;
    const struct chunk *v = at(d, k);
    uint32_t first = first_verb(p, k);
    bool right = false;
    if (HAS(v->classes, COMMENT) && (v->flags & CHUNK_NEGATED) && (v->flags & CHUNK_FINITE)) {
        struct source from = find_source(p, k, k, &right);
        comment_refused(p, k, &from);
        return;
    }
    p->relative = is_in_relative(p, first);
    if (chunk_says(v) && (v->flags & CHUNK_PASSIVE) && first == k && !is_dirsi(d, v) &&
        !is_said(p, k)) {
        say_passive(p, k);
        return;
    }
    if (!chunk_says(v) || !is_cue(p, first, k)) {
        return;
    }
    struct source from = find_source(p, first, k, &right);
    if (source_is_none(&from)) {
        return;
    }
    enum say_mode mode = v->mode == SAY_asserts && is_gerund(v) && worries(p, k)
                             ? SAY_warns
                             : (enum say_mode)v->mode;
    if (begins_with_it(d, at(d, first)) && right && say_previous(p, &from, mode)) {
        return;
    }
    uint32_t next = k + 1;
    while (right && next < p->s->chunk_end && at(d, next)->first < from.here_end) {
        next++;
    }
    struct content q = {0};
    struct behind b = {
        .from = &from, .mode = mode, .verb = k, .quote = d->tokens.p[v->first].quote};
    bool attributes = quotation_before(d, tag_begin(p, first, &from), &q) ||
                      (right && is_behind_comma(p, first));
    if (attributes && say_before(p, first, k, &from, mode)) {
        return;
    }
    if (say_behind(p, &b, next) == 0) {
        (void)say_before(p, first, k, &from, mode);
    }
}
