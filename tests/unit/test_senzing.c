/* Senzing records: flat, in lists, in features. */
#include "test.h"

#include "lists/readers.h"
#include "lists_help.h"

#define FLAT                                                                                   \
    "{\"DATA_SOURCE\":\"X\",\"RECORD_ID\":\"1\",\"RECORD_TYPE\":\"PERSON\","                   \
    "\"PRIMARY_NAME_LAST\":\"Doe\",\"PRIMARY_NAME_FIRST\":\"Jane\",\"AKA_NAME_FULL\":\"JJ "    \
    "D\","                                                                                     \
    "\"DATE_OF_BIRTH\":\"3/31/1954\",\"HOME_ADDR_LINE1\":\"1 "                                 \
    "St\",\"HOME_ADDR_CITY\":\"Rome\","                                                        \
    "\"HOME_ADDR_COUNTRY\":\"Italy\",\"WORK_ADDR_FULL\":\"2 St, Paris\","                      \
    "\"PASSPORT_NUMBER\":\"AB12345\",\"PASSPORT_COUNTRY\":\"US\","                             \
    "\"DRIVERS_LICENSE_NUMBER\":\"112233\",\"DRIVERS_LICENSE_STATE\":\"NV\","                  \
    "\"TRUSTED_ID_NUMBER\":\"T-900\",\"GENDER\":\"F\",\"SHOE_SIZE\":44}\n"
#define LISTS                                                                                  \
    "{\"RECORD_ID\":2,\"NAMES\":[{\"NAME_TYPE\":\"PRIMARY\",\"NAME_ORG\":\"Acme Ltd\"},"       \
    "{\"NAME_TYPE\":\"FORMER\",\"NAME_ORG\":\"Old Acme\"}],"                                   \
    "\"IDENTIFIERS\":[{\"TAX_ID_NUMBER\":\"7707083893\",\"TAX_ID_TYPE\":\"INN\","              \
    "\"TAX_ID_COUNTRY\":\"ru\"},{\"TAX_ID_NUMBER\":\"999\"}],\"RISKS\":[{\"TOPIC\":"           \
    "\"sanction\"}"                                                                            \
    "],\"RELATIONSHIPS\":[{\"REL_ANCHOR_DOMAIN\":\"D\",\"REL_ANCHOR_KEY\":\"2\"},"             \
    "{\"REL_POINTER_DOMAIN\":\"D\",\"REL_POINTER_KEY\":\"3\",\"REL_POINTER_ROLE\":\"OWNS\"},"  \
    "{\"REL_POINTER_DOMAIN\":\"D\",\"REL_POINTER_KEY\":\"9\"}]}\n"
#define FEATURES                                                                               \
    "{\"RECORD_ID\":\"3\",\"FEATURES\":[{\"RECORD_TYPE\":\"VESSEL\"},{\"NAME_FULL\":\"Ship\"}" \
    ","                                                                                        \
    "{\"IMO_NUMBER\":\"9187629\"},{\"REL_ANCHOR_DOMAIN\":\"D\",\"REL_ANCHOR_KEY\":\"3\"}]}\n"
#define FAULTY "{\"NAME_FULL\":\"No Id\"}\n{\"RECORD_ID\":\"4\"}\n[]\n{\n"
#define LIST FLAT LISTS FEATURES FAULTY

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "senzing", bytes);
    int result = list_case_read(c, &SENZING_LINES, "mine");
    if (result != expected) {
        fail_msg("%d: %s", result, c->diag.text);
    }
}

static void test_senzing__reads_records(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "mine:1|Person|name|Jane Doe|",
        "mine:1|Person|firstName|Jane|",
        "mine:1|Person|alias|JJ D|",
        "mine:1|Person|birthDate|1954-03-31|",
        "mine:1|Person|address|1 St, Rome, Italy|HOME",
        "mine:1|Person|address|2 St, Paris|WORK",
        "mine:1|Person|country|it|",
        "mine:1|Person|passportNumber|AB12345|us",
        "mine:1|Person|idNumber|112233|NV",
        "mine:1|Person|idNumber|T900|",
        "mine:1|Person|gender|female|",
        "!unmapped|attribute|1||SHOE_SIZE",
        "mine:2|Organization|name|Acme Ltd|",
        "mine:2|Organization|previousName|Old Acme|FORMER",
        "mine:2|Organization|innCode|7707083893|ru",
        "mine:2|Organization|taxNumber|999|",
        "mine:2|Organization|topics|sanction|",
        "mine:2/linked/1|UnknownLink|object|mine:3|",
        "mine:2/linked/1|UnknownLink|role|OWNS|",
        "!orphan|no_anchor|2|mine:2|*",
        "mine:3|Vessel|imoNumber|9187629|",
        "!refused|no_id|4|*",
        "!refused|no_name|5|mine:4|*",
        "!refused|no_object|6|*",
        "!refused|bad_json|7|*",
    };
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s' in%.*s", LINES[i], (int)c.said.n, c.said.p);
        }
    }
    assert_int_equal(c.snap.counts.records, 7);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.refused, 4);
    list_case_end(&c);
}

static void test_senzing__knows_a_file_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = FLAT LISTS;
    size_t first = sizeof FLAT - 1;
    for (size_t n = 1; n < sizeof WHOLE - 2; n++) {
        struct list_case c;
        if (n != first && n + 1 != first) {
            read_list(&c, (struct slice){WHOLE, n}, ERR_CUT);
            list_case_end(&c);
        }
    }
}

static void test_senzing__is_recognised(void **state)
{
    (void)state;
    struct list_probe probe = {.name = "a.json", .head = SLICE(FLAT)};
    assert_string_equal(SENZING_LINES.recognise(&probe), "senzing");
    probe.head = SLICE("{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{}}\n");
    assert_null(SENZING_LINES.recognise(&probe));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_senzing__reads_records),
        cmocka_unit_test(test_senzing__knows_a_file_that_is_cut),
        cmocka_unit_test(test_senzing__is_recognised),
    };
    return RUN_TESTS(tests);
}
