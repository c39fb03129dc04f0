#include "base/vec.h"

#include <stdlib.h>

#include "base/num.h"

void *vec_grow(void *p, size_t n, size_t *room, size_t size)
{
    size_t want = n < 8 ? 8 : n + n / 2;
    size_t bytes;
    if (mul_overflows(want, size, &bytes)) {
        return NULL;
    }
    void *q = realloc(p, bytes);
    if (q) {
        *room = want;
    }
    return q;
}

int vec_grow_into(void **p, size_t n, size_t *room, size_t size)
{
    void *q = vec_grow(*p, n, room, size);
    if (!q) {
        return 0;
    }
    *p = q;
    return 1;
}

void vec_free(void *p)
{
    free(p);
}
