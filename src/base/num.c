#include "base/num.h"

bool parse_u64(struct slice s, uint64_t *out)
{
    uint64_t v = 0;
    if (s.n == 0) {
        return false;
    }
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_digit(s.p[i]) || __builtin_mul_overflow(v, 10U, &v) ||
            __builtin_add_overflow(v, (uint64_t)(s.p[i] - '0'), &v)) {
            return false;
        }
    }
    *out = v;
    return true;
}

bool parse_size(struct slice s, size_t *out)
{
    size_t factor = 1;
    if (s.n == 0) {
        return false;
    }
    switch (ascii_lower(s.p[s.n - 1])) {
    case 'k':
        factor = (size_t)1 << 10;
        break;
    case 'm':
        factor = (size_t)1 << 20;
        break;
    case 'g':
        factor = (size_t)1 << 30;
        break;
    default:
        break;
    }
    if (factor > 1) {
        s.n--;
    }
    uint64_t v;
    return parse_u64(s, &v) && !mul_overflows((size_t)v, factor, out);
}

bool parse_thousandths(struct slice s, unsigned *out)
{
    unsigned whole = 0;
    size_t i = 0;
    while (i < s.n && ascii_is_digit(s.p[i]) && i < 2) {
        whole = whole * 10 + (unsigned)(s.p[i++] - '0');
    }
    unsigned part = 0;
    unsigned unit = 100;
    size_t digits = i;
    if (i < s.n && s.p[i] == '.') {
        i++;
        for (; i < s.n && ascii_is_digit(s.p[i]); i++, digits++) {
            part += (unsigned)(s.p[i] - '0') * unit;
            unit /= 10;
        }
    }
    if (i != s.n || digits == 0 || whole * 1000 + part > 1000) {
        return false;
    }
    *out = whole * 1000 + part;
    return true;
}
