/*
 * A text is first copied lower-cased into a small buffer, with the dashes and blanks of Unicode
 * made ASCII.  Then words are taken off ("circa", "between", "to"), which leaves one or two
 * points in time; a point is at most three parts (numbers and month names), and the shape of
 * its parts decides how it is read.
 */
#include "model/date.h"

#include <assert.h>
#include <stdio.h>

#include "model/civil.h"

enum {
    TEXT_MAX = 64,  /* longer texts are no dates */
    PARTS_MAX = 3,  /* day, month, year */
    YEAR_DIGITS = 4 /* a year with fewer is refused: nobody can say which century it means */
};

/* A day, month or year; zero fields are unknown. */
struct point {
    int year, month, day;
    bool circa;
};

/* One piece of a point: a number, or the name of a month. */
struct part {
    int value;     /* the number, or 1–12 */
    size_t digits; /* how many digits were written; 0 for the name of a month */
    bool ordinal;  /* "8th" */
    char
        separator; /* what stands in front: one of "-/.," or a blank; 0 in front of the first */
};

/* Is it in the calendar?  A day without its month says nothing. */
static bool point_is_valid(int year, int month, int day)
{
    bool no_day = day == 0; /* only the month, or only the year, is known */
    return civil_is_day(year, month == 0 && no_day ? 1 : month, no_day ? 1 : day);
}

/* Length of the dash or blank that is not ASCII at p, with its ASCII twin in *ascii; else 0. */
static size_t wide_char(struct slice s, size_t at, char *ascii)
{
    static const struct {
        const char *bytes;
        char ascii;
    } TWINS[] = {
        {"\xc2\xa0", ' '},     /* no-break space */
        {"\xe2\x80\x89", ' '}, /* thin space */
        {"\xe2\x80\xaf", ' '}, /* narrow no-break space */
        {"\xe2\x80\x90", '-'}, /* hyphen */
        {"\xe2\x80\x91", '-'}, /* non-breaking hyphen */
        {"\xe2\x80\x92", '-'}, /* figure dash */
        {"\xe2\x80\x93", '-'}, /* en dash */
        {"\xe2\x80\x94", '-'}, /* em dash */
        {"\xe2\x88\x92", '-'}, /* minus sign */
    };
    struct slice rest = slice_cut(s, at, s.n);
    for (size_t i = 0; i < sizeof TWINS / sizeof *TWINS; i++) {
        if (slice_starts(rest, TWINS[i].bytes)) {
            *ascii = TWINS[i].ascii;
            return strlen(TWINS[i].bytes);
        }
    }
    return 0;
}

/* The text in lower case and plain ASCII; the empty slice when it cannot be a date. */
static struct slice plain_copy(struct slice text, char out[TEXT_MAX])
{
    text = slice_trim(text);
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        char c = text.p[i];
        size_t wide = wide_char(text, i, &c);
        if (n == TEXT_MAX || (wide == 0 && (unsigned char)c >= 0x80)) {
            return (struct slice){NULL, 0};
        }
        out[n++] = ascii_is_space(c) ? ' ' : ascii_lower(c);
        i += wide ? wide : 1;
    }
    return slice_trim((struct slice){out, n});
}

/* Takes the whole word off the front, with a full stop behind it. */
static bool take_word(struct slice *s, const char *word)
{
    size_t n = strlen(word);
    if (!slice_starts(*s, word) || (s->n > n && ascii_is_alpha(s->p[n]))) {
        return false;
    }
    if (s->n > n && s->p[n] == '.') {
        n++;
    }
    *s = slice_trim(slice_cut(*s, n, s->n));
    return true;
}

/* Takes "circa" and its like off either end. */
static bool take_circa(struct slice *s)
{
    static const char *const WORDS[] = {
        "circa", "approximately", "approx", "about", "around", "ca", "c", "~"};
    static const char *const TAILS[] = {"~", "(approximately)", "approximately", "(approx.)",
                                        "(circa)"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (take_word(s, WORDS[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof TAILS / sizeof *TAILS; i++) {
        if (slice_ends_nocase(*s, TAILS[i])) {
            *s = slice_trim(slice_cut(*s, 0, s->n - strlen(TAILS[i])));
            return true;
        }
    }
    return false;
}

/* "jan", "january", "sept": 1–12, else 0. */
static int month_of(struct slice word)
{
    static const char *const MONTHS[12] = {"january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december"};
    for (int m = 0; m < 12; m++) {
        if (slice_is(word, MONTHS[m]) || slice_eq(word, (struct slice){MONTHS[m], 3})) {
            return m + 1;
        }
    }
    return slice_is(word, "sept") ? 9 : 0;
}

static bool is_ordinal_ending(struct slice word)
{
    return slice_is(word, "st") || slice_is(word, "nd") || slice_is(word, "rd") ||
           slice_is(word, "th");
}

static struct slice take_letters(struct slice *s)
{
    size_t n = 0;
    while (n < s->n && ascii_is_alpha(s->p[n])) {
        n++;
    }
    struct slice word = {s->p, n};
    *s = slice_cut(*s, n, s->n);
    return word;
}

/* A number with its digits counted; "dd" and "mm" are how the British list says "unknown". */
static bool take_part(struct slice *s, struct part *part)
{
    if (s->n == 0) {
        return false;
    }
    if (!ascii_is_digit(s->p[0])) {
        struct slice word = take_letters(s);
        part->value = month_of(word);
        part->digits = slice_is(word, "dd") || slice_is(word, "mm") ? 2 : 0;
        return part->value > 0 || part->digits > 0;
    }
    size_t n = 0;
    for (; n < s->n && n <= 8 && ascii_is_digit(s->p[n]); n++) {
        part->value = part->value * 10 + (s->p[n] - '0');
    }
    part->digits = n;
    *s = slice_cut(*s, n, s->n);
    struct slice behind = *s;
    if (n <= 2 && is_ordinal_ending(take_letters(&behind))) {
        part->ordinal = true;
        *s = behind;
    }
    return n <= 8;
}

/* Blanks, or one of "-/.," with blanks around it; a comma or full stop may stand before a
 * dash ("Jan.-1984" is nobody's form, "8. Jan. 1984" is). */
static char take_separator(struct slice *s)
{
    char separator = 0;
    while (s->n > 0 && (s->p[0] == ' ' || memchr("-/.,", s->p[0], 4))) {
        if (s->p[0] != ' ' && separator != 0 && separator != ' ') {
            return 0;
        }
        if (s->p[0] != ' ' || separator == 0) {
            separator = s->p[0];
        }
        *s = slice_cut(*s, 1, s->n);
    }
    return separator;
}

/* Is what is left behind a whole day a time of day or a zone ("T00:00:00Z", "+01:00")? */
static bool is_time(struct slice s)
{
    s = slice_trim(s);
    if (s.n > 0 && s.p[0] == 't') {
        s = slice_cut(s, 1, s.n);
    }
    if (slice_is(s, "z")) {
        return true;
    }
    struct slice colon = s;
    if (slice_find(colon, 0, ":") == colon.n) {
        return false;
    }
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_digit(s.p[i]) && !memchr(":.+- zapm", s.p[i], 9)) {
            return false;
        }
    }
    return true;
}

/* Cuts the text into parts; 0 when it has none, too many, or something else among them. */
static size_t split_parts(struct slice s, struct part parts[PARTS_MAX])
{
    size_t n = 0;
    char separator = 0;
    while (n < PARTS_MAX) {
        struct part part = {.separator = separator};
        if (!take_part(&s, &part)) {
            return 0;
        }
        parts[n++] = part;
        if (s.n == 0 || (n == PARTS_MAX && is_time(s))) {
            return n;
        }
        separator = take_separator(&s);
        if (separator == 0) {
            return 0;
        }
        if (s.n == 0) {
            return separator == '.' ? n : 0;
        }
    }
    return 0;
}

static bool is_year(const struct part *p)
{
    return p->digits == YEAR_DIGITS;
}

static bool is_small(const struct part *p)
{
    return p->digits == 1 || p->digits == 2;
}

static bool is_month_name(const struct part *p)
{
    return p->digits == 0;
}

/* Two numbers before a year: which is the day?  Refused when both readings are possible, mean
 * different days, and the caller does not know. */
static bool read_day_and_month(int first, int second, bool day_first, struct point *p)
{
    bool as_day_first = point_is_valid(p->year, second, first);
    bool as_month_first = point_is_valid(p->year, first, second);
    if (as_day_first && as_month_first && first != second && !day_first) {
        return false;
    }
    bool use_day_first = as_day_first && (day_first || !as_month_first || first == second);
    p->day = use_day_first ? first : second;
    p->month = use_day_first ? second : first;
    return as_day_first || as_month_first;
}

static bool read_three(const struct part *a, bool day_first, struct point *p)
{
    bool named = is_month_name(&a[0]) || is_month_name(&a[1]);
    bool ordinal = a[0].ordinal || a[1].ordinal || a[2].ordinal;
    if (!named && (ordinal || a[1].separator != a[2].separator)) {
        return false;
    }
    if (is_year(&a[0]) && is_small(&a[2]) && (is_small(&a[1]) || is_month_name(&a[1]))) {
        *p = (struct point){.year = a[0].value, .month = a[1].value, .day = a[2].value};
        return true;
    }
    if (!is_year(&a[2])) {
        return false;
    }
    p->year = a[2].value;
    if (is_small(&a[0]) && is_small(&a[1])) {
        return read_day_and_month(a[0].value, a[1].value, day_first, p);
    }
    bool month_leads = is_month_name(&a[0]);
    const struct part *day = month_leads ? &a[1] : &a[0];
    const struct part *month = month_leads ? &a[0] : &a[1];
    p->day = day->value;
    p->month = month->value;
    return is_small(day) && is_month_name(month);
}

static bool read_two(const struct part *a, struct point *p)
{
    bool year_leads = is_year(&a[0]);
    const struct part *year = year_leads ? &a[0] : &a[1];
    const struct part *month = year_leads ? &a[1] : &a[0];
    p->year = year->value;
    p->month = month->value;
    return is_year(year) && !month->ordinal && (is_small(month) || is_month_name(month));
}

static bool read_one(const struct part *a, struct point *p)
{
    if (a->digits == 8) {
        *p = (struct point){
            .year = a->value / 10000, .month = a->value / 100 % 100, .day = a->value % 100};
        return p->month > 0 && p->day > 0;
    }
    p->year = a->value;
    return is_year(a);
}

static bool read_point(struct slice s, bool day_first, struct point *out)
{
    struct point p = {0};
    struct part parts[PARTS_MAX];
    bool circa = take_circa(&s);
    bool read = false;
    switch (split_parts(s, parts)) {
    case 1:
        read = read_one(parts, &p);
        break;
    case 2:
        read = read_two(parts, &p);
        break;
    case 3:
        read = read_three(parts, day_first, &p);
        break;
    default:
        break;
    }
    if (!read || !point_is_valid(p.year, p.month, p.day)) {
        return false;
    }
    p.circa = circa;
    *out = p;
    return true;
}

/* Is it the length of "1984", "1984-01" or "1984-01-08"? */
static bool is_iso_length(size_t n)
{
    return n == 4 || n == 7 || n == 10;
}

static void cut_in_two(struct slice s, size_t at, size_t n, struct slice *from,
                       struct slice *until)
{
    *from = slice_trim(slice_cut(s, 0, at));
    *until = slice_trim(slice_cut(s, at + n, s.n));
}

/* Finds where a span is cut in two.  The words come first: "01-02-1961 to 03-04-1962".  A dash
 * without blanks cuts only between two years, a slash only between two points of ISO. */
static bool split_span(struct slice s, struct slice *from, struct slice *until)
{
    static const char *const WORDS[] = {" to ", " until ", " - ", " / "};
    if (take_word(&s, "between")) {
        size_t at = slice_find(s, 0, " and ");
        cut_in_two(s, at, at < s.n ? strlen(" and ") : 0, from, until);
        return at < s.n;
    }
    (void)take_word(&s, "from");
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t at = slice_find(s, 0, WORDS[i]);
        if (at < s.n) {
            cut_in_two(s, at, strlen(WORDS[i]), from, until);
            return true;
        }
    }
    size_t at = s.n == 9 && s.p[4] == '-' ? 4 : slice_find(s, 0, "/");
    if (at == s.n || !is_iso_length(at) || !is_iso_length(s.n - at - 1)) {
        return false;
    }
    cut_in_two(s, at, 1, from, until);
    return true;
}

static enum date_precision point_precision(const struct point *p)
{
    return p->day ? DATE_DAY : p->month ? DATE_MONTH : DATE_YEAR;
}

static struct date date_of(const struct point *p)
{
    return (struct date){
        .year = (int16_t)p->year,
        .month = (uint8_t)p->month,
        .day = (uint8_t)p->day,
        .precision = (uint8_t)point_precision(p),
        .circa = p->circa,
    };
}

static bool read_span(struct slice s, bool day_first, struct date *out)
{
    struct slice from_text, until_text;
    struct point from, until;
    if (!split_span(s, &from_text, &until_text) || !read_point(from_text, day_first, &from) ||
        !read_point(until_text, day_first, &until)) {
        return false;
    }
    struct date d = date_of(&from);
    struct date end = date_of(&until);
    if (date_last_day(&end) < date_first_day(&d)) {
        return false;
    }
    d.circa = from.circa || until.circa;
    if (from.year != until.year || from.month != until.month || from.day != until.day) {
        d.until_year = end.year;
        d.until_month = end.month;
        d.until_day = end.day;
    }
    *out = d;
    return true;
}

bool date_parse(struct slice text, bool day_first, struct date *out)
{
    char copy[TEXT_MAX];
    struct slice s = plain_copy(text, copy);
    bool circa = take_circa(&s);
    struct point p;
    struct date d;
    if (read_point(s, day_first, &p)) {
        d = date_of(&p);
    } else if (!read_span(s, day_first, &d)) {
        return false;
    }
    d.circa = d.circa || circa;
    *out = d;
    return true;
}

static size_t print_point(char *out, size_t room, int year, int month, int day)
{
    int n;
    if (day) {
        n = snprintf(out, room, "%04d-%02d-%02d", year, month, day);
    } else if (month) {
        n = snprintf(out, room, "%04d-%02d", year, month);
    } else {
        n = snprintf(out, room, "%04d", year);
    }
    return n > 0 ? (size_t)n : 0;
}

size_t date_print(const struct date *d, char out[DATE_TEXT])
{
    out[0] = '\0';
    if (d->precision == DATE_NONE) {
        return 0;
    }
    size_t n = print_point(out, DATE_TEXT, d->year, d->month, d->day);
    if (d->until_year) {
        out[n++] = '/';
        n += print_point(out + n, DATE_TEXT - n, d->until_year, d->until_month, d->until_day);
    }
    if (d->circa) {
        out[n++] = '~';
        out[n] = '\0';
    }
    return n;
}

int32_t date_first_day(const struct date *d)
{
    assert(d->precision != DATE_NONE);
    return civil_day(d->year, d->month ? d->month : 1, d->day ? d->day : 1);
}

int32_t date_last_day(const struct date *d)
{
    assert(d->precision != DATE_NONE);
    int year = d->until_year ? d->until_year : d->year;
    int month = d->until_year ? d->until_month : d->month;
    int day = d->until_year ? d->until_day : d->day;
    month = month ? month : 12;
    return civil_day(year, month, day ? day : civil_month_length(year, month));
}
