/*
 * options - commands and their options as tables: one table is parsed, and printed by --help.
 *
 * `--name value` and `--name=value` are the same; options and arguments may be mixed; `--`
 * ends the options.  Values go into a structure of the command's own, at the offsets that the
 * table names; what is not given keeps what the command put there before.
 *
 * Texts are borrowed from argv.  Mistakes are told on standard error, with the nearest option
 * that exists.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char * */
    OPTION_TEXTS,  /* struct texts: may be given several times */
    OPTION_NUMBER, /* uint64_t between `least` and `most` */
    OPTION_SCORE,  /* unsigned thousandths between `least` and `most` */
};

enum { TEXTS_MAX = 256 };

struct texts {
    struct slice p[TEXTS_MAX]; /* in the order given */
    size_t n;
};

struct option {
    const char *name;     /* without the hyphens */
    const char *argument; /* the word for its value in the help; NULL for a flag */
    const char *standard; /* what holds when it is not given, in words; or NULL */
    const char *prose;    /* a sentence or two for the help */
    enum option_kind kind;
    size_t at;            /* offset of the value in the command's structure */
    uint64_t least, most; /* bounds of OPTION_NUMBER and OPTION_SCORE */
};

/* Rows of a table, in few words: name, word for the value, default, offset, prose. */
#define OPTION_ROW_FLAG(name, at, prose)                                                       \
    {                                                                                          \
        name, NULL, NULL, prose, OPTION_FLAG, at, 0, 0                                         \
    }
#define OPTION_ROW_TEXT(name, argument, standard, at, prose)                                   \
    {                                                                                          \
        name, argument, standard, prose, OPTION_TEXT, at, 0, 0                                 \
    }
#define OPTION_ROW_TEXTS(name, argument, standard, at, prose)                                  \
    {                                                                                          \
        name, argument, standard, prose, OPTION_TEXTS, at, 0, 0                                \
    }

struct command {
    const char *name;
    const char *arguments;        /* what stands behind the options: "NAME" */
    const char *summary;          /* one line for the list of commands */
    const char *prose;            /* a paragraph or two for its own help */
    const char *examples;         /* whole lines, as typed, with a word on each */
    const struct option *options; /* ends with a row without a name */
    int (*run)(const struct command *self, int argc, char **argv); /* argv[0] is the name */
};

enum parse_result {
    PARSE_RUN,   /* go on */
    PARSE_HELP,  /* --help was asked for */
    PARSE_WRONG, /* and has been told */
};

/* Reads argv[1 …] into *values.  The arguments that are no options are moved to the front of
 * argv + 1; *count says how many there are. */
enum parse_result options_parse(const struct command *c, void *values, int argc, char **argv,
                                size_t *count);

/* The help of one command. */
void options_help(const struct command *c, struct buf *out);

/* Appends words wrapped at 78 columns, every line after `indent` blanks; the first line goes
 * on where the cursor is when `column` is not 0. */
void options_wrap(struct buf *out, const char *words, size_t indent, size_t column);

#endif
