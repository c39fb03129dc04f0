/* Days, months, years, seasons and their parts, read from left to right. */
#include "news/time_points.h"

void time_both(struct time_expression *t, struct interval when)
{
    t->past = t->later = when;
}

/* The one that began last, and the next one that has not ended, out of three in a row. */
static void choose(const struct time_reader *r, struct interval a, struct interval b,
                   struct interval c, struct time_expression *t)
{
    t->past = c.from <= r->today ? c : b.from <= r->today ? b : a;
    t->later = a.until >= r->today ? a : b.until >= r->today ? b : c;
}

static void bare_month(const struct time_reader *r, int month, struct time_expression *t)
{
    choose(r, calendar_months(r->year - 1, month, 1), calendar_months(r->year, month, 1),
           calendar_months(r->year + 1, month, 1), t);
}

static struct interval one_day(int32_t day)
{
    return (struct interval){day, day};
}

static void bare_day(const struct time_reader *r, int month, int day, struct time_expression *t)
{
    choose(r, one_day(calendar_day(r->year - 1, month, day)),
           one_day(calendar_day(r->year, month, day)),
           one_day(calendar_day(r->year + 1, month, day)), t);
}

static bool is_last(enum time_word c)
{
    return c == TIME_last;
}

/* "last year", "dell'anno scorso", "di quest'anno" behind a month or season: its year, or 0. */
static uint32_t year_behind(const struct time_reader *r, uint32_t i, int *year)
{
    uint32_t at = time_skip(r, i);
    if (time_year(r, at, year)) {
        return at + 1;
    }
    enum time_word c = time_word_at(r, at);
    enum time_word n = time_word_at(r, at + 1);
    bool before = (c == TIME_last || c == TIME_next || c == TIME_this) && n == TIME_year;
    bool behind = c == TIME_year && (n == TIME_last || n == TIME_next);
    if (!before && !behind) {
        return i;
    }
    enum time_word which = before ? c : n;
    *year = r->year + (which == TIME_last ? -1 : which == TIME_next ? 1 : 0);
    return at + 2;
}

static uint32_t read_month(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    int month = time_month(r, i);
    int year = 0;
    if (!month) {
        return i;
    }
    uint32_t end = year_behind(r, i + 1, &year);
    if (end > i + 1) {
        time_both(t, calendar_months(year, month, 1));
        return end;
    }
    bare_month(r, month, t);
    enum time_word next = time_word_at(r, i + 1);
    if (is_last(next)) {
        time_both(t, calendar_months(month < r->month ? r->year : r->year - 1, month, 1));
        return i + 2;
    }
    if (next == TIME_next) {
        time_both(t, t->later);
        return i + 2;
    }
    return i + 1;
}

static uint32_t read_weekday(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    int dd = 0;
    int mm = 0;
    int yy = 0;
    uint32_t end = 0;
    if (c < TIME_weekday1 || c > TIME_weekday7) {
        return i;
    }
    uint32_t then = time_skip(r, i + 1);
    if (time_day_month(r, then, &dd, &mm, &yy, &end)) {
        if (yy) {
            time_both(t, one_day(calendar_day(yy, mm, dd)));
        } else {
            bare_day(r, mm, dd, t);
        }
        return end;
    }
    int back = (calendar_weekday(r->today) - ((int)c - TIME_weekday1 + 1) + 7) % 7;
    int forth = (7 - back) % 7;
    enum time_word next = time_word_at(r, i + 1);
    enum time_word before = i > 0 ? time_word_at(r, i - 1) : TIME_none;
    bool last = next == TIME_last || before == TIME_last;
    bool later = next == TIME_next || before == TIME_next;
    t->past = one_day(r->today - (last && back == 0 ? 7 : back));
    t->later = one_day(r->today + (later && forth == 0 ? 7 : forth));
    if (last || later) {
        time_both(t, last ? t->past : t->later);
    }
    return next == TIME_last || next == TIME_next ? i + 2 : i + 1;
}

static uint32_t read_near_day(const struct time_reader *r, uint32_t i,
                              struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    int by = 0;
    switch (c) {
    case TIME_yesterday:
    case TIME_today:
    case TIME_tomorrow:
        by = (int)c - TIME_today;
        break;
    case TIME_yesterday2:
        by = -2;
        break;
    case TIME_tomorrow2:
        by = 2;
        break;
    case TIME_last: /* last night */
        if (time_word_at(r, i + 1) != TIME_daypart) {
            return i;
        }
        time_both(t, one_day(r->today - 1));
        return i + 2;
    default:
        return i;
    }
    /* "l'altro ieri", "the day before yesterday" */
    enum time_word before = i > 0 ? time_word_at(r, i - 1) : TIME_none;
    bool further = before == TIME_other || ((before == TIME_before || before == TIME_after) &&
                                            i > 1 && time_word_at(r, i - 2) == TIME_day);
    time_both(t, one_day(r->today + (further ? 2 * by : by)));
    return i + 1;
}

static bool season_of(enum time_word c, enum calendar_season *out)
{
    *out = (enum calendar_season)((int)c - TIME_spring);
    return c >= TIME_spring && c <= TIME_winter;
}

/* "last autumn", "l'inverno scorso", "nella primavera del 2023", "before winter", "in autunno". */
static uint32_t read_season(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum calendar_season s;
    int year = 0;
    if (!season_of(time_word_at(r, i), &s)) {
        return i;
    }
    choose(r, calendar_season(r->year - 1, s), calendar_season(r->year, s),
           calendar_season(r->year + 1, s), t);
    uint32_t end = year_behind(r, i + 1, &year);
    enum time_word next = time_word_at(r, i + 1);
    enum time_word before = i > 0 ? time_word_at(r, i - 1) : TIME_none;
    if (end > i + 1) {
        time_both(t, calendar_season(year, s));
        return end;
    }
    if (next == TIME_last || before == TIME_last) {
        bool running = t->past.until >= r->today;
        time_both(t, running ? calendar_season(r->year - 1, s) : t->past);
        return next == TIME_last ? i + 2 : i + 1;
    }
    if (next == TIME_next || before == TIME_next) {
        time_both(t, t->later);
        return next == TIME_next ? i + 2 : i + 1;
    }
    uint32_t k = i;
    while (k > 0 && k + 2 > i && r->d->tokens.p[k - 1].part == PART_DET) {
        k--;
    }
    bool placed = k > 0 && (r->d->tokens.p[k - 1].part == PART_PREP ||
                            r->d->tokens.p[k - 1].part == PART_SUB || before == TIME_this);
    bool fall = slice_is(document_key(r->d, i, i + 1), "fall");
    return placed && !fall ? i + 1 : i;
}

/* "last month", "the past three weeks", "le prossime due settimane", "this year", "recent weeks". */
uint32_t time_turned(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    if (c != TIME_last && c != TIME_next && c != TIME_this && c != TIME_recent) {
        return i;
    }
    enum time_word unit = time_word_at(r, i + 1);
    int n = 0;
    bool few = unit == TIME_few;
    bool counted = !few && c != TIME_this && time_number(r, i + 1, &n) && n < 200;
    uint32_t at = i + 1 + (few || counted);
    unit = time_word_at(r, at);
    enum time_word of = time_unit(unit);
    if (of == TIME_none) {
        bool single = unit == TIME_weekend || unit == TIME_quarter || unit == TIME_half;
        int month = time_month(r, at);
        if (single && c != TIME_recent && !few && !counted) {
            time_both(t, time_shifted(r, unit, c == TIME_last ? -1 : c == TIME_next ? 1 : 0));
            if (unit == TIME_weekend && c == TIME_next && t->past.from > r->today + 7) {
                time_both(t, time_shifted(r, unit, 0));
            }
            return at + 1;
        }
        if (month && c != TIME_recent && !few && !counted) {
            bare_month(r, month, t);
            time_both(t, c == TIME_next ? t->later : t->past);
            if (c == TIME_last && t->past.until >= r->today) {
                time_both(t, calendar_months(r->year - 1, month, 1));
            }
            return at + 1;
        }
        return i;
    }
    if (c == TIME_this && (time_is_plural(unit) || of == TIME_day)) {
        return i;
    }
    if (counted && n > 0) {
        time_both(t, c == TIME_next ? (struct interval){r->today, time_distance(r, of, n)}
                                    : (struct interval){time_distance(r, of, -n), r->today});
        return at + 1;
    }
    if (few || time_is_plural(unit) || c == TIME_recent) {
        time_both(t, c == TIME_next ? (struct interval){r->today, DAY_NONE}
                                    : (struct interval){DAY_NONE, r->today});
        return at + 1;
    }
    if (of == TIME_day) {
        return i; /* the next day: of the story, not of the publication */
    }
    time_both(t, time_shifted(r, of, c == TIME_last ? -1 : c == TIME_next ? 1 : 0));
    return at + 1;
}

/* "settimana scorsa", "mese prossimo", "giorni scorsi", "fine settimana". */
uint32_t time_unit_turned(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    enum time_word next = time_word_at(r, i + 1);
    enum time_word of = time_unit(c);
    if (c == TIME_end && next == TIME_week) {
        time_both(t, time_shifted(r, TIME_weekend, 0)); /* il fine settimana */
        t->past = t->past.from > r->today ? time_shifted(r, TIME_weekend, -1) : t->past;
        if (time_word_at(r, i + 2) == TIME_last || time_word_at(r, i + 2) == TIME_next) {
            return i + 3;
        }
        return i + 2;
    }
    if (c == TIME_weekend) {
        time_both(t, time_shifted(r, c, 0));
        t->past = t->past.from > r->today ? time_shifted(r, c, -1) : t->past;
        return next == TIME_last || next == TIME_next ? i + 2 : i + 1;
    }
    if (of == TIME_none || (next != TIME_last && next != TIME_next && next != TIME_recent &&
                            !(next == TIME_this && of != TIME_day))) {
        return i;
    }
    if (time_is_plural(c)) {
        time_both(t, next == TIME_next ? (struct interval){r->today, DAY_NONE}
                                       : (struct interval){DAY_NONE, r->today});
        return i + 2;
    }
    if (of == TIME_day) {
        return i;
    }
    time_both(t, time_shifted(r, of, next == TIME_last ? -1 : next == TIME_next ? 1 : 0));
    return i + 2;
}

/* "three weeks ago", "due anni fa", "giorni fa", "tra due settimane", "within ten days". */
static uint32_t read_distance(const struct time_reader *r, uint32_t i,
                              struct time_expression *t)
{
    int n = 0;
    enum time_word c = time_word_at(r, i);
    bool few = c == TIME_few;
    uint32_t at = few || time_number(r, i, &n) ? i + 1 : i;
    enum time_word unit = time_unit(time_word_at(r, at));
    if (unit == TIME_none || n >= 200) {
        return i;
    }
    if (time_word_at(r, at + 1) == TIME_ago) {
        time_both(t, few || at == i ? (struct interval){DAY_NONE, r->today}
                                    : time_shifted(r, unit, -n));
        return at + 2;
    }
    enum time_word before = i > 0 ? time_word_at(r, i - 1) : TIME_none;
    if (at > i && !few && n > 0 &&
        (before == TIME_within || before == TIME_between || before == TIME_by)) {
        struct interval w = time_shifted(r, unit, n);
        time_both(t, before == TIME_by ? (struct interval){r->today, time_distance(r, unit, n)}
                                       : w);
        return at + 1;
    }
    if (before == TIME_since && time_word_at(r, at) != TIME_day) {
        bool italian = slice_starts(document_key(r->d, i - 1, i), "da");
        if (italian && at > i && !few && n > 0) {
            time_both(t, (struct interval){time_distance(r, unit, -n), r->today});
            return at + 1;
        }
        if (italian && (few || at == i) && time_is_plural(time_word_at(r, at))) {
            time_both(t, (struct interval){DAY_NONE, r->today});
            return at + 1;
        }
    }
    return i;
}

static uint32_t read_feast(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    if (c != TIME_christmas && c != TIME_newyear) {
        return i;
    }
    int year = 0;
    int month = c == TIME_christmas ? 12 : 1;
    int day = c == TIME_christmas ? 25 : 1;
    uint32_t end = year_behind(r, i + 1, &year);
    if (end > i + 1) {
        time_both(t, one_day(calendar_day(year, month, day)));
        return end;
    }
    bare_day(r, month, day, t);
    return i + 1;
}

/* "anni Novanta", "the 1990s". */
static uint32_t read_decade(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    uint32_t at = c == TIME_years ? i + 1 : i;
    enum time_word w = time_word_at(r, at);
    bool italian = c == TIME_years || (at > 0 && time_word_at(r, at - 1) == TIME_years);
    bool english = slice_ends_nocase(
        i < r->end ? document_key(r->d, i, i + 1) : (struct slice){NULL, 0}, "ties");
    int n = 0;
    if ((italian || english) && w >= TIME_forties && w <= TIME_nineties) {
        n = 1940 + 10 * ((int)w - TIME_forties);
        time_both(t, (struct interval){calendar_day(n, 1, 1), calendar_day(n + 9, 12, 31)});
        return at + 1;
    }
    struct slice s = i < r->end ? document_key(r->d, i, i + 1) : (struct slice){NULL, 0};
    if (s.n == 5 && s.p[4] == 's' && time_digits(r, i, &n) && n >= 1900 && n <= 2100 &&
        n % 10 == 0) {
        time_both(t, (struct interval){calendar_day(n, 1, 1), calendar_day(n + 9, 12, 31)});
        return i + 1;
    }
    return i;
}

static uint32_t read_date(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    int dd = 0;
    int mm = 0;
    int yy = 0;
    uint32_t end = i;
    int32_t day = 0;
    if (time_numeric_day(r, i, &day, &end)) {
        time_both(t, one_day(day));
        return end;
    }
    if (!time_day_month(r, i, &dd, &mm, &yy, &end)) {
        return i;
    }
    if (!yy) {
        uint32_t behind = year_behind(r, end, &yy);
        end = behind;
    }
    if (yy) {
        time_both(t, one_day(calendar_day(yy, mm, dd)));
    } else {
        bare_day(r, mm, dd, t);
        enum time_word next = time_word_at(r, end);
        if (next == TIME_last || next == TIME_next) {
            time_both(t, next == TIME_last ? t->past : t->later);
            end++;
        }
    }
    return end;
}

static uint32_t read_year(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    int yy = 0;
    if (!time_year(r, i, &yy)) {
        return i;
    }
    time_both(t, calendar_year(yy));
    return i + 1;
}

uint32_t time_simple(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    static const time_read_fn READERS[] = {
        read_decade, read_date,        read_month,    read_weekday, read_near_day, time_turned,
        read_season, time_unit_turned, read_distance, read_feast,   read_year};
    for (size_t k = 0; k < sizeof READERS / sizeof *READERS; k++) {
        uint32_t end = READERS[k](r, i, t);
        if (end != i) {
            return end;
        }
    }
    return i;
}
