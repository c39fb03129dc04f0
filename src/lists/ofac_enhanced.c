/*
 *   sanctionsData
 *     publicationInfo, referenceValues, featureTypes      not needed: entities repeat the words
 *     entities / entity id, action                        one record each (ofac_entity.c)
 */
#include "lists/ofac_enhanced.h"

#include "lists/listing.h"
#include "lists/ofac_entity.h"

struct enhanced {
    struct reading *r; /* borrowed */
    ofac_take_fn take;
    void *context; /* of take */
    struct entity_reader entity;
    enum ofac_action action;
    size_t removed_depth; /* of the element taken out; 0 when in none */
};

enum { ENTITY_DEPTH = 3 };

static enum ofac_action action_of(struct slice word)
{
    word = slice_trim(word);
    if (slice_eq_nocase(word, SLICE("add"))) {
        return OFAC_ADD;
    }
    bool gone =
        slice_eq_nocase(word, SLICE("remove")) || slice_eq_nocase(word, SLICE("delete"));
    return gone ? OFAC_REMOVE : OFAC_CHANGE;
}

static void begin_entity(struct enhanced *u, uint64_t line, const char *const *attributes)
{
    u->action = action_of(xml_attribute(attributes, "action"));
    u->removed_depth = 0;
    entity_begin(&u->entity, u->r, line, xml_attribute(attributes, "id"));
}

/* Is it an entity, or inside one? */
static bool in_entity(const struct xml_place *at)
{
    size_t depth = xml_depth(at);
    return depth >= ENTITY_DEPTH &&
           slice_is(xml_ancestor(at, depth - ENTITY_DEPTH), "entity") &&
           slice_is(xml_ancestor(at, depth - ENTITY_DEPTH + 1), "entities");
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct enhanced *u = context;
    size_t depth = xml_depth(at);
    if (depth == 1 && !slice_is(name, "sanctionsData")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not sanctionsData",
             SLICE_ARG(name));
    }
    if (!in_entity(at)) {
        return 0;
    }
    if (depth == ENTITY_DEPTH) {
        begin_entity(u, xml_line(at), attributes);
        return 0;
    }
    if (u->removed_depth == 0 &&
        action_of(xml_attribute(attributes, "action")) == OFAC_REMOVE) {
        u->removed_depth = depth;
    }
    entity_attributes(&u->entity, name, attributes);
    return 0;
}

/* The end of an element that was taken out, or of something in it. */
static void end_removed(struct enhanced *u, struct xml_place *at)
{
    if (xml_depth(at) == u->removed_depth) {
        u->removed_depth = 0;
        reading_tally(u->r, REMARK_WARNING, "part_removed", xml_path(at));
    }
}

/* Above the entities only the headings are known. */
static bool is_heading(struct xml_place *at)
{
    static const char *const HEADINGS[] = {"publicationInfo", "referenceValues", "featureTypes",
                                           "entities"};
    size_t depth = xml_depth(at);
    struct slice top = depth > 1 ? xml_ancestor(at, depth - 2) : xml_ancestor(at, 0);
    bool known = depth == 1;
    for (size_t i = 0; i < sizeof HEADINGS / sizeof HEADINGS[0]; i++) {
        known |= slice_is(top, HEADINGS[i]);
    }
    return known && !(slice_is(top, "entities") && depth > 2);
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct enhanced *u = context;
    bool known;
    if (!in_entity(at)) {
        known = is_heading(at);
    } else if (u->removed_depth) {
        end_removed(u, at);
        return 0;
    } else if (xml_depth(at) == ENTITY_DEPTH) {
        entity_end(&u->entity);
        return u->take(u->context, &u->entity.rec, u->action, xml_diag(at));
    } else {
        known = entity_put(&u->entity, at, name, text);
    }
    if (!known) {
        reading_tally(u->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

int ofac_enhanced_each(struct reading *r, ofac_take_fn take, void *context, struct diag *diag)
{
    struct enhanced u = {.r = r, .take = take, .context = context};
    u.entity.rec.list = ofac_list_of(r->snap);
    struct xml_handler handler = {on_begin, on_end, &u};
    return listing_read_xml(r, &handler, LISTING_LAST_PASS, diag);
}

/* ---- the whole list ---- */

static int take_record(void *context, struct ofac_record *rec, enum ofac_action action,
                       struct diag *diag)
{
    (void)context;
    (void)action;
    ofac_check_list(rec);
    return ofac_record_end(rec, diag);
}

int ofac_enhanced_read(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct reading r;
    reading_init(&r, snap, sink);
    int result = ofac_enhanced_each(&r, take_record, NULL, diag);
    reading_end(&r);
    return result;
}
