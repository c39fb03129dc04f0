/* Tables of one's own and their mappings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/mapping.h"
#include "lists/readers.h"
#include "lists_help.h"

static int read_table(struct list_case *c, struct slice table, struct slice mapping)
{
    static const char *path;
    list_case_begin(c);
    list_case_file(c, "table", table);
    if (mapping.n) {
        list_case_file(c, "map", mapping);
        path = c->snap.files[1].path;
        c->snap.mapping = path;
    }
    return list_case_read(c, &OWN_TABLE, "closed");
}

static const char MAPPING[] = "# those we closed\n"
                              "id        = Ref\n"
                              "schema    = \"Person\"\n"
                              "name      = full name\n"
                              "alias     = Others split \";\"\n"
                              "birthDate = DOB\r\n"
                              "country   = Land\n"
                              "topics    = \"sanction\"\n";

static void test_table__maps_columns(void **state)
{
    (void)state;
    struct list_case c;
    assert_int_equal(read_table(&c,
                                SLICE("Ref;Full Name;Others;DOB;Land;Extra\n"
                                      "17;\"Doe; Jane\";Jay;8.1.1984;Syrien;x\n"
                                      "18;Roe;\"A; B;;C\";;;\n"),
                                slice_of(MAPPING)),
                     0);
    assert_true(list_case_says(&c, "closed:17|Person|name|Doe; Jane|"));
    assert_true(list_case_says(&c, "closed:17|Person|birthDate|1984-01-08|"));
    assert_true(list_case_says(&c, "closed:17|Person|country|sy|"));
    assert_true(list_case_says(&c, "closed:17|Person|topics|sanction|"));
    assert_true(list_case_says(&c, "closed:18|Person|alias|A|"));
    assert_true(list_case_says(&c, "closed:18|Person|alias|B|"));
    assert_true(list_case_says(&c, "closed:18|Person|alias|C|"));
    assert_true(list_case_says(&c, "!unmapped|column|0||Extra"));
    list_case_end(&c);
}

static void test_table__joins_columns(void **state)
{
    (void)state;
    static const char MAP[] =
        "id = Branch + Nr\nschema = \"Person\"\nname = First + Middle + Last\n"
        "address = Street+Town\nnotes = A + B\n";
    struct list_case c;
    assert_int_equal(
        read_table(&c,
                   SLICE("Branch,Nr,First,Middle,Last,Street,Town,A + B\n"
                         "N,1,Jane,,Roe,1 Main,Homs,both\nS,1,Joe,Q,Public,,Homs,\n"),
                   slice_of(MAP)),
        0);
    assert_true(list_case_says(&c, "closed:N/1|Person|name|Jane Roe|"));
    assert_true(list_case_says(&c, "closed:N/1|Person|address|1 Main Homs|"));
    assert_true(list_case_says(&c, "closed:N/1|Person|notes|both|"));
    assert_true(list_case_says(&c, "closed:S/1|Person|name|Joe Q Public|"));
    assert_false(list_case_says(&c, "!unmapped|*"));
    list_case_end(&c);
    assert_int_equal(
        read_table(&c, SLICE("Nr,Name\n1,A\n"), SLICE("id=Nr\nname=Name + Last\n")),
        ERR_FORMAT);
    list_case_end(&c);
    assert_int_equal(
        read_table(&c, SLICE("Nr,Name\n1,A\n"), SLICE("id=Nr\nid=Name\nname=Name\n")),
        ERR_FORMAT);
    list_case_end(&c);
}

static void test_table__takes_columns_called_like_properties(void **state)
{
    (void)state;
    struct list_case c;
    assert_int_equal(read_table(&c,
                                SLICE("id,schema,name,imoNumber\n1,Vessel,ARTAVIL,9187629\n"),
                                (struct slice){NULL, 0}),
                     0);
    assert_true(list_case_says(&c, "closed:1|Vessel|imoNumber|9187629|"));
    list_case_end(&c);
}

static void test_table__refuses_bad_rows_alone(void **state)
{
    (void)state;
    struct list_case c;
    assert_int_equal(read_table(&c,
                                SLICE("id,schema,name\n,Person,No Id\n2,Ghost,Boo\n3,Person,\n"
                                      "4,Person,a,b\n5,Person,M\xfcller\n6,Person,Ok\n"
                                      "6,Person,Other\n"),
                                (struct slice){NULL, 0}),
                     0);
    assert_true(list_case_says(&c, "!refused|no_id|2||*"));
    assert_true(list_case_says(&c, "!refused|unknown_schema|3||*"));
    assert_true(list_case_says(&c, "!refused|no_name|4|closed:3|*"));
    assert_true(list_case_says(&c, "!refused|too_many_fields|5||*"));
    assert_true(list_case_says(&c, "!refused|bad_utf8|6||*"));
    assert_true(list_case_says(&c, "closed:6#2|Person|name|Other|"));
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

static void test_table__says_what_is_wrong_with_a_mapping(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t line;
    } BAD[] = {
        {"id = Ref\nname Ref\n", 2},
        {"colour = Ref\n", 1},
        {"id = Ref\nname = Ref split\n", 0},
        {"id = \n", 1},
        {"id = Ref\nname = Ref split \"ab\"\n", 2},
        {"name = Ref\n", 0},
        {"id = Ref\n", 0},
        {"id = Ref\nname = Missing\n", 0},
        {"id = \"a\" b\n", 1},
    };
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        struct list_case c;
        assert_int_equal(read_table(&c, SLICE("Ref\n1\n"), slice_of(BAD[i].text)), ERR_FORMAT);
        if (BAD[i].line) {
            assert_int_equal(c.diag.line, BAD[i].line);
        }
        list_case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table__maps_columns),
        cmocka_unit_test(test_table__joins_columns),
        cmocka_unit_test(test_table__takes_columns_called_like_properties),
        cmocka_unit_test(test_table__refuses_bad_rows_alone),
        cmocka_unit_test(test_table__says_what_is_wrong_with_a_mapping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
