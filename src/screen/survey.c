#include "screen/survey.h"

#include "match/compare.h"
#include "screen/conveyor.h"

static const size_t ARENA_LIMIT = (size_t)512 << 20;

enum { BATCH_ROWS = 512 };

struct surveyor {
    struct searcher *searcher;
    struct arena arena; /* of a row */
    struct survey sum;
    bool damaged; /* the index is */
};

struct survey_run {
    const struct survey_job *job;
    struct customer_rules rules; /* with what the header says */
    struct feed *feed;
    struct rows *rows;
    struct conveyor *conveyor;
    struct surveyor *surveyors;
    uint64_t done;
};

/* ---- one row ---- */

static bool is_equal(const struct survey_run *run, const struct hit *hit, struct arena *arena)
{
    struct entity e;
    struct comparison c;
    return hit->name.query.n && hit->name.listed.n &&
           index_entity(run->job->index, hit->entity, arena, &e, NULL) == 0 &&
           compare_names(e.schema, hit->name.query, hit->name.listed, 0, arena, &c, NULL) ==
               0 &&
           c.equal;
}

static void count_answer(const struct survey_run *run, struct surveyor *s,
                         const struct answer *answer)
{
    unsigned equal = 0;
    for (size_t i = 0; i < answer->hit_count; i++) {
        const struct hit *hit = &answer->hits[i];
        tally_add(&s->sum.hits, hit->score);
        if (!equal && is_equal(run, hit, &s->arena)) {
            equal = hit->score; /* the hits are sorted: this is the best */
        }
    }
    if (answer->hit_count) {
        tally_add(&s->sum.customers, answer->hits[0].score);
    }
    if (equal) {
        tally_add(&s->sum.equal, equal);
    }
}

static int ask_row(const struct survey_run *run, struct surveyor *s,
                   const struct customer_row *row)
{
    const struct search_options options = {.threshold = SCORE_LOWEST,
                                           .limit = SEARCH_LIMIT_MAX};
    struct customer customer;
    struct question question;
    struct answer answer = {0};
    customer_begin(&customer, &run->rules, &s->arena);
    for (size_t i = 0; i < row->n; i++) {
        customer_add_column(&customer, row->values[i].column, row->values[i].text);
    }
    if (row->error || !customer_finish(&customer, &question)) {
        return ERR_USAGE;
    }
    TRY(search_run(s->searcher, &question, &options, &s->arena, &answer, NULL));
    count_answer(run, s, &answer);
    return 0;
}

static void work_row(void *context, size_t worker, void *row, struct buf *out,
                     struct buf *notes)
{
    struct survey_run *run = context;
    struct surveyor *s = &run->surveyors[worker];
    (void)out;
    (void)notes;
    arena_reset(&s->arena);
    int result = ask_row(run, s, row);
    s->sum.rows++;
    s->sum.errors += result < 0;
    s->damaged |= result == ERR_FORMAT;
}

/* ---- the conveyor's side ---- */

static int read_row(void *context, struct arena *arena, void **out, struct diag *diag)
{
    struct survey_run *run = context;
    struct customer_row *row = NULL;
    TRY(rows_next(run->rows, arena, &row, diag));
    *out = row;
    return 0;
}

static bool tell_batch(void *context, uint64_t rows, struct slice out, struct slice notes)
{
    struct survey_run *run = context;
    (void)out;
    (void)notes;
    run->done += rows;
    if (run->job->progress) {
        run->job->progress(run->job->context, run->done, run->feed->taken);
    }
    return true;
}

/* ---- a run ---- */

static int make_surveyors(struct survey_run *run, struct arena *memory, struct diag *diag)
{
    run->surveyors = ARENA_ARRAY(memory, struct surveyor, run->job->crew);
    for (size_t i = 0; run->surveyors && i < run->job->crew; i++) {
        arena_init(&run->surveyors[i].arena, ARENA_LIMIT);
    }
    for (size_t i = 0; run->surveyors && i < run->job->crew; i++) {
        if (searcher_new(run->job->index, &run->surveyors[i].searcher) < 0) {
            FAIL(diag, ERR_MEMORY, "no memory for %zu threads", run->job->crew);
        }
    }
    if (!run->surveyors) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu threads", run->job->crew);
    }
    return 0;
}

static bool gather(struct survey_run *run, struct survey *out)
{
    bool damaged = false;
    for (size_t i = 0; run->surveyors && i < run->job->crew; i++) {
        struct surveyor *s = &run->surveyors[i];
        out->rows += s->sum.rows;
        out->errors += s->sum.errors;
        tally_merge(&out->customers, &s->sum.customers);
        tally_merge(&out->equal, &s->sum.equal);
        tally_merge(&out->hits, &s->sum.hits);
        damaged |= s->damaged;
        searcher_free(s->searcher);
        arena_release(&s->arena);
    }
    return damaged;
}

static int run_rows(struct survey_run *run, struct diag *diag)
{
    struct conveyor_job belt = {
        .context = run,
        .read = read_row,
        .work = work_row,
        .write = tell_batch,
        .crew = run->job->crew,
        .batch_rows = BATCH_ROWS,
        .stop = run->job->stop,
    };
    TRY(rows_open(&run->rows, run->feed, &run->job->rows, diag));
    run->rules.person = run->rules.person || rows_of_people(run->rows);
    run->feed->stop = run->job->stop;
    int result = conveyor_new(&belt, &run->conveyor, diag);
    if (result == 0) {
        result = conveyor_run(run->conveyor, diag);
        conveyor_free(run->conveyor);
    }
    rows_close(run->rows);
    return result;
}

int survey_run(const struct survey_job *job, struct feed *feed, struct survey *out,
               struct diag *diag)
{
    struct survey_run run = {.job = job, .rules = job->rules, .feed = feed};
    struct arena memory;
    *out = (struct survey){0};
    arena_init(&memory, (size_t)64 << 20);
    int result = make_surveyors(&run, &memory, diag);
    if (result == 0) {
        result = run_rows(&run, diag);
    }
    if (gather(&run, out) && result == 0) {
        result =
            diag_set(diag, ERR_FORMAT, "the index is damaged: some rows could not be screened");
    }
    arena_release(&memory);
    return result;
}
