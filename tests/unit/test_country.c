/* Names of countries as lists and customers write them, against the compiled table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/country.h"

static void check_code(const char *text, const char *code)
{
    struct slice found = country_code(slice_of(text));
    if (!slice_is(found, code)) {
        fail_msg("\"%s\" is \"%.*s\", expected \"%s\"", text, SLICE_ARG(found), code);
    }
}

static void test_country__knows_codes_of_any_case(void **state)
{
    (void)state;
    check_code("kp", "kp");
    check_code("KP", "kp");
    check_code("PRK", "kp");
    check_code("prk", "kp");
    check_code(" Rus ", "ru");
    check_code("GB", "gb");
    check_code("DEU", "de");
    check_code("suhh", "suhh");
}

static void test_country__knows_names_as_lists_write_them(void **state)
{
    (void)state;
    check_code("Korea, North", "kp");
    check_code("North Korea", "kp");
    check_code("Democratic People's Republic of Korea", "kp");
    check_code("DPRK", "kp");
    check_code("Korea, South", "kr");
    check_code("Republic of Korea", "kr");
    check_code("Russian Federation", "ru");
    check_code("The Russian Federation", "ru");
    check_code("Russia", "ru");
    check_code("Iran (Islamic Republic of)", "ir");
    check_code("Iran, Islamic Republic of", "ir");
    check_code("Iran", "ir");
    check_code("Syrian Arab Republic", "sy");
    check_code("Burma", "mm");
    check_code("United States of America", "us");
    check_code("USA", "us");
    check_code("United Kingdom", "gb");
    check_code("UK", "gb");
    check_code("Congo, Democratic Republic of the", "cd");
    check_code("Democratic Republic of the Congo", "cd");
    check_code("Netherlands", "nl");
    check_code("the Netherlands", "nl");
    check_code("Bosnia & Herzegovina", "ba");
    check_code("Bosnia and Herzegovina", "ba");
}

static void test_country__case_marks_and_punctuation_play_no_part(void **state)
{
    (void)state;
    check_code("Côte d'Ivoire", "ci");
    check_code("COTE D\xe2\x80\x99IVOIRE", "ci"); /* typographic apostrophe */
    check_code("cote divoire", "ci");
    check_code("Co\xcc\x82te d'Ivoire", "ci"); /* a combining circumflex */
    check_code("  russian   federation. ", "ru");
    check_code("RUSSIAN FEDERATION", "ru");
    check_code("\xef\xbc\xb2\xef\xbd\x95\xef\xbd\x93\xef\xbd\x93\xef\xbd\x89\xef\xbd\x81",
               "ru");
}

static void test_country__knows_other_languages_and_scripts(void **state)
{
    (void)state;
    check_code("Россия", "ru");
    check_code("РОССИЯ", "ru");
    check_code("Российская Федерация", "ru");
    check_code("Украина", "ua");
    check_code("Corea del Nord", "kp");
    check_code("Stati Uniti", "us");
    check_code("Deutschland", "de");
    check_code("ايران", "ir");
    check_code("中国", "cn");
    check_code("북한", "kp");
    check_code("조선민주주의인민공화국", "kp");
}

static void test_country__knows_demonyms(void **state)
{
    (void)state;
    check_code("Iranian", "ir");
    check_code("Russian", "ru");
    check_code("North Korean", "kp");
    check_code("Syrian", "sy");
}

static void test_country__unknown_is_empty(void **state)
{
    (void)state;
    check_code("", "");
    check_code("  ,.-", "");
    check_code("the", "");
    check_code("Atlantis", "");
    check_code("zzzz", "");
    check_code("Russia Federation Street 5", "");
    check_code("\xff\xfe", "");
    char text[2000];
    memset(text, 'a', sizeof text);
    assert_int_equal(country_code((struct slice){text, sizeof text}).n, 0);
    /* Long, but blanks only around the name. */
    memset(text, ' ', sizeof text);
    memcpy(text + 1000, "Iran", 4);
    assert_true(slice_is(country_code((struct slice){text, sizeof text}), "ir"));
    /* Ligatures that decompose to eighteen letters each. */
    for (size_t i = 0; i + 3 <= sizeof text; i += 3) {
        memcpy(text + i, "\xef\xb7\xba", 3);
    }
    assert_int_equal(country_code((struct slice){text, 1998}).n, 0);
    for (size_t n = 0; n < 40; n++) {
        assert_int_equal(country_code((struct slice){text, 3 * n}).n, 0);
    }
    assert_int_equal(country_code((struct slice){NULL, 0}).n, 0);
}

static void test_country__every_code_and_name_leads_back(void **state)
{
    (void)state;
    assert_true(country_count() > 240);
    for (size_t i = 0; i < country_count(); i++) {
        struct slice code = country_at(i);
        struct slice name = country_name(code);
        assert_true(name.n > 0);
        assert_true(slice_eq(country_code(code), code));
        struct slice back = country_code(name);
        if (!slice_eq(back, code)) {
            fail_msg("\"%.*s\" leads to \"%.*s\"", SLICE_ARG(name), SLICE_ARG(back));
        }
        if (i > 0) {
            assert_true(slice_cmp(country_at(i - 1), code) < 0);
        }
    }
    assert_true(slice_is(country_name(SLICE("kp")), "Korea, North"));
    assert_int_equal(country_name(SLICE("KP")).n, 0);
    assert_int_equal(country_name(SLICE("")).n, 0);
}

static void test_country__meets_itself_and_what_it_came_from(void **state)
{
    (void)state;
    assert_true(country_meets(SLICE("ru"), SLICE("ru")));
    assert_true(country_meets(SLICE("suhh"), SLICE("ru")));
    assert_true(country_meets(SLICE("ru"), SLICE("suhh")));
    assert_true(country_meets(SLICE("yucs"), SLICE("rs")));
    assert_true(country_meets(SLICE("cz"), SLICE("cshh")));
    assert_true(country_meets(SLICE("ddde"), SLICE("de")));
    assert_true(country_meets(SLICE("ss"), SLICE("sd")));
    assert_true(country_meets(SLICE("zrcd"), SLICE("cd")));
    assert_false(country_meets(SLICE("ru"), SLICE("ua")));
    assert_false(country_meets(SLICE("suhh"), SLICE("pl")));
    assert_false(country_meets(SLICE("kp"), SLICE("kr")));
    assert_false(country_meets(SLICE(""), SLICE("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_country__knows_codes_of_any_case),
        cmocka_unit_test(test_country__knows_names_as_lists_write_them),
        cmocka_unit_test(test_country__case_marks_and_punctuation_play_no_part),
        cmocka_unit_test(test_country__knows_other_languages_and_scripts),
        cmocka_unit_test(test_country__knows_demonyms),
        cmocka_unit_test(test_country__unknown_is_empty),
        cmocka_unit_test(test_country__every_code_and_name_leads_back),
        cmocka_unit_test(test_country__meets_itself_and_what_it_came_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
