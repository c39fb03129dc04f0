#include "lists/ofac_delta.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/num.h"
#include "lists/ofac_enhanced.h"
#include "lists/values.h"
#include "model/date.h"

/* What the delta says of one party. */
struct change {
    enum ofac_action action;
    struct slice number;
    bool seen;           /* the list has the party */
    struct entity party; /* of a change: values to be united; in the arena of the reading */
    struct entity sanction;
};

struct delta {
    struct snapshot snap;     /* the delta as a snapshot of its own */
    struct snapshot *list;    /* that it is laid over */
    bool alone;               /* there is no list */
    const char *const *older; /* the deltas that come before it */
    size_t older_count;
    const struct list_sink *out;
    struct reading r; /* of the delta */
    struct map index; /* number → position in changes */
    VEC(struct change) changes;
    struct arena memory;     /* of the entity of the list at work */
    struct list_counts gone; /* what the list has and is not handed out */
    uint64_t more_names;     /* that changes have put into entities of the list */
};

/* ---- the delta ---- */

/* Is the party of this kind of list?  A change that names none may be of either. */
static bool belongs(const struct ofac_record *rec)
{
    bool named = rec->on_sdn || rec->on_other;
    return !named || (rec->list == OFAC_LIST_SDN ? rec->on_sdn : rec->on_other);
}

static struct change *change_of(struct delta *d, struct slice number)
{
    bool added;
    number = arena_copy(&d->r.kept, number);
    uint32_t at = map_put(&d->index, number, (uint32_t)d->changes.n, &added);
    struct change *c = NULL;
    if (at != MAP_NONE) {
        c = added ? VEC_ADD(&d->changes) : &d->changes.p[at];
    }
    if (c) {
        c->number = number;
    }
    return c;
}

/* The values live on in the arena of the reading. */
static void keep_values(struct delta *d, struct entity *into, const struct entity *from)
{
    struct arena *kept = &d->r.kept;
    if (into->dataset_count == 0) {
        entity_init(into, from->schema, arena_copy(kept, from->id), slice_of(d->snap.dataset),
                    kept);
    }
    for (size_t i = 0; i < from->value_count; i++) {
        const struct value *v = &from->values[i];
        if (entity_add_noted(into, kept, v->prop, v->text, v->note) < 0) {
            d->r.trouble = ERR_LIMIT;
        }
    }
}

/* A change is no record of its own: the party's is in the list. */
static int take_change(struct delta *d, struct change *c, struct ofac_record *rec,
                       struct diag *diag)
{
    if (d->alone) {
        reading_refuse(&d->r, "change_alone", "a change to a party, without the list");
        return 0;
    }
    struct slice pieces[2] = {SLICE("ofac:"), rec->number};
    rec->d.party.id = value_join(&d->r, pieces, 2, "");
    ofac_record_fill(rec);
    if (reading_in_trouble(&d->r)) {
        return 0;
    }
    keep_values(d, &c->party, &rec->d.party);
    keep_values(d, &c->sanction, &rec->d.sanction);
    d->snap.counts.records--;
    return ofac_record_links(rec, diag);
}

static int take(void *context, struct ofac_record *rec, enum ofac_action action,
                struct diag *diag)
{
    struct delta *d = context;
    uint64_t number;
    if (!belongs(rec)) {
        reading_tally(&d->r, REMARK_WARNING, "other_list",
                      SLICE("parties of the delta that are of OFAC's other list"));
        d->snap.counts.records--;
        return 0;
    }
    if (action == OFAC_ADD || !parse_u64(rec->number, &number)) {
        TRY(ofac_record_end(rec, diag));
        if (!rec->taken) {
            return 0;
        }
    }
    struct change *c = change_of(d, rec->number);
    if (!c) {
        FAIL(diag, ERR_MEMORY, "no memory for the changes of the delta");
    }
    c->action = action;
    if (action == OFAC_CHANGE) {
        return take_change(d, c, rec, diag);
    }
    d->snap.counts.records -= action == OFAC_REMOVE;
    return 0;
}

/* ---- the list under it ---- */

/* The number in "ofac:7", "ofac:7#2", "ofac:7/sanction". */
static struct slice number_in(struct slice id)
{
    size_t from = slice_starts(id, "ofac:") ? 5 : 0;
    size_t to = from;
    while (to < id.n && id.p[to] != '/' && id.p[to] != '#') {
        to++;
    }
    return slice_cut(id, from, to);
}

static uint64_t names_of(const struct entity *e)
{
    uint64_t names = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        names += property_type(e->values[i].prop) == TYPE_NAME;
    }
    return names;
}

static void remark(struct delta *d, enum remark_kind kind, const char *code,
                   struct slice number, const char *words)
{
    char id[64];
    int n = snprintf(id, sizeof id, "ofac:%.*s", SLICE_ARG(number));
    struct remark r = {.kind = kind,
                       .file = d->snap.files[0].path,
                       .record = {id, n > 0 && n < (int)sizeof id ? (size_t)n : 0},
                       .code = code,
                       .text = words,
                       .count = 1};
    d->snap.counts.remarks[kind]++;
    d->out->remark(d->out->context, &r);
}

/* Not handed out. */
static void leave_out(struct delta *d, const struct change *c, const struct entity *e)
{
    d->gone.entities++;
    d->gone.names += names_of(e);
    if (slice_find(e->id, 0, "/") < e->id.n) {
        return;
    }
    bool removed = c->action == OFAC_REMOVE;
    char words[64];
    (void)snprintf(words, sizeof words, "%s by the delta of %s",
                   removed ? "taken off the list" : "replaced", d->snap.date);
    d->gone.records++;
    d->gone.read++;
    remark(d, REMARK_SUPERSEDED, removed ? "taken_out" : "replaced", c->number, words);
}

/* A copy of the entity of the list with the values of the change. */
static int hand_out_united(struct delta *d, const struct entity *e, const struct entity *more,
                           struct diag *diag)
{
    struct entity united = *e;
    arena_reset(&d->memory);
    united.value_room = e->value_count + more->value_count;
    united.values = ARENA_ARRAY(&d->memory, struct value, united.value_room);
    if (!united.values) {
        FAIL(diag, ERR_MEMORY, "no memory for a changed party");
    }
    if (e->value_count) {
        memcpy(united.values, e->values, e->value_count * sizeof *united.values);
    }
    for (size_t i = 0; i < more->value_count; i++) {
        const struct value *v = &more->values[i];
        /* The name of the list stays the main one. */
        enum property prop = v->prop == PROP_NAME ? PROP_ALIAS : v->prop;
        if (entity_add_noted(&united, &d->memory, prop, v->text, v->note) == ERR_MEMORY) {
            FAIL(diag, ERR_MEMORY, "no memory for a changed party");
        }
    }
    d->more_names += names_of(&united) - names_of(e);
    return d->out->entity(d->out->context, &united, diag);
}

static int on_entity(void *context, const struct entity *e, struct diag *diag)
{
    struct delta *d = context;
    uint32_t at = map_get(&d->index, number_in(e->id));
    if (at == MAP_NONE) {
        return d->out->entity(d->out->context, e, diag);
    }
    struct change *c = &d->changes.p[at];
    c->seen = true;
    if (c->action != OFAC_CHANGE) {
        leave_out(d, c, e);
        return 0;
    }
    bool party = slice_eq(e->id, c->party.id);
    bool sanction = e->schema == SCHEMA_SANCTION;
    if (!party && !sanction) {
        return d->out->entity(d->out->context, e, diag);
    }
    return hand_out_united(d, e, party ? &c->party : &c->sanction, diag);
}

static void on_remark(void *context, const struct remark *r)
{
    struct delta *d = context;
    d->out->remark(d->out->context, r);
}

static void on_position(void *context, uint64_t read, uint64_t size)
{
    struct delta *d = context;
    if (d->out->position) {
        d->out->position(d->out->context, read, size);
    }
}

/* ---- both ---- */

static void add_counts(struct delta *d)
{
    struct list_counts *c = &d->list->counts;
    const struct list_counts *added = &d->snap.counts;
    c->records += added->records - d->gone.records;
    c->read += added->read - d->gone.read;
    c->refused += added->refused;
    c->entities += added->entities - d->gone.entities;
    c->names += added->names + d->more_names - d->gone.names;
    for (size_t i = 0; i < REMARK_KINDS; i++) {
        c->remarks[i] += added->remarks[i];
    }
    d->list->hash = hash_mix(d->list->hash, d->snap.hash);
    memcpy(d->list->date, d->snap.date, sizeof d->list->date);
}

/* OFAC publishes every few days: a longer gap means that something between is missing. */
static void say_gap(struct delta *d)
{
    enum { USUAL_DAYS = 7 };
    struct date list;
    struct date delta;
    if (!date_parse(slice_of(d->list->date), true, &list) ||
        !date_parse(slice_of(d->snap.date), true, &delta)) {
        return;
    }
    int days = (int)(date_first_day(&delta) - date_first_day(&list));
    if (days > USUAL_DAYS) {
        d->r.line = 0;
        d->r.id = (struct slice){NULL, 0};
        reading_remark(&d->r, REMARK_WARNING, "delta_gap",
                       "%d days behind what it is laid over, of %s: what was published between "
                       "is missing; take the whole list",
                       days, d->list->date);
    }
}

static int read_list_under(struct delta *d, struct diag *diag)
{
    const struct list_sink sink = {d, on_entity, on_remark, on_position};
    TRY(ofac_delta_read(d->list, d->older, d->older_count, &sink, diag));
    say_gap(d);
    for (size_t i = 0; i < d->changes.n; i++) {
        const struct change *c = &d->changes.p[i];
        if (!c->seen && c->action != OFAC_ADD) {
            remark(d, REMARK_WARNING, "not_on_list", c->number,
                   c->action == OFAC_REMOVE
                       ? "taken off a list that does not have it"
                       : "a change to a party that the list does not have");
        }
    }
    return 0;
}

static void say_alone(struct delta *d)
{
    size_t removed = 0;
    for (size_t i = 0; i < d->changes.n; i++) {
        removed += d->changes.p[i].action == OFAC_REMOVE;
    }
    d->r.line = 0;
    d->r.id = (struct slice){NULL, 0};
    reading_remark(
        &d->r, REMARK_WARNING, "delta_alone",
        "a delta without the list that it changes: of it only what it adds (it takes "
        "out %zu)",
        removed);
}

/* By its date alone the list is older; whether it is, only the user knows. */
static void say_undated(struct delta *d)
{
    d->r.line = 0;
    d->r.id = (struct slice){NULL, 0};
    reading_remark(&d->r, REMARK_WARNING, "undated_list",
                   "laid over a list of unknown date: is that one older than %s?",
                   d->snap.date);
}

static int apply(struct delta *d, struct diag *diag)
{
    reading_init(&d->r, &d->snap, d->out);
    map_init(&d->index, 0);
    arena_init(&d->memory, RECORD_ARENA_MAX);
    int result = ofac_enhanced_each(&d->r, take, d, diag);
    if (result == 0 && !d->snap.date[0]) {
        result = diag_set(diag, ERR_FORMAT, "a delta that does not say of which day it is");
        result = reading_failed(&d->r, result, diag);
    }
    if (result == 0 && d->alone) {
        say_alone(d);
        d->list->counts = (struct list_counts){0};
        d->list->hash = 0;
    } else if (result == 0) {
        if (!d->list->date[0]) {
            say_undated(d);
        }
        result = read_list_under(d, diag);
    }
    reading_end(&d->r);
    if (result == 0) {
        add_counts(d);
    }
    arena_release(&d->memory);
    map_release(&d->index);
    VEC_RELEASE(&d->changes);
    return result;
}

static const char *main_of(const struct snapshot *snap)
{
    for (size_t i = 0; i < snap->file_count; i++) {
        if (strcmp(snap->files[i].role, OFAC_MAIN_ROLE) == 0) {
            return snap->files[i].path;
        }
    }
    return NULL;
}

/* A delta that says nothing that the list does not say. */
static void say_not_newer(const struct delta *d, const char *path)
{
    char words[96];
    (void)snprintf(words, sizeof words, "a delta of %s, and the list is of %s", d->snap.date,
                   d->list->date);
    struct remark r = {.kind = REMARK_SUPERSEDED,
                       .file = path,
                       .code = "delta_not_newer",
                       .text = words,
                       .count = 1};
    d->list->counts.remarks[REMARK_SUPERSEDED]++;
    d->out->remark(d->out->context, &r);
}

int ofac_delta_read(struct snapshot *snap, const char *const *deltas, size_t count,
                    const struct list_sink *sink, struct diag *diag)
{
    if (count == 0) {
        return ofac_read_main(snap, sink, diag);
    }
    const char *newest = deltas[count - 1];
    const char *list = main_of(snap);
    struct delta d = {.snap = *snap,
                      .list = snap,
                      .alone = !list,
                      .older = deltas,
                      .older_count = count - 1,
                      .out = sink};
    d.snap.files[0] = (struct list_file){newest, OFAC_DELTA_ROLE};
    d.snap.file_count = 1;
    d.snap.date[0] = '\0';
    TRY(ofac_date_of_file(newest, d.snap.date, diag));
    if (list && !snap->date[0]) {
        TRY(ofac_date_of_file(list, snap->date, diag));
    }
    if (list && d.snap.date[0] && strcmp(d.snap.date, snap->date) <= 0) {
        TRY(ofac_delta_read(snap, deltas, count - 1, sink, diag));
        say_not_newer(&d, newest);
        return 0;
    }
    return apply(&d, diag);
}
