"""What a message means, told at length for those who ask."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence

from warraq.diagnostics import nearest
from warraq.report.speech import SEVERITIES, Speaker
from warraq.rules import RULES

_VALUE = re.compile(r"(?<!\{)\{\w+\}")


def explain(words: Sequence[str], speaker: Callable[[], Speaker], language: str | None) -> int:
    """Print the explanation of a code, or the list of all; the exit code.

    English needs no catalogue, hence no package: so it is given even before anything is set up.
    """
    try:
        translated = speaker().say if language != "en" else str
    except ModuleNotFoundError:
        translated = str

    def say(phrase: str) -> str:
        return _VALUE.sub("…", translated(phrase)).replace("{{", "{").replace("}}", "}")

    if not words:
        for rule in RULES.values():
            print(f"{rule.code}  {say(rule.message)}")
        return 0
    code = words[0].upper()
    found = RULES.get(code)
    if found is None:
        near = nearest(code, RULES) or ", ".join(RULES)
        print(f"{words[0]}? {near}", file=sys.stderr)
        return 2
    print(f"{say(SEVERITIES[found.severity])}[{found.code}]\n\n{say(found.message)}\n\n{say(found.hint)}")
    if found.otherwise:
        print(say(found.otherwise))
    if found.explanation:
        print(f"\n{say(found.explanation)}")
    return 0
