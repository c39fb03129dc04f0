/* Arguments of an event's verb or noun. */
#include "news/event_sides.h"

#include "news/event_groups.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool fills(uint32_t mask, unsigned slot)
{
    return (mask >> slot & 1U) != 0;
}

/* ---- verbs ---- */

static bool joins_several(const struct frame_row *row)
{
    return row->class == CLASS_BIT_SANCTION || row->class == CLASS_BIT_CHARGE ||
           row->class == CLASS_BIT_CONVICT || row->class == CLASS_BIT_MEET ||
           row->class == CLASS_BIT_DEMAND || row->class == CLASS_BIT_ASK;
}

/* States stand for their officials where a place or an addressee is wanted. */
static bool wants_state(const struct frame_row *row, int role)
{
    bool demand = row->class == CLASS_BIT_DEMAND || row->class == CLASS_BIT_ASK;
    return demand || (row->class == CLASS_BIT_VISIT && role == 1);
}

static void right_of_verb(const struct document *d, const struct sentence *s, uint32_t k,
                          const struct frame_row *row, struct event_sides *f)
{
    const struct chunk *v = at(d, k);
    bool passive = (v->flags & CHUNK_PASSIVE) != 0;
    uint32_t bound = right_bound(d, s, k + 1);
    for (uint32_t n = k + 1; n < bound; n++) {
        const struct chunk *c = at(d, n);
        if (c->kind == CHUNK_VERB && !(c->flags & CHUNK_BARE)) {
            break;
        }
        if (c->kind != CHUNK_NOUN || when_covers(d, c->head)) {
            continue;
        }
        unsigned slot = c->slot == DETAIL_NONE ? (unsigned)DETAIL_OBJECT : c->slot;
        slot = passive && slot == DETAIL_FROM ? (unsigned)DETAIL_BY : slot;
        bool inverted = slot == DETAIL_OBJECT && f->n[0] + f->n[1] == 0 &&
                        (passive || row->class == CLASS_BIT_VISIT);
        int role = fills(row->roles[ROLE_SECOND].verb, slot)  ? 1
                   : fills(row->roles[ROLE_FIRST].verb, slot) ? 0
                                                              : -1;
        role = inverted ? (passive && row->class != CLASS_BIT_VISIT) : role;
        if (role < 0 || (!joins_several(row) && f->n[role] > 0) ||
            (slot == DETAIL_OBJECT && passive && !inverted)) {
            continue;
        }
        if (joins_several(row)) {
            event_take_joined(d, s, f, role, n, wants_state(row, role));
        } else {
            event_take_group(d, s, f, role, n, wants_state(row, role));
        }
    }
}

/* "Demanded that X stop": who is to do it stands in the clause. */
static void demanded_of(const struct document *d, const struct sentence *s, uint32_t k,
                        struct event_sides *f)
{
    uint32_t n = k + 1;
    while (n < s->chunk_end && at(d, n)->kind == CHUNK_NOUN && n < k + 3) {
        n++;
    }
    bool that =
        n < s->chunk_end && at(d, n)->kind == CHUNK_LINK && at(d, n)->slot == DETAIL_THAT;
    for (n++; that && n < s->chunk_end && at(d, n)->kind != CHUNK_VERB; n++) {
        if (at(d, n)->kind == CHUNK_NOUN && at(d, n)->slot == DETAIL_NONE) {
            event_take_joined(d, s, f, 1, n, true);
            return;
        }
    }
}

/* "La fermarono", "they stopped her": the ship named last. */
static void seized_it(const struct document *d, const struct sentence *s, uint32_t k,
                      struct event_sides *f)
{
    static const char *const ITS[] = {"la", "lo", "it", "her", NULL};
    uint32_t first = at(d, k)->first;
    bool it = false;
    for (const char *const *w = ITS; *w; w++) {
        bool before = first > s->first && slice_is(document_key(d, first - 1, first), *w);
        bool behind = at(d, k)->end < s->end &&
                      slice_is(document_key(d, at(d, k)->end, at(d, k)->end + 1), *w);
        it = it || before || behind || slice_is(document_key(d, first, first + 1), *w);
    }
    for (uint32_t i = first; it && f->n[1] == 0 && i-- > 0 && first - i < 60;) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e != NONE32 && d->entities.p[e].type == ENTITY_CRAFT) {
            event_take(f, 1, e, k);
        }
    }
}

/* "Three firms from China": targets without a name are those of their state. */
static void state_of_targets(const struct document *d, const struct sentence *s, uint32_t k,
                             struct event_sides *f)
{
    for (uint32_t n = k + 1; n + 1 < s->chunk_end && n < k + 3; n++) {
        const struct chunk *c = at(d, n);
        bool target = c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE &&
                      (c->classes & (CLASS(FIRM) | CLASS(OFFICE) | CLASS(SHIP)));
        if (target && at(d, n + 1)->kind == CHUNK_NOUN && at(d, n + 1)->slot == DETAIL_FROM) {
            event_take(f, 1, entity_of(d, s, n + 1), n + 1);
            return;
        }
    }
}

static void verb_sides(const struct document *d, const struct sentence *s, uint32_t k,
                       const struct frame_row *row, struct event_sides *f)
{
    bool passive = (at(d, k)->flags & CHUNK_PASSIVE) != 0;
    bool demand = row->class == CLASS_BIT_DEMAND || row->class == CLASS_BIT_ASK;
    int subject_role = passive && row->class != CLASS_BIT_VISIT ? 1 : 0;
    uint32_t subject =
        event_take_subject(d, s, f, subject_role, k, wants_state(row, subject_role));
    right_of_verb(d, s, k, row, f);
    if (f->n[1] == 0 && demand) {
        demanded_of(d, s, k, f);
        f->to_do = k + 2 < s->chunk_end && at(d, k + 1)->kind == CHUNK_NOUN &&
                   at(d, k + 2)->kind == CHUNK_VERB && at(d, k + 2)->slot != DETAIL_NONE;
    }
    if (f->n[1] == 0 && row->class == CLASS_BIT_SANCTION && !passive) {
        state_of_targets(d, s, k, f);
    }
    if (f->n[1] == 0 && row->class == CLASS_BIT_SEIZE && !passive) {
        seized_it(d, s, k, f);
    }
    if (f->n[1] == 0 && subject != NONE32 && row->class == CLASS_BIT_SANCTION) {
        uint32_t object = event_relative_object(d, s, subject);
        event_take(f, 1, object == NONE32 ? NONE32 : entity_of(d, s, object), k);
    }
}

/* ---- nouns ---- */

uint32_t event_governor(const struct document *d, const struct sentence *s, uint32_t noun)
{
    for (uint32_t v = noun; v > s->chunk && v + 4 > noun; v--) {
        const struct chunk *c = at(d, v - 1);
        if (c->kind == CHUNK_VERB) {
            return v - 1;
        }
        bool time = c->kind == CHUNK_NOUN && when_covers(d, c->head);
        if (c->kind != CHUNK_NOUN && !time) {
            break;
        }
    }
    return NONE32;
}

static void right_of_noun(const struct document *d, const struct sentence *s, uint32_t k,
                          const struct frame_row *row, struct event_sides *f)
{
    uint32_t bound = right_bound(d, s, k + 1);
    for (uint32_t i = k + 1; i < bound; i++) {
        const struct chunk *c = at(d, i);
        bool bare = c->kind == CHUNK_VERB && (c->flags & CHUNK_BARE);
        bool joins = c->kind == CHUNK_LINK && c->slot == DETAIL_AND;
        bool aside =
            chunk_is_sign(d, i, ',') && i + 1 < bound && (at(d, i + 1)->flags & CHUNK_BARE);
        if (joins || aside || bare || c->kind == CHUNK_OTHER) {
            continue;
        }
        if (c->kind != CHUNK_NOUN) {
            break;
        }
        if (when_covers(d, c->head)) {
            continue;
        }
        unsigned slot = c->slot ? c->slot : (unsigned)DETAIL_WITH;
        bool town =
            row->class == CLASS_BIT_INVITE && slot == DETAIL_TO && event_is_state(d, s, i);
        bool second = fills(row->roles[ROLE_SECOND].noun, slot) && !town;
        bool first = fills(row->roles[ROLE_FIRST].noun, slot);
        int role = second && !(first && f->n[0] == 0) ? 1 : first ? 0 : -1;
        if (role >= 0 && c->slot != DETAIL_NONE) {
            event_take_joined(d, s, f, role, i, wants_state(row, role) && c->slot != DETAIL_OF);
        } else if (role >= 0) {
            event_take_group(d, s, f, role, i, false);
        }
    }
}

static bool is_on_list(const struct document *d, const struct chunk *n)
{
    struct slice before =
        n->first > 0 ? document_key(d, n->first - 1, n->first) : (struct slice){NULL, 0};
    struct slice words = document_key(d, n->first, n->end);
    bool list = slice_find(words, 0, "list") < words.n;
    bool place = n->slot == DETAIL_IN || n->slot == DETAIL_TO || n->slot == DETAIL_ON;
    return slice_is(before, "under") || slice_is(before, "sotto") || (list && place);
}

/* "Placed under sanctions", "nella lista nera finiscono A e B": the list is where they go. */
static void listed_on(const struct document *d, const struct sentence *s, uint32_t k,
                      struct event_sides *f)
{
    uint32_t v = event_governor(d, s, k);
    if (v != NONE32) {
        bool passive = (at(d, v)->flags & CHUNK_PASSIVE) != 0;
        uint32_t subject = event_own_subject(d, s, v);
        uint32_t e = subject == NONE32 ? NONE32 : entity_of(d, s, subject);
        bool object = false;
        for (uint32_t i = v + 1; i < k && !passive; i++) {
            if (at(d, i)->kind == CHUNK_NOUN && at(d, i)->slot == DETAIL_NONE &&
                !when_covers(d, at(d, i)->head)) {
                object = true;
                event_take_joined(d, s, f, 1, i, false);
            }
        }
        bool act = object || (!passive && subject != NONE32 && f->n[0] == 0);
        event_take(f, passive ? 1 : act ? 0 : 1, e, subject == NONE32 ? k : subject);
        if (!object && !passive && subject != NONE32) {
            uint32_t whom = event_relative_object(d, s, subject);
            event_take(f, 1, whom == NONE32 ? NONE32 : entity_of(d, s, whom), k);
        }
    }
    for (uint32_t i = k + 1; f->n[1] == 0 && i < s->chunk_end; i++) {
        const struct chunk *c = at(d, i);
        uint32_t e = c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && c->mention != NONE32
                         ? d->mentions.p[c->mention].entity
                         : NONE32;
        if (e != NONE32 && d->entities.p[e].type != ENTITY_COUNTRY) {
            event_take_joined(d, s, f, 1, i, false);
        }
    }
}

/* The person whom a text names most often. */
static uint32_t protagonist(const struct document *d)
{
    uint32_t best = NONE32;
    size_t most = 0;
    for (uint32_t e = 0; e < d->entities.n; e++) {
        size_t n = 0;
        for (size_t i = 0; d->entities.p[e].type == ENTITY_PERSON && i < d->mentions.n; i++) {
            n += d->mentions.p[i].entity == e;
        }
        best = n > most ? e : best;
        most = n > most ? n : most;
    }
    return best;
}

/* "Contro il quale"; "nei suoi confronti", "against him": whoever was spoken of last; else whom
 * the text is about. */
static void spoken_of(const struct document *d, const struct sentence *s, uint32_t k,
                      struct event_sides *f)
{
    uint32_t whom = event_relative_object(d, s, k);
    if (whom != NONE32) {
        event_take(f, 1, entity_of(d, s, whom), k);
        return;
    }
    bool pointed = k + 1 < s->chunk_end && at(d, k + 1)->slot == DETAIL_AGAINST;
    for (uint32_t i = at(d, k)->first; pointed && i-- > 0 && at(d, k)->first - i < 60;) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e != NONE32 && d->entities.p[e].type == ENTITY_PERSON) {
            event_take(f, 1, e, k);
            return;
        }
    }
    event_take(f, 1, pointed ? NONE32 : protagonist(d), k);
}

/* "Lo ha detto X, al termine di un colloquio con Y", "X spoke after a meeting with Y". */
static void take_nearest_person(const struct document *d, const struct sentence *s, uint32_t k,
                                struct event_sides *f)
{
    for (uint32_t n = k; n > s->chunk && f->n[0] == 0; n--) {
        const struct chunk *c = at(d, n - 1);
        uint32_t e = c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && c->mention != NONE32
                         ? d->mentions.p[c->mention].entity
                         : NONE32;
        if (c->kind == CHUNK_LINK && c->slot != DETAIL_AND) {
            return;
        }
        if (e != NONE32 && d->entities.p[e].type == ENTITY_PERSON) {
            event_take(f, 0, e, n - 1);
        }
    }
}

/* "Sanctions were imposed by X on Y", "a warrant was issued by the Court": what stands behind the
 * noun's own verb belongs to the noun. */
static void own_passive(const struct document *d, const struct sentence *s, uint32_t k,
                        const struct frame_row *row, struct event_sides *f)
{
    uint32_t v = k + 1;
    while (v < s->chunk_end && at(d, v)->kind == CHUNK_NOUN && at(d, v)->slot != DETAIL_NONE) {
        v++;
    }
    if (v >= s->chunk_end || !(at(d, v)->flags & CHUNK_PASSIVE)) {
        return;
    }
    uint32_t bound = right_bound(d, s, v + 1);
    for (uint32_t i = v + 1; i < bound && at(d, i)->kind == CHUNK_NOUN; i++) {
        unsigned slot = at(d, i)->slot == DETAIL_FROM ? (unsigned)DETAIL_BY : at(d, i)->slot;
        int role = fills(row->roles[ROLE_SECOND].noun, slot)  ? 1
                   : fills(row->roles[ROLE_FIRST].noun, slot) ? 0
                                                              : -1;
        if (role >= 0 && slot != DETAIL_OF && !when_covers(d, at(d, i)->head)) {
            event_take_joined(d, s, f, role, i, false);
        }
    }
}

static void noun_sides(const struct document *d, const struct sentence *s, uint32_t k,
                       const struct frame_row *row, struct event_sides *f)
{
    const struct chunk *n = at(d, k);
    bool on_list = row->class == CLASS_BIT_SANCTION && is_on_list(d, n);
    if (k > s->chunk && (at(d, k - 1)->flags & CHUNK_POSSESSOR)) {
        event_take(f, 0, entity_of(d, s, k - 1), k - 1);
    } else if (n->mention != NONE32) {
        event_take(f, 0, d->mentions.p[n->mention].entity, k);
    }
    right_of_noun(d, s, k, row, f);
    f->governor = event_governor(d, s, k);
    if (f->governor == NONE32 && n->slot == DETAIL_NONE) {
        own_passive(d, s, k, row, f);
    }
    if (on_list) {
        listed_on(d, s, k, f);
        return;
    }
    bool object = f->governor != NONE32 && n->slot == DETAIL_NONE;
    bool turns_down =
        object && row->class == CLASS_BIT_INVITE &&
        (at(d, f->governor)->mode == SAY_denies || at(d, f->governor)->mode == SAY_declines);
    bool says = object && HAS(at(d, f->governor)->classes, SAY) && !turns_down &&
                at(d, f->governor)->mode != SAY_announces;
    bool passive = object && (at(d, f->governor)->flags & CHUNK_PASSIVE);
    if (object && !says && !passive && row->class != CLASS_BIT_MEET) {
        bool accepts =
            row->class == CLASS_BIT_INVITE &&
            (turns_down || (at(d, f->governor)->all & (CLASS(AGREE) | CLASS(REFUSE))));
        int role = accepts ? 1 : 0;
        if (f->n[role] == 0) {
            (void)event_take_subject(d, s, f, role, f->governor, false);
        }
    } else if (object && row->class == CLASS_BIT_MEET && f->n[0] + f->n[1] < 2) {
        (void)event_take_subject(d, s, f, 0, f->governor, false);
    } else if (row->class == CLASS_BIT_MEET && f->n[0] == 0 && f->n[1] == 1) {
        take_nearest_person(d, s, k, f);
    }
    bool abroad = row->class == CLASS_BIT_VISIT && f->n[0] == 0 &&
                  (n->slot == DETAIL_IN || n->slot == DETAIL_ON);
    if (abroad &&
        k > s->chunk) { /* Blinken, on a visit to London; Blinken in visita a Londra */
        bool comma = chunk_is_sign(d, k - 1, ',') && k > s->chunk + 1;
        event_take_group(d, s, f, 0, comma ? k - 2 : k - 1, false);
    }
    /* "will arrive on Thursday at the invitation of X": whoever arrives is the guest. */
    for (uint32_t v = k;
         row->class == CLASS_BIT_INVITE && f->n[0] == 1 && f->n[1] == 0 && v > s->chunk; v--) {
        if (at(d, v - 1)->kind == CHUNK_VERB) {
            (void)event_take_subject(d, s, f, 1, v - 1, false);
            break;
        }
    }
    if (row->class == CLASS_BIT_WARRANT && f->n[1] == 0) {
        spoken_of(d, s, k, f);
    }
}

void event_sides_of(const struct document *d, const struct sentence *s, uint32_t predicate,
                    const struct frame_row *row, struct event_sides *out)
{
    event_sides_begin(out, predicate);
    if (at(d, predicate)->kind == CHUNK_VERB) {
        verb_sides(d, s, predicate, row, out);
        uint32_t where = row->class == CLASS_BIT_VISIT && out->n[1] == 0
                             ? event_place_where(d, s, predicate)
                             : NONE32;
        event_take(out, 1, where, predicate);
    } else {
        noun_sides(d, s, predicate, row, out);
    }
    out->place = event_place(d, s, predicate);
}
