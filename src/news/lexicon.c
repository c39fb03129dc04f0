/* Look-ups in the compiled tables. */
#include "news/lexicon.h"

#include <string.h>

const struct first_word *lexicon_first(uint64_t hash, struct slice word)
{
    uint32_t bit = (uint32_t)hash & ((1U << FIRST_WORD_BITS) - 1);
    if (!(first_word_bits[bit >> 3] >> (bit & 7) & 1)) {
        return NULL;
    }
    for (uint32_t at = (uint32_t)hash & first_word_mask; first_word_slots[at];
         at = (at + 1) & first_word_mask) {
        const struct first_word *w = &first_words[first_word_slots[at] - 1];
        if (w->hash == hash >> 32 && w->length == word.n &&
            memcmp(news_pool + w->key, word.p, word.n) == 0) {
            return w;
        }
    }
    return NULL;
}

static struct word_rows rows_of(enum news_language language, uint32_t value)
{
    const struct word_row *rows = language == NEWS_ITALIAN ? word_rows_it : word_rows_en;
    return (struct word_rows){rows + (value >> 8), value & 255U};
}

struct word_rows lexicon_words(enum news_language language, struct slice key)
{
    uint32_t v = 0;
    const struct word_table *t = language == NEWS_ITALIAN ? &TABLE_WORDS_IT : &TABLE_WORDS_EN;
    if (language == NEWS_OTHER || !word_table_get(t, key, &v)) {
        return (struct word_rows){NULL, 0};
    }
    return rows_of(language, v);
}

struct word_rows lexicon_alone(enum news_language language, const struct first_word *word)
{
    if (!word || language == NEWS_OTHER) {
        return (struct word_rows){NULL, 0};
    }
    struct word_rows rows =
        rows_of(language, word->value[language == NEWS_ITALIAN ? FIRST_IT : FIRST_EN]);
    return rows.n ? rows : (struct word_rows){NULL, 0};
}

size_t lexicon_reach(enum news_language language, const struct first_word *word)
{
    return !word || language == NEWS_OTHER
               ? 0
               : word->reach[language == NEWS_ITALIAN ? FIRST_IT : FIRST_EN];
}

const struct frame_row *lexicon_frame(enum word_class_bit class)
{
    for (size_t i = 0; i < frame_row_count; i++) {
        if (frame_rows[i].class == (uint32_t) class) {
            return &frame_rows[i];
        }
    }
    return NULL;
}
