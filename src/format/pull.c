#include "format/pull.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 1 << 16 };

static int memory_more(void *context, struct slice *piece, struct diag *diag)
{
    (void)diag;
    struct pull_memory *m = context;
    size_t n = m->step && m->step < m->rest.n ? m->step : m->rest.n;
    *piece = (struct slice){m->rest.p, n};
    if (n) {
        m->rest = slice_cut(m->rest, n, m->rest.n);
    }
    return 0;
}

struct pull pull_from_memory(struct pull_memory *m)
{
    return (struct pull){memory_more, m};
}

struct pull_file {
    struct arena memory; /* holds this structure, the name and the piece */
    struct slice name;   /* NUL-ended, for messages */
    char *piece;         /* PIECE bytes */
    int fd;
};

int pull_file_open(const char *path, struct pull_file **out, struct diag *diag)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        enum err code = errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
        diag_at(diag, path, 0, 0);
        FAIL(diag, code, "cannot open: %s", strerror(errno));
    }
    struct arena memory;
    arena_init(&memory, PIECE + 16384);
    struct pull_file *f = ARENA_NEW(&memory, struct pull_file);
    char *piece = arena_alloc(&memory, PIECE);
    const char *shown = standard ? "standard input" : path;
    struct slice name = arena_copy(&memory, (struct slice){shown, strlen(shown) + 1});
    if (arena_failed(&memory)) {
        arena_release(&memory);
        if (!standard) {
            close(fd);
        }
        FAIL(diag, ERR_MEMORY, "no memory to read '%s'", path);
    }
    *f = (struct pull_file){.memory = memory, .name = name, .piece = piece, .fd = fd};
    *out = f;
    return 0;
}

static int file_more(void *context, struct slice *piece, struct diag *diag)
{
    struct pull_file *f = context;
    ssize_t n;
    do {
        n = read(f->fd, f->piece, PIECE);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        diag_at(diag, f->name.p, 0, 0);
        FAIL(diag, ERR_IO, "cannot read: %s", strerror(errno));
    }
    *piece = (struct slice){f->piece, (size_t)n};
    return 0;
}

struct pull pull_from_file(struct pull_file *f)
{
    return (struct pull){file_more, f};
}

void pull_file_close(struct pull_file *f)
{
    if (!f) {
        return;
    }
    if (f->fd != STDIN_FILENO) {
        close(f->fd);
    }
    struct arena memory = f->memory;
    arena_release(&memory);
}
