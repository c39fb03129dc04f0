/*
 * commands - the commands that this program holds, one file each.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stdatomic.h>

#include "cli/options.h"

extern const struct command COMMAND_SEARCH;
extern const struct command COMMAND_SCREEN;
extern const struct command COMMAND_COMPARE;
extern const struct command COMMAND_NAMES;
extern const struct command COMMAND_THRESHOLDS;
extern const struct command COMMAND_READ;
extern const struct command COMMAND_INFO;
extern const struct command COMMAND_TRADE;
extern const struct command COMMAND_VERIFY;
extern const struct command COMMAND_DUMP;
extern const struct command COMMAND_LISTS;
extern const struct command COMMAND_MERGES;

/* Becomes 1 at the first Ctrl-C (or SIGTERM) after commands_catch_stop(); a second one ends the
 * program at once. */
extern atomic_int commands_stop;
void commands_catch_stop(void);

/* Parses, or prints the help and says so: −1 to go on, else the exit status.  A wrong number
 * of arguments is told. */
int command_begin(const struct command *c, void *values, int argc, char **argv, size_t least,
                  size_t most, size_t *count);

#endif
