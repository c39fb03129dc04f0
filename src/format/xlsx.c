/*
 * The members that are read, in this order:
 *
 *   xl/_rels/workbook.xml.rels   Relationship Id, Target     ids → names of sheets
 *   xl/workbook.xml              workbookPr date1904; sheet state, r:id
 *   xl/styles.xml                numFmt; cellXfs/xf numFmtId style of a cell → is it a date?
 *   xl/sharedStrings.xml         si/t, si/r/t                texts by position
 *   xl/worksheets/sheetN.xml     row r; c r s t; v; is/t     streamed
 */
#include "format/xlsx.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/num.h"
#include "base/vec.h"
#include "format/xlsx_dates.h"
#include "format/xml.h"
#include "format/zip_end.h"

enum {
    NAME_MAX_BYTES = 256, /* of a member or relationship id */
    CELL_TEXT_MAX = 1 << 20,
    FORMATS_MAX = 1 << 16
};

struct number_format {
    uint64_t id;
    bool date;
};

struct xlsx {
    struct arena memory; /* holds this structure and all texts */
    const char *path;
    VEC(struct slice) texts;           /* shared ones, by position */
    VEC(struct number_format) formats; /* the workbook's own */
    VEC(bool) styles;                  /* is a cell of that style a date? */
    char sheet_id[NAME_MAX_BYTES];     /* r:id of the first visible sheet */
    char sheet[NAME_MAX_BYTES];        /* its member */
    bool of_1904;                      /* days are counted from 1904 on */
    uint64_t hash;
    /* while reading */
    struct buf text; /* of the shared text or the cell at work */
    bool skips;      /* inside phonetic text, which repeats the text in another script */
    /* the row at work */
    const struct xlsx_handler *handler;
    struct arena row_memory;
    struct slice cells[XLSX_COLUMNS_MAX];
    size_t cell_count;
    size_t column; /* of the cell at work, 0-based */
    uint64_t line;
    enum { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_TRUTH, CELL_ERROR } type;
    uint64_t style;
};

/* ---- members ---- */

enum need { NEED_NOT, NEED_IT };

/* Reads one member through a handler; a member that is not there and not needed says nothing. */
static int read_member(struct xlsx *x, const char *name, const struct xml_handler *handler,
                       enum need need, struct diag *diag)
{
    struct input *in = NULL;
    struct diag why = {.code = ERR_IO};
    int result = input_open_member(x->path, name, &in, &why);
    if (result == ERR_NOT_FOUND && need == NEED_NOT) {
        return 0;
    }
    if (result == ERR_NOT_FOUND) {
        FAIL(diag, ERR_FORMAT, "not a workbook: it has no '%s'", name);
    }
    if (result == 0) {
        result = xml_read_blanks(input_pull(in), handler, &why);
    }
    if (result == 0) {
        x->hash = hash_mix(x->hash, input_hash(in));
    } else if (diag) {
        *diag = why;
    }
    input_close(in);
    return result;
}

static int keep_name(char out[NAME_MAX_BYTES], struct slice name, struct diag *diag)
{
    if (name.n >= NAME_MAX_BYTES) {
        FAIL(diag, ERR_LIMIT, "a name in the workbook is too long");
    }
    memcpy(out, name.p, name.n);
    out[name.n] = '\0';
    return 0;
}

/* ---- which sheet ---- */

static int begin_workbook(void *context, struct xml_place *at, struct slice name,
                          const char *const *attributes)
{
    struct xlsx *x = context;
    if (slice_is(name, "workbookPr")) {
        struct slice set = xml_attribute(attributes, "date1904");
        x->of_1904 = slice_is(set, "1") || slice_is(set, "true");
    }
    struct slice state = xml_attribute(attributes, "state");
    bool hidden = state.n && !slice_is(state, "visible");
    if (slice_is(name, "sheet") && !hidden && !x->sheet_id[0]) {
        return keep_name(x->sheet_id, xml_attribute(attributes, "id"), xml_diag(at));
    }
    return 0;
}

static int begin_relations(void *context, struct xml_place *at, struct slice name,
                           const char *const *attributes)
{
    struct xlsx *x = context;
    struct slice id = xml_attribute(attributes, "Id");
    struct slice target = xml_attribute(attributes, "Target");
    if (!slice_is(name, "Relationship") || target.n == 0 || !slice_is(id, x->sheet_id)) {
        return 0;
    }
    char whole[NAME_MAX_BYTES + 4];
    bool absolute = target.p[0] == '/';
    int n = snprintf(whole, sizeof whole, "%s%.*s", absolute ? "" : "xl/", SLICE_ARG(target));
    size_t skip = absolute ? 1 : 0;
    return keep_name(x->sheet, (struct slice){whole + skip, (size_t)n - skip}, xml_diag(at));
}

static int end_nothing(void *context, struct xml_place *at, struct slice name,
                       struct slice text)
{
    (void)context;
    (void)at;
    (void)name;
    (void)text;
    return 0;
}

static int find_sheet(struct xlsx *x, struct diag *diag)
{
    struct xml_handler workbook = {begin_workbook, end_nothing, x};
    struct xml_handler relations = {begin_relations, end_nothing, x};
    TRY(read_member(x, "xl/workbook.xml", &workbook, NEED_IT, diag));
    TRY(read_member(x, "xl/_rels/workbook.xml.rels", &relations, NEED_NOT, diag));
    if (!x->sheet[0]) {
        return keep_name(x->sheet, SLICE("xl/worksheets/sheet1.xml"), diag);
    }
    return 0;
}

/* ---- styles ---- */

/* The formats that every workbook has: days, and those of East Asia. */
static bool is_date_style(const struct xlsx *x, uint64_t format)
{
    for (size_t i = 0; i < x->formats.n; i++) {
        if (x->formats.p[i].id == format) {
            return x->formats.p[i].date;
        }
    }
    return xlsx_is_date_format_number(format);
}

static int begin_styles(void *context, struct xml_place *at, struct slice name,
                        const char *const *attributes)
{
    struct xlsx *x = context;
    uint64_t id = 0;
    if (!parse_u64(xml_attribute(attributes, "numFmtId"), &id)) {
        id = 0;
    }
    if (x->formats.n + x->styles.n > FORMATS_MAX) {
        FAIL(xml_diag(at), ERR_LIMIT, "too many styles in the workbook");
    }
    if (slice_is(name, "numFmt")) {
        struct number_format *f = VEC_ADD(&x->formats);
        if (!f) {
            FAIL(xml_diag(at), ERR_MEMORY, "no memory for the workbook");
        }
        *f = (struct number_format){
            id, xlsx_is_date_format(xml_attribute(attributes, "formatCode"))};
    } else if (slice_is(name, "xf") && slice_is(xml_ancestor(at, 1), "cellXfs")) {
        bool *style = VEC_ADD(&x->styles);
        if (!style) {
            FAIL(xml_diag(at), ERR_MEMORY, "no memory for the workbook");
        }
        *style = is_date_style(x, id);
    }
    return 0;
}

/* ---- texts ---- */

/* "_x000D_" is how a workbook writes a character that XML cannot hold; these become blanks. */
static void add_text(struct buf *out, struct slice text)
{
    enum { ESCAPE = 7 };
    for (size_t at = 0; at < text.n;) {
        size_t mark = slice_find(text, at, "_x00");
        bool escape = mark + ESCAPE <= text.n && text.p[mark + 6] == '_' &&
                      (text.p[mark + 4] == '0' || text.p[mark + 4] == '1');
        size_t until = escape ? mark : mark < text.n ? mark + 1 : mark;
        buf_add(out, slice_cut(text, at, until));
        if (escape) {
            buf_add_char(out, ' ');
            until += ESCAPE;
        }
        at = until;
    }
}

/* Text of a run; phonetic hints are left out. */
static int begin_text(struct xlsx *x, struct slice name)
{
    x->skips |= slice_is(name, "rPh");
    return 0;
}

static int end_text(struct xlsx *x, struct xml_place *at, struct slice name, struct slice text)
{
    if (slice_is(name, "rPh")) {
        x->skips = false;
    } else if (slice_is(name, "t") && !x->skips) {
        add_text(&x->text, text);
        if (buf_failed(&x->text)) {
            FAIL(xml_diag(at), ERR_LIMIT, "the text of a cell is too long");
        }
    }
    return 0;
}

static int begin_shared(void *context, struct xml_place *at, struct slice name,
                        const char *const *attributes)
{
    struct xlsx *x = context;
    (void)at;
    (void)attributes;
    if (slice_is(name, "si")) {
        buf_reset(&x->text);
    }
    return begin_text(x, name);
}

static int end_shared(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct xlsx *x = context;
    if (!slice_is(name, "si")) {
        return end_text(x, at, name, text);
    }
    struct slice *kept = VEC_ADD(&x->texts);
    if (!kept) {
        FAIL(xml_diag(at), ERR_MEMORY, "no memory for the texts of the workbook");
    }
    *kept = arena_copy(&x->memory, buf_slice(&x->text));
    if (arena_failed(&x->memory)) {
        FAIL(xml_diag(at), ERR_LIMIT, "the texts of the workbook are too many");
    }
    return 0;
}

/* ---- the sheet ---- */

/* "AB12" → 27; the columns' count when it says nothing. */
static size_t column_of(struct slice reference, size_t next)
{
    size_t column = 0;
    size_t i = 0;
    for (; i < reference.n && ascii_is_alpha(reference.p[i]) && column <= XLSX_COLUMNS_MAX;
         i++) {
        column = column * 26 + (size_t)(ascii_upper(reference.p[i]) - 'A') + 1;
    }
    return i ? column - 1 : next;
}

static int begin_cell(struct xlsx *x, struct xml_place *at, const char *const *attributes)
{
    static const struct {
        const char *word;
        int type;
    } TYPES[] = {{"s", CELL_SHARED}, {"inlineStr", CELL_TEXT}, {"str", CELL_TEXT},
                 {"d", CELL_TEXT},   {"b", CELL_TRUTH},        {"e", CELL_ERROR}};
    struct slice type = xml_attribute(attributes, "t");
    x->column = column_of(xml_attribute(attributes, "r"), x->column);
    if (x->column >= XLSX_COLUMNS_MAX) {
        FAIL(xml_diag(at), ERR_LIMIT, "more than %d columns", XLSX_COLUMNS_MAX);
    }
    x->type = CELL_NUMBER;
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_is(type, TYPES[i].word)) {
            x->type = TYPES[i].type;
        }
    }
    if (!parse_u64(xml_attribute(attributes, "s"), &x->style)) {
        x->style = 0;
    }
    buf_reset(&x->text);
    return 0;
}

static int begin_sheet(void *context, struct xml_place *at, struct slice name,
                       const char *const *attributes)
{
    struct xlsx *x = context;
    if (slice_is(name, "row")) {
        uint64_t line;
        bool said = parse_u64(xml_attribute(attributes, "r"), &line);
        x->line = said ? line : x->line + 1;
        x->column = 0;
        x->cell_count = 0;
        arena_reset(&x->row_memory);
        memset(x->cells, 0, sizeof x->cells);
    } else if (slice_is(name, "c")) {
        return begin_cell(x, at, attributes);
    }
    return begin_text(x, name);
}

/* What stands in a cell, from the text of its <v> or <is>. */
static int cell_value(struct xlsx *x, struct xml_place *at, struct slice *out)
{
    struct slice text = buf_slice(&x->text);
    struct slice bare = slice_trim(text);
    uint64_t position;
    char day[11];
    *out = text;
    if (x->type == CELL_SHARED && bare.n) {
        if (!parse_u64(bare, &position) || position >= x->texts.n) {
            FAIL(xml_diag(at), ERR_FORMAT, "a cell points at a text that is not there");
        }
        *out = x->texts.p[position];
    } else if (x->type == CELL_TRUTH && bare.n) {
        *out = slice_is(bare, "1") ? SLICE("TRUE") : SLICE("FALSE");
    } else if (x->type == CELL_ERROR) {
        *out = (struct slice){NULL, 0};
    } else if (x->type == CELL_NUMBER) {
        bool date = x->style < x->styles.n && x->styles.p[x->style];
        bool known = date && xlsx_serial_date(bare, x->of_1904 ? XLSX_SHIFT_1904 : 0, day);
        *out = known ? arena_copy(&x->row_memory, (struct slice){day, 10}) : bare;
    }
    return 0;
}

static int end_cell(struct xlsx *x, struct xml_place *at)
{
    struct slice value;
    TRY(cell_value(x, at, &value));
    if (value.n) {
        bool shared = x->type == CELL_SHARED;
        x->cells[x->column] = shared ? value : arena_copy(&x->row_memory, value);
        x->cell_count = x->column + 1 > x->cell_count ? x->column + 1 : x->cell_count;
    }
    x->column++;
    if (arena_failed(&x->row_memory)) {
        FAIL(xml_diag(at), ERR_LIMIT, "a row is too long");
    }
    return 0;
}

static int end_sheet(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct xlsx *x = context;
    if (slice_is(name, "v")) {
        buf_reset(&x->text);
        add_text(&x->text, text);
        return buf_failed(&x->text) ? diag_set(xml_diag(at), ERR_LIMIT, "a cell is too long")
                                    : 0;
    }
    if (slice_is(name, "c")) {
        return end_cell(x, at);
    }
    if (slice_is(name, "row") && x->cell_count) {
        struct xlsx_row row = {x->cells, x->cell_count, x->line};
        return x->handler->row(x->handler->context, &row, xml_diag(at));
    }
    return end_text(x, at, name, text);
}

/* ---- the workbook ---- */

static int read_workbook(struct xlsx *x, struct diag *diag)
{
    struct xml_handler styles = {begin_styles, end_nothing, x};
    struct xml_handler shared = {begin_shared, end_shared, x};
    TRY(zip_is_whole(x->path, diag));
    TRY(find_sheet(x, diag));
    TRY(read_member(x, "xl/styles.xml", &styles, NEED_NOT, diag));
    x->skips = false;
    return read_member(x, "xl/sharedStrings.xml", &shared, NEED_NOT, diag);
}

int xlsx_open(const char *path, struct xlsx **out, struct diag *diag)
{
    struct arena memory;
    arena_init(&memory, XLSX_TEXT_MAX);
    struct xlsx *x = ARENA_NEW(&memory, struct xlsx);
    struct slice kept = arena_copy(&memory, (struct slice){path, strlen(path) + 1});
    if (!x || arena_failed(&memory)) {
        arena_release(&memory);
        FAIL(diag, ERR_MEMORY, "no memory to read '%s'", path);
    }
    *x = (struct xlsx){.memory = memory, .path = kept.p};
    buf_init(&x->text, CELL_TEXT_MAX);
    arena_init(&x->row_memory, (size_t)64 << 20);
    int result = read_workbook(x, diag);
    if (result < 0) {
        xlsx_close(x);
        return result;
    }
    *out = x;
    return 0;
}

int xlsx_rows(struct xlsx *x, const struct xlsx_handler *handler, struct diag *diag)
{
    struct xml_handler sheet = {begin_sheet, end_sheet, x};
    x->handler = handler;
    x->line = 0;
    x->skips = false;
    return read_member(x, x->sheet, &sheet, NEED_IT, diag);
}

uint64_t xlsx_hash(const struct xlsx *x)
{
    return x->hash;
}

void xlsx_close(struct xlsx *x)
{
    if (!x) {
        return;
    }
    VEC_RELEASE(&x->texts);
    VEC_RELEASE(&x->formats);
    VEC_RELEASE(&x->styles);
    buf_release(&x->text);
    arena_release(&x->row_memory);
    struct arena memory = x->memory;
    arena_release(&memory);
}

int xlsx_look(const char *path, struct input **out, struct diag *diag)
{
    static const char *const MEMBERS[] = {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"};
    if (!zip_begins(path)) {
        FAIL(diag, ERR_FORMAT, "not a zip archive");
    }
    int result = ERR_NOT_FOUND;
    for (size_t i = 0; i < sizeof MEMBERS / sizeof MEMBERS[0] && result == ERR_NOT_FOUND; i++) {
        result = input_open_member(path, MEMBERS[i], out, diag);
    }
    return result;
}
