/*
 * csv - records of comma-separated text, one at a time.
 *
 * RFC 4180 with what people really send: delimiter , ; tab or | found in the first line, byte
 * order marks, UTF-16, quotes after blanks, line ends of every kind.  With CSV_OFAC also the
 * dialect of the US Treasury: `-0- ` for nothing, blanks around bare fields, 0x1A as end mark.
 * A first line without any delimiter means one column: whole lines are the fields.
 *
 * Bytes are pulled (pull.h), so the same reader serves archives, standard input and memory.
 * A record's fields are borrowed until the next call; memory is bounded by CSV_RECORD_MAX
 * however long a line is.  A record that cannot be used is handed out with a flag that says
 * why: the caller refuses just that record.  Records are told by line, so that a person finds
 * them: `line` is where the record begins.
 *
 * The end inside quotes is ERR_CUT: nobody knows then what was lost.
 */
#ifndef FORMAT_CSV_H
#define FORMAT_CSV_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "format/encoding.h"
#include "format/pull.h"

enum { CSV_RECORD_MAX = 8 << 20, CSV_FIELDS_MAX = 4096 };

enum csv_dialect {
    CSV_PLAIN,
    CSV_OFAC, /* comma; -0- is nothing; bare fields are trimmed; 0x1A ends */
};

struct csv_options {
    enum csv_dialect dialect;
    enum encoding encoding; /* ENCODING_DETECT: by its first bytes */
    char delimiter;         /* 0: found in the first line */
};

/* What is wrong or worth knowing with a record. */
enum csv_flags {
    CSV_BAD_TEXT = 1 << 0,        /* a field is not UTF-8, or holds a zero byte */
    CSV_TOO_LONG = 1 << 1,        /* over CSV_RECORD_MAX: no fields are given */
    CSV_TOO_MANY_FIELDS = 1 << 2, /* over CSV_FIELDS_MAX: no fields are given */
    CSV_STRAY_QUOTE = 1 << 3,     /* text behind a closing quote; kept as text */
    CSV_NO_LINE_END = 1 << 4,     /* the last record, and the file does not end its line */
    CSV_LAST_QUOTED = 1 << 5,     /* its last field was closed by a quote */
    CSV_LAST_NOTHING = 1 << 6,    /* its last field was the dialect's -0- */
    CSV_UNUSABLE = CSV_BAD_TEXT | CSV_TOO_LONG | CSV_TOO_MANY_FIELDS
};

struct csv_record {
    const struct slice *fields; /* borrowed until the next call */
    size_t field_count;         /* at least 1 unless a flag says otherwise */
    uint64_t line;              /* 1-based, where the record begins */
    unsigned flags;             /* enum csv_flags */
};

struct csv;

/* Starts reading.  ERR_MEMORY, and what the source says. */
MUST_USE int csv_open(struct csv **out, const struct csv_options *options, struct pull source,
                      struct diag *diag);

/* The next record that is not an empty line.  *record is NULL at the end. */
MUST_USE int csv_next(struct csv *c, const struct csv_record **record, struct diag *diag);

/* The delimiter in use (0: one column) and the encoding. */
char csv_delimiter(const struct csv *c);
enum encoding csv_encoding(const struct csv *c);

/* Was the end mark of the OFAC dialect seen? */
bool csv_end_mark(const struct csv *c);

void csv_close(struct csv *c);

/* Appends a field, quoted where RFC 4180 asks for it. */
void csv_put_field(struct buf *out, struct slice field, char delimiter);

#endif
