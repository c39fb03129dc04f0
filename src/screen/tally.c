#include "screen/tally.h"

void tally_add(struct tally *t, unsigned score)
{
    t->n++;
    t->at[score < TALLY_SCORES ? score : TALLY_SCORES - 1]++;
}

void tally_merge(struct tally *t, const struct tally *more)
{
    t->n += more->n;
    for (unsigned i = 0; i < TALLY_SCORES; i++) {
        t->at[i] += more->at[i];
    }
}

uint64_t tally_from(const struct tally *t, unsigned threshold)
{
    uint64_t sum = 0;
    for (unsigned i = threshold; i < TALLY_SCORES; i++) {
        sum += t->at[i];
    }
    return sum;
}

/* The largest number whose square is not above `v`, bit by bit. */
static uint64_t square_root(uint64_t v)
{
    uint64_t root = 0;
    for (unsigned bit = 32; bit-- > 0;) {
        uint64_t tried = root | UINT64_C(1) << bit;
        root = tried <= v / tried ? tried : root;
    }
    return root;
}

/*
 * With z = 1.96, k found of n:
 *
 *     middle = (k + z²/2) / (n + z²)      reach = z √(k(n−k)/n + z²/4) / (n + z²)
 *
 * Below everything is in ten thousandths, z² = 38416 of them, and the root of a number in
 * hundred millionths is in ten thousandths again.
 */
struct share share_of(uint64_t found, uint64_t n)
{
    const uint64_t square = 38416;
    if (n == 0 || n > TALLY_MOST || found > n) {
        return (struct share){.high = 1000};
    }
    uint64_t spread = found * (n - found) * 10000 / n * 10000;
    uint64_t reach = 196 * square_root(spread + square * 10000 / 4) / 100;
    uint64_t middle = found * 10000 + square / 2;
    uint64_t whole = n * 10000 + square;
    uint64_t low = middle > reach ? middle - reach : 0;
    uint64_t high = middle + reach < whole ? middle + reach : whole;
    return (struct share){
        .share = (unsigned)((found * 1000 + n / 2) / n),
        .low = found == 0 ? 0 : (unsigned)(low * 1000 / whole),
        .high = found == n ? 1000 : (unsigned)((high * 1000 + whole - 1) / whole),
    };
}
