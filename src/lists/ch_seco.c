/*
 * ch_seco - the sanctions list of Switzerland, as SECO publishes it in XML.
 *
 *   swiss-sanctions-list date
 *     sanctions-program / program-key, program-name, sanctions-set …    (ch_tables.c)
 *     target ssid                                                       one record each
 *       sanctions-set-id, foreign-identifier
 *       individual | entity | object
 *         identity / name / name-part / value, spelling-variant
 *                    day-month-year, nationality, place-of-birth, address, …
 *         justification, other-information, relation, generic-attribute
 *       modification                                                    its history
 *     place ssid / location, area, country                              (ch_tables.c)
 *
 * ELEMENTS says what each element is by its depth, its parent and its name.  Below a
 * modification earlier states of the party are repeated: nothing there is read.  De-listed
 * targets are left out and counted.
 *
 * An amendment (list-type="amendment") has targets in the same form.  Behind the whole list it
 * stands for the targets of the same ssid; alone it is read as it is, with a warning.
 */
#include "lists/ch_target.h"

#include <string.h>

#include "lists/readers.h"

enum { TARGET_DEPTH = 2, HISTORY_DEPTH = 3 };

static const struct {
    unsigned depth;
    const char *parent; /* NULL: any */
    const char *name;
    enum ch_element element;
    enum ch_slot slot; /* where its text goes, or CH_SLOTS */
} ELEMENTS[] = {
    {2, NULL, "target", CH_TARGET, CH_SLOTS},
    {3, NULL, "sanctions-set-id", CH_SET, CH_SLOTS},
    {3, NULL, "foreign-identifier", CH_FOREIGN_ID, CH_SLOTS},
    {3, NULL, "individual", CH_PERSON, CH_SLOTS},
    {3, NULL, "entity", CH_ENTITY, CH_SLOTS},
    {3, NULL, "object", CH_OBJECT, CH_SLOTS},
    {3, NULL, "modification", CH_CHANGE, CH_SLOTS},
    {4, NULL, "identity", CH_IDENTITY, CH_SLOTS},
    {4, NULL, "justification", CH_REASON, CH_SLOTS},
    {4, NULL, "other-information", CH_INFORMATION, CH_SLOTS},
    {4, NULL, "generic-attribute", CH_ATTRIBUTE, CH_SLOTS},
    {4, NULL, "relation", CH_RELATION, CH_SLOTS},
    {5, "relation", "remark", CH_RELATION_NOTE, CH_SLOTS},
    {5, "identity", "name", CH_NAME, CH_SLOTS},
    {5, "identity", "day-month-year", CH_DATE, CH_SLOTS},
    {5, "identity", "nationality", CH_NATIONALITY, CH_SLOTS},
    {5, "identity", "place-of-birth", CH_BIRTH_PLACE, CH_SLOTS},
    {5, "identity", "address", CH_ADDRESS, CH_SLOTS},
    {5, "identity", "identification-document", CH_DOCUMENT, CH_SLOTS},
    {6, "name", "name-part", CH_PART, CH_SLOTS},
    {6, "nationality", "country", CH_COUNTRY, CH_SLOTS},
    {6, "address", "c-o", CH_ADDRESS_TEXT, CH_CARE_OF},
    {6, "address", "address-details", CH_ADDRESS_TEXT, CH_DETAILS},
    {6, "address", "p-o-box", CH_ADDRESS_TEXT, CH_BOX},
    {6, "address", "zip-code", CH_ADDRESS_TEXT, CH_ZIP},
    {6, "address", "remarks", CH_ADDRESS_TEXT, CH_NOTE},
    {6, "identification-document", "number", CH_DOCUMENT_TEXT, CH_DOCUMENT_NUMBER},
    {6, "identification-document", "issuer", CH_DOCUMENT_TEXT, CH_ISSUER},
    {6, "identification-document", "date-of-issue", CH_DOCUMENT_TEXT, CH_ISSUED},
    {6, "identification-document", "expiry-date", CH_DOCUMENT_TEXT, CH_EXPIRES},
    {6, "identification-document", "remark", CH_DOCUMENT_TEXT, CH_NOTE},
    {7, "name-part", "value", CH_VALUE, CH_SLOTS},
    {7, "name-part", "spelling-variant", CH_SPELLING, CH_SLOTS},
    {7, "date-of-issue", "day-month-year", CH_DOCUMENT_DATE, CH_ISSUED},
    {7, "expiry-date", "day-month-year", CH_DOCUMENT_DATE, CH_EXPIRES},
};

/* ---- where an element stands ---- */

static size_t index_of(struct xml_place *at, struct slice name)
{
    size_t depth = xml_depth(at);
    struct slice parent = xml_ancestor(at, 1);
    size_t i = 0;
    while (i < sizeof ELEMENTS / sizeof ELEMENTS[0] &&
           !(ELEMENTS[i].depth == depth && slice_is(name, ELEMENTS[i].name) &&
             (!ELEMENTS[i].parent || slice_is(parent, ELEMENTS[i].parent)))) {
        i++;
    }
    return i;
}

static enum ch_element element_at(size_t i)
{
    return i < sizeof ELEMENTS / sizeof ELEMENTS[0] ? ELEMENTS[i].element : CH_UNKNOWN;
}

/* Is it of a target that is read, and not of its history? */
static bool counts(const struct ch_target *t, const struct xml_place *at)
{
    size_t depth = xml_depth(at);
    if (depth < TARGET_DEPTH || !slice_is(xml_ancestor(at, depth - TARGET_DEPTH), "target")) {
        return false;
    }
    bool history = depth > HISTORY_DEPTH &&
                   slice_is(xml_ancestor(at, depth - HISTORY_DEPTH), "modification");
    return !history && (depth == TARGET_DEPTH || !t->skipped);
}

/* ---- what the parser calls ---- */

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct ch_target *t = context;
    if (!counts(t, at)) {
        return 0;
    }
    size_t i = index_of(at, name);
    enum ch_element e = element_at(i);
    if (e == CH_TARGET) {
        ch_target_begin(t, xml_line(at), attributes);
    } else if (e != CH_UNKNOWN) {
        ch_element_begin(t, e, ELEMENTS[i].slot, attributes);
    }
    return 0;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct ch_target *t = context;
    if (!counts(t, at)) {
        return 0;
    }
    size_t i = index_of(at, name);
    enum ch_element e = element_at(i);
    if (e == CH_TARGET) {
        return t->skipped ? 0 : ch_target_end(t, xml_diag(at));
    }
    if (e == CH_UNKNOWN) {
        reading_tally(&t->r, REMARK_UNMAPPED, "element", xml_path(at));
        return 0;
    }
    ch_element_end(t, e, ELEMENTS[i].slot, text);
    return 0;
}

/* The files that count: the list, and the amendments that are newer. */
struct ch_files {
    const char *path[LIST_FILES_MAX];
    size_t n;
};

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    size_t at = slice_find(probe->head, 0, "<swiss-sanctions-list");
    struct slice rest = slice_cut(probe->head, at, probe->head.n);
    return listing_date_behind(rest, " date=\"", out);
}

static int look_at_date(const char *path, char out[LIST_DATE_TEXT], struct diag *diag)
{
    struct input *in;
    struct list_probe probe = {.name = ""};
    TRY(input_open(path, &in, diag));
    int result = input_peek(in, INPUT_PIECE, &probe.head, diag);
    if (result == 0 && !date_of(&probe, out)) {
        out[0] = '\0';
    }
    input_close(in);
    return result;
}

/* An amendment that is not newer than the list says nothing that the list does not say. */
static int choose_files(struct ch_target *t, struct ch_files *files, struct diag *diag)
{
    struct snapshot *snap = t->r.snap;
    files->path[files->n++] = snap->files[0].path;
    for (size_t i = 1; i < snap->file_count; i++) {
        char date[LIST_DATE_TEXT];
        TRY(look_at_date(snap->files[i].path, date, diag));
        if (strcmp(date, snap->date) <= 0) {
            t->r.file = snap->files[i].path;
            t->r.line = 0;
            reading_remark(&t->r, REMARK_SUPERSEDED, "amendment_not_newer",
                           "an amendment of %s, and the list is of %s", date, snap->date);
            continue;
        }
        files->path[files->n++] = snap->files[i].path;
        memcpy(snap->date, date, sizeof snap->date);
    }
    return 0;
}

static int read_twice(struct ch_target *t, struct diag *diag)
{
    struct xml_handler handler = {on_begin, on_end, t};
    struct ch_files files = {.n = 0};
    TRY(choose_files(t, &files, diag));
    for (size_t i = 0; i < files.n; i++) {
        TRY(ch_tables_read(&t->tables, &t->r, files.path[i], i, diag));
    }
    for (t->file = 0; t->file < files.n; t->file++) {
        TRY(listing_read_xml_file(&t->r, files.path[t->file], &handler, LISTING_LAST_PASS,
                                  diag));
    }
    return 0;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct ch_target t = {.skipped = false};
    reading_init(&t.r, snap, sink);
    ch_tables_init(&t.tables);
    int result = read_twice(&t, diag);
    ch_tables_release(&t.tables);
    reading_end(&t.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    size_t at = slice_find(probe->head, 0, "<swiss-sanctions-list");
    struct slice root = slice_cut(probe->head, at, slice_find(probe->head, at, ">"));
    if (root.n == 0) {
        return NULL;
    }
    return slice_find(root, 0, "list-type=\"amendment\"") < root.n ? "amendment" : "xml";
}

const struct list_reader CH_SECO = {
    .kind = "ch_seco_sanctions",
    .dataset = "ch_seco_sanctions",
    .title = "Swiss SECO Sanctions",
    .main_role = "xml",
    .change_role = "amendment",
    .change_alone = true,
    .recognise = recognise,
    .date = date_of,
    .read = read_list,
};
