/*
 * ofac_rows - what a row of OFAC's CSV is: the columns of the main file, and how the first row of
 * a file shows which of the files it is.
 */
#ifndef LISTS_OFAC_ROWS_H
#define LISTS_OFAC_ROWS_H

#include "lists/reader.h"

enum ofac_column {
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_TYPE,
    COLUMN_PROGRAMS,
    COLUMN_TITLE,
    COLUMN_CALL_SIGN,
    COLUMN_VESSEL_TYPE,
    COLUMN_TONNAGE,
    COLUMN_GROSS_TONNAGE,
    COLUMN_FLAG,
    COLUMN_OWNER,
    COLUMN_REMARKS,
    COLUMNS
};

/* The role of a file ("sdn", "add", "alt", "comments") in the SDN list or in the other ones,
 * which its name tells; NULL when it is none of them. */
const char *ofac_rows_of_sdn(const struct list_probe *probe);
const char *ofac_rows_of_cons(const struct list_probe *probe);

#endif
