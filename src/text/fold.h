/*
 * fold - bytes to comparable characters.
 *
 * fold_text() is the only way from outside bytes to text that is compared: it refuses what is
 * not UTF-8, brings characters to NFKC, folds case, drops invisible characters, turns digits
 * of every script into 0–9, and strips marks where they do not carry meaning (Latin, Greek,
 * Cyrillic, Arabic, Hebrew; never the vowel signs of Thaana and the Indic scripts).  Composed
 * Latin and Cyrillic letters stay composed (ä, й): tables say how they are romanised.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"

enum script {
    SCRIPT_COMMON, /* digits, marks, punctuation */
    SCRIPT_LATIN,
    SCRIPT_GREEK,
    SCRIPT_CYRILLIC,
    SCRIPT_ARABIC,
    SCRIPT_HEBREW,
    SCRIPT_HAN,
    SCRIPT_HANGUL,
    SCRIPT_KANA,
    SCRIPT_ARMENIAN,
    SCRIPT_GEORGIAN,
    SCRIPT_THAANA,
    SCRIPT_ETHIOPIC,
    SCRIPT_DEVANAGARI,
    SCRIPT_BENGALI,
    SCRIPT_GURMUKHI,
    SCRIPT_GUJARATI,
    SCRIPT_ORIYA,
    SCRIPT_TAMIL,
    SCRIPT_TELUGU,
    SCRIPT_KANNADA,
    SCRIPT_MALAYALAM,
    SCRIPT_SINHALA,
    SCRIPT_THAI,
    SCRIPT_LAO,
    SCRIPT_TIBETAN,
    SCRIPT_BURMESE,
    SCRIPT_KHMER,
    SCRIPT_MONGOLIAN,
    SCRIPT_OTHER,
    SCRIPT_COUNT
};

/* What is read of one name; the rest is cut off and said to be. */
enum { FOLD_BYTES_MAX = 4096 };

struct folded {
    uint32_t *cp; /* code points in the arena */
    size_t n;
    bool cut; /* the text was longer than FOLD_BYTES_MAX */
};

/* ERR_TEXT with the byte column when `raw` is not UTF-8. */
MUST_USE int fold_text(struct arena *arena, struct slice raw, struct folded *out,
                       struct diag *diag);

enum script script_of(uint32_t cp);

/* A letter, digit or a mark that belongs to a word. */
bool fold_is_word(uint32_t cp);

const char *script_name(enum script s);

#endif
