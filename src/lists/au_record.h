/*
 * au_record - what the rows of the Australian list say of one party.
 *
 * A party has one row for its main name and one for each other name; they repeat what is said of
 * the party, now and then with a difference, so that all of them are read.
 */
#ifndef LISTS_AU_RECORD_H
#define LISTS_AU_RECORD_H

#include "lists/listing.h"

enum au_column {
    /* those that the list cannot be read without */
    AU_REFERENCE,
    AU_NAME,
    AU_NAME_TYPE,
    AU_NEEDED,
    AU_TYPE = AU_NEEDED,
    AU_STRENGTH,
    /* what is said of the party */
    AU_BIRTH_DATE,
    AU_BIRTH_PLACE,
    AU_CITIZENSHIP,
    AU_ADDRESS,
    AU_INFORMATION,
    AU_LISTING,
    AU_IMO,
    AU_COMMITTEES,
    AU_CONTROL_DATE,
    AU_INSTRUMENT,
    /* measures, in the newer form of the list */
    AU_FREEZE,
    AU_TRAVEL,
    AU_ARMS,
    AU_MARITIME,
    AU_COLUMNS
};

/* By enum au_column. */
extern const char *const AU_TITLES[AU_COLUMNS];

struct au_row {
    struct slice cells[AU_COLUMNS];
    uint64_t line;
    struct au_row *next; /* of the same number */
};

enum au_form { AU_FORM_OLD, AU_FORM_WITH_MEASURES };

bool au_is_primary(const struct au_row *row);

/* Fills the party of a listing that has begun, its names and its sanction. */
void au_put_rows(struct listing *l, enum au_form form, const struct au_row *first);

#endif
