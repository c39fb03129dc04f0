/*
 * session - what reading many articles shares: the index, the rules, goods words, answers known.
 *
 * One session serves one thread.  Names that were looked up once are remembered for the next
 * article (at most SESSION_NAMES_MAX of them), which changes no answer.
 */
#ifndef NEWS_SESSION_H
#define NEWS_SESSION_H

#include "base/map.h"
#include "index/search.h"
#include "news/document.h"

enum { SESSION_NAMES_MAX = 200000 };

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
    struct arena keep;      /* texts of goods and links */
    struct arena query;     /* one search */
    struct map goods;       /* folded phrase → index of goods_entries */
    struct map goods_first; /* first word → tokens of the longest phrase */
    VEC(struct goods_entry) goods_entries;
    struct map names; /* "p name", "o name", "v name" → index of links */
    VEC(struct link) links;
};

/* `embargo` may be NULL only in tests.  ERR_MEMORY. */
MUST_USE int session_open(struct news_session *s, const struct index *ix,
                          const struct embargo *embargo, struct diag *diag);
void session_close(struct news_session *s);

/* How a name may be meant. */
enum link_kind { LINK_PERSON, LINK_ORG, LINK_VESSEL };

/* Who on the lists is meant, at 0.700 or more; NULL when nobody is.  `country` (an upper-case
 * code, or empty) is what the text says of the party. */
const struct link *session_link(struct news_session *s, struct slice name, enum link_kind kind);

#endif
