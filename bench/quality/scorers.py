"""Plain scorers that users know, beside which vaglio is measured: each takes two names and gives
0 … 1.  Written for clearness; those of other packages are used when they are installed."""

from tools import fold


def levenshtein(a, b):
    a, b = " ".join(fold(a)), " ".join(fold(b))
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return 1 - row[-1] / max(len(a), len(b), 1)


def jaro_winkler_words(a, b):
    if not a or not b:
        return 0.0
    reach = max(max(len(a), len(b)) // 2 - 1, 0)
    taken, common = [False] * len(b), []
    for i, x in enumerate(a):
        for j in range(max(0, i - reach), min(len(b), i + reach + 1)):
            if not taken[j] and b[j] == x:
                taken[j] = True
                common.append(x)
                break
    if not common:
        return 0.0
    other = [y for y, t in zip(b, taken) if t]
    swaps = sum(x != y for x, y in zip(common, other)) / 2
    m = len(common)
    jaro = (m / len(a) + m / len(b) + (m - swaps) / m) / 3
    prefix = 0
    while prefix < 4 and prefix < min(len(a), len(b)) and a[prefix] == b[prefix]:
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro)


def jaro_winkler(a, b):
    return jaro_winkler_words(" ".join(sorted(fold(a))), " ".join(sorted(fold(b))))


def weighted_mean(a, b):
    """Each token's best partner by Jaro-Winkler, weighted by length, from both sides."""
    a, b = fold(a), fold(b)
    if not a or not b:
        return 0.0
    total = sum(len(x) * max(jaro_winkler_words(x, y) for y in b) for x in a)
    total += sum(len(y) * max(jaro_winkler_words(x, y) for x in a) for y in b)
    return total / sum(map(len, a + b))


def known():
    """name → function of (schema, a, b)."""
    found = {"Levenshtein": lambda _, a, b: levenshtein(a, b),
             "Jaro-Winkler, tokens sorted": lambda _, a, b: jaro_winkler(a, b),
             "weighted mean of tokens": lambda _, a, b: weighted_mean(a, b)}
    try:
        from rapidfuzz import fuzz, utils
        found["rapidfuzz WRatio"] = lambda _, a, b: fuzz.WRatio(
            a, b, processor=utils.default_process) / 100
    except ImportError:
        pass
    try:
        found["nomenklatura logic-v2"] = logic_v2()
    except ImportError:
        pass
    return found


def logic_v2():
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        raise ImportError("logic-v2")
    config = algorithm.default_config()

    def entity(schema, key, name):
        proxy = model.make_entity(schema)
        proxy.id = key
        proxy.add("name", name)
        return proxy

    return lambda schema, a, b: algorithm.compare(entity(schema, "a", a), entity(schema, "b", b),
                                                  config).score
