#!/usr/bin/env python3
"""How often is the guess right which part of a personal name a word is (src/text/slot.h)?

    slots.py VAGLIO INDEX [--people N] [--wrong]

Truth is what lists say that publish names in parts: of people with one first and one last name (and
at most one of each part between them) every word of the first name and of those between is on the
given side, every word of the last name is family.  On the given side `given`, `middle`, `patronymic`
and `kunya` are right, among the family `family` and `nisba`; particles, titles and suffixes belong to
neither and are not counted.  Each name is asked for as the list writes it ("FAMILY, Given" where it does) and in
the order given – family without a comma.  Output is TSV: list, order, slot, words, share right, the
certainty that was claimed on average.
"""
import argparse
import collections
import hashlib
import json
import subprocess
import sys
import unicodedata

BETWEEN = ("secondName", "middleName", "fatherName")
RIGHT = {"given": ("given", "middle", "patronymic", "kunya"), "family": ("family", "nisba")}


def fold(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold())
                    if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain.replace("'", "").replace("’", "")).split()


def people(vaglio, index):
    """(list, name in the order of its parts, the name as listed or None, word → side)"""
    dump = subprocess.run([vaglio, "dump", index], capture_output=True, text=True, check=True)
    for line in dump.stdout.splitlines():
        e = json.loads(line)
        p = e["properties"]
        if e["schema"] != "Person" or len(e["datasets"]) != 1:
            continue
        parts = [p.get(k, []) for k in ("firstName", *BETWEEN, "lastName")]
        if len(parts[0]) != 1 or len(parts[-1]) != 1 or any(len(x) > 1 for x in parts):
            continue
        given = fold(" ".join(x[0] for x in parts[:-1] if x))
        family = fold(parts[-1][0])
        side = {**{w: "given" for w in given}, **{w: "family" for w in family}}
        if set(given) & set(family) or not all(w.isascii() for w in side):
            continue
        listed = p["name"][0]
        known = sorted(fold(listed)) == sorted(given + family)
        yield (e["datasets"][0], " ".join(x[0] for x in parts if x),
               listed if known and "," in listed else None, side)


def guesses(vaglio, name):
    told = json.loads(subprocess.run([vaglio, "names", "--json", "--schema", "Person", "--", name],
                                     capture_output=True, text=True, check=True).stdout)
    for token in told["names"][0]["readings"][0]:
        yield token["text"], token["slot"], token["slot_probability"]


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].strip())
    parser.add_argument("vaglio")
    parser.add_argument("index")
    parser.add_argument("--people", type=int, default=1500)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    lists = collections.defaultdict(list)
    for dataset, *rest in people(asked.vaglio, asked.index):
        lists[dataset].append(rest)
    tally = collections.defaultdict(lambda: [0, 0, 0.0])
    for dataset, found in sorted(lists.items()):
        found.sort(key=lambda f: hashlib.sha256(f[0].encode()).digest())
        for name, listed, side in found[:asked.people]:
            for order, text in (("without a comma", name), ("as listed", listed)):
                for word, slot, sure in guesses(asked.vaglio, text) if text else ():
                    if slot in (None, "", "unknown", "suffix") or word not in side:
                        continue
                    right = slot in RIGHT[side[word]]
                    for key in ((dataset, order, slot), ("all", order, slot), ("all", order, "any")):
                        tally[key][0] += 1
                        tally[key][1] += right
                        tally[key][2] += sure
                    if asked.wrong and not right:
                        print(f"# {dataset}: {text}: {word} is {side[word]}, guessed {slot} {sure}",
                              file=sys.stderr)
    print("list\torder\tslot\twords\tright\tclaimed")
    for (dataset, order, slot), (n, right, sure) in sorted(tally.items()):
        print(f"{dataset}\t{order}\t{slot}\t{n}\t{right / n:.3f}\t{sure / n:.3f}")


main()
