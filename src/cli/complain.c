#include "cli/complain.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { COMPLAINT_MAX = 4096 };

static void put(char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        bool c1 = c == 0xc2 && i + 1 < n && (unsigned char)text[i + 1] < 0xa0;
        if ((c < ' ' && c != '\n') || c == 0x7f || c1) {
            text[i] = '?';
            i += c1;
            text[i] = '?';
        }
    }
    while (n) {
        ssize_t written = write(STDERR_FILENO, text, n);
        if (written <= 0) {
            return;
        }
        text += written;
        n -= (size_t)written;
    }
}

/* Formats behind the first `at` bytes of `line` and sends it off with a line end. */
static void put_formatted(char *line, size_t at, const char *fmt, va_list args)
{
    int n = vsnprintf(line + at, COMPLAINT_MAX - at - 1, fmt, args);
    size_t length = n < 0 ? at : at + (size_t)n;
    if (length > COMPLAINT_MAX - 2) {
        length = COMPLAINT_MAX - 2;
    }
    line[length++] = '\n';
    put(line, length);
}

void complain(const char *command, const char *fmt, ...)
{
    char line[COMPLAINT_MAX];
    int at = command ? snprintf(line, 64, "vaglio %.50s: ", command)
                     : snprintf(line, 64, "vaglio: ");
    va_list args;
    va_start(args, fmt);
    put_formatted(line, (size_t)at, fmt, args);
    va_end(args);
}

void complain_hint(const char *fmt, ...)
{
    char line[COMPLAINT_MAX];
    int at = snprintf(line, 64, "  hint: ");
    va_list args;
    va_start(args, fmt);
    put_formatted(line, (size_t)at, fmt, args);
    va_end(args);
}

int complain_diag(const char *command, const struct diag *diag, const char *hint)
{
    char words[600];
    diag_print(diag, words, sizeof words);
    complain(command, "%s", words);
    if (hint) {
        complain_hint("%s", hint);
    }
    if (diag->code == ERR_USAGE) {
        return EXIT_USAGE;
    }
    return diag->code == ERR_STOPPED ? EXIT_STOPPED : EXIT_INPUT;
}

void complain_text(struct slice text)
{
    char piece[COMPLAINT_MAX];
    while (text.n) {
        size_t n = text.n < sizeof piece ? text.n : sizeof piece;
        memcpy(piece, text.p, n);
        put(piece, n);
        text = slice_cut(text, n, text.n);
    }
}
