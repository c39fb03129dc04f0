/*
 * record_order - which of a party's record ids is its id.
 *
 * The first one in the order un, ofac, eu, uk, ch, ca, au, csl, dpl, unv, icc, others; among ids
 * of one list, by bytes.
 */
#ifndef MERGE_RECORD_ORDER_H
#define MERGE_RECORD_ORDER_H

#include "base/slice.h"

/* <0, 0, >0, as slice_cmp(). */
int record_order(struct slice a, struct slice b);

#endif
