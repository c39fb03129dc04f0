#include "embargo/embargo.h"

#include <stdio.h>

#include "model/civil.h"
#include "model/date.h"

size_t day_print(int32_t day, char out[DAY_TEXT])
{
    out[0] = '\0';
    if (day < 0 || day > CIVIL_DAY_MAX) {
        return 0;
    }
    int year, month, in_month;
    civil_parts(day, &year, &month, &in_month);
    int n = snprintf(out, DAY_TEXT, "%04d-%02d-%02d", year, month, in_month);
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
