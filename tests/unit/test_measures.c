/* One vocabulary of measures: the words of the code, of the guide, and of readers that share a
 * list. */
#include "test.h"

#include "base/file.h"
#include "lists/measures.h"
#include "lists/ofac_relations.h"
#include "lists/readers.h"
#include "lists_help.h"

/* Is there a row of the guide's table for the word, with a meaning? */
static bool guide_explains(struct slice guide, struct slice word)
{
    char row[64];
    (void)snprintf(row, sizeof row, "\n| `%.*s` | ", SLICE_ARG(word));
    return slice_find(guide, 0, row) < guide.n;
}

static size_t rows_of(struct slice guide)
{
    size_t rows = 0;
    size_t at = 0;
    while ((at = slice_find(guide, at, "\n| `")) < guide.n) {
        rows++;
        at++;
    }
    return rows;
}

static void test_measures__are_those_of_the_guide(void **state)
{
    (void)state;
    static char text[1 << 16];
    const char *root = getenv("VAGLIO_SOURCE_ROOT");
    char path[512];
    (void)snprintf(path, sizeof path, "%s/docs/guide/lists-measures.md", root ? root : ".");
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    struct slice guide = {text, fread(text, 1, sizeof text, file)};
    (void)fclose(file);
    for (int m = MEASURE_NONE + 1; m < MEASURE_COUNT; m++) {
        if (!guide_explains(guide, measure_word((enum measure)m))) {
            fail_msg("the guide does not explain '%.*s'",
                     SLICE_ARG(measure_word((enum measure)m)));
        }
    }
    assert_int_equal(rows_of(guide), MEASURE_COUNT - 1);
    assert_int_equal(measure_word(MEASURE_NONE).n, 0);
    assert_int_equal(measure_word(MEASURE_COUNT).n, 0);
}

/* The same party in Canada's XML and in ammitto's copy of it. */
static void test_measures__are_the_same_in_two_forms_of_a_list(void **state)
{
    (void)state;
    static const struct {
        const char *country;
        const char *schedule;
        const char *measure;
    } CASES[] = {{"Russia / Russie", "1, Part 1", "asset_freeze"},
                 {"Russia / Russie", "1.1", "shipping"},
                 {"Russia / Russie", "2", "debt_restriction"},
                 {"Russia / Russie", "3", "debt_restriction"},
                 {"Iran", "2", "asset_freeze"}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        char xml[1024];
        char json[1024];
        char line[128];
        struct list_case a;
        struct list_case b;
        (void)snprintf(
            xml, sizeof xml,
            "<data-set><record><Country>%s</Country><EntityOrShip>Acme</EntityOrShip>"
            "<Schedule>%s</Schedule><Item>1</Item><DateOfListing>2022-02-28"
            "</DateOfListing></record></data-set>",
            CASES[i].country, CASES[i].schedule);
        (void)snprintf(json, sizeof json,
                       "{\"_file\":\"index.yaml\",\"count\":1}\n{\"_file\":\"ca-1.yaml\","
                       "\"country\":\"%s\",\"entity_or_ship\":\"Acme\",\"schedule\":\"%s\","
                       "\"item\":\"1\"}\n",
                       CASES[i].country, CASES[i].schedule);
        list_case_begin(&a);
        list_case_begin(&b);
        list_case_file(&a, "xml", slice_of(xml));
        list_case_file(&b, "ammitto", slice_of(json));
        assert_int_equal(list_case_read(&a, &CA_SEMA, "ca_dfatd_sema_sanctions"), 0);
        assert_int_equal(list_case_read(&b, &AMMITTO_CA, "ca_dfatd_sema_sanctions"), 0);
        (void)snprintf(line, sizeof line, "ca:%.*s/%s/1|Organization|measures|%s|",
                       (int)strcspn(CASES[i].country, " "), CASES[i].country, CASES[i].schedule,
                       CASES[i].measure);
        assert_true(list_case_says(&a, line));
        assert_true(list_case_says(&b, line));
        list_case_end(&a);
        list_case_end(&b);
    }
}

/* OFAC's other lists impose by programme in CSV as in XML; the SDN list freezes. */
static void test_measures__of_ofac_in_csv(void **state)
{
    (void)state;
    static const char ROW[] =
        "7,\"ACME\",-0- ,\"UKRAINE-EO13662] [CMIC-EO13959\",-0- ,-0- ,-0- ,"
        "-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    static const struct {
        const struct list_reader *reader;
        bool freezes;
    } CASES[] = {{&OFAC_SDN_CSV, true}, {&OFAC_CONS_CSV, false}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct list_case c;
        list_case_begin(&c);
        list_case_file(&c, "sdn", slice_of(ROW));
        assert_int_equal(list_case_read(&c, CASES[i].reader, CASES[i].reader->dataset), 0);
        assert_int_equal(list_case_says(&c, "ofac:7|Organization|measures|asset_freeze|"),
                         CASES[i].freezes);
        assert_int_equal(list_case_says(&c, "ofac:7|Organization|measures|sectoral|"),
                         !CASES[i].freezes);
        assert_int_equal(
            list_case_says(&c, "ofac:7/sanction|Sanction|measures|capital_market|"),
            !CASES[i].freezes);
        list_case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures__are_those_of_the_guide),
        cmocka_unit_test(test_measures__are_the_same_in_two_forms_of_a_list),
        cmocka_unit_test(test_measures__of_ofac_in_csv),
    };
    return RUN_TESTS(tests);
}
