#include "match/score.h"

#include "match/weights.h"

uint16_t score_of_mnat(int32_t mnat)
{
    unsigned low = 0;
    unsigned high = SCORE_EQUAL;
    while (low < high) {
        unsigned mid = (low + high + 1) / 2;
        if (score_steps[mid] <= mnat) {
            low = mid;
        } else {
            high = mid - 1;
        }
    }
    return (uint16_t)low;
}

int32_t mnat_of_score(uint16_t score)
{
    return score_steps[score > SCORE_EQUAL ? SCORE_EQUAL : score];
}

const char *term_name(enum term_on on)
{
    static const char *const NAMES[TERM_KINDS] = {
        "prior",   "name",        "saturation", "omitted",    "contradiction", "slot",
        "order",   "singleToken", "weakAlias",  "floor",      "birthDate",     "gender",
        "country", "birthPlace",  "address",    "identifier",
    };
    return NAMES[on];
}

const char *relation_name(enum relation r)
{
    static const char *const NAMES[REL_KINDS] = {
        "",           "equal",     "romanisation", "variant",   "syllable", "typo",
        "join",       "initial",   "truncated",    "same_form", "near",     "acronym",
        "translated", "different", "year",         "swapped",   "close",    "related",
    };
    return NAMES[r];
}
