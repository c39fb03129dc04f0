/* OFAC's CSV files: every kind of row, remarks in all their forms, and the real lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

/* One made-up row with these remarks. */
static void read_remarks(struct list_case *c, const char *type, const char *remarks)
{
    char row[4096];
    int n = snprintf(row, sizeof row,
                     "7,\"DOE, Jane\",\"%s\",\"SDGT] [IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
                     ",\"%s\"\r\n8,\"ACME S.A.\",-0- ,\"IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
                     ",-0- ,-0- \r\n\x1a",
                     type, remarks);
    list_case_begin(c);
    list_case_file(c, "sdn", (struct slice){row, (size_t)n});
    assert_int_equal(list_case_read(c, &OFAC_SDN_CSV, "us_ofac_sdn"), 0);
}

static void check(const char *type, const char *remarks, const char *line)
{
    struct list_case c;
    read_remarks(&c, type, remarks);
    if (!list_case_says(&c, line)) {
        buf_add_char(&c.said, '\0');
        fail_msg("no '%s' in%s", line, c.said.p);
    }
    list_case_end(&c);
}

static void test_ofac__reads_dates_and_places(void **state)
{
    (void)state;
    check("individual", "DOB 08 Jan 1984.", "ofac:7|Person|birthDate|1984-01-08|");
    check("individual", "DOB circa 1961; alt. DOB 1962.", "ofac:7|Person|birthDate|1961~|");
    check("individual", "DOB circa 1961; alt. DOB 1962.", "ofac:7|Person|birthDate|1962|");
    check("individual", "DOB 1958 to 1963.", "ofac:7|Person|birthDate|1958/1963|");
    check("individual", "DOB Sep 1971.", "ofac:7|Person|birthDate|1971-09|");
    check("individual", "POB Homs, Syria.", "ofac:7|Person|birthPlace|Homs, Syria|");
    check("individual", "POB Homs, Syria.", "ofac:7|Person|birthCountry|sy|");
    check("individual", "nationality Korea, North.", "ofac:7|Person|nationality|kp|");
    check("individual", "citizen Iran; alt. citizen Iraq.", "ofac:7|Person|citizenship|iq|");
    check("individual", "nationality possibly Palestinian.",
          "ofac:7|Person|nationality|ps|possibly");
    check("individual", "nationality Atlantis.", "ofac:7|Person|notes|nationality Atlantis|");
    check("individual", "Gender Female.", "ofac:7|Person|gender|female|");
    check("individual", "DOB a long time ago.", "ofac:7|Person|notes|DOB a long time ago|");
}

static void test_ofac__reads_documents(void **state)
{
    (void)state;
    check("individual", "Passport 1084010 (Egypt).", "ofac:7|Person|passportNumber|1084010|eg");
    check("individual", "Passport A1 23 (Iran) issued 1999 expires 2003.",
          "ofac:7|Person|passportNumber|A123|ir");
    check("individual", "Passport A123 (Iran) expires 2003.",
          "ofac:7|Person|notes|Passport A123 (Iran) expires 2003|");
    check("individual", "alt. National ID No. 216040 (Yemen).",
          "ofac:7|Person|idNumber|216040|ye");
    check("individual", "SSN 523-33-8386 (United States).",
          "ofac:7|Person|socialSecurityNumber|523338386|us");
    check("-0-", "NIT # 16215230-1 (Colombia).", "ofac:7|Organization|taxNumber|162152301|co");
    check("-0-", "Tax ID No. 7707083893 (Russia).",
          "ofac:7|Organization|innCode|7707083893|ru");
    check("-0-", "Tax ID No. 7707083894 (Russia).",
          "ofac:7|Organization|taxNumber|7707083894|ru");
    check("-0-", "Registration Number 1027700132195 (Russia).",
          "ofac:7|Organization|ogrnCode|1027700132195|ru");
    check("-0-", "Government Gazette Number 00032537 (Russia).",
          "ofac:7|Organization|okpoCode|00032537|ru");
    check("-0-", "SWIFT/BIC HAVIGB2L.", "ofac:7|Organization|swiftBic|HAVIGB2L|");
    check("-0-", "SWIFT/BIC KDBKKPPY; alt. SWIFT/BIC SABRRUMM.",
          "ofac:7|Organization|swiftBic|SABRRUMM|");
    check("-0-", "SWIFT/BIC UNKNOWN.", "ofac:7|Organization|notes|SWIFT/BIC UNKNOWN|");
    check("-0-", "SWIFT/BIC of the bank.", "ofac:7|Organization|notes|SWIFT/BIC of the bank|");
    check("-0-", "D-U-N-S Number 542957624.", "ofac:7|Organization|dunsCode|542957624|");
    check("-0-", "Charity License No. 77123 (Kuwait).",
          "ofac:7|Organization|registrationNumber|77123|kw");
}

static void test_ofac__reads_names_in_remarks(void **state)
{
    (void)state;
    check("individual", "a.k.a. 'HAJI'; DOB 1961.", "ofac:7|Person|weakAlias|HAJI|");
    check("individual", "a.k.a. 'O'NEIL'.", "ofac:7|Person|weakAlias|O'NEIL|");
    check("vessel", "f.k.a. 'ANA I'.", "ofac:7|Vessel|previousName|ANA I|f.k.a.");
}

static void test_ofac__reads_wallets_and_links(void **state)
{
    (void)state;
    static const char WALLET[] =
        "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h.";
    check("individual", WALLET,
          "ofac:7|Person|publicKey|12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|XBT");
    check("individual", WALLET,
          "ofac:7/wallet/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|CryptoWallet|publicKey|"
          "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|XBT");
    check("individual", WALLET,
          "ofac:7/wallet/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|CryptoWallet|holder|ofac:7|");
    check("individual", "Linked To: ACME S.A.", "ofac:7/linked/8|UnknownLink|object|ofac:8|");
    check("individual", "Linked To: NOBODY.", "ofac:7|Person|notes|Linked To: NOBODY|");
}

static void test_ofac__reads_ships_and_aircraft(void **state)
{
    (void)state;
    check("vessel", "Vessel Registration Identification IMO 9187629; MMSI 572469210.",
          "ofac:7|Vessel|imoNumber|9187629|");
    check("vessel", "Former Vessel Flag Malta.", "ofac:7|Vessel|pastFlags|mt|");
    check("vessel", "Vessel Year of Build 1999.", "ofac:7|Vessel|buildDate|1999|");
    check("aircraft", "Aircraft Manufacture Date 01 Mar 1991; Aircraft Model IL-76TD.",
          "ofac:7|Airplane|buildDate|1991-03-01|");
    check("aircraft", "Aircraft Manufacturer's Serial Number (MSN) 1013409297.",
          "ofac:7|Airplane|serialNumber|1013409297|");
    check("aircraft", "Aircraft Tail Number EP-MNA.",
          "ofac:7|Airplane|registrationNumber|EPMNA|");
}

static void test_ofac__makes_party_and_sanction(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:7|Person|name|DOE, Jane|",
        "ofac:7|Person|lastName|DOE|",
        "ofac:7|Person|firstName|Jane|",
        "ofac:7|Person|programId|SDGT|",
        "ofac:7|Person|programId|IRAN|",
        "ofac:7|Person|topics|sanction|",
        "ofac:7|Person|measures|asset_freeze|",
        "ofac:7|Person|position|Minister of Oil|",
        "ofac:7/sanction|Sanction|entity|ofac:7|",
        "ofac:7/sanction|Sanction|programId|IRAN|",
        "ofac:7/sanction|Sanction|provisions|Secondary sanctions risk: IFSR|",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        check("individual", "Minister of Oil; Secondary sanctions risk: IFSR.", LINES[i]);
    }
}

static void test_ofac__joins_the_files_of_a_snapshot(void **state)
{
    (void)state;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "alt",
                   SLICE("7,1,\"aka\",\"ROE, Jane\",-0- \r\n"
                         "7,2,\"fka\",\"POE, Jane\",-0- \r\n"
                         "99,3,\"aka\",\"NOBODY\",-0- \r\n\x1a"));
    list_case_file(&c, "sdn",
                   SLICE("7,\"DOE, Jane\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
                         ",-0- ,\"DOB 1961; a.k.a. 'JA\"\r\n\x1a"));
    list_case_file(&c, "add",
                   SLICE("7,1,\"1 Main St\",\"Homs 12\",\"Syria\",-0- \r\n"
                         "7,2,-0- ,-0- ,\"Iraq\",-0- \r\n"
                         "98,4,-0- ,-0- ,\"Iraq\",-0- \r\n"));
    list_case_file(&c, "comments", SLICE("7,\"CK'; Gender Male.\"\r\n"));
    assert_int_equal(list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn"), 0);
    assert_true(list_case_says(&c, "ofac:7|Person|alias|ROE, Jane|"));
    assert_true(list_case_says(&c, "ofac:7|Person|previousName|POE, Jane|"));
    assert_true(list_case_says(&c, "ofac:7|Person|weakAlias|JACK|"));
    assert_true(list_case_says(&c, "ofac:7|Person|gender|male|"));
    assert_true(list_case_says(&c, "ofac:7|Person|address|1 Main St, Homs 12, Syria|"));
    assert_true(list_case_says(&c, "ofac:7|Person|country|iq|"));
    assert_true(list_case_says(&c, "!orphan|no_entity|3|ofac:99|alias*"));
    assert_true(list_case_says(&c, "!orphan|no_entity|3|ofac:98|address*"));
    assert_int_equal(c.snap.counts.remarks[REMARK_ORPHAN], 2);
    list_case_end(&c);
}

#define TAIL ",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"

static void test_ofac__unites_and_numbers_repeated_ids(void **state)
{
    (void)state;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(
        &c, "sdn",
        SLICE("7,ACME" TAIL "8,OTHER" TAIL "7,ACME" TAIL "7,BETA" TAIL "7,BETA" TAIL));
    assert_int_equal(list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn"), 0);
    assert_true(list_case_says(&c, "!duplicate|same_name|3|ofac:7|*"));
    assert_true(list_case_says(&c, "!duplicate|other_name|4|ofac:7#2|*"));
    assert_true(list_case_says(&c, "!duplicate|same_name|5|ofac:7#2|*"));
    assert_true(list_case_says(&c, "ofac:7#2|Organization|name|BETA|"));
    assert_true(list_case_says(&c, "ofac:7#2/sanction|Sanction|entity|ofac:7#2|"));
    assert_int_equal(c.snap.counts.records, 5);
    assert_int_equal(c.snap.counts.read, 5);
    list_case_end(&c);
}

static void test_ofac__refuses_bad_rows_alone(void **state)
{
    (void)state;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "sdn",
                   SLICE("7,ACME" TAIL "x,NO ID" TAIL "9," TAIL "10,SHORT,-0- \n"
                         "11,M\xfcller" TAIL "12,LAST" TAIL));
    assert_int_equal(list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn"), 0);
    assert_true(list_case_says(&c, "!refused|bad_id|2||*"));
    assert_true(list_case_says(&c, "!refused|no_name|3||*"));
    assert_true(list_case_says(&c, "!refused|too_few_fields|4||*"));
    assert_true(list_case_says(&c, "!refused|bad_utf8|5||*"));
    assert_true(list_case_says(&c, "ofac:12|Organization|name|LAST|"));
    assert_int_equal(c.snap.counts.records, 6);
    assert_int_equal(c.snap.counts.refused, 4);
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

static void test_ofac__refuses_a_file_that_is_cut(void **state)
{
    (void)state;
    static const char *const CUT[] = {"7,ACME" TAIL "8,\"OTH", "7,ACME" TAIL "8,OTHER,-0- ,",
                                      "7,ACME" TAIL "8,OTHER,-0- ,\"A\",-0- ,-0- ,-0- ,-0- "
                                      ",-0- ,-0- ,-0- ,-0"};
    for (size_t i = 0; i < sizeof CUT / sizeof CUT[0]; i++) {
        struct list_case c;
        list_case_begin(&c);
        list_case_file(&c, "sdn", slice_of(CUT[i]));
        assert_int_equal(list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn"), ERR_CUT);
        assert_int_equal(c.diag.line, 2);
        list_case_end(&c);
    }
}

/* What a real set must give: counted independently of this program. */
struct real {
    const char *folder;
    const char *prefix; /* of the file names: "" or "cons_" */
    const char *main_name;
    uint64_t records;
    uint64_t orphans;
    uint64_t duplicates;
};

static void check_real(const struct real *r)
{
    static const char *const ROLES[] = {"add", "alt"};
    char paths[3][512];
    char name[256];
    struct list_case c;
    (void)snprintf(name, sizeof name, "%s/%s", r->folder, r->main_name);
    if (!real_list(paths[2], sizeof paths[2], name)) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "sdn", paths[2]);
    for (size_t i = 0; i < 2; i++) {
        (void)snprintf(name, sizeof name, "%s/%s%s.csv", r->folder, r->prefix, ROLES[i]);
        if (real_list(paths[i], sizeof paths[i], name)) {
            list_case_path(&c, ROLES[i], paths[i]);
        }
    }
    const struct list_reader *reader = r->prefix[0] ? &OFAC_CONS_CSV : &OFAC_SDN_CSV;
    assert_int_equal(list_case_read(&c, reader, reader->dataset), 0);
    assert_int_equal(c.snap.counts.records, r->records);
    assert_int_equal(c.snap.counts.read, r->records);
    assert_int_equal(c.snap.counts.remarks[REMARK_ORPHAN], r->orphans);
    assert_int_equal(c.snap.counts.remarks[REMARK_DUPLICATE], r->duplicates);
    list_case_end(&c);
}

static void test_ofac__reads_the_real_lists(void **state)
{
    (void)state;
    static const struct real REAL[] = {
        {"us_ofac/sdn-2026-07-rebuilt", "", "sdn.csv", 19143, 40, 0},
        {"us_ofac/sdn-2024-05-02", "", "sdn.csv", 14973, 0, 0},
        {"us_ofac/sdn-2021-07", "", "sdn.csv", 8976, 0, 0},
        {"us_ofac/consolidated/csv-2021", "cons_", "cons_prim.csv", 442, 0, 0},
    };
    for (size_t i = 0; i < sizeof REAL / sizeof REAL[0]; i++) {
        check_real(&REAL[i]);
    }
}

static void test_ofac__finds_who_is_known_to_be_there(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:20157|Person|name|KIM, Jong Un|",
        "ofac:20157|Person|birthDate|1984-01-08|",
        "ofac:35096|Person|name|PUTIN, Vladimir Vladimirovich|",
        "ofac:35096|Person|birthDate|1952-10-07|",
        "ofac:35096|Person|birthCountry|ru|",
        "ofac:15036|Vessel|imoNumber|9187629|",
        "ofac:30550|Person|programId|ELECTION-EO13848|",
        "ofac:30550/linked/30518|UnknownLink|object|ofac:30518|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "us_ofac/sdn-2026-07-rebuilt/sdn.csv")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "sdn", path);
    assert_int_equal(list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn"), 0);
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s'", LINES[i]);
        }
    }
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac__reads_dates_and_places),
        cmocka_unit_test(test_ofac__reads_documents),
        cmocka_unit_test(test_ofac__reads_names_in_remarks),
        cmocka_unit_test(test_ofac__reads_wallets_and_links),
        cmocka_unit_test(test_ofac__reads_ships_and_aircraft),
        cmocka_unit_test(test_ofac__makes_party_and_sanction),
        cmocka_unit_test(test_ofac__joins_the_files_of_a_snapshot),
        cmocka_unit_test(test_ofac__unites_and_numbers_repeated_ids),
        cmocka_unit_test(test_ofac__refuses_bad_rows_alone),
        cmocka_unit_test(test_ofac__refuses_a_file_that_is_cut),
        cmocka_unit_test(test_ofac__reads_the_real_lists),
        cmocka_unit_test(test_ofac__finds_who_is_known_to_be_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
