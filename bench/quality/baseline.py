#!/usr/bin/env python3
"""Fails when the pairs of pairs/*.tsv are told apart worse than baseline.json says.

    baseline.py [--renew]      the program is $VAGLIO, else build/vaglio

F1 of either half may be SLACK below the baseline, since a change that mends a category may cost a
pair of another; more than that is a step back, to be mended or to be renewed knowingly.  --renew
writes the figures of the program as it is: say in the commit why one of them is lower.
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import pairs

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "baseline.json")
SLACK = 0.005


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--renew", action="store_true")
    options = parser.parse_args()
    options.wrong = options.beside = False
    found = pairs.measure(options)
    if options.renew:
        with open(PATH, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=1, sort_keys=True)
            file.write("\n")
        return 0
    with open(PATH, encoding="utf-8") as file:
        expected = json.load(file)
    if not expected or set(expected) != set(found):
        print(f"{PATH} has {sorted(expected)}, measured are {sorted(found)}: renew it")
        return 1
    worse = 0
    for name, figure in sorted(found.items()):
        low = round(expected[name] - SLACK, 4)
        print(f"{name}: {figure:.4f}, baseline {expected[name]:.4f}, at least {low:.4f}")
        worse += figure < low
    return 1 if worse else 0


sys.exit(main())
