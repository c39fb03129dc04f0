/* The EU's consolidated list, in XML and in CSV. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define HEAD                                                                                   \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                             \
    "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" "                                    \
    "generationDate=\"2026-02-26T16:47:04.449+01:00\" globalFileId=\"7\">\n"
#define PERSON                                                                                 \
    "<sanctionEntity designationDate=\"2014-03-17\" designationDetails=\"listed twice\" "      \
    "unitedNationId=\"QDi.999\" euReferenceNumber=\"EU.1.23\" logicalId=\"1\">"                \
    "<remark>Of interest.</remark>"                                                            \
    "<regulation regulationType=\"amendment\" organisationType=\"council\" "                   \
    "publicationDate=\"2014-03-18\" entryIntoForceDate=\"2014-03-19\" "                        \
    "numberTitle=\"284/2014 (OJ L86)\" programme=\"UKR\" logicalId=\"9\">"                     \
    "<publicationUrl>http://example.org/a</publicationUrl></regulation>"                       \
    "<regulation numberTitle=\"1/2015\" programme=\"BLR\"/>"                                   \
    "<subjectType code=\"person\" classificationCode=\"P\"/>"                                  \
    "<nameAlias firstName=\"\" middleName=\"\" lastName=\"\" wholeName=\"Джейн РОУ\" " \
    "nameLanguage=\"RU\" strong=\"true\" gender=\"\"/>"                                        \
    "<nameAlias firstName=\"Jane\" middleName=\"Mary\" lastName=\"ROE\" "                      \
    "wholeName=\"Jane Mary ROE\" nameLanguage=\"EN\" strong=\"true\" gender=\"F\" "            \
    "title=\"(a) Mullah, (b) Haji\" function=\"Minister\" regulationLanguage=\"en\" "          \
    "logicalId=\"3\"><regulationSummary numberTitle=\"284/2014\"/></nameAlias>"                \
    "<nameAlias wholeName=\"Jane ROE\" nameLanguage=\"CS\" strong=\"true\"/>"                  \
    "<nameAlias wholeName=\"Jane ROE\" nameLanguage=\"HR\" strong=\"true\"/>"                  \
    "<nameAlias wholeName=\"JR\" strong=\"false\"/>"                                           \
    "<nameAlias wholeName=\"Janet\" strong=\"true\"><remark>(Low quality alias)</remark>"      \
    "</nameAlias>"                                                                             \
    "<nameAlias wholeName=\"Jane DOE\" strong=\"true\"><remark>formerly</remark></nameAlias>"  \
    "<citizenship region=\"Tatarstan\" countryIso2Code=\"RU\" "                                \
    "countryDescription=\"RUSSIAN FEDERATION\"/>"                                              \
    "<citizenship countryIso2Code=\"00\" countryDescription=\"UNKNOWN\"/>"                     \
    "<birthdate circa=\"false\" calendarType=\"GREGORIAN\" city=\"Homs\" "                     \
    "birthdate=\"1961-03-04\" dayOfMonth=\"4\" monthOfYear=\"3\" year=\"1961\" "               \
    "countryIso2Code=\"SY\" countryDescription=\"SYRIAN ARAB REPUBLIC\"/>"                     \
    "<birthdate circa=\"true\" year=\"1962\" city=\"-\" countryIso2Code=\"SY\" "               \
    "countryDescription=\"SYRIAN ARAB REPUBLIC\"/>"                                            \
    "<birthdate circa=\"false\" year=\"1963\" monthOfYear=\"5\" countryIso2Code=\"00\"/>"      \
    "<birthdate circa=\"false\" yearRangeFrom=\"1953\" yearRangeTo=\"1958\"/>"                 \
    "<birthdate circa=\"false\" yearRangeTo=\"1980\"><remark>by report</remark></birthdate>"   \
    "<birthdate calendarType=\"ISLAMIC\" year=\"1343\"/>"                                      \
    "<identification number=\"AD 001\" identificationTypeCode=\"passport\" "                   \
    "identificationTypeDescription=\"National passport\" knownFalse=\"true\" "                 \
    "knownExpired=\"false\" issuedBy=\"Homs\" issuedDate=\"2001-01-02\" "                      \
    "validTo=\"2011-01-02\" latinNumber=\"AD 002\" nameOnDocument=\"Joan ROE\" "               \
    "countryIso2Code=\"SY\" countryDescription=\"SYRIAN ARAB REPUBLIC\">"                      \
    "<remark>stolen</remark></identification>"                                                 \
    "<identification number=\"7\" identificationTypeCode=\"fishing\"/>"                        \
    "<address city=\"Homs\" street=\"1 Main\" poBox=\"22\" zipCode=\"333\" region=\"Homs\" "   \
    "place=\"Old Town\" asAtListingTime=\"true\" countryIso2Code=\"SY\" "                      \
    "countryDescription=\"SYRIAN ARAB REPUBLIC\">"                                             \
    "<contactInfo key=\"PHONE[1]\" value=\"+963 1\"/><contactInfo key=\"FAX\" "                \
    "value=\"+963 2\"/><remark>by the gate</remark></address>"                                 \
    "<address countryIso2Code=\"LB\" countryDescription=\"LEBANON\"/>"                         \
    "<shoeSize>44</shoeSize><nameAlias wholeName=\"JR\" strong=\"false\" "                     \
    "tune=\"A\"><song>la</song>"                                                               \
    "</nameAlias></sanctionEntity>\n"
#define FIRM                                                                                   \
    "<sanctionEntity euReferenceNumber=\"EU.2.34\" logicalId=\"2\">"                           \
    "<subjectType code=\"enterprise\" classificationCode=\"E\"/>"                              \
    "<nameAlias wholeName=\"ACME\" title=\"Type of entity: Limited Liability Company\" "       \
    "function=\"Sells anvils\" strong=\"true\"/>"                                              \
    "<identification number=\"9058713\" identificationTypeCode=\"imo\"/>"                      \
    "<identification number=\"1027700132195\" identificationTypeCode=\"regnumber\"/>"          \
    "<birthdate year=\"1999\" circa=\"false\"/></sanctionEntity>\n"
#define REFUSED                                                                                \
    "<sanctionEntity logicalId=\"77\"><nameAlias wholeName=\"Without a number\"/>"             \
    "</sanctionEntity><sanctionEntity euReferenceNumber=\"EU.3.45\"/>"                         \
    "<sanctionEntity><nameAlias wholeName=\"Nothing\"/></sanctionEntity>"
#define END "</export>\n"

static const char LIST[] = HEAD PERSON FIRM REFUSED END;

static void read_list(struct list_case *c, const char *role, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, role, bytes);
    assert_int_equal(list_case_read(c, &EU_FSF, "eu_fsf"), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_eu__reads_names(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "eu:EU.1.23|Person|name|Jane Mary ROE|EN",  "eu:EU.1.23|Person|firstName|Jane|",
        "eu:EU.1.23|Person|middleName|Mary|",       "eu:EU.1.23|Person|lastName|ROE|",
        "eu:EU.1.23|Person|alias|Джейн РОУ|RU",     "eu:EU.1.23|Person|alias|Jane ROE|CS HR",
        "eu:EU.1.23|Person|weakAlias|JR|",          "eu:EU.1.23|Person|weakAlias|Janet|",
        "eu:EU.1.23|Person|previousName|Jane DOE|", "eu:EU.1.23|Person|alias|Joan ROE|",
        "eu:EU.1.23|Person|title|Mullah|",          "eu:EU.1.23|Person|title|Haji|",
        "eu:EU.1.23|Person|position|Minister|",     "eu:EU.1.23|Person|gender|female|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_eu__reads_birth_and_places(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "eu:EU.1.23|Person|citizenship|ru|",
        "eu:EU.1.23|Person|notes|citizenship: Tatarstan|",
        "eu:EU.1.23|Person|birthDate|1961-03-04|",
        "eu:EU.1.23|Person|birthDate|1962~|",
        "eu:EU.1.23|Person|birthDate|1963-05|",
        "eu:EU.1.23|Person|birthDate|1953/1958|",
        "eu:EU.1.23|Person|notes|born in or before 1980|",
        "eu:EU.1.23|Person|notes|date of birth: by report|",
        "eu:EU.1.23|Person|notes|born 1343 ISLAMIC|",
        "eu:EU.1.23|Person|birthPlace|Homs, SYRIAN ARAB REPUBLIC|",
        "eu:EU.1.23|Person|birthCountry|sy|",
        "eu:EU.1.23|Person|address|1 Main, P.O. Box 22, Old Town, Homs, 333, Homs, SYRIAN ARAB "
        "REPUBLIC|at the time of listing",
        "eu:EU.1.23|Person|country|lb|",
        "eu:EU.1.23|Person|notes|by the gate|",
        "eu:EU.1.23|Person|phone|+963 1|",
        "eu:EU.1.23|Person|notes|FAX +963 2|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "eu:EU.1.23|Person|birthPlace|-*"));
    list_case_end(&c);
}

static void test_eu__reads_documents_and_sanctions(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "eu:EU.1.23|Person|passportNumber|AD001|sy",
        "eu:EU.1.23|Person|passportNumber|AD002|sy",
        "eu:EU.1.23|Person|notes|National passport AD 001: known to be false, issued by Homs, "
        "issued on 2001-01-02, valid to 2011-01-02, stolen|",
        "eu:EU.1.23|Person|idNumber|7|",
        "eu:EU.1.23|Person|uniscId|QDI999|",
        "eu:EU.1.23|Person|createdAt|2014-03-17|",
        "eu:EU.1.23|Person|notes|Of interest.|",
        "eu:EU.1.23|Person|programId|UKR|",
        "eu:EU.1.23|Person|programId|BLR|",
        "eu:EU.1.23|Person|measures|asset_freeze|",
        "eu:EU.1.23/sanction/UKR|Sanction|entity|eu:EU.1.23|",
        "eu:EU.1.23/sanction/UKR|Sanction|provisions|284/2014 (OJ L86)|amendment, council",
        "eu:EU.1.23/sanction/UKR|Sanction|date|2014-03-18|",
        "eu:EU.1.23/sanction/UKR|Sanction|startDate|2014-03-19|",
        "eu:EU.1.23/sanction/UKR|Sanction|listingDate|2014-03-17|",
        "eu:EU.1.23/sanction/UKR|Sanction|sourceUrl|http://example.org/a|",
        "eu:EU.1.23/sanction/UKR|Sanction|authorityId|EU.1.23|",
        "eu:EU.1.23/sanction/UKR|Sanction|authorityId|QDi.999|un",
        "eu:EU.1.23/sanction/UKR|Sanction|notes|listed twice|",
        "eu:EU.1.23/sanction/BLR|Sanction|provisions|1/2015|",
        "eu:EU.2.34|Organization|name|ACME|",
        "eu:EU.2.34|Organization|legalForm|Limited Liability Company|",
        "eu:EU.2.34|Organization|notes|Sells anvils|",
        "eu:EU.2.34|Organization|imoNumber|9058713|",
        "eu:EU.2.34|Organization|registrationNumber|1027700132195|",
        "eu:EU.2.34|Organization|incorporationDate|1999|",
        "eu:EU.2.34/sanction|Sanction|measures|asset_freeze|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_eu__reports_what_it_does_not_take(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "!unmapped|element|3||sanctionEntity/shoeSize",
        "!unmapped|element|3||sanctionEntity/nameAlias/song",
        "!unmapped|attribute|3||sanctionEntity/nameAlias@tune",
        "!warning|unknown_document|3||fishing",
        "!refused|no_name|5|eu:EU.3.45|*",
        "!refused|no_id|5||*",
        "eu:logical-77|LegalEntity|name|Without a number|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 5);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.refused, 2);
    list_case_end(&c);
}

static void test_eu__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof LIST - sizeof "</export>\n"; n += 97) {
        struct list_case c;
        read_list(&c, "xml", (struct slice){LIST, n}, ERR_CUT);
        list_case_end(&c);
    }
    struct list_case c;
    read_list(&c, "xml", SLICE("<other/>"), ERR_FORMAT);
    list_case_end(&c);
}

/* ---- CSV ---- */

#define COLUMNS                                                                                \
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;"     \
    "Entity_DesignationDate;Entity_Remark;Entity_SubjectType;"                                 \
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_NumberTitle;"                     \
    "Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;NameAlias_WholeName;"  \
    "NameAlias_NameLanguage;NameAlias_LogicalId;NameAlias_Regulation_Type;Address_City;"       \
    "Address_CountryIso2Code;Address_ContactInfo;BirthDate_BirthDate;BirthDate_Year;"          \
    "BirthDate_Circa;Identification_Number;Identification_TypeCode;"                           \
    "Citizenship_CountryIso2Code;Sign_of_the_Zodiac\n"
#define ROW_NAME                                                                               \
    "26/02/2026;1;EU.1.23;QDi.999;2014-03-17;Of interest.;person;P;284/2014;UKR;ROE;Jane;"     \
    "Jane ROE;EN;5;amendment;;;;;;;;;;\n"
#define ROW_BIRTH                                                                              \
    "26/02/2026;1;EU.1.23;QDi.999;2014-03-17;Of interest.;person;P;284/2014;UKR;;;;;;;;;;"     \
    ";1962;true;;;;\n"
#define ROW_REST                                                                               \
    "26/02/2026;1;EU.1.23;QDi.999;2014-03-17;Of interest.;person;P;284/2014;UKR;;;;;;;Homs;"   \
    "SY;PHONE: +963 1;;;;A 1;passport;SY;\n"
#define ROW_FIRM                                                                               \
    "26/02/2026;2;EU.2.34;;;\"Sells; anvils\";E;enterprise;2/2014;UKR;;;ACME;;6;;;;;;;;;;;\n"

static void test_eu__reads_the_csv_form(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "eu:EU.1.23|Person|name|Jane ROE|EN",
        "eu:EU.1.23|Person|lastName|ROE|",
        "eu:EU.1.23|Person|birthDate|1962~|",
        "eu:EU.1.23|Person|address|Homs, SY|",
        "eu:EU.1.23|Person|phone|+963 1|",
        "eu:EU.1.23|Person|passportNumber|A1|",
        "eu:EU.1.23|Person|citizenship|sy|",
        "eu:EU.1.23|Person|notes|Of interest.|",
        "eu:EU.1.23/sanction/UKR|Sanction|provisions|284/2014|",
        "eu:EU.1.23/sanction/UKR|Sanction|authorityId|QDi.999|un",
        "eu:EU.2.34|Organization|name|ACME|",
        "eu:EU.2.34|Organization|notes|Sells; anvils|",
        "!unmapped|column|0||Sign_of_the_Zodiac",
        "!refused|too_few_fields|4|*",
    };
    static const char CSV[] = COLUMNS ROW_NAME ROW_BIRTH "1;2\n" ROW_REST ROW_FIRM;
    struct list_case c;
    read_list(&c, "csv", slice_of(CSV), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 2);
    assert_int_equal(c.snap.counts.read, 2);
    assert_int_equal(c.entities, 4);
    list_case_end(&c);
}

static void test_eu__knows_csv_that_is_cut(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, "csv", SLICE(COLUMNS ROW_NAME "26/02/2026;1;EU.1.23"), ERR_CUT);
    list_case_end(&c);
    read_list(&c, "csv", SLICE(COLUMNS ROW_NAME "26/02/2026;2;EU.2.34;;;\"Sells"), ERR_CUT);
    list_case_end(&c);
    read_list(&c, "csv", SLICE("a;b\n1;2\n"), ERR_FORMAT);
    list_case_end(&c);
}

static void test_eu__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {.name = "anything", .head = slice_of(LIST)};
    assert_string_equal(EU_FSF.recognise(&probe), "xml");
    assert_true(EU_FSF.date(&probe, date));
    assert_string_equal(date, "2026-02-26");
    probe.head = SLICE(COLUMNS ROW_NAME);
    assert_string_equal(EU_FSF.recognise(&probe), "csv");
    assert_true(EU_FSF.date(&probe, date));
    assert_string_equal(date, "2026-02-26");
    probe.head = SLICE(COLUMNS);
    assert_false(EU_FSF.date(&probe, date));
    probe.head = SLICE("<OTHER/>");
    assert_null(EU_FSF.recognise(&probe));
}

/* Counts by grep; names: grep and sort -u, record by record. */
static void test_eu__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "eu:EU.7510.16|Person|alias|Влади\xcc\x81мир Влади\xcc\x81мирович ПУ\xcc\x81ТИН|",
        "eu:EU.7510.16|Person|name|Vladimir Vladimirovich PUTIN|",
        "eu:EU.7510.16|Person|birthDate|1952-10-07|",
        "eu:EU.8113.62|*",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "eu/REBUILT_eu_fsf_1_1_2026-02.xml.gz")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xml", path);
    assert_int_equal(list_case_read(&c, &EU_FSF, "eu_fsf"), 0);
    assert_int_equal(c.snap.counts.records, 5860);
    assert_int_equal(c.snap.counts.read, 5860);
    assert_int_equal(c.snap.counts.names, 29496);
    assert_int_equal(c.entities, 2 * 5860);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_eu__reads_names),
        cmocka_unit_test(test_eu__reads_birth_and_places),
        cmocka_unit_test(test_eu__reads_documents_and_sanctions),
        cmocka_unit_test(test_eu__reports_what_it_does_not_take),
        cmocka_unit_test(test_eu__knows_a_list_that_is_cut),
        cmocka_unit_test(test_eu__reads_the_csv_form),
        cmocka_unit_test(test_eu__knows_csv_that_is_cut),
        cmocka_unit_test(test_eu__is_recognised_with_its_date),
        cmocka_unit_test(test_eu__reads_the_real_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
