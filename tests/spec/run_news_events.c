/*
 * Runs tests/spec/news_events.spec: sentences of our own with their one event or their time.
 *
 *     run_news_events FILE…
 *
 * "visit person:A+CN planned 2024-06-17 2024-06-23 | sentence": this event and no other; '*'
 * stands for any participants or day, '-' for an open end.  "none | sentence": no event.
 * "time past 2024-06-01 - | sentence": what the first expression of time means in a clause about
 * the past (or "ahead").  "day 2023-10-06 | dateline": the publication day.  All else is read as
 * published on 2024-06-12, a Wednesday.
 */
#include "base/file.h"
#include "news/when.h"
#include "news_help.h"

enum { LINE_SIZE = 400 };
static const char TODAY[] = "2024-06-12";

static struct news_tally tally;

static void put_day(char *out, size_t size, int32_t day)
{
    char text[DAY_TEXT];
    size_t n = day_print(day, text);
    (void)snprintf(out + strlen(out), size - strlen(out), " %.*s", n ? (int)n : 1,
                   n ? text : "-");
}

static bool event_line(const struct document *d, size_t nth, char *out, size_t size)
{
    static const char *const STATUSES[] = {"happened", "planned", "alleged", "denied",
                                           "refused"};
    for (size_t i = 0; i < d->events.n; i++) {
        const struct event *e = &d->events.p[i];
        if (e->dropped || nth-- > 0) {
            continue;
        }
        (void)snprintf(out, size, "%.*s ", SLICE_ARG(e->type));
        for (size_t k = 0; k < e->participant_count; k++) {
            struct slice p = e->participants[k];
            size_t at = strlen(out);
            (void)snprintf(out + at, size - at, "%s%.*s", k ? "+" : "", SLICE_ARG(p));
            for (; out[at]; at++) {
                out[at] = out[at] == ' ' && at > e->type.n ? '_' : out[at];
            }
        }
        (void)snprintf(out + strlen(out), size - strlen(out), " %s", STATUSES[e->status]);
        put_day(out, size, e->when.from);
        put_day(out, size, e->when.until);
        return true;
    }
    return false;
}

static void run_event(struct news_bench *b, struct slice want, struct slice sentence)
{
    char line[LINE_SIZE] = "";
    char more[LINE_SIZE] = "";
    bool good = news_bench_read(b, TODAY, sentence) == 0;
    bool any = good && event_line(&b->document, 0, line, sizeof line);
    if (slice_is(want, "none")) {
        news_tell(&tally, good && !any, sentence, line);
        return;
    }
    bool two = any && event_line(&b->document, 1, more, sizeof more);
    (void)snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s", two ? "; " : "",
                   more);
    news_tell(&tally, any && news_line_fits(want, slice_of(line)), sentence, line);
}

static void run_time(struct news_bench *b, struct slice want, struct slice sentence)
{
    char line[LINE_SIZE] = "";
    struct interval w;
    bool ahead = slice_starts(want, "ahead");
    bool good = news_bench_read(b, TODAY, sentence) == 0 && b->document.times.n > 0 &&
                when_of(&b->document, 0, (uint32_t)b->document.tokens.n, ahead, &w);
    if (good) {
        (void)snprintf(line, sizeof line, "%s", ahead ? "ahead" : "past");
        put_day(line, sizeof line, w.from);
        put_day(line, sizeof line, w.until);
    }
    news_tell(&tally, good && news_line_fits(want, slice_of(line)), sentence, line);
}

static void run_day(struct news_bench *b, struct slice want, struct slice dateline)
{
    char text[LINE_SIZE];
    char line[LINE_SIZE] = "";
    (void)snprintf(text, sizeof text,
                   "Missiles for Moscow\n%.*s\nIran has sent missiles to Russia.\n",
                   SLICE_ARG(dateline));
    bool good = news_bench_read(b, "", slice_of(text)) == 0;
    put_day(line, sizeof line, b->document.published.from);
    news_tell(&tally, good && slice_eq(slice_trim(want), slice_of(line + 1)), dateline, line);
}

static void run_line(struct news_bench *b, struct slice line)
{
    size_t bar = slice_find(line, 0, " | ");
    if (line.n == 0 || line.p[0] == '#' || bar == line.n) {
        return;
    }
    struct slice want = slice_cut(line, 0, bar);
    struct slice sentence = slice_cut(line, bar + 3, line.n);
    if (slice_starts(want, "time ")) {
        run_time(b, slice_cut(want, 5, want.n), sentence);
    } else if (slice_starts(want, "day ")) {
        run_day(b, slice_cut(want, 4, want.n), sentence);
    } else {
        run_event(b, want, sentence);
    }
}

int main(int argc, char **argv)
{
    struct news_bench b;
    if (news_bench_open(&b) < 0) {
        puts("Bail out! the rules cannot be opened");
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        struct slice text = {NULL, 0};
        if (file_map(argv[i], &text, NULL) < 0) {
            puts("Bail out! cannot read the cases");
            return 1;
        }
        for (struct slice rest = text; rest.n;) {
            run_line(&b, slice_next(&rest, '\n'));
        }
        file_unmap(text);
    }
    news_bench_close(&b);
    return news_tally_end(&tally);
}
