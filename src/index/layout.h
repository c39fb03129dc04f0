/*
 * layout - where things lie in an index file.
 *
 * docs/formats/index.md is the full description.  In short:
 *
 *     0   magic "vaglioIX"
 *     8   u32 version, u32 number of chunks
 *    16   u64 hash of the tables compiled into the program that built it
 *    24   u64 time given by the builder
 *    32   u64 size of the file
 *    40   u64 XXH3 of bytes 0–39 and of the table of chunks: the identity of the index
 *    48   sixteen zero bytes
 *    64   table: for each chunk  u32 id, u32 zero, u64 offset, u64 length, u64 XXH3
 *         chunks, each at a multiple of 64, zero bytes between them
 *
 * All numbers are little-endian.  Chunks are read in place; every number in them that points
 * somewhere is checked before it is followed.
 */
#ifndef INDEX_LAYOUT_H
#define INDEX_LAYOUT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

#define INDEX_MAGIC "vaglioIX"

enum {
    INDEX_VERSION = 3,
    INDEX_HEADER = 64,
    INDEX_TABLE_ROW = 32,
    INDEX_ALIGN = 64,
    INDEX_HASH_AT = 40
};

/* The chunks, in the order of the file; all are required. */
enum chunk {
    CHUNK_STRINGS,     /* each string once: LEB128 length, bytes */
    CHUNK_LISTS,       /* LEB128: count; dataset, title, date (strings), hash, records, read,
                         * refused */
    CHUNK_ENTITY_AT,   /* u32[entities + 1]: where each begins in CHUNK_ENTITIES */
    CHUNK_ENTITIES,    /* LEB128 records, see entity_codec.h */
    CHUNK_SCHEMAS,     /* u8[entities]: enum schema */
    CHUNK_RECORDS,     /* lookup: record id or referent → entity */
    CHUNK_IDENTIFIERS, /* lookup: normal form → entity */
    CHUNK_NAMES,       /* 16 bytes a name, see NAME_… below */
    CHUNK_NAME_TOKENS, /* u32: token number | NAME_TOKEN_AFTER_COMMA */
    CHUNK_TOKENS,      /* 8 bytes a token, see TOKEN_… below */
    CHUNK_TOKEN_DATA,  /* spellings and codes, see token_codec.h */
    CHUNK_POSTING_AT,  /* u32[tokens + 1] */
    CHUNK_POSTINGS,    /* u32 names, rising within a token */
    CHUNK_NATIVE,      /* lookup: native form → token */
    CHUNK_FORMS,       /* 8 bytes a form: u32 token, u32 signature (segments.h) */
    CHUNK_FORM_TEXT,   /* lookup: spelling → form */
    CHUNK_SEGMENTS,    /* lookup: piece of a spelling → form */
    CHUNK_KEYS,        /* lookup: consonant key → form */
    CHUNK_CODES,       /* lookup: code → token */
    CHUNK_JOINS,       /* lookup: neighbours joined → name */
    CHUNK_EXACT,       /* lookup: all tokens of a name, in any order → name */
    CHUNK_MERGES,      /* who says what of parties of several records, see merged_codec.h */
    CHUNK_COUNT
};

/* A name: u32 entity, u32 string as listed, u32 first token, u8 tokens, u8 property, u8 kind,
 * u8 cut. */
enum {
    NAME_ROW = 16,
    NAME_ENTITY_AT = 0,
    NAME_TEXT_AT = 4,
    NAME_FIRST_AT = 8,
    NAME_TOKENS_AT = 12,
    NAME_PROPERTY_AT = 13,
    NAME_KIND_AT = 14,
    NAME_CUT_AT = 15
};
#define NAME_TOKEN_AFTER_COMMA UINT32_C(0x80000000)

/* A token: u32 place in CHUNK_TOKEN_DATA, u16 information, u8 class, u8 kind. */
enum {
    TOKEN_ROW = 8,
    TOKEN_DATA_AT = 0,
    TOKEN_INFO_AT = 4,
    TOKEN_CLASS_AT = 6,
    TOKEN_KIND_AT = 7
};

enum { FORM_ROW = 8, FORM_TOKEN_AT = 0, FORM_SIGNATURE_AT = 4 };

/* LEB128, 7 bits a byte, lowest first. */
void put_varint(struct buf *b, uint64_t v);

/* Reads one at *at and moves it; false when it does not end within `s` or is too long. */
bool get_varint(struct slice s, size_t *at, uint64_t *v);

const char *chunk_name(enum chunk c);

#endif
