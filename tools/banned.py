#!/usr/bin/env python3
"""Checks that src/ uses no call that this house does without.

    banned.py [--list] [src [tools/banned-allowed.txt]]

BANNED says which and why.  The malloc family is allowed in base/ and, elsewhere, where the
allow list names the file and the reason: heap objects that outlive every arena.  An entry that
is no longer needed is a fault, too.  --list prints what the allow list would have to hold.
"""

import os
import re
import sys

BANNED = {
    "strcpy": "no bound", "strcat": "no bound", "sprintf": "no bound", "vsprintf": "no bound",
    "gets": "no bound", "strncpy": "leaves the end open", "strtok": "hidden state",
    "atoi": "no error", "atol": "no error", "atof": "no error", "strtol": "locale",
    "strtoul": "locale", "strtoll": "locale", "strtoull": "locale", "strtod": "locale",
    "strtof": "locale", "setlocale": "locale", "strcasecmp": "locale", "strncasecmp": "locale",
    "toupper": "locale", "tolower": "locale", "isalpha": "locale", "isdigit": "locale",
    "isspace": "locale", "isalnum": "locale", "alloca": "no bound", "system": "a shell",
    "popen": "a shell", "rand": "not repeatable", "srand": "not repeatable",
    "localtime": "clock and locale", "tmpnam": "a race", "mktemp": "a race",
}
BANNED_HEADERS = {"ctype.h": "locale", "locale.h": "locale", "strings.h": "locale",
                  "alloca.h": "no bound", "wchar.h": "locale", "wctype.h": "locale"}
HEAP = ("malloc", "calloc", "realloc", "reallocarray", "free", "strdup", "strndup", "asprintf")

# Comments, strings and character constants, which may say anything.
SILENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
CALL = re.compile(r"(?<![\w.>])(" + "|".join([*BANNED, *HEAP]) + r")\s*\(")
HEADER = re.compile(r"^\s*#\s*include\s+<([^>]+)>", re.MULTILINE)


def blank(match):
    """Keeps the line numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def findings(path):
    """line, word, reason (None for the heap)"""
    with open(path, encoding="utf-8") as file:
        text = SILENT.sub(blank, file.read())
    for match in HEADER.finditer(text):
        if match.group(1) in BANNED_HEADERS:
            yield text.count("\n", 0, match.start(1)) + 1, f"<{match.group(1)}>", \
                BANNED_HEADERS[match.group(1)]
    for match in CALL.finditer(text):
        word = match.group(1)
        yield text.count("\n", 0, match.start()) + 1, word, BANNED.get(word)


def sources(root):
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".c", ".h")):
                yield os.path.join(folder, name)


def read_allowed(path):
    allowed = {}
    if path and os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            for line in file:
                name, _, reason = line.partition("  ")
                if line.strip() and not line.startswith("#"):
                    allowed[name.strip()] = reason.strip()
    return allowed


def main():
    words = [word for word in sys.argv[1:] if word != "--list"]
    root = words[0] if words else "src"
    allowed_path = words[1] if len(words) > 1 else "tools/banned-allowed.txt"
    allowed = read_allowed(allowed_path)
    faults = 0
    heap_files = {}
    for path in sources(root):
        name = os.path.relpath(path, root).replace(os.sep, "/")
        for line, word, reason in findings(path):
            if reason is None:
                if not name.startswith("base/"):
                    heap_files.setdefault(name, (line, word))
                continue
            print(f"{path}:{line}: {word} is banned: {reason}")
            faults += 1
    if "--list" in sys.argv:
        for name in heap_files:
            print(f"{name}  {allowed.get(name, '…')}")
        return
    for name, (line, word) in heap_files.items():
        if not allowed.get(name):
            print(f"{root}/{name}:{line}: {word} outside base/ without a line in {allowed_path}")
            faults += 1
    for name in allowed:
        if name not in heap_files:
            print(f"{allowed_path}: {name} no longer needs its line")
            faults += 1
    print(f"banned: {faults} faults")
    sys.exit(1 if faults else 0)


main()
