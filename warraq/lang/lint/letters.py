"""Letters of another language than the text's, letters drawn out, and the two ways of writing هٔ."""

from __future__ import annotations

import re

from warraq.lang.lint.arabic_script import LETTER, MARK, TATWEEL, WORD
from warraq.lang.lint.finding import Edit, Fault, Faults, Passage

_TO_PERSIAN = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ے": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ة",
}
_TO_ARABIC = {
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ة",
    "ۀ": "ه",
}
_WORD = re.compile(f"[{WORD}]+")
_OTHER = {
    "fa": re.compile(f"[{''.join(_TO_PERSIAN)}]"),
    "ar": re.compile(f"[{''.join(_TO_ARABIC)}]"),
}
_ONLY_PERSIAN = re.compile("[پچژگ\u200cۀ]")
_FINAL_YEH = re.compile(f"[یېے](?![{LETTER}])")
_NOT_LETTER = re.compile(f"[^{LETTER}]")
_NEAR = 14
"""Characters."""
_NAMES_A_LANGUAGE = re.compile("عربی|فارسی|العربي|الفارسي|بالعربي|بالفارسي|کردی|اردو")
_HEH_WITH_YEH = re.compile("ۀ")

_TATWEEL = re.compile(f"{TATWEEL}+")
_STANDS_ALONE = re.compile(
    f"(?<![{LETTER}{MARK}\u200c]){TATWEEL}?(?:[{LETTER}][{MARK}]*|[وف]?(?:ال|بال|كال|لل|[بلكس]))$"
)
"""A letter by itself (هـ, جـ ٢), or a particle before what cannot be joined to it: الـDNA, بـ«…»."""
_IS_LETTER = re.compile(f"[{LETTER}]")
_IS_MARK = re.compile(f"[{MARK}]")


def faults_of_letters(passage: Passage) -> Faults:
    """Letters of the other language, ۀ for هٔ, and tatweel that only stretches."""
    text, code = passage.text, passage.language
    if code in _OTHER:
        for word in _WORD.finditer(text):
            if _OTHER[code].search(word[0]):
                yield _foreign_letters(word) if code == "fa" else _persian_letters(word)
    if code == "fa":
        for match in _HEH_WITH_YEH.finditer(text):
            yield Fault("S721", *match.span(), (Edit(*match.span(), "هٔ"),), is_safe=True)
    if code in ("fa", "ar"):
        for match in _TATWEEL.finditer(text):
            yield from _stretched(match, text)


def _edits(word: re.Match[str], table: dict[str, str]) -> tuple[Edit, ...]:
    start = word.start()
    return tuple(
        Edit(start + place, start + place + 1, table[letter])
        for place, letter in enumerate(word[0])
        if letter in table
    )


def _foreign_letters(word: re.Match[str]) -> Fault:
    return Fault("S711", *word.span(), _edits(word, _TO_PERSIAN), is_safe=not _is_spoken_of(word))


def _persian_letters(word: re.Match[str]) -> Fault:
    # A final ی may stand for ي or for ى, and a word with گ may be a Persian one: a person must say.
    if _FINAL_YEH.search(word[0]) or _ONLY_PERSIAN.search(word[0]):
        return Fault("S712", *word.span())
    return Fault("S712", *word.span(), _edits(word, _TO_ARABIC), is_safe=not _is_spoken_of(word))


def _is_spoken_of(word: re.Match[str]) -> bool:
    """Whether a word may be meant as it is: a letter by itself, or what the text says is another language's."""
    is_letter = len(_NOT_LETTER.sub("", word[0])) == 1
    near = word.string[max(0, word.start() - _NEAR) : word.start()] + " " + word.string[word.end() :][:_NEAR]
    return is_letter or bool(_NAMES_A_LANGUAGE.search(near))


def _stretched(match: re.Match[str], text: str) -> Faults:
    start, end = match.span()
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    follows_letter = bool(before) and bool(_IS_LETTER.match(before[-1]) or _IS_MARK.match(before[-1]))
    precedes_letter = bool(_IS_LETTER.match(after))
    if _IS_MARK.match(after):
        return  # the seat of a mark: ـٰ
    is_single = end - start == 1
    if is_single and follows_letter and not precedes_letter and _STANDS_ALONE.search(before):
        return
    if is_single and precedes_letter and not follows_letter:
        return  # the shape of a letter or ending: «ـه»
    edits = (Edit(start, end, ""),) if follows_letter else ()
    yield Fault("S717", start, end, edits, is_safe=bool(edits))
