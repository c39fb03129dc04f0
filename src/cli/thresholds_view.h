/*
 * thresholds_view - what each threshold would cost and find, as a table or as JSON.
 */
#ifndef CLI_THRESHOLDS_VIEW_H
#define CLI_THRESHOLDS_VIEW_H

#include "screen/recall.h"
#include "screen/report.h"
#include "screen/survey.h"

struct thresholds_view {
    const char *title; /* the customer file's name */
    struct report_maker maker;
    struct survey survey;
    struct recall recall;
    uint64_t seed;   /* as given */
    uint64_t sample; /* as given */
};

void thresholds_table(const struct thresholds_view *v, struct buf *out);
void thresholds_json(const struct thresholds_view *v, struct buf *out);

#endif
