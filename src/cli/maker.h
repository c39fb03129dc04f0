/*
 * maker - by whom an answer was made: version, tables, index.
 */
#ifndef CLI_MAKER_H
#define CLI_MAKER_H

#include "screen/report.h"

/* `index` may be NULL: none was used. */
struct report_maker maker_of(const struct index *index);

#endif
