#include "index/search.h"

#include <stdlib.h>

#include "base/num.h"
#include "index/hashes.h"
#include "index/searcher.h"
#include "match/attributes.h"
#include "match/frequency.h"

enum { SCORE_BY_IDENTIFIER = 850, PAIR_TERMS_MAX = 2 * NAME_TOKENS_MAX + 16 };

/* One search. */
struct search {
    struct searcher *s;
    const struct question *question;
    const struct search_options *options;
    struct arena *arena;
    struct attributes attributes;
    VEC(struct asked_name) asked;
    size_t at;       /* the asked name under way */
    int32_t least;   /* millinats of a name that counts */
    uint32_t stamp;  /* of this search, for found_stamp */
    uint32_t wanted; /* bit s: parties of schema s */
    unsigned kinds;  /* bit k: names of kind k */
    size_t letters;  /* of the spellings of all names so far */
    bool cut;
    int error;
};

int searcher_new(const struct index *ix, struct searcher **out)
{
    struct searcher *s = calloc(1, sizeof *s);
    if (!s) {
        return ERR_MEMORY;
    }
    s->ix = ix;
    arena_init(&s->tokens, SIZE_MAX / 2);
    size_t tokens = ix->token_count ? ix->token_count : 1;
    size_t names = ix->name_count ? ix->name_count : 1;
    size_t entities = ix->entity_count ? ix->entity_count : 1;
    s->cache = calloc(tokens, sizeof *s->cache);
    s->token_stamp = calloc(tokens, sizeof *s->token_stamp);
    s->row_stamp = calloc(tokens, sizeof *s->row_stamp);
    s->row = calloc(tokens, sizeof *s->row);
    s->names = calloc(names, sizeof *s->names);
    s->found_stamp = calloc(entities, sizeof *s->found_stamp);
    s->found_at = calloc(entities, sizeof *s->found_at);
    if (!s->cache || !s->token_stamp || !s->row_stamp || !s->row || !s->names ||
        !s->found_stamp || !s->found_at || !neighbours_open(&s->neighbours)) {
        searcher_free(s);
        return ERR_MEMORY;
    }
    for (uint32_t i = 0; i < ix->entity_count; i++) {
        s->schemas |= UINT32_C(1) << index_schema(ix, i);
    }
    *out = s;
    return 0;
}

void searcher_free(struct searcher *s)
{
    if (!s) {
        return;
    }
    arena_release(&s->tokens);
    free(s->cache);
    free(s->token_stamp);
    free(s->row_stamp);
    free(s->row);
    free(s->names);
    free(s->found_stamp);
    free(s->found_at);
    neighbours_close(&s->neighbours);
    for (size_t i = 0; i < NAME_TOKENS_MAX; i++) {
        VEC_RELEASE(&s->asked[i].sources);
    }
    VEC_RELEASE(&s->touched);
    VEC_RELEASE(&s->rows);
    VEC_RELEASE(&s->found);
    free(s);
}

uint32_t searcher_stamp(struct searcher *s)
{
    if (++s->stamp == 0) {
        /* Four thousand million stamps later: forget them all. */
        memset(s->token_stamp, 0, s->ix->token_count * sizeof *s->token_stamp);
        memset(s->row_stamp, 0, s->ix->token_count * sizeof *s->row_stamp);
        memset(s->names, 0, s->ix->name_count * sizeof *s->names);
        memset(s->word_stamp, 0, sizeof s->word_stamp);
        memset(s->found_stamp, 0, s->ix->entity_count * sizeof *s->found_stamp);
        s->stamp = 1;
    }
    return s->stamp;
}

/* Which parties may be meant */

static bool schema_wanted(const struct question *q, enum schema listed)
{
    if (!schema_is_party(listed)) {
        return false;
    }
    if (q->schema != SCHEMA_NONE) {
        return schema_meets(q->schema, listed);
    }
    return q->any_schema || schema_is(listed, SCHEMA_LEGAL_ENTITY) || listed == SCHEMA_THING;
}

/* Which kinds of party the question wants, and which kinds of name they have: mostly those that
 * the question before wanted. */
static const struct choice *choose_schemas(struct searcher *s, const struct question *q)
{
    struct choice *c = &s->choice;
    if (c->made && c->schema == q->schema && c->any_schema == q->any_schema) {
        return c;
    }
    *c = (struct choice){.made = true, .schema = q->schema, .any_schema = q->any_schema};
    for (unsigned i = 1; i < SCHEMA_COUNT; i++) {
        if ((s->schemas >> i & 1) && schema_wanted(q, (enum schema)i)) {
            c->wanted |= UINT32_C(1) << i;
            c->kinds |= 1U << schema_name_kind((enum schema)i);
        }
    }
    return c;
}

static bool has_dataset(const struct slice *list, size_t n, struct slice dataset)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_eq(list[i], dataset)) {
            return true;
        }
    }
    return false;
}

static bool dataset_wanted(const struct question *q, const struct entity *e)
{
    bool wanted = q->dataset_count == 0;
    bool all_excluded = q->excluded_count > 0;
    for (size_t i = 0; i < e->dataset_count; i++) {
        wanted |= has_dataset(q->datasets, q->dataset_count, e->datasets[i]);
        all_excluded &= has_dataset(q->excluded, q->excluded_count, e->datasets[i]);
    }
    return wanted && !all_excluded;
}

/* Names */

/* Letters of the spellings that a name has beyond those of the names before it. */
static size_t new_letters(struct search *x, const struct name *n)
{
    size_t letters = QUESTION_NAME_LETTERS;
    for (size_t i = 0; i < n->n; i++) {
        const struct token *t = &n->tokens[i];
        uint32_t *stamp =
            &x->s->word_stamp[hash_bytes(t->native, 9 + (uint64_t)n->kind) % WORD_STAMPS];
        for (size_t k = 0; *stamp != x->stamp && k < t->form_count; k++) {
            letters += t->forms[k].text.n;
        }
        *stamp = x->stamp;
    }
    return letters;
}

static int add_asked(struct search *x, struct slice raw, enum name_kind kind, struct diag *diag)
{
    struct name readings[NAME_READINGS_MAX];
    size_t n;
    TRY(name_analyse(x->arena, raw, kind, readings, &n, diag));
    for (size_t i = 0; i < n; i++) {
        struct asked_name *a = VEC_ADD(&x->asked);
        if (!a) {
            FAIL(diag, ERR_MEMORY, "no memory for the names of a question");
        }
        frequency_weigh(&readings[i]);
        *a = (struct asked_name){readings[i], raw};
        x->letters += new_letters(x, &readings[i]);
        x->cut |= readings[i].cut;
    }
    return 0;
}

/* A part without letter and digit ("Pavel Zorin; ---") says nothing; *words tells whether one
 * had any. */
static int add_part(struct search *x, struct slice raw, enum name_kind kind, bool *words,
                    struct diag *diag)
{
    struct diag why = {0};
    int result = add_asked(x, raw, kind, &why);
    *words |= result == 0;
    if (result < 0 && result != ERR_TEXT && diag) {
        *diag = why;
    }
    return result == ERR_TEXT ? 0 : result;
}

static int analyse_names(struct search *x, struct diag *diag)
{
    const struct question *q = x->question;
    bool tried = false;
    bool words = false;
    size_t n = q->name_count < QUESTION_NAMES_MAX ? q->name_count : QUESTION_NAMES_MAX;
    x->cut |= n < q->name_count;
    for (size_t i = 0; i < n; i++) {
        struct slice parts[NAME_PARTS_MAX];
        size_t count = name_split(q->names[i], parts);
        for (size_t k = 0; k < count; k++) {
            if (x->letters > QUESTION_LETTERS_MAX) {
                x->cut = true;
                return 0;
            }
            for (unsigned kind = 0; kind < NAME_KINDS; kind++) {
                if (x->kinds >> kind & 1) {
                    TRY(add_part(x, parts[k], (enum name_kind)kind, &words, diag));
                    tried = true;
                }
            }
        }
    }
    if (tried && !words) {
        FAIL(diag, ERR_TEXT, "a name without a letter or digit");
    }
    return 0;
}

static void note_found(struct search *x, uint32_t entity, uint32_t name, int32_t mnat)
{
    struct searcher *s = x->s;
    struct found now = {entity, name, (uint32_t)x->at, mnat};
    if (s->found_stamp[entity] != x->stamp) {
        struct found *f = VEC_ADD(&s->found);
        if (!f) {
            s->no_memory = true;
            return;
        }
        s->found_stamp[entity] = x->stamp;
        s->found_at[entity] = (uint32_t)(s->found.n - 1);
        *f = now;
        return;
    }
    struct found *f = &s->found.p[s->found_at[entity]];
    bool better = mnat != f->mnat   ? mnat > f->mnat
                  : name != f->name ? name < f->name
                                    : now.asked < f->asked;
    if (better) {
        *f = now;
    }
}

/* Weighs a listed name against the asked one under way. */
static void try_name(struct search *x, uint32_t name, enum judging how)
{
    struct name_row row;
    int32_t mnat;
    if (judge_name(x->s, &x->asked.p[x->at], name, x->least, x->wanted, how, &row, &mnat)) {
        note_found(x, row.entity, name, mnat);
    }
}

static void on_gathered(void *context, uint32_t name, bool joins)
{
    try_name(context, name, joins ? JUDGE_JOINS : JUDGE_TOKENS);
}

static void search_name(struct search *x)
{
    const struct asked_name *asked = &x->asked.p[x->at];
    if (x->options->flags & SEARCH_EXHAUSTIVE) {
        for (uint32_t i = 0; i < x->s->ix->name_count; i++) {
            try_name(x, i, JUDGE_EXHAUSTIVELY);
        }
        return;
    }
    const struct weights *w = &WEIGHTS[asked->name.kind];
    int32_t least = x->least - w->prior;
    for (size_t i = 0; i < asked->name.n; i++) {
        least += omission_of(&asked->name.tokens[i], w);
    }
    relate(x->s, &asked->name);
    gather(x->s, &asked->name, least, on_gathered, x);
    struct lookup_run run = lookup_find(&x->s->ix->exact, hash_exact(&asked->name));
    for (uint32_t i = 0; i < run.n; i++) {
        try_name(x, lookup_value(&run, i), JUDGE_JOINS);
    }
}

/* Identifiers */

static void add_by_identifier(struct search *x, uint32_t entity)
{
    if (entity >= x->s->ix->entity_count) {
        x->s->damaged = true;
    } else if (x->s->found_stamp[entity] != x->stamp &&
               (x->wanted >> index_schema(x->s->ix, entity) & 1)) {
        note_found(x, entity, INDEX_NONE, INT32_MIN);
    }
}

static void search_identifiers(struct search *x)
{
    const struct index *ix = x->s->ix;
    if (x->options->flags & SEARCH_EXHAUSTIVE) {
        for (uint32_t i = 0; x->question->identifier_count && i < ix->entity_count; i++) {
            add_by_identifier(x, i);
        }
        return;
    }
    for (size_t k = 0; k < x->question->identifier_count; k++) {
        const struct identifier *id = &x->question->identifiers[k];
        struct lookup_run run =
            lookup_find(&ix->identifiers, hash_identifier((struct slice){id->text, id->n}));
        for (uint32_t i = 0; i < run.n; i++) {
            add_by_identifier(x, lookup_value(&run, i));
        }
    }
}

/* Verdicts */

/* From the name's evidence to the whole; appends the terms when there is room for them. */
static int32_t total_of(bool has_name, int32_t name_mnat, const struct attribute_terms *a,
                        struct term *terms, size_t *n, size_t room)
{
    int32_t total = has_name ? name_mnat : 0;
    int32_t by_identifier = mnat_of_score(SCORE_BY_IDENTIFIER);
    int32_t equal = mnat_of_score(SCORE_SAME_TOKENS);
    if (a->strong_identifier && total < by_identifier) {
        if (*n < room) {
            terms[(*n)++] = (struct term){
                .on = TERM_FLOOR, .relation = REL_EQUAL, .mnat = by_identifier - total};
        }
        total = by_identifier;
    }
    /* What speaks against must be able to silence even an equal name. */
    if (a->against < 0 && total > equal) {
        if (*n < room) {
            terms[(*n)++] = (struct term){.on = TERM_SATURATION, .mnat = equal - total};
        }
        total = equal;
    }
    for (size_t i = 0; i < a->n && *n < room; i++) {
        terms[(*n)++] = a->terms[i];
    }
    return total + a->support + a->against;
}

static int explain(struct search *x, const struct found *f, const struct attribute_terms *a,
                   struct hit *hit)
{
    size_t room = PAIR_TERMS_MAX + ATTRIBUTE_TERMS_MAX;
    hit->terms = ARENA_ARRAY(x->arena, struct term, room);
    if (!hit->terms) {
        return ERR_MEMORY;
    }
    if (f->name != INDEX_NONE) {
        struct name_row row;
        struct name listed;
        struct slice text;
        struct pair_score pair;
        struct token *tokens = ARENA_ARRAY(x->arena, struct token, NAME_TOKENS_MAX);
        const struct asked_name *asked = &x->asked.p[f->asked];
        if (!tokens) {
            return ERR_MEMORY;
        }
        if (!index_name_row(x->s->ix, f->name, &row) ||
            !index_name_text(x->s->ix, &row, &text) ||
            !searcher_name(x->s, &row, tokens, &listed)) {
            return ERR_FORMAT;
        }
        TRY(pair_compare(&asked->name, asked->raw, &listed, text, x->arena, &pair));
        hit->term_count = pair_terms(&asked->name, &listed, &pair, x->arena, hit->terms, room);
        if (row.property == PROP_WEAK_ALIAS && hit->term_count < room) {
            hit->terms[hit->term_count++] =
                (struct term){.on = TERM_WEAK_ALIAS, .mnat = WEIGHTS[row.kind].weak_alias};
        }
    }
    (void)total_of(f->name != INDEX_NONE, f->mnat, a, hit->terms, &hit->term_count, room);
    return 0;
}

static int name_of_hit(struct search *x, const struct found *f, const struct entity *e,
                       struct hit *hit)
{
    if (f->name == INDEX_NONE) {
        hit->name = (struct hit_name){.listed = entity_caption(e), .kind = PROP_NAME};
        if (x->question->name_count) {
            hit->name.query = x->question->names[0];
        }
        return 0;
    }
    struct name_row row;
    if (f->asked >= x->asked.n || !index_name_row(x->s->ix, f->name, &row) ||
        !index_name_text(x->s->ix, &row, &hit->name.listed)) {
        return ERR_FORMAT;
    }
    hit->name.query = x->asked.p[f->asked].raw;
    hit->name.kind = (enum property)row.property;
    return 0;
}

/* A verdict on one entity: its score, or 0 when it is not meant. */
static int judge_entity(struct search *x, const struct found *f, struct arena *scratch,
                        struct attribute_terms *a, struct entity *e, struct hit *hit)
{
    bool needs_entity = attributes_any(&x->attributes) || x->question->dataset_count ||
                        x->question->excluded_count || f->name == INDEX_NONE;
    *a = (struct attribute_terms){.n = 0};
    hit->score = 0;
    hit->entity = f->entity;
    if (needs_entity) {
        TRY(index_entity(x->s->ix, f->entity, scratch, e, NULL));
        if (!dataset_wanted(x->question, e)) {
            return 0;
        }
        attributes_weigh(&x->attributes, e, &WEIGHTS[schema_name_kind(e->schema)], a);
    }
    if (f->name == INDEX_NONE && !a->strong_identifier) {
        return 0;
    }
    size_t none = 0;
    hit->mnat = total_of(f->name != INDEX_NONE, f->mnat, a, NULL, &none, 0);
    hit->score = score_of_mnat(hit->mnat);
    return 0;
}

/* Before b among the hits. */
static bool ranks_before(const struct hit *a, const struct hit *b)
{
    return a->score != b->score ? a->score > b->score : a->entity < b->entity;
}

static void keep_hit(struct answer *out, size_t limit, const struct hit *hit, size_t *found_of,
                     size_t which)
{
    out->total++;
    size_t at = out->hit_count;
    while (at > 0 && ranks_before(hit, &out->hits[at - 1])) {
        at--;
    }
    if (at >= limit) {
        return;
    }
    size_t last = out->hit_count < limit ? out->hit_count++ : limit - 1;
    for (size_t i = last; i > at; i--) {
        out->hits[i] = out->hits[i - 1];
        found_of[i] = found_of[i - 1];
    }
    out->hits[at] = *hit;
    found_of[at] = which;
}

static int rank(struct search *x, struct answer *out)
{
    struct arena scratch;
    arena_init(&scratch, (size_t)64 << 20);
    size_t limit = x->options->limit;
    size_t *found_of = ARENA_ARRAY(x->arena, size_t, limit ? limit : 1);
    out->hits = ARENA_ARRAY(x->arena, struct hit, limit ? limit : 1);
    int result = out->hits && found_of ? 0 : ERR_MEMORY;
    for (size_t i = 0; result == 0 && i < x->s->found.n; i++) {
        struct attribute_terms a;
        struct entity e;
        struct hit hit = {.score = 0};
        arena_reset(&scratch);
        result = judge_entity(x, &x->s->found.p[i], &scratch, &a, &e, &hit);
        if (result == 0 && hit.score >= x->options->threshold) {
            keep_hit(out, limit, &hit, found_of, i);
        }
    }
    arena_release(&scratch);
    for (size_t i = 0; result == 0 && i < out->hit_count; i++) {
        struct attribute_terms a;
        struct entity e;
        const struct found *f = &x->s->found.p[found_of[i]];
        result = index_entity(x->s->ix, f->entity, x->arena, &e, NULL);
        result = result ? result : name_of_hit(x, f, &e, &out->hits[i]);
        if (result == 0 && (x->options->flags & SEARCH_EXPLAIN)) {
            attributes_weigh(&x->attributes, &e, &WEIGHTS[schema_name_kind(e.schema)], &a);
            result = explain(x, f, &a, &out->hits[i]);
        }
    }
    return result;
}

static int check_question(const struct question *q, const struct search_options *o,
                          struct diag *diag)
{
    if (q->name_count == 0 && q->identifier_count == 0) {
        FAIL(diag, ERR_USAGE, "neither a name nor an identifier to look for");
    }
    if (o->threshold < SCORE_LOWEST || o->threshold > SCORE_EQUAL) {
        FAIL(diag, ERR_USAGE, "the threshold must be between 0.500 and 1.000");
    }
    return 0;
}

int search_run(struct searcher *s, const struct question *question,
               const struct search_options *options, struct arena *arena, struct answer *out,
               struct diag *diag)
{
    TRY(check_question(question, options, diag));
    const struct choice *choice = choose_schemas(s, question);
    struct search x = {
        .s = s,
        .question = question,
        .options = options,
        .arena = arena,
        .attributes = {question->birth_dates, question->birth_date_count, question->countries,
                       question->country_count, question->gender, question->places,
                       question->place_count, question->identifiers,
                       question->identifier_count},
        .least = mnat_of_score(SCORE_LOWEST),
        .stamp = searcher_stamp(s),
        .wanted = choice->wanted,
        .kinds = choice->kinds,
    };
    *out = (struct answer){.total = 0};
    s->found.n = 0;
    s->damaged = false;
    s->no_memory = false;
    int result = analyse_names(&x, diag);
    for (x.at = 0; result == 0 && x.at < x.asked.n; x.at++) {
        search_name(&x);
    }
    if (result == 0) {
        search_identifiers(&x);
        result = rank(&x, out);
        if (result == ERR_FORMAT || s->damaged) {
            result = diag_set(diag, ERR_FORMAT,
                              "damaged index: 'vaglio verify' says where; build it again");
        } else if (result < 0 || s->no_memory || arena_failed(arena)) {
            result = diag_set(diag, ERR_LIMIT, "a question needs more memory than is allowed");
        }
    }
    out->cut = x.cut;
    VEC_RELEASE(&x.asked);
    return result;
}
