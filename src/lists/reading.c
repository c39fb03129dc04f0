#include "lists/reading.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/hash.h"

enum { WORDS = 512 };

void reading_init(struct reading *r, struct snapshot *snap, const struct list_sink *sink)
{
    *r = (struct reading){.snap = snap, .sink = sink, .file = ""};
    arena_init(&r->record, RECORD_ARENA_MAX);
    arena_init(&r->kept, KEPT_ARENA_MAX);
    map_init(&r->tally_index, 0);
    snap->counts = (struct list_counts){0};
    snap->hash = 0;
}

static void send(struct reading *r, const struct remark *remark)
{
    r->snap->counts.remarks[remark->kind]++;
    r->sink->remark(r->sink->context, remark);
}

static void send_tallies(struct reading *r)
{
    for (size_t i = 0; i < r->tallies.n; i++) {
        const struct tally *t = &r->tallies.p[i];
        char words[WORDS];
        (void)snprintf(words, sizeof words, "%.*s", SLICE_ARG(t->what));
        struct remark remark = {.kind = t->kind,
                                .file = t->file,
                                .line = t->line,
                                .code = t->code,
                                .text = words,
                                .count = t->count};
        send(r, &remark);
    }
}

void reading_end(struct reading *r)
{
    send_tallies(r);
    VEC_RELEASE(&r->tallies);
    map_release(&r->tally_index);
    seen_release(&r->seen);
    arena_release(&r->record);
    arena_release(&r->kept);
}

int reading_open(struct reading *r, const char *path, struct input **in, struct diag *diag)
{
    r->file = path;
    r->line = 0;
    r->id = (struct slice){NULL, 0};
    TRY(input_open(path, in, diag));
    r->input = *in;
    return 0;
}

void reading_close(struct reading *r, struct input *in)
{
    r->input = NULL;
    input_close(in);
}

int reading_failed(const struct reading *r, int result, struct diag *diag)
{
    if (result < 0 && diag && !diag->source[0]) {
        diag_at(diag, r->file, diag->line, diag->column);
    }
    return result;
}

void reading_hash(struct reading *r, const struct input *in)
{
    r->snap->hash = hash_mix(r->snap->hash, input_hash(in));
}

void reading_record(struct reading *r, uint64_t line)
{
    arena_reset(&r->record);
    r->line = line;
    r->id = (struct slice){NULL, 0};
    r->trouble = 0;
    r->snap->counts.records++;
}

int reading_id(struct reading *r, struct slice id, struct slice main_name, struct slice *out,
               struct diag *diag)
{
    enum seen_answer answer;
    uint32_t copy;
    int result = seen_put(&r->seen, id, main_name, &answer, &copy);
    if (result < 0) {
        FAIL(diag, (enum err)result, "no memory for the ids of the list");
    }
    char numbered[32] = "";
    if (copy > 1) {
        (void)snprintf(numbered, sizeof numbered, "#%u", (unsigned)copy);
    }
    size_t tail = strlen(numbered);
    char *p = arena_alloc(&r->record, id.n + tail);
    if (!p) {
        FAIL(diag, ERR_MEMORY, "no memory for a record");
    }
    memcpy(p, id.p, id.n);
    memcpy(p + id.n, numbered, tail);
    *out = (struct slice){p, id.n + tail};
    r->id = *out;
    if (answer == SEEN_SAME) {
        reading_remark(r, REMARK_DUPLICATE, "same_name",
                       "the id was there with this name: united");
    } else if (answer == SEEN_ANOTHER) {
        reading_remark(r, REMARK_DUPLICATE, "other_name",
                       "the id was there with another name: kept as '%.*s'", SLICE_ARG(*out));
    }
    return 0;
}

struct slice reading_part_id(struct reading *r, struct slice id, const char *part)
{
    size_t n = strlen(part);
    char *p = arena_alloc(&r->record, id.n + 1 + n);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    memcpy(p, id.p, id.n);
    p[id.n] = '/';
    memcpy(p + id.n + 1, part, n);
    return (struct slice){p, id.n + 1 + n};
}

bool reading_in_trouble(struct reading *r)
{
    if (r->trouble == 0 && arena_failed(&r->record)) {
        r->trouble = ERR_MEMORY;
    }
    if (r->trouble == 0) {
        return false;
    }
    reading_refuse(r, "too_large", "the record holds more than is accepted");
    return true;
}

static void tell_position(struct reading *r)
{
    enum { EVERY = 256 };
    if (r->sink->position && r->input && r->snap->counts.entities % EVERY == 0) {
        uint64_t read;
        uint64_t size;
        input_position(r->input, &read, &size);
        r->sink->position(r->sink->context, read, size);
    }
}

int reading_emit(struct reading *r, struct entity *e, struct diag *diag)
{
    tell_position(r);
    e->line = r->line;
    r->snap->counts.entities++;
    for (size_t i = 0; i < e->value_count; i++) {
        r->snap->counts.names += property_type(e->values[i].prop) == TYPE_NAME;
    }
    return r->sink->entity(r->sink->context, e, diag);
}

void reading_taken(struct reading *r)
{
    r->snap->counts.read++;
}

static void say(struct reading *r, enum remark_kind kind, const char *code, const char *words)
{
    struct remark remark = {.kind = kind,
                            .file = r->file,
                            .line = r->line,
                            .record = r->id,
                            .code = code,
                            .text = words,
                            .count = 1};
    send(r, &remark);
}

void reading_refuse(struct reading *r, const char *code, const char *fmt, ...)
{
    char words[WORDS];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    r->snap->counts.refused++;
    say(r, REMARK_REFUSED, code, words);
}

void reading_remark(struct reading *r, enum remark_kind kind, const char *code, const char *fmt,
                    ...)
{
    char words[WORDS];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    say(r, kind, code, words);
}

/* "code\0what" in the arena `kept`: what a tally is known by. */
static struct slice tally_key(struct reading *r, const char *code, struct slice what)
{
    size_t n = strlen(code) + 1;
    char *p = arena_alloc(&r->kept, n + what.n);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    memcpy(p, code, n);
    if (what.n) {
        memcpy(p + n, what.p, what.n);
    }
    return (struct slice){p, n + what.n};
}

void reading_tally(struct reading *r, enum remark_kind kind, const char *code,
                   struct slice what)
{
    char probe[WORDS];
    size_t n = strlen(code) + 1;
    what.n = what.n < 200 ? what.n : 200;
    memcpy(probe, code, n);
    if (what.n) {
        memcpy(probe + n, what.p, what.n);
    }
    uint32_t at = map_get(&r->tally_index, (struct slice){probe, n + what.n});
    if (at != MAP_NONE) {
        r->tallies.p[at].count++;
        return;
    }
    struct slice key = tally_key(r, code, what);
    if (r->tallies.n >= TALLIES_MAX || !key.p) {
        return;
    }
    struct tally *t = VEC_ADD(&r->tallies);
    if (!t) {
        return;
    }
    *t = (struct tally){.kind = kind,
                        .code = code,
                        .file = r->file,
                        .line = r->line,
                        .what = slice_cut(key, n, key.n),
                        .count = 1};
    (void)map_put(&r->tally_index, key, (uint32_t)(r->tallies.n - 1), NULL);
}

const char *reading_row_fault(const struct csv_record *row)
{
    if (row->flags & CSV_TOO_LONG) {
        return "too_long";
    }
    if (row->flags & CSV_TOO_MANY_FIELDS) {
        return "too_many_fields";
    }
    return row->flags & CSV_BAD_TEXT ? "bad_utf8" : NULL;
}
