/* OFAC's lists in the classic XML form: each kind of element, links by name, the real list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define HEAD                                                                                   \
    "<?xml version=\"1.0\" standalone=\"yes\"?>\n"                                             \
    "<sdnList xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\""
#define OLD_SPACE "http://tempuri.org/sdnList.xsd\">"
#define NEW_SPACE                                                                              \
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML\">"
#define PUBLISHED                                                                              \
    "<publshInformation><Publish_Date>03/04/2025</Publish_Date><Record_Count>4</Record_Count>" \
    "</publshInformation>"
#define PERSON                                                                                 \
    "<sdnEntry><uid>7</uid><firstName>Jane Mary</firstName><lastName>DOE</lastName>"           \
    "<title>Minister of Oil</title><sdnType>Individual</sdnType>"                              \
    "<remarks>HAMAS - Gaza; (Linked To: ACME S.A.; Linked To: NOBODY (OLD))</remarks>"         \
    "<programList><program>SDGT</program><program>IRAN</program></programList>"                \
    "<idList><id><uid>1</uid><idType>Passport</idType><idNumber>A123</idNumber>"               \
    "<idCountry>Iran</idCountry><expirationDate>2003</expirationDate></id>"                    \
    "<id><uid>2</uid><idType>Gender</idType><idNumber>Female</idNumber></id>"                  \
    "<id><uid>3</uid><idType>Digital Currency Address - XBT</idType>"                          \
    "<idNumber>12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h</idNumber></id>"                             \
    "<id><uid>4</uid><idType>Secondary sanctions risk:</idType><idNumber>See E.O.</idNumber>"  \
    "</id><id><uid>5</uid><idType>Shoe Size</idType><idNumber>forty; one</idNumber></id>"      \
    "</idList><akaList>"                                                                       \
    "<aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>ROE</lastName>"  \
    "<firstName>Jane</firstName></aka>"                                                        \
    "<aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>JJ</lastName></"   \
    "aka>"                                                                                     \
    "<aka><uid>3</uid><type>f.k.a.</type><category>strong</category><lastName>POE</lastName>"  \
    "<firstName>J.</firstName></aka>"                                                          \
    "<aka><uid>4</uid><type>f.k.a.</type><category>weak</category><lastName>PP</lastName></"   \
    "aka>"                                                                                     \
    "<aka><uid>5</uid><type>n.k.a.</type><category>strong</category><lastName>NOW</lastName>"  \
    "</aka></akaList>"                                                                         \
    "<addressList><address><uid>1</uid><address1>1 Main St</address1><address2>Flat "          \
    "2</address2>"                                                                             \
    "<city>Homs</city><stateOrProvince>Homs Gov</stateOrProvince><postalCode>99</postalCode>"  \
    "<country>Syria</country></address><address><uid>2</uid><country>Iraq</country></address>" \
    "<address><uid>3</uid><country>undetermined</country></address></addressList>"             \
    "<nationalityList><nationality><uid>1</uid><country>Korea, North</country>"                \
    "<mainEntry>true</mainEntry></nationality></nationalityList>"                              \
    "<citizenshipList><citizenship><uid>1</uid><country>Iran</country><mainEntry>true</"       \
    "mainEntry>"                                                                               \
    "</citizenship></citizenshipList><dateOfBirthList>"                                        \
    "<dateOfBirthItem><uid>1</uid><dateOfBirth>08 Jan 1984</dateOfBirth><mainEntry>true"       \
    "</mainEntry></dateOfBirthItem>"                                                           \
    "<dateOfBirthItem><uid>2</uid><dateOfBirth>circa 1961</dateOfBirth></dateOfBirthItem>"     \
    "<dateOfBirthItem><uid>3</uid><dateOfBirth>1958 to 1963</dateOfBirth></dateOfBirthItem>"   \
    "</dateOfBirthList><placeOfBirthList><placeOfBirthItem><uid>1</uid>"                       \
    "<placeOfBirth>Homs, Syria</placeOfBirth></placeOfBirthItem></placeOfBirthList>"           \
    "<hobbies><hobby>chess</hobby></hobbies></sdnEntry>"
#define FIRM                                                                                   \
    "<sdnEntry><uid>8</uid><lastName>ACME S.A.</lastName><sdnType>Entity</sdnType>"            \
    "<programList><program>IRAN</program></programList></sdnEntry>"
#define SHIP                                                                                   \
    "<sdnEntry><uid>9</uid><lastName>ANA I</lastName><sdnType>Vessel</sdnType>"                \
    "<programList><program>IRAN</program></programList><idList><id><uid>1</uid>"               \
    "<idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id>" \
    "</idList><vesselInfo><callSign>T2EU4</callSign><vesselType>Tanker</vesselType>"           \
    "<vesselFlag>Iran</vesselFlag><vesselOwner>ACME "                                          \
    "S.A.</vesselOwner><tonnage>99,144</tonnage>"                                              \
    "<grossRegisteredTonnage>56,068</grossRegisteredTonnage></vesselInfo></sdnEntry>"
#define NAMELESS "<sdnEntry><uid>10</uid><sdnType>Entity</sdnType></sdnEntry>"
#define END "</sdnList>"

static const char LIST[] = HEAD NEW_SPACE PUBLISHED PERSON FIRM SHIP NAMELESS END;

static void read_list(struct list_case *c, const struct list_reader *reader, struct slice bytes,
                      int expected)
{
    list_case_begin(c);
    list_case_file(c, "sdn", bytes);
    assert_int_equal(list_case_read(c, reader, reader->dataset), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

#define CHECK_LINES(c, lines) check_lines(c, lines, sizeof lines / sizeof lines[0])

static void test_ofac_xml__reads_a_person(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:7|Person|name|DOE, Jane Mary|",
        "ofac:7|Person|lastName|DOE|",
        "ofac:7|Person|firstName|Jane Mary|",
        "ofac:7|Person|title|Minister of Oil|",
        "ofac:7|Person|position|Minister of Oil|",
        "ofac:7|Person|alias|ROE, Jane|",
        "ofac:7|Person|alias|NOW|",
        "ofac:7|Person|weakAlias|JJ|",
        "ofac:7|Person|previousName|POE, J.|",
        "ofac:7|Person|previousName|PP|f.k.a.",
        "ofac:7|Person|birthDate|1984-01-08|",
        "ofac:7|Person|birthDate|1961~|",
        "ofac:7|Person|birthDate|1958/1963|",
        "ofac:7|Person|birthPlace|Homs, Syria|",
        "ofac:7|Person|birthCountry|sy|",
        "ofac:7|Person|nationality|kp|",
        "ofac:7|Person|citizenship|ir|",
        "ofac:7|Person|gender|female|",
        "ofac:7|Person|passportNumber|A123|ir",
        "ofac:7|Person|notes|Passport A123 (Iran) expires 2003|",
        "ofac:7|Person|notes|HAMAS - Gaza|",
        "ofac:7|Person|notes|Shoe Size forty, one|",
        "ofac:7|Person|address|1 Main St, Flat 2, Homs, Homs Gov 99, Syria|",
        "ofac:7|Person|country|sy|",
        "ofac:7|Person|country|iq|",
        "ofac:7|Person|programId|SDGT|",
        "ofac:7|Person|programId|IRAN|",
        "ofac:7|Person|measures|asset_freeze|",
        "ofac:7|Person|topics|sanction|",
        "ofac:7/sanction|Sanction|entity|ofac:7|",
        "ofac:7/sanction|Sanction|programId|SDGT|",
        "ofac:7/sanction|Sanction|provisions|Secondary sanctions risk: See E.O.|",
        "!unmapped|feature|2||Shoe Size",
        "!unmapped|element|2||sdnEntry/hobbies/hobby",
        "!unmapped|element|2||sdnEntry/hobbies",
    };
    struct list_case c;
    read_list(&c, &OFAC_SDN, slice_of(LIST), 0);
    CHECK_LINES(&c, LINES);
    assert_false(list_case_says(&c, "ofac:7|Person|country|undetermined|"));
    list_case_end(&c);
}

static void test_ofac_xml__ties_parties_by_name(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:7/linked/8|UnknownLink|subject|ofac:7|",
        "ofac:7/linked/8|UnknownLink|object|ofac:8|",
        "ofac:7|Person|notes|Linked To: NOBODY (OLD)|",
        "ofac:9/owner/8|Ownership|asset|ofac:9|",
        "ofac:9/owner/8|Ownership|owner|ofac:8|",
        "ofac:7/wallet/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|CryptoWallet|holder|ofac:7|",
        "ofac:7/wallet/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|CryptoWallet|currency|XBT|",
    };
    struct list_case c;
    read_list(&c, &OFAC_SDN, slice_of(LIST), 0);
    CHECK_LINES(&c, LINES);
    assert_false(list_case_says(&c, "ofac:7|Person|notes|Linked To: ACME S.A.*"));
    list_case_end(&c);
}

static void test_ofac_xml__reads_a_ship(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:9|Vessel|name|ANA I|",
        "ofac:9|Vessel|imoNumber|9187629|",
        "ofac:9|Vessel|callSign|T2EU4|",
        "ofac:9|Vessel|type|Tanker|",
        "ofac:9|Vessel|flag|ir|",
        "ofac:9|Vessel|tonnage|99,144|",
        "ofac:9|Vessel|grossRegisteredTonnage|56,068|",
    };
    struct list_case c;
    read_list(&c, &OFAC_SDN, slice_of(LIST), 0);
    CHECK_LINES(&c, LINES);
    list_case_end(&c);
}

static void test_ofac_xml__refuses_records_alone(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, &OFAC_SDN, slice_of(LIST), 0);
    assert_int_equal(c.snap.counts.records, 4);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.refused, 1);
    assert_true(list_case_says(&c, "!refused|no_name|2|ofac:10|*"));
    list_case_end(&c);
    read_list(&c, &OFAC_SDN,
              SLICE(HEAD OLD_SPACE "<sdnEntry><lastName>A</lastName></sdnEntry><sdnEntry>"
                                   "<uid>x1</uid><lastName>B</lastName></sdnEntry>" FIRM END),
              0);
    assert_int_equal(c.snap.counts.read, 1);
    assert_true(list_case_says(&c, "!refused|no_id|2||*"));
    assert_true(list_case_says(&c, "!refused|bad_id|2||*"));
    list_case_end(&c);
}

static void test_ofac_xml__unites_and_numbers_repeated_ids(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, &OFAC_SDN,
              SLICE(HEAD NEW_SPACE FIRM FIRM "<sdnEntry><uid>8</uid><lastName>BETA</lastName>"
                                             "<sdnType>Entity</sdnType></sdnEntry>" END),
              0);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.remarks[REMARK_DUPLICATE], 2);
    assert_true(list_case_says(&c, "ofac:8#2|Organization|name|BETA|"));
    list_case_end(&c);
}

/* A list says how many records it has; one that lost some on the way is well-formed all the
 * same. */
static void test_ofac_xml__says_when_records_are_missing(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, &OFAC_SDN, SLICE(HEAD NEW_SPACE PUBLISHED PERSON FIRM END), 0);
    assert_true(list_case_says(&c, "!warning|record_count|0||*"));
    list_case_end(&c);
    read_list(&c, &OFAC_SDN, slice_of(LIST), 0);
    assert_false(list_case_says(&c, "!warning|record_count|*"));
    list_case_end(&c);
}

static void test_ofac_xml__measures_of_the_other_lists(void **state)
{
    (void)state;
    static const struct {
        const char *program;
        const char *measure;
    } CASES[] = {{"UKRAINE-EO13662", "sectoral"},
                 {"CMIC-EO13959", "capital_market"},
                 {"NS-PLC", "transaction_ban"},
                 {"561-Related", "correspondent_banking"},
                 {"CAATSA - RUSSIA", "menu_based"}};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char list[1024];
        char line[128];
        struct list_case c;
        (void)snprintf(list, sizeof list,
                       HEAD NEW_SPACE "<sdnEntry><uid>8</uid><lastName>A</lastName><sdnType>"
                                      "Entity</sdnType><programList><program>%s</program>"
                                      "</programList></sdnEntry>" END,
                       CASES[i].program);
        (void)snprintf(line, sizeof line, "ofac:8|Organization|measures|%s|", CASES[i].measure);
        read_list(&c, &OFAC_CONS, slice_of(list), 0);
        assert_true(list_case_says(&c, line));
        assert_false(list_case_says(&c, "ofac:8|Organization|measures|asset_freeze|"));
        list_case_end(&c);
    }
}

static void test_ofac_xml__refuses_a_list_that_is_cut(void **state)
{
    (void)state;
    struct list_case c;
    for (size_t n = 200; n < sizeof LIST - 1; n += 97) {
        read_list(&c, &OFAC_SDN, (struct slice){LIST, n}, ERR_CUT);
        assert_true(c.diag.source[0] && c.diag.text[0]);
        list_case_end(&c);
    }
}

/* ---- recognising ---- */

static bool is_list(const struct list_reader *reader, const char *name, const char *head)
{
    struct list_probe probe = {.name = name, .head = slice_of(head)};
    return reader->recognise(&probe) != NULL;
}

#define ENTRY(program)                                                                         \
    HEAD NEW_SPACE "<sdnEntry><programList><program>" program "</program></programList>"

static void test_ofac_xml__is_known_by_content_and_name(void **state)
{
    (void)state;
    /* The name first, then the programmes of the first records. */
    assert_true(is_list(&OFAC_SDN, "sdn.xml", LIST));
    assert_false(is_list(&OFAC_CONS, "sdn.xml", LIST));
    assert_true(is_list(&OFAC_CONS, "consolidated-2025-03-28.xml", LIST));
    assert_false(is_list(&OFAC_SDN, "consolidated-2025-03-28.xml", LIST));
    assert_true(is_list(&OFAC_CONS, "download.xml", ENTRY("NS-PLC")));
    assert_true(is_list(&OFAC_SDN, "download.xml", ENTRY("CUBA")));
    assert_true(is_list(&OFAC_SDN, "sdn.xml", "\xef\xbb\xbf<!-- <a> --><sdnList>"));
    /* Other things that are called so. */
    assert_false(is_list(&OFAC_SDN, "sdn.xml", "<rss version=\"0.92\"><title>sdnList</title>"));
    assert_false(is_list(&OFAC_SDN, "sdn.xml", "<!-- <sdnList> -->"));
    assert_false(is_list(&OFAC_SDN, "sdn.xml", ""));
    assert_false(is_list(&OFAC_SDN, "sdn.xml", "<"));
}

static void test_ofac_xml__says_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT] = "?";
    struct list_probe probe = {.name = "sdn.xml", .head = slice_of(LIST)};
    assert_true(OFAC_SDN.date(&probe, date));
    assert_string_equal(date, "2025-03-04");
    static const char *const BAD[] = {"<sdnList>", "<sdnList><Publish_Date>",
                                      "<sdnList><Publish_Date>31/12/2025</Publish_Date>",
                                      "<sdnList><Publish_Date>12/2025</Publish_Date>"};
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        probe.head = slice_of(BAD[i]);
        assert_false(OFAC_SDN.date(&probe, date));
        assert_string_equal(date, "2025-03-04");
    }
}

/* ---- the real list: counts by grep and python ---- */

static void test_ofac_xml__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:9639|Person|name|HANIYA, Ismail Abdul Salah|",
        "ofac:9639|Person|alias|HANIYYA, Ismaeel|",
        "ofac:9639|Person|birthDate|1962|",
        "ofac:9639|Person|measures|transaction_ban|",
        "ofac:17016|Organization|previousName|GAZPROMBANK OPEN JOINT STOCK COMPANY|",
        "ofac:17016|Organization|innCode|7744001497|ru",
        "ofac:17016|Organization|leiCode|253400WSS48YWMBUA688|",
        "ofac:17016|Organization|address|16 Nametkina Street, Bldg. 1, Moscow 117420, Russia|",
        "ofac:50476|Person|weakAlias|Sweet Micky|",
        "ofac:50476|Person|birthDate|1961-02-12|",
        "ofac:50476|Person|idNumber|0032768386|ht",
        "ofac:18267/linked/17022|UnknownLink|object|ofac:17022|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "us_ofac/consolidated/consolidated-2025-03-28.xml")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "sdn", path);
    assert_int_equal(list_case_read(&c, &OFAC_CONS, "us_ofac_cons"), 0);
    assert_int_equal(c.snap.counts.records, 443);
    assert_int_equal(c.snap.counts.read, 443);
    for (size_t i = 0; i < REMARK_KINDS; i++) {
        assert_int_equal(c.snap.counts.remarks[i], 0);
    }
    CHECK_LINES(&c, LINES);
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac_xml__reads_a_person),
        cmocka_unit_test(test_ofac_xml__ties_parties_by_name),
        cmocka_unit_test(test_ofac_xml__reads_a_ship),
        cmocka_unit_test(test_ofac_xml__refuses_records_alone),
        cmocka_unit_test(test_ofac_xml__unites_and_numbers_repeated_ids),
        cmocka_unit_test(test_ofac_xml__says_when_records_are_missing),
        cmocka_unit_test(test_ofac_xml__measures_of_the_other_lists),
        cmocka_unit_test(test_ofac_xml__refuses_a_list_that_is_cut),
        cmocka_unit_test(test_ofac_xml__is_known_by_content_and_name),
        cmocka_unit_test(test_ofac_xml__says_its_date),
        cmocka_unit_test(test_ofac_xml__reads_the_real_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
