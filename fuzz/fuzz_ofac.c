/* OFAC's files: main, alias, address and comments file, between lines of "%%". */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const ROLES[] = {"sdn", "alt", "add", "comments"};
    struct snapshot snap = {.date = ""};
    char paths[4][32];
    int fds[4];
    while (snap.file_count < 4 && size) {
        size_t i = snap.file_count;
        size_t n = fuzz_part(data, size);
        fds[i] = fuzz_file(data, n, paths[i]);
        snap.files[snap.file_count++] = (struct list_file){paths[i], ROLES[i]};
        n = n + 3 < size ? n + 3 : size;
        data += n;
        size -= n;
    }
    if (snap.file_count) {
        fuzz_read(&OFAC_SDN_CSV, &snap);
    }
    for (size_t i = 0; i < snap.file_count; i++) {
        close(fds[i]);
    }
    return 0;
}
