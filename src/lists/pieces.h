/*
 * pieces - texts that people typed into one cell though they hold several values.
 *
 * "a) Pishin, Pakistan b) Kandahar, Afghanistan", "Russian; German", blanks of every kind.
 * Nothing is lost: the pieces are all of the text but the marks between them.
 */
#ifndef LISTS_PIECES_H
#define LISTS_PIECES_H

#include "lists/reading.h"

/* With one blank for each run of blanks (line ends, no-break and thin blanks among them) and
 * none at the ends.  A text that has to change is copied into r->record. */
struct slice pieces_tidy(struct reading *r, struct slice s);

/* The same without , ; . : at the end, which people leave behind a piece; a full stop behind a
 * single letter stays. */
struct slice pieces_bare(struct reading *r, struct slice s);

/* "a) … b) …", "(a) … (b) …": letters in their order, at the start of a word.  A text without
 * them is one piece. */
struct lettered {
    struct slice rest; /* set by the caller: the text */
    char next;         /* the letter that is due; 0 before the first piece */
};
/* The next piece that is not blank; false at the end. */
bool lettered_next(struct lettered *l, struct slice *piece);

/* The bracket at the end of the text ("(previous address)"), cut off it; empty when there is
 * none. */
struct slice pieces_cut_bracket(struct slice *s);

/* Is it one of the ways to say nothing: "", "na", "N/A", "-", "unknown"? */
bool pieces_say_nothing(struct slice s);

/* Countries or nationalities in one text, separated by letters, ; , / or "and"; what stands in
 * brackets behind one is a note of the party. */
void pieces_put_countries(struct reading *r, struct entity *e, enum property prop,
                          struct slice text);

/* An address, and the country when its last part is one; a country alone is no address. */
void pieces_put_address(struct reading *r, struct entity *e, struct slice text,
                        struct slice note);

/* Several addresses, behind letters or between semicolons. */
void pieces_put_addresses(struct reading *r, struct entity *e, struct slice text);

#endif
