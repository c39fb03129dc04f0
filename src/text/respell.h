/*
 * respell - names in the spelling that another language gives them.
 *
 * Chruschtschow, Zwetkow and Selenskyj are Khrushchov, Tsvetkov and Zelenskyy: nearly every
 * consonant has other letters, too many for edits.  Words without the signs of such a spelling
 * (tsch, -ow, -skij …) are left alone; those that have the signs by chance (Virchow) merely get
 * one spelling more.
 *
 * Chinese names stand in pinyin, whose x, q, zh and c other scripts and languages write by ear.
 */
#ifndef TEXT_RESPELL_H
#define TEXT_RESPELL_H

#include "text/name.h"

enum { RESPELL_COST = 400 }; /* millinats of the other spelling */

/* The word (a–z) in the other spelling into out; returns its length, 0 for a word without the
 * signs. */
size_t respell_german(struct slice word, char out[TOKEN_BYTES_MAX]);

/* Ways to write the sounds of pinyin. */
enum { PINYIN_SOUNDS = 2 };

/* A word in pinyin by ear, in the way numbered `way`, into out; returns its length, 0 when it is
 * no other than the word. */
size_t respell_pinyin(struct slice word, unsigned way, char out[TOKEN_BYTES_MAX]);

/* Gives a word in pinyin its spellings by ear as further forms: xi is also shi and si. */
void respell_add_pinyin(struct arena *arena, struct token *t);

#endif
