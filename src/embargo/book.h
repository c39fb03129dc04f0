/*
 * book - what a struct embargo holds: regimes with their rules, parties, members, warrants.
 *
 * Private to this room.  Everything is read once by book.c and the read_….c beside it; nothing
 * changes afterwards.  Texts lie in the arena of the book or in the program.
 */
#ifndef EMBARGO_BOOK_H
#define EMBARGO_BOOK_H

#include "base/vec.h"
#include "embargo/embargo.h"
#include "embargo/goods_table.h"
#include "embargo/kinds.h"

/* ---- compiled in: made by tools/tables/embargo_tables.py ---- */

struct embargo_file {
    const char *name;           /* "un-kp.rules" */
    const unsigned char *bytes; /* its text */
    size_t n;
};
extern const struct embargo_file embargo_files[];
extern const size_t embargo_file_count;

/* ---- bodies: whom the acts of an imposer bind ---- */

struct body_member {
    struct slice country; /* code */
    int32_t from, until;  /* DAY_NONE: open */
};
struct body {
    struct slice name;   /* "EU" */
    size_t first, count; /* in members */
};

/* ---- parties that rules name other than by a country ---- */

struct party_group {
    struct slice key;       /* "houthis" */
    struct slice title;     /* "the Houthis" */
    struct slice country;   /* code of the state they are in; or empty */
    struct slice counts_as; /* code of the state that they count as; or empty */
    struct slice prefix;    /* beginning of UN references, or empty */
    struct slice ids;       /* record ids, separated by blanks */
};

/* ---- regimes and rules ---- */

enum rule_way { WAY_TO = 1, WAY_FROM = 2, WAY_BOTH = 3 };

enum rule_effect {
    EFFECT_FORBIDS,
    EFFECT_LICENCE, /* allowed on conditions */
    EFFECT_LIMITS,  /* up to a quantity, or as far as each State thinks */
    EFFECT_CALLS,   /* asks, and binds nobody */
};

/* What a rule about a group says of a dealing with the state that it is in. */
enum rule_state { STATE_NOTHING, STATE_POSSIBLE, STATE_PERMITTED };

/* What it says of those whom it does not bind. */
enum rule_others { OTHERS_NOTHING, OTHERS_INFO, OTHERS_SECONDARY };

enum { BODY_ALL = UINT32_MAX, RULE_TARGETS_MAX = 12 };

struct rule_target {
    struct slice country; /* code, or empty */
    uint32_t group;       /* index, when country is empty */
};

struct rule {
    struct embargo_citation cite;
    uint32_t regime;   /* index */
    unsigned acts;     /* bits: 1 << enum embargo_act */
    enum rule_way way; /* to or from its targets */
    struct rule_target targets[RULE_TARGETS_MAX];
    size_t target_count; /* 0: the countries that the regime is about */
    enum rule_state state;
    struct goods_set goods, except;
    enum rule_effect effect;
    uint64_t limit; /* barrels, of EFFECT_LIMITS; 0: left to each State */
    enum rule_others others;
};

enum { REGIME_COUNTRIES_MAX = 4 };

struct regime {
    struct slice id;                              /* "UN-KP" */
    struct slice imposer;                         /* "UN" */
    struct slice about;                           /* "KP": what stands first behind "about:" */
    struct slice countries[REGIME_COUNTRIES_MAX]; /* codes */
    size_t country_count;
    struct slice title;  /* "North Korea" */
    struct slice binds;  /* whom, in words; of the rules that do not say */
    uint32_t body;       /* index, or BODY_ALL */
    size_t first, count; /* its rules */
};

/* ---- warrants ---- */

struct statute_party {
    struct slice country; /* code */
    int32_t from, until;  /* DAY_NONE: open */
    struct slice note;    /* or empty */
};

struct warrant_row {
    struct embargo_warrant warrant;
    struct slice ids; /* record ids, separated by blanks */
};

/* A name of a group or of a person with a warrant, folded. */
struct known_name {
    struct slice plain; /* words, separated by blanks */
    uint32_t index;     /* group or warrant */
};

struct embargo {
    struct arena arena;
    uint64_t hash;
    VEC(struct body) bodies;
    VEC(struct body_member) members;
    VEC(struct party_group) groups;
    VEC(struct known_name) group_names;
    VEC(struct regime) regimes;
    VEC(struct rule) rules;
    VEC(struct warrant_row) warrants;
    VEC(struct known_name) warrant_names;
    VEC(struct statute_party) parties;
    struct slice warrant_rule; /* "Rome Statute art. 89" */
    struct goods_words goods;
};

/* A book of one table and nothing else; any name that is no table's stands for rules. */
MUST_USE int book_open_alone(const char *name, struct slice text, struct embargo **out,
                             struct diag *diag);

/* Readers of one file each; `f` has begun. */
MUST_USE int read_rules(struct embargo *e, struct facts *f);
MUST_USE int read_groups(struct embargo *e, struct facts *f);
MUST_USE int read_members(struct embargo *e, struct facts *f);
MUST_USE int read_warrants(struct embargo *e, struct facts *f);
MUST_USE int read_statute(struct embargo *e, struct facts *f);

/* ERR_MEMORY, with words. */
int facts_no_memory(const struct facts *f);

/* A country code of two or four letters; the empty slice when it is none. */
struct slice read_code(struct slice word);

/* One of a list of words, as an index; else ERR_FORMAT that names them. */
MUST_USE int read_choice(const struct facts *f, const char *const *words, size_t n,
                         unsigned *out);

/* ---- who is meant (sides.c) ---- */

struct side {
    struct slice shown;   /* for people: "North Korea", "the Houthis", what was given */
    struct slice country; /* code, lower case; or empty */
    uint32_t group;       /* index, or NO_GROUP */
    bool known;           /* something was given */
};
enum { NO_GROUP = UINT32_MAX };

struct side side_resolve(const struct embargo *e, const struct embargo_party *party);

/* Does a blank-separated list of ids hold this one?  ASCII case plays no part. */
bool ids_hold(struct slice ids, struct slice id);

/* The index of the known name with the same words, in any order; UINT32_MAX: none.  A prefix
 * "person:" or "org:" is no part of the name. */
uint32_t find_name(const struct known_name *names, size_t n, struct slice text);

/* "country:", "person:", "org:" cut off. */
struct slice without_kind(struct slice who);

/* Is the body's law that of the country on some day between the two? */
bool body_binds(const struct embargo *e, uint32_t body, struct slice country, int32_t from,
                int32_t until);

#endif
