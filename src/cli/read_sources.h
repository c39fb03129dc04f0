/*
 * read_sources - what `vaglio read` is given: files, folders, standard input; one article after
 * the other.
 *
 * The paths are walked first, so that the work ahead is known; then each is streamed.  A source
 * is JSON lines when its first sign is '{', else one text or page, of which no more than an
 * article may have is ever held.  Inside a folder, in the order of their names, come the files
 * whose ending says that they are articles; the others are counted.  Links to folders are not
 * followed, so that no circle of links can be walked.
 *
 * What cannot be read is told through `complain`, with its line when it is one of many.
 */
#ifndef CLI_READ_SOURCES_H
#define CLI_READ_SOURCES_H

#include "base/arena.h"
#include "base/vec.h"
#include "news/ingest.h"

/* Where an article comes from. */
struct read_place {
    const char *path; /* as shown: "standard input" for "-" */
    uint64_t line;    /* of JSON lines; 0: the whole source is one article */
    uint64_t done;    /* bytes of all sources that were read before it */
};

struct read_user {
    void *context;
    /* False: no more articles are wanted. */
    bool (*article)(void *context, const struct read_place *place, const struct article *a);
    void (*complain)(void *context, const struct read_place *place, const struct diag *diag,
                     const char *hint);
    bool (*stopped)(void *context);
};

struct read_source {
    const char *path; /* "-": standard input */
    uint64_t size;    /* bytes, 0 when unknown */
};

enum read_form { READ_ANY, READ_TEXT, READ_HTML, READ_LINES }; /* any: by the first sign */

struct read_sources {
    struct read_user user;
    enum read_form form; /* of all sources */
    struct arena memory; /* the paths */
    VEC(struct read_source) list;
    uint64_t bytes;         /* of all sources whose size is known */
    uint64_t left_out;      /* files in folders that are no articles by their endings */
    const char *left_first; /* one of them */
    struct buf text;        /* the article under way */
};

void read_sources_init(struct read_sources *r, struct read_user user);
void read_sources_release(struct read_sources *r);

/* Takes a file, a folder or "-" into the list. */
void read_sources_add(struct read_sources *r, const char *path);

/* Reads them all, until there are no more or no more are wanted. */
void read_sources_run(struct read_sources *r);

#endif
