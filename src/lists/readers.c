#include "lists/readers.h"

#include <string.h>

/* Readers that know their content by a mark of its own come before those that look at the
 * shape of the first record. */
const struct list_reader *const LIST_READERS[] = {
    &UN_SC_XML,  &EU_FSF,        &UK_SANCTIONS, &CH_SECO,    &AMMITTO_CH,
    &AMMITTO_AU, &AMMITTO_CA,    &OFAC_SDN,     &OFAC_CONS,  &CA_SEMA,
    &AU_DFAT,    &US_CSL,        &US_DPL,       &UN_VESSELS, &ICC_WARRANTS,
    &FTM_LINES,  &SENZING_LINES, &OWN_TABLE,    NULL};

const struct list_reader *reader_find(const char *kind, size_t n)
{
    for (size_t i = 0; LIST_READERS[i]; i++) {
        if (strlen(LIST_READERS[i]->kind) == n && memcmp(LIST_READERS[i]->kind, kind, n) == 0) {
            return LIST_READERS[i];
        }
    }
    return NULL;
}
