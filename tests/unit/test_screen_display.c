/* Outside text on a terminal: its width, and what never gets through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/display.h"

static void check(const char *text, size_t width, const char *expected)
{
    struct buf out;
    buf_init(&out, 4096);
    display_left(&out, slice_of(text), width);
    if (!slice_is(buf_slice(&out), expected)) {
        fail_msg("\"%.*s\", expected \"%s\"", SLICE_ARG(buf_slice(&out)), expected);
    }
    buf_release(&out);
}

static void test_screen_display__measures_columns(void **state)
{
    (void)state;
    assert_int_equal(display_width(SLICE("Kim")), 3);
    assert_int_equal(display_width(SLICE("김정은")), 6);
    assert_int_equal(display_width(SLICE("e\xcc\x81")), 1); /* e and a combining acute */
    assert_int_equal(display_width(SLICE("بشار")), 4);
}

static void test_screen_display__pads_and_cuts(void **state)
{
    (void)state;
    check("Kim", 5, "Kim  ");
    check("Kim Jong", 5, "Kim …");
    check("김정은", 6, "김정은");
    check("김정은", 5, "김정…");
    check("김정은", 4, "김… "); /* a wide character does not fit in half a place */
    check("", 2, "  ");
}

static void test_screen_display__nothing_speaks_to_the_terminal(void **state)
{
    (void)state;
    check("a\033[31mb", 8, "a\xef\xbf\xbd[31mb ");
    check("a\nb\tc", 5,
          "a\xef\xbf\xbd"
          "b\xef\xbf\xbd"
          "c");
    check("a\xc2\x9b"
          "b",
          3,
          "a\xef\xbf\xbd"
          "b"); /* U+009B, an escape in one character */
    check("a\xe2\x80\xae"
          "b",
          2, "ab"); /* U+202E turns the line around */
    check("a\xe2\x81\xa6"
          "b",
          2, "ab"); /* U+2066 isolates */
    check("a\xe2\x80\x8c"
          "b",
          2,
          "a\xe2\x80\x8c"
          "b"); /* Persian needs U+200C */
    check("a\xff"
          "b",
          3,
          "a\xef\xbf\xbd"
          "b");
    check("a\xe2\x80\xa8"
          "b",
          3, "a b"); /* U+2028, a line separator */
}

static void test_screen_display__cuts_heaps_of_marks(void **state)
{
    (void)state;
    struct buf text;
    struct buf out;
    buf_init(&text, 4096);
    buf_init(&out, 4096);
    buf_add_char(&text, 'a');
    for (int i = 0; i < 500; i++) {
        buf_add_text(&text, "\xcc\x81");
    }
    assert_int_equal(display_put(&out, buf_slice(&text), 10), 1);
    assert_true(out.n < 20);
    buf_release(&text);
    buf_release(&out);
}

static void test_screen_display__text_for_machines_stays_what_it_says(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, 4096);
    display_harmless(&out, SLICE("{\"a\":\"\xc2\x9b\xe2\x80\xae"
                                 "é\"}\n"));
    assert_true(slice_is(buf_slice(&out), "{\"a\":\"\\u009b\\u202eé\"}\n"));
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_display__measures_columns),
        cmocka_unit_test(test_screen_display__pads_and_cuts),
        cmocka_unit_test(test_screen_display__nothing_speaks_to_the_terminal),
        cmocka_unit_test(test_screen_display__cuts_heaps_of_marks),
        cmocka_unit_test(test_screen_display__text_for_machines_stays_what_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
