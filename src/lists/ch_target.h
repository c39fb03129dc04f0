/*
 * ch_target - one target of the Swiss list while it is read.
 *
 * The reader (ch_seco.c) knows where an element stands and calls ch_element_begin() with its
 * attributes and ch_element_end() with its text; here they become values of the party, of its
 * sanctions (one for each set of measures) and of its ties to other targets.
 */
#ifndef LISTS_CH_TARGET_H
#define LISTS_CH_TARGET_H

#include "lists/ch_name.h"
#include "lists/ch_seco.h"

enum ch_element {
    CH_UNKNOWN,
    CH_TARGET,
    CH_SET,
    CH_FOREIGN_ID,
    CH_PERSON,
    CH_ENTITY,
    CH_OBJECT,
    CH_CHANGE,
    CH_IDENTITY,
    CH_REASON,
    CH_INFORMATION,
    CH_ATTRIBUTE,
    CH_RELATION,
    CH_RELATION_NOTE,
    CH_NAME,
    CH_PART,
    CH_VALUE,
    CH_SPELLING,
    CH_DATE,
    CH_NATIONALITY,
    CH_COUNTRY,
    CH_BIRTH_PLACE,
    CH_ADDRESS,
    CH_ADDRESS_TEXT, /* any text of an address */
    CH_DOCUMENT,
    CH_DOCUMENT_TEXT,
    CH_DOCUMENT_DATE,
};

/* Where the texts of an address or a document go. */
enum ch_slot {
    CH_CARE_OF,
    CH_DETAILS,
    CH_BOX,
    CH_ZIP,
    CH_NOTE,
    CH_DOCUMENT_NUMBER,
    CH_ISSUER,
    CH_ISSUED,
    CH_EXPIRES,
    CH_SLOTS
};

/* A tie to another target; text in r.record. */
struct ch_relation {
    struct slice ssid, target, type, remark;
    struct ch_relation *next;
};

struct ch_target {
    struct reading r;
    struct listing l;
    struct ch_tables tables;
    size_t file;       /* which of the files is being read */
    bool skipped;      /* the target at work is not listed any more */
    struct slice ssid; /* text here and below is in r.record */
    struct ch_name name;
    struct ch_part *part;
    bool main_identity;
    struct slice place;    /* number of the place of the address at work */
    struct slice word;     /* attribute of the element at work: a type, a name, a code */
    struct slice language; /* of the spelling at work */
    struct slice slots[CH_SLOTS];
    struct ch_relation *relations;
    struct ch_relation **last_relation; /* where the next one is hung on */
    struct ch_relation *relation;       /* at work */
};

void ch_target_begin(struct ch_target *t, uint64_t line, const char *const *attributes);
MUST_USE int ch_target_end(struct ch_target *t, struct diag *diag);

void ch_element_begin(struct ch_target *t, enum ch_element e, enum ch_slot slot,
                      const char *const *attributes);
void ch_element_end(struct ch_target *t, enum ch_element e, enum ch_slot slot,
                    struct slice text);

#endif
