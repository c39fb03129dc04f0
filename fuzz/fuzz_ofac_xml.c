/* OFAC's lists in XML: classic, Advanced, Enhanced; behind a line of "%%" a delta laid over it. */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const ROLES[] = {"sdn", "delta"};
    struct snapshot snap = {.date = ""};
    char paths[2][32];
    int fds[2];
    while (snap.file_count < 2 && size) {
        size_t i = snap.file_count;
        size_t n = fuzz_part(data, size);
        fds[i] = fuzz_file(data, n, paths[i]);
        snap.files[snap.file_count++] = (struct list_file){paths[i], ROLES[i]};
        n = n + 3 < size ? n + 3 : size;
        data += n;
        size -= n;
    }
    if (snap.file_count) {
        fuzz_read(&OFAC_SDN, &snap);
    }
    for (size_t i = 0; i < snap.file_count; i++) {
        close(fds[i]);
    }
    return 0;
}
