/* Two names from strings: floors, the sum of the terms, splits, refusals. */
#include "test.h"

#include "made_names.h"
#include "match/compare.h"
#include "match/weights.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct comparison compare(enum schema schema, const char *asked, const char *listed)
{
    struct comparison c;
    struct diag diag = {.code = 0};
    arena_reset(&arena);
    if (compare_names(schema, slice_of(asked), slice_of(listed), COMPARE_EXPLAIN, &arena, &c,
                      &diag) < 0) {
        fail_msg("\"%s\" / \"%s\": %s", asked, listed, diag.text);
    }
    return c;
}

static void check_score(enum schema schema, const char *a, const char *b, unsigned low,
                        unsigned high)
{
    unsigned score = compare(schema, a, b).score;
    if (score < low || score > high) {
        fail_msg("\"%s\" / \"%s\": %u, expected %u to %u", a, b, score, low, high);
    }
}

/* Frequent names as much as rare ones. */
static void test_compare__gives_the_same_string_everything(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "John Smith", "Mohammed Ali",  "Kim",    "Maria", "Ivan Ivanov",
        "Li Wei",     "Velkorovich Z", "김철수", "王伟",  "محمد علي",
        "J. R.",      "Al Di",         "Dr"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        check_score(SCHEMA_PERSON, NAMES[i], NAMES[i], 1000, 1000);
    }
    check_score(SCHEMA_PERSON, "JOHN SMITH", "John Smith", 1000, 1000);
    check_score(SCHEMA_COMPANY, "Trading LLC", "Trading LLC", 1000, 1000);
    check_score(SCHEMA_COMPANY, "International Trading Company",
                "International Trading Company", 1000, 1000);
    check_score(SCHEMA_VESSEL, "Star", "Star", 1000, 1000);
    check_score(SCHEMA_VESSEL, "7", "7", 1000, 1000);
}

static void test_compare__lifts_the_same_tokens_to_a_floor(void **state)
{
    (void)state;
    check_score(SCHEMA_PERSON, "Smith, John", "John Smith", 950, 1000);
    check_score(SCHEMA_PERSON, "John Smith", "Smith, John", 950, 1000);
    check_score(SCHEMA_PERSON, "Smith John", "John Smith", 950, 1000);
    check_score(SCHEMA_PERSON, "Jean-Pierre Moreau", "Jean Pierre Moreau", 950, 1000);
    check_score(SCHEMA_PERSON, "Zoë Smith", "Zoe Smith", 950, 1000);
    check_score(SCHEMA_PERSON, "Ali Mohammed", "Mohammed Ali", 950, 1000);
    check_score(SCHEMA_PERSON, "Navarro Campos, Lucia", "Lucia Navarro Campos", 950, 1000);
    check_score(SCHEMA_VESSEL, "Star  7", "Star 7", 950, 1000);
}

static void test_compare__never_lifts_across_bin(void **state)
{
    (void)state;
    check_score(SCHEMA_PERSON, "Hamad bin Laith", "Laith bin Hamad", 0, 699);
    check_score(SCHEMA_PERSON, "Yusuf ibn Ahmad", "Ahmad ibn Yusuf", 0, 699);
    check_score(SCHEMA_PERSON, "Ahmad ben Ali", "Ali ben Ahmad", 0, 699);
}

static void test_compare__explains_the_floor(void **state)
{
    (void)state;
    struct comparison c = compare(SCHEMA_PERSON, "Maria", "Mária");
    bool floor = false;
    for (size_t i = 0; i < c.term_count; i++) {
        floor |= c.terms[i].on == TERM_FLOOR && c.terms[i].mnat > 0;
    }
    assert_true(floor);
    assert_int_equal(c.mnat, mnat_of_score(SCORE_SAME_TOKENS));
}

static void check_sum(const struct comparison *c)
{
    int32_t sum = 0;
    for (size_t i = 0; i < c->term_count; i++) {
        sum += c->terms[i].mnat;
    }
    assert_int_equal(sum, c->mnat);
    assert_int_equal(score_of_mnat(c->mnat), c->score);
    assert_in_range(c->term_count, 1, COMPARE_TERMS_MAX);
}

static void made(struct dice *d, enum schema *schema, struct made_text *t)
{
    static const enum schema SCHEMATA[] = {SCHEMA_PERSON,      SCHEMA_PERSON,   SCHEMA_COMPANY,
                                           SCHEMA_VESSEL,      SCHEMA_AIRPLANE, SCHEMA_NONE,
                                           SCHEMA_LEGAL_ENTITY};
    *schema = MADE_PICK(d, SCHEMATA);
    enum name_kind kind = schema_name_kind(*schema);
    if (kind == NAME_CRAFT) {
        made_vessel(d, t);
    } else if (*schema == SCHEMA_PERSON || dice_one_in(d, 2)) {
        made_person(d, t);
    } else {
        made_company(d, t);
    }
}

static void test_compare__terms_add_up_on_random_names(void **state)
{
    (void)state;
    struct dice d = dice_new(2001);
    for (int round = 0; round < 2000; round++) {
        enum schema schema;
        struct made_text a;
        struct made_text b;
        struct comparison c;
        made(&d, &schema, &a);
        struct slice x = {a.p, a.n};
        made_change(&d, x, dice_below(&d, 4), &b);
        if (dice_one_in(&d, 4)) {
            made(&d, &schema, &b);
        }
        arena_reset(&arena);
        int r = compare_names(schema, x, (struct slice){b.p, b.n}, COMPARE_EXPLAIN, &arena, &c,
                              NULL);
        assert_true(r == 0 || r == ERR_TEXT);
        if (r == 0) {
            check_sum(&c);
            struct comparison plain;
            assert_int_equal(
                compare_names(schema, x, (struct slice){b.p, b.n}, 0, &arena, &plain, NULL), 0);
            assert_int_equal(plain.mnat, c.mnat);
            assert_int_equal(plain.score, c.score);
        }
    }
}

static void test_compare__gives_every_name_to_itself(void **state)
{
    (void)state;
    struct dice d = dice_new(2002);
    for (int round = 0; round < 2000; round++) {
        enum schema schema;
        struct made_text a;
        struct comparison c;
        made(&d, &schema, &a);
        struct slice x = {a.p, a.n};
        arena_reset(&arena);
        assert_int_equal(compare_names(schema, x, x, 0, &arena, &c, NULL), 0);
        if (c.score != 1000) {
            fail_msg("\"%s\" scores %u with itself", a.p, c.score);
        }
    }
}

/* Evidence is in the tokens: blanks around them change nothing of the sum. */
static void test_compare__does_not_care_for_blanks(void **state)
{
    (void)state;
    int32_t plain = compare(SCHEMA_PERSON, "Olga Larina", "Olga Dmitrievna Larina").mnat;
    assert_int_equal(compare(SCHEMA_PERSON, "  Olga   Larina ", "Olga Dmitrievna Larina").mnat,
                     plain);
    assert_int_equal(
        compare(SCHEMA_PERSON, "Olga\u00A0Larina", "Olga\tDmitrievna  Larina").mnat, plain);
}

static void test_compare__takes_the_best_of_several_names(void **state)
{
    (void)state;
    check_score(SCHEMA_PERSON, "Pavel Zorin a.k.a. Boris Melnik", "Boris Melnik", 1000, 1000);
    check_score(SCHEMA_PERSON, "Boris Melnik", "Pavel Zorin; Boris Melnik", 1000, 1000);
    check_score(SCHEMA_PERSON, "Pavel Zorin; Boris Melnik", "Ivan Lis; Oleg Tur", 0, 500);
}

static void test_compare__takes_the_better_kind_without_a_schema(void **state)
{
    (void)state;
    static const char *const PAIRS[][2] = {{"P. K. Adeyemi", "Peter Kolawole Adeyemi"},
                                           {"Velmora Ltd", "Velmora Limited"},
                                           {"S.I.S. Logistics", "SIS Logistics"},
                                           {"Velmora AG", "Velmora GmbH"}};
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        int32_t person = compare(SCHEMA_PERSON, PAIRS[i][0], PAIRS[i][1]).mnat;
        int32_t firm = compare(SCHEMA_COMPANY, PAIRS[i][0], PAIRS[i][1]).mnat;
        int32_t better = person > firm ? person : firm;
        assert_int_equal(compare(SCHEMA_NONE, PAIRS[i][0], PAIRS[i][1]).mnat, better);
        assert_int_equal(compare(SCHEMA_LEGAL_ENTITY, PAIRS[i][0], PAIRS[i][1]).mnat, better);
    }
}

static void test_compare__refuses_what_is_no_name(void **state)
{
    (void)state;
    struct comparison c = {.score = 77};
    struct diag diag = {.code = 0};
    arena_reset(&arena);
    assert_int_equal(
        compare_names(SCHEMA_PERSON, SLICE("..."), SLICE("Anna"), 0, &arena, &c, &diag),
        ERR_TEXT);
    assert_int_equal(
        compare_names(SCHEMA_PERSON, SLICE("Anna"), SLICE("\xFF"), 0, &arena, &c, &diag),
        ERR_TEXT);
    assert_int_equal(compare_names(SCHEMA_PERSON, SLICE(""), SLICE(""), 0, &arena, &c, &diag),
                     ERR_TEXT);
    assert_int_equal(c.score, 77);
}

static void test_compare__says_when_a_name_was_cut(void **state)
{
    (void)state;
    char text[1000] = "";
    size_t n = 0;
    for (int i = 0; i < 60; i++) {
        n += (size_t)snprintf(text + n, sizeof text - n, "w%c%cx ", 'a' + i / 26, 'a' + i % 26);
    }
    assert_true(compare(SCHEMA_PERSON, text, "wabx").cut);
    assert_true(compare(SCHEMA_PERSON, "wabx", text).cut);
    assert_false(compare(SCHEMA_PERSON, "wabx wacx", "wabx").cut);
    check_score(SCHEMA_PERSON, text, text, 1000, 1000);
}

static void test_compare__fails_cleanly_without_memory(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < 60000; limit += 611) {
        struct arena small;
        struct comparison c;
        arena_init(&small, limit);
        int r = compare_names(SCHEMA_NONE, SLICE("Hamad bin Laith 최성민"),
                              SLICE("Laith Щукин"), COMPARE_EXPLAIN, &small, &c, NULL);
        assert_true(r == 0 || r == ERR_MEMORY);
        arena_release(&small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare__gives_the_same_string_everything),
        cmocka_unit_test(test_compare__lifts_the_same_tokens_to_a_floor),
        cmocka_unit_test(test_compare__never_lifts_across_bin),
        cmocka_unit_test(test_compare__explains_the_floor),
        cmocka_unit_test(test_compare__terms_add_up_on_random_names),
        cmocka_unit_test(test_compare__gives_every_name_to_itself),
        cmocka_unit_test(test_compare__does_not_care_for_blanks),
        cmocka_unit_test(test_compare__takes_the_best_of_several_names),
        cmocka_unit_test(test_compare__takes_the_better_kind_without_a_schema),
        cmocka_unit_test(test_compare__refuses_what_is_no_name),
        cmocka_unit_test(test_compare__says_when_a_name_was_cut),
        cmocka_unit_test(test_compare__fails_cleanly_without_memory),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
