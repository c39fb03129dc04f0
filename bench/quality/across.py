"""Parties of the EU, UK, Switzerland and Australia that name a UN reference: are they found on the
UN's list by the names that these lists give them?"""

import os

import tools

LISTS = ("eu", "uk", "ch_seco", "au_dfat")


def measure(folder):
    un = tools.build(f"{folder}/un.idx", tools.UN)
    known = {r for p in tools.parties(un) for r in p.get("referents", [p["id"]])}
    figures = {}
    print("parties of other lists that name a UN reference, found on the UN's list by name")
    for name in LISTS:
        paths = tools.others(name)
        if not paths:
            continue
        index = tools.build(f"{folder}/{name}.idx", paths, join=False)
        rows, wanted = [], []
        for p in tools.parties(index):
            for reference in p["properties"].get("uniscId", []):
                if f"un:{reference}" in known:
                    rows.append({"name": p["properties"]["name"][0], "schema": p["schema"],
                                 "date_of_birth": p["properties"].get("birthDate", [""])[0]})
                    wanted.append(f"un:{reference}")
        if not rows:
            print(f"  {name:8} no party names a reference")
            continue
        answers = tools.screen(un, rows, "--limit", "20")
        good = [any(w in h["records"] for h in a.get("hits") or []) for a, w in
                zip(answers, wanted)]
        print(f"  {name:8} {os.path.basename(paths[0]):34.34} {tools.share(sum(good), len(good))}")
        figures[f"across_{name}"] = round(sum(good) / len(good), 4)
        for row, w, found in zip(rows, wanted, good):
            if not found:
                print(f"    not found: {row['name']} ({row['date_of_birth']}) {w}")
    return figures
