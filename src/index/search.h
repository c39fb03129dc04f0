/*
 * search - who on the lists may be meant, without missing any.
 *
 * The indexed search returns exactly what comparing the question with every listed name would
 * return (`SEARCH_EXHAUSTIVE` does that, with the same scorer; tests compare the two).
 *
 * A question has several names at most QUESTION_NAMES_MAX, and attributes; the best pair of
 * names counts, attributes once.  A searcher holds the scratch memory of one thread; the index
 * and the answer outlive each other as their headers say: an answer lives in the caller's
 * arena and borrows from the index and the question.
 */
#ifndef INDEX_SEARCH_H
#define INDEX_SEARCH_H

#include "index/index.h"
#include "match/score.h"
#include "model/date.h"
#include "model/identifier.h"

/* Spellings that are looked up for one question, in letters, a word that comes again counted once;
 * and what a name counts beside its letters.  Names behind that are left out, which the answer says:
 * it takes some 50 ms to look so many up.  The first name is looked up whole. */
enum { QUESTION_LETTERS_MAX = 12000, QUESTION_NAME_LETTERS = 32 };

enum { QUESTION_NAMES_MAX = 5000, SEARCH_LIMIT_DEFAULT = 5, SEARCH_LIMIT_MAX = 500 };

struct question {
    enum schema schema; /* SCHEMA_NONE: people and organisations */
    bool any_schema;    /* vessels, aircraft and wallets too */
    const struct slice *names;
    size_t name_count;
    const struct date *birth_dates; /* alternatives: the best counts */
    size_t birth_date_count;
    const struct slice *countries; /* codes: nationality, country, jurisdiction */
    size_t country_count;
    struct slice gender;        /* "male", "female" or empty */
    const struct slice *places; /* of birth */
    size_t place_count;
    const struct slice *addresses;
    size_t address_count;
    const struct identifier *identifiers;
    size_t identifier_count;
    const struct slice *datasets; /* only parties of one of these lists; none: all */
    size_t dataset_count;
    const struct slice *excluded; /* and not of records of these alone */
    size_t excluded_count;
};

enum search_flags { SEARCH_EXHAUSTIVE = 1 << 0, SEARCH_EXPLAIN = 1 << 1 };

struct search_options {
    unsigned flags;     /* enum search_flags */
    unsigned threshold; /* thousandths, SCORE_LOWEST … 1000 */
    size_t limit;       /* hits kept; all are counted */
};

/* Which of the listed names a hit rests on. */
struct hit_name {
    struct slice query;  /* as asked */
    struct slice listed; /* as listed */
    enum property kind;  /* PROP_NAME, PROP_ALIAS, PROP_WEAK_ALIAS … */
};

struct hit {
    uint32_t entity; /* number in the index */
    uint16_t score;  /* thousandths */
    struct hit_name name;
    struct term *terms; /* with SEARCH_EXPLAIN; their sum is `mnat` */
    size_t term_count;
    int32_t mnat; /* the sum that the score was read from (floors are terms, too) */
};

struct answer {
    struct hit *hits; /* by score, then by id; at most `limit` */
    size_t hit_count;
    uint64_t total; /* all at or above the threshold */
    bool cut;       /* the question was longer than is compared: some tokens or names were
                        * left out */
};

struct searcher;

MUST_USE int searcher_new(const struct index *ix, struct searcher **out);
void searcher_free(struct searcher *s);

/* Answers one question.  ERR_USAGE when it has neither a name nor an identifier, ERR_TEXT when a
 * name is not UTF-8 or holds no letter or digit, ERR_FORMAT for a damaged index, ERR_LIMIT when the arena is too
 * small. */
MUST_USE int search_run(struct searcher *s, const struct question *question,
                        const struct search_options *options, struct arena *arena,
                        struct answer *out, struct diag *diag);

#endif
