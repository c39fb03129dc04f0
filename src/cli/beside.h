/*
 * beside - the programs beside vaglio: vaglio-build and others.
 *
 * They lie in the folder of this program, or, once installed, in ../libexec/vaglio from there.
 */
#ifndef CLI_BESIDE_H
#define CLI_BESIDE_H

#include <stdbool.h>

struct beside {
    const char *name;    /* the command */
    const char *program; /* the file */
    const char *summary; /* one line for the list of commands */
};

/* Ends with a row without a name. */
extern const struct beside BESIDE[];

/* Is its file there? */
bool beside_is_installed(const struct beside *b);

/* Becomes that program, with argv[0] replaced.  Returns only on failure, which has been told:
 * the exit status. */
int beside_run(const struct beside *b, char **argv);

#endif
