/*
 * event_groups - from groups of words to the entities that take part in an event.
 *
 * What event_sides.c walks to is put into a role here: one group, or all that are joined to it;
 * the subject of a verb, even where Italian leaves it out; the group that a relative clause hangs
 * on; the country where something takes place.
 */
#ifndef NEWS_EVENT_GROUPS_H
#define NEWS_EVENT_GROUPS_H

#include "news/event_sides.h"

void event_sides_begin(struct event_sides *f, uint32_t predicate);

/* Puts an entity into a role, once. */
void event_take(struct event_sides *f, int role, uint32_t entity, uint32_t chunk);

/* The entity of a group (as_party: the state of an official); "the two presidents" are two. */
void event_take_group(const struct document *d, const struct sentence *s, struct event_sides *f,
                      int role, uint32_t k, bool as_party);

/* A group and what is joined to it: "X, Y and Z". */
void event_take_joined(const struct document *d, const struct sentence *s,
                       struct event_sides *f, int role, uint32_t k, bool as_party);

/* The subject's chunk of a verb; of a participle set off by a comma, the group before it. */
uint32_t event_own_subject(const struct document *d, const struct sentence *s, uint32_t verb);

/* Puts a verb's subject into a role: named, "we" of a quotation, or left out.  Returns its chunk,
 * or NONE32. */
uint32_t event_take_subject(const struct document *d, const struct sentence *s,
                            struct event_sides *f, int role, uint32_t verb, bool as_party);

/* The group of a relative link that is not the subject: "whom Washington sanctioned". */
uint32_t event_relative_object(const struct document *d, const struct sentence *s, uint32_t k);

/* Does a group name a country, or its capital? */
bool event_is_state(const struct document *d, const struct sentence *s, uint32_t k);

/* The country that a clause of place belongs to: "Mongolia, where he is expected"; or NONE32. */
uint32_t event_place_where(const struct document *d, const struct sentence *s, uint32_t k);

/* The country in whose territory a predicate takes place, or NONE32. */
uint32_t event_place(const struct document *d, const struct sentence *s, uint32_t k);

#endif
