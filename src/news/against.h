/*
 * against - what speaks against a listed party being the one in the text.
 *
 * A name is not a person.  The text often says more: another nationality beside the name, an age,
 * "a namesake of".  What contradicts every such value of the list is told with the party, which
 * stays in the answer.  Only an age that is ten years off sets the alerts aside that would be
 * about this party itself; the reason is given.
 */
#ifndef NEWS_AGAINST_H
#define NEWS_AGAINST_H

#include "news/session.h"

/* Needs the chunks. */
void against_read(struct document *d, struct news_session *s);

#endif
