/*
 * ch_seco - what the reader of the Swiss list (ch_seco.c) knows of the whole file before it
 * reads the first party: programmes, places, and which targets are still listed.
 *
 * Places stand behind the targets that speak of them, and the de-listed stand among the listed:
 * so the file is read twice, and this is what the first pass finds (ch_tables.c).  Amendments are
 * files of whole targets that stand for those of the list: of each target the last file counts.
 */
#ifndef LISTS_CH_SECO_H
#define LISTS_CH_SECO_H

#include "base/map.h"
#include "base/vec.h"
#include "lists/listing.h"

/* A set of measures within a programme; text in r.kept. */
struct ch_set {
    struct slice text;    /* "Financial measures, annex 2"; English where there is any */
    struct slice key;     /* of its programme: "Belarus" */
    struct slice program; /* the ordinance */
    struct slice origin;  /* whose measures these are: "UN, EU" */
};

struct ch_place {
    struct slice text;    /* location, area, country */
    struct slice country; /* code or name */
    bool only_country;    /* it names no more than a country */
};

/* What the files say of a target. */
struct ch_state {
    size_t file; /* the last one that has it: position in the files that are read */
    bool listed; /* there, and not de-listed by its latest change */
};

struct ch_tables {
    struct map set_index; /* ssid → position in sets */
    VEC(struct ch_set) sets;
    struct map place_index; /* ssid → position in places */
    VEC(struct ch_place) places;
    struct map target_index; /* ssid → position in targets */
    VEC(struct ch_state) targets;
};

void ch_tables_init(struct ch_tables *t);
void ch_tables_release(struct ch_tables *t);

/* The first pass over the file at `path`, the `file`-th of those that are read: an amendment
 * stands behind the list that it changes. */
MUST_USE int ch_tables_read(struct ch_tables *t, struct reading *r, const char *path,
                            size_t file, struct diag *diag);

/* NULL when there is none of that number. */
const struct ch_set *ch_find_set(const struct ch_tables *t, struct slice ssid);
const struct ch_place *ch_find_place(const struct ch_tables *t, struct slice ssid);
/* NULL when no file has the target. */
const struct ch_state *ch_find_target(const struct ch_tables *t, struct slice ssid);
/* Is it in the list, and not de-listed? */
bool ch_is_listed(const struct ch_tables *t, struct slice ssid);

/* What a set of measures imposes, by the words of its title. */
void ch_put_measures(struct listing *l, struct entity *sanction, struct slice title);
/* One "other information": a number or address behind its label, else a note. */
void ch_put_information(struct listing *l, struct slice text);

#endif
