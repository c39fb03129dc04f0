/*
 * vaglio dump [INDEX]: every entity as a FollowTheMoney JSON line.
 *
 * Values leave as FollowTheMoney knows them: a span of dates becomes its years, "circa" is lost,
 * and so are notes beside a value (the country of a document).
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/output.h"
#include "format/json_writer.h"
#include "model/date.h"

struct dump_values {
    const char *index;
    bool json;
};

#define AT(member) offsetof(struct dump_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index."),
    OPTION_ROW_FLAG("json", AT(json),
        "Changes nothing: what comes is JSON in any case."),
    {0},
};
/* clang-format on */

enum { PIECE = 1 << 16, SPAN_YEARS_MAX = 120 };
static const size_t ENTITY_ARENA = (size_t)64 << 20;

/* The values of one property, each once. */
struct value_list {
    struct slice *p;
    size_t n;
};

static void add_once(struct value_list *list, struct slice text)
{
    for (size_t i = 0; i < list->n; i++) {
        if (slice_eq(list->p[i], text)) {
            return;
        }
    }
    list->p[list->n++] = text;
}

static void add_date(struct value_list *list, struct slice text, struct arena *arena)
{
    struct date d;
    char normal[DATE_TEXT];
    if (!date_parse(text, true, &d)) {
        add_once(list, text);
        return;
    }
    struct date one = {
        .year = d.year, .month = d.month, .day = d.day, .precision = d.precision};
    if (d.until_year) {
        one = (struct date){.year = d.year, .precision = DATE_YEAR};
    }
    int last = d.until_year ? d.until_year : d.year;
    for (int i = 0; i < SPAN_YEARS_MAX && one.year <= last; i++) {
        size_t n = date_print(&one, normal);
        add_once(list, arena_copy(arena, (struct slice){normal, n}));
        one.year++;
    }
}

/* Room for every value of a property, spans counted in years. */
static size_t count_values(const struct entity *e, enum property prop)
{
    size_t n = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        struct date d;
        if (e->values[i].prop != prop) {
            continue;
        }
        bool span = property_type(prop) == TYPE_DATE &&
                    date_parse(e->values[i].text, true, &d) && d.until_year;
        n += span ? SPAN_YEARS_MAX : 1;
    }
    return n;
}

static void put_property(struct json_writer *w, const struct entity *e, enum property prop,
                         struct arena *arena)
{
    size_t room = count_values(e, prop);
    struct value_list list = {room ? ARENA_ARRAY(arena, struct slice, room) : NULL, 0};
    for (size_t i = 0; list.p && i < e->value_count; i++) {
        if (e->values[i].prop != prop) {
            continue;
        }
        if (property_type(prop) == TYPE_DATE) {
            add_date(&list, e->values[i].text, arena);
        } else {
            add_once(&list, e->values[i].text);
        }
    }
    if (!list.p || list.n == 0) {
        return;
    }
    json_put_key(w, property_name(prop));
    json_begin_array(w);
    for (size_t i = 0; i < list.n; i++) {
        json_put_text(w, list.p[i]);
    }
    json_end_array(w);
}

static void put_texts(struct json_writer *w, const struct slice *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        json_put_text(w, texts[i]);
    }
}

/* Is the entity itself what a list is about? */
static bool is_target(const struct entity *e)
{
    return schema_is_party(e->schema) &&
           (entity_first(e, PROP_TOPICS).n || entity_first(e, PROP_PROGRAM_ID).n);
}

static void put_entity(struct buf *out, const struct entity *e, struct arena *arena)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "id", e->id);
    json_pair_text(&w, "caption", entity_caption(e));
    json_pair_text(&w, "schema", slice_of(schema_name(e->schema)));
    json_put_key(&w, "properties");
    json_begin_object(&w);
    for (unsigned p = 0; p < PROP_COUNT; p++) {
        put_property(&w, e, (enum property)p, arena);
    }
    json_end_object(&w);
    json_put_key(&w, "datasets");
    json_begin_array(&w);
    put_texts(&w, e->datasets, e->dataset_count);
    json_end_array(&w);
    json_put_key(&w, "referents");
    json_begin_array(&w);
    json_put_text(&w, e->id);
    put_texts(&w, e->referents, e->referent_count);
    json_end_array(&w);
    json_pair_bool(&w, "target", is_target(e));
    json_end_object(&w);
    json_put_line_end(&w);
}

static int put_all(const struct index *ix, struct output *output, struct buf *text,
                   struct arena *arena, struct diag *diag)
{
    for (uint32_t i = 0; i < index_entity_count(ix) && !commands_stop; i++) {
        struct entity e;
        arena_reset(arena);
        TRY(index_entity(ix, i, arena, &e, diag));
        put_entity(text, &e, arena);
        if (arena_failed(arena) || buf_failed(text)) {
            FAIL(diag, ERR_LIMIT, "entity '%.*s' is too large", SLICE_ARG(e.id));
        }
        if (text->n >= PIECE && !output_take(output, text)) {
            return 0;
        }
    }
    (void)output_take(output, text);
    return 0;
}

static int dump(const struct command *self, const struct index *ix)
{
    struct output output;
    struct buf text;
    struct arena arena;
    struct diag diag = {.code = ERR_FORMAT};
    commands_catch_stop();
    output_init(&output);
    buf_init(&text, ENTITY_ARENA);
    arena_init(&arena, ENTITY_ARENA);
    int status = EXIT_DONE;
    if (put_all(ix, &output, &text, &arena, &diag) < 0) {
        status = complain_diag(self->name, &diag, index_hint(diag.code));
    }
    arena_release(&arena);
    buf_release(&text);
    return output_end(&output, self->name, status);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct dump_values v = {0};
    struct index *ix;
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 1, &count);
    if (status >= 0) {
        return status;
    }
    status = index_open_chosen(self->name, count ? argv[1] : v.index, &ix);
    if (status != EXIT_DONE) {
        return status;
    }
    status = dump(self, ix);
    index_close(ix);
    return status;
}

const struct command COMMAND_DUMP = {
    .name = "dump",
    .arguments = "[INDEX]",
    .summary = "everything in an index, as JSON lines",
    .prose =
        "Prints every entity as a FollowTheMoney JSON line: parties with the ids of all "
        "their records, and links and sanctions as entities of their own. Other programs of "
        "that vocabulary read it, and so does vaglio build. A span of dates becomes its "
        "years.",
    .examples = "  vaglio dump lists.idx > lists.ftm.json\n"
                "  vaglio dump | grep '\"schema\":\"Vessel\"'\n",
    .options = OPTIONS,
    .run = run,
};
