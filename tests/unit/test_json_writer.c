/* JSON as it is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/json_writer.h"

static void check(struct buf *out, const char *expected)
{
    buf_add_char(out, '\0');
    assert_false(buf_failed(out));
    assert_string_equal(out->p, expected);
    buf_release(out);
}

static void test_json_writer__puts_commas_where_they_belong(void **state)
{
    (void)state;
    struct buf out;
    struct json_writer w;
    buf_init(&out, 1 << 12);
    json_writer_init(&w, &out);
    json_begin_object(&w);
    json_pair_text(&w, "id", SLICE("a"));
    json_put_key(&w, "list");
    json_begin_array(&w);
    json_put_u64(&w, 1);
    json_begin_array(&w);
    json_end_array(&w);
    json_begin_object(&w);
    json_end_object(&w);
    json_put_null(&w);
    json_end_array(&w);
    json_pair_bool(&w, "yes", true);
    json_put_key(&w, "raw");
    json_put_raw(&w, SLICE("{\"x\":1}"));
    json_pair_text_or_null(&w, "none", (struct slice){NULL, 0});
    json_end_object(&w);
    json_put_line_end(&w);
    json_begin_object(&w);
    json_end_object(&w);
    check(&out, "{\"id\":\"a\",\"list\":[1,[],{},null],\"yes\":true,\"raw\":{\"x\":1},"
                "\"none\":null}\n{}");
}

static void test_json_writer__escapes(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, 1 << 12);
    json_quote(&out, SLICE("a\"b\\c\n\t\x01\x7fПу\0x"));
    check(&out, "\"a\\\"b\\\\c\\n\\t\\u0001\x7fПу\\u0000x\"");
    buf_init(&out, 1 << 12);
    json_quote(&out, SLICE("a\xff\xed\xa0\x80z"));
    check(&out, "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\"");
}

static void test_json_writer__prints_numbers(void **state)
{
    (void)state;
    struct buf out;
    struct json_writer w;
    buf_init(&out, 1 << 12);
    json_writer_init(&w, &out);
    json_begin_array(&w);
    json_put_u64(&w, UINT64_MAX);
    json_put_i64(&w, INT64_MIN);
    json_put_thousandths(&w, 987);
    json_put_thousandths(&w, 1000);
    json_put_thousandths(&w, 0);
    json_put_thousandths(&w, -1500);
    json_put_thousandths(&w, -5);
    json_end_array(&w);
    check(&out, "[18446744073709551615,-9223372036854775808,0.987,1.000,0.000,-1.500,-0.005]");
}

static void test_json_writer__keeps_the_buffers_limit(void **state)
{
    (void)state;
    struct buf out;
    struct json_writer w;
    buf_init(&out, 8);
    json_writer_init(&w, &out);
    json_put_text(&w, SLICE("much too long for it"));
    assert_true(buf_failed(&out));
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_writer__puts_commas_where_they_belong),
        cmocka_unit_test(test_json_writer__escapes),
        cmocka_unit_test(test_json_writer__prints_numbers),
        cmocka_unit_test(test_json_writer__keeps_the_buffers_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
