/*
 * index_choice - which index a command uses.
 *
 * --index, else $VAGLIO_INDEX, else lists.idx in the data folder: $VAGLIO_DATA, else
 * $XDG_DATA_HOME/vaglio, else ~/.local/share/vaglio.  An empty variable counts as unset.
 */
#ifndef CLI_INDEX_CHOICE_H
#define CLI_INDEX_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "index/index.h"

enum { INDEX_PATH_MAX = 4096 };

/* The path into out; `option` is the value of --index or NULL.  False when there is nothing to
 * derive it from (no HOME) or it is too long. */
bool index_choose(const char *option, char out[INDEX_PATH_MAX]);

/* What to do about an index that cannot be opened; NULL when there is no advice. */
const char *index_hint(enum err code);

/* Opens the chosen index.  On failure it has been told, with what to do, and the exit status
 * is returned; else 0. */
int index_open_chosen(const char *command, const char *option, struct index **out);

#endif
