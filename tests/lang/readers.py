"""The three readers that the tests of language print for, and how they see it."""

from __future__ import annotations

from bidi.algorithm import get_display

from warraq.lang.language import Language

PERSIAN = Language(
    code="fa", name="فارسی", direction="rtl", locale="fa_IR", digits="arabext",
    calendars=("persian", "islamic", "gregorian"), quotes=("«", "»", "‹", "›"),
)  # fmt: skip
ARABIC = Language(
    code="ar", name="العربية", direction="rtl", locale="ar_PS", digits="arab",
    calendars=("gregorian", "islamic"), months="levantine", quotes=("«", "»", "‹", "›"),
)  # fmt: skip
ENGLISH = Language(code="en", name="English", direction="ltr", locale="en_GB")
READERS = (PERSIAN, ARABIC, ENGLISH)


def visual_order(text: str) -> str:
    """The text as it is read from right to left by somebody who sees what UAX 9 puts on the screen."""
    runs, number = [], ""
    for char in reversed(get_display(text, base_dir="R")):
        if char.isdecimal():
            number = char + number
        else:
            runs += [number, {"(": ")", ")": "("}.get(char, char)]
            number = ""
    return "".join([*runs, number])
