#include "text/key.h"

enum {
    KEY_P = 1, /* b p */
    KEY_F,     /* f v w ph */
    KEY_T,     /* t d th dh */
    KEY_S,     /* s z ts tz */
    KEY_C,     /* sh ch zh j dj sch tch */
    KEY_K,     /* k q c ck kh */
    KEY_G,     /* g gh */
    KEY_L,
    KEY_R,
    KEY_M,
    KEY_N,
    KEY_DIGIT /* every digit */
};

const unsigned char key_classes[256] = {
    ['b'] = KEY_P,     ['p'] = KEY_P,     ['f'] = KEY_F,     ['v'] = KEY_F,
    ['w'] = KEY_F,     ['t'] = KEY_T,     ['d'] = KEY_T,     ['s'] = KEY_S,
    ['z'] = KEY_S,     ['j'] = KEY_C,     ['k'] = KEY_K,     ['q'] = KEY_K,
    ['c'] = KEY_K,     ['x'] = KEY_K,     ['g'] = KEY_G,     ['l'] = KEY_L,
    ['r'] = KEY_R,     ['m'] = KEY_M,     ['n'] = KEY_N,     ['0'] = KEY_DIGIT,
    ['1'] = KEY_DIGIT, ['2'] = KEY_DIGIT, ['3'] = KEY_DIGIT, ['4'] = KEY_DIGIT,
    ['5'] = KEY_DIGIT, ['6'] = KEY_DIGIT, ['7'] = KEY_DIGIT, ['8'] = KEY_DIGIT,
    ['9'] = KEY_DIGIT,
};

struct cluster {
    const char *letters;
    unsigned class;
};

/* Longest first. */
static const struct cluster CLUSTERS[] = {
    {"shch", KEY_C}, {"tsch", KEY_C}, {"sch", KEY_C}, {"tch", KEY_C}, {"dzh", KEY_C},
    {"sh", KEY_C},   {"ch", KEY_C},   {"zh", KEY_C},  {"dj", KEY_C},  {"cz", KEY_C},
    {"sz", KEY_C},   {"ts", KEY_S},   {"tz", KEY_S},  {"ph", KEY_F},  {"kh", KEY_K},
    {"ck", KEY_K},   {"gh", KEY_G},   {"th", KEY_T},  {"dh", KEY_T},  {"ce", KEY_S},
    {"ci", KEY_S},
};

/* Can a cluster begin with these two letters? */
static bool may_begin_cluster(char first, char second)
{
    switch (second) {
    case 'h':
    case 'j':
    case 'k':
    case 's':
    case 'z':
        return true;
    case 'c':
        return first == 's' || first == 't';
    case 'e':
    case 'i':
        return first == 'c';
    default:
        return false;
    }
}

unsigned key_class_of_two(char first, char second)
{
    if (!may_begin_cluster(first, second)) {
        return 0;
    }
    for (size_t i = 0; i < sizeof CLUSTERS / sizeof *CLUSTERS; i++) {
        const char *letters = CLUSTERS[i].letters;
        if (letters[0] == first && letters[1] == second && !letters[2] && second != 'e' &&
            second != 'i') {
            return CLUSTERS[i].class;
        }
    }
    return 0;
}

uint32_t key_letters(struct slice word)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        letters |= UINT32_C(1) << (ascii_is_lower(c) ? c - 'a' : 26);
    }
    return letters;
}

/* Bytes of the cluster when it stands at `at`, else 0. */
static size_t cluster_length(const char *letters, struct slice word, size_t at)
{
    size_t n = 0;
    while (letters[n] && at + n < word.n && letters[n] == word.p[at + n]) {
        n++;
    }
    return letters[n] ? 0 : n;
}

static unsigned cluster_at(struct slice word, size_t at, size_t *length)
{
    char first = word.p[at];
    if (at + 1 < word.n && may_begin_cluster(first, word.p[at + 1])) {
        for (size_t i = 0; i < sizeof CLUSTERS / sizeof *CLUSTERS; i++) {
            const char *letters = CLUSTERS[i].letters;
            size_t n = cluster_length(letters, word, at);
            if (n) {
                /* The vowel of "ce", "ci" is read again for itself. */
                *length = letters[n - 1] == 'e' || letters[n - 1] == 'i' ? 1 : n;
                return CLUSTERS[i].class;
            }
        }
    }
    *length = 1;
    return key_class(first);
}

uint64_t key_of(struct slice word)
{
    uint64_t key = 0;
    unsigned last = 0;
    unsigned n = 0;
    for (size_t at = 0; at < word.n && n < 16;) {
        size_t length;
        unsigned class = cluster_at(word, at, &length);
        /* Doubled letters are one; a vowel between equal consonants parts them. */
        if (class && class != last) {
            key = key << 4 | class;
            n++;
        }
        last = class;
        at += length;
    }
    return key;
}

unsigned key_length(uint64_t key)
{
    return key ? (67U - (unsigned)__builtin_clzll(key)) / 4 : 0;
}
