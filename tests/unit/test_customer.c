/* Rows and options become questions: what each value means, and what is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/customer.h"

struct made {
    struct arena arena;
    struct customer_rules rules;
    struct customer customer;
    struct question question;
};

static void begin(struct made *m)
{
    arena_init(&m->arena, 1 << 20);
    customer_begin(&m->customer, &m->rules, &m->arena);
}

static void add(struct made *m, const char *title, const char *text)
{
    struct column column = column_meaning(slice_of(title), NULL, 0);
    customer_add_column(&m->customer, &column, slice_of(text));
}

static void finish(struct made *m)
{
    if (!customer_finish(&m->customer, &m->question)) {
        fail_msg("%s: %s", m->customer.error, m->customer.message);
    }
}

static void check_error(struct made *m, const char *code)
{
    assert_false(customer_finish(&m->customer, &m->question));
    assert_string_equal(m->customer.error, code);
}

static void check_text(struct slice found, const char *expected)
{
    if (!slice_is(found, expected)) {
        fail_msg("\"%.*s\", expected \"%s\"", SLICE_ARG(found), expected);
    }
}

static void check_date(const struct date *d, const char *expected)
{
    char text[DATE_TEXT];
    check_text((struct slice){text, date_print(d, text)}, expected);
}

static void test_customer__takes_every_kind_of_value(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "Customer ID", " C-17 ");
    add(&m, "Full_Name", "Kim Jong Un");
    add(&m, "ALIAS", "Kim Jong-eun");
    add(&m, "DateOfBirth", "8 Jan 1984");
    add(&m, "nationality", "Korea, North");
    add(&m, "sex", "M");
    add(&m, "place of birth", "Pyongyang");
    add(&m, "address", "Pyongyang");
    add(&m, "schema", "individual");
    add(&m, "imo", "9161003");
    finish(&m);
    check_text(m.customer.id, "C-17");
    assert_int_equal(m.question.name_count, 2);
    check_text(m.question.names[0], "Kim Jong Un");
    check_text(m.question.names[1], "Kim Jong-eun");
    assert_int_equal(m.question.birth_date_count, 1);
    check_date(&m.question.birth_dates[0], "1984-01-08");
    assert_int_equal(m.question.country_count, 1);
    check_text(m.question.countries[0], "kp");
    check_text(m.question.gender, "male");
    check_text(m.question.places[0], "Pyongyang");
    check_text(m.question.addresses[0], "Pyongyang");
    assert_int_equal(m.question.schema, SCHEMA_PERSON);
    assert_int_equal(m.question.identifier_count, 1);
    assert_int_equal(m.question.identifiers[0].scheme, ID_IMO);
    assert_int_equal(m.customer.warning_count, 0);
    arena_release(&m.arena);
}

static void test_customer__puts_parts_of_a_name_together(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "last_name", "Putin");
    add(&m, "middle_name", "Vladimirovich");
    add(&m, "first_name", "Vladimir");
    finish(&m);
    assert_int_equal(m.question.name_count, 1);
    check_text(m.question.names[0], "Vladimir Vladimirovich Putin");
    assert_int_equal(m.question.schema, SCHEMA_PERSON);
    arena_release(&m.arena);
}

static void test_customer__a_name_beside_its_parts_is_not_doubled(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "PUTIN Vladimir");
    add(&m, "first_name", "Vladimir");
    add(&m, "last_name", "Putin");
    finish(&m);
    assert_int_equal(m.question.name_count, 1);
    arena_release(&m.arena);
}

/* German files have "Vorname" and "Name", where "Name" is the family name. */
static void test_customer__a_name_may_stand_for_the_missing_part(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "Vorname", "Jürgen");
    add(&m, "Name", "Obermayr");
    finish(&m);
    assert_int_equal(m.question.name_count, 2);
    check_text(m.question.names[1], "Jürgen Obermayr");
    arena_release(&m.arena);
}

static void test_customer__an_unreadable_value_is_left_out_with_a_warning(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "Ali Khamenei");
    add(&m, "dob", "31/31/1939");
    add(&m, "country", "Atlantis");
    add(&m, "gender", "perhaps");
    add(&m, "type", "mineral");
    add(&m, "alias", "***");
    finish(&m);
    assert_int_equal(m.question.birth_date_count, 0);
    assert_int_equal(m.question.country_count, 0);
    assert_int_equal(m.question.name_count, 1);
    assert_int_equal(m.customer.warning_count, 5);
    assert_string_equal(m.customer.warnings[0].code, "birth_date");
    check_text(m.customer.warnings[0].column, "dob");
    assert_string_equal(m.customer.warnings[4].code, "no_letters");
    arena_release(&m.arena);
}

static void test_customer__a_date_of_two_readings_has_both(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "X Y");
    add(&m, "dob", "03/04/1984");
    finish(&m);
    assert_int_equal(m.question.birth_date_count, 2);
    check_date(&m.question.birth_dates[0], "1984-04-03");
    check_date(&m.question.birth_dates[1], "1984-03-04");
    arena_release(&m.arena);

    struct made us = {.rules = {.dates = DATES_MONTH_FIRST}};
    begin(&us);
    add(&us, "name", "X Y");
    add(&us, "dob", "03/04/1984");
    finish(&us);
    assert_int_equal(us.question.birth_date_count, 1);
    check_date(&us.question.birth_dates[0], "1984-03-04");
    arena_release(&us.arena);
}

static void test_customer__a_stand_in_date_never_speaks_against(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "X Y");
    add(&m, "dob", "01/01/1900");
    finish(&m);
    assert_int_equal(m.question.birth_date_count, 0);
    assert_int_equal(m.customer.warning_count, 1);
    arena_release(&m.arena);
}

static void test_customer__several_values_share_a_cell(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "X Y");
    add(&m, "nationality", "RU; Syria/IR");
    add(&m, "birth_date", "1984-01-08; 1983");
    finish(&m);
    assert_int_equal(m.question.country_count, 3);
    check_text(m.question.countries[1], "sy");
    assert_int_equal(m.question.birth_date_count, 2);
    arena_release(&m.arena);
}

static void test_customer__takes_the_imo_number_out_of_a_name(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "name", "M/V LADY R (IMO 9161003)");
    finish(&m);
    assert_int_equal(m.question.name_count, 1);
    check_text(m.question.names[0], "M/V LADY R");
    assert_int_equal(m.question.identifier_count, 1);
    assert_string_equal(m.question.identifiers[0].text, "9161003");
    arena_release(&m.arena);
}

static void test_customer__the_schema_is_given_or_follows(void **state)
{
    (void)state;
    struct made none = {0};
    begin(&none);
    add(&none, "name", "X Y");
    finish(&none);
    assert_int_equal(none.question.schema, SCHEMA_NONE);
    assert_false(none.question.any_schema);
    arena_release(&none.arena);

    struct made file = {.rules = {.person = true}};
    begin(&file);
    add(&file, "name", "X Y");
    finish(&file);
    assert_int_equal(file.question.schema, SCHEMA_PERSON);
    arena_release(&file.arena);

    struct made any = {.rules = {.any_schema = true, .person = true}};
    begin(&any);
    add(&any, "name", "X Y");
    finish(&any);
    assert_true(any.question.any_schema);
    assert_int_equal(any.question.schema, SCHEMA_NONE);
    arena_release(&any.arena);

    struct made own = {.rules = {.any_schema = true, .person = true}};
    begin(&own);
    add(&own, "name", "X Y");
    add(&own, "schema", "Company");
    finish(&own);
    assert_int_equal(own.question.schema, SCHEMA_COMPANY);
    assert_false(own.question.any_schema);
    arena_release(&own.arena);
}

static void test_customer__defaults_serve_where_nothing_is_said(void **state)
{
    (void)state;
    struct made m = {.rules = {.defaults = {{PROP_COUNTRY, SLICE("ir")}}, .default_count = 1}};
    begin(&m);
    add(&m, "name", "X Y");
    finish(&m);
    check_text(m.question.countries[0], "ir");
    arena_release(&m.arena);

    begin(&m);
    add(&m, "name", "X Y");
    add(&m, "country", "ru");
    finish(&m);
    assert_int_equal(m.question.country_count, 1);
    check_text(m.question.countries[0], "ru");
    arena_release(&m.arena);
}

/* A character of two bytes stands across the limit: it is left out as a whole. */
static void test_customer__cuts_a_name_that_is_too_long(void **state)
{
    (void)state;
    static char name[CUSTOMER_NAME_MAX + 16];
    memset(name, 'a', CUSTOMER_NAME_MAX - 1);
    memcpy(name + CUSTOMER_NAME_MAX - 1, "\xc3\xa9tude", sizeof "\xc3\xa9tude");
    struct made m = {0};
    begin(&m);
    add(&m, "name", name);
    finish(&m);
    assert_int_equal(m.question.name_count, 1);
    assert_int_equal(m.question.names[0].n, CUSTOMER_NAME_MAX - 1);
    assert_string_equal(m.customer.warnings[0].code, "name_cut");
    arena_release(&m.arena);
}

static void test_customer__says_why_it_cannot_be_screened(void **state)
{
    (void)state;
    struct made m = {0};

    begin(&m);
    add(&m, "country", "ru");
    check_error(&m, "no_name");
    arena_release(&m.arena);

    begin(&m);
    add(&m, "name", "... --- ...");
    check_error(&m, "no_letters");
    arena_release(&m.arena);

    begin(&m);
    add(&m, "name", "A owns B");
    add(&m, "schema", "Ownership");
    check_error(&m, "not_a_party");
    arena_release(&m.arena);

    begin(&m);
    add(&m, "name", "M\xfcller");
    check_error(&m, "encoding");
    arena_release(&m.arena);
}

static void test_customer__an_identifier_alone_is_enough(void **state)
{
    (void)state;
    struct made m = {0};
    begin(&m);
    add(&m, "passport", "A1234567");
    finish(&m);
    assert_int_equal(m.question.name_count, 0);
    assert_int_equal(m.question.identifier_count, 1);
    assert_int_equal(m.question.identifiers[0].scheme, ID_PASSPORT);
    assert_true(m.question.any_schema);
    arena_release(&m.arena);
}

static void test_customer__an_arena_too_small_is_an_error(void **state)
{
    (void)state;
    struct made m = {0};
    char name[16];
    arena_init(&m.arena, 256);
    customer_begin(&m.customer, &m.rules, &m.arena);
    for (int i = 0; i < 100; i++) {
        name[0] = (char)('a' + i % 26);
        name[1] = (char)('a' + i / 26);
        name[2] = '\0';
        customer_add(&m.customer, PROP_NAME, arena_copy(&m.arena, slice_of(name)),
                     SLICE("name"));
    }
    assert_false(customer_finish(&m.customer, &m.question));
    arena_release(&m.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_customer__takes_every_kind_of_value),
        cmocka_unit_test(test_customer__puts_parts_of_a_name_together),
        cmocka_unit_test(test_customer__a_name_beside_its_parts_is_not_doubled),
        cmocka_unit_test(test_customer__a_name_may_stand_for_the_missing_part),
        cmocka_unit_test(test_customer__an_unreadable_value_is_left_out_with_a_warning),
        cmocka_unit_test(test_customer__a_date_of_two_readings_has_both),
        cmocka_unit_test(test_customer__a_stand_in_date_never_speaks_against),
        cmocka_unit_test(test_customer__several_values_share_a_cell),
        cmocka_unit_test(test_customer__takes_the_imo_number_out_of_a_name),
        cmocka_unit_test(test_customer__the_schema_is_given_or_follows),
        cmocka_unit_test(test_customer__defaults_serve_where_nothing_is_said),
        cmocka_unit_test(test_customer__cuts_a_name_that_is_too_long),
        cmocka_unit_test(test_customer__says_why_it_cannot_be_screened),
        cmocka_unit_test(test_customer__an_identifier_alone_is_enough),
        cmocka_unit_test(test_customer__an_arena_too_small_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
