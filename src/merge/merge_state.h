/*
 * merge_state - a merge at work, for the files of this room.
 *
 *   records → candidates (pairs worth a look) → judged (what speaks for and against each)
 *           → clusters (the strongest first) → parties
 *
 * A record here is everything that has one id, from however many files.  Records are numbered
 * in the order of their ids, so that a pair is two numbers, the smaller one first.
 */
#ifndef MERGE_MERGE_STATE_H
#define MERGE_MERGE_STATE_H

#include "base/map.h"
#include "base/vec.h"
#include "merge/decisions.h"
#include "merge/likeness.h"
#include "merge/merge.h"
#include "merge/record_facts.h"

/* What has one id. */
struct record {
    const struct entity *entity; /* the source itself, or the union of several */
    uint32_t first, count;       /* the sources, in merge_state.sources */
    bool party;                  /* may be joined */
    struct record_facts facts;   /* of parties */
    uint64_t regimes;            /* of regimes.h, until the facts have them */
    uint32_t parent;             /* in its cluster: the root is its own parent */
    uint32_t next;               /* the next member, from the root on; UINT32_MAX at the end */
    uint32_t last;               /* of a root: its last member */
    uint32_t size;               /* of a root: sources in the cluster */
};

/* A pair of records that was weighed. */
struct judged {
    uint32_t a, b; /* a < b */
    enum join_reason reason;
    enum join_against against;
    struct likeness likeness;
    struct slice evidence;
    struct slice contrary;
    bool twice; /* one list has both, as it has one party under two programmes */
};

/* A decision whose two records are both here. */
struct decided {
    uint64_t pair;
    bool same;
    struct slice reason;
};

struct merge_state {
    const struct merge_options *options;
    struct entity *sources; /* sorted by id */
    size_t source_count;
    struct arena *keep;  /* the caller's: what outlives the merge */
    struct arena own;    /* the rest */
    size_t crew;         /* workers, at least one */
    struct arena *texts; /* one for each worker: what it writes about pairs */
    struct record *records;
    size_t record_count;
    struct map ids; /* record id, else referent → record */
    struct decisions decisions;
    VEC(struct reference) references; /* of sanctions, by party and text */
    VEC(uint64_t) links;              /* pairs that a source ties to each other, sorted */
    VEC(uint64_t) doubles;            /* judged pairs of one list that are one party, sorted */
    VEC(struct decided) decided;      /* by pair */
    VEC(uint64_t) candidates;         /* pairs, sorted, each once */
    VEC(struct judged) judged;        /* by strength; their words live in `texts` */
};

static inline uint64_t pair_of(uint32_t a, uint32_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* Sorts pairs and leaves each once; returns how many are left. */
size_t pairs_settle(uint64_t *pairs, size_t n);
bool pairs_hold(const uint64_t *pairs, size_t n, uint64_t pair);

/* NULL when nobody decided on the pair. */
const struct decided *decided_on(const struct merge_state *m, uint64_t pair);

/* merge.c: readies a state, which merge_end() releases in any case. */
void merge_begin(struct merge_state *m, struct entity *entities, size_t n,
                 const struct merge_options *options, struct arena *keep);
/* Records, facts and candidates.  ERR_MEMORY, ERR_FORMAT. */
MUST_USE int merge_prepare(struct merge_state *m, struct diag *diag);
void merge_end(struct merge_state *m);

/* candidates.c: fills m->candidates.  ERR_MEMORY. */
MUST_USE int find_candidates(struct merge_state *m);

/* judge.c: what speaks for a pair, and against it; *speaks says whether anything does, and it is
 * news.  Words go to the arena.  ERR_MEMORY. */
MUST_USE int judge_pair(const struct merge_state *m, struct likeness_desk *desk,
                        struct arena *arena, uint64_t pair, struct judged *out, bool *speaks);

/* hearing.c: fills m->judged by judging all candidates.  ERR_MEMORY. */
MUST_USE int judge_candidates(struct merge_state *m);

/* What is known of two records before a contradiction is looked for. */
enum told {
    TOLD_REFERRED =
        1 << 0,         /* the lists refer to each other: dates, numbers, genders may differ */
    TOLD_TWICE = 1 << 1 /* one list has the party twice */
};

/* contradiction.c: what speaks against two records being one, or AGAINST_NOTHING; *contrary says
 * more, in the arena or borrowed.  `told` is of enum told. */
enum join_against contradiction(const struct merge_state *m, struct arena *arena, uint32_t a,
                                uint32_t b, unsigned told, struct slice *contrary);

/* contradiction.c: do both stand on a list, under programmes of which they share none? */
bool listed_apart(const struct record_facts *a, const struct record_facts *b);

/* How the births of two records relate; the best of their dates counts. */
enum birth_relation {
    BIRTH_UNKNOWN, /* one of them has no date */
    BIRTH_DAY,     /* the same day */
    BIRTH_YEAR,    /* the same month or year, where one of them says no more; spans that meet */
    BIRTH_NEAR,    /* another day of the year, day and month exchanged, a year more or less */
    BIRTH_OTHER
};
/* *which is the date of `a` that the answer rests on. */
enum birth_relation births_relate(const struct record_facts *a, const struct record_facts *b,
                                  struct date *which);

/* clusters.c: joins records by m->judged.  What is refused for the sake of a whole party is
 * marked there.  ERR_MEMORY. */
MUST_USE int join_clusters(struct merge_state *m);
uint32_t cluster_root(struct merge_state *m, uint32_t record);

/* unite.c: the union of sources into *out, whose arrays go to `arena`; *says (optional) is an
 * array of a set of sources for each value.  ERR_MEMORY. */
MUST_USE int unite_sources(const struct entity *const *sources, size_t n, struct arena *arena,
                           struct entity *out, uint64_t **says);

/* parties.c: clusters to entities and to what is remembered of them.  ERR_MEMORY. */
MUST_USE int make_parties(struct merge_state *m, size_t *n, struct merge_outcome *out);

#endif
