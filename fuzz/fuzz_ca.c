/* The Canadian consolidated list. */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    int fd = fuzz_file(data, size, path);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){path, "xml"};
    fuzz_read(&CA_SEMA, &snap);
    close(fd);
    return 0;
}
