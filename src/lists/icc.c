/*
 * icc - persons whom the International Criminal Court wants arrested, from our own fact file
 * (data/embargo/warrants.txt, which the rules on travel read too):
 *
 *     rule: Rome Statute art. 89
 *
 *     warrant: icc:joseph-kony
 *     name: Joseph Kony
 *     situation: Uganda
 *     issued: 2005-07-08
 *     until: …                      the last day on which the person was to be arrested
 *     ids: un:CFi.009 ofac:11018    records of the same person in other lists
 *     names: … | …
 *     note: …
 *
 * One key a line; "#" begins a comment.  A warrant is a Sanction upon the person; the records
 * named are referents, so that the person is one party with them.
 */
#include <string.h>

#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"
#include "lists/rows.h"
#include "lists/values.h"

enum key {
    KEY_WARRANT,
    KEY_NAME,
    KEY_NAMES,
    KEY_SITUATION,
    KEY_ISSUED,
    KEY_UNTIL,
    KEY_IDS,
    KEY_NOTE,
    KEYS
};
static const char *const KEY_WORDS[KEYS] = {
    [KEY_WARRANT] = "warrant", [KEY_NAME] = "name",
    [KEY_NAMES] = "names",     [KEY_SITUATION] = "situation",
    [KEY_ISSUED] = "issued",   [KEY_UNTIL] = "until",
    [KEY_IDS] = "ids",         [KEY_NOTE] = "note",
};

struct icc {
    struct reading r;
    struct slice rule;         /* in r.kept */
    bool open;                 /* a warrant has begun */
    struct slice values[KEYS]; /* of it, in r.record */
};

static void put_names(struct icc *icc, struct entity *party)
{
    struct slice rest = icc->values[KEY_NAMES];
    value_put(&icc->r, party, PROP_NAME, icc->values[KEY_NAME]);
    while (rest.n) {
        struct slice name = slice_trim(slice_next(&rest, '|'));
        bool word = slice_find(name, 0, " ") == name.n;
        value_put(&icc->r, party, word ? PROP_WEAK_ALIAS : PROP_ALIAS, name);
    }
}

static void put_referents(struct icc *icc, struct entity *party)
{
    struct slice rest = icc->values[KEY_IDS];
    party->referents = ARENA_ARRAY(&icc->r.record, struct slice, ENTITY_RECORDS_MAX);
    while (party->referents && rest.n && party->referent_count < ENTITY_RECORDS_MAX) {
        struct slice id = slice_trim(slice_next(&rest, ' '));
        if (id.n) {
            party->referents[party->referent_count++] = id;
        }
    }
}

static void put_warrant(struct icc *icc, struct entity *party, struct entity *warrant)
{
    struct reading *r = &icc->r;
    value_put(r, warrant, PROP_ENTITY, party->id);
    value_put_word(r, warrant, PROP_AUTHORITY, "International Criminal Court");
    value_put(r, warrant, PROP_PROGRAM, icc->values[KEY_SITUATION]);
    value_put_word(r, warrant, PROP_PROGRAM_ID, "ICC");
    value_put(r, warrant, PROP_PROVISIONS, icc->rule);
    value_put(r, warrant, PROP_LISTING_DATE, icc->values[KEY_ISSUED]);
    value_put(r, warrant, PROP_END_DATE, icc->values[KEY_UNTIL]);
    value_put(r, warrant, PROP_NOTES, icc->values[KEY_NOTE]);
    measure_put(r, warrant, MEASURE_ARREST_WARRANT);
    value_put_word(r, party, PROP_PROGRAM_ID, "ICC");
    value_put(r, party, PROP_CREATED_AT, icc->values[KEY_ISSUED]);
    value_put(r, party, PROP_NOTES, icc->values[KEY_NOTE]);
    if (icc->values[KEY_UNTIL].n == 0) {
        value_put_word(r, party, PROP_TOPICS, "wanted");
        measure_put(r, party, MEASURE_ARREST_WARRANT);
    }
}

static int end_warrant(struct icc *icc, struct diag *diag)
{
    struct entity party;
    struct entity warrant;
    struct slice id;
    if (!icc->open) {
        return 0;
    }
    icc->open = false;
    icc->r.id = icc->values[KEY_WARRANT];
    if (icc->values[KEY_NAME].n == 0 || !slice_starts(icc->r.id, "icc:")) {
        reading_refuse(&icc->r, icc->values[KEY_NAME].n ? "no_id" : "no_name",
                       "a warrant without its id or the name of the person");
        return 0;
    }
    TRY(reading_id(&icc->r, icc->r.id, icc->values[KEY_NAME], &id, diag));
    value_new_entity(&icc->r, &party, SCHEMA_PERSON, id);
    value_new_entity(&icc->r, &warrant, SCHEMA_SANCTION,
                     reading_part_id(&icc->r, id, "warrant"));
    put_names(icc, &party);
    put_referents(icc, &party);
    put_warrant(icc, &party, &warrant);
    if (reading_in_trouble(&icc->r)) {
        return 0;
    }
    TRY(reading_emit(&icc->r, &party, diag));
    TRY(reading_emit(&icc->r, &warrant, diag));
    reading_taken(&icc->r);
    return 0;
}

static enum key key_of(struct slice word)
{
    size_t i = 0;
    while (i < KEYS && !slice_is(word, KEY_WORDS[i])) {
        i++;
    }
    return (enum key)i;
}

static int take_line(struct icc *icc, struct slice line, uint64_t number, struct diag *diag)
{
    struct slice value = line;
    struct slice word = slice_trim(slice_next(&value, ':'));
    enum key key = key_of(word);
    value = slice_trim(value);
    if (key == KEY_WARRANT) {
        TRY(end_warrant(icc, diag));
        reading_record(&icc->r, number);
        memset(icc->values, 0, sizeof icc->values);
        icc->open = true;
    }
    if (!icc->open && slice_is(word, "rule")) {
        icc->rule = arena_copy(&icc->r.kept, value);
    } else if (key == KEYS || !icc->open) {
        reading_tally(&icc->r, REMARK_UNMAPPED, "key", word);
    } else {
        /* A key that comes again adds to what is there. */
        const char *between = key == KEY_NAMES ? " | " : key == KEY_IDS ? " " : "; ";
        struct slice both[2] = {icc->values[key], pieces_tidy(&icc->r, value)};
        icc->values[key] = value_join(&icc->r, both, 2, between);
    }
    return 0;
}

static int take_row(void *context, const struct csv_record *row, struct diag *diag)
{
    struct icc *icc = context;
    if (reading_row_fault(row)) {
        FAIL(diag, ERR_TEXT, "line %llu cannot be read", (unsigned long long)row->line);
    }
    struct slice line = slice_trim(row->fields[0]);
    bool comment = line.n == 0 || line.p[0] == '#';
    return comment ? 0 : take_line(icc, line, row->line, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct icc icc = {.open = false};
    /* No line holds this byte: each is one field. */
    struct csv_options options = {.encoding = ENCODING_UTF8, .delimiter = '\x1f'};
    reading_init(&icc.r, snap, sink);
    int result = rows_read(&icc.r, &options, take_row, &icc, diag);
    if (result == 0) {
        result = end_warrant(&icc, diag);
    }
    result = reading_failed(&icc.r, result, diag);
    reading_end(&icc.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    return slice_find(probe->head, 0, "\nwarrant: icc:") < probe->head.n ? "txt" : NULL;
}

const struct list_reader ICC_WARRANTS = {
    .kind = "icc_warrants",
    .dataset = "icc_warrants",
    .title = "Warrants of the International Criminal Court",
    .recognise = recognise,
    .read = read_list,
};
