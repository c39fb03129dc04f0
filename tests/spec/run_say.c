/*
 * Runs tests/spec/news_say.spec: who says what.
 *
 *     run_say FILE…
 *
 * A case is a paragraph "> text" (a second "> " line is a second paragraph) and a line
 * "source | mode | content" for each statement, in the order of the text; "none" where there is
 * none.  Nothing else may come out.  "source (id)" also asks for the entity, "a -> b (id)" for
 * the chain up to the source.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "news_help.h"

static struct news_tally tally;

struct sorter {
    const struct document *d;
    uint32_t order[64];
    size_t n;
};

static void sort_statements(struct sorter *s)
{
    s->n = s->d->statements.n < 64 ? s->d->statements.n : 64;
    for (size_t i = 0; i < s->n; i++) {
        size_t k = i;
        uint32_t at = s->d->statements.p[i].content_first;
        while (k > 0 && s->d->statements.p[s->order[k - 1]].content_first > at) {
            s->order[k] = s->order[k - 1];
            k--;
        }
        s->order[k] = (uint32_t)i;
    }
}

static void say_line(const struct document *d, const struct statement *x, char *out,
                     size_t size)
{
    static const char *const MODES[] = {
#define X(name) #name,
        SAY_MODES(X)
#undef X
    };
    size_t n = 0;
    struct slice source = document_text(d, x->source);
    for (size_t i = 0; i < x->chain_count && !slice_eq(x->chain[i], source) && n < size; i++) {
        bool relay = i + 1 < x->chain_count && x->named_end == x->named_first;
        n +=
            relay ? (size_t)snprintf(out + n, size - n, "%.*s -> ", SLICE_ARG(x->chain[i])) : 0;
    }
    (void)snprintf(out + n, size - n, "%.*s (%.*s) | %s | %.*s", SLICE_ARG(source),
                   SLICE_ARG(x->entity == NONE32 ? SLICE("") : d->entities.p[x->entity].id),
                   MODES[x->mode], SLICE_ARG(document_text(d, x->content)));
}

/* Is the wanted line the one found?  Without "(…)" any entity will do. */
static bool fits(struct slice want, const char *got)
{
    char room[2048];
    struct slice have = slice_of(got);
    if (slice_find(want, 0, ") | ") < want.n) {
        return slice_eq(want, have);
    }
    size_t open = slice_find(have, 0, " (");
    size_t close = slice_find(have, open, ") | ");
    if (close >= have.n) {
        return false;
    }
    (void)snprintf(room, sizeof room, "%.*s%.*s", (int)open, have.p, (int)(have.n - close - 1),
                   have.p + close + 1);
    return slice_eq(want, slice_of(room));
}

static void run_case(struct news_bench *b, struct slice text, const struct slice *want,
                     size_t n)
{
    static struct sorter s;
    char got[4096];
    s.d = &b->document;
    bool good = news_bench_read(b, "2024-06-12", text) == 0;
    sort_statements(&s);
    good = good && s.n == n;
    for (size_t i = 0; i < s.n && i < n && good; i++) {
        say_line(s.d, &s.d->statements.p[s.order[i]], got, sizeof got);
        good = fits(want[i], got);
    }
    news_tell(&tally, good, slice_cut(text, 0, slice_find(text, 0, "\n")), "these statements:");
    for (size_t i = 0; i < s.n && !good; i++) {
        say_line(s.d, &s.d->statements.p[s.order[i]], got, sizeof got);
        printf("# got: %s\n", got);
    }
}

static void run_file(struct news_bench *b, struct slice rest)
{
    struct buf text;
    struct slice want[16];
    size_t n = 0;
    buf_init(&text, 1 << 16);
    while (rest.n) {
        struct slice line = slice_trim(slice_next(&rest, '\n'));
        if (line.n > 2 && line.p[0] == '>') {
            buf_add(&text, slice_cut(line, 2, line.n));
            buf_add_char(&text, '\n');
        } else if (line.n && line.p[0] != '#' && !slice_is(line, "none") && n < 16) {
            want[n++] = line;
        }
        bool ends = rest.n == 0 || line.n == 0;
        if (ends && text.n) {
            run_case(b, buf_slice(&text), want, n);
        }
        if (ends) {
            buf_reset(&text);
            n = 0;
        }
    }
    buf_release(&text);
}

int main(int argc, char **argv)
{
    static struct news_bench bench;
    if (argc < 2 || news_bench_open(&bench) < 0) {
        return EXIT_FAILURE;
    }
    for (int i = 1; i < argc; i++) {
        struct slice text;
        if (file_map(argv[i], &text, NULL) < 0) {
            printf("Bail out! cannot read %s\n", argv[i]);
            return EXIT_FAILURE;
        }
        run_file(&bench, text);
        file_unmap(text);
    }
    news_bench_close(&bench);
    return news_tally_end(&tally);
}
