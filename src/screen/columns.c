#include "screen/columns.h"

#include <stdio.h>

enum { WORD_MAX = 64 };

/* Words as titles say them once case and separators are gone. */
struct column_word {
    const char *word;
    enum column_use use;
    enum property prop;
};

static const struct column_word WORDS[] = {
    {"id", COLUMN_ID, PROP_UNKNOWN},
    {"customerid", COLUMN_ID, PROP_UNKNOWN},
    {"customerno", COLUMN_ID, PROP_UNKNOWN},
    {"customernumber", COLUMN_ID, PROP_UNKNOWN},
    {"clientid", COLUMN_ID, PROP_UNKNOWN},
    {"clientno", COLUMN_ID, PROP_UNKNOWN},
    {"clientnumber", COLUMN_ID, PROP_UNKNOWN},
    {"partyid", COLUMN_ID, PROP_UNKNOWN},
    {"entityid", COLUMN_ID, PROP_UNKNOWN},
    {"recordid", COLUMN_ID, PROP_UNKNOWN},
    {"reference", COLUMN_ID, PROP_UNKNOWN},
    {"ref", COLUMN_ID, PROP_UNKNOWN},
    {"uid", COLUMN_ID, PROP_UNKNOWN},

    {"schema", COLUMN_SCHEMA, PROP_UNKNOWN},
    {"type", COLUMN_SCHEMA, PROP_UNKNOWN},
    {"entitytype", COLUMN_SCHEMA, PROP_UNKNOWN},
    {"partytype", COLUMN_SCHEMA, PROP_UNKNOWN},
    {"customertype", COLUMN_SCHEMA, PROP_UNKNOWN},
    {"clienttype", COLUMN_SCHEMA, PROP_UNKNOWN},

    {"name", COLUMN_PROPERTY, PROP_NAME},
    {"names", COLUMN_PROPERTY, PROP_NAME},
    {"fullname", COLUMN_PROPERTY, PROP_NAME},
    {"customername", COLUMN_PROPERTY, PROP_NAME},
    {"clientname", COLUMN_PROPERTY, PROP_NAME},
    {"partyname", COLUMN_PROPERTY, PROP_NAME},
    {"entityname", COLUMN_PROPERTY, PROP_NAME},
    {"legalname", COLUMN_PROPERTY, PROP_NAME},
    {"registeredname", COLUMN_PROPERTY, PROP_NAME},
    {"primaryname", COLUMN_PROPERTY, PROP_NAME},
    {"vesselname", COLUMN_PROPERTY, PROP_NAME},
    {"shipname", COLUMN_PROPERTY, PROP_NAME},
    {"nome", COLUMN_PROPERTY, PROP_NAME},
    {"nom", COLUMN_PROPERTY, PROP_NAME},
    {"nombre", COLUMN_PROPERTY, PROP_NAME},
    {"company", COLUMN_FALLBACK, PROP_NAME},
    {"companyname", COLUMN_FALLBACK, PROP_NAME},
    {"businessname", COLUMN_FALLBACK, PROP_NAME},
    {"organization", COLUMN_FALLBACK, PROP_NAME},
    {"organisation", COLUMN_FALLBACK, PROP_NAME},
    {"organizationname", COLUMN_FALLBACK, PROP_NAME},
    {"organisationname", COLUMN_FALLBACK, PROP_NAME},
    {"vessel", COLUMN_FALLBACK, PROP_NAME},
    {"ship", COLUMN_FALLBACK, PROP_NAME},
    {"counterparty", COLUMN_FALLBACK, PROP_NAME},
    {"caption", COLUMN_FALLBACK, PROP_NAME},

    {"firstname", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"givenname", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"givennames", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"forename", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"forenames", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"fname", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"vorname", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"vornamen", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"prenom", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"prénom", COLUMN_PROPERTY, PROP_FIRST_NAME},
    {"secondname", COLUMN_PROPERTY, PROP_SECOND_NAME},
    {"middlename", COLUMN_PROPERTY, PROP_MIDDLE_NAME},
    {"middlenames", COLUMN_PROPERTY, PROP_MIDDLE_NAME},
    {"mname", COLUMN_PROPERTY, PROP_MIDDLE_NAME},
    {"patronymic", COLUMN_PROPERTY, PROP_FATHER_NAME},
    {"fathername", COLUMN_PROPERTY, PROP_FATHER_NAME},
    {"lastname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"familyname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"surname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"lname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"nachname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"familienname", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"cognome", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"apellido", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"apellidos", COLUMN_PROPERTY, PROP_LAST_NAME},
    {"secondsurname", COLUMN_PROPERTY, PROP_MOTHER_NAME},
    {"secondlastname", COLUMN_PROPERTY, PROP_MOTHER_NAME},
    {"suffix", COLUMN_PROPERTY, PROP_NAME_SUFFIX},
    {"title", COLUMN_UNUSED, PROP_UNKNOWN},

    {"alias", COLUMN_PROPERTY, PROP_ALIAS},
    {"aliases", COLUMN_PROPERTY, PROP_ALIAS},
    {"aka", COLUMN_PROPERTY, PROP_ALIAS},
    {"alsoknownas", COLUMN_PROPERTY, PROP_ALIAS},
    {"othername", COLUMN_PROPERTY, PROP_ALIAS},
    {"othernames", COLUMN_PROPERTY, PROP_ALIAS},
    {"alternativename", COLUMN_PROPERTY, PROP_ALIAS},
    {"nativename", COLUMN_PROPERTY, PROP_ALIAS},
    {"originalname", COLUMN_PROPERTY, PROP_ALIAS},
    {"tradingname", COLUMN_PROPERTY, PROP_ALIAS},
    {"tradename", COLUMN_PROPERTY, PROP_ALIAS},
    {"dba", COLUMN_PROPERTY, PROP_ALIAS},
    {"previousname", COLUMN_PROPERTY, PROP_PREVIOUS_NAME},
    {"formername", COLUMN_PROPERTY, PROP_PREVIOUS_NAME},
    {"maidenname", COLUMN_PROPERTY, PROP_PREVIOUS_NAME},

    {"dateofbirth", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"dob", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"birthday", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"yearofbirth", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"birthyear", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"yob", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"geburtsdatum", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"datadinascita", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"datedenaissance", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"fechadenacimiento", COLUMN_PROPERTY, PROP_BIRTH_DATE},
    {"placeofbirth", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"pob", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"cityofbirth", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"birthcity", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"geburtsort", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"luogodinascita", COLUMN_PROPERTY, PROP_BIRTH_PLACE},
    {"countryofbirth", COLUMN_UNUSED, PROP_UNKNOWN},
    {"sex", COLUMN_PROPERTY, PROP_GENDER},
    {"geschlecht", COLUMN_PROPERTY, PROP_GENDER},
    {"sesso", COLUMN_PROPERTY, PROP_GENDER},

    {"nationalities", COLUMN_PROPERTY, PROP_NATIONALITY},
    {"citizenships", COLUMN_PROPERTY, PROP_CITIZENSHIP},
    {"countries", COLUMN_PROPERTY, PROP_COUNTRY},
    {"countrycode", COLUMN_PROPERTY, PROP_COUNTRY},
    {"countryofresidence", COLUMN_PROPERTY, PROP_COUNTRY},
    {"residence", COLUMN_PROPERTY, PROP_COUNTRY},
    {"domicile", COLUMN_PROPERTY, PROP_COUNTRY},
    {"countryofincorporation", COLUMN_PROPERTY, PROP_JURISDICTION},
    {"incorporationcountry", COLUMN_PROPERTY, PROP_JURISDICTION},
    {"flagstate", COLUMN_PROPERTY, PROP_FLAG},
    {"addr", COLUMN_PROPERTY, PROP_ADDRESS},
    {"addresses", COLUMN_PROPERTY, PROP_ADDRESS},
    {"fulladdress", COLUMN_PROPERTY, PROP_ADDRESS},
    {"streetaddress", COLUMN_PROPERTY, PROP_ADDRESS},
    {"registeredaddress", COLUMN_PROPERTY, PROP_ADDRESS},
    {"residentialaddress", COLUMN_PROPERTY, PROP_ADDRESS},

    {"passport", COLUMN_PROPERTY, PROP_PASSPORT_NUMBER},
    {"passportno", COLUMN_PROPERTY, PROP_PASSPORT_NUMBER},
    {"nationalid", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"nationalidnumber", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"idcard", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"idno", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"identitycard", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"identitynumber", COLUMN_PROPERTY, PROP_ID_NUMBER},
    {"ssn", COLUMN_PROPERTY, PROP_SOCIAL_SECURITY_NUMBER},
    {"taxid", COLUMN_PROPERTY, PROP_TAX_NUMBER},
    {"taxno", COLUMN_PROPERTY, PROP_TAX_NUMBER},
    {"tin", COLUMN_PROPERTY, PROP_TAX_NUMBER},
    {"codicefiscale", COLUMN_PROPERTY, PROP_TAX_NUMBER},
    {"fiscalcode", COLUMN_PROPERTY, PROP_TAX_NUMBER},
    {"vat", COLUMN_PROPERTY, PROP_VAT_CODE},
    {"vatnumber", COLUMN_PROPERTY, PROP_VAT_CODE},
    {"vatid", COLUMN_PROPERTY, PROP_VAT_CODE},
    {"inn", COLUMN_PROPERTY, PROP_INN_CODE},
    {"ogrn", COLUMN_PROPERTY, PROP_OGRN_CODE},
    {"okpo", COLUMN_PROPERTY, PROP_OKPO_CODE},
    {"lei", COLUMN_PROPERTY, PROP_LEI_CODE},
    {"duns", COLUMN_PROPERTY, PROP_DUNS_CODE},
    {"bic", COLUMN_PROPERTY, PROP_SWIFT_BIC},
    {"biccode", COLUMN_PROPERTY, PROP_SWIFT_BIC},
    {"swift", COLUMN_PROPERTY, PROP_SWIFT_BIC},
    {"swiftcode", COLUMN_PROPERTY, PROP_SWIFT_BIC},
    {"imo", COLUMN_PROPERTY, PROP_IMO_NUMBER},
    {"imono", COLUMN_PROPERTY, PROP_IMO_NUMBER},
    {"tailnumber", COLUMN_PROPERTY, PROP_SERIAL_NUMBER},
    {"registrationmark", COLUMN_PROPERTY, PROP_SERIAL_NUMBER},
    {"crypto", COLUMN_PROPERTY, PROP_PUBLIC_KEY},
    {"cryptoaddress", COLUMN_PROPERTY, PROP_PUBLIC_KEY},
    {"cryptowallet", COLUMN_PROPERTY, PROP_PUBLIC_KEY},
    {"wallet", COLUMN_PROPERTY, PROP_PUBLIC_KEY},
    {"walletaddress", COLUMN_PROPERTY, PROP_PUBLIC_KEY},
    {"companynumber", COLUMN_PROPERTY, PROP_REGISTRATION_NUMBER},
    {"companyid", COLUMN_PROPERTY, PROP_REGISTRATION_NUMBER},
    {"registrationno", COLUMN_PROPERTY, PROP_REGISTRATION_NUMBER},
    {"regno", COLUMN_PROPERTY, PROP_REGISTRATION_NUMBER},
};

static bool is_separator(char c)
{
    return ascii_is_space(c) || c == '_' || c == '-' || c == '.';
}

/* Lower case without separators; empty when it is too long for a word of ours. */
static struct slice normal_title(struct slice title, char out[WORD_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < title.n; i++) {
        if (is_separator(title.p[i])) {
            continue;
        }
        if (n == WORD_MAX) {
            return (struct slice){out, 0};
        }
        out[n++] = ascii_lower(title.p[i]);
    }
    return (struct slice){out, n};
}

bool property_is_personal(enum property p)
{
    return p == PROP_BIRTH_DATE || p == PROP_GENDER || p == PROP_FIRST_NAME;
}

static bool is_name_part(enum property p)
{
    return p >= PROP_FIRST_NAME && p <= PROP_NAME_SUFFIX;
}

bool property_is_asked(enum property p)
{
    switch (p) {
    case PROP_BIRTH_DATE:
    case PROP_BIRTH_PLACE:
    case PROP_GENDER:
    case PROP_NATIONALITY:
    case PROP_CITIZENSHIP:
    case PROP_COUNTRY:
    case PROP_JURISDICTION:
    case PROP_MAIN_COUNTRY:
    case PROP_FLAG:
    case PROP_ADDRESS:
        return true;
    case PROP_UNKNOWN:
        return false;
    default:
        return is_name_part(p) || property_type(p) == TYPE_NAME ||
               (property_type(p) == TYPE_IDENTIFIER && p != PROP_NUMBER);
    }
}

static struct column property_column(struct slice word)
{
    char normal[WORD_MAX];
    for (unsigned p = 0; p < PROP_COUNT; p++) {
        if (slice_eq(word, normal_title(slice_of(property_name((enum property)p)), normal))) {
            bool asked = property_is_asked((enum property)p);
            return (struct column){.use = asked ? COLUMN_PROPERTY : COLUMN_UNUSED,
                                   .prop = (enum property)p};
        }
    }
    return (struct column){.use = COLUMN_UNKNOWN, .prop = PROP_UNKNOWN};
}

static struct column word_column(struct slice title)
{
    char normal[WORD_MAX];
    struct slice word = normal_title(title, normal);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_is(word, WORDS[i].word)) {
            return (struct column){.use = WORDS[i].use, .prop = WORDS[i].prop};
        }
    }
    return property_column(word);
}

int column_map_read(struct slice text, struct column_map *out, struct diag *diag)
{
    size_t last = text.n;
    for (size_t i = 0; i < text.n; i++) {
        last = text.p[i] == '=' ? i : last;
    }
    struct slice title = slice_trim(slice_cut(text, 0, last));
    if (last == text.n || title.n == 0) {
        FAIL(diag, ERR_USAGE, "'--map %.*s' is not COLUMN=property", SLICE_ARG(text));
    }
    struct slice word = slice_cut(text, last + 1, text.n);
    struct column meaning = word_column(word);
    if (meaning.use == COLUMN_UNKNOWN || meaning.use == COLUMN_UNUSED) {
        FAIL(diag, ERR_USAGE, "'--map %.*s': '%.*s' is no property that is screened",
             SLICE_ARG(text), SLICE_ARG(word));
    }
    if (meaning.use == COLUMN_FALLBACK) {
        meaning.use = COLUMN_PROPERTY;
    }
    *out = (struct column_map){title, meaning};
    return 0;
}

struct column column_meaning(struct slice title, const struct column_map *maps,
                             size_t map_count)
{
    struct column c = {0};
    bool mapped = false;
    for (size_t i = 0; i < map_count && !mapped; i++) {
        mapped = slice_eq_nocase(slice_trim(title), maps[i].title);
        c = mapped ? maps[i].meaning : c;
    }
    if (!mapped) {
        c = word_column(title);
    }
    c.title = title;
    return c;
}

static bool says_who(const struct column *c)
{
    return c->use == COLUMN_PROPERTY &&
           (property_type(c->prop) == TYPE_NAME || is_name_part(c->prop) ||
            property_type(c->prop) == TYPE_IDENTIFIER);
}

static bool is_name_column(const struct column *c)
{
    return says_who(c) && property_type(c->prop) != TYPE_IDENTIFIER;
}

/* Fallback names count where no other column is a name; of several id or schema columns the
 * first one serves. */
static void settle(struct columns *cs)
{
    bool name = false;
    bool taken[COLUMN_FALLBACK + 1] = {false};
    for (size_t i = 0; i < cs->n; i++) {
        name = name || is_name_column(&cs->p[i]);
    }
    for (size_t i = 0; i < cs->n; i++) {
        struct column *c = &cs->p[i];
        if (c->use == COLUMN_FALLBACK) {
            c->use = name ? COLUMN_UNUSED : COLUMN_PROPERTY;
        }
        bool single = c->use == COLUMN_ID || c->use == COLUMN_SCHEMA;
        if (single && taken[c->use]) {
            c->use = COLUMN_UNUSED;
        }
        taken[c->use] = true;
        cs->named = cs->named || says_who(c);
        cs->person = cs->person || (c->use == COLUMN_PROPERTY && property_is_personal(c->prop));
    }
}

static int check_maps(const struct columns *cs, const struct column_map *maps, size_t map_count,
                      struct diag *diag)
{
    for (size_t m = 0; m < map_count; m++) {
        bool found = false;
        for (size_t i = 0; i < cs->n && !found; i++) {
            found = slice_eq_nocase(slice_trim(cs->p[i].title), maps[m].title);
        }
        if (!found) {
            FAIL(diag, ERR_USAGE, "--map names a column '%.*s' that the file does not have",
                 SLICE_ARG(maps[m].title));
        }
    }
    return 0;
}

/* The titles in one line, for the complaint that none of them is a name. */
static void join_titles(const struct columns *cs, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < cs->n && n < size; i++) {
        int added = snprintf(out + n, size - n, "%s'%.*s'", i ? ", " : "",
                             (int)(cs->p[i].title.n > 40 ? 40 : cs->p[i].title.n),
                             cs->p[i].title.n ? cs->p[i].title.p : "");
        n += added > 0 ? (size_t)added : 0;
    }
}

int columns_read(struct columns *out, const struct slice *titles, size_t n,
                 const struct column_map *maps, size_t map_count, struct arena *arena,
                 struct diag *diag)
{
    struct columns cs = {.p = ARENA_ARRAY(arena, struct column, n), .n = n};
    if (!cs.p) {
        FAIL(diag, ERR_MEMORY, "no memory for %zu columns", n);
    }
    for (size_t i = 0; i < n; i++) {
        struct slice title = arena_copy(arena, titles[i]);
        cs.p[i] = column_meaning(title, maps, map_count);
    }
    TRY(check_maps(&cs, maps, map_count, diag));
    settle(&cs);
    if (!cs.named) {
        char seen[160];
        join_titles(&cs, seen, sizeof seen);
        FAIL(diag, ERR_FORMAT, "no column is a name or an identifier; there are %s", seen);
    }
    *out = cs;
    return 0;
}
