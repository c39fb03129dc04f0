/*
 * thread - a fixed crew that works through numbered pieces of work.
 *
 * The pieces share nothing but what the caller's context holds; results go into places that
 * belong to a piece, so that the outcome does not depend on who did what when.
 */
#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <stddef.h>

/* Does piece `piece` on worker `worker` (0 … crew−1). */
typedef void (*work_fn)(void *context, size_t worker, size_t piece);

/* Calls work() once for each piece 0 … pieces−1 with up to `crew` threads and returns when
 * all are done.  With crew 1, or when no thread can be started, the caller does the work. */
void crew_run(size_t crew, size_t pieces, work_fn work, void *context);

/* Processors that this process may use, at least 1. */
size_t crew_default(void);

#endif
