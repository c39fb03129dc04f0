/* Verb groups: tense, mood, voice, negation. */
#include "news/chunker.h"

/* Verbs that make no group of their own when another verb follows. */
static const char *const AUXILIARIES[] = {"essere", "avere",  "stare",  "venire",
                                          "potere", "dovere", "volere", "be",
                                          "have",   "do",     NULL};

static bool is_auxiliary(const struct news_token *t)
{
    for (const char *const *a = AUXILIARIES; *a; a++) {
        if (token_lemma_is(t, *a)) {
            return true;
        }
    }
    return false;
}

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
    bool causative;  /* fare before an infinitive */
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
    v->causative = v->causative || token_lemma_is(t, "fare");
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

/* "si è procurata" is of procurarsi, "ha procurato" of procurare: the reading whose lemma ends as
 * the group says.  "si è fatta consegnare": it is the one who gets. */
static void settle_reflexive(const struct chunker *c, struct chunk *k,
                             const struct verb_state *v)
{
    const struct news_token *t = tok(c, k->head);
    if (c->language != NEWS_ITALIAN) {
        return;
    }
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct word_row *row = &t->rows.rows[i];
        bool reflexive = slice_ends_nocase(news_text(row->lemma), "rsi");
        bool said =
            v->clitic || slice_ends_nocase(document_key(c->d, k->head, k->head + 1), "si");
        if (row->part == PART_V && reflexive == said && row->classes) {
            k->all = (k->all & ~k->classes) | row->classes;
            k->classes = row->classes;
            k->mode = row->mode;
            break;
        }
    }
    if (v->clitic && v->causative && HAS(k->classes, SUPPLY)) {
        k->all = (k->all & ~k->classes) | CLASS(RECEIVE);
        k->classes = CLASS(RECEIVE);
    }
}

static void finish_verb(const struct chunker *c, struct chunk *k, const struct verb_state *v)
{
    settle_reflexive(c, k, v);
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
    /* "that Russia bought from Iran": a clause with its subject is no participle */
    const struct chunk *last = c->d->chunks.p + c->d->chunks.n - 2;
    bool clause = c->d->chunks.n >= c->s->chunk + 3 && last->kind == CHUNK_NOUN &&
                  last->mention != NONE32 && !last->goods && last[-1].kind == CHUNK_LINK &&
                  (last[-1].slot == DETAIL_THAT || (last[-1].flags & CHUNK_RELATIVE));
    if (clause) {
        return false;
    }
    bool after_goods = first > c->s->first && tok(c, first - 1)->goods && end < c->s->end &&
                       tok(c, end)->part == PART_PREP;
    return by || after_goods;
}

void verb_group(struct chunker *c, uint8_t slot)
{
    uint32_t first = c->at;
    struct chunk *k = chunk_add(c, CHUNK_VERB, first, first + 1);
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

bool begins_verb(const struct chunker *c, uint32_t i)
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
