/* Layer 9: whom short names, generic ministries and "the two countries" mean. */
#include "news/names.h"

/* Are the words of `shorter` all among those of `full`, and fewer? */
static bool is_part_of(struct slice shorter, struct slice full)
{
    size_t words = 0;
    size_t whole = 1;
    for (size_t i = 0; i < full.n; i++) {
        whole += full.p[i] == ' ';
    }
    while (shorter.n) {
        struct slice word = slice_next(&shorter, ' ');
        struct slice rest = full;
        bool found = false;
        while (rest.n && !found) {
            found = slice_eq(slice_next(&rest, ' '), word);
        }
        if (!found) {
            return false;
        }
        words++;
    }
    return words > 0 && words < whole;
}

/* A given name alone is not how news call somebody, unless the family name comes first. */
static bool is_forename_of(struct slice word, struct slice full)
{
    uint32_t v = 0;
    struct slice rest = full;
    return slice_eq(slice_next(&rest, ' '), word) && word_table_get(&TABLE_FORENAMES, word, &v);
}

/* The entity named before `at` last, else after it first, of which these words are a part. */
static uint32_t find_fuller(const struct document *d, struct slice words, uint32_t at)
{
    uint32_t best = NONE32;
    uint32_t best_place = 0;
    bool best_before = false;
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity == NONE32 || m->kind != MENTION_NAME) {
            continue;
        }
        const struct news_entity *e = &d->entities.p[m->entity];
        if (e->key.n == 0 || !(is_part_of(words, e->key) || slice_eq(words, e->key)) ||
            is_forename_of(words, e->key)) {
            continue;
        }
        bool before = m->first < at;
        bool closer =
            best == NONE32 || (before && !best_before) ||
            (before == best_before && (before ? m->first > best_place : m->first < best_place));
        if (closer) {
            best = m->entity;
            best_place = m->first;
            best_before = before;
        }
    }
    return best;
}

/* A well-known surname in the gazetteer (Putin), when nobody is named in full here. */
static uint32_t find_leader(struct document *d, struct news_session *s,
                            const struct name_run *r)
{
    uint32_t value = 0;
    if (!word_table_get(&TABLE_GAZETTEER, document_key(d, r->first, r->end), &value)) {
        return NONE32;
    }
    for (uint32_t i = 0; i < (value & 255U); i++) {
        const struct gazetteer_row *g = &gazetteer_rows[(value >> 8) + i];
        if (g->kind != NAMES_LEADER) {
            continue;
        }
        /* An ambiguous surname needs an office before it or its state in the text. */
        struct slice behalf = news_text(g->behalf);
        bool state = false;
        for (uint32_t k = 0; k < d->entities.n; k++) {
            state = state || (d->entities.p[k].type == ENTITY_COUNTRY &&
                              slice_eq(d->entities.p[k].behalf, behalf));
        }
        if (g->ambiguous && !(r->cues & CUE_PERSON) && !state) {
            continue;
        }
        struct slice id = news_text(g->entity);
        struct slice name = id;
        (void)slice_next(&name, ':');
        const struct link *l = session_link(s, name, LINK_PERSON);
        uint32_t at = entity_intern(d, l ? l->id : id, ENTITY_PERSON);
        if (at != NONE32) {
            struct news_entity *e = &d->entities.p[at];
            e->listed = e->listed || l;
            if (l) {
                e->caption = arena_copy(&d->arena, l->caption);
                e->score = l->score;
                e->number = l->entity;
            }
            e->behalf = behalf;
            e->official = true;
            return at;
        }
    }
    return NONE32;
}

/* ---- generic ministries ---- */

static bool is_country_mention(const struct document *d, const struct mention *m)
{
    return m->entity != NONE32 && d->entities.p[m->entity].type == ENTITY_COUNTRY;
}

/* A country beside the tokens first … end: an adjective, "of X", "X's". */
static uint32_t country_beside(const struct document *d, uint32_t first, uint32_t end)
{
    const struct news_token *t = d->tokens.p;
    for (uint32_t i = end; i < d->tokens.n && i < end + 3; i++) {
        if (t[i].mention != NONE32) {
            const struct mention *m = &d->mentions.p[t[i].mention];
            return is_country_mention(d, m) ? m->entity : NONE32;
        }
        if (t[i].part != PART_PREP && t[i].part != PART_DET && t[i].part != PART_A) {
            break;
        }
    }
    for (uint32_t k = 1; k <= 2 && first >= k; k++) {
        const struct news_token *x = &t[first - k];
        if (x->mention != NONE32) {
            const struct mention *m = &d->mentions.p[x->mention];
            return is_country_mention(d, m) ? m->entity : NONE32;
        }
        if (x->kind != TOK_WORD || d->folded.p[x->fold] != '\'') {
            break;
        }
    }
    return NONE32;
}

/* The country spoken of last before token `at`, in this sentence or the two before. */
static uint32_t country_before(const struct document *d, uint32_t at)
{
    uint32_t best = NONE32;
    uint32_t place = 0;
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->first < at && at - m->first < 80 && is_country_mention(d, m) && !m->adjective &&
            (best == NONE32 || m->first >= place)) {
            best = m->entity;
            place = m->first;
        }
    }
    return best;
}

/* Bodies that are the American ones when nothing else is said and America is in the text. */
static bool is_council(const struct document *d, const struct mention *m)
{
    struct slice k = document_key(d, m->first, m->end);
    return slice_find(k, 0, "national") < k.n || slice_find(k, 0, "nazionale") < k.n ||
           slice_find(k, 0, "treasury") < k.n || slice_find(k, 0, "tesoro") < k.n;
}

static void settle_slots(struct document *d)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        struct mention *m = &d->mentions.p[i];
        if (!m->gazetteer || m->entity != NONE32 || d->tokens.p[m->first].mention != i) {
            continue;
        }
        uint32_t c = country_beside(d, m->first, m->end);
        if (c == NONE32 && is_council(d, m)) {
            for (uint32_t k = 0; k < d->entities.n; k++) {
                c = slice_is(d->entities.p[k].id, "country:US") ? k : c;
            }
        }
        m->entity = c != NONE32 ? c : country_before(d, m->first);
    }
}

/* A body whose name also stands for a national one: "Security Council" with a demonym beside it. */
static void settle_councils(struct document *d)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        struct mention *m = &d->mentions.p[i];
        if (!m->gazetteer || m->names != NAMES_BODY || m->entity == NONE32) {
            continue;
        }
        const struct news_entity *e = &d->entities.p[m->entity];
        if (!slice_is(e->id, "org:UN Security Council") || m->end >= d->tokens.n) {
            continue;
        }
        const struct news_token *next = &d->tokens.p[m->end];
        bool demonym = next->mention != NONE32 && d->mentions.p[next->mention].adjective;
        if (demonym) {
            m->entity = d->mentions.p[next->mention].entity;
        }
    }
}

/* "Il Nord", "the South": of the two Koreas, when one of them is in the text. */
static uint32_t find_half(const struct document *d, const struct name_run *r)
{
    struct slice w = document_key(d, r->first, r->end);
    bool north = slice_is(w, "nord") || slice_is(w, "north");
    bool south = slice_is(w, "sud") || slice_is(w, "south");
    if (!(r->cues & CUE_ARTICLE) || (!north && !south)) {
        return NONE32;
    }
    for (uint32_t i = 0; i < d->entities.n; i++) {
        if (slice_is(d->entities.p[i].id, north ? "country:KP" : "country:KR")) {
            return i;
        }
    }
    return NONE32;
}

void refer_names(struct document *d, struct news_session *s)
{
    settle_councils(d);
    settle_slots(d);
    for (size_t i = 0; i < d->runs.n && !d->failed; i++) {
        struct name_run *r = &d->runs.p[i];
        if (r->done || r->end - r->first > 2) {
            continue;
        }
        uint32_t e = find_fuller(d, document_key(d, r->first, r->end), r->first);
        e = e == NONE32 ? find_half(d, r) : e;
        e = e == NONE32 ? find_leader(d, s, r) : e;
        if (e != NONE32) {
            (void)mention_add(d, r->first, r->end, e, MENTION_NAME);
            r->done = true;
        }
    }
}

/* ---- nominals ---- */

/* The state that a mention stands for when two states are spoken of: itself, or that of an official
 * person; interned when the text has not named it. */
static uint32_t state_of_mention(struct document *d, uint32_t m)
{
    uint32_t e = d->mentions.p[m].entity;
    if (e == NONE32 || d->mentions.p[m].adjective) {
        return NONE32;
    }
    const struct news_entity *n = &d->entities.p[e];
    if (n->type == ENTITY_COUNTRY) {
        return e;
    }
    if (n->type != ENTITY_PERSON || !n->official || n->behalf.n != 2) {
        return NONE32;
    }
    char id[] = "country:XX";
    memcpy(id + 8, n->behalf.p, 2);
    return entity_intern(d, (struct slice){id, 10}, ENTITY_COUNTRY);
}

/* The two countries joined before token `at` ("X and Y", "between X and Y"), else the last two. */
static bool pair_before(struct document *d, uint32_t at, uint32_t pair[2])
{
    uint32_t last[2] = {NONE32, NONE32};
    bool joined = false;
    for (uint32_t i = 0; i + 1 < d->tokens.n && i < at; i++) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e =
            m == NONE32 || d->mentions.p[m].first != i ? NONE32 : state_of_mention(d, m);
        if (e == NONE32) {
            continue;
        }
        uint32_t next = d->mentions.p[m].end;
        /* X e (la) Y */
        for (uint32_t k = next + 1; next < at && d->tokens.p[next].part == PART_CONJ &&
                                    k < next + 3 && k < d->tokens.n;
             k++) {
            uint32_t n = d->tokens.p[k].mention;
            uint32_t other = n == NONE32 ? NONE32 : state_of_mention(d, n);
            if (other != NONE32 && other != e) {
                pair[0] = e;
                pair[1] = other;
                joined = true;
            }
        }
        if (!joined && last[1] != e) {
            last[0] = last[1];
            last[1] = e;
        }
    }
    if (!joined) {
        memcpy(pair, last, sizeof last);
    }
    return pair[0] != NONE32 && pair[1] != NONE32;
}

static bool is_two(const struct document *d, uint32_t i)
{
    struct slice w = document_key(d, i, i + 1);
    return slice_is(w, "due") || slice_is(w, "two") || slice_is(w, "both") ||
           slice_is(w, "entrambi");
}

static void refer_pairs(struct document *d)
{
    for (size_t k = 0; k < d->chunks.n; k++) {
        struct chunk *c = &d->chunks.p[k];
        uint32_t two = NONE32;
        if (c->kind != CHUNK_NOUN || !HAS(c->classes, PAIR) || c->mention != NONE32) {
            continue;
        }
        for (uint32_t i = c->first; i < c->end; i++) {
            two = is_two(d, i) ? i : two;
        }
        bool countries = (c->classes & (CLASS(OFFICE) | CLASS(HEAD))) == 0;
        uint32_t pair[2];
        if (two == NONE32 || !countries || !pair_before(d, c->first, pair)) {
            continue;
        }
        uint32_t at = mention_add(d, c->first, c->end, pair[0], MENTION_NOMINAL);
        if (at != NONE32) {
            d->mentions.p[at].second = pair[1];
        }
    }
}

/* An official of one state is not the listed person of another whose name is alike. */
static void unlist(struct document *d, uint32_t mention, struct news_entity *p)
{
    struct buf id;
    struct suppressed *x = VEC_ADD(&d->suppressed);
    if (x) {
        *x =
            (struct suppressed){p->caption, SLICE("a listed name like the one in the text, but "
                                                  "of another state than the office held")};
    }
    buf_init(&id, 4096);
    buf_add_text(&id, "person:");
    buf_add(&id, document_text(d, document_span(d, d->mentions.p[mention].first,
                                                d->mentions.p[mention].end)));
    p->id = arena_copy(&d->arena, buf_slice(&id));
    p->caption = slice_cut(p->id, 7, p->id.n);
    p->listed = false;
    p->score = 0;
    p->behalf = (struct slice){NULL, 0};
    buf_release(&id);
}

/* The state that an office beside a person's name belongs to; who holds an office acts for it. */
static void settle_office(struct document *d, const struct sentence *s, uint32_t k)
{
    struct chunk *c = &d->chunks.p[k];
    uint64_t offices = CLASS(OFFICE) | CLASS(HEAD) | CLASS(SPOKES) | CLASS(RULER);
    uint32_t person = NONE32;
    uint32_t state = NONE32;
    uint64_t all = 0;
    if (c->kind != CHUNK_NOUN || c->mention == NONE32) {
        return;
    }
    uint32_t e = d->mentions.p[c->mention].entity;
    person = e != NONE32 && d->entities.p[e].type == ENTITY_PERSON ? e : NONE32;
    if (person == NONE32) {
        return;
    }
    uint32_t from = k;
    while (from > s->chunk && k - from < 6 && d->chunks.p[from - 1].kind != CHUNK_VERB &&
           d->chunks.p[from - 1].kind != CHUNK_LINK &&
           (d->chunks.p[from - 1].kind != CHUNK_SIGN ||
            d->tokens.p[d->chunks.p[from - 1].first].sign == ',')) {
        from--;
        all |= d->chunks.p[from].all;
        if (d->chunks.p[from].kind == CHUNK_NOUN && d->chunks.p[from].slot == 0 &&
            (d->chunks.p[from].all & offices)) {
            break;
        }
    }
    all |= c->all;
    if (!(all & offices)) {
        return;
    }
    bool firm = (all & CLASS(FIRM)) != 0;
    for (uint32_t i = d->chunks.p[from].first; i < c->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        if (m != NONE32 && d->mentions.p[m].entity != NONE32 &&
            d->mentions.p[m].entity != person) {
            struct slice b = d->entities.p[d->mentions.p[m].entity].behalf;
            state = b.n == 2 ? d->mentions.p[m].entity : state;
            firm =
                firm || (d->entities.p[d->mentions.p[m].entity].type == ENTITY_ORG && b.n == 0);
        }
    }
    struct news_entity *p = &d->entities.p[person];
    if (state != NONE32 && p->listed && p->score < 900 && !p->official &&
        !slice_eq(p->behalf, d->entities.p[state].behalf)) {
        unlist(d, c->mention, p);
    }
    if (state != NONE32 && (!p->official || p->behalf.n == 0)) {
        p->behalf = d->entities.p[state].behalf;
    }
    bool of_state = state != NONE32 || (all & (CLASS(HEAD) | CLASS(SPOKES) | CLASS(RULER)));
    if (!firm && of_state && p->behalf.n) {
        p->official = true;
    }
}

/* A person whom the gazetteer knows as an office holder by this very name. */
static void settle_leaders(struct document *d)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        uint32_t value = 0;
        if (m->entity == NONE32 || d->entities.p[m->entity].type != ENTITY_PERSON ||
            d->entities.p[m->entity].official ||
            !word_table_get(&TABLE_GAZETTEER, document_key(d, m->first, m->end), &value)) {
            continue;
        }
        for (uint32_t k = 0; k < (value & 255U); k++) {
            const struct gazetteer_row *g = &gazetteer_rows[(value >> 8) + k];
            struct news_entity *e = &d->entities.p[m->entity];
            struct slice behalf = news_text(g->behalf);
            if (g->kind == NAMES_LEADER && !g->ambiguous && behalf.n == 2 &&
                (e->behalf.n == 0 || slice_eq(e->behalf, behalf))) {
                e->behalf = behalf;
                e->official = true;
            }
        }
    }
}

/* Whoever acts for a state acts for one that the text may never name by itself. */
static void name_states(struct document *d)
{
    size_t n = d->entities.n;
    for (size_t i = 0; i < n && !d->failed; i++) {
        const struct news_entity *e = &d->entities.p[i];
        if (e->type == ENTITY_PERSON && e->official && e->behalf.n == 2) {
            char id[] = "country:XX";
            memcpy(id + 8, e->behalf.p, 2);
            (void)entity_intern(d, (struct slice){id, 10}, ENTITY_COUNTRY);
        }
    }
}

void refer_nominals(struct document *d)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->gazetteer && m->names == NAMES_LEADER && m->entity != NONE32) {
            d->entities.p[m->entity].official = true;
        }
    }
    settle_leaders(d);
    for (size_t i = 0; i < d->sentences.n; i++) {
        const struct sentence *s = &d->sentences.p[i];
        for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
            settle_office(d, s, k);
        }
    }
    name_states(d);
    refer_pairs(d);
}
