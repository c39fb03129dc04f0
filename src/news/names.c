/* The gazetteer and goods pass, entities and mentions. */
#include "news/names.h"

#include "model/country.h"

uint32_t entity_intern(struct document *d, struct slice id, enum entity_type type)
{
    for (uint32_t i = 0; i < d->entities.n; i++) {
        if (slice_eq(d->entities.p[i].id, id)) {
            return i;
        }
    }
    if (d->entities.n >= ARTICLE_NAMES_MAX) {
        d->crowded = true;
        return NONE32;
    }
    struct news_entity *e = VEC_ADD(&d->entities);
    if (!e) {
        d->failed = true;
        return NONE32;
    }
    *e = (struct news_entity){
        .id = arena_copy(&d->arena, id), .type = (uint8_t)type, .first_mention = NONE32};
    struct slice rest = e->id;
    struct slice prefix = slice_next(&rest, ':');
    e->caption = rest;
    if (slice_is(prefix, "country")) {
        e->behalf = rest;
        char lower[2] = {ascii_lower(rest.n == 2 ? rest.p[0] : ' '),
                         ascii_lower(rest.n == 2 ? rest.p[1] : ' ')};
        struct slice name = country_name((struct slice){lower, 2});
        e->caption = name.n ? name : rest;
    }
    return (uint32_t)d->entities.n - 1;
}

uint32_t mention_add(struct document *d, uint32_t first, uint32_t end, uint32_t entity,
                     enum mention_kind kind)
{
    struct mention *m = VEC_ADD(&d->mentions);
    if (!m) {
        d->failed = true;
        return NONE32;
    }
    *m = (struct mention){
        .first = first, .end = end, .entity = entity, .second = NONE32, .kind = (uint8_t)kind};
    uint32_t at = (uint32_t)d->mentions.n - 1;
    for (uint32_t i = first; i < end; i++) {
        d->tokens.p[i].mention = at;
    }
    if (entity != NONE32 && d->entities.p[entity].first_mention == NONE32) {
        d->entities.p[entity].first_mention = at;
    }
    return at;
}

struct slice entity_country(const struct document *d, uint32_t entity)
{
    return entity == NONE32 ? (struct slice){NULL, 0} : d->entities.p[entity].behalf;
}

struct slice entity_code(const struct document *d, uint32_t entity)
{
    const struct news_entity *e = &d->entities.p[entity];
    return e->type == ENTITY_COUNTRY ? e->behalf : e->id;
}

/* ---- the gazetteer ---- */

/* Has a word several capitals (IS, LeT)? */
static bool has_capitals(const struct document *d, uint32_t i)
{
    struct slice w = document_text(d, document_span(d, i, i + 1));
    size_t capitals = 0;
    for (size_t k = 0; k < w.n; k++) {
        capitals += ascii_is_upper(w.p[k]);
    }
    return capitals >= 2;
}

/* Is token i an acronym: in capitals where the words beside it are not? */
static bool is_acronym(const struct document *d, const struct paragraph *p, uint32_t i)
{
    const struct news_token *t = d->tokens.p;
    bool left = i > p->first && t[i - 1].kind == TOK_WORD && (t[i - 1].flags & TOK_UPPER);
    bool right = i + 1 < p->last && t[i + 1].kind == TOK_WORD && (t[i + 1].flags & TOK_UPPER);
    return has_capitals(d, i) && !left && !right;
}

/* Short words of a language (is, let) that are somebody's acronym, too. */
static bool is_common_word(const struct paragraph *p, const struct first_word *w)
{
    return w->languages || lexicon_alone(p->language, w).n > 0;
}

static const struct gazetteer_row *choose_row(const struct document *d,
                                              const struct paragraph *p, uint32_t first,
                                              uint32_t end, uint32_t value)
{
    const struct gazetteer_row *best = NULL;
    bool capital = (d->tokens.p[first].flags & TOK_CAPITAL) != 0;
    for (uint32_t i = 0; i < (value & 255U); i++) {
        const struct gazetteer_row *r = &gazetteer_rows[(value >> 8) + i];
        bool language = p->language == NEWS_OTHER || r->languages == 255 ||
                        (r->languages >> p->language & 1U);
        bool case_fits = capital || !r->capital;
        bool acronym =
            r->capital == WRITTEN_MIXED || (r->capital == WRITTEN_ACRONYM && end - first == 1 &&
                                            is_common_word(p, d->tokens.p[first].word));
        if (acronym && !is_acronym(d, p, first)) {
            continue;
        }
        bool last_capital = (d->tokens.p[end - 1].flags & TOK_CAPITAL) != 0;
        if (!case_fits && end - first > 1 && last_capital) {
            case_fits = true;
        }
        if (language && case_fits && (!best || (best->ambiguous && !r->ambiguous))) {
            best = r;
        }
    }
    return best;
}

static enum entity_type type_of(struct slice id)
{
    return slice_starts(id, "country:")  ? ENTITY_COUNTRY
           : slice_starts(id, "person:") ? ENTITY_PERSON
                                         : ENTITY_ORG;
}

/* Bodies of one state (ministry, army, White House) are the state itself in a dealing; media and
 * world bodies are organisations. */
static uint32_t row_entity(struct document *d, const struct gazetteer_row *r)
{
    struct slice id = news_text(r->entity);
    struct slice behalf = news_text(r->behalf);
    char room[16] = "country:";
    bool state = behalf.n == 2 && !slice_is(behalf, "EU") && r->kind != NAMES_LEADER &&
                 r->kind != NAMES_NEWSPAPER && r->kind != NAMES_AGENCY &&
                 r->kind != NAMES_ARMED_GROUP;
    if (slice_starts(id, "slot:") || (r->kind == NAMES_OFFICE && behalf.n == 0)) {
        return NONE32;
    }
    if (state) {
        memcpy(room + 8, behalf.p, 2);
        return entity_intern(d, (struct slice){room, 10}, ENTITY_COUNTRY);
    }
    uint32_t at = entity_intern(d, id, type_of(id));
    if (at != NONE32 && d->entities.p[at].behalf.n == 0) {
        d->entities.p[at].behalf =
            r->kind == NAMES_NEWSPAPER ? (struct slice){NULL, 0} : behalf;
        d->entities.p[at].body = r->kind != NAMES_LEADER;
    }
    return at;
}

/* "Therese Kayikwamba Wagner": a group's name that is a surname as well, behind somebody's other names. */
static bool is_surname_here(const struct document *d, const struct paragraph *p, uint32_t i,
                            const struct gazetteer_row *r)
{
    const struct news_token *left = i > p->first ? &d->tokens.p[i - 1] : NULL;
    return r->kind == NAMES_ARMED_GROUP && r->ambiguous && left && left->kind == TOK_WORD &&
           (left->flags & TOK_CAPITAL) && !(left->flags & TOK_UPPER) &&
           left->mention == NONE32 && !(left->word && is_common_word(p, left->word));
}

/* The longest name of more than `least` tokens that begins here. */
static uint32_t try_gazetteer(struct document *d, const struct paragraph *p, uint32_t i,
                              uint32_t least)
{
    const struct first_word *w = d->tokens.p[i].word;
    uint32_t reach = w->reach[FIRST_GAZETTEER];
    reach = reach > p->last - i ? p->last - i : reach;
    for (uint32_t n = reach; n > least; n--) {
        uint32_t value = w->value[FIRST_GAZETTEER];
        bool found = n == 1
                         ? value != 0
                         : word_table_get(&TABLE_GAZETTEER, document_key(d, i, i + n), &value);
        if (!found) {
            continue;
        }
        const struct gazetteer_row *r = choose_row(d, p, i, i + n, value);
        if (!r || (r->kind == NAMES_LEADER && r->ambiguous) ||
            (n == 1 && is_surname_here(d, p, i, r))) {
            continue;
        }
        uint32_t at = mention_add(d, i, i + n, row_entity(d, r), MENTION_NAME);
        if (at != NONE32) {
            d->mentions.p[at].gazetteer = true;
            d->mentions.p[at].names = r->kind;
            d->mentions.p[at].adjective = r->kind == NAMES_DEMONYM;
        }
        return n;
    }
    return 0;
}

/* Tokens of the goods phrase that begins here, 0 for none; *class is its class. */
static uint32_t find_goods(const struct document *d, const struct news_session *s,
                           const struct paragraph *p, uint32_t i, uint8_t *class)
{
    uint32_t reach = session_goods_reach(s, document_key(d, i, i + 1));
    if (reach == 0) {
        return 0;
    }
    reach = reach > p->last - i ? p->last - i : reach;
    for (uint32_t n = reach ? reach : 1; n >= 1; n--) {
        uint32_t at = map_get(&s->goods, document_key(d, i, i + n));
        if (at == MAP_NONE) {
            continue;
        }
        *class = s->goods_entries.p[at].class;
        return n;
    }
    return 0;
}

/* Does this word alone name a body of no certain state? */
static bool is_slot(const struct document *d, uint32_t i)
{
    const struct first_word *w = d->tokens.p[i].word;
    return w && w->value[FIRST_GAZETTEER] &&
           slice_starts(news_text(gazetteer_rows[w->value[FIRST_GAZETTEER] >> 8].entity),
                        "slot:");
}

static void mark_goods(struct document *d, uint32_t i, uint32_t n, uint8_t class)
{
    for (uint32_t k = 0; k < n; k++) {
        d->tokens.p[i + k].goods = class;
    }
    d->tokens.p[i].goods_length = (uint8_t)n;
}

void names_gazetteer(struct document *d, const struct news_session *s)
{
    for (size_t k = 0; k < d->paragraphs.n && !d->failed; k++) {
        const struct paragraph *p = &d->paragraphs.p[k];
        for (uint32_t i = p->first; i < p->last;) {
            const struct news_token *t = &d->tokens.p[i];
            bool name = t->word && t->word->reach[FIRST_GAZETTEER];
            if (!name && !t->may_be_goods) {
                i++;
                continue;
            }
            uint8_t class = 0;
            uint32_t g = t->may_be_goods ? find_goods(d, s, p, i, &class) : 0;
            /* military equipment is no military; but an Iranian drone is Iranian */
            uint32_t least = g > 1 && is_slot(d, i) ? g - 1 : 0;
            uint32_t n = name ? try_gazetteer(d, p, i, least) : 0;
            if (!n && g) {
                mark_goods(d, i, g, class);
            }
            i += n ? n : g ? g : 1;
        }
    }
}

bool names_gate(const struct document *d)
{
    size_t goods = 0;
    for (size_t i = 0; i < d->tokens.n; i++) {
        const struct news_token *t = &d->tokens.p[i];
        if ((t->flags & TOK_CAPITAL) && t->mention == NONE32) {
            return true;
        }
        goods += t->goods != 0;
    }
    return d->mentions.n >= 2 || (goods > 0 && d->mentions.n > 0);
}
