/* FollowTheMoney JSON lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

static void read_lines(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "ftm", bytes);
    assert_int_equal(list_case_read(c, &FTM_LINES, "mine"), expected);
}

static void test_ftm__reads_entities_and_links(void **state)
{
    (void)state;
    struct list_case c;
    read_lines(&c,
               SLICE("{\"id\":\"a\",\"caption\":\"Jane\",\"schema\":\"Person\",\"properties\":"
                     "{\"name\":[\"Jane Doe\",\"Доу\"],\"birthDate\":[\"1961-02\"],"
                     "\"country\":\"Syria\",\"shoeSize\":[44]},\"datasets\":[\"x\"],"
                     "\"referents\":[\"a\",\"b\"],\"target\":true}\n"
                     "{\"id\":\"l\",\"schema\":\"Ownership\",\"properties\":"
                     "{\"owner\":[{\"id\":\"a\"}],\"asset\":[\"z\"],\"percentage\":[50]}}\n"),
               0);
    assert_true(list_case_says(&c, "a|Person|name|Jane Doe|"));
    assert_true(list_case_says(&c, "a|Person|name|Доу|"));
    assert_true(list_case_says(&c, "a|Person|birthDate|1961-02|"));
    assert_true(list_case_says(&c, "a|Person|country|sy|"));
    assert_true(list_case_says(&c, "l|Ownership|owner|a|"));
    assert_true(list_case_says(&c, "l|Ownership|percentage|50|"));
    assert_true(list_case_says(&c, "!unmapped|property|1||shoeSize"));
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

/* What a sink sees of datasets, referents and caption. */
static int keep_sources(void *context, const struct entity *e, struct diag *diag)
{
    (void)diag;
    struct buf *out = context;
    buf_add(out, e->caption);
    for (size_t i = 0; i < e->dataset_count; i++) {
        buf_printf(out, " d=%.*s", SLICE_ARG(e->datasets[i]));
    }
    for (size_t i = 0; i < e->referent_count; i++) {
        buf_printf(out, " r=%.*s", SLICE_ARG(e->referents[i]));
    }
    buf_add_char(out, ';');
    return 0;
}

static void ignore_remark(void *context, const struct remark *r)
{
    (void)context;
    (void)r;
}

static void test_ftm__keeps_datasets_and_referents(void **state)
{
    (void)state;
    struct list_case c;
    struct buf out;
    buf_init(&out, 1 << 12);
    list_case_begin(&c);
    list_case_file(&c, "ftm",
                   SLICE("{\"id\":\"a\",\"caption\":\"Jane\",\"schema\":\"Person\","
                         "\"properties\":{\"name\":[\"J\"]},\"datasets\":[\"x\",\"y\"],"
                         "\"referents\":[\"a\",\"b\"]}\n"
                         "{\"id\":\"n\",\"schema\":\"Person\",\"properties\":{}}\n"));
    struct list_sink sink = {&out, keep_sources, ignore_remark, NULL};
    c.snap.dataset = "mine";
    c.snap.reader = &FTM_LINES;
    assert_int_equal(FTM_LINES.read(&c.snap, &sink, NULL), 0);
    assert_true(slice_is(buf_slice(&out), "Jane d=x d=y r=b; d=mine;"));
    list_case_end(&c);
    buf_release(&out);
}

static void test_ftm__refuses_bad_lines_alone(void **state)
{
    (void)state;
    struct list_case c;
    read_lines(
        &c,
        SLICE("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n"
              "{\"id\":\"b\",\"schema\":\"Spaceship\",\"properties\":{}}\n"
              "{\"schema\":\"Person\",\"properties\":{}}\n"
              "[1]\n{\"id\":\n"
              "{\"id\":\"d\",\"schema\":\"Person\",\"properties\":[]}\n"
              "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"B\"]}}\n"),
        0);
    assert_true(list_case_says(&c, "!refused|unknown_schema|2|b|schema 'Spaceship'"));
    assert_true(list_case_says(&c, "!refused|no_id|3||*"));
    assert_true(list_case_says(&c, "!refused|no_object|4||*"));
    assert_true(list_case_says(&c, "!refused|bad_json|5||*"));
    assert_true(list_case_says(&c, "!refused|no_properties|6|d|*"));
    assert_true(list_case_says(&c, "!duplicate|other_name|7|a#2|*"));
    assert_true(list_case_says(&c, "a#2|Person|name|B|"));
    assert_int_equal(c.snap.counts.refused, 5);
    list_case_end(&c);
}

static void test_ftm__knows_a_file_that_is_cut(void **state)
{
    (void)state;
    struct list_case c;
    read_lines(&c,
               SLICE("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n"
                     "{\"id\":\"b\",\"schema\":\"Pers"),
               ERR_CUT);
    assert_int_equal(c.diag.line, 2);
    list_case_end(&c);
}

static void test_ftm__is_recognised_by_content(void **state)
{
    (void)state;
    struct list_probe probe = {"x", SLICE("{\"id\":\"a\",\"schema\":\"P\",\"properties\":{}}"),
                               false};
    assert_string_equal(FTM_LINES.recognise(&probe), "ftm");
    probe.head = SLICE("{\"name\":\"no entity\"}\n{\"id\":1,\"schema\":1,\"properties\":1}");
    assert_null(FTM_LINES.recognise(&probe));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ftm__reads_entities_and_links),
        cmocka_unit_test(test_ftm__keeps_datasets_and_referents),
        cmocka_unit_test(test_ftm__refuses_bad_lines_alone),
        cmocka_unit_test(test_ftm__knows_a_file_that_is_cut),
        cmocka_unit_test(test_ftm__is_recognised_by_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
