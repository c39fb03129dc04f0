/*
 * slot - which part of a personal name a token is: given, family, patronymic …
 *
 * A guess from what stands in the name itself, with how sure it is: a comma parts family from
 * given names, "bin" announces a father, -ovich and -ovna are patronymics, a Korean or Chinese
 * surname stands at one end.  Where nothing is told, the order that is usual decides and is
 * little sure.  An unknown slot contradicts nothing for certain.
 *
 * The certainties are set by hand, below the shares that bench/slots.py finds right on lists
 * that publish the parts of their names (`./do bench slots`): these names stand in the usual
 * order more often than those that customers give.
 */
#ifndef TEXT_SLOT_H
#define TEXT_SLOT_H

#include "text/name.h"

enum slot {
    SLOT_NONE, /* no part of a personal name: a title, a particle, a word of a company */
    SLOT_GIVEN,
    SLOT_MIDDLE,
    SLOT_PATRONYMIC, /* also what stands behind "bin" */
    SLOT_FAMILY,
    SLOT_NISBA, /* al-Tikriti: where from, which tribe */
    SLOT_KUNYA, /* what stands behind "Abu" in front */
    SLOT_SUFFIX,
    SLOT_UNKNOWN,
    SLOT_KINDS
};

struct slot_guess {
    uint8_t slot;  /* enum slot */
    uint16_t sure; /* thousandths; 0 for SLOT_NONE and SLOT_UNKNOWN */
};

/* One guess for each of name->n tokens. */
void slots_of(const struct name *name, struct slot_guess *out);

/* "given", "family" …; "" for SLOT_NONE. */
const char *slot_name(enum slot s);

#endif
