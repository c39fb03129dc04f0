#!/usr/bin/env python3
"""Do the lists' own names in other scripts meet the Latin names of the same party, and back?

    scripts.py VAGLIO INDEX [--misses FILE]

Takes every party of the index that has a name in another script and one in Latin letters.  A
name counts as met when it scores 0.700 or more against at least one Latin name of its party, as
the question and as the listed name.  The index is asked for nothing but the names: an equal
name would be found in any case.  Output is TSV: script, names, met as question, met as listed.
"""
import argparse
import collections
import json
import subprocess
import unicodedata

import compared

KINDS = {"Person": "Person", "Vessel": "Vessel", "Airplane": "Vessel"}


def script_of(text):
    seen = collections.Counter(unicodedata.name(c, "?").split()[0].split("-")[0]
                               for c in text if c.isalpha())
    return max(sorted(seen), key=seen.get) if seen else "NONE"


def parties(vaglio, index):
    dump = subprocess.Popen([vaglio, "dump", index], stdout=subprocess.PIPE, text=True)
    for line in dump.stdout:
        entity = json.loads(line)
        names = [n for key in ("name", "alias", "weakAlias")
                 for n in entity["properties"].get(key, [])]
        if names:
            yield entity["id"], KINDS.get(entity["schema"], "Organization"), names


def pairs_of(vaglio, index):
    for party, kind, names in parties(vaglio, index):
        latin = [n for n in names if script_of(n) == "LATIN"]
        for native in names:
            script = script_of(native)
            if latin and script not in ("LATIN", "NONE"):
                yield party, kind, script, native, latin


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].strip())
    parser.add_argument("vaglio")
    parser.add_argument("index")
    parser.add_argument("--misses")
    asked = parser.parse_args()
    cases = list(pairs_of(asked.vaglio, asked.index))
    there = compared.scores(asked.vaglio, [(k, n, l) for _, k, _, n, latin in cases for l in latin])
    back = compared.scores(asked.vaglio, [(k, l, n) for _, k, _, n, latin in cases for l in latin])
    tally = collections.defaultdict(lambda: [0, 0, 0])
    misses = open(asked.misses, "w", encoding="utf-8") if asked.misses else None
    at = 0
    for party, kind, script, native, latin in cases:
        a = max(there[at:at + len(latin)])
        b = max(back[at:at + len(latin)])
        at += len(latin)
        for key in ((script, kind), ("ALL", kind)):
            tally[key][0] += 1
            tally[key][1] += a >= 0.7
            tally[key][2] += b >= 0.7
        if misses and a < 0.7:
            misses.write(f"{script}\t{kind}\t{party}\t{a}\t{native}\t{' ; '.join(latin[:4])}\n")
    print("script\tkind\tnames\tas question\tas listed")
    for (script, kind), (n, a, b) in sorted(tally.items()):
        print(f"{script}\t{kind}\t{n}\t{a / n:.3f}\t{b / n:.3f}")


if __name__ == "__main__":
    main()
