/*
 * Saying in French, Spanish, German and Russian: no lexicon, no groups, only the words of
 * data/news/saying.tsv and the marks.  Three forms are read: a quotation or clause with its tag
 * ("…", dijo X), a subject with "that" (X aseguró que …), and "according to X, …".
 */
#include "news/say_parts.h"

enum { SUBJECT_TOKENS = 24, THAT_REACH = 6, PHRASE_WORDS = 4 };

/* The word of saying that begins at token i: its kind (an enum say_mode or enum saying), how many
 * tokens it has; -1: none. */
static int saying_at(const struct speaker *p, uint32_t i, uint32_t *end)
{
    const struct document *d = p->d;
    uint32_t longest = 0;
    if (d->tokens.p[i].kind != TOK_WORD ||
        !word_table_get(&TABLE_SAYING_PHRASES, document_key(d, i, i + 1), &longest)) {
        return -1;
    }
    longest = longest > PHRASE_WORDS ? PHRASE_WORDS : longest;
    for (uint32_t n = longest; n > 0; n--) {
        uint32_t kind = 0;
        if (i + n <= p->s->end &&
            word_table_get(&TABLE_SAYING, document_key(d, i, i + n), &kind)) {
            *end = i + n;
            return (int)kind;
        }
    }
    return -1;
}

/* Words that end the name of a source: links, signs, words of saying. */
static bool ends_name(const struct speaker *p, uint32_t i)
{
    uint32_t end = 0;
    const struct news_token *t = &p->d->tokens.p[i];
    if (t->kind == TOK_SIGN) {
        return !token_is_sign(t, '&');
    }
    return t->mention == NONE32 && saying_at(p, i, &end) >= 0;
}

/* A source of tokens first … end − 1, with the person or body it names. */
static struct source name_of(const struct speaker *p, uint32_t first, uint32_t end)
{
    const struct document *d = p->d;
    struct source x = {
        .first = first, .end = end, .entity = NONE32, .here_first = first, .here_end = end};
    for (uint32_t i = first; i < end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e =
            m == NONE32 || d->mentions.p[m].first != i ? NONE32 : d->mentions.p[m].entity;
        if (e == NONE32) {
            continue;
        }
        bool person = d->entities.p[e].type == ENTITY_PERSON;
        if (x.entity == NONE32 || (person && d->entities.p[x.entity].type != ENTITY_PERSON)) {
            x.entity = e;
        }
        if (x.behalf.n == 0) {
            x.behalf = d->entities.p[e].behalf;
        }
    }
    return x;
}

static bool is_comma(const struct document *d, uint32_t i)
{
    return token_is_sign(&d->tokens.p[i], ',');
}

static struct source named_right(const struct speaker *p, uint32_t i)
{
    uint32_t end = i;
    while (end < p->s->end && end - i < SUBJECT_TOKENS && !ends_name(p, end)) {
        end++;
    }
    /* "el portavoz, Naser Kanani": the name behind the office. */
    if (end + 1 < p->s->end && is_comma(p->d, end) &&
        (p->d->tokens.p[end + 1].flags & TOK_CAPITAL) && end > i + 1) {
        uint32_t name = end + 1;
        while (name < p->s->end && !ends_name(p, name)) {
            name++;
        }
        end = name - end < 6 ? name : end;
    }
    /* One short word is a pronoun: who spoke last goes on. */
    bool pronoun = end == i + 1 && p->d->tokens.p[i].mention == NONE32 &&
                   !(p->d->tokens.p[i].flags & TOK_CAPITAL) && p->last_sentence != NONE32;
    return pronoun ? p->last : name_of(p, i, end);
}

/* The subject that ends before token i: from the last stop on; an insertion between commas is
 * stepped over ("La ONU, por su parte, pidió"). */
static struct source named_left(const struct speaker *p, uint32_t i)
{
    const struct document *d = p->d;
    uint32_t end = i;
    if (end > p->begin && token_is_sign(&d->tokens.p[end - 1], ',')) {
        for (end--; end > p->begin && !token_is_sign(&d->tokens.p[end - 1], ',');) {
            end--;
        }
        end -= end > p->begin ? 1 : 0;
    }
    uint32_t first = end;
    while (first > p->begin && end - first < SUBJECT_TOKENS &&
           d->tokens.p[first - 1].kind != TOK_SIGN && d->tokens.p[first - 1].quote == 0) {
        first--;
    }
    uint32_t stop = 0;
    bool relative = first + 1 == end && saying_at(p, first, &stop) >= 0;
    return relative ? p->last : name_of(p, first, end);
}

static bool is_negated(const struct speaker *p, const struct content *c)
{
    for (uint32_t i = c->first; i < c->end && i < c->first + 5; i++) {
        uint32_t end = 0;
        if (saying_at(p, i, &end) == SAYING_NOT) {
            return true;
        }
    }
    return false;
}

static bool has_goods(const struct document *d, const struct content *c)
{
    for (uint32_t i = c->first; i < c->end; i++) {
        if (d->tokens.p[i].goods) {
            return true;
        }
    }
    return false;
}

static void put(struct speaker *p, const struct source *from, int kind, struct content c)
{
    enum say_mode mode = (enum say_mode)kind;
    if (mode == SAY_asserts && is_negated(p, &c) && has_goods(p->d, &c)) {
        mode = SAY_denies;
    }
    say_put(p, from, mode, c);
}

/* The end of a clause from token i on: a semicolon, a colon, the sentence. */
static uint32_t clause_stop(const struct speaker *p, uint32_t i)
{
    while (i < p->s->end && !((token_is_sign(&p->d->tokens.p[i], ';') ||
                               token_is_sign(&p->d->tokens.p[i], ':')) &&
                              !p->d->tokens.p[i].quote)) {
        i++;
    }
    return i;
}

static uint32_t clause_start(const struct speaker *p, uint32_t i)
{
    while (i > p->begin && !((token_is_sign(&p->d->tokens.p[i - 1], ';') ||
                              token_is_sign(&p->d->tokens.p[i - 1], ':')) &&
                             !p->d->tokens.p[i - 1].quote)) {
        i--;
    }
    return i;
}

/* "X aseguró que …": the token behind "that", or 0. */
static uint32_t find_that(const struct speaker *p, uint32_t i)
{
    for (uint32_t k = i; k < p->s->end && k < i + THAT_REACH; k++) {
        uint32_t end = 0;
        if (saying_at(p, k, &end) == SAYING_THAT) {
            return end;
        }
        if (p->d->tokens.p[k].mark != QUOTE_NONE) {
            break;
        }
    }
    return 0;
}

/* The verb of saying at tokens i … end − 1. */
static void say_tag(struct speaker *p, uint32_t i, uint32_t end, int kind)
{
    const struct document *d = p->d;
    struct content q = {0};
    /* «…», a réagi X: an auxiliary may stand before the verb. */
    uint32_t tag = i;
    for (uint32_t n = 0; n < 2 && tag > p->begin && d->tokens.p[tag - 1].kind == TOK_WORD;
         n++) {
        tag--;
    }
    bool behind = tag < i && tag > p->begin && d->tokens.p[tag - 1].mark == QUOTE_NONE;
    bool quoted = quotation_before(d, i, &q) || (behind && quotation_before(d, tag, &q));
    bool aside = i > p->begin && is_comma(d, i - 1);
    uint32_t that = find_that(p, end);
    struct source from;
    if (quoted) {
        from = named_right(p, end);
        put(p, &from, kind, q);
    } else if (that) {
        from = named_left(p, i);
        put(p, &from, kind, (struct content){that, clause_stop(p, that), false});
    } else if (aside && (from = named_right(p, end), from.end > from.first)) {
        put(p, &from, kind, (struct content){clause_start(p, i - 1), i - 1, false});
    } else if (quotation_behind(d, end, &q)) {
        from = named_left(p, i);
        put(p, &from, kind, q);
    }
}

/* "Según el comunicado, …", "…, selon X." */
static void say_by(struct speaker *p, uint32_t i, uint32_t end)
{
    const struct document *d = p->d;
    struct source from = named_right(p, end);
    if (source_is_none(&from)) {
        return;
    }
    bool opens = i <= p->begin + 1;
    bool comma = from.end < p->s->end && is_comma(d, from.end);
    if (opens && comma) {
        put(p, &from, SAY_asserts,
            (struct content){from.end + 1, clause_stop(p, from.end + 1), false});
    } else if (!opens && !comma) {
        put(p, &from, SAY_asserts, (struct content){clause_start(p, i), i, false});
    }
}

void say_foreign(struct speaker *p)
{
    for (uint32_t i = p->begin; i < p->s->end && !p->d->failed; i++) {
        uint32_t end = i;
        int kind = p->d->tokens.p[i].quote ? -1 : saying_at(p, i, &end);
        if (kind < 0) {
            continue;
        }
        if (kind == SAYING_ACCORDING) {
            say_by(p, i, end);
        } else if (kind == SAYING_REFUSE) {
            struct source from = named_left(p, i);
            put(p, &from, SAY_declines, (struct content){end, clause_stop(p, end), false});
        } else if (kind < SAY_MODE_COUNT) {
            say_tag(p, i, end, kind);
        }
        i = end - 1;
    }
}
