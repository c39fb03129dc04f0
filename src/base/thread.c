#include "base/thread.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

enum { CREW_MAX = 256 };

struct crew {
    work_fn work;
    void *context;
    size_t pieces;
    atomic_size_t next;
};

struct member {
    struct crew *crew;
    size_t number;
};

static void *work_through(void *arg)
{
    const struct member *m = arg;
    for (;;) {
        size_t piece = atomic_fetch_add(&m->crew->next, 1);
        if (piece >= m->crew->pieces) {
            return NULL;
        }
        m->crew->work(m->crew->context, m->number, piece);
    }
}

void crew_run(size_t crew, size_t pieces, work_fn work, void *context)
{
    struct crew c = {.work = work, .context = context, .pieces = pieces};
    struct member members[CREW_MAX];
    pthread_t threads[CREW_MAX];
    size_t started = 0;
    if (crew > CREW_MAX) {
        crew = CREW_MAX;
    }
    if (crew > pieces) {
        crew = pieces ? pieces : 1;
    }
    members[0] = (struct member){&c, 0};
    for (size_t i = 1; i < crew; i++) {
        members[i] = (struct member){&c, i};
        if (pthread_create(&threads[started], NULL, work_through, &members[i]) != 0) {
            break;
        }
        started++;
    }
    (void)work_through(&members[0]);
    for (size_t i = 0; i < started; i++) {
        (void)pthread_join(threads[i], NULL);
    }
}

size_t crew_default(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) {
        return 1;
    }
    int n = CPU_COUNT(&set);
    return n > 0 ? (size_t)n : 1;
}
