#!/usr/bin/env python3
"""Learns how much a token of a name says, for people, organisations and craft.

    frequency.py SHARED_DATA data/match/frequency.tsv

A token's information is −ln p, in millinats, where p is the share of names that hold it: for
people half from the names on public lists and half from the name tokens of Wikidata (the
translit set, with how often each was seen); for organisations and craft from the lists alone.
Tokens seen fewer than SEEN times are left out: the program takes them for unknown.
The output depends on the input files alone.
"""
import collections
import csv
import gzip
import lzma
import math
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

SEEN = 4  # times, before a token counts as known
KINDS = ("person", "organization", "craft")
SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "ə": "a", "æ": "ae",
                         "œ": "oe", "þ": "th", "ð": "d"})


def tokens(name):
    text = unicodedata.normalize("NFKD", name).casefold().translate(SPECIAL)
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘`ʼ")
    return set(re.findall(r"[a-z0-9]+", text))


def ofac(folder):
    kinds = {}
    with open(os.path.join(folder, "sdn.csv"), encoding="latin-1", newline="") as f:
        for row in csv.reader(f):
            if len(row) > 2:
                kind = {"individual": "person", "vessel": "craft", "aircraft": "craft"}
                kinds[row[0]] = kind.get(row[2].strip(), "organization")
                yield kinds[row[0]], row[1]
    with open(os.path.join(folder, "alt.csv"), encoding="latin-1", newline="") as f:
        for row in csv.reader(f):
            if len(row) > 3 and row[0] in kinds:
                yield kinds[row[0]], row[3]


def un(path):
    root = ET.parse(path).getroot()
    parts = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
    for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organization")):
        for e in root.iter(tag):
            yield kind, " ".join(e.findtext(p) or "" for p in parts)
            for alias in e.findall(tag + "_ALIAS"):
                yield kind, alias.findtext("ALIAS_NAME") or ""


def eu(path):
    with gzip.open(path) as f:
        for _, e in ET.iterparse(f, ("end",)):
            if e.tag.rsplit("}", 1)[-1] != "sanctionEntity":
                continue
            kind = "organization"
            for child in e:
                if child.tag.endswith("subjectType") and child.get("code") == "person":
                    kind = "person"
            for child in e:
                if child.tag.endswith("nameAlias"):
                    yield kind, child.get("wholeName") or ""
            e.clear()


def listed(shared):
    yield from ofac(os.path.join(shared, "us_ofac/sdn-2026-07-rebuilt"))
    yield from un(os.path.join(shared, "un_sc/UN_consolidated_2026-02.xml"))
    yield from eu(os.path.join(shared, "eu/REBUILT_eu_fsf_1_1_2026-02.xml.gz"))


def wikidata(shared):
    seen = collections.Counter()
    folder = os.path.join(shared, "translit")
    for name in sorted(os.listdir(folder)):
        with lzma.open(os.path.join(folder, name), "rt", encoding="utf-8") as f:
            next(f)
            for line in f:
                latin, _, count = line.rstrip("\n").split("\t")
                for t in tokens(latin):
                    seen[t] += int(count)
    return seen


def main():
    shared, output = sys.argv[1:3]
    holding = {k: collections.Counter() for k in KINDS}
    names = collections.Counter()
    for kind, name in listed(shared):
        found = tokens(name)
        if found:
            names[kind] += 1
            holding[kind].update(found)
    population = wikidata(shared)
    # Half the tokens of a two-token name.
    people = sum(population.values()) / 2
    info = collections.defaultdict(dict)
    for kind in KINDS:
        for t in set(holding[kind]) | (set(population) if kind == "person" else set()):
            p = holding[kind][t] / names[kind]
            if kind == "person":
                p = p / 2 + population[t] / people / 2
            seen = holding[kind][t] + (population[t] if kind == "person" else 0)
            if seen >= SEEN and len(t) > 1:
                info[t][kind] = round(-1000 * math.log(p))
    with open(output, "w", encoding="utf-8") as f:
        f.write("# How much a token of a name says: -ln of the share of names that hold it, in millinats,\n"
                "# by kind of party; an empty cell or no row means that it is not known.\n"
                "# Learned by tools/train/frequency.py from the OFAC, UN and EU lists (%s names)\n"
                "# and the name tokens of Wikidata (CC0). Version 1.\n"
                "# token\tperson\torganization\tcraft\n" %
                ", ".join(f"{names[k]} {k}" for k in KINDS))
        for t in sorted(info):
            f.write("\t".join([t] + [str(info[t].get(k, "")) for k in KINDS]) + "\n")
    print(len(info), "tokens,", dict(names))


main()
