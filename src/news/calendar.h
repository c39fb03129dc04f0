/*
 * calendar - days as numbers, and the months, weeks, seasons and quarters they lie in.
 *
 * A day is what date_first_day() counts.  Years outside 1 … 9998 are drawn to these ends, so
 * that no text makes a day that cannot be printed.  Seasons are those of the northern half,
 * between equinox and solstice as they fall in most years.
 */
#ifndef NEWS_CALENDAR_H
#define NEWS_CALENDAR_H

#include "news/document.h"

/* Any day of the calendar; a day past the month's end is its last one. */
int32_t calendar_day(int year, int month, int day);

int calendar_month_length(int year, int month);

/* `count` whole months from this one on; months past December run into the next year. */
struct interval calendar_months(int year, int month, int count);

struct interval calendar_year(int year);

enum calendar_season { SPRING, SUMMER, AUTUMN, WINTER };
/* The season that begins in this year. */
struct interval calendar_season(int year, enum calendar_season season);

/* Year, month and day of a day number. */
void calendar_parts(int32_t day, int *year, int *month, int *in_month);

/* Monday is 1. */
int calendar_weekday(int32_t day);

/* The same day of another month, or that month's last. */
int32_t calendar_add_months(int32_t day, int months);

#endif
