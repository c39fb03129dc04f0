/*
 * event_sides - who takes part in an event: the two roles of a frame, filled with entities.
 *
 * The first role acts (visitor, host of an invitation, court, imposer), the second is acted on
 * or is the place.  Which slots fill them stands in data/news/frames.txt; here they are walked
 * to from the predicate, whether it is a verb (active, passive, relative, bare participle) or a
 * noun (with its own arguments, or as the object of a verb whose subject acts).
 */
#ifndef NEWS_EVENT_SIDES_H
#define NEWS_EVENT_SIDES_H

#include "news/deal.h"

struct event_sides {
    uint32_t who[2][PARTICIPANTS_MAX]; /* entities of the first and second role */
    size_t n[2];
    uint32_t predicate;  /* chunk */
    uint32_t first, end; /* chunks: from the leftmost to behind the rightmost argument */
    uint32_t governor;   /* the verb whose object the noun is, or NONE32 */
    uint32_t place;      /* a country where it takes place or whereto, or NONE32 */
    bool to_do;          /* a demand says what is to be done */
    bool due;            /* "is due in", "è pronto a": not yet there */
    bool delegation;     /* the visitor is a delegation */
    bool officials;      /* unnamed officials are among them: "met officials of Rostec" */
};

void event_sides_of(const struct document *d, const struct sentence *s, uint32_t predicate,
                    const struct frame_row *row, struct event_sides *out);

/* "Sarà in Armenia", "was in Beijing": a person and the country where he is; false when the
 * verb is no bare copula with both. */
bool event_stay(const struct document *d, const struct sentence *s, uint32_t verb,
                struct event_sides *out);

/* "To send a delegation to Pyongyang": whoever sends it goes there. */
bool event_sent_delegation(const struct document *d, const struct sentence *s, uint32_t verb,
                           struct event_sides *out);

/* The two people that the subject of a verb means ("i due", "the two ministers"). */
bool event_two_people(const struct document *d, const struct sentence *s, uint32_t verb,
                      struct event_sides *out);

/* The verb that a noun is the object or the subject of, or NONE32. */
uint32_t event_governor(const struct document *d, const struct sentence *s, uint32_t noun);

#endif
