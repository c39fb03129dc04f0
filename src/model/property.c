#include "model/property.h"

struct property_row {
    const char *name;
    enum property_type type;
};

static const struct property_row ROWS[PROP_COUNT + 1] = {
#define X(enumerator, name, type) {name, type},
    PROPERTIES(X)
#undef X
        {"", TYPE_STRING}};

const char *property_name(enum property p)
{
    return ROWS[p].name;
}

enum property_type property_type(enum property p)
{
    return ROWS[p].type;
}

enum property property_find(struct slice name)
{
    for (unsigned p = 0; p < PROP_COUNT; p++) {
        if (slice_is(name, ROWS[p].name)) {
            return (enum property)p;
        }
    }
    return PROP_UNKNOWN;
}
