/* Nobody is missed: the index against comparing with every name, on invented names. */
#include "test.h"

#include "made_index.h"
#include "match/compare.h"
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

enum { ENTITIES = 1600, LIMIT = 500 };

static void describe(const struct made_question *m, uint64_t round)
{
    print_error(
        "question %llu: schema %s%s, \"%s\"%s%s\", %zu dates, %zu countries, %zu numbers\n",
        (unsigned long long)round, schema_name(m->question.schema),
        m->question.any_schema ? " (any)" : "", m->text[0].p,
        m->question.name_count > 1 ? " and \"" : "", m->text[1].p, m->question.birth_date_count,
        m->question.country_count, m->question.identifier_count);
}

static void print_hits(const char *who, const struct answer *a)
{
    for (size_t i = 0; i < a->hit_count; i++) {
        print_error("  %s: %u %d \"%.*s\"\n", who, a->hits[i].score, (int)a->hits[i].mnat,
                    SLICE_ARG(a->hits[i].name.listed));
    }
}

/* The hits of `all` at or above a threshold are those of `found`. */
static bool same_answers(const struct answer *found, const struct answer *all,
                         unsigned threshold)
{
    size_t n = 0;
    while (n < all->hit_count && all->hits[n].score >= threshold) {
        n++;
    }
    bool same = found->hit_count == n && found->total == n;
    for (size_t i = 0; same && i < n; i++) {
        const struct hit *x = &found->hits[i];
        const struct hit *y = &all->hits[i];
        same = x->entity == y->entity && x->score == y->score && x->mnat == y->mnat &&
               slice_eq(x->name.listed, y->name.listed) &&
               slice_eq(x->name.query, y->name.query) && x->name.kind == y->name.kind;
    }
    return same;
}

static void test_lossless__finds_all_that_exists(void **state)
{
    (void)state;
    struct slice *texts = calloc(ENTITIES, sizeof *texts);
    struct dice d = dice_new(3000);
    assert_non_null(texts);
    arena_reset(&keeper);
    made_index(dice_throw(&d), ENTITIES, scratch_path(&folder, "made.idx"), &keeper, texts);
    open_index();
    print_message("# %u names\n", index_name_count(ix));
    size_t questions = TEST_SANITIZED ? 150 : 1500;
    uint64_t hits = 0;
    for (size_t round = 0; round < questions; round++) {
        struct made_question m;
        struct search_options o = {
            .flags = SEARCH_EXHAUSTIVE, .threshold = 500, .limit = LIMIT};
        struct answer all;
        made_question(&d, texts, ENTITIES, &m);
        arena_reset(&arena);
        int r = search_run(searcher, &m.question, &o, &arena, &all, NULL);
        for (unsigned threshold = 500; threshold <= 700; threshold += 200) {
            struct answer found;
            o = (struct search_options){.threshold = threshold, .limit = LIMIT};
            int r2 = search_run(searcher, &m.question, &o, &arena, &found, NULL);
            assert_int_equal(r, r2);
            if (r == 0 && !same_answers(&found, &all, threshold)) {
                describe(&m, round);
                print_hits("indexed", &found);
                print_hits("exhaustive", &all);
                fail_msg("the index finds other hits at %u", threshold);
            }
            hits += r == 0 ? found.total : 0;
        }
    }
    assert_true(hits > questions); /* most questions find somebody */
    close_index();
    free(texts);
}

/* The terms of each hit add up, and a single name scores as `compare` says. */
static void test_lossless__explains_and_agrees_with_compare(void **state)
{
    (void)state;
    struct slice texts[300];
    struct dice d = dice_new(3001);
    arena_reset(&keeper);
    made_index(dice_throw(&d), COUNT_OF(texts), scratch_path(&folder, "made.idx"), &keeper,
               texts);
    open_index();
    size_t compared = 0;
    for (int round = 0; round < 600; round++) {
        struct made_question m;
        struct answer a;
        struct search_options o = {.flags = SEARCH_EXPLAIN, .threshold = 500, .limit = 20};
        made_question(&d, texts, COUNT_OF(texts), &m);
        arena_reset(&arena);
        if (search_run(searcher, &m.question, &o, &arena, &a, NULL) < 0) {
            continue;
        }
        for (size_t i = 0; i < a.hit_count; i++) {
            const struct hit *h = &a.hits[i];
            struct comparison c;
            struct entity e;
            int32_t sum = 0;
            for (size_t k = 0; k < h->term_count; k++) {
                sum += h->terms[k].mnat;
            }
            assert_int_equal(sum, h->mnat);
            assert_int_equal(score_of_mnat(sum), h->score);
            assert_int_equal(index_entity(ix, h->entity, &arena, &e, NULL), 0);
            if (m.question.identifier_count || h->name.kind == PROP_WEAK_ALIAS ||
                m.question.birth_date_count || m.question.country_count ||
                m.question.gender.n || m.question.place_count) {
                continue;
            }
            enum schema schema = schema_is(e.schema, SCHEMA_PERSON) ? SCHEMA_PERSON
                                 : schema_is(e.schema, SCHEMA_LEGAL_ENTITY)
                                     ? SCHEMA_ORGANIZATION
                                     : SCHEMA_VESSEL;
            assert_int_equal(
                compare_names(schema, h->name.query, h->name.listed, 0, &arena, &c, NULL), 0);
            assert_int_equal(c.score, h->score);
            compared++;
        }
    }
    assert_true(compared > 200);
    close_index();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lossless__finds_all_that_exists),
        cmocka_unit_test(test_lossless__explains_and_agrees_with_compare),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
