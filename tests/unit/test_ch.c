/* The Swiss list in SECO's XML. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define HEAD                                                                                   \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                             \
    "<swiss-sanctions-list list-type=\"whole-list\" date=\"2026-08-27\">\n"
#define PROGRAMS                                                                               \
    "<sanctions-program ssid=\"20\" version-date=\"2026-05-21\">"                              \
    "<program-key lang=\"ger\">Weissrussland</program-key>"                                    \
    "<program-key lang=\"eng\">Belarus</program-key>"                                          \
    "<program-name lang=\"eng\">Ordinance on Belarus</program-name>"                           \
    "<sanctions-set ssid=\"4387\" lang=\"ger\">Finanzsanktionen</sanctions-set>"               \
    "<sanctions-set ssid=\"4387\" lang=\"eng\">Financial measures, annex 1</sanctions-set>"    \
    "<sanctions-set ssid=\"4388\" lang=\"eng\">Travel ban</sanctions-set>"                     \
    "<sanctions-set ssid=\"4389\" lang=\"eng\">Silence</sanctions-set>"                        \
    "<origin>EU</origin></sanctions-program>\n"
#define PERSON                                                                                 \
    "<target ssid=\"100\"><sanctions-set-id>4387</sanctions-set-id>"                           \
    "<sanctions-set-id>4388</sanctions-set-id><foreign-identifier>QDi.999"                     \
    "</foreign-identifier><individual sex=\"female\"><identity ssid=\"101\" main=\"true\">"    \
    "<name ssid=\"102\" name-type=\"primary-name\" quality=\"good\" lang=\"eng\">"             \
    "<name-part order=\"2\" name-part-type=\"given-name\"><value>Jane</value>"                 \
    "<spelling-variant lang=\"BEL\" script=\"LATN\">Dzheyn</spelling-variant>"                 \
    "<spelling-variant lang=\"BEL\" script=\"CYRL\">Джейн</spelling-variant></name-part>" \
    "<name-part order=\"1\" name-part-type=\"family-name\"><value>Roe</value>"                 \
    "<spelling-variant lang=\"BEL\" script=\"LATN\">Rou</spelling-variant>"                    \
    "<spelling-variant lang=\"BEL\" script=\"CYRL\">Роу</spelling-variant></name-part>"     \
    "<name-part order=\"3\" name-part-type=\"title\"><value>Dr.</value></name-part></name>"    \
    "<name name-type=\"alias\" quality=\"low\"><name-part order=\"1\" "                        \
    "name-part-type=\"whole-name\"><value>JJ</value></name-part></name>"                       \
    "<name name-type=\"formerly-known-as\" quality=\"good\"><name-part order=\"1\" "           \
    "name-part-type=\"whole-name\"><value>Jane Doe</value></name-part></name>"                 \
    "<nationality ssid=\"103\"><country iso-code=\"BY\">Belarus</country></nationality>"       \
    "<day-month-year ssid=\"104\" day=\"30\" month=\"8\" year=\"1954\" "                       \
    "calendar=\"Gregorian\" quality=\"good\"/><day-month-year year=\"1955\" "                  \
    "calendar=\"Gregorian\" quality=\"low\"/><day-month-year day=\"1\" month=\"2\"/>"          \
    "<place-of-birth ssid=\"105\" place-id=\"900\" quality=\"good\"/>"                         \
    "<address ssid=\"106\" place-id=\"900\"><c-o>Club</c-o><address-details>1 Main"            \
    "</address-details><p-o-box>22</p-o-box><zip-code>333</zip-code>"                          \
    "<remarks>since 2016</remarks></address><address place-id=\"901\"/>"                       \
    "<identification-document ssid=\"107\" document-type=\"passport\"><number>P 1</number>"    \
    "<issuer code=\"BY\">Belarus</issuer><date-of-issue><day-month-year day=\"1\" "            \
    "month=\"2\" year=\"2003\"/></date-of-issue><remark>lost</remark>"                         \
    "</identification-document></identity>"                                                    \
    "<identity ssid=\"110\" main=\"false\"><name name-type=\"primary-name\" "                  \
    "quality=\"good\"><name-part order=\"1\" name-part-type=\"family-name\"><value>Smith"      \
    "</value></name-part><name-part order=\"2\" name-part-type=\"maiden-name\"><value>Poe"     \
    "</value></name-part><name-part order=\"3\" name-part-type=\"given-name\"><value>Joan"     \
    "</value></name-part></name></identity>"                                                   \
    "<justification ssid=\"120\">Her deeds.</justification>"                                   \
    "<other-information ssid=\"121\">E-mail: a@example.org</other-information>"                \
    "<other-information ssid=\"122\">Likes tea: green</other-information>"                     \
    "<relation ssid=\"123\" target-id=\"200\" relation-type=\"related-to\"><remark>sister"     \
    "</remark></relation><relation ssid=\"124\" target-id=\"300\" "                            \
    "relation-type=\"related-to\"/><generic-attribute name=\"rank\">3</generic-attribute>"     \
    "<shoe-size>44</shoe-size></individual>"                                                   \
    "<modification modification-type=\"amended\" publication-date=\"2022-03-01\" "             \
    "effective-date=\"2022-03-02\"><added><identity><name><name-part><value>Old Name</value>"  \
    "</name-part></name></identity></added><removed><target ssid=\"100\"><individual/>"        \
    "</target></removed></modification><modification modification-type=\"listed\" "            \
    "publication-date=\"2020-01-01\" effective-date=\"2020-01-02\"/></target>\n"
#define OTHERS                                                                                 \
    "<target ssid=\"200\" sanctions-set-id=\"4389\"><entity><identity main=\"true\">"          \
    "<name name-type=\"primary-name\" quality=\"good\"><name-part order=\"1\" "                \
    "name-part-type=\"whole-name\"><value>ACME</value></name-part></name>"                     \
    "<day-month-year year=\"1999\"/></identity><other-information>IMO number: 9058713."        \
    "</other-information></entity></target>\n"                                                 \
    "<target ssid=\"300\"><individual><identity main=\"true\"><name "                          \
    "name-type=\"primary-name\"><name-part order=\"1\" name-part-type=\"whole-name\"><value>"  \
    "Gone</value></name-part></name></identity></individual>"                                  \
    "<modification modification-type=\"amended\" effective-date=\"2025-06-03\"/>"              \
    "<modification modification-type=\"de-listed\" effective-date=\"2025-06-20\"/>"            \
    "<modification modification-type=\"listed\" effective-date=\"2015-06-20\"/></target>\n"    \
    "<target ssid=\"400\"><object object-type=\"vessel\"><identity main=\"true\"><name "       \
    "name-type=\"primary-name\"><name-part order=\"1\" name-part-type=\"whole-name\"><value>"  \
    "Hui Chon</value></name-part></name></identity><other-information>IMO Number: 8405270"     \
    "</other-information></object><modification modification-type=\"listed\"/></target>\n"     \
    "<target ssid=\"500\"><individual/></target>\n"
#define PLACES                                                                                 \
    "<place ssid=\"900\"><location>Minsk</location><area>Minsk Region</area>"                  \
    "<country iso-code=\"BY\">Belarus</country></place>"                                       \
    "<place ssid=\"901\"><country iso-code=\"RU\">Russia</country></place>\n"
#define END "</swiss-sanctions-list>\n"

static const char LIST[] = HEAD PROGRAMS PERSON OTHERS PLACES END;

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "xml", bytes);
    assert_int_equal(list_case_read(c, &CH_SECO, "ch_seco_sanctions"), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_ch__reads_names_with_spellings(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ch:100|Person|name|Roe Jane|",
        "ch:100|Person|alias|Rou Dzheyn|BEL-LATN",
        "ch:100|Person|alias|Rou Jane|BEL-LATN",
        "ch:100|Person|alias|Roe Dzheyn|BEL-LATN",
        "ch:100|Person|alias|Роу Джейн|BEL-CYRL",
        "ch:100|Person|weakAlias|JJ|",
        "ch:100|Person|previousName|Jane Doe|",
        "ch:100|Person|alias|Smith Joan|",
        "ch:100|Person|previousName|Poe Joan|",
        "ch:100|Person|firstName|Jane|",
        "ch:100|Person|lastName|Roe|",
        "ch:100|Person|lastName|Poe|",
        "ch:100|Person|title|Dr.|",
    };
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "ch:100|Person|alias|Old Name|*"));
    list_case_end(&c);
}

static void test_ch__reads_the_rest_of_a_party(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ch:100|Person|gender|female|",
        "ch:100|Person|nationality|by|",
        "ch:100|Person|birthDate|1954-08-30|",
        "ch:100|Person|birthDate|1955~|",
        "ch:100|Person|notes|born on (day, month): 1 2|",
        "ch:100|Person|birthPlace|Minsk, Minsk Region, Belarus|",
        "ch:100|Person|birthCountry|by|",
        "ch:100|Person|address|Club, 1 Main, P.O. Box 22, 333, Minsk, Minsk Region, "
        "Belarus|since 2016",
        "ch:100|Person|country|ru|",
        "ch:100|Person|passportNumber|P1|by",
        "ch:100|Person|notes|passport, P 1, issued on 2003-2-1, lost|",
        "ch:100|Person|email|a@example.org|",
        "ch:100|Person|notes|Likes tea: green|",
        "ch:100|Person|notes|rank: 3|",
        "ch:200|Organization|name|ACME|",
        "ch:200|Organization|incorporationDate|1999|",
        "ch:400|Vessel|imoNumber|8405270|",
        "!unmapped|element|4||target/individual/shoe-size",
        "!refused|no_name|8|ch:500|*",
    };
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_ch__reads_sanctions_and_relations(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ch:100|Person|uniscId|QDI999|",
        "ch:100|Person|programId|Belarus|",
        "ch:100|Person|measures|asset_freeze|",
        "ch:100|Person|measures|travel_ban|",
        "ch:100|Person|createdAt|2020-01-01|",
        "ch:100|Person|modifiedAt|2022-03-01|",
        "ch:100/sanction/4387|Sanction|program|Ordinance on Belarus|",
        "ch:100/sanction/4387|Sanction|provisions|Financial measures, annex 1|",
        "ch:100/sanction/4387|Sanction|authorityId|100|",
        "ch:100/sanction/4387|Sanction|authorityId|QDi.999|un",
        "ch:100/sanction/4387|Sanction|reason|Her deeds.|",
        "ch:100/sanction/4388|Sanction|measures|travel_ban|",
        "ch:100/sanction/4388|Sanction|listingDate|2020-01-01|",
        "ch:100/sanction/4388|Sanction|startDate|2020-01-02|",
        "ch:100/relation/123|UnknownLink|subject|ch:100|",
        "ch:100/relation/123|UnknownLink|object|ch:200|",
        "ch:100/relation/123|UnknownLink|summary|sister|",
        "ch:100|Person|notes|related-to target 300|",
        "!warning|unknown_measure|5||Silence",
    };
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_ch__leaves_out_the_de_listed(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, slice_of(LIST), 0);
    assert_true(list_case_says(&c, "!warning|de_listed|0||targets no longer listed"));
    assert_false(list_case_says(&c, "ch:300|Person|name|Gone|"));
    assert_int_equal(c.snap.counts.records, 4);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.refused, 1);
    list_case_end(&c);
}

static void test_ch__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof LIST - sizeof END; n += 97) {
        struct list_case c;
        read_list(&c, (struct slice){LIST, n}, ERR_CUT);
        list_case_end(&c);
    }
}

static void test_ch__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {.name = "anything", .head = slice_of(LIST)};
    assert_string_equal(CH_SECO.recognise(&probe), "xml");
    assert_true(CH_SECO.date(&probe, date));
    assert_string_equal(date, "2026-08-27");
    probe.head = SLICE("<other/>");
    assert_null(CH_SECO.recognise(&probe));
}

#define AMENDED(ssid, name, change)                                                            \
    "<target ssid=\"" ssid "\"><sanctions-set-id>4387</sanctions-set-id><entity>"              \
    "<identity ssid=\"7\" main=\"true\"><name name-type=\"primary-name\"><name-part "          \
    "order=\"1\" name-part-type=\"whole-name\"><value>" name "</value></name-part></name>"     \
    "</identity><relation target-id=\"100\" relation-type=\"related-to\"/></entity>"           \
    "<modification modification-type=\"" change "\" effective-date=\"2026-09-01\"/></target>"
#define AMENDMENT(day, targets)                                                                \
    "<swiss-sanctions-list list-type=\"amendment\" date=\"" day "\">" targets END

/* A target that an amendment has again is taken from there; the list stays. */
static void test_ch__lays_amendments_over_the_list(void **state)
{
    (void)state;
    static const char OLD[] = AMENDMENT("2026-08-27", AMENDED("200", "Too late", "amended"));
    static const char NEW[] =
        AMENDMENT("2026-09-01", AMENDED("200", "ACME Renamed", "amended")
                                    AMENDED("400", "Hui Chon", "de-listed")
                                        AMENDED("600", "Newcomer", "listed"));
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "xml", slice_of(LIST));
    list_case_file(&c, "amendment", slice_of(OLD));
    list_case_file(&c, "amendment", slice_of(NEW));
    (void)snprintf(c.snap.date, sizeof c.snap.date, "2026-08-27");
    assert_int_equal(list_case_read(&c, &CH_SECO, "ch_seco_sanctions"), 0);
    static const char *const LINES[] = {
        "ch:100|Person|name|Roe Jane|",
        "ch:200|Organization|name|ACME Renamed|",
        "ch:200/sanction/4387|Sanction|authorityId|7|identity",
        "ch:200/relation/100|UnknownLink|object|ch:100|",
        "ch:600|Organization|name|Newcomer|",
        "!superseded|replaced|*",
        "!superseded|taken_out|*",
        "!superseded|amendment_not_newer|*",
    };
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "ch:200|Organization|name|ACME|"));
    assert_false(list_case_says(&c, "ch:200|Organization|name|Too late|"));
    assert_false(list_case_says(&c, "ch:400|Vessel|name|Hui Chon|"));
    assert_false(list_case_says(&c, "ch:400|Organization|name|Hui Chon|"));
    assert_string_equal(c.snap.date, "2026-09-01");
    assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
    list_case_end(&c);
}

static void test_ch__reads_the_amendment_of_seco(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ch:64393|Person|name|Test A|",
        "ch:64393|Person|nationality|ch|",
        "ch:64393/sanction/64392|Sanction|provisions|Travel ban, annex 1|",
        "ch:64398|Person|gender|female|",
        "!warning|amendment|0||*",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "ch_seco/seco_amendment_sample_2024-01-17.xml")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xml", path);
    assert_int_equal(list_case_read(&c, &CH_SECO, "ch_seco_sanctions"), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.entities, 3 + 4);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ch__reads_names_with_spellings),
        cmocka_unit_test(test_ch__reads_the_rest_of_a_party),
        cmocka_unit_test(test_ch__reads_sanctions_and_relations),
        cmocka_unit_test(test_ch__leaves_out_the_de_listed),
        cmocka_unit_test(test_ch__knows_a_list_that_is_cut),
        cmocka_unit_test(test_ch__is_recognised_with_its_date),
        cmocka_unit_test(test_ch__lays_amendments_over_the_list),
        cmocka_unit_test(test_ch__reads_the_amendment_of_seco),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
