/*
 * ftm - FollowTheMoney entities, one JSON object a line (OpenSanctions exports and our own).
 *
 *   {"id":"…","caption":"…","schema":"Person","properties":{"name":["…"],…},
 *    "datasets":["…"],"referents":["…"]}
 *
 * Ids, datasets and referents are kept as they are, links included.  A schema that this house
 * does not have refuses the record; a property that it does not have is tallied.
 */
#include "format/json_reader.h"
#include "lists/readers.h"
#include "lists/values.h"

enum { ID_MAX = 512 };

struct ftm {
    struct reading r;
    struct entity e;
};

static const char *recognise(const struct list_probe *probe)
{
    struct slice head = slice_trim(probe->head);
    if (slice_starts(head, "\xef\xbb\xbf")) {
        head = slice_cut(head, 3, head.n);
    }
    struct slice line = slice_next(&head, '\n');
    bool ours = line.n && line.p[0] == '{' && slice_find(line, 0, "\"schema\"") < line.n &&
                slice_find(line, 0, "\"properties\"") < line.n &&
                slice_find(line, 0, "\"id\"") < line.n;
    return ours ? "ftm" : NULL;
}

/* A value that is a text, a number, or (nested) an entity, of which the id counts. */
static struct slice value_text(const struct json_value *v, char room[JSON_SCALAR_TEXT])
{
    return json_kind(v) == JSON_KIND_OBJECT ? json_member_text(v, "id") : json_scalar(v, room);
}

static void put_property(struct ftm *f, enum property prop, const struct json_value *v)
{
    char room[JSON_SCALAR_TEXT];
    if (json_kind(v) != JSON_KIND_ARRAY) {
        value_put(&f->r, &f->e, prop, value_text(v, room));
        return;
    }
    for (size_t i = 0; i < json_item_count(v); i++) {
        value_put(&f->r, &f->e, prop, value_text(json_item(v, i), room));
    }
}

static void put_properties(struct ftm *f, const struct json_value *properties)
{
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *v;
    while (json_next_member(properties, &cursor, &key, &v)) {
        enum property prop = property_find(key);
        if (prop == PROP_UNKNOWN) {
            reading_tally(&f->r, REMARK_UNMAPPED, "property", key);
        } else {
            put_property(f, prop, v);
        }
    }
}

/* The texts of an array but for `without`; *count of them, in the arena of the record. */
static struct slice *texts_of(struct ftm *f, const struct json_value *array,
                              struct slice without, size_t *count)
{
    size_t n = json_item_count(array);
    if (n > ENTITY_RECORDS_MAX) {
        reading_tally(&f->r, REMARK_WARNING, "too_many_ids", f->r.id);
        n = ENTITY_RECORDS_MAX;
    }
    struct slice *texts = ARENA_ARRAY(&f->r.record, struct slice, n);
    *count = 0;
    for (size_t i = 0; texts && i < n; i++) {
        struct slice text = slice_trim(json_text(json_item(array, i)));
        if (text.n && !slice_eq(text, without)) {
            texts[(*count)++] = arena_copy(&f->r.record, text);
        }
    }
    return texts;
}

static void put_sources(struct ftm *f, const struct json_value *root)
{
    size_t count;
    struct slice nothing = {NULL, 0};
    struct slice *datasets = texts_of(f, json_member(root, "datasets"), nothing, &count);
    if (count) {
        f->e.datasets = datasets;
        f->e.dataset_count = count;
    }
    f->e.referents = texts_of(f, json_member(root, "referents"), f->e.id, &f->e.referent_count);
    f->e.caption = arena_copy(&f->r.record, slice_trim(json_member_text(root, "caption")));
}

/* The first name, by which two records of one id are told apart. */
static struct slice main_name(const struct json_value *root)
{
    const struct json_value *names = json_member(json_member(root, "properties"), "name");
    struct slice first = json_text(json_item(names, 0));
    first = first.n ? first : json_text(names);
    return first.n ? first : json_member_text(root, "caption");
}

/* What is wrong with a line, or NULL. */
static const char *fault_of(const struct json_line *line, struct slice *id, enum schema *schema)
{
    if (line->state == JSON_LINE_BAD) {
        return line->code;
    }
    if (json_kind(line->value) != JSON_KIND_OBJECT) {
        return "no_object";
    }
    *id = slice_trim(json_member_text(line->value, "id"));
    *schema = schema_find(json_member_text(line->value, "schema"));
    if (id->n == 0 || id->n > ID_MAX) {
        return "no_id";
    }
    if (json_kind(json_member(line->value, "properties")) != JSON_KIND_OBJECT) {
        return "no_properties";
    }
    return *schema == SCHEMA_NONE ? "unknown_schema" : NULL;
}

static void refuse(struct ftm *f, const struct json_line *line, const char *fault,
                   struct slice id)
{
    struct slice schema = json_member_text(line->value, "schema");
    f->r.id = id;
    if (line->state == JSON_LINE_BAD) {
        reading_refuse(&f->r, fault, "%s", line->why.text);
    } else if (schema.n) {
        reading_refuse(&f->r, fault, "schema '%.*s'", SLICE_ARG(schema));
    } else {
        reading_refuse(&f->r, fault, "not a FollowTheMoney entity");
    }
}

static int read_line(struct ftm *f, const struct json_line *line, struct diag *diag)
{
    struct slice id = {NULL, 0};
    enum schema schema = SCHEMA_NONE;
    reading_record(&f->r, line->line);
    const char *fault = fault_of(line, &id, &schema);
    if (fault) {
        refuse(f, line, fault, id);
        return 0;
    }
    struct slice record;
    TRY(reading_id(&f->r, id, main_name(line->value), &record, diag));
    value_new_entity(&f->r, &f->e, schema, record);
    put_sources(f, line->value);
    put_properties(f, json_member(line->value, "properties"));
    if (reading_in_trouble(&f->r)) {
        return 0;
    }
    TRY(reading_emit(&f->r, &f->e, diag));
    reading_taken(&f->r);
    return 0;
}

static int read_lines(struct ftm *f, struct json_lines *lines, struct diag *diag)
{
    for (;;) {
        struct json_line line;
        TRY(json_lines_next(lines, &line, diag));
        if (line.state == JSON_LINE_END) {
            return 0;
        }
        if (line.state == JSON_LINE_BAD && line.no_line_end) {
            if (diag) {
                diag->line = line.line;
            }
            FAIL(diag, ERR_CUT, "ends in the middle of a line");
        }
        TRY(read_line(f, &line, diag));
    }
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct ftm f = {.e = {.line = 0}};
    struct input *in = NULL;
    struct json_lines *lines = NULL;
    reading_init(&f.r, snap, sink);
    int result = reading_open(&f.r, snap->files[0].path, &in, diag);
    if (result == 0) {
        result = json_lines_open(&lines, input_pull(in), diag);
    }
    if (result == 0) {
        result = read_lines(&f, lines, diag);
    }
    if (result == 0) {
        reading_hash(&f.r, in);
    }
    json_lines_close(lines);
    reading_close(&f.r, in);
    result = reading_failed(&f.r, result, diag);
    reading_end(&f.r);
    return result;
}

const struct list_reader FTM_LINES = {
    .kind = "ftm",
    .dataset = NULL,
    .title = "FollowTheMoney entities",
    .recognise = recognise,
    .read = read_list,
};
