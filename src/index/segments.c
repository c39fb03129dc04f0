#include "index/segments.h"

#include <stddef.h>

#include "index/hashes.h"
#include "match/edit.h"

unsigned segment_count(size_t n)
{
    /* A question of n + 3 letters at most may allow more edits than n letters themselves. */
    unsigned most = 0;
    for (size_t asked = n > 3 ? n - 3 : 0; asked <= n + 3; asked++) {
        unsigned k = edit_allowed(asked);
        size_t apart = asked > n ? asked - n : n - asked;
        if (apart <= k && k > most) {
            most = k;
        }
    }
    unsigned count = most + 1;
    return n < count ? (unsigned)n : count;
}

void segment_bounds(size_t n, unsigned count, unsigned i, size_t *from, size_t *to)
{
    size_t length = n / count;
    size_t longer = n % count; /* the last ones are one letter longer */
    size_t first_longer = count - longer;
    size_t before = i > first_longer ? i - first_longer : 0;
    *from = length * i + before;
    *to = *from + length + (i >= first_longer);
}

uint32_t form_signature(struct slice spelling, unsigned kind)
{
    return (uint32_t)kind << 30 | key_letters(spelling);
}

/* Listed words of `n` letters and how they are cut. */
struct target {
    size_t n;
    unsigned count;  /* segments */
    unsigned blocks; /* of them, at most `count` */
    enum name_kind kind;
    segment_fn probe;
    void *context;
};

/* The segment by which block `b` is looked up: its last, which is not shorter than its others.  The
 * first block holds all segments that are more than one for each block. */
static unsigned segment_of(const struct target *t, unsigned b)
{
    return b + (t->count - t->blocks);
}

/* The letters that a listed word gains (positive) or loses on the way to the question. */
static ptrdiff_t shift_of(const struct target *t, struct slice word)
{
    return (ptrdiff_t)word.n - (ptrdiff_t)t->n;
}

/* Looks block `b` up where the question moves it by `low` to `high` letters. */
static void probe_block(const struct target *t, struct slice word, unsigned b, ptrdiff_t low,
                        ptrdiff_t high)
{
    unsigned segment = segment_of(t, b);
    size_t from;
    size_t to;
    segment_bounds(t->n, t->count, segment, &from, &to);
    for (ptrdiff_t by = low; by <= high; by++) {
        ptrdiff_t at = (ptrdiff_t)from + by;
        if (at >= 0 && (size_t)at + (to - from) <= word.n) {
            struct slice piece = slice_cut(word, (size_t)at, (size_t)at + (to - from));
            t->probe(t->context, hash_segment(piece, t->n, segment, t->kind));
        }
    }
}

static ptrdiff_t lesser(ptrdiff_t a, ptrdiff_t b)
{
    return a < b ? a : b;
}

static ptrdiff_t greater(ptrdiff_t a, ptrdiff_t b)
{
    return a > b ? a : b;
}

/* `k` edits, none of them a swap across a cut: the first k + 1 blocks. */
static void probe_blocks(const struct target *t, struct slice word, ptrdiff_t k)
{
    ptrdiff_t shift = shift_of(t, word);
    for (unsigned b = 0; b <= (unsigned)k && b < t->blocks; b++) {
        ptrdiff_t before = (ptrdiff_t)b;
        ptrdiff_t behind = k - before;
        probe_block(t, word, b, greater(-before, shift - behind),
                    lesser(before, shift + behind));
    }
}

/* `word` after a swap across a cut was put right, `k` edits before that. */
static void probe_swapped(const struct target *t, struct slice word, ptrdiff_t k)
{
    ptrdiff_t shift = shift_of(t, word);
    ptrdiff_t others = k - 2;
    probe_blocks(t, word, k - 1);
    if (others >= 0 && shift >= -others && shift <= others) {
        for (unsigned b = 0; b < t->blocks; b++) {
            probe_block(t, word, b, -others, others);
        }
    }
}

/* Each swap that may lie across a cut, put right. */
static void probe_swaps(const struct target *t, struct slice word, ptrdiff_t k)
{
    char letters[EDIT_LENGTH_MAX];
    struct slice swapped = {letters, word.n};
    size_t next = 1; /* swaps of the letters before `next` are done */
    memcpy(letters, word.p, word.n);
    for (unsigned b = 1; b < t->blocks; b++) {
        size_t cut;
        size_t end;
        segment_bounds(t->n, t->count, segment_of(t, b), &cut, &end);
        size_t reach = (size_t)(k - 1);
        size_t at = cut > reach + next ? cut - reach : next;
        for (; at <= cut + reach && at < word.n; at++) {
            letters[at - 1] = word.p[at];
            letters[at] = word.p[at - 1];
            if (word.p[at - 1] != word.p[at]) {
                probe_swapped(t, swapped, k);
            }
            letters[at - 1] = word.p[at - 1];
            letters[at] = word.p[at];
            next = at + 1;
        }
    }
}

void segments_probe(struct slice word, unsigned most, enum name_kind kind, segment_fn probe,
                    void *context)
{
    if (most == 0 || word.n > EDIT_LENGTH_MAX) {
        return;
    }
    ptrdiff_t k = (ptrdiff_t)most;
    for (size_t n = word.n > most ? word.n - most : 1; n <= word.n + most; n++) {
        unsigned count = segment_count(n);
        struct target t = {.n = n,
                           .count = count,
                           .blocks = count < most + 1 ? count : most + 1,
                           .kind = kind,
                           .probe = probe,
                           .context = context};
        ptrdiff_t shift = shift_of(&t, word);
        probe_blocks(&t, word, k);
        if (shift < k && -shift < k) {
            probe_swaps(&t, word, k);
        }
    }
}
