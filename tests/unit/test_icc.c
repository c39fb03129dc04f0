/* Warrants of the International Criminal Court, from our own fact file. */
#include "test.h"

#include "base/file.h"
#include "lists/readers.h"
#include "lists_help.h"

#define LIST                                                                                   \
    "# Warrants\n\nrule: Statute art. 89\n\nwarrant: icc:jane-doe\nname: Jane Doe\n"           \
    "situation: Utopia\nissued: 2023-03-17\nids: ofac:1 un:QDi.2\nnames: Jeanne Doe | Doe | "  \
    "Жанна\nnames: Janet Doe\n\n"                                                         \
    "warrant: icc:john-roe\nname: John Roe\nissued: 2020-01-02\nuntil: 2021-01-01\n"           \
    "note: arrested\nshoe: 44\n\nwarrant: icc:nobody\nissued: 2020-01-02\n"

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "txt", bytes);
    assert_int_equal(list_case_read(c, &ICC_WARRANTS, "icc_warrants"), expected);
}

static void test_icc__reads_warrants(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "icc:jane-doe|Person|name|Jane Doe|",
        "icc:jane-doe|Person|alias|Jeanne Doe|",
        "icc:jane-doe|Person|alias|Janet Doe|",
        "icc:jane-doe|Person|weakAlias|Doe|",
        "icc:jane-doe|Person|weakAlias|Жанна|",
        "icc:jane-doe|Person|topics|wanted|",
        "icc:jane-doe|Person|measures|arrest_warrant|",
        "icc:jane-doe/warrant|Sanction|authority|International Criminal Court|",
        "icc:jane-doe/warrant|Sanction|program|Utopia|",
        "icc:jane-doe/warrant|Sanction|provisions|Statute art. 89|",
        "icc:jane-doe/warrant|Sanction|listingDate|2023-03-17|",
        "icc:john-roe/warrant|Sanction|endDate|2021-01-01|",
        "icc:john-roe|Person|notes|arrested|",
        "!unmapped|key|13||shoe",
        "!refused|no_name|20|icc:nobody|*",
    };
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s' in%.*s", LINES[i], (int)c.said.n, c.said.p);
        }
    }
    assert_false(list_case_says(&c, "icc:john-roe|Person|topics|wanted|"));
    list_case_end(&c);
}

static int count_referents(void *context, const struct entity *e, struct diag *diag)
{
    (void)diag;
    *(size_t *)context += e->referent_count;
    return 0;
}

static void ignore(void *context, const struct remark *r)
{
    (void)context;
    (void)r;
}

/* The records of the same person in other lists are referents. */
static void test_icc__names_records_of_other_lists(void **state)
{
    (void)state;
    size_t referents = 0;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "txt", SLICE(LIST));
    const struct list_sink sink = {&referents, count_referents, ignore, NULL};
    c.snap.dataset = "icc_warrants";
    assert_int_equal(ICC_WARRANTS.read(&c.snap, &sink, &c.diag), 0);
    assert_int_equal(referents, 2);
    list_case_end(&c);
}

static void test_icc__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 1; n < sizeof WHOLE - 1; n++) {
        struct list_case c;
        if (WHOLE[n - 1] != '\n') {
            read_list(&c, (struct slice){WHOLE, n}, ERR_CUT);
            list_case_end(&c);
        }
    }
}

static void test_icc__reads_our_own_file(void **state)
{
    (void)state;
    struct slice bytes;
    struct list_case c;
    assert_int_equal(file_map("data/embargo/warrants.txt", &bytes, NULL), 0);
    struct list_probe probe = {.name = "warrants.txt", .head = bytes};
    assert_string_equal(ICC_WARRANTS.recognise(&probe), "txt");
    read_list(&c, bytes, 0);
    assert_int_equal(c.snap.counts.records, 35);
    assert_int_equal(c.snap.counts.read, 35);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    assert_true(
        list_case_says(&c, "icc:vladimir-putin/warrant|Sanction|listingDate|2023-03-17|"));
    list_case_end(&c);
    file_unmap(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_icc__reads_warrants),
        cmocka_unit_test(test_icc__names_records_of_other_lists),
        cmocka_unit_test(test_icc__knows_a_list_that_is_cut),
        cmocka_unit_test(test_icc__reads_our_own_file),
    };
    return RUN_TESTS(tests);
}
