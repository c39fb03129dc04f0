#include "cli/thresholds_view.h"

#include "format/json_writer.h"
#include "screen/display.h"
#include "screen/report_forms.h"

enum { FIRST = 500, LAST = 1000, STEP = 50, TITLE_WIDTH = 60 };

static uint64_t screened(const struct survey *s)
{
    return s->rows - s->errors;
}

/* Of a thousand customers, in tenths. */
static uint64_t tenths_per_thousand(uint64_t n, uint64_t customers)
{
    return customers ? (n * 10000 + customers / 2) / customers : 0;
}

static struct share found(const struct tally *t, unsigned threshold)
{
    return share_of(tally_from(t, threshold), t->n);
}

/* ---- for people ---- */

static void put_tenths(struct buf *out, int width, uint64_t tenths)
{
    buf_printf(out, " %*llu.%llu", width - 2, (unsigned long long)(tenths / 10),
               (unsigned long long)(tenths % 10));
}

static void put_share(struct buf *out, const struct tally *t, unsigned threshold)
{
    struct share s = found(t, threshold);
    if (t->n == 0) {
        buf_printf(out, "  %5s %-14s", "-", "");
        return;
    }
    buf_printf(out, "  %3u.%u [%3u.%u,%3u.%u]", s.share / 10, s.share % 10, s.low / 10,
               s.low % 10, s.high / 10, s.high % 10);
}

static void put_line(const struct thresholds_view *v, unsigned threshold, struct buf *out)
{
    const struct survey *s = &v->survey;
    uint64_t n = screened(s);
    report_score(out, threshold);
    put_tenths(out, 8, tenths_per_thousand(tally_from(&s->customers, threshold), n));
    put_tenths(out, 8, tenths_per_thousand(tally_from(&s->equal, threshold), n));
    put_tenths(out, 9, tenths_per_thousand(tally_from(&s->hits, threshold), n));
    for (unsigned w = 0; w < RECALL_WAYS; w++) {
        for (unsigned k = 0; k < RECALL_PARTIES; k++) {
            put_share(out, &v->recall.best[w][k], threshold);
        }
    }
    buf_add_text(out, threshold == SCORE_ALERT ? "  standard\n" : "\n");
}

static void put_sample(const struct thresholds_view *v, struct buf *out)
{
    buf_printf(out, "%-5s %8s %8s %9s", "names", "", "", "");
    for (unsigned w = 0; w < RECALL_WAYS; w++) {
        for (unsigned k = 0; k < RECALL_PARTIES; k++) {
            buf_printf(out, "  %5llu %-14s", (unsigned long long)v->recall.best[w][k].n,
                       "asked");
        }
    }
    buf_add_char(out, '\n');
}

void thresholds_table(const struct thresholds_view *v, struct buf *out)
{
    const struct survey *s = &v->survey;
    (void)display_put(out, slice_of(v->title), TITLE_WIDTH);
    buf_printf(out,
               ": %llu customers, %llu of them not screened; %lu parties with %lu names\n\n",
               (unsigned long long)s->rows, (unsigned long long)s->errors,
               (unsigned long)index_party_count(v->maker.index),
               (unsigned long)index_name_count(v->maker.index));
    buf_printf(out, "%-5s %-27s  %-42s  %s\n", "", "of 1,000 customers",
               "found as another alias, %", "found with one typing error, %");
    buf_printf(out, "%-5s %8s %8s %9s  %-20s  %-20s  %-20s  %s\n", "score", "alert", "equal",
               "hits", "people", "organisations", "people", "organisations");
    for (unsigned threshold = FIRST; threshold <= LAST; threshold += STEP) {
        put_line(v, threshold, out);
    }
    put_sample(v, out);
    buf_add_text(
        out,
        "\nalert: customers with a hit at this score; equal: those of them whose name is a "
        "listed one\n(every threshold up to 0.950 finds it, unless birth date or numbers "
        "differ); hits: parties.\nfound: listed names that their own party would be found by, "
        "by name alone; in brackets the\ninterval that holds the share in 19 samples of 20.\n");
}

/* ---- for machines ---- */

static void json_share(struct json_writer *w, const char *key, const struct tally *t,
                       unsigned threshold)
{
    struct share s = found(t, threshold);
    json_put_key(w, key);
    json_begin_object(w);
    json_pair_u64(w, "found", tally_from(t, threshold));
    json_pair_u64(w, "asked", t->n);
    json_put_key(w, "share");
    if (t->n) {
        json_put_thousandths(w, s.share);
    } else {
        json_put_null(w);
    }
    json_pair_thousandths(w, "low", s.low);
    json_pair_thousandths(w, "high", s.high);
    json_end_object(w);
}

static void json_recall(struct json_writer *w, const struct recall *r, unsigned threshold)
{
    static const char *const WAYS[] = {
        [RECALL_ALIAS] = "another_alias", [RECALL_TYPING] = "typing_error"};
    static const char *const PARTIES[] = {
        [RECALL_PEOPLE] = "people", [RECALL_ORGANISATIONS] = "organisations"};
    json_put_key(w, "recall");
    json_begin_object(w);
    for (unsigned way = 0; way < RECALL_WAYS; way++) {
        json_put_key(w, WAYS[way]);
        json_begin_object(w);
        for (unsigned k = 0; k < RECALL_PARTIES; k++) {
            json_share(w, PARTIES[k], &r->best[way][k], threshold);
        }
        json_end_object(w);
    }
    json_end_object(w);
}

static void json_line(struct json_writer *w, const struct thresholds_view *v,
                      unsigned threshold)
{
    const struct survey *s = &v->survey;
    uint64_t alerting = tally_from(&s->customers, threshold);
    json_begin_object(w);
    json_pair_thousandths(w, "threshold", threshold);
    json_pair_u64(w, "customers_alerting", alerting);
    json_pair_u64(w, "by_equal_name", tally_from(&s->equal, threshold));
    json_pair_u64(w, "hits", tally_from(&s->hits, threshold));
    json_pair_thousandths(w, "alerting_per_thousand",
                          (int64_t)tenths_per_thousand(alerting, screened(s)) * 100);
    json_recall(w, &v->recall, threshold);
    json_end_object(w);
}

void thresholds_json(const struct thresholds_view *v, struct buf *out)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_u64(&w, "customers", v->survey.rows);
    json_pair_u64(&w, "not_screened", v->survey.errors);
    json_pair_u64(&w, "seed", v->seed);
    json_pair_u64(&w, "sample", v->sample);
    json_put_key(&w, "thresholds");
    json_begin_array(&w);
    for (unsigned threshold = FIRST; threshold <= LAST; threshold += STEP) {
        json_line(&w, v, threshold);
    }
    json_end_array(&w);
    report_made_by(&w, &v->maker);
    json_end_object(&w);
    json_put_line_end(&w);
}
