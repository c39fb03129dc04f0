/* Bytes of plain and compressed files, and archives that are damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/buf.h"
#include "base/hash.h"
#include "format/input.h"
#include "lists_help.h"

enum { ROOM = 1 << 20 };

enum packing { GZIP, XZ, ZSTD, BZIP2, ZIP, ZIP_TWO };

/* About 100 kB of text that does not compress to nothing. */
static void make_text(struct buf *text)
{
    uint64_t x = 88172645463325252U;
    buf_init(text, ROOM);
    for (unsigned i = 0; i < 4000; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        buf_printf(text, "%u,%llx,line\n", i, (unsigned long long)x);
    }
}

static void add_member(struct archive *a, const char *name, struct slice bytes)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, name);
    archive_entry_set_size(e, (la_int64_t)bytes.n);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
    assert_int_equal(archive_write_data(a, bytes.p, bytes.n), (la_ssize_t)bytes.n);
    archive_entry_free(e);
}

/* Packs into `out`, which holds ROOM bytes. */
static struct slice pack(enum packing how, struct slice bytes, char *out)
{
    size_t n = 0;
    struct archive *a = archive_write_new();
    if (how == ZIP || how == ZIP_TWO) {
        archive_write_set_format_zip(a);
    } else {
        archive_write_set_format_raw(a);
    }
    if (how == GZIP) {
        archive_write_add_filter_gzip(a);
    } else if (how == XZ) {
        archive_write_add_filter_xz(a);
    } else if (how == ZSTD) {
        archive_write_add_filter_zstd(a);
    } else if (how == BZIP2) {
        archive_write_add_filter_bzip2(a);
    }
    archive_write_set_bytes_in_last_block(a, 1);
    assert_int_equal(archive_write_open_memory(a, out, ROOM, &n), ARCHIVE_OK);
    add_member(a, "first.csv", bytes);
    if (how == ZIP_TWO) {
        add_member(a, "second.csv", bytes);
    }
    archive_write_close(a);
    archive_write_free(a);
    return (struct slice){out, n};
}

/* Reads to the end; the result, and what came in `out`. */
static int unpack(struct slice packed, struct buf *out, struct diag *diag)
{
    struct input *in;
    struct slice piece;
    int result = input_from_bytes(packed, &in);
    if (result < 0) {
        *diag = (struct diag){.text = "at opening"};
        return result;
    }
    do {
        result = input_next(in, &piece, diag);
        if (result == 0) {
            buf_add(out, piece);
        }
    } while (result == 0 && piece.n);
    input_close(in);
    return result;
}

static void test_input__unpacks_what_it_recognises(void **state)
{
    (void)state;
    static char packed[ROOM];
    struct buf text;
    struct diag diag = {.code = ERR_IO};
    make_text(&text);
    for (enum packing how = GZIP; how <= ZIP; how++) {
        struct buf out;
        buf_init(&out, ROOM);
        assert_int_equal(unpack(pack(how, buf_slice(&text), packed), &out, &diag), 0);
        assert_true(slice_eq(buf_slice(&out), buf_slice(&text)));
        buf_release(&out);
    }
    struct buf out;
    buf_init(&out, ROOM);
    assert_int_equal(unpack(buf_slice(&text), &out, &diag), 0);
    assert_true(slice_eq(buf_slice(&out), buf_slice(&text)));
    buf_release(&out);
    buf_release(&text);
}

static void test_input__knows_an_archive_that_breaks_off(void **state)
{
    (void)state;
    static char packed[ROOM];
    struct buf text;
    struct diag diag = {.code = ERR_IO};
    make_text(&text);
    for (enum packing how = GZIP; how <= ZIP; how++) {
        struct slice whole = pack(how, buf_slice(&text), packed);
        /* Behind the data a zip has only its directory, which need not be there. */
        size_t last = how == ZIP ? whole.n - 200 : whole.n;
        for (size_t n = 12; n < last; n += last / 50) {
            struct buf out;
            buf_init(&out, ROOM);
            int result = unpack(slice_cut(whole, 0, n), &out, &diag);
            if (result != ERR_CUT) {
                fail_msg("packing %d cut at %zu of %zu: %d %s", (int)how, n, whole.n, result,
                         diag.text);
            }
            buf_release(&out);
        }
    }
    buf_release(&text);
}

static void test_input__notices_changed_bytes(void **state)
{
    (void)state;
    static char packed[ROOM];
    struct buf text;
    struct diag diag = {.code = ERR_IO};
    make_text(&text);
    for (enum packing how = GZIP; how <= ZIP; how++) {
        if (how == ZSTD) {
            continue; /* what libarchive writes has no checksum */
        }
        struct slice whole = pack(how, buf_slice(&text), packed);
        for (size_t at = whole.n / 4; at < whole.n * 3 / 4; at += whole.n / 40) {
            struct buf out;
            buf_init(&out, ROOM);
            packed[at] = (char)(packed[at] ^ 0x10);
            int result = unpack(whole, &out, &diag);
            packed[at] = (char)(packed[at] ^ 0x10);
            if (result == 0 && !slice_eq(buf_slice(&out), buf_slice(&text))) {
                fail_msg("packing %d: a change at %zu went by", (int)how, at);
            }
            buf_release(&out);
        }
    }
    buf_release(&text);
}

static void test_input__wants_one_member_or_its_name(void **state)
{
    (void)state;
    static char packed[ROOM];
    struct buf out;
    struct diag diag;
    buf_init(&out, ROOM);
    assert_int_equal(unpack(pack(ZIP_TWO, SLICE("abc"), packed), &out, &diag), ERR_FORMAT);
    struct list_case c;
    struct input *in;
    struct slice piece;
    list_case_begin(&c);
    list_case_file(&c, "zip", pack(ZIP_TWO, SLICE("abc"), packed));
    assert_int_equal(input_open_member(c.snap.files[0].path, "second.csv", &in, &diag), 0);
    assert_int_equal(input_next(in, &piece, &diag), 0);
    assert_true(slice_is(piece, "abc"));
    input_close(in);
    assert_int_equal(input_open_member(c.snap.files[0].path, "third", &in, &diag),
                     ERR_NOT_FOUND);
    list_case_end(&c);
    buf_release(&out);
}

static void test_input__peeks_without_taking(void **state)
{
    (void)state;
    static char packed[ROOM];
    struct buf text;
    make_text(&text);
    struct slice sources[2] = {buf_slice(&text), pack(XZ, buf_slice(&text), packed)};
    for (size_t i = 0; i < 2; i++) {
        struct input *in;
        struct slice head;
        struct slice piece;
        struct buf out;
        buf_init(&out, ROOM);
        assert_int_equal(input_from_bytes(sources[i], &in), 0);
        assert_int_equal(input_peek(in, 10, &head, NULL), 0);
        assert_int_equal(head.n, 10);
        assert_int_equal(input_peek(in, INPUT_PIECE, &head, NULL), 0);
        assert_int_equal(head.n, INPUT_PIECE);
        do {
            assert_int_equal(input_next(in, &piece, NULL), 0);
            buf_add(&out, piece);
        } while (piece.n);
        assert_true(slice_eq(buf_slice(&out), buf_slice(&text)));
        assert_true(input_hash(in) == hash_bytes(buf_slice(&text), 0));
        input_close(in);
        buf_release(&out);
    }
    buf_release(&text);
}

static void test_input__stops_a_bomb(void **state)
{
    (void)state;
    static char packed[ROOM];
    static char zeros[64 << 20];
    struct slice bomb = pack(XZ, (struct slice){zeros, sizeof zeros}, packed);
    struct input *in;
    struct slice piece;
    int result;
    assert_int_equal(input_from_bytes(bomb, &in), 0);
    do {
        result = input_next(in, &piece, NULL);
    } while (result == 0 && piece.n);
    assert_int_equal(result, ERR_LIMIT);
    input_close(in);
}

static void test_input__says_what_cannot_be_opened(void **state)
{
    (void)state;
    struct input *in;
    struct diag diag;
    assert_int_equal(input_open("/nowhere/at/all", &in, &diag), ERR_NOT_FOUND);
    assert_string_equal(diag.source, "/nowhere/at/all");
    assert_int_equal(input_open("/", &in, &diag), ERR_IO);
    assert_int_equal(input_from_bytes((struct slice){NULL, 0}, &in), 0);
    input_close(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input__unpacks_what_it_recognises),
        cmocka_unit_test(test_input__knows_an_archive_that_breaks_off),
        cmocka_unit_test(test_input__notices_changed_bytes),
        cmocka_unit_test(test_input__wants_one_member_or_its_name),
        cmocka_unit_test(test_input__peeks_without_taking),
        cmocka_unit_test(test_input__stops_a_bomb),
        cmocka_unit_test(test_input__says_what_cannot_be_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
