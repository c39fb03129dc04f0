/*
 * ofac_forms - the forms in which OFAC publishes its two lists.
 *
 *   CSV (ofac_csv.c)             sdn.csv with add.csv, alt.csv, sdn_comments.csv; cons_…
 *   classic XML (ofac_xml.c)     sdn.xml, consolidated.xml
 *   Advanced (ofac_advanced.c)   sdn_advanced.xml, cons_advanced.xml
 *   Enhanced (ofac_enhanced.c)   SDN_ENHANCED.ZIP, CONS_ENHANCED.ZIP
 *   delta (ofac_delta.c)         2025-01-13_delta.xml: what one publication changed
 *
 * OFAC_SDN and OFAC_CONS (readers.h) know a file by its content as one of them and hand the
 * snapshot to the reader of its form.  A delta has a role of its own: lying beside a list of
 * its kind it belongs to that list's snapshot, as alt.csv does.
 */
#ifndef LISTS_OFAC_FORMS_H
#define LISTS_OFAC_FORMS_H

#include "lists/ofac_common.h"

#define OFAC_MAIN_ROLE "sdn" /* of any form, as in CSV */
#define OFAC_DELTA_ROLE "delta"

/* Which of the two lists a snapshot is. */
enum ofac_list ofac_list_of(const struct snapshot *snap);

/* Reads the main file of the snapshot, and in CSV those beside it; a delta is left alone. */
MUST_USE int ofac_read_main(struct snapshot *snap, const struct list_sink *sink,
                            struct diag *diag);

/* The list date that the file says, into `out`, which is left as it is when it says none. */
bool ofac_date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT]);
MUST_USE int ofac_date_of_file(const char *path, char out[LIST_DATE_TEXT], struct diag *diag);

/* The readers of the forms; each reads the first file of the snapshot. */
MUST_USE int ofac_xml_read(struct snapshot *snap, const struct list_sink *sink,
                           struct diag *diag);
MUST_USE int ofac_advanced_read(struct snapshot *snap, const struct list_sink *sink,
                                struct diag *diag);
MUST_USE int ofac_enhanced_read(struct snapshot *snap, const struct list_sink *sink,
                                struct diag *diag);

#endif
