/* Rows of CSV and JSON lines, from a pipe as a user would feed it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "screen/rows.h"

struct fed {
    struct feed feed;
    struct rows *rows;
    struct arena arena;
    struct diag diag;
};

/* Opens rows over a text; returns what rows_open() says. */
static int open_text(struct fed *f, const char *text, const struct rows_options *options)
{
    int ends[2];
    *f = (struct fed){.feed = {.name = "customers.csv"}};
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, strlen(text)), strlen(text));
    close(ends[1]);
    f->feed.fd = ends[0];
    arena_init(&f->arena, 1 << 20);
    return rows_open(&f->rows, &f->feed, options, &f->diag);
}

static struct customer_row *next(struct fed *f)
{
    struct customer_row *row;
    assert_int_equal(rows_next(f->rows, &f->arena, &row, &f->diag), 0);
    return row;
}

static void close_text(struct fed *f)
{
    rows_close(f->rows);
    feed_close(&f->feed);
    arena_release(&f->arena);
}

static void check_value(const struct customer_row *row, size_t i, enum property prop,
                        const char *text)
{
    assert_true(i < row->n);
    assert_int_equal(row->values[i].column->prop, prop);
    if (!slice_is(row->values[i].text, text)) {
        fail_msg("\"%.*s\", expected \"%s\"", SLICE_ARG(row->values[i].text), text);
    }
}

static const struct rows_options PLAIN = {0};

static void test_screen_rows__reads_csv(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(open_text(&f,
                               "id;Full Name;Nationality;shoe size\n"
                               "1;Kim Jong Un;KP;42\n\n"
                               "2;\"Nicolás; Maduro\";;\n",
                               &PLAIN),
                     0);
    assert_true(slice_is(rows_unused(f.rows), "'shoe size'"));
    assert_false(rows_of_people(f.rows));
    const struct customer_row *row = next(&f);
    assert_int_equal(row->number, 1);
    assert_int_equal(row->line, 2);
    assert_int_equal(row->n, 3);
    check_value(row, 1, PROP_NAME, "Kim Jong Un");
    check_value(row, 2, PROP_NATIONALITY, "KP");
    row = next(&f);
    assert_int_equal(row->number, 2);
    assert_int_equal(row->line, 4);
    check_value(row, 1, PROP_NAME, "Nicolás; Maduro");
    assert_null(next(&f));
    close_text(&f);
}

static void test_screen_rows__a_bad_row_keeps_its_place_and_id(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(open_text(&f, "id,name\n1,M\xfcller\n2,Meier\n", &PLAIN), 0);
    const struct customer_row *row = next(&f);
    assert_string_equal(row->error, "encoding");
    assert_int_equal(row->n, 1);
    row = next(&f);
    assert_null(row->error);
    assert_int_equal(row->number, 2);
    assert_null(next(&f));
    close_text(&f);
}

static void test_screen_rows__says_when_fields_are_missing_or_too_many(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(open_text(&f, "id,name,dob\n1,A\n2,B,1984,x\n3,C,1984\n", &PLAIN), 0);
    assert_true(rows_of_people(f.rows));
    assert_int_equal(next(&f)->flags, ROW_SHORT);
    assert_int_equal(next(&f)->flags, ROW_LONG);
    assert_int_equal(next(&f)->flags, 0);
    close_text(&f);
}

static void test_screen_rows__maps_columns(void **state)
{
    (void)state;
    struct fed f;
    struct column_map map;
    struct diag diag = {0};
    assert_int_equal(column_map_read(SLICE("Kunde=name"), &map, &diag), 0);
    struct rows_options options = {.maps = &map, .map_count = 1};
    assert_int_equal(open_text(&f, "Nr,Kunde\n1,Kim Jong Un\n", &options), 0);
    check_value(next(&f), 0, PROP_NAME, "Kim Jong Un");
    close_text(&f);

    assert_int_equal(open_text(&f, "Nr,name\n1,Kim Jong Un\n", &options), ERR_USAGE);
    feed_close(&f.feed);
    arena_release(&f.arena);
    assert_int_equal(column_map_read(SLICE("Kunde"), &map, &diag), ERR_USAGE);
    assert_int_equal(column_map_read(SLICE("Kunde=shoes"), &map, &diag), ERR_USAGE);
}

static void check_refused(const char *text, enum err code)
{
    struct fed f;
    assert_int_equal(open_text(&f, text, &PLAIN), code);
    assert_string_equal(f.diag.source, "customers.csv");
    feed_close(&f.feed);
    arena_release(&f.arena);
}

static void test_screen_rows__refuses_a_file_that_names_nobody(void **state)
{
    (void)state;
    check_refused("", ERR_FORMAT);
    check_refused("\n\n", ERR_FORMAT);
    check_refused("colour,size\nred,1\n", ERR_FORMAT);
    check_refused("id,\"name\n", ERR_CUT);
}

static void test_screen_rows__the_end_inside_quotes_voids_the_file(void **state)
{
    (void)state;
    struct fed f;
    struct customer_row *row;
    assert_int_equal(open_text(&f, "id,name\n1,A\n2,\"B\n", &PLAIN), 0);
    assert_non_null(next(&f));
    assert_int_equal(rows_next(f.rows, &f.arena, &row, &f.diag), ERR_CUT);
    assert_string_equal(f.diag.source, "customers.csv");
    close_text(&f);
}

static void test_screen_rows__company_is_a_name_only_alone(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(open_text(&f, "company,country\nACME,us\n", &PLAIN), 0);
    check_value(next(&f), 0, PROP_NAME, "ACME");
    close_text(&f);
    assert_int_equal(open_text(&f, "last_name,company\nSmith,ACME\n", &PLAIN), 0);
    assert_int_equal(next(&f)->n, 1);
    close_text(&f);
}

static void test_screen_rows__reads_entities(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(
        open_text(&f,
                  "\xef\xbb\xbf{\"id\":\"a\",\"schema\":\"Person\",\"caption\":\"K\","
                  "\"properties\":{\"name\":[\"Kim\",\"김\"],\"birthDate\":\"1984\","
                  "\"notes\":[\"x\"],\"topics\":[\"sanction\"]},\"target\":true}\n\n"
                  "{\"id\":7,\"full_name\":\"Ali\",\"dob\":1939}\n"
                  "{\"caption\":\"Only This\"}\n",
                  &PLAIN),
        0);
    const struct customer_row *row = next(&f);
    assert_int_equal(row->n, 5);
    assert_int_equal(row->values[0].column->use, COLUMN_ID);
    assert_int_equal(row->values[1].column->use, COLUMN_SCHEMA);
    check_value(row, 2, PROP_NAME, "Kim");
    check_value(row, 3, PROP_NAME, "김");
    check_value(row, 4, PROP_BIRTH_DATE, "1984");
    row = next(&f);
    assert_int_equal(row->line, 3);
    check_value(row, 1, PROP_NAME, "Ali");
    check_value(row, 2, PROP_BIRTH_DATE, "1939");
    check_value(next(&f), 0, PROP_NAME, "Only This");
    assert_null(next(&f));
    close_text(&f);
}

static void test_screen_rows__a_bad_line_keeps_its_place(void **state)
{
    (void)state;
    struct fed f;
    assert_int_equal(
        open_text(&f, "{\"name\":\"A\"}\n{\"name\":\n[1]\n{\"name\":\"B\"}\n", &PLAIN), 0);
    assert_null(next(&f)->error);
    assert_string_equal(next(&f)->error, "bad_json");
    assert_string_equal(next(&f)->error, "not_an_object");
    const struct customer_row *row = next(&f);
    assert_int_equal(row->number, 4);
    check_value(row, 0, PROP_NAME, "B");
    assert_null(next(&f));
    close_text(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_rows__reads_csv),
        cmocka_unit_test(test_screen_rows__a_bad_row_keeps_its_place_and_id),
        cmocka_unit_test(test_screen_rows__says_when_fields_are_missing_or_too_many),
        cmocka_unit_test(test_screen_rows__maps_columns),
        cmocka_unit_test(test_screen_rows__refuses_a_file_that_names_nobody),
        cmocka_unit_test(test_screen_rows__the_end_inside_quotes_voids_the_file),
        cmocka_unit_test(test_screen_rows__company_is_a_name_only_alone),
        cmocka_unit_test(test_screen_rows__reads_entities),
        cmocka_unit_test(test_screen_rows__a_bad_line_keeps_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
