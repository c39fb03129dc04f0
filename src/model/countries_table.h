/*
 * countries_table - the table that tools/tables/countries.py makes of data/countries.tsv.
 *
 * Text lies in one run of bytes and rows hold offsets into it, so that the table needs no
 * relocation when the program starts.  Only model/country.c reads it.
 */
#ifndef MODEL_COUNTRIES_TABLE_H
#define MODEL_COUNTRIES_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct country_row {
    uint32_t code;     /* offset of the code in countries_text */
    uint32_t name;     /* offset of the English name */
    uint8_t code_size; /* bytes */
    uint8_t name_size; /* bytes */
};

struct country_key {
    uint32_t key;     /* offset of the folded text in countries_text */
    uint16_t country; /* position in countries_rows */
    uint8_t key_size; /* bytes */
};

extern const char countries_text[];

/* Sorted by code, byte order. */
extern const struct country_row countries_rows[];
extern const size_t countries_row_count;

/* Codes, three-letter codes, names and demonyms, folded as country.c folds; sorted by key. */
extern const struct country_key countries_keys[];
extern const size_t countries_key_count;

#endif
