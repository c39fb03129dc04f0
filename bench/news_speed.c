/*
 * news_speed - what reading costs: articles that the gate lets go, and those read in full.
 *
 *     news_speed INDEX ARTICLES.jsonl [ROUNDS]
 *
 * Reads every article ROUNDS times and prints one JSON line a round: processor time only, of
 * news_read alone, so that other work on the machine and the form of the output do not count.
 * In the first round every name is new to the session; in the later ones it has seen them all.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/file.h"
#include "base/num.h"
#include "format/json_reader.h"
#include "news/read.h"

struct tally {
    uint64_t articles, bytes, tokens;
    double us;
};

static double now_us(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double per_second(const struct tally *t)
{
    return t->us > 0 ? (double)t->articles * 1e6 / t->us : 0;
}

static void print_tally(const char *name, const struct tally *t)
{
    printf("\"%s\":{\"articles\":%" PRIu64 ",\"per_s\":%.0f,\"us\":%.1f,\"mb_s\":%.1f,"
           "\"tokens\":%" PRIu64 "},",
           name, t->articles, per_second(t), t->articles ? t->us / (double)t->articles : 0,
           t->us > 0 ? (double)t->bytes / t->us : 0, t->tokens);
}

struct counts {
    struct tally gated, full;
    uint64_t alerts, dealings, listed, failed;
};

static void read_one(struct news_session *s, struct document *d, const struct article *a,
                     struct counts *c)
{
    double before = now_us();
    int result = news_read(s, d, a, NULL);
    double took = now_us() - before;
    if (result < 0) {
        c->failed++;
        return;
    }
    struct tally *t = d->gated ? &c->gated : &c->full;
    t->articles++;
    t->bytes += a->text.n;
    t->tokens += d->tokens.n;
    t->us += took;
    c->alerts += d->alerts.n;
    for (size_t i = 0; i < d->dealings.n; i++) {
        c->dealings += !d->dealings.p[i].dropped;
    }
    for (size_t i = 0; i < d->entities.n; i++) {
        c->listed += d->entities.p[i].listed;
    }
}

static int round_of(struct news_session *s, struct document *d, const char *path)
{
    struct pull_file *file = NULL;
    struct json_lines *lines = NULL;
    struct json_line line;
    struct diag diag = {0};
    struct counts c = {0};
    struct rusage usage;
    if (pull_file_open(path, &file, &diag) < 0 ||
        json_lines_open(&lines, pull_from_file(file), &diag) < 0) {
        fprintf(stderr, "news_speed: %s\n", diag.text);
        return 1;
    }
    while (json_lines_next(lines, &line, &diag) == 0 && line.state != JSON_LINE_END) {
        char room[JSON_SCALAR_TEXT];
        struct article a = {.id = json_scalar(json_member(line.value, "id"), room),
                            .title = json_member_text(line.value, "title"),
                            .date = json_member_text(line.value, "date"),
                            .text = json_member_text(line.value, "text")};
        if (line.state != JSON_LINE_BAD) {
            read_one(s, d, &a, &c);
        }
    }
    json_lines_close(lines);
    pull_file_close(file);
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("{");
    print_tally("gated", &c.gated);
    print_tally("full", &c.full);
    printf("\"alerts\":%" PRIu64 ",\"dealings\":%" PRIu64 ",\"listed\":%" PRIu64
           ",\"failed\":%" PRIu64 ",\"searches\":%" PRIu64 ",\"peak_mib\":%ld}\n",
           c.alerts, c.dealings, c.listed, c.failed, (uint64_t)s->links.n,
           usage.ru_maxrss / 1024);
    return 0;
}

int main(int argc, char **argv)
{
    struct index *ix = NULL;
    struct embargo *embargo = NULL;
    struct news_session session;
    static struct document document;
    struct diag diag = {0};
    if (argc < 3) {
        fprintf(stderr, "usage: news_speed INDEX ARTICLES.jsonl [ROUNDS]\n");
        return 2;
    }
    if (index_open(argv[1], &ix, &diag) < 0 || embargo_open(NULL, &embargo, &diag) < 0 ||
        session_open(&session, ix, embargo, &diag) < 0) {
        fprintf(stderr, "news_speed: %s\n", diag.text);
        return 1;
    }
    document_init(&document);
    int result = 0;
    for (int i = 0, rounds = argc > 3 ? atoi(argv[3]) : 2; i < rounds && result == 0; i++) {
        result = round_of(&session, &document, argv[2]);
    }
    document_release(&document);
    session_close(&session);
    embargo_close(embargo);
    index_close(ix);
    return result;
}
