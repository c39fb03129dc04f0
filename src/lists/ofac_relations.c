#include "lists/ofac_relations.h"

static const struct ofac_relation RELATIONS[] = {
    {"Owned or Controlled By", SCHEMA_OWNERSHIP, PROP_ASSET, PROP_OWNER, "owner"},
    {"Owns, controls, or operates", SCHEMA_OWNERSHIP, PROP_OWNER, PROP_ASSET, "owns"},
    {"Property in the interest of", SCHEMA_OWNERSHIP, PROP_ASSET, PROP_OWNER, "interest"},
    {"Leader or official of", SCHEMA_DIRECTORSHIP, PROP_DIRECTOR, PROP_ORGANIZATION,
     "director"},
    {"Principal Executive Officer", SCHEMA_DIRECTORSHIP, PROP_DIRECTOR, PROP_ORGANIZATION,
     "executive"},
    {"Family member of", SCHEMA_FAMILY, PROP_PERSON, PROP_RELATIVE, "family"},
    {"Acting for or on behalf of", SCHEMA_REPRESENTATION, PROP_AGENT, PROP_CLIENT, "agent"},
    {"Associate Of", SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT, "associate"},
    {"Providing support to", SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT, "support"},
    {"playing a significant role in", SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT, "role"},
};

static const struct ofac_relation UNKNOWN = {"", SCHEMA_UNKNOWN_LINK, PROP_SUBJECT, PROP_OBJECT,
                                             "related"};
const struct ofac_relation OFAC_LINKED_TO = {"Linked To", SCHEMA_UNKNOWN_LINK, PROP_SUBJECT,
                                             PROP_OBJECT, "linked"};
const struct ofac_relation OFAC_SHIP_OWNER = {"Owner", SCHEMA_OWNERSHIP, PROP_ASSET, PROP_OWNER,
                                              "owner"};

/* Programmes that exist beside the SDN list, or whose directives do. */
static const struct {
    const char *begins; /* a programme begins with it */
    enum measure measure;
} PROGRAMS[] = {
    {"UKRAINE-EO13662", MEASURE_SECTORAL},   {"RUSSIA-EO14024", MEASURE_SECTORAL},
    {"BURMA-EO14014", MEASURE_SECTORAL},     {"CMIC-EO13959", MEASURE_CAPITAL_MARKET},
    {"NS-CMIC", MEASURE_CAPITAL_MARKET},     {"561", MEASURE_CORRESPONDENT_BANKING},
    {"NS-PLC", MEASURE_TRANSACTION_BAN},     {"FSE-", MEASURE_TRANSACTION_BAN},
    {"NS-ISA", MEASURE_MENU_BASED},          {"NS-MBS", MEASURE_MENU_BASED},
    {"CAATSA - RUSSIA", MEASURE_MENU_BASED}, {"ILLICIT-DRUGS-EO14059", MEASURE_MENU_BASED},
};

static const struct {
    const char *holds; /* a kind of sanction holds it; the first row that fits decides */
    enum measure measure;
} TYPES[] = {
    {"Non-blocking", MEASURE_MENU_BASED}, {"Block", MEASURE_ASSET_FREEZE},
    {"Reject", MEASURE_TRANSACTION_BAN},  {"561", MEASURE_CORRESPONDENT_BANKING},
    {"Directive", MEASURE_SECTORAL},      {"CMIC", MEASURE_CAPITAL_MARKET},
    {"13959", MEASURE_CAPITAL_MARKET},    {"CAATSA", MEASURE_MENU_BASED},
};

const struct ofac_relation *ofac_relation_of(struct slice type)
{
    for (size_t i = 0; i < sizeof RELATIONS / sizeof RELATIONS[0]; i++) {
        if (slice_eq_nocase(type, slice_of(RELATIONS[i].type))) {
            return &RELATIONS[i];
        }
    }
    return &UNKNOWN;
}

enum measure ofac_measure_of_program(struct slice program)
{
    for (size_t i = 0; i < sizeof PROGRAMS / sizeof PROGRAMS[0]; i++) {
        if (slice_starts(program, PROGRAMS[i].begins)) {
            return PROGRAMS[i].measure;
        }
    }
    return MEASURE_NONE;
}

enum measure ofac_measure_of_type(struct slice type)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_find(type, 0, TYPES[i].holds) < type.n) {
            return TYPES[i].measure;
        }
    }
    return MEASURE_NONE;
}
