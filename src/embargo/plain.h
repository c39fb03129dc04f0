/*
 * plain - words as they are compared here.
 *
 * Lower case, without marks, letters and digits only, one blank between words: "Dell’Artiglieria"
 * is "dell artiglieria", "Су-35" is "су 35".  Simpler than text/fold.h: the tables of this room
 * are folded by the same function when they are read, so that only equality counts.
 */
#ifndef EMBARGO_PLAIN_H
#define EMBARGO_PLAIN_H

#include "base/arena.h"
#include "base/slice.h"

enum { PLAIN_MAX = 4096, PLAIN_WORDS_MAX = 512 };

/* A word of a folded text. */
struct plain_word {
    size_t at, end;  /* in `text` */
    size_t from, to; /* where it stood in the original */
};

struct plain {
    struct slice text;        /* in the arena */
    struct plain_word *words; /* in the arena */
    size_t n;
};

/* Folds; what lies beyond PLAIN_MAX bytes or PLAIN_WORDS_MAX words, or behind a byte that is no
 * UTF-8, is left out.  False without memory. */
bool plain_fold(struct arena *arena, struct slice raw, struct plain *out);

#endif
