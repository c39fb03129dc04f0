/*
 * uk_xml - the UK sanctions list, as the Foreign, Commonwealth and Development Office publishes
 * it in XML (its CSV form is in uk_csv.c).
 *
 *   Designations
 *     DateGenerated
 *     Designation                                      one record each
 *       UniqueID, RegimeName, SanctionsImposed …       plain facts
 *       Names / Name / Name1 … Name6, NameType         groups, several of each
 *       IndividualDetails / Individual / DOBs / DOB    lists
 *
 * Facts are known by the name of their element wherever in the record it stands; every element
 * that ends and is no fact closes the groups within it.
 */
#include "lists/readers.h"
#include "lists/uk_record.h"

enum { RECORD_DEPTH = 2 };

static const struct uk_field *field_of(struct slice element)
{
    for (size_t i = 0; i < UK_FIELD_COUNT; i++) {
        if (UK_FIELDS[i].element && slice_is(element, UK_FIELDS[i].element)) {
            return &UK_FIELDS[i];
        }
    }
    return NULL;
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct uk_record *uk = context;
    (void)attributes;
    if (xml_depth(at) == 1 && !slice_is(name, "Designations")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not Designations",
             SLICE_ARG(name));
    }
    if (xml_depth(at) == RECORD_DEPTH && slice_is(name, "Designation")) {
        uk_begin(uk, xml_line(at));
    }
    return 0;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct uk_record *uk = context;
    size_t depth = xml_depth(at);
    if (depth < RECORD_DEPTH) {
        return 0;
    }
    bool ours = slice_is(xml_ancestor(at, depth - RECORD_DEPTH), "Designation");
    if (ours && depth == RECORD_DEPTH) {
        return uk_end(uk, xml_diag(at));
    }
    const struct uk_field *field = ours ? field_of(name) : NULL;
    if (field) {
        uk_take(uk, field, text);
        return 0;
    }
    if (ours) {
        uk_close_groups(uk);
    }
    if (text.n && !(depth == RECORD_DEPTH && slice_is(name, "DateGenerated"))) {
        reading_tally(&uk->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

static int read_forms(struct uk_record *uk, struct diag *diag)
{
    struct xml_handler handler = {on_begin, on_end, uk};
    TRY(strcmp(uk->r.snap->files[0].role, "csv") == 0
            ? uk_read_csv(uk, diag)
            : listing_read_xml(&uk->r, &handler, LISTING_LAST_PASS, diag));
    return uk_ties_end(uk, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct uk_record uk;
    uk_init(&uk, snap, sink);
    int result = read_forms(&uk, diag);
    uk_release(&uk);
    return result;
}

/* ---- recognising ---- */

static bool is_xml(struct slice head)
{
    return slice_find(head, 0, "<Designations") < head.n;
}

static const char *recognise(const struct list_probe *probe)
{
    if (is_xml(probe->head)) {
        return "xml";
    }
    return uk_is_csv(probe->head) ? "csv" : NULL;
}

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    return is_xml(probe->head) ? listing_date_behind(probe->head, "<DateGenerated>", out)
                               : listing_date_behind(probe->head, "Report Date: ", out);
}

const struct list_reader UK_SANCTIONS = {
    .kind = "gb_fcdo_sanctions",
    .dataset = "gb_fcdo_sanctions",
    .title = "UK Sanctions List (FCDO)",
    .recognise = recognise,
    .date = date_of,
    .read = read_list,
};
