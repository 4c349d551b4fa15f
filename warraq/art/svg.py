"""Return SVG text: short numbers, paths in relative steps, elements with escaped attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise


def number(value: float, places: int = 1) -> str:
    """A number in its shortest decimal form (``0.50`` is ``.5``, ``-0.0`` is ``0``)."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def trace(points: Sequence[complex], *, closed: bool = False, places: int = 1) -> str:
    """The path data of a broken line: one absolute move, then relative steps that do not add up rounding errors."""
    scale = 10**places
    grid = [(round(p.real * scale), round(p.imag * scale)) for p in points]
    steps: list[tuple[int, int]] = []
    for (x, y), (u, v) in pairwise(grid):
        if (u, v) != (x, y):
            steps.append((u - x, v - y))
    x, y = grid[0]
    out = "M" + _pair(x / scale, y / scale, places)
    last = ""
    for dx, dy in steps:
        if dy == 0:
            command, body = "h", number(dx / scale, places)
        elif dx == 0:
            command, body = "v", number(dy / scale, places)
        else:
            command, body = "l", _pair(dx / scale, dy / scale, places)
        if command != last:
            out += command + body
        else:
            out += body if body.startswith("-") else " " + body
        last = command
    return out + ("z" if closed else "")


def _pair(x: float, y: float, places: int) -> str:
    first, second = number(x, places), number(y, places)
    return first + second if second.startswith("-") else f"{first} {second}"


def traces(lines: Iterable[Sequence[complex]], *, closed: bool = False, places: int = 1) -> str:
    """The path data of several broken lines, one after another."""
    return "".join(trace(line, closed=closed, places=places) for line in lines)


def element(tag: str, *children: str, **attributes: str | float | None) -> str:
    """One element: ``stroke_width=2`` becomes ``stroke-width="2"``, ``class_`` is ``class``, ``None`` is left out."""
    parts = []
    for key, value in attributes.items():
        if value is None:
            continue
        text = value if isinstance(value, str) else number(value, 3)
        parts.append(f' {_NAMES.get(key, key.rstrip("_").replace("_", "-"))}="{escape(text)}"')
    body = "".join(children)
    return f"<{tag}{''.join(parts)}>{body}</{tag}>" if body else f"<{tag}{''.join(parts)}/>"


_NAMES = {
    "viewBox": "viewBox",
    "preserveAspectRatio": "preserveAspectRatio",
    "patternUnits": "patternUnits",
}


def drawing(
    view: tuple[float, float, float, float],
    *children: str,
    class_: str | None = None,
    size: tuple[float, float] | None = None,
    fit: str | None = None,
) -> str:
    """A whole ``svg`` element with its view box: decoration, silent for screen readers, good inline and as a file."""
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        class_=class_,
        viewBox=" ".join(number(v) for v in view),
        width=size[0] if size else None,
        height=size[1] if size else None,
        preserveAspectRatio=fit,
        aria_hidden="true",
    )
