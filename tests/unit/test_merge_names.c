/* What names prove together with the programmes that records are listed under. */
#include "merge/regimes.h"
#include "merge_help.h"

static const char UNDATED[] = "name=Yevgeny Petrovich Barakhoyev; "
                              "programId=The Iran (Sanctions) Regulations 2023";

static void test_regimes__know_the_programmes_of_the_lists(void **state)
{
    (void)state;
    static struct regime_cache cache;
    const struct {
        const char *list, *programme, *regime; /* NULL: none */
    } CASES[] = {{"uk", "The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019", "iran"},
                 {"eu_fsf", "IRN", "iran"},
                 {"us_ofac_sdn", "IRAN-EO13902", "iran"},
                 {"us_ofac_sdn", "DPRK4", "north_korea"},
                 {"au", "1718 (DPRK)", "north_korea"},
                 {"ch_seco_sanctions", "27286", "russia"},
                 {"other", "27286", NULL},
                 {"ch_seco_sanctions", "272860", NULL},
                 {"eu_fsf", "IRNX", NULL},
                 {"uk", "Prussian Regulations", NULL},
                 {"uk", "", NULL}};
    for (size_t i = 0; i < COUNT_OF(CASES) * 2; i++) { /* the second time from the cache */
        size_t k = i % COUNT_OF(CASES);
        uint64_t set =
            regimes_of(&cache, slice_of(CASES[k].list), slice_of(CASES[k].programme));
        if (CASES[k].regime) {
            assert_string_equal(set ? regime_name(set) : "", CASES[k].regime);
        } else {
            assert_true(set == 0);
        }
    }
}

static void test_merge__joins_people_without_a_birth_date_by_regime(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, UNDATED,
          "name=BARAKHOYEV, Yevgeny Petrovich; birthDate=1970-03-14; programId=IRAN-HR",
          JOIN_NAME_REGIME);
    stays_apart(SCHEMA_PERSON, UNDATED, "name=Yevgeny Petrovich Barakhoyev; programId=DPRK4");
    stays_apart(SCHEMA_PERSON, UNDATED, "name=Yevgeny Petrovich Barakhoyev");
    stays_apart(SCHEMA_PERSON, UNDATED, "name=Yevgeny Barakhoyev; programId=IRAN-HR");
    stays_apart(SCHEMA_PERSON, "name=Mohammed Ali; programId=IRAN-HR",
                "name=Mohammed Ali; programId=IRAN-HR");
    stays_apart(SCHEMA_PERSON, "name=Yevgeny Petrovich Barakhoyev; country=ru; programId=IRGC",
                "name=Yevgeny Petrovich Barakhoyev; country=fr; programId=IRGC");
    stays_apart(SCHEMA_PERSON,
                "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; programId=IRGC",
                "name=Yevgeny Petrovich Barakhoyev; birthDate=1959; programId=IRGC");
}

static void test_merge__joins_organisations_by_regime(void **state)
{
    (void)state;
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Trading Company; programId=IRGC",
          "name=Zelengora Trading Company; country=ir; programId=IRAN-HR", JOIN_NAME_REGIME);
    stays_apart(SCHEMA_ORGANIZATION, "name=Zelengora; alias=VTK; programId=IRGC",
                "name=Ostrovskaya Lavka; alias=VTK; programId=IRGC");
    stays_apart(SCHEMA_VESSEL, "name=Zelengora Vukotinac; programId=IRGC",
                "name=Zelengora Vukotinac; programId=IRGC");
}

/* The limits of scores go with the weights. */
static void test_merge__takes_a_missing_legal_form_and_no_other_one(void **state)
{
    (void)state;
    static const char KNOWN[] = "name=Zelengora Vukotinac LLC; programId=IRGC";
    joins(SCHEMA_ORGANIZATION, KNOWN, "name=Zelengora Vukotinac; programId=IRAN-HR",
          JOIN_NAME_REGIME);
    joins(SCHEMA_ORGANIZATION, KNOWN,
          "name=Zelengora Vukotinac Limited Liability Company; programId=IRGC",
          JOIN_NAME_REGIME);
    stays_apart(SCHEMA_ORGANIZATION, KNOWN,
                "name=Zelengora Vukotinac Ltd; programId=IRGC");
    stays_apart(SCHEMA_ORGANIZATION, KNOWN,
                "name=Zelengora Vukotinac JSC; programId=IRGC");
    stays_apart(SCHEMA_ORGANIZATION, KNOWN,
                "name=Zelengora Vukotinak LLC; programId=IRGC");
}

static void test_merge__reads_the_country_at_the_end_of_an_address(void **state)
{
    (void)state;
    joins(SCHEMA_ORGANIZATION,
          "name=Zelengora Vukotinac; address=24 Usacheva Street, Moscow, 119048 Russia",
          "name=Zelengora Vukotinac; country=ru", JOIN_NAME_PLACE);
    joins(SCHEMA_ORGANIZATION,
          "name=Zelengora Vukotinac; address=Tehran, Iran (Islamic Republic of).",
          "name=Zelengora Vukotinac; country=ir", JOIN_NAME_PLACE);
    stays_apart(SCHEMA_ORGANIZATION,
                "name=Zelengora Vukotinac; address=24 Usacheva Street, Moscow, 119048 Russia",
                "name=Zelengora Vukotinac; country=sg");
}

/* Where a name fits two parties of a list, it tells neither; a birth date does. */
static void test_merge__refuses_a_name_that_fits_two(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "uk:1", SCHEMA_PERSON, "list_uk", UNDATED);
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac",
             "name=Yevgeny Petrovich Barakhoyev; birthDate=1970-03-14; programId=IRGC");
    case_add(&c, "ofac:2", SCHEMA_PERSON, "list_ofac",
             "name=Yevgeny Petrovich Barakhoyev; birthDate=1959-07-08; programId=IRGC");
    case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu",
             "name=Yevgeny Petrovich Barakhoyev; birthDate=1970-03-14; programId=IRGC");
    case_run(&c);
    assert_true(case_joined(&c, "ofac:1", "eu:1"));
    assert_false(case_joined(&c, "uk:1", "ofac:1"));
    assert_false(case_joined(&c, "uk:1", "ofac:2"));
    assert_int_equal(case_pair(&c, "uk:1", "ofac:2")->against, AGAINST_RIVAL);
    struct slice contrary = case_pair(&c, "uk:1", "ofac:2")->contrary;
    assert_true(slice_find(contrary, 0, "ofac:2") < contrary.n);
    case_end(&c);
}

/* An equal main name beats an equal alias. */
static void test_merge__prefers_main_names_to_aliases(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "uk:1", SCHEMA_PERSON, "list_uk", UNDATED);
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac",
             "name=Yevgeny Petrovich Barakhoyev; programId=IRGC");
    case_add(&c, "ofac:2", SCHEMA_PERSON, "list_ofac",
             "name=Ivan Horvat; alias=Yevgeny Petrovich Barakhoyev; programId=IRGC");
    case_run(&c);
    assert_true(case_joined(&c, "uk:1", "ofac:1"));
    assert_false(case_joined(&c, "uk:1", "ofac:2"));
    case_end(&c);
}

static void test_merge__joins_what_one_list_has_under_two_programmes(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second;
        bool joined;
    } CASES[] = {
        {"birthDate=1970-03-14; programId=27286", "birthDate=1970-03-14; programId=3980", true},
        {"birthDate=1970-03-14; programId=27286", "birthDate=1970-03-14; programId=27286",
         false},
        {"birthDate=1970-03-14; programId=27286", "birthDate=1970-03-14", false},
        {"birthDate=1970-03-14; programId=27286", "birthDate=1959-07-08; programId=3980",
         false}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct merge_case c;
        char first[200];
        char second[200];
        case_begin(&c);
        (void)snprintf(first, sizeof first, "name=Yevgeny Petrovich Barakhoyev; %s",
                       CASES[i].first);
        (void)snprintf(second, sizeof second, "name=Yevgeny Petrovich Barakhoyev; %s",
                       CASES[i].second);
        case_add(&c, "ch:1", SCHEMA_PERSON, "ch_seco_sanctions", first);
        case_add(&c, "ch:2", SCHEMA_PERSON, "ch_seco_sanctions", second);
        case_run(&c);
        assert_true(case_joined(&c, "ch:1", "ch:2") == CASES[i].joined);
        case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regimes__know_the_programmes_of_the_lists),
        cmocka_unit_test(test_merge__joins_people_without_a_birth_date_by_regime),
        cmocka_unit_test(test_merge__joins_organisations_by_regime),
        cmocka_unit_test(test_merge__takes_a_missing_legal_form_and_no_other_one),
        cmocka_unit_test(test_merge__reads_the_country_at_the_end_of_an_address),
        cmocka_unit_test(test_merge__refuses_a_name_that_fits_two),
        cmocka_unit_test(test_merge__prefers_main_names_to_aliases),
        cmocka_unit_test(test_merge__joins_what_one_list_has_under_two_programmes),
    };
    return RUN_TESTS(tests);
}
