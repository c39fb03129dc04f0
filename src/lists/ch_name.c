#include "lists/ch_name.h"

#include <string.h>

const struct listing_authority CH_AUTHORITY = {"ch:", "State Secretariat for Economic Affairs",
                                               "ch"};

/* More whole names than this of one language and script are not put together; each spelling
 * still stands in one.  A name in more languages and scripts than that is refused. */
enum { NAMES_MAX = 64, CULTURES_MAX = 64 };

/* What a part is of a person; PROP_UNKNOWN: no more than a piece of the whole name. */
static const struct {
    const char *kind;
    enum property prop;
} PARTS[] = {
    {"title", PROP_TITLE},
    {"given-name", PROP_FIRST_NAME},
    {"further-given-name", PROP_SECOND_NAME},
    {"father-name", PROP_FATHER_NAME},
    {"grand-father-name", PROP_MIDDLE_NAME},
    {"family-name", PROP_LAST_NAME},
    {"maiden-name", PROP_LAST_NAME},
    {"suffix", PROP_NAME_SUFFIX},
    {"tribal-name", PROP_MIDDLE_NAME},
    {"whole-name", PROP_UNKNOWN},
    {"other", PROP_UNKNOWN},
};

struct ch_part *ch_add_part(struct listing *l, struct ch_name *n, unsigned order)
{
    if (n->part_count == CH_PARTS_MAX) {
        listing_overflow(l);
        return NULL;
    }
    size_t at = n->part_count++;
    while (at > 0 && n->parts[at - 1].order > order) {
        n->parts[at] = n->parts[at - 1];
        at--;
    }
    n->parts[at] = (struct ch_part){.order = order};
    return &n->parts[at];
}

void ch_add_spelling(struct listing *l, struct ch_part *p, struct slice text,
                     struct slice language, struct slice script)
{
    struct arena *arena = &l->r->record;
    struct ch_spelling *s = ARENA_NEW(arena, struct ch_spelling);
    if (!s || p->spelling_count == CH_SPELLINGS_MAX) {
        listing_overflow(l);
        return;
    }
    *s = (struct ch_spelling){arena_copy(arena, listing_trim(text)),
                              arena_copy(arena, language), arena_copy(arena, script), NULL};
    struct ch_spelling **last = &p->spellings;
    while (*last) {
        last = &(*last)->next;
    }
    *last = s;
    p->spelling_count++;
}

/* ---- parts ---- */

static enum property property_of(struct listing *l, struct slice kind)
{
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        if (slice_is(kind, PARTS[i].kind)) {
            return PARTS[i].prop;
        }
    }
    reading_tally(l->r, REMARK_WARNING, "unknown_name_part", kind);
    return PROP_UNKNOWN;
}

static void put_parts(struct listing *l, const struct ch_name *n)
{
    for (size_t i = 0; i < n->part_count; i++) {
        enum property prop = property_of(l, n->parts[i].kind);
        if (prop == PROP_UNKNOWN || (l->party.schema != SCHEMA_PERSON && prop != PROP_TITLE)) {
            continue;
        }
        value_put(l->r, &l->party, prop, n->parts[i].text);
    }
}

/* ---- whole names ---- */

static bool is_title(const struct ch_part *p)
{
    return slice_is(p->kind, "title");
}

static bool has_kind(const struct ch_name *n, const char *kind)
{
    for (size_t i = 0; i < n->part_count; i++) {
        if (slice_is(n->parts[i].kind, kind)) {
            return true;
        }
    }
    return false;
}

/* A language and script in which the name is spelled; both empty for the list's own. */
struct culture {
    struct slice language, script;
};

static bool is_of(const struct ch_spelling *s, const struct culture *c)
{
    return slice_eq(s->language, c->language) && slice_eq(s->script, c->script);
}

/* The ways in which a part is spelled in a culture, `skip` of them passed over; past the last
 * one {NULL, 0}.  Where Latin is written the list's own spelling is one of them. */
static struct slice way_of(const struct ch_part *p, const struct culture *c, size_t skip)
{
    size_t seen = 0;
    for (const struct ch_spelling *s = p->spellings; s; s = s->next) {
        if (is_of(s, c) && seen++ == skip) {
            return s->text;
        }
    }
    bool own = seen == 0 || slice_is(c->script, "LATN");
    return own && seen == skip ? p->text : (struct slice){NULL, 0};
}

static size_t ways(const struct ch_part *p, const struct culture *c)
{
    size_t n = 0;
    while (way_of(p, c, n).p) {
        n++;
    }
    return n;
}

struct whole {
    struct listing *l;
    const struct ch_name *name;
    struct culture culture;
    enum property prop;
    const char *without; /* a kind of part that is left out, or NULL */
};

static void put_whole(const struct whole *w, const size_t choice[CH_PARTS_MAX])
{
    struct slice pieces[CH_PARTS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < w->name->part_count; i++) {
        const struct ch_part *p = &w->name->parts[i];
        bool left_out = is_title(p) || (w->without && slice_is(p->kind, w->without));
        if (!left_out) {
            pieces[n++] = way_of(p, &w->culture, choice[i]);
        }
    }
    bool own = w->culture.language.n == 0 && w->culture.script.n == 0;
    struct slice note[2] = {w->culture.language, w->culture.script};
    listing_name(w->l, w->prop, value_join(w->l->r, pieces, n, " "),
                 own ? (struct slice){NULL, 0} : value_join(w->l->r, note, 2, "-"), 1);
}

/* Every way of each part with every way of the others; when these are too many, each way once. */
static void put_wholes(const struct whole *w)
{
    size_t count[CH_PARTS_MAX] = {0};
    size_t choice[CH_PARTS_MAX] = {0};
    size_t product = 1;
    size_t most = 1;
    for (size_t i = 0; i < w->name->part_count; i++) {
        count[i] = ways(&w->name->parts[i], &w->culture);
        count[i] = count[i] ? count[i] : 1;
        product = product > NAMES_MAX ? product : product * count[i];
        most = count[i] > most ? count[i] : most;
    }
    bool all = product <= NAMES_MAX;
    for (size_t k = 0; k < (all ? product : most); k++) {
        size_t rest = k;
        for (size_t i = 0; i < w->name->part_count; i++) {
            if (all && count[i]) {
                choice[i] = rest % count[i];
                rest /= count[i];
            } else {
                choice[i] = k < count[i] ? k : 0;
            }
        }
        put_whole(w, choice);
    }
}

/* Is it the first spelling of its culture?  `part` and `at` say where it stands. */
static bool is_first(const struct ch_name *n, size_t part, const struct ch_spelling *at)
{
    struct culture c = {at->language, at->script};
    for (size_t i = 0; i <= part; i++) {
        for (const struct ch_spelling *s = n->parts[i].spellings; s; s = s->next) {
            if (s == at) {
                return true;
            }
            if (is_of(s, &c)) {
                return false;
            }
        }
    }
    return true;
}

static void put_cultures(struct whole *w)
{
    enum property own = w->prop;
    size_t cultures = 0;
    w->culture = (struct culture){{NULL, 0}, {NULL, 0}};
    put_wholes(w);
    w->prop = own == PROP_NAME ? PROP_ALIAS : own;
    for (size_t i = 0; i < w->name->part_count; i++) {
        for (const struct ch_spelling *s = w->name->parts[i].spellings; s; s = s->next) {
            if (is_first(w->name, i, s)) {
                if (++cultures > CULTURES_MAX) {
                    listing_overflow(w->l);
                    return;
                }
                w->culture = (struct culture){s->language, s->script};
                put_wholes(w);
            }
        }
    }
    w->prop = own;
}

static enum property kind_of_name(struct listing *l, const struct ch_name *n)
{
    bool low = slice_is(n->quality, "low");
    if (slice_is(n->type, "primary-name")) {
        return n->main_identity ? PROP_NAME : low ? PROP_WEAK_ALIAS : PROP_ALIAS;
    }
    if (low) {
        return PROP_WEAK_ALIAS;
    }
    if (slice_is(n->type, "formerly-known-as")) {
        return PROP_PREVIOUS_NAME;
    }
    if (!slice_is(n->type, "alias")) {
        reading_tally(l->r, REMARK_WARNING, "unknown_name_type", n->type);
    }
    return PROP_ALIAS;
}

/* A woman with both names is known by either. */
void ch_put_name(struct listing *l, const struct ch_name *n)
{
    bool two = has_kind(n, "maiden-name") && has_kind(n, "family-name");
    struct whole w = {.l = l, .name = n, .prop = kind_of_name(l, n)};
    w.without = two ? "maiden-name" : NULL;
    put_cultures(&w);
    if (two) {
        w.without = "family-name";
        w.prop = PROP_PREVIOUS_NAME;
        put_cultures(&w);
    }
    put_parts(l, n);
}

/* ---- dates ---- */

void ch_put_date(struct listing *l, struct slice day, struct slice month, struct slice year,
                 bool circa)
{
    bool person = l->party.schema == SCHEMA_PERSON;
    if (year.n == 0) {
        struct slice pieces[3] = {person ? SLICE("born on (day, month):")
                                         : SLICE("founded on (day, month):"),
                                  day, month};
        if (day.n || month.n) {
            value_put_joined(l->r, &l->party, PROP_NOTES, pieces, 3, " ");
        }
        return;
    }
    struct slice parts[3] = {year, month, day};
    struct slice words[2] = {circa ? SLICE("circa") : (struct slice){NULL, 0},
                             value_join(l->r, parts,
                                        month.n == 0 ? 1
                                        : day.n == 0 ? 2
                                                     : 3,
                                        "-")};
    value_put(l->r, &l->party, person ? PROP_BIRTH_DATE : PROP_INCORPORATION_DATE,
              value_join(l->r, words, 2, " "));
}

void ch_put_identity(struct listing *l, struct slice ssid)
{
    listing_put_sanctions(l, PROP_AUTHORITY_ID, ssid, SLICE("identity"));
}
