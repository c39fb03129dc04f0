/* Offsets, markup, limits. */
#include "test.h"

#include "base/buf.h"
#include "news/news_tokens.h"
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

/* Plain words are folded in one pass, others the long way: both say the same. */
static void test_news__both_ways_fold_a_word_alike(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "La Russia vende 120 missili",
        "perché è così già là né città",
        "U.N. U.S. a.m. 3,500 12:30 2023-08-31 A1 ab12",
        "Čeněk Ångström Łódź ĳ Ørsted ß Straße œuvre",
        "dell'Iran l’Iran don't Russia's po' po’",
        "Ким Чен Ын Ёлка 김정은 a b",
        "Élan ÀÈÌ è E' \xC3\x97 x\xC3\xB7y",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        struct slice text = slice_of(TEXTS[i]);
        struct buf folded;
        struct buf found;
        buf_init(&folded, 4096);
        buf_init(&found, 4096);
        tokens_fold(text, &folded);
        assert_int_equal(news_bench_read(&bench, "2024-06-12", text), 0);
        const struct document *d = &bench.document;
        for (uint32_t k = 0; k < d->tokens.n; k++) {
            if (d->tokens.p[k].kind != TOK_SIGN) {
                buf_add_text(&found, found.n ? " " : "");
                buf_add(&found, document_key(d, k, k + 1));
            }
            if (d->tokens.p[k].word) {
                assert_ptr_equal(d->tokens.p[k].word,
                                 lexicon_first(word_hash(document_key(d, k, k + 1)),
                                               document_key(d, k, k + 1)));
            }
        }
        assert_true(slice_eq(buf_slice(&folded), buf_slice(&found)));
        buf_release(&folded);
        buf_release(&found);
    }
}

/* A first word that the lexicon knows, but in no reading that fits, once was read through NULL. */
static void test_news__a_word_without_a_reading_is_no_trouble(void **state)
{
    (void)state;
    static const char *const FORMS[] = {"Fornisca", "Venda",    "Ceda",
                                        "Marco",    "Consegni", "Esporti"};
    for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
        char text[200];
        (void)snprintf(text, sizeof text,
                       "%s Mario Rossi alla Russia e all'Iran le armi. %s. «%s Mario»: Rossi.",
                       FORMS[i], FORMS[i], FORMS[i]);
        assert_int_equal(news_bench_read(&bench, "2024-06-12", slice_of(text)), 0);
        check_spans(&bench.document);
    }
}

static bool has_entity(const struct document *d, const char *id)
{
    for (size_t i = 0; i < d->entities.n; i++) {
        if (slice_is(d->entities.p[i].id, id)) {
            return true;
        }
    }
    return false;
}

static void test_news__common_words_are_no_acronyms(void **state)
{
    (void)state;
    static const char *const ID = "org:Lashkar-e-Taiba";
    const struct document *d = &bench.document;
    assert_int_equal(
        news_bench_read(&bench, "2024-06-12",
                        SLICE("Let us see what the army of Russia will do in Iran.")),
        0);
    assert_false(has_entity(d, ID));
    assert_int_equal(
        news_bench_read(&bench, "2024-06-12", SLICE("RUSSIA WILL LET IRAN BUY IT")), 0);
    assert_false(has_entity(d, ID));
    assert_int_equal(news_bench_read(&bench, "2024-06-12",
                                     SLICE("The fighters of LeT came from Iran and Russia.")),
                     0);
    assert_true(has_entity(d, ID));
}

/* Names are compared with each other: an article with too many is refused, in words. */
static void test_news__too_many_names_are_refused(void **state)
{
    (void)state;
    struct buf text;
    struct diag diag = {0};
    buf_init(&text, 1 << 20);
    for (int i = 0; i <= ARTICLE_NAMES_MAX; i++) {
        buf_printf(&text, "Aldo Bi%c%c%cro e poi. ", 'a' + i % 26, 'a' + i / 26 % 26,
                   'a' + i / 676);
    }
    struct article a = {.text = buf_slice(&text)};
    assert_int_equal(news_read(&bench.session, &bench.document, &a, &diag), ERR_LIMIT);
    assert_true(diag.text[0] != '\0');
    buf_release(&text);
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
        cmocka_unit_test(test_news__both_ways_fold_a_word_alike),
        cmocka_unit_test(test_news__a_word_without_a_reading_is_no_trouble),
        cmocka_unit_test(test_news__common_words_are_no_acronyms),
        cmocka_unit_test(test_news__too_many_names_are_refused),
        cmocka_unit_test(test_news__sha256),
        cmocka_unit_test(test_news__the_national_council_is_not_the_united_nations),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
