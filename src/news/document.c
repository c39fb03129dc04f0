/* Memory of a document, and the way back from plain text to source bytes. */
#include "news/document.h"

static const size_t ARENA_LIMIT = (size_t)512 << 20;

void document_init(struct document *d)
{
    *d = (struct document){0};
    arena_init(&d->arena, ARENA_LIMIT);
    buf_init(&d->plain_buf, (size_t)2 * ARTICLE_BYTES_MAX);
    buf_init(&d->folded, (size_t)4 * ARTICLE_BYTES_MAX);
}

void document_reset(struct document *d)
{
    arena_reset(&d->arena);
    buf_reset(&d->plain_buf);
    buf_reset(&d->folded);
    d->segments.n = d->tokens.n = d->sentences.n = d->paragraphs.n = d->quotations.n = 0;
    d->runs.n = d->mentions.n = d->entities.n = d->chunks.n = d->times.n = d->statements.n = 0;
    d->dealings.n = d->events.n = d->alerts.n = d->suppressed.n = 0;
    d->title_end = 0;
    d->failed = d->html = d->gated = d->crowded = false;
    d->no_date = NULL;
    d->id = d->title = d->url = d->language_given = d->source = d->plain =
        (struct slice){NULL, 0};
}

void document_release(struct document *d)
{
    arena_release(&d->arena);
    buf_release(&d->plain_buf);
    buf_release(&d->folded);
    VEC_RELEASE(&d->segments);
    VEC_RELEASE(&d->tokens);
    VEC_RELEASE(&d->sentences);
    VEC_RELEASE(&d->paragraphs);
    VEC_RELEASE(&d->quotations);
    VEC_RELEASE(&d->mentions);
    VEC_RELEASE(&d->runs);
    VEC_RELEASE(&d->entities);
    VEC_RELEASE(&d->chunks);
    VEC_RELEASE(&d->times);
    VEC_RELEASE(&d->statements);
    VEC_RELEASE(&d->dealings);
    VEC_RELEASE(&d->events);
    VEC_RELEASE(&d->alerts);
    VEC_RELEASE(&d->suppressed);
}

/* The last segment that begins at or before `at`. */
static const struct segment *segment_at(const struct document *d, uint32_t at)
{
    size_t low = 0;
    size_t high = d->segments.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->segments.p[middle].plain <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &d->segments.p[low];
}

struct span document_source(const struct document *d, struct span plain)
{
    if (d->segments.n == 0) {
        return plain;
    }
    const struct segment *first = segment_at(d, plain.start);
    struct span out = {first->source + (plain.start - first->plain), 0};
    if (plain.end == plain.start) {
        out.end = out.start;
        return out;
    }
    const struct segment *last = segment_at(d, plain.end - 1);
    out.end =
        last->width ? last->source + last->width : last->source + (plain.end - last->plain);
    return out;
}

struct slice document_source_text(const struct document *d, struct span plain)
{
    struct span s = document_source(d, plain);
    return slice_cut(plain.start < d->title_end ? d->title : d->source, s.start, s.end);
}
