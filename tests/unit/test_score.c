/* From millinats to thousandths, and the words of the output. */
#include "test.h"

#include "match/score.h"
#include "match/weights.h"

static void test_score__never_falls_when_evidence_rises(void **state)
{
    (void)state;
    uint16_t last = 0;
    for (int32_t mnat = -60000; mnat <= 60000; mnat++) {
        uint16_t score = score_of_mnat(mnat);
        assert_true(score >= last && score <= SCORE_EQUAL);
        last = score;
    }
    assert_int_equal(last, SCORE_EQUAL);
    assert_int_equal(score_of_mnat(INT32_MAX), SCORE_EQUAL);
    assert_int_equal(score_of_mnat(-60000), 0);
}

static void test_score__inverts_its_curve(void **state)
{
    (void)state;
    for (unsigned s = 1; s <= SCORE_EQUAL; s++) {
        int32_t least = mnat_of_score((uint16_t)s);
        assert_true(mnat_of_score((uint16_t)(s - 1)) < least);
        assert_int_equal(score_of_mnat(least), s);
        assert_int_equal(score_of_mnat(least - 1), s - 1);
    }
    assert_int_equal(mnat_of_score(2000), mnat_of_score(SCORE_EQUAL));
}

static void test_score__names_every_term_and_relation(void **state)
{
    (void)state;
    for (unsigned i = 0; i < TERM_KINDS; i++) {
        assert_true(term_name((enum term_on)i)[0] != '\0');
        for (unsigned k = 0; k < i; k++) {
            assert_string_not_equal(term_name((enum term_on)i), term_name((enum term_on)k));
        }
    }
    assert_string_equal(relation_name(REL_NONE), "");
    for (unsigned i = 1; i < REL_KINDS; i++) {
        assert_true(relation_name((enum relation)i)[0] != '\0');
    }
    assert_string_equal(term_name(TERM_BIRTH_DATE), "birthDate");
    assert_string_equal(term_name(TERM_IDENTIFIER), "identifier");
    assert_string_equal(relation_name(REL_RELATED), "related");
    assert_string_equal(relation_name(REL_TYPO), "typo");
}

static void check_signs(const struct weights *w)
{
    assert_true(w->prior < 0);
    assert_true(w->omit_base >= 0 && w->omit_share >= 0 && w->contradiction > 0);
    assert_true(w->birth_day_equal > w->birth_month_equal);
    assert_true(w->birth_month_equal > w->birth_year_equal);
    assert_true(w->birth_year_equal > w->birth_swapped && w->birth_swapped > 0);
    assert_true(w->birth_same_year < 0 && w->birth_close == 0);
    assert_true(w->birth_far <= w->birth_apart && w->birth_apart < w->birth_same_year);
    assert_true(w->gender_differs < 0 && w->country_differs < 0 && w->identifier_differs < 0);
    assert_true(w->country_equal > w->country_related && w->country_related > 0);
}

/* What the guide promises of an equal name, as arithmetic: against a floor of 0.950 a country or
 * another day of the same year does not silence, a birth date years apart, a gender and an
 * identifier do. */
static void test_score__lets_attributes_silence_an_equal_name_or_not(void **state)
{
    (void)state;
    int32_t equal = mnat_of_score(SCORE_SAME_TOKENS);
    for (unsigned kind = 0; kind < NAME_KINDS; kind++) {
        const struct weights *w = &WEIGHTS[kind];
        check_signs(w);
        assert_true(score_of_mnat(equal + w->country_differs) >= SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->birth_same_year) >= SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->birth_same_year + w->country_differs) >=
                    SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->birth_apart) < SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->birth_far) < SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->gender_differs) < SCORE_ALERT);
        assert_true(score_of_mnat(equal + w->identifier_differs) < SCORE_ALERT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_score__never_falls_when_evidence_rises),
        cmocka_unit_test(test_score__inverts_its_curve),
        cmocka_unit_test(test_score__names_every_term_and_relation),
        cmocka_unit_test(test_score__lets_attributes_silence_an_equal_name_or_not),
    };
    return RUN_TESTS(tests);
}
