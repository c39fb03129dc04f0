#include "lists/senzing_fields.h"

#define DOCUMENT(word, number, property)                                                       \
    {word "_" number, SENZING_DOCUMENT, PART_FULL, property},                                  \
        {word "_COUNTRY", SENZING_DOCUMENT, PART_COUNTRY, property},                           \
        {word "_STATE", SENZING_DOCUMENT, PART_STATE, property},                               \
    {                                                                                          \
        word "_TYPE", SENZING_DOCUMENT, PART_TYPE, property                                    \
    }
#define VALUE(attribute, property)                                                             \
    {                                                                                          \
        attribute, SENZING_VALUE, PART_FULL, property                                          \
    }
#define KNOWN(attribute)                                                                       \
    {                                                                                          \
        attribute, SENZING_KNOWN, PART_FULL, PROP_UNKNOWN                                      \
    }

static const struct senzing_field FIELDS[] = {
    {"NAME_FULL", SENZING_NAME, PART_FULL, PROP_NAME},
    {"NAME_ORG", SENZING_NAME, PART_ORG, PROP_NAME},
    {"NAME_FIRST", SENZING_NAME, PART_FIRST, PROP_FIRST_NAME},
    {"NAME_MIDDLE", SENZING_NAME, PART_MIDDLE, PROP_MIDDLE_NAME},
    {"NAME_LAST", SENZING_NAME, PART_LAST, PROP_LAST_NAME},
    {"NAME_PREFIX", SENZING_NAME, PART_PREFIX, PROP_TITLE},
    {"NAME_SUFFIX", SENZING_NAME, PART_SUFFIX, PROP_NAME_SUFFIX},
    {"NAME_TYPE", SENZING_NAME, PART_TYPE, PROP_NAME},
    {"ADDR_FULL", SENZING_ADDRESS, PART_FULL, PROP_ADDRESS},
    {"ADDR_LINE1", SENZING_ADDRESS, PART_LINE_1, PROP_ADDRESS},
    {"ADDR_LINE2", SENZING_ADDRESS, PART_LINE_2, PROP_ADDRESS},
    {"ADDR_LINE3", SENZING_ADDRESS, PART_LINE_3, PROP_ADDRESS},
    {"ADDR_LINE4", SENZING_ADDRESS, PART_LINE_4, PROP_ADDRESS},
    {"ADDR_LINE5", SENZING_ADDRESS, PART_LINE_5, PROP_ADDRESS},
    {"ADDR_LINE6", SENZING_ADDRESS, PART_LINE_6, PROP_ADDRESS},
    {"ADDR_CITY", SENZING_ADDRESS, PART_CITY, PROP_ADDRESS},
    {"ADDR_STATE", SENZING_ADDRESS, PART_STATE, PROP_ADDRESS},
    {"ADDR_POSTAL_CODE", SENZING_ADDRESS, PART_POSTAL_CODE, PROP_ADDRESS},
    {"ADDR_COUNTRY", SENZING_ADDRESS, PART_COUNTRY, PROP_ADDRESS},
    {"ADDR_TYPE", SENZING_ADDRESS, PART_TYPE, PROP_ADDRESS},
    DOCUMENT("PASSPORT", "NUMBER", PROP_PASSPORT_NUMBER),
    DOCUMENT("DRIVERS_LICENSE", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("NATIONAL_ID", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("NIN", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("TAX_ID", "NUMBER", PROP_TAX_NUMBER),
    DOCUMENT("SSN", "NUMBER", PROP_SOCIAL_SECURITY_NUMBER),
    DOCUMENT("OTHER_ID", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("TRUSTED_ID", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("LEI", "NUMBER", PROP_LEI_CODE),
    DOCUMENT("DUNS", "NUMBER", PROP_DUNS_CODE),
    DOCUMENT("NPI", "NUMBER", PROP_ID_NUMBER),
    DOCUMENT("IMO", "NUMBER", PROP_IMO_NUMBER),
    DOCUMENT("MMSI", "NUMBER", PROP_MMSI),
    DOCUMENT("ISIN", "NUMBER", PROP_ISIN),
    {"REL_ANCHOR_DOMAIN", SENZING_LINK, PART_ANCHOR_DOMAIN, PROP_UNKNOWN},
    {"REL_ANCHOR_KEY", SENZING_LINK, PART_ANCHOR_KEY, PROP_UNKNOWN},
    {"REL_POINTER_DOMAIN", SENZING_LINK, PART_POINTER_DOMAIN, PROP_UNKNOWN},
    {"REL_POINTER_KEY", SENZING_LINK, PART_POINTER_KEY, PROP_UNKNOWN},
    {"REL_POINTER_ROLE", SENZING_LINK, PART_POINTER_ROLE, PROP_UNKNOWN},
    VALUE("CALL_SIGN", PROP_CALL_SIGN),
    VALUE("DATE_OF_BIRTH", PROP_BIRTH_DATE),
    VALUE("DATE_OF_DEATH", PROP_DEATH_DATE),
    VALUE("PLACE_OF_BIRTH", PROP_BIRTH_PLACE),
    VALUE("REGISTRATION_DATE", PROP_INCORPORATION_DATE),
    VALUE("DISSOLUTION_DATE", PROP_DISSOLUTION_DATE),
    VALUE("REGISTRATION_COUNTRY", PROP_JURISDICTION),
    VALUE("NATIONALITY", PROP_NATIONALITY),
    VALUE("CITIZENSHIP", PROP_CITIZENSHIP),
    VALUE("COUNTRY_OF_ASSOCIATION", PROP_COUNTRY),
    VALUE("GENDER", PROP_GENDER),
    VALUE("PHONE_NUMBER", PROP_PHONE),
    VALUE("EMAIL_ADDRESS", PROP_EMAIL),
    VALUE("WEBSITE_ADDRESS", PROP_WEBSITE),
    VALUE("SOURCE_URL", PROP_SOURCE_URL),
    VALUE("URL", PROP_SOURCE_URL),
    VALUE("TOPIC", PROP_TOPICS),
    VALUE("LAST_CHANGE", PROP_MODIFIED_AT),
    KNOWN("DATA_SOURCE"),
    KNOWN("RECORD_ID"),
    KNOWN("RECORD_TYPE"),
    KNOWN("ENTITY_TYPE"),
    KNOWN("PHONE_TYPE"),
    KNOWN("LOAD_ID"),
};

const struct senzing_field *senzing_field_find(struct slice key, struct slice *usage)
{
    const struct senzing_field *best = NULL;
    size_t length = 0;
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        size_t n = strlen(FIELDS[i].attribute);
        bool whole = n == key.n;
        bool behind = n < key.n && key.p[key.n - n - 1] == '_';
        if ((whole || behind) && n > length && slice_ends_nocase(key, FIELDS[i].attribute)) {
            best = &FIELDS[i];
            length = n;
        }
    }
    if (best) {
        *usage = slice_cut(key, 0, key.n > length ? key.n - length - 1 : 0);
    }
    return best;
}
