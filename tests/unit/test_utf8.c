/* UTF-8 after table 3-7 of the Unicode standard, at the very end of memory. */
#include "test.h"

#include "base/utf8.h"

static size_t valid_length(const char *bytes, size_t n)
{
    struct fence f = fence_make((struct slice){bytes, n});
    size_t valid = utf8_valid_length(f.text);
    fence_release(&f);
    return valid;
}

#define VALID(literal) valid_length((literal), sizeof(literal) - 1)

static void test_utf8__accepts_the_shortest_and_longest_of_each_length(void **state)
{
    (void)state;
    assert_int_equal(VALID("\x01\x7F"), 2);
    assert_int_equal(VALID("\xC2\x80\xDF\xBF"), 4);
    assert_int_equal(VALID("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"), 12);
    assert_int_equal(VALID("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), 8);
    assert_int_equal(VALID(""), 0);
}

static void test_utf8__stops_at_what_is_ill_formed(void **state)
{
    (void)state;
    assert_int_equal(VALID("ab\x80"), 2);             /* a lone continuation */
    assert_int_equal(VALID("ab\xC0\xAF"), 2);         /* overlong */
    assert_int_equal(VALID("ab\xC1\xBF"), 2);         /* overlong */
    assert_int_equal(VALID("ab\xE0\x9F\xBF"), 2);     /* overlong */
    assert_int_equal(VALID("ab\xF0\x8F\xBF\xBF"), 2); /* overlong */
    assert_int_equal(VALID("ab\xED\xA0\x80"), 2);     /* surrogate */
    assert_int_equal(VALID("ab\xED\xBF\xBF"), 2);     /* surrogate */
    assert_int_equal(VALID("ab\xF4\x90\x80\x80"), 2); /* above 10FFFF */
    assert_int_equal(VALID("ab\xF5\x80\x80\x80"), 2);
    assert_int_equal(VALID("ab\xFF"), 2);
    assert_int_equal(VALID("ab\xC3"), 2);         /* cut */
    assert_int_equal(VALID("ab\xE2\x82"), 2);     /* cut */
    assert_int_equal(VALID("ab\xF0\x9F\x98"), 2); /* cut */
    assert_int_equal(VALID("ab\xE2\x82x"), 2);
    assert_int_equal(VALID("ab\xC3("), 2);
}

static void test_utf8__refuses_zero_bytes(void **state)
{
    (void)state;
    assert_int_equal(VALID("ab\0cd"), 2);
    assert_int_equal(VALID("abcdefghijklmnop\0q"), 16);
}

/* The fast path takes eight bytes at once: a fault is found at every offset. */
static void test_utf8__finds_a_fault_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t n = 1; n < 40; n++) {
        for (size_t at = 0; at < n; at++) {
            for (int k = 0; k < 3; k++) {
                char bytes[40];
                memset(bytes, 'x', sizeof bytes);
                bytes[at] = "\xFF\0\x80"[k];
                assert_int_equal(valid_length(bytes, n), at);
            }
        }
    }
}

static void test_utf8__writes_and_reads_every_code_point(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c == 0xD800) {
            c = 0xE000;
        }
        char bytes[4];
        size_t n = utf8_put(c, bytes);
        size_t at = 0;
        uint32_t back = 0;
        struct slice s = {bytes, n};
        if (utf8_valid_length(s) != n || !utf8_next(s, &at, &back) || at != n || back != c) {
            fail_msg("U+%04X became U+%04X", c, back);
        }
        struct slice cut = {bytes, n - 1};
        at = 0;
        if (utf8_next(cut, &at, &back)) {
            fail_msg("U+%04X was read from %zu of its bytes", c, n - 1);
        }
    }
}

static void test_utf8__reads_code_points_up_to_the_room(void **state)
{
    (void)state;
    uint32_t cp[4];
    struct fence f = fence_make(SLICE("aé€"));
    assert_int_equal(utf8_get(f.text, cp, 4), 3);
    assert_int_equal(cp[0], 'a');
    assert_int_equal(cp[1], 0xE9);
    assert_int_equal(cp[2], 0x20AC);
    assert_int_equal(utf8_get(f.text, cp, 2), 2);
    assert_int_equal(utf8_get(slice_cut(f.text, 0, 5), cp, 4), 2); /* stops at the cut one */
    fence_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8__accepts_the_shortest_and_longest_of_each_length),
        cmocka_unit_test(test_utf8__stops_at_what_is_ill_formed),
        cmocka_unit_test(test_utf8__refuses_zero_bytes),
        cmocka_unit_test(test_utf8__finds_a_fault_wherever_it_stands),
        cmocka_unit_test(test_utf8__writes_and_reads_every_code_point),
        cmocka_unit_test(test_utf8__reads_code_points_up_to_the_room),
    };
    return RUN_TESTS(tests);
}
