/* Who may be meant: the rules of the guide, one by one.  test_lossless.c throws dice. */
#include "test.h"

#include "made_index.h"
#include "match/score.h"

static struct scratch folder;
static struct arena arena;  /* of one question */
static struct arena keeper; /* of one index */
static struct index *ix;
static struct searcher *searcher;

static int open_all(void **state)
{
    (void)state;
    scratch_make(&folder);
    arena_init(&arena, 256 << 20);
    arena_init(&keeper, 256 << 20);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    scratch_unlink(&folder, "made.idx");
    scratch_remove(&folder);
    arena_release(&arena);
    arena_release(&keeper);
    return 0;
}

static void open_index(void)
{
    assert_int_equal(index_open(scratch_path(&folder, "made.idx"), &ix, NULL), 0);
    assert_int_equal(searcher_new(ix, &searcher), 0);
}

static void close_index(void)
{
    searcher_free(searcher);
    index_close(ix);
}

/* A small list of parties, by hand. */
static struct builder *builder;
static struct entity entity;

static void begin_list(void)
{
    arena_reset(&keeper);
    assert_int_equal(builder_new(16 << 20, &builder), 0);
}

static void party(enum schema schema, const char *id, const char *dataset, const char *name)
{
    entity_init(&entity, schema, slice_of(id), slice_of(dataset), &keeper);
    made_value(&entity, &keeper, PROP_NAME, name, "");
}

static void also(enum property p, const char *text, const char *note)
{
    made_value(&entity, &keeper, p, text, note);
}

static void end_party(void)
{
    assert_int_equal(builder_add(builder, &entity, NULL), 0);
}

static void end_list(void)
{
    struct builder_outcome out;
    assert_int_equal(
        builder_write(builder, scratch_path(&folder, "made.idx"), 0, 1, NULL, NULL, &out, NULL),
        0);
    builder_free(builder);
    open_index();
}

static struct question ask(const struct slice *name)
{
    return (struct question){.names = name, .name_count = 1};
}

static struct answer answer_of(const struct question *q, unsigned threshold, size_t limit)
{
    struct search_options o = {.flags = SEARCH_EXPLAIN, .threshold = threshold, .limit = limit};
    struct answer a;
    struct diag diag = {.code = 0};
    arena_reset(&arena);
    if (search_run(searcher, q, &o, &arena, &a, &diag) < 0) {
        fail_msg("%s", diag.text);
    }
    return a;
}

/* The score of the first hit, or 0. */
static unsigned best(const struct question *q)
{
    struct answer a = answer_of(q, SCORE_LOWEST, 5);
    return a.hit_count ? a.hits[0].score : 0;
}

static void test_search__refuses_questions_of_nothing(void **state)
{
    (void)state;
    begin_list();
    party(SCHEMA_PERSON, "x:1", "list_a", "Pavel Zorin");
    end_party();
    end_list();
    struct search_options o = {.threshold = 700, .limit = 5};
    struct answer a;
    struct question none = {.name_count = 0};
    assert_int_equal(search_run(searcher, &none, &o, &arena, &a, NULL), ERR_USAGE);
    struct slice name = SLICE("Pavel Zorin");
    struct question q = ask(&name);
    o.threshold = SCORE_LOWEST - 1;
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), ERR_USAGE);
    o.threshold = 1001;
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), ERR_USAGE);
    o.threshold = 700;
    name = SLICE("---");
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), ERR_TEXT);
    name = SLICE("Pavel\xFF");
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), ERR_TEXT);
    struct arena small;
    arena_init(&small, 100);
    name = SLICE("Pavel Zorin");
    int r = search_run(searcher, &q, &o, &small, &a, NULL);
    assert_true(r == ERR_LIMIT || r == ERR_MEMORY);
    arena_release(&small);
    close_index();
}

static void test_search__ranks_by_score_then_by_id(void **state)
{
    (void)state;
    begin_list();
    static const char *const IDS[] = {"x:5", "x:1", "x:3", "x:2", "x:4"};
    for (size_t i = 0; i < COUNT_OF(IDS); i++) {
        party(SCHEMA_PERSON, IDS[i], "list_a",
              i == 2 ? "Pavel Andreevich Zorin" : "Pavel Zorin");
        end_party();
    }
    end_list();
    struct slice name = SLICE("Pavel Zorin");
    struct question q = ask(&name);
    struct answer a = answer_of(&q, 700, 5);
    assert_int_equal(a.total, 5);
    assert_int_equal(a.hit_count, 5);
    static const uint32_t ORDER[] = {0, 1, 3, 4, 2};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(a.hits[i].entity, ORDER[i]);
    }
    a = answer_of(&q, 700, 2); /* fewer are kept, all are counted */
    assert_int_equal(a.total, 5);
    assert_int_equal(a.hit_count, 2);
    assert_int_equal(a.hits[1].entity, 1);
    a = answer_of(&q, 700, 0);
    assert_int_equal(a.total, 5);
    assert_int_equal(a.hit_count, 0);
    close_index();
}

static void test_search__says_which_name_it_rests_on(void **state)
{
    (void)state;
    begin_list();
    party(SCHEMA_PERSON, "x:1", "list_a", "Pavel Zorin");
    also(PROP_ALIAS, "Boris Melnik", "");
    also(PROP_WEAK_ALIAS, "Grisha", "");
    end_party();
    end_list();
    struct slice names[] = {SLICE("Nobody Else"), SLICE("MELNIK, Boris")};
    struct question q = {.names = names, .name_count = 2};
    struct answer a = answer_of(&q, 700, 5);
    assert_int_equal(a.total, 1);
    check_slice(a.hits[0].name.query, "MELNIK, Boris");
    check_slice(a.hits[0].name.listed, "Boris Melnik");
    assert_int_equal(a.hits[0].name.kind, PROP_ALIAS);
    struct slice weak = SLICE("Grisha");
    q = ask(&weak);
    a = answer_of(&q, 700, 5);
    assert_int_equal(a.hits[0].name.kind, PROP_WEAK_ALIAS);
    assert_true(a.hits[0].score < 1000);
    close_index();
}

static void check_schema(enum schema asked, bool any, enum schema listed, bool expected)
{
    begin_list();
    party(listed, "x:1", "list_a", "Silver Velkorov");
    end_party();
    end_list();
    struct slice name = SLICE("Silver Velkorov");
    struct question q = ask(&name);
    q.schema = asked;
    q.any_schema = any;
    if ((best(&q) > 0) != expected) {
        fail_msg("%s%s %s %s", schema_name(asked), any ? " (any)" : "",
                 expected ? "meets not" : "meets", schema_name(listed));
    }
    close_index();
}

static void test_search__meets_schemata_as_promised(void **state)
{
    (void)state;
    check_schema(SCHEMA_PERSON, false, SCHEMA_PERSON, true);
    check_schema(SCHEMA_PERSON, false, SCHEMA_COMPANY, false);
    check_schema(SCHEMA_COMPANY, false, SCHEMA_PERSON, false);
    check_schema(SCHEMA_COMPANY, false, SCHEMA_PUBLIC_BODY, true);
    check_schema(SCHEMA_ORGANIZATION, false, SCHEMA_LEGAL_ENTITY, true);
    check_schema(SCHEMA_PERSON, false, SCHEMA_LEGAL_ENTITY, true);
    check_schema(SCHEMA_LEGAL_ENTITY, false, SCHEMA_PERSON, true);
    check_schema(SCHEMA_VESSEL, false, SCHEMA_VESSEL, true);
    check_schema(SCHEMA_VESSEL, false, SCHEMA_AIRPLANE, false);
    check_schema(SCHEMA_NONE, false, SCHEMA_PERSON, true);
    check_schema(SCHEMA_NONE, false, SCHEMA_COMPANY, true);
    check_schema(SCHEMA_NONE, false, SCHEMA_VESSEL, false);
    check_schema(SCHEMA_NONE, true, SCHEMA_VESSEL, true);
    check_schema(SCHEMA_NONE, true, SCHEMA_SANCTION, false);
}

static void test_search__keeps_to_datasets(void **state)
{
    (void)state;
    begin_list();
    party(SCHEMA_PERSON, "x:1", "list_a", "Pavel Zorin");
    end_party();
    entity_init(&entity, SCHEMA_PERSON, SLICE("x:1"), SLICE("list_b"), &keeper);
    end_party();
    party(SCHEMA_PERSON, "x:2", "list_b", "Pavel Zorin");
    end_party();
    end_list();
    struct slice name = SLICE("Pavel Zorin");
    struct slice a = SLICE("list_a");
    struct slice both[] = {SLICE("list_a"), SLICE("list_b")};
    struct question q = ask(&name);
    assert_int_equal(answer_of(&q, 700, 5).total, 2);
    q.datasets = &a;
    q.dataset_count = 1;
    assert_int_equal(answer_of(&q, 700, 5).total, 1);
    q.dataset_count = 0;
    q.excluded = &both[1];
    q.excluded_count = 1;
    assert_int_equal(answer_of(&q, 700, 5).total, 1); /* x:1 is on another list, too */
    q.excluded = both;
    q.excluded_count = 2;
    assert_int_equal(answer_of(&q, 700, 5).total, 0);
    close_index();
}

/* A frequent name, equal: what silences it and what does not. */
static void begin_frequent(const char *name)
{
    begin_list();
    party(SCHEMA_PERSON, "x:1", "list_a", name);
    also(PROP_BIRTH_DATE, "1970-03-14", "");
    also(PROP_GENDER, "male", "");
    also(PROP_NATIONALITY, "ir", "");
    also(PROP_PASSPORT_NUMBER, "K1234567", "ir");
    end_party();
    end_list();
}

static unsigned with_date(const struct slice *name, const char *date)
{
    struct date d;
    struct question q = ask(name);
    assert_true(date_parse(slice_of(date), true, &d));
    q.birth_dates = &d;
    q.birth_date_count = 1;
    return best(&q);
}

static void test_search__lets_attributes_decide_about_equal_names(void **state)
{
    (void)state;
    begin_frequent("Mohammed Ali");
    static const char *const FORMS[] = {"Mohammed Ali", "Ali, Mohammed", "Ali Mohammed"};
    for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
        struct slice name = slice_of(FORMS[i]);
        struct question q = ask(&name);
        assert_true(best(&q) >= SCORE_SAME_TOKENS);
        assert_true(with_date(&name, "1970-03-14") >= SCORE_SAME_TOKENS);
        assert_true(with_date(&name, "1970-08-01") >= SCORE_ALERT);
        assert_true(with_date(&name, "1971-03-14") >= SCORE_ALERT);
        assert_true(with_date(&name, "1975-03-14") < SCORE_ALERT);
        assert_true(with_date(&name, "1930") < SCORE_ALERT);
        struct slice country = SLICE("br");
        q.countries = &country;
        q.country_count = 1;
        assert_true(best(&q) >= SCORE_ALERT);
        q.country_count = 0;
        q.gender = SLICE("female");
        assert_true(best(&q) < SCORE_ALERT);
        q.gender = SLICE("male");
        assert_true(best(&q) >= SCORE_SAME_TOKENS);
    }
    close_index();
}

static void test_search__finds_by_a_strong_number_whatever_the_name(void **state)
{
    (void)state;
    begin_list();
    party(SCHEMA_COMPANY, "x:1", "list_a", "Velkorov Trading");
    also(PROP_INN_CODE, "7707083893", "");
    end_party();
    party(SCHEMA_PERSON, "x:2", "list_a", "Pavel Zorin");
    also(PROP_PASSPORT_NUMBER, "K1234567", "ir");
    end_party();
    end_list();
    struct slice name = SLICE("Something Else");
    struct identifier id;
    struct question q = ask(&name);
    q.identifiers = &id;
    q.identifier_count = 1;
    identifier_parse(ID_INN, SLICE("7707083893"), &id);
    assert_true(best(&q) >= SCORE_ALERT);
    q.name_count = 0; /* a number alone is a question */
    assert_true(best(&q) >= SCORE_ALERT);
    identifier_parse(ID_INN, SLICE("7736050003"), &id);
    assert_int_equal(best(&q), 0);
    struct slice country = SLICE("ir");
    identifier_parse(ID_PASSPORT, SLICE("K-1234567"), &id);
    assert_int_equal(best(&q), 0); /* no proof without its country */
    q.countries = &country;
    q.country_count = 1;
    assert_true(best(&q) >= SCORE_ALERT);
    close_index();
}

/* Attributes lift only what the name suggests. */
static void test_search__does_not_lift_other_names(void **state)
{
    (void)state;
    begin_frequent("Mohammed Ali");
    struct slice name = SLICE("Pavel Zorin");
    assert_int_equal(with_date(&name, "1970-03-14"), 0);
    close_index();
}

static void list_of_one(const char *listed)
{
    begin_list();
    party(SCHEMA_PERSON, "x:1", "list_a", listed);
    end_party();
    end_list();
}

/* The index gives what comparing with every name gives, above 0.500. */
static void check_agreement(const char *asked, const char *listed)
{
    struct search_options o = {.flags = SEARCH_EXHAUSTIVE, .threshold = 500, .limit = 5};
    struct slice name = slice_of(asked);
    struct question q = ask(&name);
    struct answer all;
    list_of_one(listed);
    arena_reset(&arena);
    assert_int_equal(search_run(searcher, &q, &o, &arena, &all, NULL), 0);
    unsigned y = all.hit_count ? all.hits[0].score : 0;
    unsigned x = best(&q);
    if (x != y) {
        fail_msg("\"%s\" / \"%s\": %u by the index, %u without", asked, listed, x, y);
    }
    close_index();
}

/* Tokens by which names are not looked up may carry a name together. */
static void test_search__finds_names_by_initials_alone(void **state)
{
    (void)state;
    check_agreement("J. R.", "James Raymond");
    check_agreement("B. C. F. G. H. Zorin", "Bella Carla Fay Gala Hanna");
    check_agreement("B. C. F. G. H. K. L. Zorin", "Bella Carla Fay Gala Hanna Kira Lara");
    check_agreement("B. C. F. G. H. K. VII", "Bella Carla Fay Gala Hanna Kira");
    check_agreement("Bella Carla Fay Gala Hanna", "B. C. F. G. H.");
    check_agreement("Ivan Sokol", "\u0418. \u0421."); /* Cyrillic initials */
    check_agreement("Sergei Sokol", "\u0421. Sokol");
}

static void test_search__finds_names_joined_and_apart(void **state)
{
    (void)state;
    check_agreement("Ludovic van der Meulen", "Ludovic Vandermeulen");
    check_agreement("Vandermeulen", "van der Meulen");
    check_agreement("van der", "Vander");
    check_agreement("Al Sa Bah", "Alsabah");
    check_agreement("Ja ng Ling", "\u5F20\u73B2"); /* one character is never written apart */
    check_agreement("Kim Jong Un", "\u91D1\u6B63\u6069");
    check_agreement("Kimjongun", "Kim Jong-un");
}

/* However many names: the first ones are looked up, and it is said that the others are not. */
static void test_search__cuts_questions_of_too_many_words(void **state)
{
    (void)state;
    enum { NAMES = 4900 };
    static char texts[NAMES][64];
    static struct slice names[NAMES];
    struct dice d = dice_new(40);
    begin_list();
    party(SCHEMA_PERSON, "t-1", "list", "Rostislav Kandaurov");
    end_party();
    end_list();
    for (size_t i = 0; i < NAMES; i++) {
        for (size_t k = 0; k < 30; k++) {
            texts[i][k] = k == 14 ? ' ' : (char)('a' + dice_below(&d, 26));
        }
        names[i] = (struct slice){texts[i], 30};
    }
    names[1] = SLICE("Rostislav Kandaurov");
    struct question q = {.schema = SCHEMA_PERSON, .names = names, .name_count = NAMES};
    struct search_options o = {.threshold = 700, .limit = 5};
    struct answer a;
    arena_reset(&arena);
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), 0);
    assert_true(a.cut);
    assert_int_equal(a.total, 1);
    assert_true(arena.used < 16 << 20);
    /* A few names more or less are nothing to be cut, and words that come again are none. */
    q.name_count = 100;
    arena_reset(&arena);
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), 0);
    assert_false(a.cut);
    for (size_t i = 2; i < NAMES; i++) {
        names[i] = names[i % 2];
    }
    q.name_count = 300;
    arena_reset(&arena);
    assert_int_equal(search_run(searcher, &q, &o, &arena, &a, NULL), 0);
    assert_false(a.cut);
    close_index();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search__refuses_questions_of_nothing),
        cmocka_unit_test(test_search__ranks_by_score_then_by_id),
        cmocka_unit_test(test_search__says_which_name_it_rests_on),
        cmocka_unit_test(test_search__meets_schemata_as_promised),
        cmocka_unit_test(test_search__keeps_to_datasets),
        cmocka_unit_test(test_search__lets_attributes_decide_about_equal_names),
        cmocka_unit_test(test_search__finds_by_a_strong_number_whatever_the_name),
        cmocka_unit_test(test_search__does_not_lift_other_names),
        cmocka_unit_test(test_search__finds_names_by_initials_alone),
        cmocka_unit_test(test_search__finds_names_joined_and_apart),
        cmocka_unit_test(test_search__cuts_questions_of_too_many_words),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
