"""Errors that nobody sees on the screen: signs that turn, hide, double or replace what is written.

They are looked for in every language.
"""

from __future__ import annotations

import re
import unicodedata

from warraq.lang.lint.arabic_script import LATIN, LETTER, MARK, ZWNJ
from warraq.lang.lint.finding import Edit, Fault, Faults, Passage

_EMBEDDINGS = re.compile("[\u202a-\u202e]+")
_ISOLATES = re.compile("[\u2066-\u2069]")
_BLOCK_END = re.compile(r"\n[ \t\r]*\n")
_BYTE_ORDER_MARK = re.compile("\ufeff+")
_CARRIAGE_RETURN = re.compile("\r+\n?")
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]+")
_FORMS_OF_MARKS = frozenset(map(chr, range(0xFE70, 0xFE80)))
_LOST = re.compile("\ufffd+|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]+")
_SEPARATORS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85")
"""Signs that part lines elsewhere."""
_SUBSTITUTE = re.compile("[\u200b\u00ad\u00ac]+")
_JOINER = re.compile(f"{ZWNJ}+")
_APART = re.compile(
    f"(?:(?<=[^{LETTER}{MARK}]می)|(?<=^می)|(?<=نمی))(?:{ZWNJ}+[ ]|[ ]{ZWNJ}+)(?=[{LETTER}])"
    f"|(?<=[{LETTER}{MARK}])(?:[ ]{ZWNJ}+|{ZWNJ}+[ ])(?=(?:ها|های|هایی|تر|تری|ترین)(?![{LETTER}{MARK}]))"
)
_MIXED = re.compile(f"[{LATIN}\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]+")
_SCRIPTS = (
    re.compile(f"[{LATIN}]"),
    re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    re.compile("[\u0400-\u052f]"),
)
_GREEK_SYMBOL = re.compile(f"[μΩΔΣΠΦΨΓΛΘαβγδεθλπσφψωχ][{LATIN}]+|[{LATIN}]+[μΩΔΣΠΦΨΓΛΘαβγδεθλπσφψωχ]")

_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that cannot be told from Latin ones."""

_ARABIC = re.compile(f"[{LETTER}{MARK}]")
_OPENING = frozenset("«([{“‹")
_CLOSING = frozenset("»)]}”›،؛؟.,;:!?…|/")


def faults_of_coding(text: str) -> Faults:
    """Faults of the file rather than of a language: looked for in all of it, code and marks included."""
    for match in _EMBEDDINGS.finditer(text):
        yield Fault("S701", *match.span(), (Edit(*match.span(), ""),), is_safe=True)
    yield from _unbalanced(text)
    for match in _BYTE_ORDER_MARK.finditer(text):
        yield Fault("S702", *match.span(), (Edit(*match.span(), ""),), is_safe=True)
    if ends := [match.span() for match in _CARRIAGE_RETURN.finditer(text)]:
        # One message for a file, not one for every line of it.
        yield Fault("S703", *ends[0], tuple(Edit(*span, "\n") for span in ends), is_safe=True)
    for match in _LOST.finditer(text):
        is_control = match[0].isascii() or "\x7f" <= match[0][0] <= "\x9f"
        instead = "\n" if set(match[0]) & _SEPARATORS else ""
        edits = (Edit(*match.span(), instead),) if is_control else ()
        yield Fault("S709", *match.span(), edits, is_safe=is_control)


def faults_of_words(passage: Passage) -> Faults:
    """Faults that only a language or its words make one."""
    text = passage.text
    if not unicodedata.is_normalized("NFC", text):
        yield from _decomposed(text)
    for match in _PRESENTATION_FORMS.finditer(text):
        yield _presentation_forms(match)
    for match in _SUBSTITUTE.finditer(text):
        yield from _substitute(match, text, passage.language)
    for match in _JOINER.finditer(text):
        yield from _joiner(match, text)
    for match in _MIXED.finditer(text):
        scripts = sum(bool(script.search(match[0])) for script in _SCRIPTS)
        if scripts > 1 and not _GREEK_SYMBOL.fullmatch(match[0]):
            plain = match[0].translate(_LOOKALIKES)
            is_latin = (
                _SCRIPTS[0].match(plain) and sum(bool(script.search(plain)) for script in _SCRIPTS) == 1
            )
            yield Fault("S708", *match.span(), (Edit(*match.span(), plain),) if is_latin else ())


def _unbalanced(text: str) -> Faults:
    """Isolates without an end, and ends without an isolate, in each block: the end of a block closes all."""
    ends = [match.start() for match in _BLOCK_END.finditer(text)] + [len(text)]
    open_at: list[int] = []
    for match in _ISOLATES.finditer(text):
        place = match.start()
        while ends[0] < place:
            yield from (Fault("S701", start, start + 1) for start in open_at)
            open_at.clear()
            ends.pop(0)
        if match[0] != "\u2069":
            open_at.append(place)
        elif open_at:
            open_at.pop()
        else:
            yield Fault("S701", place, place + 1, (Edit(place, place + 1, ""),), is_safe=True)
    yield from (Fault("S701", start, start + 1) for start in open_at)


def _decomposed(text: str) -> Faults:
    """Letters written in parts that have a sign of their own.

    Marks that only stand in another order than Unicode's are right as they are: shadda is typed before fatha.
    """
    position = 0
    while position < len(text):
        end = position + 1
        while end < len(text) and (unicodedata.combining(text[end]) or "\u1160" <= text[end] <= "\u11ff"):
            end += 1
        written = text[position:end]
        composed = unicodedata.normalize("NFC", written)
        marks = "".join(sorted(written[1:], key=unicodedata.combining))
        if composed not in (written, written[0] + marks):
            yield Fault("S704", position, end, (Edit(position, end, composed),), is_safe=True)
        position = end


def _presentation_forms(match: re.Match[str]) -> Fault:
    first, last = (unicodedata.name(match[0][place], "") for place in (0, -1))
    before, after = (
        match.string[match.start() - 1 : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    # A word that begins with a final form stands in the order of the eye: only a person can turn it round.
    is_reversed = (first.endswith(("FINAL FORM", "MEDIAL FORM")) and not _ARABIC.match(before)) or (
        last.endswith(("INITIAL FORM", "MEDIAL FORM")) and not _ARABIC.match(after)
    )
    if is_reversed and not set(match[0]) <= _FORMS_OF_MARKS:
        return Fault("S705", *match.span())
    return Fault(
        "S705", *match.span(), (Edit(*match.span(), "".join(map(_letter_of, match[0]))),), is_safe=True
    )


def _letter_of(form: str) -> str:
    """What a presentation form stands for; the compatibility mapping seats marks on a space or a tatweel."""
    plain = unicodedata.normalize("NFKC", form)
    return plain.lstrip(" \u0640") if form in _FORMS_OF_MARKS else plain


def _substitute(match: re.Match[str], text: str, language: str) -> Faults:
    """What stands in a word of Arabic script where Persian has ZWNJ."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    is_inside = bool(_ARABIC.match(before) and _ARABIC.match(after))
    is_beside = bool(_ARABIC.match(before) or _ARABIC.match(after))
    if not is_beside and (match[0] != "\u200b" or language not in ("fa", "ar")):
        return
    if "¬" in match[0] and not is_inside:
        yield Fault("S706", start, end)
    elif language == "fa":
        yield Fault("S706", start, end, (Edit(start, end, ZWNJ if is_inside else ""),), is_safe=True)
    else:  # it may stand for a space as well
        yield Fault("S706", start, end, () if "¬" in match[0] else (Edit(start, end, ""),))


def _joiner(match: re.Match[str], text: str) -> Faults:
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    follows_quote = before in {'"', "'"} and (
        start < 2 or text[start - 2].isspace() or text[start - 2] in _OPENING
    )
    is_at_an_edge = (
        follows_quote
        or not before
        or not after
        or before.isspace()
        or after.isspace()
        or before in _OPENING
        or after in _CLOSING
    )
    if is_at_an_edge and (gap := _APART.match(text, start - (before == " "))):
        # The space is too many, and the joiner is what was meant: «می‌ شود», «کتاب ‌ها».
        yield Fault("S707", start, end, (Edit(*gap.span(), ZWNJ),), is_safe=True)
    elif is_at_an_edge:
        yield Fault("S707", start, end, (Edit(start, end, ""),), is_safe=True)
    elif end - start > 1:
        yield Fault("S707", start, end, (Edit(start, end, ZWNJ),), is_safe=True)
