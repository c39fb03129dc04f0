/* JSON lines: what is read is written, and what was written reads the same again. */
#include <stdlib.h>

#include "base/buf.h"
#include "format/json_reader.h"
#include "format/json_writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_value(struct json_writer *w, const struct json_value *v)
{
    char room[JSON_SCALAR_TEXT];
    struct json_cursor cursor = {0};
    const struct json_value *member;
    struct slice key;
    switch (json_kind(v)) {
    case JSON_KIND_OBJECT:
        json_begin_array(w);
        while (json_next_member(v, &cursor, &key, &member)) {
            json_put_text(w, key);
            write_value(w, member);
        }
        json_end_array(w);
        break;
    case JSON_KIND_ARRAY:
        json_begin_array(w);
        for (size_t i = 0; i < json_item_count(v); i++) {
            write_value(w, json_item(v, i));
        }
        json_end_array(w);
        break;
    case JSON_KIND_NULL:
        json_put_null(w);
        break;
    case JSON_KIND_INTEGER:
        json_put_raw(w, json_scalar(v, room));
        break;
    default:
        json_put_text(w, json_scalar(v, room));
        break;
    }
}

static void write_text(struct buf *out, const struct json_value *v)
{
    struct json_writer w;
    buf_init(out, 64 << 20);
    json_writer_init(&w, out);
    write_value(&w, v);
}

static void check_value(const struct json_value *v)
{
    struct buf once;
    struct buf twice;
    struct json_value *again;
    write_text(&once, v);
    if (buf_failed(&once) || json_parse(buf_slice(&once), &again, NULL) < 0) {
        abort();
    }
    write_text(&twice, again);
    if (!slice_eq(buf_slice(&once), buf_slice(&twice))) {
        abort();
    }
    json_free(again);
    buf_release(&once);
    buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1) {
        return 0;
    }
    struct pull_memory memory = {{(const char *)data + 1, size - 1}, data[0]};
    struct json_lines *l;
    struct json_line line;
    if (json_lines_open(&l, pull_from_memory(&memory), NULL) < 0) {
        return 0;
    }
    while (json_lines_next(l, &line, NULL) == 0 && line.state != JSON_LINE_END) {
        if (line.state == JSON_LINE_GOOD) {
            check_value(line.value);
        } else if (!line.code) {
            abort();
        }
    }
    json_lines_close(l);
    return 0;
}
