#include "text/syllable.h"

#include "base/hash.h"
#include "text/tables.h"

enum { LETTERS_PER_SYLLABLE_MAX = 8, SYLLABLES_MAX = 4, BYTES_MAX = 40 };

static unsigned language_bit(uint32_t code)
{
    return 1U << ((code >> 24) - 1);
}

static bool is_surname(uint32_t code)
{
    size_t low = 0;
    size_t high = surname_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (surname_codes[mid] < code) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low < surname_count && surname_codes[low] == code;
}

/* A sequence is hashed as a polynomial of its syllables, so that two sequences can be joined
 * without knowing the syllables: value(a b) = value(a) · BASE^length(b) + value(b). */
#define BASE UINT32_C(0x9E3779B1)

static struct code one_syllable(uint32_t code)
{
    return (struct code){(uint32_t)(hash_mix(code, 0) >> 16), CODE_SYLLABLE,
                         (uint8_t)(language_bit(code) | 1U << CODE_LENGTH_SHIFT)};
}

bool sequence_join(const struct code *a, const struct code *b, struct code *out)
{
    unsigned mask = (1U << CODE_LENGTH_SHIFT) - 1;
    if (a->type != CODE_SYLLABLE || b->type != CODE_SYLLABLE ||
        (a->detail & mask) != (b->detail & mask)) {
        return false;
    }
    unsigned behind = b->detail >> CODE_LENGTH_SHIFT;
    uint32_t value = a->value;
    for (unsigned i = 0; i < behind; i++) {
        value *= BASE;
    }
    unsigned length = (a->detail >> CODE_LENGTH_SHIFT) + behind;
    *out = (struct code){value + b->value, CODE_SYLLABLE,
                         (uint8_t)((a->detail & mask) | length << CODE_LENGTH_SHIFT)};
    return true;
}

static void add_reading(struct readings *r, struct code c)
{
    r->languages |= (uint8_t)(c.detail & ((1U << CODE_LENGTH_SHIFT) - 1));
    for (size_t i = 0; i < r->count; i++) {
        if (r->codes[i].value == c.value && r->codes[i].detail == c.detail) {
            return;
        }
    }
    if (r->count < TOKEN_CODES_MAX) {
        r->codes[r->count++] = c;
    }
}

static void note_surname(struct readings *r, uint32_t code)
{
    if (is_surname(code)) {
        r->surnames |= (uint8_t)language_bit(code);
    }
}

/* Cantonese m and ng are names by themselves, but no parts of longer words. */
static bool is_without_vowel(struct slice s)
{
    return slice_is(s, "m") || slice_is(s, "ng") || slice_is(s, "n") || slice_is(s, "hm");
}

/* Reads the rest of the word in one language; depth is bounded by SYLLABLES_MAX. */
static void read_on(struct slice rest, unsigned language, struct code so_far, unsigned count,
                    struct readings *r)
{
    if (rest.n == 0) {
        add_reading(r, so_far);
        if (r->syllables == 0 || count < r->syllables) {
            r->syllables = (uint8_t)count;
        }
        return;
    }
    if (count == SYLLABLES_MAX) {
        return;
    }
    /* A Cyrillic letter is two bytes. */
    size_t most = (unsigned char)rest.p[0] >= 0x80 ? LETTERS_PER_SYLLABLE_MAX * 2
                                                   : LETTERS_PER_SYLLABLE_MAX;
    if (most > rest.n) {
        most = rest.n;
    }
    for (size_t length = most; length > 0; length--) {
        uint32_t found;
        bool whole = count == 0 && length == rest.n;
        if (!word_table_get(&TABLE_SYLLABLES, slice_cut(rest, 0, length), &found) ||
            (!whole && is_without_vowel(slice_cut(rest, 0, length)))) {
            continue;
        }
        const uint32_t *codes = syllable_codes + (found >> 8);
        for (size_t i = 0; i < (found & 255); i++) {
            if (language_bit(codes[i]) != language) {
                continue;
            }
            if (count == 0 && length == rest.n) {
                note_surname(r, codes[i]);
            }
            struct code next = one_syllable(codes[i]);
            if (count > 0 && !sequence_join(&so_far, &next, &next)) {
                continue;
            }
            read_on(slice_cut(rest, length, rest.n), language, next, count + 1, r);
        }
    }
}

void readings_of_spelling(struct slice word, struct readings *out)
{
    *out = (struct readings){.count = 0};
    if (word.n == 0 || word.n > BYTES_MAX) {
        return;
    }
    for (unsigned language = LANGUAGE_KOREAN; language <= LANGUAGE_CANTONESE; language *= 2) {
        read_on(word, language, (struct code){0}, 0, out);
    }
}

static size_t han_position(uint32_t cp)
{
    size_t low = 0;
    size_t high = han_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (han_character[mid] < cp) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low < han_count && han_character[low] == cp ? low : han_count;
}

uint32_t han_fold(uint32_t cp)
{
    size_t at = han_position(cp);
    return at < han_count ? han_folded[at] : cp;
}

static bool is_hangul(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

static uint32_t hangul_code(uint32_t cp)
{
    return (uint32_t)SYLLABLE_KOREAN << 24 | (cp - 0xAC00);
}

static void add_codes(struct readings *out, const uint32_t *codes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        add_reading(out, one_syllable(codes[i]));
        note_surname(out, codes[i]);
        out->syllables = 1;
    }
}

void readings_of_character(uint32_t cp, struct readings *out)
{
    *out = (struct readings){.count = 0};
    uint32_t own = hangul_code(cp);
    const uint32_t *codes = &own;
    size_t n = 1;
    if (!is_hangul(cp)) {
        size_t at = han_position(cp);
        if (at == han_count) {
            return;
        }
        codes = han_codes + han_first[at];
        n = han_first[at + 1] - han_first[at];
    }
    add_codes(out, codes, n);
    /* Hangul also writes Chinese names as they sound: 시진핑. */
    char bytes[8];
    uint32_t found;
    struct slice text = {bytes, is_hangul(cp) ? utf8_put(cp, bytes) : 0};
    if (text.n && word_table_get(&TABLE_SYLLABLES, text, &found)) {
        add_codes(out, syllable_codes + (found >> 8), found & 255);
    }
}

static size_t spelled_as(uint32_t code, size_t most, const char **out)
{
    size_t low = 0;
    size_t high = spelled_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (spelled_code[mid] < code) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    size_t n = 0;
    if (low < spelled_count && spelled_code[low] == code) {
        for (uint32_t i = spelled_first[low]; i < spelled_first[low + 1] && n < most; i++) {
            out[n++] = table_text(spelled_form[i]);
        }
    }
    return n;
}

size_t spellings_of_character(uint32_t cp, const char *out[TOKEN_FORMS_MAX])
{
    if (is_hangul(cp)) {
        return spelled_as(hangul_code(cp), TOKEN_FORMS_MAX, out);
    }
    size_t at = han_position(cp);
    if (at == han_count) {
        return 0;
    }
    size_t n = 0;
    for (uint32_t i = han_first[at]; i < han_first[at + 1] && n < TOKEN_FORMS_MAX; i++) {
        size_t most = TOKEN_FORMS_MAX - n < 2 ? 1 : 2;
        n += spelled_as(han_codes[i], most, out + n);
    }
    for (uint32_t i = han_japanese_first[at];
         i < han_japanese_first[at + 1] && n < TOKEN_FORMS_MAX; i++) {
        out[n++] = table_text(han_japanese[i]);
    }
    return n;
}
