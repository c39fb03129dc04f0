/*
 * suggest - the word that somebody may have meant.
 */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

enum { SUGGEST_WORD_MAX = 31 };

/* How far two words are apart in letters put in, left out, replaced or exchanged with their
 * neighbour; words longer than SUGGEST_WORD_MAX are far from everything. */
size_t suggest_distance(const char *a, const char *b);

/* A running choice: keeps the nearest of the words it is shown. */
struct suggestion {
    const char *meant; /* what was typed */
    const char *best;  /* the nearest so far that is near enough, or NULL */
    size_t distance;   /* of the best */
};

static inline struct suggestion suggest_for(const char *typed)
{
    return (struct suggestion){typed, NULL, SUGGEST_WORD_MAX};
}

void suggest_try(struct suggestion *s, const char *word);

#endif
