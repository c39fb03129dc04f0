#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 160 };

static const uint64_t SECOND = UINT64_C(1000000000);

static uint64_t now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

static void put(const char *line, int n)
{
    if (n > 0) {
        ssize_t written = write(STDERR_FILENO, line, n < LINE ? (size_t)n : LINE - 1);
        (void)written;
    }
}

void progress_init(struct progress *p)
{
    *p = (struct progress){.on = isatty(STDERR_FILENO) == 1};
}

void progress_begin(struct progress *p, uint64_t total, bool bytes)
{
    p->total = total;
    p->bytes = bytes;
    p->begun = p->on ? now() : 0;
    p->told = 0;
}

void progress_name(struct progress *p, const char *verb, const char *what)
{
    (void)snprintf(p->what, sizeof p->what, "%s %s", verb, what);
}

void progress_set(struct progress *p, uint64_t done)
{
    if (!p->on) {
        return;
    }
    uint64_t t = now();
    if (p->told && t - p->told < SECOND / 5) {
        return;
    }
    p->told = t;
    char line[LINE];
    double seconds = (double)(t - p->begun) / (double)SECOND;
    double rate = seconds > 0 ? (double)done / seconds : 0;
    int n = snprintf(line, sizeof line, "\r\033[K%s", p->what);
    if (p->total && n > 0 && n < LINE) {
        unsigned share = (unsigned)(done >= p->total ? 100 : done * 100 / p->total);
        n += snprintf(line + n, (size_t)(LINE - n), "  %u %%", share);
    }
    if (p->bytes && seconds > 0.5 && n < LINE) {
        n += snprintf(line + n, (size_t)(LINE - n), "  %.1f MB/s", rate / 1e6);
    }
    if (p->total > done && rate > 0 && seconds > 0.5 && n < LINE) {
        n += snprintf(line + n, (size_t)(LINE - n), "  %.0f s left",
                      (double)(p->total - done) / rate);
    }
    put(line, n);
    p->shown = true;
}

void progress_end(struct progress *p)
{
    if (p->shown) {
        put("\r\033[K", 4);
        p->shown = false;
    }
}
