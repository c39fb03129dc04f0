/*
 * uk_record - one designation of the UK sanctions list.
 *
 * The list is published in XML, where each fact is an element (AddressLine1), and in CSV, where
 * it is a column ("Address Line 1").  UK_FIELDS has both spellings.  A field is a value by
 * itself, or a part of a group (a name, an address, a passport …), which becomes a value when it
 * is closed.
 *
 * Parents, subsidiaries and owners stand in the list as names, and other designations in its
 * reasons by their number.  Where these are of this list they become links, which are handed
 * out at the end: uk_ties_end().
 */
#ifndef LISTS_UK_RECORD_H
#define LISTS_UK_RECORD_H

#include "base/map.h"
#include "base/vec.h"
#include "lists/listing.h"

enum uk_group {
    UK_DIRECT, /* a value by itself */
    UK_NAME,
    UK_ORIGINAL, /* a name in its own script */
    UK_ADDRESS,
    UK_BIRTH_PLACE,
    UK_PASSPORT,
    UK_IDENTITY,
    UK_GROUPS
};

enum uk_slot {
    UK_NAME_1,
    UK_NAME_2,
    UK_NAME_3,
    UK_NAME_4,
    UK_NAME_5,
    UK_NAME_6,
    UK_NAME_TYPE,
    UK_STRENGTH,
    UK_SCRIPT_NAME,
    UK_SCRIPT,
    UK_SCRIPT_LANGUAGE,
    UK_LINE_1,
    UK_LINE_2,
    UK_LINE_3,
    UK_LINE_4,
    UK_LINE_5,
    UK_LINE_6,
    UK_POSTAL_CODE,
    UK_ADDRESS_COUNTRY,
    UK_TOWN,
    UK_BIRTH_COUNTRY,
    UK_PASSPORT_NUMBER,
    UK_PASSPORT_NOTE,
    UK_IDENTITY_NUMBER,
    UK_IDENTITY_NOTE,
    UK_SLOTS
};

/* What a field that stands by itself becomes. */
enum uk_kind {
    UK_VALUE,      /* a value of the party */
    UK_NUMBERED,   /* several values, "(1) X (2) Y" */
    UK_DESIGNATED, /* the day of the designation */
    UK_BOTH,       /* a value of the party and of the sanction */
    UK_ID,         /* the number of the record */
    UK_UN_ID,      /* the reference of the Security Council */
    UK_OFSI_ID,    /* the number in the former list of the Treasury */
    UK_SCHEMA,     /* individual, entity, ship */
    UK_SOURCE,     /* who designated: UK|UN */
    UK_IMPOSED,    /* measures in words, with '|' between */
    UK_MEASURE,    /* a measure that is imposed when the field is true */
    UK_REGISTER,   /* a number of a register, which may say of which */
    UK_LABELLED,   /* a note, with a label in front */
    UK_TIE,        /* the name of another party */
    UK_PROSE,      /* of the party; may speak of other designations */
    UK_REASONS,    /* the same, of the sanction */
    UK_IN_GROUP    /* a slot of a group */
};

/* What a tie says of the party. */
enum uk_tie_kind { UK_PARENT, UK_SUBSIDIARY, UK_OWNER, UK_FORMER_OWNER, UK_NAMED };

struct uk_field {
    const char *element; /* in XML, or NULL */
    const char *column;  /* in CSV, or NULL */
    enum uk_kind kind;
    int what;          /* enum property, uk_slot, uk_tie_kind or measure, by kind */
    const char *words; /* label */
};

extern const struct uk_field UK_FIELDS[];
extern const size_t UK_FIELD_COUNT;

/* One name, kept until it is known whether the party is a person. */
struct uk_name_parts {
    struct slice parts[6];
    struct uk_name_parts *next;
};

struct uk_tie {
    struct slice party; /* its record id, in r.kept as all text here */
    struct slice other; /* name or number */
    enum uk_tie_kind kind;
    uint64_t line;
};

struct uk_ties {
    struct map names;      /* folded names and numbers → position in `ids` */
    VEC(struct slice) ids; /* empty when several parties share the name */
    VEC(struct uk_tie) ties;
    size_t record_start; /* the first tie of the record at work */
};

struct uk_record {
    struct reading r;
    struct listing listing;
    struct slice slots[UK_SLOTS]; /* of the groups at work, in r.record */
    struct slice number;          /* of the record, in r.record */
    struct uk_name_parts *parts;
    struct uk_name_parts **last_parts;
    struct slice imo;  /* the IMO number in the prose, in r.record */
    bool several_imos; /* the prose has more than one */
    struct uk_ties ties;
};

void uk_init(struct uk_record *uk, struct snapshot *snap, const struct list_sink *sink);
void uk_release(struct uk_record *uk);

void uk_begin(struct uk_record *uk, uint64_t line);
/* The text of a field.  A slot that is filled closes its group first. */
void uk_take(struct uk_record *uk, const struct uk_field *field, struct slice text);
/* Closes all groups that have anything. */
void uk_close_groups(struct uk_record *uk);
MUST_USE int uk_end(struct uk_record *uk, struct diag *diag);

/* A tie of the record at work. */
void uk_tie(struct uk_record *uk, enum uk_tie_kind kind, struct slice other);
/* What reasons and other information say in their own words: the numbers of other
 * designations ("RUS0251"), and a ship's own number ("IMO 9288899"). */
void uk_read_prose(struct uk_record *uk, struct slice text);
/* The record was handed out, or not. */
MUST_USE int uk_ties_settle(struct uk_record *uk, struct diag *diag);
/* Hands out the links to parties of this list. */
MUST_USE int uk_ties_end(struct uk_record *uk, struct diag *diag);

/* Reads the CSV form. */
MUST_USE int uk_read_csv(struct uk_record *uk, struct diag *diag);
bool uk_is_csv(struct slice head);

#endif
