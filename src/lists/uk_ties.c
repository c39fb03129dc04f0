/*
 * uk_ties - links between designations of the UK sanctions list.
 *
 * Every name and number of the list is noted with the record that bears it; ties are resolved
 * when all are known.  A name that two records bear is nobody's.
 */
#include "lists/uk_record.h"

enum { NAME_MAX_BYTES = 512, RECORD_TIES_MAX = 1000 };

/* Letters in lower case, runs of blanks as one, no full stop at the end; in `room`. */
static struct slice folded(struct slice name, char room[NAME_MAX_BYTES])
{
    size_t n = 0;
    name = listing_trim(name);
    while (name.n && name.p[name.n - 1] == '.') {
        name = slice_cut(name, 0, name.n - 1);
    }
    for (size_t i = 0; i < name.n && n < NAME_MAX_BYTES; i++) {
        bool blank = ascii_is_space(name.p[i]);
        if (!blank || (n && room[n - 1] != ' ')) {
            room[n++] = blank ? ' ' : ascii_lower(name.p[i]);
        }
    }
    return (struct slice){room, n};
}

static int note(struct uk_record *uk, struct slice name, struct slice id)
{
    char room[NAME_MAX_BYTES];
    struct uk_ties *t = &uk->ties;
    struct slice key = folded(name, room);
    uint32_t at = map_get(&t->names, key);
    if (at != MAP_NONE) {
        if (!slice_eq(t->ids.p[at], id)) {
            t->ids.p[at] = (struct slice){NULL, 0};
        }
        return 0;
    }
    struct slice *kept = VEC_ADD(&t->ids);
    if (!kept) {
        return ERR_MEMORY;
    }
    *kept = id;
    key = arena_copy(&uk->r.kept, key);
    at = map_put(&t->names, key, (uint32_t)(t->ids.n - 1), NULL);
    return at == MAP_NONE || arena_failed(&uk->r.kept) ? ERR_MEMORY : 0;
}

static bool has_tie(const struct uk_ties *t, enum uk_tie_kind kind, struct slice other)
{
    for (size_t i = t->record_start; i < t->ties.n; i++) {
        if (t->ties.p[i].kind == kind && slice_eq(t->ties.p[i].other, other)) {
            return true;
        }
    }
    return false;
}

void uk_tie(struct uk_record *uk, enum uk_tie_kind kind, struct slice other)
{
    struct uk_ties *ties = &uk->ties;
    if (ties->ties.n - ties->record_start >= RECORD_TIES_MAX) {
        reading_tally(&uk->r, REMARK_WARNING, "too_many_ties", uk->number);
        return;
    }
    if (has_tie(ties, kind, other)) {
        return;
    }
    struct uk_tie *t = VEC_ADD(&ties->ties);
    if (t) {
        *t = (struct uk_tie){
            .other = arena_copy(&uk->r.kept, other), .kind = kind, .line = uk->r.line};
    }
}

int uk_ties_settle(struct uk_record *uk, struct diag *diag)
{
    struct uk_ties *t = &uk->ties;
    if (!uk->listing.taken) {
        t->ties.n = t->record_start;
        return 0;
    }
    struct slice id = arena_copy(&uk->r.kept, uk->listing.party.id);
    for (size_t i = t->record_start; i < t->ties.n; i++) {
        t->ties.p[i].party = id;
    }
    int result = note(uk, uk->number, id);
    for (const struct listed_name *n = uk->listing.names; result == 0 && n; n = n->next) {
        result = note(uk, n->text, id);
    }
    return result == 0 ? 0 : diag_set(diag, ERR_MEMORY, "no memory for the names of the list");
}

/* ---- links ---- */

static const struct {
    enum schema schema;
    enum property from, to; /* the party, and the other */
    const char *part;       /* of the id */
    const char *role;
} LINKS[] = {
    [UK_PARENT] = {SCHEMA_OWNERSHIP, PROP_ASSET, PROP_OWNER, "parent", "Parent company"},
    [UK_SUBSIDIARY] = {SCHEMA_OWNERSHIP, PROP_OWNER, PROP_ASSET, "subsidiary", "Subsidiary"},
    [UK_OWNER] = {SCHEMA_OWNERSHIP, PROP_ASSET, PROP_OWNER, "owner",
                  "Current owner or operator"},
    [UK_FORMER_OWNER] = {SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT, "former-owner",
                         "Previous owner or operator"},
    [UK_NAMED] = {SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT, "named",
                  "Named in the statement of reasons"},
};

/* The one party of that name or number, or the empty slice. */
static struct slice find(const struct uk_record *uk, struct slice other)
{
    char room[NAME_MAX_BYTES];
    uint32_t at = map_get(&uk->ties.names, folded(other, room));
    return at == MAP_NONE ? (struct slice){NULL, 0} : uk->ties.ids.p[at];
}

/* Two names of one party make one link. */
static bool is_linked(const struct uk_record *uk, size_t i, struct slice other)
{
    const struct uk_tie *ties = uk->ties.ties.p;
    for (size_t k = i; k > 0 && slice_eq(ties[k - 1].party, ties[i].party); k--) {
        if (ties[k - 1].kind == ties[i].kind && slice_eq(find(uk, ties[k - 1].other), other)) {
            return true;
        }
    }
    return false;
}

static int emit_link(struct uk_record *uk, const struct uk_tie *tie, struct slice other,
                     struct diag *diag)
{
    struct entity e;
    arena_reset(&uk->r.record);
    uk->r.line = tie->line;
    struct slice head = reading_part_id(&uk->r, tie->party, LINKS[tie->kind].part);
    struct slice pieces[2] = {head, slice_cut(other, 3, other.n)};
    value_new_entity(&uk->r, &e, LINKS[tie->kind].schema, value_join(&uk->r, pieces, 2, "/"));
    value_put(&uk->r, &e, LINKS[tie->kind].from, tie->party);
    value_put(&uk->r, &e, LINKS[tie->kind].to, other);
    value_put_word(&uk->r, &e, PROP_ROLE, LINKS[tie->kind].role);
    return reading_emit(&uk->r, &e, diag);
}

int uk_ties_end(struct uk_record *uk, struct diag *diag)
{
    struct uk_ties *t = &uk->ties;
    for (size_t i = 0; i < t->ties.n; i++) {
        struct slice other = find(uk, t->ties.p[i].other);
        if (other.n && !slice_eq(other, t->ties.p[i].party) && !is_linked(uk, i, other)) {
            TRY(emit_link(uk, &t->ties.p[i], other, diag));
        }
    }
    return 0;
}
