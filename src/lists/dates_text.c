#include "lists/dates_text.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "lists/pieces.h"
#include "lists/values.h"
#include "model/date.h"

/* Nobody on a list was born earlier: such a year is of another calendar. */
enum { YEAR_MIN = 1850, DEPTH_MAX = 64, WORDS_MAX = 3 };

struct taking {
    struct reading *r;
    struct entity *e;
    enum property prop;
    const char *label;
};

static void put_note(const struct taking *t, struct slice text)
{
    struct slice pieces[2] = {slice_of(t->label), pieces_tidy(t->r, text)};
    value_put_joined(t->r, t->e, PROP_NOTES, pieces, 2, ": ");
}

/* "1955- 1958" as "1955-1958", without a word that date_parse() would not expect. */
static struct slice plain(struct reading *r, struct slice s)
{
    size_t to = slice_find(s, 0, " to ");
    if (slice_starts_nocase(s, "between ") && to < s.n) {
        s = slice_trim(slice_cut(s, 8, s.n));
    }
    size_t dash = slice_find(s, 0, "-");
    if (dash == s.n || dash < 5) {
        return s;
    }
    struct slice sides[2] = {slice_trim(slice_cut(s, 0, dash)),
                             slice_trim(slice_cut(s, dash + 1, s.n))};
    bool years = sides[1].n == 4 && ascii_is_digit(sides[0].p[sides[0].n - 1]);
    return years ? value_join(r, sides, 2, "-") : s;
}

static bool put_date(const struct taking *t, struct slice text)
{
    struct date date;
    char normal[DATE_TEXT];
    text = plain(t->r, pieces_bare(t->r, text));
    if (!date_parse(text, true, &date) || date.year < YEAR_MIN) {
        return false;
    }
    value_put(t->r, t->e, t->prop, (struct slice){normal, date_print(&date, normal)});
    return true;
}

/* The text without what stands in brackets; *found says whether there was any. */
static struct slice without_brackets(struct reading *r, struct slice s, bool *found)
{
    char *p = arena_alloc(&r->record, s.n);
    size_t n = 0;
    size_t depth = 0;
    for (size_t i = 0; p && i < s.n; i++) {
        depth += s.p[i] == '(';
        p[n] = s.p[i];
        n += depth == 0;
        depth -= depth && s.p[i] == ')';
    }
    *found = n < s.n;
    return (struct slice){p, p ? n : 0};
}

/* Where the text falls into two, with the length of what stands between; s.n when nowhere. */
static size_t find_joint(struct slice s, size_t *length)
{
    static const char *const JOINTS[] = {"; ",   ";",        ">>",      "\n", ", or ", " or ",
                                         " OR ", "alt DOB:", "alt DOB", "  ", ","};
    for (size_t i = 0; i < sizeof JOINTS / sizeof JOINTS[0]; i++) {
        size_t at = slice_find(s, 0, JOINTS[i]);
        if (at < s.n) {
            *length = strlen(JOINTS[i]);
            return at;
        }
    }
    return s.n;
}

/* The only year that stands in the text, or the empty slice. */
static struct slice only_year(struct slice s)
{
    struct slice year = {NULL, 0};
    for (size_t i = 0; i < s.n;) {
        size_t n = 0;
        uint64_t value;
        while (i + n < s.n && ascii_is_digit(s.p[i + n])) {
            n++;
        }
        struct slice digits = slice_cut(s, i, i + n);
        bool followed = i + n < s.n && ascii_is_alpha(s.p[i + n]); /* "1970s" */
        if (n == 4 && !followed && parse_u64(digits, &value) && value >= YEAR_MIN &&
            value < 2100) {
            if (year.n) {
                return (struct slice){NULL, 0};
            }
            year = digits;
        }
        i += n ? n : 1;
    }
    return year;
}

static void take(const struct taking *t, struct slice text, unsigned depth)
{
    size_t length = 0;
    if (pieces_say_nothing(pieces_bare(t->r, text)) || put_date(t, text)) {
        return;
    }
    bool brackets;
    struct slice bare = without_brackets(t->r, text, &brackets);
    if (brackets) {
        put_note(t, text);
        if (slice_find(text, 0, "Hijri") == text.n && depth) {
            take(t, bare, depth - 1);
        }
        return;
    }
    size_t at = find_joint(text, &length);
    if (at < text.n && depth) {
        take(t, slice_cut(text, 0, at), depth - 1);
        take(t, slice_cut(text, at + length, text.n), depth - 1);
        return;
    }
    reading_tally(t->r, REMARK_WARNING, "unreadable_date", pieces_tidy(t->r, text));
    put_note(t, text);
    (void)put_date(t, only_year(text));
}

void dates_put(struct reading *r, struct entity *e, enum property prop, const char *label,
               struct slice text)
{
    struct taking t = {r, e, prop, label};
    struct lettered l = {.rest = text};
    struct slice piece;
    if (put_date(&t, text)) {
        return;
    }
    while (lettered_next(&l, &piece)) {
        take(&t, piece, DEPTH_MAX);
    }
}

void dates_put_month_first(struct reading *r, struct entity *e, enum property prop,
                           struct slice text)
{
    char iso[16];
    uint64_t month, day, year;
    struct slice rest = slice_trim(text);
    struct slice first = slice_next(&rest, '/');
    struct slice second = slice_next(&rest, '/');
    bool american = first.n <= 2 && second.n <= 2 && rest.n == 4 && parse_u64(first, &month) &&
                    parse_u64(second, &day) && parse_u64(rest, &year) && month <= 12;
    if (!american) {
        value_put(r, e, prop, text);
        return;
    }
    int n = snprintf(iso, sizeof iso, "%04u-%02u-%02u", (unsigned)year % 10000,
                     (unsigned)month % 100, (unsigned)day % 100);
    value_put(r, e, prop, (struct slice){iso, n > 0 ? (size_t)n : 0});
}

/* Does the sentence speak of a later listing right before `at`? */
static bool speaks_of_later(struct slice text, size_t at)
{
    static const char *const WORDS[] = {"elisted", "ast listed", "mended", "until", "xpires"};
    enum { BEFORE = 24 };
    struct slice before = slice_cut(text, at > BEFORE ? at - BEFORE : 0, at);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_find(before, 0, WORDS[i]) < before.n) {
            return true;
        }
    }
    return false;
}

/* The end of `count` words from `at` on. */
static size_t words_end(struct slice s, size_t at, size_t count)
{
    for (; count && at < s.n; count--) {
        size_t blank = slice_find(s, at, " ");
        at = count > 1 && blank < s.n ? blank + 1 : blank;
    }
    return at;
}

bool dates_find_day(struct reading *r, struct slice text, struct slice *day)
{
    text = pieces_tidy(r, text);
    for (size_t at = 0; at < text.n; at = words_end(text, at, 1) + 1) {
        for (size_t words = 1; words <= WORDS_MAX; words += 2) {
            struct date date;
            struct slice piece = slice_cut(text, at, words_end(text, at, words));
            while (piece.p && piece.n && memchr(".,;)(", piece.p[piece.n - 1], 5)) {
                piece.n--;
            }
            bool whole = date_parse(piece, true, &date) && date.precision == DATE_DAY &&
                         !date.until_year;
            if (whole && !speaks_of_later(text, at)) {
                *day = piece;
                return true;
            }
        }
    }
    return false;
}
