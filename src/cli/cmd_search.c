/*
 * vaglio search NAME: one name, asked at once.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/question_options.h"
#include "screen/screen.h"

static const size_t ARENA_LIMIT = (size_t)1 << 30;

struct search_values {
    struct question_options question;
};

static const struct option OPTIONS[] = {QUESTION_OPTIONS(struct search_values), {0}};

/* What the searching itself needs. */
struct asking {
    struct question_options *options;
    struct customer_rules rules;
    struct report report;
    struct index *index;
    struct output output;
    struct slice name;
};

static int fail(const struct customer *c, int result)
{
    complain("search", "%s", c->message);
    return result == ERR_FORMAT || result == ERR_MEMORY ? EXIT_INPUT : EXIT_USAGE;
}

static int ask(struct asking *a, struct searcher *searcher, struct arena *arena,
               struct buf *text)
{
    struct customer customer;
    struct answer answer = {0};
    struct report_row row = {0};
    struct search_options options = question_search(a->options);
    customer_begin(&customer, &a->rules, arena);
    customer_add(&customer, PROP_NAME, a->name, SLICE("name"));
    int result =
        screen_one(&a->report, &customer, &options, searcher, &row, &answer, text, NULL);
    if (result < 0) {
        return fail(&customer, result);
    }
    (void)output_take(&a->output, text);
    bool found = answer.total > 0 && a->options->exit_code;
    return output_end(&a->output, "search", found ? EXIT_FOUND : EXIT_DONE);
}

static int search(struct asking *a)
{
    struct searcher *searcher = NULL;
    struct arena arena;
    struct buf text;
    if (searcher_new(a->index, &searcher) < 0) {
        complain("search", "no memory to search");
        return EXIT_INPUT;
    }
    arena_init(&arena, ARENA_LIMIT);
    buf_init(&text, ARENA_LIMIT);
    int status = ask(a, searcher, &arena, &text);
    buf_release(&text);
    arena_release(&arena);
    searcher_free(searcher);
    return status;
}

static struct report report_for(const struct question_options *q, const struct index *index)
{
    struct terminal terminal = output_terminal();
    unsigned flags = REPORT_SINGLE | REPORT_MADE_BY;
    flags |= q->explain ? REPORT_EXPLAIN : 0U;
    flags |= terminal.colour ? REPORT_COLOUR : 0U;
    flags |= terminal.is_terminal ? REPORT_TERMINAL : 0U;
    return (struct report){
        .format = q->json ? REPORT_JSON : REPORT_TABLE,
        .flags = flags,
        .maker = maker_of(index),
        .title = "",
        .threshold = q->threshold,
    };
}

static int run(const struct command *self, int argc, char **argv)
{
    struct search_values v = {.question = QUESTION_OPTIONS_START};
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 1, &count);
    if (status >= 0) {
        return status;
    }
    if (count == 0 && !v.question.id) {
        complain(self->name, "whom to search for? Give a NAME, or a number with --id");
        complain_hint("vaglio search \"Kim Jong Un\"");
        return EXIT_USAGE;
    }
    struct asking a = {.options = &v.question};
    a.name = count ? slice_of(argv[1]) : (struct slice){NULL, 0};
    status = question_rules(self->name, &v.question, &a.rules);
    if (status == EXIT_DONE) {
        status = index_open_chosen(self->name, v.question.index, &a.index);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    a.report = report_for(&v.question, a.index);
    output_init(&a.output);
    status = question_check_lists(self->name, &v.question, a.index);
    if (status == EXIT_DONE) {
        status = search(&a);
    }
    index_close(a.index);
    return status;
}

const struct command COMMAND_SEARCH = {
    .name = "search",
    .arguments = "NAME",
    .summary = "who on the lists may be meant by a name",
    .prose = "Searches the index for one name, in any script and spelling, and prints the "
             "parties that may be meant, the likeliest first. What else is known of the one "
             "asked for (birth date, country, numbers) speaks for or against. The score is a "
             "scale from 0 to 1, not a probability; 0.700 and above is worth a look.",
    .examples = "  vaglio search \"Kim Jong Un\"\n"
                "  vaglio search --birth-date 1952-10-07 --country ru \"Wladimir Putin\"\n"
                "  vaglio search --schema Vessel --explain \"Lady R\"\n"
                "  vaglio search --id 9161003 --json\n",
    .options = OPTIONS,
    .run = run,
};
