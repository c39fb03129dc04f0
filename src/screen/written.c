#include "screen/written.h"

#include "model/date.h"

enum { IMO_DIGITS = 7 };

static bool is_one_of(struct slice text, const char *const *words)
{
    for (; *words; words++) {
        if (slice_eq_nocase(text, slice_of(*words))) {
            return true;
        }
    }
    return false;
}

bool written_is_nothing(struct slice text)
{
    static const char *const WORDS[] = {"-",    "--",   "?",       "n/a", "n.a.", "#n/a",
                                        "null", "none", "unknown", "nil", "nan",  NULL};
    return text.n == 0 || is_one_of(text, WORDS);
}

struct slice written_next(struct slice *rest, const char *separators)
{
    struct slice s = *rest;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] && strchr(separators, s.p[i])) {
            *rest = slice_cut(s, i + 1, s.n);
            return slice_cut(s, 0, i);
        }
    }
    *rest = (struct slice){NULL, 0};
    return s;
}

bool written_gender(struct slice text, struct slice *out)
{
    static const char *const MALE[] = {"m",         "male",     "man",     "masculine",
                                       "mr",        "männlich", "maschio", "homme",
                                       "masculino", "м",        "男",      NULL};
    static const char *const FEMALE[] = {"f",        "female", "woman",    "feminine", "mrs",
                                         "ms",       "w",      "weiblich", "femmina",  "femme",
                                         "femenino", "ж",      "女",       NULL};
    static const char *const OTHER[] = {"other", "diverse", "divers", "non-binary", "d", NULL};
    static const char *const OPEN[] = {"u", "x", "unknown", "unspecified", "not known", NULL};
    if (is_one_of(text, MALE)) {
        *out = SLICE("male");
    } else if (is_one_of(text, FEMALE)) {
        *out = SLICE("female");
    } else if (is_one_of(text, OTHER)) {
        *out = SLICE("other");
    } else if (is_one_of(text, OPEN)) {
        *out = (struct slice){NULL, 0};
    } else {
        return false;
    }
    return true;
}

struct schema_word {
    const char *word;
    enum schema schema;
};

static const struct schema_word SCHEMA_WORDS[] = {
    {"individual", SCHEMA_PERSON},
    {"natural person", SCHEMA_PERSON},
    {"private", SCHEMA_PERSON},
    {"human", SCHEMA_PERSON},
    {"people", SCHEMA_PERSON},
    {"p", SCHEMA_PERSON},
    {"i", SCHEMA_PERSON},
    {"organisation", SCHEMA_ORGANIZATION},
    {"org", SCHEMA_ORGANIZATION},
    {"corporate", SCHEMA_ORGANIZATION},
    {"corporation", SCHEMA_ORGANIZATION},
    {"business", SCHEMA_ORGANIZATION},
    {"firm", SCHEMA_ORGANIZATION},
    {"entity", SCHEMA_ORGANIZATION},
    {"legal person", SCHEMA_ORGANIZATION},
    {"bank", SCHEMA_ORGANIZATION},
    {"legal entity", SCHEMA_LEGAL_ENTITY},
    {"public body", SCHEMA_PUBLIC_BODY},
    {"government", SCHEMA_PUBLIC_BODY},
    {"ship", SCHEMA_VESSEL},
    {"boat", SCHEMA_VESSEL},
    {"aircraft", SCHEMA_AIRPLANE},
    {"plane", SCHEMA_AIRPLANE},
    {"wallet", SCHEMA_CRYPTO_WALLET},
    {"crypto", SCHEMA_CRYPTO_WALLET},
    {"crypto wallet", SCHEMA_CRYPTO_WALLET},
};

bool written_schema(struct slice text, enum schema *schema, bool *any)
{
    *any = slice_eq_nocase(text, SLICE("any"));
    *schema = *any ? SCHEMA_NONE : schema_find(text);
    for (size_t i = 0; i < sizeof SCHEMA_WORDS / sizeof SCHEMA_WORDS[0]; i++) {
        if (slice_eq_nocase(text, slice_of(SCHEMA_WORDS[i].word))) {
            *schema = SCHEMA_WORDS[i].schema;
        }
    }
    return *any || (*schema != SCHEMA_NONE && schema_is_party(*schema));
}

/* ---- numbers in names ---- */

/* Offset behind "IMO" and what may stand between it and the digits; 0 when it is not there. */
static size_t behind_imo(struct slice s, size_t at)
{
    static const char BETWEEN[] = " \t:.#-";
    bool starts = at == 0 || !ascii_is_alnum(s.p[at - 1]);
    if (!starts || at + 3 > s.n || !slice_eq_nocase(slice_cut(s, at, at + 3), SLICE("IMO"))) {
        return 0;
    }
    size_t i = at + 3;
    while (i < s.n && s.p[i] && strchr(BETWEEN, s.p[i])) {
        i++;
    }
    if (i + 2 <= s.n && slice_eq_nocase(slice_cut(s, i, i + 2), SLICE("NO"))) {
        i += 2;
        while (i < s.n && s.p[i] && strchr(BETWEEN, s.p[i])) {
            i++;
        }
    }
    return i;
}

/* Seven digits and no more at `at`. */
static bool is_imo_number(struct slice s, size_t at)
{
    for (size_t i = at; i < at + IMO_DIGITS; i++) {
        if (i >= s.n || !ascii_is_digit(s.p[i])) {
            return false;
        }
    }
    return at + IMO_DIGITS == s.n || !ascii_is_alnum(s.p[at + IMO_DIGITS]);
}

static bool is_bracket_or_blank(char c)
{
    return c && strchr(" \t()[],;-", c);
}

bool written_imo_in(struct slice name, struct slice *before, struct slice *behind,
                    struct identifier *out)
{
    for (size_t at = 0; at + 3 + IMO_DIGITS <= name.n; at++) {
        size_t digits = behind_imo(name, at);
        if (!digits || !is_imo_number(name, digits)) {
            continue;
        }
        size_t end = digits + IMO_DIGITS;
        identifier_parse(ID_IMO, slice_cut(name, digits, end), out);
        if (out->check != ID_CHECK_GOOD) {
            continue;
        }
        while (at > 0 && is_bracket_or_blank(name.p[at - 1])) {
            at--;
        }
        while (end < name.n && is_bracket_or_blank(name.p[end])) {
            end++;
        }
        *before = slice_cut(name, 0, at);
        *behind = slice_cut(name, end, name.n);
        return true;
    }
    return false;
}

/* ---- dates ---- */

bool written_is_stand_in_date(struct slice text)
{
    struct date d;
    if (!date_parse(text, true, &d) || d.until_year) {
        return false;
    }
    bool new_year = d.precision == DATE_DAY && d.month == 1 && d.day == 1;
    return d.year == 9999 || d.year == 1 || (new_year && (d.year == 1900 || d.year == 1901));
}

/* One or two digits at the start of `s`; their number, 0 when there are none. */
static size_t short_number(struct slice s)
{
    size_t n = 0;
    while (n < s.n && n < 3 && ascii_is_digit(s.p[n])) {
        n++;
    }
    return n < 3 ? n : 0;
}

bool written_exchanged_date(struct slice text, char out[WRITTEN_DATE_MAX])
{
    struct slice s = slice_trim(text);
    size_t first = short_number(s);
    if (!first || first + 1 >= s.n || s.n >= WRITTEN_DATE_MAX || !strchr("/.-", s.p[first])) {
        return false;
    }
    struct slice behind = slice_cut(s, first + 1, s.n);
    size_t second = short_number(behind);
    if (!second || second >= behind.n || behind.p[second] != s.p[first]) {
        return false;
    }
    memcpy(out, behind.p, second);
    out[second] = s.p[first];
    memcpy(out + second + 1, s.p, first);
    memcpy(out + second + 1 + first, behind.p + second, behind.n - second);
    out[s.n] = '\0';
    return true;
}
