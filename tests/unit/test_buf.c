/* Bytes that grow up to a stated maximum. */
#include "test.h"

#include "base/buf.h"

static void test_buf__appends(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 1000);
    assert_int_equal(buf_slice(&b).n, 0);
    buf_add(&b, SLICE("ab"));
    buf_add_char(&b, '-');
    buf_add_text(&b, "cd");
    buf_printf(&b, "%d%s", 12, "x");
    buf_add(&b, (struct slice){NULL, 0});
    check_slice(buf_slice(&b), "ab-cd12x");
    assert_false(buf_failed(&b));
    buf_release(&b);
}

static void test_buf__writes_numbers_little_endian(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 4);
    buf_add_u32(&b, 0x04030201);
    assert_memory_equal(b.p, "\1\2\3\4", 4);
    buf_release(&b);
}

static void test_buf__grows_over_many_appends(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 1 << 20);
    for (unsigned i = 0; i < 100000; i++) {
        buf_add_char(&b, (char)('a' + i % 26));
    }
    assert_int_equal(b.n, 100000);
    for (unsigned i = 0; i < 100000; i++) {
        assert_int_equal(b.p[i], 'a' + (int)(i % 26));
    }
    buf_release(&b);
}

static void test_buf__stops_at_its_limit_and_says_so(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 5);
    buf_add_text(&b, "12345");
    assert_false(buf_failed(&b));
    buf_add_char(&b, '6');
    assert_true(buf_failed(&b));
    buf_reset(&b);
    buf_add_text(&b, "123");
    buf_add_text(&b, "456"); /* does not fit: nothing of it is taken */
    buf_add_text(&b, "7");   /* would fit, but the buffer has failed */
    check_slice(buf_slice(&b), "123");
    buf_release(&b);
}

static void test_buf__prints_within_its_limit(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 10);
    buf_printf(&b, "%s", "123456789");
    check_slice(buf_slice(&b), "123456789");
    buf_printf(&b, "%s", "0123");
    assert_true(buf_failed(&b));
    check_slice(buf_slice(&b), "123456789");
    buf_release(&b);
}

static void test_buf__pads_with_zeros(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 1000);
    buf_pad(&b, 64);
    assert_int_equal(b.n, 0);
    buf_add_char(&b, 'x');
    buf_pad(&b, 64);
    assert_int_equal(b.n, 64);
    for (size_t i = 1; i < 64; i++) {
        assert_int_equal(b.p[i], 0);
    }
    buf_pad(&b, 64);
    assert_int_equal(b.n, 64);
    buf_pad(&b, 300);
    assert_int_equal(b.n, 300);
    buf_release(&b);
}

static void test_buf__reserves_room(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 100);
    char *to = buf_reserve(&b, 60);
    assert_non_null(to);
    memset(to, 'y', 60);
    assert_int_equal(b.n, 0);
    b.n += 60;
    assert_null(buf_reserve(&b, 41));
    assert_true(buf_failed(&b));
    buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_buf__appends),
        cmocka_unit_test(test_buf__writes_numbers_little_endian),
        cmocka_unit_test(test_buf__grows_over_many_appends),
        cmocka_unit_test(test_buf__stops_at_its_limit_and_says_so),
        cmocka_unit_test(test_buf__prints_within_its_limit),
        cmocka_unit_test(test_buf__pads_with_zeros),
        cmocka_unit_test(test_buf__reserves_room),
    };
    return RUN_TESTS(tests);
}
