#include "screen/customer.h"

#include <stdarg.h>
#include <stdio.h>

#include "model/country.h"
#include "screen/customer_parts.h"
#include "screen/written.h"

void customer_begin(struct customer *c, const struct customer_rules *rules, struct arena *arena)
{
    *c = (struct customer){.arena = arena, .rules = rules};
}

void customer_fail(struct customer *c, const char *code, const char *fmt, ...)
{
    if (c->error) {
        return;
    }
    va_list args;
    va_start(args, fmt);
    c->error = code;
    (void)vsnprintf(c->message, sizeof c->message, fmt, args);
    va_end(args);
}

/* Makes room for one more element of an array in the arena. */
static bool grow(struct customer *c, void **p, size_t n, size_t *room, size_t size)
{
    if (n < *room) {
        return true;
    }
    size_t wider = *room ? *room * 2 : 4;
    void *q = arena_array(c->arena, wider, size);
    if (!q) {
        customer_fail(c, "limit", "the row has more values than fit into memory");
        return false;
    }
    if (n) {
        memcpy(q, *p, n * size);
    }
    *p = q;
    *room = wider;
    return true;
}

void customer_warn(struct customer *c, const char *code, const char *text, struct slice column)
{
    void *p = c->warnings;
    if (grow(c, &p, c->warning_count, &c->warning_room, sizeof *c->warnings)) {
        c->warnings = p;
        c->warnings[c->warning_count++] = (struct customer_warning){code, text, column};
    }
}

void customer_list_add(struct customer *c, struct customer_list *list, struct slice text)
{
    for (size_t i = 0; i < list->n; i++) {
        if (slice_eq(list->p[i], text)) {
            return;
        }
    }
    void *p = list->p;
    if (grow(c, &p, list->n, &list->room, sizeof *list->p)) {
        list->p = p;
        list->p[list->n++] = text;
    }
}

void customer_add_identifier(struct customer *c, const struct identifier *id)
{
    void *p = c->identifiers;
    if (grow(c, &p, c->identifier_count, &c->identifier_room, sizeof *c->identifiers)) {
        c->identifiers = p;
        c->identifiers[c->identifier_count++] = *id;
    }
}

/* ---- dates, countries, gender, numbers ---- */

static void keep_date(struct customer *c, const struct date *date)
{
    void *p = c->dates;
    if (grow(c, &p, c->date_count, &c->date_room, sizeof *c->dates)) {
        c->dates = p;
        c->dates[c->date_count++] = *date;
    }
}

/* One date, in both readings where both are days of the calendar; false when it is none. */
static bool add_date(struct customer *c, struct slice text)
{
    char exchanged[WRITTEN_DATE_MAX];
    struct date day_first;
    struct date month_first;
    if (!date_parse(text, true, &day_first)) {
        return false;
    }
    bool either = written_exchanged_date(text, exchanged) &&
                  date_parse(slice_of(exchanged), true, &month_first);
    bool same = either && month_first.month == day_first.month;
    if (!either || same || c->rules->dates != DATES_MONTH_FIRST) {
        keep_date(c, &day_first);
    }
    if (either && !same && c->rules->dates != DATES_DAY_FIRST) {
        keep_date(c, &month_first);
    }
    return true;
}

static void add_dates(struct customer *c, struct slice text, struct slice column)
{
    c->person = true;
    if (written_is_stand_in_date(text)) {
        customer_warn(c, "birth_date", "a date that stands for an unknown one: left out",
                      column);
        return;
    }
    if (add_date(c, text)) {
        return;
    }
    while (text.n) {
        struct slice one = slice_trim(written_next(&text, ";|"));
        if (one.n && !add_date(c, one)) {
            customer_warn(c, "birth_date", "not understood as a date: left out", column);
        }
    }
}

static bool add_country(struct customer *c, struct slice text)
{
    struct slice code = country_code(text);
    if (code.n) {
        customer_list_add(c, &c->countries, code);
    }
    return code.n > 0;
}

static void add_countries(struct customer *c, struct slice text, struct slice column)
{
    if (add_country(c, text)) {
        return;
    }
    while (text.n) {
        struct slice one = slice_trim(written_next(&text, ";|/,"));
        if (one.n && !add_country(c, one)) {
            customer_warn(c, "country", "not a country known here: left out", column);
        }
    }
}

static void add_gender(struct customer *c, struct slice text, struct slice column)
{
    c->person = true;
    struct slice gender;
    if (!written_gender(text, &gender)) {
        customer_warn(c, "gender", "not understood as a gender: left out", column);
    } else if (c->gender.n == 0) {
        c->gender = gender;
    }
}

static void add_identifiers(struct customer *c, enum property prop, struct slice text,
                            struct slice column)
{
    while (text.n) {
        struct slice one = slice_trim(written_next(&text, ";|"));
        if (one.n == 0) {
            continue;
        }
        struct identifier id;
        identifier_parse(id_scheme_of(prop), one, &id);
        if (id.n == 0) {
            customer_warn(c, "identifier", "no identifier in it: left out", column);
            continue;
        }
        if (id.check == ID_CHECK_BAD) {
            customer_warn(c, "check_digit",
                          "its form or check digit is wrong; compared as it is", column);
        }
        customer_add_identifier(c, &id);
    }
}

void customer_add_number(struct customer *c, struct slice text, struct slice column)
{
    /* A number of no scheme meets every scheme; only these two write it in another form. */
    static const enum id_scheme MAYBE[] = {ID_WALLET, ID_BIC};
    struct slice value = slice_trim(text);
    struct identifier id;
    identifier_parse(ID_OTHER, value, &id);
    if (id.n == 0) {
        customer_fail(c, "identifier", "%.*s: no identifier in it", SLICE_ARG(column));
        return;
    }
    customer_add_identifier(c, &id);
    for (size_t i = 0; i < sizeof MAYBE / sizeof MAYBE[0]; i++) {
        struct identifier other;
        identifier_parse(MAYBE[i], value, &other);
        if (other.n && other.check == ID_CHECK_GOOD && strcmp(other.text, id.text) != 0) {
            customer_add_identifier(c, &other);
        }
    }
}

void customer_add_schema(struct customer *c, struct slice text, struct slice column)
{
    struct slice word = slice_trim(text);
    enum schema schema;
    bool any;
    if (word.n == 0) {
        return;
    }
    if (!written_schema(word, &schema, &any)) {
        if (schema != SCHEMA_NONE) {
            customer_fail(c, "not_a_party", "%s is nobody who can be on a list",
                          schema_name(schema));
            return;
        }
        customer_warn(c, "schema", "not a kind of party known here: left out", column);
        return;
    }
    c->schema = schema;
    c->any_schema = any;
}

void customer_add(struct customer *c, enum property prop, struct slice text,
                  struct slice column)
{
    struct slice value = slice_trim(text);
    bool name = property_type(prop) == TYPE_NAME || customer_is_part(prop);
    if (!property_is_asked(prop) || value.n == 0 || (!name && written_is_nothing(value))) {
        return;
    }
    switch (property_type(prop)) {
    case TYPE_NAME:
        customer_add_name(c, prop, value, column);
        break;
    case TYPE_DATE:
        add_dates(c, value, column);
        break;
    case TYPE_COUNTRY:
        add_countries(c, value, column);
        break;
    case TYPE_GENDER:
        add_gender(c, value, column);
        break;
    case TYPE_IDENTIFIER:
        add_identifiers(c, prop, value, column);
        break;
    default:
        if (prop == PROP_BIRTH_PLACE) {
            customer_list_add(c, &c->places, value);
        } else if (prop == PROP_ADDRESS) {
            customer_list_add(c, &c->addresses, value);
        } else {
            customer_add_part(c, prop, value, column);
        }
    }
}

void customer_add_column(struct customer *c, const struct column *column, struct slice text)
{
    switch (column->use) {
    case COLUMN_ID:
        c->id = c->id.n ? c->id : slice_trim(text);
        break;
    case COLUMN_SCHEMA:
        customer_add_schema(c, text, column->title);
        break;
    case COLUMN_PROPERTY:
    case COLUMN_FALLBACK:
        customer_add(c, column->prop, text, column->title);
        break;
    default:
        break;
    }
}

/* Was nothing said of the kind of thing that the property says? */
static bool lacks(const struct customer *c, enum property p)
{
    switch (property_type(p)) {
    case TYPE_DATE:
        return c->date_count == 0;
    case TYPE_GENDER:
        return c->gender.n == 0;
    case TYPE_COUNTRY:
        return c->countries.n == 0;
    case TYPE_IDENTIFIER:
        return c->identifier_count == 0;
    default:
        return p == PROP_BIRTH_PLACE ? c->places.n == 0 : c->addresses.n == 0;
    }
}

static void add_defaults(struct customer *c)
{
    for (size_t i = 0; i < c->rules->default_count; i++) {
        const struct customer_default *d = &c->rules->defaults[i];
        if (!lacks(c, d->prop)) {
            continue;
        }
        if (property_type(d->prop) == TYPE_IDENTIFIER) {
            customer_add_number(c, d->text, SLICE("--id"));
        } else {
            customer_add(c, d->prop, d->text, slice_of(property_name(d->prop)));
        }
    }
}

/* A number alone is looked for among everything that is listed. */
static void settle_schema(struct customer *c)
{
    if (c->schema != SCHEMA_NONE || c->any_schema) {
        return;
    }
    c->schema = c->rules->schema;
    c->any_schema = c->rules->any_schema;
    if (c->schema != SCHEMA_NONE || c->any_schema) {
        return;
    }
    if (c->names.n == 0) {
        c->any_schema = true;
    } else if (c->person || c->rules->person) {
        c->schema = SCHEMA_PERSON;
    }
}

bool customer_finish(struct customer *c, struct question *out)
{
    customer_join_names(c);
    add_defaults(c);
    settle_schema(c);
    if (c->names.n == 0 && c->identifier_count == 0) {
        bool letters = false;
        for (size_t i = 0; i < c->warning_count; i++) {
            letters = letters || strcmp(c->warnings[i].code, "no_letters") == 0;
        }
        if (letters) {
            customer_fail(c, "no_letters", "the name has no letter and no digit");
        }
        customer_fail(c, "no_name", "neither a name nor an identifier");
    }
    if (c->error) {
        return false;
    }
    *out = (struct question){
        .schema = c->schema,
        .any_schema = c->any_schema,
        .names = c->names.p,
        .name_count = c->names.n,
        .birth_dates = c->dates,
        .birth_date_count = c->date_count,
        .countries = c->countries.p,
        .country_count = c->countries.n,
        .gender = c->gender,
        .places = c->places.p,
        .place_count = c->places.n,
        .addresses = c->addresses.p,
        .address_count = c->addresses.n,
        .identifiers = c->identifiers,
        .identifier_count = c->identifier_count,
        .datasets = c->rules->datasets,
        .dataset_count = c->rules->dataset_count,
        .excluded = c->rules->excluded,
        .excluded_count = c->rules->excluded_count,
    };
    return true;
}
