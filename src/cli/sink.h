/*
 * sink - where the commands that work through files put what they make.
 *
 * Text goes to standard output as it comes; of the notes the first NOTES_SHOWN are shown on
 * standard error and the rest is counted; progress is shown where standard error is a terminal
 * and the text goes elsewhere.
 */
#ifndef CLI_SINK_H
#define CLI_SINK_H

#include "cli/output.h"
#include "cli/progress.h"
#include "screen/screen.h"

enum { NOTES_SHOWN = 20 };

struct sink {
    const char *command;
    struct output output;
    uint64_t notes; /* lines so far */
    struct progress progress;
};

/* `size` is that of the file, 0 when unknown. */
void sink_begin(struct sink *s, const char *command, uint64_t size);
struct screen_sink sink_callbacks(struct sink *s);

/* Clears the progress and says how many notes were not shown. */
void sink_end(struct sink *s);

/* --threads as given: 0 means as many as there are processors. */
size_t sink_crew(uint64_t threads);

#endif
