#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"

void buf_init(struct buf *b, size_t limit)
{
    *b = (struct buf){.limit = limit};
}

void buf_reset(struct buf *b)
{
    b->n = 0;
    b->failed = false;
}

void buf_release(struct buf *b)
{
    free(b->p);
    *b = (struct buf){.limit = b->limit};
}

char *buf_reserve(struct buf *b, size_t n)
{
    if (b->failed || n > b->limit - b->n) {
        b->failed = true;
        return NULL;
    }
    size_t need = b->n + n;
    if (need > b->room) {
        size_t room = b->room < 64 ? 64 : b->room;
        while (room < need) {
            room *= 2;
        }
        char *p = realloc(b->p, room);
        if (!p) {
            b->failed = true;
            return NULL;
        }
        b->p = p;
        b->room = room;
    }
    return b->p ? b->p + b->n : NULL;
}

void buf_add_bytes(struct buf *b, const void *p, size_t n)
{
    char *to = buf_reserve(b, n);
    if (to && n) {
        memcpy(to, p, n);
        b->n += n;
    }
}

void buf_add(struct buf *b, struct slice s)
{
    buf_add_bytes(b, s.p, s.n);
}

void buf_add_text(struct buf *b, const char *text)
{
    buf_add_bytes(b, text, strlen(text));
}

void buf_add_char(struct buf *b, char c)
{
    buf_add_bytes(b, &c, 1);
}

void buf_add_u32(struct buf *b, uint32_t v)
{
    char bytes[4];
    put_le32(bytes, v);
    buf_add_bytes(b, bytes, sizeof bytes);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    char *to = n < 0 ? NULL : buf_reserve(b, (size_t)n + 1);
    if (!to) {
        b->failed = true;
        return;
    }
    va_start(args, fmt);
    (void)vsnprintf(to, (size_t)n + 1, fmt, args);
    va_end(args);
    b->n += (size_t)n;
}

void buf_pad(struct buf *b, size_t unit)
{
    static const char zeros[64] = {0};
    while (!b->failed && b->n % unit != 0) {
        size_t need = unit - b->n % unit;
        buf_add_bytes(b, zeros, need < sizeof zeros ? need : sizeof zeros);
    }
}

bool buf_failed(const struct buf *b)
{
    return b->failed;
}
