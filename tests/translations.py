#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py LUPDATE: fails if a text that users see can't be translated.

Qt's lupdate reads the sources as a translator would have it do. It must understand every context, since a text in a context
that it takes for another one is looked up in vain; and each literal in a call of tr() or translate() must be among the texts
that it finds. Ends with 77, which CTest takes for skipped, where there is no lupdate.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

FOLDERS = ("core", "ui", "app")
STRING = r'"(?:[^"\\]|\\.)*"'
CALL = re.compile(r"\b(tr|translate)\(\s*")
LITERAL = re.compile(rf"(?:{STRING}\s*)+")
# What lupdate always says.
USUAL = re.compile(r"^(Updating|Scanning|\s+Found|\s*$)")


def without_comments(source):
    return re.sub(rf"({STRING})|//[^\n]*|/\*.*?\*/", lambda m: m.group(1) or " ", source, flags=re.S)


def value_of(literal):
    pieces = re.findall(STRING, literal)
    return "".join(piece[1:-1] for piece in pieces).encode().decode("unicode_escape").encode("latin-1").decode()


def literals_in(source):
    """The texts of the calls whose argument is a literal."""
    for call in CALL.finditer(source):
        at = call.end()
        if call.group(1) == "translate":  # the context comes first
            context = re.compile(rf"(?:{STRING}|[\w:]+)\s*,\s*").match(source, at)
            if not context:
                continue
            at = context.end()
        literal = LITERAL.match(source, at)
        if literal:
            yield value_of(literal.group(0))


def main(lupdate):
    if not shutil.which(lupdate):
        print(f"{lupdate} is not here (Debian: qt6-l10n-tools): not checked")
        return 77
    root = pathlib.Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "clipdeck.ts"
        run = subprocess.run([lupdate, "-I", ".", "-locations", "none", *FOLDERS, "-ts", file], cwd=root,
                             text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        complaints = [line for line in run.stdout.splitlines() if not USUAL.match(line)]
        found = {source.text for source in xml.etree.ElementTree.parse(file).getroot().iter("source")}
    calls = 0
    for path in sorted(p for folder in FOLDERS for p in (root / folder).rglob("*") if p.suffix in (".h", ".cpp")):
        for text in literals_in(without_comments(path.read_text(encoding="utf-8"))):
            calls += 1
            if text not in found:
                complaints.append(f'{path.relative_to(root)}: lupdate does not find "{text}"')
    print(f"{calls} calls with a literal, {len(found)} different texts found, {len(complaints)} complaints")
    print("\n".join(complaints))
    fewest = 500  # so that a run that reads nothing does not pass
    return 1 if complaints or run.returncode or calls < fewest else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
