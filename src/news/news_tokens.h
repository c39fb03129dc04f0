/*
 * news_tokens - plain text to tokens, sentences and quotations; the readings of each word.
 *
 * Apostrophes part elided articles and prepositions (dell'|intelligence) and English endings
 * (Russia|'s); hyphens part words and leave a flag, so that Jong-Un, Jong Un and Kim-Jong meet;
 * dotted capitals (U.N.) are one word.  The folded form has no case and no accents.
 *
 * A sentence never crosses a paragraph and is cut at SENTENCE_TOKENS_MAX, so that no text makes
 * a later layer slow.
 */
#ifndef NEWS_NEWS_TOKENS_H
#define NEWS_NEWS_TOKENS_H

#include "news/document.h"
#include "news/session.h"

/* Tokens of all paragraphs. */
void tokens_read(struct document *d, const struct news_session *session);

/* Sets the language of each paragraph and of the document. */
void tokens_language(struct document *d);

/* Sentences and quotations. */
void tokens_sentences(struct document *d);

/* Looks words up and decides on a reading for each (layer 4): all, or for the gate those of the
 * sentences in which a name can begin, which are all that names_runs() asks for. */
enum words_scope { WORDS_OF_NAMES, WORDS_ALL };
void tokens_words(struct document *d, enum words_scope scope);

/* Appends the folded tokens of `text` with single blanks between, as in a document. */
void tokens_fold(struct slice text, struct buf *out);

#endif
