/*
 * csl_ids - the column of identifiers of the US Consolidated Screening List.
 *
 *   "IT, 2026-07-11, 2016-07-12, YA9636063, Passport; Male, Gender; IMO 8898831, Vessel …"
 *
 * Each piece ends with OFAC's label; before it stand a country, a date of expiry and one of
 * issue, where they are known, and the value.  The labels are those of OFAC's remarks
 * (ofac_labels.c).  What no label takes is a note.
 */
#ifndef LISTS_CSL_IDS_H
#define LISTS_CSL_IDS_H

#include "lists/reading.h"

void csl_put_ids(struct reading *r, struct entity *party, struct entity *sanction,
                 struct slice text);

/* Cuts *rest at the next "; " (or its end). */
struct slice csl_next(struct slice *rest);

#endif
