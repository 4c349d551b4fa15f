"""`fix`: what would be mended in the texts is shown first, and done when the editor agrees."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.diagnostics import nearest
from warraq.files import read_bytes
from warraq.lang.lint import SEVERITIES
from warraq.proof.proofread import house_style
from warraq.proof.repair import Repair, difference, repaired, write
from warraq.proof.texts import texts_of
from warraq.read.records import list_folders, open_folder
from warraq.read.settings import read_site
from warraq.report.speech import Speaker

_YES = frozenset({"y", "yes", "آری", "بله", "نعم"})


def fix_texts(rules: Sequence[str], content: Path, speaker: Speaker, *, agreed: bool) -> int:
    """Show and make the safe repairs, and those of the rules named; the exit code.

    0 where nothing is left to repair, 1 where repairs were shown and not made, 2 for an unknown rule. Nothing is
    written without consent: an answer at the terminal, or `--yes`.
    """
    named = [rule.upper() for rule in rules]
    for rule in named:
        if rule not in SEVERITIES:
            near = nearest(rule, SEVERITIES) or ", ".join(SEVERITIES)
            print(f"{rule}? {near}", file=sys.stderr)
            return 2
    repairs = tuple(_repairs(named, content))
    if not repairs:
        print(speaker.say("There is nothing to mend."))
        return 0
    colour = in_colour()
    for repair in repairs:
        for line in difference(repair):
            print(_coloured(line) if colour else line)
        print()
    count = len(repairs)
    print(
        speaker.plural("{count} file would be mended.", "{count} files would be mended.", count).format(
            count=speaker.number(count)
        )
    )
    if not agreed and not agrees(speaker.say("Make these changes? (y/n)")):
        print(speaker.say("Nothing was changed. “python3 build.py fix --yes” makes these changes."))
        return 1
    write(repairs, content.parent)
    print(
        speaker.plural("{count} file mended.", "{count} files mended.", count).format(
            count=speaker.number(count)
        )
    )
    return 0


def _repairs(rules: Sequence[str], content: Path) -> Iterator[Repair]:
    site = read_site(content, content.name)
    style = house_style(site)
    files = [(f"{content.name}/site.yaml", read_bytes(content / "site.yaml", "site.yaml"))]
    for kind, id in list_folders(content, content.name)[0]:
        path = content / kind / id
        source = open_folder(kind, id, path, f"{content.name}/{kind}/{id}")
        files += texts_of(source, site.codes)
    for file, text in files:
        repair = repaired(file, text, site.codes, style, rules)
        if repair:
            yield repair


def in_colour() -> bool:
    """Whether what is printed may have colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def agrees(question: str) -> bool:
    """Whether the editor says yes to a question; nobody at a terminal is a no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        answer = input(f"{question} ")
    except EOFError:
        return False
    return answer.strip().casefold() in _YES


def _coloured(line: str) -> str:
    colours = {"+": "32", "-": "31", "@": "36"}
    colour = "1" if line.startswith(("+++", "---")) else colours.get(line[:1], "")
    return f"\x1b[{colour}m{line}\x1b[0m" if colour else line
