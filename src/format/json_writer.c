#include "format/json_writer.h"

#include "base/utf8.h"
#include <assert.h>

#include "format/encoding.h"

/* Byte → 0: as it is, 'u': \u00XX, else the letter behind the backslash. */
static char escape_of(unsigned char b)
{
    switch (b) {
    case '"':
    case '\\':
        return (char)b;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return b < 0x20 ? 'u' : '\0';
    }
}

static void put_escape(struct buf *out, unsigned char b, char letter)
{
    static const char HEX[] = "0123456789abcdef";
    if (letter == 'u') {
        char six[6] = {'\\', 'u', '0', '0', HEX[b >> 4], HEX[b & 15]};
        buf_add_bytes(out, six, sizeof six);
    } else {
        char two[2] = {'\\', letter};
        buf_add_bytes(out, two, sizeof two);
    }
}

static bool needs_escape(unsigned char b)
{
    return b < 0x20 || b == '"' || b == '\\';
}

/* `text` is valid UTF-8 here, but for zero bytes. */
static void put_valid(struct buf *out, struct slice text)
{
    size_t i = 0;
    while (i < text.n) {
        size_t run = i;
        while (run < text.n && !needs_escape((unsigned char)text.p[run])) {
            run++;
        }
        buf_add_bytes(out, text.p + i, run - i);
        if (run < text.n) {
            unsigned char b = (unsigned char)text.p[run];
            put_escape(out, b, escape_of(b));
            run++;
        }
        i = run;
    }
}

void json_quote(struct buf *out, struct slice text)
{
    buf_add_char(out, '"');
    while (text.n) {
        size_t good = utf8_valid_length(text);
        if (good) {
            put_valid(out, slice_cut(text, 0, good));
        }
        if (good < text.n) {
            buf_add_text(out, text.p[good] == 0 ? "\\u0000" : "\xef\xbf\xbd");
            good++;
        }
        text = slice_cut(text, good, text.n);
    }
    buf_add_char(out, '"');
}

void json_writer_init(struct json_writer *w, struct buf *out)
{
    *w = (struct json_writer){.out = out};
}

/* A comma where one belongs; a value is about to be written. */
static void before_value(struct json_writer *w)
{
    uint64_t bit = UINT64_C(1) << w->depth;
    if (w->after_key) {
        w->after_key = false;
        return;
    }
    if (w->depth && (w->filled & bit)) {
        buf_add_char(w->out, ',');
    }
    w->filled |= bit;
}

static void begin(struct json_writer *w, char bracket)
{
    assert(w->depth < JSON_WRITER_DEPTH_MAX);
    before_value(w);
    buf_add_char(w->out, bracket);
    w->depth++;
    w->filled &= ~(UINT64_C(1) << w->depth);
}

static void end(struct json_writer *w, char bracket)
{
    assert(w->depth > 0 && !w->after_key);
    buf_add_char(w->out, bracket);
    w->depth--;
}

void json_begin_object(struct json_writer *w)
{
    begin(w, '{');
}

void json_end_object(struct json_writer *w)
{
    end(w, '}');
}

void json_begin_array(struct json_writer *w)
{
    begin(w, '[');
}

void json_end_array(struct json_writer *w)
{
    end(w, ']');
}

void json_put_key(struct json_writer *w, const char *key)
{
    assert(w->depth > 0 && !w->after_key);
    before_value(w);
    json_quote(w->out, slice_of(key));
    buf_add_char(w->out, ':');
    w->after_key = true;
}

void json_put_text(struct json_writer *w, struct slice text)
{
    before_value(w);
    json_quote(w->out, text);
}

/* Digits of v before `end`; returns the first of them. */
static char *digits_before(char *end, uint64_t v)
{
    do {
        *--end = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    return end;
}

static uint64_t magnitude(int64_t v)
{
    return v < 0 ? (uint64_t)0 - (uint64_t)v : (uint64_t)v;
}

void json_put_u64(struct json_writer *w, uint64_t v)
{
    char digits[20];
    char *end = digits + sizeof digits;
    char *p = digits_before(end, v);
    before_value(w);
    buf_add_bytes(w->out, p, (size_t)(end - p));
}

void json_put_i64(struct json_writer *w, int64_t v)
{
    char digits[21];
    char *end = digits + sizeof digits;
    char *p = digits_before(end, magnitude(v));
    if (v < 0) {
        *--p = '-';
    }
    before_value(w);
    buf_add_bytes(w->out, p, (size_t)(end - p));
}

void json_put_thousandths(struct json_writer *w, int64_t v)
{
    char digits[24];
    char *end = digits + sizeof digits;
    uint64_t whole = magnitude(v);
    uint64_t part = whole % 1000;
    *--end = (char)('0' + part % 10);
    *--end = (char)('0' + part / 10 % 10);
    *--end = (char)('0' + part / 100);
    *--end = '.';
    char *p = digits_before(end, whole / 1000);
    if (v < 0) {
        *--p = '-';
    }
    before_value(w);
    buf_add_bytes(w->out, p, (size_t)(digits + sizeof digits - p));
}

void json_put_bool(struct json_writer *w, bool v)
{
    before_value(w);
    buf_add_text(w->out, v ? "true" : "false");
}

void json_put_null(struct json_writer *w)
{
    before_value(w);
    buf_add_text(w->out, "null");
}

void json_put_raw(struct json_writer *w, struct slice json)
{
    before_value(w);
    buf_add(w->out, json);
}

void json_put_line_end(struct json_writer *w)
{
    assert(w->depth == 0);
    buf_add_char(w->out, '\n');
    w->filled = 0;
}

void json_pair_text(struct json_writer *w, const char *key, struct slice text)
{
    json_put_key(w, key);
    json_put_text(w, text);
}

void json_pair_u64(struct json_writer *w, const char *key, uint64_t v)
{
    json_put_key(w, key);
    json_put_u64(w, v);
}

void json_pair_thousandths(struct json_writer *w, const char *key, int64_t v)
{
    json_put_key(w, key);
    json_put_thousandths(w, v);
}

void json_pair_bool(struct json_writer *w, const char *key, bool v)
{
    json_put_key(w, key);
    json_put_bool(w, v);
}

void json_pair_text_or_null(struct json_writer *w, const char *key, struct slice text)
{
    json_put_key(w, key);
    if (text.n) {
        json_put_text(w, text);
    } else {
        json_put_null(w);
    }
}
