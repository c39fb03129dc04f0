#include "index/segments.h"

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
    uint32_t signature = (uint32_t)kind << 30;
    for (size_t i = 0; i < spelling.n; i++) {
        char c = spelling.p[i];
        signature |= UINT32_C(1) << (ascii_is_lower(c) ? c - 'a' : 26);
    }
    return signature;
}

/* Listed words of `n` letters: segment i stands at most `most` letters from where it stood. */
static void probe_length(struct slice word, size_t n, unsigned most, segment_fn probe,
                         void *context)
{
    unsigned count = segment_count(n);
    for (unsigned i = 0; i < count; i++) {
        size_t from;
        size_t to;
        segment_bounds(n, count, i, &from, &to);
        size_t length = to - from;
        size_t low = from > most ? from - most : 0;
        for (size_t at = low; at <= from + most && at + length <= word.n; at++) {
            probe(context, hash_segment(slice_cut(word, at, at + length), n, i));
        }
    }
}

void segments_probe(struct slice word, unsigned most, segment_fn probe, void *context)
{
    char swapped[EDIT_LENGTH_MAX];
    if (most == 0 || word.n > EDIT_LENGTH_MAX) {
        return;
    }
    size_t shortest = word.n > most ? word.n - most : 1;
    for (size_t n = shortest; n <= word.n + most; n++) {
        probe_length(word, n, most, probe, context);
    }
    memcpy(swapped, word.p, word.n);
    for (size_t i = 0; i + 1 < word.n; i++) {
        swapped[i] = word.p[i + 1];
        swapped[i + 1] = word.p[i];
        if (swapped[i] != swapped[i + 1]) {
            struct slice s = {swapped, word.n};
            for (size_t n = shortest; n <= word.n + most; n++) {
                if ((n > word.n ? n - word.n : word.n - n) < most) {
                    probe_length(s, n, most - 1, probe, context);
                }
            }
        }
        swapped[i] = word.p[i];
        swapped[i + 1] = word.p[i + 1];
    }
}
