/* Birth dates, gender, countries, places and numbers: what each says, rule by rule. */
#include "test.h"

#include "match/attributes.h"

static const struct weights *W = &WEIGHTS[NAME_PERSON];

static struct arena arena; /* of the scene under way */

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A listed party and a question, made anew for each check. */
struct scene {
    struct entity listed;
    struct date dates[4];
    struct slice countries[4];
    struct slice places[2];
    struct identifier identifiers[4];
    struct attributes asked;
    struct attribute_terms out;
};

static void scene_begin(struct scene *s)
{
    *s = (struct scene){.asked = {.birth_date_count = 0}};
    arena_reset(&arena);
    entity_init(&s->listed, SCHEMA_PERSON, SLICE("x:1"), SLICE("x"), &arena);
    s->asked.birth_dates = s->dates;
    s->asked.countries = s->countries;
    s->asked.places = s->places;
    s->asked.identifiers = s->identifiers;
}

static void list(struct scene *s, enum property p, const char *text, const char *note)
{
    assert_int_equal(entity_add_noted(&s->listed, &arena, p, slice_of(text), slice_of(note)),
                     0);
}

static void ask_date(struct scene *s, const char *text)
{
    assert_true(date_parse(slice_of(text), true, &s->dates[s->asked.birth_date_count++]));
}

static void ask_country(struct scene *s, const char *code)
{
    s->countries[s->asked.country_count++] = slice_of(code);
}

static void ask_id(struct scene *s, enum id_scheme scheme, const char *text)
{
    identifier_parse(scheme, slice_of(text), &s->identifiers[s->asked.identifier_count++]);
}

/* Weighs, and gives the one term there is; {.mnat = 0} when there is none. */
static struct term weigh(struct scene *s)
{
    struct term none = {.mnat = 0};
    attributes_weigh(&s->asked, &s->listed, W, &s->out);
    int32_t sum = 0;
    for (size_t i = 0; i < s->out.n; i++) {
        sum += s->out.terms[i].mnat;
    }
    assert_int_equal(sum, s->out.support + s->out.against);
    assert_true(s->out.support >= 0 && s->out.against <= 0);
    assert_in_range(s->out.n, 0, 1);
    return s->out.n ? s->out.terms[0] : none;
}

static void check_dates_of(const char *asked, const char *listed, int32_t mnat,
                           enum relation relation)
{
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_BIRTH_DATE, listed, "");
    ask_date(&s, asked);
    struct term t = weigh(&s);
    if (t.mnat != mnat || (mnat != 0 && (t.relation != relation || t.on != TERM_BIRTH_DATE))) {
        fail_msg("%s / %s: %d %s, expected %d %s", asked, listed, (int)t.mnat,
                 relation_name(t.relation), (int)mnat, relation_name(relation));
    }
}

static void check_dates(const char *a, const char *b, int32_t mnat, enum relation relation)
{
    check_dates_of(a, b, mnat, relation);
    check_dates_of(b, a, mnat, relation);
}

static void test_attributes__compares_dates_at_the_coarser_precision(void **state)
{
    (void)state;
    check_dates("1970-03-14", "1970-03-14", W->birth_day_equal, REL_EQUAL);
    check_dates("1970-03-14", "1970-03", W->birth_month_equal, REL_EQUAL);
    check_dates("1970-03", "1970-03", W->birth_month_equal, REL_EQUAL);
    check_dates("1970-03-14", "1970", W->birth_year_equal, REL_YEAR);
    check_dates("1970", "1970", W->birth_year_equal, REL_YEAR);
}

static void test_attributes__forgives_what_happens_to_dates(void **state)
{
    (void)state;
    check_dates("1970-03-04", "1970-04-03", W->birth_swapped, REL_SWAPPED);
    check_dates("1970-03-14", "1970-03-15", W->birth_same_year, REL_YEAR);
    check_dates("1970-03-14", "1970-11-02", W->birth_same_year, REL_YEAR);
    check_dates("1970-03", "1970-04-03", W->birth_same_year, REL_YEAR);
    check_dates("1970-03-14", "1971-03-14", 0, REL_CLOSE);
    check_dates("1970-12-31", "1971-01-01", 0, REL_CLOSE);
    check_dates("1970", "1969-05", 0, REL_CLOSE);
}

static void test_attributes__holds_dates_against_that_are_years_apart(void **state)
{
    (void)state;
    check_dates("1970-03-14", "1972-03-14", W->birth_apart, REL_DIFFERENT);
    check_dates("1970", "1974", W->birth_apart, REL_DIFFERENT);
    check_dates("1970", "1975", W->birth_far, REL_DIFFERENT);
    check_dates("1930-01-01", "1990-01-01", W->birth_far, REL_DIFFERENT);
}

static void test_attributes__reads_spans_and_circa(void **state)
{
    (void)state;
    check_dates("1960-05-05", "1958/1963", W->birth_year_equal, REL_YEAR);
    check_dates("1958", "1958/1963", W->birth_year_equal, REL_YEAR);
    check_dates("1963", "1958/1963", W->birth_year_equal, REL_YEAR);
    check_dates("1964", "1958/1963", 0, REL_CLOSE);
    check_dates("1966", "1958/1963", W->birth_apart, REL_DIFFERENT);
    check_dates("1970-03-14", "1970~", W->birth_year_equal, REL_YEAR);
    check_dates("1973", "1970~", 0, REL_CLOSE);
    check_dates("1974", "1970~", W->birth_apart, REL_DIFFERENT);
}

static void test_attributes__takes_the_best_of_several_dates(void **state)
{
    (void)state;
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_BIRTH_DATE, "1950-01-01", "");
    list(&s, PROP_BIRTH_DATE, "1970-03-14", "");
    list(&s, PROP_BIRTH_DATE, "around the war", ""); /* cannot be read: says nothing */
    ask_date(&s, "1988-08-08");
    ask_date(&s, "1970-03-14");
    struct term t = weigh(&s);
    assert_int_equal(t.mnat, W->birth_day_equal);
    check_slice(t.listed, "1970-03-14");
    scene_begin(&s);
    list(&s, PROP_DEATH_DATE, "1970-03-14", ""); /* another date is no birth date */
    ask_date(&s, "1970-03-14");
    assert_int_equal(weigh(&s).mnat, 0);
}

static void check_gender(const char *asked, const char *listed, int32_t mnat)
{
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_GENDER, listed, "");
    s.asked.gender = slice_of(asked);
    struct term t = weigh(&s);
    assert_int_equal(t.mnat, mnat);
    assert_true(mnat == 0 || t.on == TERM_GENDER);
}

static void test_attributes__compares_gender(void **state)
{
    (void)state;
    check_gender("male", "male", W->gender_equal);
    check_gender("female", "female", W->gender_equal);
    check_gender("male", "female", W->gender_differs);
    check_gender("male", "other", 0);
    check_gender("male", "", 0);
    check_gender("", "male", 0);
}

static void check_country(enum property p, const char *asked, const char *listed, int32_t mnat,
                          enum relation relation)
{
    struct scene s;
    scene_begin(&s);
    list(&s, p, listed, "");
    ask_country(&s, asked);
    struct term t = weigh(&s);
    if (t.mnat != mnat || (mnat != 0 && (t.relation != relation || t.on != TERM_COUNTRY))) {
        fail_msg("%s / %s: %d %s", asked, listed, (int)t.mnat, relation_name(t.relation));
    }
}

static void test_attributes__compares_countries_with_their_parents(void **state)
{
    (void)state;
    check_country(PROP_NATIONALITY, "ru", "ru", W->country_equal, REL_EQUAL);
    check_country(PROP_CITIZENSHIP, "ru", "suhh", W->country_related, REL_RELATED);
    check_country(PROP_COUNTRY, "suhh", "ru", W->country_related, REL_RELATED);
    check_country(PROP_JURISDICTION, "rs", "yucs", W->country_related, REL_RELATED);
    check_country(PROP_NATIONALITY, "ru", "ua", W->country_differs, REL_DIFFERENT);
    check_country(PROP_FLAG, "pa", "pa", W->country_equal, REL_EQUAL);
    check_country(PROP_ADDRESS, "ru", "ua", 0, REL_NONE); /* no country */
}

static void test_attributes__takes_the_best_of_several_countries(void **state)
{
    (void)state;
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_NATIONALITY, "ua", "");
    list(&s, PROP_COUNTRY, "cy", "");
    ask_country(&s, "ru");
    ask_country(&s, "cy");
    assert_int_equal(weigh(&s).mnat, W->country_equal);
}

static void check_place(const char *asked, const char *listed, int32_t mnat)
{
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_BIRTH_PLACE, listed, "");
    s.places[0] = slice_of(asked);
    s.asked.place_count = 1;
    struct term t = weigh(&s);
    if (t.mnat != mnat) {
        fail_msg("%s / %s: %d", asked, listed, (int)t.mnat);
    }
}

static void test_attributes__finds_places_as_whole_words(void **state)
{
    (void)state;
    check_place("Basra", "Basra, Iraq", W->place_equal);
    check_place("basra", "BASRA", W->place_equal);
    check_place("Basra, Iraq", "Basra", W->place_equal);
    check_place("Bas", "Basra, Iraq", 0);
    check_place("Mosul", "Basra, Iraq", 0);
    check_place("of", "City of Light", 0); /* two letters say nothing */
    check_place("", "Basra", 0);
}

/* Asks for one number, with or without a country. */
static struct scene with_id(enum property p, const char *listed, const char *note,
                            enum id_scheme scheme, const char *asked, const char *country)
{
    struct scene s;
    scene_begin(&s);
    s.asked.birth_dates = NULL; /* the scene moves when it is returned */
    list(&s, p, listed, note);
    struct identifier id;
    identifier_parse(scheme, slice_of(asked), &id);
    struct slice code = slice_of(country);
    s.asked.identifiers = &id;
    s.asked.identifier_count = 1;
    s.asked.countries = &code;
    s.asked.country_count = code.n > 0;
    attributes_weigh(&s.asked, &s.listed, W, &s.out);
    return s;
}

static void check_id(enum property p, const char *listed, enum id_scheme scheme,
                     const char *asked, int32_t mnat, bool strong)
{
    struct scene s = with_id(p, listed, "", scheme, asked, "");
    if (s.out.support + s.out.against != mnat || s.out.strong_identifier != strong) {
        fail_msg("%s / %s: %d%s", asked, listed, (int)(s.out.support + s.out.against),
                 s.out.strong_identifier ? " strong" : "");
    }
}

static void test_attributes__takes_strong_numbers_for_proof(void **state)
{
    (void)state;
    int32_t equal = W->identifier_equal;
    check_id(PROP_IMO_NUMBER, "IMO 9187629", ID_IMO, "9187629", equal, true);
    check_id(PROP_INN_CODE, "7707083893", ID_INN, "7707083893", equal, true);
    check_id(PROP_OGRN_CODE, "1027700132195", ID_OGRN, "1027700132195", equal, true);
    check_id(PROP_LEI_CODE, "5493001KJTIIGC8Y1R12", ID_LEI, "5493 001K JTII GC8Y 1R12", equal,
             true);
    check_id(PROP_PUBLIC_KEY, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", ID_WALLET,
             "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", equal, true);
}

static void test_attributes__takes_weak_numbers_for_support(void **state)
{
    (void)state;
    int32_t equal = W->identifier_equal;
    check_id(PROP_INN_CODE, "7707083894", ID_INN, "7707083894", equal, false); /* wrong check */
    check_id(PROP_CALL_SIGN, "3FJN7", ID_CALL_SIGN, "3fjn7", equal, false);
    check_id(PROP_REGISTRATION_NUMBER, "HRB 12345", ID_REGISTRATION, "HRB12345", equal, false);
    check_id(PROP_PASSPORT_NUMBER, "K1234567", ID_PASSPORT, "K 1234567", equal, false);
}

static void check_document(const char *number, const char *issuer, const char *country,
                           bool strong)
{
    struct scene s =
        with_id(PROP_PASSPORT_NUMBER, number, issuer, ID_PASSPORT, number, country);
    if (s.out.strong_identifier != strong) {
        fail_msg("passport %s of '%s' asked with '%s' must%s be proof", number, issuer, country,
                 strong ? "" : " not");
    }
}

static void test_attributes__takes_a_passport_for_proof_with_its_country_only(void **state)
{
    (void)state;
    check_document("K1234567", "ir", "ir", true);
    check_document("K1234567", "ir", "iq", false);
    check_document("K1234567", "ir", "", false);
    check_document("K1234567", "", "ir", false);
    check_document("1234", "ir", "ir", false); /* too short */
}

static void test_attributes__holds_other_numbers_of_single_schemes_against(void **state)
{
    (void)state;
    int32_t differs = W->identifier_differs;
    check_id(PROP_IMO_NUMBER, "9187629", ID_IMO, "9074729", differs, false);
    check_id(PROP_INN_CODE, "7707083893", ID_INN, "7736050003", differs, false);
    check_id(PROP_LEI_CODE, "5493001KJTIIGC8Y1R12", ID_LEI, "HWUPKR0MPOU8FGXBT394", differs,
             false);
    check_id(PROP_IMO_NUMBER, "9187629", ID_IMO, "9074728", 0, false); /* not valid */
    check_id(PROP_PASSPORT_NUMBER, "K1234567", ID_PASSPORT, "K7654321", 0,
             false); /* may have two */
    check_id(PROP_INN_CODE, "7707083893", ID_OGRN, "1027700132195", 0, false); /* two schemes */
}

static void test_attributes__lets_one_equal_number_outweigh_others(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        struct scene s;
        scene_begin(&s);
        list(&s, PROP_INN_CODE, turn ? "7707083893" : "7736050003", "");
        list(&s, PROP_INN_CODE, turn ? "7736050003" : "7707083893", "");
        ask_id(&s, ID_INN, "7702070139");
        ask_id(&s, ID_INN, "7707083893");
        assert_int_equal(weigh(&s).mnat, W->identifier_equal);
        assert_true(s.out.strong_identifier);
    }
}

static void test_attributes__say_nothing_when_missing(void **state)
{
    (void)state;
    struct scene s;
    scene_begin(&s);
    list(&s, PROP_BIRTH_DATE, "1970", "");
    list(&s, PROP_GENDER, "male", "");
    list(&s, PROP_NATIONALITY, "ru", "");
    list(&s, PROP_IMO_NUMBER, "9187629", "");
    assert_false(attributes_any(&s.asked));
    assert_int_equal(weigh(&s).mnat, 0);
    scene_begin(&s);
    ask_date(&s, "1970");
    ask_country(&s, "ru");
    ask_id(&s, ID_IMO, "9187629");
    s.asked.gender = SLICE("male");
    assert_true(attributes_any(&s.asked));
    assert_int_equal(weigh(&s).mnat, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes__compares_dates_at_the_coarser_precision),
        cmocka_unit_test(test_attributes__forgives_what_happens_to_dates),
        cmocka_unit_test(test_attributes__holds_dates_against_that_are_years_apart),
        cmocka_unit_test(test_attributes__reads_spans_and_circa),
        cmocka_unit_test(test_attributes__takes_the_best_of_several_dates),
        cmocka_unit_test(test_attributes__compares_gender),
        cmocka_unit_test(test_attributes__compares_countries_with_their_parents),
        cmocka_unit_test(test_attributes__takes_the_best_of_several_countries),
        cmocka_unit_test(test_attributes__finds_places_as_whole_words),
        cmocka_unit_test(test_attributes__takes_strong_numbers_for_proof),
        cmocka_unit_test(test_attributes__takes_weak_numbers_for_support),
        cmocka_unit_test(test_attributes__takes_a_passport_for_proof_with_its_country_only),
        cmocka_unit_test(test_attributes__holds_other_numbers_of_single_schemes_against),
        cmocka_unit_test(test_attributes__lets_one_equal_number_outweigh_others),
        cmocka_unit_test(test_attributes__say_nothing_when_missing),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
