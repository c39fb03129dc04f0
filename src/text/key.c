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

static const unsigned char CLASS[26] = {
    ['b' - 'a'] = KEY_P, ['p' - 'a'] = KEY_P, ['f' - 'a'] = KEY_F, ['v' - 'a'] = KEY_F,
    ['w' - 'a'] = KEY_F, ['t' - 'a'] = KEY_T, ['d' - 'a'] = KEY_T, ['s' - 'a'] = KEY_S,
    ['z' - 'a'] = KEY_S, ['j' - 'a'] = KEY_C, ['k' - 'a'] = KEY_K, ['q' - 'a'] = KEY_K,
    ['c' - 'a'] = KEY_K, ['x' - 'a'] = KEY_K, ['g' - 'a'] = KEY_G, ['l' - 'a'] = KEY_L,
    ['r' - 'a'] = KEY_R, ['m' - 'a'] = KEY_M, ['n' - 'a'] = KEY_N,
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

unsigned key_class(char letter)
{
    return ascii_is_lower(letter)   ? CLASS[letter - 'a']
           : ascii_is_digit(letter) ? KEY_DIGIT
                                    : 0;
}

unsigned key_class_of_two(char first, char second)
{
    /* Most pairs are none: the second letter tells at once. */
    if (second != 'h' && second != 'z' && second != 's' && second != 'j' && second != 'k') {
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
    if (first == 's' || first == 't' || first == 'd' || first == 'c' || first == 'z' ||
        first == 'p' || first == 'k' || first == 'g') {
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
