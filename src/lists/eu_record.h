/*
 * eu_record - one party of the EU's consolidated list of financial sanctions (FSF).
 *
 * The list is published in two forms that say the same: in XML the facts are attributes of
 * elements (nameAlias/@wholeName), in CSV columns (NameAlias_WholeName).  EU_FIELDS has both
 * spellings of every fact.  A reader puts the facts of one group (a name, an address, a
 * document …) into slots and closes the group, which turns them into values; then the next.
 */
#ifndef LISTS_EU_RECORD_H
#define LISTS_EU_RECORD_H

#include "lists/listing.h"

enum eu_group {
    EU_ENTITY,
    EU_SUBJECT,
    EU_REGULATION,
    EU_NAME,
    EU_CITIZENSHIP,
    EU_BIRTH,
    EU_ADDRESS,
    EU_CONTACT,
    EU_DOCUMENT,
    EU_GROUPS,
    EU_NO_GROUP = EU_GROUPS
};

enum eu_slot {
    EU_IGNORED, /* known and not taken */
    EU_REFERENCE,
    EU_LOGICAL_ID,
    EU_UN_ID,
    EU_DESIGNATED_ON,
    EU_DESIGNATION,
    EU_CODE,  /* person, enterprise; kind of a document */
    EU_CLASS, /* P, E */
    EU_ACT_TYPE,
    EU_ORGANISATION,
    EU_PUBLISHED_ON,
    EU_IN_FORCE_ON,
    EU_ACT,
    EU_PROGRAMME,
    EU_URL,
    EU_FIRST,
    EU_MIDDLE,
    EU_LAST,
    EU_WHOLE,
    EU_LANGUAGE,
    EU_GENDER,
    EU_TITLE,
    EU_FUNCTION,
    EU_STRONG,
    EU_STREET,
    EU_PO_BOX,
    EU_PLACE,
    EU_CITY,
    EU_ZIP,
    EU_REGION,
    EU_COUNTRY,
    EU_COUNTRY_NAME,
    EU_AT_LISTING,
    EU_DATE,
    EU_DAY,
    EU_MONTH,
    EU_YEAR,
    EU_FROM_YEAR,
    EU_TO_YEAR,
    EU_CIRCA,
    EU_CALENDAR,
    EU_NUMBER,
    EU_LATIN_NUMBER,
    EU_KIND, /* of a document, in words */
    EU_NAME_ON_IT,
    EU_ISSUED_BY,
    EU_ISSUED_ON,
    EU_VALID_FROM,
    EU_VALID_TO,
    EU_DIPLOMATIC,
    EU_EXPIRED,
    EU_FALSE,
    EU_LOST,
    EU_REVOKED,
    EU_KEY,
    EU_VALUE,
    EU_REMARK,
    EU_SLOTS
};

struct eu_field {
    enum eu_group group;
    enum eu_slot slot;
    const char *attribute; /* in XML, or NULL */
    const char *column;    /* in CSV, or NULL */
};

/* Sorted by group. */
extern const struct eu_field EU_FIELDS[];
extern const size_t EU_FIELD_COUNT;

struct eu_record {
    struct reading r;
    struct listing listing;
    struct slice slots[EU_SLOTS]; /* of the group at work, in r.record */
    /* of the record, in r.record */
    struct slice reference;
    struct slice un_id;
    struct slice designation;
    struct slice designated_on;
};

void eu_begin(struct eu_record *eu, uint64_t line);
void eu_open_group(struct eu_record *eu);
/* A second value for a slot (remarks) is joined to the first. */
void eu_put(struct eu_record *eu, enum eu_slot slot, struct slice text);
void eu_close_group(struct eu_record *eu, enum eu_group group);
MUST_USE int eu_end(struct eu_record *eu, struct diag *diag);

/* Reads the CSV form. */
MUST_USE int eu_read_csv(struct eu_record *eu, struct diag *diag);
/* Is it the header of the CSV form? */
bool eu_is_csv(struct slice head);
/* The list date in the first row. */
bool eu_csv_date(struct slice head, char out[LIST_DATE_TEXT]);

#endif
