/*
 * alerts - layers 12 and 13: what the rules say of what was read.
 *
 * Each dealing goes to embargo/; what forbids it becomes an alert with rules, explanation and
 * evidence, everything else a line of `suppressed` with the reason.  Listed parties that help
 * a dealing become facilitators, visits of people with a warrant travel alerts.
 */
#ifndef NEWS_ALERTS_H
#define NEWS_ALERTS_H

#include "news/session.h"

void alerts_judge(struct document *d, struct news_session *s);

#endif
