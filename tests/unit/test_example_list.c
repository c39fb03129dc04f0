/*
 * The list of docs/guide/lists-adding.md: the guide's code is this file's, it compiles, and it
 * reads what the guide says.
 */
#include "test.h"

/* guide: begin */
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"
#include "lists/rows.h"

/* The columns that are used, by their titles; those in front must be there. */
enum column { NUMBER, NAME, KIND, NEEDED, ALIASES = NEEDED, BORN, NATION, LISTED, COLUMNS };
static const char *const TITLES[COLUMNS] = {
    [NUMBER] = "Ref",         [NAME] = "Full name",     [KIND] = "Kind",
    [ALIASES] = "Also known", [BORN] = "Date of birth", [NATION] = "Nationality",
    [LISTED] = "Listed on",
};

static const struct listing_authority ATLANTIS = {"atl:", "Council of Atlantis", NULL};

struct atlantis {
    struct reading r;
    struct listing l;
    struct row_columns columns;
    struct slice cells[COLUMNS]; /* of the row at work */
};

static int take_party(struct atlantis *a, struct diag *diag)
{
    const struct slice none = {NULL, 0};
    struct slice aliases = a->cells[ALIASES];
    struct entity *party = &a->l.party;
    party->schema = slice_is(a->cells[KIND], "person") ? SCHEMA_PERSON : SCHEMA_ORGANIZATION;
    listing_name(&a->l, PROP_NAME, a->cells[NAME], none, 0);
    while (aliases.n) {
        listing_name(&a->l, PROP_ALIAS, slice_next(&aliases, ';'), none, 0);
    }
    value_put(&a->r, party, PROP_BIRTH_DATE, a->cells[BORN]);
    pieces_put_countries(&a->r, party, PROP_NATIONALITY, a->cells[NATION]);
    struct entity *sanction = listing_sanction(&a->l, none);
    value_put(&a->r, sanction, PROP_LISTING_DATE, a->cells[LISTED]);
    measure_put_both(&a->l, sanction, MEASURE_ASSET_FREEZE);
    return listing_end(&a->l, &ATLANTIS, a->cells[NUMBER], diag);
}

static int take_row(void *context, const struct csv_record *row, struct diag *diag)
{
    struct atlantis *a = context;
    if (a->columns.count == 0) { /* the header */
        return rows_bind(&a->r, &a->columns, row->fields, row->field_count, TITLES, COLUMNS,
                         NEEDED, diag);
    }
    listing_begin(&a->l, &a->r, row->line);
    const char *fault = reading_row_fault(row);
    if (fault) {
        reading_refuse(&a->r, fault, "a row of %zu fields", row->field_count);
        return 0;
    }
    rows_pick(&a->r, &a->columns, row->fields, row->field_count, a->cells);
    return take_party(a, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct atlantis a = {.columns = {.count = 0}};
    const struct csv_options options = {.dialect = CSV_PLAIN, .delimiter = ','};
    reading_init(&a.r, snap, sink);
    int result = rows_read(&a.r, &options, take_row, &a, diag);
    result = reading_failed(&a.r, result, diag);
    reading_end(&a.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    static const char *const MARKS[] = {"Ref", "Full name", "Kind", "Listed on"};
    return rows_have_titles(probe, ',', MARKS, sizeof MARKS / sizeof MARKS[0]) ? "csv" : NULL;
}

const struct list_reader ATLANTIS_LIST = {
    .kind = "atlantis_sanctions",
    .dataset = "atlantis_sanctions",
    .title = "Sanctions of Atlantis",
    .recognise = recognise,
    .read = read_list,
};
/* guide: end */

#include "lists_help.h"

static const char LIST[] =
    "Ref,Full name,Kind,Also known,Date of birth,Nationality,Listed on,Shoe\n"
    "7,\"Roe, Jane\",person,J. Roe; Jay,8 Jan 1984,\"Syria, Iraq\",2020-02-03,44\n"
    "8,Acme,firm,,,,2020-02-03,\n"
    ",Nobody,person,,,,,\n";

static void test_example__reads_its_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "atl:7|Person|name|Roe, Jane|",
        "atl:7|Person|alias|Jay|",
        "atl:7|Person|birthDate|1984-01-08|",
        "atl:7|Person|nationality|iq|",
        "atl:7|Person|measures|asset_freeze|",
        "atl:7/sanction|Sanction|listingDate|2020-02-03|",
        "atl:8|Organization|name|Acme|",
        "!refused|no_id|*",
        "!unmapped|column|*",
    };
    struct list_case c;
    struct list_probe probe = {.name = "x.csv", .head = slice_of(LIST)};
    assert_string_equal(ATLANTIS_LIST.recognise(&probe), "csv");
    list_case_begin(&c);
    list_case_file(&c, "csv", slice_of(LIST));
    assert_int_equal(list_case_read(&c, &ATLANTIS_LIST, "atlantis_sanctions"), 0);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        if (!list_case_says(&c, LINES[i])) {
            fail_msg("no '%s' in%.*s", LINES[i], (int)c.said.n, c.said.p);
        }
    }
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
}

static struct slice file_text(const char *name, char *room, size_t size)
{
    const char *root = getenv("VAGLIO_SOURCE_ROOT");
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", root ? root : ".", name);
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    size_t n = fread(room, 1, size, f);
    (void)fclose(f);
    return (struct slice){room, n};
}

static struct slice between(struct slice text, const char *begin, const char *end)
{
    size_t from = slice_find(text, 0, begin);
    assert_true(from < text.n);
    from += strlen(begin);
    return slice_cut(text, from, slice_find(text, from, end));
}

static void test_example__is_that_of_the_guide(void **state)
{
    (void)state;
    static char source[1 << 15];
    static char guide[1 << 15];
    struct slice code =
        between(file_text("tests/unit/test_example_list.c", source, sizeof source),
                "/* guide: begin */\n", "/* guide: end */");
    struct slice told =
        between(file_text("docs/guide/lists-adding.md", guide, sizeof guide), "```c\n", "```");
    assert_true(slice_eq(code, told));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_example__reads_its_list),
        cmocka_unit_test(test_example__is_that_of_the_guide),
    };
    return RUN_TESTS(tests);
}
