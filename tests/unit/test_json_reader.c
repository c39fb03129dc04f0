/* JSON values and JSON lines, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "format/json_reader.h"

static int parse(const char *text)
{
    struct json_value *v;
    struct diag diag;
    int result = json_parse(slice_of(text), &v, &diag);
    if (result == 0) {
        json_free(v);
    }
    return result;
}

static void test_json__gives_values(void **state)
{
    (void)state;
    struct json_value *v;
    char room[JSON_SCALAR_TEXT];
    int64_t n;
    struct slice text = SLICE("{\"a\":\"Пу\",\"n\":7,\"r\":0.5,\"y\":true,\"l\":[\"x\",null]}");
    assert_int_equal(json_parse(text, &v, NULL), 0);
    assert_true(slice_is(json_member_text(v, "a"), "Пу"));
    assert_true(json_integer_of(json_member(v, "n"), &n) && n == 7);
    assert_true(slice_is(json_scalar(json_member(v, "n"), room), "7"));
    assert_true(slice_is(json_scalar(json_member(v, "r"), room), "0.5"));
    assert_true(json_is_yes(json_member(v, "y")));
    assert_int_equal(json_item_count(json_member(v, "l")), 2);
    assert_true(slice_is(json_text(json_item(json_member(v, "l"), 0)), "x"));
    assert_int_equal(json_kind(json_item(json_member(v, "l"), 1)), JSON_KIND_NULL);
    json_free(v);
}

static void test_json__walks_where_nothing_is(void **state)
{
    (void)state;
    assert_int_equal(json_kind(json_member(json_item(NULL, 3), "x")), JSON_KIND_NONE);
    assert_int_equal(json_text(NULL).n, 0);
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *v;
    assert_false(json_next_member(NULL, &cursor, &key, &v));
}

static void test_json__gives_members_in_the_texts_order(void **state)
{
    (void)state;
    struct json_value *root;
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *v;
    char keys[8] = "";
    assert_int_equal(json_parse(SLICE("{\"z\":1,\"a\":2,\"m\":3}"), &root, NULL), 0);
    while (json_next_member(root, &cursor, &key, &v)) {
        strncat(keys, key.p, key.n);
    }
    assert_string_equal(keys, "zam");
    json_free(root);
}

static void test_json__refuses_bad_texts(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "",         "{",     "{\"a\":1,\"a\":2}", "[1,]", "nul", "{} {}", "\"\\u0000\"",
        "\"\xff\"", "{a:1}", "\"\\ud800\"",       "01",   "[1"};
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        assert_int_equal(parse(BAD[i]), ERR_FORMAT);
    }
}

static void test_json__refuses_depth(void **state)
{
    (void)state;
    char text[2 * JSON_DEPTH_MAX + 3];
    memset(text, '[', JSON_DEPTH_MAX);
    memset(text + JSON_DEPTH_MAX, ']', JSON_DEPTH_MAX);
    text[2 * JSON_DEPTH_MAX] = '\0';
    assert_int_equal(parse(text), 0);
    memset(text, '[', JSON_DEPTH_MAX + 1);
    memset(text + JSON_DEPTH_MAX + 1, ']', JSON_DEPTH_MAX + 1);
    text[2 * JSON_DEPTH_MAX + 2] = '\0';
    assert_int_equal(parse(text), ERR_LIMIT);
    assert_int_equal(parse("\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                           "[[[[[[[\\\"[[[[\""),
                     0);
}

/* Lines as "line:text" or "line!code", whatever the pieces are. */
static void check_lines(struct slice bytes, const char *expected)
{
    for (size_t step = 0; step < 4; step++) {
        struct pull_memory memory = {bytes, step};
        struct json_lines *l;
        struct json_line line;
        struct buf out;
        buf_init(&out, 1 << 16);
        assert_int_equal(json_lines_open(&l, pull_from_memory(&memory), NULL), 0);
        while (json_lines_next(l, &line, NULL) == 0 && line.state != JSON_LINE_END) {
            if (line.state == JSON_LINE_GOOD) {
                buf_printf(&out, "%u:", (unsigned)line.line);
                buf_add(&out, json_member_text(line.value, "id"));
            } else {
                buf_printf(&out, "%u!%s", (unsigned)line.line, line.code);
            }
            buf_add_text(&out, line.no_line_end ? "$" : " ");
        }
        json_lines_close(l);
        buf_add_char(&out, '\0');
        assert_string_equal(out.p, expected);
        buf_release(&out);
    }
}

static void test_json_lines__reads_on_after_bad_lines(void **state)
{
    (void)state;
    check_lines(SLICE("{\"id\":\"a\"}\n\n{\"id\":\r\n{\"id\":\"c\"}\r\n{\"id\":\"\xff\"}\n"),
                "1:a 3!bad_json 4:c 5!bad_utf8 ");
    check_lines(SLICE("\xef\xbb\xbf{\"id\":\"a\"}\n{\"id\":\"b\"}"), "1:a 2:b$");
    check_lines(SLICE("{\"id\":\"a\"}\n{\"id\":\"b"), "1:a 2!bad_json$");
    check_lines(SLICE(""), "");
}

static int long_more(void *context, struct slice *piece, struct diag *diag)
{
    static char block[1 << 16];
    size_t *left = context;
    (void)diag;
    memset(block, ' ', sizeof block);
    if (*left == 1) {
        memcpy(block, "\n{\"id\":\"z\"}\n", 12);
    }
    *piece = (struct slice){block, *left ? sizeof block : 0};
    *left -= *left > 0;
    return 0;
}

static void test_json_lines__skips_a_line_that_is_too_long(void **state)
{
    (void)state;
    size_t left = 300;
    struct json_lines *l;
    struct json_line line;
    assert_int_equal(json_lines_open(&l, (struct pull){long_more, &left}, NULL), 0);
    assert_int_equal(json_lines_next(l, &line, NULL), 0);
    assert_int_equal(line.state, JSON_LINE_BAD);
    assert_string_equal(line.code, "too_long");
    assert_int_equal(json_lines_next(l, &line, NULL), 0);
    assert_int_equal(line.state, JSON_LINE_GOOD);
    assert_int_equal(line.line, 2);
    json_lines_close(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json__gives_values),
        cmocka_unit_test(test_json__walks_where_nothing_is),
        cmocka_unit_test(test_json__gives_members_in_the_texts_order),
        cmocka_unit_test(test_json__refuses_bad_texts),
        cmocka_unit_test(test_json__refuses_depth),
        cmocka_unit_test(test_json_lines__reads_on_after_bad_lines),
        cmocka_unit_test(test_json_lines__skips_a_line_that_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
