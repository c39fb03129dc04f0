/*
 * kinds - the finer words for goods that rules and the goods table share.
 *
 * A kind belongs to the classes named beside it: of goods of which only such a class is known, a
 * rule about the kind applies perhaps.  A goods set is what stands behind "goods:" and "except:"
 * of a rule: classes, kinds, headings ("HS 72 73"), categories ("ML3"), or "all".  A word with
 * "?" behind it covers such goods only in part.
 */
#ifndef EMBARGO_KINDS_H
#define EMBARGO_KINDS_H

#include "embargo/facts.h"
#include "embargo/goods.h"

#define KIND_TABLE(X)                                                                          \
    X(MAJOR, "major", 1U << GOODS_ARMS)                                                        \
    X(HEAVY, "heavy", 1U << GOODS_ARMS)                                                        \
    X(SMALL, "small", 1U << GOODS_ARMS)                                                        \
    X(AMMUNITION, "ammunition", 1U << GOODS_ARMS)                                              \
    X(MISSILE, "missile", 1U << GOODS_ARMS | 1U << GOODS_DUAL_USE | 1U << GOODS_TECHNOLOGY)    \
    X(BALLISTIC, "ballistic", 0)                                                               \
    X(UAV, "uav", 1U << GOODS_ARMS)                                                            \
    X(NUCLEAR, "nuclear", 1U << GOODS_DUAL_USE | 1U << GOODS_TECHNOLOGY)                       \
    X(CHEMICAL, "chemical", 1U << GOODS_DUAL_USE)                                              \
    X(BIOLOGICAL, "biological", 1U << GOODS_DUAL_USE)                                          \
    X(EXPLOSIVE, "explosive", 1U << GOODS_ARMS)                                                \
    X(MINES, "mines", 1U << GOODS_ARMS)                                                        \
    X(VEHICLE, "vehicle", 0)                                                                   \
    X(PROTECTIVE, "protective", 0)                                                             \
    X(SENSOR, "sensor", 0)                                                                     \
    X(PARTS, "parts", 0)                                                                       \
    X(MILITARY, "military", 1U << GOODS_TECHNOLOGY)                                            \
    X(REPRESSION, "repression", 0)                                                             \
    X(MACHINE_TOOL, "machine_tool", 1U << GOODS_DUAL_USE)                                      \
    X(MACHINERY, "machinery", 0)                                                               \
    X(PRIORITY, "priority", 1U << GOODS_DUAL_USE)                                              \
    X(ELECTRONICS, "electronics", 1U << GOODS_DUAL_USE)                                        \
    X(SURVEILLANCE, "surveillance", 0)                                                         \
    X(SPACE, "space", 1U << GOODS_TECHNOLOGY)                                                  \
    X(REFINED, "refined", 1U << GOODS_OIL)                                                     \
    X(CRUDE, "crude", 1U << GOODS_OIL)                                                         \
    X(CONDENSATE, "condensate", 0)                                                             \
    X(JET_FUEL, "jet_fuel", 0)                                                                 \
    X(MEDICINE, "medicine", 0)                                                                 \
    X(ELECTRICAL, "electrical", 0)                                                             \
    X(AIRCRAFT, "aircraft", 0)                                                                 \
    X(HELICOPTER, "helicopter", 0)                                                             \
    X(TRANSPORT, "transport", 0)                                                               \
    X(VESSEL, "vessel", 0)                                                                     \
    X(IRON, "iron", 0)                                                                         \
    X(METALS, "metals", 0)                                                                     \
    X(LEAD, "lead", 0)                                                                         \
    X(GOLD, "gold", 0)                                                                         \
    X(RARE_EARTH, "rare_earth", 0)                                                             \
    X(SEAFOOD, "seafood", 0)                                                                   \
    X(TEXTILE, "textile", 0)                                                                   \
    X(WOOD, "wood", 0)                                                                         \
    X(CHARCOAL, "charcoal", 0)                                                                 \
    X(STATUE, "statue", 0)                                                                     \
    X(GAS, "gas", 0)                                                                           \
    X(TROOPS, "troops", 0)                                                                     \
    X(LABOUR, "labour", 0)                                                                     \
    X(CIVIL, "civil", 0)

enum goods_kind {
#define KIND_ENUM(name, word, classes) KIND_##name,
    KIND_TABLE(KIND_ENUM)
#undef KIND_ENUM
        KIND_COUNT
};
_Static_assert(KIND_COUNT <= 64, "kinds are bits of one number");

static inline uint64_t kind_bit(enum goods_kind k)
{
    return UINT64_C(1) << k;
}

bool kind_parse(struct slice word, enum goods_kind *out);

/* What a rule covers. */
struct goods_set {
    uint32_t classes;        /* bits: 1 << enum goods_class */
    uint32_t partly_classes; /* with "?" */
    uint64_t kinds;          /* kind bits */
    uint64_t partly_kinds;   /* with "?" */
    uint32_t categories;     /* bit n: ML n */
    struct slice *headings;  /* digits; in the arena */
    size_t heading_count;
    bool all;
};

enum fit { FIT_NO, FIT_MAYBE, FIT_YES };

/* Reads the value of the last fact. */
MUST_USE int goods_set_read(const struct facts *f, struct goods_set *out);

/* Are goods in the set? */
enum fit goods_set_fit(const struct goods_set *set, const struct goods *g);

#endif
