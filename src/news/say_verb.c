/* A verb of saying: whether it says anything here, who its subject is, and where its content lies. */
#include "news/say_parts.h"
#include "news/when.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

/* ---- the group of verbs ---- */

bool chunk_is_gerund(const struct chunk *v)
{
    return (v->tenses & TENSE_GER) && !(v->flags & (CHUNK_FINITE | CHUNK_NEGATED)) &&
           v->slot == DETAIL_NONE;
}

bool chunk_is_infinitive(const struct chunk *v)
{
    return v->kind == CHUNK_VERB && !(v->flags & CHUNK_FINITE) &&
           (v->slot != DETAIL_NONE || (v->tenses & TENSE_INF));
}

/* "è tornato a chiedere", "was quoted as saying": the first verb of the row. */
static uint32_t first_verb(const struct speaker *p, uint32_t verb)
{
    while (verb > p->begin_chunk && chunk_is_infinitive(at(p->d, verb)) &&
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
        return (f->flags & CHUNK_FINITE) != 0 || chunk_is_gerund(f);
    }
    /* "gli inviti si annunciano", but "si legge nel testo" */
    bool impersonal = (v->flags & CHUNK_REFLEXIVE) && !is_reflexive(d, v) &&
                      !(verb + 1 < p->s->chunk_end && at(d, verb + 1)->slot == DETAIL_IN);
    if (impersonal) {
        return false;
    }
    if (chunk_is_gerund(v) || is_dirsi(d, v) || is_said(p, verb)) {
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

struct source source_settled(struct speaker *p, struct source x)
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
bool source_names_somebody(const struct document *d, const struct source *x)
{
    return x->entity != NONE32 || x->classes != 0 ||
           (d->tokens.p[x->end - 1].flags & TOK_CAPITAL) || source_is_pronoun(d, x);
}

static struct source find_source(struct speaker *p, uint32_t first, uint32_t verb, bool *right)
{
    struct document *d = p->d;
    struct source out = {.entity = NONE32};
    uint32_t governor = chunk_is_gerund(at(d, first)) ? main_verb(p, first) : NONE32;
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
        return source_settled(p, out);
    }
    if (inverted || is_behind_comma(p, first)) {
        *right = source_right(d, p->s, verb, &out) &&
                 (inverted || out.end > out.first + 1 || source_names_somebody(d, &out));
        if (*right) {
            return source_settled(p, out);
        }
        if (inverted && source_left(d, p->s, first, &out) &&
            out.end <= (q.end > q.first ? q.first : out.end)) {
            return source_settled(p, out);
        }
    }
    out = refer_silent(p, first);
    out.here_first = out.here_end = 0;
    return out;
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
            (struct content){object ? at(d, verb + 1)->first : say_preposition(d, v),
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
    from = source_settled(p, from);
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
    enum say_mode mode = v->mode == SAY_asserts && chunk_is_gerund(v) && worries(p, k)
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
    bool attributes = quotation_before(d, say_tag_begin(p, first, &from), &q) ||
                      (right && is_behind_comma(p, first));
    if (attributes && say_before(p, first, k, &from, mode)) {
        return;
    }
    if (say_behind(p, &b, next) == 0) {
        (void)say_before(p, first, k, &from, mode);
    }
}
