/* Single values as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/written.h"

static void test_screen_written__words_for_nothing(void **state)
{
    (void)state;
    assert_true(written_is_nothing(SLICE("")));
    assert_true(written_is_nothing(SLICE("N/A")));
    assert_true(written_is_nothing(SLICE("null")));
    assert_false(written_is_nothing(SLICE("NA"))); /* Namibia */
    assert_false(written_is_nothing(SLICE("0")));
}

static void test_screen_written__genders(void **state)
{
    (void)state;
    struct slice gender;
    assert_true(written_gender(SLICE("F"), &gender));
    assert_true(slice_is(gender, "female"));
    assert_true(written_gender(SLICE("männlich"), &gender));
    assert_true(slice_is(gender, "male"));
    assert_true(written_gender(SLICE("unknown"), &gender));
    assert_int_equal(gender.n, 0);
    assert_false(written_gender(SLICE("yes"), &gender));
}

static void check_schema(const char *text, enum schema expected)
{
    enum schema schema;
    bool any;
    assert_true(written_schema(slice_of(text), &schema, &any));
    assert_int_equal(schema, expected);
    assert_false(any);
}

static void test_screen_written__schemata(void **state)
{
    (void)state;
    enum schema schema;
    bool any;
    check_schema("person", SCHEMA_PERSON);
    check_schema("Natural Person", SCHEMA_PERSON);
    check_schema("SHIP", SCHEMA_VESSEL);
    check_schema("LegalEntity", SCHEMA_LEGAL_ENTITY);
    check_schema("corporate", SCHEMA_ORGANIZATION);
    assert_true(written_schema(SLICE("Any"), &schema, &any));
    assert_true(any);
    assert_int_equal(schema, SCHEMA_NONE);
    assert_false(written_schema(SLICE("Address"), &schema, &any));
    assert_false(written_schema(SLICE("Ownership"), &schema, &any));
    assert_false(written_schema(SLICE("teapot"), &schema, &any));
}

static void check_imo(const char *name, const char *before, const char *behind)
{
    struct slice b;
    struct slice e;
    struct identifier id;
    if (!written_imo_in(slice_of(name), &b, &e, &id)) {
        fail_msg("no number found in \"%s\"", name);
    }
    assert_true(slice_is(b, before));
    assert_true(slice_is(e, behind));
}

static void test_screen_written__imo_numbers_in_names(void **state)
{
    (void)state;
    struct slice b;
    struct slice e;
    struct identifier id;
    check_imo("LADY R (IMO 9161003)", "LADY R", "");
    check_imo("LADY R, IMO No. 9161003, Russia", "LADY R", "Russia");
    check_imo("IMO:9161003 LADY R", "", "LADY R");
    /* a wrong check digit, more digits, part of a word, nothing behind */
    assert_false(written_imo_in(SLICE("LADY R IMO 9161004"), &b, &e, &id));
    assert_false(written_imo_in(SLICE("LADY R IMO 91610031"), &b, &e, &id));
    assert_false(written_imo_in(SLICE("TIMO 9161003"), &b, &e, &id));
    assert_false(written_imo_in(SLICE("LADY R IMO 916100"), &b, &e, &id));
    assert_false(written_imo_in(SLICE("IMO"), &b, &e, &id));
}

static void test_screen_written__stand_in_dates(void **state)
{
    (void)state;
    assert_true(written_is_stand_in_date(SLICE("1900-01-01")));
    assert_true(written_is_stand_in_date(SLICE("01/01/1901")));
    assert_true(written_is_stand_in_date(SLICE("9999-12-31")));
    assert_false(written_is_stand_in_date(SLICE("1900-01-02")));
    assert_false(written_is_stand_in_date(SLICE("1900")));
    assert_false(written_is_stand_in_date(SLICE("1970-01-01")));
}

static void test_screen_written__exchanges_day_and_month(void **state)
{
    (void)state;
    char out[WRITTEN_DATE_MAX];
    assert_true(written_exchanged_date(SLICE("3/4/1984"), out));
    assert_string_equal(out, "4/3/1984");
    assert_true(written_exchanged_date(SLICE(" 31.12.1984"), out));
    assert_string_equal(out, "12.31.1984");
    assert_false(written_exchanged_date(SLICE("1984-03-04"), out));
    assert_false(written_exchanged_date(SLICE("03/1984"), out));
    assert_false(written_exchanged_date(SLICE("3 Apr 1984"), out));
    assert_false(written_exchanged_date(SLICE("3/"), out));
    assert_false(written_exchanged_date(SLICE(""), out));
}

static void test_screen_written__cuts_at_any_separator(void **state)
{
    (void)state;
    struct slice rest = SLICE("a;b|c");
    assert_true(slice_is(written_next(&rest, ";|"), "a"));
    assert_true(slice_is(written_next(&rest, ";|"), "b"));
    assert_true(slice_is(written_next(&rest, ";|"), "c"));
    assert_int_equal(rest.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_written__words_for_nothing),
        cmocka_unit_test(test_screen_written__genders),
        cmocka_unit_test(test_screen_written__schemata),
        cmocka_unit_test(test_screen_written__imo_numbers_in_names),
        cmocka_unit_test(test_screen_written__stand_in_dates),
        cmocka_unit_test(test_screen_written__exchanges_day_and_month),
        cmocka_unit_test(test_screen_written__cuts_at_any_separator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
