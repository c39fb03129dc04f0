#include "model/civil.h"

/* Days of 400, 100, 4 and 1 years. */
enum { DAYS_400 = 146097, DAYS_100 = 36524, DAYS_4 = 1461, DAYS_1 = 365 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int civil_month_length(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return DAYS[month - 1] + (month == 2 && is_leap(year));
}

bool civil_is_day(int year, int month, int day)
{
    return year >= 1 && year <= CIVIL_YEAR_MAX && month >= 1 && month <= 12 && day >= 1 &&
           day <= civil_month_length(year, month);
}

int32_t civil_day(int year, int month, int day)
{
    int y = year - 1;
    int32_t n = DAYS_1 * y + y / 4 - y / 100 + y / 400;
    for (int m = 1; m < month; m++) {
        n += civil_month_length(year, m);
    }
    return n + day - 1;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

void civil_parts(int32_t number, int *year, int *month, int *day)
{
    int rest = number;
    int y = 400 * (rest / DAYS_400) + 1;
    rest %= DAYS_400;
    int centuries = least(rest / DAYS_100, 3); /* the last day of 400 years: of the fourth */
    y += 100 * centuries;
    rest -= DAYS_100 * centuries;
    y += 4 * (rest / DAYS_4);
    rest %= DAYS_4;
    int single = least(rest / DAYS_1, 3);
    y += single;
    rest -= DAYS_1 * single;
    int m = 1;
    while (rest >= civil_month_length(y, m)) {
        rest -= civil_month_length(y, m);
        m++;
    }
    *year = y;
    *month = m;
    *day = rest + 1;
}
