"""Digits of another set than the language's."""

from __future__ import annotations

import re

from warraq.lang.language import Digits
from warraq.lang.lint.arabic_script import DIGIT, LATIN, WORD
from warraq.lang.lint.finding import OBJECT, Edit, Fault, Faults, HouseStyle, Passage
from warraq.lang.numbers import localise_digits

_RUN = re.compile(f"[{DIGIT}]+(?:[٬٫][{DIGIT}]+)*")
_NUMBER = re.compile(rf"[{DIGIT}]+(?:[-–.,/:٫٬\\][{DIGIT}]+)*")
_SETS: tuple[tuple[Digits, re.Pattern[str]], ...] = (
    ("latn", re.compile("[0-9]")),
    ("arab", re.compile("[\u0660-\u0669]")),
    ("arabext", re.compile("[\u06f0-\u06f9]")),
)
_ATTACHED_BEFORE = re.compile(
    rf"[{LATIN}{OBJECT}_#@+$€£&%^°′×\\]$|=[ ]?$|[°′×^+][ ]$|[{LATIN}{DIGIT}{OBJECT}][-–./]$"
)
_ATTACHED_AFTER = re.compile(
    rf"[{LATIN}{OBJECT}_#@\\′″$€£\"]|[ ]?[°×^=+]|%[ ][{LATIN}]|[-–./:](?=[{LATIN}{OBJECT}])"
)
_LATIN_BEFORE = re.compile(rf"[{LATIN}][{LATIN}\s.,:;'’&()\-–/{DIGIT}{OBJECT}]*$")
_LATIN_AFTER = re.compile(rf"[ \u00a0]+[(\[“\"']?[{LATIN}]")
_COUNTED = re.compile(
    f"(?<![{WORD}])(?:سال|سال‌های|سالهای|سدهٔ|سده|قرن|دههٔ|دهه|صفحهٔ|صفحه|ص|شمارهٔ|عام|سنة|القرن)[ ]+$"
)
_IDENTIFIER_WORD = re.compile(
    f"(?<![{WORD}])(?:شابک|شاپا|تلفن|نمابر|دورنگار|همراه|کدپستی|کد پستی|کد|رمز|شناسهٔ?|ردمك|هاتف|فاكس|الرمز)"
    r"[ :؛]*[0-9()+\- ]*$"
)
_IDENTIFIER = re.compile(
    r"[0-9]+(?:[-–][0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|0[0-9]{7,}|[0-9]{9,}|[0-9]+\.[0-9]{3,}|[0-9]{4}\.[0-9]+"
)
_NEAR = 100
"""Characters."""
_PLAIN = re.compile(rf"[{DIGIT}]+(?:[-–/:][{DIGIT}]+)*")


def faults_of_digits(passage: Passage, style: HouseStyle) -> Faults:
    """Numbers in digits of another set, and numbers of two sets at once."""
    code = passage.language
    if code not in ("fa", "ar"):
        return
    text = passage.text
    chosen = style.digits_of(code)
    own: Digits = chosen or ("arabext" if code == "fa" else "arab")
    # Arabic institutions use both sets; a Persian site may have chosen another one than Persian.
    right = {own, "arabext"} if code == "fa" else {own, "latn", "arab"}
    for number in _NUMBER.finditer(text):
        mixed = [run for run in _RUN.finditer(text, *number.span()) if len(_sets(run[0])) > 1]
        for run in mixed:
            # Of Arabic-Indic and ASCII digits, both right in Arabic, nobody knows which were meant.
            is_safe = code == "fa" or "latn" not in _sets(run[0])
            edit = Edit(*run.span(), localise_digits(run[0], own))
            yield Fault("S715", *run.span(), (edit,), is_safe)
        wrong = [name for name in _sets(number[0]) if name not in right]
        if mixed or not wrong or (wrong == ["latn"] and _is_foreign(number, text)):
            continue
        # ASCII digits may be an identifier that nothing tells; with a full stop they may be a decimal or a section.
        is_safe = "latn" not in wrong
        is_plain = is_safe or bool(_PLAIN.fullmatch(number[0]))
        edits = (Edit(*number.span(), localise_digits(number[0], own)),) if is_plain else ()
        yield Fault("S714", *number.span(), edits, is_safe)


def _sets(number: str) -> list[Digits]:
    return [name for name, digits in _SETS if digits.search(number)]


def _is_foreign(number: re.Match[str], text: str) -> bool:
    """Whether a number in ASCII digits belongs to a name, a formula or an identifier, and is right as it is."""
    # What stands near decides; a line may be as long as a paragraph.
    before = text[max(0, number.start() - _NEAR) : number.start()].rpartition("\n")[2]
    after = text[number.end() : number.end() + _NEAR].partition("\n")[0]
    if _IDENTIFIER.fullmatch(number[0]) or _IDENTIFIER_WORD.search(before):
        return True
    if _ATTACHED_BEFORE.search(before) or _ATTACHED_AFTER.match(after):
        return True
    if _LATIN_BEFORE.search(before):
        return True
    return bool(_LATIN_AFTER.match(after)) and not _COUNTED.search(before)
