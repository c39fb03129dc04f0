/*
 * typing - a name as somebody writes it who makes one mistake at the keyboard.
 *
 * A letter is left out, doubled, exchanged with the next, or (Latin letters) replaced by a
 * neighbour on the keyboard.  Which letter and which mistake follows from a seed alone.  Only
 * words of three letters or more, of scripts that are typed letter by letter: another Han
 * character or Hangul syllable is not a slip but another name.
 */
#ifndef SCREEN_TYPING_H
#define SCREEN_TYPING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* The name with a mistake, in the arena; false when it has no such word, or no memory is left
 * (arena_failed). */
bool typing_error(struct slice name, uint64_t seed, struct arena *arena, struct slice *out);

#endif
