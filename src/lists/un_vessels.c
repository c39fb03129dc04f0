/*
 * un_vessels - the 1718 Designated Vessels List of the Security Council, an HTML page made of a
 * Word document.
 *
 *   #  | 1: AN SAN 1 2: OLD NAME | 7303803 MMSI: 1: 445114000 | 30-Mar-18 | na | na | Yes | …
 *      | Flag | 1: Kiribati 2: Cambodia
 *      | Other information | …
 *
 * A record is a row with a date and what is said to be imposed, and the rows with a title behind
 * it.  The number may stand in any of its rows, because a cell that spans several was cut apart.
 * What each column imposes is read from its heading.  A later designation has its own date in a
 * further row, and becomes a sanction of its own.
 */
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "format/html_table.h"
#include "lists/listing.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"

enum { IMPOSING = 5, CELLS_MAX = 9, LATER_MAX = 8 };

/* What the columns impose, by words of their headings. */
static const struct {
    const char *mark;
    enum measure measure;
} HEADINGS[] = {
    {"1718 (2006)", MEASURE_ASSET_FREEZE}, /* and paragraph 12 of 2270 */
    {"12 (a)", MEASURE_SHIPPING},          /* the flag is to be taken away */
    {"12 (d)", MEASURE_ASSET_FREEZE},
    {"2371", MEASURE_PORT_ENTRY},
    {"Economic resources", MEASURE_ASSET_FREEZE},
};

/* Rows with a title. */
enum detail {
    DETAIL_FLAG,
    DETAIL_CALL_SIGN,
    DETAIL_TYPE,
    DETAIL_INFORMATION,
    DETAIL_PICTURE,
    DETAIL_OWNER,
    DETAILS
};
static const char *const DETAIL_TITLES[DETAILS] = {
    [DETAIL_FLAG] = "Flag",
    [DETAIL_CALL_SIGN] = "Call Sign",
    [DETAIL_TYPE] = "Type",
    [DETAIL_INFORMATION] = "Other information",
    [DETAIL_PICTURE] = "Picture link",
    [DETAIL_OWNER] = "Designated as economic resources of",
};

static const struct listing_authority UN = {"unv:", "United Nations Security Council", NULL};

struct vessels {
    struct reading r;
    struct listing l;
    struct slice headings[IMPOSING]; /* in r.kept */
    enum measure measures[IMPOSING]; /* of each column; none before its heading */
    bool open;                       /* a record has begun */
    struct slice number;             /* of it, or empty */
    struct slice owners[2];          /* record ids of its designated owners, or empty */
};

/* ---- "1: X 2: Y" ---- */

/* Offset of the mark "2:" or "2." that stands for `due`, or s.n. */
static size_t find_ordinal(struct slice s, size_t from, unsigned due)
{
    char mark[8];
    int n = snprintf(mark, sizeof mark, "%u", due);
    for (size_t at = slice_find(s, from, mark); at < s.n; at = slice_find(s, at + 1, mark)) {
        size_t end = at + (size_t)n;
        bool begins = at == 0 || s.p[at - 1] == ' ';
        if (begins && end < s.n && (s.p[end] == ':' || s.p[end] == '.')) {
            return at;
        }
    }
    return s.n;
}

/* The next piece of a numbered text; a text without numbers is one piece. */
static bool next_ordinal(struct slice *rest, unsigned *due, struct slice *piece)
{
    while (rest->n) {
        size_t next = find_ordinal(*rest, 0, *due);
        *piece = slice_trim(slice_cut(*rest, 0, next));
        if (next == rest->n) {
            *rest = (struct slice){NULL, 0};
        } else {
            size_t digits = *due < 10 ? 1 : 2;
            *rest = slice_cut(*rest, next + digits + 1, rest->n);
            *due += 1;
        }
        if (piece->n) {
            return true;
        }
    }
    return false;
}

static void put_ordinals(struct vessels *v, enum property prop, struct slice text)
{
    struct slice piece;
    unsigned due = 1;
    while (next_ordinal(&text, &due, &piece)) {
        if (!pieces_say_nothing(piece)) {
            value_put(&v->r, &v->l.party, prop, piece);
        }
    }
}

/* ---- a record ---- */

static void put_names(struct vessels *v, struct slice text)
{
    struct slice piece;
    unsigned due = 1;
    enum property prop = PROP_NAME;
    while (next_ordinal(&text, &due, &piece)) {
        listing_name(&v->l, prop, piece, (struct slice){NULL, 0}, 0);
        prop = PROP_ALIAS;
    }
}

/* "7303803 MMSI: 1: 445114000 2: …", "Does not exist". */
static void put_numbers(struct vessels *v, struct slice text)
{
    static const char MMSI[] = "MMSI:";
    size_t at = slice_find(text, 0, MMSI);
    struct slice imo = slice_trim(slice_cut(text, 0, at));
    uint64_t number;
    if (parse_u64(imo, &number)) {
        value_put(&v->r, &v->l.party, PROP_IMO_NUMBER, imo);
    } else if (imo.n) {
        struct slice pieces[2] = {SLICE("IMO number:"), imo};
        value_put_joined(&v->r, &v->l.party, PROP_NOTES, pieces, 2, " ");
    }
    if (at < text.n) {
        put_ordinals(v, PROP_MMSI, slice_cut(text, at + sizeof MMSI - 1, text.n));
    }
}

/* "(KPe.020)", "Hapjanggang Shipping Corp (Kpe.058)": the record of the owner. */
static void note_owner(struct vessels *v, struct slice text)
{
    size_t open = slice_find(text, 0, "(K");
    struct slice reference =
        slice_cut(text, open < text.n ? open + 1 : open, slice_find(text, open, ")"));
    struct slice *free = v->owners[0].n ? &v->owners[1] : &v->owners[0];
    if (!listing_is_un_reference(reference) || v->owners[1].n) {
        return;
    }
    char id[16];
    int n =
        snprintf(id, sizeof id, "un:KP%.*s", SLICE_ARG(slice_cut(reference, 2, reference.n)));
    *free = arena_copy(&v->r.record, (struct slice){id, n > 0 ? (size_t)n : 0});
    if (slice_eq(v->owners[0], v->owners[1])) {
        v->owners[1] = (struct slice){NULL, 0};
    }
}

/* "30-Mar-18": the list began in 2017. */
static struct slice day_of(struct vessels *v, struct slice text)
{
    size_t n = text.n;
    bool short_year = n > 3 && text.p[n - 3] == '-' && ascii_is_digit(text.p[n - 2]) &&
                      ascii_is_digit(text.p[n - 1]);
    struct slice pieces[2] = {slice_cut(text, 0, short_year ? n - 2 : n),
                              slice_cut(text, short_year ? n - 2 : n, n)};
    return short_year ? value_join(&v->r, pieces, 2, "20") : text;
}

/* Date and measures, which become a sanction of that date. */
static void put_designation(struct vessels *v, const struct slice *cells)
{
    struct slice date = day_of(v, cells[0]);
    struct slice key = v->l.sanction_count ? date : (struct slice){NULL, 0};
    struct entity *s = listing_sanction(&v->l, key);
    value_put(&v->r, s, PROP_LISTING_DATE, date);
    value_put(&v->r, &v->l.party, PROP_CREATED_AT, date);
    listing_put_both(&v->l, s, PROP_PROGRAM_ID, SLICE("DPRK"));
    for (size_t i = 0; i < IMPOSING; i++) {
        if (!listing_is_yes(cells[1 + i])) {
            continue;
        }
        value_put(&v->r, s, PROP_PROVISIONS, v->headings[i]);
        if (v->measures[i]) {
            measure_put_both(&v->l, s, v->measures[i]);
        }
        note_owner(v, v->headings[i]);
    }
}

static int emit_owners(struct vessels *v, struct diag *diag)
{
    for (size_t i = 0; i < 2 && v->l.taken && v->owners[i].n; i++) {
        struct entity e;
        struct slice pieces[2] = {reading_part_id(&v->r, v->l.party.id, "linked"),
                                  slice_cut(v->owners[i], 3, v->owners[i].n)};
        value_new_entity(&v->r, &e, SCHEMA_UNKNOWN_LINK, value_join(&v->r, pieces, 2, "/"));
        value_put(&v->r, &e, PROP_SUBJECT, v->l.party.id);
        value_put(&v->r, &e, PROP_OBJECT, v->owners[i]);
        value_put_word(&v->r, &e, PROP_ROLE, "Economic resource of");
        TRY(reading_emit(&v->r, &e, diag));
    }
    return 0;
}

static int end_record(struct vessels *v, struct diag *diag)
{
    if (!v->open) {
        return 0;
    }
    v->open = false;
    v->l.party.schema = SCHEMA_VESSEL;
    TRY(listing_end(&v->l, &UN, v->number, diag));
    return emit_owners(v, diag);
}

static void begin_record(struct vessels *v, const struct html_row *row)
{
    listing_begin(&v->l, &v->r, row->line);
    v->open = true;
    v->number = (struct slice){NULL, 0};
    memset(v->owners, 0, sizeof v->owners);
}

/* ---- rows with a title ---- */

static void put_picture(struct vessels *v, struct slice text)
{
    /* Narrow cells have broken the address into lines. */
    char *p = arena_alloc(&v->r.record, text.n);
    size_t n = 0;
    for (size_t i = 0; p && i < text.n; i++) {
        p[n] = text.p[i];
        n += !ascii_is_space(text.p[i]);
    }
    value_put(&v->r, &v->l.party, PROP_SOURCE_URL, (struct slice){p, p ? n : 0});
}

static void put_detail(struct vessels *v, enum detail detail, struct slice text)
{
    struct slice owner[2] = {slice_of(DETAIL_TITLES[DETAIL_OWNER]), text};
    if (pieces_say_nothing(text)) {
        return;
    }
    switch (detail) {
    case DETAIL_FLAG:
        put_ordinals(v, PROP_FLAG, text);
        break;
    case DETAIL_CALL_SIGN:
        put_ordinals(v, PROP_CALL_SIGN, text);
        break;
    case DETAIL_TYPE:
        value_put(&v->r, &v->l.party, PROP_TYPE, text);
        break;
    case DETAIL_INFORMATION:
        value_put(&v->r, &v->l.party, PROP_NOTES, text);
        break;
    case DETAIL_PICTURE:
        put_picture(v, text);
        break;
    case DETAIL_OWNER:
        value_put_joined(&v->r, &v->l.party, PROP_NOTES, owner, 2, " ");
        note_owner(v, text);
        break;
    case DETAILS:
        break;
    }
}

static enum detail detail_of(struct slice text)
{
    size_t i = 0;
    while (i < DETAILS && !slice_eq_nocase(text, slice_of(DETAIL_TITLES[i]))) {
        i++;
    }
    return (enum detail)i;
}

/* A title in the first or second cell, its text behind it; maybe a later designation. */
static bool take_detail(struct vessels *v, const struct slice *cells, size_t n)
{
    size_t at = 0;
    while (at < 2 && at + 1 < n && detail_of(cells[at]) == DETAILS) {
        at++;
    }
    enum detail detail = at < 2 && at + 1 < n ? detail_of(cells[at]) : DETAILS;
    if (detail == DETAILS || !v->open) {
        return false;
    }
    put_detail(v, detail, cells[at + 1]);
    if (at == 1 && v->number.n == 0) {
        v->number = arena_copy(&v->r.record, cells[0]);
    }
    if (at + 2 + IMPOSING < n && cells[at + 2].n) {
        put_designation(v, cells + at + 2);
    }
    return true;
}

/* ---- rows ---- */

/* The row of headings: each column that imposes something is known by words of its own. */
static bool take_headings(struct vessels *v, const struct slice *cells, size_t n)
{
    if (n != IMPOSING || v->measures[0] || slice_find(cells[0], 0, "aragraph") == cells[0].n) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        v->headings[i] = arena_copy(&v->r.kept, cells[i]);
        v->measures[i] = MEASURE_NONE;
        for (size_t k = sizeof HEADINGS / sizeof HEADINGS[0]; k-- > 0;) {
            if (slice_find(cells[i], 0, HEADINGS[k].mark) < cells[i].n) {
                v->measures[i] = HEADINGS[k].measure;
            }
        }
        if (!v->measures[i]) {
            reading_tally(&v->r, REMARK_WARNING, "unknown_measure", cells[i]);
        }
    }
    return true;
}

static bool begins_record(const struct html_row *row)
{
    return row->cell_count == CELLS_MAX && find_ordinal(row->cells[1], 0, 1) == 0;
}

static int take_row(void *context, const struct html_row *row, struct diag *diag)
{
    struct vessels *v = context;
    struct slice cells[CELLS_MAX] = {{NULL, 0}};
    size_t n = row->cell_count < CELLS_MAX ? row->cell_count : CELLS_MAX;
    /* A record that begins gives the room of the one before it back, cells and all. */
    if (begins_record(row)) {
        TRY(end_record(v, diag));
        begin_record(v, row);
    }
    for (size_t i = 0; i < n; i++) {
        cells[i] = pieces_tidy(&v->r, row->cells[i]);
    }
    if (begins_record(row)) {
        v->number = arena_copy(&v->r.record, cells[0]);
        put_names(v, cells[1]);
        put_numbers(v, cells[2]);
        put_designation(v, cells + 3);
        return 0;
    }
    bool title = n == 1 || slice_is(cells[0], "#");
    if (!title && !take_headings(v, cells, n) && !take_detail(v, cells, n)) {
        reading_tally(&v->r, REMARK_UNMAPPED, "row", cells[0].n ? cells[0] : cells[1]);
    }
    return 0;
}

/* ---- the page ---- */

static int read_page(struct vessels *v, struct buf *page, struct diag *diag)
{
    struct html_handler handler = {take_row, v};
    struct input *in;
    struct slice piece = {NULL, 0};
    TRY(reading_open(&v->r, v->r.snap->files[0].path, &in, diag));
    int result = input_next(in, &piece, diag);
    while (result == 0 && piece.n && !buf_failed(page)) {
        buf_add(page, piece);
        result = input_next(in, &piece, diag);
    }
    if (result == 0 && buf_failed(page)) {
        result = diag_set(diag, ERR_LIMIT, "the page is too large");
    }
    if (result == 0) {
        reading_hash(&v->r, in);
        result = html_table_rows(buf_slice(page), &handler, diag);
    }
    reading_close(&v->r, in);
    return result == 0 ? end_record(v, diag) : result;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct vessels v = {.open = false};
    struct buf page;
    reading_init(&v.r, snap, sink);
    buf_init(&page, HTML_PAGE_MAX);
    int result = reading_failed(&v.r, read_page(&v, &page, diag), diag);
    buf_release(&page);
    reading_end(&v.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    struct slice head = probe->head;
    bool ours = slice_find(head, 0, "1718 Designated Vessels List") < head.n &&
                slice_find(head, 0, "<table") < head.n;
    return ours ? "html" : NULL;
}

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    return listing_date_behind(probe->head, "1718 Designated Vessels List ", out);
}

const struct list_reader UN_VESSELS = {
    .kind = "un_1718_vessels",
    .dataset = "un_1718_vessels",
    .title = "UN Security Council 1718 Designated Vessels",
    .recognise = recognise,
    .date = date_of,
    .read = read_list,
};
