/*
 * names - layer 3: who and what is named, where, and who of them is listed.
 *
 * One pass over the tokens looks up the gazetteer and the goods words, longest match first, and
 * collects runs of capitalised words.  A run is a person with a forename, an office or a title as
 * cue; an organisation with a word for one in it or before it; and whatever the lists know under
 * that name at 0.700 or more.  A one-word listed name and every vessel need a cue.  What is
 * neither listed nor sure stays without an entity, and is then no mention.
 */
#ifndef NEWS_NAMES_H
#define NEWS_NAMES_H

#include "news/session.h"

/* So many words of sport make a page of sports, if the text is short. */
enum { SPORT_WORDS_LEAST = 4 };

/* Gazetteer and goods. */
void names_gazetteer(struct document *d, const struct news_session *s);

/* Gate A: can anything here be listed, or is there a country with a goods word?  Cheap. */
bool names_gate(const struct document *d);

/* Capitalised runs with what speaks for person, organisation or ship; names_runs() calls it. */
void runs_find(struct document *d);

/* Capitalised runs to people, organisations and listed parties; needs the words (layer 4).
 * ERR_LIMIT when the article has too many names or mentions. */
MUST_USE int names_runs(struct document *d, struct news_session *s, struct diag *diag);

/* The entity with an id, made when new (NONE32 without memory). */
uint32_t entity_intern(struct document *d, struct slice id, enum entity_type type);

/* A mention over tokens; covers them. */
uint32_t mention_add(struct document *d, uint32_t first, uint32_t end, uint32_t entity,
                     enum mention_kind kind);

/* "country:KP" of an entity: its own or the state it speaks for, as "KP"; empty when there is none. */
struct slice entity_country(const struct document *d, uint32_t entity);

/* "KP" for a country, else the id. */
struct slice entity_code(const struct document *d, uint32_t entity);

/* ---- layer 9, refer.c ---- */

/* Shorter names to the full ones (Kirby, Kim-Jong), generic ministries to their state. */
void refer_names(struct document *d, struct news_session *s);

/* "the two countries", "il portavoce", pronouns; needs the chunks. */
void refer_nominals(struct document *d);

#endif
