/*
 * words - a name cut into words, before anything is known of them.
 *
 * Apostrophes join (O'Brien), hyphens, blanks, dots and other signs part; a change into or out
 * of Han, Hangul or Kana parts as well.  Letters that only look like those of the word's main
 * alphabet (Cyrillic р among Latin letters) are put right.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "text/fold.h"

struct word {
    const uint32_t *cp; /* folded code points, in the arena */
    size_t n;           /* how many */
    uint32_t concepts;  /* what else a made word may mean, as in TABLE_TRANSLATIONS */
    enum script script; /* of its letters; SCRIPT_COMMON for digits alone */
    bool after_comma;   /* behind the first comma */
    bool before_dot;    /* a full stop follows at once: an initial or abbreviation */
    bool ampersand;     /* stands for "&" and means "and" */
    bool after_blank;   /* a blank stands before it */
    bool made;          /* put into English: stands in no writing */
    bool letters;       /* was written letter by letter: "S.I.S." */
};

/* Words of a folded name into out (room for `most`); returns how many, and says in *cut when
 * there were more. */
size_t words_of(struct arena *arena, const struct folded *text, struct word *out, size_t most,
                bool *cut);

#endif
