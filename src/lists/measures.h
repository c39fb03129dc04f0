/*
 * measures - what a designation imposes: one vocabulary for all lists.
 *
 * Lists say it with columns, elements, schedules, programmes and sentences; each reader has a
 * table from its list's words to these.  docs/guide/lists-measures.md says what each word means, and a
 * test compares the two.  What a list says beyond them stands in `provisions`.
 */
#ifndef LISTS_MEASURES_H
#define LISTS_MEASURES_H

#include "lists/listing.h"

#define MEASURE_TABLE(X)                                                                       \
    X(ASSET_FREEZE, "asset_freeze")                                                            \
    X(TRAVEL_BAN, "travel_ban")                                                                \
    X(ARMS_EMBARGO, "arms_embargo")                                                            \
    X(TRANSACTION_BAN, "transaction_ban")                                                      \
    X(CAPITAL_MARKET, "capital_market")                                                        \
    X(DEBT_RESTRICTION, "debt_restriction")                                                    \
    X(CORRESPONDENT_BANKING, "correspondent_banking")                                          \
    X(SECTORAL, "sectoral")                                                                    \
    X(MENU_BASED, "menu_based")                                                                \
    X(SHIPPING, "shipping")                                                                    \
    X(PORT_ENTRY, "port_entry")                                                                \
    X(TRANSPORT, "transport")                                                                  \
    X(TRUST_SERVICES, "trust_services")                                                        \
    X(DIRECTOR_DISQUALIFICATION, "director_disqualification")                                  \
    X(INTERNET_SERVICES, "internet_services")                                                  \
    X(TECHNICAL_ASSISTANCE, "technical_assistance")                                            \
    X(BUSINESS_ARRANGEMENTS, "business_arrangements")                                          \
    X(REPRESENTATIVE_OFFICES, "representative_offices")                                        \
    X(EXPORT_CONTROL, "export_control")                                                        \
    X(DEBARMENT, "debarment")                                                                  \
    X(ARREST_WARRANT, "arrest_warrant")

#define MEASURE_ENUM(name, word) MEASURE_##name,
enum measure {
    MEASURE_NONE, /* the list says none that has a word */
    MEASURE_TABLE(MEASURE_ENUM) MEASURE_COUNT
};
#undef MEASURE_ENUM

/* "asset_freeze"; the empty slice for MEASURE_NONE. */
struct slice measure_word(enum measure m);

/* The measure for an entity; MEASURE_NONE puts nothing. */
void measure_put(struct reading *r, struct entity *e, enum measure m);
/* For the party of the listing and that sanction. */
void measure_put_both(struct listing *l, struct entity *sanction, enum measure m);

/* ---- words that two readers share ---- */

/* What a schedule of a Canadian regulation imposes.  Every schedule freezes, but for those of
 * the Russian regulations that bar new debt and equity, or dealings with ships. */
enum measure measure_of_schedule(struct slice country, struct slice schedule);

#endif
