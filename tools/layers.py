#!/usr/bin/env python3
"""Checks that includes point downwards only.

    layers.py [src]

Reads the `#include "room/file.h"` lines below src/ and fails when a room sees one on its own
floor or above.  FLOORS is the only place that says which room lies where; ARCHITECTURE.md
draws it.
"""

import os
import re
import sys

# From the ground up.  A room sees itself and every room on a floor below.
FLOORS = [
    ["base"],
    ["model"],
    ["text", "format"],
    ["lists", "match"],
    ["merge"],
    ["index"],
    ["screen", "embargo", "cases"],
    ["news", "payment", "watch"],
    ["cli", "server", "stream", "fetch"],
]

HEIGHT = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def faults_of(path, room):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            header = match.group(1)
            seen, slash, _ = header.partition("/")
            if not slash:
                yield number, f"'{header}' does not say its room"
            elif seen not in HEIGHT and seen != "vaglio":  # the public header
                yield number, f"'{seen}' is no room of FLOORS"
            elif seen not in (room, "vaglio") and HEIGHT[seen] >= HEIGHT[room]:
                way = "up" if HEIGHT[seen] > HEIGHT[room] else "sideways"
                yield number, f"{room}/ sees {header}, which points {way}"


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else "src"
    faults = 0
    files = 0
    for folder, folders, names in os.walk(root):
        folders.sort()
        room = os.path.relpath(folder, root).split(os.sep)[0]
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.endswith((".c", ".h")):
                continue
            files += 1
            if room not in HEIGHT:
                print(f"{path}: '{room}' is no room of FLOORS")
                faults += 1
                continue
            for number, words in faults_of(path, room):
                print(f"{path}:{number}: {words}")
                faults += 1
    print(f"layers: {files} files, {faults} faults")
    sys.exit(1 if faults or not files else 0)


main()
