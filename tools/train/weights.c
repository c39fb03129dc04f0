/*
 * weights: moves the numbers of data/match/weights.tsv until names of one party score above the
 * alert threshold and names of different parties below it.
 *
 *     train_weights WEIGHTS.tsv EXAMPLES.tsv [ROUNDS [KIND]] > NEW.tsv
 *
 * KIND 0 is people, 1 organisations, 2 craft; all three by default.
 *
 * An example is a group of pairs of which the best counts, as in a search: lines of
 * group, S or D, weight in thousandths, schema, asked, listed.  Lines of a group stand together.
 * tools/train/examples.py makes them.
 *
 * The loss of a group is a step made smooth, 1 / (1 + exp(±(L − Lt) / SOFTNESS)): what lies far on
 * the wrong side is given up instead of dragging all numbers along.  Two thresholds t count: the
 * recommended one, where a miss is dear, and a strict one, where a false alarm is.  Coordinates
 * move one at a time, by a share of themselves that shrinks, and pay for leaving their first
 * value.  No chance is involved: the same examples give the same numbers.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "match/frequency.h"
#include "match/pair.h"
#include "model/schema.h"

enum { FIELDS = sizeof(struct weights) / sizeof(int32_t), GROUP_PAIRS_MAX = 64 };

static const double SOFTNESS = 1500; /* millinats */
enum {
    STRICT = 900,      /* thousandths */
    COARSE_ROUNDS = 4, /* the first rounds look at every so many group */
    COARSE_STRIDE = 3
};
static const double FALSE_AT_STRICT = 3; /* how much more a false alarm weighs there */
static const double STAY = 0.0004; /* of the mean loss, for a number e times its first value */

/* Numbers that are not learned here: of attributes, and counts. */
static const char *const FIXED[] = {"acronym_letters", "prior",    "weak_alias", "birth_",
                                    "gender_",         "country_", "place_",     "identifier_"};

struct analysed {
    struct slice raw;
    struct name readings[NAME_READINGS_MAX];
    size_t n;
};

struct example {
    uint32_t asked, listed; /* analysed names */
};

struct group {
    uint32_t first, n; /* examples */
    uint8_t kind;
    bool same;
    float weight;
    float loss;
};

struct trainer {
    struct arena names, scratch;
    struct analysed *list;
    size_t count, room;
    struct map known[NAME_KINDS];
    struct example *examples;
    size_t example_count, example_room;
    struct group *groups;
    size_t group_count, group_room;
    char field[FIELDS][40];
    struct weights first[NAME_KINDS];
};

static void die(const char *words)
{
    fprintf(stderr, "train_weights: %s\n", words);
    exit(1);
}

static void *grow(void *p, size_t *room, size_t n, size_t size)
{
    if (n < *room) {
        return p;
    }
    *room = *room ? *room * 2 : 1024;
    p = realloc(p, *room * size);
    if (!p) {
        die("out of memory");
    }
    return p;
}

static int32_t *number(unsigned kind, size_t field)
{
    return (int32_t *)&WEIGHTS[kind] + field;
}

/* The names of the fields; the file must hold the numbers that are compiled in, in their order. */
static void read_weights(struct trainer *t, const char *path)
{
    FILE *f = fopen(path, "r");
    char line[400];
    size_t n = 0;
    while (f && fgets(line, sizeof line, f)) {
        int v[NAME_KINDS];
        if (line[0] == '#') {
            fputs(line, stdout);
            continue;
        }
        if (n >= FIELDS ||
            sscanf(line, "%39s %d %d %d", t->field[n], &v[0], &v[1], &v[2]) != 4) {
            die("a line of the weights is not NAME PERSON ORGANIZATION CRAFT");
        }
        for (unsigned k = 0; k < NAME_KINDS; k++) {
            if (*number(k, n) != v[k]) {
                die("the weights are not those compiled in, or not in the order of struct "
                    "weights");
            }
        }
        n++;
    }
    if (!f || n != FIELDS) {
        die("the weights cannot be read or are not all there");
    }
    (void)fclose(f);
    memcpy(t->first, WEIGHTS, sizeof t->first);
}

static uint32_t analysed(struct trainer *t, struct slice raw, enum name_kind kind)
{
    uint32_t found = map_get(&t->known[kind], raw);
    if (found != MAP_NONE) {
        return found;
    }
    t->list = grow(t->list, &t->room, t->count, sizeof *t->list);
    struct analysed *a = &t->list[t->count];
    a->raw = arena_copy(&t->names, raw);
    if (name_analyse(&t->names, a->raw, kind, a->readings, &a->n, NULL) < 0) {
        return MAP_NONE;
    }
    return map_put(&t->known[kind], a->raw, (uint32_t)t->count++, NULL);
}

static struct slice cell(char **at)
{
    char *p = *at;
    size_t n = strcspn(p, "\t\n");
    *at = p[n] ? p + n + 1 : p + n;
    return (struct slice){p, n};
}

static void read_examples(struct trainer *t, const char *path)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;
    char last[64] = "";
    size_t unread = 0;
    while (f && getline(&line, &size, f) > 0) {
        char *at = line;
        struct slice id = cell(&at);
        struct slice label = cell(&at);
        double weight = atof(cell(&at).p) / 1000;
        struct slice schema = cell(&at);
        enum name_kind kind = schema_name_kind(schema_find(schema));
        uint32_t asked = analysed(t, cell(&at), kind);
        uint32_t listed = analysed(t, cell(&at), kind);
        if (asked == MAP_NONE || listed == MAP_NONE || id.n >= sizeof last) {
            unread++;
            continue;
        }
        if (strlen(last) != id.n || memcmp(last, id.p, id.n) != 0) {
            memcpy(last, id.p, id.n);
            last[id.n] = 0;
            t->groups = grow(t->groups, &t->group_room, t->group_count, sizeof *t->groups);
            t->groups[t->group_count++] = (struct group){(uint32_t)t->example_count,
                                                         0,
                                                         (uint8_t)kind,
                                                         label.p[0] == 'S',
                                                         (float)weight,
                                                         0};
        }
        struct group *g = &t->groups[t->group_count - 1];
        if (g->n >= GROUP_PAIRS_MAX) {
            die("a group has too many pairs");
        }
        t->examples =
            grow(t->examples, &t->example_room, t->example_count, sizeof *t->examples);
        t->examples[t->example_count++] = (struct example){asked, listed};
        g->n++;
    }
    free(line);
    if (unread) {
        fprintf(stderr, "%zu pairs left out: no letters in a name, or too long an id\n",
                unread);
    }
    if (!f || t->group_count == 0) {
        die("no examples");
    }
    (void)fclose(f);
}

static int32_t pair_mnat(struct trainer *t, const struct example *e)
{
    const struct analysed *a = &t->list[e->asked];
    const struct analysed *b = &t->list[e->listed];
    int32_t best = INT32_MIN;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            struct pair_score s;
            arena_reset(&t->scratch);
            if (pair_compare(&a->readings[i], a->raw, &b->readings[k], b->raw, &t->scratch,
                             &s) < 0) {
                die("out of memory");
            }
            best = s.mnat > best ? s.mnat : best;
        }
    }
    return best;
}

static double group_loss(struct trainer *t, const struct group *g, bool *wrong)
{
    int32_t best = INT32_MIN;
    for (uint32_t i = 0; i < g->n; i++) {
        int32_t m = pair_mnat(t, &t->examples[g->first + i]);
        best = m > best ? m : best;
    }
    double above = (best - mnat_of_score(SCORE_ALERT)) / SOFTNESS;
    double strict = (best - mnat_of_score(STRICT)) / SOFTNESS;
    *wrong = g->same ? above < 0 : above >= 0;
    double at_alert = 1 / (1 + exp(g->same ? above : -above));
    double at_strict = 1 / (1 + exp(g->same ? strict : -strict));
    return (double)g->weight * (at_alert + at_strict * (g->same ? 1 : FALSE_AT_STRICT));
}

/* Mean loss of the groups of a kind, and what the numbers pay for where they stand. */
static double loss(struct trainer *t, unsigned kind, size_t stride, double wrong[2])
{
    double sum = 0;
    double weight = 0;
    double total[2] = {0, 0};
    wrong[0] = wrong[1] = 0;
    for (size_t i = 0; i < t->count; i++) {
        for (size_t k = 0; k < t->list[i].n; k++) {
            if (t->list[i].readings[k].kind == kind) {
                frequency_weigh(&t->list[i].readings[k]);
            }
        }
    }
    for (size_t i = 0; i < t->group_count; i += stride) {
        struct group *g = &t->groups[i];
        bool bad;
        if (g->kind != kind) {
            continue;
        }
        sum += group_loss(t, g, &bad);
        weight += (double)g->weight;
        wrong[g->same] += bad ? (double)g->weight : 0;
        total[g->same] += (double)g->weight;
    }
    for (size_t k = 0; k < 2; k++) {
        wrong[k] /= total[k] > 0 ? total[k] : 1;
    }
    double moved = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        double was = ((const int32_t *)&t->first[kind])[i];
        double is = *number(kind, i);
        if (was * is > 0) {
            moved += pow(log(is / was), 2);
        }
    }
    return sum / (weight > 0 ? weight : 1) + STAY * moved;
}

static bool is_fixed(const char *name)
{
    for (size_t i = 0; i < sizeof FIXED / sizeof *FIXED; i++) {
        if (strncmp(name, FIXED[i], strlen(FIXED[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* Tries a number a share larger and smaller; keeps what lowers the loss. */
static double move(struct trainer *t, unsigned kind, size_t field, double share, size_t stride,
                   double best)
{
    int32_t *p = number(kind, field);
    for (int sign = -1; sign <= 1; sign += 2) {
        int32_t was = *p;
        double wrong[2];
        *p = (int32_t)lround(was * (1 + sign * share));
        double now = *p == was ? best : loss(t, kind, stride, wrong);
        if (now < best - 1e-7) {
            fprintf(stderr, "kind %u %-22s %6d -> %6d  loss %.5f  missed %.4f  false %.4f\n",
                    kind, t->field[field], was, *p, now, wrong[1], wrong[0]);
            return now;
        }
        *p = was;
    }
    return best;
}

static void train(struct trainer *t, unsigned kind, int rounds)
{
    double wrong[2];
    double share = 0.3;
    for (int round = 0; round < rounds; round++) {
        size_t stride = round < COARSE_ROUNDS ? COARSE_STRIDE : 1;
        double best = loss(t, kind, stride, wrong);
        double before = best;
        fprintf(stderr, "kind %u round %d loss %.5f missed %.4f false %.4f\n", kind, round,
                best, wrong[1], wrong[0]);
        for (size_t i = 0; i < FIELDS; i++) {
            if (!is_fixed(t->field[i])) {
                best = move(t, kind, i, share, stride, best);
            }
        }
        share = before - best < 0.002 * before ? share / 2 : share;
        if (share < 0.03) {
            break;
        }
    }
}

int main(int argc, char **argv)
{
    static struct trainer t;
    if (argc < 3) {
        die("usage: train_weights WEIGHTS.tsv EXAMPLES.tsv [ROUNDS [KIND]]");
    }
    arena_init(&t.names, SIZE_MAX / 2);
    arena_init(&t.scratch, SIZE_MAX / 2);
    for (size_t k = 0; k < NAME_KINDS; k++) {
        map_init(&t.known[k], 1);
    }
    read_weights(&t, argv[1]);
    read_examples(&t, argv[2]);
    fprintf(stderr, "%zu groups, %zu pairs, %zu names\n", t.group_count, t.example_count,
            t.count);
    for (unsigned k = 0; k < NAME_KINDS; k++) {
        if (argc < 5 || atoi(argv[4]) == (int)k) {
            train(&t, k, argc > 3 ? atoi(argv[3]) : 12);
        }
    }
    for (size_t i = 0; i < FIELDS; i++) {
        printf("%s\t%d\t%d\t%d\n", t.field[i], *number(0, i), *number(1, i), *number(2, i));
    }
    return 0;
}
