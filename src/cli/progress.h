/*
 * progress - one line on a terminal that says how far long work has come.
 *
 * "reading us_ofac_sdn   45 %  12 MB/s  3 s left", rewritten in place a few times a second on
 * standard error and erased at the end.  When standard error is no terminal nothing is
 * written.  The clock is asked for this line alone.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool on;        /* standard error is a terminal */
    bool shown;     /* there is a line to erase */
    char what[96];  /* "reading us_ofac_sdn" */
    uint64_t total; /* of the work, in any unit; 0: unknown */
    bool bytes;     /* the unit is bytes: the rate is shown */
    uint64_t begun; /* nanoseconds of a steady clock */
    uint64_t told;  /* when the line was last written */
};

void progress_init(struct progress *p);

/* Begins work of `total` units. */
void progress_begin(struct progress *p, uint64_t total, bool bytes);
/* What is being done now; the clock of the work runs on. */
void progress_name(struct progress *p, const char *verb, const char *what);
/* So much of it is done; writes at most five times a second. */
void progress_set(struct progress *p, uint64_t done);
/* Erases the line. */
void progress_end(struct progress *p);

#endif
