/*
 * ofac_remarks - the remarks column of OFAC's lists, taken apart.
 *
 * Remarks are segments between semicolons: "DOB 08 Jan 1984; nationality Korea, North; a.k.a.
 * 'X'; Linked To: Y.".  A table of labels (ofac_labels.c) says what becomes of a segment; what
 * begins with no label is a position when it reads like one, else a note.  Nothing is dropped:
 * a segment that cannot be read as its label promises is kept as a note.
 */
#ifndef LISTS_OFAC_REMARKS_H
#define LISTS_OFAC_REMARKS_H

#include "lists/reading.h"

/* A wallet that the remarks name; becomes an entity of its own. */
struct ofac_wallet {
    struct slice currency; /* "XBT" */
    struct slice address;
    struct ofac_wallet *next;
};

/* A party that this one is tied to, by the main name that OFAC writes. */
struct ofac_tie {
    struct slice name;
    struct slice segment; /* the whole segment, kept as a note when nobody has the name */
    struct ofac_tie *next;
};

/* One record at work.  Everything lives in r->record. */
struct ofac_draft {
    struct reading *r;
    struct entity party;
    struct entity sanction;
    struct ofac_wallet *wallets; /* in the order of the remarks */
    struct ofac_wallet **wallets_end;
    struct ofac_tie *ties;
    struct ofac_tie **ties_end;
};

/* Readies a draft whose entities the caller has initialised. */
void ofac_draft_begin(struct ofac_draft *d, struct reading *r);

/* Takes the remarks apart into the draft. */
void ofac_read_remarks(struct ofac_draft *d, struct slice remarks);

/* What a label makes of the text behind it. */
enum ofac_use {
    OFAC_TEXT,      /* a value of `prop` as it stands */
    OFAC_DOCUMENT,  /* a number, its country in parentheses, dates behind it */
    OFAC_REGISTER,  /* the same; registrationNumber of a firm, idNumber of a person */
    OFAC_TAX,       /* the same; innCode when Russian and its check digits hold */
    OFAC_VESSEL_ID, /* an IMO number when it is one, else a registration number */
    OFAC_PLACE,     /* of birth */
    OFAC_ALIAS,     /* a name in quotes: a weak one */
    OFAC_WALLET,    /* currency and address */
    OFAC_TIE,       /* the main name of another party */
    OFAC_RULE,      /* the whole segment is about the sanction */
    OFAC_RULE_DATE, /* "(EO 14024 Directive 3): 24 Feb 2022", a date of the sanction */
    OFAC_NOTE       /* the whole segment is a note */
};

struct ofac_label {
    const char *text; /* how the segment begins, a blank or the end behind it */
    enum ofac_use use;
    enum property prop; /* where the use asks for one */
};

/* What a number behind a label is of a party of that schema: innCode and ogrnCode when it is
 * Russian (`country` is a code, or empty) and its check digits hold. */
enum property ofac_number_property(const struct ofac_label *label, enum schema schema,
                                   struct slice country, struct slice number);

/* All labels; ends with a row without text. */
extern const struct ofac_label OFAC_LABELS[];

#endif
