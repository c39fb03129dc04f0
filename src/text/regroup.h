/*
 * regroup - words that are written together or apart, before they become tokens.
 *
 * Letters that stand alone are one word of an organisation ("S.I.S."); the Arabic article is cut
 * off; "Abd al-Karim", "Nasr Allah" and "Nur al-Din" are one word or two.  All functions work on
 * the caller's array.
 */
#ifndef TEXT_REGROUP_H
#define TEXT_REGROUP_H

#include "text/name.h"
#include "text/words.h"

/* Letters of the Arabic article in front of the word, else 0. */
size_t regroup_article(const struct word *w);

/* Joins single letters in a row; returns how many words there are now. */
size_t regroup_letters(struct arena *arena, struct word *words, size_t n);

/* Parts "Abd al-" from what follows it, while there is room; returns how many words there are. */
size_t regroup_part_abd(struct word *words, size_t n, size_t room);

/* Are there neighbours that may be one word, and the words with them joined. */
bool regroup_has_halves(const struct word *words, size_t n);
size_t regroup_join_halves(struct arena *arena, struct word *words, size_t n);

#endif
