/*
 * ofac_advanced - what the two passes over the Advanced form share.
 *
 * The form points at everything by number: words stand in ReferenceValueSets, places,
 * documents, relations and listings in tables before and behind the parties.  The first pass
 * (ofac_tables.c) puts these tables on a shelf; the last one (ofac_advanced.c) reads the
 * parties and takes from the shelf what they point at.
 *
 * Rows on the shelf, by table and number:
 *
 *   each element of ReferenceValueSets   ID           its text; for PartySubType also PartyTypeID,
 *                                                     for Country also ISO2, for AreaCode its
 *                                                     description
 *   Location                             ID           enum location_field
 *   Document                             IdentityID   enum document_field
 *   Relation                             From-Profile enum relation_field
 *   Entry                                ProfileID    enum entry_field
 */
#ifndef LISTS_OFAC_ADVANCED_H
#define LISTS_OFAC_ADVANCED_H

#include "format/xml.h"
#include "lists/listing.h"
#include "lists/ofac_forms.h"
#include "lists/ofac_shelf.h"

enum location_field {
    LOCATION_STREET_1,
    LOCATION_STREET_2,
    LOCATION_STREET_3,
    LOCATION_CITY,
    LOCATION_STATE,
    LOCATION_POSTAL,
    LOCATION_REGION,
    LOCATION_COUNTRY,
    LOCATION_UNKNOWN, /* a part without a kind: the country of a passport or nationality */
    LOCATION_FIELDS
};

enum document_field {
    DOCUMENT_TYPE,
    DOCUMENT_NUMBER,
    DOCUMENT_COUNTRY,
    DOCUMENT_PLACE, /* number of a location */
    DOCUMENT_ISSUED,
    DOCUMENT_EXPIRES,
    DOCUMENT_COMMENT,
    DOCUMENT_FIELDS
};

enum relation_field {
    RELATION_TO,
    RELATION_TYPE,
    RELATION_QUALITY,
    RELATION_FORMER, /* "true", or empty */
    RELATION_FIELDS
};

enum entry_field {
    ENTRY_KIND, /* "list", "basis", "program", "type", "event", "note" */
    ENTRY_TEXT,
    ENTRY_DATE,
    ENTRY_FIELDS
};

/* A DatePeriod or Date at work. */
struct advanced_period {
    unsigned point[3];   /* year, month, day of the point at work; 0 while unknown */
    char days[2][2][16]; /* "YYYY-MM-DD" of Start and End, From and To; "" while unknown */
    bool circa;
};

struct advanced;

/* What is done at the begin and end of an element; either may be NULL. */
struct advanced_rule {
    size_t depth;        /* the root's is 1; 0 ends a table of rules */
    const char *element; /* NULL is any */
    void (*begin)(struct advanced *a, const char *const *attributes);
    void (*end)(struct advanced *a, struct slice text);
};

/* One row of a table at work in the first pass. */
struct advanced_row {
    struct slice number;                  /* that it is found by */
    struct slice fields[LOCATION_FIELDS]; /* the widest table */
    struct slice
        others[LOCATION_FIELDS]; /* parts of a location that are not the primary ones */
    struct slice part;           /* the kind of part, date or event at work */
    bool primary;
};

/* A part of a name whose kind is said behind all names. */
struct advanced_piece {
    struct slice group;
    struct slice text;
    struct ofac_name *name;
    struct advanced_piece *next;
};

/* The feature at work in the last pass. */
struct advanced_feature {
    struct slice type;
    struct slice comment;
    struct slice reliability;
    struct slice reference; /* of the detail at work, resolved */
    bool used;              /* a detail or a place has made a fact of it */
};

struct advanced {
    struct reading r;
    struct shelf shelf;
    enum listing_pass pass;
    const struct advanced_rule
        *rules;           /* of the section at work; NULL: left to the other pass */
    struct slice element; /* the name of the element at work */
    struct advanced_period period;
    struct advanced_row row;
    /* the last pass */
    struct ofac_record rec;
    bool in_party; /* the element at work stands in a DistinctParty: rec was begun */
    struct slice identity;
    bool false_identity;
    enum ofac_name_kind kind; /* of the alias at work */
    bool weak;
    struct ofac_name *name;
    struct slice group;
    struct map groups; /* number → enum ofac_part */
    struct advanced_piece *pieces, **last_piece;
    struct advanced_feature feature;
};

/* The rules of the first pass for a section ("Locations"); NULL when it is not one of the
 * tables. */
const struct advanced_rule *advanced_table_rules(struct slice section);

/* The word for a number, or the empty slice. */
struct slice advanced_word(const struct advanced *a, const char *table,
                           const char *const *attributes, const char *attribute);

/* Elements of dates, wherever they stand; false when the element is none. */
bool advanced_period_begin(struct advanced *a, struct slice element,
                           const char *const *attributes);
bool advanced_period_end(struct advanced *a, const struct xml_place *at, struct slice element,
                         struct slice text);
void advanced_period_clear(struct advanced *a);
/* The words of the period, or the empty slice; in the arena of the record. */
struct slice advanced_period_words(struct advanced *a);

#endif
