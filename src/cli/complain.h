/*
 * complain - words on standard error, and the exit status that goes with them.
 *
 * One line a complaint: "vaglio search: what failed, where", then, where there is something to
 * do, a second line "  hint: what to do".  Control characters are shown as '?', so that no file
 * name or outside text speaks to the terminal.
 */
#ifndef CLI_COMPLAIN_H
#define CLI_COMPLAIN_H

#include "base/err.h"
#include "base/slice.h"

/* What the program says when it ends. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_FOUND = 1,     /* only with --exit-code */
    EXIT_USAGE = 2,     /* wrong use */
    EXIT_INPUT = 3,     /* an input could not be read as a whole */
    EXIT_STOPPED = 130, /* Ctrl-C */
};

/* "vaglio COMMAND: words"; `command` may be NULL.  Cut at a few kilobytes. */
void complain(const char *command, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* "  hint: words". */
void complain_hint(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* The words of a diag, a hint unless NULL, and the exit status of its code. */
int complain_diag(const char *command, const struct diag *diag, const char *hint);

/* Bytes as they are but for control characters. */
void complain_text(struct slice text);

#endif
