/*
 * classify - what each token of a name is, and the codes by which it meets others.
 *
 * Looks the tokens up in the tables of words, for the kind of party that the name belongs to,
 * and never leaves a name without a token that names somebody: a firm called "Trading LLC" is
 * named by "Trading".
 */
#ifndef TEXT_CLASSIFY_H
#define TEXT_CLASSIFY_H

#include "text/name.h"

/* Sets class, codes, flags and languages of every token; may join the words of a legal form
 * into one token, which lowers name->n. */
void classify(struct arena *arena, struct name *name);

#endif
