/*
 * gzip_check - is a gzip file what its last bytes say?
 *
 * Libarchive does not look at gzip's checksum.  It is told here what goes in and what comes out:
 * raw bytes through gzip_check_raw(), unpacked ones through gzip_check_unpacked().  Only the last
 * raw bytes are kept.
 */
#ifndef FORMAT_GZIP_CHECK_H
#define FORMAT_GZIP_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { GZIP_TAIL = 9 /* raw bytes kept: one less than a gzip header */ };

/* Zeroed: nothing was seen. */
struct gzip_check {
    char tail[GZIP_TAIL]; /* the last raw bytes */
    size_t tail_n;        /* how many */
    bool begun;           /* the first byte was seen */
    bool again;           /* a further gzip header stands in the file: several members */
    uint32_t crc;         /* of what was unpacked */
    uint32_t length;      /* of the same, modulo 2^32 as gzip has it */
};

void gzip_check_raw(struct gzip_check *g, struct slice raw);
void gzip_check_unpacked(struct gzip_check *g, struct slice piece);

/* At the end of the file: do checksum and length fit? */
bool gzip_check_holds(const struct gzip_check *g);

#endif
