/* Workbooks, by the Australian list: a whole zip when it begins like one, else what stands in the
 * sheet and, behind a line of "%%", the shared texts. */
#include "lists_fuzz.h"
#include "made_xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    struct buf zip;
    buf_init(&zip, (size_t)64 << 20);
    if (size >= 2 && data[0] == 'P' && data[1] == 'K') {
        buf_add_bytes(&zip, data, size);
    } else {
        size_t n = fuzz_part(data, size);
        size_t from = n + 3 <= size ? n + 3 : size;
        made_workbook(&zip, (struct slice){(const char *)data, n},
                      (struct slice){(const char *)data + from, size - from});
    }
    int fd = fuzz_file((const uint8_t *)zip.p, zip.n, path);
    struct snapshot snap = {.file_count = 1};
    snap.files[0] = (struct list_file){path, "xlsx"};
    fuzz_read(&AU_DFAT, &snap);
    close(fd);
    buf_release(&zip);
    return 0;
}
