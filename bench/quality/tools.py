"""What the sections of bench/quality share: the program, the lists, intervals, tables."""

import csv
import hashlib
import io
import json
import math
import os
import subprocess
import sys
import unicodedata

BENCH = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(1, BENCH)

import compared

ROOT = os.path.dirname(BENCH)
DATA = os.environ.get("VAGLIO_SHARED_DATA", os.path.join(ROOT, "..", "shared", "data"))
VAGLIO = os.environ.get("VAGLIO", os.path.join(ROOT, "build", "vaglio"))
ALERT = 0.7

OFAC_2022 = [os.path.join(DATA, "us_ofac", "sdn-2022-01")]
OFAC = [os.path.join(DATA, "us_ofac", "sdn-2026-07-rebuilt")]
UN = [os.path.join(DATA, "un_sc", "UN_consolidated_2026-02.xml")]
NAMES = os.path.join(DATA, "names")


def others(folder):
    """The list files of the EU, UK, Switzerland, Australia, Canada that are there."""
    path = os.path.join(DATA, folder)
    if not os.path.isdir(path):
        return []
    good = (".xml", ".xlsx", ".jsonl.gz", ".xml.gz", ".xml.xz", ".xml.zst", ".zip")
    return [os.path.join(path, f) for f in sorted(os.listdir(path)) if f.endswith(good)][-1:]


def run(*args, text=None):
    done = subprocess.run([VAGLIO, *args], capture_output=True, text=True, check=False,
                          input=text, encoding="utf-8")
    if done.returncode not in (0, 1):
        sys.exit(f"vaglio {' '.join(args)}: {done.stderr}")
    return done.stdout


def build(index, paths, join=True):
    run("build", "-o", index, *([] if join else ["--join", "nothing"]), *paths)
    return index


def parties(index):
    """The listed parties as FollowTheMoney objects."""
    for line in run("dump", index).splitlines():
        entity = json.loads(line)
        if entity.get("target") and "properties" in entity:
            yield entity


def is_kept(party):
    """Is it of the half that tools/train never learns from?"""
    return half(party["id"]) == 1


def screen(index, rows, *options):
    """rows: dicts of columns → one answer each, in their order."""
    titles = list(rows[0])
    text = io.StringIO()
    out = csv.DictWriter(text, titles, lineterminator="\n")
    out.writeheader()
    out.writerows(rows)
    lines = run("screen", "--index", index, "--format", "jsonl", *options, "-",
                text=text.getvalue()).splitlines()
    return [json.loads(line) for line in lines if line.startswith('{"row"')]


def compare(triples):
    """(schema, asked, listed) → score in 0 … 1."""
    return compared.scores(VAGLIO, triples)


def half(*words):
    """0 or 1 by hash: the same half for ever, whatever the order of rows."""
    return hashlib.sha256("\t".join(words).encode()).digest()[0] & 1


def interval(hits, n):
    """Wilson's interval at 95 %, as shares."""
    if n == 0:
        return 0.0, 1.0
    z, p = 1.96, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def share(hits, n):
    low, high = interval(hits, n)
    return f"{hits / n if n else 0:.4f} [{low:.3f}, {high:.3f}] of {n:,}"


def fold(name):
    """Lower-case tokens without marks: enough to say whether two names share a word."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold())
                    if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).split()


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1e00 <= ord(c) < 0x1f00 for c in name if c.isalpha())
