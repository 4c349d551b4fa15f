"""Return strapwork covers: a field, the whole sheet, a window, a band, a column, or a medallion."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .chance import choose, mark
from .cover_frame import framed, jadval, panel, rule, ruled
from .full_star import eight, star_of_stars
from .knots import EDGE, FIELDS, MEDALLIONS, Knot, cell_of, closed_of, repeated, stars, turned, vein
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number, trace
from .weaving import weave

LAYOUTS: Final = ("field", "sheet", "window", "band", "column", "medallion", "corners")


def girih(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a strapwork cover."""
    layout = choose(seed, "layout", LAYOUTS)
    if layout in {"medallion", "corners"}:
        return _medallion(seed, family, sheet, scheme, corners=layout == "corners")
    field = choose(seed, "field", FIELDS[family])
    knot = cell_of(field.tiling, field.mirrors, choose(seed, "angle", field.angles))
    across = choose(seed, "across", field.across)
    mirrors = complex(field.mirrors.imag, field.mirrors.real) if field.on_end else field.mirrors
    drawn = _Drawn(seed, knot, mirrors, field.on_end, scheme)
    return _COMPOSED[layout](drawn, across, sheet)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A field that has its colours and waits for its frame."""

    seed: str
    knot: Knot
    mirrors: complex
    on_end: bool
    scheme: Scheme

    def inside(self, frame: Box, scale: float, shown: Box | None = None) -> str:
        """The field with its middle star in the middle of a frame, cut by the frame or by what is shown of it."""
        seed, knot, name = self.seed, self.knot, mark(self.seed)
        reach = complex(frame.height, frame.width) if self.on_end else complex(frame.width, frame.height)
        columns = math.ceil(reach.real / 2 / scale / knot.period.real + 0.3)
        lines = math.ceil(reach.imag / 2 / scale / knot.period.imag + 0.3)

        def cloth(letter: str, data: str) -> str:
            return repeated(f"{letter}{name}", element("path", d=data), knot.period, columns, lines)

        body = repeated(f"s{name}", stars(seed, knot, self.scheme), knot.period, columns, lines)
        body += weave(
            f"w{name}",
            cloth("t", knot.woven.straps),
            cloth("v", knot.woven.over),
            knot.woven,
            ground=self.scheme.tone,
            line=self.scheme.line,
            vein=vein(seed, self.scheme),
        )
        move = f"translate({number(frame.centre.real)} {number(frame.centre.imag)})scale({number(scale, 4)})"
        seen = shown or frame
        return (
            panel(seen, self.scheme.tone)
            + element("clipPath", panel(seen, "#000"), id=f"f{name}")
            + element(
                "g",
                element("g", body, transform=move + ("rotate(90)" if self.on_end else "")),
                clip_path=f"url(#f{name})",
            )
        )


def _fitted(drawn: _Drawn, across: int, box: Box) -> tuple[Box, float]:
    """The largest frame on mirror lines in a box, as many lines wide and in proportion as high, and its scale."""
    mirrors = drawn.mirrors * EDGE
    down = max(1, round(box.height / box.width * across * mirrors.real / mirrors.imag))
    scale = min(box.width / (mirrors.real * across), box.height / (mirrors.imag * down)) / 2
    wide, high = mirrors.real * across * scale, mirrors.imag * down * scale
    return Box(box.centre.real - wide, box.centre.imag - high, 2 * wide, 2 * high), scale


def _field(drawn: _Drawn, across: int, sheet: Box) -> str:
    """A field in two ruled lines, inside the frame of the sheet."""
    frame, scale = _fitted(drawn, across, sheet.inset(70))
    return jadval(drawn.seed, sheet, drawn.scheme) + drawn.inside(frame, scale) + framed(frame, drawn.scheme)


def _whole(drawn: _Drawn, across: int, sheet: Box) -> str:
    """The field over the whole sheet as if it went on, mirrored in its upright edges."""
    scale = sheet.width / (2 * drawn.mirrors.real * EDGE * max(1, across - 1))
    return drawn.inside(sheet, scale)


def _sheet(drawn: _Drawn, across: int, sheet: Box) -> str:
    """The field over the whole sheet, to its edge or to a narrow margin."""
    scheme, out = drawn.scheme, _whole(drawn, across, sheet)
    if choose(drawn.seed, "margin", ("none", "narrow")) == "none":
        return out
    return out + ruled(sheet, scheme.ground, 56) + framed(sheet.inset(28), scheme)


def _window(drawn: _Drawn, across: int, sheet: Box) -> str:
    """The field over the sheet, with a calm shape in the middle that holds one star."""
    scheme, seed = drawn.scheme, drawn.seed
    out = _whole(drawn, across + 1, sheet)
    shape = choose(seed, "window", ("star", "round", "upright"))
    size = choose(seed, "window size", (150.0, 180.0))
    middle = sheet.centre
    if shape == "star":
        rims = [trace([middle + p for p in eight(size * 1.25 - by)], closed=True) for by in (0, 14, 24)]
    elif shape == "round":
        rims = [_circle(middle, size - by) for by in (0, 10, 18)]
    else:
        wide, high = size * 0.85, min(size * 1.5, sheet.height / 2 - 60)
        rims = [
            trace(
                [
                    middle + complex(x * (wide - by), y * (high - by))
                    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
                ],
                closed=True,
            )
            for by in (0, 10, 18)
        ]
    out += element("path", fill=scheme.ground, stroke=scheme.line, stroke_width=4, d=rims[0])
    out += element("path", fill="none", stroke=scheme.accent, stroke_width=1.5, d=rims[1])
    out += element("path", fill="none", stroke=scheme.line, stroke_width=1, d=rims[2])
    return out + star_of_stars(middle, size * 0.42, scheme)


def _band(drawn: _Drawn, across: int, sheet: Box) -> str:
    """A band of strapwork from edge to edge, low, high or twice, and bare cloth with one star."""
    scheme, seed = drawn.scheme, drawn.seed
    mirrors = drawn.mirrors * EDGE
    scale = sheet.width / (2 * mirrors.real * across)
    lines = max(1, round(sheet.height * 0.2 / (mirrors.imag * scale)))
    high = 2 * mirrors.imag * scale * lines
    if high > sheet.height * 0.56:
        scale *= sheet.height * 0.56 / high
        high = sheet.height * 0.56
    top, star = choose(
        seed, "place", (("low", 0.5), ("high", 0.5), ("middle", 0.0), ("low", 0.0), ("foot", 0.5))
    )
    bare = sheet.height - high
    at = {"low": bare * 0.78, "high": bare * 0.22, "middle": bare / 2, "foot": bare}[top]
    frame = Box(0, at, sheet.width, high)
    out = drawn.inside(frame, scale)
    for y, sign in ((at, -1), (at + high, 1)):
        out += rule(complex(0, y), sheet.width, scheme.line, 4)
        out += rule(complex(0, y + sign * 12), sheet.width, scheme.accent, 2)
    if star:
        height = at / 2 if top in {"low", "foot"} else (sheet.height + at + high) / 2
        out += star_of_stars(complex(sheet.width / 2, height), min(bare * 0.18, 74), scheme)
    return out


def _column(drawn: _Drawn, across: int, sheet: Box) -> str:
    """A column of strapwork from head to foot, in the middle or on the side, and bare cloth."""
    scheme, seed = drawn.scheme, drawn.seed
    mirrors = drawn.mirrors * EDGE
    share = choose(seed, "share", (0.3, 0.42))
    lines = max(1, across - 1)
    wide = sheet.width * share
    scale = wide / (2 * mirrors.real * lines)
    place = choose(seed, "place", (0.5, 0.14, 0.86))
    at = (sheet.width - wide) * place
    out = drawn.inside(Box(at, 0, wide, sheet.height), scale)
    data = ""
    thin = ""
    for x, sign in ((at, -1), (at + wide, 1)):
        data += f"M{number(x)} 0v{number(sheet.height)}"
        thin += f"M{number(x + sign * 12)} 0v{number(sheet.height)}"
    return (
        out
        + element("path", stroke=scheme.line, stroke_width=4, d=data)
        + element("path", stroke=scheme.accent, stroke_width=2, d=thin)
        + (star_of_stars(_beside(at, wide, sheet), 52, scheme) if place != 0.5 else "")
    )


def _beside(at: float, wide: float, sheet: Box) -> complex:
    """The place of the star in the wider part of the bare cloth, at the height that divides it well."""
    right = sheet.width - at - wide
    return complex(at / 2 if at > right else sheet.width - right / 2, sheet.height * 0.36)


_COMPOSED: Final[dict[str, Callable[[_Drawn, int, Box], str]]] = {
    "field": _field,
    "sheet": _sheet,
    "window": _window,
    "band": _band,
    "column": _column,
}


def _circle(middle: complex, radius: float) -> str:
    r = number(radius)
    return (
        f"M{number(middle.real - radius)} {number(middle.imag)}"
        f"a{r} {r} 0 0 1 {number(2 * radius)} 0a{r} {r} 0 0 1 {number(-2 * radius)} 0z"
    )


def _medallion(seed: str, family: str, sheet: Box, scheme: Scheme, *, corners: bool) -> str:
    """A closed knot on bare cloth: hung between two small stars, or with a quarter of itself in each corner."""
    tiling, within, turns, angles = choose(seed, "medallion", MEDALLIONS[family])
    work = closed_of(tiling, within, turns, choose(seed, "angle", angles))
    inner = sheet.inset(38)
    room = sheet.inset(128 if corners else 66)
    scale = min(room.width / work.period.real, room.height / work.period.imag)
    name = mark(seed)
    body = turned(f"s{name}", stars(seed, work, scheme), turns) + weave(
        f"w{name}",
        turned(f"t{name}", element("path", d=work.woven.straps), turns),
        turned(f"v{name}", element("path", d=work.woven.over), turns),
        work.woven,
        ground=scheme.ground,
        line=scheme.line,
        vein=vein(seed, scheme),
    )
    move = f"translate({number(sheet.centre.real)} {number(sheet.centre.imag)})scale({number(scale, 4)})"
    out = jadval(seed, sheet, scheme) + element("g", element("g", body, id=f"m{name}"), transform=move)
    if not corners:
        return out + _pendants(sheet, work.period.imag * scale, scheme)
    size = scale * choose(seed, "corner size", (0.9, 1.2))
    quarter = "".join(
        element(
            "use",
            href=f"#m{name}",
            transform=f"translate({number(x)} {number(y)})scale({number(size, 4)})",
        )
        for x in (inner.left, inner.left + inner.width)
        for y in (inner.top, inner.top + inner.height)
    )
    cut = inner.inset(10)
    return (
        out
        + element("clipPath", panel(cut, "#000"), id=f"c{name}")
        + element("g", quarter, clip_path=f"url(#c{name})")
    )


def _pendants(sheet: Box, height: float, scheme: Scheme) -> str:
    """The small stars above and below a medallion, and the lines that hang them from the frame."""
    middle = sheet.centre.real
    out = ""
    for sign in (-1, 1):
        tip = sheet.centre.imag + sign * (height / 2 + 8)
        frame = sheet.centre.imag + sign * (sheet.height / 2 - 38)
        if abs(frame - tip) < 70:
            continue
        at = complex(middle, (tip + frame) / 2)
        star = [at + p for p in eight(15)]
        out += element("path", fill=scheme.accent, d=trace(star, closed=True))
        out += element(
            "path",
            stroke=scheme.line,
            stroke_width=1.5,
            d=trace([complex(middle, tip + sign * 8), at - 1j * sign * 21])
            + trace([at + 1j * sign * 21, complex(middle, frame)]),
        )
    return out
