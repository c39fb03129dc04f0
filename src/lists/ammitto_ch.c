/* The Swiss list: one identity a target, names in parts; places and programmes were lost. */
#include "lists/ammitto.h"
#include "lists/ch_name.h"

static void take_name(struct ammitto *a, const struct json_value *v, bool main_identity)
{
    static const char *const KNOWN[] = {"name_type", "quality", "lang", "name_parts", NULL};
    static const char *const PART[] = {"order", "name_part_type", "value", NULL};
    struct ch_name name = {.type = json_member_text(v, "name_type"),
                           .quality = json_member_text(v, "quality"),
                           .main_identity = main_identity};
    const struct json_value *parts = json_member(v, "name_parts");
    const struct json_value *p;
    ammitto_tally(a, v, "name", KNOWN);
    for (size_t i = 0; (p = ammitto_each(parts, i)); i++) {
        int64_t order = 0;
        ammitto_tally(a, p, "name_part", PART);
        (void)json_integer_of(json_member(p, "order"), &order);
        bool fits = order > 0 && order <= CH_PARTS_MAX;
        struct ch_part *part = ch_add_part(&a->l, &name, fits ? (unsigned)order : 0);
        if (part) {
            part->kind = json_member_text(p, "name_part_type");
            part->text = listing_trim(json_member_text(p, "value"));
        }
    }
    ch_put_name(&a->l, &name);
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
    for (size_t i = 0; (one = ammitto_each(json_member(v, "names"), i)); i++) {
        take_name(a, one, main.n == 0 || listing_is_yes(main));
    }
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
