/*
 * goods_table - the goods words as they are read from goods.words.
 *
 * Each item has words in several languages.  A word of the file may stand for many forms:
 * "proiettil+e d'artiglieria" with the endings "e i" is two.  All forms are folded and put into
 * one map, from text to item.
 */
#ifndef EMBARGO_GOODS_TABLE_H
#define EMBARGO_GOODS_TABLE_H

#include "base/map.h"
#include "base/vec.h"
#include "embargo/facts.h"
#include "embargo/goods.h"

enum { ENDINGS_MAX = 16, FORM_WORDS_MAX = 8, FORM_BYTES_MAX = 160 };

/* A class of endings: "ru f = а ы е …". */
struct goods_endings {
    char language[3];
    struct slice name;
    struct slice endings[ENDINGS_MAX]; /* "" for none */
    size_t n;
};

/* A word or phrase of an item, as the file has it. */
struct goods_phrase {
    uint32_t item;
    char language[3];
    struct slice text; /* with "+class" in it */
};

struct goods_words {
    VEC(struct goods) items;
    VEC(struct goods_endings) endings;
    VEC(struct goods_phrase) phrases;
    struct map forms;     /* folded form → item; keys in the arena */
    size_t longest;       /* words of the longest form */
    struct arena *arena;  /* the embargo's */
    struct arena scratch; /* for one form at a time, while reading */
};

void goods_words_init(struct goods_words *w, struct arena *arena);
void goods_words_release(struct goods_words *w);

/* Reads a whole file of goods. */
MUST_USE int goods_words_read(struct goods_words *w, struct facts *f);

/* Each form of a phrase, in the order of its endings; `text` lives only during the call.
 * Returns false, and says why in *fault, when the phrase is badly made. */
typedef bool goods_text_fn(void *context, struct slice text);
bool goods_phrase_forms(const struct goods_words *w, const struct goods_phrase *p,
                        goods_text_fn *each, void *context, const char **fault);

#endif
