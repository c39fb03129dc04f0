/*
 * The real files of OFAC's non-SDN list beside each other: CSV, classic, Advanced and Enhanced XML.
 * They are of different dates; each name and birth date that only one of them has must be
 * absent from the other file itself.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/vec.h"
#include "format/input.h"
#include "lists/readers.h"
#include "lists_help.h"

/* One name or date that a form gives a party. */
struct said {
    struct slice id, prop, text, note;
};

struct form {
    struct list_case c;
    VEC(struct said) lines; /* names and birth dates of the parties, in the order of the file */
    struct buf raw;         /* the file, uncompressed */
    const char *opens;      /* what stands before and behind the number of a party in it */
    const char *closes;     /* the end tag of a party */
    struct buf rows;        /* CSV: the rows of the party that was asked for last */
};

static bool is_name(struct slice prop)
{
    return slice_is(prop, "name") || slice_is(prop, "alias") || slice_is(prop, "weakAlias") ||
           slice_is(prop, "previousName");
}

static void keep_lines(struct form *f)
{
    struct slice rest = buf_slice(&f->c.said);
    while (rest.n) {
        struct slice line = slice_next(&rest, '\n');
        struct said s = {.id = slice_next(&line, '|')};
        (void)slice_next(&line, '|');
        s.prop = slice_next(&line, '|');
        s.text = slice_next(&line, '|');
        s.note = line;
        bool party = s.id.n && s.id.p[0] != '!' && slice_find(s.id, 0, "/") == s.id.n;
        if (party && (is_name(s.prop) || slice_is(s.prop, "birthDate"))) {
            struct said *kept = VEC_ADD(&f->lines);
            assert_non_null(kept);
            *kept = s;
        }
    }
}

enum { COUNT_OF_FILES = 4 };

static void add_raw(struct form *f, const char *path)
{
    struct input *in;
    struct slice piece;
    assert_int_equal(input_open(path, &in, NULL), 0);
    do {
        assert_int_equal(input_next(in, &piece, NULL), 0);
        buf_add(&f->raw, piece);
    } while (piece.n);
    input_close(in);
}

static void form_begin(struct form *f, const char *name, const char *opens, const char *closes)
{
    char path[512];
    memset(f, 0, sizeof *f);
    if (!real_list(path, sizeof path, name)) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    f->opens = opens;
    f->closes = closes;
    list_case_begin(&f->c);
    list_case_path(&f->c, "sdn", path);
    assert_int_equal(list_case_read(&f->c, &OFAC_CONS, "us_ofac_cons"), 0);
    keep_lines(f);
    buf_init(&f->raw, (size_t)64 << 20);
    add_raw(f, path);
}

/* The set of CSV files: `opens` is NULL. */
static void form_begin_csv(struct form *f, const char *folder)
{
    static const char *const FILES[][2] = {{"sdn", "cons_prim.csv"},
                                           {"add", "cons_add.csv"},
                                           {"alt", "cons_alt.csv"},
                                           {"comments", "cons_comments.csv"}};
    static char paths[COUNT_OF_FILES][512];
    memset(f, 0, sizeof *f);
    list_case_begin(&f->c);
    buf_init(&f->raw, (size_t)64 << 20);
    buf_init(&f->rows, (size_t)1 << 20);
    for (size_t i = 0; i < COUNT_OF_FILES; i++) {
        char name[256];
        (void)snprintf(name, sizeof name, "%s/%s", folder, FILES[i][1]);
        if (!real_list(paths[i], sizeof paths[i], name)) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        list_case_path(&f->c, FILES[i][0], paths[i]);
        add_raw(f, paths[i]);
    }
    assert_int_equal(list_case_read(&f->c, &OFAC_CONS, "us_ofac_cons"), 0);
    keep_lines(f);
}

static void form_end(struct form *f)
{
    buf_release(&f->rows);
    VEC_RELEASE(&f->lines);
    buf_release(&f->raw);
    list_case_end(&f->c);
}

static bool has_party(const struct form *f, struct slice id)
{
    for (size_t i = 0; i < f->lines.n; i++) {
        if (slice_eq(f->lines.p[i].id, id)) {
            return true;
        }
    }
    return false;
}

/* All rows that begin with the number, '>' and '<' around each field as in XML. */
static struct slice csv_party(struct form *f, struct slice number)
{
    struct slice rest = buf_slice(&f->raw);
    buf_reset(&f->rows);
    while (rest.n) {
        struct slice line = slice_next(&rest, '\n');
        size_t comma = slice_find(line, 0, ",");
        for (size_t i = 0; slice_eq(slice_cut(line, 0, comma), number) && i < line.n; i++) {
            buf_add(&f->rows, line.p[i] == '"' ? SLICE("><") : slice_cut(line, i, i + 1));
        }
    }
    return buf_slice(&f->rows);
}

/* The part of the file that speaks of a party. */
static struct slice raw_party(struct form *f, struct slice id)
{
    char mark[128];
    struct slice number = slice_cut(id, strlen("ofac:"), id.n);
    if (!f->opens) {
        return csv_party(f, number);
    }
    (void)snprintf(mark, sizeof mark, "%s%.*s%s", f->opens, SLICE_ARG(number),
                   f->opens[strlen(f->opens) - 1] == '"' ? "\"" : "</uid>");
    struct slice raw = buf_slice(&f->raw);
    size_t from = slice_find(raw, 0, mark);
    assert_true(from < raw.n);
    return slice_cut(raw, from, slice_find(raw, from, f->closes));
}

/* Does the piece stand in the file, as text of an element? */
static bool stands_there(struct slice raw, struct slice piece)
{
    char escaped[1024] = ">";
    size_t n = 1;
    for (size_t i = 0; i < piece.n && n + 8 < sizeof escaped; i++) {
        if (piece.p[i] == '&') {
            memcpy(escaped + n, "&amp;", 5);
            n += 5;
        } else {
            escaped[n++] = piece.p[i];
        }
    }
    escaped[n++] = '<';
    escaped[n] = '\0';
    return slice_find(raw, 0, escaped) < raw.n;
}

/* Both halves of "LAST, First" must stand there; a firm's name has commas of its own. */
static bool name_stands_there(struct slice raw, struct slice name)
{
    size_t comma = slice_find(name, 0, ", ");
    if (stands_there(raw, name) || comma == name.n) {
        return stands_there(raw, name);
    }
    return stands_there(raw, slice_cut(name, 0, comma)) &&
           stands_there(raw, slice_cut(name, comma + 2, name.n));
}

enum difference {
    SAME,
    OTHER_CASE,   /* the other form writes "Hammad, Fathi" for "HAMMAD, Fathi" */
    OTHER_KIND,   /* main name, alias and former name have changed their parts */
    OTHER_SCRIPT, /* an original script, which the other form does not have */
    NOT_THERE,    /* the other file does not have it: it was published at another time */
    UNEXPLAINED,
    DIFFERENCES
};

/* How a line of one form stands to the other form. */
static enum difference difference_of(const struct said *s, struct form *other)
{
    enum difference best = UNEXPLAINED;
    for (size_t i = 0; i < other->lines.n; i++) {
        const struct said *o = &other->lines.p[i];
        if (!slice_eq(o->id, s->id) || is_name(o->prop) != is_name(s->prop)) {
            continue;
        }
        bool kind = slice_eq(o->prop, s->prop);
        enum difference d = UNEXPLAINED;
        if (slice_eq(o->text, s->text)) {
            d = kind ? SAME : OTHER_KIND;
        } else if (slice_eq_nocase(o->text, s->text)) {
            d = kind ? OTHER_CASE : OTHER_KIND;
        }
        best = d < best ? d : best;
    }
    if (best == UNEXPLAINED && s->note.n && is_name(s->prop) && !slice_is(s->note, "f.k.a.")) {
        best = OTHER_SCRIPT;
    }
    if (best == UNEXPLAINED && is_name(s->prop) &&
        !name_stands_there(raw_party(other, s->id), s->text)) {
        best = NOT_THERE;
    }
    return best;
}

/* Each name and birth date of the parties of `f` that `other` has too. */
static void compare(const struct form *f, struct form *other,
                    const size_t expected[DIFFERENCES], const char *words)
{
    static const char *const NAMES[] = {"same",         "other case", "other kind",
                                        "other script", "not there",  "unexplained"};
    size_t found[DIFFERENCES] = {0};
    for (size_t i = 0; i < f->lines.n; i++) {
        const struct said *s = &f->lines.p[i];
        if (has_party(other, s->id)) {
            enum difference d = difference_of(s, other);
            found[d]++;
            if (d == UNEXPLAINED) {
                print_error("%s: %.*s %.*s '%.*s'\n", words, SLICE_ARG(s->id),
                            SLICE_ARG(s->prop), SLICE_ARG(s->text));
            }
        }
    }
    size_t wrong = 0;
    for (size_t d = 0; d < DIFFERENCES; d++) {
        if (found[d] != expected[d]) {
            print_error("%s: %zu are '%s', not %zu\n", words, found[d], NAMES[d], expected[d]);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/*
 * Classic of 2025-03-28 and Enhanced of 2025-01-10: the same 443 parties, nothing changed in
 * between.  Enhanced has 45 names in original script besides.
 */
static void test_ofac_agree__classic_and_enhanced(void **state)
{
    (void)state;
    struct form classic;
    struct form enhanced;
    form_begin(&classic, "us_ofac/consolidated/consolidated-2025-03-28.xml", "<uid>",
               "</sdnEntry>");
    form_begin(&enhanced, "us_ofac/consolidated/CONS_ENHANCED-2025-01.zip", "<entity id=\"",
               "</entity>");
    static const size_t FORTH[DIFFERENCES] = {[SAME] = 1727};
    static const size_t BACK[DIFFERENCES] = {[SAME] = 1727, [OTHER_SCRIPT] = 45};
    compare(&classic, &enhanced, FORTH, "classic to Enhanced");
    compare(&enhanced, &classic, BACK, "Enhanced to classic");
    form_end(&classic);
    form_end(&enhanced);
}

/*
 * The Advanced file says of itself that it is of 2020-03-17, five years before the Enhanced one:
 * 366 parties are in both.  Banks have taken new forms of name since; no birth date differs.
 */
static void test_ofac_agree__advanced_and_enhanced(void **state)
{
    (void)state;
    struct form advanced;
    struct form enhanced;
    form_begin(&advanced, "us_ofac/consolidated/cons_advanced-2025-07.xml",
               "<DistinctParty FixedRef=\"", "</DistinctParty>");
    form_begin(&enhanced, "us_ofac/consolidated/CONS_ENHANCED-2025-01.zip", "<entity id=\"",
               "</entity>");
    static const size_t FORTH[DIFFERENCES] = {
        [SAME] = 1077, [OTHER_CASE] = 63, [OTHER_KIND] = 35, [NOT_THERE] = 172};
    static const size_t BACK[DIFFERENCES] = {[SAME] = 1077,
                                             [OTHER_CASE] = 63,
                                             [OTHER_KIND] = 34,
                                             [OTHER_SCRIPT] = 29,
                                             [NOT_THERE] = 233};
    compare(&advanced, &enhanced, FORTH, "Advanced to Enhanced");
    compare(&enhanced, &advanced, BACK, "Enhanced to Advanced");
    form_end(&advanced);
    form_end(&enhanced);
}

/*
 * The CSV set is of 2021, the Enhanced file of 2025: what only one of them says of a party that
 * both have must be absent from the other one's own bytes.
 */
static void test_ofac_agree__csv_and_enhanced(void **state)
{
    (void)state;
    struct form csv;
    struct form enhanced;
    form_begin_csv(&csv, "us_ofac/consolidated/csv-2021");
    form_begin(&enhanced, "us_ofac/consolidated/CONS_ENHANCED-2025-01.zip", "<entity id=\"",
               "</entity>");
    static const size_t FORTH[DIFFERENCES] = {
        [SAME] = 1723, [OTHER_KIND] = 1, [NOT_THERE] = 10};
    static const size_t BACK[DIFFERENCES] = {
        [SAME] = 1723, [OTHER_SCRIPT] = 45, [NOT_THERE] = 2};
    compare(&csv, &enhanced, FORTH, "CSV to Enhanced");
    compare(&enhanced, &csv, BACK, "Enhanced to CSV");
    form_end(&csv);
    form_end(&enhanced);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac_agree__classic_and_enhanced),
        cmocka_unit_test(test_ofac_agree__advanced_and_enhanced),
        cmocka_unit_test(test_ofac_agree__csv_and_enhanced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
