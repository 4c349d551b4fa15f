"""The pages `docs/diagnostics.md`, `.fa.md`, `.ar.md`: every message of the engine, made from the table of rules.

python3 -m warraq.dev.diagnostics_page
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from warraq.diagnostics import Rule
from warraq.model.words import N_
from warraq.report.speech import SEVERITIES, Speaker
from warraq.rules import RULES

_DOCS: Final = Path(__file__).parents[2] / "docs"

PAGES: Final = {
    "en": _DOCS / "diagnostics.md",
    "fa": _DOCS / "diagnostics.fa.md",
    "ar": _DOCS / "diagnostics.ar.md",
}

_OWN_NAMES: Final = {"en": "English", "fa": "فارسی", "ar": "العربية"}

_STAGES: Final = {
    "R": N_("Reading files"),
    "L": N_("Links between records"),
    "C": N_("Content"),
    "I": N_("Pictures"),
    "P": N_("The plan of the site"),
    "S": N_("The writing of the texts"),
    "T": N_("Templates and interface words"),
    "W": N_("Writing the site"),
}

_TITLE: Final = N_("What each message means")
_HEAD: Final = (
    N_(
        "Each message has a code, one sentence, the place where it arose, and one thing to do."
        " Where “…” stands here, the message has your own words."
    ),
    N_(
        "An error keeps the site from being published, and the last good one stays."
        " A warning keeps nothing back. A note is shown by “check” alone."
    ),
    N_("At the terminal, “python3 build.py explain R110” says one of them."),
)
_NOT_BY_HAND: Final = (
    "<!-- Made from warraq/rules/ by python3 -m warraq.dev.diagnostics_page: do not edit. -->"
)


def diagnostics_page(speaker: Speaker) -> str:
    """The page in Markdown, in the language of the speaker."""
    code, say = speaker.catalog.code, speaker.say
    others = (f"[{_OWN_NAMES[c]}]({path.name})" for c, path in PAGES.items() if c != code)
    parts = [f"# {say(_TITLE)}\n", " · ".join(others) + "\n", " ".join(_shown(say(s)) for s in _HEAD) + "\n"]
    for stage, rules in groupby(RULES.values(), key=lambda rule: rule.code[0]):
        parts.append(f"\n## {say(_STAGES[stage])}\n")
        parts.extend("\n".join(_lines(rule, speaker)) for rule in rules)
    page = "\n".join(parts)
    if code != "en":
        page = f'<div dir="rtl" lang="{code}">\n\n{page}\n</div>'
    return f"{_NOT_BY_HAND}\n\n{page}\n"


def _lines(rule: Rule, speaker: Speaker) -> Iterator[str]:
    say = speaker.say
    hints = [rule.hint, rule.otherwise] if rule.otherwise else [rule.hint]
    yield f"### {rule.code} · {say(SEVERITIES[rule.severity])}\n"
    arrow = "→" if speaker.catalog.code == "en" else "←"
    yield "  \n".join((_shown(say(rule.message)), *(f"{arrow} {_shown(say(hint))}" for hint in hints))) + "\n"


def _shown(sentence: str) -> str:
    """A sentence for Markdown: its values left open, signs of links, emphasis and HTML escaped."""
    open_values = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", sentence).replace("{{", "{").replace("}}", "}")
    return re.sub(r"([\[\]*|`~<])", r"\\\1", open_values)


def main() -> None:
    """Write the pages."""
    from warraq.render.theme import read_catalog

    for code, path in PAGES.items():
        speaker = Speaker(read_catalog(_DOCS.parent / "i18n", code, "engine"), _DOCS.parent)
        path.write_text(diagnostics_page(speaker), "utf-8")


if __name__ == "__main__":
    main()
