/*
 * romanise - a word of an alphabet to its spellings in a–z.
 *
 * The letter tables of data/script give each letter, or run of letters, a usual spelling and
 * alternatives with costs; the longest pattern that fits is taken.  romanise() returns the
 * cheapest spellings of the whole word, the usual one first.
 */
#ifndef TEXT_ROMANISE_H
#define TEXT_ROMANISE_H

#include "text/name.h"

/* Up to TOKEN_FORMS_USUAL spellings of the word, cheapest first, distinct, into out (keys not
 * set).  Letters without a table entry are decomposed; what is then still not a–z or 0–9 makes
 * the word unreadable: 0 is returned.  Also 0 when the arena has failed. */
size_t romanise(struct arena *arena, const uint32_t *cp, size_t n,
                struct form out[TOKEN_FORMS_MAX]);

/* Where the vowels matter little, consonants matter more: appends to the `made` spellings in out
 * such that have other consonants (another key), cheapest first, until out is full.  Returns how
 * many are in out. */
size_t romanise_consonants(struct arena *arena, const uint32_t *cp, size_t n,
                           struct form out[TOKEN_FORMS_MAX], size_t made);

/* The same for a word in Hangul, Kana or Han (folded) that transcribes a foreign one: other
 * tables, for 르 stands for l and r, and ス often for s alone.  Appends nothing when a character
 * is not used so. */
size_t romanise_foreign(struct arena *arena, const uint32_t *cp, size_t n,
                        struct form out[TOKEN_FORMS_MAX], size_t made);

#endif
