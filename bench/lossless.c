/*
 * lossless - does the indexed search return exactly what comparing with every name returns?
 *
 *     lossless INDEX [QUERIES [SEED [NAMES-FILE]]]
 *
 * Makes questions of six kinds from the index's own entities and, when given, from a file of
 * innocent names (one a line): names as they stand, names with one to three edits, tokens of
 * several names thrown together, joined and split tokens, names with attributes and
 * identifiers, innocent names.  Each is asked twice, by the index and exhaustively, at 0.500
 * and at 0.700; a difference in any hit, score or total is printed and makes the exit status 1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/num.h"
#include "index/search.h"

enum { TEXT_MAX = 400, KINDS = 6 };

static uint64_t state;

static uint32_t random_below(uint32_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return n ? (uint32_t)((state >> 16) % n) : 0;
}

struct asked {
    char text[TEXT_MAX];
    struct slice name;
    struct slice countries[1];
    struct date birth[1];
    struct identifier ids[1];
    struct question q;
    const char *kind;
};

/* A random name of a random party, and the party. */
static bool random_name(const struct index *ix, struct arena *arena, struct entity *e,
                        struct slice *name)
{
    for (int tries = 0; tries < 50; tries++) {
        uint32_t n = random_below(index_entity_count(ix));
        arena_reset(arena);
        if (index_entity(ix, n, arena, e, NULL) < 0 || !schema_is_party(e->schema)) {
            continue;
        }
        size_t start = random_below((uint32_t)e->value_count);
        for (size_t i = 0; i < e->value_count; i++) {
            const struct value *v = &e->values[(start + i) % e->value_count];
            if (property_type(v->prop) == TYPE_NAME && v->text.n < TEXT_MAX / 2) {
                *name = v->text;
                return true;
            }
        }
    }
    return false;
}

static void put(struct asked *a, struct slice s)
{
    size_t n = s.n < TEXT_MAX - 1 ? s.n : TEXT_MAX - 1;
    memcpy(a->text, s.p, n);
    a->name = (struct slice){a->text, n};
}

static void append(struct asked *a, struct slice s)
{
    if (a->name.n + s.n + 1 < TEXT_MAX) {
        a->text[a->name.n++] = ' ';
        memcpy(a->text + a->name.n, s.p, s.n);
        a->name.n += s.n;
    }
}

/* Edits touch ASCII letters only, so that the text stays UTF-8. */
static void edit(struct asked *a)
{
    size_t n = a->name.n;
    size_t at = random_below((uint32_t)n);
    for (size_t i = 0; i < n && !ascii_is_alpha(a->text[at]); i++) {
        at = (at + 1) % n;
    }
    if (n < 2 || !ascii_is_alpha(a->text[at])) {
        return;
    }
    char letter = (char)('a' + (int)random_below(26));
    switch (random_below(4)) {
    case 0:
        a->text[at] = letter;
        break;
    case 1:
        memmove(a->text + at, a->text + at + 1, n - at - 1);
        a->name.n--;
        break;
    case 2:
        if (n + 1 < TEXT_MAX) {
            memmove(a->text + at + 1, a->text + at, n - at);
            a->text[at] = letter;
            a->name.n++;
        }
        break;
    default:
        if (at + 1 < n && ascii_is_alpha(a->text[at + 1])) {
            char c = a->text[at];
            a->text[at] = a->text[at + 1];
            a->text[at + 1] = c;
        }
    }
}

static struct slice random_token(struct slice s)
{
    for (int tries = 0; tries < 20; tries++) {
        size_t at = random_below((uint32_t)s.n);
        size_t from = at;
        while (from > 0 && s.p[from - 1] != ' ') {
            from--;
        }
        while (at < s.n && s.p[at] != ' ') {
            at++;
        }
        if (at > from) {
            return slice_cut(s, from, at);
        }
    }
    return s;
}

static void rejoin(struct asked *a)
{
    for (size_t i = 1; i + 1 < a->name.n; i++) {
        bool apart = a->text[i] == ' ' || a->text[i] == '-';
        if (apart && random_below(2)) {
            memmove(a->text + i, a->text + i + 1, a->name.n - i - 1);
            a->name.n--;
        } else if (!apart && ascii_is_alpha(a->text[i]) && ascii_is_alpha(a->text[i - 1]) &&
                   random_below(12) == 0 && a->name.n + 1 < TEXT_MAX) {
            memmove(a->text + i + 1, a->text + i, a->name.n - i);
            a->text[i] = ' ';
            a->name.n++;
            i++;
        }
    }
}

static void add_attributes(struct asked *a, const struct entity *e)
{
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        if (v->prop == PROP_BIRTH_DATE && random_below(2) &&
            date_parse(v->text, true, &a->birth[0])) {
            a->birth[0].year = (int16_t)(a->birth[0].year + (int)random_below(4) / 3 * 7);
            a->q.birth_date_count = 1;
        } else if (property_type(v->prop) == TYPE_COUNTRY && random_below(3) == 0) {
            a->countries[0] = random_below(3) ? v->text : SLICE("fr");
            a->q.country_count = 1;
        } else if (property_type(v->prop) == TYPE_IDENTIFIER && random_below(2)) {
            identifier_parse(id_scheme_of(v->prop), v->text, &a->ids[0]);
            a->q.identifier_count = a->ids[0].n > 0;
        }
    }
    a->q.birth_dates = a->birth;
    a->q.countries = a->countries;
    a->q.identifiers = a->ids;
    a->q.schema = random_below(2) ? e->schema : SCHEMA_NONE;
    a->q.any_schema = random_below(3) == 0;
}

static struct slice random_line(struct slice file)
{
    size_t at = random_below((uint32_t)file.n);
    while (at > 0 && file.p[at - 1] != '\n') {
        at--;
    }
    size_t end = at;
    while (end < file.n && file.p[end] != '\n' && file.p[end] != '\r') {
        end++;
    }
    return slice_cut(file, at, end);
}

static bool make(const struct index *ix, struct arena *arena, struct slice innocent,
                 unsigned kind, struct asked *a)
{
    static const char *const WORDS[KINDS] = {"as listed", "edited",     "mixed tokens",
                                             "rejoined",  "attributes", "innocent"};
    struct entity e;
    struct slice name;
    *a = (struct asked){.kind = WORDS[kind]};
    if (!random_name(ix, arena, &e, &name)) {
        return false;
    }
    put(a, name);
    if (kind == 1) {
        for (uint32_t n = 1 + random_below(3); n > 0; n--) {
            edit(a);
        }
    } else if (kind == 2) {
        put(a, random_token(name));
        for (uint32_t n = 1 + random_below(3); n > 0 && random_name(ix, arena, &e, &name);
             n--) {
            append(a, random_token(name));
        }
    } else if (kind == 3) {
        rejoin(a);
    } else if (kind == 4) {
        if (random_below(2)) {
            edit(a);
        }
        add_attributes(a, &e);
    } else if (kind == 5 && innocent.n) {
        put(a, random_line(innocent));
    }
    a->q.any_schema |= kind < 4 && random_below(3) == 0;
    a->q.names = &a->name;
    a->q.name_count = 1;
    return a->name.n > 0;
}

static bool equal(const struct answer *a, const struct answer *b)
{
    if (a->total != b->total || a->hit_count != b->hit_count) {
        return false;
    }
    for (size_t i = 0; i < a->hit_count; i++) {
        if (a->hits[i].entity != b->hits[i].entity || a->hits[i].score != b->hits[i].score ||
            a->hits[i].mnat != b->hits[i].mnat ||
            !slice_eq(a->hits[i].name.listed, b->hits[i].name.listed)) {
            return false;
        }
    }
    return true;
}

static void show(const struct asked *a, unsigned threshold, const struct answer *fast,
                 const struct answer *full)
{
    printf("DIFFERENT at %u (%s): \"%.*s\": indexed %llu, exhaustive %llu\n", threshold,
           a->kind, SLICE_ARG(a->name), (unsigned long long)fast->total,
           (unsigned long long)full->total);
    for (size_t i = 0; i < full->hit_count; i++) {
        printf("  exhaustive %u %u \"%.*s\"\n", full->hits[i].score, full->hits[i].entity,
               SLICE_ARG(full->hits[i].name.listed));
    }
    for (size_t i = 0; i < fast->hit_count; i++) {
        printf("  indexed    %u %u \"%.*s\"\n", fast->hits[i].score, fast->hits[i].entity,
               SLICE_ARG(fast->hits[i].name.listed));
    }
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    struct diag diag = {0};
    struct index *ix;
    struct searcher *s;
    struct slice innocent = {NULL, 0};
    uint64_t queries = 4000;
    state = 88172645463325252U;
    if (argc < 2 || (argc > 2 && !parse_u64(slice_of(argv[2]), &queries)) ||
        (argc > 3 && !parse_u64(slice_of(argv[3]), &state))) {
        fprintf(stderr, "usage: lossless INDEX [QUERIES [SEED [NAMES-FILE]]]\n");
        return 2;
    }
    if (index_open(argv[1], &ix, &diag) < 0 || searcher_new(ix, &s) < 0 ||
        (argc > 4 && file_map(argv[4], &innocent, &diag) < 0)) {
        fprintf(stderr, "lossless: %s\n", diag.text);
        return 3;
    }
    struct arena name_arena;
    struct arena arena;
    arena_init(&name_arena, (size_t)64 << 20);
    arena_init(&arena, (size_t)256 << 20);
    uint64_t asked = 0;
    uint64_t hits = 0;
    uint64_t wrong = 0;
    double fast_time = 0;
    double full_time = 0;
    for (uint64_t i = 0; i < queries; i++) {
        struct asked a;
        if (!make(ix, &name_arena, innocent, (unsigned)(i % KINDS), &a)) {
            continue;
        }
        struct search_options o = {.threshold = i & 8 ? 500 : 700, .limit = 50};
        struct answer fast;
        struct answer full;
        arena_reset(&arena);
        double t0 = seconds();
        int r = search_run(s, &a.q, &o, &arena, &fast, &diag);
        double t1 = seconds();
        o.flags = SEARCH_EXHAUSTIVE;
        int r2 = search_run(s, &a.q, &o, &arena, &full, &diag);
        full_time += seconds() - t1;
        fast_time += t1 - t0;
        if (r != r2 || (r == 0 && !equal(&fast, &full))) {
            wrong++;
            if (r == 0 && r2 == 0) {
                show(&a, o.threshold, &fast, &full);
            }
        } else if (r == 0) {
            asked++;
            hits += full.total;
        }
    }
    printf("%llu questions alike, %llu different; %llu hits; %.0f us a question by the index, "
           "%.0f us exhaustively\n",
           (unsigned long long)asked, (unsigned long long)wrong, (unsigned long long)hits,
           fast_time * 1e6 / (double)queries, full_time * 1e6 / (double)queries);
    arena_release(&arena);
    arena_release(&name_arena);
    searcher_free(s);
    index_close(ix);
    file_unmap(innocent);
    return wrong ? 1 : 0;
}
