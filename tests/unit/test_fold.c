/* Bytes to comparable characters: refusal, idempotence, canonical equivalence. */
#include "test.h"

#include <utf8proc.h>

#include "text/fold.h"

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

/* Folds, and gives the result as UTF-8 in the arena. */
static struct slice folded(struct slice raw)
{
    struct folded f;
    struct diag diag = {.code = 0};
    if (fold_text(&arena, raw, &f, &diag) < 0) {
        fail_msg("\"%.*s\": %s", SLICE_ARG(raw), diag.text);
    }
    char *p = ARENA_ARRAY(&arena, char, f.n * 4);
    size_t n = 0;
    for (size_t i = 0; i < f.n; i++) {
        n += utf8_put(f.cp[i], p + n);
    }
    return (struct slice){p, n};
}

static void check_fold(const char *raw, const char *expected)
{
    arena_reset(&arena);
    check_slice(folded(slice_of(raw)), expected);
}

static void test_fold__removes_case_and_marks(void **state)
{
    (void)state;
    check_fold("ANNA", "anna");
    check_fold("Ёлка й", "ёлка й"); /* composed letters stay */
    check_fold("у́лица", "улица");
    check_fold("Z\u0334a\u0336", "za");
    check_fold("\u05E9\u05C1\u05DC", "\u05E9\u05DC");
    check_fold("", "");
}

static void test_fold__drops_what_cannot_be_seen(void **state)
{
    (void)state;
    static const uint32_t INVISIBLE[] = {0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                                         0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
                                         0x2061, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A,
                                         0xFEFF, 0x034F, 0x061C, 0xFE0F, 0xE0041};
    for (size_t i = 0; i < COUNT_OF(INVISIBLE); i++) {
        char text[16] = "ab";
        size_t n = 2 + utf8_put(INVISIBLE[i], text + 2);
        text[n++] = 'c';
        arena_reset(&arena);
        struct slice f = folded((struct slice){text, n});
        if (!slice_is(f, "abc")) {
            fail_msg("U+%04X is seen: \"%.*s\"", INVISIBLE[i], SLICE_ARG(f));
        }
    }
}

static void test_fold__reads_the_digits_of_every_script(void **state)
{
    (void)state;
    size_t scripts = 0;
    for (uint32_t zero = 0x0660; zero < 0x3000; zero++) {
        utf8proc_int32_t before = (utf8proc_int32_t)zero - 1;
        if (utf8proc_category((utf8proc_int32_t)zero) != UTF8PROC_CATEGORY_ND ||
            utf8proc_category(before) == UTF8PROC_CATEGORY_ND) {
            continue;
        }
        /* Blocks may stand side by side; the zero of each is the first. */
        char text[40];
        size_t n = 0;
        for (uint32_t i = 0; i < 10; i++) {
            n += utf8_put(zero + i, text + n);
        }
        arena_reset(&arena);
        struct slice f = folded((struct slice){text, n});
        scripts += slice_is(f, "0123456789");
    }
    /* Those of living scripts that the table names; Adlam, Chakma and others above are none. */
    assert_true(scripts >= 19);
    check_fold("１２３", "123");
    check_fold("٠١٢٣٤٥٦٧٨٩", "0123456789");
}

static void check_refusal(struct slice raw, const char *place)
{
    struct folded f = {.n = 77};
    struct diag diag = {.code = 0};
    struct fence fence = fence_make(raw);
    arena_reset(&arena);
    assert_int_equal(fold_text(&arena, fence.text, &f, &diag), ERR_TEXT);
    assert_int_equal(diag.code, ERR_TEXT);
    if (!strstr(diag.text, place)) {
        fail_msg("\"%s\" does not say \"%s\"", diag.text, place);
    }
    assert_int_equal(f.n, 77);
    fence_release(&fence);
}

static void test_fold__refuses_what_is_not_utf8_and_says_where(void **state)
{
    (void)state;
    check_refusal(SLICE("abc\xFF"), "byte 4 ");
    check_refusal(SLICE("\xC3\xA9\xC3"), "byte 3 ");
    check_refusal(SLICE("\xE9lodie"), "byte 1 "); /* Latin-1 */
    check_refusal(SLICE("a\xED\xA0\x80"), "byte 2 ");
    check_refusal(SLICE("ab\0cd"), "byte 3 ");
    check_refusal(SLICE("\xC3\xA9 ab\0cd"), "byte 6 ");
}

static void test_fold__cuts_long_text_at_a_character(void **state)
{
    (void)state;
    char *text = malloc(FOLD_BYTES_MAX + 100);
    assert_non_null(text);
    for (size_t shift = 0; shift < 3; shift++) {
        size_t n = shift;
        memset(text, 'x', shift);
        while (n + 3 <= FOLD_BYTES_MAX + 90) {
            n += utf8_put(0x4E2D, text + n);
        }
        struct folded f;
        arena_reset(&arena);
        assert_int_equal(fold_text(&arena, (struct slice){text, n}, &f, NULL), 0);
        assert_true(f.cut);
        assert_int_equal(f.n, shift + (FOLD_BYTES_MAX - shift) / 3);
        assert_int_equal(f.cp[f.n - 1], 0x4E2D);
    }
    free(text);
}

static void test_fold__fails_when_the_arena_is_small(void **state)
{
    (void)state;
    struct arena small;
    struct folded f;
    arena_init(&small, 64);
    assert_int_equal(
        fold_text(&small, SLICE("a name of forty bytes and some more text"), &f, NULL),
        ERR_MEMORY);
    arena_reset(&small);
    assert_int_equal(fold_text(&small, SLICE("é"), &f, NULL), ERR_MEMORY);
    arena_release(&small);
}

static void check_idempotent(struct slice raw)
{
    arena_reset(&arena);
    struct slice once = folded(raw);
    struct slice twice = folded(once);
    if (!slice_eq(once, twice)) {
        fail_msg("\"%.*s\" folds to \"%.*s\", that to \"%.*s\"", SLICE_ARG(raw),
                 SLICE_ARG(once), SLICE_ARG(twice));
    }
}

/* Unicode's own case folding is not canonical around the iota below the line of ancient Greek
 * (D145, The Unicode Standard 15, section 3.13). */
static bool has_iota_below(struct slice decomposed)
{
    return slice_find(decomposed, 0, "\u0345") < decomposed.n;
}

/* The two canonical forms fold alike. */
static void check_canonical(struct slice raw)
{
    utf8proc_uint8_t *c = NULL;
    utf8proc_uint8_t *d = NULL;
    utf8proc_ssize_t nc = utf8proc_map((const utf8proc_uint8_t *)raw.p, (utf8proc_ssize_t)raw.n,
                                       &c, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    utf8proc_ssize_t nd = utf8proc_map((const utf8proc_uint8_t *)raw.p, (utf8proc_ssize_t)raw.n,
                                       &d, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    assert_true(nc > 0 && nd > 0);
    arena_reset(&arena);
    struct slice fc = folded((struct slice){(char *)c, (size_t)nc});
    struct slice fd = folded((struct slice){(char *)d, (size_t)nd});
    if (!slice_eq(fc, fd) && !has_iota_below((struct slice){(char *)d, (size_t)nd})) {
        fail_msg("\"%.*s\" folds to \"%.*s\" or \"%.*s\"", SLICE_ARG(raw), SLICE_ARG(fc),
                 SLICE_ARG(fd));
    }
    free(c);
    free(d);
}

static void test_fold__is_idempotent_on_every_character(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x32000; cp++) {
        cp = cp == 0xD800 ? 0xE000 : cp;
        char text[8] = "a";
        size_t n = 1 + utf8_put(cp, text + 1);
        text[n++] = 'b';
        check_idempotent((struct slice){text, n});
        check_canonical((struct slice){text, n});
    }
}

/* A character of a block in which names are written, or of anywhere. */
static uint32_t random_character(struct dice *d)
{
    static const struct {
        uint32_t first, count;
    } BLOCKS[] = {{0x20, 95},      {0xA0, 0x1B0},   {0x250, 0x60},   {0x300, 0x70},
                  {0x370, 0x90},   {0x400, 0x130},  {0x590, 0x60},   {0x600, 0x100},
                  {0x900, 0x80},   {0xE00, 0x80},   {0x1100, 0x100}, {0x1AB0, 0x50},
                  {0x1DC0, 0x40},  {0x1E00, 0x200}, {0x2000, 0x70},  {0x3040, 0xC0},
                  {0x4E00, 0x400}, {0xAC00, 0x400}, {0xF900, 0x700}};
    if (dice_one_in(d, 12)) {
        uint32_t cp = (uint32_t)dice_below(d, 0x30000);
        return cp == 0 || (cp >= 0xD800 && cp < 0xE000) ? 'x' : cp;
    }
    size_t i = dice_below(d, COUNT_OF(BLOCKS));
    return BLOCKS[i].first + (uint32_t)dice_below(d, BLOCKS[i].count);
}

static void test_fold__is_idempotent_and_canonical_on_random_text(void **state)
{
    (void)state;
    struct dice d = dice_new(20261125);
    for (size_t round = 0; round < 40000; round++) {
        char text[4 * 14];
        size_t n = 0;
        for (size_t k = 1 + dice_below(&d, 14); k > 0; k--) {
            n += utf8_put(random_character(&d), text + n);
        }
        check_idempotent((struct slice){text, n});
        check_canonical((struct slice){text, n});
    }
}

static void test_fold__knows_scripts(void **state)
{
    (void)state;
    assert_int_equal(script_of('a'), SCRIPT_LATIN);
    assert_int_equal(script_of(0x1EA1), SCRIPT_LATIN);
    assert_int_equal(script_of(0x03B1), SCRIPT_GREEK);
    assert_int_equal(script_of(0x0436), SCRIPT_CYRILLIC);
    assert_int_equal(script_of(0x0627), SCRIPT_ARABIC);
    assert_int_equal(script_of(0x05D0), SCRIPT_HEBREW);
    assert_int_equal(script_of(0x4E2D), SCRIPT_HAN);
    assert_int_equal(script_of(0xAC00), SCRIPT_HANGUL);
    assert_int_equal(script_of(0x3042), SCRIPT_KANA);
    assert_int_equal(script_of(0x0561), SCRIPT_ARMENIAN);
    assert_int_equal(script_of(0x10D0), SCRIPT_GEORGIAN);
    assert_int_equal(script_of(0x0915), SCRIPT_DEVANAGARI);
    assert_int_equal(script_of(0x0E4C), SCRIPT_THAI);
    assert_int_equal(script_of(0x103A), SCRIPT_BURMESE);
    assert_int_equal(script_of(0x1200), SCRIPT_ETHIOPIC);
    assert_int_equal(script_of(0x0964), SCRIPT_OTHER); /* danda */
    assert_int_equal(script_of(0x13A0), SCRIPT_OTHER);
    assert_int_equal(script_of('1'), SCRIPT_COMMON);
    assert_int_equal(script_of('.'), SCRIPT_COMMON);
    for (unsigned s = 0; s < SCRIPT_COUNT; s++) {
        assert_true(script_name((enum script)s)[0] != '\0');
    }
}

static void test_fold__tells_letters_from_signs(void **state)
{
    (void)state;
    assert_true(fold_is_word('a') && fold_is_word('7') && fold_is_word(0x4E2D));
    assert_true(fold_is_word(0x093E)); /* a vowel sign belongs to its word */
    assert_false(fold_is_word('-') || fold_is_word(' ') || fold_is_word('.'));
    assert_false(fold_is_word(0x2019) || fold_is_word(0x3000) || fold_is_word(0x2013));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold__removes_case_and_marks),
        cmocka_unit_test(test_fold__drops_what_cannot_be_seen),
        cmocka_unit_test(test_fold__reads_the_digits_of_every_script),
        cmocka_unit_test(test_fold__refuses_what_is_not_utf8_and_says_where),
        cmocka_unit_test(test_fold__cuts_long_text_at_a_character),
        cmocka_unit_test(test_fold__fails_when_the_arena_is_small),
        cmocka_unit_test(test_fold__is_idempotent_on_every_character),
        cmocka_unit_test(test_fold__is_idempotent_and_canonical_on_random_text),
        cmocka_unit_test(test_fold__knows_scripts),
        cmocka_unit_test(test_fold__tells_letters_from_signs),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
