#include "merge/merged.h"

struct words {
    const char *name;  /* for machines */
    const char *prose; /* for people */
};

static const struct words REASONS[JOIN_REASONS] = {
    [JOIN_DECISION] = {"decision", "decided by hand"},
    [JOIN_REFERENT] = {"referent", "one source names the other's record"},
    [JOIN_REFERENCE] = {"reference", "the same UN reference"},
    [JOIN_IDENTIFIER] = {"identifier", "the same number"},
    [JOIN_DOCUMENT] = {"document", "the same document, and names that agree"},
    [JOIN_NAME_DAY] = {"name_birth_date", "names agree, the day of birth is the same"},
    [JOIN_NAME_YEAR] = {"name_birth_year", "long names are equal, the year of birth agrees"},
    [JOIN_NAME_PLACE] = {"name_country", "distinctive names are equal, a country agrees"},
    [JOIN_NAME_REGIME] = {"name_regime", "names are equal, listed for the same matter"},
    [JOIN_NAME] = {"name", "distinctive main names are equal, a country is not known"},
    [JOIN_NAMES] = {"names", "several distinctive names are equal"},
};

static const struct words AGAINST[AGAINST_KINDS] = {
    [AGAINST_NOTHING] = {"", ""},
    [AGAINST_DECISION] = {"decision", "decided by hand"},
    [AGAINST_SAME_LIST] = {"same_list", "one list has both"},
    [AGAINST_SCHEMA] = {"schema", "things of another kind"},
    [AGAINST_LINK] = {"link", "a source ties one to the other"},
    [AGAINST_IDENTIFIER] = {"identifier", "other numbers of one register"},
    [AGAINST_BIRTH_DATE] = {"birth_date", "born on other dates"},
    [AGAINST_GENDER] = {"gender", "of another gender"},
    [AGAINST_NAME] = {"name", "names that have nothing in common"},
    [AGAINST_RIVAL] = {"rival", "another record fits as well"},
    [AGAINST_SIZE] = {"size", "more records than a party can have"},
};

const char *join_reason_name(enum join_reason r)
{
    return REASONS[r].name;
}

const char *join_against_name(enum join_against a)
{
    return AGAINST[a].name;
}

const char *join_reason_words(enum join_reason r)
{
    return REASONS[r].prose;
}

const char *join_against_words(enum join_against a)
{
    return AGAINST[a].prose;
}
