/* The Canadian consolidated list. */
#include "test.h"

#include "lists/readers.h"
#include "lists_help.h"

#define RECORD(fields) "<record>" fields "<DateOfListing>2022-02-28</DateOfListing></record>\n"
#define PERSON                                                                                      \
    RECORD("<Country>Russia / Russie</Country><LastName>PUTNIK\xc2\xa0</LastName>"                  \
           "<GivenName>Ivan Petrovich </GivenName><Aliases>Иван Путник; POUTNIK, Vanya; " \
           "Russian: Иван Петрович</Aliases>"                                           \
           "<DateOfBirthOrShipBuildDate>1952 or 1953-04-05</DateOfBirthOrShipBuildDate>"            \
           "<TitleOrShip>Major General/major-général</TitleOrShip>"                               \
           "<Schedule>1, Part 1</Schedule><Item>9001</Item>")
#define FIRM                                                                                   \
    RECORD("<Country>Guatemala</Country><EntityOrShip>Acme Navy/Force\nnavale Acme (also "     \
           "known as Old\nAcme, JSC and Old Acme Works)</EntityOrShip>"                        \
           "<Aliases>Акме, АО, Acme Institute of Culture, Sports and Tourism</Aliases>"  \
           "<Item>1</Item>")
#define SHIP                                                                                   \
    RECORD("<Country>Russia / Russie</Country><EntityOrShip>Ship 3</EntityOrShip>"             \
           "<ShipIMONumber>9187629</ShipIMONumber><TitleOrShip>Oil Tanker</TitleOrShip>"       \
           "<DateOfBirthOrShipBuildDate>2003</DateOfBirthOrShipBuildDate>"                     \
           "<Schedule>1.1</Schedule><Item>2</Item>")
#define FAULTY                                                                                 \
    RECORD("<Country>Iran</Country><LastName>No Item</LastName>")                              \
    RECORD("<Country>Iran</Country><Item>7</Item><Shoe>44</Shoe>")
#define LIST                                                                                   \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data-set>" PERSON FIRM SHIP FAULTY           \
    "</data-set>"

static void read_list(struct list_case *c, struct slice bytes, int expected)
{
    list_case_begin(c);
    list_case_file(c, "xml", bytes);
    assert_int_equal(list_case_read(c, &CA_SEMA, "ca"), expected);
}

static void check_lines(const char *const *lines, size_t n)
{
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(&c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c.said.n, c.said.p);
        }
    }
    list_case_end(&c);
}

static void test_ca__reads_a_person(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ca:Russia/1, Part 1/9001|Person|name|Ivan Petrovich PUTNIK|",
        "ca:Russia/1, Part 1/9001|Person|firstName|Ivan Petrovich|",
        "ca:Russia/1, Part 1/9001|Person|lastName|PUTNIK|",
        "ca:Russia/1, Part 1/9001|Person|alias|Иван Путник|",
        "ca:Russia/1, Part 1/9001|Person|alias|POUTNIK, Vanya|",
        "ca:Russia/1, Part 1/9001|Person|alias|Иван Петрович|Russian",
        "ca:Russia/1, Part 1/9001|Person|birthDate|1952|",
        "ca:Russia/1, Part 1/9001|Person|birthDate|1953-04-05|",
        "ca:Russia/1, Part 1/9001|Person|title|Major General|",
        "ca:Russia/1, Part 1/9001|Person|title|major-général|",
        "ca:Russia/1, Part 1/9001|Person|programId|Russia|",
        "ca:Russia/1, Part 1/9001|Person|measures|asset_freeze|",
        "ca:Russia/1, Part 1/9001/sanction|Sanction|program|Russia / Russie|",
        "ca:Russia/1, Part 1/9001/sanction|Sanction|listingDate|2022-02-28|",
        "ca:Russia/1, Part 1/9001/sanction|Sanction|provisions|Schedule 1, Part 1, item 9001|",
    };
    check_lines(LINES, COUNT_OF(LINES));
}

static void test_ca__reads_firms_and_ships(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ca:Guatemala//1|Organization|name|Acme Navy|",
        "ca:Guatemala//1|Organization|alias|Force navale Acme|",
        "ca:Guatemala//1|Organization|alias|Old Acme, JSC|",
        "ca:Guatemala//1|Organization|alias|Old Acme Works|",
        "ca:Guatemala//1|Organization|alias|Акме, АО|",
        "ca:Guatemala//1/sanction|Sanction|provisions|item 1|",
        "ca:Russia/1.1/2|Vessel|imoNumber|9187629|",
        "ca:Russia/1.1/2|Vessel|type|Oil Tanker|",
        "ca:Russia/1.1/2|Vessel|buildDate|2003|",
        "ca:Russia/1.1/2|Vessel|measures|shipping|",
    };
    check_lines(LINES, COUNT_OF(LINES));
}

static void test_ca__refuses_records_without_number_or_name(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, SLICE(LIST), 0);
    assert_true(list_case_says(&c, "!refused|no_id|*"));
    assert_true(list_case_says(&c, "!refused|no_name|*"));
    assert_true(list_case_says(&c, "!unmapped|element|*"));
    assert_int_equal(c.snap.counts.records, 5);
    assert_int_equal(c.snap.counts.read, 3);
    list_case_end(&c);
}

/* One text of other names, and what becomes of it, for a person Sergey SALYAEV and for a firm. */
static void test_ca__takes_other_names_apart(void **state)
{
    (void)state;
    static const struct {
        bool person;
        const char *text;
        const char *lines[4];
    } CASES[] = {
        {true, "Sergei", {"weakAlias|Sergei"}},
        {true, "Batya, Kazak", {"weakAlias|Batya", "weakAlias|Kazak"}},
        {true, "A. Salya / Б. Саля", {"alias|A. Salya", "alias|Б. Саля"}},
        {true, "Vlad Salya or Vlad Salja and V. S", {"alias|Vlad Salya", "alias|V. S"}},
        {true, "Ann Ax and and Bo Bx", {"alias|Ann Ax", "alias|Bo Bx"}},
        {false, "Banco, LLC; ПАО, Банко", {"alias|Banco, LLC", "alias|ПАО, Банко"}},
        {false, "Культуры, спорта и мира", {"alias|Культуры, спорта и мира"}},
        {false,
         "GSK Advance and GSK for Business",
         {"alias|GSK Advance", "alias|GSK for Business"}},
        {false, "Акционерное общество ", {"notes|Акционерное общество"}},
        {false,
         "Myan Investment and Trade Bank, Bur Investment and Trade Bank",
         {"alias|Myan Investment and Trade Bank", "alias|Bur Investment and Trade Bank"}},
        {false, "Bank for Trade and Investment", {"alias|Bank for Trade and Investment"}},
        {false, "GORT/ORTAS", {"alias|GORT", "alias|ORTAS"}},
        {false, "Mills (Bi/Pyi/Ywa)", {"alias|Mills (Bi/Pyi/Ywa)"}},
        {false, "АО or АО \"Ойл\"", {"notes|АО", "alias|АО \"Ойл\""}},
        {false,
         "Акме Банк) (Russian: Народный Банк",
         {"alias|Акме Банк", "alias|Народный Банк"}},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        char list[1024];
        struct list_case c;
        (void)snprintf(list, sizeof list,
                       "<data-set><record><Country>X</Country>%s<Aliases>%s</Aliases>"
                       "<Item>1</Item></record></data-set>",
                       CASES[i].person
                           ? "<LastName>SALYAEV</LastName><GivenName>Sergey</GivenName>"
                           : "<EntityOrShip>Firm</EntityOrShip>",
                       CASES[i].text);
        read_list(&c, slice_of(list), 0);
        for (size_t k = 0; k < 4 && CASES[i].lines[k]; k++) {
            char line[256];
            (void)snprintf(line, sizeof line, "ca:X//1|%s|%s|*",
                           CASES[i].person ? "Person" : "Organization", CASES[i].lines[k]);
            if (!list_case_says(&c, line)) {
                fail_msg("no '%s' in%.*s", line, (int)c.said.n, c.said.p);
            }
        }
        list_case_end(&c);
    }
}

static void test_ca__completes_a_single_word(void **state)
{
    (void)state;
    static const char LIST_2[] =
        "<data-set><record><Country>X</Country><LastName>KOROLEV</LastName><GivenName>Ivan I."
        "</GivenName><Aliases>KOROLYOV; Iwan</Aliases><Item>1</Item></record></data-set>";
    struct list_case c;
    read_list(&c, slice_of(LIST_2), 0);
    assert_true(list_case_says(&c, "ca:X//1|Person|alias|Ivan I. KOROLYOV|"));
    assert_true(list_case_says(&c, "ca:X//1|Person|alias|Iwan KOROLEV|"));
    list_case_end(&c);
}

static void test_ca__knows_a_list_that_is_cut(void **state)
{
    (void)state;
    static const char WHOLE[] = LIST;
    for (size_t n = 0; n < sizeof WHOLE - 1; n += 61) {
        struct list_case c;
        read_list(&c, (struct slice){WHOLE, n}, ERR_CUT);
        list_case_end(&c);
    }
}

static void test_ca__is_recognised(void **state)
{
    (void)state;
    struct list_probe probe = {.name = "any.xml", .head = SLICE(LIST)};
    assert_string_equal(CA_SEMA.recognise(&probe), "xml");
    probe.head = SLICE("<data-set><row/></data-set>");
    assert_null(CA_SEMA.recognise(&probe));
}

/* Ten records were compared with the file by hand; these lines are some of them. */
static void test_ca__reads_the_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ca:Russia/1, Part 1/503|Person|name|Vladimir Vladimirovich PUTIN|",
        "ca:Russia/1, Part 1/503|Person|birthDate|1952|",
        "ca:Russia/1, Part 1/503|Person|alias|Владимир Владимирович Путин|",
        "ca:Belarus/1, Part 1/1|Person|name|Khazalbek Bakhtibekovich Atabekov|",
        "ca:Russia/1.1/1|Vessel|name|Balitiyskiy III|",
        "ca:Zimbabwe//177|Person|name|Cesar Zvayi|",
        "ca:Russia/3/1|Organization|measures|debt_restriction|",
    };
    char path[512];
    struct list_case c;
    if (!real_list(path, sizeof path, "ca_sema/sema-lmes_2025-06.xml")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "xml", path);
    assert_int_equal(list_case_read(&c, &CA_SEMA, "ca"), 0);
    assert_int_equal(c.snap.counts.records, 4759);
    assert_int_equal(c.snap.counts.read, 4759);
    assert_int_equal(c.entities, 2 * 4759);
    assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
    assert_int_equal(c.snap.counts.remarks[REMARK_DUPLICATE], 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s'", LINES[i]);
        }
    }
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ca__reads_a_person),
        cmocka_unit_test(test_ca__reads_firms_and_ships),
        cmocka_unit_test(test_ca__refuses_records_without_number_or_name),
        cmocka_unit_test(test_ca__takes_other_names_apart),
        cmocka_unit_test(test_ca__completes_a_single_word),
        cmocka_unit_test(test_ca__knows_a_list_that_is_cut),
        cmocka_unit_test(test_ca__is_recognised),
        cmocka_unit_test(test_ca__reads_the_real_list),
    };
    return RUN_TESTS(tests);
}
