/* From what the user names to the snapshots that are read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <sys/stat.h>

#include "lists/plan.h"
#include "lists/readers.h"
#include "lists_help.h"

#define ROW(id) id ",ACME,-0- ,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
#define ADD "7,1,-0- ,-0- ,\"Iraq\",-0- \n"
#define ALT "7,1,aka,BETA,-0- \n"
#define UN(day) "<?xml version=\"1.0\"?><CONSOLIDATED_LIST dateGenerated=\"" day "T00:00:00\"/>"
#define FTM "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n"

/* A temporary folder and a plan over files in it. */
struct made {
    char root[64];
    struct plan *plan;
    struct buf remarks; /* "code name;" of each */
    struct diag diag;
};

static void keep_remark(void *context, const struct remark *r)
{
    struct made *m = context;
    buf_printf(&m->remarks, "%s %s;", r->code, strrchr(r->file, '/') + 1);
}

static void begin(struct made *m)
{
    memset(m, 0, sizeof *m);
    (void)snprintf(m->root, sizeof m->root, "/tmp/vaglio-plan-XXXXXX");
    assert_non_null(mkdtemp(m->root));
    buf_init(&m->remarks, 1 << 16);
    assert_int_equal(plan_new(&m->plan, NULL, keep_remark, m), 0);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *f)
{
    (void)st;
    (void)kind;
    (void)f;
    return remove(path);
}

static void end(struct made *m)
{
    plan_free(m->plan);
    buf_release(&m->remarks);
    (void)nftw(m->root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void put(struct made *m, const char *name, const char *text)
{
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", m->root, name);
    for (char *p = path + strlen(m->root) + 1; (p = strchr(p, '/')); p++) {
        *p = '\0';
        (void)mkdir(path, 0700);
        *p = '/';
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

/* Adds "prefix" and the path of `name` in the folder. */
static int add(struct made *m, const char *prefix, const char *name)
{
    char argument[512];
    (void)snprintf(argument, sizeof argument, "%s%s/%s", prefix, m->root, name);
    return plan_add(m->plan, argument, &m->diag);
}

/* "dataset date file role,file role;" of each snapshot. */
static void check(struct made *m, const char *expected)
{
    char out[2048] = "";
    size_t n = 0;
    assert_int_equal(plan_finish(m->plan, &m->diag), 0);
    for (size_t i = 0; i < plan_count(m->plan); i++) {
        const struct snapshot *s = plan_at(m->plan, i);
        n += (size_t)snprintf(out + n, sizeof out - n, "%s %s", s->dataset,
                              s->date[0] ? s->date : "-");
        for (size_t k = 0; k < s->file_count; k++) {
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", k ? "," : " ",
                                  s->files[k].path + strlen(m->root) + 1);
        }
        n += (size_t)snprintf(out + n, sizeof out - n, ";");
    }
    assert_string_equal(out, expected);
}

static void check_remarks(const struct made *m, const char *expected)
{
    char out[1024];
    (void)snprintf(out, sizeof out, "%.*s", SLICE_ARG(buf_slice(&m->remarks)));
    assert_string_equal(out, expected);
}

static void test_plan__groups_the_files_of_a_folder(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "sdn-2026-07/sdn.csv", ROW("7"));
    put(&m, "sdn-2026-07/add.csv", ADD);
    put(&m, "sdn-2026-07/alt.csv", ALT);
    put(&m, "sdn-2026-07/sdn_comments.csv", "7,\"x\"\n");
    put(&m, "sdn-2026-07/cons_prim.csv", ROW("7"));
    put(&m, "sdn-2026-07/cons_alt.csv", ALT);
    put(&m, "sdn-2026-07/README.md", "no list\n");
    assert_int_equal(add(&m, "", "sdn-2026-07"), 0);
    check(&m, "us_ofac_cons 2026-07-01 sdn-2026-07/cons_prim.csv,sdn-2026-07/cons_alt.csv;"
              "us_ofac_sdn 2026-07-01 sdn-2026-07/sdn.csv,sdn-2026-07/add.csv,"
              "sdn-2026-07/alt.csv,sdn-2026-07/sdn_comments.csv;");
    check_remarks(&m, "unknown_kind README.md;");
    end(&m);
}

static void test_plan__takes_the_newest_of_a_series(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        struct made m;
        begin(&m);
        put(&m, "sdn_2021-08-18.csv", ROW("7"));
        put(&m, "alt_2021-08-18.csv", ALT);
        put(&m, "sdn_2024-05-01.csv", ROW("7"));
        put(&m, "alt_2024-05-01.csv", ALT);
        put(&m, "un_a.xml", UN("2025-06-18"));
        put(&m, "un_b.xml", UN("2026-02-27"));
        static const char *const NAMES[] = {"sdn_2021-08-18.csv", "alt_2021-08-18.csv",
                                            "sdn_2024-05-01.csv", "alt_2024-05-01.csv",
                                            "un_a.xml",           "un_b.xml"};
        for (size_t i = 0; i < 6; i++) {
            assert_int_equal(add(&m, "", NAMES[turn ? 5 - i : i]), 0);
        }
        check(&m, "un_sc_sanctions 2026-02-27 un_b.xml;"
                  "us_ofac_sdn 2024-05-01 sdn_2024-05-01.csv,alt_2024-05-01.csv;");
        check_remarks(&m, "superseded un_a.xml;superseded sdn_2021-08-18.csv;");
        end(&m);
    }
}

static void test_plan__believes_the_file_then_the_user_then_names(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "2020-01/un.xml", UN("2026-02-27"));
    put(&m, "2020-01/list.csv", ROW("7"));
    assert_int_equal(add(&m, "un_sc_sanctions@2019-01-01=", "2020-01/un.xml"), 0);
    assert_int_equal(add(&m, "us_ofac_cons@2023-05=", "2020-01/list.csv"), 0);
    check(&m, "un_sc_sanctions 2026-02-27 2020-01/un.xml;"
              "us_ofac_cons 2023-05-01 2020-01/list.csv;");
    end(&m);
    begin(&m);
    put(&m, "2020-01/sdn.csv", ROW("7"));
    put(&m, "x/sdn.csv", ROW("7"));
    assert_int_equal(add(&m, "", "x"), 0);
    assert_int_equal(add(&m, "", "2020-01/sdn.csv"), 0);
    check(&m, "us_ofac_sdn 2020-01-01 2020-01/sdn.csv;");
    check_remarks(&m, "superseded sdn.csv;");
    end(&m);
}

static void test_plan__loads_files_of_ones_own(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "parties.ftm.json", FTM);
    put(&m, "mine.csv", "id,name\n1,A\n");
    put(&m, "found/shut.csv", "id,name\n1,A\n");
    put(&m, "found/shut.csv.map", "id = id\nname = name\n");
    assert_int_equal(add(&m, "", "parties.ftm.json"), 0);
    assert_int_equal(add(&m, "closed=", "mine.csv"), 0);
    assert_int_equal(add(&m, "", "found"), 0);
    check(&m, "closed - mine.csv;parties - parties.ftm.json;shut - found/shut.csv;");
    check_remarks(&m, "");
    end(&m);
}

static void test_plan__refuses_what_was_named_and_is_no_list(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "note.txt", "no list\n");
    put(&m, "sdn.csv", ROW("7"));
    put(&m, "b/alt.csv", ALT);
    assert_int_equal(add(&m, "", "note.txt"), ERR_UNKNOWN);
    assert_int_equal(add(&m, "", "missing.csv"), ERR_NOT_FOUND);
    assert_int_equal(add(&m, "us_ofac_snd=", "sdn.csv"), ERR_USAGE);
    assert_int_equal(add(&m, "un_sc_sanctions=", "sdn.csv"), ERR_UNKNOWN);
    assert_int_equal(add(&m, "us_ofac_sdn@soon=", "sdn.csv"), ERR_USAGE);
    assert_int_equal(plan_finish(m.plan, &m.diag), ERR_NOT_FOUND);
    assert_int_equal(add(&m, "", "sdn.csv"), 0);
    assert_int_equal(add(&m, "", "b/alt.csv"), 0);
    assert_int_equal(plan_finish(m.plan, &m.diag), ERR_UNKNOWN);
    end(&m);
}

#define SECO(type, day)                                                                        \
    "<swiss-sanctions-list list-type=\"" type "\" date=\"" day "\"></swiss-sanctions-list>"

/* A file of changes is newer than the list and yet does not supersede it. */
static void test_plan__changes_never_take_the_place_of_a_list(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "a/whole.xml", SECO("whole-list", "2026-08-01"));
    put(&m, "b/amendment.xml", SECO("amendment", "2026-08-20"));
    assert_int_equal(add(&m, "", "b"), 0);
    assert_int_equal(add(&m, "", "a"), 0);
    assert_int_equal(plan_finish(m.plan, &m.diag), 0);
    assert_int_equal(plan_count(m.plan), 1);
    assert_int_equal(plan_at(m.plan, 0)->file_count, 2);
    assert_string_equal(plan_at(m.plan, 0)->files[0].role, "xml");
    assert_string_equal(plan_at(m.plan, 0)->files[1].role, "amendment");
    end(&m);

    begin(&m); /* alone it is read as what it is */
    put(&m, "b/amendment.xml", SECO("amendment", "2026-08-20"));
    assert_int_equal(add(&m, "", "b"), 0);
    assert_int_equal(plan_finish(m.plan, &m.diag), 0);
    assert_int_equal(plan_count(m.plan), 1);
    end(&m);
}

static void test_plan__counts_a_file_once(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    put(&m, "a/sdn.csv", ROW("7"));
    assert_int_equal(add(&m, "", "a"), 0);
    assert_int_equal(add(&m, "", "a/sdn.csv"), 0);
    assert_int_equal(add(&m, "", "a/../a/sdn.csv"), 0);
    check(&m, "us_ofac_sdn - a/../a/sdn.csv;");
    check_remarks(&m, "");
    end(&m);
}

static void test_plan__finds_dates_in_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *date;
    } NAMES[] = {
        {"sdn_2021-08-18.csv", "2021-08-18"},
        {"sdn-2026-07-rebuilt", "2026-07-01"},
        {"list20240102.xml", "2024-01-02"},
        {"x2024_01_02", "2024-01-02"},
        {"csv-2021", NULL},
        {"2021-13-01", NULL},
        {"2021-02-30.csv", NULL},
        {"1202108181", NULL},
        {"v3001-01-01", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        char date[LIST_DATE_TEXT] = "";
        bool found = plan_date_in_name(slice_of(NAMES[i].name), date);
        assert_int_equal(found, NAMES[i].date != NULL);
        if (found) {
            assert_string_equal(date, NAMES[i].date);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan__groups_the_files_of_a_folder),
        cmocka_unit_test(test_plan__takes_the_newest_of_a_series),
        cmocka_unit_test(test_plan__believes_the_file_then_the_user_then_names),
        cmocka_unit_test(test_plan__loads_files_of_ones_own),
        cmocka_unit_test(test_plan__refuses_what_was_named_and_is_no_list),
        cmocka_unit_test(test_plan__changes_never_take_the_place_of_a_list),
        cmocka_unit_test(test_plan__counts_a_file_once),
        cmocka_unit_test(test_plan__finds_dates_in_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
