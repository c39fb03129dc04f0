# SPDX-License-Identifier: Apache-2.0
"""Customary spellings of Cantonese syllables: the hand list first, then the forms that
follow from the usual Hong Kong government practice."""
import re
import cantonese_hand as hand
from korean import uniq, parse

INI = {"b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k", "k": "k", "ng": "ng", "h": "h",
       "gw": "kw", "kw": "kw", "w": "w", "z": "ch", "c": "ch", "s": "s", "j": "y", "": ""}
FIN = {"aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak",
       "eoi": "ui", "eon": "un", "eot": "ut", "oe": "eu", "oeng": "eung", "oek": "euk", "ou": "o", "yu": "u", "yun": "uen",
       "yut": "uet"}


def rule(syl):
    ini, fin = re.match(r"(gw|kw|ng(?=.)|[bpmfdtnlgkhwzcsj]?)(.+)$", syl).groups()
    if syl in ("m", "ng"):
        return [syl]
    if ini == "j" and fin.startswith("yu"):
        return ["y" + FIN[fin].replace("ue", "ue")]
    end = FIN.get(fin, fin)
    out = [INI[ini] + end]
    if ini == "s" and fin in ("oeng", "yu", "aan", "aa", "e", "ek", "i", "ing", "ik", "oek", "im", "in", "ip", "it", "ap", "aang"):
        out.insert(0 if fin in ("oeng", "yu", "aan") else 1, "sh" + end)
    if ini in ("z", "c"):
        out.append("ts" + end)
    if ini == "ng":
        out.append(end)
    if ini in ("b", "d", "g", "gw", "z"):
        out.append({"b": "b", "d": "d", "g": "g", "gw": "gw", "z": "j"}[ini] + end)
    return out


def rows(syllables):
    custom = parse(hand.CUSTOMARY)
    for syl in sorted(set(syllables)):
        yield [syl, " ".join(uniq(custom.get(syl, []) + rule(syl))[:6])]
