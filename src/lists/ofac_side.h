/*
 * ofac_side - the files that lie beside OFAC's main file: addresses, aliases, further remarks.
 *
 * Their rows name their party by number and may come in any order, so that they are held in
 * memory (about 12 MB for the whole SDN list) while the main file is streamed.  Rows that no
 * party asked for are orphans.
 */
#ifndef LISTS_OFAC_SIDE_H
#define LISTS_OFAC_SIDE_H

#include "lists/reading.h"

enum ofac_side_kind { OFAC_ADDRESS, OFAC_ALTERNATE, OFAC_COMMENT };

struct ofac_side_row {
    enum ofac_side_kind kind;
    bool used;              /* a party has asked for it */
    struct slice party;     /* number of the party */
    struct slice fields[4]; /* address: street, place, country, remarks; alias: type, name,
                             * remarks; comment: the text.  In the arena of the reading */
    const char *file;
    uint64_t line;
    uint32_t next; /* next row of the party, or MAP_NONE */
};

struct ofac_side {
    VEC(struct ofac_side_row) rows;
    struct map first;   /* party number → its first row */
    VEC(uint32_t) last; /* last row of the party, by position of its first row */
};

void ofac_side_init(struct ofac_side *s);
void ofac_side_release(struct ofac_side *s);

/* Reads one file.  Bad rows are remarked; a cut file is ERR_CUT. */
MUST_USE int ofac_side_read(struct ofac_side *s, struct reading *r, enum ofac_side_kind kind,
                            const char *path, struct diag *diag);

/* The first row of a party, and the next one; NULL at the end. */
struct ofac_side_row *ofac_side_first(struct ofac_side *s, struct slice party);
struct ofac_side_row *ofac_side_next(struct ofac_side *s, const struct ofac_side_row *row);

/* Remarks every row that nobody used. */
void ofac_side_orphans(const struct ofac_side *s, struct reading *r);

/* ERR_CUT when the last record of a file of OFAC does not end as records do: no end mark, no
 * line end, and fields or quotes missing. */
MUST_USE int ofac_check_end(const struct csv_record *last, size_t fields, struct diag *diag);

#endif
