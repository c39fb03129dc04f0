/* The end of August, the second half of the month, later this year: parts of what is said. */
#include "news/time_points.h"

/* A part of an interval: its beginning, middle or end. */
static struct interval part_of(struct interval whole, enum time_word which)
{
    if (whole.from == DAY_NONE || whole.until == DAY_NONE) {
        return whole;
    }
    int32_t days = whole.until - whole.from + 1;
    if (days >= 365 && days <= 366) {
        int y = 0;
        int m = 0;
        int d = 0;
        calendar_parts(whole.from, &y, &m, &d);
        return which == TIME_begin    ? calendar_months(y, 1, 3)
               : which == TIME_middle ? calendar_months(y, 5, 4)
                                      : calendar_months(y, 10, 3);
    }
    int32_t piece = days > 300 ? days / 3 : days > 60 ? 30 : days > 20 ? 10 : days > 5 ? 3 : 1;
    return which == TIME_begin ? (struct interval){whole.from, whole.from + piece - 1}
           : which == TIME_end ? (struct interval){whole.until - piece + 1, whole.until}
                               : (struct interval){whole.from + piece, whole.until - piece};
}

/* The whole that a part is of: an expression, or "the month", "l'anno": this one. */
static uint32_t read_whole(const struct time_reader *r, uint32_t i, bool close,
                           struct time_expression *t)
{
    uint32_t at = time_skip(r, i);
    uint32_t end = time_simple(r, at, t);
    enum time_word c = time_word_at(r, at);
    enum time_word unit = time_unit(c);
    if (end == at && unit != TIME_none && unit != TIME_day && !time_is_plural(c) &&
        (at > i || close)) {
        time_both(t, time_shifted(r, unit, 0));
        end = at + 1;
    }
    return end == at ? i : end;
}

/* "the end of August", "fine del mese", "late 2022", "fine anno", "inizio settembre". */
static uint32_t read_part(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word which = time_word_at(r, i);
    if (which != TIME_begin && which != TIME_end && which != TIME_middle) {
        return i;
    }
    uint32_t at = i + 1;
    if (time_unit(time_word_at(r, at)) == TIME_day && at + 1 < r->end &&
        r->d->tokens.p[at + 1].part == PART_PREP) {
        at++; /* nei primi giorni di ottobre */
    }
    bool close = slice_is(document_key(r->d, i, i + 1), "fine") ||
                 slice_is(document_key(r->d, i, i + 1), "inizio") ||
                 slice_is(document_key(r->d, i, i + 1), "meta");
    uint32_t end = read_whole(r, at, close, t);
    if (end == at) {
        return i;
    }
    t->past = part_of(t->past, which);
    t->later = part_of(t->later, which);
    return end;
}

static struct interval nth_part(struct interval whole, int n, int parts)
{
    int y = 0;
    int m = 0;
    int d = 0;
    calendar_parts(whole.from, &y, &m, &d);
    int32_t days = whole.until - whole.from + 1;
    if (days >= 365) {
        return calendar_months(y, (n - 1) * (12 / parts) + 1, 12 / parts);
    }
    if (parts == 2 && days >= 28 && days <= 31) {
        return n == 1 ? (struct interval){whole.from, whole.from + 14}
                      : (struct interval){whole.from + 15, whole.until};
    }
    int32_t piece = parts == 4 ? 7 : days / parts; /* the first week of a month */
    bool last = n >= parts;
    return (struct interval){last ? whole.until - piece + 1 : whole.from + (n - 1) * piece,
                             last ? whole.until : whole.from + n * piece - 1};
}

/* "the second half of the month", "il primo trimestre del 2024", "l'ultima settimana di marzo". */
static uint32_t read_ordinal(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    bool last = c == TIME_last;
    if (!last && (c < TIME_ordinal1 || c > TIME_ordinal4)) {
        return i;
    }
    enum time_word piece = time_word_at(r, i + 1);
    int parts = piece == TIME_half || piece == TIME_middle    ? 2
                : piece == TIME_quarter || piece == TIME_week ? 4
                                                              : 0;
    uint32_t at = time_skip(r, i + 2);
    int n = last ? parts : (int)c - TIME_ordinal1 + 1;
    if (parts == 0 || n > parts) {
        return i;
    }
    bool turned = at > i + 2;
    uint32_t end = read_whole(r, i + 2, false, t);
    if (end == i + 2 && (turned || last || piece == TIME_week || piece == TIME_middle)) {
        return i;
    }
    if (end == i + 2) {
        time_both(t, calendar_year(r->year)); /* nel primo trimestre */
    }
    if (t->past.from == DAY_NONE || t->past.until == DAY_NONE) {
        return i;
    }
    if (last && piece == TIME_week) {
        t->past.from = t->past.until - 6;
        t->later.from = t->later.until - 6;
        return end;
    }
    t->past = nth_part(t->past, n, parts);
    t->later = nth_part(t->later, n, parts);
    return end;
}

/* "earlier this month", "later this year": up to today, from today on. */
static uint32_t read_side(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    if ((c != TIME_earlier && c != TIME_later) || time_word_at(r, i + 1) != TIME_this) {
        return i;
    }
    uint32_t end = time_turned(r, i + 1, t);
    if (end == i + 1) {
        return i;
    }
    struct interval w = t->past;
    time_both(t, c == TIME_earlier ? (struct interval){w.from, r->today}
                                   : (struct interval){r->today, w.until});
    return end;
}

uint32_t time_point(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    static const time_read_fn READERS[] = {read_side, read_ordinal, time_unit_turned, read_part,
                                           time_simple};
    for (size_t k = 0; k < sizeof READERS / sizeof *READERS; k++) {
        uint32_t end = READERS[k](r, i, t);
        if (end != i) {
            return end;
        }
    }
    return i;
}
