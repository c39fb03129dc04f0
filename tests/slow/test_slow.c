/*
 * Inputs that cost too much where code is careless: long, deep, repetitive.
 *
 * Limits are some ten times what this machine class needs; they find what grows too fast, not
 * what is a little slower.  Processor time counts, so that other work does not disturb.
 */
#include "test.h"

#include <sys/resource.h>

#include "made_index.h"
#include "match/compare.h"
#include "text/name.h"

enum { ENTITIES = 2000, ALIASES = 5000, MARGIN = TEST_SANITIZED ? 30 : 1, PEAK_MB = 400 };

static struct scratch folder;
static struct arena arena;
static struct arena keeper;
static struct index *ix;
static struct searcher *searcher;

/* An index of invented names, and in it one party of very many aliases. */
static int open_all(void **state)
{
    (void)state;
    struct builder *b;
    struct builder_outcome out;
    struct dice d = {31};
    struct entity e;
    scratch_make(&folder);
    arena_init(&arena, 64 << 20);
    arena_init(&keeper, 512 << 20);
    assert_int_equal(builder_new((size_t)1 << 30, &b), 0);
    for (size_t i = 0; i < ENTITIES; i++) {
        made_entity(&d, i, &keeper, &e);
        assert_int_equal(builder_add(b, &e, NULL), 0);
    }
    entity_init(&e, SCHEMA_PERSON, SLICE("x:many"), SLICE("list_a"), &keeper);
    for (size_t i = 0; i < ALIASES; i++) {
        struct made_text t;
        made_person(&d, &t);
        made_value(&e, &keeper, i ? PROP_ALIAS : PROP_NAME, t.p, "");
    }
    assert_int_equal(builder_add(b, &e, NULL), 0);
    assert_int_equal(
        builder_write(b, scratch_path(&folder, "made.idx"), 0, 1, NULL, NULL, &out, NULL), 0);
    builder_free(b);
    assert_int_equal(index_open(scratch_path(&folder, "made.idx"), &ix, NULL), 0);
    assert_int_equal(searcher_new(ix, &searcher), 0);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    searcher_free(searcher);
    index_close(ix);
    scratch_unlink(&folder, "made.idx");
    scratch_remove(&folder);
    arena_release(&arena);
    arena_release(&keeper);
    return 0;
}

static void check_time(const char *what, double before, double limit_ms)
{
    double took = cpu_ms() - before;
    print_message("# %s: %.1f ms of %.0f\n", what, took, limit_ms * MARGIN);
    if (took > limit_ms * MARGIN) {
        fail_msg("%s took %.1f ms", what, took);
    }
}

static void check_memory(const char *what, size_t limit)
{
    if (arena.used > limit) {
        fail_msg("%s took %zu bytes", what, arena.used);
    }
}

static void check_search(const char *what, struct slice name, double limit_ms)
{
    struct question q = {.any_schema = true, .names = &name, .name_count = 1};
    struct search_options o = {0, 700, 5};
    struct answer a;
    arena_reset(&arena);
    double before = cpu_ms();
    int r = search_run(searcher, &q, &o, &arena, &a, NULL);
    check_time(what, before, limit_ms);
    check_memory(what, 8 << 20);
    assert_true(r == 0 || r == ERR_TEXT);
}

static void check_compare(const char *what, struct slice a, struct slice b, double limit_ms)
{
    struct comparison c;
    arena_reset(&arena);
    double before = cpu_ms();
    int r = compare_names(SCHEMA_NONE, a, b, COMPARE_EXPLAIN, &arena, &c, NULL);
    check_time(what, before, limit_ms);
    check_memory(what, 32 << 20);
    assert_true(r == 0 || r == ERR_TEXT || r == ERR_MEMORY);
}

/* `size` bytes of `piece`, over and over. */
static struct slice repeated(const char *piece, size_t size)
{
    size_t n = strlen(piece);
    char *p = ARENA_ARRAY(&keeper, char, size + n);
    size_t at = 0;
    while (at + n <= size) {
        memcpy(p + at, piece, n);
        at += n;
    }
    return (struct slice){p, at};
}

static void check_both(const char *what, struct slice name, double search_ms, double compare_ms)
{
    char words[100];
    (void)snprintf(words, sizeof words, "search %s", what);
    check_search(words, name, search_ms);
    (void)snprintf(words, sizeof words, "compare %s", what);
    check_compare(words, name, name, compare_ms);
}

static void test_slow__long_names(void **state)
{
    (void)state;
    check_both("10 kB of words", repeated("Mohammed Velkor bin Zorin ", 10 << 10), 500, 500);
    check_both("10 kB of initials", repeated("a. b. c. ", 10 << 10), 500, 500);
    check_both("10 kB of particles", repeated("al bin van ", 10 << 10), 500, 500);
    check_both("10 kB of syllables", repeated("Kim jong un ", 10 << 10), 500, 500);
    check_both("10 kB of Han", repeated("王伟", 10 << 10), 500, 500);
    check_both("10 kB of Hangul, apart", repeated("김 철 수 ", 10 << 10), 500, 500);
    check_both("10 kB of one word", repeated("velkorovski", 10 << 10), 500, 500);
    check_both("10 kB of Cyrillic", repeated("щуц", 10 << 10), 500, 500);
    check_both("10 kB of Arabic", repeated("عبد ", 10 << 10), 500, 500);
    check_both("10 kB of signs", repeated("-.,", 10 << 10), 100, 100);
    check_both("10 kB of blanks and a name", repeated("          x", 10 << 10), 500, 500);
}

static void test_slow__combining_marks(void **state)
{
    (void)state;
    check_both("4 kB of marks", repeated("\u0301", 4 << 10), 200, 200);
    check_both("a letter under 4 kB of marks",
               repeated("a\u0301\u0316\u0334\u0489\u20DD", 4 << 10), 500, 500);
    check_both("marks of falling class", repeated("\u0345\u0301\u0316\u093C", 4 << 10), 500,
               500);
    check_both("4 kB of the longest ligature", repeated("\uFDFA", 4 << 10), 500, 500);
}

static void test_slow__one_letter_a_million_times(void **state)
{
    (void)state;
    check_both("1 MB of one letter", repeated("a", 1 << 20), 300, 300);
    check_both("1 MB of one letter and blanks", repeated("a ", 1 << 20), 500, 500);
    check_both("1 MB of one Cyrillic letter", repeated("щ", 1 << 20), 300, 300);
    check_both("1 MB of semicolons", repeated(";", 1 << 20), 300, 300);
    check_both("1 MB of strokes between words", repeated("a b/", 1 << 20), 500, 500);
    check_both("1 MB of marks", repeated("a.k.a. ", 1 << 20), 500, 500);
    check_both("1 MB of parentheses", repeated("(", 1 << 20), 300, 300);
}

static void test_slow__names_of_48_words(void **state)
{
    (void)state;
    char same[1200];
    char other[1200];
    size_t n = 0;
    size_t m = 0;
    struct dice d = {5};
    for (int i = 0; i < NAME_TOKENS_MAX; i++) {
        struct made_text t = {.n = 0};
        made_root(&d, &t, 2);
        n += (size_t)snprintf(same + n, sizeof same - n, "Velkorov ");
        m += (size_t)snprintf(other + m, sizeof other - m, "%s ", t.p);
    }
    check_both("48 times one word", (struct slice){same, n}, 500, 500);
    check_both("48 words", (struct slice){other, m}, 500, 500);
    check_compare("48 words with 48", (struct slice){same, n}, (struct slice){other, m}, 500);
}

static void test_slow__sixteen_names_of_48_words(void **state)
{
    (void)state;
    struct slice one = repeated("Velkorov bin Zorin a. Kim ", 300);
    char *field = ARENA_ARRAY(&keeper, char, 16 * (one.n + 1));
    for (size_t i = 0; i < 16; i++) {
        memcpy(field + i * (one.n + 1), one.p, one.n);
        field[i * (one.n + 1) + one.n] = ';';
    }
    check_both("sixteen long names", (struct slice){field, 16 * (one.n + 1)}, 1000, 5000);
}

static void test_slow__many_aliases(void **state)
{
    (void)state;
    struct entity e;
    assert_int_equal(index_entity(ix, index_find(ix, SLICE("x:many")), &keeper, &e, NULL), 0);
    assert_true(e.value_count > ALIASES / 2);
    check_search("one of 5,000 aliases", e.values[e.value_count / 2].text, 100);
    check_search("a frequent name", SLICE("Mohammed Ahmad Ibrahim"), 200);
    struct slice *names = ARENA_ARRAY(&keeper, struct slice, ALIASES);
    for (size_t i = 0; i < ALIASES; i++) {
        names[i] = e.values[i % e.value_count].text;
    }
    size_t asked = TEST_SANITIZED ? ALIASES / 20 : ALIASES;
    struct question q = {.names = names, .name_count = asked};
    struct search_options o = {0, 700, 5};
    struct answer a;
    struct arena large;
    arena_init(&large, 256 << 20);
    double before = cpu_ms();
    assert_int_equal(search_run(searcher, &q, &o, &large, &a, NULL), 0);
    check_time("a question of 5,000 names", before, 60000);
    assert_int_equal(a.hits[0].score, 1000);
    arena_release(&large);
}

/* The last one: what all of the above needed at most, index and lists included. */
static void test_slow__all_within_bounded_memory(void **state)
{
    (void)state;
    struct rusage r;
    assert_int_equal(getrusage(RUSAGE_SELF, &r), 0);
    print_message("# peak memory: %ld MB of %d\n", r.ru_maxrss / 1024, PEAK_MB);
    assert_true(TEST_SANITIZED || r.ru_maxrss / 1024 < PEAK_MB);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slow__long_names),
        cmocka_unit_test(test_slow__combining_marks),
        cmocka_unit_test(test_slow__one_letter_a_million_times),
        cmocka_unit_test(test_slow__names_of_48_words),
        cmocka_unit_test(test_slow__sixteen_names_of_48_words),
        cmocka_unit_test(test_slow__many_aliases),
        cmocka_unit_test(test_slow__all_within_bounded_memory),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
