/* Korean and Chinese names as sequences of syllables. */
#include "test.h"

#include "text/syllable.h"

static struct readings of_spelling(const char *word)
{
    struct readings r;
    struct fence f = fence_make(slice_of(word));
    readings_of_spelling(f.text, &r);
    fence_release(&f);
    return r;
}

static struct readings of_character(uint32_t cp)
{
    struct readings r;
    readings_of_character(cp, &r);
    return r;
}

/* A reading that both have, in one of the languages. */
static bool meet(const struct readings *a, const struct readings *b, unsigned languages)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (a->codes[i].value == b->codes[k].value &&
                a->codes[i].detail == b->codes[k].detail && (a->codes[i].detail & languages)) {
                return true;
            }
        }
    }
    return false;
}

static void check_meet(const char *a, const char *b, unsigned languages, bool expected)
{
    struct readings x = of_spelling(a);
    struct readings y = of_spelling(b);
    if (meet(&x, &y, languages) != expected) {
        fail_msg("%s and %s %s", a, b, expected ? "do not meet" : "meet");
    }
}

static void check_character(uint32_t cp, const char *spelling, unsigned languages,
                            bool expected)
{
    struct readings x = of_character(cp);
    struct readings y = of_spelling(spelling);
    if (meet(&x, &y, languages) != expected) {
        fail_msg("U+%04X and %s %s", cp, spelling, expected ? "do not meet" : "meet");
    }
}

static void test_syllable__joins_the_systems_of_korean(void **state)
{
    (void)state;
    check_meet("jeong", "chong", LANGUAGE_KOREAN, true);
    check_meet("jeong", "jung", LANGUAGE_KOREAN, true);
    check_meet("park", "pak", LANGUAGE_KOREAN, true);
    check_meet("lee", "ri", LANGUAGE_KOREAN, true);
    check_meet("lee", "yi", LANGUAGE_KOREAN, true);
    check_meet("choi", "choe", LANGUAGE_KOREAN, true);
    check_meet("sungmin", "seongmin", LANGUAGE_KOREAN, true);
    check_meet("kim", "\u043A\u0438\u043C", LANGUAGE_KOREAN, true);
}

static void test_syllable__keeps_other_syllables_of_korean_apart(void **state)
{
    (void)state;
    check_meet("un", "il", LANGUAGE_KOREAN, false);
    check_meet("min", "ho", LANGUAGE_KOREAN, false);
    check_meet("su", "chol", LANGUAGE_KOREAN, false);
    check_meet("sungmin", "sungho", LANGUAGE_KOREAN, false);
    check_meet("sungmin", "minsung", LANGUAGE_KOREAN, false);
}

static void test_syllable__joins_the_systems_of_chinese(void **state)
{
    (void)state;
    check_meet("zhang", "chang", LANGUAGE_MANDARIN, true);
    check_meet("xu", "hsu", LANGUAGE_MANDARIN, true);
    check_meet("cai", "tsai", LANGUAGE_MANDARIN, true);
    check_meet("guoxiong", "kuohsiung", LANGUAGE_MANDARIN, true);
    check_meet("zhou", "\u0447\u0436\u043E\u0443", LANGUAGE_MANDARIN, true);
    check_meet("wei", "wen", LANGUAGE_MANDARIN, false);
    check_meet("meiling", "meilan", LANGUAGE_MANDARIN, false);
}

static void test_syllable__reads_hangul_and_han(void **state)
{
    (void)state;
    check_character(0xAE40, "kim", LANGUAGE_KOREAN, true);  /* 김 */
    check_character(0xBC15, "park", LANGUAGE_KOREAN, true); /* 박 */
    check_character(0xBC15, "kim", LANGUAGE_KOREAN, false);
    check_character(0x91D1, "kim", LANGUAGE_KOREAN, true); /* 金 */
    check_character(0x91D1, "jin", LANGUAGE_MANDARIN, true);
    check_character(0x5F35, "zhang", LANGUAGE_MANDARIN, true); /* 張 */
    check_character(0x5F20, "chang", LANGUAGE_MANDARIN, true); /* 张 */
    check_character(0x5F35, "cheung", LANGUAGE_CANTONESE, true);
    check_character(0x5F35, "jang", LANGUAGE_KOREAN, true);
    check_character(0x5F35, "wang", LANGUAGE_MANDARIN, false);
    struct readings none = of_character('a');
    assert_int_equal(none.count, 0);
    none = of_character(0x1F600);
    assert_int_equal(none.count, 0);
}

static void test_syllable__knows_surnames(void **state)
{
    (void)state;
    assert_true(of_spelling("kim").surnames & LANGUAGE_KOREAN);
    assert_true(of_spelling("zhang").surnames & LANGUAGE_MANDARIN);
    assert_false(of_spelling("sungmin").surnames);
    assert_false(of_spelling("seong").surnames & LANGUAGE_MANDARIN);
    assert_true(of_character(0xAE40).surnames & LANGUAGE_KOREAN);
}

static void test_syllable__counts_the_shortest_reading(void **state)
{
    (void)state;
    assert_int_equal(of_spelling("kim").syllables, 1);
    assert_int_equal(of_spelling("meiling").syllables, 2);
    assert_int_equal(of_spelling("maria").syllables > 1, 1);
    assert_int_equal(of_spelling("hartmann").syllables, 0);
    assert_int_equal(of_spelling("").count, 0);
    assert_int_equal(of_spelling("a1").count, 0);
}

static void test_syllable__bounds_its_readings(void **state)
{
    (void)state;
    /* Each vowel is a syllable of its own: the number of ways grows fast without a bound. */
    static const char *const WORDS[] = {"aiaoaieouaiaoeaiaoaieouaiaoe", "xianxianxianxianxian",
                                        "anananananananananananananananananananan"};
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        double before = cpu_ms();
        struct readings r = of_spelling(WORDS[i]);
        assert_in_range(r.count, 0, TOKEN_CODES_MAX);
        assert_true(cpu_ms() - before < 20 * (TEST_SANITIZED ? 10 : 1));
    }
}

/* (a b) c is a (b c), and both are what the joined spelling reads as. */
static void test_syllable__joins_sequences_associatively(void **state)
{
    (void)state;
    static const char *const SYLLABLES[] = {"jong", "un", "chol", "su",
                                            "min",  "ho", "song", "gil"};
    struct dice d = dice_new(9);
    for (int round = 0; round < 2000; round++) {
        const char *s[3];
        struct code c[3];
        for (int i = 0; i < 3; i++) {
            s[i] = SYLLABLES[dice_below(&d, COUNT_OF(SYLLABLES))];
            struct readings r = of_spelling(s[i]);
            size_t k = 0;
            while (!(r.codes[k].detail & LANGUAGE_KOREAN) ||
                   r.codes[k].detail >> CODE_LENGTH_SHIFT != 1) {
                k++;
            }
            c[i] = r.codes[k];
        }
        struct code ab;
        struct code bc;
        struct code left;
        struct code right;
        assert_true(sequence_join(&c[0], &c[1], &ab) && sequence_join(&ab, &c[2], &left));
        assert_true(sequence_join(&c[1], &c[2], &bc) && sequence_join(&c[0], &bc, &right));
        assert_int_equal(left.value, right.value);
        assert_int_equal(left.detail, right.detail);
        assert_int_equal(left.detail >> CODE_LENGTH_SHIFT, 3);
        char joined[40];
        (void)snprintf(joined, sizeof joined, "%s%s", s[0], s[1]);
        struct readings whole = of_spelling(joined);
        bool found = whole.count == TOKEN_CODES_MAX; /* more ways than are kept */
        for (size_t k = 0; k < whole.count; k++) {
            found |= whole.codes[k].value == ab.value && whole.codes[k].detail == ab.detail;
        }
        assert_true(found);
    }
}

static void test_syllable__joins_one_language_only(void **state)
{
    (void)state;
    struct code korean = {1, CODE_SYLLABLE, LANGUAGE_KOREAN | 1 << CODE_LENGTH_SHIFT};
    struct code mandarin = {1, CODE_SYLLABLE, LANGUAGE_MANDARIN | 1 << CODE_LENGTH_SHIFT};
    struct code variant = {1, CODE_VARIANT, 0};
    struct code out;
    assert_false(sequence_join(&korean, &mandarin, &out));
    assert_false(sequence_join(&korean, &variant, &out));
    struct code a = korean;
    struct code b = korean;
    b.value = 2;
    struct code ba;
    assert_true(sequence_join(&a, &b, &out) && sequence_join(&b, &a, &ba));
    assert_true(out.value != ba.value); /* order matters */
}

static void test_syllable__folds_traditional_characters(void **state)
{
    (void)state;
    assert_int_equal(han_fold(0x5F35), 0x5F20); /* 張 → 张 */
    assert_int_equal(han_fold(0x8ECD), 0x519B); /* 軍 → 军 */
    assert_int_equal(han_fold(0x5F20), 0x5F20);
    assert_int_equal(han_fold('x'), 'x');
    for (uint32_t cp = 0x4E00; cp < 0xA000; cp++) {
        assert_int_equal(han_fold(han_fold(cp)), han_fold(cp));
    }
}

static void test_syllable__spells_characters(void **state)
{
    (void)state;
    const char *out[TOKEN_FORMS_MAX];
    assert_true(spellings_of_character(0xAE40, out) > 1);
    assert_true(spellings_of_character(0x5F20, out) > 1);
    assert_string_equal(out[0], "zhang");
    assert_int_equal(spellings_of_character('a', out), 0);
    for (uint32_t cp = 0x3400; cp < 0xD7B0; cp++) {
        assert_in_range(spellings_of_character(cp, out), 0, TOKEN_FORMS_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllable__joins_the_systems_of_korean),
        cmocka_unit_test(test_syllable__keeps_other_syllables_of_korean_apart),
        cmocka_unit_test(test_syllable__joins_the_systems_of_chinese),
        cmocka_unit_test(test_syllable__reads_hangul_and_han),
        cmocka_unit_test(test_syllable__knows_surnames),
        cmocka_unit_test(test_syllable__counts_the_shortest_reading),
        cmocka_unit_test(test_syllable__bounds_its_readings),
        cmocka_unit_test(test_syllable__joins_sequences_associatively),
        cmocka_unit_test(test_syllable__joins_one_language_only),
        cmocka_unit_test(test_syllable__folds_traditional_characters),
        cmocka_unit_test(test_syllable__spells_characters),
    };
    return RUN_TESTS(tests);
}
