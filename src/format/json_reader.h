/*
 * json_reader - JSON values, and files with one value a line.
 *
 * A thin interface over jansson, so that no other file knows it.  Text is checked UTF-8; NUL,
 * duplicate keys, more than JSON_DEPTH_MAX levels and lines over JSON_LINE_MAX are refused.
 *
 * Values are borrowed: those of a line until the next line is asked for, those of json_parse()
 * until json_free().  Accessors never fail: a value of another kind, or NULL, gives the empty
 * answer, so that a path can be walked without checks on the way.
 */
#ifndef FORMAT_JSON_READER_H
#define FORMAT_JSON_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "format/pull.h"

enum { JSON_LINE_MAX = 16 << 20, JSON_DEPTH_MAX = 64, JSON_SCALAR_TEXT = 32 };

enum json_kind {
    JSON_KIND_NONE, /* no value there */
    JSON_KIND_NULL,
    JSON_KIND_BOOL,
    JSON_KIND_INTEGER,
    JSON_KIND_REAL,
    JSON_KIND_TEXT,
    JSON_KIND_ARRAY,
    JSON_KIND_OBJECT
};

struct json_value; /* opaque */

/* One value that fills all of `text` (blanks around it allowed).  *out goes back with
 * json_free().  ERR_FORMAT with line and column, ERR_LIMIT, ERR_MEMORY. */
MUST_USE int json_parse(struct slice text, struct json_value **out, struct diag *diag);
void json_free(struct json_value *v);

enum json_kind json_kind(const struct json_value *v);

/* The member of an object, the item of an array; NULL when there is none. */
const struct json_value *json_member(const struct json_value *object, const char *key);
size_t json_item_count(const struct json_value *array);
const struct json_value *json_item(const struct json_value *array, size_t i);

/* Members in the order of the text: start with a zeroed cursor. */
struct json_cursor {
    void *at; /* jansson's iterator */
    bool started;
};
bool json_next_member(const struct json_value *object, struct json_cursor *cursor,
                      struct slice *key, const struct json_value **value);

/* The text of a string, else the empty slice. */
struct slice json_text(const struct json_value *v);
/* The text of a member that is a string. */
struct slice json_member_text(const struct json_value *object, const char *key);
/* The number of an integer; false for everything else. */
bool json_integer_of(const struct json_value *v, int64_t *out);
/* Is it the literal true? */
bool json_is_yes(const struct json_value *v);
/* A string as it is; numbers and booleans printed into `room`; else the empty slice. */
struct slice json_scalar(const struct json_value *v, char room[JSON_SCALAR_TEXT]);

/* A file with one value a line. */
struct json_lines;

enum json_line_state {
    JSON_LINE_END,  /* there are no more lines */
    JSON_LINE_GOOD, /* `value` is set */
    JSON_LINE_BAD   /* this line is no value; `code` and `why` say so, reading goes on */
};

struct json_line {
    enum json_line_state state;
    const struct json_value *value; /* borrowed until the next call */
    struct slice text;              /* the line itself, borrowed; empty when too long */
    uint64_t line;                  /* 1-based */
    const char *code;               /* bad: "bad_json", "too_long", "bad_utf8" */
    struct diag why;                /* bad: words for a person */
    bool no_line_end;               /* the file ends without ending this line */
};

MUST_USE int json_lines_open(struct json_lines **out, struct pull source, struct diag *diag);
/* The next line that is not blank.  Fails only when the source does, or without memory. */
MUST_USE int json_lines_next(struct json_lines *l, struct json_line *out, struct diag *diag);
void json_lines_close(struct json_lines *l);

#endif
