/*
 * encoding - bytes of other encodings to UTF-8, and the check that bytes are UTF-8.
 *
 * A decoder is fed pieces cut anywhere and appends UTF-8 to a buffer.  What stands for nothing
 * in the encoding (a lone surrogate, an unassigned byte) becomes the byte 0xFF, which is never
 * valid UTF-8: the check that every record passes then refuses just that record.
 */
#ifndef FORMAT_ENCODING_H
#define FORMAT_ENCODING_H

#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum encoding {
    ENCODING_DETECT, /* by byte order mark or by where the zero bytes lie; else UTF-8 */
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_LATIN1,
    ENCODING_WINDOWS_1250,
    ENCODING_WINDOWS_1251,
    ENCODING_WINDOWS_1252,
    ENCODING_UNKNOWN
};

/* By a name people use ("latin1", "ISO-8859-1", "cp1252", "UTF-16" …); case, '-' and '_' play
 * no part.  ENCODING_UNKNOWN when it is none. */
enum encoding encoding_find(struct slice name);
const char *encoding_name(enum encoding e);

/* The encoding that a beginning shows, and in *mark the length of its byte order mark. */
enum encoding encoding_detect(struct slice head, size_t *mark);

struct decoder {
    enum encoding from;   /* not ENCODING_DETECT */
    uint16_t high;        /* a high surrogate that waits for its partner, or 0 */
    unsigned char half;   /* first byte of a UTF-16 unit cut in two */
    unsigned char halves; /* 1 when `half` is in use */
};

/* Appends the text of `piece` to `out`. */
void decoder_feed(struct decoder *d, struct slice piece, struct buf *out);
/* The end: a unit or a pair left half becomes 0xFF. */
void decoder_end(struct decoder *d, struct buf *out);

#endif
