/*
 * mapping - which column of a table is which property.
 *
 *     # customers we closed
 *     id         = Ref
 *     schema     = "Person"
 *     name       = Full name
 *     alias      = Other names split ";"
 *     birthDate  = DOB
 *     topics     = "sanction"
 *     address    = Street + Town + Land
 *
 * One line a property; the same property may stand on several lines.  "A + B" is the cells of
 * several columns with a blank between, in an id with a slash.  What is in quotes is a
 * constant, everything else the name of a column (case and blanks around it play no part).
 */
#ifndef LISTS_MAPPING_H
#define LISTS_MAPPING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"
#include "model/property.h"
#include "model/schema.h"

enum { MAPPING_COLUMNS_MAX = 6 }; /* that one value may be joined of */

enum mapping_target { MAP_ID, MAP_SCHEMA, MAP_PROPERTY };

struct mapping_rule {
    enum mapping_target target;
    enum property prop;  /* for MAP_PROPERTY */
    struct slice column; /* its name; empty for a constant */
    struct slice constant;
    char split; /* cells hold several values between these; 0: one value */
    /* Of the column, or of the columns that are joined; set by mapping_bind(). */
    size_t index[MAPPING_COLUMNS_MAX];
    size_t count;  /* of them; 0 for a constant */
    uint64_t line; /* in the mapping file; 0 when made from the header */
};

struct mapping {
    struct arena memory; /* holds the text of the rules */
    VEC(struct mapping_rule) rules;
};

void mapping_init(struct mapping *m);
void mapping_release(struct mapping *m);

/* Reads a mapping file.  ERR_FORMAT with its line. */
MUST_USE int mapping_load(struct mapping *m, const char *path, struct diag *diag);
/* The same from text. */
MUST_USE int mapping_parse(struct mapping *m, struct slice text, struct diag *diag);

/* A mapping from the header alone: columns called id, schema or like a property. */
MUST_USE int mapping_from_header(struct mapping *m, const struct slice *header, size_t n,
                                 struct diag *diag);

/* Finds the columns in the header and checks that there is an id and a name.  ERR_FORMAT. */
MUST_USE int mapping_bind(struct mapping *m, const struct slice *header, size_t n,
                          struct diag *diag);

#endif
