#include "text/number.h"

#include "text/tables.h"

enum {
    DIGITS_CERTAIN = 6,     /* so many digits are no numeral of a name */
    WORD_WITHOUT_DIGIT = 3, /* letters of such a word in a number: "HRB", "B" */
    CRAFT_LETTERS = 5,      /* the same in a call sign */
    CRAFT_MIN = 4,
    CRAFT_MAX = 8,
    CRAFT_DIGITS = 3,
    BASE58_MIN = 25,
    BASE58_MAX = 95,
    IMO_DIGITS = 7
};

/* What is looked at: the words that are the number itself. */
struct number {
    char text[NUMBER_BYTES_MAX];
    size_t n;
    size_t words;
    size_t digits;
    size_t longest_letters; /* in a row */
    bool labelled;
    bool craft;
    bool fits; /* all words may be parts of a number */
    bool has_legal_form;
    bool joined; /* no blank inside */
};

static struct slice ascii_of(const struct word *w, char out[NUMBER_BYTES_MAX])
{
    size_t n = 0;
    for (; n < w->n && n < NUMBER_BYTES_MAX; n++) {
        if (w->cp[n] >= 0x80) {
            return (struct slice){NULL, 0};
        }
        out[n] = (char)w->cp[n];
    }
    return n == w->n ? (struct slice){out, n} : (struct slice){NULL, 0};
}

/* Words of other alphabets that announce a number: ИНН, ОГРН, КПП, ИМО. */
static bool is_label_of_letters(const struct word *w)
{
    static const uint32_t LABELS[][6] = {
        {0x438, 0x43D, 0x43D}, {0x43E, 0x433, 0x440, 0x43D}, {0x43A, 0x43F, 0x43F},
        {0x438, 0x43C, 0x43E}, {0x43E, 0x43A, 0x43F, 0x43E}, {0x443, 0x43D, 0x43F}};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        size_t n = 0;
        while (LABELS[i][n]) {
            n++;
        }
        if (w->n == n && memcmp(w->cp, LABELS[i], n * sizeof *w->cp) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_label(const struct word *w)
{
    char text[NUMBER_BYTES_MAX];
    uint32_t unused;
    struct slice s = ascii_of(w, text);
    return s.n ? word_table_get(&TABLE_NUMBER_LABELS, s, &unused) : is_label_of_letters(w);
}

/* "imo8019344" without what announces it. */
static struct slice without_label(struct slice s)
{
    size_t letters = 0;
    uint32_t unused;
    while (letters < s.n && !ascii_is_digit(s.p[letters])) {
        letters++;
    }
    struct slice rest = slice_cut(s, letters, s.n);
    size_t digits = 0;
    while (digits < rest.n && ascii_is_digit(rest.p[digits])) {
        digits++;
    }
    return digits == rest.n && digits >= DIGITS_CERTAIN &&
                   word_table_get(&TABLE_NUMBER_LABELS, slice_cut(s, 0, letters), &unused)
               ? rest
               : s;
}

static void add_word(struct number *x, const struct word *w, bool first)
{
    char text[NUMBER_BYTES_MAX];
    struct slice s = without_label(ascii_of(w, text));
    if (s.n == 0 || x->n + s.n > NUMBER_BYTES_MAX) {
        x->fits = false;
        return;
    }
    size_t digits = 0;
    size_t letters = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool digit = ascii_is_digit(s.p[i]);
        digits += digit;
        letters = digit ? 0 : letters + 1;
        x->longest_letters = letters > x->longest_letters ? letters : x->longest_letters;
    }
    uint32_t unused;
    x->fits &= digits > 0 || s.n <= WORD_WITHOUT_DIGIT || x->labelled ||
               (x->craft && s.n <= CRAFT_LETTERS);
    x->has_legal_form |=
        digits == 0 && s.n > 1 && word_table_get(&TABLE_LEGAL_FORMS, s, &unused);
    x->joined &= first || !w->after_blank;
    memcpy(x->text + x->n, s.p, s.n);
    x->n += s.n;
    x->digits += digits;
    x->words++;
}

static struct number read_number(const struct word *words, size_t n, bool craft)
{
    struct number x = {.fits = true, .joined = true, .craft = craft};
    for (size_t i = 0; i < n; i++) {
        x.labelled |= is_label(&words[i]);
    }
    for (size_t i = 0; i < n && x.fits; i++) {
        if (!is_label(&words[i])) {
            add_word(&x, &words[i], x.words == 0);
        }
    }
    return x;
}

/* A mark of an aircraft or a call sign: digits in front of letters, or several. */
static bool is_craft_mark(const struct number *x)
{
    bool letter_behind_digit = false;
    for (size_t i = 1; i < x->n; i++) {
        letter_behind_digit |= ascii_is_digit(x->text[i - 1]) && ascii_is_alpha(x->text[i]);
    }
    return x->longest_letters < CRAFT_MIN && (letter_behind_digit || x->digits >= CRAFT_DIGITS);
}

static enum number_sort sort_of(const struct number *x)
{
    if (!x->fits || x->words == 0 || x->digits == 0) {
        return NUMBER_NONE;
    }
    if (x->digits >= DIGITS_CERTAIN && (x->labelled || !x->has_legal_form)) {
        return NUMBER_CERTAIN;
    }
    if (x->words == 1 && x->n >= BASE58_MIN) {
        return NUMBER_CERTAIN; /* no word of a name has so many letters and a digit */
    }
    if (x->craft && x->labelled && x->n >= CRAFT_MIN) {
        return NUMBER_CERTAIN;
    }
    if (!x->craft || x->n < CRAFT_MIN || x->n > CRAFT_MAX) {
        return NUMBER_NONE;
    }
    return is_craft_mark(x) ? NUMBER_CERTAIN : x->joined ? NUMBER_PERHAPS : NUMBER_NONE;
}

/* Bech32 and hexadecimal have prefixes of their own and know no case. */
static bool is_base58(struct slice s)
{
    if (s.n < BASE58_MIN || s.n > BASE58_MAX || slice_starts_nocase(s, "bc1") ||
        slice_starts_nocase(s, "tb1") || slice_starts_nocase(s, "ltc1") ||
        slice_starts_nocase(s, "0x")) {
        return false;
    }
    bool capital = false;
    bool small = false;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_alnum(s.p[i]) || strchr("0OIl", s.p[i])) {
            return false;
        }
        capital |= ascii_is_upper(s.p[i]);
        small |= ascii_is_alpha(s.p[i]) && !ascii_is_upper(s.p[i]);
    }
    return capital && small;
}

/* The number as it is written in `raw`, where its letters have the case that counts. */
static struct slice as_written(struct slice raw, const struct number *x)
{
    for (size_t at = 0; at + x->n <= raw.n; at++) {
        size_t i = 0;
        while (i < x->n && ascii_lower(raw.p[at + i]) == x->text[i]) {
            i++;
        }
        if (i == x->n) {
            return slice_cut(raw, at, at + x->n);
        }
    }
    return (struct slice){NULL, 0};
}

enum number_sort number_of(struct slice raw, const struct word *words, size_t n, bool craft,
                           char out[NUMBER_BYTES_MAX], size_t *length)
{
    struct number x = read_number(words, n, craft);
    enum number_sort sort = sort_of(&x);
    if (sort == NUMBER_NONE) {
        return sort;
    }
    struct slice written = x.words == 1 ? as_written(raw, &x) : (struct slice){NULL, 0};
    memcpy(out, written.n && is_base58(written) ? written.p : x.text, x.n);
    *length = x.n;
    return sort;
}

size_t number_imo_at(struct slice s, size_t at)
{
    if (!s.p || at >= s.n) {
        return 0;
    }
    struct slice rest = slice_cut(s, at, s.n);
    if ((at > 0 && ascii_is_alnum(s.p[at - 1])) || !slice_starts_nocase(rest, "imo")) {
        return 0;
    }
    size_t i = 3;
    size_t digits = 0;
    while (i < rest.n && digits < IMO_DIGITS) {
        if (ascii_is_digit(rest.p[i])) {
            digits++;
        } else if (!strchr(" :.#-", rest.p[i]) && !(digits == 0 && strchr("NnOo", rest.p[i]))) {
            return 0;
        }
        i++;
    }
    bool ends = i == rest.n || !ascii_is_alnum(rest.p[i]);
    return digits == IMO_DIGITS && ends ? i : 0;
}
