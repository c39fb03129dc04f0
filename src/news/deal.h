/*
 * deal - layers 8, 10 and 11: dealings out of frames, their standing, and one for each real one.
 *
 * A predicate (fornire, vendita, buy, arrive …) is found as a verb or noun group; its arguments
 * are walked to, left and right; frames.txt says which slot fills which role.  Its stage comes
 * from tense, mood and what governs it, its polarity from negation, denial and condition, its
 * holders from the statement it stands in.
 */
#ifndef NEWS_DEAL_H
#define NEWS_DEAL_H

#include "news/chunks.h"
#include "news/names.h"
#include "news/say.h"
#include "news/when.h"

/* What was found around one predicate. */
struct roles {
    uint32_t supplier, recipient; /* entities, or NONE32 */
    uint32_t recipient_chunk;     /* where the recipient stands, or NONE32 */
    uint32_t goods;               /* chunk with the goods, or NONE32 */
    uint32_t first, end; /* chunks: from the leftmost to behind the rightmost argument */
    bool blocked;        /* its object is no goods: details, prisoners */
    uint32_t swap;       /* chunk of what is given in exchange, or NONE32 */
};

/* roles.c */
void roles_of_verb(const struct document *d, const struct sentence *s, uint32_t verb,
                   const struct frame_row *f, struct roles *out);
void roles_of_noun(const struct document *d, const struct sentence *s, uint32_t noun,
                   const struct frame_row *f, struct roles *out);
/* The subject's chunk of a verb group (of a relative: its antecedent), or NONE32. */
uint32_t subject_of(const struct document *d, const struct sentence *s, uint32_t verb);
/* The party that a group stands for in a dealing: the state of an official, or NONE32. */
uint32_t party_of(const struct document *d, const struct sentence *s, uint32_t chunk);
/* The entity that a group names, as it is. */
uint32_t entity_of(const struct document *d, const struct sentence *s, uint32_t chunk);
/* Where a verb's own arguments end. */
uint32_t right_bound(const struct document *d, const struct sentence *s, uint32_t from);

/* standing.c */
struct standing {
    uint8_t stage;    /* enum embargo_stage */
    uint8_t polarity; /* enum embargo_polarity */
    bool conditional; /* the reportive conditional */
    bool general;     /* "any deal would violate": speaks of no dealing of its own */
};
void standing_of(const struct document *d, const struct sentence *s, uint32_t chunk,
                 struct standing *out);

void deals_read(struct document *d);

/* voyages.c: what a ship carries from where to where, told over several sentences. */
void voyages_read(struct document *d);

/* Puts down a dealing that roles and standing describe; `predicate` and `goods` are chunks. */
struct dealing *deal_put(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, const struct standing *st);

/* gather.c: merges mentions of one dealing, takes over denials, drops what is no dealing. */
void deals_gather(struct document *d);

#endif
