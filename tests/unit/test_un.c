/* The consolidated list of the Security Council. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define HEAD "<?xml version=\"1.0\"?><CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09Z\">"
#define PERSON                                                                                 \
    "<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>JANE</FIRST_NAME>"                 \
    "<SECOND_NAME>MARY</SECOND_NAME><THIRD_NAME>DOE</THIRD_NAME>"                              \
    "<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.999 </REFERENCE_NUMBER>"       \
    "<LISTED_ON>2014-09-23</LISTED_ON><GENDER>Female</GENDER>"                                 \
    "<NAME_ORIGINAL_SCRIPT>جين</NAME_ORIGINAL_SCRIPT><COMMENTS1>Of interest.</COMMENTS1>"   \
    "<TITLE><VALUE>Dr.</VALUE></TITLE>"                                                        \
    "<DESIGNATION><VALUE>Head</VALUE><VALUE>Chief</VALUE></DESIGNATION>"                       \
    "<NATIONALITY><VALUE>Syrian Arab Republic</VALUE></NATIONALITY>"                           \
    "<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>"                                            \
    "<LAST_DAY_UPDATED><VALUE>2020-01-02</VALUE></LAST_DAY_UPDATED>"                           \
    "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Jane Roe; Janet (Jeanne; "           \
    "Jean)</ALIAS_NAME></INDIVIDUAL_ALIAS>"                                                    \
    "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>JJ</ALIAS_NAME></INDIVIDUAL_ALIAS>"   \
    "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"                             \
    "<INDIVIDUAL_ADDRESS><STREET>1 Main</STREET><CITY>Homs</CITY>"                             \
    "<COUNTRY>Syrian Arab Republic</COUNTRY><NOTE>in 2016</NOTE></INDIVIDUAL_ADDRESS>"         \
    "<INDIVIDUAL_ADDRESS><COUNTRY>Iraq</COUNTRY></INDIVIDUAL_ADDRESS>"                         \
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1961</YEAR>"    \
    "</INDIVIDUAL_DATE_OF_BIRTH>"                                                              \
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>"                           \
    "<FROM_YEAR>1958</FROM_YEAR><TO_YEAR>1963</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>"            \
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1962-03-04</DATE>"      \
    "</INDIVIDUAL_DATE_OF_BIRTH>"                                                              \
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>"      \
    "</INDIVIDUAL_DATE_OF_BIRTH>"                                                              \
    "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Homs</CITY><COUNTRY>Syrian Arab Republic</COUNTRY>"      \
    "</INDIVIDUAL_PLACE_OF_BIRTH>"                                                             \
    "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>"                       \
    "<NUMBER>Syrian passport number 007 12</NUMBER>"                                           \
    "<ISSUING_COUNTRY>Syrian Arab Republic</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>"            \
    "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT2>National card</TYPE_OF_DOCUMENT2>"                \
    "<NUMBER>A-77</NUMBER></INDIVIDUAL_DOCUMENT>"                                              \
    "<SHOE_SIZE>44</SHOE_SIZE><INDIVIDUAL_ADDRESS><FLOOR>3</FLOOR></INDIVIDUAL_ADDRESS>"       \
    "<SORT_KEY/></INDIVIDUAL></INDIVIDUALS>"
#define FIRM                                                                                   \
    "<ENTITIES><ENTITY><FIRST_NAME>ACME (AC) ; BETA</FIRST_NAME>"                              \
    "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.999</REFERENCE_NUMBER>"            \
    "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>AC Ltd</ALIAS_NAME></ENTITY_ALIAS>"    \
    "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD AC</ALIAS_NAME></ENTITY_ALIAS>"    \
    "<ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of "          \
    "Korea</COUNTRY></ENTITY_ADDRESS></ENTITY>"                                                \
    "<ENTITY><FIRST_NAME>NO ID</FIRST_NAME></ENTITY>"                                          \
    "<ENTITY><REFERENCE_NUMBER>KPe.998</REFERENCE_NUMBER></ENTITY></ENTITIES>"
#define END "</CONSOLIDATED_LIST>"

static const char LIST[] = HEAD PERSON FIRM END;

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "xml", bytes);
    assert_int_equal(list_case_read(c, &UN_SC_XML, "un_sc_sanctions"), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_un__reads_a_person(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "un:QDi.999|Person|name|JANE MARY DOE|",
        "un:QDi.999|Person|firstName|JANE|",
        "un:QDi.999|Person|secondName|MARY|",
        "un:QDi.999|Person|lastName|DOE|",
        "un:QDi.999|Person|alias|جين|original",
        "un:QDi.999|Person|alias|Jane Roe|",
        "un:QDi.999|Person|alias|Janet|",
        "un:QDi.999|Person|alias|Jeanne|",
        "un:QDi.999|Person|alias|Jean|",
        "un:QDi.999|Person|weakAlias|JJ|",
        "un:QDi.999|Person|title|Dr.|",
        "un:QDi.999|Person|position|Head|",
        "un:QDi.999|Person|position|Chief|",
        "un:QDi.999|Person|nationality|sy|",
        "un:QDi.999|Person|gender|female|",
        "un:QDi.999|Person|birthDate|1961~|",
        "un:QDi.999|Person|birthDate|1958/1963|",
        "un:QDi.999|Person|birthDate|1962-03-04|",
        "un:QDi.999|Person|birthDate|1973-11|",
        "un:QDi.999|Person|birthPlace|Homs, Syrian Arab Republic|",
        "un:QDi.999|Person|birthCountry|sy|",
        "un:QDi.999|Person|address|1 Main, Homs, Syrian Arab Republic|in 2016",
        "un:QDi.999|Person|country|iq|",
        "un:QDi.999|Person|passportNumber|00712|sy",
        "un:QDi.999|Person|idNumber|A77|",
        "un:QDi.999|Person|notes|Of interest.|",
        "un:QDi.999|Person|programId|Al-Qaida|",
        "un:QDi.999|Person|measures|travel_ban|",
        "un:QDi.999|Person|measures|arms_embargo|",
        "un:QDi.999|Person|modifiedAt|2020-01-02|",
        "un:QDi.999/sanction|Sanction|entity|un:QDi.999|",
        "un:QDi.999/sanction|Sanction|listingDate|2014-09-23|",
        "!unmapped|element|1||INDIVIDUALS/INDIVIDUAL/SHOE_SIZE",
        "!unmapped|element|1||INDIVIDUALS/INDIVIDUAL/INDIVIDUAL_ADDRESS/FLOOR",
    };
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_un__reads_an_entity(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "un:KPe.999|Organization|name|ACME (AC)|",
        "un:KPe.999|Organization|alias|BETA|",
        "un:KPe.999|Organization|alias|AC Ltd|",
        "un:KPe.999|Organization|previousName|OLD AC|",
        "un:KPe.999|Organization|country|kp|",
        "un:KPe.999|Organization|measures|asset_freeze|",
    };
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "un:KPe.999|Organization|measures|travel_ban|"));
    list_case_end(&c);
}

static void test_un__refuses_records_without_id_or_name(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    assert_true(list_case_says(&c, "!refused|no_id|1||*"));
    assert_true(list_case_says(&c, "!refused|no_name|1|un:KPe.998|*"));
    assert_int_equal(c.snap.counts.records, 4);
    assert_int_equal(c.snap.counts.read, 2);
    assert_int_equal(c.snap.counts.refused, 2);
    list_case_end(&c);
}

static void test_un__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof LIST - 1; n += 97) {
        struct list_case c;
        read_list(&c, (struct slice){LIST, n}, ERR_CUT);
        list_case_end(&c);
    }
}

static void test_un__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {"anything.xml", slice_of(LIST), false};
    assert_string_equal(UN_SC_XML.recognise(&probe), "xml");
    assert_true(UN_SC_XML.date(&probe, date));
    assert_string_equal(date, "2026-02-27");
    probe.head = SLICE("<CONSOLIDATED_LIST dateGenerated=\"2026-0");
    assert_false(UN_SC_XML.date(&probe, date));
    probe.head = SLICE("<OTHER/>");
    assert_null(UN_SC_XML.recognise(&probe));
}

static void test_un__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "un:QDi.335|Person|birthDate|1973-03-06|",
        "un:KPe.023|Organization|name|DAEDONG CREDIT BANK (DCB)|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "un_sc/UN_consolidated_2026-02.xml")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xml", path);
    assert_int_equal(list_case_read(&c, &UN_SC_XML, "un_sc_sanctions"), 0);
    assert_int_equal(c.snap.counts.records, 730 + 273);
    assert_int_equal(c.snap.counts.read, 730 + 273);
    assert_int_equal(c.entities, 2 * (730 + 273));
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_un__reads_a_person),
        cmocka_unit_test(test_un__reads_an_entity),
        cmocka_unit_test(test_un__refuses_records_without_id_or_name),
        cmocka_unit_test(test_un__knows_a_list_that_is_cut),
        cmocka_unit_test(test_un__is_recognised_with_its_date),
        cmocka_unit_test(test_un__reads_the_real_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
