"""The direction of a text, and the isolation of a value inside text of the other direction.

Without isolation the Unicode bidirectional algorithm (UAX #9) mixes a value with its surroundings: `شابک 978-964`
shows the groups of the number in reverse. HTML isolates with `<bdi>`; where no markup can stand (attributes,
titles, feeds, JSON) the characters LRI, RLI, FSI and PDI do the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape

from warraq.lang.language import Direction

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}
_LEFT_TO_RIGHT_MARK = "\u200e"

# Classes of UAX #9 as one character each, for patterns: European and Arabic-Indic digits, the signs between them.
_SIGNS = {"EN": "1", "AN": "2", "ES": "-", "ET": "%", "CS": ",", "NSM": "", "BN": ""}
# Groups of digits that hang together or not according to what stands before the value (rules W2 and W4 to W6).
_DEPENDS_ON_NEIGHBOURS = re.compile("1-1|1%|%1|1,2|2,1")
_ONE_NUMBER = re.compile("1+(?:,1+)*|2+(?:,2+)*")
# Parts of a text from right to left that stand the wrong way round even if nothing else is beside them:
# a name that ends with signs (C++), a telephone number, an ISBN.
_LEFT_TO_RIGHT_PARTS = re.compile(
    r"(?<![\w+-])(?:[A-Za-z]\w*[+#]+|\+[0-9](?:[ -]?[0-9])*|[0-9]+(?:-[0-9]+){2,}(?:-[0-9]*X)?)(?![\w+-])"
)
_BETWEEN_ARABIC_DIGITS = re.compile("(?<=[٠-٩])([^٠-٩]+)(?=[٠-٩])")
_PARAGRAPH_END = re.compile("[\n\r\x1c-\x1e\x85\u2029]+")


def base_direction(text: str) -> Direction | None:
    """The direction of the first strong character outside isolates (UAX 9, rule P2), None when there is none."""
    for _, kind in _outside_isolates(text):
        if kind in _STRONG:
            return "rtl" if kind in _RIGHT_TO_LEFT else "ltr"
    return None


def could_reorder(value: str, base: Direction) -> bool:
    """Whether the value may change its order, or that of its neighbours, inside text of the given direction.

    True when it holds a strong character of the other direction, or Hebrew among Arabic letters. In text from left
    to right also with Arabic-Indic digits. In text from right to left also when it begins with digits and signs
    whose order hangs on the word before them (`12-13`, `50%`), and when it has no letters but ASCII digits in
    several groups (telephone numbers, ISBNs), which would be reversed group by group.
    """
    characters = list(_outside_isolates(value))
    kinds = [kind for _, kind in characters]
    if base == "ltr":
        return bool({"R", "AL", "AN"} & set(kinds))
    if {"L", "R"} & set(kinds):
        return True
    first_letter = kinds.index("AL") if "AL" in kinds else len(kinds)
    start = "".join(_SIGNS.get(kind, " ") for kind in kinds[:first_letter])
    if _DEPENDS_ON_NEIGHBOURS.search(start):
        return True
    has_letters = first_letter < len(kinds)
    has_ascii_digits = any("0" <= char <= "9" for char, _ in characters)
    return has_ascii_digits and not has_letters and not _ONE_NUMBER.fullmatch(start)


def isolate_text(value: str, base: Direction, direction: Direction | None = None) -> str:
    """The value for a place without markup, between isolating characters where it could reorder in such text.

    `base` is the direction of the text around. `direction` is that of the value where it is known; else it is that
    of its first strong character, and left to right for a value without letters. Telephone numbers, ISBNs and
    names like C++ inside a value from right to left are isolated, too. Isolates of the value that are not closed are
    closed, and an end of a paragraph inside an isolate becomes a space.
    """
    value = _balanced(value)
    known = direction or base_direction(value)
    if known == "rtl":
        value = _with_parts(value, rf"{LEFT_TO_RIGHT_ISOLATE}\g<0>{POP_ISOLATE}")
    differs = direction not in (None, base) and _has_an_order(value)
    if not differs and not could_reorder(value, base):
        return value
    opening = FIRST_STRONG_ISOLATE
    if known is None or direction == "ltr":
        opening = LEFT_TO_RIGHT_ISOLATE
    elif direction == "rtl" and base_direction(value) != "rtl":
        opening = RIGHT_TO_LEFT_ISOLATE
    return f"{opening}{_one_line(value)}{POP_ISOLATE}"


def isolate_html(value: str, language_code: str | None, direction: Direction | None) -> str:
    """The value, escaped, in `<bdi lang dir>`; attributes that are None are left out.

    `direction` should be given wherever it is known. With None the browser decides by the first strong letter
    (`dir="auto"` is what `bdi` means without the attribute), which is wrong for identifiers that begin with a digit
    or a sign: see `identifier_html`.
    """
    language = f' lang="{escape(language_code)}"' if language_code else ""
    dir_attribute = f' dir="{direction}"' if direction else ""
    value = escape(_one_line(_balanced(value)))
    if (direction or base_direction(value)) == "rtl":
        value = _with_parts(value, r'<bdi dir="ltr">\g<0></bdi>')
    return f"<bdi{language}{dir_attribute}>{value}</bdi>"


def identifier_text(value: str, base: Direction) -> str:
    """An identifier for a place without markup, read from left to right as it is written.

    For telephone numbers, ISBNs, DOIs, addresses, shelfmarks, file names, formulas and versions. Between
    Arabic-Indic digits, whose groups turn round even in an isolate, the signs stand between marks of direction.
    """
    isolated = isolate_text(value, base, "ltr")
    if _turns_round_in_an_isolate(value):
        return _BETWEEN_ARABIC_DIGITS.sub(rf"{_LEFT_TO_RIGHT_MARK}\1{_LEFT_TO_RIGHT_MARK}", isolated)
    return isolated


def identifier_html(value: str) -> str:
    """An identifier, escaped, in an element that is read from left to right whatever it holds and stands beside.

    That is `<bdi dir="ltr">`, and for groups of Arabic-Indic digits `<bdo dir="ltr">`.
    """
    tag = "bdo" if _turns_round_in_an_isolate(value) else "bdi"
    return f'<{tag} dir="ltr">{escape(_one_line(_balanced(value)))}</{tag}>'


def _with_parts(value: str, template: str) -> str:
    """The value with every part that is read from left to right put into the template; isolates are left whole."""
    pieces: list[str] = []
    depth = start = 0
    for place, char in enumerate(value):
        if char in "\u2066\u2067\u2068":
            if depth == 0:
                pieces.append(_LEFT_TO_RIGHT_PARTS.sub(template, value[start:place]))
                start = place
            depth += 1
        elif char == POP_ISOLATE:
            depth -= 1
            if depth == 0:
                pieces.append(value[start : place + 1])
                start = place + 1
    return "".join([*pieces, _LEFT_TO_RIGHT_PARTS.sub(template, value[start:])])


def _has_an_order(value: str) -> bool:
    """Whether a direction makes a difference to the value, as it does not to one letter or one number."""
    signs = "".join(_SIGNS.get(kind, " ") for _, kind in _outside_isolates(value))
    return not value.isalnum() and _ONE_NUMBER.fullmatch(signs) is None


def _turns_round_in_an_isolate(value: str) -> bool:
    """Whether the value has groups of Arabic-Indic digits, and no letters that forcing its order would reverse."""
    kinds = {unicodedata.bidirectional(char) for char in value}
    return not kinds & _RIGHT_TO_LEFT and _BETWEEN_ARABIC_DIGITS.search(value) is not None


def _outside_isolates(text: str) -> Iterator[tuple[str, str]]:
    """The characters that no isolate of the text holds, each with its class of UAX #9; an isolate itself is one."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
            if depth == 1:
                yield char, kind
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield char, kind


def _one_line(value: str) -> str:
    """The value without ends of paragraphs, which would end an isolate."""
    return _PARAGRAPH_END.sub(" ", value)


def _balanced(value: str) -> str:
    """The value with a PDI for every isolate it opens, without a PDI that closes nothing, without embeddings."""
    depth = 0
    kept: list[str] = []
    for char in value:
        # The older controls U+202A-202E leak into what follows; isolates have replaced them.
        if "\u202a" <= char <= "\u202e":
            continue
        if char in "\u2066\u2067\u2068":
            depth += 1
        elif char == POP_ISOLATE:
            if depth == 0:
                continue
            depth -= 1
        kept.append(char)
    return "".join(kept) + POP_ISOLATE * depth
