/*
 * replay - runs every file named on the command line, and every file in the folders named,
 * through the fuzz target that it is linked with; so that the corpora are tests without clang.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path)
{
    struct slice bytes;
    struct diag diag;
    if (file_map(path, &bytes, &diag) < 0) {
        fprintf(stderr, "%s: %s\n", path, diag.text);
        return 1;
    }
    /* A copy of exactly that size, so that a sanitizer sees a read beyond it. */
    uint8_t *copy = malloc(bytes.n + !bytes.n);
    if (!copy) {
        return 1;
    }
    if (bytes.n) {
        memcpy(copy, bytes.p, bytes.n);
    }
    (void)LLVMFuzzerTestOneInput(copy, bytes.n);
    free(copy);
    file_unmap(bytes);
    return 0;
}

static int replay_folder(const char *folder, size_t *files)
{
    struct dirent **entries;
    int failed = 0;
    int n = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        char path[4096];
        if (entries[i]->d_name[0] != '.' &&
            path_join(path, sizeof path, folder, entries[i]->d_name)) {
            failed |= replay_file(path);
            ++*files;
        }
        free(entries[i]);
    }
    if (n >= 0) {
        free(entries);
    }
    return failed || n < 0;
}

int main(int argc, char **argv)
{
    size_t files = 0;
    int failed = argc < 2;
    for (int i = 1; i < argc; i++) {
        if (path_is_folder(argv[i])) {
            failed |= replay_folder(argv[i], &files);
        } else {
            failed |= replay_file(argv[i]);
            files++;
        }
    }
    printf("%zu files replayed\n", files);
    return failed;
}
