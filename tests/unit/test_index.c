/* The mapped file: what was written is read, what is no index is refused. */
#include "test.h"

#include "base/file.h"
#include "base/num.h"
#include "index/layout.h"
#include "made_index.h"

enum { MANY = 400 };

static struct scratch folder;
static struct arena arena;
static struct slice texts[MANY];

static int open_all(void **state)
{
    (void)state;
    scratch_make(&folder);
    arena_init(&arena, 256 << 20);
    made_index(11, MANY, scratch_path(&folder, "made.idx"), &arena, texts);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    scratch_unlink(&folder, "made.idx");
    scratch_unlink(&folder, "other.idx");
    scratch_remove(&folder);
    arena_release(&arena);
    return 0;
}

static struct index *open_made(void)
{
    struct index *ix;
    struct diag diag = {.code = 0};
    if (index_open(scratch_path(&folder, "made.idx"), &ix, &diag) < 0) {
        fail_msg("%s", diag.text);
    }
    return ix;
}

static bool same_slices(const struct slice *a, size_t n, const struct slice *b, size_t m)
{
    bool same = n == m;
    for (size_t i = 0; same && i < n; i++) {
        same = slice_eq(a[i], b[i]);
    }
    return same;
}

static bool same_entities(const struct entity *a, const struct entity *b)
{
    bool same = slice_eq(a->id, b->id) && a->schema == b->schema &&
                slice_eq(a->caption, b->caption) &&
                same_slices(a->datasets, a->dataset_count, b->datasets, b->dataset_count) &&
                same_slices(a->referents, a->referent_count, b->referents, b->referent_count) &&
                a->value_count == b->value_count;
    for (size_t i = 0; same && i < a->value_count; i++) {
        same = a->values[i].prop == b->values[i].prop &&
               slice_eq(a->values[i].text, b->values[i].text) &&
               slice_eq(a->values[i].note, b->values[i].note);
    }
    return same;
}

static void test_index__gives_back_every_entity(void **state)
{
    (void)state;
    struct index *ix = open_made();
    struct dice d = {11}; /* the dice of made_index() */
    assert_int_equal(index_entity_count(ix), MANY);
    for (size_t i = 0; i < MANY; i++) {
        struct entity written;
        struct entity read;
        if (dice_one_in(&d, 50)) {
            made_sanction(&arena, i, &written);
        } else {
            made_entity(&d, i, &arena, &written);
        }
        uint32_t number = index_find(ix, written.id);
        assert_true(number != INDEX_NONE);
        assert_int_equal(index_entity(ix, number, &arena, &read, NULL), 0);
        assert_true(same_entities(&read, &written));
    }
    index_close(ix);
}

static void test_index__numbers_entities_by_id(void **state)
{
    (void)state;
    struct index *ix = open_made();
    struct slice last = {NULL, 0};
    uint32_t parties = 0;
    for (uint32_t i = 0; i < index_entity_count(ix); i++) {
        struct entity e;
        assert_int_equal(index_entity(ix, i, &arena, &e, NULL), 0);
        assert_true(i == 0 || slice_cmp(last, e.id) < 0);
        assert_int_equal(index_find(ix, e.id), i);
        parties += schema_is_party(e.schema);
        last = e.id;
    }
    assert_int_equal(index_party_count(ix), parties);
    assert_true(index_name_count(ix) >= parties);
    struct entity none = {.id = SLICE("untouched")};
    assert_int_equal(index_entity(ix, MANY, &arena, &none, NULL), ERR_FORMAT);
    assert_int_equal(index_entity(ix, INDEX_NONE, &arena, &none, NULL), ERR_FORMAT);
    check_slice(none.id, "untouched");
    assert_int_equal(index_find(ix, SLICE("made:none")), INDEX_NONE);
    assert_int_equal(index_find(ix, SLICE("")), INDEX_NONE);
    index_close(ix);
}

static void test_index__knows_its_lists_and_its_time(void **state)
{
    (void)state;
    struct index *ix = open_made();
    struct list_info l;
    assert_int_equal(index_list_count(ix), 1);
    assert_int_equal(index_list(ix, 0, &l), 0);
    check_slice(l.dataset, "list_a");
    check_slice(l.title, "A list");
    check_slice(l.date, "2026-11-01");
    assert_int_equal(l.hash, 7);
    assert_int_equal(l.records, MANY);
    assert_int_equal(l.read, MANY);
    assert_int_equal(l.refused, 0);
    assert_int_equal(index_list(ix, 1, &l), ERR_FORMAT);
    assert_int_equal(index_time(ix), 1764000000);
    index_close(ix);
}

static void test_index__resolves_referents(void **state)
{
    (void)state;
    struct builder *b;
    struct builder_outcome out;
    struct entity e;
    struct slice others[] = {SLICE("ofac:7"), SLICE("eu:9")};
    struct index *ix;
    assert_int_equal(builder_new(1 << 20, &b), 0);
    entity_init(&e, SCHEMA_PERSON, SLICE("un:1"), SLICE("list_a"), &arena);
    made_value(&e, &arena, PROP_NAME, "Pavel Zorin", "");
    e.referents = others;
    e.referent_count = 2;
    assert_int_equal(builder_add(b, &e, NULL), 0);
    entity_init(&e, SCHEMA_PERSON, SLICE("eu:9"), SLICE("list_b"),
                &arena); /* an id of its own */
    made_value(&e, &arena, PROP_NAME, "Boris Melnik", "");
    assert_int_equal(builder_add(b, &e, NULL), 0);
    assert_int_equal(
        builder_write(b, scratch_path(&folder, "other.idx"), 0, 1, NULL, NULL, &out, NULL), 0);
    builder_free(b);
    assert_int_equal(index_open(scratch_path(&folder, "other.idx"), &ix, NULL), 0);
    assert_int_equal(index_find(ix, SLICE("un:1")), 1);
    assert_int_equal(index_find(ix, SLICE("ofac:7")), 1);
    assert_int_equal(index_find(ix, SLICE("eu:9")), 0); /* the id before the referent */
    assert_int_equal(index_find(ix, SLICE("eu:99")), INDEX_NONE);
    index_close(ix);
}

static void test_index__is_identified_by_its_hash(void **state)
{
    (void)state;
    struct index *ix = open_made();
    uint64_t hash = index_hash(ix);
    uint64_t bytes = index_bytes(ix);
    index_close(ix);
    struct index *other;
    made_index(12, MANY, scratch_path(&folder, "other.idx"), &arena, NULL);
    assert_int_equal(index_open(scratch_path(&folder, "other.idx"), &other, NULL), 0);
    assert_true(index_hash(other) != hash);
    index_close(other);
    made_index(11, MANY, scratch_path(&folder, "other.idx"), &arena, NULL);
    assert_int_equal(index_open(scratch_path(&folder, "other.idx"), &other, NULL), 0);
    assert_true(index_hash(other) == hash && index_bytes(other) == bytes);
    index_close(other);
}

static void test_index__passes_its_own_verification(void **state)
{
    (void)state;
    struct diag diag = {.code = 0};
    if (index_verify(scratch_path(&folder, "made.idx"), &diag) < 0) {
        fail_msg("%s", diag.text);
    }
}

/* Writes bytes as other.idx and opens them. */
static int open_bytes(struct slice bytes, struct diag *diag)
{
    struct file_replacement r;
    struct index *ix = NULL;
    assert_int_equal(file_replace_begin(&r, scratch_path(&folder, "other.idx"), NULL), 0);
    assert_int_equal(file_replace_write(&r, bytes, NULL), 0);
    assert_int_equal(file_replace_commit(&r, NULL), 0);
    int result = index_open(scratch_path(&folder, "other.idx"), &ix, diag);
    if (result == 0) {
        index_close(ix);
    } else {
        assert_null(ix);
    }
    return result;
}

static void test_index__refuses_what_is_none(void **state)
{
    (void)state;
    struct diag diag = {.code = 0};
    assert_int_equal(open_bytes(SLICE(""), &diag), ERR_FORMAT);
    assert_int_equal(open_bytes(SLICE("<html>404 not found</html>"), &diag), ERR_FORMAT);
    assert_int_equal(open_bytes(SLICE(INDEX_MAGIC), &diag), ERR_FORMAT);
    assert_non_null(strstr(diag.source, "other.idx"));
    struct index *ix = NULL;
    assert_int_equal(index_open("/nowhere/at/all.idx", &ix, &diag), ERR_NOT_FOUND);
    assert_int_equal(index_open(folder.folder, &ix, &diag), ERR_IO);
    assert_null(ix);
    assert_int_equal(index_verify("/nowhere/at/all.idx", &diag), ERR_NOT_FOUND);
}

static void test_index__refuses_another_version(void **state)
{
    (void)state;
    struct slice mapped;
    struct diag diag = {.code = 0};
    assert_int_equal(file_map(scratch_path(&folder, "made.idx"), &mapped, NULL), 0);
    char *copy = malloc(mapped.n);
    assert_non_null(copy);
    memcpy(copy, mapped.p, mapped.n);
    put_le32(copy + 8, INDEX_VERSION + 1);
    assert_int_equal(open_bytes((struct slice){copy, mapped.n}, &diag), ERR_VERSION);
    assert_int_equal(diag.code, ERR_VERSION);
    memcpy(copy, mapped.p, mapped.n);
    assert_int_equal(open_bytes((struct slice){copy, mapped.n}, &diag), 0);
    free(copy);
    file_unmap(mapped);
}

static void test_index__writes_numbers_that_it_can_read(void **state)
{
    (void)state;
    struct dice d = dice_new(1);
    struct buf b;
    buf_init(&b, 1 << 20);
    for (unsigned bits = 0; bits < 64; bits++) {
        for (int k = 0; k < 20; k++) {
            uint64_t v = dice_throw(&d) >> bits;
            uint64_t back;
            size_t at = 0;
            buf_reset(&b);
            put_varint(&b, v);
            struct fence f = fence_make(buf_slice(&b));
            assert_true(get_varint(f.text, &at, &back));
            assert_true(back == v && at == b.n && b.n <= 10);
            at = 0;
            assert_false(get_varint(slice_cut(f.text, 0, b.n - 1), &at, &back));
            fence_release(&f);
        }
    }
    size_t at = 0;
    uint64_t v;
    assert_false(
        get_varint(SLICE("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"), &at, &v));
    buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index__gives_back_every_entity),
        cmocka_unit_test(test_index__numbers_entities_by_id),
        cmocka_unit_test(test_index__knows_its_lists_and_its_time),
        cmocka_unit_test(test_index__resolves_referents),
        cmocka_unit_test(test_index__is_identified_by_its_hash),
        cmocka_unit_test(test_index__passes_its_own_verification),
        cmocka_unit_test(test_index__refuses_what_is_none),
        cmocka_unit_test(test_index__refuses_another_version),
        cmocka_unit_test(test_index__writes_numbers_that_it_can_read),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
