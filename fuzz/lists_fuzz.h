/*
 * lists_fuzz - runs a reader over fuzzed bytes and throws away what it says.
 *
 * Readers open files by path: the bytes go into an anonymous file (memfd).
 */
#ifndef FUZZ_LISTS_FUZZ_H
#define FUZZ_LISTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "lists/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is handed out is text, and never empty. */
static int fuzz_entity(void *context, const struct entity *e, struct diag *diag)
{
    (void)context;
    (void)diag;
    if (e->id.n == 0 || e->dataset_count == 0) {
        abort();
    }
    for (size_t i = 0; i < e->value_count; i++) {
        struct slice text = e->values[i].text;
        if (text.n == 0 || utf8_valid_length(text) < text.n) {
            abort();
        }
    }
    return 0;
}

static void fuzz_remark(void *context, const struct remark *r)
{
    (void)context;
    if (!r->code || !r->text) {
        abort();
    }
}

static int fuzz_file(const uint8_t *data, size_t size, char path[32])
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    size_t done = 0;
    while (fd >= 0 && done < size) {
        ssize_t n = write(fd, data + done, size - done);
        if (n <= 0) {
            abort();
        }
        done += (size_t)n;
    }
    (void)snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

/* Reads one snapshot; what was read and refused must add up, unless rows are left out that
 * stand in a list beside it. */
static void fuzz_read(const struct list_reader *reader, struct snapshot *snap)
{
    const struct list_sink sink = {NULL, fuzz_entity, fuzz_remark, NULL};
    struct diag diag = {.code = ERR_IO};
    snap->reader = reader;
    snap->dataset = "fuzz";
    int result = reader->read(snap, &sink, &diag);
    uint64_t sum = snap->counts.read + snap->counts.refused;
    if (result == 0 &&
        (snap->beside_count ? sum > snap->counts.records : sum != snap->counts.records)) {
        abort();
    }
}

/* Cuts *rest at a line of "%%": several files in one input. */
static inline size_t fuzz_part(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i + 3 <= size; i++) {
        if (data[i] == '%' && data[i + 1] == '%' && data[i + 2] == '\n') {
            return i;
        }
    }
    return size;
}

#endif
