/*
 * news_help - reads a sentence without any list, and says the dealings as one line each.
 */
#ifndef NEWS_HELP_H
#define NEWS_HELP_H

#include <stdio.h>

#include "news/read.h"

struct news_bench {
    struct embargo *embargo;
    struct news_session session;
    struct document document;
};

static inline int news_bench_open(struct news_bench *b)
{
    document_init(&b->document);
    int result = embargo_open(NULL, &b->embargo, NULL);
    return result < 0 ? result : session_open(&b->session, NULL, b->embargo, NULL);
}

static inline void news_bench_close(struct news_bench *b)
{
    session_close(&b->session);
    embargo_close(b->embargo);
    document_release(&b->document);
}

static inline int news_bench_read(struct news_bench *b, const char *date, struct slice text)
{
    struct article a = {.id = SLICE("test"), .date = slice_of(date), .text = text};
    return news_read(&b->session, &b->document, &a, NULL);
}

static inline struct slice news_side(const struct document *d, uint32_t entity)
{
    return entity == NONE32                               ? SLICE("?")
           : d->entities.p[entity].type == ENTITY_COUNTRY ? d->entities.p[entity].behalf
                                                          : d->entities.p[entity].id;
}

/* "KP>RU arms delivered affirmed" of the n-th dealing that stands; false past the last. */
static inline bool news_dealing_line(const struct document *d, size_t n, char *out, size_t size)
{
    static const char *const POLARITIES[] = {"affirmed", "denied", "hypothetical"};
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *x = &d->dealings.p[i];
        if (x->dropped || n-- > 0) {
            continue;
        }
        struct slice from = news_side(d, x->supplier);
        struct slice to = news_side(d, x->recipient);
        (void)snprintf(out, size, "%.*s>%.*s %s %s %s", SLICE_ARG(from), SLICE_ARG(to),
                       goods_class_word((enum goods_class)x->goods),
                       embargo_stage_word((enum embargo_stage)x->stage),
                       POLARITIES[x->polarity]);
        return true;
    }
    return false;
}

/* Does a line fit a pattern, word by word, '*' standing for any word? */
static inline bool news_line_fits(struct slice pattern, struct slice line)
{
    while (pattern.n || line.n) {
        struct slice p = slice_next(&pattern, ' ');
        struct slice l = slice_next(&line, ' ');
        if (!slice_is(p, "*") && !slice_eq(p, l)) {
            return false;
        }
    }
    return true;
}

/* TAP: the cases of a specification, counted. */
struct news_tally {
    unsigned count, failures;
};

static inline void news_tell(struct news_tally *t, bool good, struct slice sentence,
                             const char *got)
{
    t->count++;
    t->failures += !good;
    printf("%sok %u - %.*s\n", good ? "" : "not ", t->count, SLICE_ARG(sentence));
    if (!good) {
        printf("# got: %s\n", got[0] ? got : "nothing");
    }
}

/* The plan; what main() returns.  Files without a case have failed, too. */
static inline int news_tally_end(const struct news_tally *t)
{
    printf("1..%u\n", t->count);
    return t->failures > 0 || t->count == 0;
}

#endif
