/*
 * xlsx_dates - which numbers of a workbook are days, and which days they are.
 *
 * A workbook stores a day as a number and says only by the format of the cell that it is one.
 */
#ifndef FORMAT_XLSX_DATES_H
#define FORMAT_XLSX_DATES_H

#include <stdint.h>

#include "base/slice.h"

enum { XLSX_SHIFT_1904 = 1462 }; /* days between the epochs of 1900 and of 1904 */

/* Is it a format of days ("dd/mm/yyyy;@")?  What is quoted, escaped or in brackets says
 * nothing. */
bool xlsx_is_date_format(struct slice code);

/* The same for the formats that every workbook has, East Asian ones among them. */
bool xlsx_is_date_format_number(uint64_t format);

/* The day of a serial number ("41988", "41988.5") as YYYY-MM-DD; false when it is none.
 * `shift` is 0, or XLSX_SHIFT_1904. */
bool xlsx_serial_date(struct slice number, int32_t shift, char out[11]);

#endif
