/* Delta files of OFAC: laid over a list, left alone, standing alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>

#include "lists/plan.h"
#include "lists/readers.h"
#include "lists_help.h"
#include "ofac_enhanced_sample.h"

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

#define CHECK_LINES(c, lines) check_lines(c, lines, sizeof lines / sizeof lines[0])

static const char CSV[] =
    "7,\"DOE, Jane\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB "
    "1984.\"\r\n"
    "8,\"ACME S.A.\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: DOE, "
    "Jane.\"\r\n"
    "9,\"ANA I\",\"vessel\",\"IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a";
/* clang-format off */
static const char DELTA[] = EN_DELTA
    EN_ENTITY("8", " action=\"remove\"", EN_FIRM("SDN List", "SDGT", "Block"))
    EN_ENTITY("98", " action=\"remove\"", EN_FIRM("SDN List", "SDGT", "Block"))
    EN_ENTITY("9", " action=\"add\"", EN_SHIP("SDN List", "NPWMD", "Block"))
    EN_ENTITY("10", " action=\"add\"", EN_FIRM("SDN List", "CUBA", "Block"))
    EN_ENTITY("11", " action=\"add\"", EN_FIRM("FSE List", "FSE-IR", "Reject"))
    EN_ENTITY("7", "",
              "<generalInfo><remarks action=\"update\" oldValue=\"x\">Fled</remarks>"
              "</generalInfo><names>"
              "<name action=\"add\"><isPrimary>false</isPrimary><aliasType>A.K.A.</aliasType>"
              "<isLowQuality>false</isLowQuality><translations><translation>"
              "<formattedFullName>ROE, Jane</formattedFullName></translation></translations>"
              "</name>"
              "<name action=\"remove\"><isPrimary>false</isPrimary><translations><translation>"
              "<formattedFullName>GONE</formattedFullName></translation></translations></name>"
              "</names><relationships><relationship action=\"add\"><type>Leader or official of"
              "</type><relatedEntity entityId=\"10\">ACME</relatedEntity></relationship>"
              "</relationships>")
    EN_ENTITY("99", "", "<generalInfo><title action=\"add\">Heir</title></generalInfo>")
    EN_END;
/* clang-format on */

static void read_with_delta(struct list_case *c, const char *date, struct slice list,
                            struct slice delta)
{
    list_case_begin(c);
    list_case_file(c, "sdn", list);
    list_case_file(c, "delta", delta);
    (void)snprintf(c->snap.date, sizeof c->snap.date, "%s", date);
    assert_int_equal(list_case_read(c, &OFAC_SDN, "us_ofac_sdn"), 0);
}

static void test_ofac_delta__is_laid_over_an_older_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:7|Person|name|DOE, Jane|",
        "ofac:7|Person|birthDate|1984|",
        "ofac:7|Person|alias|ROE, Jane|",
        "ofac:7|Person|notes|Fled|",
        "ofac:7/director/10|Directorship|organization|ofac:10|",
        "ofac:9|Vessel|programId|NPWMD|",
        "ofac:9|Vessel|imoNumber|9187629|",
        "ofac:10|Organization|programId|CUBA|",
        "!superseded|taken_out|0|ofac:8|taken off the list by the delta of 2025-01-13",
        "!superseded|replaced|0|ofac:9|replaced by the delta of 2025-01-13",
        "!warning|not_on_list|0|ofac:98|*",
        "!warning|not_on_list|0|ofac:99|*",
        "!warning|other_list|1||*",
        "!warning|part_removed|1||entities/entity/names/name",
    };
    struct list_case c;
    read_with_delta(&c, "2025-01-12", slice_of(CSV), slice_of(DELTA));
    CHECK_LINES(&c, LINES);
    assert_false(list_case_says(&c, "ofac:8|*"));
    assert_false(list_case_says(&c, "ofac:8/*"));
    assert_false(list_case_says(&c, "ofac:9|Vessel|programId|IRAN|"));
    assert_false(list_case_says(&c, "ofac:11|*"));
    assert_false(list_case_says(&c, "ofac:7|*GONE*"));
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.read, 3);
    assert_int_equal(c.snap.counts.entities, c.entities);
    assert_string_equal(c.snap.date, "2025-01-13");
    list_case_end(&c);
}

static void test_ofac_delta__leaves_a_newer_list_alone(void **state)
{
    (void)state;
    struct list_case c;
    read_with_delta(&c, "2025-01-13", slice_of(CSV), slice_of(DELTA));
    assert_int_equal(c.snap.counts.read, 3);
    assert_true(list_case_says(&c, "ofac:8|Organization|name|ACME S.A.|"));
    assert_false(list_case_says(&c, "ofac:10|*"));
    assert_true(list_case_says(&c, "!superseded|delta_not_newer|0||*"));
    assert_string_equal(c.snap.date, "2025-01-13");
    list_case_end(&c);
    /* The list's own date counts when nobody has said one. */
    struct buf list;
    ofac_sample("enhanced", &list);
    read_with_delta(&c, "", buf_slice(&list), slice_of(DELTA));
    buf_release(&list);
    assert_true(list_case_says(&c, "ofac:10|Organization|programId|CUBA|"));
    assert_string_equal(c.snap.date, "2025-01-13");
    list_case_end(&c);
}

static void test_ofac_delta__says_when_the_list_has_no_date(void **state)
{
    (void)state;
    struct list_case c;
    read_with_delta(&c, "", slice_of(CSV), slice_of(DELTA));
    assert_true(list_case_says(&c, "ofac:10|Organization|programId|CUBA|"));
    assert_true(list_case_says(&c, "!warning|undated_list|0||*"));
    list_case_end(&c);
}

static void test_ofac_delta__alone_is_what_it_adds(void **state)
{
    (void)state;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "delta", slice_of(DELTA));
    assert_int_equal(list_case_read(&c, &OFAC_SDN, "us_ofac_sdn"), 0);
    assert_int_equal(c.snap.counts.read, 2);
    assert_int_equal(c.snap.counts.refused, 2);
    assert_true(list_case_says(&c, "ofac:10|Organization|programId|CUBA|"));
    assert_true(list_case_says(&c, "!warning|delta_alone|0||*"));
    assert_true(list_case_says(&c, "!refused|change_alone|*"));
    assert_string_equal(c.snap.date, "2025-01-13");
    list_case_end(&c);
}

static void test_ofac_delta__that_is_cut_voids_the_list(void **state)
{
    (void)state;
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, "sdn", slice_of(CSV));
    list_case_file(&c, "delta", slice_cut(slice_of(DELTA), 0, sizeof DELTA - 30));
    assert_int_equal(list_case_read(&c, &OFAC_SDN, "us_ofac_sdn"), ERR_CUT);
    list_case_end(&c);
}

/* ---- beside a list, in a folder ---- */

struct folder {
    char root[64];
    struct plan *plan;
    char codes[256]; /* of all remarks */
};

static void keep_code(void *context, const struct remark *r)
{
    struct folder *f = context;
    size_t n = strlen(f->codes);
    (void)snprintf(f->codes + n, sizeof f->codes - n, "%s;", r->code);
}

static void folder_begin(struct folder *f)
{
    memset(f, 0, sizeof *f);
    (void)snprintf(f->root, sizeof f->root, "/tmp/vaglio-delta-XXXXXX");
    assert_non_null(mkdtemp(f->root));
    assert_int_equal(plan_new(&f->plan, NULL, keep_code, f), 0);
}

static const char *path_in(const struct folder *f, const char *name)
{
    static char path[128];
    (void)snprintf(path, sizeof path, "%s/%s", f->root, name);
    return path;
}

static void folder_put(const struct folder *f, const char *name, const char *text)
{
    FILE *file = fopen(path_in(f, name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void folder_end(struct folder *f, const char *const *names)
{
    plan_free(f->plan);
    for (size_t i = 0; names[i]; i++) {
        assert_int_equal(unlink(path_in(f, names[i])), 0);
    }
    assert_int_equal(rmdir(f->root), 0);
}

static void test_ofac_delta__belongs_to_the_list_beside_it(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"sdn.csv", "2025-01-13_delta.xml", NULL};
    struct folder f;
    folder_begin(&f);
    folder_put(&f, NAMES[0], CSV);
    folder_put(&f, NAMES[1], DELTA);
    assert_int_equal(plan_add(f.plan, f.root, NULL), 0);
    assert_int_equal(plan_finish(f.plan, NULL), 0);
    assert_int_equal(plan_count(f.plan), 1);
    const struct snapshot *snap = plan_at(f.plan, 0);
    assert_int_equal(snap->file_count, 2);
    assert_string_equal(snap->files[0].role, "sdn");
    assert_string_equal(snap->files[1].role, "delta");
    assert_string_equal(f.codes, "");
    folder_end(&f, NAMES);
}

/* From another folder, several of them in the order of their dates, behind the newest list. */
static void test_ofac_delta__finds_its_list_in_another_folder(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"a-2025-01-13_delta.xml", "b-2025-01-10_delta.xml",
                                        "lists", NULL};
    static const char OLDER[] = EN_DELTA_OF("2025-01-10")
        EN_ENTITY("12", " action=\"add\"", EN_FIRM("SDN List", "CUBA", "Block")) EN_END;
    struct folder f;
    char list[160];
    folder_begin(&f);
    assert_int_equal(mkdir(path_in(&f, NAMES[2]), 0700), 0);
    folder_put(&f, NAMES[0], DELTA);
    folder_put(&f, NAMES[1], OLDER);
    folder_put(&f, "lists/sdn.csv", CSV);
    (void)snprintf(list, sizeof list, "us_ofac_sdn@2025-01-05=%s",
                   path_in(&f, "lists/sdn.csv"));
    assert_int_equal(plan_add(f.plan, path_in(&f, NAMES[0]), NULL), 0);
    assert_int_equal(plan_add(f.plan, list, NULL), 0);
    assert_int_equal(plan_add(f.plan, path_in(&f, NAMES[1]), NULL), 0);
    assert_int_equal(plan_finish(f.plan, NULL), 0);
    assert_int_equal(plan_count(f.plan), 1);
    struct snapshot *snap = plan_at(f.plan, 0);
    assert_int_equal(snap->file_count, 3);
    assert_string_equal(snap->files[1].path, path_in(&f, NAMES[1]));
    assert_string_equal(snap->files[2].path, path_in(&f, NAMES[0]));
    struct list_case c;
    list_case_begin(&c);
    c.snap = *snap;
    assert_int_equal(list_case_read(&c, &OFAC_SDN, "us_ofac_sdn"), 0);
    assert_true(list_case_says(&c, "ofac:10|Organization|name|*"));
    assert_true(list_case_says(&c, "ofac:12|Organization|name|*"));
    assert_false(list_case_says(&c, "ofac:8|Organization|name|*"));
    assert_string_equal(c.snap.date, "2025-01-13");
    assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
    assert_int_equal(c.snap.counts.records, 4);
    c.snap.file_count = 0;
    list_case_end(&c);
    assert_int_equal(unlink(path_in(&f, "lists/sdn.csv")), 0);
    assert_int_equal(rmdir(path_in(&f, NAMES[2])), 0);
    static const char *const LEFT[] = {"a-2025-01-13_delta.xml", "b-2025-01-10_delta.xml",
                                       NULL};
    folder_end(&f, LEFT);
}

/* It never stands for a list. */
static void test_ofac_delta__needs_a_list_beside_it(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"2025-01-13_delta.xml", NULL};
    struct folder f;
    struct diag diag = {.code = ERR_IO};
    folder_begin(&f);
    folder_put(&f, NAMES[0], DELTA);
    assert_int_equal(plan_add(f.plan, path_in(&f, NAMES[0]), NULL), 0);
    assert_int_equal(plan_finish(f.plan, &diag), ERR_UNKNOWN);
    plan_free(f.plan);
    assert_int_equal(plan_new(&f.plan, NULL, keep_code, &f), 0);
    assert_int_equal(plan_add(f.plan, f.root, NULL), 0);
    assert_int_equal(plan_finish(f.plan, NULL), ERR_NOT_FOUND);
    assert_string_equal(f.codes, "change_alone;");
    folder_end(&f, NAMES);
}

/* ---- the real files ---- */

static void test_ofac_delta__real_one_over_a_real_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ofac:52485|Organization|weakAlias|TERRORGRAM|",
        "ofac:52487|Person|birthDate|2003|",
        "ofac:52486/director/52485|Directorship|organization|ofac:52485|",
        "!superseded|taken_out|0|ofac:29164|*",
    };
    char paths[2][512];
    struct list_case c;
    if (!real_list(paths[0], sizeof paths[0], "us_ofac/sdn-2024-05-02/sdn.csv") ||
        !real_list(paths[1], sizeof paths[1], "us_ofac/delta/2025-01-13_delta.xml")) {
        print_message("skipped: the real lists are not here\n");
        skip();
    }
    list_case_begin(&c);
    list_case_path(&c, "sdn", paths[0]);
    list_case_path(&c, "delta", paths[1]);
    memcpy(c.snap.date, "2024-05-02", 11);
    assert_int_equal(list_case_read(&c, &OFAC_SDN, "us_ofac_sdn"), 0);
    assert_int_equal(c.snap.counts.read, 14973 - 14 + 4);
    assert_int_equal(c.snap.counts.remarks[REMARK_SUPERSEDED], 14);
    assert_int_equal(c.snap.counts.entities, c.entities);
    CHECK_LINES(&c, LINES);
    assert_false(list_case_says(&c, "ofac:29164|*"));
    list_case_end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac_delta__is_laid_over_an_older_list),
        cmocka_unit_test(test_ofac_delta__leaves_a_newer_list_alone),
        cmocka_unit_test(test_ofac_delta__says_when_the_list_has_no_date),
        cmocka_unit_test(test_ofac_delta__alone_is_what_it_adds),
        cmocka_unit_test(test_ofac_delta__that_is_cut_voids_the_list),
        cmocka_unit_test(test_ofac_delta__belongs_to_the_list_beside_it),
        cmocka_unit_test(test_ofac_delta__finds_its_list_in_another_folder),
        cmocka_unit_test(test_ofac_delta__needs_a_list_beside_it),
        cmocka_unit_test(test_ofac_delta__real_one_over_a_real_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
