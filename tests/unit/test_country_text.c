/* Countries as lists type them, with words of doubt and remarks around the name. */
#include "test.h"

#include "lists/country_text.h"

static void test_country_text__reads_the_name_and_leaves_the_rest(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *code; /* "" : none is to be seen */
        const char *doubt;
        bool more;
    } CASES[] = {
        {"Occupied Palestinian Territories", "ps", "", false},
        {"Congo (Democratic Republic)", "cd", "", false},
        {"CONGO, Democratic Republic of (was Zaire)", "cd", "", false},
        {"CONGO, People's Republic of", "cg", "", false},
        {"BOSNIA AND HERZEGOWINA", "ba", "", false},
        {"possibly Palestinian", "ps", "possibly", false},
        {"Possibly Ethiopian", "et", "Possibly", false},
        {"Indonesia (as at Dec. 2003)", "id", "", true},
        {"USSR (until 1991)", "suhh", "", true},
        {"Kuwaiti citizenship withdrawn in 2002", "kw", "", true},
        {"Sudanese by birth", "sd", "", true},
        {"Branch Office 11: Iran", "ir", "", true},
        {"United States. Also believed to hold Syrian nationality", "us", "", true},
        /* What may be a part of the name is not cut off it. */
        {"Congo (Eastern Republic)", "", "", false},
        {"Korea (Southern)", "", "", false},
        {"Guinea Equatoria", "", "", false},
        {"Nowhere (as at Dec. 2003)", "", "", false},
        {"possibly", "", "", false},
        {"", "", "", false},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct country_text c = country_text_read(slice_of(CASES[i].text));
        if (!slice_is(c.code, CASES[i].code) ||
            (c.code.n && (!slice_is(c.doubt, CASES[i].doubt) || c.more != CASES[i].more))) {
            fail_msg("'%s': '%.*s' '%.*s' %d", CASES[i].text, SLICE_ARG(c.code),
                     SLICE_ARG(c.doubt), c.more);
        }
    }
}

static void test_country_text__says_none(void **state)
{
    (void)state;
    assert_true(country_text_says_none(SLICE("None Identified")));
    assert_true(country_text_says_none(SLICE(" unknown ")));
    assert_false(country_text_says_none(SLICE("Namibia")));
    assert_false(country_text_says_none(SLICE("Jammu and Kashmir")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_country_text__reads_the_name_and_leaves_the_rest),
        cmocka_unit_test(test_country_text__says_none),
    };
    return RUN_TESTS(tests);
}
