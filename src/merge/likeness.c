#include "merge/likeness.h"

#include "match/frequency.h"
#include "match/pair.h"

enum { SIDE_ARENA = 64 << 20, SCRATCH_ARENA = 16 << 20 };

void likeness_desk_init(struct likeness_desk *d)
{
    memset(d, 0, sizeof *d);
    arena_init(&d->sides[0].arena, SIDE_ARENA);
    arena_init(&d->sides[1].arena, SIDE_ARENA);
    arena_init(&d->scratch, SCRATCH_ARENA);
}

void likeness_desk_release(struct likeness_desk *d)
{
    arena_release(&d->sides[0].arena);
    arena_release(&d->sides[1].arena);
    arena_release(&d->scratch);
}

static bool is_full_name(enum property p)
{
    return p == PROP_NAME || p == PROP_ALIAS || p == PROP_PREVIOUS_NAME;
}

static bool has_text(const struct likeness_name *names, size_t n, struct slice text)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_eq(names[i].raw, text)) {
            return true;
        }
    }
    return false;
}

static int add_readings(struct slice text, bool is_main, enum name_kind kind,
                        struct arena *arena, struct likeness_name *names, size_t room, size_t *n)
{
    struct name readings[NAME_READINGS_MAX];
    size_t count = 0;
    int r = name_analyse(arena, text, kind, readings, &count, NULL);
    for (size_t i = 0; r == 0 && i < count && *n < room; i++) {
        frequency_weigh(&readings[i]);
        names[(*n)++] = (struct likeness_name){readings[i], text, is_main};
    }
    return r == ERR_MEMORY ? r : 0;
}

int likeness_names(const struct entity *e, enum name_kind kind, struct arena *arena,
                   struct likeness_name *names, size_t room, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < e->value_count && *n < room; i++) {
        struct slice parts[NAME_PARTS_MAX];
        if (!is_full_name(e->values[i].prop)) {
            continue;
        }
        size_t count = name_split(e->values[i].text, parts);
        for (size_t k = 0; k < count; k++) {
            if (!has_text(names, *n, parts[k])) {
                bool is_main = e->values[i].prop == PROP_NAME;
                TRY(add_readings(parts[k], is_main, kind, arena, names, room, n));
            }
        }
    }
    return 0;
}

static int load(struct likeness_side *s, const struct entity *e, enum name_kind kind)
{
    if (s->entity == e && s->n && s->names[0].name.kind == kind) {
        return 0;
    }
    arena_reset(&s->arena);
    s->entity = e;
    return likeness_names(e, kind, &s->arena, s->names, LIKENESS_NAMES_MAX, &s->n);
}

/* Words that tell parties apart, in the shorter of two names. */
static unsigned telling_words(const struct name *a, const struct name *b)
{
    const struct name *shorter = a->n < b->n ? a : b;
    unsigned words = 0;
    for (size_t i = 0; i < shorter->n; i++) {
        words += shorter->tokens[i].class == TOKEN_NAME;
    }
    return words;
}

/* Pairs that are equal but for spelling beat others, the more main names the better. */
static unsigned grade(const struct likeness *l)
{
    return l->score >= SCORE_SAME_TOKENS ? 1 + l->mains : 0;
}

static bool is_better(const struct likeness *l, const struct likeness *best)
{
    if (grade(l) != grade(best)) {
        return grade(l) > grade(best);
    }
    return l->score != best->score ? l->score > best->score : l->info > best->info;
}

static int weigh(const struct likeness_name *a, const struct likeness_name *b,
                 struct arena *scratch, struct likeness *best)
{
    struct pair_score there;
    struct pair_score back;
    arena_reset(scratch);
    TRY(pair_compare(&a->name, a->raw, &b->name, b->raw, scratch, &there));
    if (score_of_mnat(there.mnat) < SCORE_LOWEST) {
        return 0;
    }
    TRY(pair_compare(&b->name, b->raw, &a->name, a->raw, scratch, &back));
    int32_t mnat = there.mnat < back.mnat ? there.mnat : back.mnat;
    struct likeness l = {.score = score_of_mnat(mnat),
                         .info = there.alignment.info < back.alignment.info
                                     ? there.alignment.info
                                     : back.alignment.info,
                         .words = telling_words(&a->name, &b->name),
                         .mains = (unsigned)a->main + b->main,
                         .a = a->raw,
                         .b = b->raw};
    if (is_better(&l, best)) {
        *best = l;
    }
    return 0;
}

int likeness_of(struct likeness_desk *d, const struct entity *a, const struct entity *b,
                enum name_kind kind, struct likeness *out)
{
    struct likeness best = {.score = 0};
    TRY(load(&d->sides[0], a, kind));
    TRY(load(&d->sides[1], b, kind));
    for (size_t i = 0; i < d->sides[0].n; i++) {
        for (size_t k = 0; k < d->sides[1].n; k++) {
            TRY(weigh(&d->sides[0].names[i], &d->sides[1].names[k], &d->scratch, &best));
        }
    }
    *out = best;
    return 0;
}
