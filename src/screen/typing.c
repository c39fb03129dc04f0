#include "screen/typing.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/fold.h"

enum { WORD_LEAST = 3, MISTAKES = 4 };

/* A name as code points, with one more place than it needs. */
struct letters {
    uint32_t *p;
    size_t n;
};

/* The keys around a–z on a keyboard with QWERTY. */
static const char *const NEIGHBOURS[26] = {
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx",
};

static bool is_typed(uint32_t cp)
{
    switch (script_of(cp)) {
    case SCRIPT_COMMON:
    case SCRIPT_HAN:
    case SCRIPT_HANGUL:
    case SCRIPT_KANA:
    case SCRIPT_OTHER:
        return false;
    default:
        return fold_is_word(cp);
    }
}

/* Letters of long enough words; their places, in order, into `places`. */
static size_t find_places(const struct letters *l, size_t *places)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n;) {
        size_t end = i;
        while (end < l->n && is_typed(l->p[end])) {
            end++;
        }
        for (size_t k = i; end - i >= WORD_LEAST && k < end; k++) {
            places[n++] = k;
        }
        i = end > i ? end : i + 1;
    }
    return n;
}

static void leave_out(struct letters *l, size_t at)
{
    memmove(l->p + at, l->p + at + 1, (l->n - at - 1) * sizeof *l->p);
    l->n--;
}

static void write_twice(struct letters *l, size_t at)
{
    memmove(l->p + at + 1, l->p + at, (l->n - at) * sizeof *l->p);
    l->n++;
}

static bool exchange(struct letters *l, size_t at)
{
    if (at + 1 >= l->n || !is_typed(l->p[at + 1]) || l->p[at] == l->p[at + 1]) {
        return false;
    }
    uint32_t first = l->p[at];
    l->p[at] = l->p[at + 1];
    l->p[at + 1] = first;
    return true;
}

static bool press_neighbour(struct letters *l, size_t at, uint64_t chance)
{
    uint32_t cp = l->p[at];
    bool upper = cp >= 'A' && cp <= 'Z';
    uint32_t lower = upper ? cp + ('a' - 'A') : cp;
    if (lower < 'a' || lower > 'z') {
        return false;
    }
    const char *keys = NEIGHBOURS[lower - 'a'];
    uint32_t key = (unsigned char)keys[chance % strlen(keys)];
    l->p[at] = upper ? key - ('a' - 'A') : key;
    return true;
}

static bool make(unsigned mistake, struct letters *l, size_t at, uint64_t chance)
{
    switch (mistake) {
    case 0:
        leave_out(l, at);
        return true;
    case 1:
        write_twice(l, at);
        return true;
    case 2:
        return exchange(l, at);
    default:
        return press_neighbour(l, at, chance);
    }
}

static bool put(const struct letters *l, struct arena *arena, struct slice *out)
{
    char *text = ARENA_ARRAY(arena, char, l->n * 4);
    size_t n = 0;
    for (size_t i = 0; text && i < l->n; i++) {
        n += utf8_put(l->p[i], text + n);
    }
    *out = (struct slice){text, n};
    return text != NULL;
}

bool typing_error(struct slice name, uint64_t seed, struct arena *arena, struct slice *out)
{
    struct letters l = {.p = ARENA_ARRAY(arena, uint32_t, name.n + 1)};
    size_t *places = ARENA_ARRAY(arena, size_t, name.n + 1);
    if (!l.p || !places) {
        return false;
    }
    l.n = utf8_get(name, l.p, name.n);
    size_t count = find_places(&l, places);
    if (count == 0) {
        return false;
    }
    uint64_t h = hash_bytes(name, seed);
    size_t at = places[h % count];
    unsigned mistake = (unsigned)(h >> 32) % MISTAKES;
    while (!make(mistake, &l, at, h >> 40)) {
        mistake = (mistake + 1) % MISTAKES;
    }
    return put(&l, arena, out);
}
