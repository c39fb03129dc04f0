/*
 * date - days, months, years and spans, each with the precision that the source gave.
 *
 * Normal form in text: "1984", "1984-01", "1984-01-08", "1984~" for circa, "1958/1963" for a
 * span of years, months or days.  Dates are proleptic Gregorian, years 1 to 9999.
 */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum date_precision { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_DAY };

struct date {
    int16_t year;        /* 1–9999 */
    uint8_t month;       /* 1–12, 0 when the precision is a year */
    uint8_t day;         /* 1–31, 0 when the precision is above a day */
    uint8_t precision;   /* enum date_precision */
    bool circa;          /* the source says "circa", "approximately" */
    int16_t until_year;  /* last year of a span; 0 when it is no span */
    uint8_t until_month; /* 0 unless the span ends in a month or day */
    uint8_t until_day;   /* 0 unless the span ends on a day */
};

/* Room for every normal form and its NUL. */
enum { DATE_TEXT = 32 };

/* Reads the forms that lists and customers use: ISO (with time behind, cut off), "08 Jan 1984",
 * "8 January 1984", "Jan 1984", "1984", "circa 1961", "approximately 1961", "1958 to 1963",
 * "between 1958 and 1963", "19840108", and, when `day_first` or when only one reading is
 * possible, "08/01/1984", "08.01.1984", "08-01-1984".  False when it is none of these or no
 * day of the calendar; *out is then untouched. */
bool date_parse(struct slice text, bool day_first, struct date *out);

/* The normal form into out; returns its length. */
size_t date_print(const struct date *d, char out[DATE_TEXT]);

/* Days since 1 January of year 1 of the first (last) day that the date may mean. */
int32_t date_first_day(const struct date *d);
int32_t date_last_day(const struct date *d);

#endif
