#include "screen/pairs.h"

#include "format/csv.h"
#include "match/compare.h"
#include "screen/report_forms.h"
#include "screen/written.h"

static const size_t ARENA_LIMIT = (size_t)64 << 20;

struct pair {
    uint64_t line;
    const struct slice *fields;
    size_t n;
    const char *error; /* the record could not be read; static words */
    bool failed;       /* set by who compares it, like the next */
    bool alert;
    bool odd_schema; /* not known: compared as if it had none */
};

struct pairs_run {
    const struct pairs_job *job;
    struct feed *feed;
    struct csv *csv;
    struct conveyor *conveyor;
    struct arena *arenas; /* one a worker */
    struct pairs_outcome *outcome;
    size_t columns;               /* in the header */
    size_t schema, first, second; /* columns; schema is `columns` when there is none */
};

/* ---- one pair ---- */

static struct slice field_of(const struct pair *pair, size_t column)
{
    return column < pair->n ? pair->fields[column] : (struct slice){NULL, 0};
}

/* The score of a pair; 0, with the reason in *why, when it cannot be compared. */
static unsigned score_pair(const struct pairs_run *run, struct arena *arena, struct pair *pair,
                           struct diag *why)
{
    enum schema schema = run->job->schema;
    bool any = false;
    struct slice word = slice_trim(field_of(pair, run->schema));
    if (pair->error) {
        (void)diag_set(why, ERR_FORMAT, "%s", pair->error);
        return 0;
    }
    if (word.n && !written_schema(word, &schema, &any)) {
        schema = run->job->schema;
        pair->odd_schema = true;
    }
    struct comparison c;
    struct slice asked = customer_name_cut(slice_trim(field_of(pair, run->first)));
    struct slice listed = customer_name_cut(slice_trim(field_of(pair, run->second)));
    return compare_names(schema, asked, listed, 0, arena, &c, why) == 0 ? c.score : 0;
}

static void put_fields(struct buf *out, const struct pair *pair, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (i) {
            buf_add_char(out, ',');
        }
        csv_put_field(out, field_of(pair, i), ',');
    }
}

static void put_row(const struct pairs_run *run, const struct pair *pair, unsigned score,
                    struct buf *out)
{
    put_fields(out, pair, 0, run->columns);
    buf_add_char(out, ',');
    report_score(out, score);
    put_fields(out, pair, run->columns, pair->n);
    buf_add_char(out, '\n');
}

static void work_pair(void *context, size_t worker, void *row, struct buf *out,
                      struct buf *notes)
{
    struct pairs_run *run = context;
    struct pair *pair = row;
    struct diag why = {0};
    struct arena *arena = &run->arenas[worker];
    arena_reset(arena);
    unsigned score = score_pair(run, arena, pair, &why);
    pair->failed = why.code != 0;
    pair->alert = score >= SCORE_ALERT;
    put_row(run, pair, score, out);
    if (pair->failed) {
        buf_printf(notes, "%s:%llu: not compared: %s\n", run->feed->name,
                   (unsigned long long)pair->line, why.text);
    } else if (pair->odd_schema) {
        buf_printf(notes, "%s:%llu: schema: not a kind of party known here: left out\n",
                   run->feed->name, (unsigned long long)pair->line);
    }
}

/* ---- the conveyor's side ---- */

static int read_pair(void *context, struct arena *arena, void **out, struct diag *diag)
{
    struct pairs_run *run = context;
    const struct csv_record *record;
    TRY(csv_next(run->csv, &record, diag));
    if (!record) {
        *out = NULL;
        return 0;
    }
    struct pair *pair = ARENA_NEW(arena, struct pair);
    struct slice *fields = ARENA_ARRAY(arena, struct slice, record->field_count);
    if (!pair || !fields) {
        FAIL(diag, ERR_MEMORY, "no memory for a row");
    }
    for (size_t i = 0; i < record->field_count; i++) {
        fields[i] = arena_copy(arena, record->fields[i]);
    }
    *pair = (struct pair){.line = record->line, .fields = fields, .n = record->field_count};
    if (record->flags & (CSV_TOO_LONG | CSV_TOO_MANY_FIELDS)) {
        pair->error = "the row is too long, or has too many fields";
    } else if (record->flags & CSV_BAD_TEXT) {
        pair->error = "not valid in its encoding; name another one with --encoding";
    }
    *out = pair;
    return 0;
}

static void count_pair(void *context, const void *row)
{
    struct pairs_run *run = context;
    const struct pair *pair = row;
    run->outcome->rows++;
    run->outcome->alerts += pair->alert;
    run->outcome->errors += pair->failed;
}

static bool write_pairs(void *context, uint64_t rows, struct slice out, struct slice notes)
{
    struct pairs_run *run = context;
    const struct screen_sink *sink = &run->job->sink;
    (void)rows;
    if (notes.n) {
        sink->note(sink->context, notes);
    }
    if (!sink->write(sink->context, out)) {
        return false;
    }
    if (sink->progress) {
        sink->progress(sink->context, run->outcome->rows, run->feed->taken, run->feed->size);
    }
    return true;
}

static void before_waiting(void *context)
{
    struct pairs_run *run = context;
    conveyor_flush(run->conveyor);
}

/* ---- a run ---- */

static size_t find_column(const struct csv_record *header, const char *title)
{
    size_t i = 0;
    while (i < header->field_count &&
           !slice_eq_nocase(slice_trim(header->fields[i]), slice_of(title))) {
        i++;
    }
    return i;
}

static int read_header(struct pairs_run *run, struct buf *out, struct diag *diag)
{
    const struct csv_record *header;
    TRY(csv_next(run->csv, &header, diag));
    if (!header) {
        FAIL(diag, ERR_FORMAT, "empty: no header row");
    }
    run->columns = header->field_count;
    run->schema = find_column(header, "schema");
    run->first = find_column(header, "name1");
    run->second = find_column(header, "name2");
    if (run->first == run->columns || run->second == run->columns) {
        FAIL(diag, ERR_FORMAT, "the header has no column '%s'; it needs schema,name1,name2",
             run->first == run->columns ? "name1" : "name2");
    }
    struct pair titles = {.fields = header->fields, .n = header->field_count};
    put_fields(out, &titles, 0, run->columns);
    buf_add_text(out, ",score\n");
    return 0;
}

static int run_belt(struct pairs_run *run, struct diag *diag)
{
    struct conveyor_job belt = {
        .context = run,
        .read = read_pair,
        .work = work_pair,
        .passed = count_pair,
        .write = write_pairs,
        .crew = run->job->crew,
        .batch_rows = CONVEYOR_BATCH_ROWS,
        .stop = run->job->stop,
    };
    TRY(conveyor_new(&belt, &run->conveyor, diag));
    run->feed->stop = run->job->stop;
    run->feed->before_waiting = before_waiting;
    run->feed->context = run;
    int result = conveyor_run(run->conveyor, diag);
    run->feed->before_waiting = NULL;
    conveyor_free(run->conveyor);
    return result;
}

static int run_csv(struct pairs_run *run, struct diag *diag)
{
    struct buf header;
    buf_init(&header, 16 << 20);
    int result = read_header(run, &header, diag);
    if (result == 0 && buf_failed(&header)) {
        result = diag_set(diag, ERR_LIMIT, "the header is too long");
    }
    if (result == 0 && run->job->sink.write(run->job->sink.context, buf_slice(&header))) {
        result = run_belt(run, diag);
    }
    buf_release(&header);
    return result;
}

int pairs_run(const struct pairs_job *job, struct feed *feed, struct pairs_outcome *out,
              struct diag *diag)
{
    struct pairs_run run = {.job = job, .feed = feed, .outcome = out};
    struct csv_options options = {.encoding = job->encoding};
    struct arena memory;
    *out = (struct pairs_outcome){0};
    arena_init(&memory, 1 << 20);
    run.arenas = ARENA_ARRAY(&memory, struct arena, job->crew);
    if (!run.arenas) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu threads", job->crew);
    }
    for (size_t i = 0; i < job->crew; i++) {
        arena_init(&run.arenas[i], ARENA_LIMIT);
    }
    int result = csv_open(&run.csv, &options, pull_from_feed(feed), diag);
    if (result == 0) {
        result = run_csv(&run, diag);
        csv_close(run.csv);
    }
    for (size_t i = 0; i < job->crew; i++) {
        arena_release(&run.arenas[i]);
    }
    arena_release(&memory);
    if (result < 0 && diag && !diag->source[0]) {
        diag_at(diag, feed->name, diag->line, diag->column);
    }
    return result;
}
