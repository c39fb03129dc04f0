#!/usr/bin/env python3
"""Compiles data/match to the C tables of src/match/frequency.h and src/match/weights.h.

    match_tables.py DATA_FOLDER OUTPUT.c
"""
import math
import os
import sys

from text_tables import FNV_OFFSET, Writer, fnv, rows


CURVE = 2500  # millinats of evidence that make the odds e times better


def steps(score):
    """The smallest sum that the logistic curve rounds to `score` thousandths or more."""
    if score == 0:
        return -(1 << 30)
    p = (score - 0.5) / 1000
    return math.ceil(CURVE * math.log(p / (1 - p)))


def main():
    folder, output = sys.argv[1:3]
    out = ["/* Made by tools/tables/match_tables.py from data/match. */",
           '#include "match/frequency.h"', '#include "match/weights.h"', ""]
    out.append("extern const unsigned char match_pool[];")
    w = Writer(out, "match_pool")
    info, table = [], {}
    frequency = os.path.join(folder, "match", "frequency.tsv")
    weights = os.path.join(folder, "match", "weights.tsv")
    for _, cells in rows(frequency):
        table[cells[0]] = len(info) // 3
        info += [int(c) if c else 0 for c in (cells[1:] + [""] * 3)[:3]]
    w.table("FREQUENCY", table)
    w.array("uint16_t", "frequency_info", info)
    by_kind = [[], [], []]
    for _, cells in rows(weights):
        for kind in range(3):
            by_kind[kind].append(f".{cells[0]} = {int(cells[1 + kind])}")
    out.append("WEIGHTS_CONST struct weights WEIGHTS[NAME_KINDS] = {")
    for fields in by_kind:
        out.append("    {" + ", ".join(fields) + "},")
    out.append("};")
    w.array("int32_t", "score_steps", [steps(s) for s in range(1001)])
    h = FNV_OFFSET
    for path in (frequency, weights):
        with open(path, "rb") as f:
            h = fnv(f.read(), h)
    out.append(f"const uint64_t match_tables_hash = UINT64_C({h});")
    w.array("unsigned char", "match_pool", w.pool.bytes, 24)
    with open(output, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


main()
