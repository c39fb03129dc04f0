#include "lists/country_text.h"

#include "model/country.h"

/* Countries have few words; a longer text is prose, and only its beginning is looked at. */
enum { WORDS_MAX = 8 };

/* The word of doubt in front, cut off the text; empty when there is none. */
static struct slice cut_doubt(struct slice *text)
{
    static const char *const WORDS[] = {"possibly",  "possible",   "probably", "presumably",
                                        "allegedly", "reportedly", "believed", "likely"};
    size_t blank = slice_find(*text, 0, " ");
    struct slice word = slice_cut(*text, 0, blank);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (blank < text->n && slice_eq_nocase(word, slice_of(WORDS[i]))) {
            *text = slice_trim(slice_cut(*text, blank, text->n));
            return word;
        }
    }
    return (struct slice){NULL, 0};
}

/* Is `rest` something said of the name in front of it? */
static bool is_said_of_it(struct slice name, struct slice rest)
{
    rest = slice_trim(rest);
    bool full_stop = name.p && name.n && name.p[name.n - 1] == '.';
    if (rest.n && rest.p[0] == '(') {
        rest = slice_cut(rest, 1, rest.n);
    }
    return rest.n && (full_stop || ascii_is_lower(rest.p[0]));
}

/* The country that the text begins with. */
static struct slice country_in_front(struct slice text)
{
    struct slice found = {NULL, 0};
    size_t at = 0;
    for (int words = 0; words < WORDS_MAX && at < text.n; words++) {
        at = slice_find(text, at, " ");
        struct slice name = slice_cut(text, 0, at);
        struct slice code = country_code(name);
        if (code.n && is_said_of_it(name, slice_cut(text, at, text.n))) {
            found = code;
        }
        at++;
    }
    return found;
}

/* "Branch Office 11: Iran" → "Iran". */
static struct slice behind_colon(struct slice text)
{
    size_t at = text.n;
    while (at && text.p[at - 1] != ':') {
        at--;
    }
    return at ? slice_trim(slice_cut(text, at, text.n)) : (struct slice){NULL, 0};
}

struct country_text country_text_read(struct slice text)
{
    struct country_text c = {.code = country_code(text)};
    if (c.code.n) {
        return c;
    }
    struct slice rest = slice_trim(text);
    c.doubt = cut_doubt(&rest);
    c.code = country_code(rest);
    if (c.code.n) {
        return c;
    }
    c.more = true;
    c.code = country_in_front(rest);
    if (c.code.n == 0) {
        c.code = country_code(behind_colon(rest));
    }
    return c;
}

bool country_text_says_none(struct slice text)
{
    static const char *const WORDS[] = {"none identified", "none",      "unknown",
                                        "undetermined",    "not known", "n/a"};
    text = slice_trim(text);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_eq_nocase(text, slice_of(WORDS[i]))) {
            return true;
        }
    }
    return text.n == 0;
}
