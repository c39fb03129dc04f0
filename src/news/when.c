/* Days, months, years and weeks, read from left to right. */
#include "news/when.h"

#include "model/date.h"

static const uint8_t MONTH_DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static int32_t day_of(int year, int month, int day)
{
    struct date d = {.year = (int16_t)year,
                     .month = (uint8_t)month,
                     .day = (uint8_t)day,
                     .precision = DATE_DAY};
    return date_first_day(&d);
}

static int month_length(int year, int month)
{
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
}

static struct interval month_span(int year, int month)
{
    return (struct interval){day_of(year, month, 1),
                             day_of(year, month, month_length(year, month))};
}

/* Year, month and day of a day number. */
static void parts_of(int32_t day, int *y, int *m, int *d)
{
    char text[DAY_TEXT];
    (void)day_print(day, text);
    *y = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
    *m = (text[5] - '0') * 10 + text[6] - '0';
    *d = (text[8] - '0') * 10 + text[9] - '0';
}

/* Monday is 1; 1 January of year 1 was a Monday. */
static int weekday_of(int32_t day)
{
    int32_t base = day_of(2024, 1, 1); /* a Monday */
    int32_t w = (day - base) % 7;
    return (w < 0 ? w + 7 : w) + 1;
}

struct reader {
    const struct document *d;
    uint32_t end;
    int year, month, day; /* of the publication */
    int32_t today;
};

static unsigned language_bit(const struct document *d, uint32_t i)
{
    for (size_t k = 0; k < d->paragraphs.n; k++) {
        if (i < d->paragraphs.p[k].last) {
            uint8_t l = d->paragraphs.p[k].language;
            return d->paragraphs.p[k].kind == PARA_DATELINE ? 7U
                   : l == NEWS_ITALIAN                      ? 1U
                   : l == NEWS_ENGLISH                      ? 2U
                                                            : 4U;
        }
    }
    return 7U;
}

static enum time_word code_at(const struct reader *r, uint32_t i)
{
    uint32_t v = 0;
    if (i >= r->end || r->d->tokens.p[i].kind != TOK_WORD ||
        !word_table_get(&TABLE_TIMES, document_key(r->d, i, i + 1), &v)) {
        return TIME_none;
    }
    unsigned bit = language_bit(r->d, i);
    enum time_word code = v >> 8 & bit    ? (enum time_word)(v & 255U)
                          : v >> 24 & bit ? (enum time_word)(v >> 16 & 255U)
                                          : TIME_none;
    bool month_word = code >= TIME_month1 && code <= TIME_month12;
    bool capital = (r->d->tokens.p[i].flags & TOK_CAPITAL) != 0;
    return month_word && bit == 2U && !capital ? TIME_none : code;
}

static bool number_at(const struct reader *r, uint32_t i, int *out)
{
    enum time_word code = code_at(r, i);
    if (code >= TIME_number1 && code <= TIME_number10) {
        *out = (int)code - TIME_number1 + 1;
        return true;
    }
    if (code == TIME_number20) {
        *out = 20;
        return true;
    }
    if (i >= r->end || r->d->tokens.p[i].kind != TOK_NUMBER) {
        return false;
    }
    struct slice s = document_text(r->d, document_span(r->d, i, i + 1));
    int v = 0;
    size_t k = 0;
    while (k < s.n && ascii_is_digit(s.p[k]) && v < 100000) {
        v = v * 10 + s.p[k++] - '0';
    }
    bool ordinal = k < s.n && ascii_is_alpha(s.p[k]); /* 5th */
    if (k == 0 || (k < s.n && !ordinal)) {
        return false;
    }
    *out = v;
    return true;
}

static bool year_at(const struct reader *r, uint32_t i, int *out)
{
    return i < r->end && r->d->tokens.p[i].kind == TOK_NUMBER &&
           r->d->tokens.p[i].end - r->d->tokens.p[i].start == 4 && number_at(r, i, out) &&
           *out >= 1900 && *out <= 2100;
}

static int month_at(const struct reader *r, uint32_t i)
{
    enum time_word c = code_at(r, i);
    return c >= TIME_month1 && c <= TIME_month12 ? (int)c - TIME_month1 + 1 : 0;
}

/* Skips a full stop behind an abbreviation, a comma, "del", "of". */
static uint32_t skip_small(const struct reader *r, uint32_t i)
{
    while (i < r->end) {
        const struct news_token *t = &r->d->tokens.p[i];
        bool sign = token_is_sign(t, '.') || token_is_sign(t, ',');
        bool of = t->kind == TOK_WORD && t->part == PART_PREP && t->row &&
                  t->row->detail == DETAIL_OF;
        bool article = t->kind == TOK_WORD && t->part == PART_DET && code_at(r, i) == TIME_none;
        if (!sign && !of && !article) {
            break;
        }
        i++;
    }
    return i;
}

/* "18/10/2022", "2023-08-31" (one token each way of cutting). */
static bool numeric_day(const struct reader *r, uint32_t i, int32_t *day, uint32_t *end)
{
    struct date out;
    uint32_t last = i + 1;
    while (last < r->end && last < i + 3 && r->d->tokens.p[last].kind == TOK_NUMBER &&
           (r->d->tokens.p[last].flags & TOK_HYPHEN)) {
        last++;
    }
    struct slice s = document_text(r->d, document_span(r->d, i, last));
    if (s.n < 8 || s.n > 10 || !date_parse(s, true, &out) || out.precision != DATE_DAY) {
        return false;
    }
    *day = date_first_day(&out);
    *end = last;
    return true;
}

static bool day_and_month(const struct reader *r, uint32_t i, int *day, int *month, int *year,
                          uint32_t *end)
{
    *year = 0;
    uint32_t at = i;
    if (number_at(r, i, day) && r->d->tokens.p[i].kind == TOK_NUMBER) {
        at = i + 1;
        at = token_is_sign(&r->d->tokens.p[at < r->end ? at : i], '.') ? at + 1 : at;
        at = at < r->end && slice_is(document_key(r->d, at, at + 1), "of") ? at + 1 : at;
        at = at < r->end && slice_is(document_key(r->d, at, at + 1), "de") ? at + 1 : at;
        *month = month_at(r, at);
        at++;
    } else {
        *month = month_at(r, i);
        at = i + 1;
        if (!*month || !number_at(r, at, day) || r->d->tokens.p[at].kind != TOK_NUMBER) {
            return false;
        }
        at++;
    }
    if (!*month || *day < 1 || *day > 31) {
        return false;
    }
    uint32_t then = skip_small(r, at);
    then =
        then < r->end && slice_is(document_key(r->d, then, then + 1), "de") ? then + 1 : then;
    if (year_at(r, then, year)) {
        at = then + 1;
    }
    *end = at;
    return *day <= month_length(*year ? *year : 2024, *month);
}

bool when_day(const struct document *d, uint32_t first, uint32_t end, int32_t *day,
              bool *no_year)
{
    struct reader r = {.d = d, .end = end};
    for (uint32_t i = first; i < end; i++) {
        int dd = 0;
        int mm = 0;
        int yy = 0;
        uint32_t to = 0;
        if (d->tokens.p[i].kind == TOK_NUMBER && numeric_day(&r, i, day, &to)) {
            return true;
        }
        if (day_and_month(&r, i, &dd, &mm, &yy, &to)) {
            if (yy) {
                *day = day_of(yy, mm, dd);
                return true;
            }
            *no_year = true;
        }
    }
    return false;
}

/* ---- expressions ---- */

static void both(struct time_expression *t, struct interval when)
{
    t->past = t->later = when;
}

/* A month without a year: the last one that has begun, the next one that has not ended. */
static void bare_month(const struct reader *r, int month, struct time_expression *t)
{
    t->past = month_span(month <= r->month ? r->year : r->year - 1, month);
    t->later = month_span(month >= r->month ? r->year : r->year + 1, month);
}

static void bare_day(const struct reader *r, int month, int day, struct time_expression *t)
{
    int32_t here = day_of(r->year, month, day);
    t->past.from = here <= r->today ? here : day_of(r->year - 1, month, day);
    t->later.from = here >= r->today ? here : day_of(r->year + 1, month, day);
    t->past.until = t->past.from;
    t->later.until = t->later.from;
}

static struct interval shifted(const struct reader *r, enum time_word unit, int by)
{
    int32_t monday = r->today - weekday_of(r->today) + 1;
    int month = r->month - 1 + by + 1200;
    switch (unit) {
    case TIME_week:
        return (struct interval){monday + by * 7, monday + by * 7 + 6};
    case TIME_month:
        return month_span(r->year - 100 + month / 12, month % 12 + 1);
    case TIME_year:
        return (struct interval){day_of(r->year + by, 1, 1), day_of(r->year + by, 12, 31)};
    default:
        return (struct interval){r->today + by, r->today + by};
    }
}

static bool is_unit(enum time_word c)
{
    return c == TIME_day || c == TIME_week || c == TIME_month || c == TIME_year;
}

/* A part of an interval: its beginning, middle or end. */
static struct interval part_of(struct interval whole, enum time_word which)
{
    int32_t days = whole.until - whole.from + 1;
    bool year = days > 300;
    int32_t piece = year ? 90 : days > 20 ? 10 : days > 5 ? 3 : 1;
    switch (which) {
    case TIME_begin:
        return (struct interval){whole.from, whole.from + piece - 1 + (year ? 1 : 0) -
                                                 (year && days == 365 ? 1 : 0)};
    case TIME_end:
        return (struct interval){whole.until - (year ? 91 : piece - 1), whole.until};
    default:
        return (struct interval){whole.from + piece, whole.until - piece};
    }
}

/* "5 September 2023", "September", "September 2022", "2021", "Thursday", "yesterday",
 * "last month", "l'anno scorso", "this year".  Returns the end, or i. */
static uint32_t read_point(const struct reader *r, uint32_t i, struct time_expression *t)
{
    int dd = 0;
    int mm = 0;
    int yy = 0;
    uint32_t end = i;
    enum time_word c = code_at(r, i);
    enum time_word next = code_at(r, i + 1);
    int32_t day = 0;
    if (i < r->end && r->d->tokens.p[i].kind == TOK_NUMBER && numeric_day(r, i, &day, &end)) {
        both(t, (struct interval){day, day});
        return end;
    }
    if (day_and_month(r, i, &dd, &mm, &yy, &end)) {
        if (yy) {
            both(t, (struct interval){day_of(yy, mm, dd), day_of(yy, mm, dd)});
        } else {
            bare_day(r, mm, dd > month_length(r->year, mm) ? 28 : dd, t);
        }
        return end;
    }
    mm = month_at(r, i);
    if (mm) {
        end = i + 1;
        uint32_t then = skip_small(r, end);
        if (year_at(r, then, &yy)) {
            both(t, month_span(yy, mm));
            return then + 1;
        }
        bare_month(r, mm, t);
        if (next == TIME_last) {
            t->later = t->past = month_span(mm < r->month ? r->year : r->year - 1, mm);
            return end + 1;
        }
        return next == TIME_next ? end + 1 : end;
    }
    if (year_at(r, i, &yy)) {
        both(t, (struct interval){day_of(yy, 1, 1), day_of(yy, 12, 31)});
        return i + 1;
    }
    if (c >= TIME_weekday1 && c <= TIME_weekday7) {
        int back = (weekday_of(r->today) - ((int)c - TIME_weekday1 + 1) + 7) % 7;
        int forth = (7 - back) % 7;
        t->past = (struct interval){r->today - back, r->today - back};
        t->later = (struct interval){r->today + forth, r->today + forth};
        return next == TIME_last || next == TIME_next ? i + 2 : i + 1;
    }
    if (c == TIME_yesterday || c == TIME_today || c == TIME_tomorrow) {
        both(t, shifted(r, TIME_day, (int)c - TIME_today));
        return i + 1;
    }
    if ((c == TIME_last || c == TIME_next || c == TIME_this) && is_unit(next) &&
        next != TIME_day) {
        both(t, shifted(r, next, c == TIME_last ? -1 : c == TIME_next ? 1 : 0));
        return i + 2;
    }
    if ((c == TIME_last || c == TIME_next) && month_at(r, i + 1)) {
        bare_month(r, month_at(r, i + 1), t);
        both(t, c == TIME_last ? t->past : t->later);
        return i + 2;
    }
    if (is_unit(c) && c != TIME_day && (next == TIME_last || next == TIME_next)) {
        both(t, shifted(r, c, next == TIME_last ? -1 : 1));
        return i + 2;
    }
    int n = 0;
    if (number_at(r, i, &n) && is_unit(next) && code_at(r, i + 2) == TIME_ago && n < 200) {
        both(t, shifted(r, next, -n));
        return i + 3;
    }
    return i;
}

/* "anni Novanta", "the 1990s". */
static uint32_t read_decade(const struct reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word next = code_at(r, i + 1);
    int n = 0;
    if (code_at(r, i) == TIME_year && next >= TIME_sixties && next <= TIME_nineties) {
        n = 1960 + 10 * ((int)next - TIME_sixties);
        both(t, (struct interval){day_of(n, 1, 1), day_of(n + 9, 12, 31)});
        return i + 2;
    }
    struct slice s = i < r->end ? document_key(r->d, i, i + 1) : (struct slice){NULL, 0};
    if (s.n == 5 && s.p[4] == 's' && number_at(r, i, &n) && n >= 1900 && n % 10 == 0) {
        both(t, (struct interval){day_of(n, 1, 1), day_of(n + 9, 12, 31)});
        return i + 1;
    }
    return i;
}

/* "the end of August", "fine del mese", "late 2022", "inizio settembre". */
static uint32_t read_part(const struct reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word which = code_at(r, i);
    if (which != TIME_begin && which != TIME_end && which != TIME_middle) {
        return i;
    }
    uint32_t at = skip_small(r, i + 1);
    uint32_t end = read_point(r, at, t);
    if (end == at && is_unit(code_at(r, at)) && at > i + 1) {
        both(t, shifted(r, code_at(r, at), 0)); /* of the month: this one */
        end = at + 1;
    }
    if (end == at) {
        return i;
    }
    t->past = part_of(t->past, which);
    t->later = part_of(t->later, which);
    return end;
}

static uint32_t read_one(const struct reader *r, uint32_t i, struct time_expression *t)
{
    uint32_t end = read_part(r, i, t);
    end = end == i ? read_decade(r, i, t) : end;
    return end == i ? read_point(r, i, t) : end;
}

/* "between X and Y": from the beginning of one to the end of the other. */
static uint32_t read_between(const struct reader *r, uint32_t i, struct time_expression *t)
{
    struct time_expression a = {0};
    struct time_expression b = {0};
    uint32_t at = skip_small(r, i + 1);
    uint32_t mid = read_one(r, at, &a);
    if (code_at(r, i) != TIME_between || mid == at || mid >= r->end ||
        r->d->tokens.p[mid].part != PART_CONJ) {
        return i;
    }
    at = skip_small(r, mid + 1);
    uint32_t end = read_one(r, at, &b);
    if (end == at) {
        return i;
    }
    both(t, (struct interval){a.past.from, b.past.until});
    return end;
}

/* Words before the expression that turn it: since, by. */
static void take_context(const struct reader *r, struct time_expression *t)
{
    for (uint32_t k = 1; k <= 4 && t->first >= k; k++) {
        const struct news_token *x = &r->d->tokens.p[t->first - k];
        enum time_word c = code_at(r, t->first - k);
        if (c == TIME_since) {
            t->since = true;
        } else if (c == TIME_by || c == TIME_until) {
            t->by = true;
        }
        bool small = x->part == PART_DET || (x->part == PART_PREP && k <= 2);
        if (c == TIME_since || c == TIME_by || !small) {
            break;
        }
    }
}

void when_read(struct document *d)
{
    struct reader r = {.d = d, .today = d->published.from};
    if (r.today == DAY_NONE) {
        return;
    }
    parts_of(r.today, &r.year, &r.month, &r.day);
    for (size_t k = 0; k < d->paragraphs.n && !d->failed; k++) {
        const struct paragraph *p = &d->paragraphs.p[k];
        r.end = p->last;
        for (uint32_t i = p->first; i < p->last && p->kind != PARA_DATELINE;) {
            struct time_expression t = {.first = i};
            uint32_t end = read_between(&r, i, &t);
            end = end == i ? read_one(&r, i, &t) : end;
            if (end == i) {
                i++;
                continue;
            }
            t.end = end;
            take_context(&r, &t);
            struct time_expression *place = VEC_ADD(&d->times);
            if (!place) {
                d->failed = true;
                return;
            }
            *place = t;
            i = end;
        }
    }
}

bool when_of(const struct document *d, uint32_t first, uint32_t end, bool future,
             struct interval *out)
{
    for (size_t i = 0; i < d->times.n; i++) {
        const struct time_expression *t = &d->times.p[i];
        if (t->first < first || t->end > end) {
            continue;
        }
        struct interval w = future ? t->later : t->past;
        if (t->since && w.from <= d->published.from) {
            *out = (struct interval){w.from, future ? DAY_NONE : d->published.from};
        } else if (t->since) {
            *out = (struct interval){w.from, DAY_NONE};
        } else if (t->by) {
            w = t->later;
            *out = (struct interval){d->published.from, w.until};
        } else {
            *out = w;
        }
        if (!future && out->until > d->published.from && out->from <= d->published.from) {
            out->until = d->published.from;
        }
        return true;
    }
    return false;
}

bool when_covers(const struct document *d, uint32_t token)
{
    for (size_t i = 0; i < d->times.n; i++) {
        if (d->times.p[i].first <= token && token < d->times.p[i].end) {
            return true;
        }
    }
    return false;
}
