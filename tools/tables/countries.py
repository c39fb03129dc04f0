#!/usr/bin/env python3
"""Makes the table of country names that is compiled into the program.

    countries.py data/countries.tsv countries_table.c

A line of the input is `code<TAB>iso3<TAB>name<TAB>other names with |<TAB>demonyms with |`; lines
that begin with # are comments.  Names are folded exactly as src/model/country.c folds them.  A
name that means two countries is an error; a demonym that does ("Dominican") is left out, since
a country that may be wrong is worse than none.
"""

import re
import sys
import unicodedata

# A three-letter code or a code in the file beats a name, a name beats a demonym.
RANK_CODE, RANK_NAME, RANK_DEMONYM = range(3)
KEY_MAX = 255  # bytes; country.c holds the same limit


def fold(text):
    """NFKD, case folded, without marks; letters and digits only; & is "and"."""
    text = unicodedata.normalize("NFKD", text).replace("&", " and ")
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def read_rows(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\r\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = (line.split("\t") + [""] * 5)[:5]
            code, iso3, name = (cell.strip() for cell in cells[:3])
            if code == "code":
                continue  # a heading
            if not re.fullmatch(r"[a-z][a-z0-9-]{1,9}", code) or not name:
                sys.exit(f"{path}:{number}: no code or no name")
            others, demonyms = ([v.strip() for v in cell.split("|") if v.strip()]
                                for cell in cells[3:])
            rows.append((code, iso3, name, others, demonyms, number))
    rows.sort()
    for a, b in zip(rows, rows[1:]):
        if a[0] == b[0]:
            sys.exit(f"{path}:{b[5]}: the code {b[0]} stands here a second time")
    return rows


def candidates(row):
    code, iso3, name, others, demonyms, _ = row
    yield code, RANK_CODE
    if iso3 and iso3 != "-":
        yield iso3, RANK_CODE
    for text in [name, *others]:
        yield text, RANK_NAME
    for text in demonyms:
        yield text, RANK_DEMONYM


def make_keys(path, rows):
    """folded text → position of its country"""
    found = {}  # key → (rank, set of positions)
    for position, row in enumerate(rows):
        for text, rank in candidates(row):
            key = fold(text)
            if not key or len(key.encode()) > KEY_MAX:
                sys.exit(f"{path}:{row[5]}: '{text}' is empty or too long when folded")
            old_rank, old = found.get(key, (rank, set()))
            if rank < old_rank:
                old_rank, old = rank, set()
            if rank == old_rank:
                found[key] = (rank, old | {position})
    keys = {}
    for key, (rank, positions) in found.items():
        if len(positions) == 1:
            keys[key] = positions.pop()
        elif rank != RANK_DEMONYM:
            codes = ", ".join(rows[p][0] for p in sorted(positions))
            sys.exit(f"{path}: '{key}' means more than one country: {codes}")
    return keys


def c_chars(data):
    """Bytes as character constants: a string as long as this is no ISO C."""
    return "".join(f"'{chr(b)}'," if chr(b).isalnum() and b < 128 else f"'\\{b:03o}'," for b in data)


def write_table(path, rows, keys):
    text = bytearray()

    def put(value):
        at = len(text)
        text.extend(value.encode())
        return at, len(value.encode())

    places = [(put(row[0]), put(row[2])) for row in rows]
    ordered = sorted((key.encode(), position) for key, position in keys.items())
    key_places = [(put(key.decode()), position) for key, position in ordered]

    out = ["/* Made by tools/tables/countries.py from data/countries.tsv. */",
           '#include "model/countries_table.h"', "", "const char countries_text[] = {"]
    out += [f"    {c_chars(text[i:i + 16])}" for i in range(0, len(text), 16)]
    out += ["};", "", "const struct country_row countries_rows[] = {"]
    out += [f"    {{{c}, {n}, {cs}, {ns}}}, /* {row[0]} */"
            for ((c, cs), (n, ns)), row in zip(places, rows)]
    out += ["};", f"const size_t countries_row_count = {len(rows)};", "",
            "const struct country_key countries_keys[] = {"]
    out += [f"    {{{at}, {position}, {size}}}, /* {key.decode()} */"
            for ((at, size), position), (key, _) in zip(key_places, ordered)]
    out += ["};", f"const size_t countries_key_count = {len(ordered)};", ""]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    rows = read_rows(sys.argv[1])
    write_table(sys.argv[2], rows, make_keys(sys.argv[1], rows))


main()
