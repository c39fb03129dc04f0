/* The Swiss list and those that ammitto copies; the first byte says which: 'x' SECO's XML, 'c',
 * 'a' and 'n' ammitto's lines of the Swiss, the Australian and the Canadian list. */
#include "lists_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    const struct list_reader *reader = data[0] == 'c'   ? &AMMITTO_CH
                                       : data[0] == 'a' ? &AMMITTO_AU
                                       : data[0] == 'n' ? &AMMITTO_CA
                                                        : &CH_SECO;
    char path[32];
    int fd = fuzz_file(data + 1, size - 1, path);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){path, reader == &CH_SECO ? "xml" : "ammitto"};
    fuzz_read(reader, &snap);
    close(fd);
    return 0;
}
