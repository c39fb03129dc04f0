/* Check digits are tried on published numbers of real holders, named beside each, and on the
 * same numbers with one digit changed or two exchanged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/identifier.h"

static struct identifier parse(enum id_scheme scheme, const char *text)
{
    struct identifier id;
    identifier_parse(scheme, slice_of(text), &id);
    assert_int_equal(strlen(id.text), id.n);
    return id;
}

static void check_normal(enum id_scheme scheme, const char *text, const char *normal)
{
    struct identifier id = parse(scheme, text);
    assert_string_equal(id.text, normal);
    /* Normal forms stay as they are. */
    struct identifier again = parse(scheme, id.text);
    assert_string_equal(again.text, normal);
    assert_int_equal(again.check, id.check);
    assert_int_equal(again.scheme, id.scheme);
}

static void check_verdict(enum id_scheme scheme, const char *text, enum id_check expected)
{
    struct identifier id = parse(scheme, text);
    if (id.check != expected) {
        fail_msg("check of \"%s\" is %d, expected %d", text, (int)id.check, (int)expected);
    }
}

static void good(enum id_scheme scheme, const char *text)
{
    check_verdict(scheme, text, ID_CHECK_GOOD);
}

static void bad(enum id_scheme scheme, const char *text)
{
    check_verdict(scheme, text, ID_CHECK_BAD);
}

static void test_identifier__checks_inn(void **state)
{
    (void)state;
    good(ID_INN, "7707083893");   /* Sberbank */
    good(ID_INN, "7736050003");   /* Gazprom */
    good(ID_INN, "7702070139");   /* VTB */
    good(ID_INN, "500100732259"); /* the tax service's example of a person */
    bad(ID_INN, "7707083894");
    bad(ID_INN, "7770083893");
    bad(ID_INN, "500100732258");
    bad(ID_INN, "500100732269");
    bad(ID_INN, "0000000000");
    bad(ID_INN, "770708389");
    bad(ID_INN, "77070838931");
    bad(ID_INN, "770708389A");
}

static void test_identifier__checks_ogrn(void **state)
{
    (void)state;
    good(ID_OGRN, "1027700132195");   /* Sberbank */
    good(ID_OGRN, "1027700070518");   /* Gazprom */
    good(ID_OGRN, "1027739609391");   /* VTB */
    good(ID_OGRN, "304500116000157"); /* a sole trader, the tax service's example */
    bad(ID_OGRN, "1027700132194");
    bad(ID_OGRN, "1027700123195");
    bad(ID_OGRN, "304500116000158");
    bad(ID_OGRN, "0000000000000");
    bad(ID_OGRN, "102770013219");
    bad(ID_OGRN, "10277001321955");
}

static void test_identifier__checks_lei(void **state)
{
    (void)state;
    good(ID_LEI, "5493001KJTIIGC8Y1R12"); /* Bloomberg */
    good(ID_LEI, "HWUPKR0MPOU8FGXBT394"); /* Apple */
    good(ID_LEI, "506700GE1G29325QX363"); /* the Global LEI Foundation */
    good(ID_LEI, "5493 001k jtii gc8y 1r12");
    bad(ID_LEI, "5493001KJTIIGC8Y1R13");
    bad(ID_LEI, "5493001KJTIIGC8Y1R21");
    bad(ID_LEI, "5493001KJTIIGC8Y1R1");
    bad(ID_LEI, "5493001KJTIIGC8Y1RAB");
    bad(ID_LEI, "5493001KJTIIGC8Ý1ß12");
}

static void test_identifier__checks_imo(void **state)
{
    (void)state;
    good(ID_IMO, "9074729"); /* the example of the International Maritime Organization */
    good(ID_IMO, "9187629");
    good(ID_IMO, "9083330");
    good(ID_IMO, "0555641"); /* a company on OFAC's list */
    good(ID_IMO, "1142781"); /* another */
    bad(ID_IMO, "9074728");
    bad(ID_IMO, "9187639");
    bad(ID_IMO, "0000000");
    bad(ID_IMO, "907472");
    bad(ID_IMO, "90747290");
    bad(ID_IMO, "907472X");
}

static void test_identifier__checks_isin(void **state)
{
    (void)state;
    good(ID_ISIN, "US0378331005"); /* Apple */
    good(ID_ISIN, "AU0000XVGZA3"); /* Treasury Corporation of Victoria */
    good(ID_ISIN, "GB0002634946"); /* BAE Systems */
    good(ID_ISIN, "RU0009029540"); /* Sberbank */
    good(ID_ISIN, "us-037833100-5");
    bad(ID_ISIN, "US0373831005"); /* two digits exchanged */
    bad(ID_ISIN, "US0378331006");
    bad(ID_ISIN, "US037833100");
    bad(ID_ISIN, "120378331005");
    bad(ID_ISIN, "US03783310055");
}

static void test_identifier__checks_form_of_bic(void **state)
{
    (void)state;
    good(ID_BIC, "DEUTDEFF");
    good(ID_BIC, "DEUTDEFF500");
    good(ID_BIC, "SABRRUMM");
    good(ID_BIC, "BICFGNGX"); /* begins with a label, but is one word */
    bad(ID_BIC, "DEUTDEF");
    bad(ID_BIC, "DEUTDEFF50");
    bad(ID_BIC, "DEUT99FF");
    check_normal(ID_BIC, "sabr ru mm xxx", "SABRRUMM");
    check_normal(ID_BIC, "SWIFT/BIC: SABRRUMM", "SABRRUMM");
    check_normal(ID_BIC, "BICFGNGX", "BICFGNGX");
}

static void test_identifier__checks_form_of_mmsi(void **state)
{
    (void)state;
    good(ID_MMSI, "273353730");
    good(ID_MMSI, "MMSI 273353730");
    check_verdict(ID_MMSI, "002320001", ID_CHECK_NONE); /* a coast station */
    bad(ID_MMSI, "27335373");
    bad(ID_MMSI, "2733537300");
    bad(ID_MMSI, "27335373A");
}

static void test_identifier__checks_form_of_un_reference(void **state)
{
    (void)state;
    good(ID_UN, "QDi.335");
    good(ID_UN, "KPe.001");
    check_normal(ID_UN, " QDi.335 ", "QDI335");
    check_verdict(ID_UN, "QI.A.12.01", ID_CHECK_NONE);
}

static void test_identifier__checks_form_of_wallets(void **state)
{
    (void)state;
    good(ID_WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"); /* the first block's */
    good(ID_WALLET, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy");
    bad(ID_WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a"); /* no zero in base58 */
    bad(ID_WALLET, "1A1zP1eP5QGefi2DM");
    good(ID_WALLET, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"); /* BIP 173 */
    good(ID_WALLET, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4");
    good(ID_WALLET, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0");
    bad(ID_WALLET, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3tb");  /* no b in bech32 */
    bad(ID_WALLET, "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");  /* mixed case */
    good(ID_WALLET, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"); /* EIP-55 */
    bad(ID_WALLET, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe");
    bad(ID_WALLET, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg");
    good(ID_WALLET, "TFdTr9C3BqQrzKBXqSxJfAZFTh8UwBAfSg");  /* Tron */
    good(ID_WALLET, "t1g7wowvQ8gn2v8jrU1biyJ26sieNqNsBJy"); /* Zcash */
    good(ID_WALLET, "bitcoincash:qpm2qsznhks23z7629mms6s5cwef74vcwvy22gdx6a");
    check_verdict(ID_WALLET, "unknown", ID_CHECK_NONE);
}

static void test_identifier__keeps_case_only_where_it_has_meaning(void **state)
{
    (void)state;
    check_normal(ID_WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                 "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    check_normal(ID_WALLET, "XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                 "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    check_normal(ID_WALLET, "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                 "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    check_normal(ID_WALLET, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                 "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    check_normal(ID_WALLET, "0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                 "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    check_normal(ID_WALLET, "1A1zP1eP5QGefi2D MPTfTL5SLmv7DivfNa",
                 "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
}

static void test_identifier__normal_form_has_letters_and_digits_only(void **state)
{
    (void)state;
    check_normal(ID_TAIL, "EP-MNF", "EPMNF");
    check_normal(ID_TAIL, "ep mnf", "EPMNF");
    check_normal(ID_TAIL, "YV-2726", "YV2726");
    check_normal(ID_CALL_SIGN, "T2EA4", "T2EA4");
    check_normal(ID_PASSPORT, "a 123-456.7", "A1234567");
    check_normal(ID_PASSPORT, "Passport No. A1234567", "A1234567");
    check_normal(ID_PASSPORT, "75 № 1234567", "75NO1234567");
    check_normal(ID_PASSPORT, "мс 1234567", "МС1234567");
    check_normal(ID_PASSPORT, "\xef\xbc\xa1\xef\xbc\x91\xef\xbc\x92", "A12"); /* full width */
    check_normal(ID_PASSPORT,
                 "A\xc2\xa0"
                 "12\xe2\x80\x93"
                 "34",
                 "A1234");
    check_normal(ID_TAX, "12-3456789", "123456789");
    check_normal(ID_OTHER, "  ", "");
    check_normal(ID_OTHER, "-.-", "");
}

static void test_identifier__loses_the_words_in_front(void **state)
{
    (void)state;
    check_normal(ID_IMO, "IMO 9187629", "9187629");
    check_normal(ID_IMO, "IMO9187629", "9187629");
    check_normal(ID_IMO, "imo: 9187629", "9187629");
    check_normal(ID_IMO, "IMO number 9187629", "9187629");
    check_normal(ID_IMO, "Vessel Registration Identification IMO 9187629", "9187629");
    check_normal(ID_INN, "INN 7707083893", "7707083893");
    check_normal(ID_INN, "ИНН 7707083893", "7707083893");
    check_normal(ID_INN, "инн7707083893", "7707083893");
    check_normal(ID_OGRN, "OGRN: 1027700132195", "1027700132195");
    check_normal(ID_LEI, "LEI code 5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12");
    check_normal(ID_ISIN, "ISIN US0378331005", "US0378331005");
    check_normal(ID_IMO, "IMO", "IMO");
}

static void check_shown(enum id_scheme given, const char *text, enum id_scheme shown)
{
    struct identifier id = parse(given, text);
    if (id.scheme != shown) {
        fail_msg("\"%s\" is taken for %s, expected %s", text, id_scheme_name(id.scheme),
                 id_scheme_name(shown));
    }
}

static void test_identifier__plain_numbers_may_show_their_scheme(void **state)
{
    (void)state;
    check_shown(ID_REGISTRATION, "1027700132195", ID_OGRN);
    check_shown(ID_NATIONAL, "304500116000157", ID_OGRN);
    check_shown(ID_TAX, "500100732259", ID_INN);
    check_shown(ID_OTHER, "5493001KJTIIGC8Y1R12", ID_LEI);
    check_shown(ID_NATIONAL, "IMO 9187629", ID_IMO);
    check_shown(ID_TAX, "INN 7707083893", ID_INN);
    /* One check digit alone is chance in one of ten: without the word it stays what it was. */
    check_shown(ID_TAX, "7707083893", ID_TAX);
    check_shown(ID_NATIONAL, "9187629", ID_NATIONAL);
    check_shown(ID_REGISTRATION, "1027700132194", ID_REGISTRATION);
    check_shown(ID_OTHER, "IMO 9187628", ID_OTHER);
    /* A scheme that is given is not doubted. */
    check_shown(ID_PASSPORT, "500100732259", ID_PASSPORT);
    check_shown(ID_OGRN, "1", ID_OGRN);
}

static void test_identifier__too_long_is_nothing(void **state)
{
    (void)state;
    char text[400];
    memset(text, '7', sizeof text);
    for (enum id_scheme s = ID_OTHER; s < ID_SCHEMES; s++) {
        struct identifier id;
        identifier_parse(s, (struct slice){text, ID_TEXT_MAX}, &id);
        assert_int_equal(id.n, 0);
        assert_string_equal(id.text, "");
        assert_int_equal(id.check, ID_CHECK_NONE);
        assert_false(identifier_is_strong(&id));
        identifier_parse(s, (struct slice){text, ID_TEXT_MAX - 1}, &id);
        assert_int_equal(id.n, ID_TEXT_MAX - 1);
        identifier_parse(s, (struct slice){NULL, 0}, &id);
        assert_int_equal(id.n, 0);
    }
}

static void test_identifier__strong_needs_a_check_that_holds(void **state)
{
    (void)state;
    struct {
        enum id_scheme scheme;
        const char *text;
        bool strong;
    } cases[] = {
        {ID_IMO, "9187629", true},
        {ID_IMO, "9187628", false},
        {ID_LEI, "5493001KJTIIGC8Y1R12", true},
        {ID_LEI, "5493001KJTIIGC8Y1R13", false},
        {ID_INN, "7707083893", true},
        {ID_OGRN, "1027700132195", true},
        {ID_UN, "QDi.335", true},
        {ID_UN, "QI.A.12.01", false},
        {ID_WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true},
        {ID_WALLET, "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320", true},
        {ID_WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", false},
        {ID_WALLET, "unknown", false},
        {ID_PASSPORT, "A1234567", false}, /* only together with the issuing country */
        {ID_NATIONAL, "123456789", false},
        {ID_MMSI, "273353730", false}, /* handed on with the flag */
        {ID_TAIL, "EP-MNF", false},
        {ID_BIC, "SABRRUMM", false}, /* customers give their bank's */
        {ID_OTHER, "123456789", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct identifier id = parse(cases[i].scheme, cases[i].text);
        if (identifier_is_strong(&id) != cases[i].strong) {
            fail_msg("\"%s\" must%s be strong", cases[i].text, cases[i].strong ? "" : " not");
        }
    }
}

static void test_identifier__schemes_of_properties(void **state)
{
    (void)state;
    assert_int_equal(id_scheme_of(PROP_PASSPORT_NUMBER), ID_PASSPORT);
    assert_int_equal(id_scheme_of(PROP_INN_CODE), ID_INN);
    assert_int_equal(id_scheme_of(PROP_IMO_NUMBER), ID_IMO);
    assert_int_equal(id_scheme_of(PROP_PUBLIC_KEY), ID_WALLET);
    assert_int_equal(id_scheme_of(PROP_NAME), ID_OTHER);
    for (enum id_scheme s = ID_OTHER; s < ID_SCHEMES; s++) {
        assert_non_null(id_scheme_name(s));
        bool single = s == ID_IMO || s == ID_LEI || s == ID_INN || s == ID_OGRN;
        assert_int_equal(id_scheme_is_single(s), single);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_identifier__checks_inn),
        cmocka_unit_test(test_identifier__checks_ogrn),
        cmocka_unit_test(test_identifier__checks_lei),
        cmocka_unit_test(test_identifier__checks_imo),
        cmocka_unit_test(test_identifier__checks_isin),
        cmocka_unit_test(test_identifier__checks_form_of_bic),
        cmocka_unit_test(test_identifier__checks_form_of_mmsi),
        cmocka_unit_test(test_identifier__checks_form_of_un_reference),
        cmocka_unit_test(test_identifier__checks_form_of_wallets),
        cmocka_unit_test(test_identifier__keeps_case_only_where_it_has_meaning),
        cmocka_unit_test(test_identifier__normal_form_has_letters_and_digits_only),
        cmocka_unit_test(test_identifier__loses_the_words_in_front),
        cmocka_unit_test(test_identifier__plain_numbers_may_show_their_scheme),
        cmocka_unit_test(test_identifier__too_long_is_nothing),
        cmocka_unit_test(test_identifier__strong_needs_a_check_that_holds),
        cmocka_unit_test(test_identifier__schemes_of_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
