#include "lists/ch_seco.h"

#include <string.h>

enum { TOP_DEPTH = 2, FIELD_DEPTH = 3 };

/* Texts of a programme or place at work, in r.record.  Those with a language are taken in
 * English, else in whatever comes first. */
enum text {
    TEXT_KEY,
    TEXT_PROGRAM,
    TEXT_ORIGIN,
    TEXT_LOCATION,
    TEXT_AREA,
    TEXT_COUNTRY,
    TEXTS
};

static const struct {
    const char *parent;
    const char *element;
    enum text text;
} FIELDS[] = {
    {"sanctions-program", "program-key", TEXT_KEY},
    {"sanctions-program", "program-name", TEXT_PROGRAM},
    {"sanctions-program", "origin", TEXT_ORIGIN},
    {"place", "location", TEXT_LOCATION},
    {"place", "area", TEXT_AREA},
    {"place", "country", TEXT_COUNTRY},
};

struct first_pass {
    struct ch_tables *t;
    struct reading *r;
    size_t file;
    struct slice ssid; /* of the programme, place or target at work, in r->record */
    struct slice texts[TEXTS];
    struct slice set_ssid; /* of the set at work */
    struct slice code;     /* of the country at work */
    bool english;          /* the element at work is English, or has no language */
    size_t first_set;      /* of the programme at work */
    struct slice latest;   /* day of the target's latest change */
    bool delisted;         /* by that change */
};

/* ---- begin ---- */

static int begin_root(struct first_pass *p, struct xml_place *at, struct slice name,
                      const char *const *attributes)
{
    if (!slice_is(name, "swiss-sanctions-list")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not swiss-sanctions-list",
             SLICE_ARG(name));
    }
    struct slice type = xml_attribute(attributes, "list-type");
    if (slice_is(type, "amendment") && p->file == 0) {
        reading_tally(p->r, REMARK_WARNING, "amendment",
                      SLICE("the file holds changes only, not the whole list"));
    }
    return 0;
}

static void begin_top(struct first_pass *p, const char *const *attributes)
{
    struct slice nothing = {NULL, 0};
    arena_reset(&p->r->record);
    memset(p->texts, 0, sizeof p->texts);
    p->ssid = arena_copy(&p->r->record, xml_attribute(attributes, "ssid"));
    p->first_set = p->t->sets.n;
    p->latest = p->code = nothing;
    p->delisted = false;
}

/* The latest change of a target says whether it is listed.  Changes stand in the list from the
 * newest to the oldest, but not always; of one day the first counts. */
static void begin_modification(struct first_pass *p, const char *const *attributes)
{
    static const char *const DATES[] = {"effective-date", "enactment-date", "publication-date"};
    struct slice day = {NULL, 0};
    for (size_t i = 0; day.n == 0 && i < sizeof DATES / sizeof DATES[0]; i++) {
        day = xml_attribute(attributes, DATES[i]);
    }
    if (!p->latest.p || slice_cmp(day, p->latest) > 0) {
        p->latest = day.n ? arena_copy(&p->r->record, day) : SLICE("");
        p->delisted = slice_is(xml_attribute(attributes, "modification-type"), "de-listed");
    }
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct first_pass *p = context;
    size_t depth = xml_depth(at);
    if (depth == 1) {
        return begin_root(p, at, name, attributes);
    }
    if (depth == TOP_DEPTH) {
        begin_top(p, attributes);
    } else if (depth == FIELD_DEPTH && slice_is(name, "modification")) {
        begin_modification(p, attributes);
    } else if (depth == FIELD_DEPTH) {
        struct slice language = xml_attribute(attributes, "lang");
        p->english = language.n == 0 || slice_is(language, "eng");
        p->set_ssid = arena_copy(&p->r->record, xml_attribute(attributes, "ssid"));
        if (slice_is(name, "country")) {
            p->code = arena_copy(&p->r->record, xml_attribute(attributes, "iso-code"));
        }
    }
    return 0;
}

/* ---- end ---- */

static int no_memory(struct diag *diag)
{
    FAIL(diag, ERR_MEMORY, "no memory for the programmes and places of the list");
}

/* Enters `ssid`; *added says whether it is new. */
static int enter(struct first_pass *p, struct map *index, struct slice ssid, uint32_t value,
                 uint32_t *at, bool *added, struct diag *diag)
{
    ssid = ssid.n ? ssid : SLICE("-");
    *at = map_get(index, ssid);
    *added = *at == MAP_NONE;
    if (*added) {
        struct slice key = arena_copy(&p->r->kept, ssid);
        *at = arena_failed(&p->r->kept) ? MAP_NONE : map_put(index, key, value, NULL);
    }
    return *at == MAP_NONE ? no_memory(diag) : 0;
}

static int take_set(struct first_pass *p, struct slice text, struct diag *diag)
{
    uint32_t at;
    bool added;
    TRY(enter(p, &p->t->set_index, p->set_ssid, (uint32_t)p->t->sets.n, &at, &added, diag));
    if (added && !VEC_ADD(&p->t->sets)) {
        return no_memory(diag);
    }
    if (added || p->english) {
        p->t->sets.p[at].text = arena_copy(&p->r->kept, text);
    }
    return 0;
}

static int end_field(struct first_pass *p, struct xml_place *at, struct slice name,
                     struct slice text)
{
    struct slice parent = xml_ancestor(at, 1);
    if (slice_is(parent, "sanctions-program") && slice_is(name, "sanctions-set")) {
        return take_set(p, text, xml_diag(at));
    }
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (slice_is(parent, FIELDS[i].parent) && slice_is(name, FIELDS[i].element)) {
            struct slice *kept = &p->texts[FIELDS[i].text];
            *kept = kept->n == 0 || p->english ? arena_copy(&p->r->record, text) : *kept;
            return 0;
        }
    }
    if (!slice_is(parent, "target") && text.n) {
        reading_tally(p->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

static void end_program(struct first_pass *p)
{
    struct slice key = arena_copy(&p->r->kept, p->texts[TEXT_KEY]);
    struct slice program = arena_copy(&p->r->kept, p->texts[TEXT_PROGRAM]);
    struct slice origin = arena_copy(&p->r->kept, p->texts[TEXT_ORIGIN]);
    for (size_t i = p->first_set; i < p->t->sets.n; i++) {
        p->t->sets.p[i].key = key;
        p->t->sets.p[i].program = program;
        p->t->sets.p[i].origin = origin;
    }
}

static int end_place(struct first_pass *p, struct diag *diag)
{
    uint32_t at;
    bool added;
    TRY(enter(p, &p->t->place_index, p->ssid, (uint32_t)p->t->places.n, &at, &added, diag));
    struct ch_place *place = added ? VEC_ADD(&p->t->places) : &p->t->places.p[at];
    if (!place) {
        return no_memory(diag);
    }
    struct slice text = value_join(p->r, p->texts + TEXT_LOCATION, 3, ", ");
    struct slice country = p->code.n ? p->code : p->texts[TEXT_COUNTRY];
    *place = (struct ch_place){.text = arena_copy(&p->r->kept, text),
                               .country = arena_copy(&p->r->kept, country),
                               .only_country = p->texts[TEXT_LOCATION].n == 0 &&
                                               p->texts[TEXT_AREA].n == 0};
    return 0;
}

static int end_target(struct first_pass *p, struct diag *diag)
{
    uint32_t at;
    bool added;
    if (p->delisted) {
        reading_tally(p->r, REMARK_WARNING, "de_listed", SLICE("targets no longer listed"));
    }
    TRY(enter(p, &p->t->target_index, p->ssid, (uint32_t)p->t->targets.n, &at, &added, diag));
    struct ch_state *state = added ? VEC_ADD(&p->t->targets) : &p->t->targets.p[at];
    if (!state) {
        return no_memory(diag);
    }
    /* Of two in one file, one that is listed counts. */
    bool again = !added && state->file == p->file && state->listed;
    *state = (struct ch_state){p->file, again || !p->delisted};
    return 0;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct first_pass *p = context;
    size_t depth = xml_depth(at);
    if (depth == FIELD_DEPTH) {
        return end_field(p, at, name, text);
    }
    if (depth != TOP_DEPTH) {
        return 0;
    }
    if (slice_is(name, "sanctions-program")) {
        end_program(p);
    } else if (slice_is(name, "place")) {
        return end_place(p, xml_diag(at));
    } else if (slice_is(name, "target")) {
        return end_target(p, xml_diag(at));
    } else {
        reading_tally(p->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

/* ---- the tables ---- */

void ch_tables_init(struct ch_tables *t)
{
    *t = (struct ch_tables){.sets = {NULL, 0, 0}};
    map_init(&t->set_index, 0);
    map_init(&t->place_index, 0);
    map_init(&t->target_index, 0);
}

void ch_tables_release(struct ch_tables *t)
{
    map_release(&t->set_index);
    map_release(&t->place_index);
    map_release(&t->target_index);
    VEC_RELEASE(&t->targets);
    VEC_RELEASE(&t->sets);
    VEC_RELEASE(&t->places);
}

int ch_tables_read(struct ch_tables *t, struct reading *r, const char *path, size_t file,
                   struct diag *diag)
{
    struct first_pass p = {.t = t, .r = r, .file = file};
    struct xml_handler handler = {on_begin, on_end, &p};
    TRY(listing_read_xml_file(r, path, &handler, LISTING_FIRST_PASS, diag));
    return arena_failed(&r->kept) ? no_memory(diag) : 0;
}

const struct ch_set *ch_find_set(const struct ch_tables *t, struct slice ssid)
{
    uint32_t at = map_get(&t->set_index, ssid);
    return at == MAP_NONE ? NULL : &t->sets.p[at];
}

const struct ch_place *ch_find_place(const struct ch_tables *t, struct slice ssid)
{
    uint32_t at = map_get(&t->place_index, ssid);
    return at == MAP_NONE ? NULL : &t->places.p[at];
}

const struct ch_state *ch_find_target(const struct ch_tables *t, struct slice ssid)
{
    uint32_t at = map_get(&t->target_index, ssid);
    return at == MAP_NONE ? NULL : &t->targets.p[at];
}

bool ch_is_listed(const struct ch_tables *t, struct slice ssid)
{
    const struct ch_state *state = ch_find_target(t, ssid);
    return state && state->listed;
}
