/*
 * ofac_entity - one entity of the Enhanced form, element by element.
 *
 *   entity id
 *     generalInfo / entityType, title, remarks
 *     sanctionsLists, sanctionsPrograms, sanctionsTypes, legalAuthorities
 *     names / name / translations / translation           one for each script
 *       nameParts / namePart / type, value
 *     addresses / address / translations / translation / addressParts / addressPart
 *     features / feature / type, value, valueDate
 *     identityDocuments / identityDocument / type, documentNumber, issueDate …
 *     relationships / relationship / type, relatedEntity
 *
 * The text of an element goes, by its own name and its parent's, into a slot of the group at
 * work; at the end of a group its slots become a name, an address, a fact.
  */
#ifndef LISTS_OFAC_ENTITY_H
#define LISTS_OFAC_ENTITY_H

#include "format/xml.h"
#include "lists/ofac_common.h"

enum entity_slot {
    /* the record */
    SLOT_IGNORED,
    SLOT_ENTITY_TYPE,
    SLOT_TITLE,
    SLOT_REMARKS,
    RECORD_SLOTS,
    /* a name or address, until its end */
    SLOT_ALIAS_TYPE = RECORD_SLOTS,
    SLOT_LOW_QUALITY,
    SLOT_NAME_PRIMARY,
    SLOT_ADDRESS_COUNTRY,
    OUTER_SLOTS,
    /* a translation of it */
    SLOT_PRIMARY = OUTER_SLOTS,
    SLOT_SCRIPT,
    SLOT_WHOLE,
    SLOT_FORMATTED_LAST,
    SLOT_FORMATTED_FIRST,
    TRANSLATION_SLOTS,
    /* any other group */
    SLOT_TYPE = TRANSLATION_SLOTS,
    SLOT_VALUE,
    SLOT_COMMENT,
    SLOT_COUNTRY,
    SLOT_PLACE,
    SLOT_AUTHORITY,
    SLOT_VALID,
    SLOT_QUALITY,
    SLOT_RELATED,   /* attribute entityId */
    SLOT_PUBLISHED, /* attribute datePublished */
    SLOT_DATE_BEGIN,
    SLOT_DATE_END,
    SLOT_DATE_CIRCA,
    SLOT_ISSUED,
    SLOT_EXPIRES,
    SLOT_PERIOD,
    ENTITY_SLOTS
};

/* An address in one script. */
struct translated {
    struct ofac_address address;
    struct translated *next;
};

struct entity_reader {
    struct reading *r; /* borrowed */
    struct ofac_record rec;
    struct slice slots[ENTITY_SLOTS]; /* of the groups at work, in r->record */
    struct slice parts[OFAC_PARTS];
    struct ofac_address address;  /* of the translation at work */
    struct translated *addresses; /* of the address at work */
    struct translated **last_address;
    struct ofac_name **first_name; /* where the names of the name at work begin */
};

/* Begins an entity at that line. */
void entity_begin(struct entity_reader *u, struct reading *r, uint64_t line,
                  struct slice number);
/* At the begin of an element in it. */
void entity_attributes(struct entity_reader *u, struct slice element,
                       const char *const *attributes);
/* At the end of an element in it; false when the element is not known. */
bool entity_put(struct entity_reader *u, const struct xml_place *at, struct slice element,
                struct slice text);
/* At its end: completes u->rec. */
void entity_end(struct entity_reader *u);

#endif
