/*
 * Verdicts: which rules are named, what stands beside them, what is explained.  The dealings
 * themselves are in tests/spec/trade.spec.
 */
#include "test.h"

#include "embargo/embargo.h"
#include "embargo/quantity.h"
#include "model/date.h"

struct fixture {
    struct embargo *e;
    struct arena arena;
};

static int begin(void **state)
{
    static struct fixture f;
    struct diag diag = {.code = 0};
    arena_init(&f.arena, (size_t)16 << 20);
    *state = &f;
    return embargo_open(NULL, &f.e, &diag);
}

static int end(void **state)
{
    struct fixture *f = *state;
    embargo_close(f->e);
    arena_release(&f->arena);
    return 0;
}

static struct embargo_dealing dealing(const char *from, const char *to, const char *day,
                                      const struct slice *item)
{
    struct embargo_dealing d;
    embargo_dealing_init(&d);
    d.supplier.who = slice_of(from);
    d.recipient.who = slice_of(to);
    d.items = item;
    d.item_count = 1;
    assert_true(day_parse(slice_of(day), &d.from));
    d.until = d.from;
    return d;
}

static struct embargo_answer judge(struct fixture *f, const struct embargo_dealing *d)
{
    struct embargo_answer a;
    assert_int_equal(embargo_judge(f->e, d, &f->arena, &a), 0);
    return a;
}

static void test_judge__names_dates_and_whom_a_rule_binds(void **state)
{
    struct slice item = SLICE("artillery shells");
    struct embargo_dealing d = dealing("KP", "RU", "2023-08-31", &item);
    struct embargo_answer a = judge(*state, &d);
    const struct embargo_verdict *v = a.main;
    char day[DAY_TEXT];
    assert_true(slice_is(v->regime, "UN-KP"));
    assert_true(slice_is(v->about, "KP"));
    assert_int_equal(v->own_rule_count, 2);
    assert_true(slice_is(v->rules[0].cite, "UNSCR 1718 para 8(b)"));
    assert_true(slice_is(v->rules[1].cite, "UNSCR 1874 para 9"));
    assert_int_equal(day_print(v->rules[1].from, day), 10);
    assert_string_equal(day, "2009-06-12");
    /* Of shells the first rule holds since 2006, of rifles since it was widened. */
    (void)day_print(v->rules[0].from, day);
    assert_string_equal(day, "2006-10-14");
    struct slice rifles = SLICE("rifles");
    struct embargo_dealing other = dealing("KP", "RU", "2023-08-31", &rifles);
    (void)day_print(judge(*state, &other).main->rules[0].from, day);
    assert_string_equal(day, "2009-06-12");
    assert_int_equal(v->rules[1].until, DAY_NONE);
    assert_int_equal(v->rules[0].basis, BASIS_SEEN);
    assert_true(slice_find(v->rules[0].binds, 0, "every State") < v->rules[0].binds.n);
    assert_true(v->rules[0].exemption.n > 0);
    assert_true(v->rules[0].source.n > 0);
    assert_true(slice_is(v->goods.item, "artillery ammunition"));
    assert_true(slice_is(v->goods.category, "ML3"));
}

static void test_judge__lists_rules_for_carriers_and_brokers_beside(void **state)
{
    struct slice item = SLICE("rockets");
    struct embargo_dealing d = dealing("KP", "RU", "2023-08-31", &item);
    const struct embargo_verdict *v = judge(*state, &d).main;
    bool brokers = false;
    for (size_t i = 0; i < v->beside_count; i++) {
        brokers = brokers || slice_is(v->beside[i].cite, "UNSCR 2094 para 7");
        assert_true(slice_is(v->beside[i].regime, "UN-KP"));
    }
    assert_true(brokers);
}

static void test_judge__answers_for_brokers_when_asked(void **state)
{
    struct slice item = SLICE("rockets");
    struct embargo_dealing d = dealing("KP", "RU", "2023-08-31", &item);
    d.act = ACT_BROKERING;
    const struct embargo_verdict *v = judge(*state, &d).main;
    assert_true(slice_is(v->rules[0].cite, "UNSCR 2094 para 7"));
    d = dealing("KP", "RU", "2012-08-31", &item);
    d.act = ACT_BROKERING;
    assert_int_equal(judge(*state, &d).main->result, RESULT_HISTORICAL);
}

static void test_judge__gives_one_verdict_an_imposer_in_order(void **state)
{
    struct slice item = SLICE("rifles");
    struct embargo_dealing d = dealing("IT", "RU", "2023-08-31", &item);
    struct embargo_answer a = judge(*state, &d);
    static const char *const ORDER[] = {"EU", "US", "UK"};
    assert_int_equal(a.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(slice_is(a.verdicts[i].imposer, ORDER[i]));
    }
    assert_int_equal(a.verdicts[0].result, RESULT_VIOLATES);
    assert_int_equal(a.verdicts[2].result, RESULT_NO_RULE_FOUND);
    assert_ptr_equal(a.main, &a.verdicts[0]);
}

static void test_judge__puts_the_other_regime_into_the_rules(void **state)
{
    struct slice item = SLICE("missiles");
    struct embargo_dealing d = dealing("KP", "IR", "2026-01-01", &item);
    const struct embargo_verdict *v = judge(*state, &d).main;
    assert_true(slice_is(v->regime, "UN-KP"));
    assert_true(v->rule_count > v->own_rule_count);
    for (size_t i = 0; i < v->rule_count; i++) {
        assert_true(i >= v->own_rule_count || slice_is(v->rules[i].regime, "UN-KP"));
    }
    assert_true(slice_is(v->rules[v->own_rule_count].regime, "UN-IR"));
}

static void test_judge__never_rests_on_what_is_not_confirmed(void **state)
{
    struct slice item = SLICE("luxury");
    struct embargo_dealing d = dealing("IT", "RU", "2023-08-31", &item);
    const struct embargo_verdict *v = judge(*state, &d).main;
    assert_int_equal(v->result, RESULT_POSSIBLE);
    assert_int_equal(v->rules[0].basis, BASIS_UNCONFIRMED);
}

static void test_judge__says_what_a_denied_dealing_would_be(void **state)
{
    struct slice item = SLICE("arms");
    struct embargo_dealing d = dealing("KP", "RU", "2023-08-31", &item);
    d.stage = STAGE_DELIVERED;
    d.polarity = POLARITY_DENIED;
    const struct embargo_verdict *v = judge(*state, &d).main;
    assert_int_equal(v->result, RESULT_INFO);
    assert_int_equal(v->if_true, RESULT_ALLEGED_VIOLATION);
    assert_false(v->alert);
}

static void test_judge__takes_a_country_from_beside_the_party(void **state)
{
    struct slice item = SLICE("cnc lathes");
    struct embargo_dealing d = dealing("org:Brenner & Falk", "ofac:16911", "2023-01-01", &item);
    d.supplier.country = SLICE("de");
    d.recipient.country = SLICE("RU");
    assert_true(slice_is(judge(*state, &d).main->regime, "EU-RU"));
    d.supplier.country = (struct slice){NULL, 0};
    assert_int_equal(judge(*state, &d).main->result, RESULT_INFO);
}

static void test_judge__does_not_take_a_person_for_a_country(void **state)
{
    struct slice item = SLICE("rifles");
    struct embargo_dealing d = dealing("person:Jordan", "person:Chad", "2023-01-01", &item);
    assert_int_equal(judge(*state, &d).count, 0);
    d = dealing("CN", "country:LY", "2023-01-01", &item);
    assert_int_equal(judge(*state, &d).main->result, RESULT_VIOLATES);
}

static void test_judge__stands_unknown_and_empty_questions(void **state)
{
    static const char *const ODD[] = {
        "",         "XX",      "nobody at all", "ofac:", ":",          "un:",
        "\xff\xfe", "person:", "country:",      "un:KP", "un:QDi.001", "kp"};
    struct slice item = SLICE("\xff\xfe 12 ;; ML99 HS");
    for (size_t i = 0; i < COUNT_OF(ODD); i++) {
        for (size_t k = 0; k < COUNT_OF(ODD); k++) {
            struct embargo_dealing d = dealing(ODD[i], ODD[k], "2023-01-01", &item);
            (void)judge(*state, &d);
            d.from = DAY_NONE;
            d.item_count = 0;
            (void)judge(*state, &d);
            d.until = DAY_NONE;
            (void)judge(*state, &d);
        }
    }
}

static void test_explain__says_why_each_rule_does_not_apply(void **state)
{
    struct fixture *f = *state;
    struct slice item = SLICE("rifles");
    struct embargo_dealing d = dealing("KP", "RU", "2009-06-11", &item);
    const struct embargo_step *steps;
    size_t n;
    bool not_yet = false;
    bool other_way = false;
    assert_int_equal(embargo_explain(f->e, &d, &f->arena, &steps, &n), 0);
    assert_true(n > 30);
    assert_true(slice_is(steps[0].rule.regime, "UN-KP"));
    for (size_t i = 0; i < n; i++) {
        assert_false(steps[i].applies);
        assert_true(steps[i].why.n > 0);
        not_yet = not_yet || (slice_is(steps[i].rule.cite, "UNSCR 1874 para 9") &&
                              slice_is(steps[i].why, "came into force only on 2009-06-12"));
        other_way = other_way || (slice_is(steps[i].rule.cite, "UNSCR 2397 para 5") &&
                                  slice_is(steps[i].why, "covers the other direction"));
    }
    assert_true(not_yet);
    assert_true(other_way);
}

static void test_days__print_what_they_parse(void **state)
{
    (void)state;
    static const char *const DAYS[] = {"0001-01-01", "1900-02-28", "1900-03-01", "2000-02-29",
                                       "2000-12-31", "2023-08-31", "2024-02-29", "9999-12-31"};
    char out[DAY_TEXT];
    int32_t day;
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        assert_true(day_parse(slice_of(DAYS[i]), &day));
        assert_int_equal(day_print(day, out), 10);
        assert_string_equal(out, DAYS[i]);
    }
    for (day = 0; day < 3652058; day += 97) {
        int32_t again = 0;
        (void)day_print(day, out);
        assert_true(day_parse(slice_of(out), &again));
        assert_int_equal(again, day);
    }
    static const char *const WRONG[] = {"",           "2023",        "2023-8-31", "2023-02-30",
                                        "31.08.2023", "2023-08-31 ", "2023/08/31"};
    for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
        assert_false(day_parse(slice_of(WRONG[i]), &day));
    }
    assert_int_equal(day_print(DAY_NONE, out), 0);
    assert_int_equal(day_print(INT32_MAX, out), 0);
}

static void test_quantity__reads_numbers_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t barrels;
    } CASES[] = {
        {"500,000 barrels of oil", 500000},
        {"500.000 barili", 500000},
        {"500 000 barils", 500000},
        {"più di un milione di barili di prodotti raffinati", 1000000},
        {"1.2 million barrels", 1200000},
        {"1,25 Millionen Barrel", 1250000},
        {"two million barrels", 2000000},
        {"due milioni di barili", 2000000},
        {"165 тысяч баррелей нефти", 165000},
        {"10 000 tonnes", 80000},
        {"several barrels", 0},
        {"12 containers", 0},
        {"999999999999999999999 barrels", 0},
        {"9999999999 million barrels", UINT64_C(1000000000000)},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        uint64_t found = 0;
        bool any = quantity_barrels(slice_of(CASES[i].text), &found);
        assert_int_equal(any, CASES[i].barrels > 0);
        assert_int_equal(found, CASES[i].barrels);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_judge__names_dates_and_whom_a_rule_binds),
        cmocka_unit_test(test_judge__lists_rules_for_carriers_and_brokers_beside),
        cmocka_unit_test(test_judge__answers_for_brokers_when_asked),
        cmocka_unit_test(test_judge__gives_one_verdict_an_imposer_in_order),
        cmocka_unit_test(test_judge__puts_the_other_regime_into_the_rules),
        cmocka_unit_test(test_judge__never_rests_on_what_is_not_confirmed),
        cmocka_unit_test(test_judge__says_what_a_denied_dealing_would_be),
        cmocka_unit_test(test_judge__takes_a_country_from_beside_the_party),
        cmocka_unit_test(test_judge__does_not_take_a_person_for_a_country),
        cmocka_unit_test(test_judge__stands_unknown_and_empty_questions),
        cmocka_unit_test(test_explain__says_why_each_rule_does_not_apply),
        cmocka_unit_test(test_days__print_what_they_parse),
        cmocka_unit_test(test_quantity__reads_numbers_in_words),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
