/* From one expression to another. */
#include "news/time_points.h"

static bool is_to(const struct time_reader *r, uint32_t i)
{
    if (i >= r->end) {
        return false;
    }
    const struct news_token *t = &r->d->tokens.p[i];
    struct slice w = document_text(r->d, document_span(r->d, i, i + 1));
    return (t->part == PART_PREP && t->row && t->row->detail == DETAIL_TO) ||
           time_word_at(r, i) == TIME_until || slice_is(w, "–") || slice_is(w, "—");
}

/* The beginning of a range, read against its end: "from January to March 2023", "dal 3 al 5
 * ottobre" (a day whose month stands behind). */
static bool range_start(const struct time_reader *r, uint32_t i, uint32_t mid,
                        struct interval last, int32_t *from)
{
    struct time_expression t = {0};
    int n = 0;
    if (!time_is_closed(last)) {
        return false;
    }
    struct time_reader then = time_reader_at(r, last.until);
    if (time_point(&then, i, &t) == mid && time_is_closed(t.past)) {
        *from = t.past.from;
        return *from <= last.until;
    }
    if (i + 1 == mid && time_digits(r, i, &n) && n >= 1 && n <= 31) {
        struct time_reader month = time_reader_at(r, last.from);
        *from = calendar_day(month.year, month.month, n);
        return *from <= last.until;
    }
    return false;
}

/* Where the first half of a range ends: behind an expression, a bare day, or "2022" of 2022-23. */
static uint32_t first_half(const struct time_reader *r, uint32_t i)
{
    struct time_expression t = {0};
    int n = 0;
    uint32_t end = time_point(r, i, &t);
    bool day = end == i && time_digits(r, i, &n) && n >= 1 && n <= 31;
    return day ? i + 1 : end;
}

/* "2022-23": two figures behind a hyphen. */
static uint32_t short_year(const struct time_reader *r, uint32_t mid, struct time_expression *t)
{
    int a = 0;
    int b = 0;
    if (mid == 0 || mid >= r->end || !(r->d->tokens.p[mid].flags & TOK_HYPHEN) ||
        r->d->tokens.p[mid].end - r->d->tokens.p[mid].start != 2 ||
        !time_year(r, mid - 1, &a) || !time_digits(r, mid, &b) || b <= a % 100) {
        return mid;
    }
    t->past = t->later =
        (struct interval){calendar_day(a, 1, 1), calendar_day(a - a % 100 + b, 12, 31)};
    return mid + 1;
}

/* "il 27 e il 28 marzo", "on 27 and 28 March": a bare day joined to the next one. */
static bool is_two_days(const struct time_reader *r, uint32_t at, uint32_t mid)
{
    int a = 0;
    int b = 0;
    uint32_t then = r->d->tokens.p[mid].part == PART_CONJ ? time_skip(r, mid + 1) : mid;
    return mid == at + 1 && time_digits(r, at, &a) && time_digits(r, then, &b) && b == a + 1;
}

/* "between X and Y", "from X to Y", "dal 3 al 5 ottobre", "3-5 October", "2026–2028". */
static uint32_t read_range(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word opener = time_word_at(r, i);
    bool opened = opener == TIME_between || opener == TIME_since;
    uint32_t at = opened ? time_skip(r, i + 1) : i;
    uint32_t mid = first_half(r, at);
    if (mid == at || mid >= r->end) {
        return i;
    }
    uint32_t year = short_year(r, mid, t);
    if (year != mid) {
        return year;
    }
    bool hyphen = (r->d->tokens.p[mid].flags & TOK_HYPHEN) != 0;
    bool joined = (opener == TIME_between && r->d->tokens.p[mid].part == PART_CONJ) ||
                  (opener != TIME_between && is_to(r, mid) &&
                   (opened || r->d->tokens.p[mid].kind == TOK_SIGN ||
                    time_word_at(r, mid) == TIME_until)) ||
                  is_two_days(r, at, mid);
    struct time_expression b = {0};
    uint32_t from = hyphen ? mid : joined ? time_skip(r, mid + 1) : mid;
    uint32_t end = hyphen || joined ? time_point(r, from, &b) : from;
    if (end == from) {
        return i;
    }
    struct interval past;
    struct interval later;
    if (!range_start(r, at, mid, b.past, &past.from) ||
        !range_start(r, at, mid, b.later, &later.from)) {
        return i;
    }
    past.until = b.past.until;
    later.until = b.later.until;
    t->past = past;
    t->later = time_is_fixed(&b) ? past : later;
    return end;
}

/* "October 3-5", "Oct 3 to 5": the month stands before both days. */
static uint32_t read_month_range(const struct time_reader *r, uint32_t i,
                                 struct time_expression *t)
{
    int a = 0;
    int b = 0;
    int year = 0;
    int month = time_month(r, i);
    uint32_t at = i + 2;
    if (!month || !time_digits(r, i + 1, &a) || a > 31 || at >= r->end) {
        return i;
    }
    bool hyphen = (r->d->tokens.p[at].flags & TOK_HYPHEN) != 0;
    at = hyphen ? at : is_to(r, at) ? at + 1 : r->end;
    if (!time_digits(r, at, &b) || b > 31 || b <= a) {
        return i;
    }
    uint32_t then = time_skip(r, at + 1);
    bool dated = time_year(r, then, &year);
    struct time_expression day = {0};
    (void)time_point(r, i, &day);
    int y = 0;
    int m = 0;
    int d = 0;
    calendar_parts(day.past.from, &y, &m, &d);
    y = dated ? year : y;
    t->past = (struct interval){calendar_day(y, month, a), calendar_day(y, month, b)};
    calendar_parts(day.later.from, &y, &m, &d);
    y = dated ? year : y;
    t->later = (struct interval){calendar_day(y, month, a), calendar_day(y, month, b)};
    return dated ? then + 1 : at + 1;
}

uint32_t time_range(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    uint32_t end = read_range(r, i, t);
    return end == i ? read_month_range(r, i, t) : end;
}
