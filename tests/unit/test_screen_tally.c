/* Shares with their intervals, and the typing errors that recall is measured with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "screen/tally.h"
#include "screen/typing.h"

static void check_share(uint64_t found, uint64_t n, unsigned share, unsigned low, unsigned high)
{
    struct share s = share_of(found, n);
    assert_int_equal(s.share, share);
    assert_int_equal(s.low, low);
    assert_int_equal(s.high, high);
}

/* Wilson's interval with z = 1.96, worked out in decimals; low is rounded down, high up. */
static void test_screen_tally__intervals(void **state)
{
    (void)state;
    check_share(0, 0, 0, 0, 1000);
    check_share(0, 10, 0, 0, 278);
    check_share(10, 10, 1000, 722, 1000);
    check_share(5, 10, 500, 236, 764);
    check_share(81, 263, 308, 255, 367);
    check_share(999999, 1000000, 1000, 999, 1000);
    check_share(TALLY_MOST + 1, TALLY_MOST + 1, 0, 0, 1000);
}

static void test_screen_tally__counts_from_a_threshold(void **state)
{
    (void)state;
    static struct tally t;
    static struct tally other;
    tally_add(&t, 700);
    tally_add(&t, 699);
    tally_add(&other, 1000);
    tally_add(&other, 4000);
    tally_merge(&t, &other);
    assert_int_equal(t.n, 4);
    assert_int_equal(tally_from(&t, 700), 3);
    assert_int_equal(tally_from(&t, 0), 4);
    assert_int_equal(tally_from(&t, 1000), 2);
}

static size_t code_points(struct slice s)
{
    uint32_t cp[64];
    return utf8_get(s, cp, 64);
}

static void test_screen_tally__a_typing_error_is_one(void **state)
{
    static const char *const NAMES[] = {"Boris Vozniak", "Владимир Водянов", "محمد الراوي",
                                        "AAA", "Ng Bo Lan"};
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        struct slice name = slice_of(NAMES[i]);
        for (uint64_t seed = 0; seed < 200; seed++) {
            struct slice wrong;
            struct slice again;
            assert_true(typing_error(name, seed, &arena, &wrong));
            assert_true(typing_error(name, seed, &arena, &again));
            assert_true(slice_eq(wrong, again));
            assert_false(slice_eq(wrong, name));
            assert_int_equal(utf8_valid_length(wrong), wrong.n);
            assert_in_range(code_points(wrong), code_points(name) - 1, code_points(name) + 1);
            arena_reset(&arena);
        }
    }
    arena_release(&arena);
}

static void test_screen_tally__some_names_are_not_typed_wrong(void **state)
{
    static const char *const NAMES[] = {"金正恩", "김정은", "Al Bo", "1945", "", "\xff\xfe"};
    struct arena arena;
    struct slice wrong;
    (void)state;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        assert_false(typing_error(slice_of(NAMES[i]), i, &arena, &wrong));
    }
    assert_false(arena_failed(&arena));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_tally__intervals),
        cmocka_unit_test(test_screen_tally__counts_from_a_threshold),
        cmocka_unit_test(test_screen_tally__a_typing_error_is_one),
        cmocka_unit_test(test_screen_tally__some_names_are_not_typed_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
