/*
 * respell - Slavic names that stand in German spelling, in English spelling.
 *
 * Chruschtschow, Zwetkow and Selenskyj are Khrushchov, Tsvetkov and Zelenskyy: nearly every
 * consonant has other letters, too many for edits.  Words without the signs of such a spelling
 * (tsch, -ow, -skij …) are left alone; those that have the signs by chance (Virchow) merely get
 * one spelling more.
 */
#ifndef TEXT_RESPELL_H
#define TEXT_RESPELL_H

#include "text/name.h"

enum { RESPELL_COST = 400 }; /* millinats of the other spelling */

/* The word (a–z) in the other spelling into out; returns its length, 0 for a word without the
 * signs. */
size_t respell_german(struct slice word, char out[TOKEN_BYTES_MAX]);

#endif
