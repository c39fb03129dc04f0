#!/usr/bin/env python3
"""Makes the examples that train_weights learns from: pairs of names of one party or of two.

    examples.py VAGLIO SHARED_DATA [--seed S] > examples.tsv

Lines: group, S or D, weight in thousandths, schema, name asked, name listed.  The best pair of a
group counts.  Sources:
  alias     S  a strong alias of a listed party against its other names
  typed     S  a listed name mistyped, turned around, with initials, joined, a word left out
  customer  D  generated customers of many cultures against the listed names nearest to them
  replaced  D  a listed name with exactly one word replaced by another of the same culture, place and
               frequency
  scripts   S, D  transliterated names of two tokens, one of them replaced for D
  authored  S, D  the tuned half of bench/quality/pairs
  spec      S, D  the cases of match.spec, scripts.spec and press.spec in tests/spec
Only parties whose id hashes to the tuned half are used, and customers of other seeds than those
of bench/quality, which measures on the other half.
"""

import argparse
import os
import random
import re
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "bench", "quality"))
sys.path.insert(1, os.path.join(ROOT, "bench"))

PEOPLE, FIRMS, CRAFT = "Person", "Organization", "Vessel"
ALIASES_A_LIST = 7000
TYPED, REPLACED, CUSTOMERS = 3000, 4000, 12000


def kind_of(schema):
    if schema == "Person":
        return PEOPLE
    return CRAFT if schema in ("Vessel", "Airplane", "Vehicle") else FIRMS


def strong(p):
    return [n for key in ("name", "alias") for n in p["properties"].get(key, [])]


def clean(name):
    return " ".join(name.split())


class Out:
    def __init__(self):
        self.group = 0

    def put(self, label, weight, schema, asked, listed):
        """One group: a name asked against the names listed."""
        listed = [clean(x) for x in listed if clean(x)]
        asked = clean(asked)
        if not asked or not listed:
            return
        self.group += 1
        for name in listed[:60]:
            print(self.group, label, int(weight * 1000), schema, asked, name, sep="\t")


def aliases(out, rng, parties):
    for p in rng.sample(parties, min(ALIASES_A_LIST, len(parties))):
        names = strong(p)
        pool = p["properties"].get("alias", [])
        if not pool:
            continue
        alias = rng.choice(pool)
        rest = [n for n in names if n != alias]
        if rest and aliases_module.related(alias, rest):
            out.put("S", 1, kind_of(p["schema"]), alias, rest)


def mistyped(rng, name):
    words = name.replace(",", " ").split()
    kind = rng.randrange(6)
    if kind == 0 or len(words) < 2:
        return treated.mistype(rng, name)
    if kind == 1:
        return treated.turn(rng, treated.mistype(rng, name))
    if kind == 2 and len(words) > 2:
        gone = rng.randrange(len(words))
        return " ".join(w for i, w in enumerate(words) if i != gone)
    if kind == 3:
        i = rng.randrange(len(words) - 1)
        return " ".join(words[:i] + [words[i] + words[i + 1]] + words[i + 2:])
    if kind == 4 and len(words) > 2 and "," not in name:
        i = rng.randrange(len(words) - 1)
        return " ".join(words[:i] + [words[i][0] + "."] + words[i + 1:])
    return treated.mistype(rng, treated.mistype(rng, name))


def typed(out, rng, parties):
    for p in rng.sample(parties, min(TYPED, len(parties))):
        name = p["properties"]["name"][0]
        if len(tools.fold(name)) > 1:
            # Nobody forgives a listed name that is missed for one slip of the keyboard.
            out.put("S", 5, kind_of(p["schema"]), treated.mistype(rng, name), strong(p))
            out.put("S", 1, kind_of(p["schema"]), mistyped(rng, name), strong(p))


def cultures(parties):
    """(schema, country, place of the word, words) → words that stand there"""
    table = {}
    for p in parties:
        country = (p["properties"].get("nationality") or p["properties"].get("country") or ["?"])[0]
        for name in strong(p)[:3]:
            words = name.replace(",", " ").split()
            if 2 <= len(words) <= 6:
                for i, word in enumerate(words):
                    table.setdefault((kind_of(p["schema"]), country, i, len(words)), []).append(word)
    return table


def replaced(out, rng, parties):
    table = cultures(parties)
    made = 0
    for p in rng.sample(parties, len(parties)):
        country = (p["properties"].get("nationality") or p["properties"].get("country") or ["?"])[0]
        words = p["properties"]["name"][0].replace(",", " ").split()
        if made == REPLACED:
            return
        if not 2 <= len(words) <= 6:
            continue
        i = rng.randrange(len(words))
        pool = table.get((kind_of(p["schema"]), country, i, len(words)), [])
        other = rng.choice(pool) if pool else words[i]
        plain, mine = "".join(tools.fold(other)), "".join(tools.fold(words[i]))
        if len(plain) < 3 or len(mine) < 3 or scorers.jaro_winkler_words(plain, mine) > 0.8:
            continue
        made += 1
        asked = words[:i] + [other] + words[i + 1:]
        out.put("D", 1.5, kind_of(p["schema"]), " ".join(asked), [p["properties"]["name"][0]])


def customers(out, index, seed):
    rows = innocent.make(CUSTOMERS, seed)
    answers = tools.screen(index, innocent.name_only(rows), "--limit", "4", "--threshold", "0.5")
    for row, answer in zip(rows, answers):
        hits = [h["name"]["listed"] for h in answer.get("hits") or []]
        if hits and not innocent.is_coincidence(answer):
            out.put("D", 1.5, kind_of(row["schema"]), row["name"], hits)


def across_scripts(out):
    """Transliterated tokens of the part that bench/cross_script.py never tests with."""
    for script in cross_script.SCRIPTS:
        path = os.path.join(tools.DATA, "translit", f"{script}.tsv.xz")
        found = list(cross_script.tokens(path, 3, 1))
        for same, asked, listed in cross_script.pairs_of(script, found, 1000):
            out.put("S" if same else "D", 1, PEOPLE, asked, [listed])


def spec(out, name, weight):
    path = os.path.join(ROOT, "tests", "spec", f"{name}.spec")
    with open(path, encoding="utf-8") as file:
        for line in file:
            cells = [c.strip() for c in line.split(" | ")]
            if len(cells) != 5 or not re.fullmatch(r"(known )?(same|different)", cells[3]):
                continue
            known = cells[3].startswith("known")
            label = "S" if cells[3].endswith("same") else "D"
            out.put(label, 2 if known else weight, kind_of(cells[0]), cells[1], [cells[2]])


def authored(out):
    """The tuned half of bench/quality/pairs; the other is never read here."""
    for p in pairs.read():
        if p.kept == 0 and p.policy in "SD" and not p.attributes:
            out.put(p.policy, 6, kind_of(p.schema), p.asked, [p.listed])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vaglio")
    parser.add_argument("data")
    parser.add_argument("--seed", type=int, default=20261125)
    options = parser.parse_args()
    tools.VAGLIO, tools.DATA = options.vaglio, options.data
    rng = random.Random(options.seed)
    out = Out()
    spec(out, "match", 40)
    spec(out, "scripts", 20)
    spec(out, "press", 20)
    across_scripts(out)
    authored(out)
    with tempfile.TemporaryDirectory() as folder:
        every = tools.OFAC + tools.UN + tools.others("eu") + tools.others("uk")
        merged = tools.build(f"{folder}/all.idx", every)
        for paths in (tools.OFAC_2022, tools.UN, tools.others("eu"), tools.others("uk")):
            index = tools.build(f"{folder}/one.idx", paths, join=False)
            parties = [p for p in tools.parties(index) if not tools.is_kept(p) and p["properties"].get("name")]
            aliases(out, rng, parties)
            if paths is tools.OFAC_2022:
                typed(out, rng, parties)
                replaced(out, rng, parties)
        customers(out, merged, 20)
        customers(out, merged, 21)


import aliases as aliases_module
import cross_script
import innocent
import pairs
import scorers
import tools
import treated

main()
