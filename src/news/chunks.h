/*
 * chunks - layer 5: groups of words, as flat as they can be.
 *
 * A sentence becomes a row of chunks: noun groups with their preposition, verb groups with
 * tense, mood, voice and negation, links (conjunctions, relatives, "that", "if"), and signs.
 * There is no tree; later layers walk left and right along the row.
 */
#ifndef NEWS_CHUNKS_H
#define NEWS_CHUNKS_H

#include "news/document.h"

void chunks_read(struct document *d);

/* The sentence that a chunk is part of. */
const struct sentence *chunk_sentence(const struct document *d, uint32_t chunk);

/* The chunk of a token in a sentence, or NONE32. */
uint32_t chunk_at(const struct document *d, const struct sentence *s, uint32_t token);

/* Is it a sign of this kind (',' ';' ':' '"')? */
bool chunk_is_sign(const struct document *d, uint32_t chunk, char sign);

#endif
