/*
 * display - outside text on a terminal: measured in columns, and harmless.
 *
 * Wide characters count two columns, marks none.  Control characters and bytes that are no
 * UTF-8 become U+FFFD, direction and other invisible format characters are dropped (but for
 * the joiners that Persian and Indic scripts need), line separators become blanks, and long
 * heaps of marks are cut.
 */
#ifndef SCREEN_DISPLAY_H
#define SCREEN_DISPLAY_H

#include "base/buf.h"

/* Appends the text, cut with "…" where it takes more than `width` columns; returns the columns
 * that it takes. */
size_t display_put(struct buf *out, struct slice text, size_t width);

/* The same, with blanks behind (or before) it up to the width. */
void display_left(struct buf *out, struct slice text, size_t width);
void display_right(struct buf *out, struct slice text, size_t width);

/* Copies text that is for machines, JSON above all, but happens to go to a terminal: what must
 * not get there raw is written as \uXXXX, everything else stays. */
void display_harmless(struct buf *out, struct slice text);

void display_blanks(struct buf *out, size_t n);

/* Columns that the text takes without a limit. */
size_t display_width(struct slice text);

#endif
