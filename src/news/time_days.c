/* A day in figures, or with its month in words. */
#include "news/time_points.h"

#include "model/date.h"

static bool figures(struct slice s, int out[3])
{
    size_t k = 0;
    for (int n = 0; n < 3; n++) {
        size_t digits = 0;
        out[n] = 0;
        while (k < s.n && ascii_is_digit(s.p[k]) && digits < 5) {
            out[n] = out[n] * 10 + s.p[k++] - '0';
            digits++;
        }
        bool sign = k < s.n && (s.p[k] == '/' || s.p[k] == '.' || s.p[k] == '-');
        if (digits == 0 || (n < 2 && !sign)) {
            return false;
        }
        k += n < 2;
    }
    return k == s.n;
}

/* "18/10/22" and "10/18/2022": two figures of a year, or a month first where the day must be. */
static bool loose_day(struct slice s, int32_t *day)
{
    int v[3];
    if (!figures(s, v) || v[0] < 1 || v[1] < 1 || v[0] > 31 || v[1] > 31) {
        return false;
    }
    int year = v[2] < 100 ? v[2] + 2000 : v[2];
    bool american = v[1] > 12;
    int month = american ? v[0] : v[1];
    int in_month = american ? v[1] : v[0];
    if (month > 12 || year < 1900 || year > 2100 ||
        in_month > calendar_month_length(year, month)) {
        return false;
    }
    *day = calendar_day(year, month, in_month);
    return true;
}

bool time_numeric_day(const struct time_reader *r, uint32_t i, int32_t *day, uint32_t *end)
{
    if (i >= r->end || r->d->tokens.p[i].kind != TOK_NUMBER) {
        return false;
    }
    struct date out;
    uint32_t last = i + 1;
    while (last < r->end && last < i + 3 && r->d->tokens.p[last].kind == TOK_NUMBER &&
           (r->d->tokens.p[last].flags & TOK_HYPHEN)) {
        last++;
    }
    struct slice s = document_text(r->d, document_span(r->d, i, last));
    if (s.n >= 10 && s.n <= 13 && s.p[4] == '-') {
        s.n = 10; /* 2023-10-06T08 */
    }
    if (s.n < 6 || s.n > 10) {
        return false;
    }
    bool signs = false; /* 20230831 might be any number */
    for (size_t k = 0; k < s.n; k++) {
        signs = signs || !ascii_is_digit(s.p[k]);
    }
    if (s.n >= 8 && signs && date_parse(s, true, &out) && out.precision == DATE_DAY) {
        *day = date_first_day(&out);
        *end = last;
        return true;
    }
    *end = last;
    return loose_day(s, day);
}

static bool is_of(const struct time_reader *r, uint32_t i)
{
    return i < r->end && (slice_is(document_key(r->d, i, i + 1), "of") ||
                          slice_is(document_key(r->d, i, i + 1), "de"));
}

static uint32_t skip_dot(const struct time_reader *r, uint32_t i)
{
    if (i < r->end && r->d->tokens.p[i].kind == TOK_SIGN) {
        struct slice s = document_text(r->d, document_span(r->d, i, i + 1));
        return slice_is(s, ".") || slice_is(s, "°") ? i + 1 : i;
    }
    return i;
}

bool time_day_month(const struct time_reader *r, uint32_t i, int *day, int *month, int *year,
                    uint32_t *end)
{
    *year = 0;
    uint32_t at = i + 1;
    bool first = time_word_at(r, i) == TIME_ordinal1;
    if (first || time_digits(r, i, day)) {
        *day = first ? 1 : *day;
        at = first ? at : skip_dot(r, at);
        at = is_of(r, at) ? at + 1 : at;
        *month = time_month(r, at);
        at++;
    } else {
        *month = time_month(r, i);
        at = skip_dot(r, at);
        if (!*month || !time_digits(r, at, day) ||
            r->d->tokens.p[at].end - r->d->tokens.p[at].start > 4) {
            return false;
        }
        at++;
    }
    if (!*month || *day < 1 || *day > 31) {
        return false;
    }
    uint32_t then = time_skip(r, at);
    then = is_of(r, then) ? then + 1 : then;
    if (time_year(r, then, year)) {
        at = then + 1;
    }
    *end = at;
    return *day <= calendar_month_length(*year ? *year : 2024, *month);
}
