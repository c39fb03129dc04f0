/* Tokens to noun groups, verb groups, links and signs. */
#include "news/chunks.h"

/* Verbs that make no group of their own when another verb follows. */
static const char *const AUXILIARIES[] = {"essere", "avere",  "stare",  "venire",
                                          "potere", "dovere", "volere", "be",
                                          "have",   "do",     NULL};

/* Classes whose bare participle is a predicate (weapons supplied by Iran), not an adjective. */
#define PREDICATES                                                                             \
    (CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM) | CLASS(SANCTION) | CLASS(SEIZE) |            \
     CLASS(INVITE) | CLASS(CHARGE) | CLASS(CONVICT) | CLASS(LOAD) | CLASS(MOVE) |              \
     CLASS(ACCUSE) | CLASS(SAY))

struct chunker {
    struct document *d;
    const struct sentence *s;
    enum news_language language;
    uint32_t at;
};

static struct news_token *tok(const struct chunker *c, uint32_t i)
{
    return &c->d->tokens.p[i];
}

static bool is_auxiliary(const struct news_token *t)
{
    for (const char *const *a = AUXILIARIES; *a; a++) {
        if (token_lemma_is(t, *a)) {
            return true;
        }
    }
    return false;
}

static struct chunk *add_chunk(struct chunker *c, enum chunk_kind kind, uint32_t first,
                               uint32_t end)
{
    struct chunk *k = VEC_ADD(&c->d->chunks);
    if (!k) {
        c->d->failed = true;
        return NULL;
    }
    *k = (struct chunk){
        .first = first, .end = end, .head = first, .kind = (uint8_t)kind, .mention = NONE32};
    return k;
}

/* ---- noun groups ---- */

static bool is_adverb_form(const struct chunker *c, uint32_t i)
{
    struct slice w = document_key(c->d, i, i + 1);
    return c->language == NEWS_ITALIAN ? slice_ends_nocase(w, "mente") && w.n > 7
                                       : slice_ends_nocase(w, "ly") && w.n > 5;
}

static bool is_participle(const struct news_token *t)
{
    return t->part == PART_V && (t->row->tenses & (TENSE_PP | TENSE_GER)) &&
           !(t->row->tenses & (TENSE_FINITE & ~TENSE_PAST));
}

/* An English participle before its noun: "a stamped fuse", not "the officer named". */
static bool is_before_noun(const struct chunker *c, uint32_t i)
{
    const struct news_token *left = tok(c, i - 1);
    bool opens = left->mention == NONE32 && (left->part == PART_DET || left->part == PART_A ||
                                             left->part == PART_ADV || left->part == PART_PREP);
    const struct news_token *right = i + 1 < c->s->end ? tok(c, i + 1) : NULL;
    bool noun = right && (right->part == PART_N || right->part == PART_A || right->goods ||
                          right->mention != NONE32 ||
                          (right->part == PART_NONE && right->kind == TOK_WORD));
    return opens && noun;
}

/* May this token stand in a noun group (behind its first word)? */
static bool in_noun(const struct chunker *c, uint32_t i)
{
    const struct news_token *t = tok(c, i);
    if (t->flags & TOK_INSIDE) {
        return true;
    }
    if (t->kind == TOK_SIGN) {
        return t->sign == '&' || t->sign == '%';
    }
    if (t->mention != NONE32 || t->goods) {
        return true;
    }
    switch (t->part) {
    case PART_NONE:
        return !is_adverb_form(c, i);
    case PART_N:
    case PART_A:
        return true;
    case PART_DET:
        return i > c->s->first && tok(c, i - 1)->part == PART_DET;
    case PART_V:
        return is_participle(t) && !(t->row->classes & PREDICATES) && i > c->s->first &&
               tok(c, i - 1)->part != PART_V &&
               (c->language == NEWS_ITALIAN || is_before_noun(c, i));
    case PART_ADV:
        return t->row->detail == DETAIL_RUMOUR;
    default:
        return false;
    }
}

static bool begins_noun(const struct chunker *c, uint32_t i)
{
    const struct news_token *t = tok(c, i);
    return in_noun(c, i) || t->part == PART_DET ||
           (t->part == PART_PRON && t->row->detail != DETAIL_CLITIC) || t->part == PART_NEG;
}

/* The more telling of two mentions in one group: a person or organisation, then a name, then an
 * adjective. */
static int telling(const struct document *d, uint32_t mention)
{
    const struct mention *m = &d->mentions.p[mention];
    if (m->entity == NONE32) {
        return 0;
    }
    return m->adjective ? 1 : d->entities.p[m->entity].type == ENTITY_COUNTRY ? 2 : 3;
}

static uint8_t stronger_goods(uint8_t a, uint8_t b)
{
    return a == 0 ? b : b == 0 ? a : b < a ? b : a;
}

static void take_goods(struct chunk *k, const struct news_token *t, uint32_t i)
{
    if (t->goods_length) {
        uint8_t stronger = stronger_goods(k->goods, t->goods);
        if (k->goods == 0) {
            k->goods_first = k->first;
        }
        k->goods = stronger;
        k->goods_end = i + t->goods_length;
    }
}

static void fill_noun(struct chunker *c, struct chunk *k)
{
    bool head = false;
    for (uint32_t i = k->first; i < k->end; i++) {
        const struct news_token *t = tok(c, i);
        if (t->mention != NONE32 && c->d->mentions.p[t->mention].first == i &&
            (k->mention == NONE32 || telling(c->d, t->mention) > telling(c->d, k->mention))) {
            k->mention = t->mention;
        }
        take_goods(k, t, i);
        if (t->flags & TOK_INSIDE) {
            continue;
        }
        k->all |= t->row ? t->row->classes : 0;
        if (t->part == PART_DET && t->row->detail == DETAIL_ANY) {
            k->flags |= CHUNK_ANY;
        }
        if (t->part == PART_DET && t->row->detail == DETAIL_THIS) {
            k->flags |= CHUNK_REFERS;
        }
        k->flags |= t->part == PART_PRON ? (unsigned)CHUNK_PRONOUN : 0U;
        k->flags |= t->part == PART_NEG ? (unsigned)CHUNK_NEGATED : 0U;
        bool noun = t->part == PART_N || (t->part == PART_NONE && t->kind == TOK_WORD);
        if (noun && (!head || c->language != NEWS_ITALIAN)) {
            k->head = i;
            k->classes = t->row ? t->row->classes : 0;
            k->flags |= t->row && (t->row->tenses & TENSE_PLURAL) ? (unsigned)CHUNK_PLURAL : 0U;
            head = true;
        }
    }
    if (HAS(k->classes, SHIP) && k->goods == GOODS_OTHER) {
        k->goods = 0; /* the ship carries; it is not what is carried */
    }
    /* An Italian unknown first word with a known noun behind it: the known one tells more. */
    if (k->classes == 0) {
        k->classes = k->all & ~CLASS(PLAIN);
    }
}

/* "promised Russia surface-to-surface missiles": behind a verb, a name and then goods. */
static bool is_dative(const struct chunker *c, uint32_t first, uint32_t end)
{
    const struct document *d = c->d;
    uint32_t m = tok(c, first)->mention;
    bool behind_verb =
        d->chunks.n > c->s->chunk && d->chunks.p[d->chunks.n - 1].kind == CHUNK_VERB;
    if (!behind_verb || m == NONE32 || d->mentions.p[m].adjective ||
        d->mentions.p[m].first != first || d->mentions.p[m].end != end) {
        return false;
    }
    for (uint32_t i = end; i < c->s->end && i < end + 5 && tok(c, i)->kind != TOK_SIGN; i++) {
        if (tok(c, i)->goods) {
            return true;
        }
    }
    return false;
}

static void noun_group(struct chunker *c, uint8_t slot, uint32_t from)
{
    uint32_t first = c->at;
    uint32_t end = first + 1;
    bool pronoun = tok(c, first)->part == PART_PRON;
    uint32_t mention = tok(c, first)->mention;
    while (end < c->s->end && !pronoun && in_noun(c, end)) {
        const struct news_token *t = tok(c, end);
        bool ending = t->kind == TOK_WORD && c->d->folded.p[t->fold] == '\'' &&
                      t->fold_end - t->fold == 2;
        bool apart = t->mention != NONE32 && mention != NONE32 && t->mention != mention &&
                     c->language == NEWS_ITALIAN && !c->d->mentions.p[t->mention].adjective &&
                     c->d->mentions.p[t->mention].first == end &&
                     !c->d->mentions.p[mention].adjective && !(t->flags & TOK_HYPHEN);
        bool fresh = c->language == NEWS_ITALIAN && tok(c, end - 1)->mention != NONE32 &&
                     t->mention == NONE32 &&
                     !c->d->mentions.p[tok(c, end - 1)->mention].adjective &&
                     !(t->flags & (TOK_CAPITAL | TOK_HYPHEN | TOK_INSIDE)) && t->part != PART_A;
        uint32_t time = 0;
        bool dated = tok(c, end - 1)->mention != NONE32 &&
                     !c->d->mentions.p[tok(c, end - 1)->mention].adjective &&
                     t->mention == NONE32 &&
                     word_table_get(&TABLE_TIMES, document_key(c->d, end, end + 1), &time);
        bool verb = c->language == NEWS_ITALIAN && t->part == PART_NONE &&
                    t->kind == TOK_WORD && !(t->flags & TOK_CAPITAL) && !t->goods &&
                    t->mention == NONE32 && end > first + 1 && end + 1 < c->s->end &&
                    tok(c, end + 1)->mention != NONE32 &&
                    !c->d->mentions.p[tok(c, end + 1)->mention].adjective;
        bool behind_time = t->mention != NONE32 && c->d->mentions.p[t->mention].first == end &&
                           end == first + 1 && tok(c, first)->row &&
                           (tok(c, first)->row->classes & CLASS(CALENDAR));
        bool behind_year = t->mention != NONE32 && c->d->mentions.p[t->mention].first == end &&
                           end == first + 1 && tok(c, first)->kind == TOK_NUMBER &&
                           tok(c, first)->end - tok(c, first)->start == 4 &&
                           !tok(c, first)->goods;
        bool given =
            c->language == NEWS_ENGLISH && slot == DETAIL_NONE && is_dative(c, first, end);
        if (ending || apart || fresh || dated || verb || behind_time || behind_year || given) {
            break;
        }
        mention = t->mention != NONE32 ? t->mention : mention;
        end++;
    }
    struct chunk *k = add_chunk(c, CHUNK_NOUN, first, end);
    if (!k) {
        return;
    }
    k->slot = slot;
    fill_noun(c, k);
    (void)from;
    c->at = end;
    if (end < c->s->end && tok(c, end)->kind == TOK_WORD &&
        tok(c, end)->fold_end - tok(c, end)->fold == 2 &&
        slice_is(document_key(c->d, end, end + 1), "'s")) {
        k->flags |= CHUNK_POSSESSOR;
        c->at++;
    }
}

/* ---- verb groups ---- */

static uint16_t modal_tense(struct slice w)
{
    static const struct {
        const char *word;
        uint16_t tense;
    } TENSES[] = {{"will", TENSE_FUT},    {"shall", TENSE_FUT}, {"would", TENSE_COND},
                  {"could", TENSE_COND},  {"may", TENSE_COND},  {"might", TENSE_COND},
                  {"should", TENSE_COND}, {"can", TENSE_PRES},  {"must", TENSE_PRES},
                  {"ought", TENSE_COND}};
    for (size_t i = 0; i < sizeof TENSES / sizeof *TENSES; i++) {
        if (slice_is(w, TENSES[i].word)) {
            return TENSES[i].tense;
        }
    }
    return TENSE_PRES;
}

struct verb_state {
    bool be, have, progressive, main, clitic;
    bool infinitive; /* behind "to": the base form is no present */
    uint16_t tense;  /* of the first finite word */
    uint16_t form;   /* of the last verb */
};

static void take_verb(struct chunker *c, struct chunk *k, struct verb_state *v, uint32_t i)
{
    const struct news_token *t = tok(c, i);
    if (t->part == PART_MODAL) {
        v->tense = v->tense ? v->tense : modal_tense(document_key(c->d, i, i + 1));
        k->flags |= CHUNK_MODAL | CHUNK_FINITE;
        return;
    }
    uint16_t finite =
        v->infinitive && (t->row->tenses & TENSE_INF) ? 0 : t->row->tenses & TENSE_FINITE;
    bool aux = is_auxiliary(t);
    if (finite && v->tense == 0 && !v->main && !v->be && !v->have) {
        v->tense = finite;
        k->flags |= CHUNK_FINITE | (t->row->tenses & TENSE_FIRST ? (unsigned)CHUNK_FIRST : 0U);
    }
    if (token_lemma_is(t, "potere") || token_lemma_is(t, "dovere")) {
        k->flags |= CHUNK_MODAL;
    }
    v->be = v->be || token_lemma_is(t, "essere") || token_lemma_is(t, "venire") ||
            token_lemma_is(t, "be");
    v->have = v->have || token_lemma_is(t, "avere") || token_lemma_is(t, "have");
    v->progressive = v->progressive || (!aux && (t->row->tenses & TENSE_GER));
    v->form = t->row->tenses;
    v->main = v->main || !aux;
    k->all |= t->row->classes;
    k->head = i;
    k->classes = t->row->classes;
    k->mode = t->row->mode;
}

/* May token i go on the verb group that ends before it? */
static bool goes_on(const struct chunker *c, const struct verb_state *v, uint32_t last,
                    uint32_t i)
{
    const struct news_token *t = tok(c, i);
    if (t->flags & TOK_INSIDE) {
        return true;
    }
    if (t->kind == TOK_SIGN || (t->mention != NONE32 && t->part != PART_V)) {
        return false;
    }
    if (t->part == PART_NEG || (t->part == PART_PRON && t->row->detail == DETAIL_CLITIC)) {
        return !v->main;
    }
    bool aside = t->part == PART_CONJ && t->row->detail == DETAIL_BUT && v->have &&
                 c->language == NEWS_ITALIAN; /* ha invece escluso */
    if (t->part == PART_ADV || aside || (t->part == PART_NONE && is_adverb_form(c, i))) {
        /* Adverbs stand inside only when a verb follows. */
        for (uint32_t k = i + 1; k < c->s->end && k < i + 4; k++) {
            if (tok(c, k)->part == PART_V) {
                return !v->main && goes_on(c, v, last, k);
            }
            if (tok(c, k)->part != PART_ADV && !(tok(c, k)->flags & TOK_INSIDE)) {
                break;
            }
        }
        return false;
    }
    if (t->part == PART_MODAL) {
        return false;
    }
    if (t->part != PART_V) {
        return false;
    }
    bool nonfinite = (t->row->tenses & (TENSE_PP | TENSE_GER | TENSE_INF)) != 0;
    if (!v->main) {
        return nonfinite;
    }
    /* A second full verb only right behind verbs that take it bare. */
    return (t->row->tenses & TENSE_INF) && c->language == NEWS_ITALIAN &&
           token_lemma_is(tok(c, last), "fare");
}

static void finish_verb(const struct chunker *c, struct chunk *k, const struct verb_state *v)
{
    bool participle = (v->form & TENSE_PP) != 0;
    bool moves = (k->classes & (CLASS(MOVE) | CLASS(VISIT))) && !(k->classes & CLASS(SUPPLY));
    k->tenses = v->tense ? v->tense : v->infinitive ? (uint16_t)TENSE_INF : v->form;
    k->flags |= v->progressive ? (unsigned)CHUNK_PROGRESSIVE : 0U;
    k->flags |= participle && (v->have || v->be) ? (unsigned)CHUNK_PERFECT : 0U;
    k->flags |= v->clitic ? (unsigned)CHUNK_REFLEXIVE : 0U;
    if (!v->main && v->be) {
        k->flags |= CHUNK_COPULA;
    }
    if (participle && v->be && v->main && !v->progressive && !v->clitic &&
        !(moves && c->language == NEWS_ITALIAN)) {
        k->flags |= CHUNK_PASSIVE;
    }
    if (!(k->flags & CHUNK_FINITE) && participle && !v->have && !v->be) {
        k->flags |= CHUNK_BARE | (moves ? 0U : (unsigned)CHUNK_PASSIVE);
    }
}

/* "supplied" alone: a finite past, or a participle that belongs to the noun before it? */
static bool is_bare(const struct chunker *c, uint32_t first, uint32_t end)
{
    const struct news_token *t = tok(c, end - 1);
    if (first + 1 != end || t->part != PART_V || !(t->row->tenses & TENSE_PP) ||
        c->language != NEWS_ENGLISH) {
        return false;
    }
    bool by =
        end < c->s->end && tok(c, end)->part == PART_PREP &&
        (tok(c, end)->row->detail == DETAIL_BY || tok(c, end)->row->detail == DETAIL_FROM);
    bool after_goods = first > c->s->first && tok(c, first - 1)->goods && end < c->s->end &&
                       tok(c, end)->part == PART_PREP;
    return by || after_goods;
}

static void verb_group(struct chunker *c, uint8_t slot)
{
    uint32_t first = c->at;
    struct chunk *k = add_chunk(c, CHUNK_VERB, first, first + 1);
    struct verb_state v = {.infinitive = c->language == NEWS_ENGLISH && slot == DETAIL_TO};
    uint32_t last = first;
    if (!k) {
        return;
    }
    uint32_t i = first;
    do {
        const struct news_token *t = tok(c, i);
        if ((t->part == PART_V || t->part == PART_MODAL) && !(t->flags & TOK_INSIDE)) {
            take_verb(c, k, &v, i);
            last = i;
        } else if (t->part == PART_NEG) {
            k->flags |= CHUNK_NEGATED;
        } else if (t->part == PART_PRON) {
            struct slice w = document_key(c->d, i, i + 1);
            v.clitic = v.clitic || slice_is(w, "si") || slice_is(w, "s'");
        }
        i++;
    } while (i < c->s->end &&
             (goes_on(c, &v, last, i) ||
              (last == first && !v.tense && !v.form && tok(c, i)->part == PART_V)));
    k->end = i;
    k->slot = slot;
    if (is_bare(c, first, k->end)) {
        v.tense = 0;
        k->flags &= ~(unsigned)CHUNK_FINITE;
        v.form = TENSE_PP;
    }
    finish_verb(c, k, &v);
    c->at = k->end;
}

/* ---- the row ---- */

static bool begins_verb(const struct chunker *c, uint32_t i)
{
    const struct news_token *t = tok(c, i);
    if (t->part == PART_V || t->part == PART_MODAL) {
        return true;
    }
    bool opener =
        t->part == PART_NEG || (t->part == PART_PRON && t->row->detail == DETAIL_CLITIC);
    for (uint32_t k = i + 1; opener && k < c->s->end && k < i + 4; k++) {
        const struct news_token *n = tok(c, k);
        if (n->part == PART_V || n->part == PART_MODAL) {
            return true;
        }
        if (n->part != PART_NEG && n->part != PART_ADV &&
            !(n->part == PART_PRON && n->row->detail == DETAIL_CLITIC)) {
            return false;
        }
    }
    return false;
}

/* Is the last verb one of saying, with nothing but adverbial groups behind it ("said on Friday that")? */
static bool follows_saying(const struct chunker *c, const struct chunk *last)
{
    const struct chunk *first = c->d->chunks.p + c->s->chunk;
    while (last > first && last->kind == CHUNK_NOUN &&
           (last->slot != DETAIL_NONE || HAS(last->all, CALENDAR))) {
        last--;
    }
    return last >= first && last->kind == CHUNK_VERB && HAS(last->classes, SAY);
}

static void link_chunk(struct chunker *c, const struct news_token *t)
{
    struct chunk *k = add_chunk(c, CHUNK_LINK, c->at, c->at + t->reach);
    if (k) {
        k->slot = t->row->detail;
        k->flags |= t->part == PART_REL ? (unsigned)CHUNK_RELATIVE : 0U;
        /* "che", "that" behind a noun without a word of saying before it is relative. */
        struct chunk *before = c->d->chunks.n >= 2 + c->s->chunk ? k - 1 : NULL;
        if (k->slot == DETAIL_THAT && before && before->kind == CHUNK_NOUN &&
            !(before->all & CLASS(SAY)) && !follows_saying(c, before) &&
            !(before->slot == 0 && before->mention == NONE32 &&
              (before->flags & CHUNK_PRONOUN))) {
            k->flags |= CHUNK_RELATIVE;
        }
        if (k->slot == DETAIL_THAT && before && before->kind == CHUNK_SIGN &&
            before - 1 >= c->d->chunks.p + c->s->chunk && before[-1].kind == CHUNK_NOUN &&
            chunk_is_sign(c->d, (uint32_t)(before - c->d->chunks.p), ',')) {
            k->flags |= CHUNK_RELATIVE;
        }
    }
    c->at += t->reach;
}

static void preposition(struct chunker *c, const struct news_token *t)
{
    uint8_t slot = t->row->detail;
    uint32_t from = c->at;
    c->at += t->reach;
    while (c->at < c->s->end && tok(c, c->at)->part == PART_ADV &&
           tok(c, c->at)->row->detail != DETAIL_RUMOUR) {
        c->at += tok(c, c->at)->reach;
    }
    if (c->at >= c->s->end) {
        return;
    }
    const struct news_token *next = tok(c, c->at);
    if (next->mark == QUOTE_OPEN && c->at + 1 < c->s->end) {
        c->at++;
        next = tok(c, c->at);
    }
    if (begins_verb(c, c->at) && next->part != PART_DET &&
        (!next->goods || next->part == PART_V)) {
        verb_group(c, slot);
    } else if (begins_noun(c, c->at)) {
        noun_group(c, slot, from);
    } else {
        struct chunk *k = add_chunk(c, CHUNK_OTHER, from, c->at);
        if (k) {
            k->slot = slot;
        }
    }
}

static void next_chunk(struct chunker *c)
{
    const struct news_token *t = tok(c, c->at);
    if (t->kind == TOK_SIGN && !in_noun(c, c->at)) {
        (void)add_chunk(c, CHUNK_SIGN, c->at, c->at + 1);
        c->at++;
    } else if (t->part == PART_PREP && t->mention == NONE32) {
        preposition(c, t);
    } else if (t->part == PART_CONJ || t->part == PART_SUB || t->part == PART_REL ||
               t->part == PART_CUE) {
        link_chunk(c, t);
    } else if (begins_verb(c, c->at) && t->mention == NONE32) {
        verb_group(c, 0);
    } else if (begins_noun(c, c->at)) {
        noun_group(c, 0, c->at);
    } else {
        c->at += t->reach ? t->reach : 1;
    }
}

void chunks_read(struct document *d)
{
    for (size_t i = 0; i < d->sentences.n && !d->failed; i++) {
        struct sentence *s = &d->sentences.p[i];
        struct chunker c = {
            .d = d, .s = s, .language = d->paragraphs.p[s->paragraph].language, .at = s->first};
        s->chunk = (uint32_t)d->chunks.n;
        while (c.at < s->end && !d->failed) {
            next_chunk(&c);
        }
        s->chunk_end = (uint32_t)d->chunks.n;
    }
}

const struct sentence *chunk_sentence(const struct document *d, uint32_t chunk)
{
    size_t low = 0;
    size_t high = d->sentences.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->sentences.p[middle].chunk <= chunk) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &d->sentences.p[low];
}

uint32_t chunk_at(const struct document *d, const struct sentence *s, uint32_t token)
{
    for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
        if (d->chunks.p[k].first <= token && token < d->chunks.p[k].end) {
            return k;
        }
    }
    return NONE32;
}

bool chunk_is_sign(const struct document *d, uint32_t chunk, char sign)
{
    const struct chunk *k = &d->chunks.p[chunk];
    return k->kind == CHUNK_SIGN && d->tokens.p[k->first].sign == sign;
}
