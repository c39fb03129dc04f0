#include "match/edit.h"

#include "text/key.h"

static unsigned min_u(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* A number below 64 for each of a–z and 0–9. */
static unsigned letter_number(char c)
{
    return ((unsigned char)c & 31U) | ((unsigned char)c & 64U) >> 1;
}

/* Bit by bit: one word of the machine holds a whole column of differences (Hyyrö, A bit-vector
 * algorithm for computing Levenshtein and Damerau edit distances, Nordic Journal of Computing
 * 10(1), 2003).  `a` has 1 to 64 letters. */
static unsigned distance_by_bits(struct slice a, struct slice b, unsigned most)
{
    uint64_t at[64] = {0}; /* where each letter stands in `a` */
    for (size_t i = 0; i < a.n; i++) {
        at[letter_number(a.p[i])] |= UINT64_C(1) << i;
    }
    /* NOLINTNEXTLINE(clang-analyzer-core.*): it has a letter at least */
    uint64_t last = UINT64_C(1) << (a.n - 1);
    uint64_t up = ~UINT64_C(0); /* the cell is one more than that above it */
    uint64_t down = 0;
    uint64_t diagonal = 0; /* the cell is as the one before it on the diagonal */
    uint64_t before = 0;
    size_t distance = a.n;
    for (size_t j = 0; j < b.n; j++) {
        uint64_t equal = at[letter_number(b.p[j])];
        uint64_t swapped = (~diagonal & equal) << 1 & before;
        diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
        uint64_t right = down | ~(diagonal | up);
        uint64_t left = diagonal & up;
        distance += (right & last) != 0;
        distance -= (left & last) != 0;
        if (distance > most + (b.n - 1 - j)) {
            return most + 1;
        }
        right = right << 1 | 1;
        up = left << 1 | ~(diagonal | right);
        down = right & diagonal;
        before = equal;
    }
    return (unsigned)distance;
}

/* Banded: only cells within `most` of the diagonal can hold a distance that counts. */
static unsigned distance_by_cells(struct slice a, struct slice b, unsigned most)
{
    unsigned rows[3][EDIT_LENGTH_MAX + 2];
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

unsigned edit_distance(struct slice a, struct slice b, unsigned most)
{
    enum { BITS = 64 };
    size_t gap = a.n > b.n ? a.n - b.n : b.n - a.n;
    if (gap > most || a.n > EDIT_LENGTH_MAX || b.n > EDIT_LENGTH_MAX) {
        return most + 1;
    }
    return a.n == 0      ? (unsigned)b.n
           : a.n <= BITS ? distance_by_bits(a, b, most)
                         : distance_by_cells(a, b, most);
}

/* What a letter is: its class (text/key.h) and these bits. */
enum { CLASS_MASK = 15, VOWEL = 16, SOFT = 32, DIGIT = 64 };

static unsigned traits_of(char c)
{
    static const uint8_t MORE[256] = {
        ['a'] = VOWEL | SOFT, ['e'] = VOWEL | SOFT, ['i'] = VOWEL | SOFT, ['o'] = VOWEL | SOFT,
        ['u'] = VOWEL | SOFT, ['y'] = VOWEL | SOFT, ['h'] = SOFT,         ['w'] = SOFT,
        ['0'] = DIGIT,        ['1'] = DIGIT,        ['2'] = DIGIT,        ['3'] = DIGIT,
        ['4'] = DIGIT,        ['5'] = DIGIT,        ['6'] = DIGIT,        ['7'] = DIGIT,
        ['8'] = DIGIT,        ['9'] = DIGIT,
    };
    return key_class(c) | MORE[(unsigned char)c];
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

/* A word with what is asked of its letters again and again. */
struct spelt {
    const char *letters;
    size_t n;
    bool has_pairs;
    uint8_t traits[EDIT_LENGTH_MAX];
    uint8_t pair[EDIT_LENGTH_MAX]; /* class of this letter and the one before, read as one */
    int32_t gap[EDIT_LENGTH_MAX];  /* share of leaving the letter out */
};

/* The shares that depend on how vowels count. */
struct shares {
    const struct weights *w;
    int32_t vowel;
    int32_t
        soft; /* Arabic w and y stand for u, o and i, e; -1 when they stand for themselves */
    int32_t soft_gap;
    enum vowels vowels;
};

static int32_t substitution(char a, unsigned x, char b, unsigned y, const struct shares *s)
{
    if (a == b) {
        return 0;
    }
    if (x & y & VOWEL) {
        return s->vowel;
    }
    if ((x & y & SOFT) && s->soft >= 0) {
        return s->soft;
    }
    if (((x ^ y) & DIGIT) && looks_like(a, b)) {
        return s->w->share_class;
    }
    unsigned class = x & CLASS_MASK;
    return class && class == (y & CLASS_MASK) && !(x & DIGIT) ? s->w->share_class : 1000;
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

static int32_t gap(struct slice s, size_t at, unsigned traits, const struct shares *shares)
{
    char c = s.p[at];
    if ((at > 0 && s.p[at - 1] == c) || (at + 1 < s.n && s.p[at + 1] == c)) {
        return traits & DIGIT ? 1000 : shares->w->share_double;
    }
    if (shares->vowels != VOWELS_WRITTEN && is_in_front_of_ch(s, at)) {
        return shares->w->share_double;
    }
    return traits & SOFT ? shares->soft_gap : 1000;
}

static void spell(struct slice word, const struct shares *shares, struct spelt *out)
{
    out->letters = word.p;
    out->n = word.n < EDIT_LENGTH_MAX ? word.n : EDIT_LENGTH_MAX;
    out->has_pairs = false;
    for (size_t i = 0; i < out->n; i++) {
        out->traits[i] = (uint8_t)traits_of(word.p[i]);
        out->pair[i] = (uint8_t)(i ? key_class_of_two(word.p[i - 1], word.p[i]) : 0);
        out->has_pairs |= out->pair[i] != 0;
        out->gap[i] = gap(word, i, out->traits[i], shares);
    }
}

/* One letter of `one` that ends at `i` for two of `two` that end at `j`: j for zh. */
static bool is_written_with_two(const struct spelt *one, size_t i, const struct spelt *two,
                                size_t j)
{
    unsigned class = two->pair[j - 1];
    return class && class == (one->traits[i - 1] & CLASS_MASK);
}

static int32_t min_i(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The matrix, three rows of it, within a band around the diagonal; a cell beside the band holds
 * FAR_OFF. */
struct rows {
    int32_t *before, *last, *now;
    size_t band; /* a way that counts is never farther from the diagonal */
    bool pairs;  /* one of the words has two letters that are read as one */
};

enum { FAR_OFF = INT32_MAX / 4 };

/* The ways that read one letter as two, or two as one, to cell (i, j). */
static int32_t by_pairs(const struct spelt *x, const struct spelt *y, size_t i, size_t j,
                        const struct weights *w, const struct rows *r)
{
    int32_t v = FAR_OFF;
    if (j > 1 && is_written_with_two(x, i, y, j)) {
        v = r->last[j - 2] + w->share_class + (i == 1 && j == 2 ? w->share_first : 0);
    }
    if (i > 1 && is_written_with_two(y, j, x, i)) {
        v = min_i(v,
                  r->before[j - 1] + w->share_class + (j == 1 && i == 2 ? w->share_first : 0));
    }
    return v;
}

/* The ways by one letter for another, or two that changed places, as far as they are below v. */
static int32_t by_diagonal(const struct spelt *x, const struct spelt *y, size_t i, size_t j,
                           const struct shares *s, const struct rows *r, int32_t v)
{
    char a = x->letters[i - 1];
    char b = y->letters[j - 1];
    int32_t diagonal = r->last[j - 1];
    if (diagonal < v) {
        int32_t change = substitution(a, x->traits[i - 1], b, y->traits[j - 1], s);
        v = min_i(v, diagonal + change + (i == 1 && j == 1 ? s->w->share_first : 0));
    }
    if (i > 1 && j > 1 && a == y->letters[j - 2] && x->letters[i - 2] == b) {
        v = min_i(v, r->before[j - 2] + s->w->share_swap);
    }
    return v;
}

/* Fills the row of letter `i` of `x`; returns its least cell. */
static int32_t fill_row(const struct spelt *x, const struct spelt *y, size_t i,
                        const struct shares *s, const struct rows *r)
{
    const int32_t *last = r->last;
    int32_t *now = r->now;
    char a = x->letters[i - 1];
    int32_t drop = x->gap[i - 1];
    size_t from = i > r->band ? i - r->band : 1;
    size_t to = i + r->band < y->n ? i + r->band : y->n;
    bool starts = i <= r->band;
    now[from - 1] = starts ? last[0] + drop + (i == 1 ? s->w->share_first : 0) : FAR_OFF;
    int32_t least = now[from - 1];
    for (size_t j = from; j <= to; j++) {
        int32_t v = min_i(last[j] + drop, now[j - 1] + y->gap[j - 1]);
        if (a == y->letters[j - 1]) {
            v = min_i(v, last[j - 1]);
        } else {
            v = by_diagonal(x, y, i, j, s, r, v);
        }
        if (r->pairs) {
            v = min_i(v, by_pairs(x, y, i, j, s->w, r));
        }
        now[j] = v;
        least = min_i(least, v);
    }
    if (to < y->n) {
        now[to + 1] = FAR_OFF;
    }
    return least;
}

static void first_row(const struct spelt *y, const struct shares *s, const struct rows *r)
{
    r->last[0] = 0;
    for (size_t j = 1; j <= y->n; j++) {
        r->last[j] = r->last[j - 1] + y->gap[j - 1] + (j == 1 ? s->w->share_first : 0);
    }
}

/* How far from the diagonal a way can be whose sum is below `most`: every step away from it costs
 * as much as the cheapest gap or pair. */
static size_t band_of(const struct spelt *x, const struct spelt *y, int32_t class, int32_t most)
{
    int32_t least = x->has_pairs || y->has_pairs ? class : 1000;
    for (size_t i = 0; i < x->n; i++) {
        least = min_i(least, x->gap[i]);
    }
    for (size_t j = 0; j < y->n; j++) {
        least = min_i(least, y->gap[j]);
    }
    return least > 0 && most > 0 ? (size_t)((most - 1) / least) : EDIT_LENGTH_MAX;
}

/* The smallest sum of shares whose cost reaches `limit`. */
static int32_t shares_for(int32_t limit, int32_t unit)
{
    int64_t shares = unit > 0 ? ((int64_t)limit * 1000 + unit - 1) / unit : FAR_OFF;
    return shares < FAR_OFF ? (int32_t)shares : FAR_OFF;
}

/* More than `edits` edits of any kind sum up to. */
static int32_t shares_above(unsigned edits, const struct shares *s)
{
    const struct weights *w = s->w;
    int32_t dearest = 1000;
    const int32_t all[] = {s->vowel,       s->soft,         s->soft_gap,
                           w->share_class, w->share_double, w->share_swap};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        dearest = all[i] > dearest ? all[i] : dearest;
    }
    return (int32_t)edits * dearest + 2 * w->share_first + 1;
}

int32_t edit_cost_below(struct slice asked, struct slice listed, const struct weights *w,
                        enum vowels vowels, int32_t limit, unsigned edits)
{
    struct spelt x;
    struct spelt y;
    struct shares s = {
        .w = w,
        .vowel = vowel_share(w, vowels, w->share_vowel),
        .soft = vowels == VOWELS_WRITTEN ? -1 : vowel_share(w, vowels, 0) * 2,
        .soft_gap = vowel_share(w, vowels, w->share_vowel_gap),
        .vowels = vowels,
    };
    spell(asked, &s, &x);
    spell(listed, &s, &y);
    int32_t unit = unit_cost(w, x.n > y.n ? x.n : y.n);
    int32_t most = shares_for(limit, unit);
    if (edits <= EDITS_KNOWN_MAX) {
        most = min_i(most, shares_above(edits, &s));
    }
    int32_t cells[3][EDIT_LENGTH_MAX + 1];
    struct rows r = {.before = cells[0],
                     .last = cells[1],
                     .now = cells[2],
                     .band = band_of(&x, &y, w->share_class, most),
                     .pairs = x.has_pairs || y.has_pairs};
    size_t apart = x.n > y.n ? x.n - y.n : y.n - x.n;
    if (apart > r.band) {
        return limit;
    }
    first_row(&y, &s, &r);
    int32_t least = 0;
    for (size_t i = 1; i <= x.n; i++) {
        int32_t now = fill_row(&x, &y, i, &s, &r);
        /* Every way to the end leads through one of two rows that follow each other. */
        if (min_i(least, now) >= most) {
            return limit;
        }
        least = now;
        int32_t *spare = r.before;
        r.before = r.last;
        r.last = r.now;
        r.now = spare;
    }
    int32_t sum = r.last[y.n];
    return sum < most ? (int32_t)((int64_t)sum * unit / 1000) : limit;
}

int32_t edit_cost(struct slice asked, struct slice listed, const struct weights *w,
                  enum vowels vowels)
{
    return edit_cost_below(asked, listed, w, vowels, INT32_MAX, EDITS_KNOWN_MAX + 1);
}
