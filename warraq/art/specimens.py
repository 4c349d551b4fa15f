"""Return the contact sheet: covers of records, a shelf of each family, and every other ornament, in one HTML page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final, Literal

from . import drawings
from .families import families
from .inks import THREADS, VOICES, Palette, Voice, mix

SHELF: Final = 8
STYLE: Final = """
body{margin:0;font:1rem/1.6 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
main,section{padding:1.5rem;background:var(--paper);color:var(--ink)}
h1,h2,h3,p{margin-block:0 .75rem;max-inline-size:70ch}
h2{margin-block-start:2rem}
.row{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin-block:1rem 2rem}
.covers{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:1.25rem 1rem;margin-block:1rem 2rem}
figure{margin:0}
figure img{inline-size:100%;block-size:auto;display:block}
figcaption{font-size:.8rem;overflow-wrap:anywhere}
.headpiece{display:block;inline-size:100%;block-size:7rem;margin-block:.75rem}
.shamsa{inline-size:20rem}
"""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A record with its cover, as the sheet shows it."""

    id: str
    group: str
    """The heading under which it stands; records of one group follow one another."""
    family: str
    voice: Voice
    named: bool = False
    """Whether an editor has named the family."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the sheet, in one language."""

    language: str
    direction: Literal["rtl", "ltr"]
    title: str
    honesty: str
    choosing: str
    """How an editor chooses a family."""
    named: str
    families: str
    headpieces: str
    dividers: str
    others: str


def contact_sheet(palette: Palette, specimens: Sequence[Specimen], labels: Labels) -> str:
    """A whole HTML page, which loads nothing: the records' covers, then all that the art can draw."""
    say = labels
    parts = [f"<h1>{escape(say.title)}</h1><p>{escape(say.honesty)}</p>"]
    for group, members in groupby(specimens, key=lambda one: one.group):
        figures = (_record(one, palette, say.named) for one in members)
        parts.append(f'<h2>{escape(group)}</h2><div class="covers">{"".join(figures)}</div>')
    parts.append(f"<h2>{escape(say.families)}</h2><p>{escape(say.choosing)}</p>")
    for family in families():
        shelf = "".join(
            _figure(_picture(f"{family} {k}", family, palette, VOICES[k % 3]), "") for k in range(SHELF)
        )
        parts.append(f'<h3><code>{family}</code></h3><div class="covers">{shelf}</div>')
    main = f"<main>{''.join(parts)}</main>"
    ornaments = "".join(_ornaments(paper, palette, labels) for paper in ("day", "night"))
    return (
        f'<!doctype html><html lang="{escape(say.language)}" dir="{say.direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(say.title)}</title><style>{STYLE}{_papers(palette)}</style></head>"
        f"<body>{main}{ornaments}</body></html>"
    )


def _record(one: Specimen, palette: Palette, named: str) -> str:
    family = f'<code dir="ltr">{escape(one.family)}</code>' + (f" · {escape(named)}" if one.named else "")
    words = f'<b dir="ltr">{escape(one.id)}</b><br>{family}'
    return _figure(_picture(one.id, one.family, palette, one.voice), words)


def _figure(picture: str, words: str) -> str:
    return f"<figure>{picture}<figcaption>{words}</figcaption></figure>"


def _picture(seed: str, family: str, palette: Palette, voice: Voice) -> str:
    """A cover as a picture of its own, so that its ids meet no others."""
    data = b64encode(drawings.cover(seed, family, palette, voice).encode()).decode()
    return f'<img alt="" width="600" height="800" loading="lazy" src="data:image/svg+xml;base64,{data}">'


def _papers(palette: Palette) -> str:
    """The custom properties of the inks by day, and lightened for the night."""
    day = ";".join(f"--{name}:{palette.colour(name)}" for name in THREADS)
    dark = mix(palette.ink, palette.indigo, 0.2)
    light = {name: mix(palette.colour(name), palette.paper, 0.5) for name in THREADS}
    night = ";".join(
        f"--{name}:{colour}" for name, colour in (light | {"paper": dark, "ink": palette.paper}).items()
    )
    return f":root,.day{{{day}}}.night{{{night}}}"


def _ornaments(paper: str, palette: Palette, labels: Labels) -> str:
    heads = "".join(
        f"{_code(family)}{drawings.headpiece(f'{paper} {family}', family)}" for family in families()
    )
    ends = "".join(f"<div>{_code(family)}{drawings.divider(family)}</div>" for family in families())
    small = "".join(drawings.emblem(size=size, bold=True) for size in (80, 48, 32, 24))
    tab = "".join(
        f'<span style="inline-size:{wide}px">{drawings.favicon(palette)}</span>' for wide in (64, 16)
    )
    trees = drawings.cypress("isfahan") + drawings.cypress("palestine")
    medallion = drawings.shamsa(prefix=f"shamsa-{paper}")
    signs = f"{drawings.emblem(size=300)}{small}{drawings.star()}{tab}{trees}{medallion}"
    pictures = "".join(_png(*picture) for picture in _pngs(palette)) if paper == "day" else ""
    return (
        f'<section class="{paper}"><h2>{escape(labels.headpieces)}</h2>{heads}'
        f'<h2>{escape(labels.dividers)}</h2><div class="row">{ends}</div>'
        f'<h2>{escape(labels.others)}</h2><div class="row">{signs}{pictures}</div></section>'
    )


def _code(family: str) -> str:
    return f'<code dir="ltr">{family}</code>'


def _pngs(palette: Palette) -> Iterable[tuple[bytes, int]]:
    return (
        (drawings.emblem_png(180, palette), 180),
        *((drawings.share_png(palette, voice), 400) for voice in VOICES),
    )


def _png(data: bytes, wide: int) -> str:
    return f'<img alt="" width="{wide}" src="data:image/png;base64,{b64encode(data).decode()}">'
