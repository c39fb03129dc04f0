/*
 * say - layer 7: who says what.
 *
 * A statement is a source, its words in this text, and what it says, verbatim.  Cues are verbs
 * of saying before, behind and amid what is said, "secondo X", "according to", a colon, and
 * quotation marks; a quotation without a cue goes on with the last speaker before it.  The
 * source is followed up to the state it speaks for.
 */
#ifndef NEWS_SAY_H
#define NEWS_SAY_H

#include "news/document.h"

void say_read(struct document *d);

/* The innermost statement whose content holds the token, or NONE32. */
uint32_t say_of(const struct document *d, uint32_t token);

/* chain.c: who passed each statement on: newspaper → officials; spokesman → institution → state. */
void chains_read(struct document *d);

#endif
