#include "merge/merge_state.h"

uint32_t cluster_root(struct merge_state *m, uint32_t record)
{
    while (m->records[record].parent != record) {
        m->records[record].parent = m->records[m->records[record].parent].parent;
        record = m->records[record].parent;
    }
    return record;
}

/* A contradiction between any two members of the two clusters. */
static enum join_against between(struct merge_state *m, uint32_t a, uint32_t b, bool referred,
                                 struct slice *contrary)
{
    for (uint32_t x = a; x != UINT32_MAX; x = m->records[x].next) {
        for (uint32_t y = b; y != UINT32_MAX; y = m->records[y].next) {
            enum join_against against = contradiction(m, x, y, referred, contrary);
            if (against != AGAINST_NOTHING) {
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
    bool referred = j->reason <= JOIN_REFERENCE;
    j->against = between(m, a, b, referred, &j->contrary);
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
