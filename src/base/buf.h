/*
 * buf - bytes that grow up to a stated maximum.
 *
 * A buffer is made with its limit.  Appending past it, or without memory, marks the buffer and
 * does nothing more: append freely, then ask once with buf_failed().  The contents are not
 * NUL-ended; buf_slice() borrows them until the next append.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"

struct buf {
    char *p;      /* owned; NULL while nothing was appended */
    size_t n;     /* bytes in use */
    size_t room;  /* bytes allocated */
    size_t limit; /* n never passes this */
    bool failed;  /* sticky until buf_reset() */
};

void buf_init(struct buf *b, size_t limit);
void buf_reset(struct buf *b);
void buf_release(struct buf *b);

void buf_add(struct buf *b, struct slice s);
void buf_add_bytes(struct buf *b, const void *p, size_t n);
void buf_add_text(struct buf *b, const char *text);
void buf_add_char(struct buf *b, char c);
void buf_add_u32(struct buf *b, uint32_t v);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Appends zero bytes until the length is a multiple of `unit`. */
void buf_pad(struct buf *b, size_t unit);

/* Makes room for n more bytes and returns where they go, or NULL when failed; the caller
 * writes there and adds what it wrote to b->n. */
char *buf_reserve(struct buf *b, size_t n);

bool buf_failed(const struct buf *b);

static inline struct slice buf_slice(const struct buf *b)
{
    return (struct slice){b->p, b->n};
}

#endif
