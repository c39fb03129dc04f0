/*
 * readers - the registry of all readers, and the declarations that it needs.
 */
#ifndef LISTS_READERS_H
#define LISTS_READERS_H

#include "lists/reader.h"

extern const struct list_reader OFAC_SDN_CSV;  /* ofac_csv.c */
extern const struct list_reader OFAC_CONS_CSV; /* ofac_csv.c */
extern const struct list_reader UN_SC_XML;     /* un_xml.c */
extern const struct list_reader FTM_LINES;     /* ftm.c */
extern const struct list_reader OWN_TABLE;     /* table.c */

/* The reader of a kind, or NULL. */
const struct list_reader *reader_find(const char *kind, size_t n);

#endif
