"""The finished fonts beside this file, made again from the full families named in docs/fonts.md.

The woff2 files are served to readers. Those under cards/ are never served: share images are set in them.
For maintainers only: a build of the site never runs it. Needs fonttools and brotli.
Usage: python assets/fonts/subset.py FOLDER_WITH_THE_SOURCE_TTFS [FILE ...]
"""
# ruff: noqa: INP001 - a script beside its results, not a module of the engine

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

VAZIRMATN = ("Vazirmatn[wght].ttf", "696249a2c74b39ffdef55de4df2809c5b639d3ff80d618d8160a095d2fd49dca")
NASKH = ("NotoNaskhArabic-Variable.ttf", "67b5a525a661b607971fbd3f96a81b89d3a768e74534fca84f18ac97e6fab72f")
AMIRI = ("Amiri-Bold.ttf", "cfccb794268e7d573d857e6d6a67f89cf8a053e8ffd85dfa0c8ec1bb36fc4827")
ROMAN = ("SourceSerif4[opsz,wght].ttf", "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b")
ITALIC = (
    "SourceSerif4-Italic[opsz,wght].ttf",
    "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42",
)

# Joining, ligatures and marks; figures where the family has more than one kind.
JOINING = ["init", "medi", "fina", "isol", "rlig", "liga", "ccmp", "mark", "mkmk", "kern", "curs"]
ARABIC_SHAPING = [*JOINING, "calt", "locl", "tnum", "pnum"]
# Naskh draws dotted letters as a bare letter and its dots: even one word needs ccmp and mark.
NAME_SHAPING = ["init", "medi", "fina", "isol", "rlig", "ccmp", "mark", "mkmk"]
WORD_SHAPING = ["init", "medi", "fina", "rlig", "ccmp", "mark", "mkmk"]
LATIN_SHAPING = ["ccmp", "locl", "liga", "calt", "mark", "mkmk", "kern"]
FIGURES = ["onum", "lnum", "tnum", "pnum"]


def letters(*parts: str | tuple[int, int]) -> frozenset[int]:
    """The code points of strings and of inclusive ranges, together."""
    found: set[int] = set()
    for part in parts:
        found |= {ord(sign) for sign in part} if isinstance(part, str) else set(range(part[0], part[1] + 1))
    return frozenset(found)


# Without the space HarfBuzz deletes ZWNJ instead of drawing nothing for it, and words join wrongly.
INVISIBLE = letters(
    " \u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2009\u200a\u202f\u25cc\u2066\u2067\u2068\u2069"
)
ARABIC = INVISIBLE | letters(
    (0x0621, 0x063A),
    (0x0640, 0x0656),
    (0x0660, 0x066D),
    (0x06F0, 0x06F9),
    "\u061c\u0670\u0671",
    "،؛؟پچژکگۀی۔ەھ﴾﴿",
    "!\"#%&'()*+,-./:;<=>?[]|_«»‹›°·•×−–—‘’“”…",
)
ARABIC_TITLE = INVISIBLE | letters(
    (0x0621, 0x063A), (0x0640, 0x0652), (0x0660, 0x0669), "\u0654\u0655\u0670\u0671،؛؟!()-./:[]«»–—…"
)
# What a name or a citation in another script needs: letters, figures, the commonest signs.
NAMES_PERSIAN = letters(
    (0x0621, 0x063A), (0x0641, 0x064A), (0x06F0, 0x06F9), "پچژکگیۀ\u0651\u0654 \u200c،؛؟«»()-–.:"
)
NAMES_ARABIC = letters(
    (0x0621, 0x063A), (0x0641, 0x064A), (0x064B, 0x0652), (0x0660, 0x0669), "\u0654 \u200c،؛؟«»()-–.:"
)
# Combining marks serve NFD text and the letters that no font has ready-made: s̱ ẕ ḵ ẖ.
MARKS = letters("\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0323\u0327\u032e\u0331")
TRANSLITERATION = letters("ʿʾʻʼĀāĒēĪīŌōŪūĂăḤḥṢṣṬṭẒẓḌḍḎḏṮṯĠġŠšŽžČčǦǧḪḫṠṡŻż")
EUROPE = letters((0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF), "ıŒœŸĞğİŞşĆćŃńŚśŹźŁłĄąĘęĐđŇňŘřĚěŮů")
LATIN_SIGNS = letters((0x21, 0x7E), "£§©«°·»×–—‘’“”„…•†‹›−€№→←")
LATIN = INVISIBLE | LATIN_SIGNS | MARKS | TRANSLITERATION | EUROPE
# Among Persian and Arabic words Latin brings names, titles and numbers, not code.
GUEST = letters(
    " !\"%&'()*,-./:;?@_", (0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), "\u00a0\u200c–—‘’“”…ʿʾ\u0304\u0323\u0331"
)
GUEST_MARKED = letters(" \u200cʿʾʻʼáàâäçéèêëíîïñóôöúü") | TRANSLITERATION
# A share image is set where no system face can help out: so all letters of all languages that use the script.
CARD_ARABIC = ARABIC | letters((0x0600, 0x06FF), (0x0750, 0x077F), "\ufdf2\ufdfa\ufdfb\ufdfc\ufd3e\ufd3f")
CARD_LATIN = LATIN | letters(
    (0x00A0, 0x02FF), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x202F, 0x205E), (0x2070, 0x218F)
)
CARD_LATIN |= letters((0x0370, 0x03FF), (0x0400, 0x045F), (0x0490, 0x0491))


@dataclass(frozen=True, slots=True)
class Face:
    """One finished file: what it is cut from, which part of each axis stays, which signs and features."""

    file: str
    source: tuple[str, str]
    axes: Mapping[str, float | tuple[float, float]]
    signs: frozenset[int]
    features: list[str]


TEXT_ROMAN: Mapping[str, float | tuple[float, float]] = {"opsz": 18, "wght": (400, 600)}
PLAIN: Mapping[str, float | tuple[float, float]] = {"opsz": 18, "wght": 400}
FACES = (
    Face("vazirmatn.woff2", VAZIRMATN, {"wght": (400, 800)}, ARABIC, ARABIC_SHAPING),
    Face("noto-naskh-arabic.woff2", NASKH, {"wght": (400, 600)}, ARABIC, ARABIC_SHAPING),
    Face("amiri-bold.woff2", AMIRI, {}, ARABIC_TITLE, JOINING),
    Face("source-serif-4.woff2", ROMAN, TEXT_ROMAN, LATIN, LATIN_SHAPING + FIGURES),
    Face("source-serif-4-italic.woff2", ITALIC, PLAIN, LATIN, LATIN_SHAPING + FIGURES),
    Face("source-serif-4-guest.woff2", ROMAN, PLAIN, GUEST, LATIN_SHAPING),
    Face("source-serif-4-guest-marked.woff2", ROMAN, PLAIN, GUEST_MARKED, ["ccmp"]),
    Face("names-fa.woff2", VAZIRMATN, {"wght": 500}, NAMES_PERSIAN, NAME_SHAPING),
    Face("names-ar.woff2", NASKH, {"wght": 500}, NAMES_ARABIC, NAME_SHAPING),
    Face("switch-fa.woff2", VAZIRMATN, {"wght": 400}, letters("فارسی"), WORD_SHAPING),
    Face("switch-ar.woff2", NASKH, {"wght": 400}, letters("العربية"), WORD_SHAPING),
    Face("switch-en.woff2", ROMAN, PLAIN, letters("English"), WORD_SHAPING),
    # The code before the hyphen says whose face it is.
    Face("cards/fa-vazirmatn.ttf", VAZIRMATN, {"wght": (500, 700)}, CARD_ARABIC, ARABIC_SHAPING),
    Face("cards/ar-amiri-bold.ttf", AMIRI, {}, CARD_ARABIC, JOINING),
    Face("cards/en-source-serif-4.ttf", ROMAN, {"opsz": 24, "wght": (400, 600)}, CARD_LATIN, LATIN_SHAPING),
)


def cut(face: Face, sources: Path) -> bytes:
    """The finished file of a face; ValueError if the source is another version than the one tried."""
    name, digest = face.source
    raw = (sources / name).read_bytes()
    if hashlib.sha256(raw).hexdigest() != digest:
        raise ValueError(f"{name} is not the version that docs/fonts.md names")
    font = TTFont(io.BytesIO(raw))
    if face.axes:
        # The subsetter fails on a font instanced in memory: it needs one saved and opened again.
        narrowed = io.BytesIO()
        instantiateVariableFont(font, dict(face.axes)).save(narrowed)
        font = TTFont(io.BytesIO(narrowed.getvalue()))
    options = Options(hinting=False, notdef_outline=True, layout_features=face.features)
    options.name_IDs = [0, 1, 2, 14]  # copyright, names, where the licence is
    if face.file.endswith(".ttf"):
        options.name_IDs.append(6)  # the typesetter passes over a font without a PostScript name
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.signs)
    subsetter.subset(font)
    font.flavor = "woff2" if face.file.endswith(".woff2") else None
    finished = io.BytesIO()
    font.save(finished)
    return finished.getvalue()


if __name__ == "__main__":
    wanted = sys.argv[2:]
    for each in (face for face in FACES if not wanted or face.file in wanted):
        made = cut(each, Path(sys.argv[1]))
        (Path(__file__).parent / each.file).write_bytes(made)
        print(f"{each.file:36}{len(made):>7,} bytes")
