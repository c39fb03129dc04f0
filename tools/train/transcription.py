#!/usr/bin/env python3
"""Learns how foreign names are spelled in Cyrillic, Hangul, Kana, Han, Hebrew and Arabic.

    transcription.py TRANSLIT_FOLDER SCRIPT OUTPUT.tsv
    SCRIPT: cyrillic, hangul, kana, han, hebrew, arabic

From pairs of a Latin and a native token (Wikidata by way of a published set, CC0) it learns for
each unit of the script - a jamo, a Kana, a character, a letter - which Latin letters it stands
for, at the start of a word, at its end and elsewhere, by expectation and maximisation over all
ways to cut the Latin word in as many pieces as there are units.  Two neighbours whose pieces
depend on each other (셰 is ch, sh and sche, which its letters apart are not) become a unit of
their own where that explains the pairs better, by the Bayesian information criterion, and the
numbers are learned again.  Spellings with the same
consonants share their likelihood and differ little in cost.  Tokens whose sha1(native) is divisible by five are
never read: bench/cross_script.py measures with them.  The worst pairs are left out after the
third round, for a few per cent of them are not the same name.

The output depends on the input file alone.
"""
import collections
import hashlib
import lzma
import math
import os
import sys
import unicodedata

FILES = {"cyrillic": "ru", "hangul": "ko", "kana": "ja-kana", "han": "zh", "hebrew": "he", "arabic": "ar"}
LONGEST = {"cyrillic": 4, "hangul": 3, "kana": 4, "han": 5, "hebrew": 3, "arabic": 3}
ROUNDS, ROUND_TO_DROP, DROPPED = 7, 3, 0.06
ROUNDS_JOINED, LONGER = 3, 3  # with units of two; letters that such a unit may have more
SHARE_OF_FIRST = 0.3  # of the numbers learned before, for units that stand alone
LEAST_JOINED, LEAST_GAIN = 20.0, 12.0  # sightings of two neighbours; nats
PAIRS_MOST = 60000  # the first by sha1(native), of those seen most
LEAST_SHARE, LEAST_SEEN, FEW = 0.006, 3.0, 40.0  # of a unit seen FEW times a spelling is no accident
MOST, SPELLINGS = 14, 3  # spellings of a unit; of them with the same consonants
# Millinats for a nat of likelihood, dearer where a unit stands for much; among the same consonants.
PER_NAT = {"cyrillic": 250, "hangul": 250, "kana": 250, "han": 250, "hebrew": 250, "arabic": 350}
PER_NAT_ALIKE = 80
SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "ə": "a", "æ": "ae",
                         "œ": "oe", "þ": "th", "ð": "d"})
# What the pairs have seldom or never though it is customary, put in by hand.
CUSTOMARY = {
    "arabic": {"تش": "ch tch tsch"},
    "han": {"京": "tin kin gin jin king", "$京": "tin kin gin jin king", "普": "pu pr p",
            "^普": "pu pr p", "梅": "me may mei", "金": "kin gin king", "泽": "ze zel ce",
            "辛": "sin zin hin", "基": "di gi", "季": "di ti", "^弗": "v vl f",
            "任": "zhin gin jin jen", "$任": "zhin gin jin", "措": "tso zo", "灿": "tsan zan",
            "占": "jan zhan jam", "宋": "son song", "仲": "jun jon", "宽": "quan kuan", "佤": "wa va"},
    "kana": {"^ウラ": "ura ula vla", "ン": "ng", "$ン": "ng"},  # Vladimir
}
USES = 12.0
SMALL = "ァィゥェォャュョヮ"
RIEUL, FINAL_RIEUL = "\u1105", "\u11af"  # written together they are one l
GERESH = "'׳’"
CONTINUES = SMALL + "׳"  # belong to what stands before them

# The classes of src/text/key.c.
CLASS = {**dict.fromkeys("bp", "P"), **dict.fromkeys("fvw", "F"), **dict.fromkeys("td", "T"),
         **dict.fromkeys("sz", "S"), "j": "C", **dict.fromkeys("kqcx", "K"), "g": "G", "l": "L",
         "r": "R", "m": "M", "n": "N"}
CLUSTERS = [("shch", "C"), ("tsch", "C"), ("sch", "C"), ("tch", "C"), ("dzh", "C"), ("sh", "C"),
            ("ch", "C"), ("zh", "C"), ("dj", "C"), ("cz", "C"), ("sz", "C"), ("ts", "S"),
            ("tz", "S"), ("ph", "F"), ("kh", "K"), ("ck", "K"), ("gh", "G"), ("th", "T"),
            ("dh", "T"), ("ce", "S"), ("ci", "S")]


def skeleton(word):
    key, at = "", 0
    while at < len(word):
        for letters, cls in CLUSTERS:
            if word.startswith(letters, at):
                length = 1 if letters in ("ce", "ci") else len(letters)
                break
        else:
            cls, length = CLASS.get(word[at], ""), 1
        if cls and not key.endswith(cls):
            key += cls
        at += length
    return key


def held_out(native):
    return int(hashlib.sha1(native.encode()).hexdigest(), 16) % 5 == 0


def latin_of(text):
    text = unicodedata.normalize("NFKD", text.casefold()).translate(SPECIAL)
    return "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘`ʼ-")


def units_of(script, native):
    """The native word as a list of units; empty when it holds something else."""
    if script == "hangul":
        found = []
        for c in unicodedata.normalize("NFD", native):
            if not "\u1100" <= c <= "\u11ff":
                return []
            if c == RIEUL and found and found[-1] == FINAL_RIEUL:
                found[-1] += c
            else:
                found.append(c)
        return found
    if script == "kana":
        text = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in native)
        found = []
        for c in text:
            if not "ァ" <= c <= "ー":
                return []
            if c in SMALL and found:
                found[-1] += c
            else:
                found.append(c)
        return found
    if script == "han":
        return list(native) if all("\u4e00" <= c <= "\u9fff" for c in native) else []
    found = []
    for c in unicodedata.normalize("NFC", native):
        if script == "hebrew" and c in GERESH and found:
            found[-1] += "׳"
        elif unicodedata.category(c) == "Mn":
            continue
        elif unicodedata.name(c, "").startswith(script.upper()):
            found.append(c)
        else:
            return []
    return found


def read(path, script, fold):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        next(f)
        for line in f:
            latin, native, count = line.rstrip("\n").split("\t")
            word, units = latin_of(latin), units_of(script, native)
            if not held_out(native) and units and word.isascii() and word.isalpha() and \
                    len(word) <= 16 and len(word) <= LONGEST[script] * len(units):
                tagged = [("^" if i == 0 else "$" if i == len(units) - 1 else "") + fold.get(u, u)
                          for i, u in enumerate(units)]
                yield tagged, word, 1 + math.log(int(count))


def expect(units, word, p, longest):
    """Expected counts of (unit, piece), and the likelihood of the pair."""
    n, m = len(units), len(word)
    ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
    ahead[0][0] = 1.0
    pieces = [[] for _ in range(n)]
    for i, u in enumerate(units):
        of_unit, row, nxt = p[u], ahead[i], ahead[i + 1]
        for j in range(m + 1):
            if row[j]:
                for k in range(j, min(m, j + longest) + 1):
                    q = of_unit.get(word[j:k])
                    if q:
                        nxt[k] += row[j] * q
                        pieces[i].append((j, k, q))
    total = ahead[n][m]
    if not total:
        return 0.0, ()
    back = [0.0] * (m + 1)
    back[m] = 1.0
    counts = []
    for i in range(n - 1, -1, -1):
        row = [0.0] * (m + 1)
        for j, k, q in pieces[i]:
            if back[k]:
                row[j] += q * back[k]
                counts.append((units[i], word[j:k], ahead[i][j] * q * back[k] / total))
        back = row
    return total, counts


def start(pairs, longest):
    """Every piece near the place of the unit in the word, alike; nothing at all is rarer."""
    seen = collections.defaultdict(collections.Counter)
    for units, word, weight in pairs:
        n, m = len(units), len(word)
        for i, u in enumerate(units):
            centre = m * i / n
            for j in range(max(0, int(centre) - 2), min(m, int(centre) + 3) + 1):
                for k in range(j, min(m, j + longest) + 1):
                    seen[u][word[j:k]] += weight * (0.3 if k == j else 1.0 / (1 + abs(k - j - m / n)))
    return {u: {s: c / sum(of.values()) for s, c in of.items()} for u, of in seen.items()}


def normalised(seen, pairs):
    p = {}
    for unit, of in seen.items():
        kept = {s: c for s, c in of.items() if c > 0.05}
        total = sum(kept.values())
        p[unit] = {s: c / total for s, c in kept.items()}
    for units, _, _ in pairs:
        for unit in units:
            p.setdefault(unit, {})
    return p


def improve(pairs, p, longest, rounds, round_to_drop):
    for round_number in range(rounds):
        seen = collections.defaultdict(collections.Counter)
        marks = []
        for at, (units, word, weight) in enumerate(pairs):
            likelihood, counts = expect(units, word, p, longest)
            marks.append((math.log(likelihood) / len(units) if likelihood else -99.0, at))
            for unit, piece, c in counts:
                seen[unit][piece] += c * weight
        p = normalised(seen, pairs)
        if round_number + 1 == round_to_drop:
            marks.sort()
            dropped = {at for _, at in marks[:int(len(marks) * DROPPED)]}
            pairs = [pair for at, pair in enumerate(pairs) if at not in dropped]
    return seen, p, pairs


def likeliest(units, word, p, longest):
    """The pieces of the likeliest way to cut the word; None when there is none."""
    n, m = len(units), len(word)
    best = [{} for _ in range(n + 1)]
    best[0][0] = (1.0, -1)
    for i, u in enumerate(units):
        of_unit = p[u]
        for j in sorted(best[i]):
            q0 = best[i][j][0]
            for k in range(j, min(m, j + longest) + 1):
                q = of_unit.get(word[j:k])
                if q and q * q0 > best[i + 1].get(k, (0.0, 0))[0]:
                    best[i + 1][k] = (q * q0, j)
    if m not in best[n]:
        return None
    pieces, at = [], m
    for i in range(n, 0, -1):
        before = best[i][at][1]
        pieces.append(word[before:at])
        at = before
    return pieces[::-1]


def apart(p, first, second, piece):
    return sum(p[first].get(piece[:k], 0.0) * p[second].get(piece[k:], 0.0)
               for k in range(len(piece) + 1))


def neighbours_to_join(pairs, p, longest):
    """Pairs of units whose pieces depend on each other, with the pieces that they have."""
    seen = collections.defaultdict(collections.Counter)
    for units, word, weight in pairs:
        pieces = likeliest(units, word, p, longest)
        for i in range(len(units) - 1 if pieces else 0):
            seen[units[i], units[i + 1]][pieces[i] + pieces[i + 1]] += weight
    by_pair = collections.defaultdict(list)
    for two in seen:
        by_pair[two[0].strip("^$") + two[1].strip("^$")].append(two)
    chosen = {}
    for joined in sorted(by_pair):
        total = gain = 0.0
        cells = 0
        for first, second in by_pair[joined]:
            of = seen[first, second]
            n = sum(of.values())
            total += n
            for piece, c in of.items():
                if c >= 2:
                    cells += 1
                    gain += c * math.log(c / n / max(apart(p, first, second, piece), 1e-9))
        if total >= LEAST_JOINED and gain - 0.5 * cells * math.log(total) > LEAST_GAIN:
            chosen[joined] = {two: seen[two] for two in by_pair[joined]}
    return chosen


def cut_again(units, chosen, known):
    """The word cut as src/text/romanise.c cuts it: the longest pattern first, from the left."""
    bare = [u.strip("^$") for u in units]
    out, i = [], 0
    text, n = "".join(bare), len(bare)
    starts, at = {}, 0
    for k, u in enumerate(bare):
        starts[at] = k
        at += len(u)
    starts[at] = n
    at = 0
    longest = max(map(len, known))
    while at < len(text):
        for length in range(min(longest, len(text) - at), 0, -1):
            piece = text[at:at + length]
            if piece in known and not (at + length < len(text) and
                                       text[at + length] in CONTINUES):
                break
        else:
            return None
        out.append(piece)
        at += length
    return [("^" if i == 0 else "$" if i == len(out) - 1 else "") + u for i, u in enumerate(out)]


def learn(pairs, longest):
    seen, p, pairs = improve(pairs, start(pairs, longest), longest, ROUNDS, ROUND_TO_DROP)
    chosen = neighbours_to_join(pairs, p, longest)
    known = set(chosen) | {u.strip("^$") for units, _, _ in pairs for u in units}
    again = []
    for units, word, weight in pairs:
        cut = cut_again(units, chosen, known)
        if cut:
            again.append((cut, word, weight))
    mixed = collections.defaultdict(collections.Counter)
    for unit, of in seen.items():
        mixed[unit].update(of)
    for joined, twos in chosen.items():
        for of in twos.values():
            for tag in ("", "^", "$"):
                mixed[tag + joined].update(of)
    p = normalised(mixed, again)
    first = seen
    seen, _, _ = improve(again, p, longest + LONGER, ROUNDS_JOINED, 0)
    # What mostly stands in units of two is still met apart from them.
    for unit, of in first.items():
        for piece, c in of.items():
            seen[unit][piece] += SHARE_OF_FIRST * c
    print(f"{len(pairs)} pairs, {len(chosen)} units of two", file=sys.stderr)
    return seen


def row_of(of, per_nat):
    """The spellings of a unit with costs; those with the same consonants cost nearly the same."""
    total = sum(of.values())
    groups = collections.defaultdict(list)
    for piece, c in of.items():
        groups[skeleton(piece)].append((c, piece))
    sums = {key: sum(c for c, _ in group) for key, group in groups.items()}
    best = max(sums.values())
    found = []
    for key, group in groups.items():
        if sums[key] < LEAST_SEEN or sums[key] / total < LEAST_SHARE + 1 / FEW * (total < FEW):
            continue
        group.sort(key=lambda g: (-g[0], g[1]))
        cost = per_nat * math.log(best / sums[key])
        for c, piece in group[:SPELLINGS]:
            if c >= LEAST_SEEN and c / total >= LEAST_SHARE:
                alike = PER_NAT_ALIKE * math.log(group[0][0] / c)
                found.append((round((cost + alike) / 10) * 10, piece))
    found.sort()
    return [(piece, cost) for cost, piece in found[:MOST]]


def simplified(folder):
    """Traditional to simplified, from the readings of characters."""
    fold = {}
    with open(os.path.join(folder, "han.tsv"), encoding="utf-8") as f:
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) > 1 and cells[1]:
                fold[cells[0]] = cells[1]
    return fold


def main():
    folder, script, output = sys.argv[1:4]
    path = os.path.join(folder, FILES[script] + ".tsv.xz")
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/script")
    fold = simplified(own) if script == "han" else {}
    pairs = sorted(read(path, script, fold),
                   key=lambda t: (-min(t[2], 2.0), hashlib.sha1(repr(t).encode()).digest()))
    pairs = pairs[:PAIRS_MOST]
    seen = learn(pairs, LONGEST[script])
    with open(path, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    write(output, script, seen, len(pairs), digest)


def write(output, script, seen, count, digest):
    for unit, spellings in CUSTOMARY.get(script, {}).items():
        for piece in spellings.split():
            seen[unit][piece] += USES
    everywhere = collections.defaultdict(collections.Counter)
    for unit, of in seen.items():
        for piece, c in of.items():
            everywhere[unit.strip("^$")][piece] += c
    lines = []
    for unit in sorted(everywhere):
        general = everywhere[unit]
        lines.append((unit, row_of(general, PER_NAT[script])))
        for edge, pattern in (("^" + unit, "^" + unit), ("$" + unit, unit + "$")):
            of = seen.get(edge)
            if of and sum(of.values()) >= 12:
                mixed = collections.Counter(of)
                for piece, c in general.items():
                    mixed[piece] += 4 * c / sum(general.values())
                row = row_of(mixed, PER_NAT[script])
                if row != lines[-1][1]:
                    lines.append((pattern, row))
    with open(output, "w", encoding="utf-8") as f:
        f.write(HEADER.format(script=script, file=FILES[script], digest=digest, pairs=count))
        for pattern, row in lines:
            if row:
                first = row[0][0] or "-"
                rest = " ".join(f"{s or '-'}/{c}" for s, c in row[1:])
                f.write(f"{pattern}\t{first}\t{rest}\n")


HEADER = """\
# How foreign names are transcribed in {script}: unit, usual Latin letters, others with costs.
# Learned by tools/train/transcription.py TRANSLIT_FOLDER {script} from {pairs} pairs of {file}.tsv.xz
# (Wikidata by way of a published set, CC0; sha256 {digest}),
# without the tokens whose sha1 is divisible by five.  Format of a letter table: cyrillic.txt says it;
# spellings with the same consonants cost nearly the same.
"""

if __name__ == "__main__":
    main()
