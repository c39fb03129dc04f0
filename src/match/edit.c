#include "match/edit.h"

#include "text/key.h"

unsigned edit_allowed(size_t n)
{
    return n <= 2 ? 0 : n <= 7 ? 1 : n <= 12 ? 2 : 3;
}

static unsigned min_u(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Banded: only cells within `most` of the diagonal can hold a distance that counts. */
unsigned edit_distance(struct slice a, struct slice b, unsigned most)
{
    unsigned rows[3][EDIT_LENGTH_MAX + 2];
    size_t gap = a.n > b.n ? a.n - b.n : b.n - a.n;
    if (gap > most || a.n > EDIT_LENGTH_MAX || b.n > EDIT_LENGTH_MAX) {
        return most + 1;
    }
    unsigned *before = rows[0];
    unsigned *last = rows[1];
    unsigned *now = rows[2];
    for (size_t j = 0; j <= b.n; j++) {
        last[j] = (unsigned)j;
        before[j] = most + 1;
    }
    for (size_t i = 1; i <= a.n; i++) {
        size_t from = i > most ? i - most : 1;
        size_t to = i + most < b.n ? i + most : b.n;
        now[from - 1] = from == 1 ? (unsigned)i : most + 1;
        unsigned best = now[from - 1];
        for (size_t j = from; j <= to; j++) {
            /* NOLINTNEXTLINE(clang-analyzer-core.*): the band was written by the row before */
            unsigned v = last[j - 1] + (a.p[i - 1] != b.p[j - 1]);
            v = min_u(v, now[j - 1] + 1);
            if (j < i + most) {
                v = min_u(v, last[j] + 1);
            }
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1]) {
                v = min_u(v, before[j - 2] + 1);
            }
            now[j] = v;
            best = min_u(best, v);
        }
        if (to < b.n) {
            now[to + 1] = most + 1;
        }
        if (best > most) {
            return most + 1;
        }
        unsigned *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return min_u(last[b.n], most + 1);
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool is_soft(char c)
{
    return is_vowel(c) || c == 'h' || c == 'w';
}

static int32_t unit_cost(const struct weights *w, size_t length)
{
    return length <= 3    ? w->cost_edit_3
           : length == 4  ? w->cost_edit_4
           : length <= 7  ? w->cost_edit_7
           : length <= 12 ? w->cost_edit_12
                          : w->cost_edit_long;
}

/* A digit for a letter of its shape: H4rtmann. */
static bool looks_like(char a, char b)
{
    static const char PAIRS[] = "0o1l1i3e4a5s6b7t8b9g";
    for (size_t i = 0; i + 1 < sizeof PAIRS; i += 2) {
        if ((a == PAIRS[i] && b == PAIRS[i + 1]) || (b == PAIRS[i] && a == PAIRS[i + 1])) {
            return true;
        }
    }
    return false;
}

/* Thousandths of a full edit. */

static int32_t vowel_share(const struct weights *w, enum vowels vowels, int32_t written)
{
    return vowels == VOWELS_FREE    ? w->share_abjad_vowel
           : vowels == VOWELS_HEARD ? w->share_heard_vowel
                                    : written;
}

static int32_t substitution(char a, char b, const struct weights *w, enum vowels vowels)
{
    if (a == b) {
        return 0;
    }
    if (is_vowel(a) && is_vowel(b)) {
        return vowel_share(w, vowels, w->share_vowel);
    }
    /* Arabic w and y stand for u, o and i, e. */
    if (vowels != VOWELS_WRITTEN && is_soft(a) && is_soft(b)) {
        return vowel_share(w, vowels, 0) * 2;
    }
    if (ascii_is_digit(a) != ascii_is_digit(b) && looks_like(a, b)) {
        return w->share_class;
    }
    unsigned class = key_class(a);
    return class && class == key_class(b) && !ascii_is_digit(a) ? w->share_class : 1000;
}

/* The t and s of tch, sch and tsch, which a script that writes by ear cannot tell from ch and sh. */
static bool is_in_front_of_ch(struct slice s, size_t at)
{
    size_t next = at + 1;
    if (s.p[at] == 't' && next < s.n && s.p[next] == 's') {
        next++;
    }
    return (s.p[at] == 't' || s.p[at] == 's') && next + 1 < s.n && s.p[next] == 'c' &&
           s.p[next + 1] == 'h';
}

static int32_t gap(struct slice s, size_t at, const struct weights *w, enum vowels vowels)
{
    char c = s.p[at];
    if ((at > 0 && s.p[at - 1] == c) || (at + 1 < s.n && s.p[at + 1] == c)) {
        return ascii_is_digit(c) ? 1000 : w->share_double;
    }
    if (vowels != VOWELS_WRITTEN && is_in_front_of_ch(s, at)) {
        return w->share_double;
    }
    if (is_soft(c)) {
        return vowel_share(w, vowels, w->share_vowel_gap);
    }
    return 1000;
}

/* Two letters of `s` that end at `end` are read as one consonant: its class, else 0. */
static unsigned two_before(struct slice s, size_t end)
{
    return end < 2 ? 0 : key_class_of_two(s.p[end - 2], s.p[end - 1]);
}

/* One letter of `one` that ends at `i` for two of `two` that end at `j`: j for zh. */
static bool is_written_with_two(struct slice one, size_t i, struct slice two, size_t j)
{
    unsigned class = two_before(two, j);
    return class && class == key_class(one.p[i - 1]);
}

static int32_t min_i(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

int32_t edit_cost(struct slice asked, struct slice listed, const struct weights *w,
                  enum vowels vowels)
{
    int32_t rows[3][EDIT_LENGTH_MAX + 1];
    int32_t *before = rows[0];
    int32_t *last = rows[1];
    int32_t *now = rows[2];
    size_t n = asked.n < EDIT_LENGTH_MAX ? asked.n : EDIT_LENGTH_MAX;
    size_t m = listed.n < EDIT_LENGTH_MAX ? listed.n : EDIT_LENGTH_MAX;
    last[0] = 0;
    for (size_t j = 1; j <= m; j++) {
        last[j] = last[j - 1] + gap(listed, j - 1, w, vowels) + (j == 1 ? w->share_first : 0);
    }
    for (size_t i = 1; i <= n; i++) {
        int32_t first = i == 1 ? w->share_first : 0;
        int32_t drop = gap(asked, i - 1, w, vowels);
        now[0] = last[0] + drop + first;
        for (size_t j = 1; j <= m; j++) {
            char a = asked.p[i - 1];
            char b = listed.p[j - 1];
            int32_t edge = i == 1 && j == 1 ? w->share_first : 0;
            int32_t v = last[j - 1] + substitution(a, b, w, vowels) + (a != b ? edge : 0);
            v = min_i(v, last[j] + drop);
            v = min_i(v, now[j - 1] + gap(listed, j - 1, w, vowels));
            if (j > 1 && is_written_with_two(asked, i, listed, j)) {
                v = min_i(v, last[j - 2] + w->share_class + (i == 1 && j == 2 ? first : 0));
            }
            if (i > 1 && is_written_with_two(listed, j, asked, i)) {
                v = min_i(v, before[j - 1] + w->share_class +
                                 (j == 1 && i == 2 ? w->share_first : 0));
            }
            if (i > 1 && j > 1 && a != b && a == listed.p[j - 2] && asked.p[i - 2] == b) {
                v = min_i(v, before[j - 2] + w->share_swap);
            }
            now[j] = v;
        }
        int32_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return (int32_t)((int64_t)last[m] * unit_cost(w, n > m ? n : m) / 1000);
}
