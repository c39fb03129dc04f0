/* Entities to one file that depends on what they say and on nothing else. */
#include "test.h"

#include "base/file.h"
#include "index/index.h"
#include "made_index.h"

enum { MANY = 300 };

static struct scratch folder;
static struct arena arena;

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
    scratch_unlink(&folder, "a.idx");
    scratch_unlink(&folder, "b.idx");
    scratch_remove(&folder);
    arena_release(&arena);
    return 0;
}

static struct builder *new_builder(void)
{
    struct builder *b;
    assert_int_equal(builder_new(64 << 20, &b), 0);
    return b;
}

static void finish(struct builder *b, const char *name, struct builder_outcome *out)
{
    struct builder_outcome unused;
    assert_int_equal(builder_write(b, scratch_path(&folder, name), 1764000000, 2, NULL, NULL,
                                   out ? out : &unused, NULL),
                     0);
    builder_free(b);
}

/* Invented entities; some share their id, as one party on several lists. */
static struct entity *entities(uint64_t seed)
{
    struct dice d = {seed};
    struct entity *list = ARENA_ARRAY(&arena, struct entity, MANY);
    for (size_t i = 0; i < MANY; i++) {
        made_entity(&d, dice_one_in(&d, 4) ? i / 2 : i, &arena, &list[i]);
        if (dice_one_in(&d, 3)) {
            char id[32];
            (void)snprintf(id, sizeof id, "other:%zu", dice_below(&d, 40));
            list[i].referents = ARENA_NEW(&arena, struct slice);
            list[i].referents[0] = arena_copy(&arena, slice_of(id));
            list[i].referent_count = 1;
        }
    }
    return list;
}

static void add_lists(struct builder *b, bool turned)
{
    const struct list_info lists[] = {
        {SLICE("list_b"), SLICE("B"), SLICE("2026-10-01"), 3, 10, 10, 0},
        {SLICE("list_a"), SLICE("A"), SLICE("2026-11-01"), 1, 20, 19, 1},
        {SLICE("list_a"), SLICE("A, older"), SLICE("2026-09-01"), 2, 20, 20, 0},
        {SLICE("list_a"), SLICE("A, of another file"), SLICE("2026-11-01"), 9, 5, 5, 0},
    };
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        assert_int_equal(
            builder_add_list(b, &lists[turned ? COUNT_OF(lists) - 1 - i : i], NULL), 0);
    }
}

static void build(const struct entity *list, const size_t *order, bool turned, const char *name)
{
    struct builder *b = new_builder();
    add_lists(b, turned);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(builder_add(b, &list[order ? order[i] : i], NULL), 0);
    }
    finish(b, name, NULL);
}

static void test_builder__makes_the_same_bytes_twice(void **state)
{
    (void)state;
    arena_reset(&arena);
    struct entity *list = entities(1);
    build(list, NULL, false, "a.idx");
    build(list, NULL, false, "b.idx");
    assert_true(scratch_same(&folder, "a.idx", "b.idx"));
}

static void test_builder__does_not_care_for_the_order_of_adding(void **state)
{
    (void)state;
    struct dice d = dice_new(2);
    for (int round = 0; round < 8; round++) {
        arena_reset(&arena);
        struct entity *list = entities(dice_throw(&d));
        size_t order[MANY];
        for (size_t i = 0; i < MANY; i++) {
            order[i] = i;
        }
        for (size_t i = MANY - 1; i > 0; i--) {
            size_t k = dice_below(&d, i + 1);
            size_t other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
        build(list, NULL, false, "a.idx");
        build(list, order, true, "b.idx");
        assert_true(scratch_same(&folder, "a.idx", "b.idx"));
    }
}

static void test_builder__tells_other_contents_apart(void **state)
{
    (void)state;
    arena_reset(&arena);
    struct entity *list = entities(3);
    build(list, NULL, false, "a.idx");
    assert_int_equal(entity_add(&list[7], &arena, PROP_ALIAS, SLICE("Another Alias")), 0);
    build(list, NULL, false, "b.idx");
    assert_false(scratch_same(&folder, "a.idx", "b.idx"));
}

static void open_index(const char *name, struct index **ix)
{
    struct diag diag = {.code = 0};
    if (index_open(scratch_path(&folder, name), ix, &diag) < 0) {
        fail_msg("%s: %s", diag.source, diag.text);
    }
}

static void test_builder__unites_what_lists_say_of_one_id(void **state)
{
    (void)state;
    arena_reset(&arena);
    struct builder *b = new_builder();
    struct entity e;
    struct builder_outcome out;
    entity_init(&e, SCHEMA_LEGAL_ENTITY, SLICE("un:1"), SLICE("list_b"), &arena);
    made_value(&e, &arena, PROP_NAME, "Velmora", "");
    made_value(&e, &arena, PROP_COUNTRY, "cy", "");
    assert_int_equal(builder_add(b, &e, NULL), 0);
    entity_init(&e, SCHEMA_COMPANY, SLICE("un:1"), SLICE("list_a"), &arena);
    made_value(&e, &arena, PROP_NAME, "Velmora", "");
    made_value(&e, &arena, PROP_ALIAS, "Velmora Trading", "");
    assert_int_equal(builder_add(b, &e, NULL), 0);
    finish(b, "a.idx", &out);
    assert_int_equal(out.entities, 1);
    assert_int_equal(out.parties, 1);
    assert_int_equal(out.names, 2);
    struct index *ix;
    struct entity read;
    open_index("a.idx", &ix);
    assert_int_equal(index_entity(ix, 0, &arena, &read, NULL), 0);
    assert_int_equal(read.schema, SCHEMA_COMPANY); /* the narrower one */
    assert_int_equal(read.dataset_count, 2);
    assert_int_equal(read.value_count, 3);
    check_slice(entity_first(&read, PROP_COUNTRY), "cy");
    index_close(ix);
}

static void test_builder__copies_what_it_is_given(void **state)
{
    (void)state;
    char id[] = "x:1";
    char name[] = "Pavel Zorin";
    struct arena own;
    struct entity e;
    struct builder *b = new_builder();
    arena_init(&own, 1 << 20);
    entity_init(&e, SCHEMA_PERSON, slice_of(id), SLICE("list_a"), &own);
    assert_int_equal(entity_add(&e, &own, PROP_NAME, slice_of(name)), 0);
    assert_int_equal(builder_add(b, &e, NULL), 0);
    memset(id, '?', sizeof id - 1);
    memset(name, '?', sizeof name - 1);
    arena_release(&own);
    finish(b, "a.idx", NULL);
    struct index *ix;
    struct entity read;
    arena_reset(&arena);
    open_index("a.idx", &ix);
    assert_int_equal(index_entity(ix, 0, &arena, &read, NULL), 0);
    check_slice(read.id, "x:1");
    check_slice(entity_caption(&read), "Pavel Zorin");
    index_close(ix);
}

static void test_builder__stops_at_its_memory_limit(void **state)
{
    (void)state;
    struct builder *b;
    struct diag diag = {.code = 0};
    struct entity e;
    int result = 0;
    assert_int_equal(builder_new(10000, &b), 0);
    arena_reset(&arena);
    entity_init(&e, SCHEMA_PERSON, SLICE("x:1"), SLICE("list_a"), &arena);
    made_value(&e, &arena, PROP_NAME, "Pavel Zorin", "");
    for (int i = 0; i < 1000 && result == 0; i++) {
        result = builder_add(b, &e, &diag);
    }
    assert_int_equal(result, ERR_LIMIT);
    assert_int_equal(diag.code, ERR_LIMIT);
    builder_free(b);
}

static void test_builder__leaves_the_old_file_when_it_cannot_write(void **state)
{
    (void)state;
    struct builder *b = new_builder();
    struct builder_outcome out = {.entities = 77};
    struct diag diag = {.code = 0};
    assert_int_equal(builder_write(b, "/nowhere/at/all.idx", 0, 1, NULL, NULL, &out, &diag),
                     ERR_IO);
    assert_int_equal(diag.code, ERR_IO);
    assert_int_equal(out.entities, 77);
    builder_free(b);
}

static int note_progress(void *context, unsigned thousandths)
{
    unsigned *last = context;
    assert_in_range(thousandths, *last, 1000);
    *last = thousandths;
    return 0;
}

static void test_builder__reports_rising_progress(void **state)
{
    (void)state;
    struct builder *b = new_builder();
    struct builder_outcome out;
    unsigned last = 0;
    arena_reset(&arena);
    struct entity *list = entities(4);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(builder_add(b, &list[i], NULL), 0);
    }
    assert_int_equal(builder_write(b, scratch_path(&folder, "a.idx"), 0, 1, note_progress,
                                   &last, &out, NULL),
                     0);
    assert_true(last > 900);
    builder_free(b);
}

static int stop_at_once(void *context, unsigned thousandths)
{
    (void)context;
    (void)thousandths;
    return 1;
}

static void test_builder__stops_when_it_is_told_to(void **state)
{
    (void)state;
    struct builder *b = new_builder();
    struct builder_outcome out = {.entities = 77};
    struct slice mapped;
    struct diag diag = {.code = 0};
    arena_reset(&arena);
    struct entity *list = entities(5);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(builder_add(b, &list[i], NULL), 0);
    }
    scratch_unlink(&folder, "a.idx");
    assert_int_equal(
        builder_write(b, scratch_path(&folder, "a.idx"), 0, 1, stop_at_once, NULL, &out, &diag),
        ERR_STOPPED);
    assert_int_equal(diag.code, ERR_STOPPED);
    assert_int_equal(out.entities, 77);
    assert_int_equal(file_map(scratch_path(&folder, "a.idx"), &mapped, NULL), ERR_NOT_FOUND);
    builder_free(b);
}

static void test_builder__writes_an_index_of_nothing(void **state)
{
    (void)state;
    struct builder_outcome out;
    struct index *ix;
    finish(new_builder(), "a.idx", &out);
    assert_int_equal(out.entities + out.names + out.parties, 0);
    open_index("a.idx", &ix);
    assert_int_equal(index_entity_count(ix), 0);
    assert_int_equal(index_list_count(ix), 0);
    assert_int_equal(index_find(ix, SLICE("x:1")), INDEX_NONE);
    assert_int_equal(index_bytes(ix), out.bytes);
    index_close(ix);
    assert_int_equal(index_verify(scratch_path(&folder, "a.idx"), NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builder__makes_the_same_bytes_twice),
        cmocka_unit_test(test_builder__does_not_care_for_the_order_of_adding),
        cmocka_unit_test(test_builder__tells_other_contents_apart),
        cmocka_unit_test(test_builder__unites_what_lists_say_of_one_id),
        cmocka_unit_test(test_builder__copies_what_it_is_given),
        cmocka_unit_test(test_builder__stops_at_its_memory_limit),
        cmocka_unit_test(test_builder__leaves_the_old_file_when_it_cannot_write),
        cmocka_unit_test(test_builder__reports_rising_progress),
        cmocka_unit_test(test_builder__stops_when_it_is_told_to),
        cmocka_unit_test(test_builder__writes_an_index_of_nothing),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
