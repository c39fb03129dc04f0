/*
 * Eighty columns for a person: of one question the parties found, each with what they are and
 * why; of a file one line a hit.
 */
#include <stdio.h>

#include "screen/display.h"
#include "screen/report_forms.h"

enum {
    WIDTH = 80,
    /* screen */
    ROW_WIDTH = 5,
    ID_WIDTH = 9,
    ASKED_WIDTH = 20,
    SCORE_WIDTH = 5,
    PARTY_WIDTH = 20,
    RECORD_WIDTH = WIDTH - ROW_WIDTH - ID_WIDTH - ASKED_WIDTH - SCORE_WIDTH - PARTY_WIDTH - 5,
    HIT_COLUMN = ROW_WIDTH + ID_WIDTH + ASKED_WIDTH + 3,
    /* search */
    SEARCH_INDENT = SCORE_WIDTH + 2,
    /* terms */
    ON_WIDTH = 13,
    SIDE_WIDTH = 18,
    RELATION_WIDTH = 12,
    SCORE_HIGH = 900,
};

static const char PLAIN[] = "\033[0m";
static const char BOLD_RED[] = "\033[1;31m";
static const char YELLOW[] = "\033[33m";
static const char DIM[] = "\033[2m";
static const char BOLD[] = "\033[1m";

static void colour(const struct report *r, struct buf *out, const char *code)
{
    if (r->flags & REPORT_COLOUR) {
        buf_add_text(out, code);
    }
}

static void put_score(const struct report *r, unsigned score, struct buf *out)
{
    colour(r, out, score >= SCORE_HIGH ? BOLD_RED : YELLOW);
    report_score(out, score);
    colour(r, out, PLAIN);
}

static void put_dim(const struct report *r, const char *words, struct buf *out)
{
    colour(r, out, DIM);
    buf_add_text(out, words);
    colour(r, out, PLAIN);
}

/* ---- terms ---- */

static void put_mnat(struct buf *out, long mnat)
{
    char number[24];
    int n = snprintf(number, sizeof number, "%+ld", mnat);
    display_right(out, (struct slice){number, (size_t)n}, 8);
    buf_add_char(out, '\n');
}

void report_terms_table(const struct term *terms, size_t n, int32_t mnat, uint16_t score,
                        size_t indent, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        const struct term *t = &terms[i];
        const char *relation = t->relation == REL_NONE ? "" : relation_name(t->relation);
        display_blanks(out, indent);
        display_left(out, slice_of(term_name(t->on)), ON_WIDTH);
        buf_add_char(out, ' ');
        display_left(out, t->query, SIDE_WIDTH);
        buf_add_char(out, ' ');
        display_left(out, t->listed, SIDE_WIDTH);
        buf_add_char(out, ' ');
        display_left(out, slice_of(relation), RELATION_WIDTH);
        put_mnat(out, t->mnat);
    }
    size_t wide = ON_WIDTH + 2 * SIDE_WIDTH + RELATION_WIDTH + 3;
    display_blanks(out, indent);
    display_left(out, SLICE("sum, in thousandths of a nat"), wide);
    put_mnat(out, mnat);
    display_blanks(out, indent);
    display_left(out, SLICE("score read from it"), wide + 3);
    report_score(out, score);
    buf_add_char(out, '\n');
}

/* ---- one question ---- */

/* Words with " · " between them, broken at the right edge. */
struct line {
    struct buf *out;
    size_t column; /* 0: nothing stands on the line yet */
};

static void line_add(struct line *l, struct slice word)
{
    size_t room = WIDTH - SEARCH_INDENT;
    size_t width = display_width(word);
    width = width < room ? width : room;
    if (l->column && l->column + 3 + width > WIDTH) {
        buf_add_char(l->out, '\n');
        l->column = 0;
    }
    if (l->column) {
        buf_add_text(l->out, " · ");
        l->column += 3;
    } else {
        display_blanks(l->out, SEARCH_INDENT);
        l->column = SEARCH_INDENT;
    }
    l->column += display_put(l->out, word, room);
}

static void line_add_all(struct line *l, const struct hit_texts *texts)
{
    for (size_t i = 0; i < texts->n; i++) {
        line_add(l, texts->p[i]);
    }
}

static void search_hit(const struct report *r, const struct hit_view *v, struct buf *out)
{
    const struct hit *hit = v->hit;
    put_score(r, hit->score, out);
    buf_add_text(out, "  ");
    colour(r, out, BOLD);
    (void)display_put(out, entity_caption(&v->party), WIDTH - SEARCH_INDENT - 16);
    colour(r, out, PLAIN);
    buf_printf(out, " (%s)\n", schema_name(v->party.schema));
    struct line l = {out, 0};
    line_add_all(&l, &v->records);
    line_add_all(&l, &v->datasets);
    line_add_all(&l, &v->programs);
    line_add_all(&l, &v->topics);
    line_add_all(&l, &v->measures);
    buf_add_char(out, '\n');
    if (hit->name.listed.n) {
        display_blanks(out, SEARCH_INDENT);
        buf_printf(out, "%s: ", property_name(hit->name.kind));
        (void)display_put(out, hit->name.listed, WIDTH - SEARCH_INDENT - 14);
        buf_add_char(out, '\n');
    }
    if (r->flags & REPORT_EXPLAIN) {
        report_terms_table(hit->terms, hit->term_count, hit->mnat, hit->score, 0, out);
    }
    buf_add_char(out, '\n');
}

static void search_row(const struct report *r, const struct report_row *row,
                       const struct hit_view *views, struct buf *out)
{
    const struct customer *c = row->customer;
    for (size_t i = 0; i < row->answer->hit_count; i++) {
        search_hit(r, &views[i], out);
    }
    uint64_t total = row->answer->total;
    if (total == 0) {
        buf_add_text(out, "nobody");
    } else {
        buf_printf(out, "%llu part%s", (unsigned long long)total, total == 1 ? "y" : "ies");
    }
    buf_add_text(out, " at or above ");
    report_score(out, r->threshold);
    if (total > row->answer->hit_count) {
        buf_printf(out, "; the best %zu are shown (--limit)", row->answer->hit_count);
    }
    buf_add_char(out, '\n');
    for (size_t i = 0; i < c->warning_count; i++) {
        buf_add_text(out, "note: ");
        (void)display_put(out, c->warnings[i].column, 30);
        buf_printf(out, ": %s\n", c->warnings[i].text);
    }
    if (row->answer->cut) {
        buf_add_text(out, "note: " REPORT_CUT_TEXT "\n");
    }
}

/* ---- a file ---- */

static void put_customer(const struct report_row *row, struct buf *out)
{
    const struct customer *c = row->customer;
    buf_printf(out, "%*llu ", ROW_WIDTH, (unsigned long long)row->row);
    display_left(out, c->id, ID_WIDTH);
    buf_add_char(out, ' ');
    display_left(out, c->names.n ? c->names.p[0] : (struct slice){NULL, 0}, ASKED_WIDTH);
    buf_add_char(out, ' ');
}

static void screen_hit(const struct report *r, const struct hit_view *v, struct buf *out)
{
    put_score(r, v->hit->score, out);
    buf_add_char(out, ' ');
    display_left(out, entity_caption(&v->party), PARTY_WIDTH);
    buf_add_char(out, ' ');
    (void)display_put(out, v->party.id, RECORD_WIDTH);
    buf_add_char(out, '\n');
    if (r->flags & REPORT_EXPLAIN) {
        const struct hit *hit = v->hit;
        report_terms_table(hit->terms, hit->term_count, hit->mnat, hit->score, 0, out);
    }
}

static void screen_row(const struct report *r, const struct report_row *row,
                       const struct hit_view *views, struct buf *out)
{
    put_customer(row, out);
    if (!row->answer) {
        buf_add_text(out, "not screened: ");
        (void)display_put(out, slice_of(row->customer->message), WIDTH - HIT_COLUMN - 14);
        buf_add_char(out, '\n');
        return;
    }
    if (row->answer->hit_count == 0) {
        put_dim(r, "    - no hit\n", out);
    }
    for (size_t i = 0; i < row->answer->hit_count; i++) {
        display_blanks(out, i ? HIT_COLUMN : 0);
        screen_hit(r, &views[i], out);
    }
    if (row->answer->total > row->answer->hit_count) {
        display_blanks(out, HIT_COLUMN + SCORE_WIDTH + 1);
        buf_printf(out, "and %llu more\n",
                   (unsigned long long)(row->answer->total - row->answer->hit_count));
    }
}

static void table_row(const struct report *r, const struct report_row *row,
                      const struct hit_view *views, struct buf *out)
{
    if (!(r->flags & REPORT_SINGLE)) {
        screen_row(r, row, views, out);
    } else if (row->answer) {
        search_row(r, row, views, out);
    }
}

static void table_begin(const struct report *r, struct buf *out)
{
    if (r->flags & REPORT_SINGLE) {
        return;
    }
    colour(r, out, BOLD);
    buf_printf(out, "%*s %-*s %-*s %-*s %-*s %s", ROW_WIDTH, "row", ID_WIDTH, "id", ASKED_WIDTH,
               "customer", SCORE_WIDTH, "score", PARTY_WIDTH, "listed party", "record");
    colour(r, out, PLAIN);
    buf_add_char(out, '\n');
}

static void table_end(const struct report *r, const struct report_totals *totals,
                      struct buf *out)
{
    if (r->flags & REPORT_SINGLE) {
        return;
    }
    buf_printf(out, "%llu row%s: %llu with hits, %llu without, %llu not screened\n",
               (unsigned long long)totals->rows, totals->rows == 1 ? "" : "s",
               (unsigned long long)totals->rows_hit,
               (unsigned long long)(totals->rows - totals->rows_hit - totals->errors),
               (unsigned long long)totals->errors);
}

const struct report_form REPORT_FORM_TABLE = {table_begin, table_row, table_end};
