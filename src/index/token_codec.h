/*
 * token_codec - a token of the dictionary as bytes.
 *
 *     u8 script, u8 flags, u8 languages, u8 known
 *     LEB128 native length, native
 *     u8 forms:  LEB128 cost, LEB128 length, text
 *     u8 codes:  u32 value, u8 type, u8 detail
 *
 * Class and information stand beside it in CHUNK_TOKENS.  TOKEN_AFTER_COMMA belongs to the
 * place in a name, not to the token, as TOKEN_DOTTED does; neither is stored here.
 */
#ifndef INDEX_TOKEN_CODEC_H
#define INDEX_TOKEN_CODEC_H

#include "base/arena.h"
#include "base/buf.h"
#include "text/name.h"

void token_encode(const struct token *t, struct buf *out);

/* Reads one at `at`; text stays in `bytes`, arrays go to the arena.  False when damaged or when
 * the arena has failed. */
bool token_decode(struct slice bytes, size_t at, struct arena *arena, struct token *out);

#endif
