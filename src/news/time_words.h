/*
 * time_words - the small words that expressions of time are made of.
 *
 * A time_reader looks at the tokens of one paragraph against one day, the day "today" means.
 * Nothing here decides what an expression is; it says which word, number, month or year stands
 * at a token.  Other files of layer 6 build on it.
 */
#ifndef NEWS_TIME_WORDS_H
#define NEWS_TIME_WORDS_H

#include "news/calendar.h"

struct time_reader {
    const struct document *d;
    uint32_t end;         /* tokens of the paragraph end here */
    int year, month, day; /* of today */
    int32_t today;
};

/* The same place read as if `today` were another day. */
struct time_reader time_reader_at(const struct time_reader *r, int32_t today);

/* The time word at a token, by the language of its paragraph; TIME_none past the end. */
enum time_word time_word_at(const struct time_reader *r, uint32_t i);

/* A number in digits (5, 5th, 1º) or in letters; false past the end. */
bool time_number(const struct time_reader *r, uint32_t i, int *out);

/* The same in digits only. */
bool time_digits(const struct time_reader *r, uint32_t i, int *out);

/* A year that no measure, resolution or type makes another number of. */
bool time_year(const struct time_reader *r, uint32_t i, int *out);

/* 1 … 12, or 0.  An abbreviation counts beside a number only. */
int time_month(const struct time_reader *r, uint32_t i);

/* Behind "of", "del", "the", a full stop, a comma. */
uint32_t time_skip(const struct time_reader *r, uint32_t i);

/* Day, week, month or year for a unit in the singular or plural, else TIME_none. */
enum time_word time_unit(enum time_word code);
bool time_is_plural(enum time_word code);

/* The unit's own span: this week, next month, the day three days ago. */
struct interval time_shifted(const struct time_reader *r, enum time_word unit, int by);

/* Exactly so many units away from today. */
int32_t time_distance(const struct time_reader *r, enum time_word unit, int by);

#endif
