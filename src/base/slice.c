#include "base/slice.h"

int slice_cmp(struct slice a, struct slice b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    if (c != 0) {
        return c;
    }
    return a.n < b.n ? -1 : a.n > b.n;
}

bool slice_eq_nocase(struct slice a, struct slice b)
{
    if (a.n != b.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (ascii_lower(a.p[i]) != ascii_lower(b.p[i])) {
            return false;
        }
    }
    return true;
}

bool slice_starts(struct slice s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && memcmp(s.p, prefix, n) == 0;
}

bool slice_starts_nocase(struct slice s, const char *prefix)
{
    struct slice p = slice_of(prefix);
    return s.n >= p.n && slice_eq_nocase(slice_cut(s, 0, p.n), p);
}

bool slice_ends_nocase(struct slice s, const char *suffix)
{
    struct slice p = slice_of(suffix);
    return s.n >= p.n && slice_eq_nocase(slice_cut(s, s.n - p.n, s.n), p);
}

struct slice slice_trim(struct slice s)
{
    while (s.n && ascii_is_space(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n && ascii_is_space(s.p[s.n - 1])) {
        s.n--;
    }
    return s;
}

size_t slice_find(struct slice s, size_t from, const char *needle)
{
    size_t n = strlen(needle);
    if (from >= s.n || n == 0) {
        return s.n;
    }
    const char *hit = memmem(s.p + from, s.n - from, needle, n);
    return hit ? (size_t)(hit - s.p) : s.n;
}

struct slice slice_next(struct slice *rest, char separator)
{
    const char *hit = rest->n ? memchr(rest->p, separator, rest->n) : NULL;
    if (!hit) {
        struct slice all = *rest;
        *rest = (struct slice){NULL, 0};
        return all;
    }
    size_t n = (size_t)(hit - rest->p);
    struct slice head = {rest->p, n};
    rest->p += n + 1;
    rest->n -= n + 1;
    return head;
}
