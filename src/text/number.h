/*
 * number - names that are a number: a tail number, a wallet, an IMO or registration number.
 *
 * "EP-QRS", "IMO 942 0588" and "Reg. no. 91 310115 MA1K" are one token each.  What only says of
 * which kind the number is, is left out, blanks and hyphens too; no letter of it may be wrong.
 * In base58 (Bitcoin and its like) capitals are other digits than small letters; elsewhere case
 * means nothing.
 */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "text/words.h"

enum number_sort {
    NUMBER_NONE,
    NUMBER_PERHAPS, /* may also be a name with a numeral: "Orion-2" */
    NUMBER_CERTAIN
};

enum { NUMBER_BYTES_MAX = 100 };

/* Is the name a number, and as what is it compared?  `raw` is the name as given. */
enum number_sort number_of(struct slice raw, const struct word *words, size_t n, bool craft,
                           char out[NUMBER_BYTES_MAX], size_t *length);

/* Letters of "IMO 1234567" in `s` from `at` on, however it is punctuated, else 0. */
size_t number_imo_at(struct slice s, size_t at);

#endif
