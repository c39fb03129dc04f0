#include "embargo/book.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "model/country.h"

enum { FILES_MAX = 1000, PATH_ROOM = 4096 };
static const size_t ARENA_LIMIT = (size_t)256 << 20;

int facts_no_memory(const struct facts *f)
{
    FAIL(f->diag, ERR_MEMORY, "no memory to read '%s'", f->file);
}

struct slice read_code(struct slice word)
{
    bool plausible = word.n == 2 || word.n == 4;
    return plausible ? country_code(word) : (struct slice){NULL, 0};
}

int read_choice(const struct facts *f, const char *const *words, size_t n, unsigned *out)
{
    char all[120] = "";
    size_t used = 0;
    for (unsigned i = 0; i < n; i++) {
        if (slice_is(f->value, words[i])) {
            *out = i;
            return 0;
        }
        size_t m = strlen(words[i]);
        if (used + m + 3 < sizeof all) {
            memcpy(all + used, words[i], m);
            used += m;
            all[used++] = ' ';
        }
    }
    all[used ? used - 1 : 0] = '\0';
    return facts_fail(f, "'%.*s' is none of: %s", SLICE_ARG(f->value), all);
}

/* ---- the files ---- */

typedef int read_fn(struct embargo *e, struct facts *f);

static int read_goods(struct embargo *e, struct facts *f)
{
    return goods_words_read(&e->goods, f);
}

/* In the order of reading: rules speak of groups and bodies. */
static const struct {
    const char *name;
    read_fn *read;
} TABLES[] = {
    {"goods.words", read_goods},        {"groups.txt", read_groups},
    {"members.txt", read_members},      {"warrants.txt", read_warrants},
    {"rome_statute.txt", read_statute},
};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

static int read_text(struct embargo *e, read_fn *read, const char *file, struct slice text,
                     struct diag *diag)
{
    struct facts f;
    TRY(facts_begin(&f, file, text, &e->arena, diag));
    e->hash = hash_mix(hash_mix(e->hash, hash_bytes(slice_of(path_name(file)), 0)),
                       hash_bytes(text, 0));
    return read(e, &f);
}

static int read_built_in(struct embargo *e, const char *name, read_fn *read, struct diag *diag)
{
    for (size_t i = 0; i < embargo_file_count; i++) {
        const struct embargo_file *file = &embargo_files[i];
        if (strcmp(file->name, name) == 0) {
            struct slice text = {(const char *)file->bytes, file->n};
            return read_text(e, read, file->name, text, diag);
        }
    }
    FAIL(diag, ERR_NOT_FOUND, "'%s' is not compiled in", name);
}

static int read_file(struct embargo *e, const char *folder, const char *name, read_fn *read,
                     struct diag *diag)
{
    char path[PATH_ROOM];
    struct slice mapped;
    if (!path_join(path, sizeof path, folder, name)) {
        FAIL(diag, ERR_LIMIT, "path too long in '%s'", folder);
    }
    TRY(file_map(path, &mapped, diag));
    bool too_large = mapped.n > FACTS_BYTES_MAX;
    struct slice text = too_large ? mapped : arena_copy(&e->arena, mapped);
    bool copied = too_large || mapped.n == 0 || text.p;
    /* facts_begin() looks only at the size of what is too large. */
    int result = copied ? read_text(e, read, path, text, diag)
                        : diag_set(diag, ERR_MEMORY, "no memory to read '%s'", path);
    file_unmap(mapped);
    return result;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && slice_ends_nocase(slice_of(entry->d_name), ".rules");
}

static int in_order(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int read_rule_files(struct embargo *e, const char *folder, struct diag *diag)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, not_hidden, in_order);
    int result = 0;
    if (n < 0) {
        diag_at(diag, folder, 0, 0);
        FAIL(diag, ERR_NOT_FOUND, "no such folder of rules");
    }
    if (n == 0 || n > FILES_MAX) {
        diag_at(diag, folder, 0, 0);
        result = n ? diag_set(diag, ERR_LIMIT, "more than %d files of rules", FILES_MAX)
                   : diag_set(diag, ERR_NOT_FOUND, "no file named *.rules in the folder");
    }
    for (int i = 0; i < n; i++) {
        if (result == 0) {
            result = read_file(e, folder, entries[i]->d_name, read_rules, diag);
        }
        free(entries[i]);
    }
    free(entries);
    return result;
}

static int read_folder(struct embargo *e, const char *folder, struct diag *diag)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        char path[PATH_ROOM];
        bool own = path_join(path, sizeof path, folder, TABLES[i].name) && path_exists(path);
        TRY(own ? read_file(e, folder, TABLES[i].name, TABLES[i].read, diag)
                : read_built_in(e, TABLES[i].name, TABLES[i].read, diag));
    }
    return read_rule_files(e, folder, diag);
}

/* A text that takes the place of the table of that name, or of all the rules. */
struct instead {
    const char *name;
    struct slice text;
};

static int read_table_or(struct embargo *e, size_t table, const struct instead *own,
                         struct diag *diag)
{
    const char *name = TABLES[table].name;
    return own && strcmp(own->name, name) == 0
               ? read_text(e, TABLES[table].read, name, own->text, diag)
               : read_built_in(e, name, TABLES[table].read, diag);
}

static int read_program(struct embargo *e, const struct instead *own, struct diag *diag)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        TRY(read_table_or(e, i, own, diag));
    }
    if (own && slice_ends_nocase(slice_of(own->name), ".rules")) {
        return read_text(e, read_rules, own->name, own->text, diag);
    }
    for (size_t i = 0; i < embargo_file_count; i++) {
        const struct embargo_file *file = &embargo_files[i];
        if (slice_ends_nocase(slice_of(file->name), ".rules")) {
            struct slice text = {(const char *)file->bytes, file->n};
            TRY(read_text(e, read_rules, file->name, text, diag));
        }
    }
    return 0;
}

/* An empty book that owns its own memory; NULL without memory. */
static struct embargo *book_new(void)
{
    struct arena arena;
    arena_init(&arena, ARENA_LIMIT);
    struct embargo *e = ARENA_NEW(&arena, struct embargo);
    if (e) {
        e->arena = arena;
        goods_words_init(&e->goods, &e->arena);
    }
    return e;
}

/* Hands the book over, or gives it back when reading it failed. */
static int book_end(struct embargo *e, int result, struct embargo **out)
{
    if (result < 0) {
        embargo_close(e);
        return result;
    }
    *out = e;
    return 0;
}

int embargo_open(const char *folder, struct embargo **out, struct diag *diag)
{
    struct embargo *e = book_new();
    if (!e) {
        FAIL(diag, ERR_MEMORY, "no memory for the rules");
    }
    return book_end(e, folder ? read_folder(e, folder, diag) : read_program(e, NULL, diag),
                    out);
}

int embargo_open_text(const char *name, struct slice text, struct embargo **out,
                      struct diag *diag)
{
    struct embargo *e = book_new();
    struct instead own = {name, text};
    if (!e) {
        FAIL(diag, ERR_MEMORY, "no memory for the rules");
    }
    return book_end(e, read_program(e, &own, diag), out);
}

int book_open_alone(const char *name, struct slice text, struct embargo **out,
                    struct diag *diag)
{
    struct embargo *e = book_new();
    read_fn *read = read_rules;
    if (!e) {
        FAIL(diag, ERR_MEMORY, "no memory for the rules");
    }
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        read = strcmp(name, TABLES[i].name) == 0 ? TABLES[i].read : read;
    }
    return book_end(e, read_text(e, read, name, text, diag), out);
}

void embargo_close(struct embargo *e)
{
    if (!e) {
        return;
    }
    VEC_RELEASE(&e->bodies);
    VEC_RELEASE(&e->members);
    VEC_RELEASE(&e->groups);
    VEC_RELEASE(&e->group_names);
    VEC_RELEASE(&e->regimes);
    VEC_RELEASE(&e->rules);
    VEC_RELEASE(&e->warrants);
    VEC_RELEASE(&e->warrant_names);
    VEC_RELEASE(&e->parties);
    goods_words_release(&e->goods);
    struct arena arena = e->arena;
    arena_release(&arena);
}

uint64_t embargo_hash(const struct embargo *e)
{
    return e->hash;
}

const struct goods_words *embargo_goods(const struct embargo *e)
{
    return &e->goods;
}
