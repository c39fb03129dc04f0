/*
 * alert_doubts - what speaks against an alert, said beside it.
 *
 * An alert is read in seconds; whoever reads it must see at once why it may be wrong: the accused
 * denies it, one source alone says so or has no name, nothing has been handed over yet, it lies
 * years back, the name is only alike.  Nothing here takes an alert away.
 */
#ifndef NEWS_ALERT_DOUBTS_H
#define NEWS_ALERT_DOUBTS_H

#include "news/document.h"

/* Fills `against` of every alert; empty where nothing speaks against it. */
void alert_doubts_read(struct document *d);

#endif
