/*
 * json_writer - JSON into a buffer, written as it comes.
 *
 *     struct json_writer w;
 *     json_writer_init(&w, &out);
 *     json_begin_object(&w);
 *     json_pair_text(&w, "id", SLICE("ofac:20157"));
 *     json_put_key(&w, "score");
 *     json_put_thousandths(&w, 987);             0.987
 *     json_end_object(&w);
 *     json_put_line_end(&w);                     one object a line
 *
 * Commas and escapes are the writer's business; that begin and end match and that a key stands
 * before each value of an object is the caller's, and asserted.  Text is UTF-8 and stays UTF-8;
 * a byte that is not becomes U+FFFD, so that the output is valid whatever was given.  Errors
 * are the buffer's: ask once with buf_failed().
 */
#ifndef FORMAT_JSON_WRITER_H
#define FORMAT_JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum { JSON_WRITER_DEPTH_MAX = 63 };

struct json_writer {
    struct buf *out; /* the caller's */
    uint64_t filled; /* bit d: the container at depth d has a member already */
    unsigned depth;  /* open containers */
    bool after_key;  /* the next value belongs to a key */
};

void json_writer_init(struct json_writer *w, struct buf *out);

void json_begin_object(struct json_writer *w);
void json_end_object(struct json_writer *w);
void json_begin_array(struct json_writer *w);
void json_end_array(struct json_writer *w);

void json_put_key(struct json_writer *w, const char *key);
void json_put_text(struct json_writer *w, struct slice text);
void json_put_u64(struct json_writer *w, uint64_t v);
void json_put_i64(struct json_writer *w, int64_t v);
/* A number in thousandths as a decimal with three places: 987 is 0.987, -1500 is -1.500. */
void json_put_thousandths(struct json_writer *w, int64_t v);
void json_put_bool(struct json_writer *w, bool v);
void json_put_null(struct json_writer *w);
/* A whole value that is JSON already. */
void json_put_raw(struct json_writer *w, struct slice json);
void json_put_line_end(struct json_writer *w);

/* A key and its value in one. */
void json_pair_text(struct json_writer *w, const char *key, struct slice text);
void json_pair_u64(struct json_writer *w, const char *key, uint64_t v);
void json_pair_thousandths(struct json_writer *w, const char *key, int64_t v);
void json_pair_bool(struct json_writer *w, const char *key, bool v);
/* Text, or null when it is empty. */
void json_pair_text_or_null(struct json_writer *w, const char *key, struct slice text);

/* The text with its quotes and escapes, without any comma. */
void json_quote(struct buf *out, struct slice text);

#endif
