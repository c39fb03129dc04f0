/*
 *   … directory | "PK" 5 6 | 16 bytes | size of the comment, 2 bytes | comment
 */
#include "format/zip_end.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/num.h"

enum { RECORD = 22, COMMENT_SIZE_AT = 20, TAIL_MAX = RECORD + UINT16_MAX };

static bool ends_with_record(const char *p, size_t n)
{
    for (size_t at = n < RECORD ? 0 : n - RECORD + 1; at-- > 0;) {
        if (memcmp(p + at, "PK\5\6", 4) == 0 &&
            at + RECORD + le16(p + at + COMMENT_SIZE_AT) == n) {
            return true;
        }
    }
    return false;
}

static int check(int fd, size_t size, struct diag *diag)
{
    char head[4];
    ssize_t got = pread(fd, head, sizeof head, 0);
    if (got < 0 || memcmp(head, "PK\3\4", (size_t)got) != 0) {
        FAIL(diag, ERR_FORMAT, "not a zip archive");
    }
    size_t tail = size < TAIL_MAX ? size : TAIL_MAX;
    struct buf room;
    buf_init(&room, TAIL_MAX);
    char *p = buf_reserve(&room, tail);
    got = p ? pread(fd, p, tail, (off_t)(size - tail)) : -1;
    bool whole = got == (ssize_t)tail && ends_with_record(p, tail);
    buf_release(&room);
    if (!whole) {
        FAIL(diag, ERR_CUT, "the archive breaks off: its directory is missing");
    }
    return 0;
}

bool zip_begins(const char *path)
{
    struct stat st;
    char head[4];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    bool begins = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
                  pread(fd, head, sizeof head, 0) == sizeof head &&
                  memcmp(head, "PK\3\4", sizeof head) == 0;
    close(fd);
    return begins;
}

int zip_is_whole(const char *path, struct diag *diag)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        enum err code = fd < 0 && errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
        if (fd >= 0) {
            close(fd);
        }
        FAIL(diag, code, "cannot open '%s' as an archive", path);
    }
    int result = check(fd, (size_t)st.st_size, diag);
    close(fd);
    return result;
}
