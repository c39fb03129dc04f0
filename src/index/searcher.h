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
#include "index/neighbours.h"
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
    bool joined;     /* by a piece of several tokens */
};

/* A token of the question, while names are gathered. */
struct asked_token {
    VEC(struct source) sources;
    int32_t most;      /* the largest bound */
    int32_t always;    /* a bound that holds for every name, without being looked up */
    uint64_t postings; /* entries in all sources */
    bool joins;        /* some sources are of pieces */
};

struct accumulator {
    uint32_t stamp; /* of the search that wrote it */
    int32_t sum;    /* of the bounds so far */
    int32_t last;   /* bound of the token counted last */
    uint16_t token; /* which one */
    bool joined;    /* a piece of several tokens was among them */
};

/* The best name of an entity so far. */
struct found {
    uint32_t entity;
    uint32_t name;  /* listed name; INDEX_NONE when found by an identifier alone */
    uint32_t asked; /* position among the asked names */
    int32_t mnat;   /* of the name alone */
};

/* What a question of a schema wants to find. */
struct choice {
    bool made;
    enum schema schema;
    bool any_schema;
    uint32_t wanted; /* bit s: parties of schema s */
    unsigned kinds;  /* bit k: names of kind k */
};

enum { WORD_STAMPS = 1 << 12 };

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
    struct neighbour_cache neighbours;
    uint32_t word_stamp[WORD_STAMPS]; /* by hash: the question that last asked for the word */
    size_t row_width;                 /* tokens of the asked name */
    struct asked_token asked[NAME_TOKENS_MAX];
    int32_t omission[NAME_TOKENS_MAX]; /* what it costs that a listed name lacks the token */
    bool minor; /* the asked name has tokens by which names are not looked up */
    VEC(struct found) found;
    struct choice choice;
    uint32_t schemas; /* bit s: the index has parties of schema s */
    bool damaged;     /* something could not be read */
    bool no_memory;
};

/* A decoded token of the dictionary; NULL when damaged or without memory, which is noted. */
const struct token *searcher_token(struct searcher *s, uint32_t number);

/* Does the dictionary have it for names of this kind?  Damage is noted. */
bool searcher_is_of_kind(struct searcher *s, uint32_t number, enum name_kind kind);

uint32_t searcher_stamp(struct searcher *s);

/* Finds all dictionary tokens that the tokens of `asked` meet and fills rows and sources. */
void relate(struct searcher *s, const struct name *asked);

/* The evidence between the tokens of `asked` and dictionary token `number` (decoded: `t`), one for
 * each; NULL when it meets none.  May be put into `room`. */
const struct evidence *related(const struct searcher *s, const struct name *asked,
                               uint32_t number, const struct token *t, struct evidence *room);

/* The listed name of a row, its tokens copied side by side; false when damaged. */
bool searcher_name(struct searcher *s, const struct name_row *row,
                   struct token tokens[NAME_TOKENS_MAX], struct name *out);

/* What is known of a listed name before it is weighed. */
enum judging {
    JUDGE_TOKENS,      /* related tokens are all that meets */
    JUDGE_JOINS,       /* pieces of several tokens may meet, too, or the names be equal */
    JUDGE_EXHAUSTIVELY /* nothing: relate() was not called */
};

/* Weighs a listed name of parties whose schema is among the bits of `wanted`; true when its
 * evidence, *mnat, reaches `least`. */
bool judge_name(struct searcher *s, const struct asked_name *asked, uint32_t name,
                int32_t least, uint32_t wanted, enum judging how, struct name_row *row,
                int32_t *mnat);

/* Calls judge for each listed name whose bound reaches `least` millinats, some of them more
 * than once.  `joins`: a piece of several tokens may meet one of the other side. */
typedef void (*name_fn)(void *context, uint32_t name, bool joins);
void gather(struct searcher *s, const struct name *asked, int32_t least, name_fn judge,
            void *context);

#endif
