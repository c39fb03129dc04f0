#include "text/initials.h"
#include "text/number.h"

/* Between two names of one party, ASCII case ignored, blanks around. */
static const char *const MARKS[] = {"a.k.a.", "aka",    "f.k.a.", "fka",  "n.k.a.",
                                    "nka",    "d.b.a.", "dba",    "alias"};

/* The same, only behind a comma or a parenthesis: elsewhere they are words of names. */
static const char *const MARKS_BEHIND_COMMA[] = {"formerly known as",
                                                 "previously known as",
                                                 "also known as",
                                                 "now known as",
                                                 "formerly",
                                                 "previously",
                                                 "now"};

/* What begins before this place and goes on to the end holds two words or more. */
static size_t two_words_before(struct slice s)
{
    size_t at = s.n;
    while (at > 0 && ascii_is_space(s.p[at - 1])) {
        at--;
    }
    while (at > 0 && !ascii_is_space(s.p[at - 1])) {
        at--;
    }
    while (at > 0 && ascii_is_space(s.p[at - 1])) {
        at--;
    }
    return at;
}

static size_t mark_of(struct slice rest, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(marks[i]);
        if (slice_starts_nocase(rest, marks[i]) && rest.n > n &&
            (ascii_is_space(rest.p[n]) || rest.p[n] == ':')) {
            return n + 1;
        }
    }
    return 0;
}

/* Length of a mark that stands alone at `at`, or 0. */
static size_t mark_at(struct slice s, size_t at)
{
    if (at > 0 && !ascii_is_space(s.p[at - 1]) && s.p[at - 1] != '(' && s.p[at - 1] != ',') {
        return 0;
    }
    size_t before = at;
    while (before > 0 && ascii_is_space(s.p[before - 1])) {
        before--;
    }
    size_t n = mark_of(slice_cut(s, at, s.n), MARKS, sizeof MARKS / sizeof *MARKS);
    bool behind_comma = before > 0 && strchr("(,", s.p[before - 1]);
    if (n == 0 && behind_comma) {
        n = mark_of(slice_cut(s, at, s.n), MARKS_BEHIND_COMMA,
                    sizeof MARKS_BEHIND_COMMA / sizeof *MARKS_BEHIND_COMMA);
    }
    return n;
}

/* "A/S", "M/V", "c/o": a stroke beside a letter that stands alone parts no names. */
static bool is_stroke_of_letters(struct slice s, size_t at)
{
    bool alone_before = at == 0 || at == 1 || ascii_is_space(s.p[at - 2]);
    bool alone_behind = at + 2 >= s.n || ascii_is_space(s.p[at + 2]);
    return alone_before || alone_behind;
}

static bool is_ascii_letter_in(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (ascii_is_alpha(s.p[i])) {
            return true;
        }
    }
    return false;
}

static bool is_foreign_letter_in(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] >= 0xCE) {
            return true;
        }
    }
    return false;
}

/* What stands in parentheses at the end may be a name of its own: the initials of the name before
 * it, or the name in another alphabet.  Returns where the parenthesis opens, or 0. */
static size_t other_name_in_parentheses(struct slice s)
{
    if (s.n < INITIALS_MIN + 3 || s.p[s.n - 1] != ')') {
        return 0;
    }
    size_t open = s.n - 1;
    while (open && s.p[open - 1] != '(' && s.p[open - 1] != ')') {
        open--;
    }
    if (open < 2 || s.p[open - 1] != '(') {
        return 0;
    }
    struct slice inside = slice_cut(s, open, s.n - 1);
    struct slice before = slice_cut(s, 0, open - 1);
    bool capitals = inside.n >= INITIALS_MIN && inside.n <= INITIALS_MAX;
    bool blank = false;
    for (size_t i = 0; i < inside.n; i++) {
        capitals &= ascii_is_upper(inside.p[i]);
        blank |= ascii_is_space(inside.p[i]);
    }
    bool foreign_before = is_foreign_letter_in(before) && !is_ascii_letter_in(before);
    bool foreign_inside = is_foreign_letter_in(inside) && !is_ascii_letter_in(inside);
    bool translated =
        (foreign_before && is_ascii_letter_in(inside) && !is_foreign_letter_in(inside) &&
         (blank || capitals)) ||
        (foreign_inside && is_ascii_letter_in(before) && !is_foreign_letter_in(before));
    return translated || (capitals && initials_fit(inside, before)) ? open - 1 : 0;
}

/* Three full names or more with commas between them: of two, the second may be given names. */
static bool commas_part(struct slice s)
{
    size_t words = 0;
    size_t parts = 1;
    bool inside = false;
    bool full = true;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ',') {
            full &= words >= 2;
            parts++;
            words = 0;
            inside = false;
            continue;
        }
        bool blank = ascii_is_space(s.p[i]);
        words += !blank && !inside;
        inside = !blank;
    }
    return full && words >= 2 && parts >= 3;
}

static struct slice tidy(struct slice s)
{
    s = slice_trim(s);
    while (s.n && strchr("(,;", s.p[s.n - 1])) {
        s = slice_trim(slice_cut(s, 0, s.n - 1));
    }
    while (s.n && strchr("),;", s.p[0])) {
        s = slice_trim(slice_cut(s, 1, s.n));
    }
    if (s.n && s.p[s.n - 1] == ')' && !memchr(s.p, '(', s.n)) {
        s.n--;
    }
    return s;
}

static size_t keep(struct slice s, struct slice *parts, size_t n)
{
    s = tidy(s);
    if (s.n == 0 || n == NAME_PARTS_MAX) {
        return n;
    }
    parts[n] = s;
    return n + 1;
}

size_t name_split(struct slice field, struct slice parts[NAME_PARTS_MAX])
{
    size_t n = 0;
    size_t from = 0;
    size_t words = 0; /* begun since `from` */
    bool inside = false;
    size_t two_words = two_words_before(field);
    size_t parenthesis = other_name_in_parentheses(field);
    bool commas = commas_part(field);
    for (size_t at = 0; at < field.n && n + 1 < NAME_PARTS_MAX; at++) {
        char c = field.p[at];
        size_t imo = number_imo_at(field, at);
        if (imo && n + 2 < NAME_PARTS_MAX) {
            enum { LETTERS_LEAST = 4 }; /* fewer only announce the number: "LR/IMO" */
            /* The number is a name of its own, and stays with the other: another number beside
             * an equal name is another ship. */
            n = keep(slice_cut(field, at, at + imo), parts, n);
            bool alone = field.n < imo + LETTERS_LEAST;
            from = alone ? at + imo : from;
            at += imo - 1;
            continue;
        }
        size_t mark = mark_at(field, at);
        if (mark == 0 && (c == '|' || (commas && c == ',') || (at && at == parenthesis))) {
            mark = 1;
        }
        if (mark == 0 && (c == ';' || (c == '/' && words >= 2 && at + 1 < two_words &&
                                       !is_stroke_of_letters(field, at)))) {
            mark = 1;
        }
        if (mark) {
            n = keep(slice_cut(field, from, at), parts, n);
            from = at + mark;
            at = from - 1;
            words = 0;
            inside = false;
        } else {
            words += !ascii_is_space(c) && !inside;
            inside = !ascii_is_space(c);
        }
    }
    n = keep(slice_cut(field, from, field.n), parts, n);
    if (n == 0) {
        parts[0] = slice_trim(field);
        n = 1;
    }
    return n;
}
