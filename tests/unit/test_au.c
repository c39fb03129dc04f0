/* The Australian consolidated list: workbook, CSV, and what people typed into its cells. */
#include "test.h"

#include "lists/readers.h"
#include "lists_help.h"
#include "made_xlsx.h"

#define HEADER                                                                                 \
    "Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Date of Birth,"      \
    "Place of Birth,Citizenship,Address,Additional Information,Listing Information,IMO "       \
    "Number,"                                                                                  \
    "Committees,Control Date,Instrument of Designation,Targeted Financial Sanction,Travel "    \
    "Ban,"                                                                                     \
    "Arms Embargo,Maritime Restriction,Shoe Size\r\n"
#define PERSON                                                                                     \
    "9034,Jalil Wali,Individual,Primary Name,,\"a) Approximately 1955- 1958 b) 11 Apr. "           \
    "1960\","                                                                                      \
    "\"a) Homs, Syria b) Kandahar, Afghanistan\",a) Afghan b) Syrian,na,"                          \
    "\"TAi.034 Title: a) Mullah b) Haji. Designation: Governor of Homs. Afghan passport "          \
    "number "                                                                                      \
    "OR 1961825 issued on 4 Feb. 2003. National identification no.: Tunisian National "            \
    "Identity "                                                                                    \
    "Card number 08705187. Website: http://a.example/x\",Listed on 25 Jan. 2001 (amended on "      \
    "3 Sep. 2003),,1988 (Taliban),2/2/26,Instrument 2026,TRUE,TRUE,TRUE,FALSE,\r\n"                \
    "9034a,جليل,Individual,Original Script,,,,,,,,,1988 (Taliban),,,TRUE,TRUE,TRUE,FALSE,\r\n" \
    "9034b,JW,Individual,Alias,Weak,1965,,,,,,,1988 (Taliban),,,TRUE,TRUE,TRUE,FALSE,\r\n"         \
    "9034c1,Wali Old (previously listed "                                                          \
    "as),Individual,aka,,,,,,,,,,,,TRUE,TRUE,TRUE,FALSE,\r\n"
#define FORMER                                                                                 \
    "9041,Salim Wali,Individual,Primary Name,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"           \
    "9041a,Salim Old (Previously listed as. In Arabic: سالم القديم "                 \
    "),Individual,aka,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"                                  \
    "9041b,\"Salim Older (formerly listed as, in Arabic: سليم "                            \
    "الأقدم)\",Individual,aka,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"                    \
    "9041c,Salim (the tall),Individual,aka,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"
#define NUMBERED                                                                               \
    "9042,Salim Roe,Individual,Primary Name,,,,,,\"Title: a) Doctor b) Dr. Passport no.: a) "  \
    "Egyptian Passport number 1084010 b) Passport number 19820215. Leader of Anvils. "         \
    "National Identification No: a) Pakistan 6110111883885 b) 34454009709 c) Saudi Arabian "   \
    "1014209\",,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"
#define SHIP                                                                                   \
    "9230,MOCHA,Vessel,Primary Name,,,,,,,Designated vessel,9187629,Autonomous (Vessels),"     \
    "6/18/25,Vessel Designation 2025,FALSE,FALSE,FALSE,TRUE,44\r\n"
#define APART                                                                                  \
    "9034d,Jalil Apart,Individual,aka,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"                  \
    "77a,Nobody,Individual,aka,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"                         \
    "x,Bad,Individual,Primary Name,,,,,,,,,,,,TRUE,FALSE,FALSE,FALSE,\r\n"
#define LIST HEADER PERSON SHIP APART

static void read_list(struct list_case *c, const char *role, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, role, bytes);
    int result = list_case_read(c, &AU_DFAT, "au");
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

/* What stands behind "In Arabic:" is the former name in its own script; the whole is kept. */
static void test_au__reads_former_names_in_arabic(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:9041|Person|name|Salim Wali|",
        "au:9041|Person|previousName|Salim Old|",
        "au:9041|Person|previousName|سالم القديم|original",
        "au:9041|Person|notes|Salim Old (Previously listed as. In Arabic: سالم القديم )|",
        "au:9041|Person|previousName|Salim Older|",
        "au:9041|Person|previousName|سليم الأقدم|original",
        "au:9041|Person|alias|Salim (the tall)|",
    };
    struct list_case c;
    read_list(&c, "csv", SLICE(HEADER FORMER), 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    assert_false(list_case_says(&c, "au:9041|Person|alias|Salim Old*"));
    list_case_end(&c);
}

static void test_au__reads_lettered_numbers(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:9042|Person|title|Doctor|",
        "au:9042|Person|title|Dr|",
        "au:9042|Person|passportNumber|1084010|eg",
        "au:9042|Person|passportNumber|19820215|",
        "au:9042|Person|idNumber|6110111883885|pk",
        "au:9042|Person|idNumber|34454009709|",
        "au:9042|Person|idNumber|1014209|sa",
    };
    struct list_case c;
    read_list(&c, "csv", SLICE(HEADER NUMBERED), 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    list_case_end(&c);
}

static void test_au__reads_a_party_of_several_rows(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:9034|Person|name|Jalil Wali|",
        "au:9034|Person|alias|جليل|original",
        "au:9034|Person|weakAlias|JW|",
        "au:9034|Person|previousName|Wali Old|",
        "au:9034|Person|birthDate|1955/1958~|",
        "au:9034|Person|birthDate|1960-04-11|",
        "au:9034|Person|birthDate|1965|",
        "au:9034|Person|birthPlace|Homs, Syria|",
        "au:9034|Person|birthCountry|sy|",
        "au:9034|Person|citizenship|af|",
        "au:9034|Person|citizenship|sy|",
        "au:9034|Person|uniscId|TAI034|",
        "au:9034|Person|title|Mullah|",
        "au:9034|Person|title|Haji|",
        "au:9034|Person|position|Governor of Homs|",
        "au:9034|Person|passportNumber|OR1961825|af",
        "au:9034|Person|idNumber|08705187|tn",
        "au:9034|Person|website|http://a.example/x|",
        "au:9034|Person|programId|1988 (Taliban)|",
        "au:9034|Person|measures|asset_freeze|",
        "au:9034|Person|measures|travel_ban|",
        "au:9034|Person|measures|arms_embargo|",
        "au:9034/sanction|Sanction|listingDate|2001-01-25|",
        "au:9034/sanction|Sanction|provisions|Instrument 2026|",
        "au:9230|Vessel|imoNumber|9187629|",
        "au:9230|Vessel|measures|shipping|",
        "!unmapped|column|0||Shoe Size",
    };
    struct list_case c;
    read_list(&c, "csv", SLICE(LIST), 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    assert_false(list_case_says(&c, "au:9230|Vessel|measures|asset_freeze|"));
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

static void test_au__joins_rows_that_stand_apart(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, "csv", SLICE(LIST), 0);
    assert_true(list_case_says(&c, "au:9034|Person|alias|Jalil Apart|"));
    assert_true(list_case_says(&c, "!duplicate|rows_apart|7|au:9034|*"));
    assert_true(list_case_says(&c, "!orphan|no_entity|8|77|no main name for 'Nobody'"));
    assert_true(list_case_says(&c, "!refused|bad_id|9||*"));
    list_case_end(&c);
}

/* Dates of birth as they stand in the list. */
static void test_au__reads_dates_as_people_type_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *dates[4];
    } CASES[] = {
        {"1962, 1963", {"1962", "1963"}},
        {"approximately 1963", {"1963~"}},
        {"22/03/1970", {"1970-03-22"}},
        {"a) 14/10/1974;                     b) 19/11/1974", {"1974-10-14", "1974-11-19"}},
        {"14 Mar 1974 >> 13 Apr 1974", {"1974-03-14", "1974-04-13"}},
        {"19/03/1967; alt DOB: 19/11/1956", {"1967-03-19", "1956-11-19"}},
        {"March 1968 to March 1969", {"1968-03/1969-03"}},
        {"Between 1963 to 1968", {"1963/1968"}},
        {"1963 or 1964 or 1965", {"1963", "1964", "1965"}},
        {"March 16, 1972", {"1972-03-16"}},
        {"28 May 1984; 3 March 1979 (from\nfalse passport)", {"1984-05-28", "1979-03-03"}},
        {"15 May 1968 (as A)  1970 (as B)", {"1968-05-15", "1970"}},
        {"a) 1/01/1968 b) 24/06/1403 (Hijri Calendar)", {"1968-01-01"}},
        {"Between Aug. and Sep 1977", {"1977"}},
        {"c. 1957 or 14 March 1942", {"1957~", "1942-03-14"}},
        {"a) 1966 b) 1964 c) 1969 c) 1971", {"1966", "1964", "1969", "1971"}},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        char list[1024];
        struct list_case c;
        (void)snprintf(list, sizeof list,
                       "Reference,Name of Individual or Entity,Name Type,Type,Date of Birth\n"
                       "1,X Y,Primary Name,Individual,\"%s\"\n",
                       CASES[i].text);
        read_list(&c, "csv", slice_of(list), 0);
        for (size_t k = 0; k < 4 && CASES[i].dates[k]; k++) {
            char line[64];
            (void)snprintf(line, sizeof line, "au:1|Person|birthDate|%s|", CASES[i].dates[k]);
            check_lines(&c, (const char *const[]){line}, 1);
        }
        assert_false(list_case_says(&c, "au:1|Person|birthDate|1403*"));
        list_case_end(&c);
    }
}

static void test_au__reads_a_workbook(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:9002|Person|name|KIM Jane|",         "au:9002|Person|birthDate|1961-01-01|",
        "au:9002|Person|birthDate|1969|",        "au:9002|Person|modifiedAt|2014-12-15|",
        "au:9002|Person|measures|asset_freeze|", "au:9002|Person|alias|JANE|",
    };
    struct buf zip;
    struct list_case c;
    buf_init(&zip, (size_t)1 << 20);
    made_workbook(
        &zip,
        SLICE(
            "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
            "<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c></row>"
            "<row r=\"2\"><c r=\"A2\"><v>9002</v></c><c t=\"s\"><v>6</v></c>"
            "<c t=\"s\"><v>7</v></c><c t=\"s\"><v>8</v></c><c s=\"1\"><v>22282</v></c>"
            "<c s=\"2\"><v>41988</v></c></row>"
            "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>9002a </t></is></c>"
            "<c t=\"s\"><v>9</v></c><c t=\"s\"><v>7</v></c><c t=\"s\"><v>10</v></c>"
            "<c><v>1969</v></c></row>"),
        SLICE("<si><t>Reference</t></si><si><t>Name of Individual or Entity</t></si>"
              "<si><t>Type</t></si><si><t>Name Type</t></si><si><t>Date of Birth</t></si>"
              "<si><t>Control Date</t></si><si><t>KIM Jane</t></si><si><t>individual</t></si>"
              "<si><t>Primary Name </t></si><si><t>JANE\n</t></si><si><t>Aka </t></si>"));
    read_list(&c, "xlsx", buf_slice(&zip), 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    assert_true(c.snap.hash != 0);
    list_case_end(&c);
    buf_release(&zip);
}

static void test_au__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 1; n < sizeof WHOLE - 1; n++) {
        struct list_case c;
        list_case_begin(&c);
        list_case_file(&c, "csv", (struct slice){WHOLE, n});
        int result = list_case_read(&c, &AU_DFAT, "au");
        bool between = WHOLE[n - 1] == '\n' || WHOLE[n - 1] == '\r';
        if (result != ERR_CUT && !between) {
            fail_msg("cut at %zu: %d", n, result);
        }
        list_case_end(&c);
    }
}

static void test_au__is_recognised(void **state)
{
    (void)state;
    struct list_probe probe = {.name = "list.csv", .head = SLICE(LIST)};
    assert_string_equal(AU_DFAT.recognise(&probe), "csv");
    probe.head = SLICE("<?xml version=\"1.0\"?><sst xmlns=\"" SHEET_NS "\"><si><t>Reference</t>"
                       "</si><si><t>Name of Individual or Entity</t></si><si><t>Name Type</t>");
    assert_string_equal(AU_DFAT.recognise(&probe), "xlsx");
    probe.head = SLICE("Reference,Name\n1,2\n");
    assert_null(AU_DFAT.recognise(&probe));
}

/* Ten records were compared with the workbook by hand; these lines are some of them. */
static void test_au__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:6678|Person|name|Vladimir Vladimirovich PUTIN|",
        "au:6678|Person|birthDate|1952-10-07|",
        "au:34|Person|passportNumber|TR024417|af",
        "au:34|Person|previousName|Abdul Jalil Haqqani|",
        "au:2|Person|birthDate|1955/1958~|",
        "au:402|Person|birthDate|1969-12-18|",
        "au:7991|Person|idNumber|5249398618|",
        "au:2940|Organization|alias|Chernomorneftegaz CJSC|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "au_dfat/regulation8_consolidated_2024-12.xlsx")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xlsx", path);
    assert_int_equal(list_case_read(&c, &AU_DFAT, "au"), 0);
    /* 9,553 rows, 3,062 numbers; one row stands apart from its number. */
    assert_int_equal(c.snap.counts.records, 3062);
    assert_int_equal(c.snap.counts.read, 3062);
    assert_int_equal(c.entities, 2 * 3062 + 1);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    assert_int_equal(c.snap.counts.remarks[REMARK_ORPHAN], 0);
    check_lines(&c, LINES, COUNT_OF(LINES));
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_au__reads_former_names_in_arabic),
        cmocka_unit_test(test_au__reads_lettered_numbers),
        cmocka_unit_test(test_au__reads_a_party_of_several_rows),
        cmocka_unit_test(test_au__joins_rows_that_stand_apart),
        cmocka_unit_test(test_au__reads_dates_as_people_type_them),
        cmocka_unit_test(test_au__reads_a_workbook),
        cmocka_unit_test(test_au__knows_a_list_that_is_cut),
        cmocka_unit_test(test_au__is_recognised),
        cmocka_unit_test(test_au__reads_the_real_list),
    };
    return RUN_TESTS(tests);
}
