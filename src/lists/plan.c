#include "lists/plan.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/vec.h"
#include "lists/found.h"
#include "lists/readers.h"

enum { DEPTH_MAX = 16, PATH_ROOM = 4096 };

struct plan {
    struct arena memory; /* holds this structure and all text */
    const char *mapping;
    plan_remark_fn remark;
    void *context;
    VEC(struct found) found;
    VEC(struct snapshot) snapshots;
    uint64_t bytes;
};

int plan_new(struct plan **out, const char *mapping, plan_remark_fn remark, void *context)
{
    struct arena memory;
    arena_init(&memory, (size_t)256 << 20);
    struct plan *p = ARENA_NEW(&memory, struct plan);
    if (!p) {
        arena_release(&memory);
        return ERR_MEMORY;
    }
    *p = (struct plan){
        .memory = memory, .mapping = mapping, .remark = remark, .context = context};
    *out = p;
    return 0;
}

void plan_free(struct plan *p)
{
    if (!p) {
        return;
    }
    VEC_RELEASE(&p->found);
    VEC_RELEASE(&p->snapshots);
    struct arena memory = p->memory;
    arena_release(&memory);
}

static void say(struct plan *p, enum remark_kind kind, const char *file, const char *code,
                const char *words)
{
    struct remark r = {.kind = kind, .file = file, .code = code, .text = words, .count = 1};
    p->remark(p->context, &r);
}

/* ---- files and folders ---- */

/* The same file under two paths counts once, under the path that comes first in byte order;
 * being named counts for both. */
static bool is_there(struct plan *p, const struct found *f)
{
    for (size_t i = 0; i < p->found.n; i++) {
        struct found *other = &p->found.p[i];
        if (other->device == f->device && other->inode == f->inode && f->inode) {
            bool named = other->named || f->named;
            if (strcmp(f->path, other->path) < 0) {
                *other = *f;
            }
            other->named = named;
            return true;
        }
    }
    return false;
}

static bool same_folder(const struct found *a, const struct found *b)
{
    return a->folder_device == b->folder_device && a->folder_inode == b->folder_inode;
}

static int add_file(struct plan *p, const char *path, const struct wish *wish,
                    struct diag *diag)
{
    struct found f;
    struct diag why = {.code = ERR_UNKNOWN};
    int result = recognise_file(path, wish, &p->memory, &f, &why);
    bool passing = result == ERR_UNKNOWN || result == ERR_FORMAT || result == ERR_LIMIT;
    if (passing && !wish->named) {
        say(p, REMARK_WARNING, f.path, "unknown_kind", why.text);
        return 0;
    }
    if (result < 0) {
        if (diag) {
            *diag = why;
        }
        return result;
    }
    if (is_there(p, &f)) {
        return 0;
    }
    struct found *kept = VEC_ADD(&p->found);
    if (!kept) {
        FAIL(diag, ERR_MEMORY, "no memory for '%s'", path);
    }
    *kept = f;
    return 0;
}

static int in_order(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int not_hidden(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

static int add_folder(struct plan *p, const char *folder, const struct wish *wish,
                      unsigned depth, struct diag *diag);

static int add_entry(struct plan *p, const char *path, const struct wish *wish, unsigned depth,
                     struct diag *diag)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        say(p, REMARK_WARNING, path, "unreadable", "cannot be looked at");
        return 0;
    }
    if (S_ISDIR(st.st_mode)) {
        return add_folder(p, path, wish, depth + 1, diag);
    }
    /* Mappings are read with their tables. */
    if (!S_ISREG(st.st_mode) || slice_ends_nocase(slice_of(path), ".map")) {
        return 0;
    }
    return add_file(p, path, wish, diag);
}

static int add_folder(struct plan *p, const char *folder, const struct wish *wish,
                      unsigned depth, struct diag *diag)
{
    struct dirent **entries;
    int result = 0;
    if (depth > DEPTH_MAX) {
        diag_at(diag, folder, 0, 0);
        FAIL(diag, ERR_LIMIT, "folders nested more than %d deep", DEPTH_MAX);
    }
    int n = scandir(folder, &entries, not_hidden, in_order);
    if (n < 0) {
        diag_at(diag, folder, 0, 0);
        FAIL(diag, ERR_IO, "cannot read the folder");
    }
    for (int i = 0; i < n; i++) {
        char path[PATH_ROOM];
        if (result == 0 && !path_join(path, sizeof path, folder, entries[i]->d_name)) {
            result = diag_set(diag, ERR_LIMIT, "path too long in '%s'", folder);
        }
        if (result == 0) {
            result = add_entry(p, path, wish, depth, diag);
        }
        free(entries[i]);
    }
    free(entries);
    return result;
}

int plan_add(struct plan *p, const char *argument, struct diag *diag)
{
    struct wish wish = {.named = true};
    const char *path;
    TRY(parse_wish(argument, &wish, &path, diag));
    if (strcmp(path, "-") == 0) {
        FAIL(diag, ERR_USAGE, "lists are read from files, not from standard input");
    }
    if (!path_is_folder(path)) {
        return add_file(p, path, &wish, diag);
    }
    if (wish.name.n) {
        FAIL(diag, ERR_USAGE, "'%.*s' is no kind of list, and '%s' is a folder",
             SLICE_ARG(wish.name), path);
    }
    wish.named = false;
    return add_folder(p, path, &wish, 0, diag);
}

/* ---- snapshots ---- */

static int by_path(const void *a, const void *b)
{
    const struct found *x = a;
    const struct found *y = b;
    return strcmp(x->path, y->path);
}

static bool is_main(const struct found *f)
{
    return !f->reader->main_role || strcmp(f->role, f->reader->main_role) == 0;
}

static bool is_change(const struct found *f)
{
    return f->reader->change_role && strcmp(f->role, f->reader->change_role) == 0;
}

static int add_snapshot(struct plan *p, const struct found *f, struct diag *diag)
{
    struct snapshot *s = VEC_ADD(&p->snapshots);
    if (!s) {
        FAIL(diag, ERR_MEMORY, "no memory for the snapshots");
    }
    s->reader = f->reader;
    s->files[s->file_count++] = (struct list_file){f->path, f->role};
    s->dataset = f->dataset;
    s->mapping = f->reader == &OWN_TABLE ? p->mapping : NULL;
    memcpy(s->date, f->date, sizeof s->date);
    return 0;
}

/* The main file that a file belongs to: same folder and kind, same tail of the name, or the
 * only one there.  p->found.n when there is none. */
static size_t main_of(const struct plan *p, const struct found *f)
{
    size_t only = p->found.n;
    size_t mains = 0;
    for (size_t i = 0; i < p->found.n; i++) {
        const struct found *m = &p->found.p[i];
        if (m->reader != f->reader || !is_main(m) || !same_folder(m, f)) {
            continue;
        }
        if (slice_eq(m->tail, f->tail)) {
            return i;
        }
        only = i;
        mains++;
    }
    return mains == 1 ? only : p->found.n;
}

static struct snapshot *snapshot_of(struct plan *p, const char *main_path)
{
    for (size_t i = 0; i < p->snapshots.n; i++) {
        if (strcmp(p->snapshots.p[i].files[0].path, main_path) == 0) {
            return &p->snapshots.p[i];
        }
    }
    return NULL;
}

static bool has_role(const struct snapshot *s, const char *role)
{
    for (size_t i = 0; i < s->file_count; i++) {
        if (strcmp(s->files[i].role, role) == 0) {
            return true;
        }
    }
    return false;
}

/* A file that belongs to no list here: an error when it was named, else left out. */
static int refuse(struct plan *p, const struct found *f, const char *code, const char *words,
                  struct diag *diag)
{
    if (f->named) {
        diag_at(diag, f->path, 0, 0);
        FAIL(diag, ERR_UNKNOWN, "%s", words);
    }
    say(p, REMARK_WARNING, f->path, code, words);
    return 0;
}

static int attach(struct plan *p, const struct found *f, struct diag *diag)
{
    size_t at = main_of(p, f);
    struct snapshot *s = at < p->found.n ? snapshot_of(p, p->found.p[at].path) : NULL;
    if (s && !has_role(s, f->role) && s->file_count < LIST_FILES_MAX) {
        s->files[s->file_count++] = (struct list_file){f->path, f->role};
        return 0;
    }
    return refuse(p, f, "no_main_file",
                  s ? "a second file of the same part of a list"
                    : "part of a list whose main file is not beside it",
                  diag);
}

/* Main files first, then what lies beside them. */
static int make_snapshots(struct plan *p, struct diag *diag)
{
    for (size_t i = 0; i < p->found.n; i++) {
        if (is_main(&p->found.p[i])) {
            TRY(add_snapshot(p, &p->found.p[i], diag));
        }
    }
    for (size_t i = 0; i < p->found.n; i++) {
        if (!is_main(&p->found.p[i]) && !is_change(&p->found.p[i])) {
            TRY(attach(p, &p->found.p[i], diag));
        }
    }
    return 0;
}

/* By dataset, the newest first; of equal dates the greater path, so that the order of the
 * arguments decides nothing. */
static int by_dataset(const void *a, const void *b)
{
    const struct snapshot *x = a;
    const struct snapshot *y = b;
    int c = strcmp(x->dataset, y->dataset);
    c = c ? c : strcmp(y->date, x->date);
    return c ? c : strcmp(y->files[0].path, x->files[0].path);
}

static void sort_snapshots(struct plan *p)
{
    if (p->snapshots.n) {
        qsort(p->snapshots.p, p->snapshots.n, sizeof *p->snapshots.p, by_dataset);
    }
}

static void drop_superseded(struct plan *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->snapshots.n; i++) {
        struct snapshot *s = &p->snapshots.p[i];
        const struct snapshot *last = kept ? &p->snapshots.p[kept - 1] : NULL;
        if (last && strcmp(last->dataset, s->dataset) == 0) {
            char words[256];
            (void)snprintf(words, sizeof words, "%s of %s: a newer one is of %s", s->dataset,
                           s->date[0] ? s->date : "unknown date",
                           last->date[0] ? last->date : "unknown date too");
            say(p, REMARK_SUPERSEDED, s->files[0].path, "superseded", words);
            continue;
        }
        p->snapshots.p[kept++] = *s;
    }
    p->snapshots.n = kept;
}

/* ---- changes ---- */

static struct snapshot *snapshot_of_dataset(struct plan *p, const char *dataset)
{
    for (size_t i = 0; i < p->snapshots.n; i++) {
        if (strcmp(p->snapshots.p[i].dataset, dataset) == 0) {
            return &p->snapshots.p[i];
        }
    }
    return NULL;
}

/* By date, the oldest first: so they are laid over the list. */
static int by_date(const void *a, const void *b)
{
    const struct found *x = a;
    const struct found *y = b;
    int c = strcmp(x->date, y->date);
    return c ? c : by_path(a, b);
}

/* A file of changes goes to the one list of its dataset that is left, wherever that lies, and
 * never takes its place. */
static int attach_change(struct plan *p, const struct found *f, struct diag *diag)
{
    char words[200];
    struct snapshot *s = snapshot_of_dataset(p, f->dataset);
    if (!s && f->reader->change_alone) {
        return add_snapshot(p, f, diag);
    }
    if (!s) {
        (void)snprintf(words, sizeof words,
                       "only the changes of one day: name the whole list of %s with it, or the "
                       "folder that holds both",
                       f->dataset);
        return refuse(p, f, "change_alone", words, diag);
    }
    if (s->reader != f->reader && strcmp(f->date, s->date) <= 0) {
        (void)snprintf(words, sizeof words, "changes of %s: the list is of %s", f->date,
                       s->date);
        say(p, REMARK_SUPERSEDED, f->path, "superseded", words);
        return 0;
    }
    if (s->reader != f->reader) {
        (void)snprintf(words, sizeof words,
                       "changes of %s, which is read from a file of another kind here",
                       f->dataset);
        return refuse(p, f, "change_of_another_kind", words, diag);
    }
    if (s->file_count == LIST_FILES_MAX) {
        return refuse(p, f, "too_many_changes",
                      "more changes than can be laid over one list: take the next whole list",
                      diag);
    }
    s->files[s->file_count++] = (struct list_file){f->path, f->role};
    return 0;
}

static int attach_changes(struct plan *p, struct diag *diag)
{
    qsort(p->found.p, p->found.n, sizeof *p->found.p, by_date);
    for (size_t i = 0; i < p->found.n; i++) {
        if (is_change(&p->found.p[i])) {
            TRY(attach_change(p, &p->found.p[i], diag));
        }
    }
    return 0;
}

static void add_up_bytes(struct plan *p)
{
    for (size_t i = 0; i < p->snapshots.n; i++) {
        const struct snapshot *s = &p->snapshots.p[i];
        for (size_t k = 0; k < s->file_count; k++) {
            struct stat st;
            if (stat(s->files[k].path, &st) == 0 && st.st_size > 0) {
                p->bytes += (uint64_t)st.st_size;
            }
        }
    }
}

int plan_tell_beside(struct plan *p, const bool *left_out, struct diag *diag)
{
    const char **datasets = ARENA_ARRAY(&p->memory, const char *, p->snapshots.n);
    size_t n = 0;
    if (!datasets) {
        FAIL(diag, ERR_MEMORY, "no memory for the snapshots");
    }
    for (size_t i = 0; i < p->snapshots.n; i++) {
        if (!left_out || !left_out[i]) {
            datasets[n++] = p->snapshots.p[i].dataset;
        }
    }
    for (size_t i = 0; i < p->snapshots.n; i++) {
        p->snapshots.p[i].beside = datasets;
        p->snapshots.p[i].beside_count = n;
    }
    return 0;
}

int plan_finish(struct plan *p, struct diag *diag)
{
    if (p->found.n == 0) {
        FAIL(diag, ERR_NOT_FOUND, "no list was found in what was named");
    }
    qsort(p->found.p, p->found.n, sizeof *p->found.p, by_path);
    TRY(make_snapshots(p, diag));
    sort_snapshots(p);
    drop_superseded(p);
    TRY(attach_changes(p, diag));
    if (p->snapshots.n == 0) {
        FAIL(diag, ERR_NOT_FOUND, "no list was found in what was named");
    }
    sort_snapshots(p);
    add_up_bytes(p);
    return plan_tell_beside(p, NULL, diag);
}

size_t plan_count(const struct plan *p)
{
    return p->snapshots.n;
}

struct snapshot *plan_at(struct plan *p, size_t i)
{
    return &p->snapshots.p[i];
}

uint64_t plan_bytes(const struct plan *p)
{
    return p->bytes;
}
