/*
 * vaglio compare A B: two names, or a file of pairs of them; no index.
 */
#include "base/thread.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/sink.h"
#include "format/json_writer.h"
#include "match/compare.h"
#include "screen/display.h"
#include "screen/pairs.h"
#include "screen/report_forms.h"
#include "screen/written.h"

static const size_t ARENA_LIMIT = (size_t)256 << 20;

struct compare_values {
    const char *schema;
    const char *pairs;
    const char *encoding;
    uint64_t threads;
    bool explain; /* terms are always shown; taken so that it may be given everywhere */
    bool json;
    bool exit_code;
};

#define AT(member) offsetof(struct compare_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("schema", "SCHEMA", "the better of person and organisation", AT(schema),
        "What both are: Person, Organization, Company, Vessel …"),
    OPTION_ROW_TEXT("pairs", "FILE", NULL, AT(pairs),
        "A CSV file with the columns schema,name1,name2 ('-' is standard input); the "
        "same rows come back with a column score."),
    OPTION_ROW_TEXT("encoding", "ENCODING", "found by the first bytes, else UTF-8", AT(encoding),
        "Encoding of the file of pairs."),
    {"threads", "N", "as many as processors",
        "Threads for a file of pairs.",
        OPTION_NUMBER, AT(threads), 1, CONVEYOR_CREW_MAX},
    OPTION_ROW_FLAG("explain", AT(explain),
        "The terms of the score, which are shown in any case."),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON, for machines."),
    OPTION_ROW_FLAG("exit-code", AT(exit_code),
        "Exit status 1 when a score is 0.700 or more."),
    {0},
};
/* clang-format on */

/* ---- two names ---- */

struct two_names {
    enum schema schema;
    struct slice asked, listed;
    struct comparison result;
};

static void put_json(const struct two_names *t, struct buf *out)
{
    const struct report_maker maker = maker_of(NULL);
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "query", t->asked);
    json_pair_text(&w, "listed", t->listed);
    json_pair_text_or_null(&w, "schema", slice_of(schema_name(t->schema)));
    json_pair_thousandths(&w, "score", t->result.score);
    report_terms(&w, t->result.terms, t->result.term_count, t->result.mnat, t->result.score);
    if (t->result.cut) {
        json_pair_bool(&w, "cut", true);
    }
    report_made_by(&w, &maker);
    json_end_object(&w);
    json_put_line_end(&w);
}

static void put_table(const struct two_names *t, struct buf *out)
{
    report_score(out, t->result.score);
    buf_add_text(out, "  ");
    (void)display_put(out, t->asked, 34);
    buf_add_text(out, " / ");
    (void)display_put(out, t->listed, 34);
    buf_add_text(out, "\n\n");
    report_terms_table(t->result.terms, t->result.term_count, t->result.mnat, t->result.score,
                       0, out);
    if (t->result.cut) {
        buf_add_text(out, "note: a name was longer than is compared: words were left out\n");
    }
}

static int compare(const struct command *self, const struct compare_values *v,
                   struct two_names *t, struct arena *arena)
{
    struct diag diag = {0};
    struct output output;
    struct buf text;
    if (compare_names(t->schema, t->asked, t->listed, COMPARE_EXPLAIN, arena, &t->result,
                      &diag) < 0) {
        diag.code = ERR_USAGE;
        return complain_diag(self->name, &diag, NULL);
    }
    output_init(&output);
    buf_init(&text, 16 << 20);
    if (v->json) {
        put_json(t, &text);
    } else {
        put_table(t, &text);
    }
    (void)output_take(&output, &text);
    buf_release(&text);
    bool found = v->exit_code && t->result.score >= SCORE_ALERT;
    return output_end(&output, self->name, found ? EXIT_FOUND : EXIT_DONE);
}

static int compare_two(const struct command *self, const struct compare_values *v,
                       enum schema schema, char **names)
{
    struct two_names t = {schema,
                          customer_name_cut(slice_of(names[0])),
                          customer_name_cut(slice_of(names[1])),
                          {0}};
    if (t.asked.n < strlen(names[0]) || t.listed.n < strlen(names[1])) {
        complain(self->name, "a name has more than %d bytes: what is behind is left out",
                 CUSTOMER_NAME_MAX);
    }
    struct arena arena;
    arena_init(&arena, ARENA_LIMIT);
    int status = compare(self, v, &t, &arena);
    arena_release(&arena);
    return status;
}

/* ---- a file of pairs ---- */

static int tell_end(const struct command *self, const struct compare_values *v, int result,
                    const struct pairs_outcome *outcome, const struct diag *diag)
{
    if (result == ERR_STOPPED) {
        complain(self->name, "stopped: %llu rows compared", (unsigned long long)outcome->rows);
        return EXIT_STOPPED;
    }
    if (result < 0) {
        return complain_diag(self->name, diag, NULL);
    }
    return v->exit_code && outcome->alerts ? EXIT_FOUND : EXIT_DONE;
}

static int compare_file(const struct command *self, const struct compare_values *v,
                        struct pairs_job *job)
{
    static struct feed feed;
    struct sink sink;
    struct pairs_outcome outcome;
    struct diag diag = {0};
    if (feed_open(&feed, v->pairs, &diag) < 0) {
        return complain_diag(self->name, &diag, NULL);
    }
    sink_begin(&sink, self->name, feed.size);
    job->sink = sink_callbacks(&sink);
    job->crew = sink_crew(v->threads);
    job->stop = &commands_stop;
    commands_catch_stop();
    int result = pairs_run(job, &feed, &outcome, &diag);
    feed_close(&feed);
    sink_end(&sink);
    return output_end(&sink.output, self->name, tell_end(self, v, result, &outcome, &diag));
}

static int compare_pairs(const struct command *self, const struct compare_values *v,
                         enum schema schema)
{
    struct pairs_job job = {.schema = schema, .encoding = ENCODING_DETECT};
    if (v->encoding) {
        job.encoding = encoding_find(slice_of(v->encoding));
    }
    if (job.encoding == ENCODING_UNKNOWN) {
        complain(self->name, "'--encoding %s' is not known here", v->encoding);
        return EXIT_USAGE;
    }
    return compare_file(self, v, &job);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct compare_values v = {0};
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 2, &count);
    if (status >= 0) {
        return status;
    }
    enum schema schema = SCHEMA_NONE;
    bool any = false;
    if (v.schema && !written_schema(slice_of(v.schema), &schema, &any)) {
        complain(self->name, "'--schema %s' is no kind of party", v.schema);
        return EXIT_USAGE;
    }
    if (count == (v.pairs ? 0U : 2U)) {
        return v.pairs ? compare_pairs(self, &v, schema)
                       : compare_two(self, &v, schema, argv + 1);
    }
    complain(self->name, "give two names, or --pairs FILE alone");
    complain_hint("vaglio compare \"Qaddafi\" \"Gheddafi\"");
    return EXIT_USAGE;
}

const struct command COMMAND_COMPARE = {
    .name = "compare",
    .arguments = "A B",
    .summary = "how alike two names are, and why",
    .prose =
        "Scores the name A, as a customer gives it, against the name B, as a list has it, "
        "and shows every term of the score: what each piece of the name says for it, what "
        "is missing, what contradicts. Terms are in thousandths of a nat; their sum decides "
        "the score. No index is needed, and no list of today changes a score.",
    .examples =
        "  vaglio compare \"Muammar Qaddafi\" \"Muʿammar al-Gheddafi\"\n"
        "  vaglio compare --schema Company \"Rosoboronexport AO\" \"JSC Rosoboroneksport\"\n"
        "  vaglio compare --pairs pairs.csv > scored.csv\n",
    .options = OPTIONS,
    .run = run,
};
