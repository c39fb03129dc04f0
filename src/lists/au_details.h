/*
 * au_details - what the prose of the Australian list says in a form that can be read.
 *
 * "Title: Mullah. Designation: a) Governor … Afghan passport number TR024417 issued …; IMO
 * number: 5676084".  A table of labels says what stands behind each.  Documents are taken only
 * when what stands there is a number; the whole text is kept as a note by the caller, so that
 * nothing is lost that is not understood here.
 */
#ifndef LISTS_AU_DETAILS_H
#define LISTS_AU_DETAILS_H

#include "lists/reading.h"

void au_put_details(struct reading *r, struct entity *e, struct slice text);

#endif
