/* The Denied Persons List. */
#include "test.h"

#include "lists/readers.h"
#include "lists_help.h"

#define HEADER                                                                                 \
    "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t"        \
    "\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_"                     \
    "Update\"\t\"Action\"\t"                                                                   \
    "\"FR_Citation\"\n"
#define ROW(name, street, state, country)                                                      \
    "\"" name "\"\t\"" street "\"\t\"DALLAS\"\t\"" state "\"\t\"" country "\"\t\"75081\"\t"    \
    "\"06/19/2003\"\t\"\"\t\"Y\"\t\"2007-01-31\"\t\"F.R. ADDED\"\t\"68 F.R. 38290 6/27/03\"\n"
#define LIST                                                                                   \
    HEADER ROW(" A. ASH", "1 ST", "TX", "") ROW("A. ASH", "2 ST", "", "PRC")                   \
        ROW("FUYI SUN A/K/A FRANK SUN", "", "", "DE") ROW("", "3 ST", "", "US")

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "txt", bytes);
    assert_int_equal(list_case_read(c, &US_DPL, "us_bis_denied"), expected);
}

static void test_dpl__unites_rows_by_name_and_date(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "|LegalEntity|name|A. ASH|\n",
        "|LegalEntity|address|1 ST, DALLAS, TX, 75081|\n",
        "|LegalEntity|address|2 ST, DALLAS, 75081, PRC|\n",
        "|LegalEntity|country|us|\n",
        "|LegalEntity|country|cn|\n",
        "|LegalEntity|alias|FRANK SUN|\n",
        "|LegalEntity|alias|FUYI SUN|\n",
        "|LegalEntity|topics|export.control|\n",
        "|Sanction|listingDate|2003-06-19|\n",
        "|Sanction|modifiedAt|2007-01-31|\n",
        "|Sanction|provisions|68 F.R. 38290 6/27/03|\n",
        "|Sanction|notes|Action: F.R. ADDED|\n",
    };
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (slice_find(buf_slice(&c.said), 0, LINES[i]) == c.said.n) {
            fail_msg("no '%s' in%.*s", LINES[i], (int)c.said.n, c.said.p);
        }
    }
    assert_true(list_case_says(&c, "!duplicate|same_name|3|dpl:*"));
    assert_true(list_case_says(&c, "!refused|no_name|5||*"));
    assert_int_equal(c.snap.counts.records, 4);
    assert_int_equal(c.snap.counts.read, 3);
    list_case_end(&c);
}

static void test_dpl__ids_do_not_change(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    struct slice said = buf_slice(&c.said);
    size_t at = slice_find(said, 0, "dpl:");
    assert_true(at + 20 < said.n);
    check_slice(slice_cut(said, at, at + 21), "dpl:f9c7fd603d1c8b84|");
    list_case_end(&c);
}

static void test_dpl__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 1; n < sizeof WHOLE - 1; n++) {
        struct list_case c;
        if (WHOLE[n - 1] != '\n') {
            read_list(&c, (struct slice){WHOLE, n}, ERR_CUT);
            list_case_end(&c);
        }
    }
}

static void test_dpl__is_recognised(void **state)
{
    (void)state;
    struct list_probe probe = {.name = "dpl.txt", .head = SLICE(LIST)};
    assert_string_equal(US_DPL.recognise(&probe), "txt");
    probe.head = SLICE("\"Name\",\"Effective_Date\"\n");
    assert_null(US_DPL.recognise(&probe));
}

static void test_dpl__reads_the_real_list(void **state)
{
    (void)state;
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "us_csl/dpl.txt")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "txt", path);
    assert_int_equal(list_case_read(&c, &US_DPL, "us_bis_denied"), 0);
    assert_int_equal(c.snap.counts.records, 665);
    assert_int_equal(c.snap.counts.read, 665);
    assert_int_equal(c.snap.counts.remarks[REMARK_DUPLICATE], 665 - 547);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    assert_int_equal(c.snap.counts.remarks[REMARK_WARNING], 0);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dpl__unites_rows_by_name_and_date),
        cmocka_unit_test(test_dpl__ids_do_not_change),
        cmocka_unit_test(test_dpl__knows_a_list_that_is_cut),
        cmocka_unit_test(test_dpl__is_recognised),
        cmocka_unit_test(test_dpl__reads_the_real_list),
    };
    return RUN_TESTS(tests);
}
