/*
 * when - layer 6: expressions of time to intervals of days.
 *
 * Everything is worked out against the publication day; without one nothing is dated.  A month
 * or weekday without a year is the last one in a clause about the past and the next one in a
 * clause about the future, so that an expression has two readings until its clause is known.
 */
#ifndef NEWS_WHEN_H
#define NEWS_WHEN_H

#include "news/document.h"

/* The publication day out of a dateline or a text such as "2023-08-31"; false when there is none.
 * *no_year: a day and a month stand there, but no year. */
bool when_day(const struct document *d, uint32_t first, uint32_t end, int32_t *day,
              bool *no_year);

/* Fills d->times; needs the words, and comes before the chunks, which it keeps from taking "end" and
 * "inizio" for verbs. */
void when_read(struct document *d);

/* The interval said between two tokens; false when none is.  An open end stays DAY_NONE. */
bool when_of(const struct document *d, uint32_t first, uint32_t end, bool future,
             struct interval *out);

/* The interval that a predicate's own clause says: behind it before what stands ahead of it, and
 * never what dates another noun ("the October summit"). */
bool when_predicate(const struct document *d, const struct sentence *s, uint32_t chunk,
                    bool future, struct interval *out);

/* The expression itself; its index in d->times, or NONE32. */
uint32_t when_expression(const struct document *d, const struct sentence *s, uint32_t chunk);

/* The end of the expression that begins at a token, or NONE32. */
uint32_t when_begins(const struct document *d, uint32_t token);

/* Does a token belong to an expression of time? */
bool when_covers(const struct document *d, uint32_t token);

#endif
