/*
 * lists_help - runs a reader over bytes in memory and keeps what it says as lines of text.
 *
 *     struct list_case c;
 *     list_case_begin(&c);
 *     list_case_file(&c, "sdn", SLICE("…"));
 *     int result = list_case_read(&c, &OFAC_SDN_CSV, "us_ofac_sdn");
 *     assert_true(list_case_says(&c, "ofac:36|Organization|name|AEROCARIBBEAN|"));
 *     list_case_end(&c);
 *
 * An entity is one line a value, "id|schema|property|text|note"; a remark is a line
 * "!kind|code|line|record|text".  Files are anonymous ones (memfd), opened again by path.
 */
#ifndef TESTS_LISTS_HELP_H
#define TESTS_LISTS_HELP_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "lists/reader.h"
#include "lists/remark_book.h"

struct list_case {
    struct snapshot snap;
    struct diag diag;
    struct buf said; /* all lines, '\n' in front of and behind each */
    uint64_t entities;
    int fds[LIST_FILES_MAX];
    char paths[LIST_FILES_MAX][32];
};

static int list_case_entity(void *context, const struct entity *e, struct diag *diag)
{
    struct list_case *c = context;
    (void)diag;
    c->entities++;
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        buf_add(&c->said, e->id);
        buf_printf(&c->said, "|%s|%s|", schema_name(e->schema), property_name(v->prop));
        buf_add(&c->said, v->text);
        buf_add_char(&c->said, '|');
        buf_add(&c->said, v->note);
        buf_add_char(&c->said, '\n');
    }
    return 0;
}

static void list_case_remark(void *context, const struct remark *r)
{
    struct list_case *c = context;
    buf_printf(&c->said, "!%s|%s|%llu|", remark_kind_name(r->kind), r->code,
               (unsigned long long)r->line);
    buf_add(&c->said, r->record);
    buf_printf(&c->said, "|%s\n", r->text);
}

static inline void list_case_begin(struct list_case *c)
{
    memset(c, 0, sizeof *c);
    buf_init(&c->said, (size_t)256 << 20);
    buf_add_char(&c->said, '\n');
}

static inline void list_case_path(struct list_case *c, const char *role, const char *path)
{
    c->fds[c->snap.file_count] = -1;
    c->snap.files[c->snap.file_count++] = (struct list_file){path, role};
}

static inline void list_case_file(struct list_case *c, const char *role, struct slice bytes)
{
    size_t i = c->snap.file_count;
    int fd = memfd_create("list", MFD_CLOEXEC);
    size_t done = 0;
    while (fd >= 0 && done < bytes.n) {
        ssize_t n = write(fd, bytes.p + done, bytes.n - done);
        if (n <= 0) {
            abort();
        }
        done += (size_t)n;
    }
    (void)snprintf(c->paths[i], sizeof c->paths[i], "/proc/self/fd/%d", fd);
    list_case_path(c, role, c->paths[i]);
    c->fds[i] = fd;
}

static inline int list_case_read(struct list_case *c, const struct list_reader *reader,
                                 const char *dataset)
{
    const struct list_sink sink = {c, list_case_entity, list_case_remark, NULL};
    c->snap.reader = reader;
    c->snap.dataset = dataset;
    return reader->read(&c->snap, &sink, &c->diag);
}

/* Does a whole line stand there?  A '*' at its end lets anything follow. */
static inline bool list_case_says(const struct list_case *c, const char *line)
{
    char wanted[1024];
    size_t n = strlen(line);
    bool open = n && line[n - 1] == '*';
    (void)snprintf(wanted, sizeof wanted, "\n%.*s%s", (int)(open ? n - 1 : n), line,
                   open ? "" : "\n");
    struct slice said = buf_slice(&c->said);
    return slice_find(said, 0, wanted) < said.n;
}

static inline void list_case_end(struct list_case *c)
{
    for (size_t i = 0; i < c->snap.file_count; i++) {
        if (c->fds[i] >= 0) {
            close(c->fds[i]);
        }
    }
    buf_release(&c->said);
}

/* A file of the real lists into path; false when they are not here. */
static inline bool real_list(char *path, size_t size, const char *name)
{
    const char *set = getenv("VAGLIO_SHARED_DATA");
    const char *root = getenv("MESON_SOURCE_ROOT");
    int n;
    if (set) {
        n = snprintf(path, size, "%s/%s", set, name);
    } else {
        n = snprintf(path, size, "%s%s../shared/data/%s", root ? root : "", root ? "/" : "",
                     name);
    }
    return n > 0 && (size_t)n < size && access(path, R_OK) == 0;
}

#endif
