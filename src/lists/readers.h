/*
 * readers - the registry of all readers, and the declarations that it needs.
 */
#ifndef LISTS_READERS_H
#define LISTS_READERS_H

#include "lists/reader.h"

extern const struct list_reader OFAC_SDN_CSV;  /* ofac_csv.c */
extern const struct list_reader OFAC_CONS_CSV; /* ofac_csv.c */
extern const struct list_reader OFAC_SDN;      /* ofac_forms.c: CSV and every other form */
extern const struct list_reader OFAC_CONS;     /* ofac_forms.c */
extern const struct list_reader UN_SC_XML;     /* un_xml.c */
extern const struct list_reader EU_FSF;        /* eu_fsf.c */
extern const struct list_reader UK_SANCTIONS;  /* uk_xml.c */
extern const struct list_reader CH_SECO;       /* ch_seco.c */
extern const struct list_reader AMMITTO_CH;    /* ammitto.c, as the next two */
extern const struct list_reader AMMITTO_AU;
extern const struct list_reader AMMITTO_CA;
extern const struct list_reader CA_SEMA;       /* ca_sema.c */
extern const struct list_reader AU_DFAT;       /* au_dfat.c */
extern const struct list_reader US_CSL;        /* us_csl.c */
extern const struct list_reader US_DPL;        /* us_dpl.c */
extern const struct list_reader UN_VESSELS;    /* un_vessels.c */
extern const struct list_reader ICC_WARRANTS;  /* icc.c */
extern const struct list_reader SENZING_LINES; /* senzing.c */
extern const struct list_reader FTM_LINES;     /* ftm.c */
extern const struct list_reader OWN_TABLE;     /* table.c */

/* The reader of a kind, or NULL. */
const struct list_reader *reader_find(const char *kind, size_t n);

#endif
