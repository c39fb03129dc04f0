/* Tokens to noun groups, verb groups, links and signs. */
#include "news/chunker.h"

struct chunk *chunk_add(struct chunker *c, enum chunk_kind kind, uint32_t first, uint32_t end)
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
    struct chunk *k = chunk_add(c, CHUNK_LINK, c->at, c->at + t->reach);
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
        noun_group(c, slot);
    } else {
        struct chunk *k = chunk_add(c, CHUNK_OTHER, from, c->at);
        if (k) {
            k->slot = slot;
        }
    }
}

static void next_chunk(struct chunker *c)
{
    const struct news_token *t = tok(c, c->at);
    if (t->kind == TOK_SIGN && !in_noun(c, c->at)) {
        (void)chunk_add(c, CHUNK_SIGN, c->at, c->at + 1);
        c->at++;
    } else if (t->part == PART_PREP && t->mention == NONE32) {
        preposition(c, t);
    } else if (t->part == PART_CONJ || t->part == PART_SUB || t->part == PART_REL ||
               t->part == PART_CUE) {
        link_chunk(c, t);
    } else if (begins_verb(c, c->at) && t->mention == NONE32) {
        verb_group(c, 0);
    } else if (begins_noun(c, c->at)) {
        noun_group(c, 0);
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
