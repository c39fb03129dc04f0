/*
 * customer - one row of a customer file, or the options of a search, turned into a question.
 *
 *     customer_begin(&c, &rules, &arena);
 *     customer_add(&c, PROP_NAME, name, SLICE("name"));   … in any order
 *     customer_finish(&c, &question)
 *
 * Names given in parts are put together.  A value that cannot be read is left out with a
 * warning, and the question is asked without it: only a row that names nobody, or names them
 * in a way that cannot be compared, fails.  An IMO number that stands in a name is taken as
 * the identifier that it is.
 *
 * Without a schema a party is a person when it has a birth date, gender or first name (or its
 * file has such a column: rules), else a person or an organisation.
 *
 * Texts are borrowed from the caller; what is made lives in the arena.  Warnings never repeat
 * a value: they may end in logs.
 */
#ifndef SCREEN_CUSTOMER_H
#define SCREEN_CUSTOMER_H

#include "base/arena.h"
#include "index/search.h"
#include "screen/columns.h"

enum {
    CUSTOMER_NAME_MAX = 4096,
    CUSTOMER_MESSAGE = 240,
    CUSTOMER_PARTS = PROP_NAME_SUFFIX - PROP_FIRST_NAME + 1
};

/* How 03/04/1984 is read.  Each row is read alone, so that what one row says never changes the
 * answer to another: unless the user says which, either reading counts. */
enum date_order { DATES_EITHER, DATES_DAY_FIRST, DATES_MONTH_FIRST };

/* A value given for all rows that have none of its kind. */
struct customer_default {
    enum property prop;
    struct slice text;
};

enum { CUSTOMER_DEFAULTS_MAX = 8 };

/* What holds for every row. */
struct customer_rules {
    enum schema schema; /* of rows without one; SCHEMA_NONE: see above */
    bool any_schema;    /* rows without one mean vessels, aircraft and wallets too */
    bool person;        /* the file has a column that only people have */
    enum date_order dates;
    struct customer_default defaults[CUSTOMER_DEFAULTS_MAX];
    size_t default_count;
    const struct slice *datasets; /* as in struct question */
    size_t dataset_count;
    const struct slice *excluded;
    size_t excluded_count;
};

/* A value that was left out or looks wrong. */
struct customer_warning {
    const char *code;    /* "birth_date", "country", "check_digit" …; static */
    const char *text;    /* for a person; static */
    struct slice column; /* where it stood */
};

struct customer_list {
    struct slice *p;
    size_t n, room;
};

struct customer {
    struct arena *arena;
    const struct customer_rules *rules;
    struct slice id; /* the customer's own; may be empty */

    struct customer_list names;         /* full names and aliases */
    struct slice main_name;             /* the first of property "name" */
    struct slice parts[CUSTOMER_PARTS]; /* first values of PROP_FIRST_NAME … NAME_SUFFIX */
    struct customer_list countries;     /* codes */
    struct customer_list places;
    struct customer_list addresses;
    struct slice gender;
    enum schema schema;
    bool any_schema;
    bool person; /* something was given that only people have */

    struct date *dates;
    size_t date_count, date_room;
    struct identifier *identifiers;
    size_t identifier_count, identifier_room;
    struct customer_warning *warnings;
    size_t warning_count, warning_room;

    const char *error;              /* code of the first error, or NULL; static */
    char message[CUSTOMER_MESSAGE]; /* and its words */
};

void customer_begin(struct customer *c, const struct customer_rules *rules,
                    struct arena *arena);

/* A value; `column` is what warnings call its place.  Values of properties that play no part
 * and empty ones are dropped. */
void customer_add(struct customer *c, enum property prop, struct slice text,
                  struct slice column);
void customer_add_schema(struct customer *c, struct slice text, struct slice column);

/* A number of which nobody said what it is: passport, tax, IMO, wallet … */
void customer_add_number(struct customer *c, struct slice text, struct slice column);

/* A value with the meaning of its column. */
void customer_add_column(struct customer *c, const struct column *column, struct slice text);

/* The question; false when there is an error (then c->error says which). */
bool customer_finish(struct customer *c, struct question *out);

/* Notes an error unless there is one. */
void customer_fail(struct customer *c, const char *code, const char *fmt, ...)
    PRINTF_LIKE(3, 4);
/* The text, or as much of it as a name may be long, up to a whole character. */
struct slice customer_name_cut(struct slice text);
void customer_warn(struct customer *c, const char *code, const char *text, struct slice column);

#endif
