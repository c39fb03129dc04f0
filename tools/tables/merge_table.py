#!/usr/bin/env python3
"""Makes the tables of data/merge into C that is compiled into the program.

    merge_table.py data/merge/decisions.tsv data/merge/regimes.tsv merge_table.c

Decisions stay text: the program reads them with the code that reads a user's own
(src/merge/decisions.c).  Here only the form is checked, so that a mistake stops the build.
"""

import sys

REGIMES_MAX = 64


def rows(path, columns):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != columns or not all(cells):
                sys.exit(f"{path}:{number}: not {columns} columns divided by tabs")
            yield number, line, cells


def quoted(line):
    data = line.encode()
    return "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in data)


def decisions(path):
    lines = []
    for number, line, cells in rows(path, 4):
        if cells[0] not in ("same", "different") or cells[1] == cells[2]:
            sys.exit(f"{path}:{number}: not 'same|different<TAB>record<TAB>record<TAB>reason'")
        lines.append(line)
    return "".join(f'\n    "{quoted(line)}\\n"' for line in lines or [""])


def regimes(path):
    names, table = [], []
    for number, _, (name, where, words) in rows(path, 3):
        if name not in names:
            names.append(name)
        if (name, where, words) in table:
            sys.exit(f"{path}:{number}: stands there twice")
        table.append((name, where, words))
    if not 0 < len(names) <= REGIMES_MAX:
        sys.exit(f"{path}: {len(names)} regimes; 1 to {REGIMES_MAX} have room")
    return names, table


def main():
    decided, programmes, target = sys.argv[1:]
    names, table = regimes(programmes)
    with open(target, "w", encoding="utf-8") as out:
        out.write('/* Made by tools/tables/merge_table.py from data/merge. */\n'
                  '#include "merge/decisions.h"\n#include "merge/regimes.h"\n\n'
                  f'const char merge_decisions_text[] ={decisions(decided)};\n'
                  'const size_t merge_decisions_size = sizeof merge_decisions_text - 1;\n\n'
                  'const struct regime_words merge_regime_words[] = {\n')
        for name, where, words in table:
            out.write(f'    {{{names.index(name)}, "{quoted(where)}", "{quoted(words)}"}},\n')
        out.write('};\nconst size_t merge_regime_words_count =\n'
                  '    sizeof merge_regime_words / sizeof *merge_regime_words;\n\n'
                  f'const char *const merge_regime_names[{REGIMES_MAX}] = {{\n')
        for name in names:
            out.write(f'    "{quoted(name)}",\n')
        out.write('};\n')


if __name__ == "__main__":
    main()
