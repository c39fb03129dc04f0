/*
 * schema - the kinds of things in FollowTheMoney's vocabulary, and which may meet.
 *
 * The schemata form a lattice (Company is a LegalEntity and an Asset).  The table in schema.c
 * is the only place that lists them.  Everything here is constant.
 */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum schema {
    SCHEMA_NONE, /* not given, or not one of ours */
    SCHEMA_THING,
    SCHEMA_LEGAL_ENTITY,
    SCHEMA_PERSON,
    SCHEMA_ORGANIZATION,
    SCHEMA_COMPANY,
    SCHEMA_PUBLIC_BODY,
    SCHEMA_ASSET,
    SCHEMA_VEHICLE,
    SCHEMA_VESSEL,
    SCHEMA_AIRPLANE,
    SCHEMA_CRYPTO_WALLET,
    SCHEMA_SECURITY,
    SCHEMA_ADDRESS,
    SCHEMA_INTERVAL,
    SCHEMA_SANCTION,
    SCHEMA_INTEREST,
    SCHEMA_OWNERSHIP,
    SCHEMA_DIRECTORSHIP,
    SCHEMA_MEMBERSHIP,
    SCHEMA_EMPLOYMENT,
    SCHEMA_REPRESENTATION,
    SCHEMA_FAMILY,
    SCHEMA_ASSOCIATE,
    SCHEMA_UNKNOWN_LINK,
    SCHEMA_SUCCESSION,
    SCHEMA_OCCUPANCY,
    SCHEMA_POSITION,
    SCHEMA_IDENTIFICATION,
    SCHEMA_PASSPORT,
    SCHEMA_COUNT
};

/* How names of a schema are analysed and weighed. */
enum name_kind {
    NAME_PERSON,       /* given and family names, titles, patronymics */
    NAME_ORGANIZATION, /* legal forms, generic words, acronyms */
    NAME_CRAFT,        /* vessels, aircraft and other assets: numerals decide */
    NAME_KINDS
};

/* FollowTheMoney's name, e.g. "Person". */
const char *schema_name(enum schema s);

/* By FollowTheMoney's name, ASCII case ignored; SCHEMA_NONE when unknown. */
enum schema schema_find(struct slice name);

/* Is `s` the schema `ancestor` or below it? */
bool schema_is(enum schema s, enum schema ancestor);

/* May a query of schema `asked` meet a listed entity of schema `listed`?  They meet when one is
 * the other's ancestor, or when both lie under Organization. */
bool schema_meets(enum schema asked, enum schema listed);

/* Something that a list can name: everything under Thing but Address and Position. */
bool schema_is_party(enum schema s);

/* An edge between two entities, or a sanction upon one. */
bool schema_is_link(enum schema s);

/* How the names of a party of schema `s` are analysed. */
enum name_kind schema_name_kind(enum schema s);

#endif
