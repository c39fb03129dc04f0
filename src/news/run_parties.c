/* From capitalised runs to people, organisations and listed parties. */
#include "news/names.h"

static struct slice run_text(const struct document *d, uint32_t first, uint32_t end)
{
    return document_text(d, document_span(d, first, end));
}

/* The entity of a listed party. */
static uint32_t listed_entity(struct document *d, const struct link *l)
{
    uint32_t at = entity_intern(d, l->id, l->type);
    if (at != NONE32) {
        struct news_entity *e = &d->entities.p[at];
        e->listed = true;
        e->caption = arena_copy(&d->arena, l->caption);
        e->type = l->type;
        e->score = l->score > e->score ? l->score : e->score;
        e->number = l->entity;
        if (e->behalf.n == 0) {
            e->behalf = arena_copy(&d->arena, l->country);
        }
    }
    return at;
}

static uint32_t unlisted_entity(struct document *d, struct slice name, enum entity_type type)
{
    struct buf id;
    buf_init(&id, 4096);
    buf_add_text(&id, type == ENTITY_PERSON ? "person:" : "org:");
    for (size_t i = 0; i < name.n; i++) {
        buf_add_char(&id, name.p[i] == '\n' ? ' ' : name.p[i]);
    }
    uint32_t at = entity_intern(d, buf_slice(&id), type);
    buf_release(&id);
    return at;
}

/* A model of something: missili Fateh-110, Shahed drones. */
static bool is_model(const struct document *d, const struct name_run *r)
{
    const struct news_token *t = d->tokens.p;
    bool before = r->first > 0 && t[r->first - 1].goods;
    bool behind = r->end < d->tokens.n && t[r->end].goods &&
                  (t[r->first].flags & TOK_CAPITAL) && !(r->cues & CUE_PERSON);
    return before || behind;
}

/* Where something is: in New York, a Bengasi. */
static bool is_place(const struct document *d, const struct name_run *r)
{
    const struct news_token *x = r->first > 0 ? &d->tokens.p[r->first - 1] : NULL;
    struct slice w = x ? document_key(d, r->first - 1, r->first) : (struct slice){NULL, 0};
    return x && x->part == PART_PREP &&
           (x->row->detail == DETAIL_IN || slice_is(w, "a") || slice_is(w, "ad") ||
            slice_is(w, "da"));
}

static const struct link *better(const struct link *a, const struct link *b)
{
    return !a ? b : !b ? a : b->score > a->score ? b : a;
}

/* Letters of a name are no proof: without its initials it has to be found as well. */
static bool stands_without_initials(const struct document *d, struct news_session *s,
                                    const struct name_run *r, const struct link *l)
{
    char room[200];
    size_t n = 0;
    size_t words = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        struct slice w = run_text(d, i, i + 1);
        if (d->tokens.p[i].kind == TOK_SIGN ||
            d->tokens.p[i].fold_end == d->tokens.p[i].fold + 1) {
            continue;
        }
        if (n + w.n + 1 > sizeof room) {
            return true;
        }
        room[n] = ' ';
        memcpy(room + n + (n > 0), w.p, w.n);
        n += w.n + (n > 0);
        words++;
    }
    const struct link *plain =
        words >= 2 ? session_link(s, (struct slice){room, n}, LINK_PERSON) : NULL;
    return plain && plain->entity == l->entity;
}

static bool has_initial(const struct document *d, const struct name_run *r)
{
    for (uint32_t i = r->first; i < r->end; i++) {
        if (d->tokens.p[i].kind == TOK_WORD &&
            d->tokens.p[i].fold_end == d->tokens.p[i].fold + 1) {
            return true;
        }
    }
    return false;
}

/* A run of several words that nothing but its capitals speaks for has to fit better. */
enum {
    SCORE_PLACE = 950,
    SCORE_CUELESS_PERSON = 900,
    SCORE_CUELESS_ORG = 950,
    SCORE_CUED_ORG = 850
};

static const struct link *link_run(const struct document *d, struct news_session *s,
                                   const struct name_run *r)
{
    bool person = (r->cues & CUE_PERSON) != 0;
    bool org = (r->cues & CUE_ORG) && !(r->cues & CUE_FORENAME);
    bool whole = r->whole_first != r->first || r->whole_end != r->end;
    struct slice name = !person && whole ? run_text(d, r->whole_first, r->whole_end)
                                         : run_text(d, r->first, r->end);
    uint32_t words = r->end - r->first;
    if (r->cues & CUE_SHIP) {
        const struct link *l = session_link(s, name, LINK_VESSEL);
        return l && l->score >= 900 ? l : NULL;
    }
    if (is_model(d, r)) {
        return NULL;
    }
    if (words == 1) {
        bool known = d->tokens.p[r->first].rows.n > 0;
        bool cue = (r->cues & CUE_ORG) ||
                   ((r->cues & CUE_ARTICLE) && !person && !known && !d->playful);
        const struct link *l =
            cue && name.n >= 4 && !is_place(d, r) ? session_link(s, name, LINK_ORG) : NULL;
        return l && l->score >= (r->cues & CUE_ORG ? 900 : 950) ? l : NULL;
    }
    bool place = is_place(d, r) && !person;
    const struct link *p = org ? NULL : session_link(s, name, LINK_PERSON);
    const struct link *o =
        (person && !org) || place || d->playful ? NULL : session_link(s, name, LINK_ORG);
    unsigned strict = place || d->playful ? SCORE_PLACE : 0;
    unsigned least_p = person ? SCORE_ALERT : strict ? strict : SCORE_CUELESS_PERSON;
    unsigned least_o = strict               ? strict
                       : r->cues & CUE_FIRM ? SCORE_CUED_ORG
                                            : SCORE_CUELESS_ORG;
    p = p && p->score >= least_p ? p : NULL;
    o = o && o->score >= least_o ? o : NULL;
    if (p && has_initial(d, r) && !stands_without_initials(d, s, r, p)) {
        p = NULL;
    }
    return better(p, o);
}

static void take_run(struct document *d, struct name_run *r, uint32_t entity)
{
    struct slice key = document_key(d, r->first, r->end);
    if (entity == NONE32) {
        return;
    }
    (void)mention_add(d, r->first, r->end, entity, MENTION_NAME);
    struct news_entity *e = &d->entities.p[entity];
    e->key = key.n > e->key.n ? arena_copy(&d->arena, key) : e->key;
    r->done = true;
}

/* "Iran Air": the lists know the whole, gazetteer names and all. */
static bool take_whole(struct document *d, struct news_session *s, struct name_run *r)
{
    if (r->whole_first == r->first && r->whole_end == r->end) {
        return false;
    }
    const struct link *l = session_link(s, run_text(d, r->whole_first, r->whole_end), LINK_ORG);
    if (!l || l->score < 950) {
        return false;
    }
    r->first = r->whole_first;
    r->end = r->whole_end;
    for (uint32_t i = r->first; i < r->end; i++) {
        if (d->tokens.p[i].mention != NONE32) {
            d->mentions.p[d->tokens.p[i].mention].entity = NONE32;
        }
    }
    take_run(d, r, listed_entity(d, l));
    return r->done;
}

/* A run of several words that no list knows. */
static void take_unlisted(struct document *d, struct name_run *r)
{
    uint32_t words = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        words += !(d->tokens.p[i].flags & TOK_HYPHEN); /* Sud-est is one word */
    }
    bool inner_org = (r->cues & CUE_ORG) && !(r->cues & (CUE_PERSON | CUE_SHIP)) && words >= 2;
    if (inner_org) {
        r->first = r->whole_first;
        r->end = r->whole_end;
    }
    struct slice name = run_text(d, r->first, r->end);
    if (is_model(d, r)) {
        return;
    }
    bool person = (r->cues & CUE_PERSON) && !((r->cues & CUE_ORG) && !(r->cues & CUE_FORENAME));
    bool thing = (r->cues & CUE_SHIP) || ((r->cues & CUE_ORG) && !person);
    bool says = words >= 2 && (r->cues & CUE_SAYS); /* "the Xinhua Group said": no person */
    if (!thing && ((words >= 2 && person) || (says && !(r->cues & CUE_ARTICLE)))) {
        take_run(d, r, unlisted_entity(d, name, ENTITY_PERSON));
    } else if (thing || says) {
        take_run(d, r, unlisted_entity(d, name, ENTITY_ORG));
    }
}

/* Somebody on no list is called as this text calls him. */
static void rename_person(struct document *d, uint32_t entity, struct slice name)
{
    struct buf id;
    buf_init(&id, 4096);
    buf_add_text(&id, "person:");
    buf_add(&id, name);
    d->entities.p[entity].id = arena_copy(&d->arena, buf_slice(&id));
    d->entities.p[entity].caption =
        slice_cut(d->entities.p[entity].id, 7, d->entities.p[entity].id.n);
    buf_release(&id);
}

/* People and groups of the gazetteer that the lists know. */
static void link_gazetteer(struct document *d, struct news_session *s)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity == NONE32 ||
            (m->names != NAMES_LEADER && m->names != NAMES_ARMED_GROUP) || !m->gazetteer) {
            continue;
        }
        struct news_entity e = d->entities.p[m->entity];
        enum link_kind kind = m->names == NAMES_LEADER ? LINK_PERSON : LINK_ORG;
        const struct link *l = e.listed ? NULL : session_link(s, e.caption, kind);
        bool other =
            l && (l->score < 900 || (kind == LINK_PERSON && e.behalf.n == 2 &&
                                     l->country.n == 2 && !slice_eq(l->country, e.behalf)));
        l = other ? NULL : l;
        uint32_t to = l ? listed_entity(d, l) : m->entity;
        struct slice key = document_key(d, m->first, m->end);
        if (to == NONE32) {
            continue;
        }
        if (to != m->entity) {
            uint32_t from = m->entity;
            for (uint32_t k = 0; k < d->mentions.n; k++) {
                d->mentions.p[k].entity =
                    d->mentions.p[k].entity == from ? to : d->mentions.p[k].entity;
            }
            d->entities.p[to].behalf = e.behalf.n ? e.behalf : d->entities.p[to].behalf;
        }
        struct news_entity *t = &d->entities.p[to];
        bool fuller = key.n > t->key.n;
        t->key = fuller ? arena_copy(&d->arena, key) : t->key;
        if (fuller && !t->listed && t->type == ENTITY_PERSON && m->end - m->first >= 2) {
            rename_person(d, to, run_text(d, m->first, m->end));
        }
    }
}

/* A page of sports: accord, arms and delivery are said of players. */
static bool is_playful(const struct document *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->tokens.n; i++) {
        n += d->tokens.p[i].row && HAS(d->tokens.p[i].row->classes, SPORT);
    }
    return n >= SPORT_WORDS_LEAST && n * 120 > d->tokens.n;
}

static int check_limits(const struct document *d, struct diag *diag)
{
    if (d->runs.n > ARTICLE_NAMES_MAX) {
        FAIL(diag, ERR_LIMIT, "more than %d names in one article: cut it into its parts",
             ARTICLE_NAMES_MAX);
    }
    return 0;
}

int names_runs(struct document *d, struct news_session *s, struct diag *diag)
{
    d->playful = is_playful(d);
    runs_find(d);
    TRY(check_limits(d, diag));
    link_gazetteer(d, s);
    for (size_t i = 0; i < d->runs.n && !d->failed; i++) {
        struct name_run *r = &d->runs.p[i];
        if (take_whole(d, s, r)) {
            continue;
        }
        const struct link *l = link_run(d, s, r);
        if (l) {
            take_run(d, r, listed_entity(d, l));
        }
    }
    /* Shorter forms of somebody named in full are his before they are somebody new. */
    for (size_t i = 0; i < d->runs.n && !d->failed; i++) {
        if (!d->runs.p[i].done && d->runs.p[i].end - d->runs.p[i].first >= 2) {
            take_unlisted(d, &d->runs.p[i]);
        }
    }
    refer_names(d, s);
    for (size_t i = 0; i < d->runs.n && !d->failed; i++) {
        if (!d->runs.p[i].done) {
            take_unlisted(d, &d->runs.p[i]);
        }
    }
    return 0;
}
