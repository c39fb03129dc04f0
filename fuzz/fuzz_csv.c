/*
 * CSV in every dialect and encoding, whole and in small pieces: both must give the same.
 * The first two bytes choose: dialect, encoding, delimiter; size of the pieces.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "format/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t read_all(struct slice bytes, const struct csv_options *options, size_t step)
{
    struct pull_memory memory = {bytes, step};
    struct csv *csv;
    const struct csv_record *r = NULL;
    uint64_t hash = 0;
    uint64_t line = 0;
    if (csv_open(&csv, options, pull_from_memory(&memory), NULL) < 0) {
        return 1;
    }
    int result;
    while ((result = csv_next(csv, &r, NULL)) == 0 && r) {
        if (r->line <= line && line) {
            abort(); /* lines only grow */
        }
        line = r->line;
        hash = hash_mix(hash, r->line << 8 | r->flags);
        for (size_t i = 0; i < r->field_count; i++) {
            struct slice f = r->fields[i];
            if (!(r->flags & CSV_UNUSABLE) && utf8_valid_length(f) < f.n) {
                abort();
            }
            hash = hash_mix(hash, hash_bytes(f, 0));
        }
    }
    csv_close(csv);
    return hash_mix(hash, (uint64_t)(int64_t)result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char DELIMITERS[] = {'\0', ',', ';', '\t'};
    if (size < 2) {
        return 0;
    }
    struct csv_options options = {
        .dialect = data[0] & 1 ? CSV_OFAC : CSV_PLAIN,
        .encoding = (enum encoding)((data[0] >> 1 & 7) % ENCODING_UNKNOWN),
        .delimiter = DELIMITERS[data[0] >> 4 & 3],
    };
    struct slice bytes = {(const char *)data + 2, size - 2};
    if (read_all(bytes, &options, 0) != read_all(bytes, &options, 1 + data[1] % 16)) {
        abort();
    }
    return 0;
}
