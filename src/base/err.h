/*
 * err - how this house says that something failed.
 *
 * A function that can fail returns 0 or a negative `enum err`.  The words that a person needs
 * go into a `struct diag`, filled where the fault is seen and passed down as an optional last
 * parameter.  Both are untouched on success.
 *
 * There is no global state, nothing is logged and nothing is allocated here.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdint.h>

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

enum err {
    ERR_MEMORY = -1, /* the system or an arena has no more memory */
    ERR_IO = -2,     /* reading, writing or mapping failed; errno is in the words */
    ERR_FORMAT = -3, /* bytes that do not follow their format: a bad record or a damaged file */
    ERR_CUT = -4,    /* an input ends before its own end mark: the whole of it is void */
    ERR_LIMIT = -5,  /* larger, deeper or longer than this house accepts */
    ERR_TEXT = -6,   /* bytes that are not valid UTF-8 */
    ERR_VERSION = -7,   /* a well-formed file of another version */
    ERR_USAGE = -8,     /* a wrong option or argument */
    ERR_NOT_FOUND = -9, /* no such entity, list or file */
    ERR_UNKNOWN = -10,  /* no reader knows this kind of input */
    ERR_STOPPED = -11,  /* the user interrupted */
    ERR_SHRUNK = -12,   /* a list lost too many records to be trusted */
};

/* What went wrong, for a person. */
struct diag {
    enum err code;    /* the same value that was returned */
    char source[200]; /* file or list, shortened from the left; empty when there is none */
    uint64_t line;    /* 1-based; 0 when it has no meaning */
    uint64_t column;  /* 1-based byte column; 0 when unknown */
    char text[240];   /* lower case, what failed first, no full stop */
};

/* Fills *diag (which may be NULL) and returns `code`, so that it can be returned in one line. */
int diag_set(struct diag *diag, enum err code, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Says where: keeps the last bytes of `source` when it is too long. */
void diag_at(struct diag *diag, const char *source, uint64_t line, uint64_t column);

/* One line "source:line:column: words" into out (always NUL-ended). */
void diag_print(const struct diag *diag, char *out, unsigned long size);

/* A short stable word for a code ("io", "format" …), for machine-readable output. */
const char *err_word(enum err code);

#define TRY(expr)                                                                              \
    do {                                                                                       \
        int try_result_ = (expr);                                                              \
        if (try_result_ < 0) {                                                                 \
            return try_result_;                                                                \
        }                                                                                      \
    } while (0)

#define FAIL(diag, code, ...) return diag_set((diag), (code), __VA_ARGS__)

#endif
