/* A folded name cut into words: joins, breaks, scripts, look-alikes. */
#include "test.h"

#include "text/words.h"

enum { MOST = 8 };

struct cut_up {
    struct arena arena;
    struct word words[MOST];
    size_t n;
    bool cut;
};

static void cut_up(struct cut_up *c, const char *text)
{
    struct folded f;
    arena_init(&c->arena, 1 << 20);
    assert_int_equal(fold_text(&c->arena, slice_of(text), &f, NULL), 0);
    c->n = words_of(&c->arena, &f, c->words, MOST, &c->cut);
}

static struct slice word_text(const struct word *w, char out[100])
{
    size_t n = 0;
    for (size_t i = 0; i < w->n && n + 4 < 100; i++) {
        n += utf8_put(w->cp[i], out + n);
    }
    return (struct slice){out, n};
}

/* `expected` are the words with a blank between them. */
static void check_words(const char *text, const char *expected)
{
    struct cut_up c;
    cut_up(&c, text);
    char joined[400];
    size_t n = 0;
    for (size_t i = 0; i < c.n; i++) {
        char one[100];
        struct slice w = word_text(&c.words[i], one);
        if (i > 0) {
            joined[n++] = ' ';
        }
        memcpy(joined + n, w.p, w.n);
        n += w.n;
    }
    check_slice((struct slice){joined, n}, expected);
    arena_release(&c.arena);
}

static void test_words__splits_hyphens_and_signs(void **state)
{
    (void)state;
    check_words("Jean-Pierre", "jean pierre");
    check_words("a.b,c;d/e_f", "a b c d e f");
    check_words("  Anna   Lis  ", "anna lis");
    check_words("X\u2010Y\u2014Z", "x y z");
    check_words("Petrel #7 (new)", "petrel 7 new");
    check_words("...", "");
    check_words("", "");
}

static void test_words__joins_apostrophes(void **state)
{
    (void)state;
    check_words("O'Hara D\u2019Arcy Nu\u02BBman Ma`ruf", "ohara darcy numan maruf");
    check_words("'Isa \u02BFAli'", "isa ali");
    check_words("' '", "");
}

static void test_words__part_around_han_and_hangul(void **state)
{
    (void)state;
    check_words("ABC张伟", "abc 张伟");
    check_words("张伟ABC", "张伟 abc");
    check_words("김철수金哲洙", "김철수 金哲洙");
    check_words("张3", "张3"); /* a digit goes with any script */
    check_words("Orlov2", "orlov2");
}

static void test_words__puts_look_alikes_right(void **state)
{
    (void)state;
    check_words("\u0420utin", "putin");                                    /* Cyrillic Er */
    check_words("Petr\u043Ev", "petrov");                                  /* Cyrillic o */
    check_words("\u0428ap\u043E\u0432", "\u0448\u0430\u0440\u043E\u0432"); /* Latin a, p */
    check_words("\u0421\u043E\u0441\u043E", "\u0441\u043E\u0441\u043E");
    struct cut_up c;
    cut_up(&c, "P\u0435ter \u0428\u0430\u0440\u043E\u0432");
    assert_int_equal(c.words[0].script, SCRIPT_LATIN);
    assert_int_equal(c.words[1].script, SCRIPT_CYRILLIC);
    arena_release(&c.arena);
}

static void test_words__spell_out_the_ampersand(void **state)
{
    (void)state;
    struct cut_up c;
    cut_up(&c, "Hinds&Crowther & Co");
    assert_int_equal(c.n, 5);
    assert_true(c.words[1].ampersand && c.words[3].ampersand);
    assert_false(c.words[0].ampersand || c.words[4].ampersand);
    arena_release(&c.arena);
    check_words("Hinds&Crowther & Co", "hinds and crowther and co");
}

static void test_words__remember_comma_and_full_stop(void **state)
{
    (void)state;
    struct cut_up c;
    cut_up(&c, "Zorin, P. Jr");
    assert_int_equal(c.n, 3);
    assert_false(c.words[0].after_comma);
    assert_true(c.words[1].after_comma && c.words[2].after_comma);
    assert_true(c.words[1].before_dot);
    assert_false(c.words[0].before_dot || c.words[2].before_dot);
    arena_release(&c.arena);
    cut_up(&c, ", Zorin P"); /* a comma in front of everything means nothing */
    assert_false(c.words[0].after_comma || c.words[1].after_comma);
    arena_release(&c.arena);
    cut_up(&c, "\u0632\u0648\u0631\u064A\u0646\u060C \u0628"); /* Arabic comma */
    assert_true(c.words[1].after_comma);
    arena_release(&c.arena);
}

static void test_words__know_their_script(void **state)
{
    (void)state;
    struct cut_up c;
    cut_up(&c, "Anna Анна Άννα 安娜 안나 アンナ آنا 77");
    static const enum script EXPECTED[MOST] = {SCRIPT_LATIN,  SCRIPT_CYRILLIC, SCRIPT_GREEK,
                                               SCRIPT_HAN,    SCRIPT_HANGUL,   SCRIPT_KANA,
                                               SCRIPT_ARABIC, SCRIPT_COMMON};
    assert_int_equal(c.n, MOST);
    for (size_t i = 0; i < MOST; i++) {
        assert_int_equal(c.words[i].script, EXPECTED[i]);
    }
    arena_release(&c.arena);
}

static void test_words__say_when_there_are_more(void **state)
{
    (void)state;
    struct cut_up c;
    cut_up(&c, "a b c d e f g h");
    assert_int_equal(c.n, MOST);
    assert_false(c.cut);
    arena_release(&c.arena);
    cut_up(&c, "a b c d e f g h i");
    assert_int_equal(c.n, MOST);
    assert_true(c.cut);
    arena_release(&c.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words__splits_hyphens_and_signs),
        cmocka_unit_test(test_words__joins_apostrophes),
        cmocka_unit_test(test_words__part_around_han_and_hangul),
        cmocka_unit_test(test_words__puts_look_alikes_right),
        cmocka_unit_test(test_words__spell_out_the_ampersand),
        cmocka_unit_test(test_words__remember_comma_and_full_stop),
        cmocka_unit_test(test_words__know_their_script),
        cmocka_unit_test(test_words__say_when_there_are_more),
    };
    return RUN_TESTS(tests);
}
