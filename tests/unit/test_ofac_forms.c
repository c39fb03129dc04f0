/* OFAC's Advanced and Enhanced XML: the same parties must come out of both. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"
#include "ofac_enhanced_sample.h"

static struct buf enhanced;
static struct buf advanced;
static struct buf advanced_new; /* in the other namespace */

static int make_samples(void **state)
{
    (void)state;
    static const char OLD_SPACE[] = "http://www.un.org/sanctions/1.0";
    ofac_sample("enhanced", &enhanced);
    ofac_sample("advanced", &advanced);
    struct slice list = buf_slice(&advanced);
    size_t at = slice_find(list, 0, OLD_SPACE);
    assert_true(at < list.n);
    buf_init(&advanced_new, 1 << 20);
    buf_add(&advanced_new, slice_cut(list, 0, at));
    buf_add_text(&advanced_new, "https://sanctionslistservice.ofac.treas.gov/api/"
                                "PublicationPreview/exports/ADVANCED_XML");
    buf_add(&advanced_new, slice_cut(list, at + strlen(OLD_SPACE), list.n));
    return 0;
}

static int release_samples(void **state)
{
    (void)state;
    buf_release(&enhanced);
    buf_release(&advanced);
    buf_release(&advanced_new);
    return 0;
}

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "sdn", bytes);
    assert_int_equal(list_case_read(c, &OFAC_SDN, "us_ofac_sdn"), expected);
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

/* ---- made-up parties ---- */

/* What each form must make of the three parties. */
static const char *const PARTIES[] = {
    "ofac:7|Person|name|DOE, Jane Mary|",
    "ofac:7|Person|lastName|DOE|",
    "ofac:7|Person|firstName|Jane Mary|",
    "ofac:7|Person|middleName|Mary|",
    "ofac:7|Person|alias|ДОУ, Джейн|Cyrillic",
    "ofac:7|Person|alias|ROE, Jane|",
    "ofac:7|Person|alias|NOW|",
    "ofac:7|Person|weakAlias|JJ|",
    "ofac:7|Person|previousName|POE, J.|",
    "ofac:7|Person|previousName|PP|f.k.a.",
    "ofac:7|Person|title|Minister of Oil|",
    "ofac:7|Person|position|Minister of Oil|",
    "ofac:7|Person|birthDate|1984-01-08|",
    "ofac:7|Person|birthDate|1961~|",
    "ofac:7|Person|birthDate|1958/1963|",
    "ofac:7|Person|birthPlace|Homs, Syria|",
    "ofac:7|Person|birthCountry|sy|",
    "ofac:7|Person|nationality|kp|",
    "ofac:7|Person|citizenship|ir|",
    "ofac:7|Person|gender|female|",
    "ofac:7|Person|passportNumber|A123|ir",
    "ofac:7|Person|address|1 Main St, Flat 2, Homs, Homs Gov 99, Syria|",
    "ofac:7|Person|country|iq|",
    "ofac:7|Person|notes|HAMAS - Gaza|",
    "ofac:7|Person|programId|SDGT|",
    "ofac:7|Person|topics|sanction|",
    "ofac:7|Person|measures|asset_freeze|",
    "ofac:7/sanction|Sanction|entity|ofac:7|",
    "ofac:7/sanction|Sanction|program|SDN List|",
    "ofac:7/sanction|Sanction|programId|SDGT|",
    "ofac:7/sanction|Sanction|listingDate|2014-10-10|SDN List",
    "ofac:7/sanction|Sanction|reason|Executive Order 13224 (Terrorism)|",
    "ofac:7/sanction|Sanction|provisions|Block|",
    "ofac:7/sanction|Sanction|provisions|Secondary sanctions risk: See E.O.|",
    "ofac:7/wallet/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|CryptoWallet|currency|XBT|",
    "ofac:8|Organization|name|ACME S.A.|",
    "ofac:9|Vessel|name|ANA I|",
    "ofac:9|Vessel|imoNumber|9187629|",
    "ofac:9|Vessel|callSign|T2EU4|",
    "ofac:9|Vessel|type|Tanker|",
    "ofac:9|Vessel|flag|ir|",
    "ofac:9|Vessel|tonnage|99,144|",
    "ofac:9|Vessel|grossRegisteredTonnage|56,068|",
    "ofac:9|Vessel|notes|Owner: ACME S.A.|",
    "ofac:9/owner/8|Ownership|asset|ofac:9|",
    "ofac:9/owner/8|Ownership|owner|ofac:8|",
    "ofac:9/owner/8|Ownership|role|Owned or Controlled By|High",
};

static void check_parties(struct slice bytes, const char *passport)
{
    struct list_case c;
    read_list(&c, bytes, 0);
    CHECK_LINES(&c, PARTIES);
    check_lines(&c, &passport, 1);
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 3);
    for (size_t i = 0; i < REMARK_KINDS; i++) {
        assert_int_equal(c.snap.counts.remarks[i], 0);
    }
    list_case_end(&c);
}

static void test_ofac_forms__agree_on_made_up_parties(void **state)
{
    (void)state;
    /* Nobody knows the country by the Advanced file's name, so that its code stands there. */
    check_parties(buf_slice(&enhanced),
                  "ofac:7|Person|notes|Passport A123 (Iran) expires 2003|");
    check_parties(buf_slice(&advanced), "ofac:7|Person|notes|Passport A123 (IR) expires 2003|");
    check_parties(buf_slice(&advanced_new),
                  "ofac:7|Person|notes|Passport A123 (IR) expires 2003|");
}

/* clang-format off */
static const char NAMED[] =
    EN_ENHANCED("SDN List")
    EN_ENTITY("7", "", EN_GENERAL("Individual") EN_LISTED("SDN List", "SDGT", "Block")
              EN_NAMES("true", "", "", "%s"))
    EN_END;
static const char RELATED[] =
    EN_ENHANCED("SDN List")
    EN_ENTITY("8", "", EN_FIRM("SDN List", "SDGT", "Block")
              "<relationships><relationship><type>%s</type><relatedEntity entityId=\"7\">X"
              "</relatedEntity></relationship></relationships>")
    EN_END;
static const char UNKNOWN[] =
    EN_ENHANCED("SDN List")
    EN_ENTITY("8", "", EN_GENERAL("Entity") EN_LISTED("FSE List", "FSE-IR", "Reject")
              EN_NAMES("true", "", "", EN_PART("Tribe", "A"))
              "<features>" EN_FEATURE("Shoe Size", "41") "</features><hobbies/>")
    "</entities><news/></sanctionsData>";
/* clang-format on */

/* The list with `part` in the place that it leaves open; one line of what is read. */
static void check_list(const char *list, const char *part, const char *line)
{
    struct buf made;
    struct list_case c;
    struct slice whole = slice_of(list);
    size_t at = slice_find(whole, 0, "%s");
    buf_init(&made, 1 << 16);
    buf_add(&made, slice_cut(whole, 0, at));
    buf_add_text(&made, part);
    buf_add(&made, slice_cut(whole, at + 2, whole.n));
    read_list(&c, buf_slice(&made), 0);
    check_lines(&c, &line, 1);
    list_case_end(&c);
    buf_release(&made);
}

static void test_ofac_forms__put_names_together(void **state)
{
    (void)state;
    static const struct {
        const char *parts;
        const char *line;
    } CASES[] = {
        {EN_PART("First Name", "Francisco") EN_PART("Matronymic", "CASADO")
             EN_PART("Middle Name", "Javier") EN_PART("Patronymic", "D'AGOSTINO"),
         "ofac:7|Person|name|D'AGOSTINO CASADO, Francisco Javier|"},
        {EN_PART("Last Name", "IVANOV") EN_PART("Patronymic", "Petrovich")
             EN_PART("First Name", "Ivan"),
         "ofac:7|Person|name|IVANOV, Ivan Petrovich|"},
        {EN_PART("Last Name", "ROE") EN_PART("Maiden Name", "DOE"),
         "ofac:7|Person|name|ROE DOE|"},
        {EN_PART("Nickname", "Sweet"), "ofac:7|Person|name|Sweet|"},
        {EN_PART("Tribe", "KHALIL"), "ofac:7|Person|name|KHALIL|"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        check_list(NAMED, CASES[i].parts, CASES[i].line);
    }
}

static void test_ofac_forms__make_links_by_relation(void **state)
{
    (void)state;
    static const struct {
        const char *relation;
        const char *line;
    } CASES[] = {
        {"Owned or Controlled By", "ofac:8/owner/7|Ownership|owner|ofac:7|"},
        {"Owns, controls, or operates", "ofac:8/owns/7|Ownership|asset|ofac:7|"},
        {"Leader or official of", "ofac:8/director/7|Directorship|organization|ofac:7|"},
        {"Family member of", "ofac:8/family/7|Family|relationship|Family member of|"},
        {"Acting for or on behalf of", "ofac:8/agent/7|Representation|client|ofac:7|"},
        {"Associate Of", "ofac:8/associate/7|UnknownLink|object|ofac:7|"},
        {"Sworn at by", "ofac:8/related/7|UnknownLink|role|Sworn at by|"},
        {"Sworn at by", "!unmapped|relation|1||Sworn at by"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        check_list(RELATED, CASES[i].relation, CASES[i].line);
    }
}

static void test_ofac_forms__report_what_they_do_not_know(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "!unmapped|element|1||entities/entity/hobbies",
        "!unmapped|element|1||news",
        "!unmapped|name_part|1||Tribe",
        "!unmapped|feature|1||Shoe Size",
        "!warning|other_list|1||parties that are not on the SDN list",
        "ofac:8|Organization|notes|Shoe Size 41|",
    };
    struct list_case c;
    read_list(&c, slice_of(UNKNOWN), 0);
    CHECK_LINES(&c, LINES);
    list_case_end(&c);
}

static void test_ofac_forms__refuse_what_is_cut(void **state)
{
    (void)state;
    const struct slice lists[] = {buf_slice(&enhanced), buf_slice(&advanced)};
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        for (size_t n = 300; n < lists[k].n; n += 211) {
            struct list_case c;
            read_list(&c, slice_cut(lists[k], 0, n), ERR_CUT);
            list_case_end(&c);
        }
    }
}

/* ---- recognising ---- */

static const char *role_of(const struct list_reader *reader, const char *name,
                           struct slice head)
{
    struct list_probe probe = {.name = name, .head = head};
    return reader->recognise(&probe);
}

static void test_ofac_forms__are_known_by_content(void **state)
{
    (void)state;
    static const char CONS[] = EN_ENHANCED("Consolidated List") EN_END;
    static const char DELTA[] =
        EN_DELTA EN_ENTITY("7", " action=\"add\"", EN_FIRM("SDN List", "SDGT", "Block")) EN_END;
    assert_string_equal(role_of(&OFAC_SDN, "X.XML", buf_slice(&enhanced)), "sdn");
    assert_null(role_of(&OFAC_CONS, "X.XML", buf_slice(&enhanced)));
    assert_string_equal(role_of(&OFAC_CONS, "SDN_ENHANCED", slice_of(CONS)), "sdn");
    assert_string_equal(role_of(&OFAC_SDN, "sdn_advanced.xml", buf_slice(&advanced)), "sdn");
    assert_string_equal(role_of(&OFAC_CONS, "cons_advanced.xml", buf_slice(&advanced_new)),
                        "sdn");
    assert_null(role_of(&OFAC_SDN, "cons_advanced.xml", buf_slice(&advanced)));
    assert_string_equal(role_of(&OFAC_SDN, "2025-01-13_delta.xml", slice_of(DELTA)), "delta");
    assert_null(role_of(&OFAC_CONS, "2025-01-13_delta.xml", slice_of(DELTA)));
    assert_null(role_of(&OFAC_SDN, "sdn_advanced.xml",
                        SLICE("<xsd:schema><xsd:element name=\"Sanctions\"/></xsd:schema>")));
}

static void test_ofac_forms__say_their_dates(void **state)
{
    (void)state;
    static const char DELTA[] = EN_DELTA EN_END;
    const struct {
        struct slice head;
        const char *date;
    } cases[] = {{buf_slice(&enhanced), "2025-01-10"},
                 {buf_slice(&advanced), "2020-03-17"},
                 {slice_of(DELTA), "2025-01-13"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char date[LIST_DATE_TEXT];
        struct list_probe probe = {.name = "", .head = cases[i].head};
        assert_true(OFAC_SDN.date(&probe, date));
        assert_string_equal(date, cases[i].date);
    }
}

/* ---- the real files ---- */

/* Counts by grep and python over the files. */
static void test_ofac_forms__read_the_real_lists(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        const char *role;
        uint64_t records;
        const char *lines[4];
    } REAL[] = {
        {"us_ofac/consolidated/cons_advanced-2025-07.xml",
         "sdn",
         375,
         {"ofac:9639|Person|name|HANIYA, Ismail Abdul Salah|",
          "ofac:9639|Person|birthDate|1962|",
          "ofac:18267/owner/17022|Ownership|owner|ofac:17022|",
          "ofac:9639/sanction|Sanction|listingDate|2006-04-12|Non-SDN Palestinian Legislative "
          "Council List"}},
        {"us_ofac/consolidated/CONS_ENHANCED-2025-01.zip",
         "sdn",
         443,
         {"ofac:17013|Organization|alias|БАНК ВТБ ПАО|Cyrillic",
          "ofac:50476|Person|middleName|Joseph|",
          "ofac:9647/agent/4695|Representation|client|ofac:4695|",
          "ofac:17016|Organization|leiCode|253400WSS48YWMBUA688|"}},
    };
    for (size_t i = 0; i < sizeof REAL / sizeof REAL[0]; i++) {
        char path[512];
        struct list_case c;
        if (!real_list(path, sizeof path, REAL[i].file)) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        list_case_begin(&c);
        list_case_path(&c, REAL[i].role, path);
        assert_int_equal(list_case_read(&c, &OFAC_CONS, "us_ofac_cons"), 0);
        assert_int_equal(c.snap.counts.records, REAL[i].records);
        assert_int_equal(c.snap.counts.read, REAL[i].records);
        for (size_t k = 0; k < REMARK_KINDS; k++) {
            assert_int_equal(c.snap.counts.remarks[k], 0);
        }
        check_lines(&c, REAL[i].lines, 4);
        list_case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac_forms__agree_on_made_up_parties),
        cmocka_unit_test(test_ofac_forms__put_names_together),
        cmocka_unit_test(test_ofac_forms__make_links_by_relation),
        cmocka_unit_test(test_ofac_forms__report_what_they_do_not_know),
        cmocka_unit_test(test_ofac_forms__refuse_what_is_cut),
        cmocka_unit_test(test_ofac_forms__are_known_by_content),
        cmocka_unit_test(test_ofac_forms__say_their_dates),
        cmocka_unit_test(test_ofac_forms__read_the_real_lists),
    };
    return cmocka_run_group_tests(tests, make_samples, release_samples);
}
