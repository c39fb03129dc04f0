/*
 * build_choices - the options of `vaglio build`: parsing and help are made of one table.
 */
#ifndef CLI_BUILD_CHOICES_H
#define CLI_BUILD_CHOICES_H

#include "cli/options.h"

struct build_choices {
    const char *output; /* NULL, as all texts here: not given */
    const char *memory; /* as it was written */
    const char *report;
    const char *mapping;
    const char *join;
    const char *decisions;
    uint64_t threads; /* 0: one for each processor */
    bool skip_bad_lists;
    bool allow_shrink;
    bool json;
};

/* Its options write into a struct build_choices. */
extern const struct command BUILD_COMMAND;

#endif
