#include "lists/listing.h"

#include <string.h>

#include "base/hash.h"
#include "model/date.h"

void listing_begin(struct listing *l, struct reading *r, uint64_t line)
{
    reading_record(r, line);
    l->r = r;
    l->sanction_count = 0;
    l->names = NULL;
    l->last_name = &l->names;
    l->name_count = 0;
    l->taken = false;
    value_new_entity(r, &l->party, SCHEMA_LEGAL_ENTITY, (struct slice){NULL, 0});
}

void listing_overflow(struct listing *l)
{
    l->r->trouble = l->r->trouble ? l->r->trouble : ERR_LIMIT;
}

/* ---- sanctions ---- */

struct entity *listing_sanction(struct listing *l, struct slice key)
{
    key = listing_trim(key);
    for (size_t i = 0; i < l->sanction_count; i++) {
        if (slice_eq(l->sanctions[i].key, key)) {
            return &l->sanctions[i].entity;
        }
    }
    if (l->sanction_count == LISTING_SANCTIONS_MAX) {
        listing_overflow(l);
        return &l->sanctions[LISTING_SANCTIONS_MAX - 1].entity;
    }
    struct listed_sanction *s = &l->sanctions[l->sanction_count++];
    s->key = arena_copy(&l->r->record, key);
    value_new_entity(l->r, &s->entity, SCHEMA_SANCTION, (struct slice){NULL, 0});
    return &s->entity;
}

void listing_put_both(struct listing *l, struct entity *sanction, enum property prop,
                      struct slice text)
{
    value_put(l->r, &l->party, prop, text);
    value_put(l->r, sanction, prop, text);
}

void listing_put_sanctions(struct listing *l, enum property prop, struct slice text,
                           struct slice note)
{
    for (size_t i = 0; i < l->sanction_count; i++) {
        value_put_noted(l->r, &l->sanctions[i].entity, prop, text, note);
    }
}

/* ---- names ---- */

/* A weak name, or a former one, that comes again without that becomes an alias. */
static int strength(enum property prop)
{
    switch (prop) {
    case PROP_NAME:
        return 3;
    case PROP_ALIAS:
        return 2;
    case PROP_PREVIOUS_NAME:
        return 1;
    default:
        return 0;
    }
}

static bool holds_word(struct slice words, struct slice word)
{
    while (words.n) {
        if (slice_eq(slice_next(&words, ' '), word)) {
            return true;
        }
    }
    return false;
}

static void name_again(struct listing *l, struct listed_name *n, enum property prop,
                       struct slice note, int rank)
{
    n->prop = strength(prop) > strength(n->prop) ? prop : n->prop;
    n->rank = rank > n->rank ? rank : n->rank;
    if (n->note.n == 0 || note.n == 0) {
        n->note = (struct slice){NULL, 0};
    } else if (!holds_word(n->note, note)) {
        struct slice both[2] = {n->note, note};
        n->note = value_join(l->r, both, 2, " ");
    }
}

void listing_name(struct listing *l, enum property prop, struct slice text, struct slice note,
                  int rank)
{
    text = listing_trim(text);
    note = slice_trim(note);
    if (text.n == 0 || l->r->trouble) {
        return;
    }
    uint64_t hash = hash_bytes(text, 0);
    for (struct listed_name *n = l->names; n; n = n->next) {
        if (n->hash == hash && slice_eq(n->text, text)) {
            name_again(l, n, prop, note, rank);
            return;
        }
    }
    struct listed_name *n = ARENA_NEW(&l->r->record, struct listed_name);
    if (!n || l->name_count == ENTITY_VALUES_MAX) {
        listing_overflow(l);
        return;
    }
    l->name_count++;
    *n = (struct listed_name){.text = arena_copy(&l->r->record, text),
                              .note = arena_copy(&l->r->record, note),
                              .hash = hash,
                              .prop = prop,
                              .rank = rank};
    *l->last_name = n;
    l->last_name = &n->next;
}

/* The main name of the list, else the best of full names, else the best of all. */
static struct listed_name *main_name(struct listing *l)
{
    struct listed_name *best = NULL;
    for (struct listed_name *n = l->names; n; n = n->next) {
        if (n->prop == PROP_NAME) {
            return n;
        }
        int better = best ? strength(n->prop) - strength(best->prop) : 1;
        if (better > 0 || (better == 0 && n->rank > best->rank)) {
            best = n;
        }
    }
    return best;
}

static void put_names(struct listing *l)
{
    for (const struct listed_name *n = l->names; n; n = n->next) {
        value_put_noted(l->r, &l->party, n->prop, n->text, n->note);
    }
}

/* ---- the end ---- */

static void finish_sanction(struct listing *l, struct listed_sanction *s,
                            const struct listing_authority *authority)
{
    struct slice id = reading_part_id(l->r, l->party.id, "sanction");
    struct slice pieces[2] = {id, s->key};
    s->entity.id = value_join(l->r, pieces, 2, "/");
    value_put(l->r, &s->entity, PROP_ENTITY, l->party.id);
    value_put_word(l->r, &s->entity, PROP_AUTHORITY, authority->name);
    if (authority->country) {
        value_put_word(l->r, &s->entity, PROP_COUNTRY, authority->country);
    }
}

static int hand_out(struct listing *l, struct diag *diag)
{
    TRY(reading_emit(l->r, &l->party, diag));
    for (size_t i = 0; i < l->sanction_count; i++) {
        TRY(reading_emit(l->r, &l->sanctions[i].entity, diag));
    }
    reading_taken(l->r);
    l->taken = true;
    return 0;
}

int listing_end(struct listing *l, const struct listing_authority *authority,
                struct slice number, struct diag *diag)
{
    struct slice pieces[2] = {slice_of(authority->prefix), listing_trim(number)};
    if (reading_in_trouble(l->r)) {
        return 0;
    }
    if (pieces[1].n == 0) {
        reading_refuse(l->r, "no_id", "a record without its number");
        return 0;
    }
    struct slice id = value_join(l->r, pieces, 2, "");
    struct listed_name *name = main_name(l);
    if (!name) {
        l->r->id = id;
        reading_refuse(l->r, "no_name", "a record without a name");
        return 0;
    }
    name->prop = PROP_NAME;
    TRY(reading_id(l->r, id, name->text, &l->party.id, diag));
    put_names(l);
    value_put_word(l->r, &l->party, PROP_TOPICS, "sanction");
    for (size_t i = 0; i < l->sanction_count; i++) {
        finish_sanction(l, &l->sanctions[i], authority);
    }
    return reading_in_trouble(l->r) ? 0 : hand_out(l, diag);
}

/* ---- helpers ---- */

struct slice listing_trim(struct slice s)
{
    static const char NO_BREAK_SPACE[] = "\xc2\xa0";
    for (;;) {
        s = slice_trim(s);
        if (slice_starts(s, NO_BREAK_SPACE)) {
            s = slice_cut(s, 2, s.n);
        } else if (slice_ends_nocase(s, NO_BREAK_SPACE)) {
            s = slice_cut(s, 0, s.n - 2);
        } else {
            return s;
        }
    }
}

/* Offset of "(a)", "(1)" … for the item at that place, or s.n. */
static size_t find_marker(struct slice s, size_t from, char first, size_t item)
{
    char marker[4] = {'(', (char)(first + (char)item), ')', '\0'};
    bool countable = item < (first == '1' ? 9U : 26U);
    return countable ? slice_find(s, from, marker) : s.n;
}

static struct slice without_joints(struct slice s)
{
    s = slice_trim(s);
    while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';')) {
        s = slice_trim(slice_cut(s, 0, s.n - 1));
    }
    return s;
}

void listing_put_numbered(struct reading *r, struct entity *e, enum property prop,
                          struct slice text)
{
    text = listing_trim(text);
    char first = slice_starts(text, "(a)") ? 'a' : '1';
    if (find_marker(text, 0, first, 0) != 0) {
        value_put(r, e, prop, text);
        return;
    }
    size_t from = 0;
    for (size_t item = 1; from < text.n; item++) {
        size_t next = find_marker(text, from + 3, first, item);
        value_put(r, e, prop, without_joints(slice_cut(text, from + 3, next)));
        from = next;
    }
}

bool listing_is_yes(struct slice text)
{
    text = slice_trim(text);
    return slice_eq_nocase(text, SLICE("true")) || slice_eq_nocase(text, SLICE("yes")) ||
           slice_is(text, "1");
}

bool listing_is_un_reference(struct slice text)
{
    if (text.n < 5 || text.n > 8 || !ascii_is_alpha(text.p[0]) || !ascii_is_alpha(text.p[1]) ||
        text.p[3] != '.') {
        return false;
    }
    char kind = ascii_lower(text.p[2]);
    for (size_t i = 4; i < text.n; i++) {
        if (!ascii_is_digit(text.p[i])) {
            return false;
        }
    }
    return kind == 'i' || kind == 'e';
}

int listing_read_xml(struct reading *r, const struct xml_handler *handler,
                     enum listing_pass pass, struct diag *diag)
{
    return listing_read_xml_file(r, r->snap->files[0].path, handler, pass, diag);
}

int listing_read_xml_file(struct reading *r, const char *path,
                          const struct xml_handler *handler, enum listing_pass pass,
                          struct diag *diag)
{
    struct input *in = NULL;
    int result = reading_open(r, path, &in, diag);
    if (result == 0) {
        result = xml_read(input_pull(in), handler, diag);
    }
    if (result == 0 && pass == LISTING_LAST_PASS) {
        reading_hash(r, in);
    }
    reading_close(r, in);
    return reading_failed(r, result, diag);
}

int listing_read_csv(struct reading *r, char delimiter,
                     int (*rows)(void *context, struct csv *csv, struct diag *diag),
                     void *context, struct diag *diag)
{
    struct input *in = NULL;
    struct csv *csv = NULL;
    struct csv_options options = {.dialect = CSV_PLAIN, .delimiter = delimiter};
    int result = reading_open(r, r->snap->files[0].path, &in, diag);
    if (result == 0) {
        result = csv_open(&csv, &options, input_pull(in), diag);
    }
    if (result == 0) {
        result = rows(context, csv, diag);
    }
    if (result == 0) {
        reading_hash(r, in);
    }
    csv_close(csv);
    reading_close(r, in);
    return reading_failed(r, result, diag);
}

/* A last row without a line end is whole when nothing can be missing from its last field. */
static bool ends_within(const struct csv_record *row, bool whole)
{
    if (!(row->flags & CSV_NO_LINE_END)) {
        return false;
    }
    return !whole || (row->fields[row->field_count - 1].n && !(row->flags & CSV_LAST_QUOTED));
}

int listing_check_row(struct reading *r, const struct csv_record *row, size_t columns,
                      bool *taken, struct diag *diag)
{
    const char *fault = reading_row_fault(row);
    if (!fault && row->field_count != columns) {
        fault = row->field_count < columns ? "too_few_fields" : "too_many_fields";
    }
    if (ends_within(row, !fault)) {
        if (diag) {
            diag->line = row->line;
        }
        FAIL(diag, ERR_CUT, "ends in the middle of a row");
    }
    *taken = !fault;
    if (fault) {
        uint64_t line = r->line; /* of the party that goes on behind this row */
        r->line = row->line;
        reading_remark(r, REMARK_REFUSED, fault, "a row of %zu fields, not %zu",
                       row->field_count, columns);
        r->line = line;
    }
    return 0;
}

bool listing_date_behind(struct slice head, const char *mark, char out[LIST_DATE_TEXT])
{
    enum { LONGEST = 12 };
    size_t at = slice_find(head, 0, mark);
    if (at == head.n) {
        return false;
    }
    at += strlen(mark);
    at += at < head.n && head.p[at] == '"';
    size_t n = 0;
    while (at + n < head.n && n < LONGEST && !memchr("\"<T,;\r\n", head.p[at + n], 7)) {
        n++;
    }
    struct date date;
    char normal[DATE_TEXT];
    if (at + n == head.n || !date_parse(slice_cut(head, at, at + n), true, &date) ||
        date.precision != DATE_DAY || date.until_year || date.circa) {
        return false;
    }
    size_t length = date_print(&date, normal);
    memcpy(out, normal, length);
    out[length] = '\0';
    return true;
}
