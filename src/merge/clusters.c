#include "base/buf.h"
#include "merge/merge_state.h"

uint32_t cluster_root(struct merge_state *m, uint32_t record)
{
    while (m->records[record].parent != record) {
        m->records[record].parent = m->records[m->records[record].parent].parent;
        record = m->records[record].parent;
    }
    return record;
}

enum { WORDS_MAX = 1000 };

/* "ofac:1 and eu:2: words", where other records contradict than those that were weighed. */
static struct slice name_them(struct merge_state *m, uint32_t x, uint32_t y, struct slice words)
{
    struct buf b;
    buf_init(&b, WORDS_MAX);
    buf_printf(&b, "%.*s and %.*s", SLICE_ARG(m->records[x].entity->id),
               SLICE_ARG(m->records[y].entity->id));
    if (words.n) {
        buf_printf(&b, ": %.*s", SLICE_ARG(words));
    }
    struct slice kept = arena_copy(&m->own, buf_slice(&b));
    buf_release(&b);
    return kept;
}

/* A contradiction between any two members of the two clusters. */
static enum join_against between(struct merge_state *m, uint32_t a, uint32_t b,
                                 const struct judged *j, struct slice *contrary)
{
    for (uint32_t x = a; x != UINT32_MAX; x = m->records[x].next) {
        for (uint32_t y = b; y != UINT32_MAX; y = m->records[y].next) {
            bool referred = j->reason <= JOIN_REFERENCE;
            enum join_against against = contradiction(m, &m->own, x, y, referred, contrary);
            if (against != AGAINST_NOTHING) {
                *contrary = name_them(m, x, y, *contrary);
                return against;
            }
        }
    }
    return AGAINST_NOTHING;
}

static void link(struct merge_state *m, uint32_t a, uint32_t b)
{
    m->records[b].parent = a;
    m->records[m->records[a].last].next = b;
    m->records[a].last = m->records[b].last;
    m->records[a].size += m->records[b].size;
}

static void join(struct merge_state *m, struct judged *j)
{
    uint32_t a = cluster_root(m, j->a);
    uint32_t b = cluster_root(m, j->b);
    if (a == b) {
        return; /* one more proof */
    }
    if (m->records[a].size + m->records[b].size > MERGED_MEMBERS_MAX) {
        j->against = AGAINST_SIZE;
        return;
    }
    j->against = between(m, a, b, j, &j->contrary);
    if (j->against == AGAINST_NOTHING) {
        link(m, a < b ? a : b, a < b ? b : a);
    }
}

void join_clusters(struct merge_state *m)
{
    for (size_t i = 0; i < m->judged.n; i++) {
        if (m->judged.p[i].against == AGAINST_NOTHING) {
            join(m, &m->judged.p[i]);
        }
    }
}
