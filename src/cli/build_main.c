/*
 * vaglio-build - lists to an index; started by `vaglio build`.
 *
 * plan (which snapshots) → read each into the builder → compare with the index that is about to
 * be replaced → write.  When a list cannot be read to its end, what it handed out is void: the
 * build fails, or with --skip-bad-lists begins again without it.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/num.h"
#include "base/thread.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/join_choice.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "format/json_writer.h"
#include "index/builder.h"
#include "index/index.h"
#include "lists/plan.h"
#include "lists/remark_book.h"
#include "model/date.h"

static const char NAME[] = "build";

/* Seconds of a day, and the days from year 1 to 1970. */
enum { DAY = 86400, DAYS_TO_1970 = 719162 };

/* ---- options ---- */

struct choices {
    const char *output;
    const char *memory;
    const char *report;
    const char *mapping;
    const char *join;
    const char *decisions;
    uint64_t threads;
    bool skip_bad_lists;
    bool allow_shrink;
    bool json;
};

#define AT(field) offsetof(struct choices, field)

static const struct option OPTIONS[] = {
    {"output", "INDEX", "$VAGLIO_INDEX, else lists.idx in the data folder",
     "Where the index goes (also -o). It is replaced only when everything went well.",
     OPTION_TEXT, AT(output), 0, 0},
    {"memory", "SIZE", "half of this machine's",
     "How much memory the build may use, as in 512M or 2G.", OPTION_TEXT, AT(memory), 0, 0},
    {"report", "FILE", "a summary on standard error",
     "Writes every remark as a JSON line: records refused with line and reason, doubles, "
     "orphans, elements without a place.",
     OPTION_TEXT, AT(report), 0, 0},
    {"skip-bad-lists", NULL, NULL,
     "A list that cannot be read to its end is left out instead of ending the build.",
     OPTION_FLAG, AT(skip_bad_lists), 0, 0},
    {"allow-shrink", NULL, NULL,
     "Takes a list that has over a tenth fewer records than in the index about to be replaced.",
     OPTION_FLAG, AT(allow_shrink), 0, 0},
    {"mapping", "FILE", "PATH.map",
     "For tables named as NAME=PATH: lines 'property = column', id and schema among them; "
     "constants in quotes; 'alias = Others split \";\"' for several values in a cell.",
     OPTION_TEXT, AT(mapping), 0, 0},
    {"join", "WHAT", "all",
     "What may make records of several lists one party: all; references, what lists say of "
     "each other; evidence, numbers, names and dates; names, evidence without the numbers; "
     "nothing.",
     OPTION_TEXT, AT(join), 0, 0},
    {"decisions", "FILE", "those that come with the program",
     "Decisions of your own on records, over all evidence: lines 'same' or 'different', two "
     "record ids and a reason, divided by tabs.",
     OPTION_TEXT, AT(decisions), 0, 0},
    {"threads", "N", "one for each processor", "Threads that compile the index.", OPTION_NUMBER,
     AT(threads), 1, 256},
    {"json", NULL, NULL, "Prints the table as one JSON object.", OPTION_FLAG, AT(json), 0, 0},
    {NULL, NULL, NULL, NULL, OPTION_FLAG, 0, 0, 0},
};

static const struct command BUILD = {
    .name = NAME,
    .arguments = "[PATH | KIND=PATH | KIND@DATE=PATH | NAME=PATH]…",
    .summary = "compiles lists into an index",
    .prose =
        "Reads official lists, FollowTheMoney files and tables of your own, and compiles them "
        "into one index. Formats are recognised by content, compressed files (.gz, .xz, .zst, "
        ".bz2, .zip) are read as they are, folders are searched. Of several snapshots of one "
        "list the newest is taken. Without paths, what lies in the data folder's lists/ is "
        "compiled. A bad record is refused alone; a list cut short refuses the build.",
    .examples =
        "  vaglio build -o lists.idx lists/             everything in a folder\n"
        "  vaglio build -o lists.idx sdn.csv alt.csv add.csv un.xml\n"
        "  vaglio build -o lists.idx us_ofac_sdn@2026-07-11=SDN.CSV     kind and date given\n"
        "  vaglio build -o lists.idx lists/ closed=closed.csv   with your own closed.csv.map\n"
        "  vaglio build -o lists.idx --report why.jsonl lists/  what was refused, and why\n",
    .options = OPTIONS,
};

/* ---- the build ---- */

struct build {
    struct choices choices;
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
            int64_t days = (int64_t)date_first_day(&date) - DAYS_TO_1970;
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

static int write_report(struct build *b, struct diag *diag)
{
    struct file_replacement file;
    if (!b->choices.report) {
        return 0;
    }
    TRY(file_replace_begin(&file, b->choices.report, diag));
    int result = file_replace_write(&file, buf_slice(&b->found.lines), diag);
    if (result == 0) {
        result = file_replace_write(&file, buf_slice(&b->read.lines), diag);
    }
    if (result < 0) {
        file_replace_abandon(&file);
        return result;
    }
    return file_replace_commit(&file, diag);
}

/* ---- telling ---- */

/* "us_ofac_sdn: orphan no_entity: 40 times, first add.csv:12432: words". */
static void tell_group(const struct remark_group *g)
{
    const char *kind = remark_kind_name(g->kind);
    bool same = strcmp(kind, g->code) == 0;
    char times[64] = "";
    if (g->remarks > 1) {
        (void)snprintf(times, sizeof times, "%llu times, first ",
                       (unsigned long long)g->remarks);
    }
    complain(NAME, "%s%s%s%s%s: %s%s: %s", g->list, g->list[0] ? ": " : "", kind,
             same ? "" : " ", same ? "" : g->code, times, g->where, g->text);
}

static void tell_remarks(const struct build *b)
{
    const struct remark_book *const books[] = {&b->found, &b->read};
    bool more = false;
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < books[k]->groups.n; i++) {
            tell_group(&books[k]->groups.p[i]);
            more |= books[k]->groups.p[i].remarks > 1;
        }
    }
    if (more && !b->choices.report) {
        complain_hint("--report FILE.jsonl writes every one of them");
    }
}

static void put_row(struct buf *out, const char *list, const char *date,
                    const struct list_counts *c, int width)
{
    buf_printf(out, "%-*s  %-10s %9llu %9llu %8llu %9llu %9llu\n", width, list, date,
               (unsigned long long)c->records, (unsigned long long)c->read,
               (unsigned long long)c->refused, (unsigned long long)c->entities,
               (unsigned long long)c->names);
}

static void put_table(struct build *b, struct buf *out)
{
    struct list_counts sum = {0};
    int width = 5;
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        int n = (int)strlen(plan_at(b->plan, i)->dataset);
        width = n > width ? n : width;
    }
    buf_printf(out, "%-*s  %-10s %9s %9s %8s %9s %9s\n", width, "list", "date", "records",
               "read", "refused", "entities", "names");
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        const struct snapshot *s = plan_at(b->plan, i);
        if (b->bad[i]) {
            buf_printf(out, "%-*s  %-10s could not be read\n", width, s->dataset,
                       s->date[0] ? s->date : "unknown");
            continue;
        }
        put_row(out, s->dataset, s->date[0] ? s->date : "unknown", &s->counts, width);
        sum.records += s->counts.records;
        sum.read += s->counts.read;
        sum.refused += s->counts.refused;
        sum.entities += s->counts.entities;
        sum.names += s->counts.names;
    }
    put_row(out, "total", "", &sum, width);
    buf_printf(out, "\n%s: %llu parties, %llu entities, %llu names, %llu bytes\n", b->path,
               (unsigned long long)b->outcome.parties, (unsigned long long)b->outcome.entities,
               (unsigned long long)b->outcome.names, (unsigned long long)b->outcome.bytes);
    if (b->outcome.joined) {
        buf_printf(out, "%llu records went into the party of another one: vaglio merges ID\n",
                   (unsigned long long)b->outcome.joined);
    }
}

static void put_list_json(struct json_writer *w, const struct snapshot *s, bool bad)
{
    json_begin_object(w);
    json_pair_text(w, "list", slice_of(s->dataset));
    json_pair_text(w, "title", slice_of(s->reader->title));
    json_pair_text_or_null(w, "date", slice_of(s->date));
    json_pair_bool(w, "left_out", bad);
    json_pair_u64(w, "records", bad ? 0 : s->counts.records);
    json_pair_u64(w, "read", bad ? 0 : s->counts.read);
    json_pair_u64(w, "refused", bad ? 0 : s->counts.refused);
    json_pair_u64(w, "entities", bad ? 0 : s->counts.entities);
    json_pair_u64(w, "names", bad ? 0 : s->counts.names);
    json_put_key(w, "remarks");
    json_begin_object(w);
    for (unsigned k = 0; k < REMARK_KINDS; k++) {
        json_pair_u64(w, remark_kind_name((enum remark_kind)k), s->counts.remarks[k]);
    }
    json_end_object(w);
    json_end_object(w);
}

static void put_json(struct build *b, struct buf *out)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "index", slice_of(b->path));
    json_pair_u64(&w, "time", time_of(b));
    json_put_key(&w, "lists");
    json_begin_array(&w);
    for (size_t i = 0; i < plan_count(b->plan); i++) {
        put_list_json(&w, plan_at(b->plan, i), b->bad[i]);
    }
    json_end_array(&w);
    json_pair_u64(&w, "joined", b->outcome.joined);
    json_pair_u64(&w, "parties", b->outcome.parties);
    json_pair_u64(&w, "entities", b->outcome.entities);
    json_pair_u64(&w, "names", b->outcome.names);
    json_pair_u64(&w, "bytes", b->outcome.bytes);
    json_end_object(&w);
    json_put_line_end(&w);
}

static int tell_outcome(struct build *b)
{
    struct buf out;
    buf_init(&out, 16 << 20);
    if (b->choices.json) {
        put_json(b, &out);
    } else {
        put_table(b, &out);
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
    options_help(&BUILD, &page);
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
    enum parse_result parsed = options_parse(&BUILD, &b.choices, argc, argv, &count);
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
    bool reported = write_report(&b, &second) == 0;
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
