/*
 * ofac_csv - OFAC's lists as the Treasury publishes them in CSV.
 *
 *   sdn.csv, cons_prim.csv   number, name, type, programmes, title, call sign, vessel type,
 *                            tonnage, gross tonnage, flag, owner, remarks
 *   add.csv, cons_add.csv    number, address number, street, place, country, remarks
 *   alt.csv, cons_alt.csv    number, alias number, aka|fka|nka, name, remarks
 *   *_comments.csv           number, remarks that did not fit into the main row
 *
 * The main file is read twice: first for its names, so that "Linked To: X" and a vessel's
 * owner become links to the parties of those names (main names, else aliases), then record by record.  A record becomes
 * the party, the sanction upon it, its wallets and its links.
 */
#include <string.h>

#include "base/num.h"
#include "lists/measures.h"
#include "lists/ofac_book.h"
#include "lists/ofac_relations.h"
#include "lists/ofac_remarks.h"
#include "lists/ofac_rows.h"
#include "lists/ofac_side.h"
#include "lists/readers.h"
#include "lists/values.h"

/* The main file cuts remarks at this length; the rest stands in the comments file. */
enum { REMARKS_MAX = 1000 };

static const char AUTHORITY[] = "Office of Foreign Assets Control";

struct ofac {
    struct reading r;
    struct ofac_side side;
    struct ofac_book book; /* whose names are they that remarks and owners speak of */
    enum { LIST_SDN, LIST_CONS } list;
};

/* ---- one record ---- */

static enum schema schema_of(struct slice type)
{
    if (slice_eq_nocase(type, SLICE("individual"))) {
        return SCHEMA_PERSON;
    }
    if (slice_eq_nocase(type, SLICE("vessel"))) {
        return SCHEMA_VESSEL;
    }
    return slice_eq_nocase(type, SLICE("aircraft")) ? SCHEMA_AIRPLANE : SCHEMA_ORGANIZATION;
}

static void put_measure(struct ofac_draft *d, enum measure measure)
{
    measure_put(d->r, &d->party, measure);
    measure_put(d->r, &d->sanction, measure);
}

/* "SDGT] [IRAN" → two programmes, for the party and for the sanction.  In the other lists they
 * say what is imposed. */
static void put_programs(struct ofac *o, struct ofac_draft *d, struct slice programs)
{
    while (programs.n) {
        struct slice one = slice_trim(slice_next(&programs, ']'));
        while (one.n && (one.p[0] == '[' || one.p[0] == ' ')) {
            one = slice_cut(one, 1, one.n);
        }
        value_put(d->r, &d->party, PROP_PROGRAM_ID, one);
        value_put(d->r, &d->sanction, PROP_PROGRAM_ID, one);
        put_measure(d, o->list == LIST_CONS ? ofac_measure_of_program(one) : MEASURE_NONE);
    }
}

/* "KIM, Jong Un": the list's own name, and its two halves. */
static void put_name(struct ofac_draft *d, struct slice name)
{
    value_put(d->r, &d->party, PROP_NAME, name);
    size_t comma = slice_find(name, 0, ",");
    if (d->party.schema == SCHEMA_PERSON && comma < name.n) {
        value_put(d->r, &d->party, PROP_LAST_NAME, slice_cut(name, 0, comma));
        value_put(d->r, &d->party, PROP_FIRST_NAME, slice_cut(name, comma + 1, name.n));
    }
}

/* Countries that the list has in brackets of its own, or does not know. */
static struct slice plain_country(struct slice country)
{
    if (slice_starts(country, "Region: ")) {
        return slice_cut(country, 8, country.n);
    }
    return slice_eq_nocase(country, SLICE("undetermined")) ? (struct slice){NULL, 0} : country;
}

static void put_address(struct ofac_draft *d, const struct ofac_side_row *row)
{
    struct slice country = plain_country(slice_trim(row->fields[2]));
    struct slice pieces[3] = {row->fields[0], row->fields[1], country};
    bool only_country = slice_trim(pieces[0]).n == 0 && slice_trim(pieces[1]).n == 0;
    if (!only_country) {
        value_put_joined(d->r, &d->party, PROP_ADDRESS, pieces, 3, ", ");
    }
    value_put(d->r, &d->party, PROP_COUNTRY, country);
    value_put(d->r, &d->party, PROP_NOTES, row->fields[3]);
}

static void put_alternate(struct ofac_draft *d, const struct ofac_side_row *row)
{
    bool former = slice_is(slice_trim(row->fields[0]), "fka");
    value_put(d->r, &d->party, former ? PROP_PREVIOUS_NAME : PROP_ALIAS, row->fields[1]);
    value_put(d->r, &d->party, PROP_NOTES, row->fields[2]);
}

/* The remarks with what the comments file adds. */
static struct slice whole_remarks(struct ofac *o, struct slice remarks, struct slice number)
{
    struct slice pieces[2] = {remarks, {NULL, 0}};
    struct ofac_side_row *row = ofac_side_first(&o->side, number);
    for (; row; row = ofac_side_next(&o->side, row)) {
        if (row->kind == OFAC_COMMENT && !row->used) {
            row->used = true;
            pieces[1] = row->fields[0];
        }
    }
    if (pieces[1].n == 0) {
        return remarks;
    }
    char *p = arena_alloc(&o->r.record, pieces[0].n + pieces[1].n);
    if (!p) {
        return remarks;
    }
    memcpy(p, pieces[0].p, pieces[0].n);
    memcpy(p + pieces[0].n, pieces[1].p, pieces[1].n);
    return (struct slice){p, pieces[0].n + pieces[1].n};
}

static void put_remarks(struct ofac *o, struct ofac_draft *d, const struct csv_record *row)
{
    struct slice remarks = row->fields[COLUMN_REMARKS];
    struct slice number = slice_trim(row->fields[COLUMN_NUMBER]);
    struct slice whole = whole_remarks(o, remarks, number);
    if (remarks.n >= REMARKS_MAX && whole.n == remarks.n) {
        /* The last segment was cut: what is left of it is no more than a note. */
        size_t end = whole.n;
        while (end && whole.p[end - 1] != ';') {
            end--;
        }
        reading_remark(&o->r, REMARK_WARNING, "remarks_cut",
                       "the remarks are cut at %d characters and no comments file has the rest",
                       REMARKS_MAX);
        value_put(d->r, &d->party, PROP_NOTES, slice_cut(whole, end, whole.n));
        whole = slice_cut(whole, 0, end);
    }
    ofac_read_remarks(d, whole);
}

static void put_side_rows(struct ofac *o, struct ofac_draft *d, struct slice number)
{
    struct ofac_side_row *row = ofac_side_first(&o->side, number);
    for (; row; row = ofac_side_next(&o->side, row)) {
        if (row->used) {
            continue;
        }
        row->used = true;
        if (row->kind == OFAC_ALTERNATE) {
            put_alternate(d, row);
        } else if (row->kind == OFAC_ADDRESS) {
            put_address(d, row);
        }
    }
}

static void put_columns(struct ofac_draft *d, const struct csv_record *row)
{
    static const struct {
        enum ofac_column column;
        enum property prop;
    } COLUMNS_OF_SHIPS[] = {
        {COLUMN_CALL_SIGN, PROP_CALL_SIGN}, {COLUMN_VESSEL_TYPE, PROP_TYPE},
        {COLUMN_TONNAGE, PROP_TONNAGE},     {COLUMN_GROSS_TONNAGE, PROP_GROSS_TONNAGE},
        {COLUMN_FLAG, PROP_FLAG},
    };
    struct slice title = slice_trim(row->fields[COLUMN_TITLE]);
    value_put(d->r, &d->party, PROP_TITLE, title);
    if (d->party.schema == SCHEMA_PERSON) {
        value_put(d->r, &d->party, PROP_POSITION, title);
    }
    for (size_t i = 0; i < sizeof COLUMNS_OF_SHIPS / sizeof COLUMNS_OF_SHIPS[0]; i++) {
        value_put(d->r, &d->party, COLUMNS_OF_SHIPS[i].prop,
                  row->fields[COLUMNS_OF_SHIPS[i].column]);
    }
}

/* ---- what hangs on the party ---- */

/* "ofac:N", in the arena of the record. */
static struct slice record_id(struct ofac *o, struct slice number)
{
    char *p = arena_alloc(&o->r.record, 5 + number.n);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    memcpy(p, "ofac:", 5);
    memcpy(p + 5, number.p, number.n);
    return (struct slice){p, 5 + number.n};
}

static int emit_wallet(struct ofac *o, const struct ofac_draft *d, const struct ofac_wallet *w,
                       struct diag *diag)
{
    struct entity e;
    struct slice head = reading_part_id(&o->r, d->party.id, "wallet");
    struct slice pieces[2] = {head, w->address};
    value_new_entity(&o->r, &e, SCHEMA_CRYPTO_WALLET, value_join(&o->r, pieces, 2, "/"));
    value_put_noted(&o->r, &e, PROP_PUBLIC_KEY, w->address, w->currency);
    value_put(&o->r, &e, PROP_CURRENCY, w->currency);
    value_put(&o->r, &e, PROP_HOLDER, d->party.id);
    for (size_t i = 0; i < d->party.value_count; i++) {
        const struct value *v = &d->party.values[i];
        if (v->prop == PROP_TOPICS || v->prop == PROP_PROGRAM_ID || v->prop == PROP_MEASURES) {
            value_put(&o->r, &e, v->prop, v->text);
        }
    }
    return reading_emit(&o->r, &e, diag);
}

/* An UnknownLink, or an Ownership, between this party and the one of that number. */
static int emit_link(struct ofac *o, struct slice from, struct slice number, enum schema schema,
                     struct diag *diag)
{
    struct entity e;
    struct slice to = record_id(o, number);
    bool owned = schema == SCHEMA_OWNERSHIP;
    struct slice head = reading_part_id(&o->r, from, owned ? "owner" : "linked");
    struct slice pieces[2] = {head, number};
    value_new_entity(&o->r, &e, schema, value_join(&o->r, pieces, 2, "/"));
    value_put(&o->r, &e, owned ? PROP_ASSET : PROP_SUBJECT, from);
    value_put(&o->r, &e, owned ? PROP_OWNER : PROP_OBJECT, to);
    value_put_word(&o->r, &e, PROP_ROLE, owned ? "Owner" : "Linked To");
    return reading_emit(&o->r, &e, diag);
}

/* Ties to parties that are not on the list by that name stay notes of the party; this comes
 * before it is emitted. */
static void keep_loose_ties(struct ofac *o, struct ofac_draft *d, struct slice owner)
{
    for (const struct ofac_tie *t = d->ties; t; t = t->next) {
        if (ofac_book_find(&o->book, t->name).n == 0) {
            value_put(d->r, &d->party, PROP_NOTES, t->segment);
        }
    }
    if (owner.n && ofac_book_find(&o->book, owner).n == 0) {
        struct slice pieces[2] = {SLICE("Owner:"), owner};
        value_put_joined(d->r, &d->party, PROP_NOTES, pieces, 2, " ");
    }
}

static int emit_all(struct ofac *o, struct ofac_draft *d, struct slice owner, struct diag *diag)
{
    TRY(reading_emit(&o->r, &d->party, diag));
    TRY(reading_emit(&o->r, &d->sanction, diag));
    for (const struct ofac_wallet *w = d->wallets; w; w = w->next) {
        TRY(emit_wallet(o, d, w, diag));
    }
    for (const struct ofac_tie *t = d->ties; t; t = t->next) {
        struct slice number = ofac_book_find(&o->book, t->name);
        if (number.n) {
            TRY(emit_link(o, d->party.id, number, SCHEMA_UNKNOWN_LINK, diag));
        }
    }
    struct slice number = owner.n ? ofac_book_find(&o->book, owner) : owner;
    if (number.n) {
        TRY(emit_link(o, d->party.id, number, SCHEMA_OWNERSHIP, diag));
    }
    reading_taken(&o->r);
    return 0;
}

static void begin_sanction(struct ofac *o, struct ofac_draft *d)
{
    struct slice id = reading_part_id(&o->r, d->party.id, "sanction");
    value_new_entity(&o->r, &d->sanction, SCHEMA_SANCTION, id);
    value_put(d->r, &d->sanction, PROP_ENTITY, d->party.id);
    value_put_word(d->r, &d->sanction, PROP_AUTHORITY, AUTHORITY);
    value_put_word(d->r, &d->sanction, PROP_COUNTRY, "us");
    value_put_word(d->r, &d->party, PROP_TOPICS, "sanction");
    if (o->list == LIST_SDN) {
        put_measure(d, MEASURE_ASSET_FREEZE);
    }
}

/* What is wrong with a row of the main file, or NULL. */
static const char *fault_of(const struct csv_record *row)
{
    uint64_t number;
    const char *fault = reading_row_fault(row);
    if (fault) {
        return fault;
    }
    if (row->field_count != COLUMNS) {
        return row->field_count < COLUMNS ? "too_few_fields" : "too_many_fields";
    }
    if (!parse_u64(slice_trim(row->fields[COLUMN_NUMBER]), &number)) {
        return "bad_id";
    }
    return slice_trim(row->fields[COLUMN_NAME]).n ? NULL : "no_name";
}

static int read_record(struct ofac *o, const struct csv_record *row, struct diag *diag)
{
    reading_record(&o->r, row->line);
    const char *fault = fault_of(row);
    if (fault) {
        reading_refuse(&o->r, fault, "a row of %zu fields", row->field_count);
        return 0;
    }
    struct ofac_draft d;
    struct slice number = slice_trim(row->fields[COLUMN_NUMBER]);
    struct slice name = slice_trim(row->fields[COLUMN_NAME]);
    struct slice owner = slice_trim(row->fields[COLUMN_OWNER]);
    struct slice id;
    TRY(reading_id(&o->r, record_id(o, number), name, &id, diag));
    ofac_draft_begin(&d, &o->r);
    value_new_entity(&o->r, &d.party, schema_of(slice_trim(row->fields[COLUMN_TYPE])), id);
    put_name(&d, name);
    begin_sanction(o, &d);
    put_programs(o, &d, row->fields[COLUMN_PROGRAMS]);
    put_columns(&d, row);
    put_remarks(o, &d, row);
    put_side_rows(o, &d, number);
    keep_loose_ties(o, &d, owner);
    return reading_in_trouble(&o->r) ? 0 : emit_all(o, &d, owner, diag);
}

/* ---- the files ---- */

typedef int (*row_fn)(struct ofac *o, const struct csv_record *row, struct diag *diag);

static int take_name(struct ofac *o, const struct csv_record *row, struct diag *diag)
{
    TRY(ofac_check_end(row, COLUMNS, diag));
    if (fault_of(row)) {
        return 0;
    }
    if (ofac_book_name(&o->book, row->fields[COLUMN_NAME],
                       slice_trim(row->fields[COLUMN_NUMBER])) < 0) {
        FAIL(diag, ERR_MEMORY, "no memory for the names of the list");
    }
    return 0;
}

static int each_row(struct ofac *o, struct csv *csv, row_fn row_of, struct diag *diag)
{
    for (;;) {
        const struct csv_record *row;
        TRY(csv_next(csv, &row, diag));
        if (!row) {
            return 0;
        }
        TRY(row_of(o, row, diag));
    }
}

static int read_main(struct ofac *o, const char *path, row_fn row_of, struct diag *diag)
{
    struct input *in;
    TRY(reading_open(&o->r, path, &in, diag));
    struct csv *csv = NULL;
    struct csv_options options = {.dialect = CSV_OFAC, .encoding = ENCODING_UTF8};
    int result = csv_open(&csv, &options, input_pull(in), diag);
    if (result == 0) {
        result = each_row(o, csv, row_of, diag);
    }
    if (result == 0 && row_of == read_record) {
        reading_hash(&o->r, in);
    }
    csv_close(csv);
    reading_close(&o->r, in);
    return reading_failed(&o->r, result, diag);
}

static const char *path_of(const struct snapshot *snap, const char *role)
{
    for (size_t i = 0; i < snap->file_count; i++) {
        if (strcmp(snap->files[i].role, role) == 0) {
            return snap->files[i].path;
        }
    }
    return NULL;
}

static int read_side_files(struct ofac *o, struct diag *diag)
{
    static const struct {
        const char *role;
        enum ofac_side_kind kind;
    } FILES[] = {{"add", OFAC_ADDRESS}, {"alt", OFAC_ALTERNATE}, {"comments", OFAC_COMMENT}};
    for (size_t i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        const char *path = path_of(o->r.snap, FILES[i].role);
        if (path) {
            TRY(ofac_side_read(&o->side, &o->r, FILES[i].kind, path, diag));
        }
    }
    return 0;
}

static int read_files(struct ofac *o, struct diag *diag)
{
    const char *path = path_of(o->r.snap, "sdn");
    if (!path) {
        FAIL(diag, ERR_USAGE, "alias or address file without its main file");
    }
    TRY(read_main(o, path, take_name, diag));
    TRY(read_side_files(o, diag));
    if (ofac_book_aliases(&o->book, &o->side) < 0) {
        FAIL(diag, ERR_MEMORY, "no memory for the aliases of the list");
    }
    TRY(read_main(o, path, read_record, diag));
    ofac_side_orphans(&o->side, &o->r);
    return 0;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct ofac o = {.list = strcmp(snap->reader->kind, "us_ofac_cons") == 0 ? LIST_CONS
                                                                             : LIST_SDN};
    reading_init(&o.r, snap, sink);
    ofac_side_init(&o.side);
    ofac_book_init(&o.book, &o.r.kept);
    int result = read_files(&o, diag);
    ofac_book_release(&o.book);
    ofac_side_release(&o.side);
    reading_end(&o.r);
    return result;
}

const struct list_reader OFAC_SDN_CSV = {
    .kind = "us_ofac_sdn",
    .dataset = "us_ofac_sdn",
    .title = "US OFAC Specially Designated Nationals (SDN)",
    .main_role = "sdn",
    .recognise = ofac_rows_of_sdn,
    .read = read_list,
};

const struct list_reader OFAC_CONS_CSV = {
    .kind = "us_ofac_cons",
    .dataset = "us_ofac_cons",
    .title = "US OFAC Consolidated (non-SDN)",
    .main_role = "sdn",
    .recognise = ofac_rows_of_cons,
    .read = read_list,
};
