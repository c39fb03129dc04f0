/* Noun groups: their words, head, mention and goods. */
#include "news/chunker.h"
#include "news/when.h"

bool is_adverb_form(const struct chunker *c, uint32_t i)
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
bool in_noun(const struct chunker *c, uint32_t i)
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

bool begins_noun(const struct chunker *c, uint32_t i)
{
    const struct news_token *t = tok(c, i);
    return in_noun(c, i) || t->part == PART_DET ||
           (t->part == PART_PRON && t->row->detail != DETAIL_CLITIC) || t->part == PART_NEG;
}

/* An unknown word with the ending of an adjective that agrees with the one before it: compagnia aerea,
 * gruppo petrolifero. */
static bool is_agreeing_adjective(const struct chunker *c, uint32_t i)
{
    static const char *const ENDINGS[] = {
        "ica", "ico",  "ici",  "iche", "ale", "ali", "iva", "ivo", "ive", "era",  "ero", "ere",
        "ari", "aria", "ario", "ese",  "esi", "osa", "oso", "ea",  "ee",  "ista", NULL};
    struct slice w = document_key(c->d, i, i + 1);
    const struct news_token *left = tok(c, i - 1);
    bool found = false;
    for (const char *const *e = ENDINGS; *e; e++) {
        found = found || slice_ends_nocase(w, *e);
    }
    return found && w.n >= 5 && left->part == PART_N;
}

/* "Al Paese | cinquanta carri", "all'esercito | 40 elicotteri": in Italian a number stands in front of
 * its noun, and so begins a group; "Fath-360", "Articolo 5" hold theirs. */
static bool is_new_quantity(const struct chunker *c, uint32_t i)
{
    static const char *const WORDS[] = {"due",   "tre",   "quattro", "cinque", "sei",
                                        "sette", "otto",  "nove",    "dieci",  "dodici",
                                        "venti", "cento", "mille",   NULL};
    static const char *const ENDINGS[] = {"mila", "cento", "anta", "trenta", "dici", NULL};
    const struct news_token *t = tok(c, i);
    const struct news_token *left = tok(c, i - 1);
    struct slice w = document_key(c->d, i, i + 1);
    bool number = t->kind == TOK_NUMBER && !(t->flags & TOK_HYPHEN);
    for (const char *const *x = WORDS; t->kind == TOK_WORD && *x; x++) {
        number = number || slice_is(w, *x);
    }
    for (const char *const *x = ENDINGS; t->kind == TOK_WORD && *x; x++) {
        number = number || (w.n > 5 && slice_ends_nocase(w, *x));
    }
    bool noun = left->mention != NONE32 ||
                (left->part == PART_N && !(left->flags & TOK_CAPITAL)) ||
                (left->part == PART_N && HAS(left->row->classes, PAIR));
    bool counted = i + 1 < c->s->end && in_noun(c, i + 1) && tok(c, i + 1)->kind == TOK_WORD;
    return number && noun && counted && !when_covers(c->d, i);
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

/* "no delivery", "nessuna consegna". */
static bool is_no(const struct chunker *c, uint32_t i)
{
    static const char *const NO[] = {"no",      "neither", "nessun",
                                     "nessuno", "nessuna", "nessun'"};
    struct slice w = document_key(c->d, i, i + 1);
    bool found = false;
    for (size_t n = 0; n < sizeof NO / sizeof *NO; n++) {
        found = found || slice_is(w, NO[n]);
    }
    return found;
}

/* "a missile attack", "arms experts": the goods only say what kind; the head is something else. */
static bool is_kind_only(const struct chunker *c, const struct chunk *k)
{
    uint64_t other = CLASS(ROLE) | CLASS(OFFICE) | CLASS(PEOPLE) | CLASS(INFO) | CLASS(FIRM);
    return c->language == NEWS_ENGLISH && k->goods && k->head >= k->goods_end &&
           (k->classes & other) && !HAS(k->classes, QUANT) && !HAS(k->classes, SUPPLY) &&
           !HAS(k->classes, AGREE);
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
        if (t->row && t->part == PART_DET && t->row->detail == DETAIL_ANY) {
            k->flags |= CHUNK_ANY;
        }
        if (t->row && t->part == PART_DET && t->row->detail == DETAIL_THIS) {
            k->flags |= CHUNK_REFERS;
        }
        if (t->part == PART_DET && is_no(c, i)) {
            k->flags |= CHUNK_NEGATED;
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
    if (is_kind_only(c, k) ||
        ((k->classes & (CLASS(SHIP) | CLASS(VEHICLE))) && k->goods == GOODS_OTHER)) {
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

void noun_group(struct chunker *c, uint8_t slot)
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
                    !is_agreeing_adjective(c, end) && tok(c, end + 1)->mention != NONE32 &&
                    !c->d->mentions.p[tok(c, end + 1)->mention].adjective;
        bool behind_time = t->mention != NONE32 && c->d->mentions.p[t->mention].first == end &&
                           end == first + 1 && tok(c, first)->row &&
                           (tok(c, first)->row->classes & CLASS(CALENDAR));
        bool behind_year = t->mention != NONE32 && c->d->mentions.p[t->mention].first == end &&
                           end == first + 1 && tok(c, first)->kind == TOK_NUMBER &&
                           tok(c, first)->end - tok(c, first)->start == 4 &&
                           !tok(c, first)->goods;
        bool behind_date = t->mention != NONE32 && c->d->mentions.p[t->mention].first == end &&
                           when_covers(c->d, end - 1);
        uint32_t time_end = when_begins(c->d, end);
        bool ahead_of_date = time_end != NONE32 && tok(c, end - 1)->part != PART_DET &&
                             tok(c, end - 1)->kind == TOK_WORD &&
                             (time_end >= c->s->end || !in_noun(c, time_end));
        bool given =
            c->language == NEWS_ENGLISH && slot == DETAIL_NONE && is_dative(c, first, end);
        bool quantity = c->language == NEWS_ITALIAN && is_new_quantity(c, end);
        if (ending || quantity || apart || fresh || dated || verb || behind_time ||
            behind_year || behind_date || ahead_of_date || given) {
            break;
        }
        mention = t->mention != NONE32 ? t->mention : mention;
        end++;
    }
    struct chunk *k = chunk_add(c, CHUNK_NOUN, first, end);
    if (!k) {
        return;
    }
    k->slot = slot;
    fill_noun(c, k);
    c->at = end;
    if (end < c->s->end && tok(c, end)->kind == TOK_WORD &&
        tok(c, end)->fold_end - tok(c, end)->fold == 2 &&
        slice_is(document_key(c->d, end, end + 1), "'s")) {
        k->flags |= CHUNK_POSSESSOR;
        c->at++;
    }
}
