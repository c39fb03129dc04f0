/*
 * merged - what is remembered of records that became one party, and of those that did not.
 *
 * The union of the records is an ordinary entity.  Beside it stands who says what: the records
 * (members) in the order in which their ids are preferred, and for each value of the union the
 * set of members that say it, as bits.  So each list's own record can be had back.  The joins
 * say why they are one; the refusals, what spoke for another record and what against it.
 *
 * All text is borrowed, from the builder's arena or from a mapped index.
 */
#ifndef MERGE_MERGED_H
#define MERGE_MERGED_H

#include "model/entity.h"

/* Why two records are one party, the strongest first. */
enum join_reason {
    JOIN_DECISION,    /* decided by hand */
    JOIN_REFERENT,    /* one source names the other's record id */
    JOIN_REFERENCE,   /* both give the same reference number of the Security Council */
    JOIN_IDENTIFIER,  /* an equal number that proves by itself: LEI, IMO, INN, OGRN, wallet */
    JOIN_DOCUMENT,    /* an equal document of one country, and names that agree */
    JOIN_NAME_DAY,    /* names agree, and the day of birth is equal */
    JOIN_NAME_YEAR,   /* long names are equal, and the year of birth and a country */
    JOIN_NAME_PLACE,  /* distinctive names of organisations are equal, and a country */
    JOIN_NAME_REGIME, /* names are equal, and the regime that both are listed under */
    JOIN_NAME,        /* distinctive main names of organisations; one of them has no country */
    JOIN_NAMES,       /* several names of organisations are equal, without a word in common */
    JOIN_REASONS
};

/* What speaks against two records being one party, the most certain first. */
enum join_against {
    AGAINST_NOTHING,
    AGAINST_DECISION,   /* decided by hand */
    AGAINST_SAME_LIST,  /* one list has both */
    AGAINST_SCHEMA,     /* a person is no ship */
    AGAINST_LINK,       /* a source says that one is tied to the other */
    AGAINST_IDENTIFIER, /* other numbers of a register that gives a party one only */
    AGAINST_BIRTH_DATE,
    AGAINST_GENDER,
    AGAINST_NAME,  /* a reference is equal, and the names have nothing in common */
    AGAINST_RIVAL, /* another record fits as well, and is another party */
    AGAINST_SIZE,  /* more records than a party can have */
    AGAINST_KINDS
};

/* One record of a party.  Records of one id from several files are members of their own. */
struct merged_member {
    struct slice id;
    struct slice caption;
    enum schema schema;
    struct slice *datasets; /* at least one */
    size_t dataset_count;
};

/* Two records that were weighed against each other. */
struct merged_pair {
    struct slice a, b;         /* record ids, in the order of preference */
    enum join_reason reason;   /* what speaks for them */
    enum join_against against; /* AGAINST_NOTHING: they were joined */
    struct slice evidence; /* the number, date or words that reason rests on; may be empty */
    struct slice name_a;   /* the names that agree best; empty when none was compared */
    struct slice name_b;
    uint16_t score;        /* of these two, in thousandths */
    struct slice contrary; /* what `against` rests on; may be empty */
};

enum {
    MERGED_MEMBERS_MAX = 63, /* bits of a set of members */
    MERGED_REFUSALS_MAX = 16 /* kept of one party */
};

struct merged {
    uint32_t entity;               /* number of the union among the entities */
    struct merged_member *members; /* at least two, or none when the party is one record */
    size_t member_count;
    uint64_t *says;            /* for each value of the union: bit i: member i says so */
    struct merged_pair *pairs; /* joins by strength, then refusals */
    size_t pair_count;
};

/* Stable words for JSON: "identifier", "birthDate" … */
const char *join_reason_name(enum join_reason r);
const char *join_against_name(enum join_against a);
/* For people: "an equal number that proves by itself". */
const char *join_reason_words(enum join_reason r);
const char *join_against_words(enum join_against a);

#endif
