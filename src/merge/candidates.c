/*
 * Records meet in blocks: all that share a hash.  Hashes are of
 *   a number (reference, proof, document),
 *   two words of a person's name, by their consonants, with a year of birth,
 *   all telling words of a name, by their consonants.
 * Blocks that are too large tell nothing and are left out; what is left out depends on the
 * records alone.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "base/thread.h"
#include "merge/merge_state.h"

enum {
    BLOCK_MAX = 200,  /* records that share a hash of names */
    NUMBERS_MAX = 60, /* records that share a number */
    WORDS_MAX = 8,    /* words of a name that are paired */
    YEARS_MAX = 12,   /* of a span */
    PIECE = 512,      /* records that a worker takes at once */
    NAMES_ARENA = 64 << 20
};

struct entry {
    uint64_t hash;
    uint32_t record;
    uint16_t most; /* records that a block of this kind may hold */
    bool births;   /* pairs whose births contradict each other are left out */
};

/* What one worker has found; the first one goes on to pair up what all have. */
struct search {
    struct merge_state *m;
    VEC(struct entry) entries;
    struct arena names; /* of one record */
    bool failed;
};

static void enter(struct search *s, uint64_t hash, uint32_t record, uint16_t most)
{
    struct entry *e = VEC_ADD(&s->entries);
    if (e) {
        *e = (struct entry){hash, record, most, most == BLOCK_MAX};
    } else {
        s->failed = true;
    }
}

/* ---- numbers ---- */

static bool is_wanted(const struct search *s, const struct number *n)
{
    unsigned use = n->kind == NUMBER_REFERENCE ? MERGE_REFERENCES : MERGE_NUMBERS;
    return s->m->options->uses & use;
}

static void enter_numbers(struct search *s, uint32_t record)
{
    const struct record_facts *f = &s->m->records[record].facts;
    for (size_t i = 0; i < f->number_count; i++) {
        if (is_wanted(s, &f->numbers[i])) {
            enter(s, f->numbers[i].key, record, NUMBERS_MAX);
        }
    }
}

/* ---- names ---- */

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Hashes of the telling words, sorted. */
static size_t words_of(const struct name *name, uint64_t words[NAME_TOKENS_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < name->n; i++) {
        if (likeness_is_telling(&name->tokens[i], name->kind)) {
            words[n++] = likeness_word(&name->tokens[i]);
        }
    }
    qsort(words, n, sizeof *words, compare_hashes);
    return n;
}

static void enter_pairs(struct search *s, uint32_t record, const uint64_t *words, size_t n,
                        unsigned year)
{
    n = n < WORDS_MAX ? n : WORDS_MAX;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            uint64_t pair = hash_mix(hash_mix(words[i], words[k]), year);
            enter(s, pair, record, BLOCK_MAX);
        }
    }
}

/* All words together: names that are equal but for their order. */
static void enter_all(struct search *s, uint32_t record, const uint64_t *words, size_t n)
{
    uint64_t all = 33;
    for (size_t i = 0; i < n; i++) {
        all = hash_mix(all, words[i]);
    }
    if (n) {
        enter(s, all, record, BLOCK_MAX);
    }
}

static void enter_person(struct search *s, uint32_t record, const struct name *name)
{
    const struct record_facts *f = &s->m->records[record].facts;
    uint64_t words[NAME_TOKENS_MAX];
    size_t n = words_of(name, words);
    enter_all(s, record, words, n);
    for (size_t i = 0; i < f->birth_count; i++) {
        unsigned first = (unsigned)f->births[i].year;
        unsigned last = f->births[i].until_year ? (unsigned)f->births[i].until_year : first;
        for (unsigned year = first; year <= last && year - first < YEARS_MAX; year++) {
            enter_pairs(s, record, words, n, year);
        }
    }
}

static void enter_organization(struct search *s, uint32_t record, const struct name *name)
{
    uint64_t words[NAME_TOKENS_MAX];
    size_t n = words_of(name, words);
    enter_all(s, record, words, n);
}

static int enter_names(struct search *s, uint32_t record)
{
    const struct record *r = &s->m->records[record];
    struct likeness_name names[LIKENESS_NAMES_MAX];
    enum name_kind kind = schema_name_kind(r->entity->schema);
    size_t n = 0;
    if (kind == NAME_CRAFT) {
        return 0; /* names alone join none of these */
    }
    arena_reset(&s->names);
    TRY(likeness_names(r->entity, kind, &s->names, names, LIKENESS_NAMES_MAX, &n));
    for (size_t i = 0; i < n; i++) {
        if (kind == NAME_PERSON) {
            enter_person(s, record, &names[i].name);
        } else {
            enter_organization(s, record, &names[i].name);
        }
    }
    return 0;
}

/* ---- pairs ---- */

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    if (x->hash != y->hash) {
        return x->hash < y->hash ? -1 : 1;
    }
    return x->record < y->record ? -1 : x->record > y->record;
}

static bool one_list_has_both(const struct entity *a, const struct entity *b)
{
    for (size_t i = 0; i < a->dataset_count; i++) {
        for (size_t k = 0; k < b->dataset_count; k++) {
            if (slice_eq(a->datasets[i], b->datasets[k])) {
                return true;
            }
        }
    }
    return false;
}

static void add_candidate(struct search *s, uint64_t pair)
{
    uint64_t *p = VEC_ADD(&s->m->candidates);
    if (p) {
        *p = pair;
    } else {
        s->failed = true;
    }
}

/* Births that contradict each other refuse most pairs of a common name. */
static bool births_allow(const struct record *a, const struct record *b)
{
    struct date which;
    return births_relate(&a->facts, &b->facts, &which) != BIRTH_OTHER;
}

static void pair_up(struct search *s, const struct entry *block, size_t n)
{
    const struct record *records = s->m->records;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            const struct record *a = &records[block[i].record];
            const struct record *b = &records[block[k].record];
            bool apart = (s->m->options->uses & MERGE_ONE_LIST) ||
                         !one_list_has_both(a->entity, b->entity) ||
                         listed_apart(&a->facts, &b->facts);
            if (apart && (!block[i].births || births_allow(a, b))) {
                add_candidate(s, pair_of(block[i].record, block[k].record));
            }
        }
    }
}

static void pair_blocks(struct search *s)
{
    struct entry *e = s->entries.p;
    size_t kept = 0;
    if (s->entries.n) {
        qsort(e, s->entries.n, sizeof *e, compare_entries);
    }
    for (size_t i = 0; i < s->entries.n; i++) {
        if (kept == 0 || compare_entries(&e[kept - 1], &e[i]) != 0) {
            e[kept++] = e[i];
        }
    }
    for (size_t from = 0; from < kept;) {
        size_t to = from + 1;
        while (to < kept && e[to].hash == e[from].hash) {
            to++;
        }
        if (to - from <= e[from].most) {
            pair_up(s, e + from, to - from);
        }
        from = to;
    }
}

/* A source that names the id of a record that is here. */
static void pair_referents(struct search *s, uint32_t record)
{
    const struct entity *e = s->m->records[record].entity;
    for (size_t i = 0; i < e->referent_count; i++) {
        uint32_t other = map_get(&s->m->ids, e->referents[i]);
        if (other != MAP_NONE && other != record && s->m->records[other].party &&
            slice_eq(s->m->records[other].entity->id, e->referents[i])) {
            add_candidate(s, pair_of(record, other));
        }
    }
}

/* ---- the work ---- */

static void search_record(struct search *s, uint32_t record)
{
    if (s->m->records[record].party) {
        enter_numbers(s, record);
        bool by_name = s->m->options->uses & MERGE_NAMES;
        s->failed |= by_name && enter_names(s, record) < 0;
    }
}

static void search_piece(void *context, size_t worker, size_t piece)
{
    struct search *s = (struct search *)context + worker;
    size_t end = (piece + 1) * PIECE;
    for (size_t i = piece * PIECE; i < end && i < s->m->record_count && !s->failed; i++) {
        search_record(s, (uint32_t)i);
    }
}

/* What the lists and people say themselves. */
static void pair_stated(struct search *s)
{
    for (size_t i = 0; i < s->m->decided.n; i++) {
        if (s->m->decided.p[i].same) {
            add_candidate(s, s->m->decided.p[i].pair);
        }
    }
    for (uint32_t i = 0; (s->m->options->uses & MERGE_REFERENCES) && i < s->m->record_count;
         i++) {
        if (s->m->records[i].party) {
            pair_referents(s, i);
        }
    }
}

/* Everybody's entries to the first worker. */
static void collect(struct search *searches, size_t crew)
{
    for (size_t k = 1; k < crew; k++) {
        searches[0].failed |= searches[k].failed;
        for (size_t i = 0; i < searches[k].entries.n; i++) {
            struct entry *e = VEC_ADD(&searches[0].entries);
            if (!e) {
                searches[0].failed = true;
                return;
            }
            *e = searches[k].entries.p[i];
        }
        VEC_RELEASE(&searches[k].entries);
    }
}

int find_candidates(struct merge_state *m)
{
    struct search *searches = ARENA_ARRAY(&m->own, struct search, m->crew);
    if (!searches) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < m->crew; i++) {
        searches[i].m = m;
        arena_init(&searches[i].names, NAMES_ARENA);
    }
    crew_run(m->crew, (m->record_count + PIECE - 1) / PIECE, search_piece, searches);
    collect(searches, m->crew);
    pair_blocks(&searches[0]);
    pair_stated(&searches[0]);
    m->candidates.n = pairs_settle(m->candidates.p, m->candidates.n);
    bool failed = searches[0].failed;
    for (size_t i = 0; i < m->crew; i++) {
        VEC_RELEASE(&searches[i].entries);
        arena_release(&searches[i].names);
    }
    return failed ? ERR_MEMORY : 0;
}
