#include "lists/found.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "format/input.h"
#include "format/xlsx.h"
#include "lists/plan.h"
#include "lists/readers.h"

struct slice name_unpacked(struct slice name)
{
    static const char *const ENDS[] = {".gz", ".xz", ".zst", ".bz2", ".zip"};
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        size_t n = strlen(ENDS[i]);
        if (name.n > n && slice_ends_nocase(name, ENDS[i])) {
            return slice_cut(name, 0, name.n - n);
        }
    }
    return name;
}

/* "sdn_comments_2021-08-18.csv" → "2021-08-18": what is common to the files of a snapshot. */
static struct slice tail_of(struct slice name)
{
    static const char *const WORDS[] = {"sdn", "cons", "prim", "add", "alt", "comments"};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_starts_nocase(name, WORDS[i])) {
            name = slice_cut(name, strlen(WORDS[i]), name.n);
        }
        while (name.n && (name.p[0] == '_' || name.p[0] == '-')) {
            name = slice_cut(name, 1, name.n);
        }
    }
    size_t end = slice_find(name, 0, ".csv");
    end = end < name.n ? end : slice_find(name, 0, ".CSV");
    return slice_cut(name, 0, end);
}

static const char *kept_text(struct arena *arena, struct slice s)
{
    char *p = arena_alloc(arena, s.n + 1);
    if (p && s.p && s.n) {
        memcpy(p, s.p, s.n);
    }
    return p;
}

/* The file name up to its first full stop, as dataset of a file that says none. */
static struct slice stem_of(struct slice name)
{
    size_t dot = slice_find(name, 0, ".");
    return dot ? slice_cut(name, 0, dot) : name;
}

static bool has_mapping(const char *path)
{
    char beside[4096];
    int n = snprintf(beside, sizeof beside, "%s.map", path);
    return n > 0 && n < (int)sizeof beside && path_exists(beside);
}

/* The reader of the beginning, and the role that it gives the file. */
static const struct list_reader *ask_readers(const struct list_probe *probe,
                                             const struct wish *wish, const char **role)
{
    for (size_t i = 0; LIST_READERS[i]; i++) {
        const struct list_reader *r = LIST_READERS[i];
        if (wish->reader && wish->reader != r) {
            continue;
        }
        *role = r->recognise(probe);
        if (*role) {
            return r;
        }
    }
    return NULL;
}

/* NAME=PATH, or a table found with its mapping beside it. */
static int own_file(const char *path, const struct wish *wish, struct found *out,
                    struct diag *diag)
{
    const struct list_reader *reader = out->reader;
    if (!reader || (!reader->dataset && has_mapping(path))) {
        out->reader = &OWN_TABLE;
        out->role = "table";
        return 0;
    }
    if (reader->dataset) {
        FAIL(diag, ERR_USAGE, "'%.*s' is no kind of list, and the file is of kind %s",
             SLICE_ARG(wish->name), reader->kind);
    }
    return 0;
}

static void find_date(const struct list_probe *probe, const struct wish *wish,
                      struct found *out)
{
    struct slice path = slice_of(out->path);
    struct slice name = slice_cut(path, out->folder.n, path.n);
    if (out->reader->date && out->reader->date(probe, out->date)) {
        return;
    }
    if (wish->date[0]) {
        memcpy(out->date, wish->date, sizeof out->date);
        return;
    }
    struct slice folder = out->folder;
    while (folder.n && folder.p[folder.n - 1] == '/') {
        folder.n--;
    }
    size_t at = folder.n;
    while (at && folder.p[at - 1] != '/') {
        at--;
    }
    if (!plan_date_in_name(name, out->date) &&
        !plan_date_in_name(slice_cut(folder, at, folder.n), out->date)) {
        out->date[0] = '\0';
    }
}

/* Opens what a file is known by: a workbook is an archive of several files. */
static int open_to_look(const char *path, struct input **in, struct diag *diag)
{
    return xlsx_look(path, in, NULL) == 0 ? 0 : input_open(path, in, diag);
}

/* Recognises what lies open in `in`. */
static int recognise_open(struct input *in, const struct wish *wish, struct arena *arena,
                          struct found *out, struct diag *diag)
{
    struct slice path = slice_of(out->path);
    struct slice name = name_unpacked(slice_cut(path, out->folder.n, path.n));
    struct list_probe probe = {.name = kept_text(arena, name), .forced = wish->reader != NULL};
    TRY(input_peek(in, INPUT_PIECE, &probe.head, diag));
    if (!probe.name) {
        FAIL(diag, ERR_MEMORY, "no memory for a file name");
    }
    out->reader = ask_readers(&probe, wish, &out->role);
    if (wish->name.n || (!out->reader && has_mapping(out->path))) {
        TRY(own_file(out->path, wish, out, diag));
    }
    if (!out->reader) {
        if (wish->reader) {
            FAIL(diag, ERR_UNKNOWN, "does not look like a list of kind %s", wish->reader->kind);
        }
        FAIL(diag, ERR_UNKNOWN, "no reader knows this file");
    }
    out->tail = tail_of(name);
    out->dataset = out->reader->dataset;
    if (!out->dataset) {
        out->dataset = kept_text(arena, wish->name.n ? wish->name : stem_of(name));
    }
    find_date(&probe, wish, out);
    return out->dataset ? 0 : diag_set(diag, ERR_MEMORY, "no memory for a file name");
}

/* Files and folders are known by their numbers, as one may have several paths. */
static int identify(struct found *out, struct arena *arena, struct diag *diag)
{
    struct stat st;
    const char *folder = out->folder.n ? kept_text(arena, out->folder) : ".";
    if (!folder) {
        FAIL(diag, ERR_MEMORY, "no memory for a file name");
    }
    if (stat(out->path, &st) == 0) {
        out->device = st.st_dev;
        out->inode = st.st_ino;
    }
    if (stat(folder, &st) == 0) {
        out->folder_device = st.st_dev;
        out->folder_inode = st.st_ino;
    }
    return 0;
}

int recognise_file(const char *path, const struct wish *wish, struct arena *arena,
                   struct found *out, struct diag *diag)
{
    struct slice whole = slice_of(path);
    *out = (struct found){.path = kept_text(arena, whole), .named = wish->named};
    if (!out->path) {
        FAIL(diag, ERR_MEMORY, "no memory for a file name");
    }
    out->folder = slice_cut(slice_of(out->path), 0, (size_t)(path_name(path) - path));
    TRY(identify(out, arena, diag));
    struct input *in;
    TRY(open_to_look(path, &in, diag));
    int result = recognise_open(in, wish, arena, out, diag);
    input_close(in);
    if (result < 0) {
        diag_at(diag, path, 0, 0);
    }
    return result;
}
