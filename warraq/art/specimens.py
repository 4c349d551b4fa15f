"""Return the contact sheet: every ornament on light and dark paper, and a shelf of covers for each family."""

from __future__ import annotations

from base64 import b64encode
from typing import Final

from .covers import cover
from .emblem import emblem, favicon, star
from .families import families
from .headpiece import headpiece
from .inks import VOICES, Palette, Voice
from .pieces import cypress, divider
from .raster import emblem_png, share_png
from .shamsa import shamsa

SHELF: Final = 8
STYLE: Final = """
body{margin:0;font:15px/1.5 system-ui,sans-serif}
section{padding:2rem;background:var(--paper);color:var(--ink)}
.day{--paper:#f6efe0;--ink:#1c1a20;--lapis:#1d3a7c;--turquoise:#2a8f8c;--madder:#98282d;--indigo:#262b57;--saffron:#dc9a2c}
.night{--paper:#12141f;--ink:#f1e9d8;--lapis:#8fa9e6;--turquoise:#5cc4bf;--madder:#e0796f;--indigo:#a5abdf;--saffron:#e6b052}
.row{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin-block:1rem}
.headpiece{display:block;inline-size:100%;block-size:7rem;margin-block:.75rem}
.phone{inline-size:390px}
.phone .headpiece{block-size:70px}
.shamsa{inline-size:30rem}
"""


def contact_sheet(palette: Palette | None = None) -> str:
    """A whole HTML page that shows everything the art draws."""
    colours = palette or Palette()
    parts = [_ornaments("day", colours), _ornaments("night", colours)]
    for family in families():
        voices = _voices(family)
        shelf = (
            cover(f"{family} {k}", family, colours, voices[k % len(voices)], 210, 280) for k in range(SHELF)
        )
        parts.append(
            f'<section class="day"><h2>{family}</h2><div class="row">{"".join(shelf)}</div></section>'
        )
    pictures = [(emblem_png(180, colours), 180), *((share_png(colours, v), 400) for v in VOICES)]
    shown = "".join(
        f'<img alt="" width="{wide}" src="data:image/png;base64,{b64encode(data).decode()}">'
        for data, wide in pictures
    )
    parts.append(f'<section class="night"><h2>PNG</h2><div class="row">{shown}</div></section>')
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Contact sheet</title>'
        f"<style>{STYLE}</style></head><body><h1>Contact sheet</h1>{''.join(parts)}</body></html>"
    )


def _voices(family: str) -> tuple[Voice, ...]:
    if family == "tatreez":
        return ("palestine", "palestine", "bridge")
    if family == "meeting":
        return ("bridge",)
    return ("isfahan", "bridge", "isfahan", "palestine")


def _ornaments(paper: str, colours: Palette) -> str:
    small = "".join(emblem(size=size, bold=True) for size in (80, 48, 32, 24))
    heads = "".join(headpiece(f"{paper} {family}", family) for family in families())
    phone = "".join(
        f'<div class="phone">{headpiece(f"{paper} {family}", family)}</div>' for family in families()[:4]
    )
    ends = "".join(divider(family) for family in families())
    trees = cypress("isfahan") + cypress("palestine")
    sizes = (64, 16)
    tab = "".join(f'<span style="inline-size:{wide}px">{favicon(colours)}</span>' for wide in sizes)
    first = (
        f"{emblem(size=300)}{emblem(size=160)}{small}{star()}{tab}{trees}{shamsa(prefix=f'shamsa-{paper}')}"
    )
    rows = "".join(f'<div class="row">{row}</div>' for row in (first, ends, phone))
    return f'<section class="{paper}"><h2>{paper.capitalize()}</h2>{rows}{heads}</section>'
