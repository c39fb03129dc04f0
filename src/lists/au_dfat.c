/*
 * au_dfat - the consolidated list of the Australian Department of Foreign Affairs and Trade
 * (regulation 8), as its workbook and as its CSV.
 *
 * A party is all rows with the same leading number: "34" has the main name, "34a" and "34c1"
 * have other names.  Rows of a number stand together; those that stand apart are held until the
 * end and then joined to their party, or reported as orphans.
 */
#include <string.h>

#include "base/hash.h"
#include "format/xlsx.h"
#include "lists/au_record.h"
#include "lists/readers.h"
#include "lists/rows.h"

static const struct listing_authority AUSTRALIA = {
    "au:", "Department of Foreign Affairs and Trade", "au"};

enum { GROUP_MEMORY_MAX = 64 << 20, DIGITS_MAX = 18 };

/* Rows of one number, in their order. */
struct group {
    struct slice number;
    struct au_row *first;
    struct au_row **end;
    struct group *next; /* of those held until the end */
};

struct au {
    struct reading r;
    struct listing l;
    struct row_columns columns;
    enum au_form form;
    struct arena memory; /* the rows at work */
    struct group group;  /* the rows at work */
    struct map parties;  /* number → schema, in r.kept */
    struct group *held;  /* rows away from their party, in r.kept */
    struct group **held_end;
};

/* ---- groups ---- */

static void begin_group(struct au *au, struct slice number)
{
    arena_reset(&au->memory);
    au->group = (struct group){.number = arena_copy(&au->memory, number)};
    au->group.end = &au->group.first;
}

static void add_row(struct group *g, struct arena *arena, const struct au_row *row)
{
    struct au_row *kept = ARENA_NEW(arena, struct au_row);
    if (!kept) {
        return;
    }
    kept->line = row->line;
    for (size_t i = 0; i < AU_COLUMNS; i++) {
        kept->cells[i] = arena_copy(arena, row->cells[i]);
    }
    *g->end = kept;
    g->end = &kept->next;
}

static bool has_primary(const struct group *g)
{
    for (const struct au_row *row = g->first; row; row = row->next) {
        if (au_is_primary(row)) {
            return true;
        }
    }
    return false;
}

/* Keeps the rows until the end of the list. */
static int hold_group(struct au *au, struct diag *diag)
{
    struct group *held = ARENA_NEW(&au->r.kept, struct group);
    if (held) {
        held->number = arena_copy(&au->r.kept, au->group.number);
        held->end = &held->first;
        for (const struct au_row *row = au->group.first; row; row = row->next) {
            add_row(held, &au->r.kept, row);
        }
        *au->held_end = held;
        au->held_end = &held->next;
    }
    if (arena_failed(&au->r.kept)) {
        FAIL(diag, ERR_MEMORY, "no memory for rows away from their party");
    }
    return 0;
}

static int hand_out(struct au *au, struct diag *diag)
{
    listing_begin(&au->l, &au->r, au->group.first->line);
    au_put_rows(&au->l, au->form, au->group.first);
    if (arena_failed(&au->memory) && au->r.trouble == 0) {
        au->r.trouble = ERR_LIMIT;
    }
    struct slice number = arena_copy(&au->r.kept, au->group.number);
    if (arena_failed(&au->r.kept) ||
        map_put(&au->parties, number, (uint32_t)au->l.party.schema, NULL) == MAP_NONE) {
        FAIL(diag, ERR_MEMORY, "no memory for the numbers of the list");
    }
    return listing_end(&au->l, &AUSTRALIA, number, diag);
}

static int finish_group(struct au *au, struct diag *diag)
{
    if (!au->group.first) {
        return 0;
    }
    int result = has_primary(&au->group) ? hand_out(au, diag) : hold_group(au, diag);
    begin_group(au, (struct slice){NULL, 0});
    return result;
}

static void report_orphans(struct au *au, const struct group *g)
{
    au->r.id = g->number;
    for (const struct au_row *row = g->first; row; row = row->next) {
        au->r.line = row->line;
        reading_remark(&au->r, REMARK_ORPHAN, "no_entity", "no main name for '%.*s'",
                       SLICE_ARG(row->cells[AU_NAME]));
    }
}

/* More of a party that was handed out: an entity with its id, which joins it. */
static int join_party(struct au *au, const struct group *g, uint32_t schema, struct diag *diag)
{
    struct slice pieces[2] = {slice_of(AUSTRALIA.prefix), g->number};
    listing_begin(&au->l, &au->r, g->first->line);
    au->r.snap->counts.records--; /* it was counted where its main name stands */
    au_put_rows(&au->l, au->form, g->first);
    au->l.party.schema = (enum schema)schema;
    au->l.party.id = value_join(&au->r, pieces, 2, "");
    au->r.id = au->l.party.id;
    for (const struct listed_name *n = au->l.names; n; n = n->next) {
        value_put_noted(&au->r, &au->l.party, n->prop, n->text, n->note);
    }
    if (reading_in_trouble(&au->r)) {
        au->r.snap->counts.records++; /* refused, and counted as that */
        return 0;
    }
    reading_remark(&au->r, REMARK_DUPLICATE, "rows_apart",
                   "rows away from the others of their number: united");
    return reading_emit(&au->r, &au->l.party, diag);
}

static int finish_held(struct au *au, struct diag *diag)
{
    for (const struct group *g = au->held; g; g = g->next) {
        uint32_t schema = map_get(&au->parties, g->number);
        if (schema == MAP_NONE) {
            report_orphans(au, g);
        } else {
            TRY(join_party(au, g, schema, diag));
        }
    }
    return 0;
}

/* ---- rows ---- */

static int take_header(struct au *au, const struct slice *cells, size_t count,
                       struct diag *diag)
{
    TRY(rows_bind(&au->r, &au->columns, cells, count, AU_TITLES, AU_COLUMNS, AU_NEEDED, diag));
    for (size_t i = 0; i < au->columns.count; i++) {
        if (au->columns.at[i] == AU_FREEZE) {
            au->form = AU_FORM_WITH_MEASURES;
        }
    }
    return 0;
}

static int refuse_row(struct au *au, uint64_t line, const char *code, struct diag *diag)
{
    TRY(finish_group(au, diag));
    reading_record(&au->r, line);
    reading_refuse(&au->r, code, "a row that cannot be read");
    return 0;
}

static bool is_blank(const struct slice *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cells[i].n) {
            return false;
        }
    }
    return true;
}

static int take_row(struct au *au, const struct slice *cells, size_t count, uint64_t line,
                    struct diag *diag)
{
    struct au_row row = {.line = line};
    if (au->columns.count == 0) {
        return take_header(au, cells, count, diag);
    }
    rows_pick(&au->r, &au->columns, cells, count, row.cells);
    for (size_t i = 0; i < AU_COLUMNS; i++) {
        row.cells[i] = listing_trim(row.cells[i]);
    }
    if (is_blank(row.cells, AU_COLUMNS)) {
        return 0;
    }
    struct slice number = row.cells[AU_REFERENCE];
    size_t n = 0;
    while (n < number.n && ascii_is_digit(number.p[n])) {
        n++;
    }
    if (n == 0 || n > DIGITS_MAX) {
        return refuse_row(au, line, "bad_id", diag);
    }
    number.n = n;
    if (!slice_eq(number, au->group.number)) {
        TRY(finish_group(au, diag));
        begin_group(au, number);
    }
    add_row(&au->group, &au->memory, &row);
    return 0;
}

static int take_sheet_row(void *context, const struct xlsx_row *row, struct diag *diag)
{
    return take_row(context, row->cells, row->cell_count, row->line, diag);
}

static int take_csv_row(void *context, const struct csv_record *row, struct diag *diag)
{
    struct au *au = context;
    const char *fault = reading_row_fault(row);
    return fault ? refuse_row(au, row->line, fault, diag)
                 : take_row(au, row->fields, row->field_count, row->line, diag);
}

static int read_workbook(struct au *au, const char *path, struct diag *diag)
{
    struct xlsx *workbook;
    struct xlsx_handler handler = {take_sheet_row, au};
    au->r.file = path;
    TRY(xlsx_open(path, &workbook, diag));
    int result = xlsx_rows(workbook, &handler, diag);
    au->r.snap->hash = hash_mix(au->r.snap->hash, xlsx_hash(workbook));
    xlsx_close(workbook);
    return result;
}

static int read_rows(struct au *au, struct diag *diag)
{
    struct csv_options options = {.dialect = CSV_PLAIN};
    const struct list_file *file = &au->r.snap->files[0];
    if (strcmp(file->role, "xlsx") == 0) {
        TRY(read_workbook(au, file->path, diag));
    } else {
        TRY(rows_read(&au->r, &options, take_csv_row, au, diag));
    }
    TRY(finish_group(au, diag));
    return finish_held(au, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct au au = {.form = AU_FORM_OLD};
    reading_init(&au.r, snap, sink);
    arena_init(&au.memory, GROUP_MEMORY_MAX);
    map_init(&au.parties, 0);
    au.held_end = &au.held;
    begin_group(&au, (struct slice){NULL, 0});
    int result = reading_failed(&au.r, read_rows(&au, diag), diag);
    map_release(&au.parties);
    arena_release(&au.memory);
    reading_end(&au.r);
    return result;
}

/* ---- recognising ---- */

/* The head of a workbook is that of its texts, or of its sheet. */
static bool is_workbook(struct slice head)
{
    static const char MARK[] = "/spreadsheetml/2006/main";
    return slice_starts(head, "<?xml") && slice_find(head, 0, MARK) < head.n;
}

static const char *recognise(const struct list_probe *probe)
{
    if (!is_workbook(probe->head)) {
        return rows_have_titles(probe, ',', AU_TITLES, AU_NEEDED) ? "csv" : NULL;
    }
    for (size_t i = 0; i < AU_NEEDED; i++) {
        if (slice_find(probe->head, 0, AU_TITLES[i]) == probe->head.n) {
            return NULL;
        }
    }
    return "xlsx";
}

const struct list_reader AU_DFAT = {
    .kind = "au_dfat_sanctions",
    .dataset = "au_dfat_sanctions",
    .title = "Australian Sanctions Consolidated List",
    .recognise = recognise,
    .read = read_list,
};
