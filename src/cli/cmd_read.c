/*
 * vaglio read FILE…: articles to mentions, statements, dealings and alerts.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "format/json_reader.h"
#include "model/date.h"
#include "news/read.h"
#include "screen/report_forms.h"

struct read_values {
    const char *index;
    const char *date;
    const char *language;
    const char *rules;
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
    {"rules", "FOLDER", "those compiled in", "Embargo rules to use instead.", OPTION_TEXT, AT(rules), 0, 0},
    {"json", NULL, NULL, "JSON, one object an article, for machines.", OPTION_FLAG, AT(json), 0, 0},
    {"exit-code", NULL, NULL, "Exit status 1 when an article raised an alert.", OPTION_FLAG, AT(exit_code), 0, 0},
    {0},
};
/* clang-format on */

enum { PATH_LIMIT = 4096, FOLDER_DEPTH_MAX = 32 };
static const size_t OUT_LIMIT = (size_t)1 << 30;

struct path {
    char text[PATH_LIMIT];
};

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
    uint64_t articles, bad, alerts;
    bool gone; /* nobody reads what is written */
};

static void put_maker(void *context, struct json_writer *w)
{
    report_made_by(w, context);
}

/* ---- one article ---- */

static void complain_at(struct reading *r, const char *path, uint64_t line,
                        const struct diag *diag)
{
    progress_end(&r->progress);
    if (line) {
        complain("read", "%s: line %llu: %s", path, (unsigned long long)line, diag->text);
    } else {
        complain("read", "%s: %s", path, diag->text);
    }
    r->bad++;
}

static void read_article(struct reading *r, const char *path, uint64_t line,
                         const struct article *a)
{
    struct diag diag = {0};
    struct document *d = &r->document;
    if (news_read(&r->session, d, a, &diag) < 0) {
        complain_at(r, path, line, &diag);
        return;
    }
    r->articles++;
    r->alerts += d->alerts.n;
    if (r->values->json) {
        if (news_json(d, &r->session, put_maker, &r->maker, &r->text, &diag) < 0) {
            buf_reset(&r->text);
            complain_at(r, path, line, &diag);
            return;
        }
    } else {
        news_page(d, r->terminal.colour ? NEWS_PAGE_COLOUR : 0U, &r->text);
    }
    if (r->text.n > (1U << 16) || r->terminal.is_terminal) {
        r->gone = !output_take(&r->output, &r->text);
    }
}

static struct slice given(const char *text)
{
    return text ? slice_of(text) : (struct slice){NULL, 0};
}

static void read_line(struct reading *r, const char *path, const struct json_line *line)
{
    struct diag diag = {0};
    struct slice text = json_member_text(line->value, "text");
    if (line->state == JSON_LINE_BAD || text.n == 0) {
        diag_set(&diag, ERR_FORMAT, "%s",
                 line->state == JSON_LINE_BAD ? line->why.text
                                              : "no \"text\" with words in it");
        complain_at(r, path, line->line, &diag);
        return;
    }
    char room[JSON_SCALAR_TEXT];
    struct slice language = given(r->values->language);
    struct slice date = given(r->values->date);
    struct article a = {
        .id = json_scalar(json_member(line->value, "id"), room),
        .title = json_member_text(line->value, "title"),
        .date = date.n ? date : json_member_text(line->value, "date"),
        .language = language.n ? language : json_member_text(line->value, "language"),
        .text = text,
    };
    read_article(r, path, line->line, &a);
}

static void read_lines(struct reading *r, const char *path)
{
    struct pull_file *file = NULL;
    struct json_lines *lines = NULL;
    struct json_line line;
    struct diag diag = {0};
    int result = pull_file_open(path, &file, &diag);
    if (result == 0) {
        result = json_lines_open(&lines, pull_from_file(file), &diag);
    }
    while (result == 0 && !r->gone && !commands_stop) {
        result = json_lines_next(lines, &line, &diag);
        if (result < 0 || line.state == JSON_LINE_END) {
            break;
        }
        read_line(r, path, &line);
        progress_set(&r->progress, r->articles);
    }
    if (result < 0) {
        complain_at(r, path, 0, &diag);
    }
    if (lines) {
        json_lines_close(lines);
    }
    if (file) {
        pull_file_close(file);
    }
}

static bool is_json_lines(struct slice text)
{
    struct slice head = slice_trim((struct slice){text.p, text.n < 4096 ? text.n : 4096});
    return head.n > 0 && head.p[0] == '{';
}

static void read_text(struct reading *r, const char *path, struct slice text)
{
    struct article a = {
        .id = slice_of(path_name(path)),
        .date = given(r->values->date),
        .language = given(r->values->language),
        .text = text,
    };
    read_article(r, path, 0, &a);
}

/* Standard input as a whole: text, HTML, or JSON lines. */
static void read_standard_input(struct reading *r)
{
    struct pull_file *file = NULL;
    struct diag diag = {0};
    struct buf all;
    buf_init(&all, (size_t)ARTICLE_BYTES_MAX + 1);
    if (pull_file_open("-", &file, &diag) < 0) {
        complain_at(r, "standard input", 0, &diag);
        return;
    }
    struct pull pull = pull_from_file(file);
    struct slice piece = {NULL, 0};
    int result = 0;
    while ((result = pull.more(pull.context, &piece, &diag)) == 0 && piece.n > 0 &&
           !buf_failed(&all)) {
        buf_add(&all, piece);
    }
    if (result == 0 && buf_failed(&all)) {
        result =
            diag_set(&diag, ERR_LIMIT, "longer than the %d bytes that are read of one article",
                     ARTICLE_BYTES_MAX);
    }
    if (result < 0) {
        complain_at(r, "standard input", 0, &diag);
    } else if (is_json_lines(buf_slice(&all))) {
        struct pull_memory memory = {.rest = buf_slice(&all)};
        struct json_lines *lines = NULL;
        struct json_line line;
        if (json_lines_open(&lines, pull_from_memory(&memory), &diag) == 0) {
            while (json_lines_next(lines, &line, &diag) == 0 && line.state != JSON_LINE_END) {
                read_line(r, "standard input", &line);
            }
            json_lines_close(lines);
        }
    } else {
        read_text(r, "-", buf_slice(&all));
    }
    pull_file_close(file);
    buf_release(&all);
}

/* ---- files and folders ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct path *)a)->text, ((const struct path *)b)->text);
}

static bool is_article_name(const char *name)
{
    static const char *const ENDINGS[] = {".txt", ".html", ".htm", ".jsonl", ".ndjson", NULL};
    for (const char *const *e = ENDINGS; *e; e++) {
        if (slice_ends_nocase(slice_of(name), *e)) {
            return true;
        }
    }
    return false;
}

static void read_path(struct reading *r, const char *path, unsigned depth);

static void read_folder(struct reading *r, const char *folder, unsigned depth)
{
    VEC(struct path) found = {0};
    struct diag diag = {0};
    DIR *dir = opendir(folder);
    if (!dir) {
        diag_set(&diag, ERR_IO, "the folder cannot be read");
        complain_at(r, folder, 0, &diag);
        return;
    }
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        struct path *p = e->d_name[0] == '.' ? NULL : VEC_ADD(&found);
        if (p && !path_join(p->text, sizeof p->text, folder, e->d_name)) {
            found.n--;
        }
    }
    (void)closedir(dir);
    if (found.n) {
        qsort(found.p, found.n, sizeof *found.p, by_name);
    }
    for (size_t i = 0; i < found.n && !r->gone && !commands_stop; i++) {
        if (path_is_folder(found.p[i].text) || is_article_name(found.p[i].text)) {
            read_path(r, found.p[i].text, depth + 1);
        }
    }
    VEC_RELEASE(&found);
}

static void read_path(struct reading *r, const char *path, unsigned depth)
{
    struct diag diag = {0};
    struct slice text = {NULL, 0};
    if (depth > FOLDER_DEPTH_MAX) {
        return;
    }
    if (strcmp(path, "-") == 0) {
        read_standard_input(r);
        return;
    }
    if (path_is_folder(path)) {
        read_folder(r, path, depth);
        return;
    }
    if (file_map(path, &text, &diag) < 0) {
        complain_at(r, path, 0, &diag);
        return;
    }
    if (is_json_lines(text)) {
        file_unmap(text);
        read_lines(r, path);
        return;
    }
    if (text.n == 0) {
        diag_set(&diag, ERR_FORMAT, "the file is empty");
        complain_at(r, path, 0, &diag);
    } else {
        read_text(r, path, text);
    }
    file_unmap(text);
    progress_set(&r->progress, r->articles);
}

/* ---- the command ---- */

static int read_all(struct reading *r, int count, char **paths)
{
    output_init(&r->output);
    r->terminal = output_terminal();
    r->maker = maker_of(r->index);
    r->maker.rules ^= news_tables_hash;
    progress_init(&r->progress);
    r->progress.on = r->progress.on && !r->terminal.is_terminal;
    progress_name(&r->progress, "reading", "articles");
    progress_begin(&r->progress, 0, false);
    buf_init(&r->text, OUT_LIMIT);
    document_init(&r->document);
    for (int i = 0; i < count && !r->gone && !commands_stop; i++) {
        read_path(r, paths[i], 0);
    }
    progress_end(&r->progress);
    (void)output_take(&r->output, &r->text);
    document_release(&r->document);
    buf_release(&r->text);
    int status = r->bad                              ? EXIT_INPUT
                 : r->alerts && r->values->exit_code ? EXIT_FOUND
                                                     : EXIT_DONE;
    return output_end(&r->output, "read", commands_stop ? EXIT_STOPPED : status);
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
    if (!date_is_good(v.date)) {
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
    .prose = "Reads news articles (text, HTML, or JSON lines with a member \"text\"; \"-\" is "
             "standard input) and "
             "says whom the lists know, who is said to supply what to whom and how far it has "
             "got, who says so, "
             "and which embargo rules bear on it. Every finding is quoted. Italian and English "
             "are read in depth. "
             "Information for a qualified person, not legal advice.",
    .examples = "  vaglio read article.txt\n"
                "  vaglio read --date 2023-08-31 --json articles/ > read.jsonl\n"
                "  curl -s https://example.org/news.html | vaglio read -\n",
    .options = OPTIONS,
    .run = run,
};
