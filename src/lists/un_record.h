/*
 * un_record - one record of the Security Council's list while it is read.
 *
 * The reader (un_xml.c) knows where an element stands; here its text goes into a slot of the
 * record or of the group at work, and at the end of a group its slots become values of the
 * party (un_record.c).
 */
#ifndef LISTS_UN_RECORD_H
#define LISTS_UN_RECORD_H

#include "format/xml.h"
#include "lists/reading.h"

enum un_slot {
    /* the record */
    UN_IGNORED,
    UN_NAME_1,
    UN_NAME_2,
    UN_NAME_3,
    UN_NAME_4,
    UN_ORIGINAL,
    UN_LIST,
    UN_REFERENCE,
    UN_LISTED_ON,
    UN_GENDER,
    UN_COMMENTS,
    UN_SUBMITTED_BY,
    UN_RECORD_SLOTS,
    /* a group */
    UN_QUALITY = UN_RECORD_SLOTS,
    UN_ALIAS,
    UN_NOTE,
    UN_STREET,
    UN_CITY,
    UN_STATE,
    UN_ZIP,
    UN_COUNTRY,
    UN_DATE_KIND,
    UN_DATE,
    UN_YEAR,
    UN_FROM_YEAR,
    UN_TO_YEAR,
    UN_DOCUMENT,
    UN_DOCUMENT_2,
    UN_NUMBER,
    UN_ISSUER,
    UN_ISSUED_IN,
    UN_ISSUED_AT,
    UN_ISSUED_ON,
    UN_SLOTS
};

struct un {
    struct reading r;
    bool person;
    struct entity party;
    struct entity sanction;
    struct slice slots[UN_SLOTS]; /* of the record and of the group at work, in r.record */
};

/* Is it an element with fields of its own, that may come several times? */
bool un_is_group(struct slice element);

/* The text of a plain field of the record ("" as group) or of a group. */
void un_put_in_slot(struct un *u, struct xml_place *at, struct slice group,
                    struct slice element, struct slice text);
/* A VALUE below one of the lists; false when `list` is none. */
bool un_put_list_value(struct un *u, struct slice list, struct slice text);

/* Makes values of the slots of a group. */
void un_end_group(struct un *u, struct slice element);

/* Empties slots. */
void un_clear_slots(struct un *u, size_t from, size_t to);

#endif
