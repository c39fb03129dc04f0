/*
 * remark_book - what readers remarked: every remark as a JSON line, and a summary.
 *
 *     {"kind":"refused","list":"us_ofac_sdn","file":"sdn.csv","line":7,"column":null,
 *      "record":"ofac:36","code":"no_name","count":1,"text":"…"}
 *
 * Lines are kept in the order of the remarks until the build is done.  Past its limit the book
 * goes on counting and keeps no more lines.
 */
#ifndef LISTS_REMARK_BOOK_H
#define LISTS_REMARK_BOOK_H

#include "base/buf.h"
#include "base/vec.h"
#include "lists/reader.h"

/* All remarks of one list with the same kind and code. */
struct remark_group {
    char list[68]; /* dataset, or "" */
    enum remark_kind kind;
    char code[32];
    uint64_t remarks; /* how many */
    uint64_t count;   /* the sum of their counts */
    char where[240];  /* file and line of the first one */
    char text[160];   /* words of the first one */
};

struct remark_book {
    struct buf lines;                /* the JSON lines */
    VEC(struct remark_group) groups; /* in the order of their first remark */
};

void remark_book_init(struct remark_book *b);
void remark_book_release(struct remark_book *b);

/* Enters a remark on a list; `list` may be NULL. */
void remark_book_add(struct remark_book *b, const char *list, const struct remark *r);

/* "refused", "duplicate" …: a stable word. */
const char *remark_kind_name(enum remark_kind kind);

#endif
