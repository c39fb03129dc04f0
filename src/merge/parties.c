/*
 * Clusters to entities: the union of the sources under the preferred id, the members, and the
 * pairs that were weighed.  What is refused stands with both parties.
 */
#include <stdlib.h>

#include "merge/merge_state.h"
#include "merge/record_order.h"

/* The party of each record, while entities are made. */
struct making {
    struct merge_state *m;
    struct entity *entities; /* made so far */
    size_t entity_count;
    uint32_t *entity_of; /* by root: the entity */
    VEC(struct merged) merged;
    VEC(uint64_t) shares; /* root << 32 | position in m->judged, sorted */
};

/* ---- ids ---- */

static struct slice id_of(const struct merge_state *m, uint32_t record)
{
    return m->records[record].entity->id;
}

/* The record whose id the cluster goes by. */
static uint32_t preferred(const struct merge_state *m, uint32_t root)
{
    uint32_t best = root;
    for (uint32_t i = root; i != UINT32_MAX; i = m->records[i].next) {
        if (record_order(id_of(m, i), id_of(m, best)) < 0) {
            best = i;
        }
    }
    return best;
}

/* Ids that sources speak of become the ids of parties. */
static int rewrite_ids(struct merge_state *m)
{
    uint32_t *best = ARENA_ARRAY(&m->own, uint32_t, m->record_count);
    if (!best) {
        return ERR_MEMORY;
    }
    for (uint32_t i = 0; i < m->record_count; i++) {
        uint32_t root = cluster_root(m, i);
        best[i] = root == i ? preferred(m, i) : UINT32_MAX;
    }
    for (size_t i = 0; i < m->source_count; i++) {
        struct entity *e = &m->sources[i];
        for (size_t k = 0; k < e->value_count; k++) {
            struct value *v = &e->values[k];
            uint32_t r =
                property_type(v->prop) == TYPE_ENTITY ? map_get(&m->ids, v->text) : MAP_NONE;
            if (r != MAP_NONE) {
                v->text = id_of(m, best[cluster_root(m, r)]);
            }
        }
    }
    return 0;
}

/* ---- one party ---- */

static int compare_sources(const void *a, const void *b)
{
    const struct entity *x = *(const struct entity *const *)a;
    const struct entity *y = *(const struct entity *const *)b;
    int c = record_order(x->id, y->id);
    /* Sources of one id lie in one array, in their order. */
    return c ? c : (x > y) - (x < y);
}

static size_t count_sources(const struct merge_state *m, uint32_t root)
{
    size_t n = 0;
    for (uint32_t i = root; i != UINT32_MAX; i = m->records[i].next) {
        n += m->records[i].count;
    }
    return n;
}

static const struct entity **sources_of(struct merge_state *m, uint32_t root, size_t n)
{
    const struct entity **list = ARENA_ARRAY(&m->own, const struct entity *, n);
    size_t at = 0;
    for (uint32_t i = root; list && i != UINT32_MAX; i = m->records[i].next) {
        for (uint32_t k = 0; k < m->records[i].count; k++) {
            list[at++] = &m->sources[m->records[i].first + k];
        }
    }
    if (list) {
        qsort(list, n, sizeof *list, compare_sources);
    }
    return list;
}

static int make_members(struct making *k, const struct entity *const *sources, size_t n,
                        struct merged *out)
{
    out->members = ARENA_ARRAY(k->m->keep, struct merged_member, n);
    if (!out->members) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < n; i++) {
        out->members[i] = (struct merged_member){.id = sources[i]->id,
                                                 .caption = entity_caption(sources[i]),
                                                 .schema = sources[i]->schema,
                                                 .datasets = sources[i]->datasets,
                                                 .dataset_count = sources[i]->dataset_count};
    }
    out->member_count = n;
    return 0;
}

static struct merged_pair pair_for_people(const struct merge_state *m, const struct judged *j)
{
    bool turned = record_order(id_of(m, j->b), id_of(m, j->a)) < 0;
    struct merged_pair p = {.a = id_of(m, turned ? j->b : j->a),
                            .b = id_of(m, turned ? j->a : j->b),
                            .reason = j->reason,
                            .against = j->against,
                            .evidence = arena_copy(m->keep, j->evidence),
                            .name_a = turned ? j->likeness.b : j->likeness.a,
                            .name_b = turned ? j->likeness.a : j->likeness.b,
                            .score = j->likeness.score,
                            .contrary = arena_copy(m->keep, j->contrary)};
    return p;
}

/* The pairs of a party: they lie together in `shares`, from *at on. */
static int make_pairs(struct making *k, uint32_t root, size_t *at, struct merged *out)
{
    size_t from = *at;
    size_t refused = 0;
    while (*at < k->shares.n && k->shares.p[*at] >> 32 == root) {
        ++*at;
    }
    out->pairs = ARENA_ARRAY(k->m->keep, struct merged_pair, *at - from);
    if (!out->pairs) {
        return ERR_MEMORY;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = from; i < *at; i++) {
            const struct judged *j = &k->m->judged.p[(uint32_t)k->shares.p[i]];
            bool joins = j->against == AGAINST_NOTHING;
            bool wanted = pass == 0 ? joins : !joins && refused < MERGED_REFUSALS_MAX;
            if (wanted) {
                out->pairs[out->pair_count++] = pair_for_people(k->m, j);
                refused += !joins;
            }
        }
    }
    return arena_failed(k->m->keep) ? ERR_MEMORY : 0;
}

/* Members above the largest set share a bit, so that each source is said by somebody. */
static size_t members_kept(size_t sources)
{
    return sources > MERGED_MEMBERS_MAX + 1 ? MERGED_MEMBERS_MAX + 1 : sources;
}

static int make_party(struct making *k, uint32_t root, size_t *at)
{
    struct merge_state *m = k->m;
    size_t n = count_sources(m, root);
    struct merged merged = {.entity = (uint32_t)k->entity_count};
    struct entity *e = &k->entities[k->entity_count++];
    if (n > 1) {
        const struct entity **sources = sources_of(m, root, n);
        if (!sources) {
            return ERR_MEMORY;
        }
        TRY(unite_sources(sources, n, m->keep, e, &merged.says));
        TRY(make_members(k, sources, members_kept(n), &merged));
    } else {
        *e = m->sources[m->records[root].first];
    }
    TRY(make_pairs(k, root, at, &merged));
    if (merged.member_count || merged.pair_count) {
        struct merged *kept = VEC_ADD(&k->merged);
        if (!kept) {
            return ERR_MEMORY;
        }
        *kept = merged;
    }
    return 0;
}

/* ---- all parties ---- */

static int share_out(struct making *k)
{
    struct merge_state *m = k->m;
    for (size_t i = 0; i < m->judged.n; i++) {
        uint32_t a = cluster_root(m, m->judged.p[i].a);
        uint32_t b = cluster_root(m, m->judged.p[i].b);
        /* What spoke for a pair that other pairs joined all the same is no refusal. */
        if (a == b && m->judged.p[i].against != AGAINST_NOTHING) {
            continue;
        }
        for (int side = 0; side < (a == b ? 1 : 2); side++) {
            uint64_t *share = VEC_ADD(&k->shares);
            if (!share) {
                return ERR_MEMORY;
            }
            *share = (uint64_t)(side ? b : a) << 32 | i;
        }
    }
    if (k->shares.n) {
        k->shares.n = pairs_settle(k->shares.p, k->shares.n);
    }
    return 0;
}

struct named_root {
    struct slice id;
    uint32_t root;
};

static int compare_roots(const void *a, const void *b)
{
    return slice_cmp(((const struct named_root *)a)->id, ((const struct named_root *)b)->id);
}

static size_t first_share(const struct making *k, uint32_t root)
{
    size_t low = 0;
    size_t high = k->shares.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->shares.p[middle] >> 32 < root) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static int make_all(struct making *k)
{
    struct merge_state *m = k->m;
    size_t roots = 0;
    struct named_root *list = ARENA_ARRAY(&m->own, struct named_root, m->record_count);
    k->entities = ARENA_ARRAY(&m->own, struct entity, m->record_count);
    if (!list || !k->entities) {
        return ERR_MEMORY;
    }
    for (uint32_t i = 0; i < m->record_count; i++) {
        if (cluster_root(m, i) == i) {
            list[roots++] = (struct named_root){id_of(m, preferred(m, i)), i};
        }
    }
    if (roots) {
        qsort(list, roots, sizeof *list, compare_roots);
    }
    for (size_t i = 0; i < roots; i++) {
        size_t at = first_share(k, list[i].root);
        TRY(make_party(k, list[i].root, &at));
    }
    return 0;
}

static int hand_over(struct making *k, size_t *n, struct merge_outcome *out)
{
    struct merge_state *m = k->m;
    struct merged *merged = ARENA_ARRAY(m->keep, struct merged, k->merged.n);
    if (!merged) {
        return ERR_MEMORY;
    }
    if (k->merged.n) {
        memcpy(merged, k->merged.p, k->merged.n * sizeof *merged);
    }
    if (k->entity_count) {
        memcpy(m->sources, k->entities, k->entity_count * sizeof *k->entities);
    }
    *out = (struct merge_outcome){merged, k->merged.n, m->record_count - k->entity_count};
    *n = k->entity_count;
    return 0;
}

int make_parties(struct merge_state *m, size_t *n, struct merge_outcome *out)
{
    struct making k = {.m = m};
    int result = rewrite_ids(m);
    result = result ? result : share_out(&k);
    result = result ? result : make_all(&k);
    result = result ? result : hand_over(&k, n, out);
    VEC_RELEASE(&k.merged);
    VEC_RELEASE(&k.shares);
    return result;
}
