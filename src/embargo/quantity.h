/*
 * quantity - how many barrels a text speaks of.
 *
 * "500,000 barrels", "più di un milione di barili", "1,2 Millionen Barrel", "165 000 баррелей";
 * tonnes of oil count as eight barrels each.
 */
#ifndef EMBARGO_QUANTITY_H
#define EMBARGO_QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* False when no quantity of oil is named. */
bool quantity_barrels(struct slice text, uint64_t *out);

#endif
