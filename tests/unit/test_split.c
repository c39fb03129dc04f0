/* Several names in one field. */
#include "test.h"

#include "text/name.h"

static void check_split(const char *field, const char *expected)
{
    struct slice parts[NAME_PARTS_MAX];
    struct fence f = fence_make(slice_of(field));
    size_t n = name_split(f.text, parts);
    char joined[2000] = "";
    size_t at = 0;
    assert_in_range(n, 1, NAME_PARTS_MAX);
    for (size_t i = 0; i < n; i++) {
        at += (size_t)snprintf(joined + at, sizeof joined - at, "%s%.*s", i ? "|" : "",
                               SLICE_ARG(parts[i]));
    }
    check_slice((struct slice){joined, at}, expected);
    fence_release(&f);
}

static void test_split__leaves_one_name_whole(void **state)
{
    (void)state;
    check_split("Pavel Zorin", "Pavel Zorin");
    check_split("  Zorin, Pavel ", "Zorin, Pavel");
    check_split("Kestrel Trading (Dubai)", "Kestrel Trading (Dubai)");
    check_split("Nordisk Skibs A/S", "Nordisk Skibs A/S");
    check_split("M/V Silver Tern", "M/V Silver Tern");
    check_split("Anna/Maria", "Anna/Maria");
    check_split("Osaka Akash Fkanda Dbaye", "Osaka Akash Fkanda Dbaye");
    check_split("", "");
}

static void test_split__cuts_at_marks(void **state)
{
    (void)state;
    static const char *const MARKS[] = {"a.k.a.", "aka", "f.k.a.", "fka", "n.k.a.",
                                        "nka",    "AKA", "A.K.A.", "aka:"};
    for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
        char field[100];
        (void)snprintf(field, sizeof field, "Pavel Zorin %s Boris Melnik", MARKS[i]);
        check_split(field, "Pavel Zorin|Boris Melnik");
    }
    check_split("Pavel Zorin (a.k.a. Boris Melnik)", "Pavel Zorin|Boris Melnik");
    check_split("Pavel Zorin, aka Boris Melnik, fka Lis", "Pavel Zorin|Boris Melnik|Lis");
}

static void test_split__cuts_at_semicolons(void **state)
{
    (void)state;
    check_split("Zorin, Pavel; Melnik, Boris;Lis", "Zorin, Pavel|Melnik, Boris|Lis");
    check_split(";; Zorin ;; ;", "Zorin");
    check_split("; ;", "; ;");
}

static void test_split__cuts_at_a_slash_between_names_only(void **state)
{
    (void)state;
    check_split("Pavel Zorin / Boris Melnik", "Pavel Zorin|Boris Melnik");
    check_split("Pavel Zorin/Boris Melnik", "Pavel Zorin|Boris Melnik");
    check_split("Zorin / Boris Melnik", "Zorin / Boris Melnik");
    check_split("Pavel Zorin / Melnik", "Pavel Zorin / Melnik");
}

static void test_split__keeps_the_rest_in_the_last_part(void **state)
{
    (void)state;
    char field[400] = "";
    size_t n = 0;
    for (int i = 0; i < NAME_PARTS_MAX + 5; i++) {
        n += (size_t)snprintf(field + n, sizeof field - n, "N%d;", i);
    }
    struct slice parts[NAME_PARTS_MAX];
    assert_int_equal(name_split((struct slice){field, n}, parts), NAME_PARTS_MAX);
    check_slice(parts[0], "N0");
    check_slice(parts[NAME_PARTS_MAX - 2], "N14");
    assert_true(slice_starts(parts[NAME_PARTS_MAX - 1], "N15;N16"));
}

/* Whatever the bytes: parts lie in the field, in order, and do not overlap. */
static void test_split__gives_parts_of_the_field(void **state)
{
    (void)state;
    static const char LETTERS[] = "ak.fn;/(), dbaXY:\0\xC3";
    struct dice d = dice_new(5);
    for (int round = 0; round < 20000; round++) {
        char field[40];
        size_t n = dice_below(&d, sizeof field);
        for (size_t i = 0; i < n; i++) {
            field[i] = LETTERS[dice_below(&d, sizeof LETTERS - 1)];
        }
        struct slice parts[NAME_PARTS_MAX];
        size_t count = name_split((struct slice){field, n}, parts);
        const char *from = field;
        assert_in_range(count, 1, NAME_PARTS_MAX);
        for (size_t i = 0; i < count; i++) {
            assert_true(parts[i].p >= from && parts[i].p + parts[i].n <= field + n);
            assert_true(parts[i].n > 0 || count == 1);
            from = parts[i].p + parts[i].n;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split__leaves_one_name_whole),
        cmocka_unit_test(test_split__cuts_at_marks),
        cmocka_unit_test(test_split__cuts_at_semicolons),
        cmocka_unit_test(test_split__cuts_at_a_slash_between_names_only),
        cmocka_unit_test(test_split__keeps_the_rest_in_the_last_part),
        cmocka_unit_test(test_split__gives_parts_of_the_field),
    };
    return RUN_TESTS(tests);
}
