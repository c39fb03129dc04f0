/* Paragraphs, and which of them is headline and dateline. */
#include "news/ingest.h"

#include "base/utf8.h"
#include "news/dateline.h"

static bool add_paragraph(struct document *d, uint32_t start, uint32_t end)
{
    struct slice t = slice_trim((struct slice){d->plain.p + start, end - start});
    if (t.n == 0) {
        return true;
    }
    struct paragraph *p = VEC_ADD(&d->paragraphs);
    if (!p) {
        return false;
    }
    p->start = (uint32_t)(t.p - d->plain.p);
    p->end = p->start + (uint32_t)t.n;
    p->kind = PARA_BODY;
    return true;
}

/* Parts the dateline at the head of a paragraph from the body behind it. */
static bool part_dateline(struct document *d, size_t i)
{
    struct paragraph *p = &d->paragraphs.p[i];
    size_t n = dateline_before_body((struct slice){d->plain.p + p->start, p->end - p->start});
    if (n == 0) {
        return false;
    }
    if (!VEC_ADD(&d->paragraphs)) {
        d->failed = true;
        return true;
    }
    p = &d->paragraphs.p[i];
    memmove(p + 1, p, (d->paragraphs.n - 1 - i) * sizeof *p);
    p[0].end = p[0].start + (uint32_t)n;
    p[0].kind = PARA_DATELINE;
    p[1].start = p[0].end;
    p[1].kind = PARA_BODY;
    return true;
}

/* The dateline stands below the headline, or, in a text without one, at the very beginning. */
static void mark_head(struct document *d)
{
    struct paragraph *p = d->paragraphs.p;
    if (d->paragraphs.n == 0 || part_dateline(d, 0) || d->paragraphs.n < 2) {
        return;
    }
    if (p[0].end - p[0].start <= 300 || d->title_end) {
        p[0].kind = PARA_HEADLINE;
    }
    for (size_t i = 1; i < d->paragraphs.n && i < 4; i++) {
        struct slice line = {d->plain.p + p[i].start, p[i].end - p[i].start};
        if (dateline_whole(line)) {
            p[i].kind = PARA_DATELINE;
            break;
        }
        if (part_dateline(d, i)) {
            break;
        }
    }
    p = d->paragraphs.p;
    if (d->title.n == 0 && p[0].kind == PARA_HEADLINE) {
        d->title = (struct slice){d->plain.p + p[0].start, p[0].end - p[0].start};
    }
}

static bool cut_paragraphs(struct document *d)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i <= d->plain.n; i++) {
        if (i == d->plain.n || d->plain.p[i] == '\n') {
            if (!add_paragraph(d, from, i)) {
                return false;
            }
            from = i + 1;
        }
    }
    return true;
}

static void add_segment(struct document *d)
{
    struct segment *g = VEC_ADD(&d->segments);
    if (g) {
        *g = (struct segment){(uint32_t)d->plain_buf.n, 0, 0};
    }
    d->failed = d->failed || !g;
}

/* A title given beside the text is read as its headline; what is found there has offsets in it. */
static void put_title(struct document *d)
{
    add_segment(d);
    for (size_t i = 0; i < d->title.n; i++) {
        buf_add_char(&d->plain_buf, d->title.p[i] == '\n' ? ' ' : d->title.p[i]);
    }
    buf_add_char(&d->plain_buf, '\n');
    d->title_end = (uint32_t)d->plain_buf.n;
}

static void put_text_behind(struct document *d)
{
    add_segment(d);
    buf_add(&d->plain_buf, d->source);
    d->failed = d->failed || buf_failed(&d->plain_buf);
    d->plain = buf_slice(&d->plain_buf);
}

int ingest(struct document *d, const struct article *a, struct diag *diag)
{
    if (a->text.n > ARTICLE_BYTES_MAX || a->title.n > ARTICLE_BYTES_MAX) {
        FAIL(diag, ERR_LIMIT, "an article of %zu bytes is longer than the %d that are read",
             a->text.n, ARTICLE_BYTES_MAX);
    }
    size_t good = utf8_valid_length(a->text);
    if (good < a->text.n) {
        FAIL(diag, ERR_TEXT, "no UTF-8 text: byte %zu is not part of a letter", good + 1);
    }
    d->id = a->id;
    d->title = a->title;
    d->url = a->url;
    d->language_given = a->language;
    d->source = a->text;
    d->html = a->form == ARTICLE_HTML || (a->form == ARTICLE_ANY && html_looks(a->text));
    d->plain = a->text;
    struct slice head = slice_trim(a->text);
    if (d->title.n &&
        !slice_eq(slice_cut(head, 0, d->title.n < head.n ? d->title.n : head.n), d->title)) {
        put_title(d);
    }
    if (d->html) {
        html_read(d);
    } else if (d->title_end) {
        put_text_behind(d);
    }
    if (d->plain.n > ARTICLE_TEXT_MAX) {
        FAIL(diag, ERR_LIMIT,
             "a text of %zu bytes is longer than the %d that are read of one "
             "article: cut it into its parts",
             d->plain.n, ARTICLE_TEXT_MAX);
    }
    if (d->failed || !cut_paragraphs(d)) {
        FAIL(diag, ERR_MEMORY, "no memory for the article");
    }
    mark_head(d);
    return 0;
}
