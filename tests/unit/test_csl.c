/* The US Consolidated Screening List, and which of its rows stand elsewhere. */
#include "test.h"

#include "lists/plan.h"
#include "lists/readers.h"
#include "lists_help.h"

#define HEADER                                                                                 \
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"     \
    "start_date,end_date,standard_order,license_requirement,license_policy,call_sign,"         \
    "vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,"     \
    "source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,"     \
    "source_information_url,ids\n"
#define SDN "Specially Designated Nationals (SDN) - Treasury Department"
#define SSI "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
#define EL "Entity List (EL) - Bureau of Industry and Security"
#define DPL "Denied Persons List (DPL) - Bureau of Industry and Security"
#define PERSON                                                                                 \
    "90001," SDN                                                                               \
    ",90001,Individual,SDGT; IRAN,\"DOE, Jane\",Clerk,\"Homs, SY; IQ\",,,,,,,,,,,,"            \
    ",Of interest,http://a.example,\"ROE, Jane; JJ\",CA,circa 1967; 1968-01-02,SY,"            \
    "\"Homs, Syria\",http://b.example,\"CA, 2030-01-01, 2020-01-01, BC166787, Passport; "      \
    "Female, "                                                                                 \
    "Gender; Subject to Directive 3, Executive Order 13662 Directive Determination -; 02 Aug " \
    "2021, Effective Date (CMIC); 03 Jun 2022, Purchase/Sales For Divestment Date (CMIC); "    \
    "12Qt, Digital Currency Address - XBT; x, Unheard Of\"\n"
#define SHIP                                                                                   \
    "90002," SDN ",90002,Vessel,IRAN,SHIP,,,,,,,,,EPDA4,Tanker,317,163,Iran,NITC,,,,,,,,,"     \
    "\"IMO 9187629, Vessel Registration Identification; 572469210, MMSI; RU, 7702070139, Tax " \
    "ID No.; RU, 1027739609391, Registration ID; RU, 7702070130, Tax ID No.; CO, 7702070139, " \
    "Tax ID No.\"\n"
#define FIRM                                                                                   \
    "abc," EL ",,,,Acme JSC,,\"1 St, Minsk, BY\",81 FR 90712,2018-08-01,,,For all items.,"     \
    "Presumption of denial.,,,,,,,,,\"Acme; and Acme Works\",,,,,,\n"
#define TWICE "90002," SSI ",90002,Vessel,RUSSIA,SHIP,,,,,,,,,,,,,,,,,,,,,,,\n"
#define DENIED "def," DPL ",,,,I. ASH,,,,2003-06-19,2056-06-29,Y,,,,,,,,,,,,,,,,,\n"
#define FAULTY                                                                                 \
    "," EL ",,,,No Id,,,,,,,,,,,,,,,,,,,,,,,\nghi," EL ",,,,,,,,,,,,,,,,,,,,,,,,,,,\nx,y\n"
#define LIST HEADER PERSON SHIP FIRM TWICE DENIED FAULTY

static void read_beside(struct list_case *c, struct slice bytes, const char *const *beside,
                        size_t count, int expected)
{
    list_case_begin(c);
    list_case_file(c, "csv", bytes);
    c->snap.beside = beside;
    c->snap.beside_count = count;
    int result = list_case_read(c, &US_CSL, "us_trade_csl");
    if (result != expected) {
        fail_msg("%d: %s", result, c->diag.text);
    }
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_csl__reads_rows(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "csl:90001|Person|name|DOE, Jane|",
        "csl:90001|Person|lastName|DOE|",
        "csl:90001|Person|alias|ROE, Jane|",
        "csl:90001|Person|alias|JJ|",
        "csl:90001|Person|title|Clerk|",
        "csl:90001|Person|address|Homs, SY|",
        "csl:90001|Person|country|iq|",
        "csl:90001|Person|birthDate|1967~|",
        "csl:90001|Person|birthDate|1968-01-02|",
        "csl:90001|Person|birthPlace|Homs, Syria|",
        "csl:90001|Person|nationality|sy|",
        "csl:90001|Person|citizenship|ca|",
        "csl:90001|Person|passportNumber|BC166787|ca",
        "csl:90001|Person|gender|female|",
        "csl:90001|Person|publicKey|12Qt|XBT",
        "csl:90001|Person|notes|x, Unheard Of|",
        "csl:90001|Person|programId|SDGT|",
        "csl:90001|Person|programId|IRAN|",
        "csl:90001|Person|measures|asset_freeze|",
        "csl:90001/sanction/SDN|Sanction|authority|Treasury Department|",
        "csl:90001/sanction/SDN|Sanction|startDate|2021-08-02|CMIC",
        "csl:90001/sanction/SDN|Sanction|provisions|Purchase/Sales For Divestment Date (CMIC) "
        "03 Jun 2022|",
        "csl:90001/sanction/SDN|Sanction|provisions|Executive Order 13662 Directive "
        "Determination - Subject to Directive 3|",
        "csl:90002|Vessel|imoNumber|9187629|",
        "csl:90002|Vessel|mmsi|572469210|",
        "csl:90002|Vessel|flag|ir|",
        "csl:90002|Vessel|innCode|7702070139|ru",
        "csl:90002|Vessel|ogrnCode|1027739609391|ru",
        "csl:90002|Vessel|taxNumber|7702070130|ru",
        "csl:90002|Vessel|taxNumber|7702070139|co",
        "csl:90002|Vessel|notes|Owner: NITC|",
        "csl:90002/sanction/SSI|Sanction|programId|RUSSIA|",
        "csl:abc|LegalEntity|alias|Acme Works|",
        "csl:abc|LegalEntity|topics|export.control|",
        "csl:abc|LegalEntity|programId|EL|",
        "csl:abc/sanction/EL|Sanction|provisions|License policy: Presumption of denial.|",
        "csl:def/sanction/DPL|Sanction|endDate|2056-06-29|",
        "!duplicate|same_name|5|csl:90002|*",
        "!unmapped|id_label|2||Unheard Of",
        "!refused|no_id|*",
        "!refused|no_name|*",
        "!refused|too_few_fields|*",
    };
    struct list_case c;
    read_beside(&c, SLICE(LIST), NULL, 0, 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    /* the last day for selling is not the end of the sanction */
    assert_false(list_case_says(&c, "csl:90001/sanction/SDN|Sanction|endDate|*"));
    assert_int_equal(c.snap.counts.records, 8);
    assert_int_equal(c.snap.counts.read, 5);
    assert_int_equal(c.snap.counts.refused, 3);
    list_case_end(&c);
}

static void test_csl__leaves_out_rows_of_lists_read_beside_it(void **state)
{
    (void)state;
    static const char *const BESIDE[] = {"un_sc_sanctions", "us_ofac_sdn", "us_bis_denied"};
    struct list_case c;
    read_beside(&c, SLICE(LIST), BESIDE, COUNT_OF(BESIDE), 0);
    assert_true(list_case_says(&c, "!superseded|own_list_read|2||" SDN));
    assert_true(list_case_says(&c, "!superseded|own_list_read|6||" DPL));
    assert_false(list_case_says(&c, "csl:90001|*"));
    assert_false(list_case_says(&c, "csl:def|*"));
    assert_true(list_case_says(&c, "csl:abc|LegalEntity|name|Acme JSC|"));
    assert_true(list_case_says(&c, "csl:90002/sanction/SSI|Sanction|programId|RUSSIA|"));
    assert_int_equal(c.snap.counts.records, 8);
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

static void put_file(struct scratch *s, const char *name, struct slice bytes, char path[300])
{
    (void)snprintf(path, 300, "%s", scratch_path(s, name));
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    fclose(f);
}

static void ignore(void *context, const struct remark *r)
{
    (void)context;
    (void)r;
}

/* Whichever comes first on the command line, the plan tells the same. */
static void test_csl__the_order_of_arguments_plays_no_part(void **state)
{
    (void)state;
    static const char OFAC[] =
        "7,ACME,-0- ,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a";
    struct scratch s;
    char files[2][300];
    scratch_make(&s);
    put_file(&s, "consolidated.csv", SLICE(LIST), files[0]);
    put_file(&s, "sdn.csv", slice_of(OFAC), files[1]);
    for (size_t order = 0; order < 2; order++) {
        struct plan *plan;
        struct diag diag;
        struct list_case c;
        assert_int_equal(plan_new(&plan, NULL, ignore, NULL), 0);
        assert_int_equal(plan_add(plan, files[order], &diag), 0);
        assert_int_equal(plan_add(plan, files[!order], &diag), 0);
        assert_int_equal(plan_finish(plan, &diag), 0);
        assert_int_equal(plan_count(plan), 2);
        struct snapshot *snap = plan_at(plan, 1);
        assert_string_equal(snap->dataset, "us_trade_csl");
        read_beside(&c, SLICE(LIST), snap->beside, snap->beside_count, 0);
        assert_int_equal(c.snap.counts.read, 3);
        list_case_end(&c);
        /* The other list is left out after all. */
        const bool left_out[2] = {true, false};
        assert_int_equal(plan_tell_beside(plan, left_out, &diag), 0);
        read_beside(&c, SLICE(LIST), snap->beside, snap->beside_count, 0);
        assert_int_equal(c.snap.counts.read, 5);
        list_case_end(&c);
        plan_free(plan);
    }
    scratch_unlink(&s, "consolidated.csv");
    scratch_unlink(&s, "sdn.csv");
    scratch_remove(&s);
}

static void test_csl__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 1; n < sizeof WHOLE - 1; n++) {
        struct list_case c;
        if (WHOLE[n - 1] != '\n') {
            read_beside(&c, (struct slice){WHOLE, n}, NULL, 0, ERR_CUT);
            list_case_end(&c);
        }
    }
}

/* Ten records were compared with the file by hand; these lines are some of them. */
static void test_csl__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "csl:21944|Person|name|'ABBAS, Rim|",
        "csl:9935|Person|passportNumber|BC166787|ca",
        "csl:12562|Person|passportNumber|OR801168|af",
    };
    static const char *const BESIDE[] = {"us_ofac_sdn"};
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "us_csl/consolidated.csv.gz")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    for (size_t with = 0; with < 2; with++) {
        list_case_begin(&c);
        list_case_path(&c, "csv", path);
        c.snap.beside = BESIDE;
        c.snap.beside_count = with;
        assert_int_equal(list_case_read(&c, &US_CSL, "us_trade_csl"), 0);
        assert_int_equal(c.snap.counts.records, 14160);
        assert_int_equal(c.snap.counts.read, with ? 14160 - 10026 : 14160);
        assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
        check_lines(&c, LINES, with ? 0 : COUNT_OF(LINES));
        list_case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csl__reads_rows),
        cmocka_unit_test(test_csl__leaves_out_rows_of_lists_read_beside_it),
        cmocka_unit_test(test_csl__the_order_of_arguments_plays_no_part),
        cmocka_unit_test(test_csl__knows_a_list_that_is_cut),
        cmocka_unit_test(test_csl__reads_the_real_list),
    };
    return RUN_TESTS(tests);
}
