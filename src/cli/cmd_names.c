/*
 * vaglio names NAME: what the program sees in a name, before it is compared with any other.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/names_view.h"
#include "cli/output.h"
#include "match/frequency.h"
#include "screen/customer.h"
#include "screen/written.h"

static const size_t ARENA_LIMIT = (size_t)64 << 20;

struct names_values {
    const char *schema;
    bool json;
};

#define AT(member) offsetof(struct names_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("schema", "SCHEMA", "Organization where a legal form is seen, else Person",
        AT(schema),
        "Whose name it is: Person, Organization, Company, Vessel …"),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON, for machines."),
    {0},
};
/* clang-format on */

static bool has_legal_form(const struct name *n)
{
    for (size_t i = 0; i < n->n; i++) {
        if (n->tokens[i].class == TOKEN_LEGAL) {
            return true;
        }
    }
    return false;
}

/* Analyses one of the names of the field, as the kind of party that was asked for. */
static int see(struct arena *arena, enum schema schema, struct slice text,
               struct seen_name *out, struct diag *diag)
{
    out->text = text;
    out->schema = schema == SCHEMA_NONE ? SCHEMA_ORGANIZATION : schema;
    TRY(name_analyse(arena, text, schema_name_kind(out->schema), out->readings, &out->count,
                     diag));
    if (schema == SCHEMA_NONE && !has_legal_form(&out->readings[0])) {
        out->schema = SCHEMA_PERSON;
        TRY(name_analyse(arena, text, NAME_PERSON, out->readings, &out->count, diag));
    }
    for (size_t i = 0; i < out->count; i++) {
        frequency_weigh(&out->readings[i]);
        out->cut |= out->readings[i].cut;
    }
    return 0;
}

static int show(const struct command *self, const struct names_values *v, enum schema schema,
                struct slice field, struct arena *arena)
{
    struct slice parts[NAME_PARTS_MAX];
    struct seen_name seen[NAME_PARTS_MAX] = {0};
    struct diag diag = {0};
    size_t n = name_split(field, parts);
    for (size_t i = 0; i < n; i++) {
        if (see(arena, schema, parts[i], &seen[i], &diag) < 0) {
            diag.code = ERR_USAGE;
            return complain_diag(self->name, &diag, NULL);
        }
    }
    struct output output;
    struct buf text;
    output_init(&output);
    buf_init(&text, 64 << 20);
    if (v->json) {
        names_put_json(field, seen, n, &text);
    } else {
        names_put_table(seen, n, &text);
    }
    (void)output_take(&output, &text);
    buf_release(&text);
    return output_end(&output, self->name, EXIT_DONE);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct names_values v = {0};
    size_t count = 0;
    /* Words of one name without quotes are taken together by nobody: say so. */
    int status = command_begin(self, &v, argc, argv, 1, 1, &count);
    if (status >= 0) {
        return status;
    }
    enum schema schema = SCHEMA_NONE;
    bool any = false;
    if (v.schema && (!written_schema(slice_of(v.schema), &schema, &any) || any)) {
        complain(self->name, "'--schema %s' is no kind of party", v.schema);
        return EXIT_USAGE;
    }
    struct slice field = slice_of(argv[1]);
    if (field.n > CUSTOMER_NAME_MAX) {
        complain(self->name, "the name has more than %d bytes", CUSTOMER_NAME_MAX);
        return EXIT_USAGE;
    }
    struct arena arena;
    arena_init(&arena, ARENA_LIMIT);
    status = show(self, &v, schema, field, &arena);
    arena_release(&arena);
    return status;
}

const struct command COMMAND_NAMES = {
    .name = "names",
    .arguments = "NAME",
    .summary = "what is seen in a name: its tokens, spellings and keys",
    .prose =
        "Shows what a name is made of before it is compared with any other: for each token "
        "its script, its class (name, particle, title, initial, numeral, legal, generic), in "
        "names of people its slot (given, family, patronymic …) and how sure that is, what it "
        "says in thousandths of a nat (rare words say more), the key of its consonants, and "
        "its spellings in Latin letters, the usual one first, the others with their costs. "
        "Tokens of two names meet when they are equal, few letters apart, or share a "
        "spelling, a key or a code; 'vaglio compare' shows what that is worth. A field that "
        "holds several names (a.k.a.) is cut, and a name that can be read in two ways is "
        "shown in both.",
    .examples = "  vaglio names \"Путин Владимир Владимирович\"\n"
                "  vaglio names 김정은\n"
                "  vaglio names --schema Company \"S.I.S. d.o.o.\"\n"
                "  vaglio names --json \"Majid bin Hatem al-Rawi\"\n",
    .options = OPTIONS,
    .run = run,
};
