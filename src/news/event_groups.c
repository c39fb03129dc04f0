/* Groups to entities, subjects, places. */
#include "news/event_groups.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

void event_sides_begin(struct event_sides *f, uint32_t predicate)
{
    *f = (struct event_sides){.predicate = predicate,
                              .first = predicate,
                              .end = predicate + 1,
                              .governor = NONE32,
                              .place = NONE32};
}

static bool has(const struct event_sides *f, uint32_t entity)
{
    for (size_t r = 0; r < 2; r++) {
        for (size_t i = 0; i < f->n[r]; i++) {
            if (f->who[r][i] == entity) {
                return true;
            }
        }
    }
    return false;
}

void event_take(struct event_sides *f, int role, uint32_t entity, uint32_t chunk)
{
    if (entity == NONE32 || f->n[role] >= PARTICIPANTS_MAX || has(f, entity)) {
        return;
    }
    f->who[role][f->n[role]++] = entity;
    f->first = chunk < f->first ? chunk : f->first;
    f->end = chunk + 1 > f->end ? chunk + 1 : f->end;
}

/* ---- groups to entities ---- */

static bool is_two(const struct document *d, const struct chunk *c)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        struct slice w = document_key(d, i, i + 1);
        if (slice_is(w, "due") || slice_is(w, "two") || slice_is(w, "both") ||
            slice_is(w, "pair") || slice_is(w, "entrambi")) {
            return true;
        }
    }
    return false;
}

/* "I due presidenti", "the two ministers", "the pair": the two people named last. */
static bool two_people(const struct document *d, const struct chunk *c, uint32_t pair[2])
{
    uint64_t people = CLASS(OFFICE) | CLASS(HEAD);
    struct slice head = document_key(d, c->end - 1, c->end);
    bool alone = c->end - c->first <= 3 &&
                 (is_two(d, &(struct chunk){.first = c->end - 1, .end = c->end}) ||
                  slice_is(head, "men") || slice_is(head, "uomini"));
    pair[0] = pair[1] = NONE32;
    if (c->mention != NONE32 || !is_two(d, c) || (!(c->classes & people) && !alone)) {
        return false;
    }
    for (uint32_t i = c->first; i-- > 0 && c->first - i < 80 && pair[1] == NONE32;) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e == NONE32 || d->entities.p[e].type != ENTITY_PERSON || e == pair[0]) {
            continue;
        }
        pair[pair[0] == NONE32 ? 0 : 1] = e;
    }
    return pair[1] != NONE32;
}

/* Brussels decides for the European Union, where that is spoken of. */
static uint32_t who_decides(const struct document *d, uint32_t k, uint32_t entity)
{
    const struct chunk *c = at(d, k);
    bool capital = entity != NONE32 && c->mention != NONE32 &&
                   d->mentions.p[c->mention].gazetteer &&
                   d->mentions.p[c->mention].names == NAMES_CAPITAL;
    for (uint32_t i = 0; capital && i < d->entities.n; i++) {
        if (slice_is(d->entities.p[entity].id, "country:BE") &&
            slice_is(d->entities.p[i].id, "org:European Union")) {
            return i;
        }
    }
    return entity;
}

/* A person named in a group; an office of nobody in particular is none. */
static uint32_t person_at(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint32_t e = c->kind == CHUNK_NOUN && c->mention != NONE32
                     ? d->mentions.p[c->mention].entity
                     : NONE32;
    return e != NONE32 && d->entities.p[e].type == ENTITY_PERSON &&
                   !slice_starts(d->entities.p[e].id, "office:")
               ? e
               : NONE32;
}

static bool is_office(const struct document *d, uint32_t k)
{
    uint64_t offices = CLASS(OFFICE) | CLASS(HEAD) | CLASS(DELEGATION) | CLASS(SPOKES);
    uint32_t m = at(d, k)->mention;
    return (at(d, k)->all & offices) ||
           (m != NONE32 && d->mentions.p[m].entity != NONE32 &&
            slice_starts(d->entities.p[d->mentions.p[m].entity].id, "office:"));
}

/* "The UN envoy, X": an office and its holder behind a comma; "X, the UN envoy": before it. */
static uint32_t holder_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    if (!is_office(d, k) || person_at(d, k) != NONE32) {
        return NONE32;
    }
    uint32_t n = k + 1;
    while (n < s->chunk_end && n < k + 4 && at(d, n)->kind == CHUNK_NOUN &&
           at(d, n)->slot == DETAIL_OF) {
        n++;
    }
    if (n + 1 < s->chunk_end && chunk_is_sign(d, n, ',') && at(d, n + 1)->slot == DETAIL_NONE &&
        person_at(d, n + 1) != NONE32) {
        return person_at(d, n + 1);
    }
    return k >= s->chunk + 2 && chunk_is_sign(d, k - 1, ',') &&
                   at(d, k - 2)->slot == DETAIL_NONE
               ? person_at(d, k - 2)
               : NONE32;
}

/* "US | forces": a body whose state stands in a group of its own right before it. */
static uint32_t body_before(const struct document *d, const struct sentence *s, uint32_t k)
{
    if (k == s->chunk || !(at(d, k)->classes & (CLASS(GOVT) | CLASS(INTEL) | CLASS(COURT)))) {
        return NONE32;
    }
    const struct chunk *c = at(d, k - 1);
    uint32_t e = c->kind == CHUNK_NOUN && c->mention != NONE32 && c->end == at(d, k)->first
                     ? d->mentions.p[c->mention].entity
                     : NONE32;
    return e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY ? e : NONE32;
}

/* "Una fregata francese", "one of its destroyers": a warship acts for the state whose flag it flies,
 * though as goods it stands for nobody. */
static uint32_t flag_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    static const char *const ITS[] = {"its", "their", "sua", "sue", "suo", "loro", NULL};
    for (uint32_t n = k; n < s->chunk_end && n < k + 2; n++) {
        const struct chunk *c = at(d, n);
        if (c->kind != CHUNK_NOUN || (n > k && c->slot != DETAIL_OF)) {
            break;
        }
        if (!HAS(c->all, SHIP) && !HAS(c->all, VEHICLE)) {
            continue;
        }
        const struct mention *m = c->mention != NONE32 ? &d->mentions.p[c->mention] : NULL;
        if (m && m->entity != NONE32 && d->entities.p[m->entity].type == ENTITY_COUNTRY) {
            return m->entity;
        }
        struct slice w = document_key(d, c->first, c->first + 1);
        for (const char *const *x = ITS; *x; x++) {
            for (uint32_t b = k; slice_is(w, *x) && b > s->chunk; b--) {
                uint32_t e = party_of(d, s, b - 1);
                if (e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY) {
                    return e;
                }
            }
        }
    }
    return NONE32;
}

void event_take_group(const struct document *d, const struct sentence *s, struct event_sides *f,
                      int role, uint32_t k, bool as_party)
{
    uint32_t pair[2];
    uint32_t holder = as_party ? NONE32 : holder_of(d, s, k);
    if (holder != NONE32) {
        event_take(f, role, holder, k);
        return;
    }
    if (two_people(d, at(d, k), pair)) {
        event_take(f, role, pair[1], k);
        event_take(f, role, pair[0], k);
        return;
    }
    uint32_t e = as_party ? party_of(d, s, k) : entity_of(d, s, k);
    e = e == NONE32 ? body_before(d, s, k) : e;
    e = e == NONE32 ? flag_of(d, s, k) : e;
    bool officials = (at(d, k)->all & (CLASS(OFFICE) | CLASS(HEAD) | CLASS(DELEGATION))) &&
                     e != NONE32 && d->entities.p[e].type != ENTITY_PERSON &&
                     !(at(d, k)->flags & CHUNK_NEGATED);
    f->officials = f->officials || officials;
    event_take(f, role, role == 0 ? who_decides(d, k, e) : e, k);
}

/* Does chunk k stand behind a comma or "and"? */
static bool is_joined(const struct document *d, const struct sentence *s, uint32_t k)
{
    return k > s->chunk &&
           ((at(d, k - 1)->kind == CHUNK_LINK && at(d, k - 1)->slot == DETAIL_AND) ||
            chunk_is_sign(d, k - 1, ','));
}

/* A group and what is joined to it: "X, Y and Z"; a demonym in an apposition joins nothing. */
void event_take_joined(const struct document *d, const struct sentence *s,
                       struct event_sides *f, int role, uint32_t k, bool as_party)
{
    event_take_group(d, s, f, role, k, as_party);
    bool ended = false;
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 14 && !ended; n++) {
        const struct chunk *c = at(d, n);
        if ((c->kind == CHUNK_LINK && c->slot == DETAIL_AND) || chunk_is_sign(d, n, ',')) {
            continue;
        }
        bool same = c->kind == CHUNK_NOUN && c->mention != NONE32 &&
                    (c->slot == at(d, k)->slot || c->slot == DETAIL_NONE);
        bool apposed = same && d->mentions.p[c->mention].adjective;
        bool passing = c->kind == CHUNK_NOUN && c->mention == NONE32 && n + 1 < s->chunk_end &&
                       chunk_is_sign(d, n + 1, ',') && is_joined(d, s, n);
        if (passing || apposed) {
            continue; /* an apposition: "X, an aide, and Y" */
        }
        ended = !same || !is_joined(d, s, n) || (k < f->predicate && n > f->predicate);
        bool next_subject = k > f->predicate && at(d, k)->slot != DETAIL_BETWEEN &&
                            n + 1 < s->chunk_end && at(d, n + 1)->kind == CHUNK_VERB &&
                            (at(d, n + 1)->flags & CHUNK_FINITE);
        if (!ended && !next_subject) {
            event_take(f, role, as_party ? party_of(d, s, n) : entity_of(d, s, n), n);
        }
    }
}

/* ---- subjects ---- */

/* The group that a relative link belongs to, when it has an entity. */
static uint32_t antecedent(const struct document *d, const struct sentence *s, uint32_t link)
{
    for (uint32_t k = link; k > s->chunk && link - k < 6;) {
        k--;
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_VERB || (c->kind == CHUNK_LINK && c->slot != DETAIL_AND)) {
            return NONE32;
        }
        if (c->kind == CHUNK_NOUN && c->mention != NONE32 &&
            !d->mentions.p[c->mention].adjective) {
            return k;
        }
    }
    return NONE32;
}

/* A relative link to the left of the clause that is not the verb's subject: "whom Washington
 * sanctioned", "contro il quale la Corte ha emesso". */
uint32_t event_relative_object(const struct document *d, const struct sentence *s, uint32_t k)
{
    bool passed = at(d, k)->kind == CHUNK_VERB; /* a noun's own verb stands before it */
    for (uint32_t n = k; n > s->chunk;) {
        n--;
        const struct chunk *c = at(d, n);
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE)) {
            return antecedent(d, s, n);
        }
        bool verb = c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
        bool wall = c->kind == CHUNK_LINK || chunk_is_sign(d, n, ';') ||
                    chunk_is_sign(d, n, ':') || (verb && passed);
        passed = passed || verb;
        if (wall) {
            return NONE32;
        }
    }
    return NONE32;
}

/* Italian leaves the subject out when it is that of the sentence before. */
static uint32_t silent_subject(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct paragraph *p = &d->paragraphs.p[s->paragraph];
    bool third = (at(d, k)->flags & CHUNK_FINITE) && !(at(d, k)->flags & CHUNK_FIRST);
    if (p->language != NEWS_ITALIAN || !third || s == d->sentences.p ||
        s[-1].paragraph != s->paragraph) {
        return NONE32;
    }
    for (uint32_t n = s->chunk; n < k; n++) {
        bool before = at(d, n)->kind == CHUNK_VERB && (at(d, n)->flags & CHUNK_FINITE) &&
                      at(d, n)->slot == DETAIL_NONE;
        bool named = at(d, n)->kind == CHUNK_NOUN && at(d, n)->slot == DETAIL_NONE &&
                     !when_covers(d, at(d, n)->head);
        if (before || named) {
            return NONE32;
        }
    }
    for (uint32_t n = s[-1].chunk; n < s[-1].chunk_end; n++) {
        if (at(d, n)->kind == CHUNK_VERB && (at(d, n)->flags & CHUNK_FINITE)) {
            uint32_t subject = subject_of(d, s - 1, n);
            uint32_t e = subject == NONE32 ? NONE32 : entity_of(d, s - 1, subject);
            return e != NONE32 && d->entities.p[e].type == ENTITY_PERSON ? e : NONE32;
        }
    }
    return NONE32;
}

/* We, in a quotation: the state that whoever speaks speaks for. */
static uint32_t speaker(const struct document *d, uint32_t token)
{
    uint32_t said = say_of(d, token);
    for (uint32_t i = 0; said != NONE32 && i < d->entities.n; i++) {
        if (d->entities.p[i].type == ENTITY_COUNTRY &&
            slice_eq(d->entities.p[i].behalf, d->statements.p[said].behalf)) {
            return i;
        }
    }
    return NONE32;
}

/* The subject; of a participle set off by a comma, the group before it. */
uint32_t event_own_subject(const struct document *d, const struct sentence *s, uint32_t verb)
{
    uint32_t subject = subject_of(d, s, verb);
    bool apart =
        (at(d, verb)->flags & CHUNK_BARE) && verb > s->chunk && chunk_is_sign(d, verb - 1, ',');
    return subject == NONE32 && apart ? antecedent(d, s, verb) : subject;
}

static bool is_delegation(const struct document *d, uint32_t k)
{
    return HAS(at(d, k)->all, DELEGATION) && at(d, k)->kind == CHUNK_NOUN;
}

/* "X and Y met", "X, Y and Z imposed": those joined to the last of several subjects. */
static void take_left(const struct document *d, const struct sentence *s, struct event_sides *f,
                      int role, uint32_t k, bool as_party)
{
    bool and = k >= s->chunk + 2 && at(d, k - 1)->kind == CHUNK_LINK &&
               at(d, k - 1)->slot == DETAIL_AND;
    while (and&&k >= s->chunk + 2 && at(d, k - 2)->kind == CHUNK_NOUN &&
           at(d, k - 2)->mention != NONE32 &&
           (chunk_is_sign(d, k - 1, ',') || at(d, k - 1)->slot == DETAIL_AND) &&
           (at(d, k - 2)->slot == DETAIL_NONE || person_at(d, k - 2) != NONE32)) {
        event_take_group(d, s, f, role, k - 2, as_party);
        k -= 2;
    }
}

uint32_t event_take_subject(const struct document *d, const struct sentence *s,
                            struct event_sides *f, int role, uint32_t verb, bool as_party)
{
    uint32_t subject = event_own_subject(d, s, verb);
    if (subject != NONE32 && !when_covers(d, at(d, subject)->head)) {
        f->delegation = f->delegation || is_delegation(d, subject);
        take_left(d, s, f, role, subject, as_party);
        event_take_joined(d, s, f, role, subject, as_party);
        return subject;
    }
    if (at(d, verb)->flags & CHUNK_FIRST) {
        event_take(f, role, speaker(d, at(d, verb)->head), verb);
    } else {
        event_take(f, role, silent_subject(d, s, verb), verb);
    }
    return NONE32;
}

/* ---- places ---- */

/* A country named by itself or by its capital behind in, to or at. */
static uint32_t place_at(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    bool slot = c->slot == DETAIL_IN || c->slot == DETAIL_TO;
    if (c->kind != CHUNK_NOUN || !slot || c->mention == NONE32 || c->goods) {
        return NONE32;
    }
    const struct mention *m = &d->mentions.p[c->mention];
    bool town = m->gazetteer && (m->names == NAMES_COUNTRY || m->names == NAMES_CAPITAL);
    bool alone = c->end - m->end == 0 && m->first - c->first <= 1;
    return town && alone && m->entity != NONE32 && !m->adjective &&
                   d->entities.p[m->entity].type == ENTITY_COUNTRY
               ? m->entity
               : NONE32;
}

bool event_is_state(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t e = entity_of(d, s, k);
    return e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY;
}

uint32_t event_place_where(const struct document *d, const struct sentence *s, uint32_t k)
{
    for (uint32_t n = k; n > s->chunk && k - n < 6; n--) {
        if (chunk_is_where(d, n - 1)) {
            uint32_t a = antecedent_of(d, s, n - 1);
            return a != NONE32 && event_is_state(d, s, a) ? entity_of(d, s, a) : NONE32;
        }
        if (at(d, n - 1)->kind != CHUNK_NOUN) {
            break;
        }
    }
    return NONE32;
}

/* The place of a predicate: in its clause, behind it or in front of all. */
uint32_t event_place(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t bound = right_bound(d, s, k + 1);
    for (uint32_t n = k + 1; n < bound && at(d, n)->kind != CHUNK_VERB; n++) {
        uint32_t e = place_at(d, n);
        if (e != NONE32) {
            return e;
        }
    }
    for (uint32_t n = k; n > s->chunk; n--) {
        const struct chunk *c = at(d, n - 1);
        bool wall = c->kind == CHUNK_LINK || c->kind == CHUNK_VERB ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, n - 1, ','));
        uint32_t e = place_at(d, n - 1);
        if (wall || e != NONE32) {
            return e;
        }
    }
    return NONE32;
}

bool event_stay(const struct document *d, const struct sentence *s, uint32_t verb,
                struct event_sides *out)
{
    event_sides_begin(out, verb);
    bool copula = (at(d, verb)->flags & CHUNK_COPULA) && (at(d, verb)->flags & CHUNK_FINITE);
    if (!copula || verb + 1 >= s->chunk_end) {
        return false;
    }
    uint32_t n = verb + 1;
    while (n + 1 < s->chunk_end && n < verb + 3 && place_at(d, n) == NONE32 &&
           (when_covers(d, at(d, n)->head) || HAS(at(d, n)->all, READY))) {
        out->due = out->due || HAS(at(d, n)->all, READY);
        n++;
    }
    uint32_t where = place_at(d, n);
    if (where == NONE32) {
        return false;
    }
    (void)event_take_subject(d, s, out, 0, verb, false);
    event_take(out, 1, where, n);
    return out->n[0] == 1 && d->entities.p[out->who[0][0]].type == ENTITY_PERSON;
}

bool event_two_people(const struct document *d, const struct sentence *s, uint32_t verb,
                      struct event_sides *out)
{
    event_sides_begin(out, verb);
    uint32_t subject = subject_of(d, s, verb);
    uint32_t pair[2];
    if (subject == NONE32 || !two_people(d, at(d, subject), pair)) {
        return false;
    }
    event_take(out, 0, pair[1], subject);
    event_take(out, 0, pair[0], subject);
    return true;
}

bool event_sent_delegation(const struct document *d, const struct sentence *s, uint32_t verb,
                           struct event_sides *out)
{
    event_sides_begin(out, verb);
    if (!HAS(at(d, verb)->classes, SUPPLY) || verb + 1 >= s->chunk_end ||
        !is_delegation(d, verb + 1) || at(d, verb + 1)->slot != DETAIL_NONE) {
        return false;
    }
    out->delegation = true;
    event_take(out, 1, event_place(d, s, verb), verb + 1);
    (void)event_take_subject(d, s, out, 0, verb, true);
    return out->n[0] == 1 && out->n[1] == 1;
}
