#include "merge/merge.h"

#include <stdlib.h>

#include "merge/merge_state.h"
#include "merge/regimes.h"

enum {
    IDS_SEED = 51,
    LINK_PARTIES_MAX = 8, /* parties of one link that are told apart from each other */
    SANCTION_PARTIES_MAX = 4,
    CREW_MAX = 16
};

/* ---- pairs ---- */

static int compare_pairs(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

size_t pairs_settle(uint64_t *pairs, size_t n)
{
    size_t kept = 0;
    if (n) {
        qsort(pairs, n, sizeof *pairs, compare_pairs);
    }
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || pairs[kept - 1] != pairs[i]) {
            pairs[kept++] = pairs[i];
        }
    }
    return kept;
}

bool pairs_hold(const uint64_t *pairs, size_t n, uint64_t pair)
{
    return n && bsearch(&pair, pairs, n, sizeof *pairs, compare_pairs);
}

const struct decided *decided_on(const struct merge_state *m, uint64_t pair)
{
    size_t low = 0;
    size_t high = m->decided.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->decided.p[middle].pair < pair) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < m->decided.n && m->decided.p[low].pair == pair ? &m->decided.p[low] : NULL;
}

/* ---- records and ids ---- */

/* Sources of one id become one record. */
static int make_record(struct merge_state *m, uint32_t first, uint32_t count)
{
    struct record *r = &m->records[m->record_count];
    *r = (struct record){.entity = &m->sources[first],
                         .first = first,
                         .count = count,
                         .parent = (uint32_t)m->record_count,
                         .next = UINT32_MAX,
                         .last = (uint32_t)m->record_count,
                         .size = count};
    if (count > 1) {
        const struct entity **list = ARENA_ARRAY(&m->own, const struct entity *, count);
        struct entity *all = ARENA_NEW(&m->own, struct entity);
        if (!list || !all) {
            return ERR_MEMORY;
        }
        for (uint32_t i = 0; i < count; i++) {
            list[i] = &m->sources[first + i];
        }
        TRY(unite_sources(list, count, &m->own, all, NULL));
        r->entity = all;
    }
    r->party = schema_is_party(r->entity->schema);
    m->record_count++;
    return 0;
}

static int make_records(struct merge_state *m)
{
    m->records = ARENA_ARRAY(&m->own, struct record, m->source_count);
    if (!m->records) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < m->source_count;) {
        size_t end = i + 1;
        while (end < m->source_count && slice_eq(m->sources[end].id, m->sources[i].id)) {
            end++;
        }
        TRY(make_record(m, (uint32_t)i, (uint32_t)(end - i)));
        i = end;
    }
    return 0;
}

/* Every id of a record, then every referent that is no record's id. */
static int note_ids(struct merge_state *m)
{
    for (uint32_t i = 0; i < m->record_count; i++) {
        if (map_put(&m->ids, m->records[i].entity->id, i, NULL) == MAP_NONE) {
            return ERR_MEMORY;
        }
    }
    for (uint32_t i = 0; i < m->record_count; i++) {
        const struct entity *e = m->records[i].entity;
        for (size_t k = 0; k < e->referent_count; k++) {
            if (map_put(&m->ids, e->referents[k], i, NULL) == MAP_NONE) {
                return ERR_MEMORY;
            }
        }
    }
    return 0;
}

/* ---- what other entities say of parties ---- */

/* The parties that an entity speaks of, at most `room`. */
static size_t parties_of(const struct merge_state *m, const struct entity *e, uint32_t *out,
                         size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < e->value_count && n < room; i++) {
        uint32_t r = property_type(e->values[i].prop) == TYPE_ENTITY
                         ? map_get(&m->ids, e->values[i].text)
                         : MAP_NONE;
        if (r != MAP_NONE && m->records[r].party) {
            out[n++] = r;
        }
    }
    return n;
}

static uint64_t regimes_listed(struct regime_cache *c, const struct entity *e)
{
    uint64_t set = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        enum property p = e->values[i].prop;
        for (size_t k = 0; (p == PROP_PROGRAM_ID || p == PROP_PROGRAM) && k < e->dataset_count;
             k++) {
            set |= regimes_of(c, e->datasets[k], e->values[i].text);
        }
    }
    return set;
}

/* The programmes that a party itself or a sanction on it states. */
static void note_regimes(struct merge_state *m)
{
    struct regime_cache cache = {0};
    for (uint32_t i = 0; i < m->record_count; i++) {
        const struct entity *e = m->records[i].entity;
        uint32_t parties[SANCTION_PARTIES_MAX] = {i};
        size_t n = m->records[i].party ? 1 : 0;
        if (e->schema == SCHEMA_SANCTION) {
            n = parties_of(m, e, parties, SANCTION_PARTIES_MAX);
        }
        uint64_t set = n ? regimes_listed(&cache, e) : 0;
        for (size_t k = 0; k < n; k++) {
            m->records[parties[k]].regimes |= set;
        }
    }
}

/* The reference of the Security Council that a sanction states, for the parties under it. */
static int note_references(struct merge_state *m, const struct entity *e)
{
    uint32_t parties[SANCTION_PARTIES_MAX];
    size_t n = parties_of(m, e, parties, SANCTION_PARTIES_MAX);
    for (size_t i = 0; n && i < e->value_count; i++) {
        char text[REFERENCE_TEXT];
        bool reference =
            e->values[i].prop == PROP_AUTHORITY_ID || e->values[i].prop == PROP_UNISC_ID;
        if (!reference || !un_reference(e->values[i].text, text)) {
            continue;
        }
        struct slice kept = arena_copy(m->keep, slice_of(text));
        for (size_t k = 0; k < n; k++) {
            struct reference *r = VEC_ADD(&m->references);
            if (!r || !kept.p) {
                return ERR_MEMORY;
            }
            *r = (struct reference){parties[k], kept};
        }
    }
    return 0;
}

static int note_links(struct merge_state *m, const struct entity *e)
{
    uint32_t parties[LINK_PARTIES_MAX];
    size_t n = parties_of(m, e, parties, LINK_PARTIES_MAX);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            uint64_t *pair = VEC_ADD(&m->links);
            if (!pair) {
                return ERR_MEMORY;
            }
            *pair = pair_of(parties[i], parties[k]);
        }
    }
    return 0;
}

static int compare_references(const void *a, const void *b)
{
    const struct reference *x = a;
    const struct reference *y = b;
    return x->party != y->party ? (x->party < y->party ? -1 : 1) : slice_cmp(x->text, y->text);
}

static int note_others(struct merge_state *m)
{
    for (uint32_t i = 0; i < m->record_count; i++) {
        const struct entity *e = m->records[i].entity;
        if (e->schema == SCHEMA_SANCTION) {
            TRY(note_references(m, e));
        } else if (schema_is_link(e->schema)) {
            TRY(note_links(m, e));
        }
    }
    if (m->references.n) {
        qsort(m->references.p, m->references.n, sizeof *m->references.p, compare_references);
    }
    m->links.n = pairs_settle(m->links.p, m->links.n);
    return 0;
}

static int read_facts(struct merge_state *m)
{
    size_t at = 0;
    for (uint32_t i = 0; i < m->record_count; i++) {
        struct record *r = &m->records[i];
        size_t from = at;
        while (at < m->references.n && m->references.p[at].party == i) {
            at++;
        }
        const struct reference *mine = m->references.n ? m->references.p + from : NULL;
        if (r->party) {
            TRY(record_facts_read(r->entity, mine, at - from, &m->own, &r->facts));
            r->facts.regimes = r->regimes;
        }
    }
    return 0;
}

/* ---- decisions ---- */

static int compare_decided(const void *a, const void *b)
{
    const struct decided *x = a;
    const struct decided *y = b;
    return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static int apply_decisions(struct merge_state *m, struct diag *diag)
{
    struct slice built_in = {merge_decisions_text, merge_decisions_size};
    TRY(decisions_read(&m->decisions, built_in, "data/merge/decisions.tsv", diag));
    TRY(decisions_read(&m->decisions, m->options->decisions, m->options->source, diag));
    decisions_settle(&m->decisions);
    for (size_t i = 0; i < m->decisions.list.n; i++) {
        const struct decision *d = &m->decisions.list.p[i];
        uint32_t a = map_get(&m->ids, d->a);
        uint32_t b = map_get(&m->ids, d->b);
        if (a == MAP_NONE || b == MAP_NONE || a == b || !m->records[a].party ||
            !m->records[b].party) {
            continue; /* about records that are not here */
        }
        struct decided *kept = VEC_ADD(&m->decided);
        if (!kept) {
            FAIL(diag, ERR_MEMORY, "no memory for the decisions");
        }
        *kept = (struct decided){pair_of(a, b), d->same, d->reason};
    }
    if (m->decided.n) {
        qsort(m->decided.p, m->decided.n, sizeof *m->decided.p, compare_decided);
    }
    return 0;
}

/* ---- the merge ---- */

void merge_begin(struct merge_state *m, struct entity *entities, size_t n,
                 const struct merge_options *options, struct arena *keep)
{
    *m = (struct merge_state){
        .options = options, .sources = entities, .source_count = n, .keep = keep};
    m->crew = options->crew < 1 ? 1 : options->crew < CREW_MAX ? options->crew : CREW_MAX;
    arena_init(&m->own, SIZE_MAX / 2);
    map_init(&m->ids, IDS_SEED);
    m->texts = ARENA_ARRAY(&m->own, struct arena, m->crew);
    for (size_t i = 0; m->texts && i < m->crew; i++) {
        arena_init(&m->texts[i], SIZE_MAX / 2);
    }
}

int merge_prepare(struct merge_state *m, struct diag *diag)
{
    if (!m->texts) {
        return ERR_MEMORY;
    }
    TRY(make_records(m));
    TRY(note_ids(m));
    if (m->options->uses != MERGE_NOTHING) {
        TRY(apply_decisions(m, diag));
        TRY(note_others(m));
        note_regimes(m);
        TRY(read_facts(m));
        TRY(find_candidates(m));
    }
    return 0;
}

void merge_end(struct merge_state *m)
{
    for (size_t i = 0; m->texts && i < m->crew; i++) {
        arena_release(&m->texts[i]);
    }
    arena_release(&m->own);
    map_release(&m->ids);
    decisions_release(&m->decisions);
    VEC_RELEASE(&m->references);
    VEC_RELEASE(&m->links);
    VEC_RELEASE(&m->doubles);
    VEC_RELEASE(&m->decided);
    VEC_RELEASE(&m->candidates);
    VEC_RELEASE(&m->judged);
}

static int run(struct merge_state *m, size_t *n, struct merge_outcome *out, struct diag *diag)
{
    TRY(merge_prepare(m, diag));
    TRY(judge_candidates(m));
    TRY(join_clusters(m));
    return make_parties(m, n, out);
}

int merge_run(struct entity *entities, size_t *n, const struct merge_options *options,
              struct arena *arena, struct merge_outcome *out, struct diag *diag)
{
    struct merge_state m;
    if (*n >= UINT32_MAX) {
        FAIL(diag, ERR_LIMIT, "more records than an index can hold");
    }
    merge_begin(&m, entities, *n, options, arena);
    int result = run(&m, n, out, diag);
    merge_end(&m);
    if (result == ERR_MEMORY) {
        FAIL(diag, ERR_LIMIT, "the lists need more memory than --memory allows");
    }
    return result;
}
