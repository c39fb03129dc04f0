/*
 * senzing_fields - the attributes of Senzing's generic entity specification, as far as a party
 * is known by them.
 *
 * An attribute belongs to a family; those of one family in one JSON object make one value
 * together (an address of several lines, a number with its country).  A word in front of the
 * attribute ("HOME_ADDR_LINE1", "PRIMARY_NAME_LAST") says which of several of a flat record it
 * is.
 */
#ifndef LISTS_SENZING_FIELDS_H
#define LISTS_SENZING_FIELDS_H

#include "lists/reading.h"

enum senzing_family {
    SENZING_NAME,
    SENZING_ADDRESS,
    SENZING_DOCUMENT, /* number, country and type; which property: the number's attribute */
    SENZING_LINK,
    SENZING_VALUE, /* a value by itself */
    SENZING_KNOWN  /* read elsewhere, or says nothing of a party */
};

/* What a part of a family is. */
enum senzing_part {
    PART_FULL, /* the whole name or address, a number, a value */
    PART_ORG,
    PART_FIRST,
    PART_MIDDLE,
    PART_LAST,
    PART_PREFIX,
    PART_SUFFIX,
    PART_TYPE,
    PART_LINE_1,
    PART_LINE_2,
    PART_LINE_3,
    PART_LINE_4,
    PART_LINE_5,
    PART_LINE_6,
    PART_CITY,
    PART_STATE,
    PART_POSTAL_CODE,
    PART_COUNTRY,
    PART_ANCHOR_DOMAIN,
    PART_ANCHOR_KEY,
    PART_POINTER_DOMAIN,
    PART_POINTER_KEY,
    PART_POINTER_ROLE,
    PARTS
};

struct senzing_field {
    const char *attribute;
    enum senzing_family family;
    enum senzing_part part;
    enum property prop; /* of a document's number, or a value */
};

/* The field of a key; *usage is what stands in front of the attribute ("HOME"), or empty.  NULL
 * when it is none. */
const struct senzing_field *senzing_field_find(struct slice key, struct slice *usage);

#endif
