/*
 * merge_help - records written in a line, merged, and asked about.
 *
 *     struct merge_case c;
 *     case_begin(&c);
 *     case_add(&c, "un:QDi.335", SCHEMA_PERSON, "un_sc_sanctions",
 *              "name=Ivan Horvat; birthDate=1970-03-14; passportNumber=K1234567@hr");
 *     case_run(&c);
 *     assert_true(case_joined(&c, "un:QDi.335", "ofac:1"));
 *     case_end(&c);
 *
 * Properties stand between semicolons; behind '@' stands the note of a value.  All persons are
 * invented.
 */
#ifndef MERGE_HELP_H
#define MERGE_HELP_H

#include "merge/merge.h"
#include "test.h"

enum { CASE_RECORDS = 64 };

struct merge_case {
    struct arena arena;
    struct entity records[CASE_RECORDS];
    size_t n;
    struct merge_options options;
    struct merge_outcome outcome;
};

static inline void case_begin(struct merge_case *c)
{
    memset(c, 0, sizeof *c);
    arena_init(&c->arena, 64 << 20);
    c->options = (struct merge_options){.uses = MERGE_ALL};
}

static inline void case_end(struct merge_case *c)
{
    arena_release(&c->arena);
}

static inline void case_values(struct merge_case *c, struct entity *e, const char *text)
{
    struct slice rest = slice_of(text);
    while (rest.n) {
        struct slice value = slice_trim(slice_next(&rest, ';'));
        if (value.n == 0) {
            continue;
        }
        struct slice name = slice_next(&value, '=');
        struct slice said = slice_next(&value, '@');
        enum property prop = property_find(name);
        if (prop == PROP_UNKNOWN) {
            fail_msg("no property '%.*s'", SLICE_ARG(name));
        }
        assert_int_equal(entity_add_noted(e, &c->arena, prop, said, value), 0);
    }
}

static inline struct entity *case_add(struct merge_case *c, const char *id, enum schema schema,
                                      const char *dataset, const char *values)
{
    struct entity *e = &c->records[c->n++];
    assert_true(c->n <= CASE_RECORDS);
    entity_init(e, schema, slice_of(id), slice_of(dataset), &c->arena);
    case_values(c, e, values);
    return e;
}

/* Further record ids, divided by blanks. */
static inline void case_referents(struct merge_case *c, struct entity *e, const char *ids)
{
    struct slice rest = slice_of(ids);
    e->referents = ARENA_ARRAY(&c->arena, struct slice, 16);
    while (rest.n) {
        e->referents[e->referent_count++] = slice_next(&rest, ' ');
    }
}

static inline int case_compare(const void *a, const void *b)
{
    return slice_cmp(((const struct entity *)a)->id, ((const struct entity *)b)->id);
}

static inline int case_try(struct merge_case *c, struct diag *diag)
{
    qsort(c->records, c->n, sizeof *c->records, case_compare);
    return merge_run(c->records, &c->n, &c->options, &c->arena, &c->outcome, diag);
}

static inline void case_run(struct merge_case *c)
{
    struct diag diag = {.code = 0};
    if (case_try(c, &diag) < 0) {
        fail_msg("%s", diag.text);
    }
}

/* The entity that has the record, NULL when none does. */
static inline const struct entity *case_find(const struct merge_case *c, const char *id)
{
    for (size_t i = 0; i < c->n; i++) {
        const struct entity *e = &c->records[i];
        bool found = slice_is(e->id, id);
        for (size_t k = 0; !found && k < e->referent_count; k++) {
            found = slice_is(e->referents[k], id);
        }
        if (found) {
            return e;
        }
    }
    return NULL;
}

static inline bool case_joined(const struct merge_case *c, const char *a, const char *b)
{
    const struct entity *x = case_find(c, a);
    assert_non_null(x);
    return x == case_find(c, b);
}

/* What is remembered of the party with the record; NULL when nothing is. */
static inline const struct merged *case_merged(const struct merge_case *c, const char *id)
{
    const struct entity *e = case_find(c, id);
    for (size_t i = 0; i < c->outcome.merged_count; i++) {
        if (&c->records[c->outcome.merged[i].entity] == e) {
            return &c->outcome.merged[i];
        }
    }
    return NULL;
}

/* The pair of two records that were weighed, NULL when they were not. */
static inline const struct merged_pair *case_pair(const struct merge_case *c, const char *a,
                                                  const char *b)
{
    const struct merged *m = case_merged(c, a);
    for (size_t i = 0; m && i < m->pair_count; i++) {
        const struct merged_pair *p = &m->pairs[i];
        if ((slice_is(p->a, a) && slice_is(p->b, b)) ||
            (slice_is(p->a, b) && slice_is(p->b, a))) {
            return p;
        }
    }
    return NULL;
}

/* Two records of one kind on two lists: are they joined?  By what goes to *pair (optional). */
static inline bool case_two(enum schema schema, const char *a, const char *b,
                            enum join_reason *reason, enum join_against *against)
{
    struct merge_case c;
    case_begin(&c);
    case_add(&c, "un:1", schema, "list_un", a);
    case_add(&c, "ofac:1", schema, "list_ofac", b);
    case_run(&c);
    bool joined = case_joined(&c, "un:1", "ofac:1");
    const struct merged_pair *p = case_pair(&c, "un:1", "ofac:1");
    if (reason) {
        *reason = p ? p->reason : JOIN_REASONS;
    }
    if (against) {
        *against = p ? p->against : AGAINST_NOTHING;
    }
    case_end(&c);
    return joined;
}

/* Of two records; checks both directions. */
static inline void joins(enum schema schema, const char *a, const char *b,
                         enum join_reason expected)
{
    enum join_reason reason;
    assert_true(case_two(schema, a, b, &reason, NULL));
    assert_int_equal(reason, expected);
    assert_true(case_two(schema, b, a, &reason, NULL));
    assert_int_equal(reason, expected);
}

static inline void stays_apart(enum schema schema, const char *a, const char *b)
{
    assert_false(case_two(schema, a, b, NULL, NULL));
    assert_false(case_two(schema, b, a, NULL, NULL));
}

static inline void is_refused(enum schema schema, const char *a, const char *b,
                              enum join_against expected)
{
    enum join_against against;
    assert_false(case_two(schema, a, b, NULL, &against));
    assert_int_equal(against, expected);
    assert_false(case_two(schema, b, a, NULL, &against));
    assert_int_equal(against, expected);
}

#endif
