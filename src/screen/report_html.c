/*
 * A page on its own: no script, nothing loaded from elsewhere, printable.  All text is escaped;
 * names are isolated (<bdi>), so that right-to-left ones do not turn the cells around.
 */
#include "screen/report_forms.h"

static const char HEAD_1[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
static const char HEAD_2[] =
    "</title>\n<style>\n"
    "body{font:15px/1.45 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2em auto;"
    "max-width:75em;padding:0 1em}\n"
    "h1{font-size:1.4em;margin:0 0 .2em}\np.made{color:#555;font-size:.85em;margin:.2em 0 "
    "1.2em}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th{position:sticky;top:0;background:#f2f2ee;text-align:left}\n"
    "th,td{padding:.35em .6em;border-bottom:1px solid #ddd;vertical-align:top}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "tr.hit td.s{font-weight:600}\ntr.high td.s{color:#a40000}\ntr.none td{color:#777}\n"
    "tr.bad td{background:#fff6e0}\nsmall{color:#555}\n"
    "details table{width:auto;font-size:.85em}\n"
    "@media print{body{margin:0;max-width:none;font-size:10pt}th{position:static}"
    "tr{break-inside:avoid}}\n"
    "</style>\n</head>\n<body>\n";
static const char TABLE_HEAD[] =
    "<table>\n<thead><tr><th class=\"n\">Row</th><th>Customer</th><th>Asked</th>"
    "<th class=\"n\">Score</th><th>Listed party</th><th>Lists and "
    "programmes</th></tr></thead>\n"
    "<tbody>\n";

enum { SCORE_HIGH = 900 };

static void put_text(struct buf *out, struct slice text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char *entity = NULL;
        switch (text.p[i]) {
        case '&':
            entity = "&amp;";
            break;
        case '<':
            entity = "&lt;";
            break;
        case '>':
            entity = "&gt;";
            break;
        case '"':
            entity = "&quot;";
            break;
        case '\'':
            entity = "&#39;";
            break;
        default:
            if ((unsigned char)text.p[i] >= ' ') {
                continue;
            }
            entity = " ";
        }
        buf_add_bytes(out, text.p + from, i - from);
        buf_add_text(out, entity);
        from = i + 1;
    }
    if (from < text.n) {
        buf_add_bytes(out, text.p + from, text.n - from);
    }
}

static void put_name(struct buf *out, struct slice text)
{
    buf_add_text(out, "<bdi>");
    put_text(out, text);
    buf_add_text(out, "</bdi>");
}

static void put_texts(struct buf *out, const struct hit_texts *texts, const char *between)
{
    for (size_t i = 0; i < texts->n; i++) {
        buf_add_text(out, i ? between : "");
        put_text(out, texts->p[i]);
    }
}

static void html_begin(const struct report *r, struct buf *out)
{
    buf_add_text(out, HEAD_1);
    buf_add_text(out, "vaglio: ");
    put_text(out, slice_of(r->title));
    buf_add_text(out, HEAD_2);
    buf_add_text(out, "<h1>Screening of ");
    put_text(out, slice_of(r->title));
    buf_printf(out, "</h1>\n<p class=\"made\">vaglio %s", r->maker.version);
    const struct index *ix = r->maker.index;
    buf_printf(out, ", index %016llx, tables %016llx, alert at %u.%03u; lists: ",
               (unsigned long long)index_hash(ix), (unsigned long long)r->maker.rules,
               r->threshold / 1000, r->threshold % 1000);
    for (uint32_t i = 0; i < index_list_count(ix); i++) {
        struct list_info list;
        if (index_list(ix, i, &list) == 0) {
            buf_add_text(out, i ? ", " : "");
            put_text(out, list.dataset);
            buf_add_text(out, list.date.n ? " of " : " (no date)");
            put_text(out, list.date);
        }
    }
    buf_add_text(out, ".</p>\n");
    buf_add_text(out, TABLE_HEAD);
}

static void put_terms(struct buf *out, const struct hit *hit)
{
    buf_add_text(out, "<details><summary>why</summary><table>");
    for (size_t i = 0; i < hit->term_count; i++) {
        const struct term *t = &hit->terms[i];
        buf_printf(out, "<tr><td>%s</td><td>", term_name(t->on));
        put_name(out, t->query);
        buf_add_text(out, "</td><td>");
        put_name(out, t->listed);
        buf_printf(out, "</td><td>%s</td><td class=\"n\">%+ld</td></tr>",
                   t->relation == REL_NONE ? "" : relation_name(t->relation), (long)t->mnat);
    }
    buf_printf(out, "<tr><td>sum</td><td></td><td></td><td></td><td class=\"n\">%+ld</td></tr>",
               (long)hit->mnat);
    buf_add_text(out, "</table></details>");
}

static void put_customer(struct buf *out, const struct report_row *row)
{
    const struct customer *c = row->customer;
    buf_printf(out, "<td class=\"n\">%llu</td><td>", (unsigned long long)row->row);
    put_text(out, c->id);
    buf_add_text(out, "</td><td>");
    put_name(out, c->names.n ? c->names.p[0] : (struct slice){NULL, 0});
    for (size_t i = 0; i < c->warning_count; i++) {
        buf_add_text(out, "<br><small>");
        put_text(out, c->warnings[i].column);
        buf_printf(out, ": %s</small>", c->warnings[i].text);
    }
    if (row->answer && row->answer->cut) {
        buf_add_text(out, "<br><small>" REPORT_CUT_TEXT "</small>");
    }
    buf_add_text(out, "</td>");
}

static void put_hit(const struct report *r, const struct report_row *row,
                    const struct hit_view *v, struct buf *out)
{
    const struct hit *hit = v->hit;
    buf_printf(out, "<tr class=\"hit%s\">", hit->score >= SCORE_HIGH ? " high" : "");
    put_customer(out, row);
    buf_add_text(out, "<td class=\"n s\">");
    report_score(out, hit->score);
    buf_add_text(out, "</td><td>");
    put_name(out, entity_caption(&v->party));
    buf_printf(out, " <small>%s</small><br><small>", schema_name(v->party.schema));
    put_texts(out, &v->records, ", ");
    if (hit->name.listed.n) {
        buf_printf(out, "<br>%s: ", property_name(hit->name.kind));
        put_name(out, hit->name.listed);
    }
    buf_add_text(out, "</small>");
    if (r->flags & REPORT_EXPLAIN) {
        put_terms(out, hit);
    }
    buf_add_text(out, "</td><td>");
    put_texts(out, &v->datasets, ", ");
    buf_add_text(out, "<br><small>");
    put_texts(out, &v->programs, ", ");
    buf_add_text(out, v->programs.n && v->measures.n ? "; " : "");
    put_texts(out, &v->measures, ", ");
    buf_add_text(out, "</small></td></tr>\n");
}

static void html_row(const struct report *r, const struct report_row *row,
                     const struct hit_view *views, struct buf *out)
{
    if (!row->answer) {
        buf_add_text(out, "<tr class=\"bad\">");
        put_customer(out, row);
        buf_printf(out, "<td></td><td colspan=\"2\">not screened (%s): ", row->customer->error);
        put_text(out, slice_of(row->customer->message));
        buf_add_text(out, "</td></tr>\n");
        return;
    }
    for (size_t i = 0; i < row->answer->hit_count; i++) {
        put_hit(r, row, &views[i], out);
    }
    if (row->answer->hit_count == 0) {
        buf_add_text(out, "<tr class=\"none\">");
        put_customer(out, row);
        buf_add_text(out, "<td></td><td colspan=\"2\">no hit</td></tr>\n");
    } else if (row->answer->total > row->answer->hit_count) {
        buf_printf(out,
                   "<tr class=\"none\"><td colspan=\"3\"></td><td></td><td colspan=\"2\">and "
                   "%llu more at or above the threshold</td></tr>\n",
                   (unsigned long long)(row->answer->total - row->answer->hit_count));
    }
}

static void html_end(const struct report *r, const struct report_totals *totals,
                     struct buf *out)
{
    (void)r;
    buf_printf(out,
               "</tbody>\n</table>\n<p>%llu rows: %llu with hits, %llu without, %llu not "
               "screened.</p>\n</body>\n</html>\n",
               (unsigned long long)totals->rows, (unsigned long long)totals->rows_hit,
               (unsigned long long)(totals->rows - totals->rows_hit - totals->errors),
               (unsigned long long)totals->errors);
}

const struct report_form REPORT_FORM_HTML = {html_begin, html_row, html_end};
