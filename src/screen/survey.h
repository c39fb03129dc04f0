/*
 * survey - how many alerts a customer file gives, at every threshold at once.
 *
 * Each row is asked as `screen` asks it, with all that it says besides the name, at the lowest
 * threshold; since the search loses nothing, what a higher one would find is what scores so
 * much.  Equal names are counted apart: they score 0.950 or more by name alone, so that no
 * useful threshold is rid of them; birth dates, countries and numbers are.
 *
 * Nothing is kept of a row, and nothing said about one: `screen` does that.
 */
#ifndef SCREEN_SURVEY_H
#define SCREEN_SURVEY_H

#include "screen/customer.h"
#include "screen/rows.h"
#include "screen/tally.h"

struct survey_job {
    const struct index *index;
    struct customer_rules rules;
    struct rows_options rows;
    size_t crew;            /* threads */
    const atomic_int *stop; /* may be NULL */
    /* Rows done and bytes read, told by the calling thread; may be NULL. */
    void (*progress)(void *context, uint64_t rows, uint64_t read);
    void *context;
};

struct survey {
    uint64_t rows;          /* of the file */
    uint64_t errors;        /* of them, that could not be screened */
    struct tally customers; /* best score of every row that has a hit at all */
    struct tally equal;     /* best score by an equal name, of every row that has one */
    struct tally hits;      /* score of every hit, SEARCH_LIMIT_MAX of a row at most */
};

/* Like screen_run(): ERR_FORMAT and ERR_CUT for a file that is void, ERR_STOPPED … */
MUST_USE int survey_run(const struct survey_job *job, struct feed *feed, struct survey *out,
                        struct diag *diag);

#endif
