#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int file_map(const char *path, struct slice *out, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        int code = errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
        diag_set(diag, (enum err)code, "cannot open: %s", strerror(errno));
        diag_at(diag, path, 0, 0);
        return code;
    }
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        close(fd);
        diag_at(diag, path, 0, 0);
        FAIL(diag, ERR_IO, "not a regular file");
    }
    struct slice mapped = {NULL, (size_t)st.st_size};
    if (mapped.n) {
        void *p = mmap(NULL, mapped.n, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED) {
            close(fd);
            diag_at(diag, path, 0, 0);
            FAIL(diag, ERR_IO, "cannot map: %s", strerror(errno));
        }
        mapped.p = p;
    }
    close(fd);
    *out = mapped;
    return 0;
}

void file_unmap(struct slice mapped)
{
    if (mapped.p) {
        munmap((void *)(uintptr_t)mapped.p, mapped.n);
    }
}

int file_replace_begin(struct file_replacement *r, const char *path, struct diag *diag)
{
    r->fd = -1;
    int n = snprintf(r->temp, sizeof r->temp, "%s.tmp.%ld", path, (long)getpid());
    int m = snprintf(r->final, sizeof r->final, "%s", path);
    if (n < 0 || (size_t)n >= sizeof r->temp || m < 0) {
        FAIL(diag, ERR_LIMIT, "path too long");
    }
    r->fd = open(r->temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (r->fd < 0) {
        diag_at(diag, path, 0, 0);
        FAIL(diag, ERR_IO, "cannot write beside it: %s", strerror(errno));
    }
    return 0;
}

int file_replace_write(struct file_replacement *r, struct slice bytes, struct diag *diag)
{
    while (bytes.n) {
        ssize_t n = write(r->fd, bytes.p, bytes.n);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            diag_at(diag, r->final, 0, 0);
            FAIL(diag, ERR_IO, "cannot write: %s", strerror(errno));
        }
        bytes.p += n;
        bytes.n -= (size_t)n;
    }
    return 0;
}

static void sync_folder_of(const char *path)
{
    char folder[4096];
    (void)snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash) {
        slash[slash == folder ? 1 : 0] = '\0';
    } else {
        (void)snprintf(folder, sizeof folder, ".");
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

int file_replace_commit(struct file_replacement *r, struct diag *diag)
{
    int synced = fsync(r->fd);
    int closed = close(r->fd);
    r->fd = -1;
    if (synced != 0 || closed != 0 || rename(r->temp, r->final) != 0) {
        int saved = errno;
        (void)unlink(r->temp);
        diag_at(diag, r->final, 0, 0);
        FAIL(diag, ERR_IO, "cannot replace: %s", strerror(saved));
    }
    sync_folder_of(r->final);
    return 0;
}

void file_replace_abandon(struct file_replacement *r)
{
    if (r->fd >= 0) {
        close(r->fd);
        r->fd = -1;
        (void)unlink(r->temp);
    }
}

bool path_join(char *out, size_t size, const char *folder, const char *name)
{
    size_t n = strlen(folder);
    const char *between = n && folder[n - 1] == '/' ? "" : "/";
    int m = snprintf(out, size, "%s%s%s", folder, between, name);
    return m >= 0 && (size_t)m < size;
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool path_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}
