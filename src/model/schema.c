#include "model/schema.h"

#define BIT(s) (UINT32_C(1) << (s))

struct schema_row {
    const char *name; /* as FollowTheMoney writes it */
    uint32_t parents; /* BIT()s of the direct parents */
};

static const struct schema_row ROWS[SCHEMA_COUNT] = {
    [SCHEMA_NONE] = {"", 0},
    [SCHEMA_THING] = {"Thing", 0},
    [SCHEMA_LEGAL_ENTITY] = {"LegalEntity", BIT(SCHEMA_THING)},
    [SCHEMA_PERSON] = {"Person", BIT(SCHEMA_LEGAL_ENTITY)},
    [SCHEMA_ORGANIZATION] = {"Organization", BIT(SCHEMA_LEGAL_ENTITY)},
    [SCHEMA_COMPANY] = {"Company", BIT(SCHEMA_ORGANIZATION) | BIT(SCHEMA_ASSET)},
    [SCHEMA_PUBLIC_BODY] = {"PublicBody", BIT(SCHEMA_ORGANIZATION)},
    [SCHEMA_ASSET] = {"Asset", BIT(SCHEMA_THING)},
    [SCHEMA_VEHICLE] = {"Vehicle", BIT(SCHEMA_ASSET)},
    [SCHEMA_VESSEL] = {"Vessel", BIT(SCHEMA_VEHICLE)},
    [SCHEMA_AIRPLANE] = {"Airplane", BIT(SCHEMA_VEHICLE)},
    [SCHEMA_CRYPTO_WALLET] = {"CryptoWallet", BIT(SCHEMA_THING)},
    [SCHEMA_SECURITY] = {"Security", BIT(SCHEMA_ASSET)},
    [SCHEMA_ADDRESS] = {"Address", BIT(SCHEMA_THING)},
    [SCHEMA_INTERVAL] = {"Interval", 0},
    [SCHEMA_SANCTION] = {"Sanction", BIT(SCHEMA_INTERVAL)},
    [SCHEMA_INTEREST] = {"Interest", BIT(SCHEMA_INTERVAL)},
    [SCHEMA_OWNERSHIP] = {"Ownership", BIT(SCHEMA_INTEREST)},
    [SCHEMA_DIRECTORSHIP] = {"Directorship", BIT(SCHEMA_INTEREST)},
    [SCHEMA_MEMBERSHIP] = {"Membership", BIT(SCHEMA_INTEREST)},
    [SCHEMA_EMPLOYMENT] = {"Employment", BIT(SCHEMA_INTEREST)},
    [SCHEMA_REPRESENTATION] = {"Representation", BIT(SCHEMA_INTEREST)},
    [SCHEMA_FAMILY] = {"Family", BIT(SCHEMA_INTERVAL)},
    [SCHEMA_ASSOCIATE] = {"Associate", BIT(SCHEMA_INTERVAL)},
    [SCHEMA_UNKNOWN_LINK] = {"UnknownLink", BIT(SCHEMA_INTEREST)},
    [SCHEMA_SUCCESSION] = {"Succession", BIT(SCHEMA_INTEREST)},
    [SCHEMA_OCCUPANCY] = {"Occupancy", BIT(SCHEMA_INTEREST)},
    [SCHEMA_POSITION] = {"Position", BIT(SCHEMA_THING)},
    [SCHEMA_IDENTIFICATION] = {"Identification", BIT(SCHEMA_INTERVAL)},
    [SCHEMA_PASSPORT] = {"Passport", BIT(SCHEMA_IDENTIFICATION)},
};

const char *schema_name(enum schema s)
{
    return ROWS[s].name;
}

enum schema schema_find(struct slice name)
{
    for (unsigned s = 1; s < SCHEMA_COUNT; s++) {
        if (slice_eq_nocase(name, slice_of(ROWS[s].name))) {
            return (enum schema)s;
        }
    }
    return SCHEMA_NONE;
}

bool schema_is(enum schema s, enum schema ancestor)
{
    if (s == ancestor) {
        return s != SCHEMA_NONE;
    }
    for (unsigned p = 1; p < SCHEMA_COUNT; p++) {
        if ((ROWS[s].parents & BIT(p)) && schema_is((enum schema)p, ancestor)) {
            return true;
        }
    }
    return false;
}

bool schema_meets(enum schema asked, enum schema listed)
{
    return schema_is(asked, listed) || schema_is(listed, asked) ||
           (schema_is(asked, SCHEMA_ORGANIZATION) && schema_is(listed, SCHEMA_ORGANIZATION));
}

bool schema_is_party(enum schema s)
{
    return schema_is(s, SCHEMA_THING) && s != SCHEMA_ADDRESS && s != SCHEMA_POSITION;
}

bool schema_is_link(enum schema s)
{
    return schema_is(s, SCHEMA_INTERVAL);
}

enum name_kind schema_name_kind(enum schema s)
{
    if (schema_is(s, SCHEMA_PERSON)) {
        return NAME_PERSON;
    }
    if (schema_is(s, SCHEMA_LEGAL_ENTITY) || s == SCHEMA_THING || s == SCHEMA_NONE) {
        return NAME_ORGANIZATION;
    }
    return NAME_CRAFT;
}
