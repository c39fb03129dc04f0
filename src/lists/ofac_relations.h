/*
 * ofac_relations - what OFAC's words for sanctions and relations mean here.
 */
#ifndef LISTS_OFAC_RELATIONS_H
#define LISTS_OFAC_RELATIONS_H

#include <stdbool.h>

#include "base/slice.h"
#include "lists/measures.h"
#include "model/property.h"
#include "model/schema.h"

/* A relation of OFAC, from the party that has it to the other one. */
struct ofac_relation {
    const char *type; /* "Owned or Controlled By" */
    enum schema schema;
    enum property from; /* what the party is in it */
    enum property to;   /* what the other one is */
    const char *part;   /* in the id of the link: "ofac:1/owner/2" */
};

/* Never NULL: a relation that is not known is an UnknownLink, its type empty. */
const struct ofac_relation *ofac_relation_of(struct slice type);

/* "Linked To" of the remarks, and the owner of a ship. */
extern const struct ofac_relation OFAC_LINKED_TO;
extern const struct ofac_relation OFAC_SHIP_OWNER;

/* What a programme of the non-SDN lists, or a kind of sanction, imposes;
 * MEASURE_NONE when it is not known. */
enum measure ofac_measure_of_program(struct slice program);
enum measure ofac_measure_of_type(struct slice type);

#endif
