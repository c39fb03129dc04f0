/* Borrowed runs of bytes: comparing, cutting, finding; nothing is read beyond their end. */
#include "test.h"

static struct slice S(const char *text) {
    return slice_of(text);
}

static void
test_slice__compares_bytes_not_addresses(void **state)
{
    (void)state;
    char other[] = "barakat";
    assert_true(slice_eq(S("barakat"), S(other)));
    assert_false(slice_eq(S("barakat"), S("barakas")));
    assert_false(slice_eq(S("barakat"), S("baraka")));
    assert_true(slice_eq((struct slice){NULL, 0}, S("")));
    assert_true(slice_is(SLICE("a\0b"), "a") == false);
}

static void test_slice__orders_by_byte_and_a_prefix_first(void **state)
{
    (void)state;
    assert_true(slice_cmp(S("a"), S("b")) < 0);
    assert_true(slice_cmp(S("ab"), S("abc")) < 0);
    assert_true(slice_cmp(S("abc"), S("ab")) > 0);
    assert_true(slice_cmp(S("z"), S("é")) < 0); /* bytes are unsigned */
    assert_int_equal(slice_cmp(S("abc"), S("abc")), 0);
    assert_true(slice_cmp((struct slice){NULL, 0}, S("a")) < 0);
    assert_int_equal(slice_cmp((struct slice){NULL, 0}, S("")), 0);
}

static void test_slice__ignores_ascii_case_only(void **state)
{
    (void)state;
    assert_true(slice_eq_nocase(S("GmbH"), S("gMBh")));
    assert_false(slice_eq_nocase(S("É"), S("é")));
    assert_false(slice_eq_nocase(S("@"), S("`")));
    assert_false(slice_eq_nocase(S("ab"), S("abc")));
}

static void test_slice__knows_prefixes_and_suffixes(void **state)
{
    (void)state;
    assert_true(slice_starts(S("ofac:123"), "ofac:"));
    assert_false(slice_starts(S("OFAC:123"), "ofac:"));
    assert_false(slice_starts(S("ofa"), "ofac:"));
    assert_true(slice_starts_nocase(S("OFAC:1"), "ofac:"));
    assert_true(slice_ends_nocase(S("LIST.XML"), ".xml"));
    assert_false(slice_ends_nocase(S("xml"), ".xml"));
    assert_true(slice_ends_nocase(S(".xml"), ".xml"));
}

static void test_slice__trims_ascii_blanks(void **state)
{
    (void)state;
    check_slice(slice_trim(S(" \t\r\n x y \v\f ")), "x y");
    check_slice(slice_trim(S(" \t ")), "");
    check_slice(slice_trim((struct slice){NULL, 0}), "");
}

static void test_slice__finds_a_needle_from_a_place_on(void **state)
{
    (void)state;
    struct slice s = S("a|b||c");
    assert_int_equal(slice_find(s, 0, "|"), 1);
    assert_int_equal(slice_find(s, 2, "|"), 3);
    assert_int_equal(slice_find(s, 0, "||"), 3);
    assert_int_equal(slice_find(s, 0, "x"), s.n);
    assert_int_equal(slice_find(s, 99, "|"), s.n);
    assert_int_equal(slice_find(s, 0, ""), s.n);
    assert_int_equal(slice_find((struct slice){NULL, 0}, 0, "|"), 0);
}

static void test_slice__next_walks_fields(void **state)
{
    (void)state;
    struct slice rest = S("a,,b");
    check_slice(slice_next(&rest, ','), "a");
    check_slice(slice_next(&rest, ','), "");
    check_slice(slice_next(&rest, ','), "b");
    assert_null(rest.p);
    check_slice(slice_next(&rest, ','), "");
    rest = S("x,");
    check_slice(slice_next(&rest, ','), "x");
    assert_non_null(rest.p); /* an empty last field is still a field */
    check_slice(slice_next(&rest, ','), "");
}

static void test_slice__never_reads_beyond_its_end(void **state)
{
    (void)state;
    struct fence f = fence_make(S("word  "));
    check_slice(slice_trim(f.text), "word");
    assert_int_equal(slice_find(f.text, 0, "  x"), f.text.n);
    assert_false(slice_starts(f.text, "word  and more"));
    assert_false(slice_ends_nocase(f.text, "x"));
    struct slice rest = f.text;
    check_slice(slice_next(&rest, ','), "word  ");
    fence_release(&f);
}

static void test_slice__classes_are_those_of_ascii(void **state)
{
    (void)state;
    for (int c = -128; c < 128; c++) {
        bool lower = c >= 'a' && c <= 'z';
        bool upper = c >= 'A' && c <= 'Z';
        bool digit = c >= '0' && c <= '9';
        assert_int_equal(ascii_is_lower((char)c), lower);
        assert_int_equal(ascii_is_upper((char)c), upper);
        assert_int_equal(ascii_is_digit((char)c), digit);
        assert_int_equal(ascii_is_alpha((char)c), lower || upper);
        assert_int_equal(ascii_is_alnum((char)c), lower || upper || digit);
        assert_int_equal(ascii_is_space((char)c), c == ' ' || (c >= 9 && c <= 13));
        assert_int_equal(ascii_lower((char)c), upper ? c + 32 : c);
        assert_int_equal(ascii_upper((char)c), lower ? c - 32 : c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slice__compares_bytes_not_addresses),
        cmocka_unit_test(test_slice__orders_by_byte_and_a_prefix_first),
        cmocka_unit_test(test_slice__ignores_ascii_case_only),
        cmocka_unit_test(test_slice__knows_prefixes_and_suffixes),
        cmocka_unit_test(test_slice__trims_ascii_blanks),
        cmocka_unit_test(test_slice__finds_a_needle_from_a_place_on),
        cmocka_unit_test(test_slice__next_walks_fields),
        cmocka_unit_test(test_slice__never_reads_beyond_its_end),
        cmocka_unit_test(test_slice__classes_are_those_of_ascii),
    };
    return RUN_TESTS(tests);
}
