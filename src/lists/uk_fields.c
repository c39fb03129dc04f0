#include "lists/measures.h"
#include "lists/uk_record.h"

#define VALUE(element, column, prop)                                                           \
    {                                                                                          \
        element, column, UK_VALUE, PROP_##prop, NULL                                           \
    }
#define NUMBERED(element, column, prop)                                                        \
    {                                                                                          \
        element, column, UK_NUMBERED, PROP_##prop, NULL                                        \
    }
#define SLOT(element, column, slot)                                                            \
    {                                                                                          \
        element, column, UK_IN_GROUP, UK_##slot, NULL                                          \
    }
#define MEASURE(element, name)                                                                 \
    {                                                                                          \
        element, NULL, UK_MEASURE, MEASURE_##name, NULL                                        \
    }
#define NOTE(element, column, label)                                                           \
    {                                                                                          \
        element, column, UK_LABELLED, 0, label                                                 \
    }
#define TIE(element, column, kind)                                                             \
    {                                                                                          \
        element, column, UK_TIE, UK_##kind, NULL                                               \
    }

const struct uk_field UK_FIELDS[] = {
    /* the designation */
    {"UniqueID", "Unique ID", UK_ID, 0, NULL},
    {"OFSIGroupID", "OFSI Group ID", UK_OFSI_ID, 0, NULL},
    {"UNReferenceNumber", "UN Reference Number", UK_UN_ID, 0, NULL},
    {"LastUpdated", "Last Updated", UK_BOTH, PROP_MODIFIED_AT, NULL},
    {"DateDesignated", "Date Designated", UK_DESIGNATED, 0, NULL},
    {"RegimeName", "Regime Name", UK_BOTH, PROP_PROGRAM_ID, NULL},
    {"IndividualEntityShip", "Designation Type", UK_SCHEMA, 0, NULL},
    {NULL, "Individual, Entity, Ship", UK_SCHEMA, 0, NULL},
    {"DesignationSource", "Designation source", UK_SOURCE, 0, NULL},
    {"SanctionsImposed", "Sanctions Imposed", UK_IMPOSED, 0, NULL},
    {"OtherInformation", "Other Information", UK_PROSE, PROP_NOTES, NULL},
    {"UKStatementofReasons", "UK Statement of Reasons", UK_REASONS, PROP_REASON, NULL},
    /* names */
    SLOT("Name1", "Name 1", NAME_1),
    SLOT("Name2", "Name 2", NAME_2),
    SLOT("Name3", "Name 3", NAME_3),
    SLOT("Name4", "Name 4", NAME_4),
    SLOT("Name5", "Name 5", NAME_5),
    SLOT("Name6", "Name 6", NAME_6),
    SLOT("NameType", "Name type", NAME_TYPE),
    SLOT("AliasStrength", "Alias strength", STRENGTH),
    SLOT("NameNonLatinScript", "Name non-latin script", SCRIPT_NAME),
    SLOT("NonLatinScriptType", "Non-latin script type", SCRIPT),
    SLOT("NonLatinScriptLanguage", "Non-latin script language", SCRIPT_LANGUAGE),
    NUMBERED("Title", "Title", TITLE),
    /* where it is reached */
    SLOT("AddressLine1", "Address Line 1", LINE_1),
    SLOT("AddressLine2", "Address Line 2", LINE_2),
    SLOT("AddressLine3", "Address Line 3", LINE_3),
    SLOT("AddressLine4", "Address Line 4", LINE_4),
    SLOT("AddressLine5", "Address Line 5", LINE_5),
    SLOT("AddressLine6", "Address Line 6", LINE_6),
    SLOT("AddressPostalCode", "Address Postal Code", POSTAL_CODE),
    SLOT("AddressCountry", "Address Country", ADDRESS_COUNTRY),
    NUMBERED("PhoneNumber", "Phone number", PHONE),
    NUMBERED("EmailAddress", "Email address", EMAIL),
    NUMBERED("Website", "Website", WEBSITE),
    /* people */
    NUMBERED("DOB", "D.O.B", BIRTH_DATE),
    SLOT("TownOfBirth", "Town of birth", TOWN),
    SLOT("CountryOfBirth", "Country of birth", BIRTH_COUNTRY),
    NUMBERED("Nationality", "Nationality(/ies)", NATIONALITY),
    NUMBERED("Position", "Position", POSITION),
    VALUE("Gender", "Gender", GENDER),
    SLOT("PassportNumber", "Passport number", PASSPORT_NUMBER),
    SLOT("PassportAdditionalInformation", "Passport additional information", PASSPORT_NOTE),
    SLOT("NationalIdentifierNumber", "National Identifier number", IDENTITY_NUMBER),
    SLOT("NationalIdentifierAdditionalInformation",
         "National Identifier additional information", IDENTITY_NOTE),
    /* entities */
    NUMBERED("TypeOfEntity", "Type of entity", CLASSIFICATION),
    {"BusinessRegistrationNumber", "Business registration number (s)", UK_REGISTER, 0, NULL},
    TIE("ParentCompany", "Parent company", PARENT),
    TIE("Subsidiary", "Subsidiaries", SUBSIDIARY),
    /* ships */
    NUMBERED("IMONumber", "IMO number", IMO_NUMBER),
    TIE("CurrentOwnerOperator", "Current owner/operator (s)", OWNER),
    TIE("PreviousOwnerOperator", "Previous owner/operator (s)", FORMER_OWNER),
    NUMBERED("CurrentBelievedFlagOfShip", "Current believed flag of ship", FLAG),
    NUMBERED("PreviousFlag", "Previous flags", PAST_FLAGS),
    NUMBERED("TypeOfShip", "Type of ship", TYPE),
    VALUE("TonnageOfShip", "Tonnage of ship", TONNAGE),
    NOTE("LengthOfShip", "Length of ship", "Length of ship:"),
    VALUE("YearBuilt", "Year Built", BUILD_DATE),
    NOTE("HullIdentificationNumber", "Hull identification number (HIN)",
         "Hull identification number:"),
    /* measures */
    MEASURE("AssetFreeze", ASSET_FREEZE),
    MEASURE("TravelBan", TRAVEL_BAN),
    MEASURE("ArmsEmbargo", ARMS_EMBARGO),
    MEASURE("TargetedArmsEmbargo", ARMS_EMBARGO),
    MEASURE("TrustServicesSanctions", TRUST_SERVICES),
    MEASURE("DirectorDisqualificationSanction", DIRECTOR_DISQUALIFICATION),
    MEASURE("TechnicalAssistanceRelatedToAircraft", TECHNICAL_ASSISTANCE),
    MEASURE("CharteringOfShips", SHIPPING),
    MEASURE("CrewServicingOfShipsAndAircraft", SHIPPING),
    MEASURE("PreventionOfCharteringOfShipsAndAircraft", SHIPPING),
    MEASURE("PreventionOfCharteringOfShips", SHIPPING),
    MEASURE("PreventionOfBusinessArrangements", BUSINESS_ARRANGEMENTS),
    MEASURE("ClosureOfRepresentativeOffices", REPRESENTATIVE_OFFICES),
    MEASURE("ProhibitionOfPortEntry", PORT_ENTRY),
    MEASURE("Deflag", SHIPPING),
};

const size_t UK_FIELD_COUNT = sizeof UK_FIELDS / sizeof UK_FIELDS[0];
