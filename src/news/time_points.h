/*
 * time_points - one expression of time: a day, a month, a season, a part of a year.
 *
 * What an expression means may hang on its clause: "in September" is the last one that has
 * begun, or the next one that has not ended.  So each has a past and a later reading; they are
 * the same where the words leave nothing open.
 */
#ifndef NEWS_TIME_POINTS_H
#define NEWS_TIME_POINTS_H

#include "news/time_words.h"

/* Reads an expression at token i into *t; returns the token behind it, or i when none is there.
 * Of *t only the two readings are written. */
uint32_t time_point(const struct time_reader *r, uint32_t i, struct time_expression *t);

/* The same for a range: "from X to Y", "dal 3 al 5 ottobre", "October 3-5", "2026-2028". */
uint32_t time_range(const struct time_reader *r, uint32_t i, struct time_expression *t);

/* Is nothing left to the clause?  Has an interval both ends? */
static inline bool time_is_fixed(const struct time_expression *t)
{
    return t->past.from == t->later.from && t->past.until == t->later.until;
}

static inline bool time_is_closed(struct interval w)
{
    return w.from != DAY_NONE && w.until != DAY_NONE;
}

/* "18/10/2022", "2023-08-31", cut into one token or several. */
bool time_numeric_day(const struct time_reader *r, uint32_t i, int32_t *day, uint32_t *end);

/* "5 September [2023]", "Sept. 5[, 2023]", "il primo ottobre"; *year is 0 when none is said. */
bool time_day_month(const struct time_reader *r, uint32_t i, int *day, int *month, int *year,
                    uint32_t *end);

/* ---- between time_points.c and time_parts.c ---- */

typedef uint32_t (*time_read_fn)(const struct time_reader *r, uint32_t i,
                                 struct time_expression *t);

/* An expression that is no part of another; the same with last, next or this before or behind a
 * unit. */
uint32_t time_simple(const struct time_reader *r, uint32_t i, struct time_expression *t);
uint32_t time_turned(const struct time_reader *r, uint32_t i, struct time_expression *t);
uint32_t time_unit_turned(const struct time_reader *r, uint32_t i, struct time_expression *t);

/* Both readings are this one. */
void time_both(struct time_expression *t, struct interval when);

#endif
