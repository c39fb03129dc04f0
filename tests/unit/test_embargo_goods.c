/*
 * Goods: words of six languages, inflected; codes; the unknown.
 */
#include "test.h"

#include "embargo/embargo.h"

static int begin(void **state)
{
    struct diag diag = {.code = 0};
    struct embargo *e = NULL;
    int result = embargo_open(NULL, &e, &diag);
    *state = e;
    return result;
}

static int end(void **state)
{
    embargo_close(*state);
    return 0;
}

struct expected {
    const char *text;
    enum goods_class class;
    const char *item;
    const char *category;
    const char *word;
};

static void check(void **state, const struct expected *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct expected *x = &cases[i];
        struct goods g;
        bool found = goods_classify(embargo_goods(*state), slice_of(x->text), &g);
        if (g.class != x->class || !slice_is(g.item, x->item) || !slice_is(g.word, x->word)) {
            print_message("# %s: %s, %.*s, '%.*s'\n", x->text, goods_class_word(g.class),
                          SLICE_ARG(g.item), SLICE_ARG(g.word));
        }
        assert_int_equal(found, x->class != GOODS_UNKNOWN);
        assert_int_equal(g.class, x->class);
        assert_true(slice_is(g.item, x->item));
        assert_true(slice_is(g.category, x->category));
        assert_true(slice_is(g.word, x->word));
    }
}

static void test_classify__knows_words_of_each_language(void **state)
{
    static const struct expected CASES[] = {
        {"artillery shells", GOODS_ARMS, "artillery ammunition", "ML3", "artillery shells"},
        {"Proiettili d'artiglieria", GOODS_ARMS, "artillery ammunition", "ML3",
         "Proiettili d'artiglieria"},
        {"proiettile d’artiglieria", GOODS_ARMS, "artillery ammunition", "ML3",
         "proiettile d’artiglieria"},
        {"circa 6.700 container di munizioni", GOODS_ARMS, "ammunition", "ML3", "munizioni"},
        {"des obus d'artillerie", GOODS_ARMS, "artillery ammunition", "ML3",
         "obus d'artillerie"},
        {"missiles balistiques à courte portée", GOODS_ARMS, "ballistic missiles", "ML4",
         "missiles balistiques à courte portée"},
        {"misil balistico", GOODS_ARMS, "ballistic missiles", "ML4", "misil balistico"},
        {"misiles balísticos", GOODS_ARMS, "ballistic missiles", "ML4", "misiles balísticos"},
        {"sechs CNC-Drehmaschinen", GOODS_DUAL_USE, "machine tools", "", "CNC-Drehmaschinen"},
        {"schwere Artilleriegeschosse", GOODS_ARMS, "artillery ammunition", "ML3",
         "Artilleriegeschosse"},
        {"48 истребителей Су-35", GOODS_ARMS, "combat aircraft", "ML10", "Су-35"},
        {"баллистических ракет", GOODS_ARMS, "ballistic missiles", "ML4",
         "баллистических ракет"},
        {"БАЛЛИСТИЧЕСКАЯ РАКЕТА", GOODS_ARMS, "ballistic missiles", "ML4",
         "БАЛЛИСТИЧЕСКАЯ РАКЕТА"},
        {"carburante per i jet", GOODS_OIL, "aviation fuel", "", "carburante per i jet"},
        {"benzina e gasolio", GOODS_OIL, "refined petroleum", "", "benzina"},
        {"farina e mais", GOODS_FOOD, "grain", "", "farina"},
        {"beni di lusso", GOODS_LUXURY, "luxury goods", "", "beni di lusso"},
        {"tecnologie missilistiche", GOODS_TECHNOLOGY, "missile technology", "ML22",
         "tecnologie missilistiche"},
        {"aiuti economici", GOODS_MONEY, "money", "", "aiuti economici"},
        {"commercial aircraft", GOODS_OTHER, "civil aircraft", "", "commercial aircraft"},
    };
    check(state, CASES, COUNT_OF(CASES));
}

static void test_classify__prefers_the_longest_phrase_and_the_strictest_class(void **state)
{
    static const struct expected CASES[] = {
        {"anti-tank missiles", GOODS_ARMS, "anti-tank weapons", "ML2", "anti-tank missiles"},
        {"missile fuel", GOODS_DUAL_USE, "carbon fibre and missile materials", "",
         "missile fuel"},
        {"grain and rifles", GOODS_ARMS, "rifles", "ML1", "rifles"},
        {"food aid, fuel", GOODS_OIL, "refined petroleum", "", "fuel"},
    };
    check(state, CASES, COUNT_OF(CASES));
}

static void test_classify__reads_codes(void **state)
{
    static const struct expected CASES[] = {
        {"HS 9306", GOODS_ARMS, "", "", "HS 9306"},
        {"9306.30", GOODS_ARMS, "", "", "9306.30"},
        {"8710", GOODS_ARMS, "", "ML6", "8710"},
        {"8906", GOODS_ARMS, "warships", "ML9", "8906"},
        {"hs 93", GOODS_ARMS, "", "", "hs 93"},
        {"8542.31", GOODS_DUAL_USE, "", "", "8542.31"},
        {"271012", GOODS_OIL, "", "", "271012"},
        {"HS 8457", GOODS_DUAL_USE, "", "", "HS 8457"},
        {"6402", GOODS_OTHER, "", "", "6402"},
        {"ML3", GOODS_ARMS, "", "ML3", "ML3"},
        {"ml 10", GOODS_ARMS, "", "ML10", "ml 10"},
        {"ML22", GOODS_TECHNOLOGY, "", "ML22", "ML22"},
        {"dual_use", GOODS_DUAL_USE, "", "", "dual_use"},
        {" arms ", GOODS_ARMS, "", "", "arms"},
    };
    check(state, CASES, COUNT_OF(CASES));
}

static void test_classify__takes_of_a_code_only_what_its_rows_agree_on(void **state)
{
    struct goods g;
    assert_true(goods_classify(embargo_goods(*state), SLICE("8802"), &g));
    assert_int_equal(g.class, GOODS_UNKNOWN); /* fighters and airliners share it */
    assert_true(slice_is(g.headings, "8802"));
    assert_true(goods_classify(embargo_goods(*state), SLICE("9306"), &g));
    assert_int_equal(g.kind_bits, 0); /* cartridges and shells share it */
}

static void test_classify__leaves_the_unknown_unclassified(void **state)
{
    static const struct expected CASES[] = {
        {"", GOODS_UNKNOWN, "", "", ""},
        {"widgets", GOODS_UNKNOWN, "", "", ""},
        {"several hundred containers", GOODS_UNKNOWN, "", "", ""},
        {"ML23", GOODS_UNKNOWN, "", "", ""},
        {"ML0", GOODS_UNKNOWN, "", "", ""},
        {"17", GOODS_UNKNOWN, "", "", ""},
        {"\xff\xfe", GOODS_UNKNOWN, "", "", ""},
        {"disarmament", GOODS_UNKNOWN, "", "", ""},
    };
    check(state, CASES, COUNT_OF(CASES));
}

static void test_classify__stands_long_texts(void **state)
{
    static char text[60000];
    struct goods g;
    for (size_t i = 0; i + 2 < sizeof text; i += 2) {
        memcpy(text + i, "x ", 2);
    }
    struct slice s = {text, sizeof text - 2};
    assert_false(goods_classify(embargo_goods(*state), s, &g));
    memcpy(text + 100, " rifles ", 8);
    assert_true(goods_classify(embargo_goods(*state), s, &g));
    memset(text, 0xEF, sizeof text);
    assert_false(goods_classify(embargo_goods(*state), s, &g));
}

struct seen {
    const struct goods_words *words;
    size_t n;
    size_t other_row; /* forms that an earlier row of the table has, too */
    bool steppe;      /* "carri armati" came */
    bool russian;     /* "баллистических ракет" came */
};

static void see(void *context, const struct goods_form *f)
{
    struct seen *s = context;
    struct goods g;
    s->n++;
    assert_true(f->text.n > 0);
    assert_int_equal(strlen(f->language), 2);
    assert_true(goods_classify(s->words, f->text, &g));
    s->other_row += !slice_eq(g.item, f->goods.item);
    s->steppe = s->steppe || slice_is(f->text, "carri armati");
    s->russian = s->russian || slice_is(f->text, "баллистических ракет");
    assert_false(slice_is(f->text, "carri armato"));
}

static void test_each__tells_every_form_and_each_is_classified(void **state)
{
    struct seen s = {.words = embargo_goods(*state)};
    goods_each(s.words, see, &s);
    assert_true(s.n > 4000);
    assert_true(s.steppe);
    assert_true(s.russian);
    assert_true(s.other_row < 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classify__knows_words_of_each_language),
        cmocka_unit_test(test_classify__prefers_the_longest_phrase_and_the_strictest_class),
        cmocka_unit_test(test_classify__reads_codes),
        cmocka_unit_test(test_classify__takes_of_a_code_only_what_its_rows_agree_on),
        cmocka_unit_test(test_classify__leaves_the_unknown_unclassified),
        cmocka_unit_test(test_classify__stands_long_texts),
        cmocka_unit_test(test_each__tells_every_form_and_each_is_classified),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
