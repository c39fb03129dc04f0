#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int diag_set(struct diag *diag, enum err code, const char *fmt, ...)
{
    if (diag) {
        va_list args;
        va_start(args, fmt);
        diag->code = code;
        (void)vsnprintf(diag->text, sizeof diag->text, fmt, args);
        va_end(args);
    }
    return (int)code;
}

void diag_at(struct diag *diag, const char *source, uint64_t line, uint64_t column)
{
    if (!diag) {
        return;
    }
    size_t n = strlen(source);
    size_t room = sizeof diag->source - 1;
    if (n > room) {
        source += n - room;
        n = room;
    }
    memcpy(diag->source, source, n);
    diag->source[n] = '\0';
    diag->line = line;
    diag->column = column;
}

void diag_print(const struct diag *diag, char *out, unsigned long size)
{
    if (!diag->source[0]) {
        (void)snprintf(out, size, "%s", diag->text);
    } else if (!diag->line) {
        (void)snprintf(out, size, "%s: %s", diag->source, diag->text);
    } else if (!diag->column) {
        (void)snprintf(out, size, "%s:%llu: %s", diag->source, (unsigned long long)diag->line,
                       diag->text);
    } else {
        (void)snprintf(out, size, "%s:%llu:%llu: %s", diag->source,
                       (unsigned long long)diag->line, (unsigned long long)diag->column,
                       diag->text);
    }
}

const char *err_word(enum err code)
{
    switch (code) {
    case ERR_MEMORY:
        return "memory";
    case ERR_IO:
        return "io";
    case ERR_FORMAT:
        return "format";
    case ERR_CUT:
        return "cut_short";
    case ERR_LIMIT:
        return "limit";
    case ERR_TEXT:
        return "encoding";
    case ERR_VERSION:
        return "version";
    case ERR_USAGE:
        return "usage";
    case ERR_NOT_FOUND:
        return "not_found";
    case ERR_UNKNOWN:
        return "unknown_kind";
    case ERR_STOPPED:
        return "stopped";
    case ERR_SHRUNK:
        return "shrunk";
    }
    return "error";
}
