/*
 * output - bytes to standard output, without stdio.
 *
 * A reader that closes its end early (a pager, `head`) is no failure: from then on everything
 * is quietly dropped.  Any other failure to write is kept and told once by output_end().
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>

#include "base/buf.h"

struct output {
    int fd;      /* where to; not owned */
    int failure; /* the errno of the first failure, EPIPE for a reader that left; 0 */
};

/* How text for people may be dressed. */
struct terminal {
    bool is_terminal; /* standard output is one */
    bool colour;      /* and NO_COLOR is unset or empty */
};

void output_init(struct output *o);
struct terminal output_terminal(void);

/* Writes all; false when this or an earlier write failed: there is no use in going on. */
bool output_write(struct output *o, struct slice bytes);

/* Writes what the buffer holds and empties it. */
bool output_take(struct output *o, struct buf *b);

/* `status`, or EXIT_INPUT with a complaint when writing failed. */
int output_end(struct output *o, const char *command, int status);

#endif
