#include "screen/recall.h"

#include "base/hash.h"
#include "base/thread.h"
#include "match/compare.h"
#include "match/weights.h"
#include "screen/typing.h"

static const size_t ENTITY_ARENA = (size_t)64 << 20;
static const size_t PAIR_ARENA = (size_t)64 << 20;

enum { ENTITIES_A_PIECE = 64 };

/* One thread's share. */
struct counter {
    struct arena entity; /* the party at hand and what is asked about it */
    struct arena pair;   /* one comparison */
    struct recall sum;
    struct diag diag;
    int error; /* the first */
};

struct recall_run {
    const struct recall_job *job;
    struct counter *counters;
    bool asking; /* the second pass; the first one counts the names */
    uint64_t below[RECALL_WAYS][RECALL_PARTIES]; /* hashes of names that are asked */
};

/* One name under way. */
struct asked {
    const struct entity *party;
    size_t at; /* its value */
    enum recall_way way;
    enum recall_party kind;
};

static bool stopped(const struct recall_run *run)
{
    return run->job->stop && *run->job->stop;
}

/* ---- which names ---- */

static bool is_name(const struct value *v)
{
    return property_type(v->prop) == TYPE_NAME;
}

static bool is_strong(const struct value *v)
{
    return v->prop == PROP_NAME || v->prop == PROP_ALIAS || v->prop == PROP_PREVIOUS_NAME;
}

static bool party_kind(const struct entity *e, enum recall_party *out)
{
    if (!schema_is(e->schema, SCHEMA_LEGAL_ENTITY)) {
        return false;
    }
    *out = schema_is(e->schema, SCHEMA_PERSON) ? RECALL_PEOPLE : RECALL_ORGANISATIONS;
    return true;
}

static bool is_chosen(const struct recall_run *run, const struct asked *a)
{
    uint64_t h = hash_bytes(a->party->id, run->job->seed);
    h = hash_mix(h, hash_bytes(a->party->values[a->at].text, a->way));
    return h <= run->below[a->way][a->kind];
}

/* ---- asking one ---- */

/* The best score of `text` against the party's names but the one that is left out (none: the
 * number of values); `equal` says that one of them has the same tokens. */
static int best_score(struct counter *c, const struct entity *e, struct slice text, size_t out,
                      unsigned *score, bool *equal)
{
    int32_t weak = WEIGHTS[schema_name_kind(e->schema)].weak_alias;
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        struct comparison pair;
        if (i == out || !is_name(v)) {
            continue;
        }
        arena_reset(&c->pair);
        int result = compare_names(e->schema, text, v->text, 0, &c->pair, &pair, NULL);
        if (result == ERR_TEXT) {
            continue; /* a name without a letter is found by nobody */
        }
        if (result < 0) {
            return diag_set(&c->diag, (enum err)result, "names of '%.*s' cannot be compared",
                            SLICE_ARG(e->id));
        }
        unsigned s = score_of_mnat(pair.mnat + (v->prop == PROP_WEAK_ALIAS ? weak : 0));
        *score = s > *score ? s : *score;
        *equal |= pair.equal;
    }
    return 0;
}

static int ask(const struct recall_run *run, struct counter *c, const struct asked *a)
{
    const struct entity *e = a->party;
    struct slice text = e->values[a->at].text;
    unsigned score = 0;
    bool equal = false;
    size_t out = a->at;
    if (a->way == RECALL_TYPING) {
        out = e->value_count;
        if (!typing_error(text, run->job->seed, &c->entity, &text)) {
            return 0;
        }
    }
    int result = best_score(c, e, text, out, &score, &equal);
    if (result == 0 && !(a->way == RECALL_ALIAS && equal)) {
        tally_add(&c->sum.best[a->way][a->kind], score);
    }
    return result;
}

static int consider(const struct recall_run *run, struct counter *c, const struct asked *a)
{
    if (!run->asking) {
        c->sum.names[a->way][a->kind]++;
        return 0;
    }
    return is_chosen(run, a) ? ask(run, c, a) : 0;
}

/* The first name is what the party is called: only the others can be left out. */
static int consider_party(const struct recall_run *run, struct counter *c,
                          const struct entity *e)
{
    struct asked a = {.party = e};
    size_t names = 0;
    if (!party_kind(e, &a.kind)) {
        return 0;
    }
    for (a.at = 0; a.at < e->value_count && !stopped(run); a.at++) {
        if (!is_strong(&e->values[a.at])) {
            continue;
        }
        a.way = RECALL_TYPING;
        TRY(consider(run, c, &a));
        a.way = RECALL_ALIAS;
        if (names++) {
            TRY(consider(run, c, &a));
        }
    }
    return 0;
}

/* ---- the passes ---- */

static void count_piece(void *context, size_t worker, size_t piece)
{
    struct recall_run *run = context;
    const struct recall_job *job = run->job;
    struct counter *c = &run->counters[worker];
    uint32_t count = index_entity_count(job->index);
    uint32_t from = (uint32_t)(piece * ENTITIES_A_PIECE);
    for (uint32_t i = from; i < count && i - from < ENTITIES_A_PIECE && !c->error; i++) {
        struct entity e;
        arena_reset(&c->entity);
        c->error = index_entity(job->index, i, &c->entity, &e, &c->diag);
        if (c->error == 0) {
            c->error = consider_party(run, c, &e);
        }
        if (c->error == 0 && arena_failed(&c->entity)) {
            c->error =
                diag_set(&c->diag, ERR_MEMORY, "entity '%.*s' is too large", SLICE_ARG(e.id));
        }
    }
    if (worker == 0 && run->asking && job->progress) {
        job->progress(job->context, from, count);
    }
}

/* Adds up what the threads counted and forgets it there. */
static int gather(struct recall_run *run, struct recall *out, struct diag *diag)
{
    for (size_t i = 0; i < run->job->crew; i++) {
        struct counter *c = &run->counters[i];
        if (c->error) {
            FAIL(diag, (enum err)c->error, "%s", c->diag.text);
        }
        for (unsigned w = 0; w < RECALL_WAYS; w++) {
            for (unsigned k = 0; k < RECALL_PARTIES; k++) {
                tally_merge(&out->best[w][k], &c->sum.best[w][k]);
                out->names[w][k] += c->sum.names[w][k];
            }
        }
        c->sum = (struct recall){0};
    }
    if (stopped(run)) {
        FAIL(diag, ERR_STOPPED, "stopped");
    }
    return 0;
}

static int run_pass(struct recall_run *run, struct recall *out, struct diag *diag)
{
    size_t pieces = index_entity_count(run->job->index) / ENTITIES_A_PIECE + 1;
    crew_run(run->job->crew, pieces, count_piece, run);
    return gather(run, out, diag);
}

static void choose(struct recall_run *run, const struct recall *counted)
{
    for (unsigned w = 0; w < RECALL_WAYS; w++) {
        for (unsigned k = 0; k < RECALL_PARTIES; k++) {
            uint64_t names = counted->names[w][k];
            uint64_t sample = run->job->sample;
            run->below[w][k] = names <= sample ? UINT64_MAX : UINT64_MAX / names * sample;
        }
    }
    run->asking = true;
}

int recall_run(const struct recall_job *job, struct recall *out, struct diag *diag)
{
    struct recall_run run = {.job = job};
    struct arena memory;
    arena_init(&memory, (size_t)64 << 20);
    *out = (struct recall){0};
    run.counters = ARENA_ARRAY(&memory, struct counter, job->crew);
    if (!run.counters) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu threads", job->crew);
    }
    for (size_t i = 0; i < job->crew; i++) {
        arena_init(&run.counters[i].entity, ENTITY_ARENA);
        arena_init(&run.counters[i].pair, PAIR_ARENA);
    }
    int result = run_pass(&run, out, diag);
    if (result == 0) {
        choose(&run, out);
        result = run_pass(&run, out, diag);
    }
    for (size_t i = 0; i < job->crew; i++) {
        arena_release(&run.counters[i].entity);
        arena_release(&run.counters[i].pair);
    }
    arena_release(&memory);
    return result;
}
