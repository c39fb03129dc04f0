#include "merge/record_facts.h"

#include "base/hash.h"
#include "base/num.h"
#include "match/attributes.h"
#include "model/country.h"

/* Shorter numbers, and such with fewer digits, are too often the same by chance. */
enum {
    DOCUMENT_LENGTH_MIN = 6,
    DOCUMENT_DIGITS_MIN = 5,
    COUNTRIES_KEPT = 24,
    REFERENCE_DIGITS = 3
};

/* ---- references ---- */

/* The reference that begins at `at`: two letters for the list, one that says i(ndividual) or
 * e(ntity), a full stop, three digits (where there are fewer, one was lost: "QDi.43" of the EU
 * stands for QDi.433).  Identifiers in normal form have lost the full stop.  Returns where it
 * ends, or 0. */
static size_t reference_at(struct slice s, size_t at, char out[REFERENCE_TEXT])
{
    size_t letters = at;
    while (letters < s.n && ascii_is_alpha(s.p[letters])) {
        letters++;
    }
    bool stop = letters < s.n && s.p[letters] == '.';
    size_t first = letters + stop;
    size_t end = first;
    while (end < s.n && ascii_is_digit(s.p[end])) {
        end++;
    }
    size_t count = end - first;
    if (letters - at != 3 || count != REFERENCE_DIGITS || (!stop && end - at != s.n)) {
        return 0;
    }
    char kind = ascii_lower(s.p[letters - 1]);
    if (kind != 'i' && kind != 'e') {
        return 0;
    }
    char text[REFERENCE_TEXT] = {ascii_upper(s.p[at]), ascii_upper(s.p[at + 1]), kind, '.'};
    memcpy(text + 4, s.p + first, count);
    memcpy(out, text, sizeof text);
    return end;
}

bool un_reference(struct slice text, char out[REFERENCE_TEXT])
{
    char found[REFERENCE_TEXT] = "";
    for (size_t i = 0; i < text.n;) {
        char one[REFERENCE_TEXT];
        bool starts = i == 0 || !ascii_is_alnum(text.p[i - 1]);
        size_t end = starts ? reference_at(text, i, one) : 0;
        if (end == 0 || (end < text.n && ascii_is_alnum(text.p[end]))) {
            i++;
            continue;
        }
        if (found[0] && memcmp(found, one, sizeof one) != 0) {
            return false;
        }
        memcpy(found, one, sizeof one);
        i = end;
    }
    memcpy(out, found, sizeof found);
    return found[0] != '\0';
}

/* ---- numbers ---- */

static uint64_t key_of_number(enum number_kind kind, unsigned scheme, struct slice text)
{
    return hash_mix(hash_bytes(text, 21 + (uint64_t)kind), scheme);
}

static bool is_tied_to_russia(const struct entity *e, struct slice note)
{
    bool tied = slice_is(note, "ru");
    for (size_t i = 0; note.n == 0 && !tied && i < e->value_count; i++) {
        tied = attribute_is_country(e->values[i].prop) && slice_is(e->values[i].text, "ru");
    }
    return tied;
}

static bool is_document(enum id_scheme s)
{
    return s == ID_PASSPORT || s == ID_NATIONAL || s == ID_TAX || s == ID_REGISTRATION ||
           s == ID_OTHER;
}

/* A number of no stated register whose country and check digit make it a Russian taxpayer's. */
static void see_taxpayer(const struct entity *e, const struct value *v, struct identifier *id)
{
    struct identifier inn;
    if (!is_document(id->scheme) || id->scheme == ID_PASSPORT || id->n != 10 ||
        !is_tied_to_russia(e, v->note)) {
        return;
    }
    identifier_parse(ID_INN, v->text, &inn);
    if (inn.check == ID_CHECK_GOOD) {
        *id = inn;
    }
}

static bool tells_apart(const struct identifier *id)
{
    size_t digits = 0;
    bool all_equal = true;
    char first = '\0';
    for (size_t i = 0; i < id->n; i++) {
        if (ascii_is_digit(id->text[i])) {
            first = digits ? first : id->text[i];
            all_equal &= id->text[i] == first;
            digits++;
        }
    }
    return id->n >= DOCUMENT_LENGTH_MIN && digits >= DOCUMENT_DIGITS_MIN && !all_equal;
}

static void read_number(const struct entity *e, const struct value *v, struct number *out)
{
    struct identifier id;
    identifier_parse(id_scheme_of(v->prop), v->text, &id);
    see_taxpayer(e, v, &id);
    *out = (struct number){
        .kind = NUMBER_OTHER, .scheme = (uint8_t)id.scheme, .prop = v->prop, .text = v->text};
    if (identifier_is_strong(&id)) {
        out->kind = NUMBER_PROOF;
        out->single = id_scheme_is_single(id.scheme);
    } else if (is_document(id.scheme) && tells_apart(&id)) {
        out->kind = NUMBER_DOCUMENT;
        out->country = country_code(v->note);
    }
    /* Lists differ in what they call a document: its number alone is compared. */
    unsigned scheme = out->kind == NUMBER_DOCUMENT ? 0 : (unsigned)id.scheme;
    out->key =
        key_of_number((enum number_kind)out->kind, scheme, (struct slice){id.text, id.n});
}

/* "KPi.001" is no reference of a firm, nor "KPe.001" of a person: somebody mistyped, or meant
 * another party. */
static bool fits_schema(struct slice reference, enum schema schema)
{
    bool person = schema_is(schema, SCHEMA_PERSON);
    return reference.p[2] == 'i' ? schema_meets(schema, SCHEMA_PERSON) : !person;
}

static void add_reference(struct slice text, enum property prop, struct record_facts *f)
{
    if (!fits_schema(text, f->entity->schema)) {
        return;
    }
    struct number n = {.key = key_of_number(NUMBER_REFERENCE, ID_UN, text),
                       .kind = NUMBER_REFERENCE,
                       .scheme = ID_UN,
                       .prop = prop,
                       .text = text};
    for (size_t i = 0; i < f->number_count; i++) {
        if (f->numbers[i].key == n.key) {
            return;
        }
    }
    f->numbers[f->number_count++] = n;
}

static int read_numbers(const struct entity *e, const struct reference *references,
                        size_t count, struct arena *arena, struct record_facts *f)
{
    size_t room = count;
    for (size_t i = 0; i < e->value_count; i++) {
        room += attribute_is_identifier(e->values[i].prop);
    }
    f->numbers = ARENA_ARRAY(arena, struct number, room);
    if (!f->numbers) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        add_reference(references[i].text, PROP_AUTHORITY_ID, f);
    }
    for (size_t i = 0; i < e->value_count; i++) {
        char text[REFERENCE_TEXT];
        if (e->values[i].prop == PROP_UNISC_ID && un_reference(e->values[i].text, text)) {
            add_reference(arena_copy(arena, slice_of(text)), PROP_UNISC_ID, f);
        }
    }
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        if (attribute_is_identifier(v->prop) && v->prop != PROP_UNISC_ID) {
            read_number(e, v, &f->numbers[f->number_count]);
            f->number_count += f->numbers[f->number_count].kind != NUMBER_OTHER;
        }
    }
    return arena_failed(arena) ? ERR_MEMORY : 0;
}

/* ---- dates and countries ---- */

static int read_births(const struct entity *e, struct arena *arena, struct record_facts *f)
{
    size_t room = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        room += e->values[i].prop == PROP_BIRTH_DATE;
    }
    f->births = ARENA_ARRAY(arena, struct date, room);
    if (!f->births) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < e->value_count; i++) {
        struct date *d = &f->births[f->birth_count];
        if (e->values[i].prop == PROP_BIRTH_DATE && date_parse(e->values[i].text, true, d)) {
            if (d->precision == DATE_DAY && d->month == 1 && d->day == 1) {
                d->precision = DATE_YEAR;
                d->month = d->day = 0;
            }
            f->birth_count++;
        }
    }
    return 0;
}

/* The country that an address or a place ends with: "Moscow 107076 Russia", "Tehran, Iran
 * (Islamic Republic of)."; empty when the last word is none. */
static struct slice country_at_end(struct slice place)
{
    while (place.n && (place.p[place.n - 1] == '.' || place.p[place.n - 1] == ' ')) {
        place.n--;
    }
    size_t comma = place.n;
    while (comma && place.p[comma - 1] != ',') {
        comma--;
    }
    struct slice last = slice_trim(slice_cut(place, comma, place.n));
    struct slice code = country_code(last);
    size_t blank = last.n;
    while (blank && last.p[blank - 1] != ' ') {
        blank--;
    }
    if (code.n == 0 && last.n - blank > 3) {
        code = country_code(slice_cut(last, blank, last.n));
    }
    return last.n > 2 ? code : (struct slice){NULL, 0};
}

static struct slice country_of(const struct value *v)
{
    if (v->prop == PROP_ADDRESS || v->prop == PROP_BIRTH_PLACE) {
        return country_at_end(v->text);
    }
    bool known = attribute_is_country(v->prop) && country_name(v->text).n;
    return known ? v->text : (struct slice){NULL, 0};
}

static int read_countries(const struct entity *e, struct arena *arena, struct record_facts *f)
{
    struct slice found[COUNTRIES_KEPT] = {{NULL, 0}};
    size_t n = 0;
    for (size_t i = 0; i < e->value_count && n < COUNTRIES_KEPT; i++) {
        struct slice code = country_of(&e->values[i]);
        size_t k = 0;
        while (k < n && !slice_eq(found[k], code)) {
            k++;
        }
        found[k] = code;
        n += k == n && code.n;
    }
    f->countries = ARENA_ARRAY(arena, struct slice, n);
    if (!f->countries) {
        return ERR_MEMORY;
    }
    if (n) {
        memcpy(f->countries, found, n * sizeof *found);
    }
    f->country_count = n;
    return 0;
}

int record_facts_read(const struct entity *e, const struct reference *references,
                      size_t reference_count, struct arena *arena, struct record_facts *out)
{
    struct record_facts f = {.entity = e};
    TRY(read_births(e, arena, &f));
    TRY(read_countries(e, arena, &f));
    TRY(read_numbers(e, references, reference_count, arena, &f));
    struct slice gender = entity_first(e, PROP_GENDER);
    if (slice_is(gender, "male") || slice_is(gender, "female")) {
        f.gender = gender;
    }
    *out = f;
    return 0;
}

bool facts_share_country(const struct record_facts *a, const struct record_facts *b,
                         struct slice *which)
{
    for (size_t i = 0; i < a->country_count; i++) {
        for (size_t k = 0; k < b->country_count; k++) {
            if (country_meets(a->countries[i], b->countries[k])) {
                *which = b->countries[k];
                return true;
            }
        }
    }
    return false;
}
