/*
 * More lists cut off and changed by a byte, at many places: each is read or refused, with its
 * counts in order, and nothing is read outside its bounds (run under the sanitizers).  A cut is
 * never taken for a whole list, but where it falls between two rows of a table.
 */
#include "test.h"

#include "lists/readers.h"
#include "lists_help.h"
#include "made_xlsx.h"

enum { PLACES = 200, PART = 20000 };

static const char CA[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><data-set><record><Country>Russia / "
    "Russie</Country>"
    "<LastName>É</LastName><GivenName>A (B) C</GivenName><Aliases>Алексей; A, B or C/D and E, "
    "Russian: Й</Aliases><DateOfBirthOrShipBuildDate>1958 or "
    "1963-01-02</DateOfBirthOrShipBuildDate>"
    "<Schedule>1, Part "
    "1</Schedule><Item>1</Item><DateOfListing>2020-09-28</DateOfListing></record>"
    "<record><Country>Iran</Country><EntityOrShip>X Y/Z W (also known as Q, LLC and Q Works)"
    "</EntityOrShip><Item>2</Item></record></data-set>";
static const char AU[] =
    "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,"
    "Citizenship,Address,Additional Information,Listing Information,Committees,Control Date\r\n"
    "34,\"Doe, Jane\",Individual,Primary Name,\"a) 1957 b) circa 1961; alt DOB: "
    "1/2/1963\",\"a) "
    "Homs, Syria b) X\",\"a) Syrian, German\",\"a) 1 St, Iran; 2 St (x)\",\"Title: Dr. Afghan "
    "passport number OR 1961825. IMO number: 9187629\",Listed on 6 Jan. "
    "2012,1267,2014-01-02\r\n"
    "34a,É,Individual,Original Script,,,,,,,,\r\n35b,Nobody,Entity,aka,,,,,,,,\r\n";
static const char CSL[] =
    "_id,source,entity_number,type,programs,name,addresses,federal_register_notice,"
    "license_requirement,alt_names,dates_of_birth,ids\n"
    "1,Specially Designated Nationals (SDN) - Treasury Department,1,Individual,SDGT; "
    "IRAN,\"DOE, "
    "Jane\",\"Homs, SY; IQ\",,,\"A; and B\",circa 1961; 1962,\"CA, 2030-01-01, BC1, Passport; "
    "Male, Gender; IMO 9187629, Vessel Registration Identification; x\"\n"
    "2,Entity List (EL) - Bureau of Industry and Security,,,,Äcme,,,x,,,\n";
static const char DPL[] =
    "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Effective_Date\"\t"
    "\"Standard_Order\"\t\"FR_Citation\"\n"
    "\"A A/K/A B\"\t\"1 ST\"\t\"X\"\t\"TX\"\t\"\"\t\"06/19/2003\"\t\"Y\"\t\"68\"\n"
    "\"C\"\t\"2 ST\"\t\"X\"\t\"\"\t\"DE\"\t\"13/45/2003\"\t\"Y\"\t\"68\"\n";
static const char VESSELS[] =
    "<html><title>1718 Designated Vessels List 4 June 2020</title><table><tr><td>Paragraph 8 "
    "of "
    "1718 (2006)<td>12 (a)<td>12 (d)<td>2371<td>Economic resources "
    "(KPe.020)</tr><tr><td>1<td><p>"
    "1: <b>A 2</b> 2: B<td>9187629 MMSI: 1: 4 2: 5<td>30-Mar-18<td>na<td>Yes<td>na<td>na<td>Yes"
    "</tr><tr><td>Flag<td>1: Kiribati 2. Iran</tr><tr><td>Picture link<td>http://a <br>b "
    "&eacute;"
    "</tr></table></html>";
static const char ICC[] =
    "rule: art. 89\n\nwarrant: icc:a\nname: Ä B\nissued: 2020-01-02\nids: "
    "ofac:1 un:2\nnames: A | B C\nuntil: 2021-01-01\nnote: x\n";
static const char SENZING[] =
    "{\"RECORD_ID\":\"1\",\"RECORD_TYPE\":\"PERSON\",\"PRIMARY_NAME_LAST\":\"Ö\","
    "\"PRIMARY_NAME_FIRST\":\"J\",\"DATE_OF_BIRTH\":\"3/31/"
    "1954\",\"NAMES\":[{\"NAME_FULL\":\"X\"}],"
    "\"REL\":[{\"REL_ANCHOR_KEY\":\"1\"},{\"REL_POINTER_KEY\":\"1\"}]}\n"
    "{\"RECORD_ID\":2,\"FEATURES\":[{\"NAME_ORG\":\"Y\"},{\"PASSPORT_NUMBER\":\"12345\"}]}\n";

struct sample {
    const struct list_reader *reader;
    const char *role;
    struct slice bytes;
    bool rows; /* a cut between two lines goes by */
};

static int read_damaged(const struct sample *s, struct slice bytes)
{
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, s->role, bytes);
    int result = list_case_read(&c, s->reader, "damaged");
    assert_true(result == 0 || result == ERR_CUT || result == ERR_FORMAT ||
                result == ERR_LIMIT || result == ERR_TEXT);
    if (result < 0) {
        assert_true(c.diag.text[0] && c.diag.source[0]);
    } else {
        assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
    }
    list_case_end(&c);
    return result;
}

static void cut_and_change(const struct sample *s)
{
    struct buf copy;
    buf_init(&copy, (size_t)16 << 20);
    buf_add(&copy, s->bytes);
    size_t step = s->bytes.n / PLACES + 1;
    for (size_t n = 0; n < s->bytes.n; n += step) {
        (void)read_damaged(s, slice_cut(s->bytes, 0, n));
    }
    uint64_t x = 88172645463325252U;
    for (size_t i = 0; i < PLACES; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        size_t at = (size_t)(x % s->bytes.n);
        char was = copy.p[at];
        copy.p[at] = (char)(x >> 32);
        (void)read_damaged(s, buf_slice(&copy));
        copy.p[at] = was;
    }
    buf_release(&copy);
}

static void make_samples(struct sample out[8], struct buf *zip)
{
    made_workbook(
        zip,
        SLICE(
            "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
            "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>22282</v></c>"
            "<c t=\"inlineStr\"><is><t>Primary Name</t></is></c></row>"),
        SLICE("<si><t>Reference</t></si><si><t>Name of Individual or Entity</t></si>"
              "<si><r><t>Name</t></r><r><t> Type</t></r></si>"));
    const struct sample samples[8] = {
        {&CA_SEMA, "xml", slice_of(CA), false},
        {&AU_DFAT, "csv", slice_of(AU), true},
        {&AU_DFAT, "xlsx", buf_slice(zip), false},
        {&US_CSL, "csv", slice_of(CSL), true},
        {&US_DPL, "txt", slice_of(DPL), true},
        {&UN_VESSELS, "html", slice_of(VESSELS), false},
        {&ICC_WARRANTS, "txt", slice_of(ICC), true},
        {&SENZING_LINES, "senzing", slice_of(SENZING), true},
    };
    memcpy(out, samples, sizeof samples);
}

static void test_damage__of_made_up_lists(void **state)
{
    (void)state;
    struct sample samples[8];
    struct buf zip;
    buf_init(&zip, (size_t)1 << 20);
    make_samples(samples, &zip);
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        assert_int_equal(read_damaged(&samples[i], samples[i].bytes), 0);
        cut_and_change(&samples[i]);
    }
    buf_release(&zip);
}

static void test_damage__no_cut_goes_by(void **state)
{
    (void)state;
    struct sample samples[8];
    struct buf zip;
    buf_init(&zip, (size_t)1 << 20);
    make_samples(samples, &zip);
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        struct slice bytes = samples[i].bytes;
        for (size_t n = 1; n < bytes.n; n++) {
            struct slice line_end = slice_cut(bytes, n, slice_find(bytes, n, "\n"));
            bool between = samples[i].rows &&
                           (memchr("\r\n", bytes.p[n - 1], 2) || slice_trim(line_end).n == 0);
            int result = read_damaged(&samples[i], slice_cut(bytes, 0, n));
            if (result == 0 && !between) {
                fail_msg("sample %zu cut at %zu of %zu was read as whole", i, n, bytes.n);
            }
        }
    }
    buf_release(&zip);
}

/* The first bytes of the real lists; a workbook is taken whole. */
static void test_damage__of_real_lists(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const struct list_reader *reader;
        const char *role;
    } REAL[] = {
        {"ca_sema/sema-lmes_2025-06.xml", &CA_SEMA, "xml"},
        {"us_csl/consolidated.csv.gz", &US_CSL, "csv"},
        {"us_csl/dpl.txt", &US_DPL, "txt"},
        {"un_vessels/1718_designated_vessels_list_final.html", &UN_VESSELS, "html"},
    };
    for (size_t i = 0; i < COUNT_OF(REAL); i++) {
        static char part[PART];
        char path[512];
        FILE *f = real_list(path, sizeof path, REAL[i].name) ? fopen(path, "r") : NULL;
        if (!f) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        size_t n = fread(part, 1, sizeof part - 8, f);
        fclose(f);
        if (REAL[i].reader == &UN_VESSELS) {
            memcpy(part + n, "</html>", 7);
            n += 7;
        }
        struct sample s = {REAL[i].reader, REAL[i].role, {part, n}, true};
        cut_and_change(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damage__of_made_up_lists),
        cmocka_unit_test(test_damage__no_cut_goes_by),
        cmocka_unit_test(test_damage__of_real_lists),
    };
    return RUN_TESTS(tests);
}
