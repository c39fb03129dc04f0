/* Tables of the embargo room: the first byte chooses which; what is read can be asked.  Words for
 * goods that the table lists are found again, and rules judge a dealing without a crash. */
#include <stdlib.h>

#include "embargo/book.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const TABLES[] = {"t.rules",     "goods.words",  "groups.txt",
                                     "members.txt", "warrants.txt", "rome_statute.txt"};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

static void find_form(void *context, const struct goods_form *form)
{
    const struct goods_words *words = context;
    struct goods g;
    (void)goods_classify(words, form->text, &g);
    if ((int)g.class < 0 || g.class >= GOODS_CLASS_COUNT) {
        abort();
    }
}

static void ask(const struct embargo *e)
{
    static const char *const PARTIES[] = {"KP", "TR", "Houthis", "ofac:1", ""};
    struct slice item = SLICE("artillery shells, 12 barrels");
    struct arena arena;
    arena_init(&arena, (size_t)16 << 20);
    for (size_t i = 0; i < sizeof PARTIES / sizeof *PARTIES; i++) {
        struct embargo_dealing d;
        struct embargo_answer answer;
        struct embargo_travel travel;
        bool found;
        embargo_dealing_init(&d);
        d.supplier.who = slice_of(PARTIES[i]);
        d.recipient.who = SLICE("TR");
        d.goods = GOODS_ARMS;
        d.items = &item;
        d.item_count = 1;
        d.from = d.until = 733000;
        if (embargo_judge(e, &d, &arena, &answer) == 0 && !answer.main->reason.n) {
            abort();
        }
        if (embargo_travel(e, d.supplier.who, SLICE("MN"), d.from, d.until, &arena, &travel,
                           &found) < 0) {
            abort();
        }
    }
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct embargo *e = NULL;
    struct diag diag = {.code = 0};
    if (size == 0) {
        return 0;
    }
    const char *table = TABLES[data[0] % TABLE_COUNT];
    struct slice text = {(const char *)data + 1, size - 1};
    int result = book_open_alone(table, text, &e, &diag);
    if (result < 0) {
        if (!diag.text[0]) {
            abort();
        }
        return 0;
    }
    goods_each(embargo_goods(e), find_form, (void *)(uintptr_t)embargo_goods(e));
    ask(e);
    embargo_close(e);
    return 0;
}
