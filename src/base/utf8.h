/*
 * utf8 - code points and their bytes.
 *
 * Text inside is valid UTF-8: what comes from outside is checked once with utf8_valid_length()
 * and from then on read with utf8_get(), which stops at what is not valid and never reads
 * beyond the slice.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

#include "base/slice.h"

/* Bytes from the start of `s` that are valid UTF-8 without NUL; s.n when all are. */
size_t utf8_valid_length(struct slice s);

/* Bytes that a code point takes, written to out[4]. */
size_t utf8_put(uint32_t code_point, char out[4]);

/* The code point at *at, which is moved behind it; false at the end or at bytes that are not
 * UTF-8. */
bool utf8_next(struct slice s, size_t *at, uint32_t *code_point);

/* Code points of `s` into out, at most `room`; returns how many. */
size_t utf8_get(struct slice s, uint32_t *out, size_t room);

#endif
