/* The Australian list: names with kinds, dates as typed, measures as yes or no. */
#include "lists/ammitto.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "model/country.h"
#include "model/date.h"

static const struct listing_authority AUTHORITY = {
    "au:", "Department of Foreign Affairs and Trade", "au"};

/* ---- names ---- */

static void take_name(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {"text", "name_type", "script", "alias_strength", NULL};
    struct slice type = json_member_text(v, "name_type");
    bool weak = slice_is(json_member_text(v, "alias_strength"), "Weak");
    bool original = slice_is(type, "Original Script");
    enum property prop = weak ? PROP_WEAK_ALIAS : PROP_ALIAS;
    ammitto_tally(a, v, "name", KNOWN);
    if (slice_is(type, "Primary Name")) {
        prop = PROP_NAME;
    } else if (!original && !slice_is(type, "Alias")) {
        reading_tally(&a->r, REMARK_WARNING, "unknown_name_type", type);
    }
    listing_name(&a->l, prop, json_member_text(v, "text"),
                 original ? SLICE("original") : (struct slice){NULL, 0}, original ? 0 : 1);
}

static void take_names(struct ammitto *a, const struct json_value *root)
{
    const struct json_value *one;
    for (size_t i = 0; (one = ammitto_each(json_member(root, "names"), i)); i++) {
        take_name(a, one);
    }
    for (size_t i = 0; (one = ammitto_each(json_member(root, "previous_names"), i)); i++) {
        listing_name(&a->l, PROP_PREVIOUS_NAME, json_text(one), (struct slice){NULL, 0}, 0);
    }
}

/* ---- birth ---- */

/* The words as typed when they are a date; else the years that ammitto read in them. */
static struct slice birth_words(struct ammitto *a, const struct json_value *v)
{
    char year[JSON_SCALAR_TEXT], from[JSON_SCALAR_TEXT], to[JSON_SCALAR_TEXT];
    struct date date;
    struct slice raw = listing_trim(json_member_text(v, "raw_value"));
    if (date_parse(raw, true, &date)) {
        return raw;
    }
    struct slice span[2] = {ammitto_text(v, "year_range_from", from),
                            ammitto_text(v, "year_range_to", to)};
    struct slice one = ammitto_text(v, "year", year);
    one = one.n == 4 ? one : (struct slice){NULL, 0};
    if (one.n || (span[0].n && span[1].n)) {
        struct slice pieces[2] = {
            json_is_yes(json_member(v, "circa")) ? SLICE("circa") : (struct slice){NULL, 0},
            one.n ? one : value_join(&a->r, span, 2, " to ")};
        value_put(&a->r, &a->l.party, PROP_NOTES, raw);
        return value_join(&a->r, pieces, 2, " ");
    }
    return raw;
}

static void take_birth_date(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {
        "raw_value",       "year",          "month", "day", "precision", "circa",
        "year_range_from", "year_range_to", NULL};
    ammitto_tally(a, v, "date_of_birth", KNOWN);
    value_put(&a->r, &a->l.party, PROP_BIRTH_DATE, birth_words(a, v));
}

/* The pieces between the commas of one place, put together again. */
static void take_birth_places(struct ammitto *a, const struct json_value *places)
{
    static const char *const KNOWN[] = {"raw_value", "country", NULL};
    enum { PIECES_MAX = 64 };
    struct slice pieces[PIECES_MAX];
    const struct json_value *one;
    size_t n = 0;
    for (size_t i = 0; (one = ammitto_each(places, i)); i++) {
        struct slice piece = listing_trim(json_member_text(one, "raw_value"));
        ammitto_tally(a, one, "place_of_birth", KNOWN);
        if (n == PIECES_MAX) {
            value_put_joined(&a->r, &a->l.party, PROP_BIRTH_PLACE, pieces, n, ", ");
            n = 0;
        }
        pieces[n++] = piece;
        value_put(&a->r, &a->l.party, PROP_BIRTH_COUNTRY, country_code(piece));
    }
    if (n != 1 || country_code(pieces[0]).n == 0) {
        value_put_joined(&a->r, &a->l.party, PROP_BIRTH_PLACE, pieces, n, ", ");
    }
}

/* ---- the sanction ---- */

/* Does a change of the listing, not the listing itself, stand before this place? */
static bool is_change(struct slice before)
{
    static const char *const WORDS[] = {"relisted", "re-listed", "amended", "updated"};
    before = slice_trim(before);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_ends_nocase(before, WORDS[i])) {
            return true;
        }
    }
    return false;
}

/* Moves *s behind its first word. */
static void skip_word(struct slice *s)
{
    *s = slice_trim(*s);
    while (s->n && !ascii_is_space(s->p[0])) {
        *s = slice_cut(*s, 1, s->n);
    }
}

/* The first three words, without what punctuation stands around them. */
static struct slice three_words(struct slice s)
{
    s = slice_trim(s);
    if (slice_starts(s, ":")) {
        s = slice_trim(slice_cut(s, 1, s.n));
    }
    struct slice rest = s;
    for (size_t words = 0; words < 3; words++) {
        skip_word(&rest);
    }
    s = slice_cut(s, 0, s.n - rest.n);
    while (s.n && s.p && !ascii_is_alnum(s.p[s.n - 1])) {
        s = slice_cut(s, 0, s.n - 1);
    }
    while (s.n && s.p && !ascii_is_digit(s.p[0])) {
        s = slice_cut(s, 1, s.n);
    }
    return s;
}

/* "Listed on 23 February 2001 (amended on 21 Sep 2007)": the first day, if it is no change's. */
static void put_listing_date(struct ammitto *a, struct entity *sanction, struct slice words)
{
    struct date date;
    for (size_t at = slice_find(words, 0, " on"); at < words.n;
         at = slice_find(words, at + 1, " on")) {
        struct slice day = three_words(slice_cut(words, at + 3, words.n));
        if (!is_change(slice_cut(words, 0, at)) && date_parse(day, true, &date) &&
            date.precision == DATE_DAY) {
            value_put(&a->r, sanction, PROP_LISTING_DATE, day);
            value_put(&a->r, &a->l.party, PROP_CREATED_AT, day);
            return;
        }
    }
}

static void take_sanction(struct ammitto *a, const struct json_value *v)
{
    static const struct {
        const char *member;
        enum measure measure;
    } MEASURES[] = {{"targeted_financial_sanction", MEASURE_ASSET_FREEZE},
                    {"travel_ban", MEASURE_TRAVEL_BAN},
                    {"arms_embargo", MEASURE_ARMS_EMBARGO},
                    {"maritime_restriction", MEASURE_SHIPPING}};
    static const char *const KNOWN[] = {"listing_information",
                                        "committees",
                                        "control_date",
                                        "instrument",
                                        "targeted_financial_sanction",
                                        "travel_ban",
                                        "arms_embargo",
                                        "maritime_restriction",
                                        NULL};
    struct slice listing = json_member_text(v, "listing_information");
    struct entity *s = listing_sanction(&a->l, (struct slice){NULL, 0});
    ammitto_tally(a, v, "sanction", KNOWN);
    listing_put_both(&a->l, s, PROP_PROGRAM_ID, json_member_text(v, "committees"));
    listing_put_both(&a->l, s, PROP_MODIFIED_AT, json_member_text(v, "control_date"));
    value_put(&a->r, s, PROP_PROVISIONS, json_member_text(v, "instrument"));
    value_put(&a->r, s, PROP_NOTES, listing);
    put_listing_date(a, s, listing);
    for (size_t i = 0; i < sizeof MEASURES / sizeof MEASURES[0]; i++) {
        if (json_is_yes(json_member(v, MEASURES[i].member))) {
            measure_put_both(&a->l, s, MEASURES[i].measure);
        }
    }
}

/* ---- the record ---- */

/* "Democratic People's Republic of Korea (North Korea)" is known by what stands in front. */
static void put_citizenship(struct ammitto *a, struct slice text)
{
    struct slice front = slice_cut(text, 0, slice_find(text, 0, " ("));
    bool whole = country_code(text).n || country_code(front).n == 0;
    value_put(&a->r, &a->l.party, PROP_CITIZENSHIP, whole ? text : front);
}

/* "TAi.100 Title: Maulavi. …": the text may begin with the reference of the Security Council. */
static void take_information(struct ammitto *a, struct slice text)
{
    size_t n = 0;
    while (n < text.n && (ascii_is_alnum(text.p[n]) || (n == 3 && text.p[n] == '.'))) {
        n++;
    }
    struct slice reference = slice_cut(text, 0, n);
    if (listing_is_un_reference(reference)) {
        value_put(&a->r, &a->l.party, PROP_UNISC_ID, reference);
        listing_put_sanctions(&a->l, PROP_AUTHORITY_ID, reference, SLICE("un"));
    }
    value_put(&a->r, &a->l.party, PROP_NOTES, text);
}

static void take_type(struct ammitto *a, struct slice type)
{
    static const struct {
        const char *word;
        enum schema schema;
    } KINDS[] = {{"person", SCHEMA_PERSON},
                 {"organization", SCHEMA_ORGANIZATION},
                 {"vessel", SCHEMA_VESSEL},
                 {"aircraft", SCHEMA_AIRPLANE}};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (slice_is(type, KINDS[i].word)) {
            a->l.party.schema = KINDS[i].schema;
            return;
        }
    }
    reading_tally(&a->r, REMARK_WARNING, "unknown_subject", type);
}

int ammitto_take_au(struct ammitto *a, const struct json_value *root, struct diag *diag)
{
    static const char *const KNOWN[] = {"_file",
                                        "reference",
                                        "entity_type",
                                        "names",
                                        "additional_info",
                                        "sanction",
                                        "dates_of_birth",
                                        "citizenships",
                                        "address",
                                        "imo_number",
                                        "previous_names",
                                        "places_of_birth",
                                        NULL};
    char room[JSON_SCALAR_TEXT];
    struct slice reference = ammitto_text(root, "reference", room);
    const struct json_value *one;
    ammitto_tally(a, root, "", KNOWN);
    take_type(a, json_member_text(root, "entity_type"));
    take_names(a, root);
    take_sanction(a, json_member(root, "sanction"));
    take_information(a, listing_trim(json_member_text(root, "additional_info")));
    for (size_t i = 0; (one = ammitto_each(json_member(root, "dates_of_birth"), i)); i++) {
        take_birth_date(a, one);
    }
    take_birth_places(a, json_member(root, "places_of_birth"));
    for (size_t i = 0; (one = ammitto_each(json_member(root, "citizenships"), i)); i++) {
        put_citizenship(a, json_text(one));
    }
    for (size_t i = 0; (one = ammitto_each(json_member(root, "address"), i)); i++) {
        pieces_put_addresses(&a->r, &a->l.party, json_text(one));
    }
    value_put(&a->r, &a->l.party, PROP_IMO_NUMBER, json_member_text(root, "imo_number"));
    listing_put_sanctions(&a->l, PROP_AUTHORITY_ID, reference, (struct slice){NULL, 0});
    return listing_end(&a->l, &AUTHORITY, reference, diag);
}
