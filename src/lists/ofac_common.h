/*
 * ofac_common - one record of OFAC's lists, whatever form it came in.
 *
 * The classic, Advanced and Enhanced XML say the same of a party in different elements.  Their
 * readers gather a record in the words of OFAC: names with their parts, facts ("Passport",
 * "1084010", "Egypt"), addresses, programmes, links.  ofac_record_end() makes of it what
 * ofac_csv.c makes of the same record: facts are written as a segment of the remarks column
 * ("Passport 1084010 (Egypt) expires 2003") and read by ofac_remarks.c, so that there is one
 * table of labels and all forms yield the same values.
 *
 * What has no place in CSV is kept besides: original scripts, parts of names, measures, legal
 * basis, listing dates, relations by number.  Everything lives in the arena of the record;
 * trouble is kept in the reading.
 */
#ifndef LISTS_OFAC_COMMON_H
#define LISTS_OFAC_COMMON_H

#include "lists/measures.h"
#include "lists/ofac_names.h"
#include "lists/ofac_remarks.h"

enum ofac_list { OFAC_LIST_SDN, OFAC_LIST_CONS };

enum ofac_part {
    OFAC_PART_LAST,
    OFAC_PART_FIRST,
    OFAC_PART_MIDDLE,
    OFAC_PART_MAIDEN,
    OFAC_PART_FATHER, /* "Patronymic": behind the first name, or half of the last one */
    OFAC_PART_MOTHER, /* "Matronymic" */
    OFAC_PART_NICK,
    OFAC_PART_WHOLE, /* of an organisation, ship, aircraft */
    OFAC_PARTS
};

enum ofac_name_kind { OFAC_NAME_MAIN, OFAC_NAME_AKA, OFAC_NAME_FKA, OFAC_NAME_NKA };

struct ofac_name {
    struct slice parts[OFAC_PARTS]; /* each may be empty */
    struct slice whole;             /* "KIM, Jong Un"; made of the parts when empty */
    struct slice script;            /* "Cyrillic"; empty for Latin */
    enum ofac_name_kind kind;
    bool weak; /* low quality */
    struct ofac_name *next;
};

/* A feature or document in the words of OFAC. */
struct ofac_fact {
    struct slice type; /* "Passport", "Birthdate", "Gender" */
    struct slice value;
    struct slice country; /* that issued it; its name */
    struct slice issued;  /* dates in words, or empty */
    struct slice expires;
    struct slice comment; /* what the list adds, kept as a note */
    struct ofac_fact *next;
};

struct ofac_address {
    struct slice streets[3];
    struct slice city;
    struct slice state;
    struct slice postal;
    struct slice region;
    struct slice country; /* its name */
    struct slice script;  /* empty for Latin */
};

/* A relation to another party. */
struct ofac_link {
    struct slice to;      /* its number */
    struct slice type;    /* "Owned or Controlled By" */
    struct slice quality; /* "High", or empty */
    bool former;
    struct ofac_link *next;
};

struct ofac_record {
    struct reading *r; /* borrowed */
    enum ofac_list list;
    const struct ofac_names
        *names; /* for "Linked To: NAME", or NULL: such segments are notes */
    struct ofac_draft d;
    struct slice number;
    struct slice type; /* "Individual", "Entity", "Vessel", "Aircraft" */
    struct slice title;
    struct slice remarks;
    struct slice owner; /* of a ship, its name */
    struct ofac_name *first_name, **last_name;
    struct ofac_fact *first_fact, **last_fact;
    struct ofac_link *first_link, **last_link;
    struct ofac_name spare_name; /* these three take what is written when there is no memory */
    struct ofac_fact spare_fact;
    struct ofac_link spare_link;
    bool on_sdn;   /* ofac_put_list() has named the SDN list */
    bool on_other; /* it has named another one */
    bool taken;    /* set by ofac_record_end(): it was handed out */
};

/* Begins a record at that line. */
void ofac_record_begin(struct ofac_record *rec, struct reading *r, uint64_t line);

/* A new name, fact or link at the end of its chain; never NULL (trouble when there is no
 * memory).  Texts put into it must live as long as the record: ofac_keep(). */
struct ofac_name *ofac_add_name(struct ofac_record *rec);
struct ofac_fact *ofac_add_fact(struct ofac_record *rec);
struct ofac_link *ofac_add_link(struct ofac_record *rec);
struct slice ofac_keep(struct ofac_record *rec, struct slice text);

void ofac_put_address(struct ofac_record *rec, const struct ofac_address *a);
void ofac_put_program(struct ofac_record *rec, struct slice program);
/* A kind of sanction: "Block", "13662 Sectoral Directive 1". */
void ofac_put_sanction_type(struct ofac_record *rec, struct slice type);
/* A list that the party stands on, and since when (may be empty). */
void ofac_put_list(struct ofac_record *rec, struct slice list, struct slice date);
/* "Executive Order 13224 (Terrorism)". */
void ofac_put_legal_basis(struct ofac_record *rec, struct slice basis);

/* Tallies a record whose lists are not those of this snapshot; it is read all the same. */
void ofac_check_list(struct ofac_record *rec);

/* Where a part of an address goes ("ADDRESS1", "CITY"); NULL when it is none. */
struct slice *ofac_address_part(struct ofac_address *a, struct slice word);
/* A number with the place that issued it behind it, "3848561 (New York)", where neither the
 * number nor the country says it. */
struct slice ofac_number_at(struct ofac_record *rec, struct slice number, struct slice place,
                            struct slice country);

/* The part that a word of OFAC names ("Last Name"); OFAC_PARTS when it is none. */
enum ofac_part ofac_part_of(struct slice word);
/* OFAC_NAME_AKA for "a.k.a.", "A.K.A."; f.k.a. and n.k.a. alike. */
enum ofac_name_kind ofac_name_kind_of(struct slice word);
/* The script as a note of a name: empty for Latin. */
struct slice ofac_script_of(struct slice word);
/* The name as OFAC writes it: "LAST, First Middle". */
struct slice ofac_whole_name(struct ofac_record *rec, const struct ofac_name *name);

/* From the first to the last day of a period, in the words of OFAC: "1962", "Sep 1971",
 * "08 Jan 1984", "1958 to 1963", "circa 1961".  Days are "YYYY-MM-DD"; empty when they are not
 * to be read. */
struct slice ofac_period(struct reading *r, struct slice first, struct slice last, bool circa);

/* The name of a country as it is known elsewhere: without "Region: ", nothing for
 * "undetermined". */
struct slice ofac_plain_country(struct slice country);

/* Puts the values of what was gathered into rec->d.party and rec->d.sanction, and hands out the
 * links.  Only for records that are not handed out by ofac_record_end(). */
void ofac_record_fill(struct ofac_record *rec);
MUST_USE int ofac_record_links(struct ofac_record *rec, struct diag *diag);

/* The end of a record: refused without number or name, else handed out with its sanction,
 * wallets and links. */
MUST_USE int ofac_record_end(struct ofac_record *rec, struct diag *diag);

/* ---- steps of ofac_record_fill() ---- */

/* The first name that the list calls the main one in Latin, else the first main one, else any;
 * NULL when there is none. */
const struct ofac_name *ofac_main_name(const struct ofac_record *rec);
void ofac_put_names(struct ofac_record *rec);
/* For party and sanction; NULL is none. */
void ofac_put_measure(struct ofac_record *rec, enum measure measure);
/* Title, facts and remarks. */
void ofac_read_facts(struct ofac_record *rec);

#endif
