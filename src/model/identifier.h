/*
 * identifier - numbers by which registers know people, firms, ships and wallets.
 *
 * An identifier is compared in normal form: without blanks and separators, upper case (case
 * kept where it carries meaning: base58 wallets).  Its scheme says how much an equal or a
 * different value tells, and whether a check digit can be verified.
 */
#ifndef MODEL_IDENTIFIER_H
#define MODEL_IDENTIFIER_H

#include <stdbool.h>

#include "base/slice.h"
#include "model/property.h"

enum id_scheme {
    ID_OTHER, /* a number whose register is not known */
    ID_PASSPORT,
    ID_NATIONAL, /* identity card, social security */
    ID_TAX,
    ID_REGISTRATION, /* commercial register */
    ID_INN,          /* Russian taxpayer, 10 or 12 digits */
    ID_OGRN,         /* Russian register, 13 or 15 digits */
    ID_LEI,
    ID_BIC,
    ID_IMO,
    ID_MMSI,
    ID_CALL_SIGN,
    ID_TAIL, /* aircraft registration mark or manufacturer's number */
    ID_WALLET,
    ID_ISIN,
    ID_UN, /* permanent reference number of the Security Council */
    ID_SCHEMES
};

enum id_check {
    ID_CHECK_NONE, /* the scheme has no check digit, or it is not known here */
    ID_CHECK_GOOD,
    ID_CHECK_BAD, /* wrong check digit or impossible form */
};

enum { ID_TEXT_MAX = 128 };

struct identifier {
    enum id_scheme scheme;
    enum id_check check;
    char text[ID_TEXT_MAX]; /* normal form, NUL-ended */
    size_t n;               /* its length; 0 when nothing was left */
};

const char *id_scheme_name(enum id_scheme s);

/* The scheme that a property's values belong to.  A number given as plain "idNumber" or
 * "registrationNumber" stays in its own scheme unless its form and check digit show another. */
enum id_scheme id_scheme_of(enum property p);

/* Normal form and check of `text`; values longer than ID_TEXT_MAX − 1 are cut to nothing
 * (n = 0).  "IMO 9187629" and "Vessel Registration Identification IMO 9187629" lose the word. */
void identifier_parse(enum id_scheme scheme, struct slice text, struct identifier *out);

/* Is equality of this scheme alone proof of the same party (with a check digit that holds, or
 * with a scheme that needs none)?  Passport and national numbers are strong only together with
 * the issuing country; short numbers (under five characters) never are. */
bool identifier_is_strong(const struct identifier *id);

/* Has one party only one number of this scheme (IMO, LEI, INN, OGRN), so that two different
 * valid numbers speak against? */
bool id_scheme_is_single(enum id_scheme s);

#endif
