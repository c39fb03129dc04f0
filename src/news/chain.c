/* The way of a statement to the reader: whoever reports it, whoever is cited, the institution, the
 * state. */
#include "news/chunks.h"
#include "news/names.h"
#include "news/say_parts.h"

static void add_link(struct document *d, struct statement *x, struct slice who)
{
    for (size_t i = 0; i < x->chain_count; i++) {
        if (slice_eq(x->chain[i], who)) {
            return;
        }
    }
    if (who.n && x->chain_count < CHAIN_MAX) {
        x->chain[x->chain_count++] = arena_copy(&d->arena, who);
    }
}

static struct slice source_words(const struct document *d, const struct statement *x)
{
    bool named = x->named_end > x->named_first;
    return document_source_text(d, named ? document_span(d, x->named_first, x->named_end)
                                         : x->source);
}

/* Whoever says the statement in which this one's source stands, the outermost first. */
static void add_reporters(struct document *d, struct statement *x, unsigned depth)
{
    const struct statement *outer = NULL;
    for (size_t i = 0; i < d->statements.n; i++) {
        const struct statement *o = &d->statements.p[i];
        bool around = o != x && o->content_first <= x->source_first &&
                      x->source_end <= o->content_end && o->source_first != x->source_first;
        bool same = o != x && o->content_first == x->content_first &&
                    o->content_end == x->content_end && o->source_first != x->source_first;
        bool nearer = !outer || o->content_end - o->content_first <
                                    outer->content_end - outer->content_first;
        outer = (around || (same && o < x)) && nearer ? o : outer;
    }
    if (outer && depth < CHAIN_MAX) {
        struct statement copy = *outer;
        copy.chain_count = 0;
        add_reporters(d, &copy, depth + 1);
        for (size_t i = 0; i < copy.chain_count; i++) {
            add_link(d, x, copy.chain[i]);
        }
        add_link(d, x, source_words(d, outer));
    }
}

static bool cites(const struct document *d, const struct chunk *c)
{
    const struct news_token *t = &d->tokens.p[c->head];
    return c->kind == CHUNK_VERB && (token_lemma_is(t, "cite") || token_lemma_is(t, "quote") ||
                                     token_lemma_is(t, "citare"));
}

/* "scrive il Washington Post, che cita funzionari della sicurezza". */
static void add_cited(struct document *d, struct statement *x)
{
    for (size_t i = 0; i < d->sentences.n; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (x->source_first < s->first || x->source_first >= s->end) {
            continue;
        }
        for (uint32_t k = s->chunk; k + 1 < s->chunk_end; k++) {
            struct source from = {0};
            uint32_t behind = 0;
            if (d->chunks.p[k].first >= x->source_end && cites(d, &d->chunks.p[k]) &&
                source_group(d, s, k + 1, &behind, &from)) {
                add_link(d, x, document_source_text(d, document_span(d, from.first, from.end)));
                return;
            }
        }
    }
}

/* The institution named in the source, and the state that it or the speaker stands for. */
static void add_institution(struct document *d, struct statement *x)
{
    for (uint32_t i = x->source_first; i < x->source_end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        if (m == NONE32 || d->mentions.p[m].first != i || d->mentions.p[m].entity == NONE32 ||
            d->mentions.p[m].adjective) {
            continue;
        }
        const struct news_entity *e = &d->entities.p[d->mentions.p[m].entity];
        if (e->type != ENTITY_PERSON) {
            add_link(d, x,
                     document_source_text(
                         d, document_span(d, d->mentions.p[m].first, d->mentions.p[m].end)));
        }
    }
    if (x->behalf.n == 2) {
        char room[10] = "country:";
        memcpy(room + 8, x->behalf.p, 2);
        uint32_t state = entity_intern(d, (struct slice){room, 10}, ENTITY_COUNTRY);
        add_link(d, x, state == NONE32 ? x->behalf : d->entities.p[state].caption);
    }
}

void chains_read(struct document *d)
{
    for (size_t i = 0; i < d->statements.n && !d->failed; i++) {
        struct statement *x = &d->statements.p[i];
        add_reporters(d, x, 0);
        add_link(d, x, source_words(d, x));
        add_cited(d, x);
        add_institution(d, x);
    }
}
