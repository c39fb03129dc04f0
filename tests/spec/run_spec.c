/*
 * run_spec - runs the cases of a file of tests/spec and says the outcome of each in TAP.
 *
 *     run_spec FILE.spec
 *
 * A line with " | " in it is a case; every other line is prose.  The number of fields says what
 * kind of case it is:
 *
 *     schema | asked name | listed name | band | reason          five: two names compared
 *     what | text | what is expected of it | reason              four: one text analysed
 *
 * Bands: equal (1.000), same (at least 0.700), different (below 0.700), grey (printed only).
 * What is analysed: fold, person, organization, craft, split, romanise; names.spec says what
 * each expects.
 *
 * "known" before a band or before what is analysed marks a case that fails today, for the reason
 * given.  It is run too, and fails when it passes: then the mark has to go.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "match/compare.h"
#include "text/name.h"

enum { FIELDS_MAX = 5, OUTPUT_MAX = 1 << 16 };

struct spec_case {
    struct slice fields[FIELDS_MAX];
    size_t n;
    bool known; /* expected to fail */
    struct arena *arena;
    struct buf found; /* what came out, for the message */
};

static bool next_word(struct slice *rest, struct slice *word)
{
    *rest = slice_trim(*rest);
    if (rest->n == 0) {
        return false;
    }
    *word = slice_next(rest, ' ');
    return true;
}

/* Pairs */

static bool run_pair(struct spec_case *c)
{
    struct comparison r;
    struct diag diag = {.code = 0};
    enum schema schema = schema_find(c->fields[0]);
    struct slice band = c->fields[3];
    if (compare_names(schema, c->fields[1], c->fields[2], 0, c->arena, &r, &diag) < 0) {
        buf_printf(&c->found, "%s", diag.text);
        return false;
    }
    buf_printf(&c->found, "%u.%03u", r.score / 1000u, r.score % 1000u);
    return (slice_is(band, "equal") && r.score == SCORE_EQUAL) ||
           (slice_is(band, "same") && r.score >= SCORE_ALERT) ||
           (slice_is(band, "different") && r.score < SCORE_ALERT) || slice_is(band, "grey");
}

/* One text */

static bool expect(struct spec_case *c)
{
    return slice_eq(buf_slice(&c->found), c->fields[2]);
}

static bool run_fold(struct spec_case *c)
{
    struct folded f;
    struct diag diag = {.code = 0};
    if (fold_text(c->arena, c->fields[1], &f, &diag) < 0) {
        buf_printf(&c->found, "%s", diag.text);
        return false;
    }
    for (size_t i = 0; i < f.n; i++) {
        char bytes[4];
        buf_add_bytes(&c->found, bytes, utf8_put(f.cp[i], bytes));
    }
    return expect(c);
}

static void print_token(const struct token *t, struct buf *out)
{
    if (t->flags & TOKEN_SYLLABIC) {
        buf_add_text(out, "syllable:");
    } else if (t->class != TOKEN_NAME) {
        buf_printf(out, "%s:", token_class_name((enum token_class)t->class));
    }
    for (size_t i = 0; i < t->native.n; i++) {
        buf_add_char(out, t->native.p[i] == ' ' ? '_' : t->native.p[i]);
    }
}

static bool run_analysis(struct spec_case *c, enum name_kind kind)
{
    struct name readings[NAME_READINGS_MAX];
    size_t n;
    struct diag diag = {.code = 0};
    if (name_analyse(c->arena, c->fields[1], kind, readings, &n, &diag) < 0) {
        buf_printf(&c->found, "%s", diag.text);
        return expect(c);
    }
    for (size_t i = 0; i < readings[0].n; i++) {
        if (i > 0) {
            buf_add_char(&c->found, ' ');
        }
        print_token(&readings[0].tokens[i], &c->found);
    }
    return expect(c);
}

static bool run_split(struct spec_case *c)
{
    struct slice parts[NAME_PARTS_MAX];
    size_t n = name_split(c->fields[1], parts);
    for (size_t i = 0; i < n; i++) {
        if (i > 0) {
            buf_add_text(&c->found, " ; ");
        }
        buf_add(&c->found, parts[i]);
    }
    return expect(c);
}

/* The first word expected is the usual spelling, the others must be among the rest. */
static bool run_romanise(struct spec_case *c)
{
    struct name readings[NAME_READINGS_MAX];
    size_t n;
    if (name_analyse(c->arena, c->fields[1], NAME_PERSON, readings, &n, NULL) < 0) {
        return false;
    }
    const struct token *t = &readings[0].tokens[readings[0].n - 1];
    for (size_t i = 0; i < t->form_count; i++) {
        buf_printf(&c->found, i ? " %.*s" : "%.*s", SLICE_ARG(t->forms[i].text));
    }
    struct slice rest = c->fields[2];
    struct slice word;
    for (bool first = true; next_word(&rest, &word); first = false) {
        size_t i = 0;
        while (i < t->form_count && !slice_eq(t->forms[i].text, word)) {
            i++;
        }
        if (i == t->form_count || (first && i > 0)) {
            return false;
        }
    }
    return true;
}

static bool run_text(struct spec_case *c)
{
    struct slice what = c->fields[0];
    return slice_is(what, "fold")           ? run_fold(c)
           : slice_is(what, "person")       ? run_analysis(c, NAME_PERSON)
           : slice_is(what, "organization") ? run_analysis(c, NAME_ORGANIZATION)
           : slice_is(what, "craft")        ? run_analysis(c, NAME_CRAFT)
           : slice_is(what, "split")        ? run_split(c)
           : slice_is(what, "romanise")     ? run_romanise(c)
                                            : false;
}

/* The file */

static bool read_case(struct slice line, struct spec_case *c)
{
    size_t at = slice_find(line, 0, " | ");
    c->n = 0;
    c->known = false;
    if (at == line.n) {
        return false;
    }
    size_t from = 0;
    while (c->n < FIELDS_MAX) {
        bool last = at == line.n || c->n + 1 == FIELDS_MAX;
        c->fields[c->n++] = slice_trim(slice_cut(line, from, last ? line.n : at));
        if (last) {
            break;
        }
        from = at + 3;
        at = slice_find(line, from, " | ");
    }
    struct slice *marked = &c->fields[c->n == FIELDS_MAX ? 3 : 0];
    if (slice_starts(*marked, "known ")) {
        c->known = true;
        *marked = slice_trim(slice_cut(*marked, 6, marked->n));
    }
    return true;
}

static bool run_line(struct slice line, size_t number, struct spec_case *c, size_t count)
{
    arena_reset(c->arena);
    buf_reset(&c->found);
    bool passes = c->n == FIELDS_MAX ? run_pair(c) : c->n == FIELDS_MAX - 1 && run_text(c);
    bool good = passes != c->known;
    printf("%s %zu - line %zu: %.*s\n", good ? "ok" : "not ok", count, number, SLICE_ARG(line));
    if (!good || slice_is(c->fields[c->n == FIELDS_MAX ? 3 : 0], "grey")) {
        printf("#   %s%.*s\n", c->known && !good ? "passes now, take the mark away: " : "",
               SLICE_ARG(buf_slice(&c->found)));
    }
    return good;
}

static bool run_file(FILE *file)
{
    char line[4096];
    size_t number = 0;
    size_t count = 0;
    bool good = true;
    struct arena arena;
    struct spec_case c = {.arena = &arena};
    arena_init(&arena, 64 << 20);
    buf_init(&c.found, OUTPUT_MAX);
    while (fgets(line, sizeof line, file)) {
        struct slice s = slice_trim(slice_of(line));
        number++;
        if (read_case(s, &c)) {
            good &= run_line(s, number, &c, ++count);
        }
    }
    printf("1..%zu\n", count);
    buf_release(&c.found);
    arena_release(&arena);
    return good && count > 0;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!file) {
        fprintf(stderr, "usage: run_spec FILE.spec\n");
        return 2;
    }
    bool good = run_file(file);
    fclose(file);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
