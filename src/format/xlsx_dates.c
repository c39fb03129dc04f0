#include "format/xlsx_dates.h"

#include <stdio.h>

#include "base/num.h"
#include "model/civil.h"

enum { SERIAL_MAX = 2958465 }; /* 9999-12-31 */

bool xlsx_is_date_format(struct slice code)
{
    char closing = 0;
    for (size_t i = 0; i < code.n; i++) {
        char c = code.p[i];
        if (closing) {
            closing = c == closing ? 0 : closing;
        } else if (c == '"') {
            closing = '"';
        } else if (c == '[') {
            closing = ']';
        } else if (c == '\\' || c == '_' || c == '*') {
            i++;
        } else if (ascii_lower(c) == 'y' || ascii_lower(c) == 'd') {
            return true;
        }
    }
    return false;
}

bool xlsx_is_date_format_number(uint64_t format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
           format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

bool xlsx_serial_date(struct slice number, int32_t shift, char out[11])
{
    enum { NO_SUCH_DAY = 60 }; /* 1900-02-29, which Excel believes in */
    uint64_t serial;
    size_t point = slice_find(number, 0, ".");
    for (size_t i = point + 1; i < number.n; i++) {
        if (!ascii_is_digit(number.p[i])) {
            return false;
        }
    }
    if (!parse_u64(slice_cut(number, 0, point), &serial) || serial > SERIAL_MAX) {
        return false;
    }
    int64_t days = (int64_t)serial + shift;
    if (days < 1 || days == NO_SUCH_DAY || days > SERIAL_MAX) {
        return false;
    }
    int32_t epoch = civil_day(1899, 12, 30);
    int year, month, day;
    civil_parts(epoch + (int32_t)(days < NO_SUCH_DAY ? days + 1 : days), &year, &month, &day);
    (void)snprintf(out, 11, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
                   (unsigned)day % 100);
    return true;
}
