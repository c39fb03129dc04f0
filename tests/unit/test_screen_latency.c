/* Percentiles in bounded memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/latency.h"

static struct latency first;
static struct latency second;

static int clear(void **state)
{
    (void)state;
    first = (struct latency){0};
    second = (struct latency){0};
    return 0;
}

static void check_near(uint64_t found, uint64_t expected)
{
    assert_true(found >= expected);
    assert_true(found <= expected + expected * 4 / 100 + 1);
}

static void test_screen_latency__nothing_is_zero(void **state)
{
    (void)state;
    assert_int_equal(latency_percentile(&first, 500), 0);
    assert_int_equal(latency_percentile(&first, 1000), 0);
}

static void test_screen_latency__percentiles_are_near(void **state)
{
    (void)state;
    for (uint64_t us = 1; us <= 10000; us++) {
        latency_add(&first, us * 1000);
    }
    check_near(latency_percentile(&first, 500), 5000);
    check_near(latency_percentile(&first, 950), 9500);
    check_near(latency_percentile(&first, 990), 9900);
    assert_int_equal(latency_percentile(&first, 1000), 10000);
}

static void test_screen_latency__merging_is_adding(void **state)
{
    (void)state;
    for (uint64_t us = 1; us <= 1000; us++) {
        latency_add(us % 3 ? &first : &second, us * 1000);
    }
    latency_merge(&first, &second);
    assert_int_equal(first.n, 1000);
    check_near(latency_percentile(&first, 500), 500);
    assert_int_equal(latency_percentile(&first, 1000), 1000);
}

static void test_screen_latency__takes_the_largest_number(void **state)
{
    (void)state;
    latency_add(&first, UINT64_MAX);
    latency_add(&first, 0);
    assert_int_equal(first.n, 2);
    assert_int_equal(first.max, UINT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_screen_latency__nothing_is_zero, clear),
        cmocka_unit_test_setup(test_screen_latency__percentiles_are_near, clear),
        cmocka_unit_test_setup(test_screen_latency__merging_is_adding, clear),
        cmocka_unit_test_setup(test_screen_latency__takes_the_largest_number, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
