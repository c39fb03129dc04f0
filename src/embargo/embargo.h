/*
 * embargo - a dealing on a date: forbidden by which rule, binding whom, with which exemption?
 *
 * The rules are text files, one for each regime (data/embargo, docs/formats/embargo-rules.md),
 * compiled into the program or read from a folder.  A `struct embargo` is what they say: made
 * once, never changed, shared by all threads.  A rule applies only inside its own interval of
 * days, so that the answer for 1995 differs from the one for 2025.
 *
 * A question is a `struct embargo_dealing`: embargo_dealing_init(), then the two parties and the
 * goods are enough.  The answer lives in the arena of the caller and borrows texts of the `struct
 * embargo` and of the question; they have to outlive it.  Nothing here asks the clock.
 *
 * Days are those of model/date.h (date_first_day()); DAY_NONE is "not known" and "open".
 *
 * Functions fail with ERR_MEMORY only, unless they say otherwise: a party or country that is
 * not known is no failure, it makes no rule apply.  Everything is information for a qualified
 * person, not legal advice: EMBARGO_NOTICE belongs on every page that shows an answer.
 */
#ifndef EMBARGO_EMBARGO_H
#define EMBARGO_EMBARGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"
#include "embargo/goods.h"

#define EMBARGO_NOTICE "Information for a qualified person, not legal advice."

#define DAY_NONE INT32_MIN

struct embargo;

/* Reads the rules compiled in (`folder` is NULL) or those of a folder, which replace them as a
 * whole.  ERR_NOT_FOUND, ERR_IO, ERR_FORMAT with file and line, ERR_TEXT, ERR_LIMIT,
 * ERR_MEMORY.  *out is to be closed with embargo_close(). */
MUST_USE int embargo_open(const char *folder, struct embargo **out, struct diag *diag);

/* The rules compiled in, with one table replaced by a text that must outlive *out: all rules when
 * the name ends in ".rules", else the table of that name ("goods.words"). */
MUST_USE int embargo_open_text(const char *name, struct slice text, struct embargo **out,
                               struct diag *diag);
void embargo_close(struct embargo *e);

/* Of all the texts that it was read from, for made_by. */
uint64_t embargo_hash(const struct embargo *e);

/* The goods words, for goods_classify() and goods_each() (embargo/goods.h). */
const struct goods_words *embargo_goods(const struct embargo *e);

/* ---- the question ---- */

/* What somebody does for the dealing. */
enum embargo_act {
    ACT_SUPPLY, /* sale, supply, transfer, export, and procurement seen from the other side */
    ACT_TRANSPORT,
    ACT_BROKERING,
    ACT_FINANCING,
    ACT_TRAINING, /* training, advice, technical assistance, repair */
    ACT_COUNT
};

/* How far it has got: the words of the gold answers. */
enum embargo_stage {
    STAGE_PLAIN, /* nothing is said of it: the dealing as such, "is this forbidden?" */
    STAGE_RUMOURED,
    STAGE_ALLEGED,
    STAGE_SEEKING,
    STAGE_NEGOTIATING,
    STAGE_AGREED,
    STAGE_SHIPPED,
    STAGE_DELIVERED,
    STAGE_COUNT
};

enum embargo_polarity { POLARITY_AFFIRMED, POLARITY_DENIED, POLARITY_HYPOTHETICAL };

/* On what ground it is said to have happened: somebody says so, or it is settled (a court's
 * finding, the asker's own shipment).  Makes "violates" of "alleged_violation". */
enum embargo_ground { GROUND_CLAIMED, GROUND_ESTABLISHED };

/* A side of the dealing.  `who` is a country code of two letters ("KP", "kp", "country:KP"), a
 * record id ("un:YEe.001", "ofac:20157"), or the name of a group ("Houthis", "org:Rapid Support
 * Forces"); `country` is the state a party belongs to, if it is known.  Empty: unknown. */
struct embargo_party {
    struct slice who;
    struct slice country;
};

struct embargo_dealing {
    struct embargo_party supplier;
    struct embargo_party recipient;
    enum goods_class goods; /* GOODS_UNKNOWN: nothing is said; the items may tell */
    const struct slice
        *items; /* the goods in words, or codes ("HS 9306", "ML3"); may be NULL */
    size_t item_count;
    enum embargo_act act;
    enum embargo_stage stage;
    enum embargo_polarity polarity;
    enum embargo_ground ground;
    int32_t from, until; /* days between which it happens or is to happen; DAY_NONE: open or not
                          * known.  An open beginning reaches back one year; an open end not
                          * beyond the beginning; with neither, `as_of` counts */
    int32_t as_of;       /* the day of the asking (publication), DAY_NONE: not known.  An older
                          * dealing that a rule of that day would forbid is "historical" */
};

/* Everything unknown, no day known. */
void embargo_dealing_init(struct embargo_dealing *d);

/* The words of the enumerations ("negotiating", "arms"), and back: false when it is none. */
const char *embargo_stage_word(enum embargo_stage s);
bool embargo_stage_parse(struct slice word, enum embargo_stage *out);
const char *embargo_act_word(enum embargo_act a);
bool embargo_act_parse(struct slice word, enum embargo_act *out);
bool embargo_polarity_parse(struct slice word, enum embargo_polarity *out);

/* How a party is called in answers: "North Korea", "the Houthis", or what was given of somebody
 * whose state is known.  Empty when neither a country nor a group of the tables is meant. */
struct slice embargo_party_title(const struct embargo *e, const struct embargo_party *party);

/* ---- the answer ---- */

/* In the order of their weight, the heaviest last. */
enum embargo_result {
    RESULT_NO_RULE_FOUND,
    RESULT_PERMITTED_WITH_CONDITIONS,
    RESULT_INFO,       /* worth knowing, though nothing in it is forbidden to these two */
    RESULT_HISTORICAL, /* no rule was in force then, one is now */
    RESULT_POSSIBLE, /* sought, rumoured, alleged; or goods, place or day decide and are not known */
    RESULT_ALLEGED_VIOLATION, /* somebody says that it happened */
    RESULT_WOULD_VIOLATE,     /* not carried out yet */
    RESULT_VIOLATES,
};
const char *embargo_result_word(enum embargo_result r);

/* How far the tables stand behind a fact. */
enum embargo_basis {
    BASIS_SEEN,
    BASIS_NUMBER,      /* the measure was checked, the number of its paragraph was not */
    BASIS_UNCONFIRMED, /* written from memory: never ground for more than "possible" */
};

/* A rule that bears on the dealing. */
struct embargo_citation {
    struct slice cite;      /* "UNSCR 1718 para 8(b)", "Regulation (EU) 833/2014 art. 2" */
    struct slice regime;    /* "UN-KP" */
    struct slice says;      /* what it forbids, in words */
    struct slice binds;     /* whom, in words */
    struct slice exemption; /* in words, or empty */
    struct slice source;    /* where the fact is from */
    int32_t from;           /* first day in force; DAY_NONE is impossible */
    int32_t until;          /* last day in force; DAY_NONE: open */
    int32_t seen_until; /* renewed until this day; whether later is not known here.  DAY_NONE:
                             * needs no renewal */
    enum embargo_basis basis;
};

struct embargo_verdict {
    struct slice
        regime; /* "UN-KP": who imposes, and whom it is about; of no_rule_found the first
                           * regime that concerns a side, or empty */
    struct slice about;   /* "KP", "QD" */
    struct slice imposer; /* "UN" */
    enum embargo_result result;
    enum embargo_result if_true; /* what a denied or hypothetical dealing would be */
    bool alert; /* is it one for `alerts`? else for `suppressed`, with `reason` */
    const struct embargo_citation *rules; /* those of `regime` first, then the other regimes' */
    size_t rule_count;
    size_t own_rule_count; /* the first so many are of `regime` itself */
    const struct embargo_citation
        *beside; /* in force too: what binds carriers, brokers, financiers */
    size_t beside_count;
    struct slice reason; /* a sentence or two for a person */
    struct goods goods;  /* what the goods were taken for */
};

struct embargo_answer {
    /* The one to show: the heaviest result (by `if_true`), of equals the first of UN, EU, US, UK,
     * of two by one imposer the one about the supplier.  The rules of the others stand in its
     * rules when they bind a party of the dealing, or threaten it with secondary sanctions.
     * Never NULL; `result` is no_rule_found when nothing bears on the dealing. */
    const struct embargo_verdict *main;
    const struct embargo_verdict *verdicts; /* one for each imposer, UN, EU, US, UK, others */
    size_t count;
};

MUST_USE int embargo_judge(const struct embargo *e, const struct embargo_dealing *d,
                           struct arena *arena, struct embargo_answer *out);

/* One rule that was tried. */
struct embargo_step {
    struct embargo_citation rule;
    bool applies;     /* fully, or perhaps: see `why` */
    struct slice why; /* "in force only from 2009-06-12", "covers supply to KP, not from it" */
};

/* Every rule of every regime about one of the two sides: UN, EU, US, UK, others, each in the
 * order of the files. */
MUST_USE int embargo_explain(const struct embargo *e, const struct embargo_dealing *d,
                             struct arena *arena, const struct embargo_step **steps,
                             size_t *count);

/* ---- warrants and travel ---- */

struct embargo_warrant {
    struct slice id;        /* "icc:…" */
    struct slice name;      /* as the Court writes it */
    struct slice situation; /* "Ukraine" */
    int32_t issued;         /* day of the warrant */
    int32_t until;          /* day of its end (death, custody, withdrawal); DAY_NONE: open */
    struct slice note;      /* why it ended, or what else to know; may be empty */
};

/* The warrant against a party, known by any of its record ids ("ofac:35096", "un:…", "icc:…",
 * "imo" never) or by a name ("person:Vladimir Putin", "Putin, Vladimir"); `day` DAY_NONE takes
 * any, else one in force on that day.  NULL: none. */
const struct embargo_warrant *embargo_warrant(const struct embargo *e, struct slice who,
                                              int32_t day);

enum embargo_duty {
    DUTY_ARREST,    /* State party on that day */
    DUTY_NOT_PARTY, /* never joined, or not yet */
    DUTY_WITHDRAWN, /* was a party until a day before */
    DUTY_UNKNOWN,   /* no such country */
};
const char *embargo_duty_word(enum embargo_duty d);

struct embargo_travel {
    const struct embargo_warrant *warrant;
    enum embargo_duty duty;
    int32_t since, until;       /* first and last day as a party; DAY_NONE: never, open */
    enum embargo_result result; /* possible: must be arrested there; else info */
    bool alert;
    struct slice rule;   /* "Rome Statute art. 89", or empty */
    struct slice reason; /* a sentence for a person */
};

/* May `who` be arrested in `country` (code) on a day between `from` and `until`?  *found is
 * false, and *out untouched, when there is no warrant in force then. */
MUST_USE int embargo_travel(const struct embargo *e, struct slice who, struct slice country,
                            int32_t from, int32_t until, struct arena *arena,
                            struct embargo_travel *out, bool *found);

/* ---- days ---- */

enum { DAY_TEXT = 16 };
/* "2006-10-14" into out, or the empty text for DAY_NONE; returns its length. */
size_t day_print(int32_t day, char out[DAY_TEXT]);
/* Exactly "YYYY-MM-DD"; false otherwise. */
bool day_parse(struct slice text, int32_t *out);

#endif
