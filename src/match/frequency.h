/*
 * frequency - how much a token of a name says.
 *
 * Information is −ln of the share of names that hold the token, in millinats: "Mohammed" says
 * little, "Barakhoev" much, and "trading" almost nothing because it is frequent, not because
 * it stands on a list of stop words.  The table is frozen (data/match/frequency.tsv): no index
 * changes a score.
 */
#ifndef MATCH_FREQUENCY_H
#define MATCH_FREQUENCY_H

#include "text/name.h"
#include "text/tables.h"

/* Token → row; three cells a row, by enum name_kind, 0 where the table is silent. */
extern const struct word_table TABLE_FREQUENCY;
extern const uint16_t frequency_info[];
extern const uint64_t match_tables_hash;

/* Sets `info` and `known` of every token. */
void frequency_weigh(struct name *name);

/* The identity of all tables compiled in that can change an answer. */
uint64_t tables_hash(void);

#endif
