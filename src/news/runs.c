/* Capitalised runs: where they begin and end, what speaks for person, organisation or ship. */
#include "news/names.h"

static const char *const PARTICLES[] = {"al",  "el",  "bin", "bint", "ibn", "abu", "ben",
                                        "van", "von", "der", "den",  "de",  "del", "dos",
                                        "da",  "di",  "la",  "le",   "ul",  "ud",  NULL};

static bool is_particle(const struct document *d, uint32_t i)
{
    struct slice w = document_key(d, i, i + 1);
    for (const char *const *p = PARTICLES; w.n >= 2 && w.n <= 4 && *p; p++) {
        if (w.p[0] == (*p)[0] && slice_is(w, *p)) {
            return true;
        }
    }
    return false;
}

static bool is_calendar(const struct news_token *t)
{
    return t->row && (t->row->classes & CLASS(CALENDAR));
}

/* A capitalised word that may belong to a name. */
static bool is_name_word(const struct news_token *t)
{
    return t->kind == TOK_WORD && (t->flags & TOK_CAPITAL) && t->mention == NONE32 &&
           !is_calendar(t);
}

/* A word that joins others (the, di, on), by its reading or by all that it can have. */
static bool is_function(const struct news_token *t)
{
    if (t->row) {
        return t->row->part != PART_N && t->row->part != PART_A && t->row->part != PART_V;
    }
    for (size_t i = 0; i < t->rows.n; i++) {
        uint8_t part = t->rows.rows[i].part;
        if (part == PART_N || part == PART_A || part == PART_V) {
            return false;
        }
    }
    return t->rows.n > 0;
}

/* An article, a preposition, a conjunction: no name ends with one. */
static bool is_opening(const struct news_token *t)
{
    uint8_t part = t->row      ? t->row->part
                   : t->rows.n ? t->rows.rows[0].part
                               : (uint8_t)PART_NONE;
    return part == PART_DET || part == PART_PREP || part == PART_CONJ || part == PART_SUB;
}

/* The first word of a sentence is capitalised for another reason when the lexicon knows it. */
static bool begins_run(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    if (!is_name_word(t)) {
        return false;
    }
    if (!(t->flags & TOK_FIRST)) {
        return !is_function(t);
    }
    bool next = i + 1 < s->end && is_name_word(&d->tokens.p[i + 1]) &&
                !token_is_sign(&d->tokens.p[i + 1], '.');
    bool office = t->row && (t->row->classes & (CLASS(OFFICE) | CLASS(HEAD)));
    /* A word that the lexicon knows may have no reading that fits here: Marco Rossi. */
    bool noun = !t->row ? !is_function(t) : t->row->part == PART_N || t->row->part == PART_A;
    return t->rows.n == 0 || (next && noun) || office;
}

static uint32_t run_end(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = d->tokens.p;
    uint32_t end = i + 1;
    while (end < s->end && end - i < 10) {
        bool hyphened =
            t[end].kind != TOK_SIGN && (t[end].flags & TOK_HYPHEN) && t[end].mention == NONE32;
        bool number = t[end].kind == TOK_NUMBER && (t[end].flags & TOK_HYPHEN);
        bool initial = token_is_sign(&t[end], '.') && (t[end].flags & TOK_GLUED) &&
                       t[end - 1].end - t[end - 1].start == 1 && end + 1 < s->end &&
                       is_name_word(&t[end + 1]);
        bool joint = (is_particle(d, end) || token_is_sign(&t[end], '&')) && end + 1 < s->end &&
                     is_name_word(&t[end + 1]) && t[end].mention == NONE32;
        bool glue = !(t[end].flags & TOK_GLUED) || hyphened || initial;
        /* CODE The search, Core L'altro: a new thought, or an article of what follows. */
        bool last = end + 1 >= s->end || !is_name_word(&t[end + 1]);
        bool elided = t[end].end - t[end].start > 1 && d->folded.p[t[end].fold_end - 1] == '\'';
        bool word = is_name_word(&t[end]) && !(last && (is_opening(&t[end]) || elided));
        if (!glue || !(word || hyphened || number || initial || joint)) {
            break;
        }
        end++;
    }
    return end;
}

/* ---- cues ---- */

static unsigned noun_cue(uint64_t classes)
{
    unsigned cue =
        classes & (CLASS(OFFICE) | CLASS(HEAD) | CLASS(SPOKES)) ? (unsigned)CUE_PERSON : 0U;
    cue |= classes & (CLASS(FIRM) | CLASS(MEDIA)) ? (unsigned)(CUE_ORG | CUE_FIRM) : 0U;
    cue |= classes & CLASS(SHIP) ? (unsigned)CUE_SHIP : 0U;
    return cue;
}

/* What the nouns before the run say: right before it, or with a comma and an apposition. */
static unsigned left_cue(const struct document *d, const struct sentence *s, uint32_t first)
{
    const struct news_token *t = d->tokens.p;
    unsigned near = 0;
    bool comma = false;
    for (uint32_t k = 1; k <= 14 && first >= s->first + k; k++) {
        const struct news_token *x = &t[first - k];
        if (token_is_sign(x, ',') && k <= 2) {
            comma = true;
            continue;
        }
        if (x->mark == QUOTE_OPEN && k == 1) {
            continue;
        }
        bool through = comma || x->part != PART_PREP;
        if (x->kind == TOK_SIGN || x->part == PART_V || x->part == PART_CONJ ||
            x->part == PART_SUB || !through) {
            break;
        }
        near = x->part == PART_N ? noun_cue(x->row->classes) : 0;
        if (near && (k <= 3 || (comma && near == CUE_PERSON))) {
            bool touches = k <= 3 || comma;
            return touches ? near : 0;
        }
        if (x->part == PART_N && !comma && k == 1) {
            break;
        }
    }
    return 0;
}

/* Behind the run: an apposition with an office or an age, a verb of saying. */
static unsigned right_cue(const struct document *d, const struct sentence *s, uint32_t end)
{
    const struct news_token *t = d->tokens.p;
    if (end < s->end && token_is_sign(&t[end], ',')) {
        if (end + 2 < s->end && t[end + 1].kind == TOK_NUMBER) {
            return CUE_PERSON;
        }
        for (uint32_t i = end + 1; i < s->end && i < end + 6; i++) {
            if (t[i].part == PART_N) {
                return noun_cue(t[i].row->classes) & CUE_PERSON;
            }
            if (t[i].part != PART_DET && t[i].part != PART_A && t[i].part != PART_PREP) {
                break;
            }
        }
        return 0;
    }
    for (uint32_t i = end; i < s->end && i < end + 4; i++) {
        if (t[i].part == PART_V && HAS(t[i].row->classes, SAY)) {
            return CUE_SAYS;
        }
        if (t[i].part != PART_V && t[i].part != PART_ADV && t[i].part != PART_NEG) {
            break;
        }
    }
    return 0;
}

/* CUE_ORG for the words that names of organisations are made of (New, Trading); with CUE_FIRM for
 * those that say what it is. */
static unsigned org_cue(const struct document *d, uint32_t i)
{
    uint32_t v = 0;
    struct slice w = document_key(d, i, i + 1);
    const struct news_token *t = &d->tokens.p[i];
    uint64_t bodies = CLASS(FIRM) | CLASS(MEDIA) | CLASS(GOVT) | CLASS(COURT);
    if (token_is_sign(t, '&') || word_table_get(&TABLE_LEGAL_FORMS, w, &v) ||
        (t->row && (t->row->classes & bodies))) {
        return CUE_ORG | CUE_FIRM;
    }
    return word_table_get(&TABLE_GENERIC_WORDS, w, &v) ? (unsigned)CUE_ORG : 0U;
}

static unsigned inner_cue(const struct document *d, uint32_t first, uint32_t end)
{
    uint32_t v = 0;
    unsigned cue = 0;
    if (word_table_get(&TABLE_FORENAMES, document_key(d, first, first + 1), &v) &&
        end - first >= 2) {
        cue |= CUE_PERSON | CUE_FORENAME;
    }
    for (uint32_t i = first; i < end && end - first >= 2; i++) {
        cue |= org_cue(d, i);
    }
    return cue;
}

/* Words of an office at the beginning of a run (Foreign Minister Antonio Tajani). */
static uint32_t behind_office(const struct document *d, uint32_t first, uint32_t end,
                              unsigned *cue)
{
    uint32_t from = first;
    uint32_t v = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct news_token *t = &d->tokens.p[i];
        bool office =
            t->row && t->part == PART_N && (t->row->classes & (CLASS(OFFICE) | CLASS(HEAD)));
        bool title = i == from &&
                     word_table_get(&TABLE_TITLES, document_key(d, i, i + 1), &v) &&
                     end - i > 1;
        if (office || title) {
            from = i + t->reach;
            *cue |= CUE_PERSON;
        }
    }
    return from < end ? from : end;
}

static bool has_article(const struct document *d, const struct sentence *s, uint32_t first)
{
    if (first == s->first) {
        return false;
    }
    const struct news_token *x = &d->tokens.p[first - 1];
    struct slice w = document_key(d, first - 1, first);
    bool contracted = x->part == PART_PREP &&
                      (w.n > 2 || slice_is(w, "al") || slice_is(w, "ai")) &&
                      !slice_is(w, "per") && !slice_is(w, "con") && !slice_is(w, "tra");
    return (x->part == PART_DET || contracted) && !slice_is(w, "from");
}

static void add_run(struct document *d, const struct sentence *s, uint32_t first, uint32_t end)
{
    unsigned cue = 0;
    uint32_t from = behind_office(d, first, end, &cue);
    if (from >= end) {
        return;
    }
    struct name_run *r = VEC_ADD(&d->runs);
    if (!r) {
        d->failed = true;
        return;
    }
    cue |= from == first ? left_cue(d, s, first) : 0U;
    unsigned inner = inner_cue(d, from, end);
    cue |=
        inner | right_cue(d, s, end) | (has_article(d, s, first) ? (unsigned)CUE_ARTICLE : 0U);
    *r = (struct name_run){
        .first = from, .end = end, .whole_first = from, .whole_end = end, .cues = cue};
    const struct news_token *t = d->tokens.p;
    while (
        from == first && r->whole_first > s->first && t[r->whole_first - 1].mention != NONE32 &&
        (t[r->whole_first - 1].flags & TOK_CAPITAL) && !(t[r->whole_first].flags & TOK_GLUED)) {
        r->whole_first--;
    }
    while (r->whole_end < s->end && t[r->whole_end].mention != NONE32 &&
           (t[r->whole_end].flags & TOK_CAPITAL) && !(t[r->whole_end].flags & TOK_GLUED)) {
        r->whole_end++;
    }
}

static void find_runs(struct document *d)
{
    for (size_t k = 0; k < d->sentences.n && !d->failed; k++) {
        const struct sentence *s = &d->sentences.p[k];
        if (!s->read || d->paragraphs.p[s->paragraph].kind == PARA_DATELINE) {
            continue;
        }
        for (uint32_t i = s->first; i < s->end;) {
            if (!begins_run(d, s, i)) {
                i++;
                continue;
            }
            uint32_t end = run_end(d, s, i);
            add_run(d, s, i, end);
            i = end;
        }
    }
}

/* ---- from runs to entities ---- */

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
    if ((r->cues & CUE_SHIP) || ((r->cues & CUE_ORG) && !person)) {
        take_run(d, r, unlisted_entity(d, name, ENTITY_ORG));
    } else if (words >= 2 && (person || ((r->cues & CUE_SAYS) && !(r->cues & CUE_ARTICLE)))) {
        take_run(d, r, unlisted_entity(d, name, ENTITY_PERSON));
    } else if (words >= 2 && (r->cues & CUE_SAYS)) {
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
    find_runs(d);
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
