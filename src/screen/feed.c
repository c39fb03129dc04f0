#include "screen/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int feed_open(struct feed *f, const char *path, struct diag *diag)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        enum err code = errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
        diag_at(diag, path, 0, 0);
        FAIL(diag, code, "cannot open: %s", strerror(errno));
    }
    struct stat st;
    bool known = fstat(fd, &st) == 0;
    if (known && S_ISDIR(st.st_mode)) {
        if (!standard) {
            close(fd);
        }
        diag_at(diag, path, 0, 0);
        FAIL(diag, ERR_IO, "is a folder, not a file");
    }
    f->fd = fd;
    f->name = standard ? "standard input" : path;
    f->size = known && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    f->taken = 0;
    f->begun = 0;
    f->ended = false;
    f->stop = NULL;
    f->before_waiting = NULL;
    f->context = NULL;
    return 0;
}

void feed_close(struct feed *f)
{
    if (f->fd > STDIN_FILENO) {
        close(f->fd);
    }
    f->fd = -1;
}

/* Is there a byte, or the end, to be had without waiting? */
static bool is_ready(const struct feed *f)
{
    struct pollfd p = {.fd = f->fd, .events = POLLIN};
    return f->size || poll(&p, 1, 0) != 0;
}

/* Reads into the piece behind its first `at` bytes; 0 bytes at the end. */
static int read_some(struct feed *f, size_t at, size_t *got, struct diag *diag)
{
    for (;;) {
        if (f->stop && *f->stop) {
            FAIL(diag, ERR_STOPPED, "stopped");
        }
        ssize_t n = read(f->fd, f->piece + at, FEED_PIECE - at);
        if (n >= 0) {
            *got = (size_t)n;
            f->taken += (size_t)n;
            f->ended = n == 0;
            return 0;
        }
        if (errno != EINTR) {
            diag_at(diag, f->name, 0, 0);
            FAIL(diag, ERR_IO, "cannot read: %s", strerror(errno));
        }
    }
}

static bool only_blanks(struct slice s)
{
    if (slice_starts(s, "\xef\xbb\xbf")) {
        s = slice_cut(s, 3, s.n);
    }
    return slice_trim(s).n == 0;
}

int feed_peek(struct feed *f, struct slice *head, struct diag *diag)
{
    while (!f->ended && f->begun < FEED_PIECE &&
           only_blanks((struct slice){f->piece, f->begun})) {
        size_t got = 0;
        TRY(read_some(f, f->begun, &got, diag));
        f->begun += got;
    }
    *head = (struct slice){f->piece, f->begun};
    return 0;
}

static int feed_more(void *context, struct slice *piece, struct diag *diag)
{
    struct feed *f = context;
    size_t got = f->begun;
    f->begun = 0;
    if (got == 0 && !f->ended) {
        if (f->before_waiting && !is_ready(f)) {
            f->before_waiting(f->context);
        }
        TRY(read_some(f, 0, &got, diag));
    }
    *piece = (struct slice){f->piece, got};
    return 0;
}

struct pull pull_from_feed(struct feed *f)
{
    return (struct pull){feed_more, f};
}
