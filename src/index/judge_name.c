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

static void fill_matrix(struct searcher *s, const struct name *asked, const struct name *listed,
                        const struct name_row *row, enum judging how, struct evidence *matrix)
{
    const char *numbers = index_name_tokens(s->ix, row);
    for (size_t j = 0; j < listed->n; j++) {
        uint32_t number = le32(numbers + j * 4) & ~NAME_TOKEN_AFTER_COMMA;
        const struct token *t = &listed->tokens[j];
        for (size_t i = 0; i < asked->n; i++) {
            matrix[i * listed->n + j] =
                how == JUDGE_EXHAUSTIVELY
                    ? evidence_of(&asked->tokens[i], t, &WEIGHTS[asked->kind])
                    : related(s, asked, i, number, t);
        }
    }
}

bool judge_name(struct searcher *s, const struct asked_name *asked, uint32_t name,
                int32_t least, uint32_t wanted, enum judging how, struct name_row *row,
                int32_t *mnat)
{
    struct name listed;
    struct slice text;
    struct token tokens[NAME_TOKENS_MAX];
    struct evidence matrix[NAME_TOKENS_MAX * NAME_TOKENS_MAX];
    if (!index_name_row(s->ix, name, row) || !index_name_text(s->ix, row, &text)) {
        s->damaged = true;
        return false;
    }
    const struct weights *w = &WEIGHTS[asked->name.kind];
    if (row->kind != (uint8_t)asked->name.kind ||
        !(wanted >> index_schema(s->ix, row->entity) & 1) ||
        !searcher_name(s, row, tokens, &listed)) {
        return false;
    }
    fill_matrix(s, &asked->name, &listed, row, how, matrix);
    int32_t weak = row->property == PROP_WEAK_ALIAS ? w->weak_alias : 0;
    if (how == JUDGE_TOKENS && align_bound(&asked->name, &listed, matrix, w) + weak < least) {
        return false; /* equal names are found by all their tokens, and judged once more */
    }
    struct pair_score pair;
    pair_score(&asked->name, asked->raw, &listed, text, matrix,
               how == JUDGE_TOKENS ? ALIGN_TOKENS : ALIGN_ALL, &pair);
    *mnat = pair.mnat + weak;
    return *mnat >= least;
}
