/* Rows through several threads: in order, all of them, and stopped where it is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/conveyor.h"

struct line {
    uint64_t number;
};

struct works {
    uint64_t rows;         /* that there are */
    uint64_t given;        /* so far */
    uint64_t fails_at;     /* reading fails behind this one; 0: never */
    uint64_t stops_at;     /* the user interrupts while this one is worked on; 0: never */
    uint64_t unheard_from; /* nobody listens from this row on; 0: never */
    uint64_t flush_every;  /* the source waits after so many rows; 0: never */
    uint64_t passed;
    atomic_int stop;
    struct conveyor *conveyor;
    struct buf out, notes;
};

static int read_line(void *context, struct arena *arena, void **row, struct diag *diag)
{
    struct works *w = context;
    if (w->fails_at && w->given == w->fails_at) {
        FAIL(diag, ERR_CUT, "cut");
    }
    if (w->flush_every && w->given % w->flush_every == 0) {
        conveyor_flush(w->conveyor);
    }
    *row = NULL;
    if (w->given == w->rows) {
        return 0;
    }
    struct line *line = ARENA_NEW(arena, struct line);
    assert_non_null(line);
    line->number = ++w->given;
    *row = line;
    return 0;
}

static void work_line(void *context, size_t worker, void *row, struct buf *out,
                      struct buf *notes)
{
    struct works *w = context;
    const struct line *line = row;
    (void)worker;
    buf_printf(out, "%llu\n", (unsigned long long)line->number);
    if (line->number % 7 == 0) {
        buf_printf(notes, "%llu\n", (unsigned long long)line->number);
    }
    if (w->stops_at && line->number == w->stops_at) {
        w->stop = 1;
    }
}

static void count_line(void *context, const void *row)
{
    struct works *w = context;
    const struct line *line = row;
    assert_int_equal(line->number, w->passed + 1);
    w->passed++;
}

static bool take(void *context, uint64_t rows, struct slice out, struct slice notes)
{
    struct works *w = context;
    (void)rows;
    buf_add(&w->out, out);
    buf_add(&w->notes, notes);
    return !w->unheard_from || w->passed < w->unheard_from;
}

static int run(struct works *w, size_t crew, size_t batch)
{
    struct conveyor_job job = {.context = w,
                               .read = read_line,
                               .work = work_line,
                               .passed = count_line,
                               .write = take,
                               .crew = crew,
                               .batch_rows = batch,
                               .stop = &w->stop};
    struct diag diag = {0};
    buf_init(&w->out, 1 << 24);
    buf_init(&w->notes, 1 << 24);
    assert_int_equal(conveyor_new(&job, &w->conveyor, &diag), 0);
    int result = conveyor_run(w->conveyor, &diag);
    assert_int_equal(conveyor_done(w->conveyor), w->passed);
    conveyor_free(w->conveyor);
    return result;
}

/* Are the numbers 1 … n there, each on its line? */
static void check_lines(const struct works *w, uint64_t n, uint64_t step)
{
    struct buf expected;
    buf_init(&expected, 1 << 24);
    for (uint64_t i = step; i <= n; i += step) {
        buf_printf(&expected, "%llu\n", (unsigned long long)i);
    }
    assert_true(slice_eq(buf_slice(step == 1 ? &w->out : &w->notes), buf_slice(&expected)));
    buf_release(&expected);
}

static void release(struct works *w)
{
    buf_release(&w->out);
    buf_release(&w->notes);
}

static void test_screen_conveyor__keeps_the_order(void **state)
{
    (void)state;
    static const size_t CREWS[] = {1, 2, 7};
    static const size_t BATCHES[] = {1, 10, 512};
    for (size_t c = 0; c < 3; c++) {
        for (size_t b = 0; b < 3; b++) {
            struct works w = {.rows = 1000};
            assert_int_equal(run(&w, CREWS[c], BATCHES[b]), 0);
            check_lines(&w, 1000, 1);
            check_lines(&w, 1000, 7);
            release(&w);
        }
    }
}

static void test_screen_conveyor__answers_before_it_waits(void **state)
{
    (void)state;
    struct works w = {.rows = 100, .flush_every = 3};
    assert_int_equal(run(&w, 2, 512), 0);
    check_lines(&w, 100, 1);
    release(&w);
}

static void test_screen_conveyor__no_rows_are_no_output(void **state)
{
    (void)state;
    struct works w = {.rows = 0};
    assert_int_equal(run(&w, 2, 512), 0);
    assert_int_equal(w.out.n, 0);
    release(&w);
}

static void test_screen_conveyor__answers_what_stands_before_a_fault(void **state)
{
    (void)state;
    struct works w = {.rows = 1000, .fails_at = 333};
    assert_int_equal(run(&w, 2, 100), ERR_CUT);
    check_lines(&w, 333, 1);
    release(&w);
}

static void test_screen_conveyor__stops_with_a_whole_beginning(void **state)
{
    (void)state;
    struct works w = {.rows = 1000, .stops_at = 250};
    assert_int_equal(run(&w, 3, 100), ERR_STOPPED);
    assert_true(w.passed >= 200 && w.passed < 300);
    check_lines(&w, w.passed, 1);
    release(&w);
}

static void test_screen_conveyor__ends_when_nobody_listens(void **state)
{
    (void)state;
    struct works w = {.rows = 100000, .unheard_from = 50};
    assert_int_equal(run(&w, 2, 100), 0);
    assert_int_equal(w.passed, 100);
    release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_conveyor__keeps_the_order),
        cmocka_unit_test(test_screen_conveyor__answers_before_it_waits),
        cmocka_unit_test(test_screen_conveyor__no_rows_are_no_output),
        cmocka_unit_test(test_screen_conveyor__answers_what_stands_before_a_fault),
        cmocka_unit_test(test_screen_conveyor__stops_with_a_whole_beginning),
        cmocka_unit_test(test_screen_conveyor__ends_when_nobody_listens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
