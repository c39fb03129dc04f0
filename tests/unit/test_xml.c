/* Elements as they come, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "format/xml.h"

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct buf *out = context;
    buf_printf(out, "<%u ", (unsigned)xml_depth(at));
    buf_add(out, name);
    struct slice x = xml_attribute(attributes, "x");
    if (x.n) {
        buf_add_char(out, '=');
        buf_add(out, x);
    }
    buf_add_char(out, '>');
    return 0;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct buf *out = context;
    if (slice_is(name, "stop")) {
        FAIL(xml_diag(at), ERR_STOPPED, "told to stop");
    }
    buf_add(out, xml_path(at));
    buf_add_char(out, '\'');
    buf_add(out, text);
    buf_add_char(out, '\'');
    return 0;
}

static int read_xml(struct slice bytes, size_t step, struct buf *out, struct diag *diag)
{
    struct pull_memory memory = {bytes, step};
    struct xml_handler handler = {on_begin, on_end, out};
    return xml_read(pull_from_memory(&memory), &handler, diag);
}

static void check(const char *text, const char *expected)
{
    for (size_t step = 0; step < 4; step++) {
        struct buf out;
        buf_init(&out, 1 << 16);
        assert_int_equal(read_xml(slice_of(text), step, &out, NULL), 0);
        buf_add_char(&out, '\0');
        assert_string_equal(out.p, expected);
        buf_release(&out);
    }
}

static int result_of(const char *text, struct diag *diag)
{
    struct buf out;
    buf_init(&out, 1 << 20);
    int result = read_xml(slice_of(text), 0, &out, diag);
    buf_release(&out);
    return result;
}

static void test_xml__gives_text_of_the_element_itself(void **state)
{
    (void)state;
    check("<a>one <b>two</b> three</a>", "<1 a><2 b>b'two''one  three'");
    check("<a>\n  <b x='1&amp;2'/>\n</a>", "<1 a><2 b=1&2>b''''");
    check("<n:a xmlns:n='urn:x'><n:b><![CDATA[<&>]]></n:b></n:a>", "<1 a><2 b>b'<&>'''");
    check("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xfc</a>", "<1 a>'ü'");
}

static void test_xml__knows_a_document_that_is_cut(void **state)
{
    (void)state;
    static const char TEXT[] = "<?xml version='1.0'?><a x='1'><b>tä</b><c/></a>";
    for (size_t n = 0; n < sizeof TEXT - 1; n++) {
        struct buf out;
        struct diag diag = {.code = ERR_IO};
        buf_init(&out, 1 << 16);
        assert_int_equal(read_xml((struct slice){TEXT, n}, 7, &out, &diag), ERR_CUT);
        buf_release(&out);
    }
}

static void test_xml__refuses_with_line_and_column(void **state)
{
    (void)state;
    struct diag diag = {.code = ERR_IO};
    assert_int_equal(result_of("<a>\n<b></c></a>", &diag), ERR_FORMAT);
    assert_int_equal(diag.line, 2);
    assert_true(diag.column > 1);
    assert_int_equal(result_of("<a></a><b></b>", NULL), ERR_FORMAT);
    assert_int_equal(result_of("<a>\xff</a>", NULL), ERR_FORMAT);
}

static void test_xml__refuses_document_types(void **state)
{
    (void)state;
    assert_int_equal(result_of("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", NULL), ERR_FORMAT);
    assert_int_equal(result_of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", NULL),
                     ERR_FORMAT);
    assert_int_equal(result_of("<a>&x;</a>", NULL), ERR_FORMAT);
}

static void test_xml__refuses_depth(void **state)
{
    (void)state;
    char text[4 * XML_DEPTH_MAX + 8] = "";
    for (size_t i = 0; i <= XML_DEPTH_MAX; i++) {
        strcat(text, "<a>");
    }
    assert_int_equal(result_of(text, NULL), ERR_LIMIT);
}

static void test_xml__returns_what_a_callback_says(void **state)
{
    (void)state;
    struct diag diag = {.code = ERR_IO};
    assert_int_equal(result_of("<a><stop/><b></a>", &diag), ERR_STOPPED);
    assert_string_equal(diag.text, "told to stop");
}

static int endless_text(void *context, struct slice *piece, struct diag *diag)
{
    static char block[1 << 16];
    size_t *n = context;
    (void)diag;
    memset(block, 'x', sizeof block);
    *piece = *n == 0 ? SLICE("<a>") : (struct slice){block, sizeof block};
    ++*n;
    return 0;
}

static int endless_comment(void *context, struct slice *piece, struct diag *diag)
{
    size_t *n = context;
    int result = endless_text(context, piece, diag);
    if (*n == 1) {
        *piece = SLICE("<!--");
    }
    return result;
}

static void test_xml__bounds_memory(void **state)
{
    (void)state;
    size_t n = 0;
    struct buf out;
    buf_init(&out, 1 << 16);
    struct xml_handler handler = {on_begin, on_end, &out};
    assert_int_equal(xml_read((struct pull){endless_text, &n}, &handler, NULL), ERR_LIMIT);
    n = 0;
    assert_int_equal(xml_read((struct pull){endless_comment, &n}, &handler, NULL), ERR_LIMIT);
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xml__gives_text_of_the_element_itself),
        cmocka_unit_test(test_xml__knows_a_document_that_is_cut),
        cmocka_unit_test(test_xml__refuses_with_line_and_column),
        cmocka_unit_test(test_xml__refuses_document_types),
        cmocka_unit_test(test_xml__refuses_depth),
        cmocka_unit_test(test_xml__returns_what_a_callback_says),
        cmocka_unit_test(test_xml__bounds_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
