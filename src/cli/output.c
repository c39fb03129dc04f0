#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/complain.h"

void output_init(struct output *o)
{
    *o = (struct output){.fd = STDOUT_FILENO};
    (void)signal(SIGPIPE, SIG_IGN);
}

struct terminal output_terminal(void)
{
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    const char *no_colour = getenv("NO_COLOR");
    return (struct terminal){is_terminal, is_terminal && !(no_colour && no_colour[0])};
}

bool output_write(struct output *o, struct slice bytes)
{
    while (bytes.n && !o->failure) {
        ssize_t n = write(o->fd, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR) {
            o->failure = errno;
        } else if (n > 0) {
            bytes = slice_cut(bytes, (size_t)n, bytes.n);
        }
    }
    return !o->failure;
}

bool output_take(struct output *o, struct buf *b)
{
    if (buf_failed(b) && !o->failure) {
        o->failure = ENOMEM;
    }
    bool ok = output_write(o, buf_slice(b));
    buf_reset(b);
    return ok;
}

int output_end(struct output *o, const char *command, int status)
{
    if (!o->failure || o->failure == EPIPE) {
        return status;
    }
    complain(command, "cannot write to standard output: %s", strerror(o->failure));
    return EXIT_INPUT;
}
