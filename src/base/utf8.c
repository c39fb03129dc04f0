#include "base/utf8.h"

size_t utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

/* Length of the valid sequence at p, or 0.  Second bytes after Unicode's table 3-7. */
static size_t sequence(const unsigned char *p, size_t n)
{
    unsigned char a = p[0];
    if (a < 0x80) {
        return a != 0;
    }
    size_t need = a < 0xc2 ? 0 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : a < 0xf5 ? 4 : 0;
    if (need == 0 || need > n) {
        return 0;
    }
    unsigned char least = a == 0xe0 ? 0xa0 : a == 0xf0 ? 0x90 : 0x80;
    unsigned char most = a == 0xed ? 0x9f : a == 0xf4 ? 0x8f : 0xbf;
    if (p[1] < least || p[1] > most) {
        return 0;
    }
    for (size_t i = 2; i < need; i++) {
        if ((p[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return need;
}

size_t utf8_valid_length(struct slice s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t highs = UINT64_C(0x8080808080808080);
    size_t i = 0;
    while (i < s.n) {
        uint64_t word;
        /* Eight bytes at once while none is zero and none above 0x7f. */
        while (s.n - i >= 8) {
            memcpy(&word, p + i, 8);
            if ((word | (word - ones)) & highs) {
                break;
            }
            i += 8;
        }
        if (i == s.n) {
            break;
        }
        size_t n = sequence(p + i, s.n - i);
        if (n == 0) {
            return i;
        }
        i += n;
    }
    return s.n;
}

bool utf8_next(struct slice s, size_t *at, uint32_t *code_point)
{
    if (*at >= s.n) {
        return false;
    }
    const unsigned char *p = (const unsigned char *)s.p + *at;
    size_t n = sequence(p, s.n - *at);
    static const unsigned char FIRST_BITS[5] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    if (n == 0) {
        return false;
    }
    uint32_t c = p[0] & FIRST_BITS[n];
    for (size_t i = 1; i < n; i++) {
        c = c << 6 | (p[i] & 0x3f);
    }
    *at += n;
    *code_point = c;
    return true;
}

size_t utf8_get(struct slice s, uint32_t *out, size_t room)
{
    size_t count = 0;
    size_t at = 0;
    while (count < room && utf8_next(s, &at, &out[count])) {
        count++;
    }
    return count;
}
