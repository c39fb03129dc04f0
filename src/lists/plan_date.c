/*
 * plan_date - dates in names of files and folders.
 */
#include "lists/plan.h"

#include "model/date.h"

static bool digits(struct slice s, size_t from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (from + i >= s.n || !ascii_is_digit(s.p[from + i])) {
            return false;
        }
    }
    return true;
}

static bool separates(char c)
{
    return c == '-' || c == '_' || c == '.';
}

/* Puts year, month and day (both digits; "01" for a month) into out when the calendar has the
 * day and the year is one of lists. */
static bool take(const char *year, const char *month, const char *day, char out[LIST_DATE_TEXT])
{
    char text[] = {year[0],  year[1], year[2], year[3], '-', month[0],
                   month[1], '-',     day[0],  day[1],  '\0'};
    struct date date;
    bool plausible = (year[0] == '1' && year[1] == '9') || (year[0] == '2' && year[1] == '0');
    if (!plausible || !date_parse((struct slice){text, 10}, true, &date)) {
        return false;
    }
    memcpy(out, text, sizeof text);
    return true;
}

/* A date that begins at `i`, where four digits stand. */
static bool date_at(struct slice s, size_t i, char out[LIST_DATE_TEXT])
{
    const char *p = s.p + i;
    if (digits(s, i + 4, 4) && !digits(s, i + 8, 1)) {
        return take(p, p + 4, p + 6, out);
    }
    if (i + 4 >= s.n || !separates(p[4]) || !digits(s, i + 5, 2) || digits(s, i + 7, 1)) {
        return false;
    }
    if (i + 7 < s.n && p[7] == p[4] && digits(s, i + 8, 2) && !digits(s, i + 10, 1)) {
        return take(p, p + 5, p + 8, out);
    }
    return take(p, p + 5, "01", out);
}

bool plan_date_in_name(struct slice name, char out[LIST_DATE_TEXT])
{
    for (size_t i = 0; i + 4 <= name.n; i++) {
        bool begins = i == 0 || !ascii_is_digit(name.p[i - 1]);
        if (begins && digits(name, i, 4) && date_at(name, i, out)) {
            return true;
        }
    }
    return false;
}
