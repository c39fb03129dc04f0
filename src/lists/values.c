#include "lists/values.h"

#include "lists/country_text.h"
#include "lists/pieces.h"
#include "model/country.h"
#include "model/date.h"
#include "model/identifier.h"

static void add(struct reading *r, struct entity *e, enum property prop, struct slice text,
                struct slice note)
{
    int result = entity_add_noted(e, &r->record, prop, text, note);
    if (result < 0 && r->trouble == 0) {
        r->trouble = result;
    }
}

static void put_date(struct reading *r, struct entity *e, enum property prop, struct slice text,
                     struct slice note)
{
    struct date date;
    char normal[DATE_TEXT];
    if (date_parse(text, true, &date)) {
        add(r, e, prop, (struct slice){normal, date_print(&date, normal)}, note);
        return;
    }
    reading_tally(r, REMARK_WARNING, "unreadable_date", text);
    add(r, e, prop, text, note);
}

/* A doubt becomes the value's note, and what is said beside the country a note of the party. */
static void put_country(struct reading *r, struct entity *e, enum property prop,
                        struct slice text, struct slice note)
{
    struct country_text c = country_text_read(text);
    if (c.code.n == 0) {
        if (!country_text_says_none(text)) {
            reading_tally(r, REMARK_WARNING, "unknown_country", text);
        }
        add(r, e, prop, text, note);
        return;
    }
    add(r, e, prop, c.code, note.n ? note : c.doubt);
    if (c.more) {
        add(r, e, PROP_NOTES, text, (struct slice){NULL, 0});
    }
}

static void put_gender(struct reading *r, struct entity *e, enum property prop,
                       struct slice text, struct slice note)
{
    static const struct {
        const char *word;
        const char *gender;
    } WORDS[] = {{"male", "male"},     {"m", "male"},   {"man", "male"},
                 {"female", "female"}, {"f", "female"}, {"woman", "female"},
                 {"other", "other"},   {"x", "other"}};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_eq_nocase(text, slice_of(WORDS[i].word))) {
            add(r, e, prop, slice_of(WORDS[i].gender), note);
            return;
        }
    }
    reading_tally(r, REMARK_WARNING, "unknown_gender", text);
    add(r, e, prop, text, note);
}

static void put_identifier(struct reading *r, struct entity *e, enum property prop,
                           struct slice text, struct slice note)
{
    struct identifier id;
    identifier_parse(id_scheme_of(prop), text, &id);
    add(r, e, prop, id.n ? (struct slice){id.text, id.n} : text, note);
}

/* Line ends part its paragraphs; in other texts they are the typesetting of the list. */
static bool is_prose(enum property prop)
{
    return prop == PROP_NOTES || prop == PROP_SUMMARY || prop == PROP_REASON;
}

void value_put_noted(struct reading *r, struct entity *e, enum property prop, struct slice text,
                     struct slice note)
{
    text = slice_trim(text);
    if (text.n == 0) {
        return;
    }
    switch (property_type(prop)) {
    case TYPE_DATE:
        put_date(r, e, prop, text, note);
        break;
    case TYPE_COUNTRY:
        put_country(r, e, prop, text, note);
        break;
    case TYPE_GENDER:
        put_gender(r, e, prop, text, note);
        break;
    case TYPE_IDENTIFIER:
        put_identifier(r, e, prop, text, note);
        break;
    case TYPE_STRING:
        add(r, e, prop, is_prose(prop) ? text : pieces_tidy(r, text), note);
        break;
    case TYPE_NAME:
        add(r, e, prop, pieces_tidy(r, text), note);
        break;
    case TYPE_TOPIC:
    case TYPE_ENTITY:
        add(r, e, prop, text, note);
        break;
    }
}

void value_put(struct reading *r, struct entity *e, enum property prop, struct slice text)
{
    value_put_noted(r, e, prop, text, (struct slice){NULL, 0});
}

void value_put_word(struct reading *r, struct entity *e, enum property prop, const char *word)
{
    value_put(r, e, prop, slice_of(word));
}

struct slice value_join(struct reading *r, const struct slice *pieces, size_t count,
                        const char *between)
{
    size_t gap = strlen(between);
    size_t room = 0;
    for (size_t i = 0; i < count; i++) {
        room += pieces[i].n + gap;
    }
    char *p = arena_alloc(&r->record, room);
    size_t n = 0;
    for (size_t i = 0; p && i < count; i++) {
        struct slice piece = slice_trim(pieces[i]);
        if (piece.n == 0) {
            continue;
        }
        if (n) {
            memcpy(p + n, between, gap);
            n += gap;
        }
        memcpy(p + n, piece.p, piece.n);
        n += piece.n;
    }
    return (struct slice){p, n};
}

void value_put_joined(struct reading *r, struct entity *e, enum property prop,
                      const struct slice *pieces, size_t count, const char *between)
{
    value_put(r, e, prop, value_join(r, pieces, count, between));
}

void value_put_birth_place(struct reading *r, struct entity *e, struct slice place)
{
    place = slice_trim(place);
    if (place.n == 0) {
        return;
    }
    value_put(r, e, PROP_BIRTH_PLACE, place);
    size_t at = place.n;
    while (at && place.p[at - 1] != ',') {
        at--;
    }
    struct slice code = country_code(slice_trim(slice_cut(place, at, place.n)));
    if (code.n) {
        value_put(r, e, PROP_BIRTH_COUNTRY, code);
    }
}

void value_new_entity(struct reading *r, struct entity *e, enum schema schema, struct slice id)
{
    entity_init(e, schema, id, slice_of(r->snap->dataset), &r->record);
}
