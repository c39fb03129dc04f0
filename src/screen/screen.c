#include "screen/screen.h"

#include <stdio.h>
#include <time.h>

/* An answer of 500 parties with all their values and terms stays well below. */
static const size_t ARENA_LIMIT = (size_t)512 << 20;
static const size_t PIECE_LIMIT = (size_t)256 << 20;

enum { HITS_A_BATCH = 2560, ROWS_MIN = 8, ROWS_MAX = 512 };

struct worker {
    struct searcher *searcher;
    struct arena arena;
    struct buf piece; /* the row at work */
    struct latency cpu;
};

struct run {
    const struct screen_job *job;
    struct customer_rules rules; /* with what the header says */
    struct feed *feed;
    struct rows *rows;
    struct conveyor *conveyor;
    struct worker *workers;
    struct screen_outcome *outcome;
    bool damaged; /* an answer failed because the index is damaged */
};

/* ---- one row ---- */

static const char *search_error(enum err code)
{
    switch (code) {
    case ERR_TEXT:
        return "no_letters";
    case ERR_USAGE:
        return "no_name";
    case ERR_FORMAT:
        return "damaged_index";
    default:
        return err_word(code);
    }
}

int screen_one(const struct report *report, struct customer *customer,
               const struct search_options *options, struct searcher *searcher,
               struct report_row *row, struct answer *answer, struct buf *out,
               struct diag *diag)
{
    struct question question;
    struct diag why = {0};
    int result = customer_finish(customer, &question) ? 0 : ERR_USAGE;
    row->customer = customer;
    row->answer = NULL;
    if (result == 0) {
        result = search_run(searcher, &question, options, customer->arena, answer, &why);
        row->answer = result == 0 ? answer : NULL;
    }
    if (result == 0) {
        result = report_row(report, row, customer->arena, out, &why);
    }
    if (result == 0 && buf_failed(out)) {
        result = diag_set(&why, ERR_LIMIT, "the answer is too long");
    }
    if (result == 0) {
        return 0;
    }
    if (!customer->error) {
        customer_fail(customer, search_error((enum err)result), "%s", why.text);
    }
    FAIL(diag, (enum err)result, "%s", customer->message);
}

static void add_values(struct customer *c, const struct customer_row *row)
{
    if (row->error) {
        customer_fail(c, row->error, "%s", row->message);
    }
    if (row->flags & ROW_STRAY_QUOTE) {
        customer_warn(c, "stray_quote", "text behind a closing quote; read as text",
                      SLICE("row"));
    }
    if (row->flags & ROW_SHORT) {
        customer_warn(c, "few_fields", "fewer fields than the header has", SLICE("row"));
    }
    if (row->flags & ROW_LONG) {
        customer_warn(c, "many_fields", "more fields than the header has; the rest is left out",
                      SLICE("row"));
    }
    for (size_t i = 0; i < row->n; i++) {
        customer_add_column(c, row->values[i].column, row->values[i].text);
    }
}

/* The piece of the report of a row that could not be screened: needs neither index nor arena. */
static void report_error(const struct run *run, const struct report_row *row, struct buf *out)
{
    struct report_row bad = {.row = row->row, .customer = row->customer};
    int result = report_row(&run->job->report, &bad, NULL, out, NULL);
    (void)result; /* without an answer nothing is looked up */
}

static void put_notes(const struct run *run, const struct customer_row *row,
                      const struct customer *c, struct buf *notes)
{
    const char *file = run->feed->name;
    unsigned long long line = row->line;
    if (c->error) {
        buf_printf(notes, "%s:%llu: not screened: %s\n", file, line, c->error);
        return;
    }
    for (size_t i = 0; i < c->warning_count; i++) {
        buf_printf(notes, "%s:%llu: %.*s: %s\n", file, line, SLICE_ARG(c->warnings[i].column),
                   c->warnings[i].text);
    }
}

static void answer_row(struct run *run, struct worker *worker, struct customer_row *row,
                       struct buf *out, struct buf *notes)
{
    struct customer customer;
    struct answer answer = {0};
    struct report_row piece = {.row = row->number};
    arena_reset(&worker->arena);
    buf_reset(&worker->piece);
    customer_begin(&customer, &run->rules, &worker->arena);
    add_values(&customer, row);
    int result = screen_one(&run->job->report, &customer, &run->job->search, worker->searcher,
                            &piece, &answer, &worker->piece, NULL);
    if (result < 0) {
        buf_reset(&worker->piece);
        report_error(run, &piece, &worker->piece);
    }
    row->outcome = (struct row_outcome){
        .hits = result == 0 ? answer.total : 0,
        .warnings = customer.warning_count,
        .error = result < 0,
        .damaged = result == ERR_FORMAT,
    };
    buf_add(out, buf_slice(&worker->piece));
    put_notes(run, row, &customer, notes);
}

/* ---- the conveyor's side ---- */

static int read_row(void *context, struct arena *arena, void **out, struct diag *diag)
{
    struct run *run = context;
    struct customer_row *row = NULL;
    TRY(rows_next(run->rows, arena, &row, diag));
    *out = row;
    return 0;
}

static void work_row(void *context, size_t number, void *row, struct buf *out,
                     struct buf *notes)
{
    struct run *run = context;
    struct worker *worker = &run->workers[number];
    bool timed = run->job->flags & SCREEN_TIMED;
    uint64_t begun = timed ? latency_clock() : 0;
    answer_row(run, worker, row, out, notes);
    if (timed) {
        latency_add(&worker->cpu, latency_clock() - begun);
    }
}

static void count_row(void *context, const void *passed)
{
    struct run *run = context;
    const struct customer_row *row = passed;
    struct screen_outcome *o = run->outcome;
    o->totals.rows++;
    o->totals.rows_hit += row->outcome.hits > 0;
    o->totals.errors += row->outcome.error;
    o->hits += row->outcome.hits;
    o->warnings += row->outcome.warnings;
    run->damaged = run->damaged || row->outcome.damaged;
}

static bool write_batch(void *context, uint64_t rows, struct slice out, struct slice notes)
{
    struct run *run = context;
    const struct screen_sink *sink = &run->job->sink;
    (void)rows;
    if (notes.n) {
        sink->note(sink->context, notes);
    }
    if (out.n && !sink->write(sink->context, out)) {
        return false;
    }
    if (sink->progress) {
        sink->progress(sink->context, run->outcome->totals.rows, run->feed->taken,
                       run->feed->size);
    }
    return true;
}

static void before_waiting(void *context)
{
    struct run *run = context;
    conveyor_flush(run->conveyor);
}

/* ---- a run ---- */

static int make_workers(struct run *run, struct arena *memory, struct diag *diag)
{
    size_t crew = run->job->crew;
    run->workers = ARENA_ARRAY(memory, struct worker, crew);
    if (!run->workers) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu threads", crew);
    }
    for (size_t i = 0; i < crew; i++) {
        arena_init(&run->workers[i].arena, ARENA_LIMIT);
        buf_init(&run->workers[i].piece, PIECE_LIMIT);
    }
    for (size_t i = 0; i < crew; i++) {
        if (searcher_new(run->job->report.maker.index, &run->workers[i].searcher) < 0) {
            FAIL(diag, ERR_MEMORY, "no memory for %zu threads", crew);
        }
    }
    return 0;
}

static void free_workers(struct run *run)
{
    for (size_t i = 0; run->workers && i < run->job->crew; i++) {
        struct worker *w = &run->workers[i];
        latency_merge(&run->outcome->cpu, &w->cpu);
        searcher_free(w->searcher);
        arena_release(&w->arena);
        buf_release(&w->piece);
    }
}

/* Many hits a row make few rows a batch, so that a batch has about the same size always. */
static size_t rows_a_batch(size_t limit)
{
    size_t rows = HITS_A_BATCH / (limit ? limit : 1);
    rows = rows < ROWS_MIN ? ROWS_MIN : rows;
    return rows > ROWS_MAX ? ROWS_MAX : rows;
}

static bool hand_over(struct run *run, struct buf *text)
{
    const struct screen_sink *sink = &run->job->sink;
    bool heard = text->n == 0 || sink->write(sink->context, buf_slice(text));
    buf_reset(text);
    return heard;
}

static void note_unused(struct run *run)
{
    struct slice unused = rows_unused(run->rows);
    struct buf line;
    buf_init(&line, 8192);
    if (unused.n) {
        buf_printf(&line, "%s: columns that play no part: ", run->feed->name);
        buf_add(&line, unused);
        buf_add_char(&line, '\n');
        run->job->sink.note(run->job->sink.context, buf_slice(&line));
    }
    buf_release(&line);
}

static int run_rows(struct run *run, struct diag *diag)
{
    struct conveyor_job belt = {
        .context = run,
        .read = read_row,
        .work = work_row,
        .passed = count_row,
        .write = write_batch,
        .crew = run->job->crew,
        .batch_rows = rows_a_batch(run->job->search.limit),
        .stop = run->job->stop,
    };
    TRY(conveyor_new(&belt, &run->conveyor, diag));
    run->feed->stop = run->job->stop;
    run->feed->before_waiting = before_waiting;
    run->feed->context = run;
    int result = conveyor_run(run->conveyor, diag);
    run->feed->before_waiting = NULL;
    conveyor_free(run->conveyor);
    if (result == 0 && run->damaged) {
        FAIL(diag, ERR_FORMAT, "the index is damaged: some rows could not be screened");
    }
    return result;
}

static int run_report(struct run *run, struct diag *diag)
{
    struct buf edge;
    buf_init(&edge, 1 << 20);
    TRY(rows_open(&run->rows, run->feed, &run->job->rows, diag));
    note_unused(run);
    run->rules.person = run->rules.person || rows_of_people(run->rows);
    report_begin(&run->job->report, &edge);
    int result = 0;
    if (hand_over(run, &edge)) {
        result = run_rows(run, diag);
        report_end(&run->job->report, &run->outcome->totals, &edge);
        (void)hand_over(run, &edge);
    }
    buf_release(&edge);
    rows_close(run->rows);
    return result;
}

static double seconds_since(const struct timespec *begun)
{
    struct timespec now = *begun;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

int screen_run(const struct screen_job *job, struct feed *feed, struct screen_outcome *out,
               struct diag *diag)
{
    struct timespec begun = {0};
    struct arena memory;
    struct run run = {.job = job, .rules = job->rules, .feed = feed, .outcome = out};
    *out = (struct screen_outcome){0};
    (void)clock_gettime(CLOCK_MONOTONIC, &begun);
    arena_init(&memory, (size_t)64 << 20);
    int result = make_workers(&run, &memory, diag);
    if (result == 0) {
        result = run_report(&run, diag);
    }
    free_workers(&run);
    arena_release(&memory);
    out->seconds = seconds_since(&begun);
    return result;
}
