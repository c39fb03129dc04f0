/* Cut and altered indexes: verification finds every byte, a search never crashes or hangs. */
#include "test.h"

#include <fcntl.h>

#include "base/file.h"
#include "index_repair.h"
#include "made_index.h"

static struct scratch folder;
static struct arena arena;

/* An index in memory, and the file in which its damaged copies are opened. */
struct victim {
    struct slice good; /* mapped */
    char *copy;        /* of the same length; owned */
    int fd;            /* of damaged.idx */
};

static int open_all(void **state)
{
    (void)state;
    scratch_make(&folder);
    arena_init(&arena, 256 << 20);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    scratch_unlink(&folder, "good.idx");
    scratch_unlink(&folder, "damaged.idx");
    scratch_remove(&folder);
    arena_release(&arena);
    return 0;
}

static struct victim victim_open(uint64_t seed, size_t entities)
{
    struct victim v;
    arena_reset(&arena);
    made_index(seed, entities, scratch_path(&folder, "good.idx"), &arena, NULL);
    assert_int_equal(file_map(scratch_path(&folder, "good.idx"), &v.good, NULL), 0);
    v.copy = malloc(v.good.n);
    assert_non_null(v.copy);
    memcpy(v.copy, v.good.p, v.good.n);
    v.fd = open(scratch_path(&folder, "damaged.idx"), O_RDWR | O_CREAT | O_TRUNC, 0600);
    assert_true(v.fd >= 0);
    assert_int_equal(pwrite(v.fd, v.copy, v.good.n, 0), v.good.n);
    print_message("# %zu bytes\n", v.good.n);
    return v;
}

static void victim_close(struct victim *v)
{
    close(v->fd);
    free(v->copy);
    file_unmap(v->good);
}

/* Changes a byte in the file alone. */
static void poke(struct victim *v, size_t at, char byte)
{
    assert_int_equal(pwrite(v->fd, &byte, 1, (off_t)at), 1);
}

static void ask(struct searcher *s, const char *text, unsigned flags)
{
    struct slice name = slice_of(text);
    struct identifier id;
    struct slice country = SLICE("ir");
    struct question q = {.any_schema = true,
                         .names = &name,
                         .name_count = 1,
                         .identifiers = &id,
                         .identifier_count = 1,
                         .countries = &country,
                         .country_count = 1};
    struct search_options o = {flags, 500, 20};
    struct answer a;
    struct diag diag = {.code = 0};
    identifier_parse(ID_PASSPORT, SLICE("K1234567"), &id);
    arena_reset(&arena);
    int r = search_run(s, &q, &o, &arena, &a, &diag);
    assert_true(r == 0 || r == ERR_FORMAT || r == ERR_LIMIT);
}

/* Whatever is in the file: all that reads it comes to an end and stays inside it. */
static void use(const char *path)
{
    static const char *const NAMES[] = {"Mohammed bin Khalid 王伟", "Ким J. Star VII Ltd"};
    struct index *ix;
    struct searcher *s;
    if (index_open(path, &ix, NULL) < 0) {
        return;
    }
    for (size_t i = 0; i < COUNT_OF(NAMES) && searcher_new(ix, &s) == 0; i++) {
        ask(s, NAMES[i], SEARCH_EXPLAIN);
        ask(s, NAMES[i], SEARCH_EXPLAIN | SEARCH_EXHAUSTIVE);
        searcher_free(s);
    }
    for (uint32_t i = 0; i < index_entity_count(ix) && i < 20; i++) {
        struct entity e;
        arena_reset(&arena);
        int r = index_entity(ix, i, &arena, &e, NULL);
        assert_true(r == 0 || r == ERR_FORMAT || r == ERR_LIMIT);
    }
    for (uint32_t i = 0; i < index_list_count(ix) && i < 20; i++) {
        struct list_info l;
        int r = index_list(ix, i, &l);
        assert_true(r == 0 || r == ERR_FORMAT);
    }
    (void)index_party_count(ix);
    (void)index_find(ix, SLICE("made:00001"));
    index_close(ix);
}

static void check_flip(struct victim *v, size_t at, char byte, bool search)
{
    struct diag diag = {.code = 0};
    poke(v, at, byte);
    int r = index_verify(scratch_path(&folder, "damaged.idx"), &diag);
    if (r != ERR_FORMAT && r != ERR_VERSION) {
        fail_msg("verify says %d of a byte changed at %zu", r, at);
    }
    assert_int_equal(diag.code, r);
    assert_true(diag.text[0] != '\0');
    if (search) {
        use(scratch_path(&folder, "damaged.idx"));
    }
    poke(v, at, v->good.p[at]);
}

static void test_index_damage__finds_every_byte_of_a_tiny_index(void **state)
{
    (void)state;
    struct victim v = victim_open(21, 3);
    assert_int_equal(index_verify(scratch_path(&folder, "damaged.idx"), NULL), 0);
    size_t step = TEST_SANITIZED ? 3 : 1;
    for (size_t at = 0; at < v.good.n; at += step) {
        check_flip(&v, at, (char)(v.good.p[at] ^ 0xFF), at % 16 < step);
        check_flip(&v, at, (char)(v.good.p[at] ^ (1 << at % 8)), false);
    }
    assert_int_equal(index_verify(scratch_path(&folder, "damaged.idx"), NULL), 0);
    victim_close(&v);
}

static void test_index_damage__finds_random_bytes_of_a_bigger_index(void **state)
{
    (void)state;
    struct dice d = dice_new(500);
    struct victim v = victim_open(22, 150);
    for (int round = 0; round < (TEST_SANITIZED ? 100 : 500); round++) {
        size_t at = dice_below(&d, v.good.n);
        check_flip(&v, at, (char)(v.good.p[at] + 1 + (int)dice_below(&d, 255)), true);
    }
    victim_close(&v);
}

static void test_index_damage__refuses_every_shorter_and_longer_file(void **state)
{
    (void)state;
    struct victim v = victim_open(21, 3);
    const char *path = scratch_path(&folder, "damaged.idx");
    for (size_t n = 0; n < v.good.n; n += n < 800 ? 1 : 37) {
        struct index *ix = NULL;
        struct diag diag = {.code = 0};
        assert_int_equal(ftruncate(v.fd, (off_t)n), 0);
        assert_int_equal(index_open(path, &ix, &diag), ERR_FORMAT);
        assert_null(ix);
        assert_int_equal(index_verify(path, NULL), ERR_FORMAT);
        assert_int_equal(pwrite(v.fd, v.good.p, v.good.n, 0), v.good.n);
    }
    assert_int_equal(ftruncate(v.fd, (off_t)v.good.n + 1), 0);
    assert_int_equal(index_verify(path, NULL), ERR_FORMAT);
    victim_close(&v);
}

/* A file that was written to harm has fitting sums. */
static void check_hostile(struct victim *v)
{
    index_repair(v->copy, v->good.n);
    assert_int_equal(pwrite(v->fd, v->copy, v->good.n, 0), v->good.n);
    int r = index_verify(scratch_path(&folder, "damaged.idx"), NULL);
    assert_true(r == 0 || r == ERR_FORMAT);
    use(scratch_path(&folder, "damaged.idx"));
    memcpy(v->copy, v->good.p, v->good.n);
}

static void test_index_damage__survives_altered_bytes_with_fitting_sums(void **state)
{
    (void)state;
    struct dice d = dice_new(501);
    struct victim v = victim_open(22, 60);
    for (int round = 0; round < (TEST_SANITIZED ? 200 : 1000); round++) {
        /* Mostly in the chunks, now and then in the table. */
        size_t from =
            dice_one_in(&d, 10) ? INDEX_HEADER : INDEX_HEADER + CHUNK_COUNT * INDEX_TABLE_ROW;
        for (size_t n = 1 + dice_below(&d, 4); n > 0; n--) {
            v.copy[from + dice_below(&d, v.good.n - from)] = (char)dice_throw(&d);
        }
        check_hostile(&v);
    }
    victim_close(&v);
}

static void test_index_damage__survives_numbers_out_of_bounds(void **state)
{
    (void)state;
    static const uint32_t NUMBERS[] = {UINT32_MAX, 0x7FFFFFFF, 0x80000000, 0, 0xFFFF, 1 << 20};
    struct dice d = dice_new(502);
    struct victim v = victim_open(22, 60);
    for (int round = 0; round < (TEST_SANITIZED ? 150 : 700); round++) {
        size_t words = (v.good.n - INDEX_HEADER) / 4;
        for (size_t n = 1 + dice_below(&d, 3); n > 0; n--) {
            put_le32(v.copy + INDEX_HEADER + 4 * dice_below(&d, words), MADE_PICK(&d, NUMBERS));
        }
        check_hostile(&v);
    }
    victim_close(&v);
}

static void test_index_damage__survives_a_chunk_of_another_place(void **state)
{
    (void)state;
    struct dice d = dice_new(503);
    struct victim v = victim_open(22, 60);
    for (int round = 0; round < (TEST_SANITIZED ? 100 : 300); round++) {
        /* Each chunk of another one's bytes: everything is read as what it is not. */
        char *row = v.copy + INDEX_HEADER + dice_below(&d, CHUNK_COUNT) * INDEX_TABLE_ROW;
        const char *other =
            v.good.p + INDEX_HEADER + dice_below(&d, CHUNK_COUNT) * INDEX_TABLE_ROW;
        char *to = v.copy + le64(row + 8);
        const char *from = v.good.p + le64(other + 8);
        size_t n = (size_t)le64(row + 16);
        size_t m = (size_t)le64(other + 16);
        memcpy(to, from, n < m ? n : m);
        check_hostile(&v);
    }
    victim_close(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index_damage__finds_every_byte_of_a_tiny_index),
        cmocka_unit_test(test_index_damage__finds_random_bytes_of_a_bigger_index),
        cmocka_unit_test(test_index_damage__refuses_every_shorter_and_longer_file),
        cmocka_unit_test(test_index_damage__survives_altered_bytes_with_fitting_sums),
        cmocka_unit_test(test_index_damage__survives_numbers_out_of_bounds),
        cmocka_unit_test(test_index_damage__survives_a_chunk_of_another_place),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
