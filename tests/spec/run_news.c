/*
 * Runs tests/spec/news.spec, and the "+" and "-" examples of data/news/{it,en}/frames.txt.
 *
 *     run_news FILE…
 *
 * A case of a .spec is a line "expectation | sentence", several dealings joined by " + "; of frames.txt "+ sentence = supply KP RU
 * arms delivered affirmed", "+ sentence = visit planned", "- sentence" (nothing comes out).
 * A file of news_articles/ holds a date, the dealings and alerts wanted, "----" and an article.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "news_help.h"

static struct news_tally tally;

enum { WANTED_MAX = 16, LINE_SIZE = 256 };

/* Ticks off the first wanted line of this kind that fits. */
static bool take_wanted(struct slice *wanted, size_t n, const char *kind, const char *line)
{
    for (size_t i = 0; i < n; i++) {
        if (wanted[i].n && slice_starts(wanted[i], kind) &&
            news_line_fits(slice_cut(wanted[i], strlen(kind), wanted[i].n), slice_of(line))) {
            wanted[i] = (struct slice){NULL, 0};
            return true;
        }
    }
    return false;
}

static void run_dealing(struct news_bench *b, struct slice want, struct slice sentence)
{
    char got[1024] = "";
    char line[256];
    struct slice wanted[4];
    size_t n = 0;
    while (want.n && n < 4 && !slice_is(want, "none")) {
        wanted[n++] = slice_trim(slice_next(&want, '+'));
    }
    bool good = news_bench_read(b, "2024-06-12", sentence) == 0;
    size_t found = 0;
    for (; good && found < 8 && news_dealing_line(&b->document, found, line, sizeof line);
         found++) {
        good = take_wanted(wanted, n, "", line);
        (void)snprintf(got + strlen(got), sizeof got - strlen(got), "%s; ", line);
    }
    news_tell(&tally, good && found == n, sentence, got);
}

static void run_event(struct news_bench *b, struct slice type, struct slice status,
                      struct slice sentence)
{
    static const char *const STATUSES[] = {"happened", "planned", "alleged", "denied",
                                           "refused"};
    bool good = false;
    int result = news_bench_read(b, "2024-06-12", sentence);
    for (size_t i = 0; result == 0 && i < b->document.events.n; i++) {
        const struct event *e = &b->document.events.p[i];
        good = good || (!e->dropped && slice_eq(e->type, type) &&
                        slice_is(status, STATUSES[e->status]));
    }
    news_tell(&tally, good, sentence, "no such event");
}

static void run_example(struct news_bench *b, struct slice line)
{
    struct slice sentence = slice_cut(line, 2, line.n);
    if (line.p[0] == '-') {
        run_dealing(b, SLICE("none"), sentence);
        return;
    }
    struct slice want = sentence;
    sentence = slice_trim(slice_next(&want, '='));
    want = slice_trim(want);
    struct slice kind = slice_next(&want, ' ');
    if (!slice_is(kind, "supply")) {
        run_event(b, kind, want, sentence);
        return;
    }
    char room[256] = "";
    while (want.n) {
        struct slice part = slice_trim(slice_next(&want, '+'));
        if (slice_starts(part, "supply ")) {
            part = slice_cut(part, 7, part.n);
        }
        struct slice from = slice_next(&part, ' ');
        struct slice to = slice_next(&part, ' ');
        (void)snprintf(room + strlen(room), sizeof room - strlen(room), "%s%.*s>%.*s %.*s",
                       room[0] ? " + " : "", SLICE_ARG(from), SLICE_ARG(to), SLICE_ARG(part));
    }
    run_dealing(b, slice_of(room), sentence);
}

/* ---- whole articles ---- */

static bool tick_off(struct news_bench *b, struct slice *wanted, size_t n, char *got,
                     size_t size)
{
    char line[LINE_SIZE];
    bool good = true;
    for (size_t i = 0; news_dealing_line(&b->document, i, line, sizeof line); i++) {
        good = take_wanted(wanted, n, "dealing ", line) && good;
        (void)snprintf(got + strlen(got), size - strlen(got), "%s; ", line);
    }
    for (size_t i = 0; i < b->document.alerts.n; i++) {
        const struct alert *a = &b->document.alerts.p[i];
        (void)snprintf(line, sizeof line, "%.*s %.*s>%.*s %s", SLICE_ARG(a->regime),
                       SLICE_ARG(a->supplier), SLICE_ARG(a->recipient), a->result);
        bool informs = slice_is(slice_of(a->result), "info");
        good = (informs || take_wanted(wanted, n, "alert ", line)) && good;
        (void)snprintf(got + strlen(got), size - strlen(got), "%s; ", line);
    }
    for (size_t i = 0; i < n; i++) {
        good = good && wanted[i].n == 0;
    }
    return good;
}

static void run_article(struct news_bench *b, struct slice name, struct slice rest)
{
    struct slice wanted[WANTED_MAX];
    char date[16] = "";
    char got[8 * LINE_SIZE] = "";
    size_t n = 0;
    while (rest.n) {
        struct slice line = slice_next(&rest, '\n');
        if (slice_is(line, "----")) {
            break;
        }
        if (slice_starts(line, "date ")) {
            (void)snprintf(date, sizeof date, "%.*s", SLICE_ARG(slice_cut(line, 5, line.n)));
        } else if (line.n && line.p[0] != '#' && n < WANTED_MAX) {
            wanted[n++] = line;
        }
    }
    bool good = news_bench_read(b, date, rest) == 0 && tick_off(b, wanted, n, got, sizeof got);
    news_tell(&tally, good, name, got);
}

static int run_file(struct news_bench *b, const char *path)
{
    struct slice text = {NULL, 0};
    if (file_map(path, &text, NULL) < 0) {
        printf("Bail out! cannot read %s\n", path);
        return 1;
    }
    struct slice rest = text;
    if (slice_find(text, 0, "\n----\n") < text.n) {
        run_article(b, slice_of(path), text);
        rest.n = 0;
    }
    while (rest.n) {
        struct slice line = slice_next(&rest, '\n');
        size_t bar = slice_find(line, 0, " | ");
        if (slice_starts(line, "+ ") || slice_starts(line, "- ")) {
            run_example(b, line);
        } else if (line.n && line.p[0] != '#' && bar < line.n) {
            run_dealing(b, slice_cut(line, 0, bar), slice_cut(line, bar + 3, line.n));
        }
    }
    file_unmap(text);
    return 0;
}

int main(int argc, char **argv)
{
    struct news_bench b;
    if (news_bench_open(&b) < 0) {
        puts("Bail out! the rules cannot be opened");
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        if (run_file(&b, argv[i])) {
            return 1;
        }
    }
    news_bench_close(&b);
    return news_tally_end(&tally);
}
