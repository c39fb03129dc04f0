#include "text/fold.h"

#include <utf8proc.h>

struct script_range {
    uint32_t first, last;
    enum script script;
};

/* The blocks of the scripts that are treated by name (Unicode 15, Blocks.txt); sorted. */
static const struct script_range RANGES[] = {
    {0x0041, 0x005A, SCRIPT_LATIN},      {0x0061, 0x007A, SCRIPT_LATIN},
    {0x00AA, 0x00AA, SCRIPT_LATIN},      {0x00BA, 0x00BA, SCRIPT_LATIN},
    {0x00C0, 0x02AF, SCRIPT_LATIN},      {0x0370, 0x03FF, SCRIPT_GREEK},
    {0x0400, 0x052F, SCRIPT_CYRILLIC},   {0x0531, 0x058A, SCRIPT_ARMENIAN},
    {0x0591, 0x05F4, SCRIPT_HEBREW},     {0x0600, 0x06FF, SCRIPT_ARABIC},
    {0x0750, 0x077F, SCRIPT_ARABIC},     {0x0780, 0x07BF, SCRIPT_THAANA},
    {0x08A0, 0x08FF, SCRIPT_ARABIC},     {0x0900, 0x0963, SCRIPT_DEVANAGARI},
    {0x0970, 0x097F, SCRIPT_DEVANAGARI}, {0x0980, 0x09FF, SCRIPT_BENGALI},
    {0x0A00, 0x0A7F, SCRIPT_GURMUKHI},   {0x0A80, 0x0AFF, SCRIPT_GUJARATI},
    {0x0B00, 0x0B7F, SCRIPT_ORIYA},      {0x0B80, 0x0BFF, SCRIPT_TAMIL},
    {0x0C00, 0x0C7F, SCRIPT_TELUGU},     {0x0C80, 0x0CFF, SCRIPT_KANNADA},
    {0x0D00, 0x0D7F, SCRIPT_MALAYALAM},  {0x0D80, 0x0DFF, SCRIPT_SINHALA},
    {0x0E00, 0x0E7F, SCRIPT_THAI},       {0x0E80, 0x0EFF, SCRIPT_LAO},
    {0x0F00, 0x0FFF, SCRIPT_TIBETAN},    {0x1000, 0x109F, SCRIPT_BURMESE},
    {0x10A0, 0x10FF, SCRIPT_GEORGIAN},   {0x1100, 0x11FF, SCRIPT_HANGUL},
    {0x1200, 0x139F, SCRIPT_ETHIOPIC},   {0x1780, 0x17FF, SCRIPT_KHMER},
    {0x1800, 0x18AF, SCRIPT_MONGOLIAN},  {0x1C80, 0x1C8F, SCRIPT_CYRILLIC},
    {0x1C90, 0x1CBF, SCRIPT_GEORGIAN},   {0x1E00, 0x1EFF, SCRIPT_LATIN},
    {0x1F00, 0x1FFF, SCRIPT_GREEK},      {0x2C60, 0x2C7F, SCRIPT_LATIN},
    {0x2D00, 0x2D2F, SCRIPT_GEORGIAN},   {0x2D80, 0x2DDF, SCRIPT_ETHIOPIC},
    {0x2DE0, 0x2DFF, SCRIPT_CYRILLIC},   {0x3005, 0x3007, SCRIPT_HAN},
    {0x3041, 0x30FF, SCRIPT_KANA},       {0x3130, 0x318F, SCRIPT_HANGUL},
    {0x31F0, 0x31FF, SCRIPT_KANA},       {0x3400, 0x4DBF, SCRIPT_HAN},
    {0x4E00, 0x9FFF, SCRIPT_HAN},        {0xA640, 0xA69F, SCRIPT_CYRILLIC},
    {0xA720, 0xA7FF, SCRIPT_LATIN},      {0xA8E0, 0xA8FF, SCRIPT_DEVANAGARI},
    {0xA9E0, 0xA9FE, SCRIPT_BURMESE},    {0xAA60, 0xAA7F, SCRIPT_BURMESE},
    {0xAB00, 0xAB2F, SCRIPT_ETHIOPIC},   {0xAC00, 0xD7A3, SCRIPT_HANGUL},
    {0xF900, 0xFAFF, SCRIPT_HAN},        {0xFB1D, 0xFB4F, SCRIPT_HEBREW},
    {0xFB50, 0xFDFF, SCRIPT_ARABIC},     {0xFE70, 0xFEFF, SCRIPT_ARABIC},
    {0xFF66, 0xFF9F, SCRIPT_KANA},       {0x20000, 0x3FFFF, SCRIPT_HAN},
};

/* The zeros of the decimal digits of other scripts (general category Nd). */
static const uint32_t ZEROS[] = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
                                 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
                                 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810};

enum script script_of(uint32_t cp)
{
    size_t low = 0;
    size_t high = sizeof RANGES / sizeof *RANGES;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (cp > RANGES[mid].last) {
            low = mid + 1;
        } else if (cp < RANGES[mid].first) {
            high = mid;
        } else {
            return RANGES[mid].script;
        }
    }
    return cp < 0x0530 ? SCRIPT_COMMON : SCRIPT_OTHER;
}

const char *script_name(enum script s)
{
    static const char *const NAMES[SCRIPT_COUNT] = {
        "common",   "latin",      "greek",   "cyrillic",  "arabic",    "hebrew",
        "han",      "hangul",     "kana",    "armenian",  "georgian",  "thaana",
        "ethiopic", "devanagari", "bengali", "gurmukhi",  "gujarati",  "oriya",
        "tamil",    "telugu",     "kannada", "malayalam", "sinhala",   "thai",
        "lao",      "tibetan",    "burmese", "khmer",     "mongolian", "other"};
    return NAMES[s];
}

static bool is_mark(uint32_t cp)
{
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}

bool fold_is_word(uint32_t cp)
{
    if (cp < 0x80) {
        return ascii_is_alnum((char)cp);
    }
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
        return true;
    default:
        return false;
    }
}

static uint32_t ascii_digit_of(uint32_t cp)
{
    for (size_t i = 0; i < sizeof ZEROS / sizeof *ZEROS; i++) {
        if (cp >= ZEROS[i] && cp < ZEROS[i] + 10) {
            return '0' + (cp - ZEROS[i]);
        }
    }
    return cp;
}

static bool all_ascii(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* The later blocks of marks that go on letters of any alphabet. */
static bool is_general_mark(uint32_t cp)
{
    return (cp >= 0x1AB0 && cp <= 0x1AFF) || (cp >= 0x1DC0 && cp <= 0x1DFF) ||
           (cp >= 0x20D0 && cp <= 0x20FF) || (cp >= 0xFE20 && cp <= 0xFE2F);
}

/* Marks whose loss changes no name: those on letters of alphabets, and in Arabic and Hebrew
 * the vowel points. */
static bool is_dropped_mark(uint32_t cp)
{
    if (is_general_mark(cp)) {
        return true;
    }
    if (!is_mark(cp)) {
        return cp == 0x0640; /* tatweel stretches a word and means nothing */
    }
    return script_of(cp) <= SCRIPT_HEBREW;
}

static bool is_dropped(uint32_t cp)
{
    /* Bidirectional and joining controls are default-ignorable in part only. */
    return is_dropped_mark(cp) || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF ||
           cp == 0x00AD;
}

/* A free-standing acute accent is meant as an apostrophe (O´Sullivan); NFKC would make a blank of
 * it.  Copies the text when there is one. */
static struct slice with_apostrophes(struct arena *arena, struct slice raw)
{
    static const char ACUTE[] = "\xC2\xB4";
    char *p = memmem(raw.p, raw.n, ACUTE, 2) ? ARENA_ARRAY(arena, char, raw.n) : NULL;
    if (!p) {
        return raw;
    }
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        if (i + 1 < raw.n && memcmp(raw.p + i, ACUTE, 2) == 0) {
            p[n++] = '\'';
            i++;
        } else {
            p[n++] = raw.p[i];
        }
    }
    return (struct slice){p, n};
}

int fold_text(struct arena *arena, struct slice raw, struct folded *out, struct diag *diag)
{
    struct folded f = {.cut = raw.n > FOLD_BYTES_MAX};
    if (f.cut) {
        raw.n = FOLD_BYTES_MAX;
        while (raw.n && ((unsigned char)raw.p[raw.n] & 0xC0) == 0x80) {
            raw.n--;
        }
    }
    size_t valid = utf8_valid_length(raw);
    if (valid < raw.n) {
        FAIL(diag, ERR_TEXT, "not UTF-8 at byte %zu of a name", valid + 1);
    }
    if (all_ascii(raw)) {
        f.cp = ARENA_ARRAY(arena, uint32_t, raw.n);
        if (!f.cp) {
            FAIL(diag, ERR_MEMORY, "a name needs more memory than is allowed");
        }
        for (size_t i = 0; i < raw.n; i++) {
            f.cp[i] = (unsigned char)ascii_lower(raw.p[i]);
        }
        f.n = raw.n;
        *out = f;
        return 0;
    }
    raw = with_apostrophes(arena, raw);
    /* No character decomposes into more than 18 (U+FDFA under NFKD). */
    size_t room = raw.n * 18 / 3 + 64;
    utf8proc_int32_t *cp = ARENA_ARRAY(arena, utf8proc_int32_t, room);
    if (!cp) {
        FAIL(diag, ERR_MEMORY, "a name needs more memory than is allowed");
    }
    utf8proc_ssize_t n = utf8proc_decompose(
        (const utf8proc_uint8_t *)raw.p, (utf8proc_ssize_t)raw.n, cp, (utf8proc_ssize_t)room,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (n < 0 || (size_t)n > room) {
        FAIL(diag, ERR_TEXT, "a name cannot be normalised");
    }
    n = utf8proc_normalize_utf32(cp, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (n < 0) {
        FAIL(diag, ERR_TEXT, "a name cannot be normalised");
    }
    f.cp = (uint32_t *)cp;
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        uint32_t c = f.cp[i];
        if (!is_dropped(c)) {
            f.cp[f.n++] = c < 0x0660 ? c : ascii_digit_of(c);
        }
    }
    if (f.n < (size_t)n) {
        /* What a dropped mark kept apart may compose: halves of a Hangul syllable, Kana. */
        n = utf8proc_normalize_utf32(cp, (utf8proc_ssize_t)f.n,
                                     UTF8PROC_COMPOSE | UTF8PROC_STABLE);
        f.n = n < 0 ? f.n : (size_t)n;
    }
    *out = f;
    return 0;
}
