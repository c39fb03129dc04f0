#!/usr/bin/env python3
"""Checks which shared libraries the program needs: each one costs start-up time.

    needs.py [--renew] build/vaglio tests/needed-libraries.txt

Compares the NEEDED entries that objdump shows with the list, one name a line.  A library more
or less is a fault; --renew rewrites the list.  Sanitizers bring libraries of their own: such a
build is skipped (exit status 77).
"""

import re
import subprocess
import sys

SANITIZERS = ("libasan", "libubsan", "libtsan", "liblsan")


def needed(program):
    shown = subprocess.run(["objdump", "-p", program], check=True, capture_output=True,
                           text=True).stdout
    return sorted(re.findall(r"^\s*NEEDED\s+(\S+)", shown, re.MULTILINE))


def main():
    words = [word for word in sys.argv[1:] if word != "--renew"]
    if len(words) != 2:
        sys.exit(__doc__)
    program, path = words
    found = needed(program)
    if any(name.startswith(SANITIZERS) for name in found):
        print("a build with sanitizers is not measured")
        sys.exit(77)
    if "--renew" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(name + "\n" for name in found))
    with open(path, encoding="utf-8") as file:
        expected = sorted(line.strip() for line in file
                          if line.strip() and not line.startswith("#"))
    for name in sorted(set(found) - set(expected)):
        print(f"{program} needs {name}, which {path} does not list")
    for name in sorted(set(expected) - set(found)):
        print(f"{path} lists {name}, which {program} does not need")
    print(f"needs: {' '.join(found)}")
    sys.exit(0 if found == expected else 1)


main()
