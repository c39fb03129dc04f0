#include "format/input.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "format/gzip_check.h"

/* Compiled in, as in base/hash.c. */
#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
    MAGIC = 10,           /* bytes that tell a compressed file */
    RATIO_FROM = 1 << 20, /* output below this is never called a bomb */
    HEADERS = 32          /* no archive is whole with fewer bytes than that */
};

/*
 *   file, memory ──raw_next──> [unpack] ──piece_next──> [head, for peeking] ──> input_next
 *
 * Raw bytes come in pieces of INPUT_PIECE.  When the first ones are no archive's, they are the
 * pieces; else libarchive pulls them through read_raw() and hands out blocks.
 */
struct input {
    struct arena memory;   /* holds this structure and its rooms */
    struct slice name;     /* NUL-ended, for messages */
    int fd;                /* -1 when the bytes lie in memory */
    struct slice bytes;    /* in memory: all of them; borrowed */
    uint64_t raw_given;    /* raw bytes read */
    uint64_t raw_size;     /* 0: unknown */
    char *room;            /* INPUT_PIECE raw bytes */
    struct slice raw_held; /* raw bytes looked at and not yet taken */
    bool raw_ended;

    struct archive *archive; /* NULL: not compressed */
    bool several;            /* a zip: look for further members at the end */
    bool gzip;               /* the checksum is verified by us: */
    struct gzip_check check; /* told of every raw byte */

    char *head; /* INPUT_PIECE bytes for input_peek(); made when asked for */
    size_t head_n;
    struct slice held; /* the rest of the last piece, behind the head */
    bool ended;
    uint64_t given;     /* unpacked bytes */
    XXH3_state_t *hash; /* over what input_next() handed out */
};

static int fail(const struct input *in, struct diag *diag, enum err code, const char *words)
{
    diag_at(diag, in->name.p, 0, 0);
    return diag_set(diag, code, "%s", words);
}

/* Up to `room` raw bytes from the source itself; *n is 0 at its end. */
static int read_source(struct input *in, char *to, size_t room, size_t *n, struct diag *diag)
{
    if (in->fd < 0) {
        size_t left = in->bytes.n - (size_t)in->raw_given;
        *n = left < room ? left : room;
        if (*n) {
            memcpy(to, in->bytes.p + in->raw_given, *n);
        }
    } else {
        ssize_t got;
        do {
            got = read(in->fd, to, room);
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            diag_at(diag, in->name.p, 0, 0);
            FAIL(diag, ERR_IO, "cannot read: %s", strerror(errno));
        }
        *n = (size_t)got;
    }
    in->raw_given += *n;
    in->raw_ended = *n == 0;
    gzip_check_raw(&in->check, (struct slice){to, *n});
    return 0;
}

static int raw_next(struct input *in, struct slice *raw, struct diag *diag)
{
    *raw = in->raw_held;
    in->raw_held = (struct slice){NULL, 0};
    if (raw->n || in->raw_ended) {
        return 0;
    }
    size_t n;
    TRY(read_source(in, in->room, INPUT_PIECE, &n, diag));
    *raw = (struct slice){in->room, n};
    return 0;
}

/* The first raw bytes, enough to know an archive by. */
static int hold_raw_head(struct input *in, struct diag *diag)
{
    size_t have = 0;
    while (have < MAGIC && !in->raw_ended) {
        size_t n;
        TRY(read_source(in, in->room + have, INPUT_PIECE - have, &n, diag));
        have += n;
    }
    in->raw_held = (struct slice){in->room, have};
    return 0;
}

enum packing { PACK_NONE, PACK_GZIP, PACK_OTHER, PACK_ZIP };

static enum packing packing_of(struct slice head)
{
    if (slice_starts(head, "\x1f\x8b")) {
        return PACK_GZIP;
    }
    if (head.n >= 6 && memcmp(head.p, "\xfd\x37zXZ\0", 6) == 0) {
        return PACK_OTHER;
    }
    if (slice_starts(head, "\x28\xb5\x2f\xfd") ||
        (slice_starts(head, "BZh") && slice_find(head, 4, "1AY&SY") == 4)) {
        return PACK_OTHER;
    }
    return slice_starts(head, "PK\x03\x04") ? PACK_ZIP : PACK_NONE;
}

static la_ssize_t read_raw(struct archive *a, void *context, const void **block)
{
    struct input *in = context;
    struct slice raw;
    struct diag why = {.code = ERR_IO};
    if (raw_next(in, &raw, &why) < 0) {
        archive_set_error(a, EIO, "%s", why.text);
        return -1;
    }
    *block = raw.p;
    return (la_ssize_t)raw.n;
}

/* Zip archives are read from their directory, which lies at the end. */
static la_int64_t seek_raw(struct archive *a, void *context, la_int64_t offset, int whence)
{
    (void)a;
    struct input *in = context;
    la_int64_t to = -1;
    if (in->fd >= 0) {
        to = lseek(in->fd, offset, whence);
    } else {
        la_int64_t from = whence == SEEK_SET   ? 0
                          : whence == SEEK_CUR ? (la_int64_t)in->raw_given
                                               : (la_int64_t)in->bytes.n;
        to = from + offset;
        to = to < 0 || (uint64_t)to > in->bytes.n ? -1 : to;
    }
    if (to < 0) {
        return ARCHIVE_FATAL;
    }
    in->raw_held = (struct slice){NULL, 0};
    in->raw_ended = false;
    in->raw_given = (uint64_t)to;
    return to;
}

/* Libarchive has no code for it, only these words; "(-5)" is zlib's end of input. */
static bool says_cut(const char *words)
{
    static const char *const PARTS[] = {"runcated", "nexpected end", "premature", "No progress",
                                        "decompression failed (-5)"};
    struct slice s = slice_of(words ? words : "");
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        if (slice_find(s, 0, PARTS[i]) < s.n) {
            return true;
        }
    }
    return false;
}

static int fail_archive(const struct input *in, struct diag *diag)
{
    const char *words = archive_error_string(in->archive);
    diag_at(diag, in->name.p, 0, 0);
    if (archive_errno(in->archive) == ENOMEM) {
        FAIL(diag, ERR_MEMORY, "no memory to unpack");
    }
    if (says_cut(words) || (in->raw_ended && in->raw_given < HEADERS)) {
        FAIL(diag, ERR_CUT, "the archive breaks off: %s", words ? words : "no whole header");
    }
    FAIL(diag, ERR_FORMAT, "cannot unpack: %s", words ? words : "damaged archive");
}

/* Moves to the member called `member`, or (NULL) to the first one that is a file. */
static int find_member(struct input *in, const char *member, struct diag *diag)
{
    struct archive_entry *entry;
    for (;;) {
        int r = archive_read_next_header(in->archive, &entry);
        if (r == ARCHIVE_EOF) {
            return fail(in, diag, ERR_NOT_FOUND, "no such member in the archive");
        }
        if (r != ARCHIVE_OK && r != ARCHIVE_WARN) {
            return fail_archive(in, diag);
        }
        const char *name = archive_entry_pathname(entry);
        if (member ? name && strcmp(name, member) == 0
                   : archive_entry_filetype(entry) != AE_IFDIR) {
            return 0;
        }
    }
}

static int open_archive(struct input *in, enum packing packing, const char *member,
                        struct diag *diag)
{
    in->archive = archive_read_new();
    if (!in->archive) {
        return fail(in, diag, ERR_MEMORY, "no memory to unpack");
    }
    in->gzip = packing == PACK_GZIP;
    in->several = packing == PACK_ZIP && !member;
    if (packing == PACK_ZIP) {
        struct stat st;
        if (in->fd < 0 || (fstat(in->fd, &st) == 0 && S_ISREG(st.st_mode))) {
            (void)archive_read_set_seek_callback(in->archive, seek_raw);
            (void)archive_read_support_format_zip_seekable(in->archive);
        }
        (void)archive_read_support_format_zip_streamable(in->archive);
    } else {
        (void)archive_read_support_filter_gzip(in->archive);
        (void)archive_read_support_filter_xz(in->archive);
        (void)archive_read_support_filter_zstd(in->archive);
        (void)archive_read_support_filter_bzip2(in->archive);
        (void)archive_read_support_format_raw(in->archive);
    }
    if (archive_read_open(in->archive, in, NULL, read_raw, NULL) != ARCHIVE_OK) {
        return fail_archive(in, diag);
    }
    TRY(find_member(in, member, diag));
    if (packing != PACK_ZIP && archive_filter_code(in->archive, 0) == ARCHIVE_FILTER_NONE) {
        /* The magic is there and libarchive wants more of a header than that. */
        return fail(in, diag, ERR_CUT, "the archive breaks off in its first bytes");
    }
    return 0;
}

static int end_of_archive(struct input *in, struct diag *diag)
{
    if (in->gzip && !gzip_check_holds(&in->check)) {
        return fail(in, diag, ERR_FORMAT, "the checksum of the gzip file does not fit");
    }
    struct archive_entry *entry;
    while (in->several) {
        int r = archive_read_next_header(in->archive, &entry);
        if (r == ARCHIVE_EOF) {
            break;
        }
        if (r != ARCHIVE_OK && r != ARCHIVE_WARN) {
            return fail_archive(in, diag);
        }
        if (archive_entry_filetype(entry) != AE_IFDIR) {
            return fail(in, diag, ERR_FORMAT,
                        "the archive holds several files: unpack it first");
        }
    }
    return 0;
}

static int unpack_next(struct input *in, struct slice *out, struct diag *diag)
{
    const void *block;
    size_t n = 0;
    la_int64_t offset;
    int r;
    do {
        r = archive_read_data_block(in->archive, &block, &n, &offset);
    } while (r == ARCHIVE_RETRY || (r == ARCHIVE_OK && n == 0));
    if (r == ARCHIVE_EOF) {
        *out = (struct slice){NULL, 0};
        return end_of_archive(in, diag);
    }
    if (r != ARCHIVE_OK) { /* also a warning: that a checksum does not fit is one */
        return fail_archive(in, diag);
    }
    *out = (struct slice){block, n};
    return 0;
}

static int check_size(const struct input *in, struct diag *diag)
{
    if (in->given > INPUT_SIZE_MAX) {
        return fail(in, diag, ERR_LIMIT, "more than 64 GiB of text");
    }
    if (in->archive && in->given > RATIO_FROM && in->given / INPUT_RATIO_MAX > in->raw_given) {
        return fail(in, diag, ERR_LIMIT, "unpacks to more than 1100 times its size");
    }
    return 0;
}

/* The next unpacked piece, whatever was peeked at. */
static int piece_next(struct input *in, struct slice *out, struct diag *diag)
{
    *out = (struct slice){NULL, 0};
    if (in->ended) {
        return 0;
    }
    if (!in->archive) {
        TRY(raw_next(in, out, diag));
    } else {
        TRY(unpack_next(in, out, diag));
    }
    in->ended = out->n == 0;
    in->given += out->n;
    if (in->gzip) {
        gzip_check_unpacked(&in->check, *out);
    }
    return check_size(in, diag);
}

/* A hash state at a multiple of 64, as xxhash wants it. */
static XXH3_state_t *new_hash(struct arena *memory)
{
    char *p = arena_alloc(memory, sizeof(XXH3_state_t) + 64);
    if (!p) {
        return NULL;
    }
    size_t past = (uintptr_t)p % 64;
    XXH3_state_t *state = (XXH3_state_t *)(void *)(p + (past ? 64 - past : 0));
    (void)XXH3_64bits_reset(state);
    return state;
}

static struct input *new_input(const char *name)
{
    struct arena memory;
    arena_init(&memory, (size_t)4 << 20);
    struct input *in = ARENA_NEW(&memory, struct input);
    char *room = arena_alloc(&memory, INPUT_PIECE);
    XXH3_state_t *hash = new_hash(&memory);
    struct slice kept = arena_copy(&memory, (struct slice){name, strlen(name) + 1});
    if (arena_failed(&memory)) {
        arena_release(&memory);
        return NULL;
    }
    *in = (struct input){.memory = memory, .name = kept, .fd = -1, .room = room, .hash = hash};
    return in;
}

static int start(struct input *in, const char *member, struct diag *diag)
{
    TRY(hold_raw_head(in, diag));
    enum packing packing = packing_of(in->raw_held);
    if (packing == PACK_NONE) {
        return member ? fail(in, diag, ERR_FORMAT, "not a zip archive") : 0;
    }
    return open_archive(in, packing, member, diag);
}

static int open_fd(const char *path, struct input *in, struct diag *diag)
{
    if (strcmp(path, "-") == 0) {
        in->fd = STDIN_FILENO;
        return 0;
    }
    in->fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (in->fd < 0 || fstat(in->fd, &st) != 0) {
        enum err code = errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
        diag_at(diag, path, 0, 0);
        FAIL(diag, code, "cannot open: %s", strerror(errno));
    }
    if (S_ISDIR(st.st_mode)) {
        return fail(in, diag, ERR_IO, "is a folder, not a file");
    }
    in->raw_size = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    return 0;
}

int input_open_member(const char *path, const char *member, struct input **out,
                      struct diag *diag)
{
    struct input *in = new_input(strcmp(path, "-") == 0 ? "standard input" : path);
    if (!in) {
        FAIL(diag, ERR_MEMORY, "no memory to read '%s'", path);
    }
    int result = open_fd(path, in, diag);
    if (result == 0) {
        result = start(in, member, diag);
    }
    if (result < 0) {
        input_close(in);
        return result;
    }
    *out = in;
    return 0;
}

int input_open(const char *path, struct input **out, struct diag *diag)
{
    return input_open_member(path, NULL, out, diag);
}

int input_from_bytes(struct slice bytes, struct input **out)
{
    struct input *in = new_input("bytes in memory");
    if (!in) {
        return ERR_MEMORY;
    }
    in->bytes = bytes;
    in->raw_size = bytes.n;
    int result = start(in, NULL, NULL);
    if (result < 0) {
        input_close(in);
        return result;
    }
    *out = in;
    return 0;
}

int input_next(struct input *in, struct slice *out, struct diag *diag)
{
    if (in->head_n) {
        *out = (struct slice){in->head, in->head_n};
        in->head_n = 0;
    } else if (in->held.n) {
        *out = in->held;
        in->held = (struct slice){NULL, 0};
    } else {
        TRY(piece_next(in, out, diag));
    }
    if (out->n) {
        (void)XXH3_64bits_update(in->hash, out->p, out->n);
    }
    return 0;
}

int input_peek(struct input *in, size_t n, struct slice *out, struct diag *diag)
{
    n = n < INPUT_PIECE ? n : INPUT_PIECE;
    if (!in->head) {
        in->head = arena_alloc(&in->memory, INPUT_PIECE);
        if (!in->head) {
            return fail(in, diag, ERR_MEMORY, "no memory to look at the beginning");
        }
    }
    while (in->head_n < n && !(in->ended && in->held.n == 0)) {
        if (in->held.n == 0) {
            TRY(piece_next(in, &in->held, diag));
        }
        size_t room = INPUT_PIECE - in->head_n;
        size_t take = in->held.n < room ? in->held.n : room;
        if (take) {
            memcpy(in->head + in->head_n, in->held.p, take);
            in->held = slice_cut(in->held, take, in->held.n);
        }
        in->head_n += take;
    }
    *out = (struct slice){in->head, in->head_n < n ? in->head_n : n};
    return 0;
}

static int pull_more(void *context, struct slice *piece, struct diag *diag)
{
    return input_next(context, piece, diag);
}

struct pull input_pull(struct input *in)
{
    return (struct pull){pull_more, in};
}

void input_position(const struct input *in, uint64_t *read, uint64_t *size)
{
    *read = in->raw_given;
    *size = in->raw_size;
}

uint64_t input_hash(const struct input *in)
{
    return XXH3_64bits_digest(in->hash);
}

void input_close(struct input *in)
{
    if (!in) {
        return;
    }
    if (in->archive) {
        (void)archive_read_free(in->archive);
    }
    if (in->fd >= 0 && in->fd != STDIN_FILENO) {
        close(in->fd);
    }
    struct arena memory = in->memory;
    arena_release(&memory);
}
