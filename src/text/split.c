#include "text/name.h"

/* Between two names of one party, ASCII case ignored, blanks around. */
static const char *const MARKS[] = {"a.k.a.", "aka",    "f.k.a.", "fka",  "n.k.a.",
                                    "nka",    "d.b.a.", "dba",    "alias"};

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

/* Length of a mark that stands alone at `at`, or 0. */
static size_t mark_at(struct slice s, size_t at)
{
    if (at > 0 && !ascii_is_space(s.p[at - 1]) && s.p[at - 1] != '(' && s.p[at - 1] != ',') {
        return 0;
    }
    struct slice rest = slice_cut(s, at, s.n);
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t n = strlen(MARKS[i]);
        if (slice_starts_nocase(rest, MARKS[i]) && rest.n > n &&
            (ascii_is_space(rest.p[n]) || rest.p[n] == ':')) {
            return n + 1;
        }
    }
    return 0;
}

/* "A/S", "M/V", "c/o": a stroke beside a letter that stands alone parts no names. */
static bool is_stroke_of_letters(struct slice s, size_t at)
{
    bool alone_before = at == 0 || at == 1 || ascii_is_space(s.p[at - 2]);
    bool alone_behind = at + 2 >= s.n || ascii_is_space(s.p[at + 2]);
    return alone_before || alone_behind;
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
    for (size_t at = 0; at < field.n && n + 1 < NAME_PARTS_MAX; at++) {
        char c = field.p[at];
        size_t mark = mark_at(field, at);
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
