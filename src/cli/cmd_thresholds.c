/*
 * vaglio thresholds FILE: what each threshold would cost and find, on the user's own customers
 * and the user's own lists.
 */
#include <stdio.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/file_options.h"
#include "cli/index_choice.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/sink.h"
#include "cli/thresholds_view.h"
#include "screen/written.h"

struct thresholds_values {
    const char *index;
    const char *schema;
    struct file_options file;
    uint64_t sample;
    uint64_t seed;
    uint64_t threads;
    bool json;
};

#define AT(member) offsetof(struct thresholds_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index to search."),
    OPTION_ROW_TEXT("schema", "SCHEMA", NULL, AT(schema),
        "What the customers are, of whom their row does not say it: Person, Company …"),
    FILE_OPTIONS(struct thresholds_values),
    {"sample", "N", "5000",
        "Listed names that are asked for, of each kind, about; more make the intervals narrow.",
        OPTION_NUMBER, AT(sample), 1, RECALL_SAMPLE_MAX},
    {"seed", "N", "1",
        "Another number asks for other names, with other typing errors.",
        OPTION_NUMBER, AT(seed), 0, UINT32_MAX},
    {"threads", "N", "as many as processors",
        "Threads that work; the answer is the same.",
        OPTION_NUMBER, AT(threads), 1, CONVEYOR_CREW_MAX},
    OPTION_ROW_FLAG("json", AT(json), "JSON, for machines."),
    {0},
};
/* clang-format on */

/* ---- progress ---- */

static void tell_rows(void *context, uint64_t rows, uint64_t read)
{
    struct progress *p = context;
    char done[32];
    (void)snprintf(done, sizeof done, "%llu rows", (unsigned long long)rows);
    progress_name(p, "screening", done);
    progress_set(p, read);
}

static void tell_names(void *context, uint64_t done, uint64_t total)
{
    (void)total;
    progress_set(context, done);
}

/* ---- the two measurements ---- */

static int survey(struct thresholds_view *v, const struct survey_job *job, const char *path,
                  struct diag *diag)
{
    static struct feed feed;
    TRY(feed_open(&feed, path, diag));
    progress_name(job->context, "screening", "");
    progress_begin(job->context, feed.size, false);
    int result = survey_run(job, &feed, &v->survey, diag);
    progress_end(job->context);
    feed_close(&feed);
    return result;
}

static int recall(struct thresholds_view *v, const struct recall_job *job, struct diag *diag)
{
    progress_name(job->context, "asking for", "listed names");
    progress_begin(job->context, index_entity_count(job->index), false);
    int result = recall_run(job, &v->recall, diag);
    progress_end(job->context);
    return result;
}

static const char *hint_for(const struct diag *diag)
{
    return diag->code == ERR_FORMAT
               ? "the first row names the columns: name, birth_date, country …; --map "
                 "COLUMN=name says what another one means"
               : NULL;
}

static int print(const struct command *self, const struct thresholds_view *v, bool json)
{
    struct output output;
    struct buf text;
    output_init(&output);
    buf_init(&text, 1 << 20);
    if (json) {
        thresholds_json(v, &text);
    } else {
        thresholds_table(v, &text);
    }
    (void)output_take(&output, &text);
    buf_release(&text);
    return output_end(&output, self->name, EXIT_DONE);
}

static int measure(const struct command *self, const struct thresholds_values *v,
                   const struct survey_job *job, const char *path)
{
    static struct thresholds_view view;
    struct diag diag = {0};
    struct progress progress;
    struct survey_job rows = *job;
    progress_init(&progress);
    commands_catch_stop();
    rows.progress = tell_rows;
    rows.context = &progress;
    const struct recall_job names = {
        .index = rows.index,
        .crew = rows.crew,
        .seed = v->seed,
        .sample = v->sample,
        .stop = &commands_stop,
        .progress = tell_names,
        .context = &progress,
    };
    view.title = strcmp(path, "-") == 0 ? "standard input" : path_name(path);
    view.maker = maker_of(rows.index);
    view.seed = v->seed;
    view.sample = v->sample;
    int result = survey(&view, &rows, path, &diag);
    if (result == 0) {
        result = recall(&view, &names, &diag);
    }
    if (result == ERR_STOPPED) {
        complain(self->name, "stopped: nothing is known yet");
        return EXIT_STOPPED;
    }
    return result < 0 ? complain_diag(self->name, &diag, hint_for(&diag))
                      : print(self, &view, v->json);
}

static int run(const struct command *self, int argc, char **argv)
{
    static struct thresholds_values v = {.sample = 5000, .seed = 1};
    struct survey_job job = {.stop = &commands_stop};
    struct index *index;
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 1, 1, &count);
    if (status >= 0) {
        return status;
    }
    if (v.schema &&
        !written_schema(slice_of(v.schema), &job.rules.schema, &job.rules.any_schema)) {
        complain(self->name, "'--schema %s' is no kind of party", v.schema);
        complain_hint("Person, Organization, Company, LegalEntity, Vessel …, or any");
        return EXIT_USAGE;
    }
    status = file_options_read(self->name, &v.file, &job.rows, &job.rules);
    if (status == EXIT_DONE) {
        status = index_open_chosen(self->name, v.index, &index);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    job.index = index;
    job.crew = sink_crew(v.threads);
    status = measure(self, &v, &job, argv[1]);
    index_close(index);
    return status;
}

const struct command COMMAND_THRESHOLDS = {
    .name = "thresholds",
    .arguments = "CUSTOMERS|-",
    .summary = "which threshold to choose: alerts and finds at each, on your own customers",
    .prose =
        "Screens a file of customers at every threshold at once, and asks the index for its "
        "own "
        "names written otherwise: as an alias that is left out, and with one typing error. The "
        "table shows what each threshold costs (customers that alert, of a thousand) and what "
        "it "
        "finds. To choose: take the highest threshold whose share found you can answer for "
        "before your supervisor, then see whether you can look at the alerts it gives; if not, "
        "give the customers' birth dates, countries and numbers before you raise it, since "
        "they "
        "silence equal names, which no threshold does. Between two thresholds with the same "
        "share found take the higher one. Shares are of names that differ; a name as it is "
        "listed is found at any threshold up to 0.950. Columns are understood as by screen. "
        "docs/guide/thresholds.md goes through an example.",
    .examples = "  vaglio thresholds customers.csv\n"
                "  vaglio thresholds --sample 50000 --threads 4 customers.csv\n"
                "  vaglio thresholds --json customers.csv > thresholds.json\n"
                "  shuf -n 20000 big.jsonl | vaglio thresholds -\n",
    .options = OPTIONS,
    .run = run,
};
