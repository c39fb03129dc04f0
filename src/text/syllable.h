/*
 * syllable - Korean and Chinese names as sequences of syllables.
 *
 * Spellings of one syllable differ by system (Jeong, Jong, Chong; Zhang, Chang, Cheung) while
 * syllables one letter apart are different names (Jong Un, Jong Il).  So names that are Korean
 * or Chinese throughout meet by codes of syllables, never by edit distance.
 */
#ifndef TEXT_SYLLABLE_H
#define TEXT_SYLLABLE_H

#include "text/name.h"

/* A token as it may be read: all its syllables in one language give one sequence; a token has
 * several when a spelling is ambiguous. */
struct readings {
    struct code codes[TOKEN_CODES_MAX]; /* CODE_SYLLABLE */
    size_t count;
    uint8_t languages; /* mask of languages in which it can be read */
    uint8_t surnames;  /* mask of languages in which it is one syllable that is a surname */
    uint8_t syllables; /* of the shortest reading; 0 when it cannot be read */
};

/* Reads a word in Latin or Cyrillic letters (lower case). */
void readings_of_spelling(struct slice word, struct readings *out);

/* Reads one Han character or Hangul syllable. */
void readings_of_character(uint32_t cp, struct readings *out);

/* Latin spellings of a Han character or Hangul syllable, the most usual first; returns how
 * many were put into out (static text). */
size_t spellings_of_character(uint32_t cp, const char *out[TOKEN_FORMS_MAX]);

/* The code of the syllables of `a` with those of `b` behind them; false when they are of
 * different languages.  Concatenation is associative: (a b) c is a (b c). */
bool sequence_join(const struct code *a, const struct code *b, struct code *out);

/* The simplified or otherwise folded form of a Han character. */
uint32_t han_fold(uint32_t cp);

#endif
