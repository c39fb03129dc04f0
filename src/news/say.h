/*
 * say - layer 7: who says what.
 *
 * A statement is a source, its words in this text, and what it says, verbatim.  Cues are verbs
 * of saying before, behind and amid what is said, "secondo X", "according to", a colon, and
 * quotation marks; a quotation without a cue goes on with the last speaker of its paragraph.
 * The source is followed up to the state it speaks for.
 */
#ifndef NEWS_SAY_H
#define NEWS_SAY_H

#include "news/document.h"

void say_read(struct document *d);

/* The innermost statement whose content holds the token, or NONE32. */
uint32_t say_of(const struct document *d, uint32_t token);

/* A source found beside a verb group: tokens and entity. */
struct source {
    uint32_t first, end; /* tokens; first == end: none */
    uint32_t entity;     /* or NONE32 */
    struct slice behalf;
    uint64_t classes; /* of the heads of its groups */
};

/* source.c: the subject of a verb of saying to its left, or to its right. */
bool source_left(const struct document *d, const struct sentence *s, uint32_t verb,
                 struct source *out);
bool source_right(const struct document *d, const struct sentence *s, uint32_t verb,
                  struct source *out);
/* The source that noun groups from chunk `from` on name (with what belongs to them). */
bool source_group(const struct document *d, const struct sentence *s, uint32_t from,
                  uint32_t *behind, struct source *out);

/* chain.c: who passed each statement on: newspaper → officials; spokesman → institution → state. */
void chains_read(struct document *d);

#endif
