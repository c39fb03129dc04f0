#include <stdio.h>

#include "format/json_writer.h"
#include "screen/report_forms.h"

static void put_hash(struct json_writer *w, const char *key, uint64_t hash)
{
    char hex[17];
    (void)snprintf(hex, sizeof hex, "%016llx", (unsigned long long)hash);
    json_pair_text(w, key, slice_of(hex));
}

static void put_lists(struct json_writer *w, const struct index *ix)
{
    json_put_key(w, "lists");
    json_begin_array(w);
    for (uint32_t i = 0; ix && i < index_list_count(ix); i++) {
        struct list_info list;
        if (index_list(ix, i, &list) == 0) {
            json_begin_object(w);
            json_pair_text(w, "id", list.dataset);
            json_pair_text_or_null(w, "date", list.date);
            json_end_object(w);
        }
    }
    json_end_array(w);
}

void report_made_by(struct json_writer *w, const struct report_maker *maker)
{
    json_put_key(w, "made_by");
    json_begin_object(w);
    json_pair_text(w, "vaglio", slice_of(maker->version));
    if (maker->index) {
        put_hash(w, "index", index_hash(maker->index));
    } else {
        json_put_key(w, "index");
        json_put_null(w);
    }
    put_hash(w, "rules", maker->rules);
    put_lists(w, maker->index);
    json_end_object(w);
}

static void put_term(struct json_writer *w, const struct term *t)
{
    json_begin_object(w);
    json_pair_text(w, "on", slice_of(term_name(t->on)));
    if (t->query.n) {
        json_pair_text(w, "query", t->query);
    }
    if (t->listed.n) {
        json_pair_text(w, "listed", t->listed);
    }
    if (t->relation != REL_NONE) {
        json_pair_text(w, "relation", slice_of(relation_name(t->relation)));
    }
    json_put_key(w, "mnat");
    json_put_i64(w, t->mnat);
    json_end_object(w);
}

void report_terms(struct json_writer *w, const struct term *terms, size_t n, int32_t mnat,
                  uint16_t score)
{
    json_put_key(w, "terms");
    json_begin_array(w);
    for (size_t i = 0; i < n; i++) {
        put_term(w, &terms[i]);
    }
    json_end_array(w);
    json_put_key(w, "mnat");
    json_put_i64(w, mnat);
    json_put_key(w, "step");
    json_begin_object(w);
    json_put_key(w, "mnat");
    json_put_i64(w, mnat);
    json_pair_thousandths(w, "score", score);
    json_put_key(w, "alert_from");
    json_put_i64(w, mnat_of_score(SCORE_ALERT));
    json_end_object(w);
}

static void put_texts(struct json_writer *w, const char *key, const struct hit_texts *texts)
{
    json_put_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < texts->n; i++) {
        json_put_text(w, texts->p[i]);
    }
    json_end_array(w);
}

static void put_hit(struct json_writer *w, const struct report *r, const struct hit_view *v)
{
    const struct hit *hit = v->hit;
    json_begin_object(w);
    json_pair_text(w, "id", v->party.id);
    json_pair_text(w, "caption", entity_caption(&v->party));
    json_pair_text(w, "schema", slice_of(schema_name(v->party.schema)));
    json_pair_thousandths(w, "score", hit->score);
    put_texts(w, "records", &v->records);
    put_texts(w, "datasets", &v->datasets);
    put_texts(w, "topics", &v->topics);
    put_texts(w, "programs", &v->programs);
    put_texts(w, "measures", &v->measures);
    json_put_key(w, "name");
    json_begin_object(w);
    json_pair_text(w, "query", hit->name.query);
    json_pair_text(w, "listed", hit->name.listed);
    json_pair_text(w, "kind", hit_name_kind(hit));
    json_end_object(w);
    if (r->flags & REPORT_EXPLAIN) {
        report_terms(w, hit->terms, hit->term_count, hit->mnat, hit->score);
    }
    json_end_object(w);
}

static void put_warning(struct json_writer *w, const char *code, struct slice column,
                        const char *text)
{
    json_begin_object(w);
    json_pair_text(w, "code", slice_of(code));
    if (column.n) {
        json_pair_text(w, "column", column);
    }
    json_pair_text(w, "message", slice_of(text));
    json_end_object(w);
}

/* "warnings": only where there is one. */
static void put_warnings(struct json_writer *w, const struct report_row *row)
{
    const struct customer *c = row->customer;
    bool cut = row->answer && row->answer->cut;
    if (c->warning_count == 0 && !cut) {
        return;
    }
    json_put_key(w, "warnings");
    json_begin_array(w);
    for (size_t i = 0; i < c->warning_count; i++) {
        put_warning(w, c->warnings[i].code, c->warnings[i].column, c->warnings[i].text);
    }
    if (cut) {
        put_warning(w, "cut", (struct slice){NULL, 0}, REPORT_CUT_TEXT);
    }
    json_end_array(w);
}

static void put_error(struct json_writer *w, const struct customer *c)
{
    json_put_key(w, "error");
    json_begin_object(w);
    json_pair_text(w, "code", slice_of(c->error));
    json_pair_text(w, "message", slice_of(c->message));
    json_end_object(w);
}

static void json_row(const struct report *r, const struct report_row *row,
                     const struct hit_view *views, struct buf *out)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    if (!(r->flags & REPORT_SINGLE)) {
        json_pair_u64(&w, "row", row->row);
        json_pair_text_or_null(&w, "id", row->customer->id);
    }
    if (row->answer) {
        json_pair_u64(&w, "total", row->answer->total);
        json_put_key(&w, "hits");
        json_begin_array(&w);
        for (size_t i = 0; i < row->answer->hit_count; i++) {
            put_hit(&w, r, &views[i]);
        }
        json_end_array(&w);
        put_warnings(&w, row);
    } else {
        put_error(&w, row->customer);
    }
    if ((r->flags & REPORT_MADE_BY) && (r->flags & REPORT_SINGLE)) {
        report_made_by(&w, &r->maker);
    }
    json_end_object(&w);
    json_put_line_end(&w);
}

static void json_begin(const struct report *r, struct buf *out)
{
    if (!(r->flags & REPORT_MADE_BY) || (r->flags & REPORT_SINGLE)) {
        return;
    }
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    report_made_by(&w, &r->maker);
    json_end_object(&w);
    json_put_line_end(&w);
}

static void json_end(const struct report *r, const struct report_totals *totals,
                     struct buf *out)
{
    (void)r;
    (void)totals;
    (void)out;
}

const struct report_form REPORT_FORM_JSON = {json_begin, json_row, json_end};
