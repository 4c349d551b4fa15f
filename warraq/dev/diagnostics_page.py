"""The page `docs/diagnostics.md`: every message of the engine in three languages, made from the table of rules.

python3 -m warraq.dev.diagnostics_page
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from warraq.diagnostics import Rule
from warraq.report.speech import SEVERITIES, Speaker
from warraq.rules import RULES

_PROJECT: Final = Path(__file__).parents[2]
PAGE: Final = _PROJECT / "docs" / "diagnostics.md"

_STAGES: Final = {
    "R": "Reading files",
    "L": "Links between records",
    "C": "Content",
    "I": "Pictures",
    "P": "The plan of the site",
    "S": "The writing of the texts",
    "T": "Templates and interface words",
    "W": "Writing the site",
}

_HEAD: Final = """\
# What the engine says

Each message has a code, one sentence, the place where it arose, and one thing to do. Values such as `{field}`
are filled in. An *error* keeps the site from being written, and the last good one stays; a *warning* does not; a
*note* is shown by `python3 build.py check`. `python3 build.py explain R110` says one of them, in the language of
`--language`.

This page is made from `warraq/rules/`; do not edit it.
"""


def diagnostics_page(*others: Speaker) -> str:
    """The page in Markdown: each rule in English, then in the languages of the other speakers where they have words."""
    parts = [_HEAD]
    for stage, rules in groupby(RULES.values(), key=lambda rule: rule.code[0]):
        parts.append(f"\n## {_STAGES[stage]}\n")
        parts.extend("\n".join(_lines(rule, others)) for rule in rules)
    return "\n".join(parts) + "\n"


def _lines(rule: Rule, others: tuple[Speaker, ...]) -> Iterator[str]:
    hints = [rule.hint, rule.otherwise] if rule.otherwise else [rule.hint]
    yield f"### {rule.code} ({SEVERITIES[rule.severity]})\n"
    yield f"{_shown(rule.message)}  \n→ {' *or* '.join(map(_shown, hints))}\n"
    for speaker in others:
        sentences = [speaker.say(phrase) for phrase in (rule.message, *hints)]
        if sentences[0] != rule.message:
            # GitHub and our own converter both keep these two attributes.
            told = f"{_html(sentences[0])}<br>{' / '.join(map(_html, sentences[1:]))}"
            yield f'<p lang="{speaker.catalog.code}" dir="rtl">{told}</p>\n'


def _shown(sentence: str) -> str:
    """A sentence for Markdown: its values as code, signs of links and emphasis escaped."""
    plain = re.sub(r"([\[\]*|])", r"\\\1", sentence.replace("{{", "\0").replace("}}", "\1"))
    return re.sub(r"\{(\w+)\}", r"`{\1}`", plain).replace("\0", "{").replace("\1", "}")


def _html(sentence: str) -> str:
    escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace("{{", "\0").replace("}}", "\1")
    values = re.sub(r"\{(\w+)\}", r'<code dir="ltr">{\1}</code>', escaped)
    return values.replace("\0", "{").replace("\1", "}")


def main() -> None:
    """Write the page."""
    from warraq.render.theme import read_catalog

    speakers = (Speaker(read_catalog(_PROJECT / "i18n", code, "engine"), _PROJECT) for code in ("fa", "ar"))
    PAGE.write_text(diagnostics_page(*speakers), "utf-8")


if __name__ == "__main__":
    main()
