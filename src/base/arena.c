#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/num.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

enum {
    ALIGN = 16,
    FIRST_BLOCK = 16 << 10,
    LARGEST_STEP = 1 << 20, /* blocks double up to this size */
    KEEP_ON_RESET = 1 << 20
};

struct arena_block {
    struct arena_block *next;
    size_t size; /* usable bytes behind this header */
    size_t used;
    size_t pad; /* keeps the bytes behind it aligned to 16 */
};

static char *block_bytes(struct arena_block *b)
{
    return (char *)(b + 1);
}

void arena_init(struct arena *a, size_t limit)
{
    *a = (struct arena){.limit = limit};
}

static struct arena_block *add_block(struct arena *a, size_t n)
{
    size_t size = a->current ? a->current->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP) {
        size = LARGEST_STEP;
    }
    if (size < n) {
        size = n;
    }
    struct arena_block *b = malloc(sizeof *b + size);
    if (!b) {
        return NULL;
    }
    *b = (struct arena_block){.next = NULL, .size = size};
    POISON(block_bytes(b), size);
    if (a->current) {
        b->next = a->current->next;
        a->current->next = b;
    } else {
        a->first = b;
    }
    a->current = b;
    return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
    size_t rounded;
    if (a->failed || add_overflows(n, ALIGN - 1 + ALIGN, &rounded)) {
        a->failed = true;
        return NULL;
    }
    /* One unused unit behind each allocation stays poisoned in a sanitizer build. */
    rounded &= ~(size_t)(ALIGN - 1);
    if (rounded > a->limit - a->used) {
        a->failed = true;
        return NULL;
    }
    struct arena_block *b = a->current;
    while (b && b->size - b->used < rounded && b->next) {
        b = b->next;
        b->used = 0;
        a->current = b;
    }
    if (!b || b->size - b->used < rounded) {
        b = add_block(a, rounded);
        if (!b) {
            a->failed = true;
            return NULL;
        }
    }
    char *p = block_bytes(b) + b->used;
    b->used += rounded;
    a->used += rounded;
    UNPOISON(p, n);
    memset(p, 0, n);
    return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    size_t n;
    if (mul_overflows(count, size, &n)) {
        a->failed = true;
        return NULL;
    }
    return arena_alloc(a, n);
}

struct slice arena_copy(struct arena *a, struct slice s)
{
    char *p = arena_alloc(a, s.n);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    if (s.n) {
        memcpy(p, s.p, s.n);
    }
    return (struct slice){p, s.n};
}

bool arena_failed(const struct arena *a)
{
    return a->failed;
}

static void free_blocks(struct arena_block *b)
{
    while (b) {
        struct arena_block *next = b->next;
        UNPOISON(block_bytes(b), b->size);
        free(b);
        b = next;
    }
}

void arena_reset(struct arena *a)
{
    size_t kept = 0;
    struct arena_block **link = &a->first;
    while (*link && kept + (*link)->size <= KEEP_ON_RESET) {
        kept += (*link)->size;
        POISON(block_bytes(*link), (*link)->size);
        (*link)->used = 0;
        link = &(*link)->next;
    }
    free_blocks(*link);
    *link = NULL;
    a->current = a->first;
    a->used = 0;
    a->failed = false;
}

void arena_release(struct arena *a)
{
    free_blocks(a->first);
    *a = (struct arena){.limit = a->limit};
}
