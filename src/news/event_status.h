/*
 * event_status - did it happen: planned, happened, alleged, denied or refused.
 *
 * A verb tells it by its own tense, mood and negation, an infinitive or a noun by the verbs that
 * govern it ("plans to visit", "has denied meeting", "the visit was cancelled").
 */
#ifndef NEWS_EVENT_STATUS_H
#define NEWS_EVENT_STATUS_H

#include "news/deal.h"

/* The enum event_status of the event whose verb or noun is this chunk. */
uint8_t event_status_of(const struct document *d, const struct sentence *s, uint32_t chunk);

#endif
