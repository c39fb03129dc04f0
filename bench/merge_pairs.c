/*
 * merge_pairs INDEX - what the merge would weigh: each candidate pair with its features.
 *
 * Pairs of one list come, too: as its records are different parties (but for its own doubles),
 * they show how often a rule would join the wrong two.  The index is one that was built with
 * `--join nothing`.  Tab-separated lines: record a, record b, schemata, likeness of the names in
 * thousandths, millinats that the agreeing words say, telling words, how many of the two names are
 * main names, relation of the births, 1 when a country is shared (2: one side has none), 1 when a
 * proof is, 1 when a document is, equal names without a common word and their millinats, what speaks against, the reason by which they would be joined.
 */
#include <stdio.h>
#include <stdlib.h>

#include "index/index.h"
#include "merge/merge_state.h"

static const size_t KEEP_ARENA = (size_t)8 << 30;

/* Every record is a list of its own, so that pairs of one list are candidates. */
static int load(const struct index *ix, struct arena *arena, struct entity *list)
{
    for (uint32_t i = 0; i < index_entity_count(ix); i++) {
        TRY(index_entity(ix, i, arena, &list[i], NULL));
        list[i].datasets = &list[i].id;
        list[i].dataset_count = 1;
    }
    return 0;
}

static bool share(const struct record_facts *a, const struct record_facts *b, unsigned kind)
{
    for (size_t i = 0; i < a->number_count; i++) {
        for (size_t k = 0; k < b->number_count; k++) {
            if (a->numbers[i].kind == kind && b->numbers[k].kind == kind &&
                a->numbers[i].key == b->numbers[k].key) {
                return true;
            }
        }
    }
    return false;
}

static int compare_judged(const void *a, const void *b)
{
    const struct judged *x = a;
    const struct judged *y = b;
    uint64_t p = pair_of(x->a, x->b);
    uint64_t q = pair_of(y->a, y->b);
    return p < q ? -1 : p > q;
}

/* The reason by which the pair would be joined, "-" when by none. */
static const char *reason_of(const struct merge_state *m, uint32_t a, uint32_t b)
{
    const struct judged key = {.a = a, .b = b};
    const struct judged *j = m->judged.n ? bsearch(&key, m->judged.p, m->judged.n,
                                                   sizeof *m->judged.p, compare_judged)
                                         : NULL;
    return j && j->against == AGAINST_NOTHING ? join_reason_name(j->reason) : "-";
}

static int print_pair(struct merge_state *m, struct likeness_desk *desk, uint32_t a, uint32_t b)
{
    const struct record_facts *x = &m->records[a].facts;
    const struct record_facts *y = &m->records[b].facts;
    struct likeness l;
    struct date date;
    struct slice word;
    enum schema deeper =
        schema_is(x->entity->schema, y->entity->schema) ? x->entity->schema : y->entity->schema;
    TRY(likeness_of(desk, x->entity, y->entity, schema_name_kind(deeper), &l));
    enum join_against against = contradiction(m, &m->own, a, b, false, &word);
    int country = x->country_count && y->country_count ? facts_share_country(x, y, &word) : 2;
    printf("%.*s\t%.*s\t%s\t%s\t%u\t%d\t%u\t%u\t%d\t%d\t%d\t%d\t%u\t%d\t%s\t%s\n",
           SLICE_ARG(x->entity->id), SLICE_ARG(y->entity->id), schema_name(x->entity->schema),
           schema_name(y->entity->schema), l.score, (int)l.info, l.words, l.mains,
           (int)births_relate(x, y, &date), country, share(x, y, NUMBER_PROOF),
           share(x, y, NUMBER_DOCUMENT), l.names, (int)l.names_info, join_against_name(against),
           reason_of(m, a, b));
    return 0;
}

static int print_all(struct merge_state *m, struct likeness_desk *desk)
{
    TRY(merge_prepare(m, NULL));
    TRY(judge_candidates(m));
    if (m->judged.n) {
        qsort(m->judged.p, m->judged.n, sizeof *m->judged.p, compare_judged);
    }
    for (size_t i = 0; i < m->candidates.n; i++) {
        TRY(print_pair(m, desk, (uint32_t)(m->candidates.p[i] >> 32),
                       (uint32_t)m->candidates.p[i]));
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct index *ix;
    struct diag diag = {.code = ERR_USAGE};
    if (argc != 2 || index_open(argv[1], &ix, &diag) < 0) {
        (void)fprintf(stderr, "merge_pairs INDEX: %s\n", diag.text);
        return 2;
    }
    static struct likeness_desk desk;
    const struct merge_options options = {.uses = MERGE_EVIDENCE};
    struct arena arena;
    struct merge_state m;
    arena_init(&arena, KEEP_ARENA);
    likeness_desk_init(&desk);
    struct entity *list = ARENA_ARRAY(&arena, struct entity, index_entity_count(ix));
    int result = list ? load(ix, &arena, list) : ERR_MEMORY;
    merge_begin(&m, list, index_entity_count(ix), &options, &arena);
    result = result ? result : print_all(&m, &desk);
    merge_end(&m);
    likeness_desk_release(&desk);
    arena_release(&arena);
    index_close(ix);
    return result ? 3 : 0;
}
