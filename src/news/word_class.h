/*
 * word_class - what the lexicon says of a word, in three short lists.
 *
 * The names are the ones that data/news uses; tools/tables/news_tables.py reads this file, so
 * that there is one place that lists them.  A class is a bit: a word may have several.  A part
 * of speech and a detail (which preposition, which conjunction) are one of a list.
 */
#ifndef NEWS_WORD_CLASS_H
#define NEWS_WORD_CLASS_H

#include <stdint.h>

/* Semantic classes: predicates first (each is a frame of data/news/frames.txt or governs
 * one), then what nouns stand for. */
/* clang-format off */
#define WORD_CLASSES(X) \
    X(SUPPLY) X(RECEIVE) X(MOVE) X(ARM) X(VISIT) X(MEET) X(INVITE) X(WARRANT) X(SANCTION) \
    X(SEIZE) X(CHARGE) X(CONVICT) X(SAY) X(ACCUSE) X(DEMAND) X(ASK) X(COMMENT) X(REFUSE) \
    X(LOAD) X(PAY) X(LAUNDER) X(HELP) X(TALK) X(AGREE) X(SEEK) X(READY) X(VIOLATE) X(BAN) \
    X(STOP) X(BEGIN) X(FICTION) X(FALSE) X(SPORT) X(INFO) X(PEOPLE) X(SPOKES) X(OFFICE) \
    X(HEAD) X(RULER) X(SOURCE) X(INTEL) X(GOVT) X(DOC) X(SAYER) X(MEDIA) X(FIRM) X(COURT) \
    X(PAIR) X(DELEGATION) X(SHIP) X(VEHICLE) X(FLAG) X(PORT) X(QUANT) X(ROLE) X(CALENDAR) \
    X(CARGO) X(SENDING) X(CORRECT) X(USE) X(WORRY) X(MAKE) X(BARTER) X(PLAIN)
/* clang-format on */

enum word_class_bit {
#define X(name) CLASS_BIT_##name,
    WORD_CLASSES(X)
#undef X
        CLASS_BITS
};

_Static_assert(CLASS_BITS <= 64, "a mask of classes has 64 bits");

#define CLASS(name) (UINT64_C(1) << CLASS_BIT_##name)
/* Tests a mask for classes: HAS(mask, SUPPLY). */
#define HAS(mask, name) (((mask)&CLASS(name)) != 0)

/* Parts of speech. */
/* clang-format off */
#define WORD_PARTS(X) \
    X(NONE) X(V) X(N) X(A) X(DET) X(PREP) X(CUE) X(CONJ) X(SUB) X(REL) X(NEG) X(PRON) \
    X(MODAL) X(ADV)
/* clang-format on */

enum word_part {
#define X(name) PART_##name,
    WORD_PARTS(X)
#undef X
        PARTS
};

/* Details; the first of them are the slots of frames. */
/* clang-format off */
#define WORD_DETAILS(X) \
    X(NONE) X(SUBJECT) X(OBJECT) X(OF) X(TO) X(FROM) X(BY) X(IN) X(FOR) X(WITH) X(ON) \
    X(VIA) X(BETWEEN) X(AGAINST) X(OTHER) X(SWAP) X(ACCORDING) X(AND) X(OR) X(BUT) X(THAT) \
    X(IF) X(BECAUSE) X(ANY) X(THIS) X(HE) X(CLITIC) X(EARLY) X(RUMOUR) X(QUANT) X(FLIES) X(BARE) X(HEARER) X(LABEL) \
    X(SPEAK)
/* clang-format on */

enum word_detail {
#define X(name) DETAIL_##name,
    WORD_DETAILS(X)
#undef X
        DETAILS
};

/* Tenses and moods of a verb form, a bit each; a form may be several. */
enum word_tense {
    TENSE_PRES = 1 << 0,
    TENSE_IMPF = 1 << 1,
    TENSE_PAST = 1 << 2,
    TENSE_FUT = 1 << 3,
    TENSE_COND = 1 << 4,
    TENSE_SUBJ = 1 << 5,
    TENSE_SUBJI = 1 << 6, /* imperfect subjunctive */
    TENSE_INF = 1 << 7,
    TENSE_GER = 1 << 8,
    TENSE_PP = 1 << 9,
    TENSE_FINITE = TENSE_PRES | TENSE_IMPF | TENSE_PAST | TENSE_FUT | TENSE_COND | TENSE_SUBJ |
                   TENSE_SUBJI,
    TENSE_FIRST = 1 << 10,  /* a form of the first person */
    TENSE_PLURAL = 1 << 11, /* of a noun: the plural */
};

/* Words of time (data/news/times.tsv). */
/* clang-format off */
#define TIME_WORDS(X) \
    X(none) X(month1) X(month2) X(month3) X(month4) X(month5) X(month6) X(month7) \
    X(month8) X(month9) X(month10) X(month11) X(month12) X(weekday1) X(weekday2) \
    X(weekday3) X(weekday4) X(weekday5) X(weekday6) X(weekday7) X(yesterday) X(today) \
    X(tomorrow) X(tomorrow2) X(yesterday2) X(day) X(week) X(month) X(year) X(days) \
    X(weeks) X(months) X(years) X(weekend) X(quarter) X(half) X(spring) X(summer) \
    X(autumn) X(winter) X(last) X(next) X(this) X(recent) X(other) X(end) X(begin) \
    X(middle) X(earlier) X(later) X(by) X(before) X(after) X(since) X(ago) X(until) \
    X(between) X(within) X(daypart) X(christmas) X(newyear) X(few) X(ordinal1) X(ordinal2) \
    X(ordinal3) X(ordinal4) X(forties) X(fifties) X(sixties) X(seventies) X(eighties) \
    X(nineties) X(number1) X(number2) X(number3) X(number4) X(number5) X(number6) \
    X(number7) X(number8) X(number9) X(number10) X(number11) X(number12) X(number15) \
    X(number20) X(number30)
/* clang-format on */

enum time_word {
#define X(name) TIME_##name,
    TIME_WORDS(X)
#undef X
};

/* Modes of a statement, in the order of the gold answers. */
#define SAY_MODES(X) X(asserts) X(denies) X(demands) X(asks) X(announces) X(warns) X(declines)

enum say_mode {
#define X(name) SAY_##name,
    SAY_MODES(X)
#undef X
        SAY_MODE_COUNT
};

#endif
