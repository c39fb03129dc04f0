/*
 * made_index - an index of invented parties, and questions about them.
 *
 * Entities of every kind that can be found, with the attributes that the rules speak of.  All
 * follows from the dice: the same seed makes the same file.
 */
#ifndef MADE_INDEX_H
#define MADE_INDEX_H

#include "index/builder.h"
#include "index/search.h"
#include "made_names.h"

enum { MADE_DATES = 6, MADE_NAMES_OF_ONE = 3 };

static const char *const MADE_COUNTRIES[] = {"ru", "ua", "suhh", "ir", "kp",
                                             "cn", "sy", "cy",   "ae", "us"};
static const char *const MADE_BIRTHS[] = {
    "1970-03-14", "1970-03-15", "1970-04-03", "1970-03-04", "1970",       "1970-03",
    "1971",       "1958/1963",  "1961~",      "1985-12-31", "1984-01-08", "1949"};
static const char *const MADE_DATASETS[] = {"list_a", "list_b", "list_c"};
/* Valid and published (tests/unit/test_identifier.c says whose), and invalid ones. */
static const struct {
    enum property prop;
    enum id_scheme scheme;
    const char *text, *note;
} MADE_IDS[] = {
    {PROP_IMO_NUMBER, ID_IMO, "9187629", ""},
    {PROP_IMO_NUMBER, ID_IMO, "9074729", ""},
    {PROP_INN_CODE, ID_INN, "7707083893", ""},
    {PROP_INN_CODE, ID_INN, "7736050003", ""},
    {PROP_INN_CODE, ID_INN, "7707083894", ""},
    {PROP_LEI_CODE, ID_LEI, "5493001KJTIIGC8Y1R12", ""},
    {PROP_PASSPORT_NUMBER, ID_PASSPORT, "K1234567", "ir"},
    {PROP_PASSPORT_NUMBER, ID_PASSPORT, "K1234567", "sy"},
    {PROP_PASSPORT_NUMBER, ID_PASSPORT, "A 99887-6", ""},
    {PROP_ID_NUMBER, ID_NATIONAL, "12345678901", "ru"},
    {PROP_REGISTRATION_NUMBER, ID_OTHER, "K1234567", ""},
};

static inline void made_value(struct entity *e, struct arena *a, enum property p,
                              const char *text, const char *note)
{
    assert_int_equal(entity_add_noted(e, a, p, slice_of(text), slice_of(note)), 0);
}

static inline void made_one_name(struct dice *d, enum schema schema, struct made_text *t)
{
    switch (schema_name_kind(schema)) {
    case NAME_PERSON:
        made_person(d, t);
        break;
    case NAME_CRAFT:
        made_vessel(d, t);
        break;
    default:
        made_company(d, t);
        break;
    }
}

static inline enum schema made_schema(struct dice *d)
{
    static const enum schema SCHEMATA[] = {
        SCHEMA_PERSON,  SCHEMA_PERSON,       SCHEMA_PERSON, SCHEMA_PERSON,      SCHEMA_PERSON,
        SCHEMA_COMPANY, SCHEMA_ORGANIZATION, SCHEMA_VESSEL, SCHEMA_LEGAL_ENTITY};
    return dice_one_in(d, 40) ? SCHEMA_AIRPLANE : MADE_PICK(d, SCHEMATA);
}

/* The names of an entity: one of its own, and now and then others that resemble it. */
static inline void made_entity_names(struct dice *d, struct entity *e, struct arena *a)
{
    static const enum property OTHERS[] = {PROP_ALIAS, PROP_WEAK_ALIAS, PROP_PREVIOUS_NAME};
    struct made_text name;
    struct made_text other;
    made_one_name(d, e->schema, &name);
    made_value(e, a, PROP_NAME, name.p, "");
    for (size_t n = dice_below(d, MADE_NAMES_OF_ONE); n > 0; n--) {
        made_change(d, (struct slice){name.p, name.n}, 1, &other);
        if (dice_one_in(d, 3)) {
            made_one_name(d, e->schema, &other);
        }
        made_value(e, a, MADE_PICK(d, OTHERS), other.p, "");
    }
}

static inline void made_entity(struct dice *d, size_t number, struct arena *a, struct entity *e)
{
    char id[32];
    (void)snprintf(id, sizeof id, "made:%05zu", number);
    entity_init(e, made_schema(d), arena_copy(a, slice_of(id)),
                slice_of(MADE_PICK(d, MADE_DATASETS)), a);
    made_entity_names(d, e, a);
    if (dice_one_in(d, 2)) {
        made_value(e, a, PROP_BIRTH_DATE, MADE_PICK(d, MADE_BIRTHS), "");
    }
    if (dice_one_in(d, 3)) {
        made_value(e, a, PROP_GENDER, dice_one_in(d, 2) ? "male" : "female", "");
    }
    if (dice_one_in(d, 2)) {
        made_value(e, a, PROP_NATIONALITY, MADE_PICK(d, MADE_COUNTRIES), "");
    }
    if (dice_one_in(d, 5)) {
        made_value(e, a, PROP_BIRTH_PLACE, "Basra, Iraq", "");
    }
    if (dice_one_in(d, 8)) {
        size_t i = dice_below(d, COUNT_OF(MADE_IDS));
        made_value(e, a, MADE_IDS[i].prop, MADE_IDS[i].text, MADE_IDS[i].note);
    }
}

/* A sanction upon an entity: in the index, never found. */
static inline void made_sanction(struct arena *a, size_t number, struct entity *e)
{
    char id[32];
    (void)snprintf(id, sizeof id, "made:s%05zu", number);
    entity_init(e, SCHEMA_SANCTION, arena_copy(a, slice_of(id)), SLICE("list_a"), a);
    made_value(e, a, PROP_PROGRAM, "INVENTED", "");
}

/* Writes an index of `count` entities; the first names, as listed, go to `texts` when it is not
 * NULL (room for `count`, copied into the arena). */
static inline void made_index(uint64_t seed, size_t count, const char *path, struct arena *a,
                              struct slice *texts)
{
    struct dice d = {seed};
    struct builder *b;
    struct builder_outcome outcome;
    struct list_info list = {.dataset = SLICE("list_a"),
                             .title = SLICE("A list"),
                             .date = SLICE("2026-11-01"),
                             .hash = 7,
                             .records = count,
                             .read = count};
    assert_int_equal(builder_new((size_t)1 << 30, &b), 0);
    for (size_t i = 0; i < count; i++) {
        struct entity e;
        if (dice_one_in(&d, 50)) {
            made_sanction(a, i, &e);
        } else {
            made_entity(&d, i, a, &e);
        }
        if (texts) {
            texts[i] = entity_caption(&e);
        }
        assert_int_equal(builder_add(b, &e, NULL), 0);
    }
    assert_int_equal(builder_add_list(b, &list, NULL), 0);
    assert_int_equal(builder_write(b, path, 1764000000, 1, NULL, NULL, &outcome, NULL), 0);
    assert_int_equal(outcome.entities, count);
    builder_free(b);
}

/* A question, with room for what it points to. */
struct made_question {
    struct question question;
    struct made_text text[2];
    struct slice names[2];
    struct date dates[2];
    struct slice countries[2];
    struct slice places[1];
    struct identifier ids[2];
    struct slice datasets[1];
};

static inline void made_attributes(struct dice *d, struct made_question *m)
{
    struct question *q = &m->question;
    if (dice_one_in(d, 2)) {
        for (size_t n = 1 + dice_below(d, 2); n > 0; n--) {
            assert_true(date_parse(slice_of(MADE_PICK(d, MADE_BIRTHS)), true,
                                   &m->dates[q->birth_date_count++]));
        }
    }
    if (dice_one_in(d, 2)) {
        m->countries[q->country_count++] = slice_of(MADE_PICK(d, MADE_COUNTRIES));
    }
    if (dice_one_in(d, 3)) {
        q->gender = slice_of(dice_one_in(d, 2) ? "male" : "female");
    }
    if (dice_one_in(d, 4)) {
        m->places[q->place_count++] = SLICE("Basra");
    }
    if (dice_one_in(d, 3)) {
        size_t i = dice_below(d, COUNT_OF(MADE_IDS));
        identifier_parse(MADE_IDS[i].scheme, slice_of(MADE_IDS[i].text), &m->ids[0]);
        q->identifier_count = 1;
    }
    if (dice_one_in(d, 6)) {
        m->datasets[0] = slice_of(MADE_PICK(d, MADE_DATASETS));
        if (dice_one_in(d, 2)) {
            q->dataset_count = 1;
        } else {
            q->excluded_count = 1;
        }
    }
}

/* Little words and the initials of a listed name: what names are not looked up by. */
static inline void made_scraps(struct dice *d, struct slice listed, struct made_text *t)
{
    static const char *const LITTLE[] = {"al", "Dr", "van", "J.", "bin", "Mr", "MV", "de"};
    *t = (struct made_text){.n = 0};
    while (listed.n) {
        struct slice word = slice_next(&listed, ' ');
        char initial[] = {word.n ? word.p[0] : 'x', '.', '\0'};
        if (ascii_is_alpha(initial[0])) {
            made_word(t, initial);
        }
        if (dice_one_in(d, 3)) {
            made_word(t, MADE_PICK(d, LITTLE));
        }
    }
    if (t->n == 0 || dice_one_in(d, 2)) {
        made_surname(d, t, "");
    }
}

/* A question about one of `texts`, changed on its way, or about nobody. */
static inline void made_question(struct dice *d, const struct slice *texts, size_t count,
                                 struct made_question *m)
{
    static const enum schema SCHEMATA[] = {SCHEMA_NONE,    SCHEMA_NONE,   SCHEMA_PERSON,
                                           SCHEMA_COMPANY, SCHEMA_VESSEL, SCHEMA_LEGAL_ENTITY,
                                           SCHEMA_THING};
    memset(m, 0, sizeof *m);
    struct question *q = &m->question;
    q->names = m->names;
    q->birth_dates = m->dates;
    q->countries = m->countries;
    q->places = m->places;
    q->identifiers = m->ids;
    q->datasets = m->datasets;
    q->excluded = m->datasets;
    q->schema = dice_one_in(d, 2) ? SCHEMA_NONE : MADE_PICK(d, SCHEMATA);
    q->any_schema = dice_one_in(d, 2);
    for (size_t n = dice_one_in(d, 10) ? 2 : 1; n > 0; n--) {
        struct made_text *t = &m->text[q->name_count];
        if (dice_one_in(d, 12)) {
            made_person(d, t);
        } else if (dice_one_in(d, 15)) {
            made_scraps(d, texts[dice_below(d, count)], t);
        } else {
            made_change(d, texts[dice_below(d, count)], dice_below(d, 4), t);
        }
        m->names[q->name_count++] = (struct slice){t->p, t->n};
    }
    if (dice_one_in(d, 3)) {
        made_attributes(d, m);
    }
}

#endif
