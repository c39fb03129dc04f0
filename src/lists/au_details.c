#include "lists/au_details.h"

#include <string.h>

#include "lists/dates_text.h"
#include "lists/listing.h"
#include "lists/pieces.h"
#include "model/country.h"

enum use {
    USE_NUMBER, /* a number, with its country before the label or in brackets behind it */
    USE_TEXT,   /* behind a colon, up to the end of the sentence; may be lettered */
    USE_WORD,   /* behind a colon, one word: an address of the net */
    USE_DATES   /* dates of birth */
};

/* Longer labels stand before those that they begin with. */
static const struct {
    const char *label;
    enum use use;
    enum property prop;
} LABELS[] = {
    {"passport", USE_NUMBER, PROP_PASSPORT_NUMBER},
    {"travel document", USE_NUMBER, PROP_PASSPORT_NUMBER},
    {"national identification card", USE_NUMBER, PROP_ID_NUMBER},
    {"national identification", USE_NUMBER, PROP_ID_NUMBER},
    {"national identity card", USE_NUMBER, PROP_ID_NUMBER},
    {"national identity", USE_NUMBER, PROP_ID_NUMBER},
    {"national id card", USE_NUMBER, PROP_ID_NUMBER},
    {"national id", USE_NUMBER, PROP_ID_NUMBER},
    {"civil identification", USE_NUMBER, PROP_ID_NUMBER},
    {"identity card", USE_NUMBER, PROP_ID_NUMBER},
    {"social security", USE_NUMBER, PROP_SOCIAL_SECURITY_NUMBER},
    {"imo identification", USE_NUMBER, PROP_IMO_NUMBER},
    {"imo", USE_NUMBER, PROP_IMO_NUMBER},
    {"mmsi", USE_NUMBER, PROP_MMSI},
    {"company identification", USE_NUMBER, PROP_REGISTRATION_NUMBER},
    {"company number", USE_NUMBER, PROP_REGISTRATION_NUMBER},
    {"registration number", USE_NUMBER, PROP_REGISTRATION_NUMBER},
    {"registration no", USE_NUMBER, PROP_REGISTRATION_NUMBER},
    {"registration id", USE_NUMBER, PROP_REGISTRATION_NUMBER},
    {"tax id", USE_NUMBER, PROP_TAX_NUMBER},
    {"tax identification", USE_NUMBER, PROP_TAX_NUMBER},
    {"national tax number", USE_NUMBER, PROP_TAX_NUMBER},
    {"fiscal code", USE_NUMBER, PROP_TAX_NUMBER},
    {"government gazette", USE_NUMBER, PROP_OKPO_CODE},
    {"swift/bic", USE_NUMBER, PROP_SWIFT_BIC},
    {"title", USE_TEXT, PROP_TITLE},
    {"designation", USE_TEXT, PROP_POSITION},
    {"last known position", USE_TEXT, PROP_POSITION},
    {"position", USE_TEXT, PROP_POSITION},
    {"military rank", USE_TEXT, PROP_POSITION},
    {"gender", USE_TEXT, PROP_GENDER},
    {"sex", USE_TEXT, PROP_GENDER},
    {"mother’s name", USE_TEXT, PROP_MOTHER_NAME},
    {"mother's name", USE_TEXT, PROP_MOTHER_NAME},
    {"father’s name", USE_TEXT, PROP_FATHER_NAME},
    {"father's name", USE_TEXT, PROP_FATHER_NAME},
    {"physical description", USE_TEXT, PROP_APPEARANCE},
    {"ethnic background", USE_TEXT, PROP_ETHNICITY},
    {"websites", USE_WORD, PROP_WEBSITE},
    {"website", USE_WORD, PROP_WEBSITE},
    {"email", USE_WORD, PROP_EMAIL},
    {"alternative dob", USE_DATES, PROP_BIRTH_DATE},
};

enum { LABEL_COUNT = sizeof LABELS / sizeof LABELS[0], SHORTEST = 5, LONGEST = 24 };

/* ---- places in the text ---- */

static bool begins_word(struct slice s, size_t at)
{
    return at == 0 || !ascii_is_alnum(s.p[at - 1]);
}

/* The label at `at`, or LABEL_COUNT. */
static size_t label_at(struct slice s, size_t at)
{
    struct slice rest = slice_cut(s, at, s.n);
    for (size_t i = 0; begins_word(s, at) && i < LABEL_COUNT; i++) {
        size_t n = strlen(LABELS[i].label);
        if (slice_starts_nocase(rest, LABELS[i].label) &&
            (n == rest.n || !ascii_is_alpha(rest.p[n]))) {
            return i;
        }
    }
    return LABEL_COUNT;
}

static bool has_colon(struct slice behind)
{
    behind = slice_trim(behind);
    return behind.n && behind.p[0] == ':';
}

/* Is "no.:" or a colon alone what stands behind a label? */
static bool heads_a_value(struct slice behind)
{
    static const char *const WORDS[] = {"numbers", "number", "nos.", "nos", "no.", "no"};
    behind = slice_trim(behind);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_starts_nocase(behind, WORDS[i])) {
            return has_colon(slice_cut(behind, strlen(WORDS[i]), behind.n));
        }
    }
    return has_colon(behind);
}

/* Where the sentence ends: line end, semicolon, a full stop behind a whole word with a capital
 * after it, or the next label with a colon. */
static size_t sentence_end(struct slice s)
{
    for (size_t i = 0; s.p && i < s.n; i++) {
        if (s.p[i] == '\n' || s.p[i] == ';') {
            return i;
        }
        bool stop = s.p[i] == '.' && i >= 4 && ascii_is_alpha(s.p[i - 1]) &&
                    ascii_is_alpha(s.p[i - 2]) && ascii_is_alpha(s.p[i - 3]) &&
                    ascii_is_alpha(s.p[i - 4]);
        if (stop && (i + 1 == s.n || ascii_is_space(s.p[i + 1]))) {
            return i;
        }
        size_t label = i && ascii_is_upper(s.p[i]) ? label_at(s, i) : (size_t)LABEL_COUNT;
        if (label < LABEL_COUNT &&
            heads_a_value(slice_cut(s, i + strlen(LABELS[label].label), s.n))) {
            return i;
        }
    }
    return s.n;
}

/* ---- numbers ---- */

static struct slice skip_fillers(struct slice s)
{
    static const char *const WORDS[] = {"number", "numbers", "nos", "no",
                                        "n°",     "(s)",     "is",  "was"};
    for (bool moved = true; moved;) {
        moved = false;
        while (s.n && memchr(" \xa0\xc2:.#-)", s.p[0], 8)) {
            s = slice_cut(s, 1, s.n);
        }
        for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
            size_t n = strlen(WORDS[i]);
            bool whole = s.n > n && !ascii_is_alnum(s.p[n]);
            if (whole && slice_starts_nocase(s, WORDS[i])) {
                s = slice_cut(s, n, s.n);
                moved = true;
            }
        }
    }
    return s;
}

static struct slice token_of(struct slice s)
{
    size_t n = 0;
    while (n < s.n && (ascii_is_alnum(s.p[n]) || s.p[n] == '-' || s.p[n] == '/')) {
        n++;
    }
    return slice_cut(s, 0, n);
}

static size_t digits_in(struct slice s)
{
    size_t n = 0;
    for (size_t i = 0; s.p && i < s.n; i++) {
        n += ascii_is_digit(s.p[i]);
    }
    return n;
}

static bool is_all_capitals(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_upper(s.p[i])) {
            return false;
        }
    }
    return s.n > 0;
}

/* "TR024417", "OA 454044", "101 0015 9792": the number at the start of the text, or nothing. */
static struct slice number_at(struct slice s)
{
    struct slice token = token_of(s);
    size_t n = token.n;
    bool letters = token.n <= 3 && is_all_capitals(token);
    for (;;) {
        struct slice next = n < s.n && s.p[n] == ' ' ? token_of(slice_cut(s, n + 1, s.n))
                                                     : (struct slice){NULL, 0};
        bool goes_on = next.n && digits_in(next) == next.n &&
                       (letters || (digits_in(token) == token.n && next.n >= 3));
        if (!goes_on) {
            break;
        }
        n += 1 + next.n;
        letters = false;
        token = next;
    }
    struct slice number = slice_cut(s, 0, n);
    return digits_in(number) >= 4 && n >= SHORTEST && n <= LONGEST ? number
                                                                   : (struct slice){NULL, 0};
}

/* "(Iran)" behind the number, else the one to three words before the label. */
static struct slice country_of(struct slice before, struct slice behind)
{
    behind = slice_trim(behind);
    if (behind.n && behind.p[0] == '(') {
        struct slice code = country_code(slice_cut(behind, 1, slice_find(behind, 0, ")")));
        if (code.n) {
            return code;
        }
    }
    before = slice_trim(before);
    size_t at = before.n;
    struct slice found = {NULL, 0};
    for (size_t words = 0; words < 3 && at > 0; words++) {
        while (at && before.p[at - 1] != ' ') {
            at--;
        }
        struct slice code = country_code(slice_cut(before, at, before.n));
        found = code.n ? code : found;
        at -= at > 0;
    }
    return found;
}

static struct slice swift_of(struct slice s)
{
    struct slice token = token_of(s);
    return token.n == 8 || token.n == 11 ? token : (struct slice){NULL, 0};
}

static struct slice number_of(enum property prop, struct slice text)
{
    return prop == PROP_SWIFT_BIC ? swift_of(text) : number_at(text);
}

/* "6110111883885", or with up to three words of a country in front: "Saudi Arabian 10142". */
static void put_piece(struct reading *r, struct entity *e, enum property prop,
                      struct slice text)
{
    const struct slice none = {NULL, 0};
    struct slice first = number_of(prop, text);
    size_t at = 0;
    if (first.n) {
        value_put_noted(r, e, prop, first, country_of(none, slice_cut(text, first.n, text.n)));
        return;
    }
    for (size_t words = 0; words < 3 && at < text.n; words++) {
        at = slice_find(text, at, " ");
        struct slice code = country_code(slice_cut(text, 0, at));
        struct slice number = number_of(prop, skip_fillers(slice_cut(text, at, text.n)));
        if (code.n && number.n) {
            value_put_noted(r, e, prop, number, code);
            return;
        }
        at += at < text.n;
    }
}

static void put_number(struct reading *r, struct entity *e, enum property prop,
                       struct slice before, struct slice behind)
{
    struct slice rest = skip_fillers(behind);
    struct slice number = number_of(prop, rest);
    if (number.n) {
        struct slice after = slice_cut(rest, number.n, rest.n);
        value_put_noted(r, e, prop, number, country_of(before, after));
        return;
    }
    struct lettered l = {.rest = slice_cut(rest, 0, sentence_end(rest))};
    struct slice piece;
    while (lettered_next(&l, &piece)) {
        put_piece(r, e, prop, slice_trim(piece));
    }
}

/* ---- words ---- */

static void put_text(struct reading *r, struct entity *e, enum property prop,
                     struct slice behind)
{
    struct lettered l = {.rest = slice_cut(behind, 0, sentence_end(behind))};
    struct slice piece;
    while (lettered_next(&l, &piece)) {
        piece = pieces_bare(r, piece);
        if (!pieces_say_nothing(piece)) {
            value_put(r, e, prop, piece);
        }
    }
}

static void put_word(struct reading *r, struct entity *e, enum property prop,
                     struct slice behind)
{
    behind = slice_trim(behind);
    size_t n = 0;
    while (n < behind.n && !ascii_is_space(behind.p[n]) && behind.p[n] != ';') {
        n++;
    }
    struct slice word = pieces_bare(r, slice_cut(behind, 0, n));
    if (slice_find(word, 0, ".") < word.n) {
        value_put(r, e, prop, word);
    }
}

static void put_labelled(struct reading *r, struct entity *e, size_t label, struct slice before,
                         struct slice behind)
{
    enum property prop = LABELS[label].prop;
    if (LABELS[label].use == USE_NUMBER) {
        put_number(r, e, prop, before, behind);
        return;
    }
    behind = slice_trim(behind);
    if (!has_colon(behind)) {
        return;
    }
    behind = slice_cut(behind, 1, behind.n);
    if (LABELS[label].use == USE_TEXT) {
        put_text(r, e, prop, behind);
    } else if (LABELS[label].use == USE_WORD) {
        put_word(r, e, prop, behind);
    } else {
        dates_put(r, e, prop, "Date of birth", slice_cut(behind, 0, sentence_end(behind)));
    }
}

void au_put_details(struct reading *r, struct entity *e, struct slice text)
{
    struct slice first = text;
    first = slice_next(&first, ' ');
    if (listing_is_un_reference(first)) {
        value_put(r, e, PROP_UNISC_ID, first);
    }
    for (size_t at = 0; at < text.n; at++) {
        size_t label = ascii_is_alpha(text.p[at]) ? label_at(text, at) : (size_t)LABEL_COUNT;
        if (label < LABEL_COUNT) {
            size_t behind = at + strlen(LABELS[label].label);
            put_labelled(r, e, label, slice_cut(text, 0, at), slice_cut(text, behind, text.n));
            at = behind - 1;
        }
    }
}
