/*
 * property - what a source can say of an entity, in FollowTheMoney's words.
 *
 * PROPERTIES is the only list of them: enumerator, FollowTheMoney's name, how its values are
 * understood.  Stored indexes hold the position in this list, so new ones go to its end and
 * none is ever taken out.
 */
#ifndef MODEL_PROPERTY_H
#define MODEL_PROPERTY_H

#include "base/slice.h"

/* How values of a property are understood. */
enum property_type {
    TYPE_STRING,
    TYPE_NAME,       /* analysed, searched and compared as a name */
    TYPE_DATE,       /* model/date.h */
    TYPE_COUNTRY,    /* a code of model/country.h */
    TYPE_IDENTIFIER, /* model/identifier.h */
    TYPE_GENDER,     /* male, female, other */
    TYPE_TOPIC,      /* sanction, crime.terror … */
    TYPE_ENTITY,     /* the id of another entity */
};

#define PROPERTIES(X)                                                                          \
    X(NAME, "name", TYPE_NAME)                                                                 \
    X(ALIAS, "alias", TYPE_NAME)                                                               \
    X(WEAK_ALIAS, "weakAlias", TYPE_NAME)                                                      \
    X(PREVIOUS_NAME, "previousName", TYPE_NAME)                                                \
    X(ABBREVIATION, "abbreviation", TYPE_NAME)                                                 \
    X(FIRST_NAME, "firstName", TYPE_STRING)                                                    \
    X(SECOND_NAME, "secondName", TYPE_STRING)                                                  \
    X(MIDDLE_NAME, "middleName", TYPE_STRING)                                                  \
    X(LAST_NAME, "lastName", TYPE_STRING)                                                      \
    X(FATHER_NAME, "fatherName", TYPE_STRING)                                                  \
    X(MOTHER_NAME, "motherName", TYPE_STRING)                                                  \
    X(NAME_SUFFIX, "nameSuffix", TYPE_STRING)                                                  \
    X(TITLE, "title", TYPE_STRING)                                                             \
    X(BIRTH_DATE, "birthDate", TYPE_DATE)                                                      \
    X(DEATH_DATE, "deathDate", TYPE_DATE)                                                      \
    X(BIRTH_PLACE, "birthPlace", TYPE_STRING)                                                  \
    X(BIRTH_COUNTRY, "birthCountry", TYPE_COUNTRY)                                             \
    X(GENDER, "gender", TYPE_GENDER)                                                           \
    X(NATIONALITY, "nationality", TYPE_COUNTRY)                                                \
    X(CITIZENSHIP, "citizenship", TYPE_COUNTRY)                                                \
    X(COUNTRY, "country", TYPE_COUNTRY)                                                        \
    X(JURISDICTION, "jurisdiction", TYPE_COUNTRY)                                              \
    X(ADDRESS, "address", TYPE_STRING)                                                         \
    X(POSITION, "position", TYPE_STRING)                                                       \
    X(RELIGION, "religion", TYPE_STRING)                                                       \
    X(ETHNICITY, "ethnicity", TYPE_STRING)                                                     \
    X(EDUCATION, "education", TYPE_STRING)                                                     \
    X(APPEARANCE, "appearance", TYPE_STRING)                                                   \
    X(EMAIL, "email", TYPE_STRING)                                                             \
    X(PHONE, "phone", TYPE_STRING)                                                             \
    X(WEBSITE, "website", TYPE_STRING)                                                         \
    X(NOTES, "notes", TYPE_STRING)                                                             \
    X(DESCRIPTION, "description", TYPE_STRING)                                                 \
    X(SUMMARY, "summary", TYPE_STRING)                                                         \
    X(KEYWORDS, "keywords", TYPE_STRING)                                                       \
    X(SOURCE_URL, "sourceUrl", TYPE_STRING)                                                    \
    X(TOPICS, "topics", TYPE_TOPIC)                                                            \
    X(PROGRAM, "program", TYPE_STRING)                                                         \
    X(PROGRAM_ID, "programId", TYPE_STRING)                                                    \
    X(PROGRAM_URL, "programUrl", TYPE_STRING)                                                  \
    X(MEASURES, "measures", TYPE_STRING)                                                       \
    X(LEGAL_FORM, "legalForm", TYPE_STRING)                                                    \
    X(STATUS, "status", TYPE_STRING)                                                           \
    X(SECTOR, "sector", TYPE_STRING)                                                           \
    X(CLASSIFICATION, "classification", TYPE_STRING)                                           \
    X(INCORPORATION_DATE, "incorporationDate", TYPE_DATE)                                      \
    X(DISSOLUTION_DATE, "dissolutionDate", TYPE_DATE)                                          \
    X(MAIN_COUNTRY, "mainCountry", TYPE_COUNTRY)                                               \
    X(ID_NUMBER, "idNumber", TYPE_IDENTIFIER)                                                  \
    X(PASSPORT_NUMBER, "passportNumber", TYPE_IDENTIFIER)                                      \
    X(SOCIAL_SECURITY_NUMBER, "socialSecurityNumber", TYPE_IDENTIFIER)                         \
    X(REGISTRATION_NUMBER, "registrationNumber", TYPE_IDENTIFIER)                              \
    X(TAX_NUMBER, "taxNumber", TYPE_IDENTIFIER)                                                \
    X(VAT_CODE, "vatCode", TYPE_IDENTIFIER)                                                    \
    X(INN_CODE, "innCode", TYPE_IDENTIFIER)                                                    \
    X(OGRN_CODE, "ogrnCode", TYPE_IDENTIFIER)                                                  \
    X(OKPO_CODE, "okpoCode", TYPE_IDENTIFIER)                                                  \
    X(LEI_CODE, "leiCode", TYPE_IDENTIFIER)                                                    \
    X(DUNS_CODE, "dunsCode", TYPE_IDENTIFIER)                                                  \
    X(SWIFT_BIC, "swiftBic", TYPE_IDENTIFIER)                                                  \
    X(UNISC_ID, "uniscId", TYPE_IDENTIFIER)                                                    \
    X(IMO_NUMBER, "imoNumber", TYPE_IDENTIFIER)                                                \
    X(MMSI, "mmsi", TYPE_IDENTIFIER)                                                           \
    X(CALL_SIGN, "callSign", TYPE_IDENTIFIER)                                                  \
    X(SERIAL_NUMBER, "serialNumber", TYPE_IDENTIFIER)                                          \
    X(PUBLIC_KEY, "publicKey", TYPE_IDENTIFIER)                                                \
    X(ISIN, "isin", TYPE_IDENTIFIER)                                                           \
    X(TICKER, "ticker", TYPE_STRING)                                                           \
    X(CURRENCY, "currency", TYPE_STRING)                                                       \
    X(TYPE, "type", TYPE_STRING)                                                               \
    X(MODEL, "model", TYPE_STRING)                                                             \
    X(FLAG, "flag", TYPE_COUNTRY)                                                              \
    X(PAST_FLAGS, "pastFlags", TYPE_COUNTRY)                                                   \
    X(TONNAGE, "tonnage", TYPE_STRING)                                                         \
    X(GROSS_TONNAGE, "grossRegisteredTonnage", TYPE_STRING)                                    \
    X(BUILD_DATE, "buildDate", TYPE_DATE)                                                      \
    X(OWNER, "owner", TYPE_ENTITY)                                                             \
    X(ASSET, "asset", TYPE_ENTITY)                                                             \
    X(DIRECTOR, "director", TYPE_ENTITY)                                                       \
    X(ORGANIZATION, "organization", TYPE_ENTITY)                                               \
    X(MEMBER, "member", TYPE_ENTITY)                                                           \
    X(PERSON, "person", TYPE_ENTITY)                                                           \
    X(RELATIVE, "relative", TYPE_ENTITY)                                                       \
    X(ASSOCIATE, "associate", TYPE_ENTITY)                                                     \
    X(SUBJECT, "subject", TYPE_ENTITY)                                                         \
    X(OBJECT, "object", TYPE_ENTITY)                                                           \
    X(ENTITY, "entity", TYPE_ENTITY)                                                           \
    X(HOLDER, "holder", TYPE_ENTITY)                                                           \
    X(PARENT, "parent", TYPE_ENTITY)                                                           \
    X(PREDECESSOR, "predecessor", TYPE_ENTITY)                                                 \
    X(SUCCESSOR, "successor", TYPE_ENTITY)                                                     \
    X(EMPLOYER, "employer", TYPE_ENTITY)                                                       \
    X(EMPLOYEE, "employee", TYPE_ENTITY)                                                       \
    X(AGENT, "agent", TYPE_ENTITY)                                                             \
    X(CLIENT, "client", TYPE_ENTITY)                                                           \
    X(ADDRESS_ENTITY, "addressEntity", TYPE_ENTITY)                                            \
    X(ROLE, "role", TYPE_STRING)                                                               \
    X(RELATIONSHIP, "relationship", TYPE_STRING)                                               \
    X(PERCENTAGE, "percentage", TYPE_STRING)                                                   \
    X(AUTHORITY, "authority", TYPE_STRING)                                                     \
    X(AUTHORITY_ID, "authorityId", TYPE_STRING)                                                \
    X(REASON, "reason", TYPE_STRING)                                                           \
    X(PROVISIONS, "provisions", TYPE_STRING)                                                   \
    X(LISTING_DATE, "listingDate", TYPE_DATE)                                                  \
    X(START_DATE, "startDate", TYPE_DATE)                                                      \
    X(END_DATE, "endDate", TYPE_DATE)                                                          \
    X(DATE, "date", TYPE_DATE)                                                                 \
    X(CREATED_AT, "createdAt", TYPE_DATE)                                                      \
    X(MODIFIED_AT, "modifiedAt", TYPE_DATE)                                                    \
    X(FULL, "full", TYPE_STRING)                                                               \
    X(STREET, "street", TYPE_STRING)                                                           \
    X(CITY, "city", TYPE_STRING)                                                               \
    X(STATE, "state", TYPE_STRING)                                                             \
    X(REGION, "region", TYPE_STRING)                                                           \
    X(POSTAL_CODE, "postalCode", TYPE_STRING)                                                  \
    X(REMARKS, "remarks", TYPE_STRING)                                                         \
    X(NUMBER, "number", TYPE_IDENTIFIER)

enum property {
#define X(enumerator, name, type) PROP_##enumerator,
    PROPERTIES(X)
#undef X
        PROP_COUNT,
    PROP_UNKNOWN = PROP_COUNT
};

/* FollowTheMoney's name; "" for PROP_UNKNOWN. */
const char *property_name(enum property p);
enum property_type property_type(enum property p);

/* By FollowTheMoney's exact name; PROP_UNKNOWN when it is not one of ours. */
enum property property_find(struct slice name);

#endif
