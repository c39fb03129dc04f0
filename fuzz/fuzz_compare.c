/*
 * Two names compared.  The first byte says the schema; the names stand on the next two lines.
 * The terms add up to the sum that the score is read from, and a name equals itself.
 */
#include <stdlib.h>

#include "match/compare.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MEMORY = 256 << 20 };

static void must(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_sum(const struct comparison *c)
{
    int32_t sum = 0;
    for (size_t i = 0; i < c->term_count; i++) {
        sum += c->terms[i].mnat;
    }
    must(sum == c->mnat && c->score == score_of_mnat(c->mnat));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum schema SCHEMATA[] = {SCHEMA_NONE, SCHEMA_PERSON, SCHEMA_COMPANY,
                                           SCHEMA_VESSEL};
    struct arena arena;
    struct comparison c;
    if (size < 2) {
        return 0;
    }
    enum schema schema = SCHEMATA[data[0] % 4];
    struct slice rest = {(const char *)data + 1, size - 1};
    struct slice asked = slice_next(&rest, '\n');
    arena_init(&arena, MEMORY);
    int r = compare_names(schema, asked, rest, COMPARE_EXPLAIN, &arena, &c, NULL);
    must(r == 0 || r == ERR_TEXT);
    if (r == 0) {
        check_sum(&c);
        arena_reset(&arena);
        must(compare_names(schema, asked, asked, 0, &arena, &c, NULL) == 0);
        must(c.score == SCORE_EQUAL);
    }
    arena_release(&arena);
    return 0;
}
