/*
 * ch_name - a name of the Swiss list: parts in order, each with its kind and its spellings.
 *
 *     family-name Lukashenka (Lukashenko)   given-name Dzmitry   father-name Aliaksandravich
 *
 * The whole name is its parts in their order, without titles.  A spelling belongs to a language
 * and a script; for each of these the name is put together anew, with the list's own spelling
 * where a part has none.
 */
#ifndef LISTS_CH_NAME_H
#define LISTS_CH_NAME_H

#include "lists/listing.h"

enum { CH_PARTS_MAX = 24, CH_SPELLINGS_MAX = 64 };

/* Another spelling of a part. */
struct ch_spelling {
    struct slice text;
    struct slice language; /* "RUS", or empty */
    struct slice script;   /* "LATN", "CYRL" …, or empty */
    struct ch_spelling *next;
};

struct ch_part {
    struct slice kind; /* "family-name", "whole-name" … */
    struct slice text;
    unsigned order; /* place in the name, from 1 */
    struct ch_spelling *spellings;
    size_t spelling_count; /* at most CH_SPELLINGS_MAX */
};

/* All text is in the arena of the record. */
struct ch_name {
    struct slice type;    /* "primary-name", "alias", "formerly-known-as" */
    struct slice quality; /* "good", "low" */
    bool main_identity;   /* else what is primary here is an alias of the party */
    struct ch_part parts[CH_PARTS_MAX];
    size_t part_count;
};

/* Adds a part where its order puts it; NULL (and trouble) past CH_PARTS_MAX. */
struct ch_part *ch_add_part(struct listing *l, struct ch_name *n, unsigned order);

/* Another spelling of a part (trouble past CH_SPELLINGS_MAX). */
void ch_add_spelling(struct listing *l, struct ch_part *p, struct slice text,
                     struct slice language, struct slice script);

/* The name with all its spellings, and the parts of a person's. */
void ch_put_name(struct listing *l, const struct ch_name *n);

/* "7", "10", "1952" → birth date, or date of foundation; empty texts are unknown. */
void ch_put_date(struct listing *l, struct slice day, struct slice month, struct slice year,
                 bool circa);

/* The list's own number of one identity of the party: of all its sanctions, once there is one. */
void ch_put_identity(struct listing *l, struct slice ssid);

extern const struct listing_authority CH_AUTHORITY;

#endif
