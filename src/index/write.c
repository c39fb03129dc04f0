#include "base/file.h"
#include "base/hash.h"
#include "base/num.h"
#include "index/compile.h"
#include "index/merged_codec.h"
#include "match/frequency.h"

enum { PROGRESS_STEP = 512 };

static void write_lists(const struct builder *b, struct compiler *c)
{
    struct buf *out = &c->chunks[CHUNK_LISTS];
    put_varint(out, b->lists.n);
    for (size_t i = 0; i < b->lists.n; i++) {
        const struct list_info *l = &b->lists.p[i];
        put_varint(out, string_pool_add(&c->strings, l->dataset));
        put_varint(out, string_pool_add(&c->strings, l->title));
        put_varint(out, string_pool_add(&c->strings, l->date));
        put_varint(out, l->hash);
        put_varint(out, l->records);
        put_varint(out, l->read);
        put_varint(out, l->refused);
    }
}

static struct slice chunk_bytes(const struct compiler *c, unsigned i)
{
    return buf_slice(i == CHUNK_STRINGS ? &c->strings.bytes : &c->chunks[i]);
}

static uint64_t aligned(uint64_t n)
{
    return (n + INDEX_ALIGN - 1) / INDEX_ALIGN * INDEX_ALIGN;
}

/* Header and table; returns the size of the file. */
static uint64_t write_head(const struct compiler *c, uint64_t time, struct buf *head)
{
    uint64_t at = aligned(INDEX_HEADER + CHUNK_COUNT * INDEX_TABLE_ROW);
    struct buf table;
    buf_init(&table, 1 << 16);
    for (unsigned i = 0; i < CHUNK_COUNT; i++) {
        struct slice s = chunk_bytes(c, i);
        char row[INDEX_TABLE_ROW] = {0};
        put_le32(row, i);
        put_le64(row + 8, at);
        put_le64(row + 16, s.n);
        put_le64(row + 24, hash_bytes(s, 0));
        buf_add_bytes(&table, row, sizeof row);
        at = aligned(at + s.n);
    }
    char header[INDEX_HEADER] = {0};
    memcpy(header, INDEX_MAGIC, 8);
    put_le32(header + 8, INDEX_VERSION);
    put_le32(header + 12, CHUNK_COUNT);
    put_le64(header + 16, tables_hash());
    put_le64(header + 24, time);
    put_le64(header + 32, at);
    uint64_t identity = hash_mix(hash_bytes((struct slice){header, INDEX_HASH_AT}, 0),
                                 hash_bytes(buf_slice(&table), 0));
    put_le64(header + INDEX_HASH_AT, identity);
    buf_add_bytes(head, header, sizeof header);
    buf_add(head, buf_slice(&table));
    buf_pad(head, INDEX_ALIGN);
    buf_release(&table);
    return at;
}

static int write_file(const struct compiler *c, struct file_replacement *r, struct buf *head,
                      struct diag *diag)
{
    static const char ZEROS[INDEX_ALIGN];
    TRY(file_replace_write(r, buf_slice(head), diag));
    for (unsigned i = 0; i < CHUNK_COUNT; i++) {
        struct slice s = chunk_bytes(c, i);
        TRY(file_replace_write(r, s, diag));
        TRY(file_replace_write(r, (struct slice){ZEROS, (size_t)(aligned(s.n) - s.n)}, diag));
    }
    return file_replace_commit(r, diag);
}

static int write_all(struct compiler *c, const char *path, uint64_t time, uint64_t *bytes,
                     struct diag *diag)
{
    struct buf head;
    struct file_replacement r;
    buf_init(&head, 1 << 16);
    *bytes = write_head(c, time, &head);
    int result = buf_failed(&head) ? diag_set(diag, ERR_MEMORY, "no memory for the index")
                                   : file_replace_begin(&r, path, diag);
    if (result == 0) {
        result = write_file(c, &r, &head, diag);
        if (result < 0) {
            file_replace_abandon(&r);
        }
    }
    buf_release(&head);
    return result;
}

static int compile_all(struct builder *b, struct compiler *c, builder_progress_fn progress,
                       void *context)
{
    for (size_t i = 0; i < b->entities.n; i++) {
        TRY(compiler_add(c, &b->entities.p[i], (uint32_t)i));
        if (progress && i % PROGRESS_STEP == 0 &&
            progress(context, (unsigned)(i * 950 / b->entities.n)) != 0) {
            return ERR_STOPPED;
        }
    }
    write_lists(b, c);
    merged_encode(b->merged.merged, b->merged.merged_count, b->entities.p, &c->strings,
                  &c->chunks[CHUNK_MERGES]);
    TRY(compiler_finish(c));
    return progress && progress(context, 980) != 0 ? ERR_STOPPED : 0;
}

int builder_write(struct builder *b, const char *path, uint64_t time, size_t crew,
                  builder_progress_fn progress, void *context, struct builder_outcome *out,
                  struct diag *diag)
{
    struct compiler c;
    compiler_init(&c);
    /* NEEDSWORK: names could be analysed by several threads before they are numbered, too. */
    b->merge.crew = crew;
    int result = builder_settle(b, diag);
    int compiled = result == 0 ? compile_all(b, &c, progress, context) : 0;
    if (compiled == ERR_STOPPED) {
        result = diag_set(diag, ERR_STOPPED, "stopped; the old index is as it was");
    } else if (compiled < 0) {
        result = diag_set(diag, ERR_MEMORY, "no memory to compile the lists");
    }
    if (result == 0) {
        uint64_t bytes;
        result = write_all(&c, path, time, &bytes, diag);
        if (result == 0) {
            *out = (struct builder_outcome){.entities = b->entities.n,
                                            .joined = b->merged.joined,
                                            .parties = c.party_count,
                                            .names = c.name_count,
                                            .bytes = bytes};
        }
    }
    compiler_release(&c);
    return result;
}
