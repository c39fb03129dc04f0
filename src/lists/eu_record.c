#include "lists/eu_record.h"
#include "lists/measures.h"

#include <string.h>

#include "base/utf8.h"
#include "model/country.h"
#include "model/date.h"
#include "text/fold.h"

static const struct listing_authority AUTHORITY = {"eu:", "European Union", "eu"};

static struct slice slot(const struct eu_record *eu, enum eu_slot s)
{
    return eu->slots[s];
}

static void put(struct eu_record *eu, enum property prop, struct slice text)
{
    value_put(&eu->r, &eu->listing.party, prop, text);
}

/* "label text" as a note; nothing when there is no text. */
static void put_note(struct eu_record *eu, struct slice label, struct slice text)
{
    struct slice pieces[2] = {label, text};
    if (text.n) {
        value_put_joined(&eu->r, &eu->listing.party, PROP_NOTES, pieces, 2, " ");
    }
}

static bool is_person(const struct eu_record *eu)
{
    return eu->listing.party.schema == SCHEMA_PERSON;
}

/* ---- countries and places ---- */

/* The code; else the words, unless they are UNKNOWN. */
static struct slice country_of(const struct eu_record *eu)
{
    struct slice words = slot(eu, EU_COUNTRY_NAME);
    struct slice code = country_code(slot(eu, EU_COUNTRY));
    code = code.n ? code : country_code(words);
    if (code.n) {
        return code;
    }
    return slice_eq_nocase(words, SLICE("UNKNOWN")) ? (struct slice){NULL, 0} : words;
}

/* People write "-" where they know nothing. */
static struct slice place_slot(const struct eu_record *eu, enum eu_slot s)
{
    return slice_is(slot(eu, s), "-") ? (struct slice){NULL, 0} : slot(eu, s);
}

/* Street to country; empty when there is no more than a country. */
static struct slice joined_place(struct eu_record *eu)
{
    struct slice box[2] = {SLICE("P.O. Box"), slot(eu, EU_PO_BOX)};
    struct slice pieces[7] = {place_slot(eu, EU_STREET),
                              box[1].n ? value_join(&eu->r, box, 2, " ") : box[1],
                              place_slot(eu, EU_PLACE),
                              place_slot(eu, EU_CITY),
                              place_slot(eu, EU_ZIP),
                              place_slot(eu, EU_REGION),
                              {NULL, 0}};
    size_t said = 0;
    for (size_t i = 0; i < 6; i++) {
        said += pieces[i].n;
    }
    if (country_of(eu).n) {
        pieces[6] = slot(eu, EU_COUNTRY_NAME);
        pieces[6] = pieces[6].n ? pieces[6] : slot(eu, EU_COUNTRY);
    }
    return said ? value_join(&eu->r, pieces, 7, ", ") : (struct slice){NULL, 0};
}

/* ---- names ---- */

static bool is_latin(struct slice text)
{
    size_t at = 0;
    uint32_t c;
    while (utf8_next(text, &at, &c)) {
        enum script s = script_of(c);
        if (s != SCRIPT_LATIN && s != SCRIPT_COMMON && fold_is_word(c)) {
            return false;
        }
    }
    return true;
}

/* The list has no main name.  Best serves one in English, then one for all languages. */
static int rank_of(struct slice name, struct slice language)
{
    if (!is_latin(name)) {
        return 0;
    }
    return slice_is(language, "EN") ? 3 : language.n == 0 ? 2 : 1;
}

static bool says(struct slice text, const char *word)
{
    struct slice w = slice_of(word);
    for (size_t i = 0; i + w.n <= text.n; i++) {
        if (slice_eq_nocase(slice_cut(text, i, i + w.n), w)) {
            return true;
        }
    }
    return false;
}

static enum property kind_of_name(const struct eu_record *eu)
{
    struct slice remark = slot(eu, EU_REMARK);
    bool strong = slot(eu, EU_STRONG).n == 0 || listing_is_yes(slot(eu, EU_STRONG));
    if (!strong || says(remark, "low quality") || says(remark, "lo quality")) {
        return PROP_WEAK_ALIAS;
    }
    return says(remark, "formerly") || says(remark, "f.k.a") ? PROP_PREVIOUS_NAME : PROP_ALIAS;
}

static void put_name_parts(struct eu_record *eu)
{
    put(eu, PROP_FIRST_NAME, slot(eu, EU_FIRST));
    put(eu, PROP_MIDDLE_NAME, slot(eu, EU_MIDDLE));
    put(eu, PROP_LAST_NAME, slot(eu, EU_LAST));
    put(eu, PROP_GENDER, slot(eu, EU_GENDER));
    listing_put_numbered(&eu->r, &eu->listing.party, PROP_TITLE, slot(eu, EU_TITLE));
    listing_put_numbered(&eu->r, &eu->listing.party, PROP_POSITION, slot(eu, EU_FUNCTION));
}

/* What stands as title of a firm is its legal form. */
static void put_form(struct eu_record *eu)
{
    static const char LABEL[] = "Type of entity:";
    struct slice form = slot(eu, EU_TITLE);
    if (slice_starts_nocase(form, LABEL)) {
        form = slice_cut(form, sizeof LABEL - 1, form.n);
    }
    put(eu, PROP_LEGAL_FORM, form);
    put(eu, PROP_NOTES, slot(eu, EU_FUNCTION));
}

static void close_name(struct eu_record *eu)
{
    struct slice parts[3] = {slot(eu, EU_FIRST), slot(eu, EU_MIDDLE), slot(eu, EU_LAST)};
    struct slice joined = value_join(&eu->r, parts, 3, " ");
    struct slice whole = slot(eu, EU_WHOLE).n ? slot(eu, EU_WHOLE) : joined;
    struct slice language = slot(eu, EU_LANGUAGE);
    struct slice remark = slot(eu, EU_REMARK);
    listing_name(&eu->listing, kind_of_name(eu), whole, language, rank_of(whole, language));
    if (is_person(eu)) {
        put_name_parts(eu);
    } else {
        put_form(eu);
        if (!slice_eq(joined, whole)) {
            listing_name(&eu->listing, PROP_ALIAS, joined, language, 0);
        }
    }
    if (remark.n && !says(remark, "quality")) {
        struct slice pieces[2] = {whole, remark};
        value_put_joined(&eu->r, &eu->listing.party, PROP_NOTES, pieces, 2, ": ");
    }
}

/* ---- birth ---- */

/* The words from which a date is read; empty when the list has none, or none of our calendar. */
static struct slice birth_words(struct eu_record *eu)
{
    struct slice calendar = slot(eu, EU_CALENDAR);
    struct slice from = slot(eu, EU_FROM_YEAR);
    struct slice to = slot(eu, EU_TO_YEAR);
    if (slot(eu, EU_DATE).n) {
        return slot(eu, EU_DATE);
    }
    if (calendar.n && !slice_eq_nocase(calendar, SLICE("GREGORIAN"))) {
        return (struct slice){NULL, 0};
    }
    if (slot(eu, EU_YEAR).n) {
        struct slice pieces[3] = {slot(eu, EU_YEAR), slot(eu, EU_MONTH), slot(eu, EU_DAY)};
        size_t n = pieces[1].n == 0 ? 1 : pieces[2].n == 0 ? 2 : 3;
        return value_join(&eu->r, pieces, n, "-");
    }
    struct slice span[2] = {from, to};
    return from.n && to.n ? value_join(&eu->r, span, 2, " to ") : (struct slice){NULL, 0};
}

/* What the date's words do not hold: another calendar, a span open at one end. */
static void put_birth_notes(struct eu_record *eu, struct slice words)
{
    struct slice ymd[3] = {slot(eu, EU_YEAR), slot(eu, EU_MONTH), slot(eu, EU_DAY)};
    struct slice calendar = slot(eu, EU_CALENDAR);
    if (words.n == 0 && ymd[0].n) {
        struct slice pieces[3] = {SLICE("born"), value_join(&eu->r, ymd, 3, "-"), calendar};
        value_put_joined(&eu->r, &eu->listing.party, PROP_NOTES, pieces, 3, " ");
    } else if (words.n == 0) {
        put_note(eu, SLICE("born in or after"), slot(eu, EU_FROM_YEAR));
        put_note(eu, SLICE("born in or before"), slot(eu, EU_TO_YEAR));
    }
    put_note(eu, SLICE("date of birth:"), slot(eu, EU_REMARK));
}

static void close_birth(struct eu_record *eu)
{
    struct slice words = birth_words(eu);
    put_birth_notes(eu, words);
    if (words.n && listing_is_yes(slot(eu, EU_CIRCA))) {
        struct slice pieces[2] = {SLICE("circa"), words};
        words = value_join(&eu->r, pieces, 2, " ");
    }
    if (!is_person(eu)) {
        put(eu, PROP_INCORPORATION_DATE, words);
        put(eu, PROP_ADDRESS, joined_place(eu));
        put(eu, PROP_COUNTRY, country_of(eu));
        return;
    }
    put(eu, PROP_BIRTH_DATE, words);
    put(eu, PROP_BIRTH_PLACE, joined_place(eu));
    put(eu, PROP_BIRTH_COUNTRY, country_of(eu));
}

/* ---- addresses, citizenship, contacts ---- */

static void close_address(struct eu_record *eu)
{
    bool then = listing_is_yes(slot(eu, EU_AT_LISTING));
    value_put_noted(&eu->r, &eu->listing.party, PROP_ADDRESS, joined_place(eu),
                    then ? SLICE("at the time of listing") : (struct slice){NULL, 0});
    put(eu, PROP_COUNTRY, country_of(eu));
    put(eu, PROP_NOTES, slot(eu, EU_REMARK));
}

static void close_citizenship(struct eu_record *eu)
{
    put(eu, PROP_CITIZENSHIP, country_of(eu));
    put_note(eu, SLICE("citizenship:"), slot(eu, EU_REGION));
    put_note(eu, SLICE("citizenship:"), slot(eu, EU_REMARK));
}

/* Keys are "PHONE[1]", "EMAIL", "WEB" …; the CSV form has them in front of the value. */
static void close_contact(struct eu_record *eu)
{
    static const struct {
        const char *key;
        enum property prop;
    } KEYS[] = {{"PHONE", PROP_PHONE}, {"MOBILE", PROP_PHONE}, {"TEL", PROP_PHONE},
                {"EMAIL", PROP_EMAIL}, {"E-MAIL", PROP_EMAIL}, {"WEB", PROP_WEBSITE}};
    struct slice value = slot(eu, EU_VALUE);
    struct slice key = slot(eu, EU_KEY);
    if (key.n == 0 && slice_find(value, 0, ":") < value.n) {
        key = slice_next(&value, ':');
    }
    for (size_t i = 0; i < sizeof KEYS / sizeof KEYS[0]; i++) {
        if (slice_starts_nocase(key, KEYS[i].key)) {
            put(eu, KEYS[i].prop, value);
            return;
        }
    }
    put_note(eu, key.n ? key : SLICE("contact:"), value);
}

/* ---- documents ---- */

static const struct {
    const char *code;
    enum property prop;
} DOCUMENTS[] = {
    {"passport", PROP_PASSPORT_NUMBER},
    {"diplpassport", PROP_PASSPORT_NUMBER},
    {"traveldoc", PROP_PASSPORT_NUMBER},
    {"id", PROP_ID_NUMBER},
    {"ssn", PROP_SOCIAL_SECURITY_NUMBER},
    {"fiscalcode", PROP_TAX_NUMBER},
    {"taxid", PROP_TAX_NUMBER},
    {"regnumber", PROP_REGISTRATION_NUMBER},
    {"tradelic", PROP_REGISTRATION_NUMBER},
    {"imo", PROP_IMO_NUMBER},
    {"swiftbic", PROP_SWIFT_BIC},
    {"birthcert", PROP_ID_NUMBER},
    {"drivinglicence", PROP_ID_NUMBER},
    {"nationcert", PROP_ID_NUMBER},
    {"residentperm", PROP_ID_NUMBER},
    {"travelcardid", PROP_ID_NUMBER},
    {"unssn", PROP_ID_NUMBER},
    {"euvat", PROP_VAT_CODE},
    {"electionid", PROP_ID_NUMBER},
    {"other", PROP_ID_NUMBER},
};

static enum property document_property(struct eu_record *eu)
{
    for (size_t i = 0; i < sizeof DOCUMENTS / sizeof DOCUMENTS[0]; i++) {
        if (slice_eq_nocase(slot(eu, EU_CODE), slice_of(DOCUMENTS[i].code))) {
            return DOCUMENTS[i].prop;
        }
    }
    reading_tally(&eu->r, REMARK_WARNING, "unknown_document", slot(eu, EU_CODE));
    return PROP_ID_NUMBER;
}

/* "passport AD001095: known to be false, issued by …"; of a kind that no property tells, the
 * kind and the number alone. */
static void put_document_notes(struct eu_record *eu, enum property prop)
{
    static const struct {
        enum eu_slot slot;
        const char *words;
    } FLAGS[] = {{EU_DIPLOMATIC, "diplomatic"},
                 {EU_EXPIRED, "known to be expired"},
                 {EU_FALSE, "known to be false"},
                 {EU_LOST, "reported lost"},
                 {EU_REVOKED, "revoked by its issuer"}},
      TEXTS[] = {{EU_ISSUED_BY, "issued by"},   {EU_ISSUED_ON, "issued on"},
                 {EU_VALID_FROM, "valid from"}, {EU_VALID_TO, "valid to"},
                 {EU_REGION, "region"},         {EU_REMARK, ""}};
    enum { FLAG_COUNT = sizeof FLAGS / sizeof FLAGS[0] };
    enum { TEXT_COUNT = sizeof TEXTS / sizeof TEXTS[0] };
    struct slice pieces[FLAG_COUNT + TEXT_COUNT];
    size_t n = 0;
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        if (listing_is_yes(slot(eu, FLAGS[i].slot))) {
            pieces[n++] = slice_of(FLAGS[i].words);
        }
    }
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        struct slice both[2] = {slice_of(TEXTS[i].words), slot(eu, TEXTS[i].slot)};
        if (both[1].n) {
            pieces[n++] = value_join(&eu->r, both, 2, " ");
        }
    }
    struct slice code = slot(eu, EU_CODE);
    bool told = prop != PROP_ID_NUMBER || slice_is(code, "id") || slice_is(code, "other");
    if (n || !told) {
        struct slice kind = slot(eu, EU_KIND).n ? slot(eu, EU_KIND) : slot(eu, EU_CODE);
        struct slice head[2] = {kind, slot(eu, EU_NUMBER)};
        struct slice both[2] = {value_join(&eu->r, head, 2, " "),
                                value_join(&eu->r, pieces, n, ", ")};
        value_put_joined(&eu->r, &eu->listing.party, PROP_NOTES, both, 2, ": ");
    }
}

static void close_document(struct eu_record *eu)
{
    enum property prop = document_property(eu);
    struct entity *party = &eu->listing.party;
    struct slice issuer = country_code(country_of(eu));
    value_put_noted(&eu->r, party, prop, slot(eu, EU_NUMBER), issuer);
    value_put_noted(&eu->r, party, prop, slot(eu, EU_LATIN_NUMBER), issuer);
    listing_name(&eu->listing, PROP_ALIAS, slot(eu, EU_NAME_ON_IT), (struct slice){NULL, 0}, 0);
    put_document_notes(eu, prop);
}

/* ---- the entity and its acts ---- */

static void close_entity(struct eu_record *eu)
{
    struct slice number = slot(eu, EU_REFERENCE);
    if (number.n == 0 && slot(eu, EU_LOGICAL_ID).n) {
        struct slice pieces[2] = {SLICE("logical-"), slot(eu, EU_LOGICAL_ID)};
        number = value_join(&eu->r, pieces, 2, "");
    }
    eu->reference = number;
    eu->un_id = slot(eu, EU_UN_ID);
    eu->designation = slot(eu, EU_DESIGNATION);
    eu->designated_on = slot(eu, EU_DESIGNATED_ON);
    put(eu, PROP_UNISC_ID, eu->un_id);
    put(eu, PROP_CREATED_AT, eu->designated_on);
    put(eu, PROP_NOTES, slot(eu, EU_REMARK));
}

/* In CSV the two columns are sometimes exchanged. */
static void close_subject(struct eu_record *eu)
{
    static const struct {
        const char *code;
        enum schema schema;
    } KINDS[] = {{"person", SCHEMA_PERSON},           {"P", SCHEMA_PERSON},
                 {"enterprise", SCHEMA_ORGANIZATION}, {"E", SCHEMA_ORGANIZATION},
                 {"vessel", SCHEMA_VESSEL},           {"ship", SCHEMA_VESSEL}};
    struct slice codes[2] = {slot(eu, EU_CODE), slot(eu, EU_CLASS)};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        for (size_t k = 0; k < 2; k++) {
            if (slice_eq_nocase(codes[k], slice_of(KINDS[i].code))) {
                eu->listing.party.schema = KINDS[i].schema;
                return;
            }
        }
    }
    reading_tally(&eu->r, REMARK_WARNING, "unknown_subject", codes[0].n ? codes[0] : codes[1]);
}

static void close_regulation(struct eu_record *eu)
{
    struct listing *l = &eu->listing;
    struct entity *s = listing_sanction(l, slot(eu, EU_PROGRAMME));
    listing_put_both(l, s, PROP_PROGRAM_ID, slot(eu, EU_PROGRAMME));
    measure_put_both(l, s, MEASURE_ASSET_FREEZE);
    struct slice kind[2] = {slot(eu, EU_ACT_TYPE), slot(eu, EU_ORGANISATION)};
    value_put_noted(&eu->r, s, PROP_PROVISIONS, slot(eu, EU_ACT),
                    value_join(&eu->r, kind, 2, ", "));
    value_put(&eu->r, s, PROP_DATE, slot(eu, EU_PUBLISHED_ON));
    value_put(&eu->r, s, PROP_START_DATE, slot(eu, EU_IN_FORCE_ON));
    value_put(&eu->r, s, PROP_SOURCE_URL, slot(eu, EU_URL));
    value_put(&eu->r, s, PROP_NOTES, slot(eu, EU_REMARK));
    if (eu->designated_on.n == 0) {
        value_put(&eu->r, s, PROP_LISTING_DATE, slot(eu, EU_PUBLISHED_ON));
    }
    put(eu, PROP_MODIFIED_AT, slot(eu, EU_IN_FORCE_ON));
}

/* ---- the record ---- */

void eu_begin(struct eu_record *eu, uint64_t line)
{
    struct slice nothing = {NULL, 0};
    listing_begin(&eu->listing, &eu->r, line);
    eu->reference = eu->un_id = eu->designation = eu->designated_on = nothing;
    eu_open_group(eu);
}

void eu_open_group(struct eu_record *eu)
{
    memset(eu->slots, 0, sizeof eu->slots);
}

void eu_put(struct eu_record *eu, enum eu_slot s, struct slice text)
{
    text = listing_trim(text);
    if (s == EU_IGNORED || text.n == 0) {
        return;
    }
    if (eu->slots[s].n) {
        struct slice both[2] = {eu->slots[s], text};
        eu->slots[s] = value_join(&eu->r, both, 2, "; ");
    } else {
        eu->slots[s] = arena_copy(&eu->r.record, text);
    }
}

void eu_close_group(struct eu_record *eu, enum eu_group group)
{
    static void (*const CLOSE[EU_GROUPS])(struct eu_record *) = {
        [EU_ENTITY] = close_entity,           [EU_SUBJECT] = close_subject,
        [EU_REGULATION] = close_regulation,   [EU_NAME] = close_name,
        [EU_CITIZENSHIP] = close_citizenship, [EU_BIRTH] = close_birth,
        [EU_ADDRESS] = close_address,         [EU_CONTACT] = close_contact,
        [EU_DOCUMENT] = close_document,
    };
    if (eu->r.trouble == 0) {
        CLOSE[group](eu);
    }
    eu_open_group(eu);
}

int eu_end(struct eu_record *eu, struct diag *diag)
{
    struct listing *l = &eu->listing;
    struct slice nothing = {NULL, 0};
    if (l->sanction_count == 0) {
        measure_put_both(l, listing_sanction(l, nothing), MEASURE_ASSET_FREEZE);
    }
    listing_put_sanctions(l, PROP_AUTHORITY_ID, eu->reference, nothing);
    listing_put_sanctions(l, PROP_AUTHORITY_ID, eu->un_id, SLICE("un"));
    listing_put_sanctions(l, PROP_LISTING_DATE, eu->designated_on, nothing);
    listing_put_sanctions(l, PROP_NOTES, eu->designation, nothing);
    return listing_end(l, &AUTHORITY, eu->reference, diag);
}
