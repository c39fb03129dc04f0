#include "lists/remark_book.h"

#include <stdio.h>
#include <string.h>

#include "format/json_writer.h"

enum { LINES_MAX = 1 << 30 };

void remark_book_init(struct remark_book *b)
{
    *b = (struct remark_book){.groups = {NULL, 0, 0}};
    buf_init(&b->lines, LINES_MAX);
}

void remark_book_release(struct remark_book *b)
{
    buf_release(&b->lines);
    VEC_RELEASE(&b->groups);
}

const char *remark_kind_name(enum remark_kind kind)
{
    static const char *const NAMES[REMARK_KINDS] = {"refused",  "duplicate", "orphan",
                                                    "unmapped", "warning",   "superseded"};
    return NAMES[kind];
}

static void put_number(struct json_writer *w, const char *key, uint64_t v)
{
    json_put_key(w, key);
    if (v) {
        json_put_u64(w, v);
    } else {
        json_put_null(w);
    }
}

static void add_line(struct remark_book *b, const char *list, const struct remark *r)
{
    struct json_writer w;
    size_t before = b->lines.n;
    json_writer_init(&w, &b->lines);
    json_begin_object(&w);
    json_pair_text(&w, "kind", slice_of(remark_kind_name(r->kind)));
    json_pair_text_or_null(&w, "list", slice_of(list));
    json_pair_text_or_null(&w, "file", slice_of(r->file ? r->file : ""));
    put_number(&w, "line", r->line);
    put_number(&w, "column", r->column);
    json_pair_text_or_null(&w, "record", r->record);
    json_pair_text(&w, "code", slice_of(r->code));
    json_pair_u64(&w, "count", r->count);
    json_pair_text(&w, "text", slice_of(r->text));
    json_end_object(&w);
    json_put_line_end(&w);
    if (buf_failed(&b->lines)) {
        b->lines.n = before;
    }
}

static struct remark_group *group_of(struct remark_book *b, const char *list,
                                     const struct remark *r)
{
    for (size_t i = 0; i < b->groups.n; i++) {
        struct remark_group *g = &b->groups.p[i];
        if (g->kind == r->kind && strcmp(g->code, r->code) == 0 && strcmp(g->list, list) == 0) {
            return g;
        }
    }
    struct remark_group *g = VEC_ADD(&b->groups);
    if (g) {
        g->kind = r->kind;
        (void)snprintf(g->list, sizeof g->list, "%s", list);
        (void)snprintf(g->code, sizeof g->code, "%s", r->code);
        (void)snprintf(g->text, sizeof g->text, "%s", r->text);
        const char *file = r->file ? r->file : "";
        if (r->line) {
            (void)snprintf(g->where, sizeof g->where, "%s:%llu", file,
                           (unsigned long long)r->line);
        } else {
            (void)snprintf(g->where, sizeof g->where, "%s", file);
        }
    }
    return g;
}

void remark_book_add(struct remark_book *b, const char *list, const struct remark *r)
{
    list = list ? list : "";
    add_line(b, list, r);
    struct remark_group *g = group_of(b, list, r);
    if (g) {
        g->remarks++;
        g->count += r->count;
    }
}
