/*
 * file_options - how a customer file is read: the options that screen and thresholds share.
 */
#ifndef CLI_FILE_OPTIONS_H
#define CLI_FILE_OPTIONS_H

#include "cli/options.h"
#include "screen/customer.h"
#include "screen/rows.h"

struct file_options {
    struct texts maps;
    const char *encoding;
    const char *dates;
    struct column_map read_maps[TEXTS_MAX]; /* made of `maps` */
};

/* Rows of an option table, for a structure with a member `file`. */
/* clang-format off */
#define FILE_OPTIONS(type)                                                                       \
    OPTION_ROW_TEXTS("map", "COLUMN=PROPERTY", NULL, offsetof(type, file.maps),                  \
        "What a column means that is not understood by its title, e.g. "                         \
        "--map Kunde=name; may be given several times."),                                        \
    OPTION_ROW_TEXT("encoding", "ENCODING", "found by the first bytes, else UTF-8",              \
        offsetof(type, file.encoding),                                                           \
        "Encoding of a CSV file: utf-8, utf-16, latin1, windows-1250, -1251, -1252."),           \
    OPTION_ROW_TEXT("dates", "ORDER", "either reading counts", offsetof(type, file.dates),       \
        "How 03/04/1984 is read: day-first or month-first.")
/* clang-format on */

/* What they say, into `rows` and `rules`; what cannot be read is told: exit status 2, else 0.
 * `rows` points into *f. */
int file_options_read(const char *command, struct file_options *f, struct rows_options *rows,
                      struct customer_rules *rules);

#endif
