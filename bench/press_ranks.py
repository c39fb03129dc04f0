#!/usr/bin/env python3
"""Are the people of tests/spec/press.spec the first hits in an index of the real lists?

    press_ranks.py VAGLIO INDEX

Each name in another script is searched for; the first hit must be a party that the Latin name
finds with 0.950 or more (lists that were not joined hold several of one man).  People whom no list of the index names are left out.  Output is TSV: language,
names, first, among the first five; then the misses.
"""
import collections
import json
import subprocess
import sys
import tempfile


def ask(vaglio, index, names):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for name in names:
            f.write(json.dumps({"schema": "Person", "properties": {"name": [name]}}) + "\n")
        f.flush()
        done = subprocess.run([vaglio, "screen", "--index", index, "--format", "jsonl", f.name],
                              capture_output=True, text=True, check=True)
    return [[(h["id"], h["score"]) for h in json.loads(line).get("hits", [])]
            for line in done.stdout.splitlines()]


def main():
    vaglio, index = sys.argv[1:3]
    rows = []
    with open("tests/spec/press.spec", encoding="utf-8") as f:
        for line in f:
            cells = [c.strip() for c in line.split(" | ")]
            if len(cells) == 5:
                rows.append((cells[1], cells[2], cells[4]))
    latin = sorted({r[1] for r in rows})
    wanted = {person: [i for i, score in hits if score >= 0.95]
              for person, hits in zip(latin, ask(vaglio, index, latin))}
    hits = [[i for i, _ in found] for found in ask(vaglio, index, [r[0] for r in rows])]
    tally = collections.defaultdict(lambda: [0, 0, 0])
    misses = []
    for (name, person, language), found in zip(rows, hits):
        if not wanted[person]:
            continue
        right = [i in wanted[person] for i in found]
        tally[language][0] += 1
        tally[language][1] += right[:1] == [True]
        tally[language][2] += any(right)
        if right[:1] != [True]:
            misses.append(f"{language}\t{name}\t{person}\t{' '.join(found) or 'nobody'}")
    print("language\tnames\tfirst\tamong five")
    for language, (n, a, b) in sorted(tally.items()):
        print(f"{language}\t{n}\t{a}\t{b}")
    print("\n".join(misses))


if __name__ == "__main__":
    main()
