"""Scores of many pairs of names by one run of `vaglio compare --pairs`."""

import csv
import io
import subprocess
import sys


def scores(vaglio, triples):
    """(schema, asked, listed) → score in 0 … 1, in their order."""
    triples = list(triples)
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["schema", "name1", "name2"])
    out.writerows(triples)
    done = subprocess.run([vaglio, "compare", "--pairs", "-"], input=text.getvalue(), text=True,
                          encoding="utf-8", capture_output=True, check=False)
    found = [float(row["score"]) for row in csv.DictReader(io.StringIO(done.stdout))]
    if done.returncode or len(found) != len(triples):
        sys.exit(f"vaglio compare --pairs: {len(found)} of {len(triples)}: {done.stderr}")
    return found
