"""Readers find what is written though they spell it in another way: pairs in three languages and across scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.pairs import pairs, site_of, title_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser


_PATIENCE = 5000
"""Milliseconds after which a result does not come any more, however busy the machine is."""


def misses(browser: Browser, serve: Callable[..., str], root: Path, name: str) -> tuple[list[str], int]:
    """The pairs of a file whose record is not among the results, and how many pairs there are."""
    from playwright.sync_api import TimeoutError  # noqa: A004  its own, which is not Python's

    cases = pairs(name)
    written = list(dict.fromkeys(pair.written for pair in cases))
    address = serve(site_of(root, written))
    tab = browser.new_page()
    missed = []
    for code in ("fa", "ar", "en"):
        tab.goto(f"{address}{code}/search/")
        box = tab.locator("#q")
        box.wait_for()
        for pair in cases:
            if pair.code != code:
                continue
            box.fill("")
            box.press("Enter")
            tab.locator(".search-found").wait_for(state="hidden")
            box.fill(pair.query)
            box.press("Enter")
            # The first results come before the rest, so what is meant is waited for.
            title = re.compile(rf"^\s*{re.escape(title_of(written.index(pair.written)))}\s*$")
            try:
                tab.locator(".result-title").filter(has_text=title).first.wait_for(timeout=_PATIENCE)
            except TimeoutError:
                missed.append(f"{pair.code}: {pair.query} | {pair.written}")
    tab.close()
    return missed, len(cases)


@pytest.mark.parametrize("name", ["spellings.txt"])
def test_nineteen_of_twenty_spellings_find_what_is_meant(
    browser: Browser, serve_folder: Callable[..., str], tmp_path: Path, name: str
) -> None:
    missed, count = misses(browser, serve_folder, tmp_path, name)

    assert count >= 120
    assert len(missed) <= count * 0.05, "\n".join(missed)
