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
    bool anaphor;        /* its goods are those spoken of before: the cargo, them */
    bool to_him;         /* its recipient is one spoken of before: gli, them */
    bool anybody;        /* the supplier is whoever: from any regime */
    uint32_t swap;       /* chunk of what is given in exchange, or NONE32 */
};

/* who.c: groups to entities. */
/* The entity among the mentions of a group; an adjective of goods is their origin, not this. */
uint32_t own_entity(const struct document *d, const struct chunk *c);
/* The armed group, firm or other party that is no body of a state, which a group of words names; or
 * NONE32. */
uint32_t group_named(const struct document *d, const struct chunk *c);
/* The country of this code, when the text names it; else NONE32. */
uint32_t country_entity(const struct document *d, struct slice code);
/* The state for which whoever says this speaks, or NONE32. */
uint32_t speaker_state(const struct document *d, uint32_t token);
/* The entity that a group names, as it is. */
uint32_t entity_of(const struct document *d, const struct sentence *s, uint32_t chunk);
/* The party that a group stands for in a dealing: the state of an official, or NONE32. */
uint32_t party_of(const struct document *d, const struct sentence *s, uint32_t chunk);

/* subjects.c */
/* The group that a relative clause or a participle belongs to, or NONE32. */
uint32_t antecedent_of(const struct document *d, const struct sentence *s, uint32_t link);
/* The verb group that an infinitive or gerund hangs on, or NONE32; *object: the group between. */
uint32_t governor_of(const struct document *d, const struct sentence *s, uint32_t verb,
                     uint32_t *object);
/* The subject's chunk of a verb group (of a relative: its antecedent), or NONE32. */
uint32_t subject_of(const struct document *d, const struct sentence *s, uint32_t verb);
/* Is it a relative of place: where, dove? */
bool chunk_is_where(const struct document *d, uint32_t chunk);
/* Where a verb's own arguments end. */
uint32_t right_bound(const struct document *d, const struct sentence *s, uint32_t from);

/* roles.c */
void roles_of_verb(const struct document *d, const struct sentence *s, uint32_t verb,
                   const struct frame_row *f, struct roles *out);
void roles_of_noun(const struct document *d, const struct sentence *s, uint32_t noun,
                   const struct frame_row *f, struct roles *out);
/* No sides and no goods yet, at this chunk. */
void roles_begin(struct roles *r, uint32_t chunk);
/* Widens the evidence to this chunk. */
void roles_cover(struct roles *r, uint32_t chunk);

/* wares.c: goods. */
/* Where goods come from by their own words (North Korean shells, made in Iran), or NONE32. */
uint32_t origin_of(const struct document *d, const struct sentence *s, uint32_t goods);
/* The country that alone makes what these goods are called, when the text names it; or NONE32. */
uint32_t sole_maker_of(const struct document *d, uint32_t goods);
/* The goods of a group: its own, or what it is so many of; a chunk, or NONE32. */
uint32_t goods_in(const struct document *d, const struct sentence *s, uint32_t chunk);

/* Does a group mean goods spoken of before: "the cargo", "it", "them"? */
bool goods_again(const struct document *d, const struct chunk *group);

/* context.c: sides that the clause leaves open. */
void supply_sides(const struct document *d, const struct sentence *s, struct roles *r,
                  uint32_t predicate, bool affirmed);
void take_governor(const struct document *d, const struct sentence *s, uint32_t noun, bool buys,
                   struct roles *r);
/* The goods spoken of last before a chunk, in its sentence or the two before; or NONE32. */
uint32_t goods_before(const struct document *d, const struct sentence *s, uint32_t chunk);
/* Whom "it", "they" or an unsaid subject of this verb means: a party, or NONE32. */
uint32_t topic_of(const struct document *d, const struct sentence *s, uint32_t verb);

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

/* ties.c: talks, agreements, barter and possession, which name two sides before they say who
 * gives. */
void ties_read(struct document *d, const struct sentence *s);

/* dealing.c */
/* Is this ship named where its cargo, its seizure or a dealing is told? */
bool voyage_carries(const struct document *d, uint32_t craft);

/* Puts down a dealing that roles and standing describe; `predicate` and the goods are chunks.
 * NULL when there are too many. */
struct dealing *deal_put(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, const struct standing *st);

/* The same in two steps: the bare dealing; its evidence, items, holders and time. */
struct dealing *deal_add(struct document *d, const struct roles *r, uint8_t goods,
                         const struct standing *st);
void deal_fill(struct document *d, const struct sentence *s, struct dealing *x,
               const struct roles *r, uint32_t predicate, uint32_t goods);
/* Dealings told together with one: goods joined to its goods, suppliers and recipients joined to its
 * own, and what is given in exchange. */
void deal_join_goods(struct document *d, const struct sentence *s, const struct roles *r,
                     uint32_t predicate, const struct standing *st);
void deal_join_recipients(struct document *d, const struct sentence *s, const struct roles *r,
                          uint32_t predicate, uint8_t goods, const struct standing *st);
void deal_join_suppliers(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, uint8_t goods, const struct standing *st);
void deal_exchange(struct document *d, const struct sentence *s, const struct roles *r,
                   uint32_t predicate, const struct standing *st);
/* Does a dealing of this sentence stand already? */
bool deal_in(const struct document *d, const struct sentence *s);

/* gather.c: merges mentions of one dealing, takes over denials, drops what is no dealing. */
void deals_gather(struct document *d);

#endif
