"""What a style sheet of the house may not do: each rule keeps one of the three scripts, or another city, from harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from warraq.art.inks import contrast
from warraq.model.site import Colours

CSS = Path(__file__).parent.parent / "assets" / "css"
SHEETS = {
    path.relative_to(CSS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(CSS.rglob("*.css"))
}
OURS = {name: sheet for name, sheet in SHEETS.items() if name != "fonts.css"}
"""All but the one sheet that is made of font files' measures."""

PHYSICAL = re.compile(
    r"(?:^|[\s;{])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b[\w-]*"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:"
)
LATIN_ONLY = {"letter-spacing", "text-transform", "hyphens"}


def declarations(sheet: str) -> list[tuple[str, str, str]]:
    """Selector, property and value of every declaration; at-rules are left out of the selector."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return [
        (selector.strip(), name.strip(), value.strip())
        for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", plain)
        for name, _, value in (line.partition(":") for line in body.split(";"))
        if value
    ]


def test_the_reader_of_sheets_sees_what_stands_in_a_layer_and_a_media_query() -> None:
    sheet = "@layer a { @media print { b > c { margin: 0; /* no */ color: var(--ink) } } }"
    assert declarations(sheet) == [("b > c", "margin", "0"), ("b > c", "color", "var(--ink)")]


@pytest.mark.parametrize("name", OURS)
def test_a_sheet_knows_start_and_end_but_not_left_and_right(name: str) -> None:
    declared = [f"{prop}: {value}" for _, prop, value in declarations(OURS[name])]
    physical = [line for line in declared if PHYSICAL.match(f" {line}")]
    sides = [line for line in declared if re.search(r"(?<![\w-])(left|right)(?![\w-])", line)]
    assert physical + sides == []


HOUSE = [name for name in OURS if name != "components/tones.css"]
"""All whose colours are the house's. Tones are the colours of photographs: no palette could name them."""


@pytest.mark.parametrize("name", HOUSE)
def test_colours_are_named_and_never_written_out(name: str) -> None:
    written = [
        v for _, _, v in declarations(OURS[name]) if re.search(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", v)
    ]
    assert written == []


def test_a_tone_colours_the_ground_of_a_picture_and_nothing_else() -> None:
    declared = declarations(OURS["components/tones.css"])
    assert declared
    assert all(re.fullmatch(r"\.tone-\w+", selector) for selector, _, _ in declared)
    assert {prop for _, prop, _ in declared} == {"background-color"}


@pytest.mark.parametrize("name", [name for name in OURS if name != "fallback.css"])
def test_every_rule_stands_in_a_layer(name: str) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", OURS[name], flags=re.DOTALL).strip()
    depth, outside = 0, ""
    for sign in sheet:
        depth += (sign == "{") - (sign == "}")
        outside += sign if depth == 0 and sign != "}" else ""
    assert all(line.strip().startswith("@layer ") for line in outside.strip().splitlines() if line.strip())


def test_the_one_sheet_without_layers_speaks_to_browsers_that_know_none() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", SHEETS["fallback.css"], flags=re.DOTALL).strip()
    condition, _, rules = sheet.partition("{")
    assert condition.strip() == "@supports not ((text-emphasis: filled) and (accent-color: auto))"
    depths = [1]
    for sign in rules:
        depths.append(depths[-1] + (sign == "{") - (sign == "}"))
    assert depths.index(0) == len(depths) - 1, "a rule stands outside and would go before every layer"


def test_every_layer_that_is_used_has_its_place_in_the_order() -> None:
    order = re.findall(r"\w+", SHEETS["layers.css"].partition("@layer")[2])
    used = {layer for sheet in OURS.values() for layer in re.findall(r"@layer (\w+) \{", sheet)}
    assert used <= set(order)


@pytest.mark.parametrize("name", OURS)
def test_what_would_break_joined_letters_is_said_of_english_alone(name: str) -> None:
    said = [
        (selector, prop)
        for selector, prop, value in declarations(OURS[name])
        if prop in LATIN_ONLY or (prop == "font-style" and value == "italic")
    ]
    assert [where for where in said if ":lang(en)" not in where[0]] == []


def test_persian_and_arabic_lines_have_more_air_than_english_ones() -> None:
    leading = {
        selector: float(value)
        for selector, prop, value in declarations(SHEETS["tokens.css"])
        if prop == "--leading"
    }
    assert leading[":lang(en)"] < 1.7 < min(leading[":lang(fa)"], leading[":lang(ar)"])


def test_no_sheet_asks_another_host_or_carries_a_picture_in_itself() -> None:
    assert [
        name for name, sheet in SHEETS.items() if re.search(r"https?:|url\([\"']?data:|@import", sheet)
    ] == []


@pytest.mark.parametrize("colour", ["ink", "lapis", "madder", "indigo"])
def test_by_day_what_is_read_stands_seven_to_one_from_the_paper(colour: str) -> None:
    house = Colours()
    assert contrast(getattr(house, colour), house.paper) >= 7


def test_at_night_the_moon_stands_seven_to_one_from_the_ground() -> None:
    assert contrast(Colours().moon, Colours().night) >= 7
