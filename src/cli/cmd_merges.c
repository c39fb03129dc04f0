/*
 * vaglio merges ID: why the records of a party are one, and who says what.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/output.h"
#include "format/json_writer.h"
#include "screen/display.h"

struct merges_values {
    const char *index;
    bool json;
    bool values;
};

#define AT(member) offsetof(struct merges_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index."),
    OPTION_ROW_FLAG("values", AT(values),
        "Every value, and which records say it."),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON, for machines: each record with its own properties."),
    {0},
};
/* clang-format on */

enum {
    ID_WIDTH = 24,
    SCHEMA_WIDTH = 14,
    PROPERTY_WIDTH = 20,
    WHOLE = 4000,
    LINE_WIDTH = 80,
    CONTINUED = 6 /* blanks before what a line had no room for */
};
static const size_t ARENA_LIMIT = (size_t)256 << 20;

/* What is shown. */
struct view {
    const struct merges_values *choices;
    struct entity party;
    struct merged merged; /* one member made of the party itself, when there is none */
    struct arena *arena;
};

static bool says(const struct view *v, size_t value, size_t member)
{
    return !v->merged.says || (v->merged.says[value] >> member & 1);
}

/* ---- for people ---- */

static void put(struct buf *out, const char *before, struct slice text)
{
    buf_add_text(out, before);
    (void)display_put(out, text, WHOLE);
}

static void put_members(struct buf *out, const struct view *v)
{
    for (size_t i = 0; i < v->merged.member_count; i++) {
        const struct merged_member *m = &v->merged.members[i];
        buf_add_text(out, "  ");
        display_left(out, m->id, ID_WIDTH);
        buf_add_char(out, ' ');
        display_left(out, slice_of(schema_name(m->schema)), SCHEMA_WIDTH);
        put(out, " ", m->caption);
        for (size_t k = 0; k < m->dataset_count; k++) {
            put(out, k ? ", " : "  (", m->datasets[k]);
        }
        buf_add_text(out, m->dataset_count ? ")\n" : "\n");
    }
}

static void put_names(struct buf *out, const struct merged_pair *p)
{
    if (p->name_a.n) {
        put(out, "    \"", p->name_a);
        put(out, "\" / \"", p->name_b);
        buf_printf(out, "\": %u.%03u\n", p->score / 1000U, p->score % 1000U);
    }
}

static void put_pair(struct buf *out, const struct merged_pair *p)
{
    put(out, "  ", p->a);
    put(out, p->against ? " | " : " = ", p->b);
    buf_printf(out, "\n    for: %s", join_reason_words(p->reason));
    put(out, p->evidence.n ? ": " : "", p->evidence);
    buf_add_char(out, '\n');
    put_names(out, p);
    if (p->against) {
        buf_printf(out, "    against: %s", join_against_words(p->against));
        put(out, p->contrary.n ? ": " : "", p->contrary);
        buf_add_char(out, '\n');
    }
}

static void put_pairs(struct buf *out, const struct view *v, bool refused)
{
    bool first = true;
    for (size_t i = 0; i < v->merged.pair_count; i++) {
        const struct merged_pair *p = &v->merged.pairs[i];
        if ((p->against != AGAINST_NOTHING) != refused) {
            continue;
        }
        if (first) {
            buf_add_text(out, refused ? "\nNot joined, though something speaks for it:\n"
                                      : "\nWhy they are one:\n");
        }
        first = false;
        put_pair(out, p);
    }
}

static void put_values(struct buf *out, const struct view *v)
{
    buf_add_text(out, "\nWho says what:\n");
    for (size_t i = 0; i < v->party.value_count; i++) {
        const struct value *value = &v->party.values[i];
        bool first = true;
        buf_add_text(out, "  ");
        display_left(out, slice_of(property_name(value->prop)), PROPERTY_WIDTH);
        put(out, " ", value->text);
        if (value->note.n) {
            put(out, " [", value->note);
            buf_add_char(out, ']');
        }
        for (size_t k = 0; k < v->merged.member_count; k++) {
            if (says(v, i, k)) {
                put(out, first ? "  — " : ", ", v->merged.members[k].id);
                first = false;
            }
        }
        buf_add_char(out, '\n');
    }
}

static void put_all(struct buf *out, const struct view *v)
{
    put(out, "", v->party.id);
    put(out, "  ", entity_caption(&v->party));
    buf_printf(out, " (%s), %zu record%s\n", schema_name(v->party.schema),
               v->merged.member_count, v->merged.member_count == 1 ? "" : "s");
    put_members(out, v);
    put_pairs(out, v, false);
    put_pairs(out, v, true);
    if (v->choices->values) {
        put_values(out, v);
    }
}

/* The last blank before which a line fits, else the first one at all; its end when it has none.
 * Blanks at its beginning do not count. */
static size_t break_of(struct slice line, size_t room)
{
    size_t best = line.n;
    size_t i = 0;
    while (i < line.n && line.p[i] == ' ') {
        i++;
    }
    for (; i < line.n; i++) {
        if (line.p[i] != ' ' || line.p[i - 1] == ' ') {
            continue;
        }
        if (best < line.n && display_width(slice_cut(line, 0, i)) > room) {
            break;
        }
        best = i;
    }
    return best;
}

/* Lines that are too long go on in the next one, behind blanks. */
static void put_wrapped(struct buf *out, struct slice text)
{
    while (text.n) {
        struct slice line = slice_next(&text, '\n');
        size_t room = LINE_WIDTH;
        while (display_width(line) > room) {
            size_t at = break_of(line, room);
            if (at == line.n) {
                break;
            }
            buf_add(out, slice_cut(line, 0, at));
            buf_add_char(out, '\n');
            display_blanks(out, CONTINUED);
            line = slice_trim(slice_cut(line, at, line.n));
            room = LINE_WIDTH - CONTINUED;
        }
        buf_add(out, line);
        buf_add_char(out, '\n');
    }
}

static void put_text(struct buf *out, const struct view *v)
{
    struct buf all;
    buf_init(&all, ARENA_LIMIT);
    put_all(&all, v);
    put_wrapped(out, buf_slice(&all));
    buf_release(&all);
}

/* ---- for machines ---- */

static void json_texts(struct json_writer *w, const char *key, const struct slice *texts,
                       size_t n)
{
    json_put_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < n; i++) {
        json_put_text(w, texts[i]);
    }
    json_end_array(w);
}

/* What one record says of one property. */
static void json_property(struct json_writer *w, const struct view *v, size_t member,
                          enum property prop)
{
    bool first = true;
    for (size_t i = 0; i < v->party.value_count; i++) {
        const struct value *value = &v->party.values[i];
        if (value->prop != prop || !says(v, i, member)) {
            continue;
        }
        if (first) {
            json_put_key(w, property_name(prop));
            json_begin_array(w);
            first = false;
        }
        json_put_text(w, value->text);
    }
    if (!first) {
        json_end_array(w);
    }
}

static void json_member(struct json_writer *w, const struct view *v, size_t i)
{
    const struct merged_member *m = &v->merged.members[i];
    json_begin_object(w);
    json_pair_text(w, "id", m->id);
    json_pair_text(w, "caption", m->caption);
    json_pair_text(w, "schema", slice_of(schema_name(m->schema)));
    json_texts(w, "datasets", m->datasets, m->dataset_count);
    json_put_key(w, "properties");
    json_begin_object(w);
    for (unsigned p = 0; p < PROP_COUNT; p++) {
        json_property(w, v, i, (enum property)p);
    }
    json_end_object(w);
    json_end_object(w);
}

static void json_pair(struct json_writer *w, const struct merged_pair *p)
{
    json_begin_object(w);
    json_pair_text(w, "a", p->a);
    json_pair_text(w, "b", p->b);
    json_pair_text(w, "reason", slice_of(join_reason_name(p->reason)));
    json_pair_text_or_null(w, "evidence", p->evidence);
    if (p->name_a.n) {
        const struct slice names[2] = {p->name_a, p->name_b};
        json_texts(w, "names", names, 2);
        json_pair_thousandths(w, "score", p->score);
    }
    if (p->against) {
        json_pair_text(w, "against", slice_of(join_against_name(p->against)));
        json_pair_text_or_null(w, "contrary", p->contrary);
    }
    json_end_object(w);
}

static void json_pairs(struct json_writer *w, const char *key, const struct view *v,
                       bool refused)
{
    json_put_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < v->merged.pair_count; i++) {
        if ((v->merged.pairs[i].against != AGAINST_NOTHING) == refused) {
            json_pair(w, &v->merged.pairs[i]);
        }
    }
    json_end_array(w);
}

static void put_json(struct buf *out, const struct view *v)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "id", v->party.id);
    json_pair_text(&w, "caption", entity_caption(&v->party));
    json_pair_text(&w, "schema", slice_of(schema_name(v->party.schema)));
    json_texts(&w, "datasets", v->party.datasets, v->party.dataset_count);
    json_put_key(&w, "records");
    json_begin_array(&w);
    for (size_t i = 0; i < v->merged.member_count; i++) {
        json_member(&w, v, i);
    }
    json_end_array(&w);
    json_pairs(&w, "joins", v, false);
    json_pairs(&w, "refused", v, true);
    json_end_object(&w);
    json_put_line_end(&w);
}

/* ---- the command ---- */

/* A party of one record is its own only member. */
static int make_member(struct view *v)
{
    struct merged_member *m = ARENA_NEW(v->arena, struct merged_member);
    if (!m) {
        return ERR_MEMORY;
    }
    *m = (struct merged_member){.id = v->party.id,
                                .caption = entity_caption(&v->party),
                                .schema = v->party.schema,
                                .datasets = v->party.datasets,
                                .dataset_count = v->party.dataset_count};
    v->merged.members = m;
    v->merged.member_count = 1;
    v->merged.says = NULL;
    return 0;
}

static int look(const struct index *ix, struct slice id, struct view *v, struct diag *diag)
{
    uint32_t number = index_find(ix, id);
    if (number == INDEX_NONE) {
        FAIL(diag, ERR_USAGE, "no record '%.*s' in the index", SLICE_ARG(id));
    }
    TRY(index_entity(ix, number, v->arena, &v->party, diag));
    int result = index_merged(ix, number, v->arena, &v->merged, diag);
    if (result < 0 && result != ERR_NOT_FOUND) {
        return result;
    }
    return v->merged.member_count ? 0 : make_member(v);
}

static int show(const struct command *self, const struct merges_values *choices,
                const struct index *ix, struct slice id)
{
    struct output output;
    struct arena arena;
    struct buf text;
    struct diag diag = {.code = ERR_MEMORY};
    struct view v = {.choices = choices, .arena = &arena};
    output_init(&output);
    arena_init(&arena, ARENA_LIMIT);
    buf_init(&text, ARENA_LIMIT);
    int status = EXIT_DONE;
    if (look(ix, id, &v, &diag) < 0) {
        status = complain_diag(self->name, &diag,
                               diag.code == ERR_USAGE ? "vaglio search NAME shows record ids"
                                                      : index_hint(diag.code));
    } else if (choices->json) {
        put_json(&text, &v);
    } else {
        put_text(&text, &v);
    }
    (void)output_take(&output, &text);
    buf_release(&text);
    arena_release(&arena);
    return output_end(&output, self->name, status);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct merges_values v = {0};
    struct index *ix;
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 1, 1, &count);
    if (status >= 0) {
        return status;
    }
    status = index_open_chosen(self->name, v.index, &ix);
    if (status != EXIT_DONE) {
        return status;
    }
    status = show(self, &v, ix, slice_of(argv[1]));
    index_close(ix);
    return status;
}

const struct command COMMAND_MERGES = {
    .name = "merges",
    .arguments = "ID",
    .summary = "why the records of a party are one",
    .prose =
        "Shows the records of a party, given the id of any of them: for each two that were "
        "weighed against each other what spoke for their being one, and, where they were not "
        "joined, what spoke against it. A decision of yours overrules both: see "
        "vaglio build --decisions.",
    .examples = "  vaglio merges un:QDi.335\n"
                "  vaglio merges eu:EU.7510.16 --values\n"
                "  vaglio merges ofac:20157 --json\n",
    .options = OPTIONS,
    .run = run,
};
