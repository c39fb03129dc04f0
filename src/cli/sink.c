#include "cli/sink.h"

#include <stdio.h>

#include "base/thread.h"
#include "cli/complain.h"

void sink_begin(struct sink *s, const char *command, uint64_t size)
{
    *s = (struct sink){.command = command};
    output_init(&s->output);
    progress_init(&s->progress);
    s->progress.on = s->progress.on && !output_terminal().is_terminal;
    progress_name(&s->progress, command, "");
    progress_begin(&s->progress, size, false);
}

static bool write_text(void *context, struct slice text)
{
    struct sink *s = context;
    return output_write(&s->output, text);
}

/* Shows the first lines only: a file with a million bad rows has a million of them. */
static void note(void *context, struct slice lines)
{
    struct sink *s = context;
    progress_end(&s->progress);
    while (lines.n) {
        size_t end = slice_find(lines, 0, "\n");
        end = end < lines.n ? end + 1 : lines.n;
        if (s->notes++ < NOTES_SHOWN) {
            complain_text(slice_cut(lines, 0, end));
        }
        lines = slice_cut(lines, end, lines.n);
    }
}

static void show_progress(void *context, uint64_t rows, uint64_t read, uint64_t size)
{
    struct sink *s = context;
    char done[32];
    (void)size;
    (void)snprintf(done, sizeof done, "%llu rows", (unsigned long long)rows);
    progress_name(&s->progress, s->command, done);
    progress_set(&s->progress, read);
}

struct screen_sink sink_callbacks(struct sink *s)
{
    return (struct screen_sink){
        .context = s, .write = write_text, .note = note, .progress = show_progress};
}

void sink_end(struct sink *s)
{
    progress_end(&s->progress);
    if (s->notes > NOTES_SHOWN) {
        complain(s->command, "and %llu more notes; the output has them all, row by row",
                 (unsigned long long)(s->notes - NOTES_SHOWN));
    }
}

size_t sink_crew(uint64_t threads)
{
    size_t crew = threads ? (size_t)threads : crew_default();
    return crew > CONVEYOR_CREW_MAX ? CONVEYOR_CREW_MAX : crew;
}
