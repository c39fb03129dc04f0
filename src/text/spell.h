/*
 * spell - the spellings in a–z of a word, a character or a run of characters.
 *
 * Fills in the native form and the forms of a token; what the token is, classify/ says.
 */
#ifndef TEXT_SPELL_H
#define TEXT_SPELL_H

#include "text/name.h"
#include "text/words.h"

/* How runs of Han, Hangul and Burmese are read: each syllable for itself (runs too long for that
 * as foreign), all as the transcription of one foreign word, or as one word of the language. */
enum run_reading { RUN_BY_SYLLABLE, RUN_AS_FOREIGN, RUN_AS_WORD };

/* A word of an alphabet: its spellings, and for Latin letters the usual one as native form. */
void spell_word(struct arena *arena, const struct word *w, struct token *t);

/* One Han character or Hangul syllable. */
void spell_character(struct arena *arena, uint32_t cp, struct token *t);

/* A run of syllables as one word: the usual spelling of each, joined, and what it may
 * transcribe. */
void spell_run(struct arena *arena, const struct word *w, enum run_reading reading,
               struct token *t);

#endif
