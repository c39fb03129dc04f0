/* Numbers in bytes and numbers in words. */
#include "test.h"

#include "base/num.h"

static void test_num__reads_and_writes_little_endian_anywhere(void **state)
{
    (void)state;
    unsigned char bytes[16] = {0};
    put_le16(bytes + 1, 0x1234);
    assert_int_equal(bytes[1], 0x34);
    assert_int_equal(bytes[2], 0x12);
    put_le32(bytes + 3, 0x89ABCDEF);
    assert_int_equal(bytes[3], 0xEF);
    assert_int_equal(bytes[6], 0x89);
    put_le64(bytes + 7, UINT64_C(0x0102030405060708));
    assert_int_equal(bytes[7], 8);
    assert_int_equal(bytes[14], 1);
    assert_int_equal(le16(bytes + 1), 0x1234);
    assert_int_equal(le32(bytes + 3), 0x89ABCDEF);
    assert_true(le64(bytes + 7) == UINT64_C(0x0102030405060708));
    assert_int_equal(bytes[0] | bytes[15], 0);
}

static void test_num__says_when_a_sum_or_product_wraps(void **state)
{
    (void)state;
    size_t out;
    assert_false(add_overflows(SIZE_MAX - 1, 1, &out));
    assert_true(out == SIZE_MAX);
    assert_true(add_overflows(SIZE_MAX, 1, &out));
    assert_false(mul_overflows(SIZE_MAX / 2, 2, &out));
    assert_true(mul_overflows(SIZE_MAX / 2 + 1, 2, &out));
}

static bool reads_u64(const char *text, uint64_t expected)
{
    uint64_t v = 77;
    return parse_u64(slice_of(text), &v) && v == expected;
}

static bool refuses_u64(const char *text)
{
    uint64_t v = 77;
    return !parse_u64(slice_of(text), &v) && v == 77;
}

static void test_num__parses_whole_numbers(void **state)
{
    (void)state;
    assert_true(reads_u64("0", 0));
    assert_true(reads_u64("007", 7));
    assert_true(reads_u64("18446744073709551615", UINT64_MAX));
    assert_true(refuses_u64("18446744073709551616"));
    assert_true(refuses_u64("99999999999999999999"));
    assert_true(refuses_u64(""));
    assert_true(refuses_u64("-1"));
    assert_true(refuses_u64("+1"));
    assert_true(refuses_u64(" 1"));
    assert_true(refuses_u64("1 "));
    assert_true(refuses_u64("1.0"));
    assert_true(refuses_u64("0x10"));
}

static void check_size(const char *text, size_t expected)
{
    size_t v = 0;
    assert_true(parse_size(slice_of(text), &v));
    assert_int_equal(v, expected);
}

static void test_num__parses_sizes(void **state)
{
    (void)state;
    check_size("1000000", 1000000);
    check_size("64k", 64 << 10);
    check_size("64K", 64 << 10);
    check_size("512M", (size_t)512 << 20);
    check_size("2g", (size_t)2 << 30);
    size_t v;
    assert_false(parse_size(slice_of(""), &v));
    assert_false(parse_size(slice_of("M"), &v));
    assert_false(parse_size(slice_of("1.5M"), &v));
    assert_false(parse_size(slice_of("12T"), &v));
    assert_false(parse_size(slice_of("99999999999999G"), &v));
}

static void check_thousandths(const char *text, unsigned expected)
{
    unsigned v = 7777;
    assert_true(parse_thousandths(slice_of(text), &v));
    assert_int_equal(v, expected);
}

static bool refuses_thousandths(const char *text)
{
    unsigned v = 7777;
    return !parse_thousandths(slice_of(text), &v) && v == 7777;
}

static void test_num__parses_scores(void **state)
{
    (void)state;
    check_thousandths("0.7", 700);
    check_thousandths("0.700", 700);
    check_thousandths(".7", 700);
    check_thousandths("0.701", 701);
    check_thousandths("1", 1000);
    check_thousandths("1.000", 1000);
    check_thousandths("0", 0);
    check_thousandths("0.7009", 700);
    assert_true(refuses_thousandths("1.001"));
    assert_true(refuses_thousandths("2"));
    assert_true(refuses_thousandths("70"));
    assert_true(refuses_thousandths("0,7"));
    assert_true(refuses_thousandths("-0.7"));
    assert_true(refuses_thousandths(""));
    assert_true(refuses_thousandths("."));
    assert_true(refuses_thousandths("0.7x"));
    assert_true(refuses_thousandths("70%"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_num__reads_and_writes_little_endian_anywhere),
        cmocka_unit_test(test_num__says_when_a_sum_or_product_wraps),
        cmocka_unit_test(test_num__parses_whole_numbers),
        cmocka_unit_test(test_num__parses_sizes),
        cmocka_unit_test(test_num__parses_scores),
    };
    return RUN_TESTS(tests);
}
