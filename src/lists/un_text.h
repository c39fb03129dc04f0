/*
 * un_text - names and numbers as people typed them into the list of the Security Council.
 */
#ifndef LISTS_UN_TEXT_H
#define LISTS_UN_TEXT_H

#include "lists/reading.h"

/* "ابو (Abu Bakr; Abu Bekr)" is three names; without a semicolon it is one. */
void un_put_names(struct reading *r, struct entity *e, enum property prop, struct slice text,
                  struct slice note);

/* "French passport number 05AT521433" → what stands behind the words, which hold no digit. */
struct slice un_bare_number(struct slice text);

/* Is it one of the words for a passport, in the languages of the list? */
bool un_speaks_of_passport(struct slice s);

#endif
