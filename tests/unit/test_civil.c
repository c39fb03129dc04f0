#include "model/civil.h"

#include "test.h"

static void test_civil__counts_from_known_days(void **state)
{
    (void)state;
    assert_int_equal(civil_day(1, 1, 1), 0);
    assert_int_equal(civil_day(1970, 1, 1), 719162);
    assert_int_equal(civil_day(2000, 2, 29) + 1, civil_day(2000, 3, 1));
    assert_int_equal(civil_day(1900, 2, 28) + 1, civil_day(1900, 3, 1));
    assert_int_equal(civil_day(9999, 12, 31), CIVIL_DAY_MAX);
}

static void test_civil__every_day_has_its_number(void **state)
{
    (void)state;
    int before = 0;
    for (int32_t n = 0; n <= CIVIL_DAY_MAX; n++) {
        int year, month, day;
        civil_parts(n, &year, &month, &day);
        if (!civil_is_day(year, month, day) || civil_day(year, month, day) != n) {
            fail_msg("day %d is read as %d-%d-%d", (int)n, year, month, day);
        }
        int written = (year * 12 + month) * 31 + day;
        assert_true(written > before);
        before = written;
    }
}

static void test_civil__refuses_what_is_no_day(void **state)
{
    (void)state;
    static const int NONE[][3] = {{2023, 2, 29}, {1900, 2, 29}, {2023, 4, 31}, {2023, 0, 1},
                                  {2023, 13, 1}, {2023, 1, 0},  {2023, 1, 32}, {0, 1, 1},
                                  {10000, 1, 1}, {2023, -1, 1}, {2023, 1, -1}};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        assert_false(civil_is_day(NONE[i][0], NONE[i][1], NONE[i][2]));
    }
    assert_true(civil_is_day(2024, 2, 29));
    assert_true(civil_is_day(2000, 2, 29));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_civil__counts_from_known_days),
        cmocka_unit_test(test_civil__every_day_has_its_number),
        cmocka_unit_test(test_civil__refuses_what_is_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
