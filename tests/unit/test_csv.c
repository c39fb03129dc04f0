/* Records of CSV: dialects, encodings, limits, and pieces cut anywhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "format/csv.h"

/* All records as "[field|field]@line+flags" one behind the other; the result of the last
 * call. */
static int read_all(struct slice bytes, struct csv_options options, size_t step,
                    struct buf *out)
{
    struct pull_memory memory = {bytes, step};
    struct csv *csv;
    struct diag diag;
    int result = csv_open(&csv, &options, pull_from_memory(&memory), &diag);
    const struct csv_record *r = NULL;
    while (result == 0 && (result = csv_next(csv, &r, &diag)) == 0 && r) {
        buf_add_char(out, '[');
        for (size_t i = 0; i < r->field_count; i++) {
            if (i) {
                buf_add_char(out, '|');
            }
            buf_add(out, r->fields[i]);
        }
        buf_printf(out, "]%u", (unsigned)r->line);
        unsigned fault = r->flags & (CSV_UNUSABLE | CSV_STRAY_QUOTE);
        if (fault) {
            buf_printf(out, "+%u", fault);
        }
    }
    csv_close(csv);
    return result;
}

/* The same whether the bytes come at once or one by one. */
static void check(const char *bytes, size_t n, struct csv_options options, const char *expected)
{
    for (size_t step = 0; step <= 3; step++) {
        struct buf out;
        buf_init(&out, 1 << 20);
        assert_int_equal(read_all((struct slice){bytes, n}, options, step, &out), 0);
        buf_add_char(&out, '\0');
        assert_string_equal(out.p, expected);
        buf_release(&out);
    }
}

#define CHECK(literal, options, expected) check(literal, sizeof(literal) - 1, options, expected)

static const struct csv_options PLAIN = {.dialect = CSV_PLAIN};
static const struct csv_options OFAC = {.dialect = CSV_OFAC};

static void test_csv__splits_fields_and_lines(void **state)
{
    (void)state;
    CHECK("a,b\n1,2\n", PLAIN, "[a|b]1[1|2]2");
    CHECK("a,b\r\n1,2", PLAIN, "[a|b]1[1|2]2");
    CHECK("a,b\r1,2\r", PLAIN, "[a|b]1[1|2]2");
    CHECK("a,,\n,\n", PLAIN, "[a||]1[|]2");
    CHECK("a,b\n\n\r\n1,2\n", PLAIN, "[a|b]1[1|2]4");
    CHECK("", PLAIN, "");
}

static void test_csv__reads_quotes(void **state)
{
    (void)state;
    CHECK("a,b\n\"x, \"\"y\"\"\",\"line\nbreak\"\nend,\"\"\n", PLAIN,
          "[a|b]1[x, \"y\"|line\nbreak]2[end|]4");
    CHECK("a,b\n  \"x\" , y\n", PLAIN, "[a|b]1[x| y]2");
    CHECK("a,b\nsay \"hi\",y\n", PLAIN, "[a|b]1[say \"hi\"|y]2");
    CHECK("a,b\n\"x\"y,z\n", PLAIN, "[a|b]1[xy|z]2+8");
    CHECK("a,b\n\"\"\n", PLAIN, "[a|b]1[]2");
}

static void test_csv__finds_the_delimiter_in_the_first_line(void **state)
{
    (void)state;
    CHECK("a;b;c\n1,5;2;3\n", PLAIN, "[a|b|c]1[1,5|2|3]2");
    CHECK("a\tb\n1\t2\n", PLAIN, "[a|b]1[1|2]2");
    CHECK("a|b\n1|2\n", PLAIN, "[a|b]1[1|2]2");
    CHECK("\"a;b;c\",d\n1,2\n", PLAIN, "[a;b;c|d]1[1|2]2");
    CHECK("name\nKIM, Jong Un\n", PLAIN, "[name]1[KIM, Jong Un]2");
    struct csv_options named = {.delimiter = ','};
    CHECK("a;b\n1,2\n", named, "[a;b]1[1|2]2");
}

static void test_csv__reads_other_encodings(void **state)
{
    (void)state;
    CHECK("\xef\xbb\xbfnäme,b\n", PLAIN, "[näme|b]1");
    CHECK("\xff\xfe"
          "a\0,\0\xe4\0\n\0\x3d\xd8\x00\xde,\0",
          PLAIN, "[a|ä]1[\xf0\x9f\x98\x80|]2");
    CHECK("\xfe\xff\0a\0,\0b\0\n", PLAIN, "[a|b]1");
    CHECK("a\0,\0b\0\n\0", PLAIN, "[a|b]1");
    struct csv_options western = {.encoding = ENCODING_WINDOWS_1252};
    CHECK("M\xfcller,\x80\n", western, "[Müller|€]1");
    struct csv_options cyrillic = {.encoding = ENCODING_WINDOWS_1251};
    CHECK("\xcf\xf3\xf2\xe8\xed,b\n", cyrillic, "[Путин|b]1");
}

static void test_csv__flags_what_is_not_text(void **state)
{
    (void)state;
    CHECK("a,b\nM\xfcller,1\nok,2\n", PLAIN, "[a|b]1[M\xfcller|1]2+1[ok|2]3");
    CHECK("a,b\n\xed\xa0\x80,1\n\xc0\xaf,2\n", PLAIN,
          "[a|b]1[\xed\xa0\x80|1]2+1[\xc0\xaf|2]3+1");
    CHECK("a,b\n\xd3,\xa3\n", PLAIN, "[a|b]1[\xd3|\xa3]2+1");
    struct csv_options western = {.encoding = ENCODING_WINDOWS_1252};
    CHECK("a,b\n\x81,1\nx,2\n", western, "[a|b]1[\xff|1]2+1[x|2]3");
    struct buf out;
    buf_init(&out, 1 << 10);
    assert_int_equal(read_all(SLICE("a,b\nx\0y,1\nz,2\n"), PLAIN, 0, &out), 0);
    assert_true(slice_ends_nocase(buf_slice(&out), "+1[z|2]3"));
    buf_release(&out);
}

static void test_csv__reads_the_dialect_of_the_treasury(void **state)
{
    (void)state;
    CHECK("36,\"AERO\",-0- ,\"CUBA\",-0- \r\n\x1a", OFAC, "[36|AERO||CUBA|]1");
    CHECK("36 , AERO ,-0-\n", OFAC, "[36|AERO|]1");
    CHECK("1,\" kept \",\"-0-\"\n", OFAC, "[1| kept |-0-]1");
    struct pull_memory memory = {SLICE("1,2\r\n\x1a"), 0};
    struct csv *csv;
    const struct csv_record *r;
    assert_int_equal(csv_open(&csv, &OFAC, pull_from_memory(&memory), NULL), 0);
    assert_int_equal(csv_next(csv, &r, NULL), 0);
    assert_int_equal(csv_next(csv, &r, NULL), 0);
    assert_null(r);
    assert_true(csv_end_mark(csv));
    csv_close(csv);
}

static void test_csv__refuses_an_end_inside_quotes(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, 1 << 10);
    assert_int_equal(read_all(SLICE("a,b\n1,\"x\n2,y\n"), PLAIN, 0, &out), ERR_CUT);
    assert_true(slice_is(buf_slice(&out), "[a|b]1"));
    buf_release(&out);
}

/* A source that hands out one piece a million times over. */
struct endless {
    struct slice piece;
    size_t left;
};

static int endless_more(void *context, struct slice *piece, struct diag *diag)
{
    struct endless *e = context;
    (void)diag;
    *piece = e->left ? e->piece : (struct slice){NULL, 0};
    e->left -= e->left > 0;
    return 0;
}

static void test_csv__skips_a_record_that_is_too_long(void **state)
{
    (void)state;
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    struct endless e = {{block, sizeof block}, 200}; /* 13 MB without a line end */
    struct csv *csv;
    const struct csv_record *r;
    struct csv_options options = {.delimiter = ',', .encoding = ENCODING_UTF8};
    assert_int_equal(csv_open(&csv, &options, (struct pull){endless_more, &e}, NULL), 0);
    assert_int_equal(csv_next(csv, &r, NULL), 0);
    assert_non_null(r);
    assert_true(r->flags & CSV_TOO_LONG);
    assert_int_equal(r->field_count, 0);
    csv_close(csv);
}

static void test_csv__flags_too_many_fields_and_goes_on(void **state)
{
    (void)state;
    struct buf text;
    struct buf out;
    buf_init(&text, 1 << 20);
    buf_init(&out, 1 << 20);
    buf_add_text(&text, "a,b\n");
    for (size_t i = 0; i < CSV_FIELDS_MAX; i++) {
        buf_add_char(&text, ',');
    }
    buf_add_text(&text, "\n1,2\n");
    assert_int_equal(read_all(buf_slice(&text), PLAIN, 0, &out), 0);
    assert_true(slice_is(buf_slice(&out), "[a|b]1[]2+4[1|2]3"));
    buf_release(&text);
    buf_release(&out);
}

static void test_csv__writes_fields_that_it_reads_again(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, 1 << 10);
    csv_put_field(&out, SLICE("plain"), ',');
    buf_add_char(&out, ',');
    csv_put_field(&out, SLICE("a \"b\", c\nd"), ',');
    assert_true(slice_is(buf_slice(&out), "plain,\"a \"\"b\"\", c\nd\""));
    buf_release(&out);
}

static void test_encoding__knows_names(void **state)
{
    (void)state;
    assert_int_equal(encoding_find(SLICE("ISO-8859-1")), ENCODING_LATIN1);
    assert_int_equal(encoding_find(SLICE("cp1252")), ENCODING_WINDOWS_1252);
    assert_int_equal(encoding_find(SLICE("Windows-1251")), ENCODING_WINDOWS_1251);
    assert_int_equal(encoding_find(SLICE("utf_16")), ENCODING_UTF16LE);
    assert_int_equal(encoding_find(SLICE("ebcdic")), ENCODING_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv__splits_fields_and_lines),
        cmocka_unit_test(test_csv__reads_quotes),
        cmocka_unit_test(test_csv__finds_the_delimiter_in_the_first_line),
        cmocka_unit_test(test_csv__reads_other_encodings),
        cmocka_unit_test(test_csv__flags_what_is_not_text),
        cmocka_unit_test(test_csv__reads_the_dialect_of_the_treasury),
        cmocka_unit_test(test_csv__refuses_an_end_inside_quotes),
        cmocka_unit_test(test_csv__skips_a_record_that_is_too_long),
        cmocka_unit_test(test_csv__flags_too_many_fields_and_goes_on),
        cmocka_unit_test(test_csv__writes_fields_that_it_reads_again),
        cmocka_unit_test(test_encoding__knows_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
