/*
 * key - the consonant skeleton of a romanised word.
 *
 * Spellings of one name in different romanisations mostly share it: Yevgeny and Evgenii,
 * Khaddafi and Qadhafi.  A key is a sequence of classes packed into 64 bits, four
 * bits each, first class highest; words of more than sixteen consonants share their
 * beginning.  Vowels, h and y leave no trace, except that a word without consonants has the
 * empty key 0.
 */
#ifndef TEXT_KEY_H
#define TEXT_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* Of a word of a–z and 0–9. */
uint64_t key_of(struct slice word);

/* Which letters a word holds (bits 0–25), and whether a digit (26).  An edit changes two of them at
 * most. */
uint32_t key_letters(struct slice word);

/* Can words that hold these letters be within `most` edits? */
static inline bool key_letters_fit(uint32_t a, uint32_t b, unsigned most)
{
    uint32_t differ = a ^ b;
    for (unsigned i = 0; i < 2 * most && differ; i++) {
        differ &= differ - 1;
    }
    return differ == 0;
}

/* Number of classes in a key. */
unsigned key_length(uint64_t key);

/* The class (1–14) of a letter where it stands alone, 0 for a vowel, h and y. */
extern const unsigned char key_classes[256];
static inline unsigned key_class(char letter)
{
    return key_classes[(unsigned char)letter];
}

/* The class of two letters that are read as one (sh, kh, ts), 0 for others. */
unsigned key_class_of_two(char first, char second);

#endif
