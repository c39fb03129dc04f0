/* The Swiss list: one identity a target, names in parts; places and programmes were lost. */
#include "lists/ammitto.h"
#include "lists/ch_name.h"

/* Counts what is not known of a name, as often as the record is read. */
static void tally_name(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {"name_type", "quality", "lang", "name_parts", NULL};
    static const char *const PART[] = {"order", "name_part_type", "value", NULL};
    const struct json_value *p;
    ammitto_tally(a, v, "name", KNOWN);
    for (size_t i = 0; (p = ammitto_each(json_member(v, "name_parts"), i)); i++) {
        ammitto_tally(a, p, "name_part", PART);
    }
}

static struct ch_name name_of(struct ammitto *a, const struct json_value *v, bool main_identity)
{
    struct ch_name name = {.type = json_member_text(v, "name_type"),
                           .quality = json_member_text(v, "quality"),
                           .main_identity = main_identity};
    const struct json_value *p;
    for (size_t i = 0; (p = ammitto_each(json_member(v, "name_parts"), i)); i++) {
        int64_t order = 0;
        (void)json_integer_of(json_member(p, "order"), &order);
        bool fits = order > 0 && order <= CH_PARTS_MAX;
        struct ch_part *part = ch_add_part(&a->l, &name, fits ? (unsigned)order : 0);
        if (part) {
            part->kind = json_member_text(p, "name_part_type");
            part->text = listing_trim(json_member_text(p, "value"));
        }
    }
    return name;
}

static bool is_primary(const struct json_value *name)
{
    return slice_is(json_member_text(name, "name_type"), "primary-name");
}

/*
 * SECO spells a name part by part; ammitto made of each spelling a name of its own.  "Mohammad"
 * alone is no name of Muhammad Said Bukhaytan: it belongs where the main name has that part.
 */
static bool is_loose_part(const struct json_value *v, const struct ch_name *main)
{
    const struct json_value *first = ammitto_each(json_member(v, "name_parts"), 0);
    struct slice kind = json_member_text(first, "name_part_type");
    struct slice text = listing_trim(json_member_text(first, "value"));
    bool named = kind.n && !slice_is(kind, "whole-name") && !slice_is(kind, "title") &&
                 !slice_is(kind, "other");
    bool whole = slice_is(kind, "maiden-name") && slice_find(text, 0, " ") < text.n;
    return main->part_count > 1 && !is_primary(v) && named && !whole && text.n &&
           !ammitto_each(json_member(v, "name_parts"), 1) &&
           slice_is(json_member_text(v, "lang"), "eng") &&
           !slice_is(json_member_text(v, "quality"), "low");
}

static struct ch_part *part_of_kind(struct ch_name *n, struct slice kind)
{
    for (size_t i = 0; i < n->part_count; i++) {
        if (slice_eq(n->parts[i].kind, kind)) {
            return &n->parts[i];
        }
    }
    return NULL;
}

/* Another spelling of a part of the main name, or of one that the main name leaves out. */
static void add_loose_part(struct ammitto *a, const struct json_value *v, struct ch_name *main,
                           struct ch_name *left_out)
{
    const struct json_value *first = ammitto_each(json_member(v, "name_parts"), 0);
    struct slice kind = json_member_text(first, "name_part_type");
    struct slice text = listing_trim(json_member_text(first, "value"));
    struct ch_part *part = part_of_kind(main, kind);
    part = part ? part : part_of_kind(left_out, kind);
    if (part) {
        ch_add_spelling(&a->l, part, text, (struct slice){NULL, 0}, SLICE("LATN"));
        return;
    }
    part = ch_add_part(&a->l, left_out, 0);
    if (part) {
        part->kind = kind;
        part->text = text;
    }
}

/* The main name with the parts that it leaves out: family names at the end, others behind the
 * given name. */
static void put_fuller(struct ammitto *a, const struct ch_name *main,
                       const struct ch_name *left_out)
{
    struct ch_name fuller = *main;
    const struct ch_part *given = part_of_kind(&fuller, SLICE("given-name"));
    unsigned behind_given = given ? given->order : 0;
    fuller.type = SLICE("alias");
    for (size_t i = 0; i < left_out->part_count; i++) {
        const struct ch_part *extra = &left_out->parts[i];
        bool family =
            slice_is(extra->kind, "family-name") || slice_is(extra->kind, "maiden-name");
        unsigned order = family ? CH_PARTS_MAX + 1 : behind_given;
        struct ch_part *part = ch_add_part(&a->l, &fuller, order);
        if (part) {
            *part = *extra;
            part->order = order;
        }
    }
    if (left_out->part_count) {
        ch_put_name(&a->l, &fuller);
    }
}

static void take_names(struct ammitto *a, const struct json_value *names, bool main_identity)
{
    struct ch_name main = {.part_count = 0};
    struct ch_name left_out = {.part_count = 0};
    const struct json_value *one;
    for (size_t i = 0; main.part_count == 0 && (one = ammitto_each(names, i)); i++) {
        if (is_primary(one)) {
            main = name_of(a, one, main_identity);
        }
    }
    for (size_t i = 0; (one = ammitto_each(names, i)); i++) {
        tally_name(a, one);
        if (is_loose_part(one, &main)) {
            add_loose_part(a, one, &main, &left_out);
        }
    }
    if (main.part_count) {
        ch_put_name(&a->l, &main);
    }
    for (size_t i = 0; (one = ammitto_each(names, i)); i++) {
        if (!is_loose_part(one, &main)) {
            struct ch_name name = name_of(a, one, main_identity);
            ch_put_name(&a->l, &name);
        }
    }
    put_fuller(a, &main, &left_out);
}

static void take_date(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {"day", "month", "year", NULL};
    char day[JSON_SCALAR_TEXT], month[JSON_SCALAR_TEXT], year[JSON_SCALAR_TEXT];
    ammitto_tally(a, v, "day_month_year", KNOWN);
    ch_put_date(&a->l, ammitto_text(v, "day", day), ammitto_text(v, "month", month),
                ammitto_text(v, "year", year), false);
}

static void take_address(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {"address_details", "zip_code", NULL};
    char room[JSON_SCALAR_TEXT];
    ammitto_tally(a, v, "address", KNOWN);
    struct slice pieces[2] = {json_member_text(v, "address_details"),
                              ammitto_text(v, "zip_code", room)};
    value_put_joined(&a->r, &a->l.party, PROP_ADDRESS, pieces, 2, ", ");
}

static void take_identity(struct ammitto *a, const struct json_value *v)
{
    static const char *const KNOWN[] = {"ssid",           "main",      "names",
                                        "day_month_year", "addresses", NULL};
    char room[JSON_SCALAR_TEXT], number[JSON_SCALAR_TEXT];
    struct slice main = ammitto_text(v, "main", room);
    const struct json_value *one;
    ammitto_tally(a, v, "identity", KNOWN);
    ch_put_identity(&a->l, ammitto_text(v, "ssid", number));
    take_names(a, json_member(v, "names"), main.n == 0 || listing_is_yes(main));
    for (size_t i = 0; (one = ammitto_each(json_member(v, "day_month_year"), i)); i++) {
        take_date(a, one);
    }
    for (size_t i = 0; (one = ammitto_each(json_member(v, "addresses"), i)); i++) {
        take_address(a, one);
    }
}

/* The member that says what the target is, or NULL. */
static const struct json_value *subject_of(struct ammitto *a, const struct json_value *root)
{
    static const struct {
        const char *member;
        enum schema schema;
    } KINDS[] = {{"individual", SCHEMA_PERSON},
                 {"entity", SCHEMA_ORGANIZATION},
                 {"object", SCHEMA_VESSEL}};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        const struct json_value *v = json_member(root, KINDS[i].member);
        if (json_kind(v) == JSON_KIND_OBJECT) {
            a->l.party.schema = KINDS[i].schema;
            return v;
        }
    }
    return NULL;
}

int ammitto_take_ch(struct ammitto *a, const struct json_value *root, struct diag *diag)
{
    static const char *const KNOWN[] = {
        "_file", "ssid", "sanctions_set_id", "individual", "entity", "object", NULL};
    static const char *const SUBJECT[] = {"identity", "justification", NULL};
    char room[JSON_SCALAR_TEXT], room_of_set[JSON_SCALAR_TEXT];
    struct slice ssid = ammitto_text(root, "ssid", room);
    struct slice set = ammitto_text(root, "sanctions_set_id", room_of_set);
    const struct json_value *subject = subject_of(a, root);
    const struct json_value *one;
    ammitto_tally(a, root, "", KNOWN);
    if (!subject) {
        struct slice pieces[2] = {slice_of(CH_AUTHORITY.prefix), ssid};
        a->r.id = value_join(&a->r, pieces, 2, "");
        reading_refuse(&a->r, "only_id", "the record holds nothing but an id");
        return 0;
    }
    ammitto_tally(a, subject, "subject", SUBJECT);
    struct entity *sanction = listing_sanction(&a->l, set);
    listing_put_both(&a->l, sanction, PROP_PROGRAM_ID, set);
    value_put(&a->r, sanction, PROP_AUTHORITY_ID, ssid);
    value_put(&a->r, sanction, PROP_REASON, json_member_text(subject, "justification"));
    for (size_t i = 0; (one = ammitto_each(json_member(subject, "identity"), i)); i++) {
        take_identity(a, one);
    }
    return listing_end(&a->l, &CH_AUTHORITY, ssid, diag);
}
