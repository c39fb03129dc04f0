#include "lists/ofac_remarks.h"

#include "lists/country_text.h"
#include "lists/values.h"
#include "model/country.h"
#include "model/date.h"
#include "model/identifier.h"

/* A document number is a few words at most; longer ones are prose. */
enum { NUMBER_MAX = 60 };

void ofac_draft_begin(struct ofac_draft *d, struct reading *r)
{
    *d = (struct ofac_draft){.r = r};
    d->wallets_end = &d->wallets;
    d->ties_end = &d->ties;
}

static struct slice behind(struct slice s, size_t n)
{
    return slice_trim(slice_cut(s, n, s.n));
}

/* Does `s` begin with the label, and does the label end there? */
static bool has_label(struct slice s, const char *label)
{
    size_t n = strlen(label);
    if (!slice_starts(s, label)) {
        return false;
    }
    return s.n == n || s.p[n] == ' ' || label[n - 1] == ':' || label[n - 1] == '#' ||
           (s.p[n] == '(' && label[n - 1] != ')');
}

static const struct ofac_label *find_label(struct slice s)
{
    const struct ofac_label *best = NULL;
    size_t best_n = 0;
    for (const struct ofac_label *l = OFAC_LABELS; l->text; l++) {
        if (l->text[0] == s.p[0] && has_label(s, l->text) && strlen(l->text) > best_n) {
            best = l;
            best_n = strlen(l->text);
        }
    }
    return best;
}

static void note(struct ofac_draft *d, struct slice segment)
{
    value_put(d->r, &d->party, PROP_NOTES, segment);
}

/* "1084010 (Egypt) issued 1999 expires 2003" in its parts. */
struct document {
    struct slice number;
    struct slice country; /* code, or empty */
    bool more;            /* something else stands behind the number */
};

/* Where the number ends: at the first of the words that may follow it. */
static size_t number_end(struct slice s)
{
    static const char *const ENDS[] = {
        " (", " issued", " Issued",     " expire", " Expire",       " valid",
        ", ", " exp.",   " Issue Date", " at ",    " date of issue"};
    size_t end = s.n;
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        size_t at = slice_find(s, 0, ENDS[i]);
        end = at < end ? at : end;
    }
    return end;
}

/* The first country in parentheses; *spent says whether nothing else stands there. */
static struct slice country_behind(struct slice s, bool *spent)
{
    struct slice country = {NULL, 0};
    *spent = slice_trim(s).n == 0;
    size_t open = slice_find(s, 0, "(");
    while (open < s.n && country.n == 0) {
        size_t close = slice_find(s, open, ")");
        if (close == s.n) {
            break;
        }
        country = country_code(slice_cut(s, open + 1, close));
        *spent = country.n && slice_trim(slice_cut(s, 0, open)).n == 0 &&
                 slice_trim(slice_cut(s, close + 1, s.n)).n == 0;
        open = slice_find(s, close, "(");
    }
    return country;
}

static bool has_digit(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (ascii_is_digit(s.p[i])) {
            return true;
        }
    }
    return false;
}

/* A number has a digit, but for those that are made of letters by their scheme: a bank's code,
 * the call sign of a ship. */
static bool is_number(enum property prop, struct slice s)
{
    struct identifier id;
    enum id_scheme scheme = id_scheme_of(prop);
    if (has_digit(s) || (scheme != ID_BIC && scheme != ID_CALL_SIGN)) {
        return has_digit(s);
    }
    identifier_parse(scheme, s, &id);
    return id.n && id.check != ID_CHECK_BAD && slice_find(s, 0, " ") == s.n;
}

/* False when the text holds no number for the property. */
static bool split_document(enum property prop, struct slice text, struct document *out)
{
    while (text.n && (text.p[0] == '#' || text.p[0] == ':')) {
        text = behind(text, 1);
    }
    if (text.n && text.p[0] == '(') { /* "(5777731)": the number itself */
        size_t close = slice_find(text, 0, ")");
        *out = (struct document){
            slice_cut(text, 1, close < text.n ? close : text.n), {NULL, 0}, false};
        return is_number(prop, out->number);
    }
    size_t end = number_end(text);
    bool spent;
    out->number = slice_trim(slice_cut(text, 0, end));
    out->country = country_behind(slice_cut(text, end, text.n), &spent);
    out->more = !spent;
    return is_number(prop, out->number) && out->number.n <= NUMBER_MAX;
}

static bool holds(enum id_scheme scheme, struct slice number)
{
    struct identifier id;
    identifier_parse(scheme, number, &id);
    return id.n && id.check == ID_CHECK_GOOD;
}

enum property ofac_number_property(const struct ofac_label *label, enum schema schema,
                                   struct slice country, struct slice number)
{
    bool russian = slice_is(country, "ru");
    switch (label->use) {
    case OFAC_REGISTER:
        if (russian && holds(ID_OGRN, number)) {
            return PROP_OGRN_CODE;
        }
        return schema == SCHEMA_PERSON ? PROP_ID_NUMBER : label->prop;
    case OFAC_TAX:
        return russian && holds(ID_INN, number) ? PROP_INN_CODE : label->prop;
    default:
        return label->prop;
    }
}

static void use_document(struct ofac_draft *d, const struct ofac_label *label,
                         struct slice text, struct slice segment)
{
    struct document doc;
    if (!split_document(label->prop, text, &doc)) {
        note(d, segment);
        return;
    }
    enum property prop = ofac_number_property(label, d->party.schema, doc.country, doc.number);
    if (label->use == OFAC_VESSEL_ID && !holds(ID_IMO, doc.number)) {
        prop = PROP_REGISTRATION_NUMBER;
    }
    value_put_noted(d->r, &d->party, prop, doc.number, doc.country);
    if (doc.more) {
        note(d, segment);
    }
}

/* A date or country that cannot be read is better a note than a value nobody can compare. */
static void use_text(struct ofac_draft *d, const struct ofac_label *label, struct slice text,
                     struct slice segment)
{
    struct date date;
    enum property_type type = property_type(label->prop);
    bool lost = text.n == 0 || (type == TYPE_DATE && !date_parse(text, true, &date));
    lost |= type == TYPE_COUNTRY && country_text_read(text).code.n == 0;
    if (lost) {
        if (type == TYPE_DATE) {
            reading_tally(d->r, REMARK_WARNING, "unreadable_date", segment);
        } else if (type == TYPE_COUNTRY && !country_text_says_none(text)) {
            reading_tally(d->r, REMARK_WARNING, "unknown_country", segment);
        }
        note(d, segment);
        return;
    }
    value_put(d->r, &d->party, label->prop, text);
}

/* A name between quotes.  Which quote is the last one is what tells, as names hold some. */
static void use_alias(struct ofac_draft *d, const struct ofac_label *label, struct slice text,
                      struct slice segment)
{
    if (text.n < 3 || text.p[0] != '\'' || text.p[text.n - 1] != '\'') {
        note(d, segment);
        return;
    }
    struct slice quality = {NULL, 0};
    if (label->prop == PROP_PREVIOUS_NAME || label->text[0] == 'n') {
        quality = slice_of(label->text);
    }
    value_put_noted(d->r, &d->party, label->prop, slice_cut(text, 1, text.n - 1), quality);
}

static void use_wallet(struct ofac_draft *d, struct slice text, struct slice segment)
{
    size_t gap = slice_find(text, 0, " ");
    struct slice address = gap < text.n ? behind(text, gap) : (struct slice){NULL, 0};
    struct ofac_wallet *w = ARENA_NEW(&d->r->record, struct ofac_wallet);
    if (address.n == 0 || slice_find(address, 0, " ") < address.n || !w) {
        note(d, segment);
        return;
    }
    w->currency = slice_cut(text, 0, gap);
    w->address = address;
    *d->wallets_end = w;
    d->wallets_end = &w->next;
    value_put_noted(d->r, &d->party, PROP_PUBLIC_KEY, address, w->currency);
}

static void use_tie(struct ofac_draft *d, struct slice text, struct slice segment)
{
    struct ofac_tie *t = ARENA_NEW(&d->r->record, struct ofac_tie);
    if (text.n == 0 || !t) {
        note(d, segment);
        return;
    }
    t->name = text;
    t->segment = segment;
    *d->ties_end = t;
    d->ties_end = &t->next;
}

/* "(EO 14024 Directive 3): 24 Feb 2022" or "(CMIC) 03 Jun 2021". */
static void use_rule_date(struct ofac_draft *d, const struct ofac_label *label,
                          struct slice text, struct slice segment)
{
    struct date date;
    size_t close = slice_find(text, 0, ")");
    struct slice day = close < text.n ? behind(text, close + 1) : text;
    if (day.n && day.p[0] == ':') {
        day = behind(day, 1);
    }
    if (date_parse(day, true, &date)) {
        value_put(d->r, &d->sanction, label->prop, day);
    }
    value_put(d->r, &d->sanction, PROP_PROVISIONS, segment);
}

/* Words by which a segment without a label is known as what somebody is. */
static bool reads_like_a_position(struct slice s)
{
    static const char *const WORDS[] = {
        "Minister",   "minister",   "Director",   "director",  "President",   "president",
        "Chair",      "chair",      "Commander",  "General",   "Member",      "member",
        "Governor",   "Secretary",  "Chief",      "Head",      "Judge",       "epresentative",
        "fficial",    "Officer",    "Ambassador", "dvisor",    "Deputy",      "Leader",
        "leader",     "Colonel",    "Magistrate", "Rector",    "Constituent", "Prosecutor",
        "Manager",    "Captain",    "Admiral",    "Mayor",     "Employee",    "Founder",
        "Co-founder", "Spokes",     "Senator",    "Associate", "Principal",   "Aide",
        "Counsel",    "Lieutenant", "Professor",  "Lt. Col",   "Major",       "Speaker"};
    if (s.n > 200) {
        return false;
    }
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_find(s, 0, WORDS[i]) < s.n) {
            return true;
        }
    }
    return false;
}

/* "Charity License No. 77 (Kuwait)": a label that the table does not have. */
static bool reads_like_a_number(struct slice s, struct slice *number)
{
    static const char *const MARKS[] = {
        " No. ", " No.: ", " Number ", " Number: ", " # ", " ID ", " Card ", " Code "};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        size_t at = slice_find(s, 0, MARKS[i]);
        struct document doc;
        if (at < s.n && at < 60) {
            *number = behind(s, at + strlen(MARKS[i]));
            if (split_document(PROP_REGISTRATION_NUMBER, *number, &doc) && !doc.more &&
                doc.number.n <= 30) {
                return true;
            }
        }
    }
    return false;
}

static void use_prose(struct ofac_draft *d, struct slice segment)
{
    static const struct ofac_label REGISTER = {"", OFAC_REGISTER, PROP_REGISTRATION_NUMBER};
    struct slice number;
    if (reads_like_a_number(segment, &number)) {
        use_document(d, &REGISTER, number, segment);
        note(d, segment);
        return;
    }
    bool person = d->party.schema == SCHEMA_PERSON;
    if (person && reads_like_a_position(segment)) {
        value_put(d->r, &d->party, PROP_POSITION, segment);
    } else if (!person || !slice_eq(segment, entity_first(&d->party, PROP_TITLE))) {
        note(d, segment); /* the title column stands in the remarks again */
    }
}

static void use_segment(struct ofac_draft *d, struct slice segment)
{
    struct slice s = slice_starts(segment, "alt. ") ? behind(segment, 5) : segment;
    const struct ofac_label *label = s.n ? find_label(s) : NULL;
    if (!label) {
        use_prose(d, segment);
        return;
    }
    struct slice text = behind(s, strlen(label->text));
    switch (label->use) {
    case OFAC_TEXT:
        use_text(d, label, text, segment);
        break;
    case OFAC_DOCUMENT:
    case OFAC_REGISTER:
    case OFAC_TAX:
    case OFAC_VESSEL_ID:
        use_document(d, label, text, segment);
        break;
    case OFAC_PLACE:
        value_put_birth_place(d->r, &d->party, text);
        break;
    case OFAC_ALIAS:
        use_alias(d, label, text, segment);
        break;
    case OFAC_WALLET:
        use_wallet(d, text, segment);
        break;
    case OFAC_TIE:
        use_tie(d, text, segment);
        break;
    case OFAC_RULE:
        value_put(d->r, &d->sanction, PROP_PROVISIONS, segment);
        break;
    case OFAC_RULE_DATE:
        use_rule_date(d, label, text, segment);
        break;
    case OFAC_NOTE:
        note(d, segment);
        break;
    }
}

void ofac_read_remarks(struct ofac_draft *d, struct slice remarks)
{
    struct slice rest = slice_trim(remarks);
    if (rest.n && rest.p[rest.n - 1] == '.') {
        rest.n--;
    }
    while (rest.n) {
        struct slice segment = slice_trim(slice_next(&rest, ';'));
        if (segment.n) {
            use_segment(d, segment);
        }
    }
}
