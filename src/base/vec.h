/*
 * vec - a growing array of one type.
 *
 *     VEC(struct hit) hits = {0};
 *     struct hit *h = VEC_ADD(&hits);      NULL without memory
 *     for (size_t i = 0; i < hits.n; i++)  … hits.p[i] …
 *     VEC_RELEASE(&hits);
 *
 * A zeroed structure is an empty vector.  Elements move when it grows: keep indices, not
 * pointers.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>
#include <string.h>

#define VEC(type)                                                                              \
    struct {                                                                                   \
        type *p;     /* owned elements */                                                      \
        size_t n;    /* in use */                                                              \
        size_t room; /* allocated */                                                           \
    }

/* Makes room for one more element of `size` bytes; returns the array or NULL. */
void *vec_grow(void *p, size_t n, size_t *room, size_t size);
void vec_free(void *p);

/* A pointer to a new zeroed last element, or NULL. */
#define VEC_ADD(v)                                                                             \
    ((v)->n < (v)->room || vec_grow_into((void **)&(v)->p, (v)->n, &(v)->room, sizeof *(v)->p) \
         ? (memset(&(v)->p[(v)->n], 0, sizeof *(v)->p), &(v)->p[(v)->n++])                     \
         : NULL)

#define VEC_RELEASE(v) (vec_free((v)->p), (v)->p = NULL, (v)->n = (v)->room = 0)

/* vec_grow() stored through `p`: 1 when there is room now. */
int vec_grow_into(void **p, size_t n, size_t *room, size_t size);

#endif
