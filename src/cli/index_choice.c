#include "cli/index_choice.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "cli/complain.h"

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] ? value : NULL;
}

static bool fits(int n)
{
    return n > 0 && n < INDEX_PATH_MAX;
}

bool index_choose(const char *option, char out[INDEX_PATH_MAX])
{
    const char *path = option ? option : variable("VAGLIO_INDEX");
    if (path) {
        return fits(snprintf(out, INDEX_PATH_MAX, "%s", path));
    }
    const char *data = variable("VAGLIO_DATA");
    if (data) {
        return path_join(out, INDEX_PATH_MAX, data, "lists.idx");
    }
    const char *share = variable("XDG_DATA_HOME");
    if (share) {
        return fits(snprintf(out, INDEX_PATH_MAX, "%s/vaglio/lists.idx", share));
    }
    const char *home = variable("HOME");
    return home &&
           fits(snprintf(out, INDEX_PATH_MAX, "%s/.local/share/vaglio/lists.idx", home));
}

const char *index_hint(enum err code)
{
    switch (code) {
    case ERR_NOT_FOUND:
        return "build one with 'vaglio build -o INDEX LISTS…', then name it with --index or "
               "$VAGLIO_INDEX";
    case ERR_VERSION:
        return "'vaglio build' makes a new one from the lists";
    case ERR_FORMAT:
    case ERR_CUT:
        return "'vaglio verify INDEX' checks an index; 'vaglio build' makes a new one";
    default:
        return NULL;
    }
}

int index_open_chosen(const char *command, const char *option, struct index **out)
{
    char path[INDEX_PATH_MAX];
    struct diag diag = {0};
    if (!index_choose(option, path)) {
        complain(command, "no index: neither --index, nor $VAGLIO_INDEX, nor a home folder");
        complain_hint("%s", index_hint(ERR_NOT_FOUND));
        return EXIT_INPUT;
    }
    if (index_open(path, out, &diag) < 0) {
        if (!diag.source[0]) {
            diag_at(&diag, path, 0, 0);
        }
        return complain_diag(command, &diag, index_hint(diag.code));
    }
    return 0;
}
