#include "match/frequency.h"

#include "base/hash.h"
#include "match/weights.h"

enum { SHORT_WORD = 2 };

static void weigh(struct token *t, enum name_kind kind)
{
    const struct weights *w = &WEIGHTS[kind];
    struct slice usual = t->form_count ? t->forms[0].text : t->native;
    uint32_t row;
    int32_t info = 0;
    if (word_table_get(&TABLE_FREQUENCY, usual, &row)) {
        info = frequency_info[row * NAME_KINDS + kind];
    }
    t->known = info > 0;
    info = info && info < w->info_unknown ? info : w->info_unknown;
    switch ((enum token_class)t->class) {
    case TOKEN_PARTICLE:
    case TOKEN_TITLE:
    case TOKEN_LEGAL:
        info = w->info_particle;
        break;
    case TOKEN_INITIAL:
        info = w->info_initial;
        break;
    case TOKEN_NUMERAL:
        info = w->info_numeral;
        break;
    case TOKEN_GENERIC:
        info = info * w->generic_share / 1000;
        break;
    case TOKEN_NAME:
        if ((t->flags & TOKEN_SYLLABIC) && info > w->info_syllable) {
            info = w->info_syllable;
        } else if (kind != NAME_PERSON && usual.n <= SHORT_WORD && info > w->info_short) {
            info = w->info_short;
        }
        break;
    case TOKEN_CLASSES:
        break;
    }
    t->info = (uint16_t)info;
}

void frequency_weigh(struct name *name)
{
    for (size_t i = 0; i < name->n; i++) {
        weigh(&name->tokens[i], name->kind);
    }
}

uint64_t tables_hash(void)
{
    return hash_mix(text_tables_hash, match_tables_hash);
}
