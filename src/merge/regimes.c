#include "merge/regimes.h"

#include "base/hash.h"

/* Do the words stand at `at`, whole? */
static bool stands_at(struct slice text, size_t at, struct slice words)
{
    size_t end = at + words.n;
    if (end > text.n || (at && ascii_is_alnum(text.p[at - 1])) ||
        !slice_eq_nocase(slice_cut(text, at, end), words)) {
        return false;
    }
    bool number = ascii_is_digit(words.p[words.n - 1]);
    return end == text.n || !ascii_is_alnum(text.p[end]) ||
           (!number && ascii_is_digit(text.p[end]));
}

static bool holds(struct slice text, struct slice words)
{
    for (size_t i = 0; i + words.n <= text.n; i++) {
        if (stands_at(text, i, words)) {
            return true;
        }
    }
    return false;
}

static uint64_t look_up(struct slice list, struct slice programme)
{
    uint64_t set = 0;
    for (size_t i = 0; i < merge_regime_words_count; i++) {
        const struct regime_words *row = &merge_regime_words[i];
        if ((slice_is(slice_of(row->list), "*") || slice_is(list, row->list)) &&
            holds(programme, slice_of(row->words))) {
            set |= UINT64_C(1) << row->regime;
        }
    }
    return set;
}

uint64_t regimes_of(struct regime_cache *c, struct slice list, struct slice programme)
{
    size_t i = hash_bytes(programme, hash_bytes(list, 61)) % REGIME_SLOTS;
    if (!c->slots[i].list.p || !slice_eq(c->slots[i].list, list) ||
        !slice_eq(c->slots[i].programme, programme)) {
        c->slots[i].list = list;
        c->slots[i].programme = programme;
        c->slots[i].set = look_up(list, programme);
    }
    return c->slots[i].set;
}

const char *regime_name(uint64_t set)
{
    unsigned bit = 0;
    while (bit + 1 < REGIMES_MAX && !(set >> bit & 1)) {
        bit++;
    }
    return merge_regime_names[bit];
}
