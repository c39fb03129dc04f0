/* Whole files: mapped, and replaced so that a reader sees the old or the new one. */
#include "test.h"

#include <dirent.h>
#include <sys/stat.h>

#include "base/file.h"

static struct scratch folder;

static int make_folder(void **state)
{
    (void)state;
    scratch_make(&folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    scratch_remove(&folder);
    return 0;
}

static void replace(const char *name, struct slice bytes)
{
    struct file_replacement r;
    assert_int_equal(file_replace_begin(&r, scratch_path(&folder, name), NULL), 0);
    assert_int_equal(file_replace_write(&r, bytes, NULL), 0);
    assert_int_equal(file_replace_commit(&r, NULL), 0);
    file_replace_abandon(&r); /* harmless */
}

static size_t files_in_folder(void)
{
    size_t n = 0;
    DIR *d = opendir(folder.folder);
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        n += e->d_name[0] != '.';
    }
    closedir(d);
    return n;
}

static void test_file__maps_what_was_written(void **state)
{
    (void)state;
    struct slice mapped;
    replace("a", SLICE("some bytes\0 more"));
    assert_int_equal(file_map(scratch_path(&folder, "a"), &mapped, NULL), 0);
    assert_int_equal(mapped.n, 16);
    assert_memory_equal(mapped.p, "some bytes\0 more", 16);
    file_unmap(mapped);
    assert_int_equal(files_in_folder(), 1);
    scratch_unlink(&folder, "a");
}

static void test_file__maps_an_empty_file_to_nothing(void **state)
{
    (void)state;
    struct slice mapped = SLICE("x");
    replace("empty", (struct slice){NULL, 0});
    assert_int_equal(file_map(scratch_path(&folder, "empty"), &mapped, NULL), 0);
    assert_int_equal(mapped.n, 0);
    file_unmap(mapped);
    scratch_unlink(&folder, "empty");
}

static void test_file__says_why_a_file_cannot_be_mapped(void **state)
{
    (void)state;
    struct slice mapped = SLICE("untouched");
    struct diag diag = {.code = 0};
    assert_int_equal(file_map(scratch_path(&folder, "none"), &mapped, &diag), ERR_NOT_FOUND);
    assert_int_equal(diag.code, ERR_NOT_FOUND);
    assert_non_null(strstr(diag.source, "/none"));
    assert_true(diag.text[0] != '\0');
    assert_int_equal(file_map(folder.folder, &mapped, &diag), ERR_IO);
    assert_int_equal(diag.code, ERR_IO);
    check_slice(mapped, "untouched");
}

static void test_file__replaces_under_an_open_mapping(void **state)
{
    (void)state;
    struct slice before;
    struct slice after;
    replace("a", SLICE("old"));
    assert_int_equal(file_map(scratch_path(&folder, "a"), &before, NULL), 0);
    replace("a", SLICE("quite new"));
    assert_int_equal(file_map(scratch_path(&folder, "a"), &after, NULL), 0);
    check_slice(before, "old");
    check_slice(after, "quite new");
    file_unmap(before);
    file_unmap(after);
    scratch_unlink(&folder, "a");
}

static void test_file__leaves_the_old_file_when_abandoned(void **state)
{
    (void)state;
    struct file_replacement r;
    struct slice mapped;
    replace("a", SLICE("old"));
    assert_int_equal(file_replace_begin(&r, scratch_path(&folder, "a"), NULL), 0);
    assert_int_equal(file_replace_write(&r, SLICE("half of it"), NULL), 0);
    assert_int_equal(files_in_folder(), 2);
    file_replace_abandon(&r);
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(file_map(scratch_path(&folder, "a"), &mapped, NULL), 0);
    check_slice(mapped, "old");
    file_unmap(mapped);
    scratch_unlink(&folder, "a");
}

static void test_file__leaves_nothing_when_it_cannot_rename(void **state)
{
    (void)state;
    struct file_replacement r;
    struct diag diag = {.code = 0};
    assert_int_equal(mkdir(scratch_path(&folder, "sub"), 0700), 0);
    assert_int_equal(file_replace_begin(&r, scratch_path(&folder, "sub"), NULL), 0);
    assert_int_equal(file_replace_commit(&r, &diag), ERR_IO); /* a folder is in the way */
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(rmdir(scratch_path(&folder, "sub")), 0);
    assert_int_equal(file_replace_begin(&r, scratch_path(&folder, "none/x"), &diag), ERR_IO);
    file_replace_abandon(&r);
}

static void test_file__joins_and_names_paths(void **state)
{
    (void)state;
    char out[12];
    assert_true(path_join(out, sizeof out, "/a", "b"));
    assert_string_equal(out, "/a/b");
    assert_true(path_join(out, sizeof out, "/a/", "b"));
    assert_string_equal(out, "/a/b");
    assert_false(path_join(out, sizeof out, "/a/folder", "name"));
    assert_string_equal(path_name("/a/b.csv"), "b.csv");
    assert_string_equal(path_name("b.csv"), "b.csv");
    assert_true(path_is_folder(folder.folder));
    assert_false(path_is_folder(scratch_path(&folder, "none")));
    assert_false(path_exists(scratch_path(&folder, "none")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file__maps_what_was_written),
        cmocka_unit_test(test_file__maps_an_empty_file_to_nothing),
        cmocka_unit_test(test_file__says_why_a_file_cannot_be_mapped),
        cmocka_unit_test(test_file__replaces_under_an_open_mapping),
        cmocka_unit_test(test_file__leaves_the_old_file_when_abandoned),
        cmocka_unit_test(test_file__leaves_nothing_when_it_cannot_rename),
        cmocka_unit_test(test_file__joins_and_names_paths),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
