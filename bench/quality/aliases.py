"""Leave one alias out: is a listed party found by a name of its own that the list does not have?

An index never alters a score and loses nothing, so a search for the alias on a list without it gives
the best score of the alias against the party's other names: that is what is computed here.
"""

import innocent
import tools

NAMED = ("name", "alias")
KINDS = ("Person", "Company", "Organization", "LegalEntity")


def related(name, rest):
    """Does it share a token or a join with another name, or is it written in another script?"""
    mine = tools.fold(name)
    joins = {"".join(mine[i:j]) for i in range(len(mine)) for j in range(i + 1, i + 4)}
    for other in rest:
        theirs = tools.fold(other)
        joined = {"".join(theirs[i:j]) for i in range(len(theirs)) for j in range(i + 1, i + 4)}
        if {w for w in joins & joined if len(w) > 2} or tools.is_latin(name) != tools.is_latin(other):
            return True
    return False


def questions(index, kept=True):
    """(schema, left-out name, the others, weak?) of the parties of one half"""
    for party in tools.parties(index):
        if tools.is_kept(party) != kept:
            continue
        p = party["properties"]
        strong = [n for key in NAMED for n in p.get(key, [])]
        for name in p.get("alias", []):
            rest = [n for n in strong if n != name]
            if rest:
                yield party["schema"], name, rest, False
        for name in p.get("weakAlias", []):
            yield party["schema"], name, strong, True


def best_scores(asked):
    triples = [(schema, name, other) for schema, name, rest, _ in asked for other in rest]
    scores = iter(tools.compare(triples))
    return [max(next(scores) for _ in rest) for _, _, rest, _ in asked]


def lines(asked, scores, at, title):
    rows = [("strong, with a word, join or script in common",
             lambda q: not q[3] and related(q[1], q[2])),
            ("strong, nothing in common", lambda q: not q[3] and not related(q[1], q[2])),
            ("weak", lambda q: q[3]),
            ("all, people and organisations", lambda q: q[0] in KINDS)]
    figures = {}
    for name, wanted in rows:
        mine = [s for q, s in zip(asked, scores) if wanted(q)]
        print(f"  {title}  {name:48} {tools.share(sum(s >= at for s in mine), len(mine))}")
        figures[name] = sum(s >= at for s in mine) / max(len(mine), 1)
    return figures


def show_missed(index, most=60):
    """Some of the other half, which may be looked at."""
    asked = list(questions(index, kept=False))
    missed = [(s, q) for q, s in zip(asked, best_scores(asked))
              if s < tools.ALERT and not q[3] and related(q[1], q[2])]
    for score, (schema, name, rest, _) in missed[:: max(1, len(missed) // most)]:
        print(f"  missed {score:.3f} {schema}: {name} | {' | '.join(rest[:4])}")


def measure(folder, options):
    index = tools.build(f"{folder}/aliases.idx", tools.OFAC_2022, join=False)
    asked = list(questions(index))
    scores = best_scores(asked)
    print(f"left-out aliases of OFAC 2022-01, half of the parties: {len(asked):,}")
    figures = lines(asked, scores, tools.ALERT, "at 0.700")
    at = innocent.threshold(index, options.customers, 0.003)
    print(f"  3 of 1,000 innocent names alert by name alone at {at:.3f}, equal names apart")
    all_at = lines(asked, scores, at, f"at {at:.3f}")
    if options.wrong:
        show_missed(index)
    return {"aliases_related": round(list(figures.values())[0], 4),
            "aliases_all_at_3_in_1000": round(list(all_at.values())[3], 4)}
