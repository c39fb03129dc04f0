/*
 * say_parts - what the files of layer 7 share: sources, contents, and who spoke last.
 *
 * Reading goes sentence by sentence.  A cue (a verb of saying, "according to", a colon of a
 * headline) gives a source (source.c, say_refer.c) and a content (say_content.c) with its mode
 * (say_mode.c); say_put() makes them a statement.  All positions are tokens unless they say that
 * they are chunks.
 */
#ifndef NEWS_SAY_PARTS_H
#define NEWS_SAY_PARTS_H

#include "news/chunks.h"
#include "news/say.h"

/* A source: words of this text, and whom they stand for. */
struct source {
    uint32_t first, end;             /* tokens; first == end: none */
    uint32_t entity;                 /* or NONE32 */
    struct slice behalf;             /* the state or body it speaks for, or empty */
    uint64_t classes;                /* of the nouns of its groups, SOURCE_CLASSES only */
    uint32_t named_first, named_end; /* fuller words for it elsewhere; equal: none */
    uint32_t here_first, here_end;   /* its words beside the verb; equal: none there */
    bool plural;
};

/* Classes of nouns that may speak. */
#define SOURCE_CLASSES                                                                         \
    (CLASS(OFFICE) | CLASS(SPOKES) | CLASS(HEAD) | CLASS(RULER) | CLASS(SOURCE) |              \
     CLASS(SAYER) | CLASS(MEDIA) | CLASS(GOVT) | CLASS(INTEL) | CLASS(COURT) | CLASS(FIRM) |   \
     CLASS(DELEGATION))
/* Those of them that are somebody. */
#define PERSON_CLASSES                                                                         \
    (CLASS(OFFICE) | CLASS(SPOKES) | CLASS(HEAD) | CLASS(RULER) | CLASS(SOURCE))

/* What is said: tokens first … end − 1. */
struct content {
    uint32_t first, end;
    bool quoted;
};

struct speaker {
    struct document *d;
    const struct sentence *s;
    uint32_t index;         /* of the sentence */
    uint32_t begin;         /* its first token behind a dateline */
    uint32_t begin_chunk;   /* and the first chunk */
    struct source last;     /* who spoke last */
    uint32_t last_sentence; /* where; NONE32: nobody yet */
    struct source person;   /* the person who spoke last */
    uint32_t person_sentence;
    uint32_t lookups; /* searches through the text so far */
    uint32_t done;    /* chunks before it are read */
    bool relative;    /* the verb of saying stands in a relative clause between commas */
    bool english;
};

static inline const struct chunk *say_chunk(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static inline bool source_is_none(const struct source *x)
{
    return x->first == x->end;
}

/* A verb group of saying. */
static inline bool chunk_says(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && HAS(c->classes, SAY);
}

/* The detail the lexicon gives the head of a chunk: BARE, HEARER, LABEL, SPEAK. */
static inline uint8_t chunk_detail(const struct document *d, const struct chunk *c)
{
    const struct news_token *t = &d->tokens.p[c->head];
    return t->row ? t->row->detail : (uint8_t)DETAIL_NONE;
}

/* The first token of a sentence behind "LONDON, 6 October 2023 —". */
uint32_t say_begin(const struct document *d, const struct sentence *s);

/* Puts a statement down, unless source or content are empty or it is there already. */
void say_put(struct speaker *p, const struct source *from, enum say_mode mode,
             struct content c);

/* X passed on what tokens first … end − 1 hold: when they are a statement of somebody else
 * already, X is put before its chain.  False when they are not. */
bool say_relay(struct speaker *p, const struct source *from, uint32_t first, uint32_t end);

/* ---- say_verb.c ---- */

/* Reads the verb of saying at chunk k. */
void say_verb(struct speaker *p, uint32_t k);

/* Reads "declined to comment" at chunk k; false when it is something else. */
bool say_refusal(struct speaker *p, uint32_t k);

bool chunk_is_gerund(const struct chunk *v);
bool chunk_is_infinitive(const struct chunk *v);
/* More than a word that the lexicon does not know. */
bool source_names_somebody(const struct document *d, const struct source *x);
/* A source with its words here kept, and what a pronoun or a common noun stands for. */
struct source source_settled(struct speaker *p, struct source x);

/* ---- say_behind.c ---- */

/* A verb of saying whose contents are looked for behind it. */
struct behind {
    const struct source *from;
    enum say_mode mode;
    uint32_t verb;  /* chunk */
    uint16_t quote; /* that the verb stands in */
};

/* Puts down what stands from chunk k on; how many contents were found, also such as are not worth
 * a statement. */
unsigned say_behind(struct speaker *p, const struct behind *b, uint32_t k);
/* The token of the preposition of a group, or its first. */
uint32_t say_preposition(const struct document *d, const struct chunk *c);

/* ---- say_before.c ---- */

/* Where the tag begins: with the verb group at chunk `first`, or with its subject left of it. */
uint32_t say_tag_begin(const struct speaker *p, uint32_t first, const struct source *from);
/* Puts down what stands before the tag, or around it; how many contents were found. */
unsigned say_before(struct speaker *p, uint32_t first, uint32_t verb, const struct source *from,
                    enum say_mode mode);
/* "Lo riferisce X": puts down what the sentence before says. */
bool say_previous(struct speaker *p, const struct source *from, enum say_mode mode);

/* ---- say_foreign.c ---- */

/* Reads a sentence of a language that has no lexicon here, by its words of saying alone. */
void say_foreign(struct speaker *p);

/* ---- say_content.c ---- */

/* Takes commas, full stops and enclosing quotation marks off; false when nothing is left. */
bool content_trim(const struct document *d, struct content *c);

/* Where an indirect content that begins at chunk k ends (a token).  `quote` is the quotation that
 * the verb of saying stands in; `verb`: the content needs no verb of its own to be whole. */
uint32_t content_end(const struct speaker *p, uint32_t k, uint16_t quote, bool verb);

/* The part of the sentence that an insertion (tokens first … end − 1) attributes. */
struct content content_around(const struct speaker *p, uint32_t first, uint32_t end);

bool content_has_verb(const struct speaker *p, uint32_t first, uint32_t end);

/* The quotation that token i stands in. */
bool quotation_at(const struct document *d, uint32_t i, struct content *out);

/* The quotation that ends right before token i (a comma may stand between), or begins right
 * behind token i − 1 (a comma or colon may stand between). */
bool quotation_before(const struct document *d, uint32_t i, struct content *out);
bool quotation_behind(const struct document *d, uint32_t i, struct content *out);

/* ---- say_mode.c ---- */

enum say_mode mode_of(const struct speaker *p, const struct source *from, enum say_mode mode,
                      const struct content *c);

/* ---- source.c ---- */

/* The source that the noun groups from chunk `from` on name, with what belongs to them;
 * *behind is the first chunk that does not. */
bool source_group(const struct document *d, const struct sentence *s, uint32_t from,
                  uint32_t *behind, struct source *out);
/* Entity, state and classes of the groups first … end − 1. */
bool source_settle(const struct document *d, const struct sentence *s, uint32_t first,
                   uint32_t end, struct source *out);
/* A group that may be a subject: no preposition, no time, no goods. */
bool source_is_bare(const struct document *d, uint32_t k);
bool source_is_time(const struct document *d, uint32_t k);
bool source_is_goods(const struct document *d, const struct chunk *c);
/* "Russia's" before what Russia has. */
bool source_is_possessor(const struct document *d, uint32_t k);
/* The preposition of a noun group, also of one that a name has swallowed (del Cremlino). */
uint8_t source_slot(const struct document *d, uint32_t k);
/* A prepositional group that goes on the one before it. */
bool source_goes_on(const struct document *d, uint32_t k);
/* The chunk behind the group at chunk k and what goes on it, at most `limit`. */
uint32_t source_group_end(const struct document *d, const struct sentence *s, uint32_t k,
                          uint32_t limit);
/* A name and an office, groups a … end − 1 and b, one in apposition to the other. */
bool source_is_apposition(const struct document *d, uint32_t a, uint32_t end, uint32_t b);

/* ---- source_subject.c ---- */

/* The subject of the verb group at chunk `verb`, to its left. */
bool source_left(const struct document *d, const struct sentence *s, uint32_t verb,
                 struct source *out);
/* Its subject behind it. */
bool source_right(const struct document *d, const struct sentence *s, uint32_t verb,
                  struct source *out);

/* ---- say_refer.c ---- */

bool source_is_person(const struct document *d, const struct source *x);
bool source_is_pronoun(const struct document *d, const struct source *x);
/* Who he, she, it is. */
void refer_pronoun(struct speaker *p, struct source *x);
/* Who "the same source", "the minister", "the department", "the statement" is. */
void refer_noun(struct speaker *p, struct source *x);
/* Who goes on speaking in the sentence when nobody is named. */
struct source refer_silent(struct speaker *p, uint32_t verb);

#endif
