#include "text/abugida.h"

struct range {
    uint32_t first, last;
};

/* How unwritten vowels are found. */
enum layout {
    LAYOUT_OPEN,   /* every consonant has one unless a sign says otherwise */
    LAYOUT_CLOSED, /* a consonant behind a vowel may close its syllable instead */
    LAYOUT_WRITTEN /* all vowels are written */
};

struct abugida {
    enum script script;
    enum layout layout;
    struct range consonants[3];
    struct range signs[2];   /* vowel signs, with those that take the vowel away */
    struct range leading;    /* vowels written before their consonant */
    struct range between[2]; /* marks that stand between a consonant and its vowel sign */
    struct range dropped[2]; /* tone marks */
    uint32_t virama;         /* not written out */
    uint32_t silencer;       /* the letter before it is not spoken */
};

static const struct abugida ABUGIDAS[] = {
    {.script = SCRIPT_DEVANAGARI,
     .consonants = {{0x915, 0x939}, {0x958, 0x95F}, {0x978, 0x97F}},
     .signs = {{0x93A, 0x94F}, {0x955, 0x957}},
     .between = {{0x93C, 0x93C}},
     .virama = 0x94D},
    {.script = SCRIPT_BENGALI,
     .consonants = {{0x995, 0x9B9}, {0x9DC, 0x9DF}, {0x9F0, 0x9F1}},
     .signs = {{0x9BE, 0x9CD}, {0x9D7, 0x9D7}},
     .between = {{0x9BC, 0x9BC}},
     .virama = 0x9CD},
    {.script = SCRIPT_GURMUKHI,
     .consonants = {{0xA15, 0xA39}, {0xA59, 0xA5E}, {0xA72, 0xA73}},
     .signs = {{0xA3E, 0xA4D}, {0xA75, 0xA75}},
     .between = {{0xA3C, 0xA3C}},
     .virama = 0xA4D},
    {.script = SCRIPT_GUJARATI,
     .consonants = {{0xA95, 0xAB9}, {0xAF9, 0xAF9}},
     .signs = {{0xABE, 0xACD}},
     .between = {{0xABC, 0xABC}},
     .virama = 0xACD},
    {.script = SCRIPT_ORIYA,
     .consonants = {{0xB15, 0xB39}, {0xB5C, 0xB5F}, {0xB71, 0xB71}},
     .signs = {{0xB3E, 0xB4D}, {0xB55, 0xB57}},
     .between = {{0xB3C, 0xB3C}},
     .virama = 0xB4D},
    {.script = SCRIPT_TAMIL,
     .consonants = {{0xB95, 0xBB9}},
     .signs = {{0xBBE, 0xBCD}, {0xBD7, 0xBD7}},
     .virama = 0xBCD},
    {.script = SCRIPT_TELUGU,
     .consonants = {{0xC15, 0xC39}, {0xC58, 0xC5A}},
     .signs = {{0xC3E, 0xC4D}, {0xC55, 0xC56}},
     .virama = 0xC4D},
    {.script = SCRIPT_KANNADA,
     .consonants = {{0xC95, 0xCB9}, {0xCDE, 0xCDE}},
     .signs = {{0xCBE, 0xCCD}, {0xCD5, 0xCD6}},
     .between = {{0xCBC, 0xCBC}},
     .virama = 0xCCD},
    {.script = SCRIPT_MALAYALAM,
     .consonants = {{0xD15, 0xD3A}},
     .signs = {{0xD3B, 0xD4D}, {0xD57, 0xD57}},
     .virama = 0xD4D},
    {.script = SCRIPT_SINHALA,
     .consonants = {{0xD9A, 0xDC6}},
     .signs = {{0xDCA, 0xDDF}, {0xDF2, 0xDF3}},
     .virama = 0xDCA},
    {.script = SCRIPT_BURMESE,
     .consonants = {{0x1000, 0x1021}, {0x103F, 0x103F}},
     .signs = {{0x102B, 0x1035}, {0x1039, 0x103A}},
     .between = {{0x1037, 0x1037}, {0x103B, 0x103E}},
     .dropped = {{0x1038, 0x1038}},
     .virama = 0x1039},
    {.script = SCRIPT_THAI,
     .layout = LAYOUT_CLOSED,
     .consonants = {{0xE01, 0xE2E}},
     .signs = {{0xE30, 0xE3A}, {0xE40, 0xE4D}},
     .leading = {0xE40, 0xE44},
     .dropped = {{0xE48, 0xE4B}},
     .silencer = 0xE4C},
    {.script = SCRIPT_LAO,
     .layout = LAYOUT_WRITTEN,
     .consonants = {{0xE81, 0xEAE}, {0xEDC, 0xEDF}},
     .signs = {{0xEB0, 0xEBD}, {0xEC0, 0xECD}},
     .leading = {0xEC0, 0xEC4},
     .dropped = {{0xEC8, 0xECB}},
     .silencer = 0xECC},
    {.script = SCRIPT_KHMER,
     .layout = LAYOUT_CLOSED,
     .consonants = {{0x1780, 0x17A2}},
     .signs = {{0x17B6, 0x17C8}},
     .dropped = {{0x17C9, 0x17D1}, {0x17DD, 0x17DD}},
     .virama = 0x17D2},
};
enum { ABUGIDA_COUNT = sizeof ABUGIDAS / sizeof *ABUGIDAS };

static const struct abugida *abugida_of(enum script s)
{
    for (size_t i = 0; i < ABUGIDA_COUNT; i++) {
        if (ABUGIDAS[i].script == s) {
            return &ABUGIDAS[i];
        }
    }
    return NULL;
}

bool abugida_is(enum script s)
{
    return abugida_of(s) != NULL;
}

static bool within(const struct range *r, size_t n, uint32_t cp)
{
    for (size_t i = 0; i < n; i++) {
        if (cp >= r[i].first && cp <= r[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_consonant(const struct abugida *a, uint32_t cp)
{
    return within(a->consonants, 3, cp);
}

static bool is_sign(const struct abugida *a, uint32_t cp)
{
    return within(a->signs, 2, cp);
}

/* Thai ห before n, m …, and p, t, k before r, l, w are spoken with what follows. */
static bool clusters(const struct abugida *a, uint32_t first, uint32_t second)
{
    static const uint32_t STOPS[] = {0xE01, 0xE02, 0xE04, 0xE15, 0xE1B, 0xE1C, 0xE1E};
    enum {
        HO_HIP = 0xE2B,
        RO_RUA = 0xE23,
        LO_LING = 0xE25,
        WO_WAEN = 0xE27,
        LAO_RO_LOOT = 0xEA3,
        LAO_LO_LOOT = 0xEA5,
        LAO_WO_WY = 0xEA7
    };
    if (a->script == SCRIPT_LAO) {
        return second == LAO_RO_LOOT || second == LAO_LO_LOOT || second == LAO_WO_WY;
    }
    if (a->script != SCRIPT_THAI) {
        return false;
    }
    bool liquid = second == RO_RUA || second == LO_LING || second == WO_WAEN;
    bool nasal = second == 0xE07 || second == 0xE0D || second == 0xE19 || second == 0xE21 ||
                 second == 0xE22;
    for (size_t i = 0; i < sizeof STOPS / sizeof *STOPS; i++) {
        if (STOPS[i] == first) {
            return liquid;
        }
    }
    return first == HO_HIP && (liquid || nasal);
}

/* Takes tone marks out and puts vowels behind the consonants before which they stand. */
static size_t put_in_order(const struct abugida *a, const uint32_t *cp, size_t n, uint32_t *out)
{
    size_t made = 0;
    for (size_t i = 0; i < n; i++) {
        if (!within(a->dropped, 2, cp[i])) {
            out[made++] = cp[i];
        }
    }
    for (size_t i = 0; a->leading.first && i + 1 < made; i++) {
        if (!within(&a->leading, 1, out[i]) || !is_consonant(a, out[i + 1])) {
            continue;
        }
        uint32_t vowel = out[i];
        size_t over = i + 2 < made && clusters(a, out[i + 1], out[i + 2]) ? 2 : 1;
        memmove(out + i, out + i + 1, over * sizeof *out);
        out[i + over] = vowel;
        i += over;
    }
    return made;
}

enum { O_ANG = 0xE2D }; /* Thai: carries a vowel, or is one itself behind a consonant */

/* Has the consonant at `at` a vowel of its own, or a sign that it has none? */
static bool has_sign(const struct abugida *a, const uint32_t *cp, size_t n, size_t at)
{
    size_t next = at + 1;
    while (next < n && within(a->between, 2, cp[next])) {
        next++;
    }
    if (next >= n) {
        return false;
    }
    bool carrier = cp[next] == O_ANG && (next + 1 >= n || !is_sign(a, cp[next + 1]));
    return is_sign(a, cp[next]) || cp[next] == a->virama || carrier;
}

/* Does the consonant at `at`, which has no sign, want an unwritten vowel behind it? *open says
 * whether the syllable before ends in a vowel, which this consonant may close. */
static bool wants_vowel(const struct abugida *a, const uint32_t *cp, size_t n, size_t at,
                        bool *open)
{
    if (a->layout == LAYOUT_WRITTEN) {
        return false;
    }
    if (a->layout == LAYOUT_OPEN) {
        return true;
    }
    if (at + 1 < n && is_consonant(a, cp[at + 1]) && clusters(a, cp[at], cp[at + 1]) &&
        has_sign(a, cp, n, at + 1)) {
        return false;
    }
    if (*open) {
        /* Thai ว between two bare consonants is the vowel ua: the syllable stays open. */
        enum { WO_WAEN = 0xE27 };
        *open = cp[at] == WO_WAEN && at > 0 && is_consonant(a, cp[at - 1]) && at + 1 < n &&
                is_consonant(a, cp[at + 1]) && !has_sign(a, cp, n, at + 1);
        return false;
    }
    *open = true;
    return true;
}

size_t abugida_unfold(enum script s, const uint32_t *cp, size_t n, uint32_t *out)
{
    const struct abugida *a = abugida_of(s);
    if (!a) {
        memcpy(out, cp, n * sizeof *cp);
        return n;
    }
    /* The ordered word lies in the upper half of out and is read before it is overwritten:
     * each code point gives two at most. */
    uint32_t *ordered = out + n;
    size_t count = put_in_order(a, cp, n, ordered);
    memmove(ordered + (n - count), ordered, count * sizeof *ordered);
    ordered += n - count;
    size_t made = 0;
    bool open = false;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = ordered[i];
        if (c == a->virama) {
            open = false; /* what is stacked begins the next syllable */
            continue;
        }
        bool is_vowel = c == O_ANG && i > 0 && is_consonant(a, ordered[i - 1]) &&
                        !has_sign(a, ordered, count, i);
        if (is_vowel || !is_consonant(a, c)) {
            open = is_vowel || (is_sign(a, c) ? c != a->silencer : open);
            out[made++] = c;
            continue;
        }
        bool vowel =
            !has_sign(a, ordered, count, i) && wants_vowel(a, ordered, count, i, &open);
        out[made++] = c;
        while (i + 1 < count && within(a->between, 2, ordered[i + 1])) {
            out[made++] = ordered[++i];
        }
        if (vowel) {
            out[made++] = UNWRITTEN(c);
        }
    }
    return made;
}

bool burmese_syllable_at(const uint32_t *cp, size_t n, size_t at)
{
    enum { VIRAMA = 0x1039, ASAT = 0x103A, DOT_BELOW = 0x1037 };
    bool letter =
        (cp[at] >= 0x1000 && cp[at] <= 0x102A) || cp[at] == 0x103F || cp[at] == 0x104E;
    if (!letter || (at > 0 && cp[at - 1] == VIRAMA)) {
        return false;
    }
    size_t next = at + 1;
    if (next < n && cp[next] == DOT_BELOW) {
        next++;
    }
    return next >= n || (cp[next] != ASAT && cp[next] != VIRAMA);
}
