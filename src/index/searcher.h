/*
 * searcher - the scratch memory of one thread's searches, for the files of this room.
 *
 * Arrays as long as the dictionary, the names and the entities are made once; a search marks
 * what it touches with a stamp of its own instead of clearing them.
 */
#ifndef INDEX_SEARCHER_H
#define INDEX_SEARCHER_H

#include "base/vec.h"
#include "index/mapped.h"
#include "index/search.h"
#include "match/evidence.h"
#include "match/pair.h"

/* One reading of one name of a question, as one kind of party. */
struct asked_name {
    struct name name;
    struct slice raw;
};

/* Names that hold something which a token of the question meets. */
struct source {
    const char *names; /* u32 in the mapping */
    uint32_t n;
    uint32_t stride; /* bytes from one to the next */
    int32_t bound;   /* the most that such a name can gain by this token */
};

/* A token of the question, while names are gathered. */
struct asked_token {
    VEC(struct source) sources;
    int32_t most;      /* the largest bound */
    int32_t always;    /* a bound that holds for every name, without being looked up */
    uint64_t postings; /* entries in all sources */
};

struct accumulator {
    uint32_t stamp; /* of the search that wrote it */
    int32_t sum;    /* of the bounds so far */
    int32_t last;   /* bound of the token counted last */
    uint32_t token; /* which one */
};

/* The best name of an entity so far. */
struct found {
    uint32_t entity;
    uint32_t name;  /* listed name; INDEX_NONE when found by an identifier alone */
    uint32_t asked; /* position among the asked names */
    int32_t mnat;   /* of the name alone */
};

struct searcher {
    const struct index *ix;
    struct arena tokens;       /* decoded tokens of the dictionary */
    struct token **cache;      /* by token number; NULL until decoded */
    uint32_t *token_stamp;     /* last asked token that considered it */
    uint32_t *row_stamp;       /* last asked name that has a row for it */
    uint32_t *row;             /* its row then */
    struct accumulator *names; /* by listed name */
    uint32_t *found_stamp;     /* by entity */
    uint32_t *found_at;        /* position in `found` */
    uint32_t stamp;            /* counts up; never 0 */
    uint32_t name_stamp;       /* of the asked name that `rows` belong to */
    VEC(uint32_t) touched;     /* names with an accumulator of this search */
    VEC(struct evidence) rows; /* evidence of dictionary tokens, `row_width` each */
    size_t row_width;          /* tokens of the asked name */
    struct asked_token asked[NAME_TOKENS_MAX];
    VEC(struct found) found;
    uint32_t schemas; /* bit s: the index has parties of schema s */
    bool damaged;     /* something could not be read */
    bool no_memory;
};

/* A decoded token of the dictionary; NULL when damaged or without memory, which is noted. */
const struct token *searcher_token(struct searcher *s, uint32_t number);

uint32_t searcher_stamp(struct searcher *s);

/* Finds all dictionary tokens that the tokens of `asked` meet and fills rows and sources. */
void relate(struct searcher *s, const struct name *asked);

/* The evidence between token `i` of `asked` and dictionary token `number` (decoded: `t`). */
struct evidence related(struct searcher *s, const struct name *asked, size_t i, uint32_t number,
                        const struct token *t);

/* Calls judge for each listed name whose bound reaches `least` millinats, some of them more
 * than once. */
typedef void (*name_fn)(void *context, uint32_t name);
void gather(struct searcher *s, const struct name *asked, int32_t least, name_fn judge,
            void *context);

#endif
