/*
 * name - a name as the program sees it: tokens with class, spellings and codes.
 *
 * A listed name and a name that is asked for go through the same analysis.  It depends on the
 * kind of party (a vessel has no patronymic) and on nothing else: no list, no locale.
 *
 * Tokens meet by their native form (the folded word in its own script), by their forms
 * (spellings in a–z, each with a cost in millinats), and by codes (a syllable of Korean or
 * Chinese, a group of variants, a numeral, a legal form).  Which of these make evidence is
 * match/'s business.
 *
 * A text may be read in several ways: a Hangul word as a Korean name, syllable by syllable, or as
 * the transcription of a foreign word; an organisation by its initials, or with its common words
 * put into English.  name_analyse() gives all readings, as they are written first.
 *
 * Everything lives in the caller's arena.
 */
#ifndef TEXT_NAME_H
#define TEXT_NAME_H

#include "base/arena.h"
#include "base/err.h"
#include "model/schema.h"
#include "text/fold.h"

enum {
    NAME_TOKENS_MAX = 48, /* tokens compared of one name; the rest is cut and said to be */
    NAME_READINGS_MAX = 6,
    NAME_PARTS_MAX = 16, /* names in one field */
    TOKEN_FORMS_MAX = 24,
    TOKEN_FORMS_USUAL = 8, /* of a word of an alphabet, cheapest first; others need a reason */
    TOKEN_CODES_MAX = 16,
    TOKEN_BYTES_MAX = 120 /* bytes of a native form or form; longer words are cut */
};

enum token_class {
    TOKEN_NAME,
    TOKEN_PARTICLE, /* al, bin, van, de */
    TOKEN_TITLE,    /* general, haji, dr, mv */
    TOKEN_INITIAL,
    TOKEN_NUMERAL, /* 4, IV, four; jr and sr are generations */
    TOKEN_LEGAL,   /* a legal form, all its words in one token */
    TOKEN_GENERIC, /* trading, group, organization */
    TOKEN_CLASSES
};

enum code_type {
    CODE_SYLLABLE, /* reading of a syllable or of a sequence of them */
    CODE_VARIANT,  /* group of spellings of the same name */
    CODE_NEAR,     /* graded equivalents: nicknames, counterparts in another language */
    CODE_NUMERAL,
    CODE_LEGAL,
    CODE_PARTICLE, /* kind of particle: al, el and ash are one */
    CODE_INITIALS, /* letters that are, or may be, the initials of an organisation */
    CODE_CONCEPT,  /* a word of organisations and its synonyms */
    CODE_TYPES
};

enum token_flags {
    TOKEN_SYLLABIC = 1 << 0,    /* part of a name that is Korean or Chinese throughout */
    TOKEN_ABJAD = 1 << 1,       /* vowels are not written, or are not those of the original */
    TOKEN_AFTER_COMMA = 1 << 2, /* stands behind the first comma */
    TOKEN_DOTTED = 1 << 4,      /* a full stop follows at once: "Yu." */
    TOKEN_CHARACTER = 1 << 3,   /* one Han character or Hangul syllable of a longer word */
    TOKEN_MADE = 1 << 5,        /* stands in no writing: initials, or a word put into English */
    TOKEN_EXACT = 1 << 6 /* letters that stand alone, a number: meets only what is equal */
};

/* Languages in which a token can be read as syllables; bits of a mask. */
enum { LANGUAGE_KOREAN = 1, LANGUAGE_MANDARIN = 2, LANGUAGE_CANTONESE = 4 };

struct form {
    struct slice text; /* a–z and 0–9 only */
    uint64_t key;      /* key_of(text) */
    uint32_t letters;  /* key_letters(text) */
    uint16_t cost;     /* millinats against the primary form */
};

struct code {
    uint32_t value; /* a hash; equal values of one type are the same thing */
    uint8_t type;   /* enum code_type */
    /* Syllables: the language's bit, and from CODE_LENGTH_SHIFT on how many; legal forms: enum
     * legal_class. */
    uint8_t detail;
};

enum { CODE_LENGTH_SHIFT = 4 };

struct token {
    struct slice
        native;        /* folded; for Latin words the primary form, for legal forms the words */
    uint8_t class;     /* enum token_class */
    uint8_t script;    /* enum script */
    uint8_t flags;     /* enum token_flags */
    uint8_t languages; /* of the syllables, when TOKEN_SYLLABIC */
    uint8_t form_count;
    uint8_t code_count;
    bool known;    /* in the table of frequencies; set by match/ */
    uint16_t info; /* millinats that it says, set by match/ */
    struct form *forms;
    struct code *codes;
};

struct name {
    struct token *tokens;
    size_t n; /* 1 … NAME_TOKENS_MAX */
    enum name_kind kind;
    bool cut;       /* tokens or bytes were left out */
    bool cut_short; /* read as if the field had lost its end: of questions, not of lists */
    bool made;      /* holds what is not written: never equal to another name */
};

/* Analyses one name; *count readings in out.  ERR_TEXT when `raw` is not UTF-8 or
 * holds no letter and no digit. */
MUST_USE int name_analyse(struct arena *arena, struct slice raw, enum name_kind kind,
                          struct name out[NAME_READINGS_MAX], size_t *count, struct diag *diag);

/* Splits a field that holds several names: at a.k.a., f.k.a., n.k.a., aka, semicolon, and at
 * slash only where both sides have two or more words.  Returns 1 … NAME_PARTS_MAX. */
size_t name_split(struct slice field, struct slice parts[NAME_PARTS_MAX]);

/* Sets what follows from the text of a form: its key and letters. */
void form_measure(struct form *f);

const char *token_class_name(enum token_class c);

#endif
