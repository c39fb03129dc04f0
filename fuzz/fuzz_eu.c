/* The EU's list; the first byte says which form: 'x' XML, else CSV. */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    char path[32];
    int fd = fuzz_file(data + 1, size - 1, path);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){path, data[0] == 'x' ? "xml" : "csv"};
    fuzz_read(&EU_FSF, &snap);
    close(fd);
    return 0;
}
