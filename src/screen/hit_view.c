#include "screen/hit_view.h"

static void add_once(struct hit_texts *texts, struct slice text)
{
    for (size_t i = 0; i < texts->n; i++) {
        if (slice_eq(texts->p[i], text)) {
            return;
        }
    }
    texts->p[texts->n++] = text;
}

static struct hit_texts values_of(const struct entity *e, enum property prop,
                                  struct arena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < e->value_count; i++) {
        n += e->values[i].prop == prop;
    }
    struct hit_texts texts = {n ? ARENA_ARRAY(arena, struct slice, n) : NULL, 0};
    for (size_t i = 0; texts.p && i < e->value_count; i++) {
        if (e->values[i].prop == prop) {
            add_once(&texts, e->values[i].text);
        }
    }
    return texts;
}

static struct hit_texts record_ids(const struct entity *e, struct arena *arena)
{
    struct hit_texts ids = {ARENA_ARRAY(arena, struct slice, e->referent_count + 1), 0};
    if (ids.p) {
        add_once(&ids, e->id);
        for (size_t i = 0; i < e->referent_count; i++) {
            add_once(&ids, e->referents[i]);
        }
    }
    return ids;
}

int hit_views(const struct index *ix, const struct answer *answer, struct arena *arena,
              struct hit_view **out, struct diag *diag)
{
    struct hit_view *views = ARENA_ARRAY(arena, struct hit_view, answer->hit_count);
    if (!views) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu hits", answer->hit_count);
    }
    for (size_t i = 0; i < answer->hit_count; i++) {
        struct hit_view *v = &views[i];
        v->hit = &answer->hits[i];
        TRY(index_entity(ix, v->hit->entity, arena, &v->party, diag));
        v->records = record_ids(&v->party, arena);
        v->datasets = (struct hit_texts){v->party.datasets, v->party.dataset_count};
        v->topics = values_of(&v->party, PROP_TOPICS, arena);
        v->programs = values_of(&v->party, PROP_PROGRAM_ID, arena);
        v->measures = values_of(&v->party, PROP_MEASURES, arena);
    }
    if (arena_failed(arena)) {
        FAIL(diag, ERR_LIMIT, "the parties found do not fit into memory");
    }
    *out = views;
    return 0;
}

struct slice hit_name_kind(const struct hit *hit)
{
    return slice_of(property_name(hit->name.kind));
}
