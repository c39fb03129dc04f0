/* The partition index for words with spelling errors: nothing within k edits escapes it. */
#include "test.h"

#include "index/hashes.h"
#include "index/segments.h"
#include "match/edit.h"

enum { WORD_MAX = 24 };

static void test_segments__cut_a_word_without_gaps(void **state)
{
    (void)state;
    for (size_t n = 1; n <= EDIT_LENGTH_MAX; n++) {
        unsigned count = segment_count(n);
        size_t at = 0;
        size_t shortest = n;
        size_t longest = 0;
        assert_in_range(count, 1, SEGMENTS_MAX);
        for (unsigned i = 0; i < count; i++) {
            size_t from;
            size_t to;
            segment_bounds(n, count, i, &from, &to);
            assert_int_equal(from, at);
            assert_true(to > from);
            shortest = to - from < shortest ? to - from : shortest;
            longest = to - from > longest ? to - from : longest;
            at = to;
        }
        assert_int_equal(at, n);
        assert_true(longest - shortest <= 1);
    }
}

/* A question of m letters may allow k edits; every listed word within reach has k + 1 segments. */
static void test_segments__are_one_more_than_the_edits(void **state)
{
    (void)state;
    for (size_t m = 3; m <= EDIT_LENGTH_MAX; m++) {
        unsigned k = edit_allowed(m);
        for (size_t n = m > k ? m - k : 1; n <= m + k; n++) {
            unsigned least = n < k + 1 ? (unsigned)n : k + 1;
            assert_true(segment_count(n) >= least);
        }
    }
}

struct wanted {
    uint64_t hashes[SEGMENTS_MAX]; /* of the listed word */
    unsigned count;
    bool met;
    size_t probes;
};

static void on_probe(void *context, uint64_t hash)
{
    struct wanted *w = context;
    w->probes++;
    for (unsigned i = 0; i < w->count; i++) {
        w->met |= w->hashes[i] == hash;
    }
}

/* Would a question for `asked` find the listed word? */
static bool finds(struct slice asked, struct slice listed, size_t *probes)
{
    struct wanted w = {.count = segment_count(listed.n)};
    for (unsigned i = 0; i < w.count; i++) {
        size_t from;
        size_t to;
        segment_bounds(listed.n, w.count, i, &from, &to);
        w.hashes[i] = hash_segment(slice_cut(listed, from, to), listed.n, i, NAME_PERSON);
    }
    segments_probe(asked, edit_allowed(asked.n), NAME_PERSON, on_probe, &w);
    *probes = w.probes;
    return w.met;
}

/* One random edit: a letter less, more, another, or two neighbours exchanged. */
static size_t edit(struct dice *d, char *word, size_t n, size_t letters)
{
    size_t at = dice_below(d, n + 1);
    char letter = (char)('a' + dice_below(d, letters));
    switch (dice_below(d, 5)) {
    case 0:
        if (at < n && n > 1) {
            memmove(word + at, word + at + 1, n - at - 1);
            return n - 1;
        }
        return n;
    case 1:
        memmove(word + at + 1, word + at, n - at);
        word[at] = letter;
        return n + 1;
    case 2:
        if (at < n) {
            word[at] = letter;
        }
        return n;
    default: /* swaps are what two segments may suffer from at once: twice as often */
        if (at + 1 < n) {
            char other = word[at];
            word[at] = word[at + 1];
            word[at + 1] = other;
        }
        return n;
    }
}

static void check_found(struct dice *d, size_t length, unsigned edits, size_t letters)
{
    char asked[WORD_MAX];
    char listed[WORD_MAX + 8];
    struct slice x = {asked, length};
    for (size_t i = 0; i < length; i++) {
        asked[i] = (char)('a' + dice_below(d, letters));
    }
    struct slice y = {listed, length};
    memcpy(listed, asked, length);
    for (unsigned i = 0; i < edits; i++) {
        y.n = edit(d, listed, y.n, letters);
    }
    size_t probes;
    unsigned k = edit_allowed(length);
    bool near = edit_distance(x, y, k) <= k;
    if (near && !finds(x, y, &probes) && k > 0) {
        fail_msg("%.*s does not find %.*s", SLICE_ARG(x), SLICE_ARG(y));
    }
    if (near && !signature_fits(form_signature(x, 1), form_signature(y, 1), k)) {
        fail_msg("the signature of %.*s shuts out %.*s", SLICE_ARG(x), SLICE_ARG(y));
    }
}

static void test_segments__find_every_word_within_reach(void **state)
{
    (void)state;
    struct dice d = dice_new(20000);
    for (int round = 0; round < 20000; round++) {
        size_t length = 3 + dice_below(&d, WORD_MAX - 3);
        unsigned edits = 1 + (unsigned)dice_below(&d, edit_allowed(length));
        check_found(&d, length, edits, dice_one_in(&d, 3) ? 26 : 4);
    }
}

/* Nothing left to chance: all single edits of a few words, and all pairs of swaps. */
static void test_segments__find_every_single_edit(void **state)
{
    (void)state;
    static const char *const WORDS[] = {"abc",      "abcd",         "karimov",
                                        "velkorov", "vorontsovaxy", "brestakovskaya"};
    size_t probes;
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        struct slice x = slice_of(WORDS[i]);
        for (size_t at = 0; at <= x.n; at++) {
            char b[40];
            memcpy(b, x.p, x.n);
            memmove(b + at + 1, b + at, x.n - at);
            b[at] = 'q';
            assert_true(finds(x, (struct slice){b, x.n + 1}, &probes));
            assert_true(finds((struct slice){b, x.n + 1}, x, &probes));
            if (at == x.n) {
                break;
            }
            memcpy(b, x.p, x.n);
            b[at] = 'q';
            assert_true(finds(x, (struct slice){b, x.n}, &probes));
        }
    }
}

static void test_segments__find_swaps_across_every_cut(void **state)
{
    (void)state;
    static const char LETTERS[] = "abcdefghijklmnopqrstuvwx";
    size_t probes;
    for (size_t n = 3; n <= 20; n++) {
        struct slice x = {LETTERS, n};
        unsigned k = edit_allowed(n);
        for (size_t i = 0; i + 1 < n; i++) {
            for (size_t j = i; j + 1 < n; j++) {
                for (size_t l = j; l + 1 < n; l++) {
                    char b[24];
                    size_t at[3] = {i, j, l};
                    memcpy(b, LETTERS, n);
                    for (size_t s = 0; s < 3; s++) {
                        bool again = s > 0 && at[s] < at[s - 1] + 2;
                        if (s < k && !again) {
                            char other = b[at[s]];
                            b[at[s]] = b[at[s] + 1];
                            b[at[s] + 1] = other;
                        }
                    }
                    assert_true(finds(x, (struct slice){b, n}, &probes));
                }
            }
        }
    }
}

static void test_segments__probe_a_bounded_number(void **state)
{
    (void)state;
    char word[EDIT_LENGTH_MAX + 1];
    for (size_t i = 0; i < sizeof word; i++) {
        word[i] = (char)('a' + i % 26);
    }
    size_t probes;
    (void)finds((struct slice){word, 12}, SLICE("x"), &probes);
    assert_in_range(probes, 10, 1500);
    (void)finds((struct slice){word, EDIT_LENGTH_MAX}, SLICE("x"), &probes);
    assert_in_range(probes, 10, 30000);
    (void)finds((struct slice){word, EDIT_LENGTH_MAX + 1}, SLICE("x"), &probes);
    assert_int_equal(probes, 0);
    (void)finds((struct slice){word, 2}, SLICE("ab"), &probes);
    assert_int_equal(probes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_segments__cut_a_word_without_gaps),
        cmocka_unit_test(test_segments__are_one_more_than_the_edits),
        cmocka_unit_test(test_segments__find_every_word_within_reach),
        cmocka_unit_test(test_segments__find_every_single_edit),
        cmocka_unit_test(test_segments__find_swaps_across_every_cut),
        cmocka_unit_test(test_segments__probe_a_bounded_number),
    };
    return RUN_TESTS(tests);
}
