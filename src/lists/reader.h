/*
 * reader - what every reader of an official list offers, and what it is given.
 *
 * A reader turns the bytes of one snapshot (one file, or the files of one folder that belong
 * together) into entities, streamed: never a tree of the whole file.  It knows nothing of the
 * index.  A bad record is refused alone with its line and reason; a list whose end is not
 * reached fails as a whole with ERR_CUT, and what it has handed out by then is void.
 *
 * To add a list: write lists/<source>.c with one `const struct list_reader`, and name it in
 * lists/readers.c.
 */
#ifndef LISTS_READER_H
#define LISTS_READER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "format/input.h"
#include "model/entity.h"

enum remark_kind {
    REMARK_REFUSED,    /* a record left out */
    REMARK_DUPLICATE,  /* rows of one id united, or the second kept as ID#2 */
    REMARK_ORPHAN,     /* an alias or address row whose entity is missing */
    REMARK_UNMAPPED,   /* an element or column that no property takes; once each, with count */
    REMARK_WARNING,    /* a value that could not be read and was kept as text or dropped */
    REMARK_SUPERSEDED, /* a snapshot that a newer one replaces */
    REMARK_KINDS
};

struct remark {
    enum remark_kind kind;
    const char *file;    /* name as given by the user */
    uint64_t line;       /* 1-based; 0 when it has no meaning */
    uint64_t column;     /* 1-based; 0 when unknown */
    struct slice record; /* record id, or empty */
    const char *code;    /* stable word: "no_name", "bad_utf8", "too_few_fields" … */
    const char *text;    /* for a person */
    uint64_t count;      /* how often (REMARK_UNMAPPED), else 1 */
};

/* What a reader counts while it reads. */
struct list_counts {
    uint64_t records;  /* records in the file, refused ones included */
    uint64_t read;     /* records handed out */
    uint64_t refused;  /* records left out */
    uint64_t entities; /* entities handed out: parties, sanctions, links */
    uint64_t names;    /* name values handed out */
    uint64_t remarks[REMARK_KINDS];
};

/* Where a reader puts what it finds.  Entities are borrowed until the call returns. */
struct list_sink {
    void *context;
    int (*entity)(void *context, const struct entity *e, struct diag *diag);
    void (*remark)(void *context, const struct remark *r);
    /* Called now and then: how far the file at work has been read, in bytes as it lies there.
     * May be NULL. */
    void (*position)(void *context, uint64_t read, uint64_t size);
};

enum { LIST_FILES_MAX = 8, LIST_DATE_TEXT = 16 };

/* One file of a snapshot. */
struct list_file {
    const char *path; /* as given or found in a folder */
    const char *role; /* the reader's own word: "sdn", "add", "alt", "comments", "xml" … */
};

/* One snapshot to read. */
struct snapshot {
    const struct list_reader *reader;
    struct list_file files[LIST_FILES_MAX];
    size_t file_count;
    const char *dataset;       /* "us_ofac_sdn"; for a table of one's own, its NAME */
    char date[LIST_DATE_TEXT]; /* list date YYYY-MM-DD, or "" for unknown */
    const char *mapping;       /* path of a mapping file, or NULL */
    const char *const *beside; /* datasets of all lists that are read with it, or NULL */
    size_t beside_count;
    uint64_t hash;             /* XXH3 over the uncompressed files, set by reading */
    struct list_counts counts; /* set by reading */
};

/* The beginning of a file, for recognising it. */
struct list_probe {
    const char *name;  /* file name without its folder and without .gz, .xz, .zst, .zip */
    struct slice head; /* up to INPUT_PIECE bytes, uncompressed; of a workbook, its texts */
    bool forced;       /* the user has said the kind: the name need not show it */
};

struct list_reader {
    const char *kind;    /* what a user writes in KIND=PATH; the dataset name where it is one */
    const char *dataset; /* FollowTheMoney dataset name, or NULL when the entities say it */
    const char *title;   /* for people: "OFAC Specially Designated Nationals" */
    /* The role that every snapshot has once, when other files of its folder may belong to it;
     * NULL when each file is a snapshot of its own. */
    const char *main_role;
    /* The role of a file that holds changes only, to be laid over the whole list wherever that
     * lies; several stand behind the other files of the snapshot, the oldest first.  NULL: there
     * is none. */
    const char *change_role;
    bool change_alone; /* without the whole list such a file is read as a list of its own */
    /* The role of such a file in a snapshot of this kind, or NULL when it is not ours. */
    const char *(*recognise)(const struct list_probe *probe);
    /* The list date that a file's beginning states, into `out`; false when it says none.  May
     * be NULL.  Asked before anything is read, to know which snapshot is the newest. */
    bool (*date)(const struct list_probe *probe, char out[LIST_DATE_TEXT]);
    /* Reads the snapshot into the sink.  Sets snap->counts and hash. */
    int (*read)(struct snapshot *snap, const struct list_sink *sink, struct diag *diag);
};

/* All readers, in the order in which they are asked; ends with NULL. */
extern const struct list_reader *const LIST_READERS[];

#endif
