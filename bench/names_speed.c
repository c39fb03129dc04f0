/*
 * names_speed - what it costs to make compiled tokens of the bytes of a name, by script.
 *
 *     names_speed NAMES.tsv [ROUNDS]
 *
 * A line is a schema, a tab, a name.  Every name is analysed as the builder and the search do it
 * (name_split, name_analyse, the weights of its tokens), ROUNDS times; of the rounds the fastest
 * counts, and of the clock the processor's time of this thread.  A name belongs to the script of
 * its first letter.  Output is TSV: script, names, bytes, tokens, microseconds a name, nanoseconds
 * a byte.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/num.h"
#include "base/vec.h"
#include "match/frequency.h"
#include "text/name.h"

struct line {
    struct slice name;
    enum name_kind kind;
};

struct group {
    VEC(struct line) lines;
    uint64_t bytes, tokens;
    double us; /* of the fastest round */
};

static double now_us(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static enum script script_of_name(struct slice name)
{
    uint32_t cp;
    size_t at = 0;
    while (utf8_next(name, &at, &cp)) {
        if (fold_is_word(cp) && script_of(cp) != SCRIPT_COMMON) {
            return script_of(cp);
        }
    }
    return SCRIPT_COMMON;
}

static uint64_t analyse(const struct line *line, struct arena *arena)
{
    struct slice parts[NAME_PARTS_MAX];
    struct name readings[NAME_READINGS_MAX];
    uint64_t tokens = 0;
    size_t count = name_split(line->name, parts);
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        if (name_analyse(arena, parts[i], line->kind, readings, &n, NULL) < 0) {
            continue;
        }
        for (size_t k = 0; k < n; k++) {
            frequency_weigh(&readings[k]);
            tokens += readings[k].n;
        }
    }
    arena_reset(arena);
    return tokens;
}

static void measure(struct group *g, size_t rounds, struct arena *arena)
{
    for (size_t r = 0; r < rounds; r++) {
        double begun = now_us();
        g->tokens = 0;
        for (size_t i = 0; i < g->lines.n; i++) {
            g->tokens += analyse(&g->lines.p[i], arena);
        }
        double took = now_us() - begun;
        g->us = r == 0 || took < g->us ? took : g->us;
    }
}

static bool add_line(struct group *groups, struct slice text)
{
    size_t tab = slice_find(text, 0, "\t");
    if (tab >= text.n) {
        return true;
    }
    struct slice name = slice_cut(text, tab + 1, text.n);
    struct group *g = &groups[script_of_name(name)];
    struct line *line = VEC_ADD(&g->lines);
    if (line) {
        line->name = name;
        line->kind = schema_name_kind(schema_find(slice_cut(text, 0, tab)));
        g->bytes += name.n;
    }
    return line != NULL;
}

static bool add_lines(struct group *groups, struct slice text)
{
    bool good = true;
    for (size_t at = 0; at < text.n && good;) {
        size_t end = slice_find(text, at, "\n");
        end = end < text.n ? end : text.n;
        good = add_line(groups, slice_cut(text, at, end));
        at = end + 1;
    }
    return good;
}

static void print_group(const char *name, const struct group *g)
{
    printf("%s\t%zu\t%" PRIu64 "\t%" PRIu64 "\t%.2f\t%.1f\n", name, g->lines.n, g->bytes,
           g->tokens, g->us / (double)g->lines.n, g->us * 1e3 / (double)g->bytes);
}

int main(int argc, char **argv)
{
    static struct group groups[SCRIPT_COUNT];
    struct slice file;
    struct diag diag = {0};
    struct arena arena;
    uint64_t rounds = 5;
    if (argc < 2 || (argc > 2 && !parse_u64(slice_of(argv[2]), &rounds)) || rounds == 0) {
        fprintf(stderr, "usage: names_speed NAMES.tsv [ROUNDS]\n");
        return 2;
    }
    if (file_map(argv[1], &file, &diag) < 0 || !add_lines(groups, file)) {
        fprintf(stderr, "names_speed: %s\n", diag.text);
        return 3;
    }
    arena_init(&arena, (size_t)64 << 20);
    printf("script\tnames\tbytes\ttokens\tus a name\tns a byte\n");
    struct group all = {0};
    for (unsigned s = 0; s < SCRIPT_COUNT; s++) {
        struct group *g = &groups[s];
        if (g->lines.n == 0) {
            continue;
        }
        measure(g, (size_t)rounds, &arena);
        print_group(script_name((enum script)s), g);
        all.lines.n += g->lines.n;
        all.bytes += g->bytes;
        all.tokens += g->tokens;
        all.us += g->us;
        VEC_RELEASE(&g->lines);
    }
    if (all.lines.n) {
        print_group("all", &all);
    }
    arena_release(&arena);
    file_unmap(file);
    return 0;
}
