/* Lists that are one table or one fact a line; the first byte says which: c (the Consolidated
 * Screening List), s (the same beside OFAC's own list), d (denied persons), a (Australia as CSV),
 * i (warrants). */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct {
        char letter;
        const struct list_reader *reader;
        const char *role;
    } LISTS[] = {{'c', &US_CSL, "csv"},
                 {'s', &US_CSL, "csv"},
                 {'d', &US_DPL, "txt"},
                 {'a', &AU_DFAT, "csv"},
                 {'i', &ICC_WARRANTS, "txt"}};
    static const char *const BESIDE[] = {"us_ofac_sdn"};
    char path[32];
    size_t which = 0;
    for (size_t i = 0; size && i < sizeof LISTS / sizeof LISTS[0]; i++) {
        which = data[0] == (uint8_t)LISTS[i].letter ? i : which;
    }
    int fd = fuzz_file(data + (size > 0), size - (size > 0), path);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){path, LISTS[which].role};
    if (LISTS[which].letter == 's') {
        snap.beside = BESIDE;
        snap.beside_count = 1;
    }
    fuzz_read(LISTS[which].reader, &snap);
    close(fd);
    return 0;
}
