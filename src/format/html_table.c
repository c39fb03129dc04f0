#include "format/html_table.h"

#include <gumbo.h>
#include <setjmp.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Gumbo does not expect that memory ends, and gives its tree back by recursion.  So it takes
 * from an arena, which is left by a jump when it is full, and which is released as a whole. */
struct tree {
    struct arena arena;
    jmp_buf full;
};

static void *take(void *context, size_t n)
{
    struct tree *tree = context;
    void *p = arena_alloc(&tree->arena, n);
    if (!p) {
        longjmp(tree->full, 1);
    }
    return p;
}

static void give(void *context, void *p)
{
    (void)context;
    (void)p;
}

/* ---- before the parser ---- */

/* Elements that may be left open or have no end: they do not nest by that. */
static bool may_stay_open(struct slice name)
{
    static const char *const NAMES[] = {"p",    "br", "td",  "tr",    "th",   "li",    "img",
                                        "meta", "hr", "col", "input", "link", "tbody", "option",
                                        "dt",   "dd", "wbr", "base",  "area"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (slice_eq_nocase(name, slice_of(NAMES[i]))) {
            return true;
        }
    }
    return false;
}

/* An upper bound of how deep the page nests: time and memory of the parser grow with it. */
static size_t depth_of(struct slice page)
{
    size_t depth = 0;
    size_t deepest = 0;
    for (size_t at = slice_find(page, 0, "<"); at < page.n;
         at = slice_find(page, at + 1, "<")) {
        size_t end = at + 1;
        bool closes = end < page.n && page.p[end] == '/';
        end += closes;
        size_t from = end;
        while (end < page.n && ascii_is_alnum(page.p[end])) {
            end++;
        }
        struct slice name = slice_cut(page, from, end);
        if (name.n == 0 || may_stay_open(name)) {
            continue;
        }
        depth = closes ? depth - (depth > 0) : depth + 1;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static bool is_whole(struct slice page)
{
    return slice_ends_nocase(slice_trim(page), "</html>");
}

/* ---- the tree ---- */

static const GumboVector *children_of(const GumboNode *node)
{
    bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return element ? &node->v.element.children : NULL;
}

static bool is_tag(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

/* The next node of the page below `root`, in its order; `inside` says whether to go down into
 * this one. */
static const GumboNode *next_node(const GumboNode *node, const GumboNode *root, bool inside)
{
    const GumboVector *children = children_of(node);
    if (inside && children && children->length) {
        return children->data[0];
    }
    while (node != root) {
        const GumboVector *siblings = children_of(node->parent);
        size_t next = node->index_within_parent + 1;
        if (siblings && next < siblings->length) {
            return siblings->data[next];
        }
        node = node->parent;
    }
    return NULL;
}

/* ---- text ---- */

static bool begins_line(const GumboNode *node)
{
    static const GumboTag BLOCKS[] = {GUMBO_TAG_P,  GUMBO_TAG_BR,  GUMBO_TAG_DIV, GUMBO_TAG_LI,
                                      GUMBO_TAG_UL, GUMBO_TAG_OL,  GUMBO_TAG_H1,  GUMBO_TAG_H2,
                                      GUMBO_TAG_H3, GUMBO_TAG_PRE, GUMBO_TAG_HR};
    for (size_t i = 0; i < sizeof BLOCKS / sizeof BLOCKS[0]; i++) {
        if (is_tag(node, BLOCKS[i])) {
            return true;
        }
    }
    return false;
}

/* Text being put together: one blank for a run of blanks, none around line ends. */
struct writing {
    char *p;
    size_t n;
    char pending; /* blank or line end in front of the next letter; 0 */
};

static void write_text(struct writing *w, struct slice text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (ascii_is_space(text.p[i])) {
            w->pending = w->pending ? w->pending : ' ';
            continue;
        }
        if (w->pending && w->n) {
            w->p[w->n++] = w->pending;
        }
        w->pending = 0;
        w->p[w->n++] = text.p[i];
    }
}

/* The texts of a cell, and between them the ends of lines. */
static bool next_text(const GumboNode **node, const GumboNode *cell, struct slice *text,
                      bool *line)
{
    *line = false;
    for (const GumboNode *at = *node; at;
         at = next_node(at, cell, !is_tag(at, GUMBO_TAG_TABLE))) {
        *line |= begins_line(at);
        if (at->type == GUMBO_NODE_TEXT || at->type == GUMBO_NODE_WHITESPACE ||
            at->type == GUMBO_NODE_CDATA) {
            *text = slice_of(at->v.text.text);
            *node = next_node(at, cell, true);
            return true;
        }
    }
    return false;
}

static struct slice cell_text(struct tree *tree, const GumboNode *cell)
{
    const GumboNode *node = cell;
    struct slice text;
    bool line;
    size_t room = 0;
    while (node && next_text(&node, cell, &text, &line)) {
        room += text.n + 1;
    }
    struct writing w = {.p = take(tree, room)};
    node = cell;
    while (node && next_text(&node, cell, &text, &line)) {
        w.pending = line ? '\n' : w.pending;
        write_text(&w, text);
    }
    return (struct slice){w.p, w.n};
}

/* ---- rows ---- */

static int give_row(struct tree *tree, const GumboNode *node,
                    const struct html_handler *handler, struct diag *diag)
{
    struct slice cells[HTML_CELLS_MAX];
    size_t n = 0;
    const GumboVector *children = children_of(node);
    for (size_t i = 0; i < children->length; i++) {
        const GumboNode *cell = children->data[i];
        if (!is_tag(cell, GUMBO_TAG_TD) && !is_tag(cell, GUMBO_TAG_TH)) {
            continue;
        }
        if (n == HTML_CELLS_MAX) {
            FAIL(diag, ERR_LIMIT, "a row of more than %d cells", HTML_CELLS_MAX);
        }
        cells[n++] = cell_text(tree, cell);
    }
    if (n == 0) {
        return 0;
    }
    struct html_row row = {cells, n, node->v.element.start_pos.line};
    return handler->row(handler->context, &row, diag);
}

static int read_tree(struct tree *tree, struct slice page, const struct html_handler *handler,
                     struct diag *diag)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give;
    options.userdata = tree;
    options.max_errors = 0;
    const GumboOutput *output = gumbo_parse_with_options(&options, page.p, page.n);
    for (const GumboNode *node = output->root; node;
         node = next_node(node, output->root, true)) {
        if (is_tag(node, GUMBO_TAG_TR)) {
            TRY(give_row(tree, node, handler, diag));
        }
    }
    return 0;
}

int html_table_rows(struct slice page, const struct html_handler *handler, struct diag *diag)
{
    struct tree tree;
    if (!is_whole(page)) {
        FAIL(diag, ERR_CUT, "the page does not end with </html>");
    }
    if (utf8_valid_length(page) < page.n) {
        FAIL(diag, ERR_TEXT, "the page is not UTF-8");
    }
    if (page.n > HTML_PAGE_MAX || depth_of(page) > HTML_DEPTH_MAX) {
        FAIL(diag, ERR_LIMIT, "the page is too large or nested too deep");
    }
    arena_init(&tree.arena, HTML_TREE_MAX);
    int result;
    if (setjmp(tree.full) == 0) {
        result = read_tree(&tree, page, handler, diag);
    } else {
        result = diag_set(diag, ERR_LIMIT, "the page takes more memory than is given to it");
    }
    arena_release(&tree.arena);
    return result;
}
