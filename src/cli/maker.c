#include "cli/maker.h"

#include "cli/version.h"
#include "match/frequency.h"

struct report_maker maker_of(const struct index *index)
{
    return (struct report_maker){VAGLIO_VERSION, tables_hash(), index};
}
