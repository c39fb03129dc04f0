/* Names to tokens.  More cases, one a line, stand in tests/spec/names.spec. */
#include "test.h"

#include <utf8proc.h>

#include "text/name.h"

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

static struct name readings[NAME_READINGS_MAX];

static size_t analyse(const char *text, enum name_kind kind)
{
    size_t n = 0;
    struct diag diag = {.code = 0};
    arena_reset(&arena);
    if (name_analyse(&arena, slice_of(text), kind, readings, &n, &diag) < 0) {
        fail_msg("\"%s\": %s", text, diag.text);
    }
    return n;
}

static bool shares_code(const struct token *a, const struct token *b, enum code_type type)
{
    for (size_t i = 0; i < a->code_count; i++) {
        for (size_t k = 0; k < b->code_count; k++) {
            if (a->codes[i].type == type && b->codes[k].type == type &&
                a->codes[i].value == b->codes[k].value) {
                return true;
            }
        }
    }
    return false;
}

/* Do the last words of two names share a code of this type? */
static bool last_share(const char *a, const char *b, enum name_kind kind, enum code_type type)
{
    (void)analyse(a, kind);
    struct token x = readings[0].tokens[readings[0].n - 1];
    size_t n = 0;
    assert_int_equal(name_analyse(&arena, slice_of(b), kind, readings, &n, NULL), 0);
    return shares_code(&x, &readings[0].tokens[readings[0].n - 1], type);
}

static void test_name__refuses_what_is_no_name(void **state)
{
    (void)state;
    static const char *const NOTHING[] = {"",       " ",      "-",    "...",
                                          "\u200F", "\u3000", "('')", "\u0301"};
    size_t n = 77;
    struct diag diag = {.code = 0};
    for (size_t i = 0; i < COUNT_OF(NOTHING); i++) {
        assert_int_equal(
            name_analyse(&arena, slice_of(NOTHING[i]), NAME_PERSON, readings, &n, &diag),
            ERR_TEXT);
    }
    assert_int_equal(name_analyse(&arena, SLICE("Zo\xEB"), NAME_PERSON, readings, &n, &diag),
                     ERR_TEXT);
    assert_non_null(strstr(diag.text, "byte 3"));
    assert_int_equal(n, 77);
}

static void test_name__fails_cleanly_without_memory(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < 20000; limit += 97) {
        struct arena small;
        size_t n;
        arena_init(&small, limit);
        int r = name_analyse(&small, SLICE("Gen. Majid bin Hatem \u5F20\u7F8E\u73B2 Щукин III"),
                             NAME_PERSON, readings, &n, NULL);
        assert_true(r == 0 || r == ERR_MEMORY);
        arena_release(&small);
    }
}

static void test_name__reads_a_run_of_syllables_in_two_ways(void **state)
{
    (void)state;
    assert_int_equal(analyse("\uCD5C\uC131\uBBFC", NAME_PERSON), 2); /* 최성민 */
    assert_int_equal(readings[0].n, 3);
    assert_int_equal(readings[1].n, 1);
    assert_true(readings[0].tokens[0].flags & TOKEN_CHARACTER);
    assert_false(readings[1].tokens[0].flags & TOKEN_CHARACTER);
    assert_int_equal(analyse("Choi Sung-min", NAME_PERSON), 1);
    assert_int_equal(analyse("\u5F20 \u4F1F", NAME_PERSON), 1); /* already apart */
    assert_int_equal(analyse("\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D", NAME_PERSON),
                     1); /* too long */
}

/* Syllables without a spelling, in a run that is read as one word. */
static void test_name__keeps_all_characters_of_a_run(void **state)
{
    (void)state;
    static const char *const RUNS[] = {"차크마크", "마크차크", "莫比乌斯", "뷁뷁", "张뷁"};
    for (size_t i = 0; i < COUNT_OF(RUNS) - 1; i++) {
        assert_int_equal(analyse(RUNS[i], NAME_PERSON), 2);
        check_slice(readings[1].tokens[0].native, RUNS[i]);
    }
    assert_int_equal(analyse(RUNS[COUNT_OF(RUNS) - 1], NAME_PERSON), 1); /* two scripts part */
    assert_int_equal(readings[0].n, 2);
}

static void test_name__marks_what_stands_behind_the_comma(void **state)
{
    (void)state;
    (void)analyse("Zorin, Pavel Lvovich", NAME_PERSON);
    assert_int_equal(readings[0].n, 3);
    assert_false(readings[0].tokens[0].flags & TOKEN_AFTER_COMMA);
    assert_true(readings[0].tokens[1].flags & TOKEN_AFTER_COMMA);
    assert_true(readings[0].tokens[2].flags & TOKEN_AFTER_COMMA);
}

static void test_name__writes_abjads_without_vowels(void **state)
{
    (void)state;
    (void)analyse("\u0643\u0631\u064A\u0645", NAME_PERSON);
    assert_true(readings[0].tokens[0].flags & TOKEN_ABJAD);
    (void)analyse("Karim", NAME_PERSON);
    assert_false(readings[0].tokens[0].flags & TOKEN_ABJAD);
}

static void test_name__gives_equal_numerals_one_code(void **state)
{
    (void)state;
    assert_true(last_share("Petrel 7", "Petrel VII", NAME_CRAFT, CODE_NUMERAL));
    assert_true(last_share("Petrel 7", "Petrel Seven", NAME_CRAFT, CODE_NUMERAL));
    assert_true(last_share("Petrel 7", "Petrel 07", NAME_CRAFT, CODE_NUMERAL));
    assert_true(last_share("Harbor Capital 2", "Harbor Capital Second", NAME_ORGANIZATION,
                           CODE_NUMERAL));
    assert_false(last_share("Petrel 7", "Petrel VIII", NAME_CRAFT, CODE_NUMERAL));
    assert_false(last_share("Petrel 1", "Petrel 10", NAME_CRAFT, CODE_NUMERAL));
}

static void test_name__gives_one_legal_form_one_code(void **state)
{
    (void)state;
    assert_true(last_share("Velmora Ltd", "Velmora Limited", NAME_ORGANIZATION, CODE_LEGAL));
    assert_true(last_share("Velmora GmbH", "Velmora Gesellschaft mit beschränkter Haftung",
                           NAME_ORGANIZATION, CODE_LEGAL));
    assert_true(last_share("Velmora S.p.A.", "Velmora SpA", NAME_ORGANIZATION, CODE_LEGAL));
    assert_false(last_share("Velmora AG", "Velmora GmbH", NAME_ORGANIZATION, CODE_LEGAL));
    assert_false(last_share("Velmora SA", "Velmora SRL", NAME_ORGANIZATION, CODE_LEGAL));
}

static void test_name__gives_variants_one_code(void **state)
{
    (void)state;
    assert_true(last_share("Muhammad", "Mohammed", NAME_PERSON, CODE_VARIANT));
    assert_true(last_share("Yousef", "Yusuf", NAME_PERSON, CODE_VARIANT));
    assert_false(last_share("Muhammad", "Mahmoud", NAME_PERSON, CODE_VARIANT));
    assert_true(last_share("Misha", "Mikhail", NAME_PERSON, CODE_NEAR));
}

static void test_name__says_when_words_are_left_out(void **state)
{
    (void)state;
    char text[NAME_TOKENS_MAX * 6 + 20];
    for (size_t words = NAME_TOKENS_MAX - 1; words <= NAME_TOKENS_MAX + 1; words++) {
        size_t n = 0;
        for (size_t i = 0; i < words; i++) {
            n += (size_t)snprintf(text + n, sizeof text - n, "w%c%cx ", 'a' + (int)(i / 26),
                                  'a' + (int)(i % 26));
        }
        (void)analyse(text, NAME_PERSON);
        assert_int_equal(readings[0].n, words < NAME_TOKENS_MAX ? words : NAME_TOKENS_MAX);
        assert_int_equal(readings[0].cut, words > NAME_TOKENS_MAX);
    }
}

static void test_name__cuts_a_very_long_word(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    (void)analyse(text, NAME_PERSON);
    assert_int_equal(readings[0].n, 1);
    assert_in_range(readings[0].tokens[0].native.n, TOKEN_BYTES_MAX - 4, TOKEN_BYTES_MAX);
}

static bool same_tokens(const struct name *a, const struct name *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++) {
        const struct token *x = &a->tokens[i];
        const struct token *y = &b->tokens[i];
        same = x->class == y->class && x->script == y->script && x->flags == y->flags &&
               x->languages == y->languages && slice_eq(x->native, y->native) &&
               x->form_count == y->form_count && x->code_count == y->code_count;
        for (size_t k = 0; same && k < x->form_count; k++) {
            same = slice_eq(x->forms[k].text, y->forms[k].text) &&
                   x->forms[k].cost == y->forms[k].cost && x->forms[k].key == y->forms[k].key;
        }
    }
    return same;
}

/* Both canonical forms of a name are one name. */
static void test_name__analyses_composed_and_decomposed_text_alike(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "Zdzisław Wójcik",
        "Łucja Żółtowska",
        "Nguyễn Đình Phúc",
        "Vüqar Əlizadə",
        "Çağlar Öztürk",
        "Željko Đurić",
        "Алёна Йорданова",
        "Андрій Їжакевич",
        "Γιώργος Παπαδάκης",
        "최성민",
        "김철수",
        "أحمد آل خليفة",
        "Søren Østergård",
        "Große & Søhne GmbH",
        "Ādams Kalniņš",
        "Ông Trần Hữu Lộc",
    };
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        char *c = (char *)utf8proc_NFC((const utf8proc_uint8_t *)NAMES[i]);
        char *d = (char *)utf8proc_NFD((const utf8proc_uint8_t *)NAMES[i]);
        struct name composed[NAME_READINGS_MAX];
        struct name decomposed[NAME_READINGS_MAX];
        size_t n;
        size_t m;
        arena_reset(&arena);
        for (unsigned kind = 0; kind < NAME_KINDS; kind++) {
            assert_int_equal(
                name_analyse(&arena, slice_of(c), (enum name_kind)kind, composed, &n, NULL), 0);
            assert_int_equal(
                name_analyse(&arena, slice_of(d), (enum name_kind)kind, decomposed, &m, NULL),
                0);
            assert_int_equal(n, m);
            for (size_t k = 0; k < n; k++) {
                if (!same_tokens(&composed[k], &decomposed[k])) {
                    fail_msg("%s depends on its normal form", NAMES[i]);
                }
            }
        }
        free(c);
        free(d);
    }
}

/* Whatever the text: what the headers promise of a name holds. */
/* Burmese has no blanks: a token a syllable, and the whole as one word. */
static void test_name__parts_burmese_into_syllables(void **state)
{
    (void)state;
    assert_int_equal(
        analyse("\u1019\u1031\u102C\u1004\u103A\u1019\u1031\u102C\u1004\u103A", NAME_PERSON),
        2);
    assert_int_equal(readings[0].n, 2);
    check_slice(readings[0].tokens[1].forms[0].text, "maung");
    assert_int_equal(readings[1].n, 1);
    check_slice(readings[1].tokens[0].forms[0].text, "maungmaung");
}

/* The spelling for show is that of the language; what it may transcribe stands behind it. */
static void test_name__reads_transcriptions(void **state)
{
    (void)state;
    (void)analyse("\u30D6\u30E9\u30A6\u30F3", NAME_PERSON); /* ブラウン */
    check_slice(readings[0].tokens[0].forms[0].text, "buraun");
    assert_true(readings[0].tokens[0].form_count > 2);
    assert_true(readings[0].tokens[0].flags & TOKEN_ABJAD);
    (void)analyse("\u306F\u306A\u3053", NAME_PERSON); /* はなこ is no transcription */
    assert_false(readings[0].tokens[0].flags & TOKEN_ABJAD);
    assert_int_equal(analyse("\uBE0C\uB77C\uC6B4", NAME_PERSON), 2); /* 브라운 */
    check_slice(readings[1].tokens[0].forms[0].text, "beuraun");
    assert_int_equal(analyse("\uAE40\uC815\uC740", NAME_PERSON), 2); /* 김정은: Korean */
    assert_false(readings[1].tokens[0].flags & TOKEN_ABJAD);
    assert_int_equal(readings[1].tokens[0].form_count, 1);
}

static void test_name__keeps_its_promises_on_random_text(void **state)
{
    (void)state;
    static const char *const PIECES[] = {
        "Zorin", "al-",  "bin", "J.", "VII",    "7",      "GmbH", "Trading",  "&",  ",",
        "'",     ".",    "-",   " ",  " ",      " ",      "최",   "성민",     "张", "美玲",
        "Щ",     "укин", "بن",  "ال", "كريم",   "é",      "Ø",    "莫比乌斯", "अ",  "ක",
        "ァ",    "Dr",   "Kim", "un", "\u0301", "\u200B", "(",    "/",        ";",  "xxxxxxxx"};
    struct dice d = dice_new(13);
    for (int round = 0; round < (TEST_SANITIZED ? 4000 : 20000); round++) {
        char text[600];
        size_t n = 0;
        for (size_t k = 1 + dice_below(&d, dice_one_in(&d, 30) ? 70 : 10); k > 0; k--) {
            n += (size_t)snprintf(text + n, sizeof text - n, "%s",
                                  PIECES[dice_below(&d, COUNT_OF(PIECES))]);
        }
        size_t count = 0;
        enum name_kind kind = (enum name_kind)dice_below(&d, NAME_KINDS);
        arena_reset(&arena);
        int r = name_analyse(&arena, (struct slice){text, n}, kind, readings, &count, NULL);
        assert_true(r == ERR_TEXT || (r == 0 && count >= 1 && count <= NAME_READINGS_MAX));
        for (size_t i = 0; r == 0 && i < count; i++) {
            assert_int_equal(readings[i].kind, kind);
            assert_in_range(readings[i].n, 1, NAME_TOKENS_MAX);
            size_t named = 0;
            for (size_t k = 0; k < readings[i].n; k++) {
                const struct token *t = &readings[i].tokens[k];
                assert_true(t->class < TOKEN_CLASSES && t->script < SCRIPT_COUNT);
                assert_in_range(t->native.n, 1, TOKEN_BYTES_MAX);
                assert_in_range(t->form_count, 0, TOKEN_FORMS_MAX);
                assert_in_range(t->code_count, 0, TOKEN_CODES_MAX);
                named += t->class != TOKEN_LEGAL;
            }
            assert_true(named > 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_name__refuses_what_is_no_name),
        cmocka_unit_test(test_name__fails_cleanly_without_memory),
        cmocka_unit_test(test_name__reads_a_run_of_syllables_in_two_ways),
        cmocka_unit_test(test_name__keeps_all_characters_of_a_run),
        cmocka_unit_test(test_name__marks_what_stands_behind_the_comma),
        cmocka_unit_test(test_name__writes_abjads_without_vowels),
        cmocka_unit_test(test_name__gives_equal_numerals_one_code),
        cmocka_unit_test(test_name__gives_one_legal_form_one_code),
        cmocka_unit_test(test_name__gives_variants_one_code),
        cmocka_unit_test(test_name__says_when_words_are_left_out),
        cmocka_unit_test(test_name__cuts_a_very_long_word),
        cmocka_unit_test(test_name__analyses_composed_and_decomposed_text_alike),
        cmocka_unit_test(test_name__parts_burmese_into_syllables),
        cmocka_unit_test(test_name__reads_transcriptions),
        cmocka_unit_test(test_name__keeps_its_promises_on_random_text),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
