#include "embargo/embargo.h"

#include <stdio.h>

#include "model/date.h"

/* Days of 400, 100, 4 and 1 years. */
enum { DAYS_400 = 146097, DAYS_100 = 36524, DAYS_4 = 1461, DAYS_1 = 365, DAY_MOST = 3652058 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return DAYS[month - 1] + (month == 2 && is_leap(year));
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

size_t day_print(int32_t day, char out[DAY_TEXT])
{
    out[0] = '\0';
    if (day < 0 || day > DAY_MOST) {
        return 0;
    }
    int rest = day;
    int year = 400 * (rest / DAYS_400) + 1;
    rest %= DAYS_400;
    int centuries =
        least(rest / DAYS_100, 3); /* the last day of 400 years belongs to the fourth */
    year += 100 * centuries;
    rest -= DAYS_100 * centuries;
    year += 4 * (rest / DAYS_4);
    rest %= DAYS_4;
    int single = least(rest / DAYS_1, 3);
    year += single;
    rest -= DAYS_1 * single;
    int month = 1;
    while (rest >= days_of_month(year, month)) {
        rest -= days_of_month(year, month);
        month++;
    }
    int n = snprintf(out, DAY_TEXT, "%04d-%02d-%02d", year, month, rest + 1);
    return n > 0 ? (size_t)n : 0;
}

bool day_parse(struct slice text, int32_t *out)
{
    struct date d;
    if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-') {
        return false;
    }
    for (size_t i = 0; i < text.n; i++) {
        if (i != 4 && i != 7 && !ascii_is_digit(text.p[i])) {
            return false;
        }
    }
    if (!date_parse(text, false, &d) || d.precision != DATE_DAY || d.until_year) {
        return false;
    }
    *out = date_first_day(&d);
    return true;
}
