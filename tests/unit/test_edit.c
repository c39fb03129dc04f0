/* How far two spellings are apart: the banded distance against a plain one, and the costs. */
#include "test.h"

#include "match/edit.h"

enum { WORD_MAX = 14 };

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
    unsigned m = a < b ? a : b;
    return m < c ? m : c;
}

/* Optimal string alignment with the whole matrix. */
static unsigned plain_distance(struct slice a, struct slice b)
{
    unsigned d[EDIT_LENGTH_MAX + 1][EDIT_LENGTH_MAX + 1];
    for (size_t i = 0; i <= a.n; i++) {
        for (size_t j = 0; j <= b.n; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = (unsigned)(i + j);
                continue;
            }
            d[i][j] = min3(d[i - 1][j] + 1, d[i][j - 1] + 1,
                           d[i - 1][j - 1] + (a.p[i - 1] != b.p[j - 1]));
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1]) {
                unsigned swapped = d[i - 2][j - 2] + 1;
                d[i][j] = swapped < d[i][j] ? swapped : d[i][j];
            }
        }
    }
    return d[a.n][b.n];
}

static void check_distance(struct slice a, struct slice b)
{
    unsigned plain = plain_distance(a, b);
    for (unsigned most = 0; most <= 3; most++) {
        unsigned expected = plain <= most ? plain : most + 1;
        unsigned found = edit_distance(a, b, most);
        if (found != expected) {
            fail_msg("%.*s / %.*s: %u at most %u, expected %u", SLICE_ARG(a), SLICE_ARG(b),
                     found, most, expected);
        }
    }
}

static struct slice random_word(struct dice *d, char out[WORD_MAX])
{
    size_t n = dice_below(d, WORD_MAX + 1);
    size_t letters = 2 + dice_below(d, 3);
    for (size_t i = 0; i < n; i++) {
        out[i] = (char)('a' + dice_below(d, letters));
    }
    return (struct slice){out, n};
}

static void test_edit__agrees_with_the_whole_matrix(void **state)
{
    (void)state;
    struct dice d = dice_new(20000);
    for (int round = 0; round < 20000; round++) {
        char a[WORD_MAX];
        char b[WORD_MAX];
        struct slice x = random_word(&d, a);
        check_distance(x, random_word(&d, b));
    }
}

/* Words a few edits apart, where the limit matters. */
static void test_edit__agrees_on_neighbours(void **state)
{
    (void)state;
    struct dice d = dice_new(20001);
    for (int round = 0; round < 20000; round++) {
        char a[WORD_MAX];
        char b[WORD_MAX + 4];
        struct slice x = random_word(&d, a);
        struct slice y = {b, x.n};
        memcpy(b, x.p, x.n);
        for (size_t k = dice_below(&d, 4); k > 0; k--) {
            size_t at = dice_below(&d, y.n + 1);
            char letter = (char)('a' + dice_below(&d, 3));
            switch (dice_below(&d, 4)) {
            case 0:
                memmove(b + at + 1, b + at, y.n - at);
                b[at] = letter;
                y.n++;
                break;
            case 1:
                if (at < y.n) {
                    memmove(b + at, b + at + 1, y.n - at - 1);
                    y.n--;
                }
                break;
            case 2:
                if (at + 1 < y.n) {
                    letter = b[at];
                    b[at] = b[at + 1];
                    b[at + 1] = letter;
                }
                break;
            default:
                if (at < y.n) {
                    b[at] = letter;
                }
                break;
            }
        }
        check_distance(x, y);
    }
}

static void test_edit__handles_the_ends(void **state)
{
    (void)state;
    check_distance(SLICE(""), SLICE(""));
    check_distance(SLICE("abc"), SLICE(""));
    check_distance(SLICE(""), SLICE("abc"));
    char longest[EDIT_LENGTH_MAX + 1];
    memset(longest, 'x', sizeof longest);
    struct slice most = {longest, EDIT_LENGTH_MAX};
    struct slice more = {longest, EDIT_LENGTH_MAX + 1};
    assert_int_equal(edit_distance(most, most, 3), 0);
    assert_int_equal(edit_distance(most, slice_cut(most, 0, EDIT_LENGTH_MAX - 3), 3), 3);
    assert_int_equal(edit_distance(more, more, 3), 4); /* longer words never meet */
}

static void test_edit__allows_edits_by_length(void **state)
{
    (void)state;
    static const unsigned ALLOWED[] = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3};
    for (size_t n = 0; n < COUNT_OF(ALLOWED); n++) {
        assert_int_equal(edit_allowed(n), ALLOWED[n]);
    }
    assert_int_equal(edit_allowed(120), 3);
}

static int32_t cost(const char *a, const char *b)
{
    return edit_cost(slice_of(a), slice_of(b), &WEIGHTS[NAME_PERSON], false);
}

static void check_cheaper(const char *a, const char *b, const char *c, const char *d)
{
    if (cost(a, b) >= cost(c, d)) {
        fail_msg("%s/%s costs %d, %s/%s costs %d", a, b, (int)cost(a, b), c, d,
                 (int)cost(c, d));
    }
}

static void test_edit__costs_nothing_for_equal_words_only(void **state)
{
    (void)state;
    struct dice d = dice_new(3);
    for (int round = 0; round < 5000; round++) {
        char a[WORD_MAX];
        char b[WORD_MAX];
        struct slice x = random_word(&d, a);
        struct slice y = random_word(&d, b);
        for (unsigned kind = 0; kind < NAME_KINDS; kind++) {
            for (int vowels = VOWELS_WRITTEN; vowels <= VOWELS_FREE; vowels++) {
                int32_t c = edit_cost(x, y, &WEIGHTS[kind], (enum vowels)vowels);
                assert_true(slice_eq(x, y) ? c == 0 : c > 0);
            }
        }
    }
}

/* A limit and known edits make it quicker, not another number. */
static void test_edit__costs_the_same_below_a_limit(void **state)
{
    (void)state;
    struct dice d = dice_new(20002);
    for (int round = 0; round < 20000; round++) {
        char a[WORD_MAX];
        char b[WORD_MAX];
        struct slice x = random_word(&d, a);
        struct slice y = random_word(&d, b);
        const struct weights *w = &WEIGHTS[dice_below(&d, NAME_KINDS)];
        enum vowels vowels = (enum vowels)dice_below(&d, VOWELS_FREE + 1);
        int32_t limit = (int32_t)dice_below(&d, 20000);
        int32_t whole = edit_cost(x, y, w, vowels);
        int32_t expected = whole < limit ? whole : limit;
        unsigned edits = edit_distance(x, y, EDITS_KNOWN_MAX);
        assert_int_equal(edit_cost_below(x, y, w, vowels, limit, edits), expected);
        assert_int_equal(edit_cost_below(x, y, w, vowels, limit, EDITS_KNOWN_MAX + 1),
                         expected);
    }
}

static void test_edit__weighs_slips_by_kind(void **state)
{
    (void)state;
    check_cheaper("karimov", "kerimov", "karimov", "kasimov"); /* vowel, consonant */
    check_cheaper("hasan", "hassan", "hasan", "haskan");       /* doubled, another letter */
    check_cheaper("karimov", "karomiv", "karimov", "kaxiyov"); /* two vowels, two consonants */
    check_cheaper("petrov", "petorv", "petrov", "peptrv");     /* a swap, two edits */
    check_cheaper("tadeus", "dadeus", "tadeus", "radeus");     /* one class, another */
    check_cheaper("garimov", "garixov", "garimov", "xarimov"); /* inside, first letter */
    check_cheaper("brestakovskaya", "brestakovsxaya", "voron", "voxon"); /* long, short */
}

static void test_edit__lets_abjad_vowels_go(void **state)
{
    (void)state;
    const struct weights *w = &WEIGHTS[NAME_PERSON];
    int32_t with = edit_cost(SLICE("karim"), SLICE("krym"), w, true);
    int32_t without = edit_cost(SLICE("karim"), SLICE("krym"), w, false);
    assert_true(with < without);
    assert_int_equal(
        edit_cost(SLICE("kamal"), SLICE("karal"), w, true),
        edit_cost(SLICE("kamal"), SLICE("karal"), w, false)); /* consonants count */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edit__agrees_with_the_whole_matrix),
        cmocka_unit_test(test_edit__agrees_on_neighbours),
        cmocka_unit_test(test_edit__handles_the_ends),
        cmocka_unit_test(test_edit__allows_edits_by_length),
        cmocka_unit_test(test_edit__costs_nothing_for_equal_words_only),
        cmocka_unit_test(test_edit__costs_the_same_below_a_limit),
        cmocka_unit_test(test_edit__weighs_slips_by_kind),
        cmocka_unit_test(test_edit__lets_abjad_vowels_go),
    };
    return RUN_TESTS(tests);
}
