/*
 * record_facts - what of a record can prove or disprove that it is another one, ready to compare.
 *
 * Made once for each party; a few dozen bytes and arrays in the merge's own arena.  Texts stay
 * in the entities.
 */
#ifndef MERGE_RECORD_FACTS_H
#define MERGE_RECORD_FACTS_H

#include "model/date.h"
#include "model/entity.h"
#include "model/identifier.h"

enum number_kind {
    NUMBER_REFERENCE, /* of the Security Council */
    NUMBER_PROOF,    /* equal ones prove by themselves: the scheme is strong, the check holds */
    NUMBER_DOCUMENT, /* passport, national, tax or register number: with its country */
    NUMBER_OTHER     /* proves nothing */
};

struct number {
    uint64_t key;         /* hash of kind and normal form: equal for equal numbers */
    uint8_t kind;         /* enum number_kind */
    uint8_t scheme;       /* enum id_scheme */
    bool single;          /* a party has one number of the scheme, and this one is valid */
    enum property prop;   /* where it stands */
    struct slice text;    /* as the record has it */
    struct slice country; /* code of who issued it, or empty */
};

struct record_facts {
    const struct entity *entity;
    struct date *births; /* with the first of January read as its year alone: lists put it
                               * where they know no day */
    size_t birth_count;
    struct number *numbers; /* references first */
    size_t number_count;
    struct slice *countries; /* codes of any kind of tie to a country, each once */
    size_t country_count;
    struct slice gender; /* male, female, or empty */
    uint64_t regimes;    /* set of regimes.h: the programmes that it is listed under;
                          * the caller adds them */
};

/* A reference number of the Security Council that another record gives for this one. */
struct reference {
    uint32_t party;    /* position of the party that it is about */
    struct slice text; /* in normal form */
};

enum { REFERENCE_TEXT = 16 };

/* "QDi.335" of "QDI.335", "(UN Ref): QDi.335." or, where nothing else stands, "QDI335", into out,
 * NUL-ended.  False when the text holds no such number, or several. */
bool un_reference(struct slice text, char out[REFERENCE_TEXT]);

/* Fills *out; `references` are those about this record.  ERR_MEMORY. */
MUST_USE int record_facts_read(const struct entity *e, const struct reference *references,
                               size_t reference_count, struct arena *arena,
                               struct record_facts *out);

/* Have the two a country in common, or one that became the other? */
bool facts_share_country(const struct record_facts *a, const struct record_facts *b,
                         struct slice *which);

#endif
