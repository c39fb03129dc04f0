#include "lists/pieces.h"

#include <string.h>

#include "base/utf8.h"
#include "lists/values.h"
#include "model/country.h"

/* ---- blanks ---- */

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
           c == 0x205f || c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

/* Is every blank of it a single space between two words? */
static bool is_tidy(struct slice s)
{
    bool blank_before = true;
    bool tidy = true;
    size_t at = 0;
    uint32_t c;
    while (tidy && utf8_next(s, &at, &c)) {
        bool blank = is_blank(c);
        tidy = !blank || (c == ' ' && !blank_before);
        blank_before = blank;
    }
    return tidy && (s.n == 0 || !blank_before);
}

struct slice pieces_tidy(struct reading *r, struct slice s)
{
    if (is_tidy(s)) {
        return s;
    }
    char *p = arena_alloc(&r->record, s.n);
    size_t n = 0;
    size_t at = 0;
    size_t from = 0;
    uint32_t c;
    if (!p || !s.p) {
        return (struct slice){NULL, 0};
    }
    while (utf8_next(s, &at, &c)) {
        if (!is_blank(c)) {
            memcpy(p + n, s.p + from, at - from);
            n += at - from;
        } else if (n && p[n - 1] != ' ') {
            p[n++] = ' ';
        }
        from = at;
    }
    return slice_trim((struct slice){p, n});
}

struct slice pieces_bare(struct reading *r, struct slice s)
{
    s = pieces_tidy(r, s);
    while (s.n && memchr(",;.:", s.p[s.n - 1], 4)) {
        bool initial = s.p[s.n - 1] == '.' && s.n >= 2 && ascii_is_alpha(s.p[s.n - 2]) &&
                       (s.n == 2 || s.p[s.n - 3] == ' ' || s.p[s.n - 3] == '.');
        if (initial) {
            break;
        }
        s = slice_trim(slice_cut(s, 0, s.n - 1));
    }
    return s;
}

/* ---- letters ---- */

/* Does a word begin at `at`? */
static bool begins_word(struct slice s, size_t at)
{
    if (at > 0 && s.p[at - 1] == '(') {
        at--;
    }
    return at == 0 || ascii_is_space(s.p[at - 1]) || memchr(",;.\xa0", s.p[at - 1], 4);
}

/* Offset of the next mark "x)" whose letter is due, or s.n. */
static size_t find_mark(struct slice s, char due)
{
    for (size_t i = 0; i + 1 < s.n; i++) {
        char c = s.p[i];
        bool fits = due == 'a' ? c == 'a' || (c == 'b' && i > 0) : c == due || c == due - 1;
        if (fits && s.p[i + 1] == ')' && begins_word(s, i)) {
            return i;
        }
    }
    return s.n;
}

bool lettered_next(struct lettered *l, struct slice *piece)
{
    char due = l->next ? l->next : 'a';
    while (l->rest.n) {
        size_t mark = find_mark(l->rest, due);
        size_t end = mark && mark < l->rest.n && l->rest.p[mark - 1] == '(' ? mark - 1 : mark;
        *piece = slice_trim(slice_cut(l->rest, 0, end));
        due = mark < l->rest.n ? (char)(l->rest.p[mark] + 1) : due;
        l->rest = mark < l->rest.n ? slice_cut(l->rest, mark + 2, l->rest.n)
                                   : (struct slice){NULL, 0};
        l->next = due;
        if (piece->n) {
            return true;
        }
    }
    return false;
}

struct slice pieces_cut_bracket(struct slice *s)
{
    struct slice text = slice_trim(*s);
    if (text.n == 0 || text.p[text.n - 1] != ')') {
        return (struct slice){NULL, 0};
    }
    size_t depth = 0;
    for (size_t i = text.n; i-- > 0;) {
        depth += text.p[i] == ')';
        if (text.p[i] == '(' && --depth == 0) {
            *s = slice_trim(slice_cut(text, 0, i));
            return slice_trim(slice_cut(text, i + 1, text.n - 1));
        }
    }
    return (struct slice){NULL, 0};
}

bool pieces_say_nothing(struct slice s)
{
    static const char *const WORDS[] = {"na",  "n/a",  "-",         "unknown",
                                        "nil", "none", "not known", "none identified"};
    s = slice_trim(s);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_eq_nocase(s, slice_of(WORDS[i]))) {
            return true;
        }
    }
    return s.n == 0;
}

/* ---- countries ---- */

/* Where the text falls into two countries, with the length of what stands between; s.n when it
 * is one country, or its first joint stands in a bracket. */
static size_t find_joint(struct slice s, size_t *length)
{
    static const char *const JOINTS[] = {";", ",", "/or ", "/", " and ", " & ", " or "};
    for (size_t i = 0; i < sizeof JOINTS / sizeof JOINTS[0] && country_code(s).n == 0; i++) {
        size_t at = slice_find(s, 0, JOINTS[i]);
        if (at < s.n && slice_find(s, 0, "(") > at) {
            *length = strlen(JOINTS[i]);
            return at;
        }
    }
    return s.n;
}

static void put_country_list(struct reading *r, struct entity *e, enum property prop,
                             struct slice text)
{
    for (;;) {
        size_t length = 0;
        text = pieces_bare(r, text);
        size_t at = find_joint(text, &length);
        if (at == text.n) {
            break;
        }
        /* The left side has no such joint: no deeper than there are kinds of them. */
        put_country_list(r, e, prop, slice_cut(text, 0, at));
        text = slice_cut(text, at + length, text.n);
    }
    if (!pieces_say_nothing(text)) {
        value_put(r, e, prop, text);
    }
}

void pieces_put_countries(struct reading *r, struct entity *e, enum property prop,
                          struct slice text)
{
    struct lettered l = {.rest = text};
    struct slice piece;
    while (lettered_next(&l, &piece)) {
        put_country_list(r, e, prop, piece);
    }
}

/* ---- addresses ---- */

static struct slice last_part(struct slice s)
{
    size_t at = s.n;
    while (at && s.p[at - 1] != ',') {
        at--;
    }
    return slice_trim(slice_cut(s, at, s.n));
}

void pieces_put_address(struct reading *r, struct entity *e, struct slice text,
                        struct slice note)
{
    struct slice whole = pieces_bare(r, text);
    struct slice place = whole;
    struct slice bracket = pieces_cut_bracket(&place);
    place = pieces_bare(r, place);
    struct slice code = country_code(last_part(place));
    if (pieces_say_nothing(whole)) {
        return;
    }
    if (code.n) {
        value_put(r, e, PROP_COUNTRY, code);
    }
    if (!code.n || last_part(place).n < place.n) {
        value_put_noted(r, e, PROP_ADDRESS, whole, note);
    } else if (bracket.n) {
        value_put(r, e, PROP_NOTES, whole);
    }
}

void pieces_put_addresses(struct reading *r, struct entity *e, struct slice text)
{
    struct lettered letters = {.rest = text};
    struct slice piece;
    while (lettered_next(&letters, &piece)) {
        while (piece.n) {
            pieces_put_address(r, e, slice_next(&piece, ';'), (struct slice){NULL, 0});
        }
    }
}
