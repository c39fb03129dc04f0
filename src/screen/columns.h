/*
 * columns - what the columns of a customer file, or the keys of its JSON objects, mean.
 *
 * Titles are compared without case, blanks, '_', '-' and '.'; beside the words of the table in
 * columns.c the names of FollowTheMoney's properties are understood.  `--map TITLE=WORD` says
 * what another column means; WORD is any word that a title could be.
 *
 * Everything lives in the caller's arena and does not change after columns_read().
 */
#ifndef SCREEN_COLUMNS_H
#define SCREEN_COLUMNS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/property.h"

enum column_use {
    COLUMN_UNKNOWN,  /* no word of ours: plays no part */
    COLUMN_UNUSED,   /* understood, and plays no part in screening */
    COLUMN_ID,       /* the customer's own id */
    COLUMN_SCHEMA,   /* what kind of party */
    COLUMN_PROPERTY, /* a value of `prop` */
    COLUMN_FALLBACK, /* a name only where no other column is one: "company" */
};

struct column {
    struct slice title; /* as the file has it */
    enum column_use use;
    enum property prop; /* with COLUMN_PROPERTY and COLUMN_FALLBACK */
};

struct columns {
    struct column *p;
    size_t n;
    bool named;  /* some column is a name, a part of one, or an identifier */
    bool person; /* a birth date, gender or first-name column exists */
};

/* What the user says with --map. */
struct column_map {
    struct slice title; /* of the file */
    struct column meaning;
};

/* Reads "TITLE=WORD".  ERR_USAGE when it is no such pair or the word has no meaning. */
MUST_USE int column_map_read(struct slice text, struct column_map *out, struct diag *diag);

/* The meaning of one title; maps come first. */
struct column column_meaning(struct slice title, const struct column_map *maps,
                             size_t map_count);

/* Reads a header row.  ERR_USAGE when a mapped column does not exist, ERR_FORMAT when nothing
 * in it says who is meant, ERR_MEMORY. */
MUST_USE int columns_read(struct columns *out, const struct slice *titles, size_t n,
                          const struct column_map *maps, size_t map_count, struct arena *arena,
                          struct diag *diag);

/* Is it a property whose values make a question: a name, a part of one, a date or place of
 * birth, a gender, country, address or identifier? */
bool property_is_asked(enum property p);
/* Is it one that only people have, so that a row without schema is a person? */
bool property_is_personal(enum property p);

#endif
