/* Memory for one unit of work: aligned, zeroed, limited, given back at once. */
#include "test.h"

#include "base/arena.h"

static void test_arena__hands_out_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1 << 20);
    for (int round = 0; round < 3; round++) {
        for (size_t n = 1; n < 300; n++) {
            unsigned char *p = arena_alloc(&a, n);
            assert_non_null(p);
            assert_int_equal((uintptr_t)p % 16, 0);
            for (size_t i = 0; i < n; i++) {
                assert_int_equal(p[i], 0);
            }
            memset(p, 0xAA, n); /* must not be seen after the reset */
        }
        arena_reset(&a);
    }
    arena_release(&a);
}

static void test_arena__keeps_its_pieces_apart(void **state)
{
    (void)state;
    struct dice d = dice_new(1);
    struct arena a;
    unsigned char *pieces[500];
    size_t sizes[500];
    arena_init(&a, 16 << 20);
    for (size_t i = 0; i < 500; i++) {
        sizes[i] = dice_below(&d, i % 50 == 0 ? 60000 : 200);
        pieces[i] = arena_alloc(&a, sizes[i]);
        assert_non_null(pieces[i]);
        memset(pieces[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < 500; i++) {
        for (size_t k = 0; k < sizes[i]; k++) {
            assert_int_equal(pieces[i][k], i % 251);
        }
    }
    arena_release(&a);
}

static void test_arena__stays_failed_past_its_limit(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1000);
    assert_non_null(arena_alloc(&a, 500));
    assert_null(arena_alloc(&a, 600));
    assert_true(arena_failed(&a));
    assert_null(arena_alloc(&a, 1));
    struct slice copy = arena_copy(&a, SLICE("x"));
    assert_null(copy.p);
    assert_int_equal(copy.n, 0);
    arena_reset(&a);
    assert_false(arena_failed(&a));
    assert_non_null(arena_alloc(&a, 500));
    arena_release(&a);
}

static void test_arena__refuses_sizes_that_wrap(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, SIZE_MAX);
    assert_null(arena_alloc(&a, SIZE_MAX));
    arena_reset(&a);
    assert_null(arena_array(&a, SIZE_MAX / 4, 8));
    assert_true(arena_failed(&a));
    arena_release(&a);
}

static void test_arena__gives_a_place_even_for_nothing(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1000);
    char *p = arena_alloc(&a, 0);
    char *q = arena_alloc(&a, 0);
    assert_non_null(p);
    assert_true(p != q);
    struct slice copy = arena_copy(&a, (struct slice){NULL, 0});
    assert_int_equal(copy.n, 0);
    assert_false(arena_failed(&a));
    arena_release(&a);
}

static void test_arena__copies_text(void **state)
{
    (void)state;
    struct arena a;
    char text[] = "Melnik";
    arena_init(&a, 1000);
    struct slice copy = arena_copy(&a, slice_of(text));
    text[0] = 'X';
    check_slice(copy, "Melnik");
    arena_release(&a);
}

static void test_arena__uses_its_memory_again(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 64 << 20);
    char *first = arena_alloc(&a, 100);
    assert_non_null(arena_alloc(&a, 8 << 20));
    arena_reset(&a);
    assert_int_equal(a.used, 0);
    assert_ptr_equal(arena_alloc(&a, 100), first);
    for (int i = 0; i < 10000; i++) {
        arena_reset(&a);
        for (int k = 0; k < 20; k++) {
            assert_non_null(arena_alloc(&a, 1000));
        }
    }
    assert_true(a.used <= 20 * (1000 + 32));
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena__hands_out_zeroed_aligned_memory),
        cmocka_unit_test(test_arena__keeps_its_pieces_apart),
        cmocka_unit_test(test_arena__stays_failed_past_its_limit),
        cmocka_unit_test(test_arena__refuses_sizes_that_wrap),
        cmocka_unit_test(test_arena__gives_a_place_even_for_nothing),
        cmocka_unit_test(test_arena__copies_text),
        cmocka_unit_test(test_arena__uses_its_memory_again),
    };
    return RUN_TESTS(tests);
}
