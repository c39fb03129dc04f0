#include "lists/alias_text.h"

#include <string.h>

#include "base/utf8.h"
#include "lists/pieces.h"
#include "text/name.h"

/* Longer texts are refused: every mark looks at what stands around it. */
enum { PIECES_MAX = 256, SHORTEST = 3, TEXT_MAX = 8192 };

struct splitting {
    struct listing *l;
    const struct alias_owner *owner;
    bool person;
    struct slice note; /* the language said last, or empty */
    struct slice pieces[PIECES_MAX];
    size_t n;
};

/* ---- letters ---- */

static size_t letters_in(struct slice s)
{
    size_t n = 0;
    size_t at = 0;
    uint32_t c;
    while (utf8_next(s, &at, &c)) {
        n += fold_is_word(c);
    }
    return n;
}

static bool has_letters_beyond_ascii(struct slice s)
{
    size_t at = 0;
    uint32_t c;
    while (utf8_next(s, &at, &c)) {
        if (c >= 0x80 && script_of(c) != SCRIPT_COMMON && script_of(c) != SCRIPT_LATIN) {
            return true;
        }
    }
    return false;
}

static bool begins_small(struct slice s)
{
    size_t at = 0;
    uint32_t c;
    return utf8_next(s, &at, &c) &&
           ((c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x45f) || (c >= 0xdf && c <= 0xff));
}

static size_t words_in(struct slice s)
{
    size_t n = 0;
    while (s.n) {
        n += letters_in(slice_next(&s, ' ')) > 0;
    }
    return n;
}

/* The first letter, small; 0 when there is none in ASCII. */
static char initial_of(struct slice s)
{
    return s.n && ascii_is_alpha(s.p[0]) ? ascii_lower(s.p[0]) : 0;
}

static bool has_quote_or_digit(struct slice s)
{
    static const char *const QUOTES[] = {"\"", "«", "“", "„", "'", "’"};
    for (size_t i = 0; i < sizeof QUOTES / sizeof QUOTES[0]; i++) {
        if (slice_find(s, 0, QUOTES[i]) < s.n) {
            return true;
        }
    }
    for (size_t i = 0; i < s.n; i++) {
        if (ascii_is_digit(s.p[i])) {
            return true;
        }
    }
    return false;
}

/* Is it nothing but a legal form ("АО", "Limited Liability Company")?  The analysis calls it so
 * only behind a name. */
static bool is_legal_form(struct reading *r, struct slice s)
{
    enum { LONGEST = 80, WORDS_MAX = 6 };
    struct name names[NAME_READINGS_MAX];
    size_t count;
    if (s.n > LONGEST || words_in(s) > WORDS_MAX || has_quote_or_digit(s)) {
        return false;
    }
    struct slice pieces[2] = {SLICE("Qzx"), s};
    struct slice whole = value_join(r, pieces, 2, " ");
    if (name_analyse(&r->record, whole, NAME_ORGANIZATION, names, &count, NULL) < 0) {
        return false;
    }
    bool legal = names[0].n > 1;
    for (size_t i = 1; i < names[0].n; i++) {
        legal &= names[0].tokens[i].class == TOKEN_LEGAL;
    }
    return legal;
}

/* ---- cutting ---- */

/* "Russian: …": length of the language and its colon at the start of a word, or 0. */
static size_t language_at(struct slice s, size_t at, struct slice *language)
{
    static const char *const LANGUAGES[] = {"Russian", "Belarusian", "Belarussian", "Ukrainian",
                                            "Arabic",  "Armenian",   "Hebrew",      "Persian",
                                            "Farsi",   "Chinese",    "Burmese",     "French"};
    if (!ascii_is_upper(s.p[at]) || (at > 0 && !memchr(" ,;(\xa0\xaf", s.p[at - 1], 6))) {
        return 0;
    }
    struct slice rest = slice_cut(s, at, s.n);
    for (size_t i = 0; i < sizeof LANGUAGES / sizeof LANGUAGES[0]; i++) {
        size_t n = strlen(LANGUAGES[i]);
        if (rest.p && slice_starts(rest, LANGUAGES[i])) {
            size_t colon = n;
            while (colon < rest.n && memchr(" \xc2\xa0", rest.p[colon], 3)) {
                colon++;
            }
            if (colon < rest.n && rest.p[colon] == ':') {
                *language = slice_of(LANGUAGES[i]);
                return colon + 1;
            }
        }
    }
    return 0;
}

/* A slash parts names when it has a blank beside it, or two words on both sides, or stands
 * between two abbreviations; `from` is where the piece at work begins. */
static bool slash_parts(struct slice s, size_t from, size_t at)
{
    size_t end = at + 1;
    while (end < s.n && !memchr("/;,", s.p[end], 3)) {
        end++;
    }
    struct slice left = slice_trim(slice_cut(s, from, at));
    struct slice right = slice_trim(slice_cut(s, at + 1, end));
    bool blank = (at > 0 && s.p[at - 1] == ' ') || (at + 1 < s.n && s.p[at + 1] == ' ');
    if (blank || (words_in(left) >= 2 && words_in(right) >= 2)) {
        return true;
    }
    bool abbreviations = left.n >= SHORTEST && right.n >= SHORTEST && words_in(left) == 1;
    for (size_t i = 0; abbreviations && i < left.n; i++) {
        abbreviations = ascii_is_upper(left.p[i]);
    }
    return abbreviations && ascii_is_upper(right.p[0]);
}

static bool shares_word(struct slice left, struct slice right)
{
    while (right.n) {
        struct slice word = slice_next(&right, ' ');
        struct slice rest = left;
        while (letters_in(word) >= 2 && rest.n) {
            if (slice_eq_nocase(slice_next(&rest, ' '), word)) {
                return true;
            }
        }
    }
    return false;
}

/* "and" parts names of people; names of organisations where both sides have a word in common
 * ("GSK Advance and GSK for Advanced Business") or another alphabet. */
static bool and_parts(const struct splitting *s, struct slice left, struct slice right)
{
    left = slice_trim(left);
    right = slice_trim(slice_cut(right, 0, slice_find(right, 0, ",")));
    if (s->person || has_letters_beyond_ascii(left) || has_letters_beyond_ascii(right)) {
        return true;
    }
    return words_in(right) >= 2 && shares_word(left, right);
}

static void keep(struct splitting *s, struct slice piece)
{
    static const char *const FRONT[] = {"also known as ", "also ", "aka ", "a.k.a. ", "and "};
    static const char *const BEHIND[] = {" aka", " a.k.a.", " and"};
    piece = pieces_bare(s->l->r, piece);
    for (size_t i = 0; i < sizeof FRONT / sizeof FRONT[0]; i++) {
        if (slice_starts_nocase(piece, FRONT[i])) {
            piece = slice_trim(slice_cut(piece, strlen(FRONT[i]), piece.n));
        }
    }
    for (size_t i = 0; i < sizeof BEHIND / sizeof BEHIND[0]; i++) {
        if (slice_ends_nocase(piece, BEHIND[i])) {
            piece = slice_trim(slice_cut(piece, 0, piece.n - strlen(BEHIND[i])));
        }
    }
    /* Brackets that have no partner in the piece. */
    while (piece.n && piece.p[piece.n - 1] == '(') {
        piece = slice_trim(slice_cut(piece, 0, piece.n - 1));
    }
    while (piece.n && piece.p[0] == '(' && slice_find(piece, 0, ")") == piece.n) {
        piece = slice_trim(slice_cut(piece, 1, piece.n));
    }
    while (piece.n && piece.p[piece.n - 1] == ')' && slice_find(piece, 0, "(") == piece.n) {
        piece = slice_trim(slice_cut(piece, 0, piece.n - 1));
    }
    if (letters_in(piece) == 0) {
        return;
    }
    if (s->n == PIECES_MAX) {
        s->l->r->trouble = s->l->r->trouble ? s->l->r->trouble : ERR_LIMIT;
        return;
    }
    s->pieces[s->n++] = piece;
}

/* ---- putting ---- */

static void put_single_word(struct splitting *s, struct slice word)
{
    const struct alias_owner *o = s->owner;
    char initial = initial_of(word);
    bool family = initial && initial == initial_of(o->family);
    bool given = initial && initial == initial_of(o->given);
    struct slice both[2] = {o->given, o->family};
    enum property prop = PROP_WEAK_ALIAS;
    if (family != given && o->given.n && o->family.n) {
        both[family] = word;
        word = value_join(s->l->r, both, 2, " ");
        prop = PROP_ALIAS;
    } else if (o->given.n == 0 || o->family.n == 0) {
        prop = PROP_ALIAS; /* the main name is one word too */
    }
    listing_name(s->l, prop, word, s->note, 0);
}

/* A piece that is a legal form, too short, or goes on in small letters belongs to the one before
 * it. */
static bool continues(struct splitting *s, struct slice before, struct slice piece)
{
    if (s->person) {
        return false;
    }
    return begins_small(piece) || letters_in(piece) < SHORTEST ||
           is_legal_form(s->l->r, piece) || is_legal_form(s->l->r, before);
}

/* "LEVY, Yinon": one name, family name first. */
static bool is_inverted(const struct splitting *s)
{
    if (!s->person || s->n != 2 || words_in(s->pieces[0]) != 1) {
        return false;
    }
    for (size_t i = 0; i < s->pieces[0].n; i++) {
        if (ascii_is_lower(s->pieces[0].p[i])) {
            return false;
        }
    }
    return !has_letters_beyond_ascii(s->pieces[0]) && s->pieces[1].n > 1 &&
           ascii_is_lower(s->pieces[1].p[1]);
}

static void put_pieces(struct splitting *s)
{
    size_t kept = 0;
    bool inverted = is_inverted(s);
    for (size_t i = 0; i < s->n; i++) {
        if (kept && (inverted || continues(s, s->pieces[kept - 1], s->pieces[i]))) {
            struct slice both[2] = {s->pieces[kept - 1], s->pieces[i]};
            s->pieces[kept - 1] = value_join(s->l->r, both, 2, ", ");
        } else {
            s->pieces[kept++] = s->pieces[i];
        }
    }
    for (size_t i = 0; i < kept; i++) {
        if (s->person && words_in(s->pieces[i]) == 1) {
            put_single_word(s, s->pieces[i]);
        } else if (!s->person && is_legal_form(s->l->r, s->pieces[i])) {
            value_put(s->l->r, &s->l->party, PROP_NOTES, s->pieces[i]);
        } else {
            listing_name(s->l, PROP_ALIAS, s->pieces[i], s->note, 0);
        }
    }
    s->n = 0;
}

/* Takes what stands between two marks that no name holds (; / or, a language), and looks for the
 * commas in it.  What "and" would part begins behind the last comma, or before it when only a
 * legal form stands between ("Old Acme, JSC and Old Acme Works"). */
static void take_run(struct splitting *s, struct slice run)
{
    size_t from = 0;
    size_t before = 0;
    size_t depth = 0;
    for (size_t i = 0; i < run.n; i++) {
        depth += run.p[i] == '(';
        depth -= depth && run.p[i] == ')';
        struct slice rest = slice_cut(run, i, run.n);
        if (run.p[i] == ',' && depth == 0) {
            keep(s, slice_cut(run, from, i));
            before = from;
            from = i + 1;
        } else if (run.p[i] == ' ' && depth == 0 && slice_starts(rest, " and ")) {
            struct slice left = slice_cut(run, from, i);
            left = is_legal_form(s->l->r, slice_trim(left)) ? slice_cut(run, before, i) : left;
            if (and_parts(s, left, slice_cut(rest, 5, rest.n))) {
                keep(s, slice_cut(run, from, i));
                from = i + 5;
                i = from - 1;
            }
        }
    }
    keep(s, slice_cut(run, from, run.n));
    put_pieces(s);
}

static void split(struct splitting *s, struct slice text)
{
    size_t from = 0;
    size_t depth = 0;
    for (size_t i = 0; i < text.n; i++) {
        struct slice language = s->note;
        size_t skip = language_at(text, i, &language);
        depth += text.p[i] == '(' && memchr(text.p + i, ')', text.n - i);
        depth -= depth && text.p[i] == ')';
        if (!skip && depth == 0) {
            bool mark = text.p[i] == ';' || (text.p[i] == '/' && slash_parts(text, from, i));
            bool or = text.p[i] == ' ' && slice_starts(slice_cut(text, i, text.n), " or ");
            skip = mark ? 1 : or ? 4 : 0;
        }
        if (skip) {
            take_run(s, slice_cut(text, from, i));
            s->note = language;
            from = i + skip;
            i = from - 1;
        }
    }
    take_run(s, slice_cut(text, from, text.n));
}

static bool is_too_long(struct listing *l, struct slice text)
{
    if (text.n > TEXT_MAX && l->r->trouble == 0) {
        l->r->trouble = ERR_LIMIT;
    }
    return text.n > TEXT_MAX;
}

void alias_text_put(struct listing *l, const struct alias_owner *owner, struct slice text)
{
    struct splitting s = {.l = l, .owner = owner};
    s.person = owner->given.n || owner->family.n;
    text = pieces_tidy(l->r, text);
    if (!is_too_long(l, text)) {
        split(&s, text);
    }
}

/* "Iranian Navy/Force navale iranienne": what stands behind a slash is an alias. */
static struct slice cut_translations(struct listing *l, struct slice name)
{
    struct slice first = {NULL, 0};
    size_t from = 0;
    size_t depth = 0;
    for (size_t i = 0; i < name.n; i++) {
        depth += name.p[i] == '(';
        depth -= depth && name.p[i] == ')';
        if (depth || name.p[i] != '/' || !slash_parts(name, from, i)) {
            continue;
        }
        struct slice piece = slice_trim(slice_cut(name, from, i));
        if (first.n) {
            listing_name(l, PROP_ALIAS, piece, (struct slice){NULL, 0}, 0);
        } else {
            first = piece;
        }
        from = i + 1;
    }
    if (first.n == 0) {
        return name;
    }
    listing_name(l, PROP_ALIAS, slice_cut(name, from, name.n), (struct slice){NULL, 0}, 0);
    return first;
}

struct slice alias_text_main(struct listing *l, struct slice name)
{
    static const struct alias_owner NOBODY = {{NULL, 0}, {NULL, 0}};
    static const char KNOWN_AS[] = "(also known as ";
    name = pieces_bare(l->r, name);
    if (is_too_long(l, name)) {
        return name;
    }
    size_t at = slice_find(name, 0, KNOWN_AS);
    if (at < name.n) {
        size_t from = at + sizeof KNOWN_AS - 1;
        size_t end = name.n - (name.p[name.n - 1] == ')');
        alias_text_put(l, &NOBODY, slice_cut(name, from, end > from ? end : from));
        name = slice_trim(slice_cut(name, 0, at));
    }
    return cut_translations(l, name);
}
