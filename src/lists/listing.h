/*
 * listing - one record of a list while it is read: the party, the sanctions upon it, its names.
 *
 * For lists that say of a party under which regimes it stands: each regime is a Sanction of its
 * own, asked for by a key (the programme's short form) and made when it is new.  Names are kept
 * until the record ends, because which of them is the main name shows only then: the first that
 * the list calls so, else the best of those that it has.  A name that comes twice is one value
 * with both notes (languages), or none when one of the two had none.
 *
 *     listing_begin(&l, &reading, line);
 *     … value_put(l.r, &l.party, …), listing_name(&l, …), listing_sanction(&l, key) …
 *     TRY(listing_end(&l, &AUTHORITY, number, diag));
 *     if (l.taken) { … links … }
 *
 * All text lives in the arena of the record.  Trouble is kept in the reading.
 */
#ifndef LISTS_LISTING_H
#define LISTS_LISTING_H

#include "format/xml.h"
#include "lists/values.h"

enum { LISTING_SANCTIONS_MAX = 64 };

/* Who publishes the list. */
struct listing_authority {
    const char *prefix;  /* of record ids: "eu:" */
    const char *name;    /* "European Union" */
    const char *country; /* code, or NULL */
};

struct listed_name {
    struct slice text;
    struct slice note; /* languages, quality; or empty */
    uint64_t hash;     /* of the text */
    enum property prop;
    int rank;                 /* how well it serves as main name; higher is better */
    struct listed_name *next; /* in the order of the list */
};

struct listed_sanction {
    struct slice key; /* "" when the list has one regime a record */
    struct entity entity;
};

struct listing {
    struct reading *r; /* borrowed */
    struct entity party;
    struct listed_sanction sanctions[LISTING_SANCTIONS_MAX];
    size_t sanction_count;
    struct listed_name *names;
    struct listed_name **last_name; /* where the next one is hung on */
    size_t name_count;              /* at most ENTITY_VALUES_MAX */
    bool taken;                     /* set by listing_end(): it was handed out */
};

/* Begins a record at that line.  The party is a LegalEntity until its schema is set. */
void listing_begin(struct listing *l, struct reading *r, uint64_t line);

/* The record holds more than is accepted: listing_end() will refuse it. */
void listing_overflow(struct listing *l);

/* The sanction under a key; never NULL (trouble past LISTING_SANCTIONS_MAX). */
struct entity *listing_sanction(struct listing *l, struct slice key);
/* A value for the party and for that sanction. */
void listing_put_both(struct listing *l, struct entity *sanction, enum property prop,
                      struct slice text);
/* A value for every sanction there is. */
void listing_put_sanctions(struct listing *l, enum property prop, struct slice text,
                           struct slice note);

/* A name: PROP_NAME when the list says that it is the main one, else as what kind. */
void listing_name(struct listing *l, enum property prop, struct slice text, struct slice note,
                  int rank);

/* The end of a record: refused without number or name, else handed out as `prefix` + number
 * with its sanctions. */
MUST_USE int listing_end(struct listing *l, const struct listing_authority *authority,
                         struct slice number, struct diag *diag);

/* ---- helpers of such readers ---- */

/* Without ASCII blanks and no-break spaces at both ends. */
struct slice listing_trim(struct slice s);

/* Several values that people numbered within one text, "(a) Mullah, (b) Maulavi" or "(1) X (2)
 * Y", each by itself; other texts as they are. */
void listing_put_numbered(struct reading *r, struct entity *e, enum property prop,
                          struct slice text);

/* What the list says with a true value: "true", "yes", "1". */
bool listing_is_yes(struct slice text);

/* A reference of the Security Council: "QDi.335", "TAe.010". */
bool listing_is_un_reference(struct slice text);

enum listing_pass { LISTING_FIRST_PASS, LISTING_LAST_PASS };

/* Reads the snapshot's first file as XML; its hash counts in the last pass. */
MUST_USE int listing_read_xml(struct reading *r, const struct xml_handler *handler,
                              enum listing_pass pass, struct diag *diag);

/* The same of another file of the snapshot. */
MUST_USE int listing_read_xml_file(struct reading *r, const char *path,
                                   const struct xml_handler *handler, enum listing_pass pass,
                                   struct diag *diag);

/* Reads the snapshot's first file as CSV: opens it and calls `rows`. */
MUST_USE int listing_read_csv(struct reading *r, char delimiter,
                              int (*rows)(void *context, struct csv *csv, struct diag *diag),
                              void *context, struct diag *diag);

/* Can the row be used?  Else it is remarked as refused, alone, and *taken is false.  ERR_CUT
 * when the file ends within it. */
MUST_USE int listing_check_row(struct reading *r, const struct csv_record *row, size_t columns,
                               bool *taken, struct diag *diag);

/* The day that stands behind the first `mark`, as list date. */
bool listing_date_behind(struct slice head, const char *mark, char out[LIST_DATE_TEXT]);

#endif
