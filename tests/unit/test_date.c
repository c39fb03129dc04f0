/* The forms of dates that the lists use (each example stands in one of them), and the ones
 * that must be refused because they can be read in two ways or are no day at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/date.h"

struct form {
    const char *text;
    const char *normal; /* NULL: refused */
};

static void check_forms(const struct form *forms, size_t n, bool day_first)
{
    for (size_t i = 0; i < n; i++) {
        struct date d = {.year = 7777};
        bool read = date_parse(slice_of(forms[i].text), day_first, &d);
        if (!forms[i].normal) {
            if (read) {
                fail_msg("\"%s\" is read, but must be refused", forms[i].text);
            }
            assert_int_equal(d.year, 7777);
            continue;
        }
        if (!read) {
            fail_msg("\"%s\" is refused", forms[i].text);
        }
        char out[DATE_TEXT];
        size_t length = date_print(&d, out);
        assert_int_equal(length, strlen(out));
        assert_string_equal(out, forms[i].normal);
        /* The normal form is read back as itself. */
        struct date again;
        char second[DATE_TEXT];
        assert_true(date_parse(slice_of(out), day_first, &again));
        date_print(&again, second);
        assert_string_equal(second, out);
        assert_int_equal(date_first_day(&d), date_first_day(&again));
        assert_int_equal(date_last_day(&d), date_last_day(&again));
        assert_true(date_first_day(&d) <= date_last_day(&d));
    }
}

#define CHECK(forms, day_first) check_forms(forms, sizeof(forms) / sizeof *(forms), day_first)

static void test_date__reads_ofac_forms(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"10 Dec 1948", "1948-12-10"},
        {"08 Jan 1984", "1984-01-08"},
        {"1946", "1946"},
        {"Sep 1938", "1938-09"},
        {"circa 1951", "1951~"},
        {"circa 1961", "1961~"},
        {"1951 to 1953", "1951/1953"},
        {"1958 to 1963", "1958/1963"},
        {"01 Jan 1961 to 31 Dec 1962", "1961-01-01/1962-12-31"},
        {"Mar 1962 to Feb 1963", "1962-03/1963-02"},
        {"circa 07 Jul 1966", "1966-07-07~"},
        {"circa 1979-1982", "1979/1982~"},
        {" 1965 ", "1965"},
    };
    CHECK(FORMS, false);
    CHECK(FORMS, true);
}

static void test_date__reads_un_forms(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"1978-04-28", "1978-04-28"},
        {"Nov. 1973 ", "1973-11"},
        {"August 1961 ", "1961-08"},
        {"Approximately 1963", "1963~"},
        {"approx. 1963", "1963~"},
        {"Between 1968 and 1973", "1968/1973"},
        {"between circa 1968 and 1973", "1968/1973~"},
        {"Approximately 1971 to 1975", "1971/1975~"},
        {"1984-01-08T00:00:00", "1984-01-08"},
        {"2013-01-22-05:00", "2013-01-22"},
        {"7 Nov. 2001", "2001-11-07"},
        {"9 Sept. 1960", "1960-09-09"},
        {"October 19, 2020", "2020-10-19"},
        {"Approximately", NULL},
        {"", NULL},
    };
    CHECK(FORMS, false);
}

static void test_date__reads_forms_of_other_lists(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"1967-01-08  ", "1967-01-08"},
        {"1965-03", "1965-03"},
        {"1987/1988", "1987/1988"},
        {"1963-1964", "1963/1964"},
        {"1963\xe2\x80\x93"
         "1964",
         "1963/1964"},
        {"March 1968 to March 1969", "1968-03/1969-03"},
        {"c. 1962", "1962~"},
        {"c1962", "1962~"},
        {"ca. 1962", "1962~"},
        {"~1962", "1962~"},
        {"1962 (approximately)", "1962~"},
        {"20 Dec. 1969 ", "1969-12-20"},
        {"00/00/1971", "1971"},
        {"dd/mm/1971", "1971"},
        {"dd/06/1971", "1971-06"},
        {"1971-00-00", "1971"},
        {"1971-06-00", "1971-06"},
        {"from 1958 to 1963", "1958/1963"},
        {"1958 - 1963", "1958/1963"},
        {"1961 to Mar 1962", "1961/1962-03"},
        {"1961 to 1961", "1961"},
        {"born in the early 1970s", NULL},
        {"1963 or 1964", NULL},
        {"1958 and 1963", NULL},
        {"1988 (Taliban)", NULL},
        {"a) 1945; b) 1950", NULL},
    };
    CHECK(FORMS, false);
}

static void test_date__reads_customer_forms(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"19840108", "1984-01-08"},
        {"1984/01/08", "1984-01-08"},
        {"1984.1.8", "1984-01-08"},
        {"1984-01-08 00:00:00", "1984-01-08"},
        {"1984-01-08T12:30:00.000Z", "1984-01-08"},
        {"1984-01-08+01:00", "1984-01-08"},
        {"1984-01-08Z", "1984-01-08"},
        {"25/12/1984 00:00", "1984-12-25"},
        {"8 January 1984", "1984-01-08"},
        {"8th January 1984", "1984-01-08"},
        {"January 8, 1984", "1984-01-08"},
        {"Jan 8th, 1984", "1984-01-08"},
        {"8-JAN-1984", "1984-01-08"},
        {"1984-Jan-08", "1984-01-08"},
        {"01/1984", "1984-01"},
        {"Jan-1984", "1984-01"},
        {"1984\xc2\xa0", "1984"},
        {"8\xc2\xa0January\xc2\xa0"
         "1984",
         "1984-01-08"},
        {"19841301", NULL},
        {"198401", NULL},
        {"08011984", NULL},
        {"123456789", NULL},
        {"1984-01-08x", NULL},
        {"8 Foo 1984", NULL},
        {"1984-01/08", NULL},
        {"1984 01 08 09", NULL},
        {"-", NULL},
        {"n/a", NULL},
        {"unknown", NULL},
        {"\xd1\x8f\xd0\xbd\xd0\xb2 1984", NULL},
        {"1984 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         NULL},
    };
    CHECK(FORMS, false);
}

static void test_date__refuses_two_digit_years(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"08/01/84", NULL},   {"84-01-08", NULL}, {"Sep-99", NULL},   {"8 Jan 84", NULL},
        {"84", NULL},         {"984", NULL},      {"840108", NULL},   {"Jan 84", NULL},
        {"1958 to 63", NULL}, {"1958-63", NULL},  {"circa 61", NULL}, {"0", NULL},
    };
    CHECK(FORMS, false);
    CHECK(FORMS, true);
}

static void test_date__day_and_month_when_only_one_reading(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"08/01/1984", NULL},         {"08.01.1984", NULL},
        {"08-01-1984", NULL},         {"8/1/1984", NULL},
        {"05/05/1984", "1984-05-05"}, {"25/12/1984", "1984-12-25"},
        {"12/25/1984", "1984-12-25"}, {"14.10.1974", "1974-10-14"},
        {"31-08-1960", "1960-08-31"}, {"30/02/1984", NULL},
        {"13/13/1984", NULL},
    };
    CHECK(FORMS, false);
}

static void test_date__day_first_when_told(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"08/01/1984", "1984-01-08"}, {"08.01.1984", "1984-01-08"},
        {"8. 1. 1984", "1984-01-08"}, {"08-01-1984", "1984-01-08"},
        {"11/08/1960", "1960-08-11"}, {"12/25/1984", "1984-12-25"},
        {"1984-01-08", "1984-01-08"}, {"01-02-1961 to 03-04-1962", "1961-02-01/1962-04-03"},
        {"31/04/1984", NULL},
    };
    CHECK(FORMS, true);
}

static void test_date__refuses_what_is_no_day(void **state)
{
    (void)state;
    static const struct form FORMS[] = {
        {"29 Feb 2000", "2000-02-29"},
        {"29 Feb 2004", "2004-02-29"},
        {"1600-02-29", "1600-02-29"},
        {"29 Feb 1900", NULL},
        {"29 Feb 2100", NULL},
        {"29 Feb 1961", NULL},
        {"30 Feb 2000", NULL},
        {"31 April 1984", NULL},
        {"31 Apr 1984", NULL},
        {"1984-04-31", NULL},
        {"19840431", NULL},
        {"31 June 1984", NULL},
        {"31 Sep 1984", NULL},
        {"31 Nov 1984", NULL},
        {"30 Apr 1984", "1984-04-30"},
        {"32 Jan 1984", NULL},
        {"1984-13", NULL},
        {"1984-13-01", NULL},
        {"1984-00-05", NULL},
        {"0000", NULL},
        {"0001", "0001"},
        {"9999-12-31", "9999-12-31"},
        {"1963 to 1958", NULL},
        {"1984-05/1984-04", NULL},
    };
    CHECK(FORMS, false);
}

static int32_t first_day(const char *text)
{
    struct date d;
    assert_true(date_parse(slice_of(text), true, &d));
    return date_first_day(&d);
}

static int32_t last_day(const char *text)
{
    struct date d;
    assert_true(date_parse(slice_of(text), true, &d));
    return date_last_day(&d);
}

static void test_date__counts_days(void **state)
{
    (void)state;
    assert_int_equal(first_day("0001-01-01"), 0);
    assert_int_equal(first_day("0002-01-01"), 365);
    /* The first day of Unix time is day 719,162 (Reingold and Dershowitz, day 719,163 counted
     * from one). */
    assert_int_equal(first_day("1970-01-01"), 719162);
    assert_int_equal(first_day("2000-03-01") - first_day("2000-02-28"), 2);
    assert_int_equal(first_day("1900-03-01") - first_day("1900-02-28"), 1);
    assert_int_equal(last_day("9999-12-31"), 3652058);
    assert_int_equal(first_day("1984"), first_day("1984-01-01"));
    assert_int_equal(last_day("1984"), first_day("1984-12-31"));
    assert_int_equal(last_day("Feb 1984"), first_day("1984-02-29"));
    assert_int_equal(last_day("Feb 1983"), first_day("1983-02-28"));
    assert_int_equal(first_day("1958 to 1963"), first_day("1958-01-01"));
    assert_int_equal(last_day("1958 to 1963"), first_day("1963-12-31"));
    assert_int_equal(last_day("Mar 1962 to Feb 1964"), first_day("1964-02-29"));
    assert_int_equal(last_day("01 Jan 1961 to 31 Dec 1962"), first_day("1962-12-31"));
    assert_int_equal(last_day("1984-01-08"), first_day("1984-01-08"));
}

static void test_date__every_day_of_four_centuries_follows_its_eve(void **state)
{
    (void)state;
    static const int DAYS[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t expected = first_day("1700-01-01");
    for (int16_t year = 1700; year < 2100; year++) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (uint8_t month = 1; month <= 12; month++) {
            int days = DAYS[month - 1] + (month == 2 && leap);
            for (uint8_t day = 1; day <= days; day++) {
                struct date d = {
                    .year = year, .month = month, .day = day, .precision = DATE_DAY};
                assert_int_equal(date_first_day(&d), expected);
                assert_int_equal(date_last_day(&d), expected++);
            }
        }
    }
}

static void test_date__print_of_none_is_empty(void **state)
{
    (void)state;
    struct date d = {0};
    char out[DATE_TEXT];
    assert_int_equal(date_print(&d, out), 0);
    assert_string_equal(out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date__reads_ofac_forms),
        cmocka_unit_test(test_date__reads_un_forms),
        cmocka_unit_test(test_date__reads_forms_of_other_lists),
        cmocka_unit_test(test_date__reads_customer_forms),
        cmocka_unit_test(test_date__refuses_two_digit_years),
        cmocka_unit_test(test_date__day_and_month_when_only_one_reading),
        cmocka_unit_test(test_date__day_first_when_told),
        cmocka_unit_test(test_date__refuses_what_is_no_day),
        cmocka_unit_test(test_date__counts_days),
        cmocka_unit_test(test_date__every_day_of_four_centuries_follows_its_eve),
        cmocka_unit_test(test_date__print_of_none_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
