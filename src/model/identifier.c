/*
 * Three steps: the value without the words around it ("IMO 9187629"), its normal form, and the
 * check that its scheme knows.  SCHEMES says for each scheme what these are.
 */
#include "model/identifier.h"

#include <string.h>

#include <utf8proc.h>

#include "model/check_digits.h"

typedef enum id_check (*check_fn)(const char *text, size_t n);

enum scheme_flags {
    IS_STRONG = 1 << 0, /* one number, one party, when the check holds */
    IS_SINGLE = 1 << 1, /* one party, one number */
};

struct scheme_row {
    const char *name;      /* for people and JSON */
    const char *labels[4]; /* words that people write in front of the value; NULL-ended */
    check_fn check;        /* of the normal form; NULL: nothing is known */
    unsigned flags;        /* enum scheme_flags */
};

enum {
    STRONG_MIN = 5, /* shorter numbers are too often the same by chance */
};

/* ---- the table ---- */

static const struct scheme_row SCHEMES[ID_SCHEMES] = {
    [ID_OTHER] = {"other", {NULL}, NULL, 0},
    [ID_PASSPORT] = {"passport", {"PASSPORT"}, NULL, 0},
    [ID_NATIONAL] = {"national", {NULL}, NULL, 0},
    [ID_TAX] = {"tax", {NULL}, NULL, 0},
    [ID_REGISTRATION] = {"registration", {NULL}, NULL, 0},
    [ID_INN] = {"inn", {"INN", "ИНН", "инн"}, check_inn, IS_STRONG | IS_SINGLE},
    [ID_OGRN] = {"ogrn", {"OGRN", "ОГРН", "огрн"}, check_ogrn, IS_STRONG | IS_SINGLE},
    [ID_LEI] = {"lei", {"LEI"}, check_lei, IS_STRONG | IS_SINGLE},
    [ID_BIC] = {"bic", {"SWIFT", "BIC"}, check_bic, 0},
    [ID_IMO] = {"imo", {"IMO"}, check_imo, IS_STRONG | IS_SINGLE},
    [ID_MMSI] = {"mmsi", {"MMSI"}, check_mmsi, 0},
    [ID_CALL_SIGN] = {"call_sign", {NULL}, NULL, 0},
    [ID_TAIL] = {"tail", {NULL}, NULL, 0},
    [ID_WALLET] = {"wallet", {NULL}, check_wallet, IS_STRONG},
    [ID_ISIN] = {"isin", {"ISIN"}, check_isin, IS_STRONG},
    [ID_UN] = {"un", {NULL}, check_un, IS_STRONG},
};

const char *id_scheme_name(enum id_scheme s)
{
    return SCHEMES[s].name;
}

enum id_scheme id_scheme_of(enum property p)
{
    switch (p) {
    case PROP_PASSPORT_NUMBER:
        return ID_PASSPORT;
    case PROP_ID_NUMBER:
    case PROP_SOCIAL_SECURITY_NUMBER:
        return ID_NATIONAL;
    case PROP_TAX_NUMBER:
    case PROP_VAT_CODE:
        return ID_TAX;
    case PROP_REGISTRATION_NUMBER:
    case PROP_OKPO_CODE:
    case PROP_DUNS_CODE:
        return ID_REGISTRATION;
    case PROP_INN_CODE:
        return ID_INN;
    case PROP_OGRN_CODE:
        return ID_OGRN;
    case PROP_LEI_CODE:
        return ID_LEI;
    case PROP_SWIFT_BIC:
        return ID_BIC;
    case PROP_IMO_NUMBER:
        return ID_IMO;
    case PROP_MMSI:
        return ID_MMSI;
    case PROP_CALL_SIGN:
        return ID_CALL_SIGN;
    case PROP_SERIAL_NUMBER:
        return ID_TAIL;
    case PROP_PUBLIC_KEY:
        return ID_WALLET;
    case PROP_ISIN:
        return ID_ISIN;
    case PROP_UNISC_ID:
        return ID_UN;
    default:
        return ID_OTHER;
    }
}

/* ---- the value without its words ---- */

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Offset behind the last `label` that stands as a word of its own, or directly in front of a
 * digit ("IMO9187629"); 0 when there is none or nothing follows. */
static size_t behind_label(struct slice s, const char *label)
{
    size_t n = strlen(label);
    size_t found = 0;
    for (size_t i = 0; i + n < s.n; i++) {
        bool starts = i == 0 || !is_word_byte(s.p[i - 1]);
        bool ends = !is_word_byte(s.p[i + n]) || ascii_is_digit(s.p[i + n]);
        if (starts && ends && slice_eq_nocase(slice_cut(s, i, i + n), slice_of(label))) {
            found = i + n;
        }
    }
    return found;
}

static struct slice skip_punctuation(struct slice s)
{
    while (s.n > 0 && !is_word_byte(s.p[0])) {
        s = slice_cut(s, 1, s.n);
    }
    return s;
}

/* "No. 123", "number 123", "№123": what stands behind the word. */
static struct slice skip_number_word(struct slice s)
{
    static const char *const WORDS[] = {"NUMBER", "CODE", "NO", "NR", "№"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t n = strlen(WORDS[i]);
        bool whole = s.n > n && (!ascii_is_alnum(s.p[n]) || !ascii_is_alpha(WORDS[i][0]));
        if (whole && slice_starts_nocase(s, WORDS[i])) {
            return skip_punctuation(slice_cut(s, n, s.n));
        }
    }
    return s;
}

/* Puts the value without label into *value; false when none of the labels is there. */
static bool skip_label(enum id_scheme scheme, struct slice text, struct slice *value)
{
    size_t from = 0;
    for (const char *const *label = SCHEMES[scheme].labels; *label; label++) {
        size_t behind = behind_label(text, *label);
        from = behind > from ? behind : from;
    }
    struct slice rest = skip_punctuation(slice_cut(text, from, text.n));
    if (from == 0 || rest.n == 0) {
        return false;
    }
    *value = skip_number_word(rest);
    return true;
}

/* ---- normal forms ---- */

static void add_char(struct identifier *id, utf8proc_int32_t c, bool *full)
{
    utf8proc_uint8_t bytes[4];
    size_t n = (size_t)utf8proc_encode_char(c, bytes);
    if (id->n + n >= ID_TEXT_MAX) {
        *full = true;
        return;
    }
    memcpy(id->text + id->n, bytes, n);
    id->n += n;
}

static bool is_letter_or_digit(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/* Letters and digits only, upper case, full-width forms made plain. */
static void squeeze(struct slice s, struct identifier *id)
{
    enum { PIECES = 32 }; /* the longest decomposition of one character is 18 */
    bool full = false;
    for (size_t i = 0; i < s.n && !full;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                                 (utf8proc_ssize_t)(s.n - i), &c);
        if (step <= 0) {
            full = true;
            break;
        }
        i += (size_t)step;
        utf8proc_int32_t pieces[PIECES];
        int boundclass = 0;
        utf8proc_ssize_t n = utf8proc_decompose_char(
            c, pieces, PIECES, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK,
            &boundclass);
        for (utf8proc_ssize_t k = 0; k < n && k < PIECES; k++) {
            if (is_letter_or_digit(pieces[k])) {
                add_char(id, utf8proc_toupper(pieces[k]), &full);
            }
        }
    }
    if (full) {
        id->n = 0;
    }
    id->text[id->n] = '\0';
}

/* The address itself: behind "bitcoin:" or a currency in front of it, blanks taken out. */
static struct slice wallet_value(struct slice text)
{
    struct slice s = slice_trim(text);
    for (size_t i = s.n; i-- > 0;) {
        bool cuts = s.p[i] == ':' || (ascii_is_space(s.p[i]) && s.n - i > WALLET_SHORT);
        if (cuts && i + 1 < s.n) {
            return slice_cut(s, i + 1, s.n);
        }
    }
    return s;
}

/* Only where upper and lower case mean the same address may the case be folded. */
static bool wallet_ignores_case(struct slice s)
{
    struct slice rest = s.n > 2 ? slice_cut(s, 2, s.n) : (struct slice){NULL, 0};
    bool hex = slice_starts_nocase(s, "0x") && check_is_hex(rest.p, rest.n);
    bool upper = true;
    bool lower = true;
    for (size_t i = 0; i < s.n; i++) {
        upper = upper && !ascii_is_lower(s.p[i]);
        lower = lower && !ascii_is_upper(s.p[i]);
    }
    bool bech32 = slice_starts_nocase(s, "bc1") || slice_starts_nocase(s, "tb1") ||
                  slice_starts_nocase(s, "ltc1");
    return hex || (bech32 && (upper || lower));
}

static void normalise_wallet(struct slice text, struct identifier *id)
{
    struct slice s = wallet_value(text);
    bool fold = wallet_ignores_case(s);
    for (size_t i = 0; i < s.n; i++) {
        if (ascii_is_space(s.p[i])) {
            continue;
        }
        if (id->n + 1 >= ID_TEXT_MAX) {
            id->n = 0;
            break;
        }
        id->text[id->n++] = fold ? ascii_lower(s.p[i]) : s.p[i];
    }
    id->text[id->n] = '\0';
}

/* ---- numbers that show their scheme ---- */

/* Is it a number whose form and check digits hardly come about by chance?  One check digit over
 * ten digits would take a tenth of all foreign numbers for Russian ones: not enough. */
static bool shows_scheme(enum id_scheme scheme, const struct identifier *id)
{
    switch (scheme) {
    case ID_LEI:
        return check_lei(id->text, id->n) == ID_CHECK_GOOD && !check_is_digits(id->text, id->n);
    case ID_INN:
        return id->n == 12 && check_inn(id->text, id->n) == ID_CHECK_GOOD;
    case ID_OGRN:
        return check_ogrn(id->text, id->n) == ID_CHECK_GOOD &&
               strchr(id->n == 13 ? "15" : "34", id->text[0]);
    default:
        return false;
    }
}

/* The scheme that a label or the number itself shows, else ID_OTHER; *value is then the number
 * without the label. */
static enum id_scheme shown_scheme(struct slice text, struct slice *value)
{
    static const enum id_scheme SHOWN[] = {ID_IMO, ID_LEI, ID_OGRN, ID_INN};
    for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++) {
        struct slice rest = text;
        bool labelled = skip_label(SHOWN[i], text, &rest);
        struct identifier id = {0};
        squeeze(rest, &id);
        bool good = id.n > 0 && SCHEMES[SHOWN[i]].check(id.text, id.n) == ID_CHECK_GOOD;
        if (good && (labelled || shows_scheme(SHOWN[i], &id))) {
            *value = rest;
            return SHOWN[i];
        }
    }
    return ID_OTHER;
}

static bool may_show_another(enum id_scheme s)
{
    return s == ID_OTHER || s == ID_NATIONAL || s == ID_TAX || s == ID_REGISTRATION;
}

void identifier_parse(enum id_scheme scheme, struct slice text, struct identifier *out)
{
    struct identifier id = {.scheme = scheme};
    struct slice value = text;
    if (may_show_another(scheme)) {
        enum id_scheme shown = shown_scheme(text, &value);
        id.scheme = shown == ID_OTHER ? scheme : shown;
    } else {
        (void)skip_label(scheme, text, &value);
    }
    if (scheme == ID_WALLET) {
        normalise_wallet(value, &id);
    } else {
        squeeze(value, &id);
    }
    /* A head office may be written with or without its "branch". */
    if (scheme == ID_BIC && id.n == 11 && memcmp(id.text + 8, "XXX", 3) == 0) {
        id.n = 8;
        id.text[id.n] = '\0';
    }
    check_fn check = SCHEMES[id.scheme].check;
    id.check = check && id.n > 0 ? check(id.text, id.n) : ID_CHECK_NONE;
    *out = id;
}

bool identifier_is_strong(const struct identifier *id)
{
    if (!(SCHEMES[id->scheme].flags & IS_STRONG) || id->n < STRONG_MIN) {
        return false;
    }
    /* A long address of a chain whose form is not known here is no less one of a kind. */
    bool long_wallet = id->scheme == ID_WALLET && id->n >= WALLET_SHORT;
    return id->check == ID_CHECK_GOOD || (long_wallet && id->check == ID_CHECK_NONE);
}

bool id_scheme_is_single(enum id_scheme s)
{
    return SCHEMES[s].flags & IS_SINGLE;
}
