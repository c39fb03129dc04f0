/*
 * One line a hit; a row without hits or with an error is one line, too, so that every row of
 * the customer file stands in the output.  Several values of a cell are separated by "; ".
 */
#include "format/csv.h"
#include "screen/report_forms.h"

static const char HEADER[] = "row,id,name,total,score,hit_id,caption,schema,records,datasets,"
                             "topics,programs,measures,name_query,name_listed,name_kind,"
                             "warnings,error_code,error_message\n";

enum { HIT_CELLS = 12 }; /* from score to name_kind */

static void put_cell(struct buf *out, struct slice text)
{
    buf_add_char(out, ',');
    csv_put_field(out, text, ',');
}

/* Text of people: what a spreadsheet would take for a formula gets an apostrophe in front. */
static void put_words(struct buf *out, struct slice text)
{
    bool formula = text.n && strchr("=+-@\t\r", text.p[0]) && text.p[0];
    if (!formula) {
        put_cell(out, text);
        return;
    }
    struct buf safe;
    buf_init(&safe, text.n + 1);
    buf_add_char(&safe, '\'');
    buf_add(&safe, text);
    put_cell(out, buf_slice(&safe));
    buf_release(&safe);
}

static void put_texts(struct buf *out, const struct hit_texts *texts)
{
    struct buf joined;
    buf_init(&joined, 1 << 20);
    for (size_t i = 0; i < texts->n; i++) {
        buf_add_text(&joined, i ? "; " : "");
        buf_add(&joined, texts->p[i]);
    }
    put_words(out, buf_slice(&joined));
    buf_release(&joined);
}

static void put_hit(struct buf *out, const struct hit_view *v)
{
    const struct hit *hit = v->hit;
    buf_add_char(out, ',');
    report_score(out, hit->score);
    put_cell(out, v->party.id);
    put_words(out, entity_caption(&v->party));
    put_cell(out, slice_of(schema_name(v->party.schema)));
    put_texts(out, &v->records);
    put_texts(out, &v->datasets);
    put_texts(out, &v->topics);
    put_texts(out, &v->programs);
    put_texts(out, &v->measures);
    put_words(out, hit->name.query);
    put_words(out, hit->name.listed);
    put_cell(out, hit_name_kind(hit));
}

static void put_no_hit(struct buf *out)
{
    for (int i = 0; i < HIT_CELLS; i++) {
        buf_add_char(out, ',');
    }
}

static void put_warnings(struct buf *out, const struct report_row *row)
{
    const struct customer *c = row->customer;
    struct buf codes;
    buf_init(&codes, 1 << 16);
    for (size_t i = 0; i < c->warning_count; i++) {
        buf_printf(&codes, "%s%s", i ? "; " : "", c->warnings[i].code);
    }
    if (row->answer && row->answer->cut) {
        buf_printf(&codes, "%scut", codes.n ? "; " : "");
    }
    put_cell(out, buf_slice(&codes));
    buf_release(&codes);
}

static void put_start(struct buf *out, const struct report_row *row)
{
    const struct customer *c = row->customer;
    buf_printf(out, "%llu", (unsigned long long)row->row);
    put_cell(out, c->id);
    put_words(out, c->names.n ? c->names.p[0] : (struct slice){NULL, 0});
    if (row->answer) {
        buf_printf(out, ",%llu", (unsigned long long)row->answer->total);
    } else {
        buf_add_char(out, ',');
    }
}

static void csv_row(const struct report *r, const struct report_row *row,
                    const struct hit_view *views, struct buf *out)
{
    (void)r;
    const struct customer *c = row->customer;
    size_t hits = row->answer ? row->answer->hit_count : 0;
    for (size_t i = 0; i < hits || i == 0; i++) {
        put_start(out, row);
        if (hits) {
            put_hit(out, &views[i]);
        } else {
            put_no_hit(out);
        }
        put_warnings(out, row);
        put_cell(out, c->error ? slice_of(c->error) : (struct slice){NULL, 0});
        put_cell(out, c->error ? slice_of(c->message) : (struct slice){NULL, 0});
        buf_add_char(out, '\n');
    }
}

static void csv_begin(const struct report *r, struct buf *out)
{
    (void)r;
    buf_add_text(out, HEADER);
}

static void csv_end(const struct report *r, const struct report_totals *totals, struct buf *out)
{
    (void)r;
    (void)totals;
    (void)out;
}

const struct report_form REPORT_FORM_CSV = {csv_begin, csv_row, csv_end};
