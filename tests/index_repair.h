/*
 * index_repair - makes the header of a damaged index right again.
 *
 * An attacker who writes an index file writes fitting checksums, too.  Damage and fuzz tests
 * put sizes and sums right, so that what they changed reaches the code behind the checks.
 */
#ifndef INDEX_REPAIR_H
#define INDEX_REPAIR_H

#include "base/hash.h"
#include "base/num.h"
#include "index/layout.h"
#include "match/frequency.h"

/* Sets magic, version, size, tables and the sums of chunks and header of a file in memory. */
static inline void index_repair(char *file, size_t n)
{
    size_t table = (size_t)CHUNK_COUNT * INDEX_TABLE_ROW;
    if (n < INDEX_HEADER + table) {
        return;
    }
    memcpy(file, INDEX_MAGIC, 8);
    put_le32(file + 8, INDEX_VERSION);
    put_le32(file + 12, CHUNK_COUNT);
    put_le64(file + 16, tables_hash());
    put_le64(file + 32, n);
    for (unsigned i = 0; i < CHUNK_COUNT; i++) {
        char *row = file + INDEX_HEADER + i * INDEX_TABLE_ROW;
        uint64_t offset = le64(row + 8);
        uint64_t length = le64(row + 16);
        put_le32(row, i);
        if (offset <= n && length <= n - offset) {
            put_le64(row + 24, hash_bytes((struct slice){file + offset, (size_t)length}, 0));
        }
    }
    put_le64(file + INDEX_HASH_AT,
             hash_mix(hash_bytes((struct slice){file, INDEX_HASH_AT}, 0),
                      hash_bytes((struct slice){file + INDEX_HEADER, table}, 0)));
}

#endif
