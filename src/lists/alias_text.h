/*
 * alias_text - other names as the Canadian list has them: many in one text, as people typed
 * them.
 *
 *   "Aleksey, Oleksii SALYAYEV; Russian: Алексей Саляев, АО or Саляев"
 *
 * Names stand between ; / , "or", "and", and behind the name of a language.  What looks like two
 * names and is one is put together again: "Interros Invest, LLC", a family name before a comma,
 * "Ministry of Culture, Sports and Tourism".  One word that is the family name or the forename
 * of a person in another spelling becomes a full name with the rest of the main name; any other
 * single word is a weak alias.
 */
#ifndef LISTS_ALIAS_TEXT_H
#define LISTS_ALIAS_TEXT_H

#include "lists/listing.h"

/* Whose names they are: for a person the halves of the main name, else both empty. */
struct alias_owner {
    struct slice given;
    struct slice family;
};

void alias_text_put(struct listing *l, const struct alias_owner *owner, struct slice text);

/* The name of an organisation: "X (also known as Y and Z)", "English name/nom français"; what is
 * behind becomes aliases, and what is left is returned. */
struct slice alias_text_main(struct listing *l, struct slice name);

#endif
