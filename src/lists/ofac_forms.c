#include "lists/ofac_forms.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "lists/listing.h"
#include "lists/ofac_delta.h"
#include "lists/readers.h"
#include "model/date.h"

/* ---- what a file is ---- */

enum form { FORM_OTHER, FORM_CLASSIC, FORM_ADVANCED, FORM_ENHANCED, FORM_DELTA };

/* Behind comments, the declaration and processing instructions: the root's start tag without
 * its brackets, as far as it is there; or the empty slice. */
static struct slice root_tag(struct slice head)
{
    size_t at = slice_find(head, 0, "<");
    while (at + 1 < head.n && (head.p[at + 1] == '?' || head.p[at + 1] == '!')) {
        bool comment = slice_starts(slice_cut(head, at, head.n), "<!--");
        size_t end = slice_find(head, at, comment ? "-->" : ">");
        at = slice_find(head, end, "<");
    }
    if (at >= head.n) {
        return (struct slice){NULL, 0};
    }
    return slice_cut(head, at + 1, slice_find(head, at, ">"));
}

static bool begins_as_xml(struct slice head)
{
    if (slice_starts(head, "\xef\xbb\xbf")) {
        head = slice_cut(head, 3, head.n);
    }
    head = slice_trim(head);
    return head.n && head.p[0] == '<';
}

/* The name of the tag, without a prefix. */
static struct slice tag_name(struct slice tag)
{
    size_t n = 0;
    size_t from = 0;
    while (n < tag.n && !ascii_is_space(tag.p[n]) && tag.p[n] != '/') {
        from = tag.p[n] == ':' ? n + 1 : from;
        n++;
    }
    return slice_cut(tag, from, n);
}

static bool holds(struct slice text, const char *words)
{
    return slice_find(text, 0, words) < text.n;
}

static enum form form_of(struct slice head)
{
    if (!begins_as_xml(head)) {
        return FORM_OTHER;
    }
    struct slice tag = root_tag(head);
    struct slice name = tag_name(tag);
    if (slice_is(name, "sdnList")) {
        return FORM_CLASSIC;
    }
    if (slice_is(name, "Sanctions") &&
        (holds(tag, "sanctions/1.0") || holds(tag, "ADVANCED_XML"))) {
        return FORM_ADVANCED;
    }
    if (slice_is(name, "sanctionsData")) {
        return holds(tag, "DeltaFile") ? FORM_DELTA : FORM_ENHANCED;
    }
    return FORM_OTHER;
}

/* ---- which list it is ---- */

static bool holds_nocase(struct slice text, const char *words)
{
    for (size_t i = 0; i < text.n; i++) {
        if (slice_starts_nocase(slice_cut(text, i, text.n), words)) {
            return true;
        }
    }
    return false;
}

/* What the file was filtered by when it was made. */
static struct slice filters_of(struct slice head)
{
    size_t from = slice_find(head, 0, "<filters>");
    return slice_cut(head, from, slice_find(head, from, "</filters>"));
}

/* By what the file says of itself, its name, or its first programmes: Cuba's is among the first
 * of the SDN list, and the legislative council's of the others. */
static enum ofac_list list_of_file(const struct list_probe *probe, enum form form)
{
    struct slice head = probe->head;
    struct slice name = slice_of(probe->name);
    struct slice filters = filters_of(head);
    if (form == FORM_DELTA || holds(filters, "List<")) {
        bool sdn = holds(form == FORM_DELTA ? head : filters, ">SDN List<");
        return sdn ? OFAC_LIST_SDN : OFAC_LIST_CONS;
    }
    if (holds_nocase(name, "cons")) {
        return OFAC_LIST_CONS;
    }
    bool sdn = holds_nocase(name, "sdn") || holds(head, ">CUBA<") || !holds(head, ">NS-PLC<");
    return sdn ? OFAC_LIST_SDN : OFAC_LIST_CONS;
}

enum ofac_list ofac_list_of(const struct snapshot *snap)
{
    return strcmp(snap->reader->kind, "us_ofac_cons") == 0 ? OFAC_LIST_CONS : OFAC_LIST_SDN;
}

static const char *recognise(const struct list_probe *probe, enum ofac_list list)
{
    enum form form = form_of(probe->head);
    if (form == FORM_OTHER) {
        bool sdn = list == OFAC_LIST_SDN;
        return sdn ? OFAC_SDN_CSV.recognise(probe) : OFAC_CONS_CSV.recognise(probe);
    }
    if (!probe->forced && list_of_file(probe, form) != list) {
        return NULL;
    }
    return form == FORM_DELTA ? OFAC_DELTA_ROLE : OFAC_MAIN_ROLE;
}

static const char *recognise_sdn(const struct list_probe *probe)
{
    return recognise(probe, OFAC_LIST_SDN);
}

static const char *recognise_cons(const struct list_probe *probe)
{
    return recognise(probe, OFAC_LIST_CONS);
}

/* ---- dates ---- */

/* "03/28/2025", the month first. */
static bool american_date(struct slice head, char out[LIST_DATE_TEXT])
{
    static const char MARK[] = "Publish_Date>";
    size_t at = slice_find(head, 0, MARK) + sizeof MARK - 1;
    uint64_t part[3];
    if (at > head.n) {
        return false;
    }
    struct slice rest = slice_cut(head, at, slice_find(head, at, "<"));
    for (size_t i = 0; i < 3; i++) {
        if (!parse_u64(slice_trim(slice_next(&rest, '/')), &part[i]) || part[i] > 9999) {
            return false;
        }
    }
    (void)snprintf(out, LIST_DATE_TEXT, "%04u-%02u-%02u", (unsigned)part[2], (unsigned)part[0],
                   (unsigned)part[1]);
    struct date date;
    return date_parse(slice_of(out), true, &date) && date.precision == DATE_DAY;
}

/* Year, month and day in elements of their own. */
static bool issue_date(struct slice head, char out[LIST_DATE_TEXT])
{
    static const char *const MARKS[] = {"Year>", "Month>", "Day>"};
    uint64_t part[3];
    size_t at = slice_find(head, 0, "DateOfIssue");
    for (size_t i = 0; i < 3; i++) {
        at = slice_find(head, at, MARKS[i]) + strlen(MARKS[i]);
        if (at > head.n) {
            return false;
        }
        struct slice number = slice_cut(head, at, slice_find(head, at, "<"));
        if (!parse_u64(slice_trim(number), &part[i]) || part[i] > 9999) {
            return false;
        }
        at += number.n;
        at = slice_find(head, at, ">"); /* behind the end tag */
    }
    (void)snprintf(out, LIST_DATE_TEXT, "%04u-%02u-%02u", (unsigned)part[0], (unsigned)part[1],
                   (unsigned)part[2]);
    struct date date;
    return date_parse(slice_of(out), true, &date) && date.precision == DATE_DAY;
}

bool ofac_date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    char date[LIST_DATE_TEXT];
    bool found = false;
    switch (form_of(probe->head)) {
    case FORM_CLASSIC:
        found = american_date(probe->head, date);
        break;
    case FORM_ADVANCED:
        found = issue_date(probe->head, date);
        break;
    case FORM_ENHANCED:
        found = listing_date_behind(probe->head, "dataAsOf>", date);
        break;
    case FORM_DELTA:
        found = listing_date_behind(probe->head, "datePublished>", date);
        break;
    case FORM_OTHER:
        break;
    }
    if (found) {
        memcpy(out, date, LIST_DATE_TEXT);
    }
    return found;
}

/* ---- reading ---- */

static int look_at(const char *path, enum form *form, char date[LIST_DATE_TEXT],
                   struct diag *diag)
{
    struct input *in;
    TRY(input_open(path, &in, diag));
    struct list_probe probe = {.name = ""};
    int result = input_peek(in, INPUT_PIECE, &probe.head, diag);
    if (result == 0) {
        *form = form_of(probe.head);
        if (date) {
            (void)ofac_date_of(&probe, date);
        }
    }
    input_close(in);
    if (result < 0) {
        diag_at(diag, path, 0, 0);
    }
    return result;
}

int ofac_date_of_file(const char *path, char out[LIST_DATE_TEXT], struct diag *diag)
{
    enum form form;
    return look_at(path, &form, out, diag);
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

int ofac_read_main(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    enum form form = FORM_OTHER;
    const char *path = path_of(snap, OFAC_MAIN_ROLE);
    if (path) {
        TRY(look_at(path, &form, NULL, diag));
    }
    switch (form) {
    case FORM_CLASSIC:
        return ofac_xml_read(snap, sink, diag);
    case FORM_ADVANCED:
        return ofac_advanced_read(snap, sink, diag);
    case FORM_ENHANCED:
        return ofac_enhanced_read(snap, sink, diag);
    case FORM_DELTA:
    case FORM_OTHER:
        break;
    }
    return OFAC_SDN_CSV.read(snap, sink, diag);
}

static int read_snapshot(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    const char *deltas[LIST_FILES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < snap->file_count; i++) {
        if (strcmp(snap->files[i].role, OFAC_DELTA_ROLE) == 0) {
            deltas[n++] = snap->files[i].path;
        }
    }
    return ofac_delta_read(snap, deltas, n, sink, diag);
}

const struct list_reader OFAC_SDN = {
    .kind = "us_ofac_sdn",
    .dataset = "us_ofac_sdn",
    .title = "US OFAC Specially Designated Nationals (SDN)",
    .main_role = OFAC_MAIN_ROLE,
    .change_role = OFAC_DELTA_ROLE,
    .recognise = recognise_sdn,
    .date = ofac_date_of,
    .read = read_snapshot,
};

const struct list_reader OFAC_CONS = {
    .kind = "us_ofac_cons",
    .dataset = "us_ofac_cons",
    .title = "US OFAC Consolidated (non-SDN)",
    .main_role = OFAC_MAIN_ROLE,
    .change_role = OFAC_DELTA_ROLE,
    .recognise = recognise_cons,
    .date = ofac_date_of,
    .read = read_snapshot,
};
