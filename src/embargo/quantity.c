#include "embargo/quantity.h"

#include "base/num.h"
#include "embargo/plain.h"

enum { BACK_MAX = 6, BARRELS_A_TONNE = 8, THOUSAND = 1000, MILLION = 1000000 };
static const uint64_t LARGEST = UINT64_C(1000000000000);

/* Beginnings of folded words. */
struct number_word {
    const char *begins;
    uint32_t value;
};

static const struct number_word UNITS[] = {
    {"barrel", 1},
    {"baril", 1},
    {"barril", 1},
    {"баррел", 1},
    {"tonn", BARRELS_A_TONNE},
    {"tonel", BARRELS_A_TONNE},
    {"тонн", BARRELS_A_TONNE},
};
static const struct number_word SCALES[] = {
    {"milion", MILLION}, {"million", MILLION},   {"millon", MILLION}, {"миллион", MILLION},
    {"млн", MILLION},    {"thousand", THOUSAND}, {"mila", THOUSAND},  {"mille", THOUSAND},
    {"mil", THOUSAND},   {"tausend", THOUSAND},  {"тысяч", THOUSAND}, {"тыс", THOUSAND},
};
static const struct number_word SMALL[] = {
    {"two", 2},   {"due", 2},     {"deux", 2},   {"dos", 2},    {"zwei", 2}, {"два", 2},
    {"three", 3}, {"tre", 3},     {"trois", 3},  {"tres", 3},   {"drei", 3}, {"три", 3},
    {"four", 4},  {"quattro", 4}, {"quatre", 4}, {"cuatro", 4}, {"vier", 4}, {"четыре", 4},
    {"five", 5},  {"cinque", 5},  {"cinq", 5},   {"cinco", 5},  {"funf", 5}, {"пять", 5},
};

static uint32_t lookup(const struct number_word *list, size_t n, struct slice word)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_starts(word, list[i].begins)) {
            return list[i].value;
        }
    }
    return 0;
}
#define LOOKUP(list, word) lookup((list), sizeof(list) / sizeof *(list), (word))

static struct slice word_at(const struct plain *p, size_t i)
{
    return slice_cut(p->text, p->words[i].at, p->words[i].end);
}

/* The number that ends before word *end, "1 200 000" and "1.2" included; moves *end before
 * it.  In thousandths; 0 when there is none. */
static uint64_t take_number(const struct plain *p, size_t *end)
{
    uint64_t value = 0;
    uint64_t part;
    size_t first = *end;
    while (first > 0 && *end - first < BACK_MAX && parse_u64(word_at(p, first - 1), &part)) {
        first--;
    }
    for (size_t i = first; i < *end; i++) {
        struct slice word = word_at(p, i);
        (void)parse_u64(word, &part);
        if (i > first && word.n != 3) { /* "1.2": a decimal of one or two digits */
            uint64_t tenth = word.n == 1 ? part * 100 : word.n == 2 ? part * 10 : 0;
            *end = first;
            return value * 1000 + tenth;
        }
        value = value > LARGEST || part > LARGEST ? LARGEST : value * 1000 * (i > first) + part;
    }
    *end = first;
    return value > LARGEST ? LARGEST * 1000 : value * 1000;
}

/* The quantity in front of the unit at word `unit`. */
static uint64_t before_unit(const struct plain *p, size_t unit)
{
    uint64_t scale = 0;
    size_t i = unit;
    size_t limit = unit > BACK_MAX ? unit - BACK_MAX : 0;
    while (i > limit) {
        size_t end = i;
        uint64_t number = take_number(p, &end);
        if (end == i) {
            uint32_t small = LOOKUP(SMALL, word_at(p, i - 1));
            number = (uint64_t)small * 1000;
        }
        if (number) {
            return number * (scale ? scale : 1) / 1000;
        }
        uint32_t found = LOOKUP(SCALES, word_at(p, i - 1));
        if (found) {
            scale = (scale ? scale : 1) * found;
        } else if (scale) {
            break; /* "a million", "un milione" */
        }
        i--;
    }
    return scale;
}

bool quantity_barrels(struct slice text, uint64_t *out)
{
    struct arena arena;
    struct plain p;
    bool found = false;
    arena_init(&arena, (size_t)1 << 20);
    if (plain_fold(&arena, text, &p)) {
        for (size_t i = 1; i < p.n && !found; i++) {
            uint32_t unit = LOOKUP(UNITS, word_at(&p, i));
            uint64_t count = unit ? before_unit(&p, i) : 0;
            if (count) {
                *out = count > LARGEST ? LARGEST : count * unit;
                found = true;
            }
        }
    }
    arena_release(&arena);
    return found;
}
