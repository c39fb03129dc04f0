#include "cli/read_sources.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/utf8.h"
#include "format/json_reader.h"

enum { PATH_LIMIT = 4096, FOLDER_DEPTH_MAX = 32 };
static const size_t PATHS_LIMIT = (size_t)128 << 20;

void read_sources_init(struct read_sources *r, struct read_user user)
{
    *r = (struct read_sources){.user = user};
    arena_init(&r->memory, PATHS_LIMIT);
    buf_init(&r->text, (size_t)ARTICLE_BYTES_MAX + 1);
}

void read_sources_release(struct read_sources *r)
{
    arena_release(&r->memory);
    buf_release(&r->text);
    VEC_RELEASE(&r->list);
}

static void complain_of(struct read_sources *r, const char *path, const struct diag *diag,
                        const char *hint)
{
    struct read_place place = {.path = strcmp(path, "-") == 0 ? "standard input" : path};
    r->user.complain(r->user.context, &place, diag, hint);
}

/* ---- the list ---- */

static void add_file(struct read_sources *r, const char *path, uint64_t size)
{
    struct slice kept =
        arena_copy(&r->memory, (struct slice){path, strlen(path) + 1}); /* with its NUL */
    struct read_source *source = kept.p ? VEC_ADD(&r->list) : NULL;
    struct diag diag = {0};
    if (!source) {
        (void)diag_set(&diag, ERR_MEMORY, "more files than there is memory for their names");
        complain_of(r, path, &diag, "give fewer files at once");
        return;
    }
    *source = (struct read_source){kept.p, size};
    r->bytes += size;
}

static bool is_article_name(const char *name)
{
    static const char *const ENDINGS[] = {".txt",   ".html",   ".htm",  ".xhtml",
                                          ".jsonl", ".ndjson", ".json", NULL};
    for (const char *const *e = ENDINGS; *e; e++) {
        if (slice_ends_nocase(slice_of(name), *e)) {
            return true;
        }
    }
    return false;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_visible(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

static void leave_out(struct read_sources *r, const char *path)
{
    if (r->left_out++ == 0) {
        struct slice kept = arena_copy(&r->memory, (struct slice){path, strlen(path) + 1});
        r->left_first = kept.p ? kept.p : "";
    }
}

static void add_folder(struct read_sources *r, const char *folder, unsigned depth);

/* An entry of a folder. */
static void add_entry(struct read_sources *r, const char *folder, const char *name,
                      unsigned depth)
{
    char path[PATH_LIMIT];
    struct stat st;
    struct stat target;
    struct diag diag = {0};
    if (!path_join(path, sizeof path, folder, name)) {
        (void)diag_set(&diag, ERR_LIMIT, "a name in this folder makes too long a path");
        complain_of(r, folder, &diag, NULL);
        return;
    }
    if (lstat(path, &st) != 0) {
        (void)diag_set(&diag, ERR_IO, "cannot be looked at");
        complain_of(r, path, &diag, NULL);
        return;
    }
    bool link = S_ISLNK(st.st_mode);
    bool there = link && stat(path, &target) == 0;
    if (S_ISDIR(st.st_mode)) {
        add_folder(r, path, depth + 1);
    } else if (is_article_name(name) && (!link || (there && S_ISREG(target.st_mode)))) {
        add_file(r, path, (uint64_t)(link ? target.st_size : st.st_size));
    } else {
        leave_out(r, path);
    }
}

static void add_folder(struct read_sources *r, const char *folder, unsigned depth)
{
    struct dirent **found = NULL;
    struct diag diag = {0};
    if (depth > FOLDER_DEPTH_MAX) {
        (void)diag_set(&diag, ERR_LIMIT, "more than %d folders deep: not read",
                       FOLDER_DEPTH_MAX);
        complain_of(r, folder, &diag, NULL);
        return;
    }
    int n = scandir(folder, &found, is_visible, by_name);
    if (n < 0) {
        (void)diag_set(&diag, ERR_IO, "the folder cannot be read");
        complain_of(r, folder, &diag, NULL);
        return;
    }
    for (int i = 0; i < n; i++) {
        if (!r->user.stopped(r->user.context)) {
            add_entry(r, folder, found[i]->d_name, depth);
        }
        free(found[i]);
    }
    free((void *)found);
}

void read_sources_add(struct read_sources *r, const char *path)
{
    struct stat st;
    bool known = strcmp(path, "-") != 0 && stat(path, &st) == 0;
    if (known && S_ISDIR(st.st_mode)) {
        add_folder(r, path, 0);
    } else {
        add_file(r, path, known && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0);
    }
}

/* ---- one source ---- */

/* A source whose first piece was looked at. */
struct peeked {
    struct slice first; /* not yet handed out */
    struct pull rest;
    uint64_t read; /* bytes handed out */
};

static int peeked_more(void *context, struct slice *piece, struct diag *diag)
{
    struct peeked *p = context;
    int result = 0;
    if (p->first.n) {
        *piece = p->first;
        p->first = (struct slice){NULL, 0};
    } else {
        result = p->rest.more(p->rest.context, piece, diag);
    }
    p->read += result == 0 ? piece->n : 0;
    return result;
}

static bool is_json_lines(struct slice text)
{
    if (slice_starts(text, "\xEF\xBB\xBF")) {
        text = slice_cut(text, 3, text.n);
    }
    struct slice head = slice_trim(text);
    return head.n > 0 && head.p[0] == '{';
}

/* False: no more articles are wanted. */
static bool read_line(struct read_sources *r, const struct read_place *place,
                      const struct json_line *line)
{
    struct diag diag = {0};
    struct slice text = json_member_text(line->value, "text");
    char room[JSON_SCALAR_TEXT];
    if (line->state == JSON_LINE_BAD) {
        r->user.complain(r->user.context, place, &line->why, NULL);
        return true;
    }
    if (text.n == 0) {
        (void)diag_set(&diag, ERR_FORMAT, "no \"text\" with words in it");
        r->user.complain(r->user.context, place, &diag, NULL);
        return true;
    }
    struct article a = {
        .id = json_scalar(json_member(line->value, "id"), room),
        .title = json_member_text(line->value, "title"),
        .date = json_member_text(line->value, "date"),
        .language = json_member_text(line->value, "language"),
        .url = json_member_text(line->value, "url"),
        .text = text,
    };
    return r->user.article(r->user.context, place, &a);
}

static bool read_lines(struct read_sources *r, struct read_place place, struct pull pull,
                       const struct peeked *p)
{
    struct json_lines *lines = NULL;
    struct json_line line;
    struct diag diag = {0};
    bool more = true;
    uint64_t before = place.done;
    int result = json_lines_open(&lines, pull, &diag);
    while (result == 0 && more && !r->user.stopped(r->user.context)) {
        result = json_lines_next(lines, &line, &diag);
        if (result < 0 || line.state == JSON_LINE_END) {
            break;
        }
        place.line = line.line;
        place.done = before + p->read;
        more = read_line(r, &place, &line);
    }
    if (result < 0) {
        place.line = 0;
        r->user.complain(r->user.context, &place, &diag, NULL);
    }
    if (lines) {
        json_lines_close(lines);
    }
    return more;
}

/* Why bytes that are no UTF-8 are none, when that can be told; and what to do. */
static const char *hint_of(struct slice text)
{
    bool wide = slice_starts(text, "\xFF\xFE") || slice_starts(text, "\xFE\xFF");
    if (wide || (text.n >= 4 && (!text.p[0] ^ !text.p[1]) && (!text.p[2] ^ !text.p[3]))) {
        return "it looks like UTF-16: iconv -f UTF-16 -t UTF-8 FILE | vaglio read -";
    }
    if (memchr(text.p, '\0', text.n)) {
        return "it holds zero bytes and is no text: a program, a picture, a document?";
    }
    return "is it in an older encoding?  iconv -f WINDOWS-1252 -t UTF-8 FILE | vaglio read -";
}

static bool read_text(struct read_sources *r, const struct read_place *place, const char *path,
                      struct pull pull)
{
    struct diag diag = {0};
    struct slice piece = {NULL, 0};
    int result = 0;
    buf_reset(&r->text);
    while ((result = pull.more(pull.context, &piece, &diag)) == 0 && piece.n > 0 &&
           !buf_failed(&r->text)) {
        buf_add(&r->text, piece);
    }
    struct slice text = buf_slice(&r->text);
    const char *hint = NULL;
    if (result == 0 && (buf_failed(&r->text) || text.n > ARTICLE_BYTES_MAX)) {
        result =
            diag_set(&diag, ERR_LIMIT, "longer than the %d bytes that are read of one article",
                     ARTICLE_BYTES_MAX);
        hint = text.n && utf8_valid_length(text) + 4 < text.n
                   ? hint_of(text)
                   : "cut it into its parts, or give articles as JSON lines with a \"text\"";
    } else if (result == 0 && slice_trim(text).n == 0) {
        result =
            diag_set(&diag, ERR_FORMAT, text.n ? "nothing but blanks" : "the file is empty");
    } else if (result == 0 && utf8_valid_length(text) < text.n) {
        size_t good = utf8_valid_length(text);
        size_t line = 1;
        for (size_t i = 0; i < good; i++) {
            line += text.p[i] == '\n';
        }
        result = diag_set(&diag, ERR_TEXT,
                          "no UTF-8 text: byte %zu, in line %zu, is not "
                          "part of a letter",
                          good + 1, line);
        hint = hint_of(text);
    }
    if (result < 0) {
        r->user.complain(r->user.context, place, &diag, hint);
        return true;
    }
    struct article a = {.id = slice_of(path_name(path)), .text = text};
    a.form = r->form == READ_TEXT   ? ARTICLE_TEXT
             : r->form == READ_HTML ? ARTICLE_HTML
                                    : ARTICLE_ANY;
    return r->user.article(r->user.context, place, &a);
}

static bool read_source(struct read_sources *r, const char *path, uint64_t done)
{
    struct read_place place = {.path = strcmp(path, "-") == 0 ? "standard input" : path,
                               .done = done};
    struct pull_file *file = NULL;
    struct diag diag = {0};
    bool more = true;
    if (pull_file_open(path, &file, &diag) < 0) {
        r->user.complain(r->user.context, &place, &diag, NULL);
        return true;
    }
    struct peeked p = {.rest = pull_from_file(file)};
    struct pull pull = {peeked_more, &p};
    if (p.rest.more(p.rest.context, &p.first, &diag) < 0) {
        r->user.complain(r->user.context, &place, &diag, NULL);
    } else if (r->form == READ_LINES || (r->form == READ_ANY && is_json_lines(p.first))) {
        more = read_lines(r, place, pull, &p);
    } else {
        more = read_text(r, &place, path, pull);
    }
    pull_file_close(file);
    return more;
}

void read_sources_run(struct read_sources *r)
{
    uint64_t done = 0;
    bool more = true;
    for (size_t i = 0; i < r->list.n && more && !r->user.stopped(r->user.context); i++) {
        more = read_source(r, r->list.p[i].path, done);
        done += r->list.p[i].size;
    }
}
