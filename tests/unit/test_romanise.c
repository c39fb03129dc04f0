/* Words of alphabets to their spellings in a–z. */
#include "test.h"

#include "base/utf8.h"
#include "text/key.h"
#include "text/romanise.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 8 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static size_t spellings(const char *word, struct form out[TOKEN_FORMS_MAX])
{
    uint32_t cp[200];
    arena_reset(&arena);
    return romanise(&arena, cp, utf8_get(slice_of(word), cp, 200), out);
}

static void check_usual(const char *word, const char *expected)
{
    struct form forms[TOKEN_FORMS_MAX];
    assert_true(spellings(word, forms) > 0);
    check_slice(forms[0].text, expected);
    assert_int_equal(forms[0].cost, 0);
}

static void check_also(const char *word, const char *expected)
{
    struct form forms[TOKEN_FORMS_MAX];
    size_t n = spellings(word, forms);
    size_t i = 0;
    while (i < n && !slice_is(forms[i].text, expected)) {
        i++;
    }
    if (i == n) {
        fail_msg("%s is not spelled %s", word, expected);
    }
    assert_true(i == 0 || forms[i].cost > 0);
}

static void test_romanise__gives_the_usual_spelling_first(void **state)
{
    (void)state;
    check_usual("\u0449\u0443\u043A\u0438\u043D", "shchukin");
    check_usual("\u0436\u0443\u043A\u043E\u0432\u0430", "zhukova");
    check_usual("m\u00FCller", "muller");
    check_usual("\u0142ukasz", "lukasz");
    check_usual("\u00F8rsted", "orsted");
    check_usual("\u0111okovi\u0107", "dokovic");
    check_usual("\u0131\u015F\u0131k", "isik");
    check_usual("\u03C0\u03B1\u03C0\u03B1\u03B4\u03AC\u03BA\u03B7\u03C3", "papadakis");
    check_usual("anna", "anna");
}

static void test_romanise__gives_the_customary_others(void **state)
{
    (void)state;
    check_also("m\u00FCller", "mueller");
    check_also("\u00F8rsted", "oersted");
    check_also("\u0111okovi\u0107", "djokovic");
    check_also("\u0445\u043E\u043C\u0435\u043D\u043A\u043E", "homenko");
    check_also("\u0449\u0443\u043A\u0438\u043D", "schukin");
}

/* Distinct, cheapest first, a–z and 0–9, whatever the word. */
static void test_romanise__gives_distinct_spellings_by_cost(void **state)
{
    (void)state;
    static const uint32_t BLOCKS[][2] = {
        {'a', 26}, {0xDF, 0x120}, {0x430, 0x60}, {0x3AC, 0x24}, {0x621, 0x4A}};
    struct dice d = dice_new(7);
    for (int round = 0; round < 4000; round++) {
        uint32_t cp[130];
        size_t block = dice_below(&d, COUNT_OF(BLOCKS));
        size_t n = 1 + dice_below(&d, dice_one_in(&d, 20) ? 120 : 12);
        for (size_t i = 0; i < n; i++) {
            cp[i] = BLOCKS[block][0] + (uint32_t)dice_below(&d, BLOCKS[block][1]);
        }
        struct form forms[TOKEN_FORMS_MAX];
        arena_reset(&arena);
        size_t count = romanise(&arena, cp, n, forms);
        assert_in_range(count, 0, TOKEN_FORMS_MAX);
        for (size_t i = 0; i < count; i++) {
            assert_in_range(forms[i].text.n, 1, TOKEN_BYTES_MAX);
            assert_true(i == 0 || forms[i - 1].cost <= forms[i].cost);
            for (size_t k = 0; k < forms[i].text.n; k++) {
                char c = forms[i].text.p[k];
                assert_true(ascii_is_lower(c) || ascii_is_digit(c));
            }
            for (size_t k = 0; k < i; k++) {
                assert_false(slice_eq(forms[i].text, forms[k].text));
            }
        }
    }
}

static void test_romanise__bounds_a_word_of_many_choices(void **state)
{
    (void)state;
    uint32_t cp[TOKEN_BYTES_MAX];
    struct form forms[TOKEN_FORMS_MAX];
    for (size_t i = 0; i < TOKEN_BYTES_MAX; i++) {
        cp[i] = 0x449; /* shch: four letters each, several ways */
    }
    arena_reset(&arena);
    size_t n = romanise(&arena, cp, TOKEN_BYTES_MAX, forms);
    assert_true(n > 0);
    assert_int_equal(forms[0].text.n, TOKEN_BYTES_MAX);
}

static void test_romanise__refuses_letters_without_a_table(void **state)
{
    (void)state;
    struct form forms[TOKEN_FORMS_MAX];
    assert_int_equal(spellings("\u13A0\u13B3", forms), 0); /* Cherokee */
    assert_int_equal(spellings("ann\u13A0", forms), 0);
}

/* The vowel that is not written, vowels before their consonant, letters that are silent. */
static void test_romanise__lays_out_vowels(void **state)
{
    (void)state;
    check_usual("\u0930\u093E\u092E", "ram"); /* Hindi ends without the vowel */
    check_also("\u0930\u093E\u092E", "rama");
    check_usual("\u0928\u0930\u0947\u0928\u094D\u0926\u094D\u0930", "narendra");
    check_usual("\u0E0A\u0E31\u0E22", "chai");
    check_usual("\u0E41\u0E14\u0E07", "daeng"); /* written ae-d-ng */
    check_usual("\u0E2A\u0E21\u0E0A\u0E32\u0E22", "somchai");
    check_usual("\u1021\u1031\u102C\u1004\u103A", "aung");
    check_usual("\u1000\u103C\u100A\u103A", "kyi");
    check_usual("\u1785\u17B6\u1793\u17CB", "chan");
}

static void test_romanise__reads_the_other_alphabets(void **state)
{
    (void)state;
    check_usual("\u10D2\u10D8\u10DD\u10E0\u10D2\u10D8", "giorgi");
    check_usual("\u057D\u0565\u0580\u056A", "serzh");
    check_usual("\u1208\u121B", "lema");
    check_usual("\u3068\u3046\u304D\u3087\u3046", "tokyo");
    check_also("\u3068\u3046\u304D\u3087\u3046", "toukyo");
    check_usual("\u3044\u3063\u3061", "itchi");
    check_also("\u3044\u3063\u3061", "icchi");
}

static bool among(const struct form *forms, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_is(forms[i].text, text)) {
            return true;
        }
    }
    return false;
}

/* No two of those that are appended have the same consonants, when there are two or more. */
static void test_romanise__tells_transcriptions_apart_by_consonants(void **state)
{
    (void)state;
    struct form forms[TOKEN_FORMS_MAX];
    uint32_t cp[16];
    size_t n = utf8_get(slice_of("\uB974\uBE14\uB791"), cp, 16); /* 르블랑 */
    arena_reset(&arena);
    size_t made = romanise_foreign(&arena, cp, n, forms, 0);
    assert_in_range(made, 2, TOKEN_FORMS_MAX);
    assert_true(among(forms, made, "leblang") || among(forms, made, "lblang"));
    for (size_t i = 0; i < made; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_true(key_of(forms[i].text) != key_of(forms[k].text) ||
                        key_length(key_of(forms[i].text)) < 2);
        }
    }
    n = utf8_get(slice_of("\u13A0"), cp, 16);
    assert_int_equal(romanise_foreign(&arena, cp, n, forms, 0), 0);
}

/* Scripts whose vowels are laid out, at the length of the longest word. */
static void test_romanise__bounds_words_of_signs(void **state)
{
    (void)state;
    static const uint32_t SIGNS[] = {0x0915, 0x094D, 0x093E, 0x0E40, 0x0E01, 0x0E4C,  0x1000,
                                     0x1039, 0x103A, 0x1780, 0x17D2, 0x0D9A, 0x0DCA,  0x0F40,
                                     0xAC00, 0x30AF, 0x0EC0, 0x0E81, 0xE012, 0x10FFFF};
    struct form forms[TOKEN_FORMS_MAX];
    uint32_t cp[TOKEN_BYTES_MAX];
    struct dice d = dice_new(7);
    for (int round = 0; round < 3000; round++) {
        size_t n = 1 + dice_below(&d, TOKEN_BYTES_MAX);
        for (size_t i = 0; i < n; i++) {
            cp[i] = SIGNS[dice_below(&d, COUNT_OF(SIGNS))];
        }
        arena_reset(&arena);
        size_t made = romanise(&arena, cp, n, forms);
        made = romanise_consonants(&arena, cp, n, forms, made);
        assert_in_range(romanise_foreign(&arena, cp, n, forms, made), 0, TOKEN_FORMS_MAX);
    }
}

static void test_romanise__says_nothing_when_the_arena_has_failed(void **state)
{
    (void)state;
    struct arena small;
    struct form forms[TOKEN_FORMS_MAX];
    uint32_t cp[] = {0x430, 0x43D, 0x43D, 0x430};
    arena_init(&small, 1);
    assert_int_equal(romanise(&small, cp, 4, forms), 0);
    arena_release(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_romanise__gives_the_usual_spelling_first),
        cmocka_unit_test(test_romanise__gives_the_customary_others),
        cmocka_unit_test(test_romanise__gives_distinct_spellings_by_cost),
        cmocka_unit_test(test_romanise__bounds_a_word_of_many_choices),
        cmocka_unit_test(test_romanise__refuses_letters_without_a_table),
        cmocka_unit_test(test_romanise__lays_out_vowels),
        cmocka_unit_test(test_romanise__reads_the_other_alphabets),
        cmocka_unit_test(test_romanise__tells_transcriptions_apart_by_consonants),
        cmocka_unit_test(test_romanise__bounds_words_of_signs),
        cmocka_unit_test(test_romanise__says_nothing_when_the_arena_has_failed),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
