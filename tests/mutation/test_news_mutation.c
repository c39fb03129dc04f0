/* Swap the parties, negate, change the goods, move the date: the output changes exactly so. */
#include "test.h"

#include "base/buf.h"
#include "base/file.h"
#include "news_help.h"

struct town {
    const char *it, *en, *code;
};
static const struct town TOWNS[] = {{"Mosca", "Moscow", "RU"},
                                    {"Pyongyang", "Pyongyang", "KP"},
                                    {"Teheran", "Tehran", "IR"},
                                    {"Caracas", "Caracas", "VE"}};

struct ware {
    const char *it, *en, *class;
};
static const struct ware WARES[] = {{"missili", "missiles", "arms"},
                                    {"proiettili di artiglieria", "artillery shells", "arms"},
                                    {"grano", "wheat", "food"}};

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

static void fill(struct buf *out, struct slice template, const struct town *a,
                 const struct town *b, const struct ware *g, bool italian)
{
    for (size_t i = 0; i < template.n; i++) {
        struct slice rest = slice_cut(template, i, template.n);
        const char *word = slice_starts(rest, "{A}")   ? (italian ? a->it : a->en)
                           : slice_starts(rest, "{B}") ? (italian ? b->it : b->en)
                           : slice_starts(rest, "{G}") ? (italian ? g->it : g->en)
                                                       : NULL;
        if (word) {
            buf_add_text(out, word);
            i += 2;
        } else {
            buf_add_char(out, template.p[i]);
        }
    }
}

static unsigned check(struct slice sentence, const char *want)
{
    char line[256] = "";
    char more[256];
    assert_int_equal(news_bench_read(&bench, "2024-06-12", sentence), 0);
    bool one = news_dealing_line(&bench.document, 0, line, sizeof line) &&
               !news_dealing_line(&bench.document, 1, more, sizeof more);
    if (one && news_line_fits(slice_of(want), slice_of(line))) {
        return 0;
    }
    print_message("# %.*s: %s instead of %s\n", SLICE_ARG(sentence), line[0] ? line : "nothing",
                  want);
    return 1;
}

static unsigned run_template(struct slice line)
{
    struct slice language = slice_trim(slice_next(&line, '|'));
    struct slice stage = slice_trim(slice_next(&line, '|'));
    struct slice plain = slice_trim(slice_next(&line, '|'));
    struct slice denied = slice_trim(line);
    unsigned wrong = 0;
    struct buf text;
    buf_init(&text, 4096);
    for (size_t a = 0; a < COUNT_OF(TOWNS); a++) {
        for (size_t b = 0; b < COUNT_OF(TOWNS); b++) {
            for (size_t g = 0; a != b && g < COUNT_OF(WARES); g++) {
                char want[128];
                (void)snprintf(want, sizeof want, "%s>%s %s %.*s affirmed", TOWNS[a].code,
                               TOWNS[b].code, WARES[g].class, SLICE_ARG(stage));
                buf_reset(&text);
                fill(&text, plain, &TOWNS[a], &TOWNS[b], &WARES[g], slice_is(language, "it"));
                wrong += check(buf_slice(&text), want);
                if (slice_is(denied, "-") || !slice_is(slice_of(WARES[g].class), "arms")) {
                    continue;
                }
                (void)snprintf(want, sizeof want, "%s>%s %s * denied", TOWNS[a].code,
                               TOWNS[b].code, WARES[g].class);
                buf_reset(&text);
                fill(&text, denied, &TOWNS[a], &TOWNS[b], &WARES[g], slice_is(language, "it"));
                wrong += check(buf_slice(&text), want);
            }
        }
    }
    buf_release(&text);
    return wrong;
}

static void test_news_mutation__parties_negation_goods(void **state)
{
    (void)state;
    char path[4096];
    struct slice text = {NULL, 0};
    const char *root = getenv("VAGLIO_SOURCE_ROOT");
    assert_true(
        path_join(path, sizeof path, root ? root : ".", "tests/mutation/templates.txt"));
    assert_int_equal(file_map(path, &text, NULL), 0);
    struct slice rest = text;
    unsigned wrong = 0;
    while (rest.n) {
        struct slice line = slice_next(&rest, '\n');
        wrong += line.n && line.p[0] != '#' ? run_template(line) : 0;
    }
    file_unmap(text);
    assert_int_equal(wrong, 0);
}

static void test_news_mutation__the_date_moves_the_interval(void **state)
{
    (void)state;
    static const char *const DATES[] = {"2024-06-12", "2023-02-01"};
    static const char *const FROM[] = {"2024-05-01", "2022-05-01"};
    struct slice text = SLICE("Turkey delivered armoured vehicles to Libya in May.");
    for (size_t i = 0; i < COUNT_OF(DATES); i++) {
        char day[DAY_TEXT];
        assert_int_equal(news_bench_read(&bench, DATES[i], text), 0);
        assert_int_equal(bench.document.dealings.n, 1);
        (void)day_print(bench.document.dealings.p[0].when.from, day);
        assert_string_equal(day, FROM[i]);
    }
}

static void test_news_mutation__without_a_date_nothing_is_dated(void **state)
{
    (void)state;
    struct slice text = SLICE("Turkey delivered armoured vehicles to Libya in May.");
    assert_int_equal(news_bench_read(&bench, "", text), 0);
    assert_int_equal(bench.document.dealings.p[0].when.from, DAY_NONE);
    assert_non_null(bench.document.no_date);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_news_mutation__parties_negation_goods),
        cmocka_unit_test(test_news_mutation__the_date_moves_the_interval),
        cmocka_unit_test(test_news_mutation__without_a_date_nothing_is_dated),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
