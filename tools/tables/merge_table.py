#!/usr/bin/env python3
"""Makes data/merge/decisions.tsv into text that is compiled into the program.

    merge_table.py data/merge/decisions.tsv merge_table.c

The program reads it with the code that reads a user's own decisions (src/merge/decisions.c);
here only the form is checked, so that a mistake stops the build.
"""

import sys


def check(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 4 or cells[0] not in ("same", "different") or not all(cells) \
                or cells[1] == cells[2]:
            sys.exit(f"{path}:{number}: not 'same|different<TAB>record<TAB>record<TAB>reason'")


def quoted(line):
    data = line.encode()
    return "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in data)


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        text = file.read()
    check(source, text)
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    with open(target, "w", encoding="utf-8") as out:
        out.write('/* Made by tools/tables/merge_table.py from data/merge/decisions.tsv. */\n'
                  '#include "merge/decisions.h"\n\n'
                  'const char merge_decisions_text[] =')
        for line in lines or [""]:
            out.write(f'\n    "{quoted(line)}\\n"')
        out.write(';\nconst size_t merge_decisions_size = sizeof merge_decisions_text - 1;\n')


if __name__ == "__main__":
    main()
