/* respell, slot: other spellings of a name, and which part of it is which. */
#include "test.h"

#include "text/respell.h"
#include "text/slot.h"

static void check_german(const char *word, const char *expected)
{
    char out[TOKEN_BYTES_MAX];
    size_t n = respell_german(slice_of(word), out);
    assert_int_equal(n, strlen(expected));
    assert_memory_equal(out, expected, n);
}

static void test_respell__reads_german_spellings(void **state)
{
    (void)state;
    check_german("chruschtschow", "khrushchov");
    check_german("zwetkow", "tsvetkov");
    check_german("tschernow", "chernov");
    check_german("selenskyj", "zelenskyy");
    check_german("schmidt", ""); /* no sign of a Slavic name */
    check_german("ow", "");
}

static void test_respell__writes_pinyin_by_ear(void **state)
{
    (void)state;
    char out[TOKEN_BYTES_MAX];
    assert_int_equal(respell_pinyin(SLICE("xi"), 0, out), 3);
    assert_memory_equal(out, "shi", 3);
    assert_int_equal(respell_pinyin(SLICE("zhang"), 0, out), 4);
    assert_memory_equal(out, "jang", 4);
    assert_int_equal(respell_pinyin(SLICE("ming"), 0, out), 0);
}

static void test_respell__leaves_long_words_alone(void **state)
{
    (void)state;
    char word[TOKEN_BYTES_MAX];
    char out[TOKEN_BYTES_MAX];
    memset(word, 'z', sizeof word);
    memcpy(word, "tsch", 4);
    assert_int_equal(respell_german((struct slice){word, sizeof word}, out), 0);
    assert_int_equal(respell_pinyin((struct slice){word, sizeof word}, 0, out), 0);
}

/* The slots of a name of people, one letter each. */
static void check_slots(const char *text, const char *expected)
{
    static const char LETTERS[SLOT_KINDS] = "-gmpfnks?";
    struct arena arena;
    struct name name[NAME_READINGS_MAX];
    struct slot_guess slots[NAME_TOKENS_MAX];
    char found[NAME_TOKENS_MAX + 1] = {0};
    size_t count;
    arena_init(&arena, 1 << 20);
    assert_int_equal(name_analyse(&arena, slice_of(text), NAME_PERSON, name, &count, NULL), 0);
    slots_of(&name[0], slots);
    for (size_t i = 0; i < name[0].n; i++) {
        found[i] = LETTERS[slots[i].slot];
        assert_true(slots[i].sure <= 1000);
    }
    assert_string_equal(found, expected);
    arena_release(&arena);
}

static void test_slot__tells_the_parts_of_a_name(void **state)
{
    (void)state;
    check_slots("Anna Petrovna Sokolova", "gpf");
    check_slots("Sokolova, Anna Petrovna", "fgp");
    check_slots("Majid bin Hatem al-Rawi", "g-p-n");
    check_slots("Abu Bakr Zahir", "-kf");
    check_slots("John Smith III", "gfs");
    check_slots("Kim Jong Un", "fgg");
    check_slots("Suharto", "?");
}

/* What would be dear without limits: marks, one letter, mixed directions, unassigned points. */
static void check_bomb(const char *piece, size_t times)
{
    struct arena arena;
    struct name name[NAME_READINGS_MAX];
    size_t count = 0;
    size_t n = strlen(piece);
    char *text = malloc(n * times);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + i * n, piece, n);
    }
    arena_init(&arena, (size_t)8 << 20);
    int result =
        name_analyse(&arena, (struct slice){text, n * times}, NAME_PERSON, name, &count, NULL);
    if (result == 0) {
        for (size_t i = 0; i < count; i++) {
            assert_true(name[i].n <= NAME_TOKENS_MAX);
            assert_true(name[i].cut);
        }
    } else {
        assert_int_equal(result, ERR_TEXT);
    }
    arena_release(&arena);
    free(text);
}

static void test_name__bounds_bombs(void **state)
{
    (void)state;
    check_bomb("a\xCC\x81", 10000 / 3); /* combining marks */
    check_bomb("\xCC\x81", 5000);       /* marks alone */
    check_bomb("a", 1000000);           /* one letter */
    check_bomb("\xD0\xB2", 500000);     /* one Cyrillic letter */
    check_bomb("\xD8\xB9\xD8\xA8\xD8\xAF\xD8\xA7\xD9\x84\xD9\x83\xD8\xB1 ", 5000); /* Abd al- */
    check_bomb("abc \xE2\x80\xAE\xD7\x90\xD7\x91 ", 5000); /* mixed directions */
    check_bomb("\xF3\xA0\x80\x80\xF0\x9F\xBF\xBE", 3000);  /* unassigned */
    check_bomb("\xE5\xBC\x97", 5000);                      /* one Han character */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_respell__reads_german_spellings),
        cmocka_unit_test(test_respell__writes_pinyin_by_ear),
        cmocka_unit_test(test_respell__leaves_long_words_alone),
        cmocka_unit_test(test_slot__tells_the_parts_of_a_name),
        cmocka_unit_test(test_name__bounds_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
