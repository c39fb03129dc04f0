#include "text/tables.h"

static uint64_t fnv(struct slice key)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < key.n; i++) {
        h = (h ^ (unsigned char)key.p[i]) * UINT64_C(0x100000001B3);
    }
    return h;
}

bool word_table_get(const struct word_table *t, struct slice key, uint32_t *value)
{
    if (key.n == 0 || key.n > t->longest) {
        return false;
    }
    for (uint32_t at = (uint32_t)fnv(key) & t->mask; t->slots[at]; at = (at + 1) & t->mask) {
        uint32_t i = t->slots[at] - 1U;
        const char *found = (const char *)t->pool + t->keys[i];
        if (strncmp(found, key.p, key.n) == 0 && found[key.n] == '\0') {
            *value = t->values[i];
            return true;
        }
    }
    return false;
}
