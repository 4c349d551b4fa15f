"""The folding of the index and that of the browser are one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.lang.test_folding import read_cases
from warraq.lang.folding import fold, fold_map, fold_query, fold_words, matches
from warraq.lang.folding_script import javascript

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MIXED = (
    "ابپتچکگيیكىئةهۀأآإٱءلالوفبمرس\u200c\u200bـَُِّْٰٔ «»،؛؟.-–'’"
    "ʿ‘alAL'sdquzhḤḵšĀīİıßΣςﷲﷺﻻﻷ۱١1,٬𝐀😀한𐎠हिं\u202b\u2067\ufdd0\ue000"
)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A page that has the script as `folding`."""
    page = browser.new_page()
    page.evaluate(
        "async (source) => { globalThis.folding = await import(source); }",
        f"data:text/javascript;charset=utf-8,{quote(javascript())}",
    )
    yield page
    page.close()


def texts() -> list[str]:
    """Texts of letters that meet in one place only when chance brings them there, the same at every run."""
    chance = random.Random(1325)  # noqa: S311
    mixed = ["".join(chance.choices(MIXED, k=chance.randint(1, 24))) for _ in range(2000)]
    anything = [
        "".join(chr(chance.choice([*range(0x20, 0xD800), *range(0xE000, 0x20000)])) for _ in range(10))
        for _ in range(50)
    ]
    return [*mixed, *anything, *(text for case in read_cases() for text in case[:2])]


def units(text: str) -> int:
    """The length of a text as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_every_character_of_the_first_plane_is_folded_alike_between_letters_and_alone(tab: Page) -> None:
    between = tab.evaluate(
        "Array.from({length: 65536}, (_, code) => folding.fold('a' + String.fromCharCode(code) + 'b'))"
    )
    alone = tab.evaluate("Array.from({length: 65536}, (_, code) => folding.fold(String.fromCharCode(code)))")
    different = [
        f"U+{code:04X}"
        for code in range(0x10000)
        if (between[code], alone[code]) != (fold(f"a{chr(code)}b"), fold(chr(code)))
    ]
    assert different == []


def test_texts_of_all_scripts_are_folded_parted_and_asked_for_alike(tab: Page) -> None:
    given = texts()
    found: list[Any] = tab.evaluate(
        "(texts) => texts.map((text) => [folding.fold(text), folding.foldWords(text), folding.foldQuery(text)])",
        given,
    )
    for text, result in zip(given, found, strict=True):
        assert result == [fold(text), [*fold_words(text)], [[*group] for group in fold_query(text)]], text


def test_the_map_leads_to_the_same_places_counted_in_the_units_of_javascript(tab: Page) -> None:
    given = texts()
    found: list[Any] = tab.evaluate("(texts) => texts.map(folding.foldMap)", given)
    for text, result in zip(given, found, strict=True):
        folded, offsets = fold_map(text)
        in_units = [
            units(text[:offset])
            for char, offset in zip(folded, offsets, strict=True)
            for _ in range(units(char))
        ]
        assert result == [folded, in_units], text


def test_a_search_in_the_browser_finds_what_it_finds_here(tab: Page) -> None:
    pairs = [case[:2] for case in read_cases()]
    assert tab.evaluate("(pairs) => pairs.map((pair) => folding.matches(...pair))", pairs) == [
        matches(query, text) for query, text in pairs
    ]


def test_the_script_is_small_and_says_what_it_exports() -> None:
    source = javascript()
    assert len(source.encode()) < 14_000
    for name in ("fold", "foldWords", "foldQuery", "foldMap", "matches"):
        assert f"export const {name} =" in source or f"export function {name}(" in source
