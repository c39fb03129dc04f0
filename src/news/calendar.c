#include "news/calendar.h"

#include "model/civil.h"

enum { YEAR_MAX = 9998 };

int calendar_month_length(int year, int month)
{
    return civil_month_length(year, month);
}

int32_t calendar_day(int year, int month, int day)
{
    year = year < 1 ? 1 : year > YEAR_MAX ? YEAR_MAX : year;
    int length = calendar_month_length(year, month);
    return civil_day(year, month, day < 1 ? 1 : day > length ? length : day);
}

struct interval calendar_months(int year, int month, int count)
{
    int last = month - 1 + count - 1;
    int end_year = year + last / 12;
    return (struct interval){calendar_day(year, month, 1),
                             calendar_day(end_year, last % 12 + 1, 31)};
}

struct interval calendar_year(int year)
{
    return calendar_months(year, 1, 12);
}

struct interval calendar_season(int year, enum calendar_season season)
{
    int32_t begins = calendar_day(year, 3 + 3 * (int)season, season == SPRING ? 20 : 21);
    switch (season) {
    case SPRING:
        return (struct interval){begins, calendar_day(year, 6, 20)};
    case SUMMER:
        return (struct interval){begins, calendar_day(year, 9, 21)};
    case AUTUMN:
        return (struct interval){begins + 1, calendar_day(year, 12, 21)};
    default:
        return (struct interval){begins + 1, calendar_day(year + 1, 3, 19)};
    }
}

void calendar_parts(int32_t day, int *year, int *month, int *in_month)
{
    int32_t last = calendar_day(YEAR_MAX, 12, 31);
    civil_parts(day < 0 ? 0 : day > last ? last : day, year, month, in_month);
}

int calendar_weekday(int32_t day)
{
    int32_t monday = calendar_day(2024, 1, 1);
    int32_t w = (day - monday) % 7;
    return (w < 0 ? w + 7 : w) + 1;
}

int32_t calendar_add_months(int32_t day, int months)
{
    int y = 0;
    int m = 0;
    int d = 0;
    calendar_parts(day, &y, &m, &d);
    int at = y * 12 + m - 1 + months;
    return at < 12 ? 0 : calendar_day(at / 12, at % 12 + 1, d);
}
