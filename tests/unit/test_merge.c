/* Which two records are one party, and which are not. */
#include "merge/record_facts.h"
#include "merge/record_order.h"
#include "merge_help.h"

/* ---- references ---- */

static void test_un_reference__is_found_in_the_ways_lists_write_it(void **state)
{
    (void)state;
    static const char *const WAYS[] = {"QDi.335",
                                       " QDi.335 ",
                                       "QDI.335",
                                       "qdi.335",
                                       "QDI335",
                                       "(UN Ref): QDi.335.",
                                       "UN reference QDi.335, listed 2014"};
    for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
        char text[REFERENCE_TEXT];
        if (!un_reference(slice_of(WAYS[i]), text)) {
            fail_msg("not found in '%s'", WAYS[i]);
        }
        assert_string_equal(text, "QDi.335");
    }
}

static void test_un_reference__is_not_seen_in_other_numbers(void **state)
{
    (void)state;
    static const char *const OTHERS[] = {
        "",         "EU.7510.16", "AFG0001", "RUS0251",  "QDi.43",
        "QDi.3355", "QDx.335",    "N/A",     "aQDi.335", "QDi.335 and QDi.336",
        "IRN335x",  "12QDi.335"};
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        char text[REFERENCE_TEXT];
        if (un_reference(slice_of(OTHERS[i]), text)) {
            fail_msg("found %s in '%s'", text, OTHERS[i]);
        }
    }
}

static void test_merge__joins_by_the_reference_of_the_security_council(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, "name=Ivan Horvat; uniscId=QDi.335",
          "name=HORVAT, Ivan; uniscId=QDI335", JOIN_REFERENCE);
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Trade Society; uniscId=QDe.035",
          "name=Zelengora Trade Society; uniscId=QDE.035", JOIN_REFERENCE);
}

static void test_merge__lets_dates_differ_where_lists_refer_to_each_other(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, "name=Ivan Horvat; uniscId=QDi.335; birthDate=1950",
          "name=Ivan Horvat; uniscId=QDi.335; birthDate=1961-02-03", JOIN_REFERENCE);
}

static void test_merge__does_not_trust_a_reference_against_the_names(void **state)
{
    (void)state;
    is_refused(SCHEMA_PERSON, "name=Ivan Horvat; uniscId=QDi.335",
               "name=Boureima Ouedraogo; uniscId=QDi.335", AGAINST_NAME);
}

static void test_merge__does_not_take_a_firms_reference_for_a_persons(void **state)
{
    (void)state;
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; uniscId=QDe.335",
                "name=Ivan Horvat; uniscId=QDe.335");
}

static void test_merge__refuses_other_references(void **state)
{
    (void)state;
    is_refused(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14; uniscId=QDi.335",
               "name=Ivan Horvat; birthDate=1970-03-14; uniscId=QDi.336", AGAINST_IDENTIFIER);
}

static void test_merge__reads_the_reference_of_a_sanction(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "un:QDi.335", SCHEMA_PERSON, "list_un", "name=Ivan Horvat; uniscId=QDi.335");
    case_add(&c, "eu:EU.1.2", SCHEMA_PERSON, "list_eu", "name=Ivan Horvat");
    case_add(&c, "eu:EU.1.2/sanction", SCHEMA_SANCTION, "list_eu",
             "entity=eu:EU.1.2; authorityId=QDi.335");
    case_run(&c);
    assert_true(case_joined(&c, "un:QDi.335", "eu:EU.1.2"));
    assert_int_equal(case_pair(&c, "un:QDi.335", "eu:EU.1.2")->reason, JOIN_REFERENCE);
    case_end(&c);
}

static void test_merge__joins_a_record_that_another_source_names(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    struct entity *e = case_add(&c, "NK-1", SCHEMA_PERSON, "collection", "name=Ivan Horvat");
    case_referents(&c, e, "ofac:1 eu:EU.1.2");
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", "name=HORVAT, Ivan");
    case_run(&c);
    assert_true(case_joined(&c, "NK-1", "ofac:1"));
    check_slice(case_find(&c, "NK-1")->id, "ofac:1");
    assert_int_equal(case_pair(&c, "NK-1", "ofac:1")->reason, JOIN_REFERENT);
    case_end(&c);
}

/* ---- numbers ---- */

static void test_merge__joins_by_numbers_that_prove(void **state)
{
    (void)state;
    /* Numbers that are published; tests/unit/test_identifier.c says whose. */
    joins(SCHEMA_VESSEL, "name=Orion One; imoNumber=9187629",
          "name=Blue Star; imoNumber=9187629", JOIN_IDENTIFIER);
    joins(SCHEMA_COMPANY, "name=Alfa; leiCode=5493001KJTIIGC8Y1R12",
          "name=Beta; leiCode=5493001KJTIIGC8Y1R12", JOIN_IDENTIFIER);
    joins(SCHEMA_COMPANY, "name=Alfa; innCode=7707083893", "name=Beta; innCode=7707083893",
          JOIN_IDENTIFIER);
    joins(SCHEMA_COMPANY, "name=Alfa; innCode=7707083893; country=ru",
          "name=Beta; taxNumber=7707083893@ru", JOIN_IDENTIFIER);
}

static void test_merge__does_not_join_by_numbers_that_are_wrong(void **state)
{
    (void)state;
    stays_apart(SCHEMA_VESSEL, "name=Orion; imoNumber=9187620",
                "name=Orion; imoNumber=9187620");
    stays_apart(SCHEMA_COMPANY, "name=Alfa; innCode=7707083894",
                "name=Beta; innCode=7707083894");
    stays_apart(SCHEMA_COMPANY, "name=Alfa; taxNumber=7707083893@kz",
                "name=Beta; taxNumber=7707083893@kz");
}

static void test_merge__joins_by_a_document_with_its_country_and_the_names(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=K1234567@hr",
          "name=HORVAT, Ivan; idNumber=K 123456-7@hr", JOIN_DOCUMENT);
    joins(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=K1234567@hr",
          "name=Ivan Horvat; passportNumber=K1234567; nationality=hr", JOIN_DOCUMENT);
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=K1234567@hr",
                "name=Ivan Horvat; passportNumber=K1234567@rs");
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=K1234567@hr",
                "name=Boureima Ouedraogo; passportNumber=K1234567@hr");
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=K123@hr",
                "name=Ivan Horvat; passportNumber=K123@hr");
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; passportNumber=000000@hr",
                "name=Ivan Horvat; passportNumber=000000@hr");
}

/* ---- names ---- */

static void test_merge__joins_people_by_name_and_day_of_birth(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14",
          "name=HORVAT, Ivan; birthDate=1970-03-14", JOIN_NAME_DAY);
    joins(SCHEMA_PERSON, "name=Yevgeny Barakhoyev; birthDate=1970-03-14",
          "name=Someone Else; alias=Евгений Барахоев; birthDate=1970-03-14", JOIN_NAME_DAY);
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14",
                "name=Ivan Horvat; birthDate=1970-03-15");
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14", "name=Ivan Horvat");
    stays_apart(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14",
                "name=Ivana Novak; birthDate=1970-03-14");
    stays_apart(SCHEMA_PERSON, "name=Horvat; birthDate=1970-03-14",
                "name=Horvat; birthDate=1970-03-14");
    stays_apart(SCHEMA_PERSON, "name=A; weakAlias=Ivan Horvat; birthDate=1970-03-14",
                "name=B; weakAlias=Ivan Horvat; birthDate=1970-03-14");
}

/* Lists write the first of January where they know no day. */
static void test_merge__takes_the_first_of_january_for_a_year(void **state)
{
    (void)state;
    stays_apart(SCHEMA_PERSON, "name=Mohammed Ali; birthDate=1970-01-01",
                "name=Mohammed Ali; birthDate=1970-01-01");
}

static void test_merge__joins_long_names_by_the_year_of_birth(void **state)
{
    (void)state;
    joins(SCHEMA_PERSON, "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=ru",
          "name=BARAKHOYEV, Yevgeny Petrovich; birthDate=1970-03-14; country=ru",
          JOIN_NAME_YEAR);
    joins(
        SCHEMA_PERSON, "name=Yevgeny Petrovich Barakhoyev; birthDate=1968/1972; nationality=ru",
        "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=suhh", JOIN_NAME_YEAR);
    stays_apart(SCHEMA_PERSON, "name=Mohammed Ali; birthDate=1970; nationality=eg",
                "name=Mohammed Ali; birthDate=1970; nationality=eg");
    stays_apart(SCHEMA_PERSON,
                "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=ru",
                "name=Yevgeny Petrovich Barakhoyev; birthDate=1971; nationality=ru");
    stays_apart(SCHEMA_PERSON,
                "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=ru",
                "name=Yevgeny Ivanovich Barakhoyev; birthDate=1970; nationality=ru");
}

static void test_merge__joins_organisations_by_equal_names_and_country(void **state)
{
    (void)state;
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac Trading LLC; country=rs",
          "name=ZELENGORA VUKOTINAC TRADING; country=rs", JOIN_NAME_PLACE);
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac Trading; country=rs",
          "name=Zelengora Vukotinac Trading", JOIN_NAME);
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Rudarska Organizacija (ZRO)",
          "name=Zelengora Rudarska Organizacija", JOIN_NAME);
    stays_apart(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac Trading; country=rs",
                "name=Zelengora Vukotinac Trading; country=sg");
    stays_apart(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac II; country=rs",
                "name=Zelengora Vukotinac III; country=rs");
    stays_apart(SCHEMA_ORGANIZATION, "name=Trading Company; country=rs",
                "name=Trading Company; country=rs");
    stays_apart(SCHEMA_VESSEL, "name=Zelengora Vukotinac; flag=rs",
                "name=Zelengora Vukotinac; flag=rs");
}

static void test_merge__joins_organisations_by_several_equal_names(void **state)
{
    (void)state;
    joins(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac; alias=Barakhoyev Kuzbasov",
          "name=Kuzbasov Barakhoyev; alias=Vukotinac Zelengora", JOIN_NAMES);
    stays_apart(SCHEMA_ORGANIZATION, "name=Zelengora Vukotinac; alias=Zelengora Vukotinats",
                "name=Ostrovskaya Lavka; alias=Zelengora Vukotinac; alias=Vukotinac Zelengora");
}

/* ---- contradictions ---- */

static void test_merge__never_joins_across_a_contradiction(void **state)
{
    (void)state;
    is_refused(SCHEMA_PERSON, "name=Ivan Horvat; birthDate=1970-03-14; gender=male",
               "name=Ivan Horvat; birthDate=1970-03-14; gender=female", AGAINST_GENDER);
    is_refused(SCHEMA_PERSON,
               "name=Ivan Horvat; passportNumber=K1234567@hr; birthDate=1970-03-14",
               "name=Ivan Horvat; passportNumber=K1234567@hr; birthDate=1951-07-08",
               AGAINST_BIRTH_DATE);
    is_refused(SCHEMA_COMPANY, "name=Zelengora Vukotinac; country=ru; innCode=7707083893",
               "name=Zelengora Vukotinac; country=ru; innCode=7736050003", AGAINST_IDENTIFIER);
    is_refused(SCHEMA_COMPANY, "name=Alfa; leiCode=5493001KJTIIGC8Y1R12; innCode=7707083893",
               "name=Alfa; leiCode=5493001KJTIIGC8Y1R12; innCode=7736050003",
               AGAINST_IDENTIFIER);
}

static void test_merge__does_not_make_a_holder_of_a_wallet(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac",
             "name=Ivan Horvat; publicKey=12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h");
    case_add(&c, "eu:1", SCHEMA_CRYPTO_WALLET, "list_eu",
             "publicKey=12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h");
    case_add(&c, "uk:1", SCHEMA_CRYPTO_WALLET, "list_uk",
             "publicKey=12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h");
    case_run(&c);
    assert_false(case_joined(&c, "ofac:1", "eu:1"));
    assert_true(case_joined(&c, "uk:1", "eu:1"));
    case_end(&c);
}

static void test_merge__never_joins_two_records_of_one_list(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    const char *same = "name=Ivan Horvat; birthDate=1970-03-14";
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", same);
    case_add(&c, "ofac:2", SCHEMA_PERSON, "list_ofac", same);
    case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu", same);
    case_run(&c);
    assert_false(case_joined(&c, "ofac:1", "ofac:2"));
    assert_true(case_joined(&c, "ofac:1", "eu:1"));
    assert_int_equal(case_pair(&c, "ofac:2", "eu:1")->against, AGAINST_SAME_LIST);
    case_end(&c);
}

static void test_merge__keeps_apart_what_a_source_ties_together(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    const char *same = "name=Zelengora Vukotinac Trading; country=rs";
    case_add(&c, "ofac:1", SCHEMA_COMPANY, "list_ofac", same);
    case_add(&c, "eu:1", SCHEMA_COMPANY, "list_eu", same);
    case_add(&c, "link:1", SCHEMA_OWNERSHIP, "list_eu", "owner=ofac:1; asset=eu:1");
    case_run(&c);
    assert_false(case_joined(&c, "ofac:1", "eu:1"));
    assert_int_equal(case_pair(&c, "ofac:1", "eu:1")->against, AGAINST_LINK);
    case_end(&c);
}

static void test_merge__is_not_transitive_across_a_contradiction(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "un:1", SCHEMA_PERSON, "list_un",
             "name=Ivan Horvat; birthDate=1970-03-14; gender=male");
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac",
             "name=Ivan Horvat; birthDate=1970-03-14");
    case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu",
             "name=Ivan Horvat; birthDate=1970-03-14; gender=female");
    case_run(&c);
    assert_false(case_joined(&c, "un:1", "eu:1"));
    bool with_un = case_joined(&c, "ofac:1", "un:1");
    assert_true(with_un != case_joined(&c, "ofac:1", "eu:1"));
    const struct merged_pair *p = case_pair(&c, "ofac:1", with_un ? "eu:1" : "un:1");
    assert_non_null(p);
    assert_int_equal(p->against, AGAINST_GENDER);
    case_end(&c);
}

static void test_merge__takes_the_strongest_evidence_first(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "un:1", SCHEMA_PERSON, "list_un",
             "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=ru; "
             "passportNumber=K1234567@ru");
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac",
             "name=Yevgeny Petrovich Barakhoyev; birthDate=1970; nationality=ru");
    case_add(&c, "ofac:2", SCHEMA_PERSON, "list_ofac",
             "name=Yevgeny Barakhoyev; passportNumber=K1234567@ru");
    case_run(&c);
    assert_true(case_joined(&c, "un:1", "ofac:2"));
    assert_false(case_joined(&c, "un:1", "ofac:1"));
    case_end(&c);
}

static void test_merge__can_be_told_what_may_join(void **state)
{
    (void)state;
    static const struct {
        unsigned uses;
        bool by_reference, by_evidence;
    } CASES[] = {{MERGE_ALL, true, true},
                 {MERGE_REFERENCES, true, false},
                 {MERGE_EVIDENCE, false, true},
                 {MERGE_NAMES, false, false},
                 {MERGE_NOTHING, false, false}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct merge_case c;
        case_begin(&c);
        c.options.uses = CASES[i].uses;
        case_add(&c, "un:1", SCHEMA_PERSON, "list_un", "name=Ivan Horvat; uniscId=QDi.335");
        case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu", "name=Ivan Horvat; uniscId=QDi.335");
        case_add(&c, "uk:2", SCHEMA_VESSEL, "list_uk", "name=Orion; imoNumber=9187629");
        case_add(&c, "au:2", SCHEMA_VESSEL, "list_au", "name=Orion; imoNumber=9187629");
        case_run(&c);
        assert_int_equal(case_joined(&c, "un:1", "eu:1"), CASES[i].by_reference);
        assert_int_equal(case_joined(&c, "uk:2", "au:2"), CASES[i].by_evidence);
        case_end(&c);
    }
}

static void test_record_order__is_that_of_the_lists(void **state)
{
    (void)state;
    static const char *const ORDER[] = {
        "un:QDi.335", "ofac:1", "ofac:2", "eu:EU.1.2", "uk:RUS0251", "ch:1", "ca:R//1",
        "au:1",       "csl:1",  "dpl:1",  "unv:1",     "icc:1",      "NK-1", "mine:1"};
    for (size_t i = 0; i < COUNT_OF(ORDER); i++) {
        for (size_t k = 0; k < COUNT_OF(ORDER); k++) {
            int c = record_order(slice_of(ORDER[i]), slice_of(ORDER[k]));
            assert_int_equal((c > 0) - (c < 0), (i > k) - (i < k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_un_reference__is_found_in_the_ways_lists_write_it),
        cmocka_unit_test(test_un_reference__is_not_seen_in_other_numbers),
        cmocka_unit_test(test_merge__joins_by_the_reference_of_the_security_council),
        cmocka_unit_test(test_merge__lets_dates_differ_where_lists_refer_to_each_other),
        cmocka_unit_test(test_merge__does_not_trust_a_reference_against_the_names),
        cmocka_unit_test(test_merge__does_not_take_a_firms_reference_for_a_persons),
        cmocka_unit_test(test_merge__refuses_other_references),
        cmocka_unit_test(test_merge__reads_the_reference_of_a_sanction),
        cmocka_unit_test(test_merge__joins_a_record_that_another_source_names),
        cmocka_unit_test(test_merge__joins_by_numbers_that_prove),
        cmocka_unit_test(test_merge__does_not_join_by_numbers_that_are_wrong),
        cmocka_unit_test(test_merge__joins_by_a_document_with_its_country_and_the_names),
        cmocka_unit_test(test_merge__joins_people_by_name_and_day_of_birth),
        cmocka_unit_test(test_merge__takes_the_first_of_january_for_a_year),
        cmocka_unit_test(test_merge__joins_long_names_by_the_year_of_birth),
        cmocka_unit_test(test_merge__joins_organisations_by_equal_names_and_country),
        cmocka_unit_test(test_merge__joins_organisations_by_several_equal_names),
        cmocka_unit_test(test_merge__never_joins_across_a_contradiction),
        cmocka_unit_test(test_merge__does_not_make_a_holder_of_a_wallet),
        cmocka_unit_test(test_merge__never_joins_two_records_of_one_list),
        cmocka_unit_test(test_merge__keeps_apart_what_a_source_ties_together),
        cmocka_unit_test(test_merge__is_not_transitive_across_a_contradiction),
        cmocka_unit_test(test_merge__takes_the_strongest_evidence_first),
        cmocka_unit_test(test_merge__can_be_told_what_may_join),
        cmocka_unit_test(test_record_order__is_that_of_the_lists),
    };
    return RUN_TESTS(tests);
}
