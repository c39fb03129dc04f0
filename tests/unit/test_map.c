/* Text to number, by open addressing with a seed. */
#include "test.h"

#include "base/map.h"

static void test_map__finds_what_was_put(void **state)
{
    (void)state;
    struct map m;
    bool added;
    map_init(&m, 1);
    assert_int_equal(map_get(&m, SLICE("a")), MAP_NONE);
    assert_int_equal(map_put(&m, SLICE("a"), 7, &added), 7);
    assert_true(added);
    assert_int_equal(map_put(&m, SLICE("a"), 8, &added), 7); /* the first one stays */
    assert_false(added);
    assert_int_equal(map_put(&m, SLICE("b"), 0, NULL), 0);
    assert_int_equal(map_get(&m, SLICE("a")), 7);
    assert_int_equal(map_get(&m, SLICE("b")), 0);
    assert_int_equal(map_get(&m, SLICE("A")), MAP_NONE);
    assert_int_equal(m.n, 2);
    map_release(&m);
}

static void test_map__takes_the_empty_key(void **state)
{
    (void)state;
    struct map m;
    map_init(&m, 1);
    assert_int_equal(map_put(&m, (struct slice){NULL, 0}, 5, NULL), 5);
    assert_int_equal(map_get(&m, SLICE("")), 5);
    assert_int_equal(map_get(&m, (struct slice){NULL, 0}), 5);
    assert_int_equal(map_put(&m, SLICE(""), 6, NULL), 5);
    map_release(&m);
}

static void test_map__tells_keys_apart_that_hold_zero_bytes(void **state)
{
    (void)state;
    struct map m;
    map_init(&m, 1);
    (void)map_put(&m, SLICE("a\0b"), 1, NULL);
    (void)map_put(&m, SLICE("a\0c"), 2, NULL);
    (void)map_put(&m, SLICE("a"), 3, NULL);
    assert_int_equal(map_get(&m, SLICE("a\0b")), 1);
    assert_int_equal(map_get(&m, SLICE("a\0c")), 2);
    assert_int_equal(map_get(&m, SLICE("a")), 3);
    map_release(&m);
}

enum { MANY = 20000, KEY = 12 };

/* Against the plain rule: the value of a key is that of its first put. */
static void test_map__holds_many_keys_under_any_seed(void **state)
{
    (void)state;
    static char keys[MANY][KEY];
    for (uint64_t seed = 0; seed < 3; seed++) {
        struct map m;
        map_init(&m, seed);
        for (uint32_t i = 0; i < MANY; i++) {
            bool added;
            int n = snprintf(keys[i], KEY, "%u", i / 2 * 7919);
            uint32_t value = map_put(&m, (struct slice){keys[i], (size_t)n}, i, &added);
            assert_int_equal(value, i / 2 * 2);
            assert_int_equal(added, i % 2 == 0);
        }
        assert_int_equal(m.n, MANY / 2);
        for (uint32_t i = 0; i < MANY; i++) {
            assert_int_equal(map_get(&m, slice_of(keys[i])), i / 2 * 2);
        }
        assert_int_equal(map_get(&m, SLICE("none of them")), MAP_NONE);
        map_release(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_map__finds_what_was_put),
        cmocka_unit_test(test_map__takes_the_empty_key),
        cmocka_unit_test(test_map__tells_keys_apart_that_hold_zero_bytes),
        cmocka_unit_test(test_map__holds_many_keys_under_any_seed),
    };
    return RUN_TESTS(tests);
}
