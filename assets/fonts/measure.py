"""How wide the letters of the served faces are, for the labels of maps: `widths.json` beside this file.

A letter of the Arabic script has up to four forms, each with its own width; which one it takes is known from its
neighbours. So the width of a name is a sum, and a build needs no shaping engine. For maintainers only, after a face was
cut anew. Needs fonttools, brotli and uharfbuzz.
Usage: python assets/fonts/measure.py
"""
# ruff: noqa: INP001 - a script beside its results, not a module of the engine

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FACES = ("vazirmatn.woff2", "noto-naskh-arabic.woff2", "source-serif-4.woff2", "source-serif-4-guest.woff2")
WEIGHT = 500
"""Of the labels of maps; a face of one weight has that."""

JOINER = "\u200d"
TOGETHER = ("لا", "لأ", "لإ", "لآ", "لله", "الله")
"""What faces draw as one."""

STANDING = "اأآلکطABHbdl"
HANGING = "جحعغیىيمپgjpqy"


class Measure:
    """One face, as the browser shapes it."""

    def __init__(self, file: str) -> None:
        raw = (HERE / file).read_bytes()
        self.digest = hashlib.sha256(raw).hexdigest()
        font = TTFont(io.BytesIO(raw))
        font.flavor = None
        plain = io.BytesIO()
        font.save(plain)
        self.font = hb.Font(hb.Face(plain.getvalue()))
        self.font.set_variations({"wght": WEIGHT})
        self.per_em = font["head"].unitsPerEm
        self.letters = sorted(
            chr(code)
            for code in font.getBestCmap()
            if code >= 0x20 and unicodedata.category(chr(code)) not in {"Cf", "Cc", "Mn"}
        )

    def shape(self, text: str) -> tuple[list[int], int]:
        """The glyphs of a text, and its width in thousandths of the size."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        width = sum(position.x_advance for position in buffer.glyph_positions)
        return [info.codepoint for info in buffer.glyph_infos], round(1000 * width / self.per_em)

    def reach(self, letters: str, sign: int) -> int:
        """How far letters reach above the line, or under it."""
        found = [0]
        for letter in letters:
            for glyph in self.shape(letter)[0]:
                box = self.font.get_glyph_extents(glyph)
                found.append(box.y_bearing if sign > 0 else -(box.y_bearing + box.height))
        return round(1000 * max(found) / self.per_em)

    def forms(self, letters: str) -> Any:
        """Widths alone, at the beginning, in the middle and at the end of a joined run; one number for no joining."""
        shaped = [
            self.shape(text)
            for text in (letters, letters + JOINER, JOINER + letters + JOINER, JOINER + letters)
        ]
        glyphs, widths = zip(*shaped, strict=True)
        drawn = [[glyph for glyph in one if glyph != self.joiner] for one in glyphs]
        if all(one == drawn[0] for one in drawn):
            return widths[0]
        # A letter that never joins the next one has two forms only.
        return [widths[0], widths[3]] if drawn[1] == drawn[0] and drawn[2] == drawn[3] else list(widths)

    @property
    def joiner(self) -> int:
        """The glyph that stands for the joiner, which is not drawn."""
        return self.shape("a" + JOINER)[0][-1]


def main() -> None:
    """Write the file."""
    styles = (HERE.parent / "css" / "fonts.css").read_text("utf-8")
    sizes = {
        src: float(size)
        for rule in re.findall(r"@font-face\s*\{(.*?)\}", styles, re.DOTALL)
        for src in re.findall(r'url\("\.\./fonts/([^"]+)"\)', rule)
        for size in re.findall(r"size-adjust:\s*([\d.]+)%", rule) or ["100"]
    }
    faces = {}
    for file in FACES:
        measure = Measure(file)
        widths = {letter: measure.forms(letter) for letter in measure.letters}
        if "ل" in widths:
            widths |= {pair: measure.forms(pair) for pair in TOGETHER}
        faces[file] = {
            "sha256": measure.digest,
            "size": sizes[file] / 100,
            "ascent": measure.reach(STANDING, 1),
            "descent": measure.reach(HANGING, -1),
            "widths": widths,
        }
    written = json.dumps(faces, ensure_ascii=False, separators=(",", ":"))
    (HERE / "widths.json").write_text(written.replace('},"', '},\n"') + "\n", "utf-8")


if __name__ == "__main__":
    main()
