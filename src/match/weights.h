/*
 * weights - the numbers of the score, by kind of party.
 *
 * data/match/weights.tsv holds them, with a line on each.  All are millinats, shares in
 * thousandths where the name says so.
 */
#ifndef MATCH_WEIGHTS_H
#define MATCH_WEIGHTS_H

#include <stdint.h>

#include "model/schema.h"

struct weights {
    int32_t prior;         /* where a name starts from, before any evidence (negative) */
    int32_t saturation;    /* evidence of the whole name above this counts no more */
    int32_t info_unknown;  /* what a token says that the frequency table lacks */
    int32_t info_syllable; /* the most that one syllable of a Korean or Chinese name says */
    int32_t info_short;    /* the most that a word of two letters says, but in people's names */
    int32_t info_particle; /* what an equal particle, title or legal form says */
    int32_t info_initial;  /* what an initial says that fits */
    int32_t info_numeral;  /* what an equal numeral says */
    int32_t info_acronym_letter; /* what each letter of initials says that are a name's */
    int32_t generic_share;       /* thousandths of its information that a generic word says */
    int32_t
        evidence_floor_share; /* thousandths of its information that an aligned token keeps */
    int32_t cost_most;        /* tokens farther apart than this do not meet */
    int32_t cost_most_heard;  /* the same between a word and what another script heard of it */
    int32_t cost_strained;    /* up to this they meet beside two tokens that fit well */
    int32_t acronym_letters;  /* words of so many letters without a vowel are acronyms */
    int32_t cost_edit_3;      /* one letter wrong in a word of up to 3 letters */
    int32_t cost_edit_4;
    int32_t cost_edit_7;  /* 5 to 7 letters */
    int32_t cost_edit_12; /* 8 to 12 letters */
    int32_t cost_edit_long;
    int32_t share_vowel;         /* thousandths of an edit: one vowel for another */
    int32_t share_vowel_gap;     /* a vowel or h more or less */
    int32_t share_abjad_vowel;   /* the same where one side writes no short vowels */
    int32_t share_heard_vowel;   /* the same where one side writes them as they sound */
    int32_t share_class;         /* a consonant for one of the same class */
    int32_t share_double;        /* a doubled letter */
    int32_t share_swap;          /* two neighbours exchanged */
    int32_t share_first;         /* thousandths on top when the first letter is concerned */
    int32_t cost_known;          /* both are known names, and one is no spelling of the other */
    int32_t cost_known_spelling; /* both are known and sound alike */
    int32_t cost_other_group;    /* both have variants, and they are not each other's */
    int32_t cost_variant;
    int32_t cost_near;
    int32_t cost_syllable; /* another spelling of the same syllable */
    int32_t cost_join;
    int32_t cost_translated; /* a common word put into English, or its synonym */
    int32_t omit_base;       /* a name token that the other side lacks */
    int32_t omit_share;      /* and thousandths of its information */
    int32_t omit_generic;
    int32_t omit_particle; /* particle, title */
    int32_t omit_legal;
    int32_t omit_initial;
    int32_t omit_numeral;
    int32_t single_inexact;      /* thousandths of its cost on top when one piece carries all */
    int32_t single_token;        /* one token stands for a name of several */
    int32_t contradiction;       /* both sides keep a name token */
    int32_t contradiction_share; /* and thousandths of the smaller mass left over */
    int32_t contradiction_generic; /* one of them keeps generic words only */
    int32_t slot_numeral;          /* different numerals */
    int32_t slot_kunya;            /* father of, mother of */
    int32_t slot_legal;            /* different classes of legal form */
    int32_t slot_legal_near;       /* different forms of one class, or an unspecified one */
    int32_t order_syllables;       /* syllables of a given name exchanged */
    int32_t order_nasab;           /* father and son exchanged around "bin" */
    int32_t order_family;          /* two families exchanged */
    int32_t weak_alias;
    int32_t birth_day_equal;
    int32_t birth_month_equal;
    int32_t birth_year_equal;
    int32_t birth_swapped;
    int32_t birth_same_year; /* another day of the same year (negative) */
    int32_t birth_close;     /* one year apart */
    int32_t birth_apart;     /* two to four years */
    int32_t birth_far;
    int32_t gender_equal;
    int32_t gender_differs;
    int32_t country_equal;
    int32_t country_related;
    int32_t country_differs;
    int32_t place_equal;
    int32_t identifier_equal; /* a weak one; a strong one alerts by itself */
    int32_t identifier_differs;
};

/* tools/train/weights.c compiles match/ once more, with numbers that it can move. */
#ifdef WEIGHTS_MOVE
#define WEIGHTS_CONST
#else
#define WEIGHTS_CONST const
#endif
extern WEIGHTS_CONST struct weights WEIGHTS[NAME_KINDS];

/* The curve: score_steps[s] is the smallest sum of evidence that scores s thousandths. */
extern const int32_t score_steps[1001];

#endif
