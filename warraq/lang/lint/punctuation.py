"""Punctuation of the other script, straight quotation marks, and the spaces beside signs."""

from __future__ import annotations

import re

from warraq.lang.lint.arabic_script import DIGIT, LATIN, LETTER, MARK, WORD
from warraq.lang.lint.finding import OBJECT, Edit, Fault, Faults, HouseStyle, Passage

_ARABIC_SIGNS = str.maketrans(",;?", "،؛؟")
_AFTER_WORD = f"[{LETTER}{MARK}\u200c]"
_NATIVE_DIGIT = "[\u0660-\u0669\u06f0-\u06f9]"
_LATIN_SIGN = re.compile(
    rf"(?:(?<={_AFTER_WORD})|(?<={_AFTER_WORD}[»)\]”›!؟،؛*_])|(?<={_AFTER_WORD}[*_]{{2}})"
    # After a number only where a word follows too: `۱,۲۳۴` is one number, `12, 34` may be Latin.
    rf"|(?<={_NATIVE_DIGIT})(?=[ ]*[,;?](?:\s|$))|(?<=[0-9{OBJECT}])(?=[ ]*[,;?]\s+[«(]?[{LETTER}]))[ ]*[,;?]+"
)

_LATIN_PERCENT = re.compile(f"(?<={_NATIVE_DIGIT})[ ]?%")
_THREE_DOTS = re.compile(
    rf"(?<![.\w/\\])\.{{3,}}(?:(?![\w/])|(?=[{LETTER}]))|(?<=[{LETTER}{MARK}»)])\.{{3,}}(?!/)"
)
_ABBREVIATION = re.compile(rf"(?<![{LETTER}{MARK}.])[{LETTER}{MARK}]+(?:\.[{LETTER}{MARK}]+){{2,}}\.?")
_PAIR = re.compile(
    rf'(?:(?<=[\s(\[«{OBJECT}])|^)"(?=[^\s"])((?:(?!\n[ \t]*\n|\n[ \t]*[{OBJECT}\n])[^"|])*)(?<=[^\s"])"'
    rf"(?=[\s)\]».,:;!?،؛؟…\u200c{OBJECT}*_-]|$)"
)
_SINGLE_PAIR = re.compile(rf"(?<![{LATIN}{WORD}{DIGIT}])'((?:(?!\n[ \t]*\n)[^'])+)'(?![{LATIN}{WORD}])")
_LONE = re.compile(rf'(?<=[{LETTER}{MARK}])"|"(?=[{LETTER}])')
_HAS_LETTER = re.compile(f"[{LETTER}]")

_SPACE_BEFORE = re.compile(
    r"(?<=[^\s|>«‹(\[#])(?P<space>[ \u00a0\u202f]+)"
    r"(?=[،؛؟](?!\u200c)|\.(?:\s|$|[»)\]])|!(?!\[)(?:\s|$|[»)\]!؟])|:(?:\s|$)|[»›])"
)
_SPACE_WITHIN = re.compile(r"(?<=[«‹])[ \u00a0\u202f]+(?=\S)")
_LETTER_ALONE = re.compile(f"(?:^|[^{WORD}])[{LETTER}]$|[ٔۀ]$")
_NUMBER_BEFORE = re.compile(f"[{DIGIT}]$")

_NO_SPACE_AFTER = re.compile(
    rf"[،؛؟](?=[*_\[]{{0,2}}[{LETTER}{LATIN}«(])|(?<=[{LETTER}{MARK}»)\]])[،؛؟](?=[{DIGIT}])"
)
_NO_SPACE_AFTER_STOP = re.compile(
    rf"(?<=[{LETTER}{MARK}]{{2}})(?<![^{WORD}][{LETTER}][{MARK}])\.(?=[{LETTER}][{MARK}]*[{LETTER}]|و[ ])"
)


def faults_of_punctuation(passage: Passage, style: HouseStyle) -> Faults:
    """Signs of the Latin script, straight quotation marks, spaces too many and too few."""
    if passage.language not in ("fa", "ar"):
        return
    text = passage.text
    for match in _LATIN_SIGN.finditer(text):
        edit = Edit(*match.span(), match[0].strip().translate(_ARABIC_SIGNS))
        yield Fault("S713", *match.span(), (edit,), is_safe=True)
    for match in _LATIN_PERCENT.finditer(text):
        yield Fault("S713", *match.span(), (Edit(*match.span(), "٪"),), is_safe=True)
    for match in _THREE_DOTS.finditer(text):
        yield Fault("S722", *match.span(), (Edit(*match.span(), "…"),), is_safe=True)
    yield from _straight_quotes(text, style.quotes_of(passage.language))
    for match in _SPACE_BEFORE.finditer(text):
        if not _is_ratio(match, text):
            # «و ، و ؛»: the sign itself may be spoken of.
            is_safe = not _LETTER_ALONE.search(text[max(0, match.start() - 3) : match.start()])
            yield Fault("S718", *match.span(), (Edit(*match.span(), ""),), is_safe)
    for match in _SPACE_WITHIN.finditer(text):
        yield Fault("S718", *match.span(), (Edit(*match.span(), ""),), is_safe=True)
    for match in _NO_SPACE_AFTER.finditer(text):
        yield Fault("S719", *match.span(), (Edit(match.end(), match.end(), " "),), is_safe=True)
    spelled = [match.span() for match in _ABBREVIATION.finditer(text)]  # بی.بی.سی
    for match in _NO_SPACE_AFTER_STOP.finditer(text):
        if any(start <= match.start() < end for start, end in spelled):
            continue
        yield Fault("S719", *match.span(), (Edit(match.end(), match.end(), " "),))


def _straight_quotes(text: str, quotes: tuple[str, str]) -> Faults:
    """Marks in pairs, the one after a space and the other before one; what does not pair only a person can mend."""
    paired: set[int] = set()
    for match in _PAIR.finditer(text):
        paired |= {match.start(), match.end() - 1}
        if _HAS_LETTER.search(match[1]):
            edits = (
                Edit(match.start(), match.start() + 1, quotes[0]),
                Edit(match.end() - 1, match.end(), quotes[1]),
            )
            yield Fault("S716", *match.span(), edits, is_safe="«" not in match[1])
    for match in _LONE.finditer(text):
        if match.start() not in paired:
            yield Fault("S716", *match.span())
    for match in _SINGLE_PAIR.finditer(text):
        if _HAS_LETTER.search(match[1]) and OBJECT not in match[1]:
            yield Fault("S716", *match.span())


def _is_ratio(match: re.Match[str], text: str) -> bool:
    """Whether the space stands before the colon of `۳ : ۲`."""
    after = text[match.end() :][:3]
    return (
        after.startswith(": ")
        and bool(_NUMBER_BEFORE.search(text[: match.start()][-1:]))
        and bool(re.match(f"[{DIGIT}]", after[2:]))
    )
