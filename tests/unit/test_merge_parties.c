/* What becomes of records that are one: the union, its ids, who says what, and the index. */
#include "base/file.h"
#include "index/index.h"
#include "index_repair.h"
#include "made_index.h"
#include "merge/decisions.h"
#include "merge_help.h"

static struct scratch folder;

static int open_all(void **state)
{
    (void)state;
    scratch_make(&folder);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    scratch_unlink(&folder, "a.idx");
    scratch_unlink(&folder, "b.idx");
    scratch_remove(&folder);
    return 0;
}

static const char BIRTH[] = "birthDate=1970-03-14";

/* Three records of one person, a sanction upon each, and a link to somebody else. */
static void add_three(struct merge_case *c)
{
    case_add(c, "au:7", SCHEMA_LEGAL_ENTITY, "list_au",
             "name=Ivan Horvat; nationality=hr; passportNumber=K1234567@hr");
    case_add(c, "ofac:9", SCHEMA_PERSON, "list_ofac",
             "name=HORVAT, Ivan; alias=Ivo Horvat; birthDate=1970-03-14; "
             "passportNumber=K1234567@hr");
    case_add(c, "eu:EU.1.2", SCHEMA_PERSON, "list_eu",
             "name=Ivan Horvat; alias=Ivo Horvat; birthDate=1970-03-14");
    case_add(c, "ofac:9/sanction", SCHEMA_SANCTION, "list_ofac", "entity=ofac:9");
    case_add(c, "eu:EU.1.2/sanction", SCHEMA_SANCTION, "list_eu", "entity=eu:EU.1.2");
    case_add(c, "au:8", SCHEMA_COMPANY, "list_au", "name=Horvat i Sin");
    case_add(c, "link:1", SCHEMA_OWNERSHIP, "list_au", "owner=au:7; asset=au:8");
}

static void test_merge__goes_by_the_first_record_id(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    add_three(&c);
    case_run(&c);
    const struct entity *e = case_find(&c, "au:7");
    check_slice(e->id, "ofac:9");
    assert_int_equal(e->referent_count, 2);
    check_slice(e->referents[0], "eu:EU.1.2");
    check_slice(e->referents[1], "au:7");
    assert_int_equal(e->dataset_count, 3);
    assert_int_equal(e->schema, SCHEMA_PERSON);
    assert_int_equal(c.outcome.joined, 2);
    for (size_t i = 1; i < c.n; i++) {
        assert_true(slice_cmp(c.records[i - 1].id, c.records[i].id) < 0);
    }
    case_end(&c);
}

static void test_merge__rewrites_ids_in_links_and_sanctions(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    add_three(&c);
    case_run(&c);
    check_slice(entity_first(case_find(&c, "eu:EU.1.2/sanction"), PROP_ENTITY), "ofac:9");
    check_slice(entity_first(case_find(&c, "ofac:9/sanction"), PROP_ENTITY), "ofac:9");
    check_slice(entity_first(case_find(&c, "link:1"), PROP_OWNER), "ofac:9");
    check_slice(entity_first(case_find(&c, "link:1"), PROP_ASSET), "au:8");
    case_end(&c);
}

/* The set of members that say a value. */
static uint64_t says(const struct merge_case *c, const char *id, enum property prop,
                     const char *text)
{
    const struct entity *e = case_find(c, id);
    const struct merged *m = case_merged(c, id);
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop == prop && slice_is(e->values[i].text, text)) {
            return m->says[i];
        }
    }
    return 0;
}

static void test_merge__keeps_who_says_what(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    add_three(&c);
    case_run(&c);
    const struct merged *m = case_merged(&c, "au:7");
    assert_int_equal(m->member_count, 3);
    check_slice(m->members[0].id, "ofac:9");
    check_slice(m->members[0].caption, "HORVAT, Ivan");
    check_slice(m->members[1].id, "eu:EU.1.2");
    check_slice(m->members[2].id, "au:7");
    check_slice(m->members[2].datasets[0], "list_au");
    assert_int_equal(m->members[2].schema, SCHEMA_LEGAL_ENTITY);
    assert_int_equal(says(&c, "au:7", PROP_NAME, "HORVAT, Ivan"), 1);
    assert_int_equal(says(&c, "au:7", PROP_NAME, "Ivan Horvat"), 6);
    assert_int_equal(says(&c, "au:7", PROP_ALIAS, "Ivo Horvat"), 3);
    assert_int_equal(says(&c, "au:7", PROP_NATIONALITY, "hr"), 4);
    assert_int_equal(says(&c, "au:7", PROP_PASSPORT_NUMBER, "K1234567"), 5);
    case_end(&c);
}

static void test_merge__unites_records_of_one_id_in_any_case(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    c.options.uses = MERGE_NOTHING;
    case_add(&c, "ofac:9", SCHEMA_ORGANIZATION, "list_a", "name=Alfa; country=rs");
    case_add(&c, "ofac:9", SCHEMA_COMPANY, "list_b", "name=Alfa; country=me");
    case_add(&c, "ofac:9/sanction", SCHEMA_SANCTION, "list_a", "entity=ofac:9");
    case_add(&c, "ofac:9/sanction", SCHEMA_SANCTION, "list_a", "entity=ofac:9");
    case_run(&c);
    assert_int_equal(c.n, 2);
    const struct entity *e = case_find(&c, "ofac:9");
    assert_int_equal(e->dataset_count, 2);
    assert_int_equal(e->value_count, 3);
    assert_int_equal(e->schema, SCHEMA_COMPANY);
    assert_int_equal(case_merged(&c, "ofac:9")->member_count, 2);
    assert_int_equal(case_find(&c, "ofac:9/sanction")->value_count, 1);
    case_end(&c);
}

/* ---- decisions ---- */

static void decide(struct merge_case *c, const char *table)
{
    c->options.decisions = slice_of(table);
    c->options.source = "mine.tsv";
}

static void test_decisions__join_even_two_of_one_list(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    decide(&c, "# mine\nsame\tofac:1\tofac:2\tone is a double\n");
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", "name=Ivan Horvat");
    case_add(&c, "ofac:2", SCHEMA_PERSON, "list_ofac", "name=Boureima Ouedraogo");
    case_run(&c);
    assert_true(case_joined(&c, "ofac:1", "ofac:2"));
    const struct merged_pair *p = case_pair(&c, "ofac:1", "ofac:2");
    assert_int_equal(p->reason, JOIN_DECISION);
    check_slice(p->evidence, "one is a double");
    case_end(&c);
}

static void test_decisions__keep_apart_whole_parties(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    decide(&c, "different\tofac:1\tun:1\tfather and son\n");
    const char *same = "name=Ivan Horvat; birthDate=1970-03-14";
    case_add(&c, "un:1", SCHEMA_PERSON, "list_un", same);
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", same);
    case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu", same);
    case_run(&c);
    assert_false(case_joined(&c, "un:1", "ofac:1"));
    assert_true(case_joined(&c, "eu:1", "ofac:1") != case_joined(&c, "eu:1", "un:1"));
    const struct merged_pair *p = case_pair(&c, "un:1", "ofac:1");
    assert_int_equal(p->against, AGAINST_DECISION);
    check_slice(p->contrary, "father and son");
    case_end(&c);
}

static void test_decisions__the_last_one_holds(void **state)
{
    (void)state;
    struct merge_case c;
    case_begin(&c);
    decide(&c, "same\tofac:1\teu:1\tfirst\n\ndifferent\teu:1\tofac:1\tsecond thought\n"
               "same\tno:1\tno:2\tabout nobody here\n");
    case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", "name=Ivan Horvat");
    case_add(&c, "eu:1", SCHEMA_PERSON, "list_eu", "name=Ivan Horvat");
    case_run(&c);
    assert_false(case_joined(&c, "ofac:1", "eu:1"));
    case_end(&c);
}

static void test_decisions__a_bad_table_says_where(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "same\ta\tb\tok\nsome\ta\tb\twhy\n", "same\ta\tb\tok\nsame\ta\tb\n",
        "same\ta\tb\tok\nsame\ta\ta\twhy\n", "same\ta\tb\tok\nsame a b why\n"};
    for (size_t i = 0; i < COUNT_OF(BAD); i++) {
        struct merge_case c;
        struct diag diag = {.code = 0};
        case_begin(&c);
        decide(&c, BAD[i]);
        case_add(&c, "ofac:1", SCHEMA_PERSON, "list_ofac", "name=Ivan Horvat");
        assert_int_equal(case_try(&c, &diag), ERR_FORMAT);
        assert_int_equal(diag.line, 2);
        assert_string_equal(diag.source, "mine.tsv");
        case_end(&c);
    }
}

static void test_decisions__those_that_come_along_can_be_read(void **state)
{
    (void)state;
    struct decisions d = {.list = {0}};
    struct slice table = {merge_decisions_text, merge_decisions_size};
    assert_int_equal(decisions_read(&d, table, NULL, NULL), 0);
    decisions_release(&d);
}

/* ---- the index ---- */

static void build(const struct merge_case *c, const char *name, size_t crew, bool turned)
{
    struct builder *b;
    struct builder_outcome outcome;
    assert_int_equal(builder_new((size_t)256 << 20, &b), 0);
    builder_merge(b, &c->options);
    for (size_t i = 0; i < c->n; i++) {
        assert_int_equal(builder_add(b, &c->records[turned ? c->n - 1 - i : i], NULL), 0);
    }
    assert_int_equal(
        builder_write(b, scratch_path(&folder, name), 0, crew, NULL, NULL, &outcome, NULL), 0);
    builder_free(b);
}

static void test_index__finds_a_party_by_every_record_id(void **state)
{
    (void)state;
    static const char *const IDS[] = {"ofac:9", "eu:EU.1.2", "au:7"};
    struct merge_case c;
    struct index *ix;
    case_begin(&c);
    add_three(&c);
    build(&c, "a.idx", 1, false);
    assert_int_equal(index_verify(scratch_path(&folder, "a.idx"), NULL), 0);
    assert_int_equal(index_open(scratch_path(&folder, "a.idx"), &ix, NULL), 0);
    for (size_t i = 0; i < COUNT_OF(IDS); i++) {
        struct entity e;
        struct merged m;
        uint32_t number = index_find(ix, slice_of(IDS[i]));
        assert_int_equal(index_entity(ix, number, &c.arena, &e, NULL), 0);
        check_slice(e.id, "ofac:9");
        assert_int_equal(index_merged(ix, number, &c.arena, &m, NULL), 0);
        assert_int_equal(m.member_count, 3);
        check_slice(m.members[1].id, "eu:EU.1.2");
        check_slice(m.members[1].datasets[0], "list_eu");
        assert_true(m.pair_count >= 2);
        assert_int_equal(m.pairs[0].against, AGAINST_NOTHING);
        assert_true(m.pairs[0].evidence.n > 0);
    }
    struct merged none;
    uint32_t other = index_find(ix, SLICE("au:8"));
    assert_int_equal(index_merged(ix, other, &c.arena, &none, NULL), ERR_NOT_FOUND);
    index_close(ix);
    case_end(&c);
}

/* Few names, dates and numbers on three lists, so that much is joined and much refused. */
static void add_crowd(struct merge_case *c, struct dice *d)
{
    static const char *const NAMES[] = {"Yevgeny Petrovich Barakhoyev", "Yevgeny Barakhoyev",
                                        "Ivan Horvat", "Ivana Horvat"};
    static const char *const DATES[] = {BIRTH, "birthDate=1970", "birthDate=1950-07-08", ""};
    static const char *const MORE[] = {
        "gender=male",     "gender=female",  "passportNumber=K1234567@hr",
        "uniscId=QDi.335", "nationality=ru", ""};
    for (size_t i = 0; i < CASE_RECORDS - 4; i++) {
        char *id = ARENA_ARRAY(&c->arena, char, 16);
        char values[200];
        const char *dataset = MADE_PICK(d, MADE_DATASETS);
        (void)snprintf(id, 16, "%c%zu:x", dataset[5], i);
        (void)snprintf(values, sizeof values, "name=%s;%s;%s;%s", MADE_PICK(d, NAMES),
                       MADE_PICK(d, DATES), MADE_PICK(d, MORE), MADE_PICK(d, MORE));
        case_add(c, id, SCHEMA_PERSON, dataset, values);
    }
}

static void test_merge__depends_on_the_records_alone(void **state)
{
    (void)state;
    struct dice d = dice_new(11);
    for (int round = 0; round < 10; round++) {
        struct merge_case c;
        case_begin(&c);
        add_crowd(&c, &d);
        build(&c, "a.idx", 1, false);
        build(&c, "b.idx", 3, true);
        assert_true(scratch_same(&folder, "a.idx", "b.idx"));
        assert_int_equal(index_verify(scratch_path(&folder, "a.idx"), NULL), 0);
        case_end(&c);
    }
}

static void test_merge__has_one_record_of_a_list_in_a_party(void **state)
{
    (void)state;
    struct dice d = dice_new(12);
    size_t joined = 0;
    for (int round = 0; round < 30; round++) {
        struct merge_case c;
        case_begin(&c);
        add_crowd(&c, &d);
        size_t before = c.n;
        case_run(&c);
        joined += before - c.n;
        for (size_t i = 0; i < c.outcome.merged_count; i++) {
            const struct merged *m = &c.outcome.merged[i];
            const struct entity *e = &c.records[m->entity];
            assert_true(m->member_count <= e->dataset_count || m->member_count == 0);
        }
        case_end(&c);
    }
    assert_true(joined > 30);
}

/* A damaged index whose checksums fit: refused, or read within its bounds. */
static void test_index__reads_damaged_merges_in_bounds(void **state)
{
    (void)state;
    struct dice d = dice_new(13);
    struct merge_case c;
    case_begin(&c);
    add_crowd(&c, &d);
    build(&c, "a.idx", 1, false);
    struct slice good;
    assert_int_equal(file_map(scratch_path(&folder, "a.idx"), &good, NULL), 0);
    const char *row = good.p + INDEX_HEADER + CHUNK_MERGES * INDEX_TABLE_ROW;
    size_t from = (size_t)le64(row + 8);
    size_t length = (size_t)le64(row + 16);
    char *copy = arena_alloc(&c.arena, good.n);
    size_t refused = 0;
    for (int round = 0; round < 400; round++) {
        memcpy(copy, good.p, good.n);
        for (size_t i = 1 + dice_below(&d, 3); i > 0; i--) {
            copy[from + dice_below(&d, length)] = (char)dice_throw(&d);
        }
        index_repair(copy, good.n);
        struct file_replacement r;
        struct index *ix;
        assert_int_equal(file_replace_begin(&r, scratch_path(&folder, "b.idx"), NULL), 0);
        assert_int_equal(file_replace_write(&r, (struct slice){copy, good.n}, NULL), 0);
        assert_int_equal(file_replace_commit(&r, NULL), 0);
        assert_int_equal(index_open(scratch_path(&folder, "b.idx"), &ix, NULL), 0);
        for (uint32_t i = 0; i < index_entity_count(ix); i++) {
            struct merged m;
            (void)!index_merged(ix, i, &c.arena, &m, NULL);
        }
        index_close(ix);
        refused += index_verify(scratch_path(&folder, "b.idx"), NULL) < 0;
    }
    assert_true(refused > 0);
    file_unmap(good);
    case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merge__goes_by_the_first_record_id),
        cmocka_unit_test(test_merge__rewrites_ids_in_links_and_sanctions),
        cmocka_unit_test(test_merge__keeps_who_says_what),
        cmocka_unit_test(test_merge__unites_records_of_one_id_in_any_case),
        cmocka_unit_test(test_decisions__join_even_two_of_one_list),
        cmocka_unit_test(test_decisions__keep_apart_whole_parties),
        cmocka_unit_test(test_decisions__the_last_one_holds),
        cmocka_unit_test(test_decisions__a_bad_table_says_where),
        cmocka_unit_test(test_decisions__those_that_come_along_can_be_read),
        cmocka_unit_test(test_index__finds_a_party_by_every_record_id),
        cmocka_unit_test(test_index__reads_damaged_merges_in_bounds),
        cmocka_unit_test(test_merge__depends_on_the_records_alone),
        cmocka_unit_test(test_merge__has_one_record_of_a_list_in_a_party),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
