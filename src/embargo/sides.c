#include "embargo/book.h"
#include "embargo/plain.h"
#include "model/country.h"

enum { NAME_WORDS_MAX = 12 };

struct slice without_kind(struct slice who)
{
    static const char *const KINDS[] = {"country:", "person:", "org:"};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (slice_starts(who, KINDS[i])) {
            return slice_cut(who, strlen(KINDS[i]), who.n);
        }
    }
    return who;
}

bool ids_hold(struct slice ids, struct slice id)
{
    for (struct slice one = facts_word(&ids); one.n; one = facts_word(&ids)) {
        if (slice_eq_nocase(one, id)) {
            return true;
        }
    }
    return false;
}

/* ---- names ---- */

/* Is every word of `a` a word of `b`?  Both are folded. */
static bool words_within(struct slice a, struct slice b)
{
    struct slice rest = a;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (!ids_hold(b, word)) {
            return false;
        }
    }
    return true;
}

uint32_t find_name(const struct known_name *names, size_t n, struct slice text)
{
    struct arena arena;
    struct plain plain;
    uint32_t found = UINT32_MAX;
    arena_init(&arena, (size_t)1 << 20);
    if (plain_fold(&arena, without_kind(text), &plain) && plain.n &&
        plain.n <= NAME_WORDS_MAX) {
        for (size_t i = 0; i < n && found == UINT32_MAX; i++) {
            bool same = names[i].plain.n == plain.text.n &&
                        words_within(names[i].plain, plain.text) &&
                        words_within(plain.text, names[i].plain);
            found = same ? names[i].index : UINT32_MAX;
        }
    }
    arena_release(&arena);
    return found;
}

/* ---- parties ---- */

static uint32_t find_group_by_id(const struct embargo *e, struct slice id)
{
    for (uint32_t i = 0; i < e->groups.n; i++) {
        const struct party_group *g = &e->groups.p[i];
        bool listed = g->prefix.n && id.n > g->prefix.n &&
                      slice_eq_nocase(slice_cut(id, 0, g->prefix.n), g->prefix);
        if (listed || ids_hold(g->ids, id)) {
            return i;
        }
    }
    return NO_GROUP;
}

/* "ofac:20157": a word, a colon, and something. */
static bool is_record_id(struct slice who)
{
    size_t colon = slice_find(who, 0, ":");
    return colon > 0 && colon + 1 < who.n && slice_find(who, 0, " ") == who.n;
}

/* As people say it, where the table of countries turns it round. */
static struct slice country_title(struct slice code)
{
    static const char *const TITLES[][2] = {{"kp", "North Korea"},
                                            {"kr", "South Korea"},
                                            {"cd", "Democratic Republic of the Congo"}};
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++) {
        if (slice_is(code, TITLES[i][0])) {
            return slice_of(TITLES[i][1]);
        }
    }
    return country_name(code);
}

static struct side side_of_group(const struct embargo *e, uint32_t group)
{
    const struct party_group *g = &e->groups.p[group];
    struct side s = {.known = true, .group = group, .shown = g->title, .country = g->country};
    if (g->counts_as.n) {
        s.group = NO_GROUP;
        s.country = g->counts_as;
    }
    return s;
}

struct side side_resolve(const struct embargo *e, const struct embargo_party *party)
{
    struct slice who = slice_trim(party->who);
    struct slice name = without_kind(who);
    struct slice country = party->country.n ? country_code(party->country) : party->country;
    if (!who.n) {
        return (struct side){.group = NO_GROUP,
                             .country = country,
                             .known = country.n > 0,
                             .shown = country_title(country)};
    }
    uint32_t group = is_record_id(name) ? find_group_by_id(e, name)
                     : name.n == 2      ? NO_GROUP
                                        : find_name(e->group_names.p, e->group_names.n, name);
    if (group != NO_GROUP) {
        return side_of_group(e, group);
    }
    struct side s = {.group = NO_GROUP, .country = country, .known = true, .shown = who};
    /* Somebody may be called Chad: only a country, or a bare word, is looked up as one. */
    bool is_country = who.n == name.n || slice_starts(who, "country:");
    struct slice code =
        is_country && !is_record_id(name) ? country_code(name) : (struct slice){NULL, 0};
    if (code.n) {
        s.country = code;
        s.shown = country_title(code);
    }
    return s;
}

struct slice embargo_party_title(const struct embargo *e, const struct embargo_party *party)
{
    struct side s = side_resolve(e, party);
    bool told = s.country.n || s.group != NO_GROUP;
    return told ? s.shown : (struct slice){NULL, 0};
}

/* ---- bodies ---- */

bool body_binds(const struct embargo *e, uint32_t body, struct slice country, int32_t from,
                int32_t until)
{
    if (body == BODY_ALL) {
        return true;
    }
    const struct body *b = &e->bodies.p[body];
    for (size_t i = b->first; i < b->first + b->count; i++) {
        const struct body_member *m = &e->members.p[i];
        if (country.n && slice_eq(m->country, country) && m->from <= until &&
            (m->until == DAY_NONE || m->until >= from)) {
            return true;
        }
    }
    return false;
}
