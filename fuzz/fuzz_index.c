/*
 * Bytes taken for an index, with sizes and checksums put right: opened, verified, searched.
 * Whatever they are, all that reads them comes to an end and stays inside them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "index/search.h"
#include "index_repair.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MOST = 1 << 20, MEMORY = 256 << 20 };

static void must(bool holds)
{
    if (!holds) {
        abort();
    }
}

/* A file without a name, and the path by which it can be opened. */
static int put_into_file(const char *bytes, size_t size, char path[32])
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    must(fd >= 0);
    for (size_t done = 0; done < size;) {
        ssize_t n = write(fd, bytes + done, size - done);
        must(n > 0);
        done += (size_t)n;
    }
    (void)snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

static void ask(struct searcher *s, const char *text, unsigned flags)
{
    struct slice name = slice_of(text);
    struct slice country = SLICE("ir");
    struct identifier id;
    struct question q = {.any_schema = true,
                         .names = &name,
                         .name_count = 1,
                         .countries = &country,
                         .country_count = 1,
                         .identifiers = &id,
                         .identifier_count = 1};
    struct search_options o = {flags, SCORE_LOWEST, SEARCH_LIMIT_DEFAULT};
    struct arena arena;
    struct answer a;
    identifier_parse(ID_PASSPORT, SLICE("K1234567"), &id);
    arena_init(&arena, MEMORY);
    int r = search_run(s, &q, &o, &arena, &a, NULL);
    must(r == 0 || r == ERR_FORMAT || r == ERR_LIMIT);
    must(r != 0 || (a.hit_count <= o.limit && a.hit_count <= a.total));
    arena_release(&arena);
}

static void search(const struct index *ix)
{
    static const char *const NAMES[] = {"Pavel Zorin", "Kim Jong-un", "Velmora bin 2 Ltd. J."};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        struct searcher *s;
        if (searcher_new(ix, &s) < 0) {
            return;
        }
        ask(s, NAMES[i], SEARCH_EXPLAIN);
        ask(s, NAMES[i], SEARCH_EXPLAIN | SEARCH_EXHAUSTIVE);
        searcher_free(s);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    struct index *ix;
    if (size == 0 || size > SIZE_MOST) {
        return 0;
    }
    char *copy = malloc(size);
    must(copy != NULL);
    memcpy(copy, data, size);
    index_repair(copy, size);
    int fd = put_into_file(copy, size, path);
    (void)!index_verify(path, NULL);
    if (index_open(path, &ix, NULL) == 0) {
        search(ix);
        (void)index_find(ix, SLICE("x:1"));
        index_close(ix);
    }
    close(fd);
    free(copy);
    return 0;
}
