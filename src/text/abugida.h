/*
 * abugida - words whose vowels are signs on consonants, laid out one sound after the other.
 *
 * In the scripts of India and South-East Asia a consonant without a vowel sign is read with a
 * vowel that is not written; a sign (virama) says that there is none.  Thai and Lao write some
 * vowels before the consonant behind which they are spoken.  abugida_unfold() writes the unwritten
 * vowel as a letter of its own, takes the virama out and puts vowels behind their consonants;
 * what is left is spelled by a letter table like that of an alphabet.
 *
 * The unwritten vowel of a script is a private code point, see UNWRITTEN; the tables of
 * data/script write it as U+25CC, the dotted circle.
 */
#ifndef TEXT_ABUGIDA_H
#define TEXT_ABUGIDA_H

#include "text/fold.h"

/* The unwritten vowel in the script of the letter `cp`. */
#define UNWRITTEN(cp) (UINT32_C(0xE000) + ((cp) >> 7))

/* Code points that abugida_unfold() writes at most for `n`. */
#define ABUGIDA_ROOM(n) (2 * (n))

/* Is the script laid out by abugida_unfold()? */
bool abugida_is(enum script s);

/* Lays out a word of such a script; returns how many code points are in out. */
size_t abugida_unfold(enum script s, const uint32_t *cp, size_t n, uint32_t *out);

/* Burmese is written without blanks: does a syllable begin at cp[at]? */
bool burmese_syllable_at(const uint32_t *cp, size_t n, size_t at);

#endif
