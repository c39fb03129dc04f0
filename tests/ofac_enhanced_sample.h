/*
 * ofac_enhanced_sample - pieces of the Enhanced form of OFAC's lists and of delta files, to put
 * lists together from; and whole lists, made up, which are the corpus of fuzz/fuzz_ofac_xml.c.
 */
#ifndef TESTS_OFAC_ENHANCED_SAMPLE_H
#define TESTS_OFAC_ENHANCED_SAMPLE_H

#include "lists_help.h"

/* A list is a longer string than every compiler of C must take. */
#pragma GCC diagnostic ignored "-Woverlength-strings"

/* clang-format off */
#define EN_HEAD(space, info)                                                                     \
    "<?xml version=\"1.0\"?><sanctionsData xmlns=\"https://" space "\">"                         \
    "<publicationInfo>" info "</publicationInfo><referenceValues/><featureTypes/><entities>"
#define EN_ENHANCED(list)                                                                        \
    EN_HEAD("sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML",   \
            "<dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists>"                  \
            "<sanctionsList refId=\"1550\">" list "</sanctionsList></sanctionsLists></filters>")
#define EN_DELTA_OF(day)                                                                         \
    EN_HEAD("www.treasury.gov/ofac/DeltaFile/1.0",                                               \
            "<datePublished>" day "T00:00:00-05:00</datePublished>"                              \
            "<publicationType>Standard Action</publicationType>")
#define EN_DELTA EN_DELTA_OF("2025-01-13")
#define EN_END "</entities></sanctionsData>"

#define EN_ENTITY(id, action, body) "<entity id=\"" id "\"" action ">" body "</entity>"
#define EN_GENERAL(type) "<generalInfo><entityType>" type "</entityType></generalInfo>"
#define EN_LISTED(list, program, kind)                                                           \
    "<sanctionsLists><sanctionsList datePublished=\"2014-10-10\">" list "</sanctionsList>"       \
    "</sanctionsLists><sanctionsPrograms><sanctionsProgram>" program "</sanctionsProgram>"       \
    "</sanctionsPrograms><sanctionsTypes><sanctionsType>" kind "</sanctionsType>"                \
    "</sanctionsTypes>"
#define EN_NAMES(primary, alias, whole, parts)                                                   \
    "<names><name><isPrimary>" primary "</isPrimary>" alias "<isLowQuality>false</isLowQuality>" \
    "<translations><translation><isPrimary>true</isPrimary><script>Latin</script>" whole         \
    "<nameParts>" parts "</nameParts></translation></translations></name></names>"
#define EN_PART(kind, value) "<namePart><type>" kind "</type><value>" value "</value></namePart>"
#define EN_FEATURE(type, value)                                                                  \
    "<feature><type>" type "</type><value>" value "</value></feature>"

#define EN_FIRM(list, program, kind)                                                             \
    EN_GENERAL("Entity") EN_LISTED(list, program, kind)                                          \
    EN_NAMES("true", "", "", EN_PART("Entity Name", "ACME S.A."))
#define EN_SHIP(list, program, kind)                                                             \
    EN_GENERAL("Vessel") EN_LISTED(list, program, kind)                                          \
    EN_NAMES("true", "", "", EN_PART("Vessel Name", "ANA I"))                                    \
    "<identityDocuments><identityDocument><type>Vessel Registration Identification</type>"       \
    "<documentNumber>IMO 9187629</documentNumber></identityDocument></identityDocuments>"
/* clang-format on */

/* A whole list by the name of its form ("classic", "advanced", "enhanced"), into `out`. */
static inline void ofac_sample(const char *form, struct buf *out)
{
    char path[512];
    const char *root = getenv("VAGLIO_SOURCE_ROOT");
    (void)snprintf(path, sizeof path, "%s%sfuzz/corpus/ofac_xml/%s", root ? root : "",
                   root ? "/" : "", form);
    FILE *f = fopen(path, "r");
    if (!f) {
        fail_msg("no '%s': run from the root of the sources", path);
    }
    buf_init(out, 1 << 20);
    char *p = buf_reserve(out, 1 << 19);
    assert_non_null(p);
    out->n = fread(p, 1, 1 << 19, f);
    fclose(f);
}

#endif
