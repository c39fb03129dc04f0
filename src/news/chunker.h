/*
 * chunker - the state while a sentence is cut into chunks; shared by chunks.c, noun_groups.c and
 * verb_groups.c, and by nobody else.
 */
#ifndef NEWS_CHUNKER_H
#define NEWS_CHUNKER_H

#include "news/chunks.h"

struct chunker {
    struct document *d;
    const struct sentence *s;
    enum news_language language;
    uint32_t at; /* the next token */
};

static inline struct news_token *tok(const struct chunker *c, uint32_t i)
{
    return &c->d->tokens.p[i];
}

/* Classes whose bare participle is a predicate (weapons supplied by Iran), not an adjective. */
#define PREDICATES                                                                             \
    (CLASS(SUPPLY) | CLASS(RECEIVE) | CLASS(ARM) | CLASS(SANCTION) | CLASS(SEIZE) |            \
     CLASS(INVITE) | CLASS(CHARGE) | CLASS(CONVICT) | CLASS(LOAD) | CLASS(MOVE) |              \
     CLASS(ACCUSE) | CLASS(SAY))

/* A new chunk of tokens first … end − 1; NULL without memory. */
struct chunk *chunk_add(struct chunker *c, enum chunk_kind kind, uint32_t first, uint32_t end);

/* An adverb by its ending: -mente, -ly. */
bool is_adverb_form(const struct chunker *c, uint32_t i);

/* May a noun group begin here?  May this token stand behind its first word? */
bool begins_noun(const struct chunker *c, uint32_t i);
bool in_noun(const struct chunker *c, uint32_t i);
void noun_group(struct chunker *c, uint8_t slot);

/* May a verb group begin here? */
bool begins_verb(const struct chunker *c, uint32_t i);
void verb_group(struct chunker *c, uint8_t slot);

#endif
