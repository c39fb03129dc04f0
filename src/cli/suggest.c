#include "cli/suggest.h"

#include <stdbool.h>
#include <string.h>

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The usual table of distances between prefixes; three rows suffice. */
size_t suggest_distance(const char *a, const char *b)
{
    size_t rows[3][SUGGEST_WORD_MAX + 1];
    size_t n = strlen(a);
    size_t m = strlen(b);
    if (n > SUGGEST_WORD_MAX || m > SUGGEST_WORD_MAX) {
        return SUGGEST_WORD_MAX;
    }
    for (size_t j = 0; j <= m; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3];
        const size_t *last = rows[(i + 2) % 3];
        const size_t *before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            now[j] = last[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = least(now[j], least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = least(now[j], before[j - 2] + 1);
            }
        }
    }
    return rows[n % 3][m];
}

void suggest_try(struct suggestion *s, const char *word)
{
    size_t d = suggest_distance(s->meant, word);
    size_t near = strlen(word) < 5 ? 1 : strlen(word) < 9 ? 2 : 3;
    bool begins = strlen(s->meant) >= 3 && strncmp(word, s->meant, strlen(s->meant)) == 0;
    if (begins && d > near) {
        d = near;
    }
    if (d <= near && d < s->distance) {
        s->best = word;
        s->distance = d;
    }
}
