/*
 * merge_pairs INDEX [hide] - what the merge would weigh: each candidate pair with its features.
 *
 * Pairs of one list come, too: as its records are different parties (but for its own doubles),
 * they show how often a rule would join the wrong two.  With `hide`, the birth dates are hidden
 * from the merge and only printed, so that they can tell right from wrong where the rules for
 * records without a birth date are measured.  Numbers and references are hidden in any case.  The
 * index is one that was built with `--join nothing`.
 *
 * Tab-separated lines: the columns of COLUMNS.
 */
#include <stdio.h>
#include <stdlib.h>

#include "index/index.h"
#include "merge/merge_state.h"

static const size_t KEEP_ARENA = (size_t)8 << 30;

static const char COLUMNS[] = "a\tb\tschema_a\tschema_b\tscore\tinfo\twords\tmains\tbirths\t"
                              "country\tregime\tproof\tdocument\tnames\tnames_info\t"
                              "gender\tname_a\tname_b\tagainst\treason";

static void hide_births(struct entity *e)
{
    size_t kept = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop != PROP_BIRTH_DATE) {
            e->values[kept++] = e->values[i];
        }
    }
    e->value_count = kept;
}

/* `births` gets what is hidden from the list; NULL: nothing is. */
static int load(const struct index *ix, struct arena *arena, struct entity *list,
                struct record_facts *births)
{
    for (uint32_t i = 0; i < index_entity_count(ix); i++) {
        TRY(index_entity(ix, i, arena, &list[i], NULL));
        if (births) {
            TRY(record_facts_read(&list[i], NULL, 0, arena, &births[i]));
            hide_births(&list[i]);
        }
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

/* 1: in common; 0: others; 2: one side has none. */
static int relation(bool known, bool shared)
{
    return known ? shared : 2;
}

static int print_pair(struct merge_state *m, struct likeness_desk *desk,
                      const struct record_facts *births, uint32_t a, uint32_t b)
{
    const struct record_facts *x = &m->records[a].facts;
    const struct record_facts *y = &m->records[b].facts;
    struct likeness l;
    struct date date;
    struct slice word;
    enum schema deeper =
        schema_is(x->entity->schema, y->entity->schema) ? x->entity->schema : y->entity->schema;
    TRY(likeness_of(desk, x->entity, y->entity, schema_name_kind(deeper), &l));
    enum join_against against = contradiction(m, &m->own, a, b, 0, &word);
    bool country = facts_share_country(x, y, &word);
    printf("%.*s\t%.*s\t%s\t%s\t%u\t%d\t%u\t%u\t%d\t%d\t%d\t%d\t%d\t%u\t%d\t%d\t%.*s\t%.*s"
           "\t%s\t%s\n",
           SLICE_ARG(x->entity->id), SLICE_ARG(y->entity->id), schema_name(x->entity->schema),
           schema_name(y->entity->schema), l.score, (int)l.info, l.words, l.mains,
           (int)(births ? births_relate(&births[a], &births[b], &date)
                        : births_relate(x, y, &date)),
           relation(x->country_count && y->country_count, country),
           relation(x->regimes && y->regimes, x->regimes & y->regimes),
           share(x, y, NUMBER_PROOF), share(x, y, NUMBER_DOCUMENT), l.names, (int)l.names_info,
           relation(x->gender.n && y->gender.n, slice_eq(x->gender, y->gender)), SLICE_ARG(l.a),
           SLICE_ARG(l.b), join_against_name(against), reason_of(m, a, b));
    return 0;
}

static int print_all(struct merge_state *m, struct likeness_desk *desk,
                     const struct record_facts *births)
{
    TRY(merge_prepare(m, NULL));
    TRY(judge_candidates(m));
    if (m->judged.n) {
        qsort(m->judged.p, m->judged.n, sizeof *m->judged.p, compare_judged);
    }
    puts(COLUMNS);
    for (size_t i = 0; i < m->candidates.n; i++) {
        TRY(print_pair(m, desk, births, (uint32_t)(m->candidates.p[i] >> 32),
                       (uint32_t)m->candidates.p[i]));
    }
    return 0;
}

static int measure(const struct index *ix, bool hide)
{
    static struct likeness_desk desk;
    const struct merge_options options = {.uses = MERGE_NAMES | MERGE_ONE_LIST};
    size_t n = index_entity_count(ix);
    struct arena arena;
    struct merge_state m;
    arena_init(&arena, KEEP_ARENA);
    likeness_desk_init(&desk);
    struct entity *list = ARENA_ARRAY(&arena, struct entity, n);
    struct record_facts *births = hide ? ARENA_ARRAY(&arena, struct record_facts, n) : NULL;
    int result = list && (births || !hide) ? load(ix, &arena, list, births) : ERR_MEMORY;
    merge_begin(&m, list, n, &options, &arena);
    result = result ? result : print_all(&m, &desk, births);
    merge_end(&m);
    likeness_desk_release(&desk);
    arena_release(&arena);
    return result;
}

int main(int argc, char **argv)
{
    struct index *ix;
    struct diag diag = {.code = ERR_USAGE};
    bool hide = argc == 3 && slice_is(slice_of(argv[2]), "hide");
    if (argc != 2 + hide || index_open(argv[1], &ix, &diag) < 0) {
        (void)fprintf(stderr, "merge_pairs INDEX [hide]: %s\n", diag.text);
        return 2;
    }
    int result = measure(ix, hide);
    index_close(ix);
    return result ? 3 : 0;
}
