/* Look-ups in the compiled tables. */
#include "news/lexicon.h"

struct word_rows lexicon_words(enum news_language language, struct slice key)
{
    uint32_t v = 0;
    const struct word_table *t = language == NEWS_ITALIAN ? &TABLE_WORDS_IT : &TABLE_WORDS_EN;
    const struct word_row *rows = language == NEWS_ITALIAN ? word_rows_it : word_rows_en;
    if (language == NEWS_OTHER || !word_table_get(t, key, &v)) {
        return (struct word_rows){NULL, 0};
    }
    return (struct word_rows){rows + (v >> 8), v & 255U};
}

size_t lexicon_reach(enum news_language language, struct slice word)
{
    uint32_t v = 0;
    const struct word_table *t =
        language == NEWS_ITALIAN ? &TABLE_PHRASES_IT : &TABLE_PHRASES_EN;
    return language != NEWS_OTHER && word_table_get(t, word, &v) ? v : 1;
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
