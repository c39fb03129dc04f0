/*
 * ofac_period - periods of days in the words of OFAC.
 */
#include <stdio.h>
#include <string.h>

#include "lists/ofac_common.h"
#include "lists/values.h"
#include "model/date.h"

static const struct slice NOTHING = {NULL, 0};

struct day {
    int year, month, day;
};

static bool read_day(struct slice text, struct day *out)
{
    struct date d;
    if (!date_parse(text, true, &d) || d.precision != DATE_DAY || d.until_year) {
        return false;
    }
    *out = (struct day){d.year, d.month, d.day};
    return true;
}

/* Is it the last day of its month? */
static bool ends_month(const struct day *d)
{
    char next[40];
    struct date unused;
    (void)snprintf(next, sizeof next, "%04d-%02d-%02d", d->year, d->month, d->day + 1);
    return !date_parse(slice_of(next), true, &unused);
}

static const char *const MONTHS[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
enum { DAY_ROOM = 32 };

static void print_day(const struct day *d, enum date_precision precision, char out[DAY_ROOM])
{
    const char *month = MONTHS[d->month - 1];
    if (precision == DATE_YEAR) {
        (void)snprintf(out, DAY_ROOM, "%04d", d->year);
    } else if (precision == DATE_MONTH) {
        (void)snprintf(out, DAY_ROOM, "%s %04d", month, d->year);
    } else {
        (void)snprintf(out, DAY_ROOM, "%02d %s %04d", d->day, month, d->year);
    }
}

struct slice ofac_period(struct reading *r, struct slice first, struct slice last, bool circa)
{
    struct day from;
    struct day until;
    char from_text[DAY_ROOM];
    char until_text[DAY_ROOM];
    if (!read_day(first, &from) || !read_day(last.n ? last : first, &until)) {
        return NOTHING;
    }
    enum date_precision precision = DATE_DAY;
    if (from.day == 1 && ends_month(&until)) {
        precision = from.month == 1 && until.month == 12 ? DATE_YEAR : DATE_MONTH;
    }
    print_day(&from, precision, from_text);
    print_day(&until, precision, until_text);
    bool span = strcmp(from_text, until_text) != 0;
    struct slice pieces[4] = {circa ? SLICE("circa") : NOTHING, slice_of(from_text),
                              span ? SLICE("to") : NOTHING,
                              span ? slice_of(until_text) : NOTHING};
    return value_join(r, pieces, 4, " ");
}
