/* The hash multimap of the index: made, read where it lies, refused when damaged. */
#include "test.h"

#include "base/num.h"
#include "index/lookup.h"

static void fill(struct lookup_maker *m, const struct lookup_entry *e, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        lookup_add(m, e[i].hash, e[i].value);
    }
}

static void make(const struct lookup_entry *e, size_t n, struct buf *out)
{
    struct lookup_maker m = {.failed = false};
    buf_init(out, 64 << 20);
    fill(&m, e, n);
    lookup_write(&m, out);
    assert_false(buf_failed(out));
    assert_int_equal(m.entries.n, 0);
}

static bool run_has(const struct lookup_run *run, uint32_t value)
{
    for (uint32_t i = 0; i < run->n; i++) {
        if (lookup_value(run, i) == value) {
            return true;
        }
    }
    return false;
}

static void test_lookup__finds_all_values_of_a_hash(void **state)
{
    (void)state;
    static const struct lookup_entry ENTRIES[] = {
        {7, 30}, {7, 10}, {7, 20}, {UINT64_MAX, 1}, {0, 2}, {7, 10}, {UINT64_C(1) << 63, 3}};
    struct buf b;
    struct lookup l;
    make(ENTRIES, COUNT_OF(ENTRIES), &b);
    assert_true(lookup_open(buf_slice(&b), &l));
    assert_int_equal(l.entries, 6); /* a repetition is dropped */
    struct lookup_run run = lookup_find(&l, 7);
    assert_int_equal(run.n, 3);
    assert_int_equal(lookup_value(&run, 0), 10); /* rising */
    assert_int_equal(lookup_value(&run, 1), 20);
    assert_int_equal(lookup_value(&run, 2), 30);
    run = lookup_find(&l, UINT64_MAX);
    assert_true(run.n == 1 && lookup_value(&run, 0) == 1);
    assert_int_equal(lookup_find(&l, 8).n, 0);
    buf_release(&b);
}

static void test_lookup__may_be_empty(void **state)
{
    (void)state;
    struct buf b;
    struct lookup l;
    make(NULL, 0, &b);
    assert_true(lookup_open(buf_slice(&b), &l));
    assert_true(lookup_verify(&l, 0));
    assert_int_equal(lookup_find(&l, 0).n, 0);
    assert_int_equal(lookup_find(&l, UINT64_MAX).n, 0);
    buf_release(&b);
}

enum { MANY = 20000 };

static struct lookup_entry *random_entries(struct dice *d)
{
    struct lookup_entry *e = calloc(MANY, sizeof *e);
    assert_non_null(e);
    for (size_t i = 0; i < MANY; i++) {
        /* Some hashes occur often, some share their low half with others. */
        uint64_t hash = dice_one_in(d, 3) ? dice_below(d, 50) * UINT64_C(0x9E3779B97F4A7C15)
                                          : dice_throw(d);
        e[i] = (struct lookup_entry){hash, (uint32_t)dice_below(d, 1000)};
    }
    return e;
}

static void test_lookup__holds_many_entries(void **state)
{
    (void)state;
    struct dice d = dice_new(1);
    struct lookup_entry *e = random_entries(&d);
    struct buf b;
    struct lookup l;
    make(e, MANY, &b);
    assert_true(lookup_open(buf_slice(&b), &l));
    assert_true(lookup_verify(&l, 1000));
    assert_false(lookup_verify(&l, 999));
    for (size_t i = 0; i < MANY; i++) {
        struct lookup_run run = lookup_find(&l, e[i].hash);
        assert_true(run_has(&run, e[i].value));
    }
    buf_release(&b);
    free(e);
}

static void test_lookup__does_not_depend_on_the_order_of_adding(void **state)
{
    (void)state;
    struct dice d = dice_new(2);
    struct lookup_entry *e = random_entries(&d);
    struct buf first;
    struct buf second;
    make(e, MANY, &first);
    for (size_t i = MANY - 1; i > 0; i--) {
        size_t k = dice_below(&d, i + 1);
        struct lookup_entry other = e[i];
        e[i] = e[k];
        e[k] = other;
    }
    make(e, MANY, &second);
    assert_true(slice_eq(buf_slice(&first), buf_slice(&second)));
    buf_release(&first);
    buf_release(&second);
    free(e);
}

static void test_lookup__refuses_a_chunk_of_another_length(void **state)
{
    (void)state;
    static const struct lookup_entry ENTRIES[] = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
    struct buf b;
    struct lookup l;
    make(ENTRIES, COUNT_OF(ENTRIES), &b);
    struct slice s = buf_slice(&b);
    for (size_t n = 0; n < s.n; n++) {
        struct fence f = fence_make(slice_cut(s, 0, n));
        assert_false(lookup_open(f.text, &l));
        fence_release(&f);
    }
    put_le32(b.p, 27); /* more bits than are allowed */
    assert_false(lookup_open(s, &l));
    put_le32(b.p, UINT32_MAX);
    assert_false(lookup_open(s, &l));
    buf_release(&b);
}

/* Whatever the bytes of a chunk of the right length: no read outside it. */
static void test_lookup__survives_damaged_bytes(void **state)
{
    (void)state;
    static const struct lookup_entry ENTRIES[] = {{1, 1}, {2, 2}, {3, 3}, {4, 4},
                                                  {5, 5}, {6, 6}, {7, 7}, {UINT64_MAX, 8}};
    struct dice d = dice_new(3);
    struct buf b;
    make(ENTRIES, COUNT_OF(ENTRIES), &b);
    struct fence f = fence_make(buf_slice(&b));
    char *bytes = f.pages + (f.text.p - f.pages);
    for (int round = 0; round < 20000; round++) {
        size_t at = 8 + dice_below(&d, f.text.n - 8);
        char before = bytes[at];
        bytes[at] = (char)dice_throw(&d);
        struct lookup l;
        assert_true(lookup_open(f.text, &l));
        (void)lookup_verify(&l, 9);
        for (uint64_t h = 0; h < 9; h++) {
            struct lookup_run run = lookup_find(&l, h == 8 ? UINT64_MAX : h);
            assert_in_range(run.n, 0, l.entries);
            for (uint32_t i = 0; i < run.n; i++) {
                (void)lookup_value(&run, i);
            }
        }
        if (!dice_one_in(&d, 4)) {
            bytes[at] = before;
        }
    }
    fence_release(&f);
    buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lookup__finds_all_values_of_a_hash),
        cmocka_unit_test(test_lookup__may_be_empty),
        cmocka_unit_test(test_lookup__holds_many_entries),
        cmocka_unit_test(test_lookup__does_not_depend_on_the_order_of_adding),
        cmocka_unit_test(test_lookup__refuses_a_chunk_of_another_length),
        cmocka_unit_test(test_lookup__survives_damaged_bytes),
    };
    return RUN_TESTS(tests);
}
