/*
 * facts - the line format of the tables of this room: "key: value".
 *
 *     # a comment
 *     rule: UNSCR 1718 para 8(b)
 *     says: North Korea must not export arms, and no State
 *         may buy them there
 *
 * A value goes on in the next line when that begins with a blank.  Keys are lower-case words.
 * Bytes are checked to be UTF-8 before they are read.  docs/formats/embargo-rules.md is the
 * description for people.
 *
 * Values point into the text, or into the arena when they were joined of several lines.
 */
#ifndef EMBARGO_FACTS_H
#define EMBARGO_FACTS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"

enum { FACTS_BYTES_MAX = 4 << 20 };

struct facts {
    const char *file;    /* for messages */
    struct slice rest;   /* what has not been read */
    uint64_t line;       /* of the last fact, 1-based */
    uint64_t next_line;  /* of what comes next */
    struct slice key;    /* of the last fact */
    struct slice value;  /* trimmed */
    struct arena *arena; /* for joined values */
    struct diag *diag;   /* for messages; may be NULL */
};

/* ERR_TEXT or ERR_LIMIT when the text as a whole is unfit. */
MUST_USE int facts_begin(struct facts *f, const char *file, struct slice text,
                         struct arena *arena, struct diag *diag);

/* 1 with the next fact in key, value and line; 0 at the end; negative for a bad line. */
MUST_USE int facts_next(struct facts *f);

/* Says what is wrong with the last fact; returns ERR_FORMAT. */
int facts_fail(const struct facts *f, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Reads values. */
MUST_USE int facts_day(const struct facts *f, int32_t *out);

/* The next word of *rest, which is cut; empty at the end. */
struct slice facts_word(struct slice *rest);

/* The next of several alternatives between '|'; false at the end. */
bool facts_choice(struct slice *rest, struct slice *choice);

#endif
