/* A table of one's own and its mapping, between a line of "%%". */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char table[32];
    char mapping[32];
    size_t n = fuzz_part(data, size);
    int fd = fuzz_file(data, n, table);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){table, "table"};
    int other = -1;
    if (n + 3 <= size) {
        other = fuzz_file(data + n + 3, size - n - 3, mapping);
        snap.mapping = mapping;
    }
    fuzz_read(&OWN_TABLE, &snap);
    close(fd);
    if (other >= 0) {
        close(other);
    }
    return 0;
}
