/*
 * civil - days as numbers: the one arithmetic of the calendar.
 *
 * A day is counted from 1 January of year 1, which is 0; the calendar is proleptic Gregorian, its
 * years are 1 to CIVIL_YEAR_MAX.  Days outside are the caller's fault, where nothing else is said.
 */
#ifndef MODEL_CIVIL_H
#define MODEL_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CIVIL_YEAR_MAX = 9999,
    CIVIL_DAY_MAX = 3652058 /* 31 December 9999 */
};

/* Days of a month, 1 to 12. */
int civil_month_length(int year, int month);

/* Is it a day of the calendar?  Any numbers may be asked. */
bool civil_is_day(int year, int month, int day);

int32_t civil_day(int year, int month, int day);

/* Year, month and day of a number from 0 to CIVIL_DAY_MAX. */
void civil_parts(int32_t number, int *year, int *month, int *day);

#endif
