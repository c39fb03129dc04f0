#include "lists/measures.h"

struct slice measure_word(enum measure m)
{
#define MEASURE_WORD(name, word) [MEASURE_##name] = (word),
    static const char *const WORDS[MEASURE_COUNT] = {MEASURE_TABLE(MEASURE_WORD)};
#undef MEASURE_WORD
    return m > MEASURE_NONE && m < MEASURE_COUNT ? slice_of(WORDS[m]) : (struct slice){NULL, 0};
}

void measure_put(struct reading *r, struct entity *e, enum measure m)
{
    value_put(r, e, PROP_MEASURES, measure_word(m));
}

void measure_put_both(struct listing *l, struct entity *sanction, enum measure m)
{
    listing_put_both(l, sanction, PROP_MEASURES, measure_word(m));
}

enum measure measure_of_schedule(struct slice country, struct slice schedule)
{
    static const struct {
        const char *country;
        const char *schedule;
        enum measure measure;
    } OTHERS[] = {
        {"Russia", "2", MEASURE_DEBT_RESTRICTION},
        {"Russia", "3", MEASURE_DEBT_RESTRICTION},
        {"Russia", "1.1", MEASURE_SHIPPING},
    };
    for (size_t i = 0; i < sizeof OTHERS / sizeof OTHERS[0]; i++) {
        if (slice_is(country, OTHERS[i].country) && slice_is(schedule, OTHERS[i].schedule)) {
            return OTHERS[i].measure;
        }
    }
    return MEASURE_ASSET_FREEZE;
}
