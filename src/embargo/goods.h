/*
 * goods - words for goods, and what the rules call them.
 *
 * The table knows words and phrases in six languages (en it fr es de ru) with their inflected
 * forms; case and accents play no part.  What it does not know is unclassified, never free.
 *
 * `struct goods_words` is a part of a `struct embargo` and lives as long as it.
 */
#ifndef EMBARGO_GOODS_H
#define EMBARGO_GOODS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum goods_class {
    GOODS_UNKNOWN, /* nothing is said of the goods, or no word of the table is in it */
    GOODS_ARMS,
    GOODS_DUAL_USE,
    GOODS_OIL,
    GOODS_COAL,
    GOODS_LUXURY,
    GOODS_FOOD,
    GOODS_TECHNOLOGY,
    GOODS_MONEY,
    GOODS_OTHER, /* known, and none of these */
    GOODS_CLASS_COUNT
};

const char *goods_class_word(enum goods_class c); /* "dual_use"; "unclassified" */
bool goods_class_parse(struct slice word, enum goods_class *out);

/* What words were taken for. */
struct goods {
    enum goods_class class;
    struct slice item; /* English name of the table's row: "artillery ammunition"; or empty */
    struct slice category; /* munitions list: "ML3"; or empty */
    struct slice headings; /* HS, separated by blanks: "9306", "84 85"; or empty */
    struct slice kinds; /* finer words that rules use: "major missile", "refined"; or empty */
    uint64_t kind_bits; /* the same as bits of embargo/kinds.h */
    struct slice word;  /* the part of the text that decided; or empty */
};

struct goods_words;

/* The goods that a text of a few words speaks of: a word of the table, a code ("HS 9306",
 * "9306.90", "ML3"), or a class ("dual_use").  Of several words the longest phrase wins, then
 * the class that rules are strictest about.  False: unclassified, and *out says so. */
bool goods_classify(const struct goods_words *words, struct slice text, struct goods *out);

/* One form of one word, for a trie. */
struct goods_form {
    struct slice text;  /* as the table writes it, accents and all, with single blanks between
                          * words; lives only during the call */
    char language[3];   /* "it" */
    struct goods goods; /* its class and the rest; `word` is empty */
};

typedef void goods_form_fn(void *context, const struct goods_form *form);

/* All forms of all words, item by item in the order of the table; a form that two rows of the
 * same language share comes twice, and the first counts for goods_classify(). */
void goods_each(const struct goods_words *words, goods_form_fn *each, void *context);

#endif
