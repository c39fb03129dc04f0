/*
 * values - what a list says of a party, put into an entity in normal form.
 *
 * Dates, countries, genders and identifiers are brought into the forms of model/; what cannot
 * be read is kept as the source has it and tallied as a warning.  Nothing here fails: trouble
 * is kept in the reading (lists/reading.h).
 */
#ifndef LISTS_VALUES_H
#define LISTS_VALUES_H

#include "lists/reading.h"

/* A value understood by the type of its property. */
void value_put(struct reading *r, struct entity *e, enum property prop, struct slice text);
/* The same with a note: issuing country code, currency, quality of an alias. */
void value_put_noted(struct reading *r, struct entity *e, enum property prop, struct slice text,
                     struct slice note);
/* Words of our own. */
void value_put_word(struct reading *r, struct entity *e, enum property prop, const char *word);
/* Several pieces joined with `between`; empty ones are left out. */
void value_put_joined(struct reading *r, struct entity *e, enum property prop,
                      const struct slice *pieces, size_t count, const char *between);
/* The pieces joined, in r->record. */
struct slice value_join(struct reading *r, const struct slice *pieces, size_t count,
                        const char *between);

/* A place of birth, and its country when its last part ("Homs, Syria") is one. */
void value_put_birth_place(struct reading *r, struct entity *e, struct slice place);

/* An entity with id and dataset of the snapshot. */
void value_new_entity(struct reading *r, struct entity *e, enum schema schema, struct slice id);

#endif
