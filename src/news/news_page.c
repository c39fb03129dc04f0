/* The answer for people: the alert first, in words one reads in ten seconds. */
#include "news/names.h"
#include "news/read.h"
#include "screen/display.h"

enum { WIDTH = 80 };

struct page {
    const struct document *d;
    struct buf *out;
    bool colour;
};

static void ink(struct page *p, const char *code)
{
    if (p->colour) {
        buf_add_text(p->out, code);
    }
}

#define RED "\033[1;31m"
#define YELLOW "\033[33m"
#define BOLD "\033[1m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"

/* Words wrapped at WIDTH; `first` columns are taken already, later lines begin at `indent`. */
static void wrap(struct page *p, struct slice text, size_t indent, size_t first)
{
    size_t column = first;
    while (text.n) {
        struct slice word = slice_next(&text, ' ');
        size_t w = display_width(word);
        if (word.n == 0) {
            continue;
        }
        if (column > indent && column + w + 1 > WIDTH) {
            buf_add_char(p->out, '\n');
            display_blanks(p->out, indent);
            column = indent;
        } else if (column > indent || column > first) {
            buf_add_char(p->out, ' ');
            column++;
        }
        column += display_put(p->out, word, WIDTH - indent);
    }
    buf_add_char(p->out, '\n');
}

static void line(struct page *p, size_t indent, struct buf *words)
{
    display_blanks(p->out, indent);
    wrap(p, buf_slice(words), indent, indent);
    buf_reset(words);
}

static struct slice name_of(const struct document *d, struct slice code)
{
    for (size_t i = 0; i < d->entities.n; i++) {
        const struct news_entity *e = &d->entities.p[i];
        if (slice_eq(e->id, code) || (e->type == ENTITY_COUNTRY && slice_eq(e->behalf, code))) {
            return e->caption;
        }
    }
    return code.n ? code : SLICE("somebody unnamed");
}

static struct slice side_name(const struct document *d, uint32_t e)
{
    return e == NONE32 ? SLICE("somebody unnamed") : d->entities.p[e].caption;
}

static void add_dealing(const struct document *d, const struct dealing *x, struct buf *w)
{
    buf_add(w, side_name(d, x->supplier));
    buf_add_text(w, " → ");
    buf_add(w, side_name(d, x->recipient));
    buf_add_text(w, ": ");
    buf_add_text(w, goods_class_word((enum goods_class)x->goods));
    buf_add_text(w, ", ");
    buf_add_text(w, embargo_stage_word((enum embargo_stage)x->stage));
    buf_add_text(w, x->polarity == POLARITY_DENIED         ? ", DENIED"
                    : x->polarity == POLARITY_HYPOTHETICAL ? ", only supposed"
                                                           : "");
    for (size_t i = 0; i < x->holder_count; i++) {
        buf_add_text(w, i ? ", " : ", says ");
        buf_add(w, name_of(d, x->holders[i]));
    }
}

static void add_quote(const struct document *d, struct span s, struct buf *w)
{
    buf_add_text(w, "“");
    buf_add(w, document_text(d, s));
    buf_add_text(w, "”");
}

/* What speaks against a listed party's being meant. */
static void put_against(struct page *p, const struct news_entity *e, struct buf *w)
{
    if (e->listed && e->against.n) {
        buf_add_text(w, "against it: ");
        buf_add(w, e->against);
        line(p, 4, w);
    }
}

/* Who of a dealing or alert is a listed party that may be somebody else. */
static void put_doubts(struct page *p, const struct alert *a, struct buf *w)
{
    const struct document *d = p->d;
    for (size_t i = 0; i < d->entities.n; i++) {
        const struct news_entity *e = &d->entities.p[i];
        if (slice_eq(e->id, a->party) || slice_eq(e->id, a->supplier) ||
            slice_eq(e->id, a->recipient)) {
            put_against(p, e, w);
        }
    }
}

/* Did an earlier piece of the evidence quote the same words? */
static bool is_quoted(const struct document *d, const struct alert *a, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (slice_eq(document_text(d, a->evidence[k]), document_text(d, a->evidence[i]))) {
            return true;
        }
    }
    return false;
}

static void put_quotes(struct page *p, const struct alert *a, struct buf *w)
{
    enum { QUOTES = 2 };
    size_t quotes = 0;
    for (size_t i = 0; i < a->evidence_count && quotes < QUOTES; i++) {
        if (!is_quoted(p->d, a, i)) {
            add_quote(p->d, a->evidence[i], w);
            line(p, 2, w);
            quotes++;
        }
    }
}

static void put_alert(struct page *p, const struct alert *a, struct buf *w)
{
    const struct document *d = p->d;
    bool high = slice_is(slice_of(a->severity), "high");
    ink(p, high ? RED : YELLOW);
    buf_add_text(w, high ? "ALERT: " : "NOTE: ");
    if (a->kind == ALERT_DEALING && a->dealing != NONE32) {
        add_dealing(d, &d->dealings.p[a->dealing], w);
    } else {
        buf_add(w, name_of(d, a->party));
        buf_add_text(w,
                     a->kind == ALERT_TRAVEL ? " travels to " : " takes part in the dealing");
        if (a->kind == ALERT_TRAVEL) {
            buf_add(w, name_of(d, a->place));
            buf_add_text(w, " with a warrant against him");
        }
    }
    line(p, 0, w);
    ink(p, PLAIN);
    buf_add_text(w, a->result);
    buf_add_text(w, " · ");
    buf_add(w, a->regime);
    for (size_t i = 0; i < a->rule_count && i < 4; i++) {
        buf_add_text(w, i ? ", " : " · ");
        buf_add(w, a->rules[i]);
    }
    if (a->rule_count) {
        buf_add_text(w, a->rules_by_article ? " (named in the article)"
                                            : " (named by vaglio, not by the article)");
    }
    line(p, 2, w);
    if (a->against.n) {
        ink(p, YELLOW);
        buf_add_text(w, "Against it: ");
        buf_add(w, a->against);
        line(p, 2, w);
        ink(p, PLAIN);
    }
    buf_add(w, a->explanation);
    line(p, 2, w);
    put_quotes(p, a, w);
    put_doubts(p, a, w);
    buf_add_char(p->out, '\n');
}

static void heading(struct page *p, const char *words)
{
    ink(p, BOLD);
    buf_add_text(p->out, words);
    buf_add_char(p->out, '\n');
    ink(p, PLAIN);
}

static void put_parties(struct page *p, struct buf *w)
{
    bool any = false;
    for (size_t i = 0; i < p->d->entities.n; i++) {
        const struct news_entity *e = &p->d->entities.p[i];
        if (!e->listed) {
            continue;
        }
        if (!any) {
            heading(p, "Listed parties in the text");
        }
        any = true;
        buf_printf(w, "%u.%03u  ", e->score / 1000U, e->score % 1000U);
        buf_add(w, e->caption);
        buf_add_text(w, " · ");
        buf_add(w, e->id);
        if (e->against.n) {
            buf_add_text(w, " · against it: ");
            buf_add(w, e->against);
        }
        line(p, 2, w);
        put_against(p, e, w);
    }
    if (any) {
        buf_add_char(p->out, '\n');
    }
}

static void put_dealings(struct page *p, struct buf *w)
{
    bool any = false;
    for (size_t i = 0; i < p->d->dealings.n; i++) {
        const struct dealing *x = &p->d->dealings.p[i];
        if (x->dropped) {
            continue;
        }
        if (!any) {
            heading(p, "Dealings");
        }
        any = true;
        add_dealing(p->d, x, w);
        line(p, 2, w);
    }
    if (any) {
        buf_add_char(p->out, '\n');
    }
}

static bool holds(struct slice text, struct slice words)
{
    for (size_t i = 0; text.p && i + words.n <= text.n; i++) {
        if (slice_eq(slice_cut(text, i, i + words.n), words)) {
            return true;
        }
    }
    return false;
}

/* Who passed a statement on and who makes it, nearest to the reader first; the state stands in
 * brackets, and what the words before name already is not said again. */
static void add_sayers(const struct statement *x, struct buf *w)
{
    size_t from = w->n;
    for (size_t i = 0; i < x->chain_count; i++) {
        struct slice so_far = {w->p + from, w->n - from};
        bool state = x->behalf.n && i + 1 == x->chain_count && i > 0;
        if (!state && !holds(so_far, x->chain[i])) {
            buf_add_text(w, w->n > from ? " → " : "");
            buf_add(w, x->chain[i]);
        }
    }
}

/* "asserts", of several "assert". */
static void add_mode(const char *mode, bool plural, struct buf *w)
{
    struct slice word = slice_of(mode);
    bool deny = plural && slice_ends_nocase(word, "ies");
    size_t cut = deny ? 3 : plural ? 1 : 0;
    buf_add(w, slice_cut(word, 0, word.n - cut));
    buf_add_text(w, deny ? "y" : "");
}

static void put_statements(struct page *p, struct buf *w)
{
    static const char *const MODES[] = {
#define X(name) #name,
        SAY_MODES(X)
#undef X
    };
    if (p->d->statements.n == 0) {
        return;
    }
    heading(p, "Who says what");
    for (size_t i = 0; i < p->d->statements.n; i++) {
        const struct statement *x = &p->d->statements.p[i];
        add_sayers(x, w);
        if (x->behalf.n) {
            buf_add_text(w, " [");
            buf_add(w, x->behalf);
            buf_add_text(w, "]");
        }
        buf_add_char(w, ' ');
        add_mode(MODES[x->mode], x->plural, w);
        buf_add_text(w, ": ");
        add_quote(p->d, x->content, w);
        line(p, 2, w);
    }
    buf_add_char(p->out, '\n');
}

static void put_suppressed(struct page *p, struct buf *w)
{
    if (p->d->suppressed.n == 0) {
        return;
    }
    heading(p, "Set aside");
    for (size_t i = 0; i < p->d->suppressed.n; i++) {
        buf_add(w, p->d->suppressed.p[i].what);
        buf_add_text(w, ": ");
        buf_add(w, p->d->suppressed.p[i].why);
        line(p, 2, w);
    }
    buf_add_char(p->out, '\n');
}

/* Which mark a token gets: evidence of an alert, or a listed party. */
static const char *mark_of(const struct document *d, const struct news_token *t)
{
    for (size_t i = 0; i < d->alerts.n; i++) {
        for (size_t k = 0; k < d->alerts.p[i].evidence_count; k++) {
            struct span s = d->alerts.p[i].evidence[k];
            if (s.start <= t->start && t->end <= s.end) {
                return RED;
            }
        }
    }
    bool listed = t->mention != NONE32 && d->mentions.p[t->mention].entity != NONE32 &&
                  d->entities.p[d->mentions.p[t->mention].entity].listed;
    return listed ? YELLOW : NULL;
}

/* The text with marks: only where there is colour, since marks are colour. */
static void put_text(struct page *p)
{
    const struct document *d = p->d;
    if (!p->colour || d->tokens.n > 4000) {
        return;
    }
    heading(p, "Text");
    for (size_t k = 0; k < d->paragraphs.n; k++) {
        const struct paragraph *g = &d->paragraphs.p[k];
        size_t column = 0;
        for (uint32_t i = g->first; i < g->last; i++) {
            const struct news_token *t = &d->tokens.p[i];
            uint32_t to = i + 1 < g->last ? t[1].start : t->end;
            struct slice word = {d->plain.p + t->start, t->end - t->start};
            const char *mark = mark_of(d, t);
            size_t w = display_width(word);
            if (column > 0 && column + w > WIDTH) {
                buf_add_char(p->out, '\n');
                column = 0;
            }
            ink(p, mark ? mark : "");
            column += display_put(p->out, word, WIDTH);
            ink(p, mark ? PLAIN : "");
            if (to > t->end && column < WIDTH && column > 0) {
                bool blank = ascii_is_space(d->plain.p[t->end]);
                buf_add_text(p->out, blank ? " " : "-");
                column++;
            }
        }
        buf_add_char(p->out, '\n');
    }
    buf_add_char(p->out, '\n');
}

void news_page(const struct document *d, unsigned flags, struct buf *out)
{
    struct page p = {.d = d, .out = out, .colour = (flags & NEWS_PAGE_COLOUR) != 0};
    struct buf words;
    buf_init(&words, 1 << 20);
    ink(&p, BOLD);
    buf_add(&words, d->title.n ? d->title : d->id);
    line(&p, 0, &words);
    ink(&p, PLAIN);
    if (d->no_date) {
        buf_add_text(&words, "No dates: ");
        buf_add_text(&words, d->no_date);
        line(&p, 0, &words);
    }
    buf_add_char(out, '\n');
    for (size_t i = 0; i < d->alerts.n; i++) {
        put_alert(&p, &d->alerts.p[i], &words);
    }
    if (d->alerts.n == 0) {
        buf_add_text(out, "No alert.\n\n");
    }
    put_parties(&p, &words);
    put_dealings(&p, &words);
    put_statements(&p, &words);
    put_suppressed(&p, &words);
    put_text(&p);
    ink(&p, DIM);
    buf_add_text(out, EMBARGO_NOTICE "\n");
    ink(&p, PLAIN);
    buf_release(&words);
}
