/*
 * vaglio read FILE…: articles to mentions, statements, dealings and alerts.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/read_sources.h"
#include "model/date.h"
#include "news/read.h"
#include "screen/report_forms.h"

struct read_values {
    const char *index;
    const char *date;
    const char *language;
    const char *rules;
    const char *format;
    bool json;
    bool exit_code;
};

#define AT(member) offsetof(struct read_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    {"index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder", "The index to search.",
     OPTION_TEXT, AT(index), 0, 0},
    {"date", "DATE", "what the dateline says", "The publication date, as 2023-08-31; it wins over the text's own.",
     OPTION_TEXT, AT(date), 0, 0},
    {"language", "L", "found by its words", "The language of the text: it or en are read in depth.",
     OPTION_TEXT, AT(language), 0, 0},
    {"format", "FORM", "told by the first sign of each", "How the articles are given: text, html or jsonl.",
     OPTION_TEXT, AT(format), 0, 0},
    {"rules", "FOLDER", "those compiled in", "Embargo rules to use instead.", OPTION_TEXT, AT(rules), 0, 0},
    {"json", NULL, NULL, "JSON, one object an article, for machines.", OPTION_FLAG, AT(json), 0, 0},
    {"exit-code", NULL, NULL, "Exit status 1 when an article raised an alert.", OPTION_FLAG, AT(exit_code), 0, 0},
    {0},
};
/* clang-format on */

static const size_t OUT_LIMIT = (size_t)1 << 30;

struct reading {
    const struct read_values *values;
    struct index *index;
    struct news_session session;
    struct document document;
    struct report_maker maker;
    struct output output;
    struct terminal terminal;
    struct progress progress;
    struct buf text;
    uint64_t articles, alerts;
    uint64_t bad_sources; /* files that could not be read */
    uint64_t bad_lines;   /* articles among others that could not be read */
};

static void put_maker(void *context, struct json_writer *w)
{
    report_made_by(w, context);
}

static void complain_at(void *context, const struct read_place *place, const struct diag *diag,
                        const char *hint)
{
    struct reading *r = context;
    progress_end(&r->progress);
    (void)output_take(&r->output, &r->text); /* what came before it comes before its words */
    if (place->line) {
        complain("read", "%s: line %llu: %s", place->path, (unsigned long long)place->line,
                 diag->text);
        r->bad_lines++;
    } else {
        complain("read", "%s: %s", place->path, diag->text);
        r->bad_sources++;
    }
    if (hint) {
        complain_hint("%s", hint);
    }
}

static bool is_stopped(void *context)
{
    (void)context;
    return commands_stop;
}

/* What the command line says wins over what the article says of itself. */
static struct slice given(const char *option, struct slice own)
{
    return option ? slice_of(option) : own;
}

/* The article as JSON or as a page, appended to what is to be written. */
static int report(struct reading *r, struct diag *diag)
{
    const struct document *d = &r->document;
    size_t before = r->text.n;
    if (!r->values->json) {
        news_page(d, r->terminal.colour ? NEWS_PAGE_COLOUR : 0U, &r->text);
        return 0;
    }
    int result = news_json(d, &r->session, put_maker, &r->maker, &r->text, diag);
    r->text.n = result < 0 ? before : r->text.n;
    return result;
}

static bool read_article(void *context, const struct read_place *place,
                         const struct article *from)
{
    struct reading *r = context;
    struct diag diag = {0};
    struct article a = *from;
    a.date = given(r->values->date, a.date);
    a.language = given(r->values->language, a.language);
    progress_set(&r->progress, place->done);
    if (news_read(&r->session, &r->document, &a, &diag) < 0 || report(r, &diag) < 0) {
        complain_at(r, place, &diag, NULL);
        return true;
    }
    r->articles++;
    r->alerts += r->document.alerts.n;
    if (r->text.n > (1U << 16) || r->terminal.is_terminal) {
        return output_take(&r->output, &r->text);
    }
    return true;
}

/* ---- the command ---- */

static void tell_left_out(const struct reading *r, const struct read_sources *sources)
{
    if (sources->left_out) {
        complain("read",
                 "%llu files in folders left out: no .txt, .html, .htm, .xhtml, .json, "
                 ".jsonl or .ndjson (%s)",
                 (unsigned long long)sources->left_out, sources->left_first);
    }
    unsigned long long bad = r->bad_sources + r->bad_lines;
    if (bad && r->articles + bad > 1) {
        complain("read", "%llu articles read, %llu not read", (unsigned long long)r->articles,
                 bad);
    }
}

/* enum read_form of a word, -1 for none. */
static int form_of(const char *word)
{
    static const char *const WORDS[] = {"", "text", "html", "jsonl"};
    for (int i = 0; word && i < 4; i++) {
        if (slice_is(slice_of(word), WORDS[i])) {
            return i;
        }
    }
    return word ? -1 : READ_ANY;
}

static int read_all(struct reading *r, int count, char **paths)
{
    struct read_sources sources;
    struct read_user user = {r, read_article, complain_at, is_stopped};
    output_init(&r->output);
    r->terminal = output_terminal();
    r->maker = maker_of(r->index);
    r->maker.rules ^= news_tables_hash;
    progress_init(&r->progress);
    r->progress.on = r->progress.on && !r->terminal.is_terminal;
    buf_init(&r->text, OUT_LIMIT);
    document_init(&r->document);
    read_sources_init(&sources, user);
    sources.form = (enum read_form)form_of(r->values->format);
    for (int i = 0; i < count && !commands_stop; i++) {
        read_sources_add(&sources, paths[i]);
    }
    progress_name(&r->progress, "reading", "articles");
    progress_begin(&r->progress, sources.bytes, true);
    read_sources_run(&sources);
    progress_end(&r->progress);
    (void)output_take(&r->output, &r->text);
    tell_left_out(r, &sources);
    read_sources_release(&sources);
    document_release(&r->document);
    buf_release(&r->text);
    int status = r->bad_sources                      ? EXIT_INPUT
                 : r->alerts && r->values->exit_code ? EXIT_FOUND
                                                     : EXIT_DONE;
    if (commands_stop) {
        complain("read", "stopped after %llu articles", (unsigned long long)r->articles);
        status = EXIT_STOPPED;
    }
    return output_end(&r->output, "read", status);
}

static bool date_is_good(const char *text)
{
    struct date d;
    if (!text || (date_parse(slice_of(text), true, &d) && d.precision == DATE_DAY)) {
        return true;
    }
    complain("read", "--date: '%s' is no day", text);
    complain_hint("write it as 2023-08-31");
    return false;
}

static bool format_is_good(const char *text)
{
    if (form_of(text) >= 0) {
        return true;
    }
    complain("read", "--format: '%s' is no form of an article", text);
    complain_hint("text, html or jsonl");
    return false;
}

static int run(const struct command *self, int argc, char **argv)
{
    struct read_values v = {0};
    struct reading r = {.values = &v};
    struct embargo *embargo = NULL;
    struct diag diag = {0};
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 1, SIZE_MAX, &count);
    if (status >= 0) {
        return status;
    }
    if (!date_is_good(v.date) || !format_is_good(v.format)) {
        return EXIT_USAGE;
    }
    status = index_open_chosen(self->name, v.index, &r.index);
    if (status != EXIT_DONE) {
        return status;
    }
    commands_catch_stop();
    if (embargo_open(v.rules, &embargo, &diag) < 0) {
        status = complain_diag(self->name, &diag, NULL);
    } else if (session_open(&r.session, r.index, embargo, &diag) < 0) {
        status = complain_diag(self->name, &diag, NULL);
        session_close(&r.session);
    } else {
        status = read_all(&r, (int)count, argv + 1);
        session_close(&r.session);
    }
    embargo_close(embargo);
    index_close(r.index);
    return status;
}

const struct command COMMAND_READ = {
    .name = "read",
    .arguments = "FILE|FOLDER…",
    .summary = "articles: who is listed, who supplies whom, what forbids it",
    .prose =
        "Reads news articles and says whom the lists know, who is said to supply what to whom "
        "and "
        "how far it has got, who says so, and which embargo rules bear on it. Every finding is "
        "quoted. Italian and English are read in depth, of other languages only names.\n\n"
        "An article is a UTF-8 text (first line the headline, second the dateline), an HTML "
        "page, "
        "or a JSON line {\"text\", \"title\", \"date\", \"language\", \"url\", \"id\"} of "
        "which only "
        "the text must be there; \"-\" is standard input. Of a folder the files .txt, .html, "
        ".htm, "
        ".xhtml, .json, .jsonl and .ndjson are read. What cannot be read is told, and the rest "
        "is "
        "read. Dates come from --date, else from the article, never from the clock.\n\n"
        "Information for a qualified person, not legal advice.",
    .examples = "  vaglio read article.txt                       the alert first, then why\n"
                "  vaglio read --date 2023-08-31 article.html    the day it was published\n"
                "  vaglio read --json articles/ > read.jsonl     one JSON object an article\n"
                "  vaglio read --json feed.jsonl | jq -c 'select(.alerts != [])'\n"
                "  vaglio read --exit-code today.txt || mail -s alert desk < today.txt\n"
                "  curl -s https://example.org/news.html | vaglio read -\n",
    .options = OPTIONS,
    .run = run,
};
