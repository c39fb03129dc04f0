/* The UK sanctions list, in XML and in CSV. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define HEAD                                                                                   \
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Designations>"                               \
    "<DateGenerated>22/08/2026</DateGenerated>\n"
#define PERSON                                                                                 \
    "<Designation><LastUpdated>14/04/2026</LastUpdated>"                                       \
    "<DateDesignated>25/01/2001</DateDesignated><UniqueID>AFG9006</UniqueID>"                  \
    "<OFSIGroupID>7172</OFSIGroupID><UNReferenceNumber>TAi.902</UNReferenceNumber>"            \
    "<Names><Name><Name1>Jane</Name1><Name2>Mary</Name2><Name6>ROE</Name6>"                    \
    "<NameType>Primary Name Variation</NameType></Name>"                                       \
    "<Name><Name1>JANE</Name1><Name6>ROE</Name6><NameType>Primary name</NameType></Name>"      \
    "<Name><Name6>Haji Jane</Name6><NameType>ALias</NameType>"                                 \
    "<AliasStrength>Good quality a.k.a</AliasStrength></Name>"                                 \
    "<Name><Name6>JJ</Name6><NameType>Alias</NameType>"                                        \
    "<AliasStrength>Low quality a.k.a</AliasStrength></Name>"                                  \
    "<Name><NameType>Alias</NameType></Name></Names>"                                          \
    "<NonLatinNames><NonLatinName><NameNonLatinScript>جين</NameNonLatinScript>"             \
    "</NonLatinName><NonLatinName><NameNonLatinScript>Джейн</NameNonLatinScript>"         \
    "<NonLatinScriptType>Cyrillic</NonLatinScriptType>"                                        \
    "<NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>"  \
    "<Titles><Title>Mullah</Title><Title>Haji</Title></Titles>"                                \
    "<RegimeName>The Afghanistan Regulations</RegimeName>"                                     \
    "<IndividualEntityShip>Individual</IndividualEntityShip>"                                  \
    "<DesignationSource>UK|UN</DesignationSource>"                                             \
    "<SanctionsImposed>Asset freeze|Travel Ban|Prohibition of port entry|Singing ban"          \
    "</SanctionsImposed><SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze>"           \
    "<Deflag>false</Deflag></SanctionsImposedIndicators>"                                      \
    "<OtherInformation>Of interest; see ENT9001.</OtherInformation>"                           \
    "<UKStatementofReasons>Works for ACME (ENT9001) and ZZZ9999.</UKStatementofReasons>"       \
    "<Addresses><Address><AddressLine1>1 Main</AddressLine1><AddressLine6>Kabul"               \
    "</AddressLine6><AddressPostalCode>1001</AddressPostalCode>"                               \
    "<AddressCountry>Afghanistan</AddressCountry></Address>"                                   \
    "<Address><AddressCountry>Pakistan</AddressCountry></Address></Addresses>"                 \
    "<IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB></DOBs>"   \
    "<PassportDetails><Passport><PassportNumber>P 1</PassportNumber>"                          \
    "<PassportAdditionalInformation>Afghanistan passport</PassportAdditionalInformation>"      \
    "</Passport><Passport><PassportNumber>P 2</PassportNumber></Passport></PassportDetails>"   \
    "<NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>12345"           \
    "</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails>"             \
    "<Nationalities><Nationality>(1) Afghanistan. (2) Pakistan.</Nationality></Nationalities>" \
    "<Positions><Position>Minister</Position></Positions><Genders><Gender>Female</Gender>"     \
    "</Genders><BirthDetails><Location><TownOfBirth>Lakhi</TownOfBirth>"                       \
    "<CountryOfBirth>Afghanistan</CountryOfBirth></Location></BirthDetails>"                   \
    "<ShoeSize>44</ShoeSize></Individual></IndividualDetails></Designation>\n"
#define FIRM                                                                                   \
    "<Designation><UniqueID>ENT9001</UniqueID><Names><Name><Name6>ACME Ltd.</Name6>"           \
    "<NameType>Primary Name</NameType></Name></Names>"                                         \
    "<IndividualEntityShip>Entity</IndividualEntityShip><RegimeName>Anvils</RegimeName>"       \
    "<EntityDetails><Entity><TypeOfEntities><TypeOfEntity>Forge</TypeOfEntity>"                \
    "</TypeOfEntities><BusinessRegistrationNumbers><BusinessRegistrationNumber>INN: "          \
    "7707083893</BusinessRegistrationNumber><BusinessRegistrationNumber>BR-99"                 \
    "</BusinessRegistrationNumber></BusinessRegistrationNumbers>"                              \
    "<ParentCompanies><ParentCompany>Nobody Known</ParentCompany></ParentCompanies>"           \
    "<Subsidiaries><Subsidiary>ANVIL  ships</Subsidiary></Subsidiaries></Entity>"              \
    "</EntityDetails><PhoneNumbers><PhoneNumber>+44 1</PhoneNumber></PhoneNumbers>"            \
    "<EmailAddresses><EmailAddress>a@example.org</EmailAddress></EmailAddresses>"              \
    "<Websites><Website>http://example.org</Website></Websites></Designation>\n"               \
    "<Designation><UniqueID>ENT9002</UniqueID><Names><Name><Name6>Anvil Ships</Name6>"         \
    "<NameType>Primary Name</NameType></Name></Names>"                                         \
    "<IndividualEntityShip>Entity</IndividualEntityShip></Designation>\n"
#define SHIP                                                                                   \
    "<Designation><UniqueID>SHP9001</UniqueID><Names><Name><Name6>Petrel</Name6>"              \
    "<NameType>Primary name</NameType></Name></Names>"                                         \
    "<IndividualEntityShip>Ship</IndividualEntityShip>"                                        \
    "<UKStatementofReasons>Petrel (IMO: 9058713) sailed.</UKStatementofReasons>"               \
    "<ShipDetails><Ship><CurrentOwnerOperators><CurrentOwnerOperator>Acme ltd"                 \
    "</CurrentOwnerOperator></CurrentOwnerOperators><PreviousOwnerOperators>"                  \
    "<PreviousOwnerOperator>Anvil Ships</PreviousOwnerOperator></PreviousOwnerOperators>"      \
    "<CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros"                           \
    "</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips><PreviousFlags><PreviousFlag>"   \
    "India</PreviousFlag></PreviousFlags><TypeOfShipDetails><TypeOfShip>Bulk Carrier"          \
    "</TypeOfShip></TypeOfShipDetails><TonnageOfShipDetails><TonnageOfShip>7078"               \
    "</TonnageOfShip></TonnageOfShipDetails><LengthOfShipDetails><LengthOfShip>100m"           \
    "</LengthOfShip></LengthOfShipDetails><YearsBuilt><YearBuilt>2011</YearBuilt>"             \
    "</YearsBuilt></Ship></ShipDetails></Designation>\n"                                       \
    "<Designation><UniqueID>SHP9002</UniqueID><Names><Name><Name6>Auk</Name6></Name></Names>"  \
    "<IndividualEntityShip>Ship</IndividualEntityShip><ShipDetails><Ship><IMONumbers>"         \
    "<IMONumber>IMO9319882</IMONumber></IMONumbers></Ship></ShipDetails>"                      \
    "<OtherInformation>Sister of IMO 9058713.</OtherInformation></Designation>\n"
#define REFUSED                                                                                \
    "<Designation><Names><Name><Name6>Without</Name6></Name></Names></Designation>"            \
    "<Designation><UniqueID>NON9001</UniqueID></Designation>"
#define END "</Designations>\n"

static const char LIST[] = HEAD PERSON FIRM SHIP REFUSED END;

static void read_list(struct list_case *c, const char *role, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, role, bytes);
    assert_int_equal(list_case_read(c, &UK_SANCTIONS, "gb_fcdo_sanctions"), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_uk__reads_a_person(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:AFG9006|Person|name|JANE ROE|",
        "uk:AFG9006|Person|alias|Jane Mary ROE|",
        "uk:AFG9006|Person|alias|Haji Jane|",
        "uk:AFG9006|Person|weakAlias|JJ|",
        "uk:AFG9006|Person|alias|جين|original",
        "uk:AFG9006|Person|alias|Джейн|Cyrillic, Russian",
        "uk:AFG9006|Person|firstName|Jane|",
        "uk:AFG9006|Person|secondName|Mary|",
        "uk:AFG9006|Person|lastName|ROE|",
        "uk:AFG9006|Person|title|Mullah|",
        "uk:AFG9006|Person|title|Haji|",
        "uk:AFG9006|Person|birthDate|1945|",
        "uk:AFG9006|Person|birthDate|1958-03-01|",
        "uk:AFG9006|Person|birthPlace|Lakhi, Afghanistan|",
        "uk:AFG9006|Person|birthCountry|af|",
        "uk:AFG9006|Person|nationality|af|",
        "uk:AFG9006|Person|nationality|pk|",
        "uk:AFG9006|Person|gender|female|",
        "uk:AFG9006|Person|position|Minister|",
        "uk:AFG9006|Person|passportNumber|P1|af",
        "uk:AFG9006|Person|notes|P 1: Afghanistan passport|",
        "uk:AFG9006|Person|passportNumber|P2|",
        "uk:AFG9006|Person|idNumber|12345|",
        "uk:AFG9006|Person|address|1 Main, Kabul, 1001, Afghanistan|",
        "uk:AFG9006|Person|country|pk|",
        "uk:AFG9006|Person|uniscId|TAI902|",
        "!warning|empty_name|3||Alias",
        "!unmapped|element|3||Designation/IndividualDetails/Individual/ShoeSize",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

static void test_uk__reads_the_sanction(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:AFG9006|Person|programId|The Afghanistan Regulations|",
        "uk:AFG9006|Person|createdAt|2001-01-25|",
        "uk:AFG9006|Person|modifiedAt|2026-04-14|",
        "uk:AFG9006|Person|measures|asset_freeze|",
        "uk:AFG9006|Person|measures|travel_ban|",
        "uk:AFG9006|Person|measures|port_entry|",
        "uk:AFG9006|Person|notes|Of interest; see ENT9001.|",
        "uk:AFG9006/sanction|Sanction|entity|uk:AFG9006|",
        "uk:AFG9006/sanction|Sanction|authority|United Nations Security Council|",
        "uk:AFG9006/sanction|Sanction|authorityId|AFG9006|",
        "uk:AFG9006/sanction|Sanction|authorityId|7172|ofsi",
        "uk:AFG9006/sanction|Sanction|authorityId|TAi.902|un",
        "uk:AFG9006/sanction|Sanction|listingDate|2001-01-25|",
        "uk:AFG9006/sanction|Sanction|provisions|Travel Ban|",
        "uk:AFG9006/sanction|Sanction|reason|Works for ACME (ENT9001) and ZZZ9999.|",
        "!warning|unknown_measure|3||Singing ban",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "uk:AFG9006|Person|measures|shipping|"));
    list_case_end(&c);
}

static void test_uk__reads_firms_and_ships(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:ENT9001|Organization|name|ACME Ltd.|",
        "uk:ENT9001|Organization|classification|Forge|",
        "uk:ENT9001|Organization|innCode|7707083893|",
        "uk:ENT9001|Organization|registrationNumber|BR99|",
        "uk:ENT9001|Organization|notes|Parent company: Nobody Known|",
        "uk:ENT9001|Organization|phone|+44 1|",
        "uk:ENT9001|Organization|email|a@example.org|",
        "uk:ENT9001|Organization|website|http://example.org|",
        "uk:SHP9001|Vessel|name|Petrel|",
        "uk:SHP9001|Vessel|imoNumber|9058713|",
        "uk:SHP9001|Vessel|flag|km|",
        "uk:SHP9001|Vessel|pastFlags|in|",
        "uk:SHP9001|Vessel|type|Bulk Carrier|",
        "uk:SHP9001|Vessel|tonnage|7078|",
        "uk:SHP9001|Vessel|notes|Length of ship: 100m|",
        "uk:SHP9001|Vessel|notes|Current owner or operator: Acme ltd|",
        "uk:SHP9001|Vessel|buildDate|2011|",
        "uk:SHP9002|Vessel|imoNumber|9319882|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_false(list_case_says(&c, "uk:SHP9002|Vessel|imoNumber|9058713|"));
    list_case_end(&c);
}

static void test_uk__links_designations(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:ENT9001/subsidiary/ENT9002|Ownership|owner|uk:ENT9001|",
        "uk:ENT9001/subsidiary/ENT9002|Ownership|asset|uk:ENT9002|",
        "uk:SHP9001/owner/ENT9001|Ownership|asset|uk:SHP9001|",
        "uk:SHP9001/owner/ENT9001|Ownership|owner|uk:ENT9001|",
        "uk:SHP9001/former-owner/ENT9002|UnknownLink|subject|uk:SHP9001|",
        "uk:AFG9006/named/ENT9001|UnknownLink|object|uk:ENT9001|",
        "uk:AFG9006/named/ENT9001|UnknownLink|role|Named in the statement of reasons|",
    };
    struct list_case c;
    read_list(&c, "xml", slice_of(LIST), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.entities, 2 * 5 + 4);
    assert_int_equal(c.snap.counts.records, 7);
    assert_int_equal(c.snap.counts.read, 5);
    assert_int_equal(c.snap.counts.refused, 2);
    list_case_end(&c);
}

static void test_uk__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof LIST - sizeof "</Designations>\n"; n += 97) {
        struct list_case c;
        read_list(&c, "xml", (struct slice){LIST, n}, ERR_CUT);
        list_case_end(&c);
    }
}

/* ---- CSV ---- */

#define REPORT "Report Date: 24-Jun-2026\n"
#define COLUMNS                                                                                \
    "Last Updated,Unique ID,UN Reference Number,Name 6,Name 1,Name type,Name non-latin "       \
    "script,Regime Name,\"Individual, Entity, Ship\",Sanctions Imposed,Address Line "          \
    "6,Address Country,D.O.B,Nationality(/ies),Parent company,Favourite colour\n"
#define ROWS                                                                                   \
    "14/04/2026,AFG9006,TAi.902,ROE,JANE,Primary Name,جين,Anvils,Individual,Asset "         \
    "freeze|Travel Ban,Kabul,Afghanistan,dd/mm/1945,Afghanistan,,\n"                           \
    "14/04/2026,AFG9006,TAi.902,ROE,Jane M,Alias,,Anvils,Individual,Asset freeze|Travel "      \
    "Ban,Herat,Afghanistan,01/03/1958,Afghanistan,,\n"                                         \
    "14/04/2026,ENT9001,,ACME,,Primary Name,,Anvils,Entity,Asset freeze,,,,,Jane ROE,\n"       \
    "14/04/2026,ENT9002,,Anvil,,Primary Name,,Anvils,Entity,Asset freeze,,,,,ACME,\n"

static void test_uk__reads_the_csv_form(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:AFG9006|Person|name|JANE ROE|",
        "uk:AFG9006|Person|alias|Jane M ROE|",
        "uk:AFG9006|Person|alias|جين|original",
        "uk:AFG9006|Person|birthDate|1945|",
        "uk:AFG9006|Person|birthDate|1958-03-01|",
        "uk:AFG9006|Person|address|Kabul, Afghanistan|",
        "uk:AFG9006|Person|address|Herat, Afghanistan|",
        "uk:AFG9006|Person|measures|travel_ban|",
        "uk:AFG9006|Person|uniscId|TAI902|",
        "uk:ENT9002/parent/ENT9001|Ownership|owner|uk:ENT9001|",
        "uk:ENT9002/parent/ENT9001|Ownership|asset|uk:ENT9002|",
        "!unmapped|column|0||Favourite colour",
    };
    struct list_case c;
    read_list(&c, "csv", SLICE(REPORT COLUMNS ROWS), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 3);
    list_case_end(&c);
    read_list(&c, "csv", SLICE(COLUMNS ROWS), 0);
    assert_int_equal(c.snap.counts.read, 3);
    list_case_end(&c);
    read_list(&c, "csv", SLICE(REPORT COLUMNS ROWS "14/04/2026,ENT"), ERR_CUT);
    list_case_end(&c);
}

static void test_uk__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {.name = "anything", .head = slice_of(LIST)};
    assert_string_equal(UK_SANCTIONS.recognise(&probe), "xml");
    assert_true(UK_SANCTIONS.date(&probe, date));
    assert_string_equal(date, "2026-08-22");
    probe.head = SLICE(REPORT COLUMNS);
    assert_string_equal(UK_SANCTIONS.recognise(&probe), "csv");
    assert_true(UK_SANCTIONS.date(&probe, date));
    assert_string_equal(date, "2026-06-24");
    probe.head = SLICE(COLUMNS ROWS);
    assert_string_equal(UK_SANCTIONS.recognise(&probe), "csv");
    assert_false(UK_SANCTIONS.date(&probe, date));
    probe.head = SLICE("a,b\n1,2\n");
    assert_null(UK_SANCTIONS.recognise(&probe));
}

/* Names: those of each designation put together, counted once by a script; 26 are empty. */
static void test_uk__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "uk:RUS0251|Person|name|Vladimir Vladimirovich PUTIN|",
        "uk:RUS0251|Person|alias|владимир владимирович путин|original",
        "uk:RUS2178|Vessel|imoNumber|9288899|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "uk/REBUILT_uk_sanctions_list_2026-08-22.xml.gz")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xml", path);
    assert_int_equal(list_case_read(&c, &UK_SANCTIONS, "gb_fcdo_sanctions"), 0);
    assert_int_equal(c.snap.counts.records, 6349);
    assert_int_equal(c.snap.counts.read, 6349);
    assert_int_equal(c.snap.counts.names, 19555);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_uk__reads_a_person),
        cmocka_unit_test(test_uk__reads_the_sanction),
        cmocka_unit_test(test_uk__reads_firms_and_ships),
        cmocka_unit_test(test_uk__links_designations),
        cmocka_unit_test(test_uk__knows_a_list_that_is_cut),
        cmocka_unit_test(test_uk__reads_the_csv_form),
        cmocka_unit_test(test_uk__is_recognised_with_its_date),
        cmocka_unit_test(test_uk__reads_the_real_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
