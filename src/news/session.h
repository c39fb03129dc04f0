/*
 * session - what reading many articles shares: the index, the rules, goods words, answers known.
 *
 * One session serves one thread.  Names that were looked up once are remembered for the next
 * article (some SESSION_NAMES_MAX of them), which changes no answer.  When the lists cannot be
 * asked (a damaged index, no memory), the session remembers that until the article is over:
 * a name that was not looked up is never taken for one that nobody bears.
 */
#ifndef NEWS_SESSION_H
#define NEWS_SESSION_H

#include "base/map.h"
#include "index/search.h"
#include "news/document.h"

enum { SESSION_NAMES_MAX = 200000, GOODS_BITS = 16 };

struct goods_entry {
    uint8_t class; /* enum goods_class */
};

/* A name once looked up. */
struct link {
    uint32_t entity; /* number in the index, or NONE32 */
    uint16_t score;
    uint8_t type; /* enum entity_type */
    bool full;    /* rests on a full name, not on a weak alias */
    struct slice id, caption;
    struct slice country; /* upper-case code of its nationality or country */
};

struct news_session {
    const struct index *index;
    struct searcher *searcher;
    const struct embargo *embargo;
    struct arena keep;      /* texts of goods */
    struct arena query;     /* one search */
    struct map goods;       /* folded phrase → index of goods_entries */
    struct map goods_first; /* first word → index of goods_reach */
    VEC(struct goods_entry) goods_entries;
    VEC(uint32_t) goods_reach; /* tokens of the longest phrase that begins with a word */
    uint8_t goods_bits[1 << (GOODS_BITS - 3)]; /* bit by hash: a phrase may begin so */
    struct arena answers;                      /* what `names` and `links` point to */
    struct map names; /* "p name", "o name", "v name" → index of links */
    VEC(struct link *) links;
    struct diag trouble; /* why a name could not be looked up; code 0: none */
};

/* `embargo` may be NULL only in tests.  ERR_MEMORY. */
MUST_USE int session_open(struct news_session *s, const struct index *ix,
                          const struct embargo *embargo, struct diag *diag);
void session_close(struct news_session *s);

/* Before each article: forgets trouble, and the names once they are too many. */
void session_begin_article(struct news_session *s);

/* May a goods phrase begin with a word of this hash (word_hash)? */
static inline bool session_may_be_goods(const struct news_session *s, uint64_t hash)
{
    uint32_t bit = (uint32_t)hash & ((1U << GOODS_BITS) - 1);
    return s->goods_bits[bit >> 3] >> (bit & 7) & 1;
}

/* Tokens of the longest goods phrase that begins with a word, 0: none. */
uint32_t session_goods_reach(const struct news_session *s, struct slice word);

/* How a name may be meant. */
enum link_kind { LINK_PERSON, LINK_ORG, LINK_VESSEL };

/* Who on the lists is meant, at 0.700 or more; NULL when nobody is.  The answer lives until the
 * next article begins. */
const struct link *session_link(struct news_session *s, struct slice name, enum link_kind kind);

#endif
