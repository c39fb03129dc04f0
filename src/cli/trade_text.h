/*
 * trade_text - a judged dealing in words that a person reads in ten seconds.
 */
#ifndef CLI_TRADE_TEXT_H
#define CLI_TRADE_TEXT_H

#include "base/buf.h"
#include "embargo/embargo.h"

struct trade_view {
    const struct embargo *embargo;
    const struct embargo_dealing *dealing;
    const struct embargo_answer *answer;
    const struct embargo_step *steps; /* NULL unless the rules tried are to be shown */
    size_t step_count;
    bool colour;
};

void trade_text(const struct trade_view *v, struct buf *out);

#endif
