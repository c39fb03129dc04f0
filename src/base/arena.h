/*
 * arena - memory for one unit of work, given back all at once.
 *
 * One arena serves one query, one list record or one build step.  Nothing in it is freed
 * alone; arena_reset() empties it and keeps the memory for the next unit of work.
 *
 * An arena has a limit.  Past it, or when the system has no memory, arena_alloc() returns NULL
 * and the arena stays marked until the next reset: code may allocate on and ask once at the
 * end with arena_failed().
 *
 * The storage of `struct arena` is the caller's.  An arena belongs to one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct arena_block;

struct arena {
    struct arena_block *first;   /* the blocks, oldest first; owned */
    struct arena_block *current; /* where the next allocation is tried */
    size_t used;                 /* bytes handed out since the last reset */
    size_t limit;                /* bytes that may be handed out between resets */
    bool failed;                 /* sticky until the next reset */
};

void arena_init(struct arena *a, size_t limit);

/* n bytes aligned for any type, zeroed; NULL when the arena has failed.  n may be 0. */
void *arena_alloc(struct arena *a, size_t n);

/* An array; NULL also when count * size overflows. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A copy of `s` that lives in the arena; {NULL, 0} when the arena has failed. */
struct slice arena_copy(struct arena *a, struct slice s);

bool arena_failed(const struct arena *a);

/* Empties; keeps up to a megabyte of its memory. */
void arena_reset(struct arena *a);

/* Gives all memory back to the system. */
void arena_release(struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_array((a), (count), sizeof(type)))

#endif
