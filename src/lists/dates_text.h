/*
 * dates_text - dates as people typed them into a cell: several, with words around them.
 *
 * "a) Approximately 1955- 1958 b) 1945", "11/08/1960; alt DOB: 1961", "circa 1979 (from false
 * passport)".  Each date that can be read becomes a value, with its precision, as circa or as a
 * span.  What stands around them, or cannot be read, is kept as a note; nothing is dropped.
 */
#ifndef LISTS_DATES_TEXT_H
#define LISTS_DATES_TEXT_H

#include "lists/reading.h"

/* All dates of the text, day before month.  `label` begins the notes: "Date of birth". */
void dates_put(struct reading *r, struct entity *e, enum property prop, const char *label,
               struct slice text);

/* One date as Americans write it, month before day: "06/19/2003"; other forms as usual. */
void dates_put_month_first(struct reading *r, struct entity *e, enum property prop,
                           struct slice text);

/* The first whole day that stands in a sentence ("Listed on 6 Jan. 2012 (amended …)") and is not
 * the day of a later listing ("Relisted on", "amended"); false when there is none. */
bool dates_find_day(struct reading *r, struct slice text, struct slice *day);

#endif
