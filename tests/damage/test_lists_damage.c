/*
 * Lists cut off and changed by a byte, at many places: each must be read or refused, with its
 * counts in order, and nothing may be read outside its bounds (run under the sanitizers).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

enum { PLACES = 200, PART = 20000 };

static const char SDN[] =
    "36,\"AERO, S.A.\",-0- ,\"CUBA] [SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'BNC'; "
    "Tax ID No. 7707083893 (Russia); Linked To: DOE, Jane.\"\r\n"
    "37,\"DOE, Jane\",\"individual\",\"IRAN\",\"Minister\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB "
    "08 Jan 1984; alt. DOB circa 1961; POB Homs, Syria; Passport 10 (Iran) expires 2003; "
    "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h.\"\r\n"
    "38,\"SHIP\",\"vessel\",\"IRAN\",-0- "
    ",\"T2EU4\",\"Tanker\",\"99,144\",\"56\",\"Iran\",\"AERO, "
    "S.A.\",\"Vessel Registration Identification IMO 9187629; MMSI 572469210.\"\r\n\x1a";
static const char ALT[] = "36,1,\"aka\",\"AIR\",-0- \r\n37,2,\"fka\",\"ROE\",-0- \r\n\x1a";
static const char ADD[] =
    "36,1,-0- ,\"Havana\",\"Cuba\",-0- \r\n37,2,\"1 St\",-0- ,\"Iran\",-0- "
    "\r\n\x1a";
static const char UN[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CONSOLIDATED_LIST "
    "dateGenerated=\"2026-02-27T00:00:09.554Z\"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>É"
    "</FIRST_NAME><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><INDIVIDUAL_ALIAS><QUALITY>Good"
    "</QUALITY><ALIAS_NAME>A (B; C)</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH>"
    "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1958</FROM_YEAR><TO_YEAR>1963</TO_YEAR>"
    "</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><FIRST_NAME>X; Y"
    "</FIRST_NAME><REFERENCE_NUMBER>KPe.1</REFERENCE_NUMBER></ENTITY></ENTITIES>"
    "</CONSOLIDATED_LIST>";
static const char FTM[] =
    "{\"id\":\"a\",\"caption\":\"Ä\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\","
    "\"B\"],"
    "\"birthDate\":[\"1961\"]},\"datasets\":[\"x\"],\"referents\":[\"a\",\"b\"]}\n"
    "{\"id\":\"l\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"a\"],\"asset\":[\"b\"]"
    "}}\n";
static const char TABLE[] = "id,schema,name,birthDate\n1,Person,\"Doe, Jane\",8 Jan 1984\n"
                            "2,Company,Äcme,\n";

/* One list, of one file or with files beside it. */
struct sample {
    const struct list_reader *reader;
    const char *role;
    struct slice bytes;
    bool beside; /* with the alias and address files */
};

/* What is read and what is refused adds up, whatever the result. */
static void read_damaged(const struct sample *s, struct slice bytes)
{
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, s->role, bytes);
    if (s->beside) {
        list_case_file(&c, "alt", slice_of(ALT));
        list_case_file(&c, "add", slice_of(ADD));
    }
    int result = list_case_read(&c, s->reader, "damaged");
    assert_true(result == 0 || result == ERR_CUT || result == ERR_FORMAT ||
                result == ERR_LIMIT || result == ERR_TEXT);
    if (result < 0) {
        assert_true(c.diag.text[0] && c.diag.source[0]);
    } else {
        assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
    }
    list_case_end(&c);
}

static void cut_and_change(const struct sample *s)
{
    struct buf copy;
    buf_init(&copy, (size_t)1 << 20);
    buf_add(&copy, s->bytes);
    size_t step = s->bytes.n / PLACES + 1;
    for (size_t n = 0; n < s->bytes.n; n += step) {
        read_damaged(s, slice_cut(s->bytes, 0, n));
    }
    uint64_t x = 88172645463325252U;
    for (size_t i = 0; i < PLACES; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        size_t at = (size_t)(x % s->bytes.n);
        char was = copy.p[at];
        copy.p[at] = (char)(x >> 32);
        read_damaged(s, buf_slice(&copy));
        copy.p[at] = was;
    }
    buf_release(&copy);
}

static void test_damage__of_made_up_lists(void **state)
{
    (void)state;
    const struct sample samples[] = {
        {&OFAC_SDN_CSV, "sdn", slice_of(SDN), true},
        {&UN_SC_XML, "xml", slice_of(UN), false},
        {&FTM_LINES, "ftm", slice_of(FTM), false},
        {&OWN_TABLE, "table", slice_of(TABLE), false},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        cut_and_change(&samples[i]);
    }
}

static void test_damage__of_side_files(void **state)
{
    (void)state;
    const struct slice files[] = {slice_of(ALT), slice_of(ADD)};
    static const char *const ROLES[] = {"alt", "add"};
    for (size_t k = 0; k < 2; k++) {
        for (size_t n = 0; n < files[k].n; n++) {
            struct list_case c;
            list_case_begin(&c);
            list_case_file(&c, "sdn", slice_of(SDN));
            list_case_file(&c, ROLES[k], slice_cut(files[k], 0, n));
            int result = list_case_read(&c, &OFAC_SDN_CSV, "damaged");
            assert_true(result == 0 || result == ERR_CUT);
            list_case_end(&c);
        }
    }
}

/* A cut is never taken for a whole list, but where it falls between two rows. */
static void test_damage__no_cut_goes_by(void **state)
{
    (void)state;
    const struct sample samples[] = {
        {&OFAC_SDN_CSV, "sdn", slice_of(SDN), false},
        {&UN_SC_XML, "xml", slice_of(UN), false},
        {&FTM_LINES, "ftm", slice_of(FTM), false},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        struct slice bytes = samples[i].bytes;
        for (size_t n = 1; n < bytes.n; n++) {
            size_t line_end = slice_find(bytes, n, "\n");
            bool between =
                bytes.p[n - 1] == '\n' || slice_trim(slice_cut(bytes, n, line_end)).n == 0;
            struct list_case c;
            list_case_begin(&c);
            list_case_file(&c, samples[i].role, slice_cut(bytes, 0, n));
            int result = list_case_read(&c, samples[i].reader, "damaged");
            if (result == 0 && !between) {
                fail_msg("sample %zu cut at %zu of %zu was read as whole", i, n, bytes.n);
            }
            list_case_end(&c);
        }
    }
}

/* The first bytes of a real list. */
static void test_damage__of_real_lists(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const struct list_reader *reader;
        const char *role;
    } REAL[] = {
        {"us_ofac/sdn-2026-07-rebuilt/sdn.csv", &OFAC_SDN_CSV, "sdn"},
        {"un_sc/UN_consolidated_2026-02.xml", &UN_SC_XML, "xml"},
    };
    for (size_t i = 0; i < sizeof REAL / sizeof REAL[0]; i++) {
        static char part[PART];
        char path[512];
        FILE *f = real_list(path, sizeof path, REAL[i].name) ? fopen(path, "r") : NULL;
        if (!f) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        size_t n = fread(part, 1, sizeof part, f);
        fclose(f);
        struct sample s = {REAL[i].reader, REAL[i].role, {part, n}, false};
        cut_and_change(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damage__of_made_up_lists),
        cmocka_unit_test(test_damage__of_side_files),
        cmocka_unit_test(test_damage__no_cut_goes_by),
        cmocka_unit_test(test_damage__of_real_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
