/* The 1718 Designated Vessels List, and the tables of HTML pages. */
#include "test.h"

#include "format/html_table.h"
#include "lists/readers.h"
#include "lists_help.h"

#define TD(text) "<td><p>" text "</p></td>"
#define SIX "<td></td><td></td><td></td><td></td><td></td><td></td>"
#define HEAD                                                                                   \
    "<html><head><title>Word - 1718 Designated Vessels List 4 June 2020.docx</title></head>"   \
    "<body><table><tr><td colspan=10>1718 Designated Vessels List</td></tr><tr>" TD("#")       \
        TD("Vessel Name") TD("IMO number") TD("Date of designation")                           \
            TD("Relevant measures") "</tr><tr>" TD(                                            \
                "Paragraph 8</p><p>(d) of resolution 1718 (2006)")                             \
                TD("Paragraph 12 (a) of resolution 2321 (2016)") TD(                           \
                    "Paragraph 12 (d) of resolution 2321 (2016)")                              \
                    TD("Paragraph 6 of resolution 2371 (2017)") TD(                            \
                        "Economic resources controlled by Ocean Maritime (KPe.020)") "</tr>"
#define FIRST                                                                                  \
    "<tr>" TD("") TD("1: <b>Blue Auk 2 </b>2: <b>Green</b>")                                   \
        TD("9187629</p><p>MMSI:</p><p>1: 529734000</p><p>2: 515721000") TD("21-Jun-17")        \
            TD("na") TD("na") TD("na") TD("na")                                                \
                TD("Yes") "</tr>"                                                              \
                          "<tr><td></td>" TD("Flag")                                           \
                              TD("1. Kiribati</p><p>2: Democratic People&rsquo;s Republic of " \
                                 "Korea") SIX "</tr>"                                          \
                                              "<tr>" TD("4") TD("Other<br/>information")       \
                                                  TD("Asset &amp; freeze.") SIX                \
        "</tr>"                                                                                \
        "<tr>" TD("Call Sign")                                                                 \
            TD("1: T3NM2 2: XUJX6") "</tr>"                                                    \
                                    "<tr>" TD("Picture link")                                  \
                                        TD("http://a.example/vessels<br>/auk") "</tr>"
#define SECOND                                                                                 \
    "<tr>" TD("12") TD("1: HAO") TD("Does not exist") TD("03-Oct-17") TD("na") TD("na")        \
        TD("na") TD("Yes")                                                                     \
            TD("na") "</tr>"                                                                   \
                     "<tr>" TD("Other information") TD("Coal.") TD("30-Mar-18") TD("na")       \
                         TD("Yes") TD("na") TD("na")                                           \
                             TD("na") "</tr>"                                                  \
                                      "<tr>" TD("Designated as economic resources of")         \
                                          TD("Hap Corp (Kpe.058)") "</tr>"                     \
                                                                   "<tr>" TD("Length")         \
                                                                       TD("40 m") "</tr>"
#define THIRD                                                                                  \
    "<tr>" TD("") TD("1: NO NUMBER") TD("9191773") TD("28-Dec-17") TD("na") TD("na") TD("na")  \
        TD("Yes") TD("na") "</tr>"
#define LIST HEAD FIRST "</table><table>" SECOND THIRD "</table></body></html>\n"

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "html", bytes);
    int result = list_case_read(c, &UN_VESSELS, "un_1718_vessels");
    if (result != expected) {
        fail_msg("%d: %s", result, c->diag.text);
    }
}

static void test_un_vessels__reads_records(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "unv:4|Vessel|name|Blue Auk 2|",
        "unv:4|Vessel|alias|Green|",
        "unv:4|Vessel|imoNumber|9187629|",
        "unv:4|Vessel|mmsi|529734000|",
        "unv:4|Vessel|mmsi|515721000|",
        "unv:4|Vessel|flag|ki|",
        "unv:4|Vessel|flag|kp|",
        "unv:4|Vessel|callSign|XUJX6|",
        "unv:4|Vessel|notes|Asset & freeze.|",
        "unv:4|Vessel|sourceUrl|http://a.example/vessels/auk|",
        "unv:4|Vessel|measures|asset_freeze|",
        "unv:4/sanction|Sanction|listingDate|2017-06-21|",
        "unv:4/linked/KPe.020|UnknownLink|object|un:KPe.020|",
        "unv:12|Vessel|notes|IMO number: Does not exist|",
        "unv:12|Vessel|measures|port_entry|",
        "unv:12|Vessel|measures|shipping|",
        "unv:12/sanction/30-Mar-2018|Sanction|listingDate|2018-03-30|",
        "unv:12/linked/KPe.058|UnknownLink|subject|unv:12|",
        "!unmapped|row|1||Length",
        "!refused|no_id|*",
    };
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s' in%.*s", LINES[i], (int)c.said.n, c.said.p);
        }
    }
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

/* A row that looks like the beginning of a record and has a cell too many is none. */
static void test_un_vessels__wider_rows_are_reported(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c,
              SLICE("<table><tr>" TD("1") TD("1: A") TD("9187629") TD("30-Mar-18") TD("na")
                        TD("na") TD("na") TD("Yes") TD("na") TD("x") "</tr></table></html>"),
              0);
    assert_true(list_case_says(&c, "!unmapped|row|0||1"));
    assert_int_equal(c.snap.counts.records, 0);
    list_case_end(&c);
}

static void test_un_vessels__knows_a_page_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 0; n < sizeof WHOLE - 2; n += 37) {
        struct list_case c;
        read_list(&c, (struct slice){WHOLE, n}, ERR_CUT);
        list_case_end(&c);
    }
}

static void test_un_vessels__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {.name = "list.html", .head = SLICE(LIST)};
    assert_string_equal(UN_VESSELS.recognise(&probe), "html");
    assert_true(UN_VESSELS.date(&probe, date));
    assert_string_equal(date, "2020-06-04");
    probe.head = SLICE("<html><table>Vessels</table></html>");
    assert_null(UN_VESSELS.recognise(&probe));
}

static int count_cells(void *context, const struct html_row *row, struct diag *diag)
{
    (void)diag;
    *(size_t *)context += row->cell_count;
    return 0;
}

static int rows_of(struct slice page, size_t *cells)
{
    struct html_handler handler = {count_cells, cells};
    struct diag diag;
    *cells = 0;
    return html_table_rows(page, &handler, &diag);
}

static void test_un_vessels__pages_out_of_bounds_are_refused(void **state)
{
    (void)state;
    struct buf page;
    size_t cells;
    buf_init(&page, (size_t)64 << 20);
    for (size_t i = 0; i < 100000; i++) {
        buf_add_text(&page, "<div>");
    }
    buf_add_text(&page, "</html>");
    assert_int_equal(rows_of(buf_slice(&page), &cells), ERR_LIMIT);
    /* Elements of style that are never closed are opened again in every paragraph. */
    buf_reset(&page);
    buf_add_text(&page, "<p>");
    for (size_t i = 0; i < 500; i++) {
        buf_printf(&page, "<font size=%zu>", i);
    }
    for (size_t i = 0; i < 100000; i++) {
        buf_add_text(&page, "</p><p>x");
    }
    buf_add_text(&page, "</html>");
    assert_int_equal(rows_of(buf_slice(&page), &cells), ERR_LIMIT);
    assert_int_equal(rows_of(SLICE("<p>\xff</p></html>"), &cells), ERR_TEXT);
    buf_release(&page);
}

static void test_un_vessels__rows_of_tables_in_tables_are_their_own(void **state)
{
    (void)state;
    size_t cells;
    assert_int_equal(rows_of(SLICE("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>"
                                   "<table></table></html>"),
                             &cells),
                     0);
    assert_int_equal(cells, 4);
}

/* Ten records were compared with the page by hand; these lines are some of them. */
static void test_un_vessels__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "unv:4|Vessel|alias|Chong Bong|",
        "unv:16|Vessel|name|Hwang Gum San 2|",
        "unv:16|Vessel|alias|Song Phyong 7|",
        "unv:12/sanction|Sanction|listingDate|2017-10-03|",
        "unv:26|Vessel|mmsi|445498000|",
        "unv:59|Vessel|imoNumber|9030591|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "un_vessels/1718_designated_vessels_list_final.html")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "html", path);
    assert_int_equal(list_case_read(&c, &UN_VESSELS, "un_1718_vessels"), 0);
    assert_int_equal(c.snap.counts.records, 59);
    assert_int_equal(c.snap.counts.read, 59);
    for (size_t i = 0; i < REMARK_KINDS; i++) {
        assert_int_equal(c.snap.counts.remarks[i], 0);
    }
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s'", LINES[i]);
        }
    }
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_un_vessels__reads_records),
        cmocka_unit_test(test_un_vessels__wider_rows_are_reported),
        cmocka_unit_test(test_un_vessels__knows_a_page_that_is_cut),
        cmocka_unit_test(test_un_vessels__is_recognised_with_its_date),
        cmocka_unit_test(test_un_vessels__pages_out_of_bounds_are_refused),
        cmocka_unit_test(test_un_vessels__rows_of_tables_in_tables_are_their_own),
        cmocka_unit_test(test_un_vessels__reads_the_real_list),
    };
    return RUN_TESTS(tests);
}
