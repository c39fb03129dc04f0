/*
 * Articles that cost too much where code is careless: long ones, of one kind of thing throughout.
 *
 * What is looked up for each token or statement must not be looked for among all others.  The
 * limit is some five times what is needed, in processor time, as in test_slow.c.
 */
#include "test.h"

#include "news_help.h"

enum { BYTES = 2000000, LIMIT_MS = 5000, MARGIN = TEST_SANITIZED ? 30 : 1 };

static const char *const REPEATED[] = {
    "On 12 May 2023 he left. ",
    "three weeks ago yesterday last year next month in 2020 ",
    "On 12 May 2023 Russia delivered tanks to Iran, three weeks ago. ",
    "Il 12 maggio 2023 la Russia ha consegnato missili alla Siria, ha detto il ministro. ",
    "Iran said that Russia sold tanks to Syria. Syria denied it, the same source said. ",
    "said that ",
    "He said he met him. ",
    "\" said ",
    "\xe2\x80\x9c",
    "a, ",
    "\n\na",
    "\n\nin May",
};

static struct news_bench bench;

static int open_bench(void **state)
{
    (void)state;
    return news_bench_open(&bench);
}

static int close_bench(void **state)
{
    (void)state;
    news_bench_close(&bench);
    return 0;
}

/* The beginning lets it through the gate. */
static void fill(struct buf *text, const char *piece)
{
    buf_reset(text);
    buf_add_text(text, "Rome\n\nRussia sold missiles to North Korea on 3 March 2023.\n\n");
    while (text->n + strlen(piece) < BYTES) {
        buf_add_text(text, piece);
    }
}

static void test_slow_news__long_articles(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, (size_t)2 * BYTES);
    for (size_t i = 0; i < sizeof REPEATED / sizeof *REPEATED; i++) {
        fill(&text, REPEATED[i]);
        double before = cpu_ms();
        int result = news_bench_read(&bench, "2024-05-03", buf_slice(&text));
        double took = cpu_ms() - before;
        print_message("# text %zu: %.0f ms of %d\n", i, took, LIMIT_MS * MARGIN);
        assert_true(result == 0 || result == ERR_LIMIT);
        assert_true(took < LIMIT_MS * MARGIN);
    }
    assert_false(buf_failed(&text));
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slow_news__long_articles),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
