"""The authored pairs of pairs/*.tsv: by category, right at the alert threshold.

A file is a category; its lines are `S|D|G`, schema, name asked, name listed, and why.  S must alert,
D must not, G is a grey band that is not counted.  Which half a pair belongs to is decided by a hash
of the listed name: `tune` may be looked at while rules change, `kept` is only scored.

18-attributes has birth date, country and gender of both sides besides; its pairs are screened against
a list of the listed names, since `compare` knows names only.
"""

import collections
import csv
import os
import tempfile

import scorers
import tools

Pair = collections.namedtuple("Pair", "category policy schema asked listed kept attributes")
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pairs")


def read(folder=FOLDER):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".tsv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                fields = line.rstrip("\n").split("\t")
                if line.strip() and not line.startswith("#"):
                    if len(fields) < 4 or fields[0] not in "SDG":
                        raise SystemExit(f"{name}:{number}: not 'S|D|G, schema, asked, listed'")
                    yield Pair(name[:-4], *fields[:4], tools.half(fields[3]), fields[5:11])


def f1(rows):
    """rows: (policy, alerted)"""
    found = sum(1 for p, alert in rows if p == "S" and alert)
    missed = sum(1 for p, alert in rows if p == "S" and not alert)
    false = sum(1 for p, alert in rows if p == "D" and alert)
    return 2 * found / max(2 * found + missed + false, 1)


def right(rows, policy):
    counted = [alert for p, alert in rows if p == policy]
    good = sum(alert == (policy == "S") for alert in counted)
    return good, len(counted)


def screened(pairs):
    """Scores of pairs with attributes: each asked of a list of them all, its own row's hit read."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "listed.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["key", "kind", "name", "born", "country", "gender"])
            for number, p in enumerate(pairs):
                out.writerow([number, p.schema, p.listed, *(p.attributes + [""] * 6)[1:6:2]])
        with open(path + ".map", "w", encoding="utf-8") as file:
            file.write("id = key\nschema = kind\nname = name\nbirthDate = born\n"
                       "country = country\ngender = gender\n")
        index = os.path.join(folder, "listed.idx")
        tools.build(index, [f"pairs={path}"], join=False)
        rows = []
        for p in pairs:
            born, country, gender = (p.attributes + [""] * 6)[0:6:2]
            rows.append({"name": p.asked, "schema": p.schema, "date_of_birth": born,
                         "country": country, "gender": gender})
        answers = tools.screen(index, rows, "--limit", "100", "--threshold", "0.5")
    for number, answer in enumerate(answers):
        mine = [h["score"] for h in answer.get("hits") or [] if h["id"] == f"pairs:{number}"]
        yield mine[0] if mine else 0.0


def score(pairs):
    plain = iter(tools.compare([(p.schema, p.asked, p.listed) for p in pairs
                                if not p.attributes]))
    more = [p for p in pairs if p.attributes]
    other = screened(more) if more else iter(())
    return [next(other) if p.attributes else next(plain) for p in pairs]


def table(rows):
    print(f"{'category':34}{'S tune':>9}{'D tune':>9}{'S kept':>9}{'D kept':>9}")
    for category in sorted({p.category for p, _ in rows}):
        cells = []
        for kept in (0, 1):
            mine = [(p.policy, alert) for p, alert in rows
                    if p.category == category and p.kept == kept]
            for policy in "SD":
                good, n = right(mine, policy)
                cells.append(f"{good}/{n}" if n else "-")
        print(f"{category:34}" + "".join(f"{cell:>9}" for cell in cells))


def measure(options):
    pairs = list(read())
    scores = score(pairs)
    rows = [(p, s >= tools.ALERT) for p, s in zip(pairs, scores)]
    figures = {}
    print("pairs by category: right of those that must alert, right of those that must not")
    table(rows)
    for kept, name in ((0, "tune"), (1, "kept")):
        mine = [(p.policy, alert) for p, alert in rows if p.kept == kept]
        figures[f"pairs_f1_{name}"] = round(f1(mine), 4)
        print(f"F1 at 0.700, {name} {f1(mine):.4f}; alerting of S {tools.share(*right(mine, 'S'))}"
              f"; silent of D {tools.share(*right(mine, 'D'))}")
    for p, s in zip(pairs, scores):
        if options.wrong and p.policy != "G" and not p.kept and \
                (s >= tools.ALERT) != (p.policy == "S"):
            print(f"  wrong  {p.category}  {p.policy} {s:.3f}  {p.asked}  |  {p.listed}  ({p.schema})")
    if options.beside:
        beside(pairs, scores)
    return figures


def beside(pairs, scores):
    """The same pairs, both halves, by scorers that users know: at 0.700 and at their best."""
    print("beside: F1 of all pairs at 0.700, and at the threshold that suits the scorer best; names"
          " only")
    counted = [(p, s) for p, s in zip(pairs, scores) if p.policy != "G" and not p.attributes]
    report("vaglio", counted)
    for name, scorer in scorers.known().items():
        report(name, [(p, scorer(p.schema, p.asked, p.listed)) for p, _ in counted])


def report(name, counted):
    def at(threshold):
        return f1([(p.policy, s >= threshold) for p, s in counted])
    best = max((at(t / 100), t / 100) for t in range(30, 100))
    print(f"  {name:30} {at(tools.ALERT):.3f}   {best[0]:.3f} at {best[1]:.2f}")
