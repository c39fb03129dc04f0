/*
 * vaglio screen FILE: a file of customers, one answer a row.
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/file_options.h"
#include "cli/index_choice.h"
#include "cli/maker.h"
#include "cli/question_options.h"
#include "cli/sink.h"
#include "format/json_writer.h"
#include "screen/report_forms.h"

struct screen_values {
    struct question_options question;
    uint64_t threads;
    const char *format;
    struct file_options file;
    bool stats;
    bool header;
};

#define AT(member) offsetof(struct screen_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    QUESTION_OPTIONS(struct screen_values),
    {"threads", "N", "as many as processors",
        "Threads that work; the answer is the same.",
        OPTION_NUMBER, AT(threads), 1, CONVEYOR_CREW_MAX},
    OPTION_ROW_TEXT("format", "FORM", "table on a terminal, else jsonl", AT(format),
        "jsonl (one object a row), csv (one line a hit), html (a page to print) or "
        "table."),
    FILE_OPTIONS(struct screen_values),
    OPTION_ROW_FLAG("header", AT(header),
        "A first JSON line with version, hashes and list dates, for replay."),
    OPTION_ROW_FLAG("stats", AT(stats),
        "Counts and times as a last JSON line on standard error."),
    {0},
};
/* clang-format on */

/* Everything of one run. */
struct screening {
    const struct command *self;
    struct screen_values *values;
    struct screen_job job;
    struct screen_outcome outcome;
    struct feed feed;
    struct index *index;
    struct sink sink;
};

/* ---- reading the options ---- */

static int choose_format(struct screening *s)
{
    static const char *const NAMES[] = {[REPORT_JSON] = "jsonl",
                                        [REPORT_CSV] = "csv",
                                        [REPORT_HTML] = "html",
                                        [REPORT_TABLE] = "table"};
    const char *name = s->values->format;
    struct report *report = &s->job.report;
    report->format = output_terminal().is_terminal ? REPORT_TABLE : REPORT_JSON;
    if (s->values->question.json) {
        report->format = REPORT_JSON;
    }
    if (!name) {
        return EXIT_DONE;
    }
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (strcmp(name, NAMES[i]) == 0) {
            report->format = (enum report_format)i;
            return EXIT_DONE;
        }
    }
    complain(s->self->name, "'--format %s' is none of jsonl, csv, html, table", name);
    return EXIT_USAGE;
}

static int read_options(struct screening *s)
{
    int status = question_rules(s->self->name, &s->values->question, &s->job.rules);
    status = status == EXIT_DONE ? choose_format(s) : status;
    if (status != EXIT_DONE) {
        return status;
    }
    return file_options_read(s->self->name, &s->values->file, &s->job.rows, &s->job.rules);
}

static void prepare_job(struct screening *s, const char *path)
{
    const struct screen_values *v = s->values;
    struct report *report = &s->job.report;
    report->flags = v->question.explain ? REPORT_EXPLAIN : 0U;
    report->flags |= output_terminal().colour ? REPORT_COLOUR : 0U;
    report->flags |= output_terminal().is_terminal ? REPORT_TERMINAL : 0U;
    report->flags |= v->header ? REPORT_MADE_BY : 0U;
    report->maker = maker_of(s->index);
    report->title = strcmp(path, "-") == 0 ? "standard input" : path_name(path);
    report->threshold = v->question.threshold;
    s->job.search = question_search(&v->question);
    s->job.crew = sink_crew(v->threads);
    s->job.flags = v->stats ? SCREEN_TIMED : 0U;
    s->job.stop = &commands_stop;
    s->job.sink = sink_callbacks(&s->sink);
}

/* ---- after the run ---- */

static uint64_t peak_memory(void)
{
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? (uint64_t)usage.ru_maxrss * 1024 : 0;
}

static void print_stats(const struct screening *s)
{
    const struct screen_outcome *o = &s->outcome;
    double rate = o->seconds > 0 ? (double)o->totals.rows / o->seconds : 0;
    struct json_writer w;
    struct buf line;
    buf_init(&line, 1 << 20);
    json_writer_init(&w, &line);
    json_begin_object(&w);
    json_pair_u64(&w, "rows", o->totals.rows);
    json_pair_u64(&w, "hits", o->hits);
    json_pair_u64(&w, "rows_hit", o->totals.rows_hit);
    json_pair_u64(&w, "errors", o->totals.errors);
    json_pair_u64(&w, "warnings", o->warnings);
    json_pair_thousandths(&w, "seconds", (int64_t)(o->seconds * 1000));
    json_pair_u64(&w, "rows_per_s", (uint64_t)rate);
    json_pair_u64(&w, "threads", s->job.crew);
    json_pair_u64(&w, "p50_us", latency_percentile(&o->cpu, 500));
    json_pair_u64(&w, "p95_us", latency_percentile(&o->cpu, 950));
    json_pair_u64(&w, "p99_us", latency_percentile(&o->cpu, 990));
    json_pair_u64(&w, "max_us", latency_percentile(&o->cpu, 1000));
    json_pair_u64(&w, "peak_memory_bytes", peak_memory());
    report_made_by(&w, &s->job.report.maker);
    json_end_object(&w);
    json_put_line_end(&w);
    complain_text(buf_slice(&line));
    buf_release(&line);
}

static const char *hint_for(const struct diag *diag, const struct screening *s)
{
    if (diag->code == ERR_FORMAT && s->outcome.totals.rows == 0) {
        return "the first row names the columns: name, birth_date, country …; --map "
               "COLUMN=name says what another one means";
    }
    if (diag->code == ERR_CUT) {
        return "the rows before it were answered; complete the file and screen it again";
    }
    return NULL;
}

static int tell_end(struct screening *s, int result, const struct diag *diag)
{
    if (result == ERR_STOPPED) {
        complain(s->self->name, "stopped: %llu row%s answered",
                 (unsigned long long)s->outcome.totals.rows,
                 s->outcome.totals.rows == 1 ? "" : "s");
        return EXIT_STOPPED;
    }
    if (result < 0) {
        return complain_diag(s->self->name, diag, hint_for(diag, s));
    }
    bool found = s->outcome.totals.rows_hit > 0 && s->values->question.exit_code;
    return found ? EXIT_FOUND : EXIT_DONE;
}

static int screen(struct screening *s, const char *path)
{
    struct diag diag = {0};
    if (feed_open(&s->feed, path, &diag) < 0) {
        return complain_diag(s->self->name, &diag, NULL);
    }
    prepare_job(s, path);
    sink_begin(&s->sink, s->self->name, s->feed.size);
    commands_catch_stop();
    int result = screen_run(&s->job, &s->feed, &s->outcome, &diag);
    feed_close(&s->feed);
    sink_end(&s->sink);
    int status = tell_end(s, result, &diag);
    if (s->values->stats) {
        print_stats(s);
    }
    return output_end(&s->sink.output, s->self->name, status);
}

static int run(const struct command *self, int argc, char **argv)
{
    static struct screening s;
    struct screen_values v = {.question = QUESTION_OPTIONS_START};
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 1, 1, &count);
    if (status >= 0) {
        return status;
    }
    s.self = self;
    s.values = &v;
    status = read_options(&s);
    if (status == EXIT_DONE) {
        status = index_open_chosen(self->name, v.question.index, &s.index);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    status = question_check_lists(self->name, &v.question, s.index);
    if (status == EXIT_DONE) {
        status = screen(&s, argv[1]);
    }
    index_close(s.index);
    return status;
}

const struct command COMMAND_SCREEN = {
    .name = "screen",
    .arguments = "FILE|-",
    .summary = "who in a file of customers may be on the lists",
    .prose =
        "Screens every row of a CSV file with a header, or of JSON lines (FollowTheMoney "
        "entities or flat objects), and prints one answer a row, in the order of the rows. "
        "Columns are known by their titles: name or full_name, first_name, middle_name, "
        "last_name, alias, date_of_birth, nationality, country, gender, place_of_birth, "
        "address, id, schema, passport, national_id, tax_id, lei, bic, imo, crypto and "
        "more. '-' is standard input.",
    .examples = "  vaglio screen customers.csv\n"
                "  vaglio screen --format html customers.csv > report.html\n"
                "  vaglio screen --map Kunde=name --threads 4 --stats big.csv > hits.jsonl\n"
                "  zcat customers.csv.gz | vaglio screen --format csv - > hits.csv\n",
    .options = OPTIONS,
    .run = run,
};
