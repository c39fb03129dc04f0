/*
 * question_options - the options that search and screen share: who is asked for, and how.
 */
#ifndef CLI_QUESTION_OPTIONS_H
#define CLI_QUESTION_OPTIONS_H

#include "cli/options.h"
#include "index/search.h"
#include "screen/customer.h"

struct question_options {
    const char *index;
    const char *schema;
    const char *birth_date;
    const char *country;
    const char *gender;
    const char *birth_place;
    const char *id;
    struct texts datasets;
    struct texts excluded;
    uint64_t limit;
    unsigned threshold; /* thousandths */
    bool exhaustive;
    bool explain;
    bool json;
    bool exit_code;
};

/* What holds when nothing is given. */
#define QUESTION_OPTIONS_START                                                                 \
    {                                                                                          \
        .limit = SEARCH_LIMIT_DEFAULT, .threshold = SCORE_ALERT                                \
    }

/* Rows of an option table, for a structure with a member `question`. */
/* clang-format off */
#define QUESTION_OPTIONS(type)                                                                   \
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",         \
        offsetof(type, question.index), "The index to search."),                                 \
    OPTION_ROW_TEXT("schema", "SCHEMA", NULL, offsetof(type, question.schema),                   \
        "What is asked for: Person, Organization, Company, Vessel, Airplane, "                   \
        "CryptoWallet … or 'any'. Without it people and organisations, only people "             \
        "when a birth date, gender or first name is given."),                                    \
    OPTION_ROW_TEXT("birth-date", "DATE", NULL, offsetof(type, question.birth_date),             \
        "Birth date: 1984-01-08, 1984-01, 1984, 8 Jan 1984."),                                   \
    OPTION_ROW_TEXT("country", "COUNTRY", NULL, offsetof(type, question.country),                \
        "Nationality or country, as a code or a name."),                                         \
    OPTION_ROW_TEXT("gender", "GENDER", NULL, offsetof(type, question.gender),                   \
        "male, female or other."),                                                               \
    OPTION_ROW_TEXT("birth-place", "PLACE", NULL, offsetof(type, question.birth_place),          \
        "Place of birth."),                                                                      \
    OPTION_ROW_TEXT("id", "NUMBER", NULL, offsetof(type, question.id),                           \
        "A passport, tax, register, IMO or wallet number, BIC or LEI."),                         \
    OPTION_ROW_TEXTS("dataset", "LIST", "all lists", offsetof(type, question.datasets),          \
        "Only parties of this list; may be given several times."),                               \
    OPTION_ROW_TEXTS("exclude", "LIST", NULL, offsetof(type, question.excluded),                 \
        "No parties of this list alone; may be given several times."),                           \
    {"limit", "N", "5",                                                                          \
        "At most so many hits; all are counted.",                                                \
        OPTION_NUMBER, offsetof(type, question.limit), 1, SEARCH_LIMIT_MAX},                     \
    {"threshold", "SCORE", "0.700",                                                              \
        "Hits score at least this, not under 0.500.",                                            \
        OPTION_SCORE, offsetof(type, question.threshold), SCORE_LOWEST, 1000},                   \
    OPTION_ROW_FLAG("exhaustive", offsetof(type, question.exhaustive),                           \
        "Compare with every listed name instead of asking the index: the same "                  \
        "answer, slowly."),                                                                      \
    OPTION_ROW_FLAG("explain", offsetof(type, question.explain),                                 \
        "Every term of every score."),                                                           \
    OPTION_ROW_FLAG("json", offsetof(type, question.json),                                       \
        "JSON, for machines."),                                                                  \
    OPTION_ROW_FLAG("exit-code", offsetof(type, question.exit_code),                             \
        "Exit status 1 when somebody was found.")
/* clang-format on */

/* The rules for rows or for the one question; a value that cannot be read is told: exit status
 * 2, else 0.  Slices point into *q and argv. */
int question_rules(const char *command, const struct question_options *q,
                   struct customer_rules *out);

/* Is every list of --dataset and --exclude one that the index holds?  What is misspelt would
 * silently find nothing: it is told, exit status 2; else 0. */
int question_check_lists(const char *command, const struct question_options *q,
                         const struct index *index);

struct search_options question_search(const struct question_options *q);

#endif
