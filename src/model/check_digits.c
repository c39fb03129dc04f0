#include "model/check_digits.h"

#include <string.h>

static const char BASE58[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
static const char BECH32[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

static int digit(char c)
{
    return c - '0';
}

bool check_is_digits(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!ascii_is_digit(text[i])) {
            return false;
        }
    }
    return n > 0;
}

static bool all_in(const char *text, size_t n, const char *alphabet)
{
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\0' || !strchr(alphabet, text[i])) {
            return false;
        }
    }
    return true;
}

static bool all_zeros(const char *text, size_t n)
{
    return all_in(text, n, "0");
}

bool check_is_hex(const char *text, size_t n)
{
    return all_in(text, n, "0123456789abcdefABCDEF");
}

static int weighted_sum(const char *digits, const int *weights, size_t n)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += digit(digits[i]) * weights[i];
    }
    return sum;
}

static enum id_check verdict(bool good)
{
    return good ? ID_CHECK_GOOD : ID_CHECK_BAD;
}

/* Russian taxpayer number: order ММВ-7-6/435@ of the Federal Tax Service of 29 June 2012.  Ten
 * digits for organisations with one check digit, twelve for people with two. */
enum id_check check_inn(const char *text, size_t n)
{
    static const int TEN[] = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    static const int ELEVENTH[] = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    static const int TWELFTH[] = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    if (!check_is_digits(text, n) || all_zeros(text, n)) {
        return ID_CHECK_BAD;
    }
    if (n == 10) {
        return verdict(weighted_sum(text, TEN, 9) % 11 % 10 == digit(text[9]));
    }
    return verdict(n == 12 && weighted_sum(text, ELEVENTH, 10) % 11 % 10 == digit(text[10]) &&
                   weighted_sum(text, TWELFTH, 11) % 11 % 10 == digit(text[11]));
}

static int remainder_of(const char *digits, size_t n, int divisor)
{
    int r = 0;
    for (size_t i = 0; i < n; i++) {
        r = (r * 10 + digit(digits[i])) % divisor;
    }
    return r;
}

/* Russian state register: order 165н of the Ministry of Finance of 30 October 2017.  Thirteen
 * digits for organisations (modulo 11), fifteen for sole traders (modulo 13). */
enum id_check check_ogrn(const char *text, size_t n)
{
    if (!check_is_digits(text, n) || text[0] == '0' || (n != 13 && n != 15)) {
        return ID_CHECK_BAD;
    }
    int divisor = n == 13 ? 11 : 13;
    return verdict(remainder_of(text, n - 1, divisor) % 10 == digit(text[n - 1]));
}

/* A letter counts as two digits, A = 10 … Z = 35 (ISO 7064 and ISO 6166 agree). */
static int letter_value(char c)
{
    return c - 'A' + 10;
}

/* Legal entity identifier: ISO 17442 with ISO 7064 MOD 97-10 over all twenty characters. */
enum id_check check_lei(const char *text, size_t n)
{
    if (n != 20 || !check_is_digits(text + 18, 2)) {
        return ID_CHECK_BAD;
    }
    int r = 0;
    for (size_t i = 0; i < n; i++) {
        if (ascii_is_digit(text[i])) {
            r = (r * 10 + digit(text[i])) % 97;
        } else if (ascii_is_upper(text[i])) {
            r = (r * 100 + letter_value(text[i])) % 97;
        } else {
            return ID_CHECK_BAD;
        }
    }
    return verdict(r == 1);
}

/* Ships: IMO resolution A.1117(30), the last digit of the six digits weighted 7 to 2.  Companies
 * and registered owners have numbers of their own (resolution MSC.160(78)), with weights
 * 8 6 4 2 9 7 modulo 11; the 137 that OFAC listed in 2024 all follow them.  Which of the two it
 * is does not stand in the number, so that either check counts. */
enum id_check check_imo(const char *text, size_t n)
{
    static const int SHIP[] = {7, 6, 5, 4, 3, 2};
    static const int COMPANY[] = {8, 6, 4, 2, 9, 7};
    if (n != 7 || !check_is_digits(text, n) || all_zeros(text, n)) {
        return ID_CHECK_BAD;
    }
    bool ship = weighted_sum(text, SHIP, 6) % 10 == digit(text[6]);
    bool company = (11 - weighted_sum(text, COMPANY, 6) % 11) % 10 == digit(text[6]);
    return verdict(ship || company);
}

/* Securities: ISO 6166, the Luhn sum (ISO/IEC 7812-1) over letters turned into two digits. */
enum id_check check_isin(const char *text, size_t n)
{
    if (n != 12 || !ascii_is_upper(text[0]) || !ascii_is_upper(text[1]) ||
        !ascii_is_digit(text[11])) {
        return ID_CHECK_BAD;
    }
    int sum = 0;
    bool twice = false;
    for (size_t i = n; i-- > 0;) {
        if (!ascii_is_alnum(text[i])) {
            return ID_CHECK_BAD;
        }
        int v = ascii_is_digit(text[i]) ? digit(text[i]) : letter_value(text[i]);
        for (bool more = true; more; v /= 10) {
            int d = v % 10 * (twice ? 2 : 1);
            sum += d / 10 + d % 10;
            twice = !twice;
            more = v >= 10;
        }
    }
    return verdict(sum % 10 == 0);
}

/* Banks: ISO 9362, four characters for the institution, two letters for the country, two for
 * the place, three more for a branch. */
enum id_check check_bic(const char *text, size_t n)
{
    if ((n != 8 && n != 11) || !ascii_is_upper(text[4]) || !ascii_is_upper(text[5])) {
        return ID_CHECK_BAD;
    }
    for (size_t i = 0; i < n; i++) {
        if (!ascii_is_alnum(text[i])) {
            return ID_CHECK_BAD;
        }
    }
    return ID_CHECK_GOOD;
}

/* Radio identities: ITU-R M.585, nine digits.  Ship stations begin with the digits 2 to 7 of
 * their country; of others (coast stations, buoys) nothing more is known here. */
enum id_check check_mmsi(const char *text, size_t n)
{
    if (n != 9 || !check_is_digits(text, n)) {
        return ID_CHECK_BAD;
    }
    return text[0] >= '2' && text[0] <= '7' ? ID_CHECK_GOOD : ID_CHECK_NONE;
}

/* "QDi.335", "KPe.001": two letters for the list, i(ndividual) or e(ntity), a number.  Older
 * references have other forms. */
enum id_check check_un(const char *text, size_t n)
{
    bool good = n >= 6 && n <= 8 && ascii_is_upper(text[0]) && ascii_is_upper(text[1]) &&
                (text[2] == 'I' || text[2] == 'E') && check_is_digits(text + 3, n - 3);
    return good ? ID_CHECK_GOOD : ID_CHECK_NONE;
}

/* Form only, no hash is computed.  Hexadecimal: 20 bytes (EIP-55; the case is a checksum that
 * does not tell addresses apart) or 32.  Bech32: BIP 173 and 350, "bc1" and the like; Bitcoin
 * Cash writes the same alphabet behind "bitcoincash:".  Base58: the alphabet of base58check,
 * which Bitcoin uses with 25 to 34 characters ("1…", "3…") and others with more. */
enum id_check check_wallet(const char *text, size_t n)
{
    struct slice s = {text, n};
    if (slice_starts(s, "0x")) {
        return verdict((n == 42 || n == 66) && check_is_hex(text + 2, n - 2));
    }
    if (slice_starts(s, "bc1") || slice_starts(s, "tb1") || slice_starts(s, "ltc1")) {
        size_t head = slice_find(s, 0, "1") + 1;
        return verdict(n >= 14 && n <= 90 && all_in(text + head, n - head, BECH32));
    }
    bool base58 = n >= WALLET_SHORT && n <= WALLET_LONG && all_in(text, n, BASE58);
    bool cash = n == 42 && (text[0] == 'q' || text[0] == 'p') && all_in(text, n, BECH32);
    if (base58 || cash) {
        return ID_CHECK_GOOD;
    }
    bool bitcoin = (text[0] == '1' || text[0] == '3') && n <= 35;
    return bitcoin ? ID_CHECK_BAD : ID_CHECK_NONE;
}
