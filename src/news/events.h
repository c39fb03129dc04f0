/*
 * events - visits, meetings, invitations, warrants, sanctions, seizures, charges, convictions and
 * demands, out of the same frames as dealings.
 */
#ifndef NEWS_EVENTS_H
#define NEWS_EVENTS_H

#include "news/document.h"

void events_read(struct document *d);

#endif
