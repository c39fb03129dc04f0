/*
 * check_digits - what the form and the check digits of a number tell, scheme by scheme.
 *
 * Each function takes a number in normal form (identifier.h).  ID_CHECK_BAD is a wrong check digit
 * or an impossible form; ID_CHECK_NONE says that nothing more is known.  The sources of the rules
 * stand above the functions in check_digits.c.
 */
#ifndef MODEL_CHECK_DIGITS_H
#define MODEL_CHECK_DIGITS_H

#include "model/identifier.h"

enum {
    WALLET_SHORT = 25, /* the shortest base58check address */
    WALLET_LONG = 110, /* a Monero integrated address has 106 */
};

enum id_check check_inn(const char *text, size_t n);
enum id_check check_ogrn(const char *text, size_t n);
enum id_check check_lei(const char *text, size_t n);
enum id_check check_imo(const char *text, size_t n);
enum id_check check_isin(const char *text, size_t n);
enum id_check check_bic(const char *text, size_t n);
enum id_check check_mmsi(const char *text, size_t n);
enum id_check check_un(const char *text, size_t n);
enum id_check check_wallet(const char *text, size_t n);

/* Digits only, at least one. */
bool check_is_digits(const char *text, size_t n);
/* Hexadecimal digits only, or nothing. */
bool check_is_hex(const char *text, size_t n);

#endif
