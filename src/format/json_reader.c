#include "format/json_reader.h"

#include "base/utf8.h"
#include <jansson.h>
#include <stdio.h>

#include "base/buf.h"
#include "format/encoding.h"

/* A json_value is a json_t under another name; only this file knows. */
static const json_t *inner(const struct json_value *v)
{
    return (const json_t *)(const void *)v;
}

static const struct json_value *outer(const json_t *t)
{
    return (const struct json_value *)(const void *)t;
}

/* Jansson recurses as deep as the text nests: the depth is looked at first. */
static bool too_deep(struct slice text)
{
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.n; i++) {
        char b = text.p[i];
        if (quoted) {
            i += b == '\\';
            quoted = b != '"';
        } else if (b == '"') {
            quoted = true;
        } else if (b == '[' || b == '{') {
            if (++depth > JSON_DEPTH_MAX) {
                return true;
            }
        } else if (b == ']' || b == '}') {
            depth -= depth > 0;
        }
    }
    return false;
}

int json_parse(struct slice text, struct json_value **out, struct diag *diag)
{
    if (text.n == 0) {
        FAIL(diag, ERR_FORMAT, "no JSON value");
    }
    if (too_deep(text)) {
        FAIL(diag, ERR_LIMIT, "more than %d levels of JSON", JSON_DEPTH_MAX);
    }
    json_error_t error;
    size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY;
    json_t *t = json_loadb(text.p, text.n, flags, &error);
    if (!t) {
        enum err code = ERR_FORMAT;
        if (json_error_code(&error) == json_error_out_of_memory) {
            code = ERR_MEMORY;
        }
        if (diag) {
            diag->line = error.line > 0 ? (uint64_t)error.line : 0;
            diag->column = error.column > 0 ? (uint64_t)error.column : 0;
        }
        FAIL(diag, code, "not valid JSON: %s", error.text);
    }
    *out = (struct json_value *)(void *)t;
    return 0;
}

void json_free(struct json_value *v)
{
    json_decref((json_t *)(void *)v);
}

enum json_kind json_kind(const struct json_value *v)
{
    if (!v) {
        return JSON_KIND_NONE;
    }
    switch (json_typeof(inner(v))) {
    case JSON_OBJECT:
        return JSON_KIND_OBJECT;
    case JSON_ARRAY:
        return JSON_KIND_ARRAY;
    case JSON_STRING:
        return JSON_KIND_TEXT;
    case JSON_INTEGER:
        return JSON_KIND_INTEGER;
    case JSON_REAL:
        return JSON_KIND_REAL;
    case JSON_TRUE:
    case JSON_FALSE:
        return JSON_KIND_BOOL;
    case JSON_NULL:
        return JSON_KIND_NULL;
    }
    return JSON_KIND_NONE;
}

const struct json_value *json_member(const struct json_value *object, const char *key)
{
    return outer(json_object_get(inner(object), key));
}

size_t json_item_count(const struct json_value *array)
{
    return json_array_size(inner(array));
}

const struct json_value *json_item(const struct json_value *array, size_t i)
{
    return outer(json_array_get(inner(array), i));
}

bool json_next_member(const struct json_value *object, struct json_cursor *cursor,
                      struct slice *key, const struct json_value **value)
{
    if (json_kind(object) != JSON_KIND_OBJECT) {
        return false;
    }
    /* Jansson's iterator does not change the object, but asks for one that could be. */
    json_t *t = (json_t *)(uintptr_t)(const void *)object;
    cursor->at = cursor->started ? json_object_iter_next(t, cursor->at) : json_object_iter(t);
    cursor->started = true;
    if (!cursor->at) {
        return false;
    }
    *key =
        (struct slice){json_object_iter_key(cursor->at), json_object_iter_key_len(cursor->at)};
    *value = outer(json_object_iter_value(cursor->at));
    return true;
}

struct slice json_text(const struct json_value *v)
{
    if (json_kind(v) != JSON_KIND_TEXT) {
        return (struct slice){NULL, 0};
    }
    return (struct slice){json_string_value(inner(v)), json_string_length(inner(v))};
}

struct slice json_member_text(const struct json_value *object, const char *key)
{
    return json_text(json_member(object, key));
}

bool json_integer_of(const struct json_value *v, int64_t *out)
{
    if (json_kind(v) != JSON_KIND_INTEGER) {
        return false;
    }
    *out = (int64_t)json_integer_value(inner(v));
    return true;
}

bool json_is_yes(const struct json_value *v)
{
    return v && json_typeof(inner(v)) == JSON_TRUE;
}

struct slice json_scalar(const struct json_value *v, char room[JSON_SCALAR_TEXT])
{
    int n = 0;
    switch (json_kind(v)) {
    case JSON_KIND_TEXT:
        return json_text(v);
    case JSON_KIND_INTEGER:
        n = snprintf(room, JSON_SCALAR_TEXT, "%lld", (long long)json_integer_value(inner(v)));
        break;
    case JSON_KIND_REAL:
        n = snprintf(room, JSON_SCALAR_TEXT, "%.15g", json_real_value(inner(v)));
        break;
    case JSON_KIND_BOOL:
        n = snprintf(room, JSON_SCALAR_TEXT, "%s", json_is_yes(v) ? "true" : "false");
        break;
    default:
        return (struct slice){NULL, 0};
    }
    return (struct slice){room, n > 0 ? (size_t)n : 0};
}

struct json_lines {
    struct arena memory; /* holds this structure */
    struct pull source;
    struct slice piece;       /* not yet consumed */
    struct buf held;          /* a line that came in several pieces */
    struct json_value *value; /* of the last line; owned */
    uint64_t line;            /* of the last line handed out */
    bool source_ended;
    bool first; /* nothing was read yet: a byte order mark may stand here */
};

int json_lines_open(struct json_lines **out, struct pull source, struct diag *diag)
{
    struct arena memory;
    arena_init(&memory, 1 << 16);
    struct json_lines *l = ARENA_NEW(&memory, struct json_lines);
    if (!l) {
        arena_release(&memory);
        FAIL(diag, ERR_MEMORY, "no memory to read JSON lines");
    }
    *l = (struct json_lines){.memory = memory, .source = source, .first = true};
    buf_init(&l->held, JSON_LINE_MAX);
    *out = l;
    return 0;
}

/* A line is whole: what stands in *line is borrowed from the piece or from l->held. */
struct raw_line {
    struct slice text;
    bool there; /* false: the source has ended */
    bool no_line_end;
};

static int next_raw(struct json_lines *l, struct raw_line *out, struct diag *diag)
{
    buf_reset(&l->held);
    *out = (struct raw_line){.there = false};
    bool any = false;
    for (;;) {
        if (l->piece.n == 0) {
            if (!l->source_ended) {
                TRY(l->source.more(l->source.context, &l->piece, diag));
                l->source_ended = l->piece.n == 0;
            }
            if (l->source_ended) {
                out->text = buf_slice(&l->held);
                out->there = any;
                out->no_line_end = true;
                return 0;
            }
        }
        any = true;
        const char *end = memchr(l->piece.p, '\n', l->piece.n);
        size_t n = end ? (size_t)(end - l->piece.p) : l->piece.n;
        struct slice part = slice_cut(l->piece, 0, n);
        l->piece = slice_cut(l->piece, end ? n + 1 : n, l->piece.n);
        bool whole = end && l->held.n == 0 && !buf_failed(&l->held) && n <= JSON_LINE_MAX;
        if (!whole) {
            buf_add(&l->held, part);
        }
        if (end) {
            out->text = whole ? part : buf_slice(&l->held);
            out->there = true;
            return 0;
        }
    }
}

static int fail_line(struct json_line *out, const char *code, const char *words)
{
    out->state = JSON_LINE_BAD;
    out->code = code;
    return diag_set(&out->why, ERR_FORMAT, "%s", words);
}

static int parse_line(struct json_lines *l, struct json_line *out)
{
    if (buf_failed(&l->held)) {
        out->text = (struct slice){NULL, 0};
        (void)fail_line(out, "too_long", "line longer than 16 MiB");
        out->why.code = ERR_LIMIT;
        return 0;
    }
    if (utf8_valid_length(out->text) < out->text.n) {
        (void)fail_line(out, "bad_utf8", "bytes that are not UTF-8");
        out->why.code = ERR_TEXT;
        return 0;
    }
    int result = json_parse(out->text, &l->value, &out->why);
    if (result == ERR_MEMORY) {
        return result;
    }
    if (result < 0) {
        out->state = JSON_LINE_BAD;
        out->code = "bad_json";
        out->why.line = out->line;
        return 0;
    }
    out->state = JSON_LINE_GOOD;
    out->value = l->value;
    return 0;
}

int json_lines_next(struct json_lines *l, struct json_line *out, struct diag *diag)
{
    json_free(l->value);
    l->value = NULL;
    for (;;) {
        struct raw_line raw;
        TRY(next_raw(l, &raw, diag));
        *out = (struct json_line){.state = JSON_LINE_END};
        if (!raw.there) {
            return 0;
        }
        l->line++;
        if (l->first && slice_starts(raw.text, "\xef\xbb\xbf")) {
            raw.text = slice_cut(raw.text, 3, raw.text.n);
        }
        l->first = false;
        out->line = l->line;
        out->text = slice_trim(raw.text);
        out->no_line_end = raw.no_line_end;
        if (out->text.n || buf_failed(&l->held)) {
            int result = parse_line(l, out);
            if (result < 0) {
                FAIL(diag, ERR_MEMORY, "no memory for the JSON of a line");
            }
            return 0;
        }
    }
}

void json_lines_close(struct json_lines *l)
{
    if (!l) {
        return;
    }
    json_free(l->value);
    buf_release(&l->held);
    struct arena memory = l->memory;
    arena_release(&memory);
}
