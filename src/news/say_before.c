/* What is said before a verb of saying: a quotation, the clause around the tag, the sentence before. */
#include "news/say_parts.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

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
        /* With its closing mark, if it has one: where marks are missing the text ends it. */
        bool closed = q.end < d->tokens.n && d->tokens.p[q.end].mark == QUOTE_CLOSE;
        say_put(p, from, mode, (struct content){p->begin, q.end + closed, false});
    } else if (!split || !begun) {
        say_put(p, from, mode, q);
    }
    if (split && begun) {
        say_put(p, from, mode, more);
    }
    return 1;
}

/* Where the tag begins: with the verb, or with its subject to the left of it. */
uint32_t say_tag_begin(const struct speaker *p, uint32_t first, const struct source *from)
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
unsigned say_before(struct speaker *p, uint32_t first, uint32_t verb, const struct source *from,
                    enum say_mode mode)
{
    const struct document *d = p->d;
    uint32_t tag = say_tag_begin(p, first, from);
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
bool say_previous(struct speaker *p, const struct source *from, enum say_mode mode)
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
