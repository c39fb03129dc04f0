/*
 * Lines of "_file" and a record's members.  The first line may be an index of the folder that
 * was copied: {"_file":"_index.yaml","source":"au","count":3847,"fetched_at":"…"}.
 */
#include "lists/ammitto.h"

#include <string.h>

#include "lists/readers.h"

void ammitto_tally(struct ammitto *a, const struct json_value *object, const char *where,
                   const char *const *known)
{
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *value;
    while (json_next_member(object, &cursor, &key, &value)) {
        size_t i = 0;
        while (known[i] && !slice_is(key, known[i])) {
            i++;
        }
        if (!known[i]) {
            struct slice pieces[2] = {slice_of(where), key};
            reading_tally(&a->r, REMARK_UNMAPPED, "member", value_join(&a->r, pieces, 2, "."));
        }
    }
}

struct slice ammitto_text(const struct json_value *object, const char *member,
                          char room[JSON_SCALAR_TEXT])
{
    return listing_trim(json_scalar(json_member(object, member), room));
}

const struct json_value *ammitto_each(const struct json_value *member, size_t i)
{
    if (json_kind(member) == JSON_KIND_ARRAY) {
        return json_item(member, i);
    }
    return i == 0 && json_kind(member) != JSON_KIND_NONE ? member : NULL;
}

/* ---- lines ---- */

static bool is_index(const struct json_value *root)
{
    return slice_is(json_member_text(root, "_file"), "_index.yaml");
}

/* Fewer records than the index counts may be a file that was cut between two lines. */
static void compare_count(struct ammitto *a, int64_t counted)
{
    uint64_t records = a->r.snap->counts.records;
    if (counted > 0 && (uint64_t)counted > records) {
        reading_remark(&a->r, REMARK_WARNING, "fewer_records",
                       "the index of the file counts %lld records, there are %llu",
                       (long long)counted, (unsigned long long)records);
    }
}

static int take_line(struct ammitto *a, const struct json_line *line, ammitto_fn take,
                     struct diag *diag)
{
    listing_begin(&a->l, &a->r, line->line);
    if (line->state == JSON_LINE_BAD) {
        reading_refuse(&a->r, line->code, "%s", line->why.text);
        return 0;
    }
    if (json_kind(line->value) != JSON_KIND_OBJECT) {
        reading_refuse(&a->r, "no_object", "a line that is no object");
        return 0;
    }
    return take(a, line->value, diag);
}

static int read_lines(struct ammitto *a, struct json_lines *lines, ammitto_fn take,
                      struct diag *diag)
{
    int64_t counted = 0;
    for (;;) {
        struct json_line line;
        TRY(json_lines_next(lines, &line, diag));
        if (line.state == JSON_LINE_END) {
            compare_count(a, counted);
            return 0;
        }
        if (line.state == JSON_LINE_BAD && line.no_line_end) {
            if (diag) {
                diag->line = line.line;
            }
            FAIL(diag, ERR_CUT, "ends in the middle of a line");
        }
        if (line.state == JSON_LINE_GOOD && is_index(line.value)) {
            (void)json_integer_of(json_member(line.value, "count"), &counted);
        } else {
            TRY(take_line(a, &line, take, diag));
        }
    }
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, ammitto_fn take,
                     struct diag *diag)
{
    struct ammitto a = {.l = {.taken = false}};
    struct input *in = NULL;
    struct json_lines *lines = NULL;
    reading_init(&a.r, snap, sink);
    int result = reading_open(&a.r, snap->files[0].path, &in, diag);
    if (result == 0) {
        result = json_lines_open(&lines, input_pull(in), diag);
    }
    if (result == 0) {
        result = read_lines(&a, lines, take, diag);
    }
    if (result == 0) {
        reading_hash(&a.r, in);
    }
    json_lines_close(lines);
    reading_close(&a.r, in);
    result = reading_failed(&a.r, result, diag);
    reading_end(&a.r);
    return result;
}

static int read_ch(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    return read_list(snap, sink, ammitto_take_ch, diag);
}

static int read_au(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    return read_list(snap, sink, ammitto_take_au, diag);
}

static int read_ca(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    return read_list(snap, sink, ammitto_take_ca, diag);
}

/* ---- recognising ---- */

/* The first line says of which source the file is: an index by name, a record by its file. */
static bool is_of(const struct list_probe *probe, const char *source)
{
    struct slice rest = probe->head;
    struct slice line = slice_next(&rest, '\n');
    struct json_value *root = NULL;
    if (line.n == 0 || line.p[0] != '{' || slice_find(line, 0, "\"_file\"") == line.n ||
        json_parse(line, &root, NULL) < 0) {
        return false;
    }
    struct slice file = json_member_text(root, "_file");
    bool ours = is_index(root) ? slice_is(json_member_text(root, "source"), source)
                               : file.n > 3 && slice_starts(file, source) && file.p[2] == '-';
    json_free(root);
    return ours;
}

static const char *recognise_ch(const struct list_probe *probe)
{
    return is_of(probe, "ch") ? "ammitto" : NULL;
}

static const char *recognise_au(const struct list_probe *probe)
{
    return is_of(probe, "au") ? "ammitto" : NULL;
}

static const char *recognise_ca(const struct list_probe *probe)
{
    return is_of(probe, "ca") ? "ammitto" : NULL;
}

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    struct slice rest = probe->head;
    struct slice line = slice_next(&rest, '\n');
    return listing_date_behind(line, "\"fetched_at\": \"", out) ||
           listing_date_behind(line, "\"fetched_at\":\"", out);
}

const struct list_reader AMMITTO_CH = {
    .kind = "ammitto_ch",
    .dataset = "ch_seco_sanctions",
    .title = "Swiss SECO Sanctions, copied by ammitto",
    .recognise = recognise_ch,
    .date = date_of,
    .read = read_ch,
};

const struct list_reader AMMITTO_AU = {
    .kind = "ammitto_au",
    .dataset = "au_dfat_sanctions",
    .title = "Australian DFAT Consolidated Sanctions, copied by ammitto",
    .recognise = recognise_au,
    .date = date_of,
    .read = read_au,
};

const struct list_reader AMMITTO_CA = {
    .kind = "ammitto_ca",
    .dataset = "ca_dfatd_sema_sanctions",
    .title = "Canadian Autonomous Sanctions, copied by ammitto",
    .recognise = recognise_ca,
    .date = date_of,
    .read = read_ca,
};
