#include "base/num.h"
#include "index/searcher.h"

bool searcher_name(struct searcher *s, const struct name_row *row,
                   struct token tokens[NAME_TOKENS_MAX], struct name *out)
{
    const char *numbers = index_name_tokens(s->ix, row);
    *out = (struct name){.tokens = tokens, .n = row->tokens, .kind = (enum name_kind)row->kind};
    for (size_t i = 0; i < row->tokens; i++) {
        uint32_t number = le32(numbers + i * 4);
        const struct token *t = searcher_token(s, number & ~NAME_TOKEN_AFTER_COMMA);
        if (!t) {
            return false;
        }
        tokens[i] = *t;
        if (number & NAME_TOKEN_AFTER_COMMA) {
            tokens[i].flags |= TOKEN_AFTER_COMMA;
        }
    }
    return true;
}

/* The evidence of all pairs of tokens, as the scorer wants it. */
static void compare_all(const struct name *asked, const struct name *listed,
                        struct evidence *matrix)
{
    for (size_t i = 0; i < asked->n; i++) {
        for (size_t j = 0; j < listed->n; j++) {
            matrix[i * listed->n + j] =
                evidence_of(&asked->tokens[i], &listed->tokens[j], &WEIGHTS[asked->kind]);
        }
    }
}

static void fill_matrix(const struct unaligned *listed, size_t n, struct evidence *matrix)
{
    for (size_t j = 0; j < listed->n; j++) {
        for (size_t i = 0; i < n; i++) {
            matrix[i * listed->n + j] = listed->evidence[j]
                                            ? listed->evidence[j][i]
                                            : (struct evidence){0, 0, REL_NONE, false};
        }
    }
}

/* What relate() found for the tokens of a listed name; evidence may be put into `room`. */
static bool look_at(struct searcher *s, const struct name *asked, const struct name_row *row,
                    struct evidence *room, struct unaligned *out)
{
    const char *numbers = index_name_tokens(s->ix, row);
    out->n = row->tokens;
    for (size_t j = 0; j < out->n; j++) {
        uint32_t number = le32(numbers + j * 4) & ~NAME_TOKEN_AFTER_COMMA;
        const struct token *t = searcher_token(s, number);
        if (!t) {
            return false;
        }
        out->tokens[j] = t;
        out->evidence[j] = related(s, asked, number, t, room + j * asked->n);
    }
    return true;
}

/* The score of a name with the evidence of its tokens known. */
static bool score_name(struct searcher *s, const struct asked_name *asked,
                       const struct name_row *row, enum align_pieces pieces,
                       const struct unaligned *known, int32_t *mnat)
{
    struct name listed;
    struct slice text;
    struct pair_score pair;
    struct token tokens[NAME_TOKENS_MAX];
    struct evidence matrix[NAME_TOKENS_MAX * NAME_TOKENS_MAX];
    if (!searcher_name(s, row, tokens, &listed)) {
        return false;
    }
    if (!index_name_text(s->ix, row, &text)) {
        s->damaged = true;
        return false;
    }
    if (known) {
        fill_matrix(known, asked->name.n, matrix);
    } else {
        compare_all(&asked->name, &listed, matrix);
    }
    pair_score(&asked->name, asked->raw, &listed, text, matrix, pieces, &pair);
    *mnat = pair.mnat;
    return true;
}

bool judge_name(struct searcher *s, const struct asked_name *asked, uint32_t name,
                int32_t least, uint32_t wanted, enum judging how, struct name_row *row,
                int32_t *mnat)
{
    if (!index_name_row(s->ix, name, row)) {
        s->damaged = true;
        return false;
    }
    if (row->kind != (uint8_t)asked->name.kind ||
        !(wanted >> index_schema(s->ix, row->entity) & 1)) {
        return false;
    }
    const struct weights *w = &WEIGHTS[asked->name.kind];
    int32_t weak = row->property == PROP_WEAK_ALIAS ? w->weak_alias : 0;
    if (how == JUDGE_EXHAUSTIVELY) {
        return score_name(s, asked, row, ALIGN_ALL, NULL, mnat) && (*mnat += weak) >= least;
    }
    struct unaligned known;
    struct evidence room[NAME_TOKENS_MAX * NAME_TOKENS_MAX];
    if (!look_at(s, &asked->name, row, room, &known)) {
        return false;
    }
    /* Equal names, which have a floor, are found by all their tokens, and judged with joins. */
    if (how == JUDGE_TOKENS &&
        align_bound(&asked->name, s->omission, &known, w) + weak < least) {
        return false;
    }
    enum align_pieces pieces = how == JUDGE_TOKENS ? ALIGN_TOKENS : ALIGN_ALL;
    return score_name(s, asked, row, pieces, &known, mnat) && (*mnat += weak) >= least;
}
