#include "index/builder.h"

#include <stdlib.h>

#include "index/compile.h"

static int keep_strings(struct arena *a, struct slice **list, size_t n)
{
    struct slice *copy = ARENA_ARRAY(a, struct slice, n);
    if (!copy) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < n; i++) {
        copy[i] = arena_copy(a, (*list)[i]);
    }
    *list = copy;
    return 0;
}

int builder_new(size_t memory_limit, struct builder **out)
{
    struct builder *b = calloc(1, sizeof *b);
    if (!b) {
        return ERR_MEMORY;
    }
    arena_init(&b->arena, memory_limit);
    *out = b;
    return 0;
}

void builder_free(struct builder *b)
{
    if (b) {
        arena_release(&b->arena);
        VEC_RELEASE(&b->entities);
        VEC_RELEASE(&b->lists);
        free(b);
    }
}

static int keep_entity(struct arena *a, struct entity *e)
{
    struct value *values = ARENA_ARRAY(a, struct value, e->value_count);
    if (!values) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < e->value_count; i++) {
        values[i] = (struct value){e->values[i].prop, arena_copy(a, e->values[i].text),
                                   arena_copy(a, e->values[i].note)};
    }
    e->values = values;
    e->value_room = e->value_count;
    e->id = arena_copy(a, e->id);
    e->caption = arena_copy(a, e->caption);
    TRY(keep_strings(a, &e->datasets, e->dataset_count));
    TRY(keep_strings(a, &e->referents, e->referent_count));
    return arena_failed(a) ? ERR_MEMORY : 0;
}

int builder_add(struct builder *b, const struct entity *e, struct diag *diag)
{
    struct entity *kept = VEC_ADD(&b->entities);
    if (!kept) {
        FAIL(diag, ERR_MEMORY, "no memory for the entities of the lists");
    }
    *kept = *e;
    if (keep_entity(&b->arena, kept) < 0) {
        FAIL(diag, ERR_LIMIT, "the lists need more memory than --memory allows");
    }
    return 0;
}

void builder_merge(struct builder *b, const struct merge_options *options)
{
    b->merge = *options;
}

int builder_add_list(struct builder *b, const struct list_info *list, struct diag *diag)
{
    struct list_info *kept = VEC_ADD(&b->lists);
    if (!kept) {
        FAIL(diag, ERR_MEMORY, "no memory for the table of lists");
    }
    *kept = *list;
    kept->dataset = arena_copy(&b->arena, list->dataset);
    kept->title = arena_copy(&b->arena, list->title);
    kept->date = arena_copy(&b->arena, list->date);
    return 0;
}

/* Sorting */

static int compare_lists(const void *a, const void *b)
{
    const struct list_info *x = a;
    const struct list_info *y = b;
    int c = slice_cmp(x->dataset, y->dataset);
    c = c ? c : slice_cmp(x->date, y->date);
    c = c ? c : slice_cmp(x->title, y->title);
    c = c ? c : (x->hash > y->hash) - (x->hash < y->hash);
    return c ? c : (x->records > y->records) - (x->records < y->records);
}

static int compare_strings(const struct slice *a, size_t n, const struct slice *b, size_t m)
{
    for (size_t i = 0; i < n && i < m; i++) {
        int c = slice_cmp(a[i], b[i]);
        if (c) {
            return c;
        }
    }
    return n < m ? -1 : n > m;
}

/* By id; records that share one by everything else that they say, so that the order in which
 * they came leaves no trace. */
static int compare_entities(const void *a, const void *b)
{
    const struct entity *x = a;
    const struct entity *y = b;
    int c = slice_cmp(x->id, y->id);
    c = c ? c : compare_strings(x->datasets, x->dataset_count, y->datasets, y->dataset_count);
    c = c ? c
          : compare_strings(x->referents, x->referent_count, y->referents, y->referent_count);
    c = c ? c : (int)x->schema - (int)y->schema;
    c = c ? c : slice_cmp(x->caption, y->caption);
    for (size_t i = 0; !c && i < x->value_count && i < y->value_count; i++) {
        c = (int)x->values[i].prop - (int)y->values[i].prop;
        c = c ? c : slice_cmp(x->values[i].text, y->values[i].text);
        c = c ? c : slice_cmp(x->values[i].note, y->values[i].note);
    }
    return c ? c : (x->value_count > y->value_count) - (x->value_count < y->value_count);
}

int builder_settle(struct builder *b, struct diag *diag)
{
    if (b->lists.n) {
        qsort(b->lists.p, b->lists.n, sizeof *b->lists.p, compare_lists);
    }
    if (b->entities.n) {
        qsort(b->entities.p, b->entities.n, sizeof *b->entities.p, compare_entities);
    }
    return merge_run(b->entities.p, &b->entities.n, &b->merge, &b->arena, &b->merged, diag);
}
