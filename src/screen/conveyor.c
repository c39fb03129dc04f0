#include "screen/conveyor.h"

#include "base/thread.h"

/* One row of the batch may be 16 MiB of JSON with millions of values. */
static const size_t ARENA_LIMIT = (size_t)512 << 20;
static const size_t TEXT_LIMIT = (size_t)1 << 30;

/* Where the answer to a row lies. */
struct place {
    void *row;
    size_t worker;          /* whose buffers hold the answer */
    size_t out_from, out_n; /* in its `out` */
    size_t note_from, note_n;
    bool done;
};

struct bench {
    struct buf out, notes;
};

struct conveyor {
    struct arena memory; /* holds this structure and the arrays */
    struct conveyor_job job;
    struct arena rows;     /* of the batch */
    struct place *places;  /* batch_rows of them */
    size_t n;              /* rows in the batch */
    struct bench *benches; /* one a worker */
    struct buf out, notes; /* of the batch, in order */
    uint64_t done;
    bool unheard; /* nobody listens */
    bool failed;  /* answers did not fit into memory */
};

int conveyor_new(const struct conveyor_job *job, struct conveyor **out, struct diag *diag)
{
    struct arena memory;
    arena_init(&memory, 1 << 20);
    struct conveyor *c = ARENA_NEW(&memory, struct conveyor);
    struct place *places = ARENA_ARRAY(&memory, struct place, job->batch_rows);
    struct bench *benches = ARENA_ARRAY(&memory, struct bench, job->crew);
    if (arena_failed(&memory)) {
        arena_release(&memory);
        FAIL(diag, ERR_MEMORY, "no memory for a batch of rows");
    }
    *c = (struct conveyor){.memory = memory, .job = *job, .places = places, .benches = benches};
    arena_init(&c->rows, ARENA_LIMIT);
    buf_init(&c->out, TEXT_LIMIT);
    buf_init(&c->notes, TEXT_LIMIT);
    for (size_t i = 0; i < job->crew; i++) {
        buf_init(&benches[i].out, TEXT_LIMIT);
        buf_init(&benches[i].notes, TEXT_LIMIT);
    }
    *out = c;
    return 0;
}

void conveyor_free(struct conveyor *c)
{
    if (!c) {
        return;
    }
    for (size_t i = 0; i < c->job.crew; i++) {
        buf_release(&c->benches[i].out);
        buf_release(&c->benches[i].notes);
    }
    buf_release(&c->out);
    buf_release(&c->notes);
    arena_release(&c->rows);
    struct arena memory = c->memory;
    arena_release(&memory);
}

static bool stopped(const struct conveyor *c)
{
    return c->job.stop && *c->job.stop;
}

static void work_on(void *context, size_t worker, size_t piece)
{
    struct conveyor *c = context;
    struct place *place = &c->places[piece];
    struct bench *bench = &c->benches[worker];
    if (stopped(c)) {
        return;
    }
    place->worker = worker;
    place->out_from = bench->out.n;
    place->note_from = bench->notes.n;
    c->job.work(c->job.context, worker, place->row, &bench->out, &bench->notes);
    place->out_n = bench->out.n - place->out_from;
    place->note_n = bench->notes.n - place->note_from;
    place->done = !buf_failed(&bench->out);
}

/* Puts the answers in the order of the rows, up to the first row that has none. */
static uint64_t put_in_order(struct conveyor *c)
{
    size_t i = 0;
    for (; i < c->n && c->places[i].done; i++) {
        const struct place *place = &c->places[i];
        const struct bench *bench = &c->benches[place->worker];
        if (place->out_n) {
            buf_add_bytes(&c->out, bench->out.p + place->out_from, place->out_n);
        }
        if (place->note_n) {
            buf_add_bytes(&c->notes, bench->notes.p + place->note_from, place->note_n);
        }
        if (c->job.passed) {
            c->job.passed(c->job.context, place->row);
        }
    }
    c->failed = c->failed || buf_failed(&c->out) || (i < c->n && !stopped(c));
    return i;
}

static void clear_batch(struct conveyor *c)
{
    for (size_t i = 0; i < c->job.crew; i++) {
        buf_reset(&c->benches[i].out);
        buf_reset(&c->benches[i].notes);
    }
    buf_reset(&c->out);
    buf_reset(&c->notes);
    arena_reset(&c->rows);
    c->n = 0;
}

void conveyor_flush(struct conveyor *c)
{
    if (c->n == 0 || c->unheard || c->failed) {
        return;
    }
    crew_run(c->job.crew, c->n, work_on, c);
    uint64_t rows = put_in_order(c);
    if (!c->failed) {
        c->unheard =
            !c->job.write(c->job.context, rows, buf_slice(&c->out), buf_slice(&c->notes));
        c->done += rows;
    }
    clear_batch(c);
}

/* Reads until the batch is full; *more is false at the end of the rows. */
static int read_batch(struct conveyor *c, bool *more, struct diag *diag)
{
    *more = true;
    while (c->n < c->job.batch_rows && c->rows.used < CONVEYOR_BATCH_BYTES &&
           !arena_failed(&c->rows)) {
        void *row = NULL;
        int result =
            stopped(c) ? ERR_STOPPED : c->job.read(c->job.context, &c->rows, &row, diag);
        if (result < 0) {
            return result;
        }
        if (!row) {
            *more = false;
            return 0;
        }
        c->places[c->n++] = (struct place){.row = row};
    }
    return 0;
}

int conveyor_run(struct conveyor *c, struct diag *diag)
{
    bool more = true;
    int result = 0;
    while (more && result == 0 && !c->unheard && !c->failed) {
        result = read_batch(c, &more, diag);
        conveyor_flush(c);
    }
    if (c->failed) {
        FAIL(diag, ERR_MEMORY, "no memory for the answers to a batch of rows");
    }
    if (stopped(c)) {
        FAIL(diag, ERR_STOPPED, "stopped");
    }
    return result;
}

uint64_t conveyor_done(const struct conveyor *c)
{
    return c->done;
}
