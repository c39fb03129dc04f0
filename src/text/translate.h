/*
 * translate - the common words of an organisation's name put into English.
 *
 * "Министерство обороны" and "Ministry of Defence" share no letter and no sound.  The words that
 * data/words/translations.tsv knows become English ones, articles and prepositions are left out,
 * runs of Han and Hangul are cut at the words found in them, and what is a name stays as it is
 * written.  The outcome is one more reading of the name, not another name.
 */
#ifndef TEXT_TRANSLATE_H
#define TEXT_TRANSLATE_H

#include "text/name.h"
#include "text/words.h"

/* The words of a name with those that are known put into English, into out (room for `room`);
 * returns how many, 0 when nothing is other than it is written. */
size_t translate_words(struct arena *arena, const struct word *words, size_t n,
                       struct word *out, size_t room);

/* Gives a token the codes of the concepts first << 8 | count, as the tables have them. */
void concepts_add(struct arena *arena, struct token *t, uint32_t concepts);

/* The same for an English word of an organisation, by what it is. */
void concepts_mark(struct arena *arena, struct token *t);

#endif
