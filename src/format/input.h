/*
 * input - the bytes of a file, uncompressed and in order.
 *
 * A list may lie there as it is or as .gz, .xz, .zst, .bz2 or the single (or named) member of a
 * .zip; libarchive tells which by content.  Bytes are handed out in pieces; memory does not
 * grow with the file.  An archive that breaks off is ERR_CUT.  More than INPUT_RATIO_MAX bytes
 * out of one byte in, or more than INPUT_SIZE_MAX bytes, is ERR_LIMIT.
 */
#ifndef FORMAT_INPUT_H
#define FORMAT_INPUT_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "format/pull.h"

#define INPUT_SIZE_MAX (UINT64_C(64) << 30)
enum { INPUT_RATIO_MAX = 1100, INPUT_PIECE = 1 << 16 };

struct input;

/* Opens a path ("-" is standard input).  ERR_NOT_FOUND, ERR_IO. */
MUST_USE int input_open(const char *path, struct input **out, struct diag *diag);

/* The same for one named member of a .zip ("xl/workbook.xml" of a workbook).  ERR_NOT_FOUND
 * also when the archive has no such member. */
MUST_USE int input_open_member(const char *path, const char *member, struct input **out,
                               struct diag *diag);

/* Bytes that lie in memory (tests, fuzz targets); borrowed. */
MUST_USE int input_from_bytes(struct slice bytes, struct input **out);

/* The next piece, borrowed until the next call; an empty slice at the end. */
MUST_USE int input_next(struct input *in, struct slice *out, struct diag *diag);

/* Up to `n` bytes (at most INPUT_PIECE) from the start, before anything was consumed; they
 * will be handed out again. */
MUST_USE int input_peek(struct input *in, size_t n, struct slice *out, struct diag *diag);

/* The input as what carriers pull from. */
struct pull input_pull(struct input *in);

/* Compressed bytes read and, when known, the file's size (else 0), for progress. */
void input_position(const struct input *in, uint64_t *read, uint64_t *size);

/* XXH3 of all bytes handed out so far. */
uint64_t input_hash(const struct input *in);

void input_close(struct input *in);

#endif
