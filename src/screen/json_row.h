/*
 * json_row - a JSON object as a customer row.
 *
 * {"id","schema","properties":{"name":["…"]}} is a FollowTheMoney entity; keys beside
 * "properties" are read like titles of a CSV header, so that flat objects do as well.  Values
 * are texts, numbers, or arrays of them; anything else, and unknown keys, play no part.
 */
#ifndef SCREEN_JSON_ROW_H
#define SCREEN_JSON_ROW_H

#include "format/json_reader.h"
#include "screen/rows.h"

/* Fills values, or error "not_an_object".  Texts are copied into the arena; when it fails the
 * row is incomplete, and the caller says so. */
void json_row_read(struct customer_row *row, const struct json_value *object,
                   const struct column_map *maps, size_t map_count, struct arena *arena);

#endif
