/* Offsets, markup, limits. */
#include "test.h"

#include "base/buf.h"
#include "news_help.h"

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

/* Every span of the answer lies in the source and is whole UTF-8. */
static void check_spans(const struct document *d)
{
    for (size_t i = 0; i < d->mentions.n; i++) {
        struct span s =
            document_source(d, document_span(d, d->mentions.p[i].first, d->mentions.p[i].end));
        assert_true(s.start < s.end && s.end <= d->source.n);
        assert_true(((unsigned char)d->source.p[s.start] & 0xC0) != 0x80);
    }
}

static void test_news__html_spans_are_of_the_source(void **state)
{
    (void)state;
    struct slice html = SLICE("<html><head><title>Armi</title><script>var Russia = "
                              "'Iran';</script></head><body><p>La "
                              "<b>Corea</b> del&nbsp;Nord ha consegnato missili alla Russia, "
                              "perch&eacute; s&igrave;.</p></body></html>");
    assert_int_equal(news_bench_read(&bench, "2024-06-12", html), 0);
    check_spans(&bench.document);
    char line[128];
    assert_true(news_dealing_line(&bench.document, 0, line, sizeof line));
    assert_string_equal(line, "KP>RU arms delivered affirmed");
    for (size_t i = 0; i < bench.document.mentions.n; i++) {
        const struct mention *m = &bench.document.mentions.p[i];
        struct span s =
            document_source(&bench.document, document_span(&bench.document, m->first, m->end));
        struct slice t = slice_cut(html, s.start, s.end);
        assert_true(slice_is(t, "Corea</b> del&nbsp;Nord") || slice_is(t, "Russia"));
    }
}

static void test_news__bad_input_is_refused_in_words(void **state)
{
    (void)state;
    struct diag diag = {0};
    struct article a = {.text = SLICE("\xFF\xFE\x00 binary")};
    assert_int_equal(news_read(&bench.session, &bench.document, &a, &diag), ERR_TEXT);
    assert_true(diag.text[0] != '\0');
    struct buf big;
    buf_init(&big, (size_t)ARTICLE_BYTES_MAX + 100);
    while (big.n <= ARTICLE_BYTES_MAX) {
        buf_add_text(&big, "parola parola parola parola ");
    }
    a.text = buf_slice(&big);
    assert_int_equal(news_read(&bench.session, &bench.document, &a, &diag), ERR_LIMIT);
    buf_release(&big);
}

/* Long lines, deep markup, endless quotations: time stays bounded (the harness has a limit). */
static void test_news__long_and_deep_input_ends(void **state)
{
    (void)state;
    static const char *const PIECES[] = {"<div>",        "Russia e Iran ", "\"",
                                         "«a",           "Kim Jong Un, ",  "ha detto che ",
                                         "armi a Mosca "};
    for (size_t p = 0; p < COUNT_OF(PIECES); p++) {
        struct buf text;
        buf_init(&text, 1 << 22);
        buf_add_text(&text, p == 0 ? "<html>" : "");
        for (size_t i = 0; i < 20000; i++) {
            buf_add_text(&text, PIECES[p]);
        }
        assert_int_equal(news_bench_read(&bench, "2024-06-12", buf_slice(&text)), 0);
        check_spans(&bench.document);
        buf_release(&text);
    }
}

static void test_news__sha256(void **state)
{
    (void)state;
    char out[SHA256_TEXT];
    sha256_text(SLICE("abc"), out);
    assert_string_equal(out,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_news__the_national_council_is_not_the_united_nations(void **state)
{
    (void)state;
    struct slice text = SLICE("Il portavoce del Consiglio di Sicurezza Nazionale della Casa "
                              "Bianca ha detto che la Russia ha comprato missili dall'Iran.");
    assert_int_equal(news_bench_read(&bench, "2024-06-12", text), 0);
    for (size_t i = 0; i < bench.document.entities.n; i++) {
        assert_false(slice_is(bench.document.entities.p[i].id, "org:UN Security Council"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_news__html_spans_are_of_the_source),
        cmocka_unit_test(test_news__bad_input_is_refused_in_words),
        cmocka_unit_test(test_news__long_and_deep_input_ends),
        cmocka_unit_test(test_news__sha256),
        cmocka_unit_test(test_news__the_national_council_is_not_the_united_nations),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
