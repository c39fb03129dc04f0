/*
 * senzing - parties in Senzing's generic entity specification, one JSON object a line:
 *
 *   {"DATA_SOURCE":"X","RECORD_ID":"1","RECORD_TYPE":"PERSON","PRIMARY_NAME_LAST":"Doe",…}
 *   {…,"NAMES":[{"NAME_TYPE":"PRIMARY","NAME_FULL":"Jane Doe"}],"ADDRESSES":[{…}],…}
 *   {…,"FEATURES":[{"RECORD_TYPE":"PERSON"},{"NAME_FULL":"Jane Doe"},{"DATE_OF_BIRTH":…}]}
 *
 * Loaded as NAME=PATH; a record's id is NAME, a colon and RECORD_ID.  Dates with slashes have
 * the month first.  Relations point at anchors of other records: they are held until the end and
 * become links between the records that have been read.
 */
#include <stdio.h>
#include <string.h>

#include "format/json_reader.h"
#include "lists/dates_text.h"
#include "lists/listing.h"
#include "lists/readers.h"
#include "lists/senzing_fields.h"
#include "model/country.h"

enum { GROUPS_MAX = 32, DEPTH_MAX = 4, ID_MAX = 512 };

/* What one family says in one object, under one usage word. */
struct group {
    const struct senzing_field *first; /* the field by which it began */
    struct slice usage;
    struct slice parts[PARTS]; /* borrowed from the line */
};

/* A relation that waits for the anchors. */
struct pointer {
    struct slice from; /* record id; all text in r.kept */
    struct slice anchor;
    struct slice role;
    uint64_t line;
    struct pointer *next;
};

struct senzing {
    struct reading r;
    struct listing l;
    struct slice type; /* RECORD_TYPE, or empty */
    bool has_person_name;
    bool has_org_name;
    struct group groups[GROUPS_MAX];
    size_t group_from; /* where those of the object at work begin */
    size_t group_count;
    struct slice anchors[GROUPS_MAX]; /* "domain\nkey" of the record at work */
    size_t anchor_count;
    struct pointer *record_pointers; /* of the record at work, in r.record */
    struct pointer *pointers;        /* of those handed out, in r.kept, last first */
    struct map anchor_index;         /* anchor → position in records */
    VEC(struct slice) records;
};

/* ---- groups ---- */

/* "NATIONAL_ID" of "NATIONAL_ID_NUMBER". */
static struct slice word_of(const struct senzing_field *f)
{
    const char *last = strrchr(f->attribute, '_');
    return (struct slice){f->attribute, last ? (size_t)(last - f->attribute) : 0};
}

static bool same_group(const struct group *g, const struct senzing_field *f, struct slice usage)
{
    bool same = g->first->family == f->family && slice_eq(g->usage, usage);
    return same && (f->family != SENZING_DOCUMENT || slice_eq(word_of(g->first), word_of(f)));
}

static struct group *group_of(struct senzing *z, const struct senzing_field *f,
                              struct slice usage)
{
    for (size_t i = z->group_from; i < z->group_count; i++) {
        if (same_group(&z->groups[i], f, usage)) {
            return &z->groups[i];
        }
    }
    if (z->group_count == GROUPS_MAX) {
        z->r.trouble = z->r.trouble ? z->r.trouble : ERR_LIMIT;
        return &z->groups[0];
    }
    struct group *g = &z->groups[z->group_count++];
    *g = (struct group){.first = f, .usage = usage};
    return g;
}

/* ---- values ---- */

static void put_name(struct senzing *z, const struct group *g)
{
    const struct slice *part = g->parts;
    struct slice pieces[4] = {part[PART_FIRST], part[PART_MIDDLE], part[PART_LAST],
                              part[PART_SUFFIX]};
    struct slice type = part[PART_TYPE].n ? part[PART_TYPE] : g->usage;
    bool main = type.n == 0 || slice_eq_nocase(type, SLICE("primary"));
    bool plain =
        main || slice_eq_nocase(type, SLICE("alias")) || slice_eq_nocase(type, SLICE("aka"));
    struct slice note = plain ? (struct slice){NULL, 0} : type;
    enum property prop = main ? PROP_NAME : PROP_ALIAS;
    bool former = slice_eq_nocase(type, SLICE("former")) ||
                  slice_eq_nocase(type, SLICE("previous")) ||
                  slice_eq_nocase(type, SLICE("maiden"));
    prop = former ? PROP_PREVIOUS_NAME : prop;
    struct slice joined = value_join(&z->r, pieces, 4, " ");
    listing_name(&z->l, prop, part[PART_ORG], note, 0);
    listing_name(&z->l, prop, part[PART_FULL], note, 0);
    listing_name(&z->l, prop, joined, note, 0);
    if (main) {
        value_put(&z->r, &z->l.party, PROP_FIRST_NAME, part[PART_FIRST]);
        value_put(&z->r, &z->l.party, PROP_MIDDLE_NAME, part[PART_MIDDLE]);
        value_put(&z->r, &z->l.party, PROP_LAST_NAME, part[PART_LAST]);
    }
    value_put(&z->r, &z->l.party, PROP_TITLE, part[PART_PREFIX]);
    z->has_org_name |= part[PART_ORG].n > 0;
    z->has_person_name |= part[PART_FIRST].n > 0 || part[PART_LAST].n > 0;
}

static void put_address(struct senzing *z, const struct group *g)
{
    const struct slice *part = g->parts;
    struct slice type = part[PART_TYPE].n ? part[PART_TYPE] : g->usage;
    struct slice place =
        value_join(&z->r, part + PART_LINE_1, PART_COUNTRY - PART_LINE_1 + 1, ", ");
    value_put_noted(&z->r, &z->l.party, PROP_ADDRESS, part[PART_FULL], type);
    value_put_noted(&z->r, &z->l.party, PROP_ADDRESS, place, type);
    value_put(&z->r, &z->l.party, PROP_COUNTRY, part[PART_COUNTRY]);
}

static void put_document(struct senzing *z, const struct group *g)
{
    static const struct {
        const char *type;
        enum property prop;
    } TYPES[] = {{"INN", PROP_INN_CODE},
                 {"OGRN", PROP_OGRN_CODE},
                 {"VAT", PROP_VAT_CODE},
                 {"REGISTRATION_NUMBER", PROP_REGISTRATION_NUMBER},
                 {"registrationNumber", PROP_REGISTRATION_NUMBER}};
    struct slice country =
        g->parts[PART_COUNTRY].n ? g->parts[PART_COUNTRY] : g->parts[PART_STATE];
    struct slice code = country_code(country);
    enum property prop = g->first->prop;
    struct slice type = g->parts[PART_TYPE];
    country = code.n ? code : country;
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        prop = slice_is(type, TYPES[i].type) ? TYPES[i].prop : prop;
    }
    value_put_noted(&z->r, &z->l.party, prop, g->parts[PART_FULL], country);
    if (type.n && prop == g->first->prop) {
        struct slice pieces[3] = {type, g->parts[PART_FULL], country};
        value_put_joined(&z->r, &z->l.party, PROP_NOTES, pieces, 3, " ");
    }
}

static struct slice anchor_of(struct senzing *z, struct slice domain, struct slice key)
{
    struct slice pieces[2] = {domain, key};
    return value_join(&z->r, pieces, 2, "\n");
}

static void put_link(struct senzing *z, const struct group *g)
{
    const struct slice *part = g->parts;
    if (part[PART_ANCHOR_KEY].n && z->anchor_count < GROUPS_MAX) {
        z->anchors[z->anchor_count++] =
            anchor_of(z, part[PART_ANCHOR_DOMAIN], part[PART_ANCHOR_KEY]);
    }
    struct pointer *p =
        part[PART_POINTER_KEY].n ? ARENA_NEW(&z->r.record, struct pointer) : NULL;
    if (p) {
        p->anchor = anchor_of(z, part[PART_POINTER_DOMAIN], part[PART_POINTER_KEY]);
        p->role = part[PART_POINTER_ROLE];
        p->next = z->record_pointers;
        z->record_pointers = p;
    }
}

static void put_value(struct senzing *z, enum property prop, struct slice text)
{
    if (property_type(prop) == TYPE_DATE) {
        dates_put_month_first(&z->r, &z->l.party, prop, text);
    } else if (prop == PROP_BIRTH_PLACE) {
        value_put_birth_place(&z->r, &z->l.party, text);
    } else {
        value_put(&z->r, &z->l.party, prop, text);
    }
}

static void end_groups(struct senzing *z)
{
    for (size_t i = z->group_from; i < z->group_count; i++) {
        const struct group *g = &z->groups[i];
        switch (g->first->family) {
        case SENZING_NAME:
            put_name(z, g);
            break;
        case SENZING_ADDRESS:
            put_address(z, g);
            break;
        case SENZING_DOCUMENT:
            put_document(z, g);
            break;
        case SENZING_LINK:
            put_link(z, g);
            break;
        case SENZING_VALUE:
        case SENZING_KNOWN:
            break;
        }
    }
    z->group_count = z->group_from;
}

/* ---- objects ---- */

static void take_scalar(struct senzing *z, struct slice key, struct slice text)
{
    struct slice usage = {NULL, 0};
    const struct senzing_field *f = senzing_field_find(key, &usage);
    if (slice_is(key, "RECORD_TYPE")) {
        z->type = text;
    }
    if (!f) {
        reading_tally(&z->r, REMARK_UNMAPPED, "attribute", key);
    } else if (f->family == SENZING_VALUE) {
        put_value(z, f->prop, text);
    } else if (f->family != SENZING_KNOWN) {
        group_of(z, f, usage)->parts[f->part] = text;
    }
}

/* Numbers are printed into the arena: the groups hold on to them. */
static struct slice scalar_of(struct senzing *z, const struct json_value *v)
{
    char room[JSON_SCALAR_TEXT];
    struct slice text = json_scalar(v, room);
    return json_kind(v) == JSON_KIND_TEXT ? slice_trim(text) : arena_copy(&z->r.record, text);
}

/* An object is a set of values of its own; objects and lists in it likewise. */
static void take_object(struct senzing *z, const struct json_value *object, unsigned depth)
{
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *v;
    size_t outer = z->group_from;
    z->group_from = z->group_count;
    while (json_next_member(object, &cursor, &key, &v)) {
        enum json_kind kind = json_kind(v);
        if (kind == JSON_KIND_OBJECT && depth) {
            take_object(z, v, depth - 1);
        } else if (kind == JSON_KIND_ARRAY && depth) {
            for (size_t i = 0; i < json_item_count(v); i++) {
                const struct json_value *item = json_item(v, i);
                if (json_kind(item) == JSON_KIND_OBJECT) {
                    take_object(z, item, depth - 1);
                } else {
                    take_scalar(z, key, scalar_of(z, item));
                }
            }
        } else if (kind != JSON_KIND_NULL && kind != JSON_KIND_OBJECT &&
                   kind != JSON_KIND_ARRAY) {
            take_scalar(z, key, scalar_of(z, v));
        } else if (kind != JSON_KIND_NULL) {
            reading_tally(&z->r, REMARK_UNMAPPED, "attribute", key);
        }
    }
    end_groups(z);
    z->group_from = outer;
}

/* ---- records ---- */

static enum schema schema_of(const struct senzing *z)
{
    static const struct {
        const char *type;
        enum schema schema;
    } TYPES[] = {{"PERSON", SCHEMA_PERSON},   {"ORGANIZATION", SCHEMA_ORGANIZATION},
                 {"VESSEL", SCHEMA_VESSEL},   {"AIRCRAFT", SCHEMA_AIRPLANE},
                 {"VEHICLE", SCHEMA_VEHICLE}, {"COMPANY", SCHEMA_COMPANY}};
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_eq_nocase(z->type, slice_of(TYPES[i].type))) {
            return TYPES[i].schema;
        }
    }
    if (z->has_person_name && !z->has_org_name) {
        return SCHEMA_PERSON;
    }
    return z->has_org_name && !z->has_person_name ? SCHEMA_ORGANIZATION : SCHEMA_LEGAL_ENTITY;
}

/* Remembers under which anchors the record is known, and where it points. */
static int keep_links(struct senzing *z, struct slice id, struct diag *diag)
{
    struct arena *kept = &z->r.kept;
    struct slice record = arena_copy(kept, id);
    uint32_t at = (uint32_t)z->records.n;
    struct slice *slot = z->anchor_count ? VEC_ADD(&z->records) : NULL;
    for (size_t i = 0; slot && i < z->anchor_count; i++) {
        struct slice anchor = arena_copy(kept, z->anchors[i]);
        if (map_put(&z->anchor_index, anchor, at, NULL) == MAP_NONE) {
            slot = NULL;
        }
    }
    if (slot) {
        *slot = record;
    }
    for (const struct pointer *p = z->record_pointers; p; p = p->next) {
        struct pointer *copy = ARENA_NEW(kept, struct pointer);
        if (copy) {
            *copy = (struct pointer){record, arena_copy(kept, p->anchor),
                                     arena_copy(kept, p->role), z->r.line, z->pointers};
            z->pointers = copy;
        }
    }
    if (arena_failed(kept) || (z->anchor_count && !slot)) {
        FAIL(diag, ERR_MEMORY, "no memory for the relations of the list");
    }
    return 0;
}

static const char *fault_of(const struct json_line *line)
{
    if (line->state == JSON_LINE_BAD) {
        return line->code;
    }
    if (json_kind(line->value) != JSON_KIND_OBJECT) {
        return "no_object";
    }
    char room[JSON_SCALAR_TEXT];
    struct slice text = slice_trim(json_scalar(json_member(line->value, "RECORD_ID"), room));
    return text.n == 0 || text.n > ID_MAX ? "no_id" : NULL;
}

static struct listed_name *best_name(struct senzing *z)
{
    for (struct listed_name *n = z->l.names; n; n = n->next) {
        if (n->prop == PROP_NAME) {
            return n;
        }
    }
    return z->l.names;
}

static int hand_out(struct senzing *z, struct slice record_id, struct diag *diag)
{
    struct slice pieces[2] = {slice_of(z->r.snap->dataset), record_id};
    struct slice id = value_join(&z->r, pieces, 2, ":");
    struct listed_name *name = best_name(z);
    if (!name) {
        z->r.id = id;
        reading_refuse(&z->r, "no_name", "a record without a name");
        return 0;
    }
    name->prop = PROP_NAME;
    TRY(reading_id(&z->r, id, name->text, &z->l.party.id, diag));
    for (const struct listed_name *n = z->l.names; n; n = n->next) {
        value_put_noted(&z->r, &z->l.party, n->prop, n->text, n->note);
    }
    z->l.party.schema = schema_of(z);
    if (reading_in_trouble(&z->r)) {
        return 0;
    }
    TRY(reading_emit(&z->r, &z->l.party, diag));
    reading_taken(&z->r);
    return keep_links(z, z->l.party.id, diag);
}

static int take_line(struct senzing *z, const struct json_line *line, struct diag *diag)
{
    listing_begin(&z->l, &z->r, line->line);
    z->type = (struct slice){NULL, 0};
    z->has_person_name = z->has_org_name = false;
    z->group_from = z->group_count = z->anchor_count = 0;
    z->record_pointers = NULL;
    const char *fault = fault_of(line);
    if (fault) {
        reading_refuse(&z->r, fault, "%s",
                       line->state == JSON_LINE_BAD ? line->why.text : "no Senzing record");
        return 0;
    }
    take_object(z, line->value, DEPTH_MAX);
    return hand_out(z, scalar_of(z, json_member(line->value, "RECORD_ID")), diag);
}

/* ---- relations ---- */

static int emit_link(struct senzing *z, const struct pointer *p, struct slice to, size_t number,
                     struct diag *diag)
{
    struct entity e;
    char part[32];
    arena_reset(&z->r.record);
    z->r.line = p->line;
    (void)snprintf(part, sizeof part, "linked/%zu", number);
    value_new_entity(&z->r, &e, SCHEMA_UNKNOWN_LINK, reading_part_id(&z->r, p->from, part));
    value_put(&z->r, &e, PROP_SUBJECT, p->from);
    value_put(&z->r, &e, PROP_OBJECT, to);
    value_put(&z->r, &e, PROP_ROLE, p->role);
    return reading_emit(&z->r, &e, diag);
}

static int end_links(struct senzing *z, struct diag *diag)
{
    size_t number = 0;
    const struct pointer *before = NULL;
    z->r.trouble = 0;
    for (const struct pointer *p = z->pointers; p; before = p, p = p->next) {
        number = before && slice_eq(before->from, p->from) ? number + 1 : 1;
        uint32_t at = map_get(&z->anchor_index, p->anchor);
        if (at == MAP_NONE) {
            z->r.id = p->from;
            z->r.line = p->line;
            reading_remark(&z->r, REMARK_ORPHAN, "no_anchor",
                           "a relation to a record not read");
        } else {
            TRY(emit_link(z, p, z->records.p[at], number, diag));
        }
    }
    return 0;
}

/* ---- the file ---- */

static int read_lines(struct senzing *z, struct json_lines *lines, struct diag *diag)
{
    for (;;) {
        struct json_line line;
        TRY(json_lines_next(lines, &line, diag));
        if (line.state == JSON_LINE_END) {
            return end_links(z, diag);
        }
        if (line.state == JSON_LINE_BAD && line.no_line_end) {
            if (diag) {
                diag->line = line.line;
            }
            FAIL(diag, ERR_CUT, "ends in the middle of a line");
        }
        TRY(take_line(z, &line, diag));
    }
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct senzing z = {.group_count = 0};
    struct input *in = NULL;
    struct json_lines *lines = NULL;
    reading_init(&z.r, snap, sink);
    map_init(&z.anchor_index, 0);
    int result = reading_open(&z.r, snap->files[0].path, &in, diag);
    if (result == 0) {
        result = json_lines_open(&lines, input_pull(in), diag);
    }
    if (result == 0) {
        result = read_lines(&z, lines, diag);
    }
    if (result == 0) {
        reading_hash(&z.r, in);
    }
    json_lines_close(lines);
    reading_close(&z.r, in);
    result = reading_failed(&z.r, result, diag);
    VEC_RELEASE(&z.records);
    map_release(&z.anchor_index);
    reading_end(&z.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    struct slice head = slice_trim(probe->head);
    struct slice line = slice_next(&head, '\n');
    bool ours = line.n && line.p[0] == '{' && slice_find(line, 0, "\"RECORD_ID\"") < line.n &&
                (slice_find(line, 0, "NAME_") < line.n ||
                 slice_find(line, 0, "\"RECORD_TYPE\"") < line.n ||
                 slice_find(line, 0, "\"DATA_SOURCE\"") < line.n);
    return ours ? "senzing" : NULL;
}

const struct list_reader SENZING_LINES = {
    .kind = "senzing",
    .dataset = NULL,
    .title = "Senzing records",
    .recognise = recognise,
    .read = read_list,
};
