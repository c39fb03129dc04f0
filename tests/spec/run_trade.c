/*
 * run_trade - runs the dealings of a file of tests/spec and says the outcome of each in TAP.
 *
 *     run_trade FILE.spec
 *
 * A line with " | " in it is a case; every other line is prose.  A dealing has seven fields:
 *
 *     from | to | goods | stage | days | verdict | rules
 *
 *   from, to   a country, group or record id; "-" is nobody known
 *   goods      a class, or items after it: "arms: tank shells; rockets"; "?: widgets" for goods of
 *              which the asker knows no class
 *   stage      "plain", or a stage; perhaps "denied", "hypothetical", "settled" (not only claimed)
 *   days       2023-08-31, ../2023-08-31 (open), 2022-09-01/2023-03-31, "undated"; perhaps
 *              "asked 2025-10-07"
 *   verdict    "UN-KP would_violate", or "none no_rule_found"; perhaps "quiet" (raises no alert)
 *   rules      those that must be named, separated by ";"; "-" for none at all; "*" for any
 *
 * A journey has five: person | to | days | verdict | reason that must be told.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "embargo/embargo.h"
#include "embargo/facts.h"

enum { FIELDS_MAX = 7, ITEMS_MAX = 16 };

struct trade_case {
    struct slice fields[FIELDS_MAX];
    size_t n;
    struct slice items[ITEMS_MAX];
    struct embargo_dealing dealing;
    struct arena *arena;
    struct buf found; /* what came out, for the message */
};

static struct slice party_of(struct slice field)
{
    return slice_is(field, "-") ? (struct slice){NULL, 0} : field;
}

static bool read_goods(struct trade_case *c)
{
    struct slice rest = c->fields[2];
    struct slice class = slice_trim(slice_next(&rest, ':'));
    while (rest.n && c->dealing.item_count < ITEMS_MAX) {
        c->items[c->dealing.item_count++] = slice_trim(slice_next(&rest, ';'));
    }
    c->dealing.items = c->items;
    return slice_is(class, "?") || goods_class_parse(class, &c->dealing.goods);
}

static bool read_stage(struct trade_case *c)
{
    struct slice rest = c->fields[3];
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (slice_is(word, "settled")) {
            c->dealing.ground = GROUND_ESTABLISHED;
        } else if (!slice_is(word, "plain") && !embargo_stage_parse(word, &c->dealing.stage) &&
                   !embargo_polarity_parse(word, &c->dealing.polarity)) {
            return false;
        }
    }
    return true;
}

static bool read_span(struct slice word, int32_t *from, int32_t *until)
{
    if (slice_is(word, "undated")) {
        return true;
    }
    size_t slash = slice_find(word, 0, "/");
    if (slash == word.n) {
        return day_parse(word, from) && day_parse(word, until);
    }
    struct slice first = slice_cut(word, 0, slash);
    struct slice last = slice_cut(word, slash + 1, word.n);
    return (slice_is(first, "..") || day_parse(first, from)) &&
           (slice_is(last, "..") || day_parse(last, until));
}

static bool read_days(struct trade_case *c)
{
    struct slice rest = c->fields[4];
    if (!read_span(facts_word(&rest), &c->dealing.from, &c->dealing.until)) {
        return false;
    }
    struct slice word = facts_word(&rest);
    return !word.n ||
           (slice_is(word, "asked") && day_parse(facts_word(&rest), &c->dealing.as_of));
}

static bool names_rule(const struct embargo_verdict *v, struct slice rule)
{
    for (size_t i = 0; i < v->rule_count; i++) {
        if (slice_eq(v->rules[i].cite, rule)) {
            return true;
        }
    }
    return false;
}

static bool check_rules(const struct embargo_verdict *v, struct slice wanted)
{
    if (slice_is(wanted, "*")) {
        return true;
    }
    if (slice_is(wanted, "-")) {
        return v->rule_count == 0;
    }
    while (wanted.n) {
        if (!names_rule(v, slice_trim(slice_next(&wanted, ';')))) {
            return false;
        }
    }
    return v->rule_count > 0;
}

static bool check_verdict(struct slice wanted, struct slice regime, enum embargo_result result,
                          bool alert)
{
    struct slice rest = wanted;
    struct slice first = facts_word(&rest);
    struct slice second = facts_word(&rest);
    bool quiet = slice_is(facts_word(&rest), "quiet");
    bool none = result == RESULT_NO_RULE_FOUND && slice_is(first, "none");
    bool expects_alert =
        !quiet && result != RESULT_NO_RULE_FOUND && result != RESULT_PERMITTED_WITH_CONDITIONS;
    return (none || slice_eq(first, regime)) && slice_is(second, embargo_result_word(result)) &&
           alert == expects_alert;
}

static bool run_dealing(const struct embargo *e, struct trade_case *c)
{
    struct embargo_answer answer;
    embargo_dealing_init(&c->dealing);
    c->dealing.supplier.who = party_of(c->fields[0]);
    c->dealing.recipient.who = party_of(c->fields[1]);
    if (!read_goods(c) || !read_stage(c) || !read_days(c)) {
        buf_add_text(&c->found, "the case cannot be read");
        return false;
    }
    if (embargo_judge(e, &c->dealing, c->arena, &answer) < 0) {
        buf_add_text(&c->found, "no memory");
        return false;
    }
    const struct embargo_verdict *v = answer.main;
    buf_printf(&c->found, "%.*s %s%s:", SLICE_ARG(v->regime), embargo_result_word(v->result),
               v->alert ? "" : " quiet");
    for (size_t i = 0; i < v->rule_count; i++) {
        buf_printf(&c->found, "%s %.*s", i ? ";" : "", SLICE_ARG(v->rules[i].cite));
    }
    buf_printf(&c->found, " (%.*s)", SLICE_ARG(v->reason));
    return check_verdict(c->fields[5], v->regime, v->result, v->alert) &&
           check_rules(v, c->fields[6]);
}

static bool run_journey(const struct embargo *e, struct trade_case *c)
{
    struct embargo_travel t;
    int32_t from = DAY_NONE;
    int32_t until = DAY_NONE;
    bool found;
    char wanted[200];
    if (!read_span(c->fields[2], &from, &until) ||
        embargo_travel(e, c->fields[0], c->fields[1], from, until, c->arena, &t, &found) < 0) {
        buf_add_text(&c->found, "the case cannot be read");
        return false;
    }
    if (!found) {
        buf_add_text(&c->found, "no warrant");
        return slice_is(c->fields[3], "no warrant");
    }
    buf_printf(&c->found, "%s %s: %.*s", embargo_duty_word(t.duty),
               embargo_result_word(t.result), SLICE_ARG(t.reason));
    (void)snprintf(wanted, sizeof wanted, "%s %s", embargo_duty_word(t.duty),
                   embargo_result_word(t.result));
    char needle[200];
    (void)snprintf(needle, sizeof needle, "%.*s", SLICE_ARG(c->fields[4]));
    return slice_is(c->fields[3], wanted) && slice_find(t.reason, 0, needle) < t.reason.n;
}

static size_t split_fields(struct slice line, struct slice fields[FIELDS_MAX])
{
    size_t n = 0;
    while (line.n && n < FIELDS_MAX) {
        size_t bar = slice_find(line, 0, " | ");
        fields[n++] = slice_trim(slice_cut(line, 0, bar));
        line = bar == line.n ? (struct slice){NULL, 0} : slice_cut(line, bar + 3, line.n);
    }
    return n;
}

static bool run_case(const struct embargo *e, struct slice line, size_t number)
{
    struct arena arena;
    arena_init(&arena, (size_t)16 << 20);
    struct trade_case c = {.arena = &arena};
    buf_init(&c.found, 1 << 16);
    c.n = split_fields(line, c.fields);
    bool good = c.n == FIELDS_MAX ? run_dealing(e, &c) : c.n == 5 && run_journey(e, &c);
    printf("%sok %zu - %.*s\n", good ? "" : "not ", number, SLICE_ARG(line));
    if (!good) {
        printf("# found: %.*s\n", SLICE_ARG(buf_slice(&c.found)));
    }
    buf_release(&c.found);
    arena_release(&arena);
    return good;
}

int main(int argc, char **argv)
{
    struct embargo *e;
    struct diag diag = {.code = 0};
    struct slice text;
    size_t cases = 0;
    size_t failed = 0;
    if (argc != 2 || file_map(argv[1], &text, &diag) < 0 || embargo_open(NULL, &e, &diag) < 0) {
        fprintf(stderr, "run_trade FILE.spec: %s\n", diag.text);
        return 2;
    }
    struct slice rest = text;
    while (rest.n) {
        struct slice line = slice_trim(slice_next(&rest, '\n'));
        if (slice_find(line, 0, " | ") < line.n) {
            cases++;
            failed += !run_case(e, line, cases);
        }
    }
    printf("1..%zu\n", cases);
    embargo_close(e);
    file_unmap(text);
    return failed ? 1 : 0;
}
