/*
 * vaglio-build - lists to an index; started by `vaglio build`.
 *
 * plan (which snapshots) → read each into the builder → compare with the index that is about to
 * be replaced → write.  When a list cannot be read to its end, what it handed out is void: the
 * build fails, or with --skip-bad-lists begins again without it.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/num.h"
#include "base/thread.h"
#include "cli/build_choices.h"
#include "cli/build_told.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/join_choice.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "index/builder.h"
#include "index/index.h"
#include "lists/plan.h"
#include "lists/remark_book.h"
#include "model/civil.h"
#include "model/date.h"

static const char NAME[] = "build";

enum { DAY = 86400 /* seconds */ };

/* ---- the build ---- */

struct build {
    struct build_choices choices;
    char path[INDEX_PATH_MAX]; /* of the index */
    size_t memory;             /* bytes for the builder */
    struct plan *plan;
    bool *bad; /* by snapshot: left out by --skip-bad-lists */
    struct builder *builder;
    struct join_choice join;  /* which records become one party */
    struct remark_book found; /* remarks of the plan */
    struct remark_book read;  /* remarks of the readers; begins anew with each try */
    struct progress progress;
    const struct snapshot *now; /* being read */
    uint64_t bytes_before;      /* of files read before the one at work */
    uint64_t file_size;         /* of that one */
    struct builder_outcome outcome;
    struct output out;
};

/* The only state outside a function: what a signal handler can reach. */
static volatile sig_atomic_t stopped;

static void on_signal(int number)
{
    (void)number;
    stopped = 1;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

static int take_entity(void *context, const struct entity *e, struct diag *diag)
{
    struct build *b = context;
    if (stopped) {
        FAIL(diag, ERR_STOPPED, "stopped; the old index is as it was");
    }
    return builder_add(b->builder, e, diag);
}

static void take_remark(void *context, const struct remark *r)
{
    struct build *b = context;
    remark_book_add(&b->read, b->now ? b->now->dataset : NULL, r);
}

static void take_plan_remark(void *context, const struct remark *r)
{
    struct build *b = context;
    remark_book_add(&b->found, NULL, r);
}

static void take_position(void *context, uint64_t read, uint64_t size)
{
    struct build *b = context;
    b->file_size = size;
    progress_set(&b->progress, b->bytes_before + read);
}

static int add_list(struct build *b, const struct snapshot *s, struct diag *diag)
{
    struct list_info info = {
        .dataset = slice_of(s->dataset),
        .title = slice_of(s->reader->title),
        .date = slice_of(s->date),
        .hash = s->hash,
        .records = s->counts.records,
        .read = s->counts.read,
        .refused = s->counts.refused,
    };
    return builder_add_list(b->builder, &info, diag);
}

static int read_snapshot(struct build *b, struct snapshot *s, struct diag *diag)
{
    const struct list_sink sink = {b, take_entity, take_remark, take_position};
    b->now = s;
    progress_name(&b->progress, "reading", s->dataset);
    TRY(s->reader->read(s, &sink, diag));
    b->bytes_before += b->file_size;
    if (s->counts.records == 0) {
        diag_at(diag, s->files[0].path, 0, 0);
        FAIL(diag, ERR_CUT, "the list holds no record at all");
    }
    return add_list(b, s, diag);
}

/* Is it the list that is at fault, and not the machine or the user? */
static bool is_fault_of_list(int result)
{
    return result != ERR_STOPPED && result != ERR_MEMORY && result != ERR_LIMIT;
}

/* Reads all snapshots that are not bad into a new builder.  *failed is the snapshot at fault
 * when it fails. */
static int read_all(struct build *b, size_t *failed, struct diag *diag)
{
    builder_free(b->builder);
    b->builder = NULL;
    remark_book_release(&b->read);
    remark_book_init(&b->read);
    if (builder_new(b->memory, &b->builder) < 0) {
        FAIL(diag, ERR_MEMORY, "no memory to begin the index");
    }
    builder_merge(b->builder, &b->join.options);
    TRY(plan_tell_beside(b->plan, b->bad, diag));
    b->bytes_before = 0;
    progress_begin(&b->progress, plan_bytes(b->plan), true);
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        *failed = i;
        if (!b->bad[i]) {
            TRY(read_snapshot(b, plan_at(b->plan, i), diag));
        }
    }
    b->now = NULL;
    return 0;
}

/* Until every list that is left could be read. */
static int read_what_can_be_read(struct build *b, struct diag *diag)
{
    for (;;) {
        size_t failed = 0;
        struct diag why = {.code = ERR_IO};
        int result = read_all(b, &failed, &why);
        progress_end(&b->progress);
        if (result == 0) {
            return 0;
        }
        if (!b->choices.skip_bad_lists || !is_fault_of_list(result)) {
            *diag = why;
            return result;
        }
        (void)complain_diag(NAME, &why, NULL);
        complain(NAME, "left out: %s", plan_at(b->plan, failed)->dataset);
        b->bad[failed] = true;
    }
}

/* ---- comparing with the index that is there ---- */

static const struct snapshot *snapshot_of(struct build *b, struct slice dataset)
{
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        const struct snapshot *s = plan_at(b->plan, i);
        if (!b->bad[i] && slice_is(dataset, s->dataset)) {
            return s;
        }
    }
    return NULL;
}

static int compare_list(struct build *b, const struct list_info *old, struct diag *diag)
{
    const struct snapshot *s = snapshot_of(b, old->dataset);
    if (!s) {
        complain(NAME, "note: '%.*s' is in the old index and not in the new one",
                 SLICE_ARG(old->dataset));
        return 0;
    }
    if (b->choices.allow_shrink || s->counts.records * 10 >= old->records * 9) {
        return 0;
    }
    diag_at(diag, s->files[0].path, 0, 0);
    FAIL(diag, ERR_SHRUNK, "list '%s' has %llu records, the old index has %llu", s->dataset,
         (unsigned long long)s->counts.records, (unsigned long long)old->records);
}

/* An old index that cannot be read, or none, says nothing. */
static int compare_with_old(struct build *b, struct diag *diag)
{
    struct index *old;
    int result = 0;
    if (!path_exists(b->path) || index_open(b->path, &old, NULL) < 0) {
        return 0;
    }
    for (uint32_t i = 0; i < index_list_count(old) && result == 0; i++) {
        struct list_info info;
        if (index_list(old, i, &info) == 0) {
            result = compare_list(b, &info, diag);
        }
    }
    index_close(old);
    return result;
}

/* ---- writing ---- */

/* SOURCE_DATE_EPOCH, else the newest list date, else 0. */
static uint64_t time_of(struct build *b)
{
    const char *set = getenv("SOURCE_DATE_EPOCH");
    uint64_t seconds = 0;
    if (set && parse_u64(slice_of(set), &seconds)) {
        return seconds;
    }
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        struct date date;
        if (!b->bad[i] && date_parse(slice_of(plan_at(b->plan, i)->date), true, &date)) {
            int64_t days = (int64_t)date_first_day(&date) - civil_day(1970, 1, 1);
            uint64_t then = days > 0 ? (uint64_t)days * DAY : 0;
            seconds = then > seconds ? then : seconds;
        }
    }
    return seconds;
}

static int take_share(void *context, unsigned thousandths)
{
    struct build *b = context;
    progress_set(&b->progress, thousandths);
    return stopped;
}

static int write_index(struct build *b, struct diag *diag)
{
    size_t crew = b->choices.threads ? (size_t)b->choices.threads : crew_default();
    progress_name(&b->progress, "compiling", b->path);
    progress_begin(&b->progress, 1000, false);
    int result =
        builder_write(b->builder, b->path, time_of(b), crew, take_share, b, &b->outcome, diag);
    progress_end(&b->progress);
    return result;
}

/* ---- telling ---- */

static void tell_remarks(const struct build *b)
{
    bool hidden;
    build_told_remarks(NAME, &b->found, &b->read, &hidden);
    if (hidden && !b->choices.report) {
        complain_hint("--report FILE.jsonl writes every one of them");
    }
}

static int tell_outcome(struct build *b)
{
    struct buf out;
    buf_init(&out, 16 << 20);
    struct build_told told = {b->plan, b->bad, b->path, time_of(b), &b->outcome};
    if (b->choices.json) {
        build_told_json(&told, &out);
    } else {
        build_told_table(&told, &out);
    }
    (void)output_take(&b->out, &out);
    buf_release(&out);
    return output_end(&b->out, NAME, EXIT_DONE);
}

/* ---- from the command line to the end ---- */

static const char *hint_of(const struct diag *diag)
{
    switch (diag->code) {
    case ERR_UNKNOWN:
        return "a table of your own is loaded as NAME=PATH; KIND=PATH says which list it is";
    case ERR_CUT:
        return "download it again; --skip-bad-lists builds without it";
    case ERR_SHRUNK:
        return "the old index is as it was; --allow-shrink takes the smaller list";
    case ERR_LIMIT:
        return "--memory SIZE lets the build use more";
    default:
        return NULL;
    }
}

/* The data folder's lists/, when no path was given. */
static int add_default(struct build *b, struct diag *diag)
{
    char path[INDEX_PATH_MAX];
    char lists[INDEX_PATH_MAX];
    const char *data = getenv("VAGLIO_DATA");
    bool known = data && data[0];
    if (known) {
        known = snprintf(path, sizeof path, "%s", data) < INDEX_PATH_MAX;
    } else {
        const char *share = getenv("XDG_DATA_HOME");
        const char *home = getenv("HOME");
        int n = -1;
        if (share && share[0]) {
            n = snprintf(path, sizeof path, "%s/vaglio", share);
        } else if (home && home[0]) {
            n = snprintf(path, sizeof path, "%s/.local/share/vaglio", home);
        }
        known = n > 0 && n < INDEX_PATH_MAX;
    }
    if (!known || !path_join(lists, sizeof lists, path, "lists") || !path_is_folder(lists)) {
        FAIL(diag, ERR_USAGE, "no path given, and no lists/ in the data folder");
    }
    return plan_add(b->plan, lists, diag);
}

static int make_plan(struct build *b, char **arguments, size_t count, struct diag *diag)
{
    if (plan_new(&b->plan, b->choices.mapping, take_plan_remark, b) < 0) {
        FAIL(diag, ERR_MEMORY, "no memory to look at the lists");
    }
    for (size_t i = 0; i < count; i++) {
        TRY(plan_add(b->plan, arguments[i], diag));
    }
    if (count == 0) {
        TRY(add_default(b, diag));
    }
    TRY(plan_finish(b->plan, diag));
    size_t room = 0;
    b->bad = vec_grow(NULL, plan_count(b->plan) + 1, &room, sizeof *b->bad);
    if (!b->bad) {
        FAIL(diag, ERR_MEMORY, "no memory to look at the lists");
    }
    memset(b->bad, 0, room * sizeof *b->bad);
    return 0;
}

static int run(struct build *b, char **arguments, size_t count, struct diag *diag)
{
    TRY(join_choose(b->choices.join, b->choices.decisions, &b->join, diag));
    TRY(make_plan(b, arguments, count, diag));
    catch_signals();
    TRY(read_what_can_be_read(b, diag));
    TRY(compare_with_old(b, diag));
    TRY(write_index(b, diag));
    return 0;
}

static int settle(struct build *b)
{
    long pages = sysconf(_SC_PHYS_PAGES);
    long page = sysconf(_SC_PAGESIZE);
    b->memory = pages > 0 && page > 0 ? (size_t)pages / 2 * (size_t)page : (size_t)2 << 30;
    if (b->choices.memory &&
        (!parse_size(slice_of(b->choices.memory), &b->memory) || b->memory == 0)) {
        complain(NAME, "'--memory %s' is not a size", b->choices.memory);
        complain_hint("write 512M or 2G");
        return EXIT_USAGE;
    }
    if (!index_choose(b->choices.output, b->path)) {
        complain(NAME, "nowhere to write: neither -o, nor $VAGLIO_INDEX, nor a home folder");
        return EXIT_USAGE;
    }
    return 0;
}

static int show_help(void)
{
    struct output out;
    struct buf page;
    output_init(&out);
    buf_init(&page, 1 << 20);
    options_help(&BUILD_COMMAND, &page);
    (void)output_take(&out, &page);
    buf_release(&page);
    return output_end(&out, NAME, EXIT_DONE);
}

/* The option parser knows long names only. */
static void spell_out(int argc, char **argv)
{
    static char output[] = "--output";
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "-o") == 0) {
            argv[i] = output;
        }
    }
}

int main(int argc, char **argv)
{
    struct build b = {.builder = NULL};
    size_t count = 0;
    spell_out(argc, argv);
    enum parse_result parsed = options_parse(&BUILD_COMMAND, &b.choices, argc, argv, &count);
    if (parsed == PARSE_HELP) {
        return show_help();
    }
    int status = parsed == PARSE_WRONG ? EXIT_USAGE : settle(&b);
    if (status) {
        return status;
    }
    output_init(&b.out);
    progress_init(&b.progress);
    remark_book_init(&b.found);
    remark_book_init(&b.read);
    struct diag diag = {.code = ERR_IO};
    int result = run(&b, argv + 1, count, &diag);
    progress_end(&b.progress);
    tell_remarks(&b);
    struct diag second = {.code = ERR_IO};
    bool reported = !b.choices.report ||
                    build_told_report(b.choices.report, &b.found, &b.read, &second) == 0;
    if (result < 0) {
        status = complain_diag(NAME, &diag, hint_of(&diag));
    } else {
        status = tell_outcome(&b);
    }
    if (!reported) {
        int other = complain_diag(NAME, &second, NULL);
        status = status ? status : other;
    }
    builder_free(b.builder);
    join_choice_release(&b.join);
    plan_free(b.plan);
    vec_free(b.bad);
    remark_book_release(&b.found);
    remark_book_release(&b.read);
    return status;
}
