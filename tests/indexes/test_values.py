"""Whatever a site holds, every public record stands on exactly the pages of its values, and the counts are true."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.indexes.drawn import anything, expected, written
from tests.indexes.worlds import BASE, dressed, entries_of
from tests.small_site import broken_addresses, draw_once, pages_of
from warraq.model.kinds import KIND
from warraq.plan import facet_pages, listings


@pytest.mark.parametrize("seed", range(3))
def test_every_record_stands_on_exactly_the_pages_of_its_values(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_once(monkeypatch)
    monkeypatch.setattr(listings, "LIST_LENGTH", 3)  # so that most lists are on several pages
    monkeypatch.setattr(facet_pages, "VALUES_LENGTH", 4)
    records = anything(random.Random(seed))  # noqa: S311  it must be the same every time
    output = dressed(tmp_path, written(records))
    assert broken_addresses(output, BASE) == []

    public = [key for key, facts in records.items() if "draft" not in facts]
    totals = {kind: sum(key.startswith(f"{kind}/") for key in public) for kind in KIND}
    wanted = {
        value: keys
        for value, keys in expected(records).items()
        if len(keys) < totals[value.partition("/")[0]]
    }
    for code in ("fa", "en"):
        pages = {a: page for a, page in pages_of(output).items() if a.startswith(f"/{code}/")}
        shown: dict[str, set[str]] = defaultdict(set)
        for address, page in pages.items():
            value = re.fullmatch(rf"/{code}/(\w+/\w+/[\w-]+)/(?:page/\d+/)?", address)
            if value and page.html["data-template"] == "facet-value":
                listed = entries_of(address, page, code)
                assert not listed & shown[value[1]], "each stands on one page only"
                shown[value[1]] |= listed
        assert shown == wanted
        assert said_counts(output, code) == {value: len(keys) for value, keys in wanted.items()}


def said_counts(output: Path, code: str) -> dict[str, int]:
    """By the `kind/facet/value` that the pages of all values name, how many records they say that it has."""
    found = {}
    for path in (output / code).rglob("index.html"):
        source, address = path.read_text("utf-8"), f"/{path.parent.relative_to(output).as_posix()}/"
        if 'data-template="facet"' in source:
            for href, number in re.findall(
                r'<li><a href="([^"]+)">.*?<span class="value-count">(\w+)<', source
            ):
                found[urljoin(address, href).removeprefix(f"/{code}/").rstrip("/")] = int(number)
    # A value that all have leads to the list itself.
    return {value: count for value, count in found.items() if value.count("/") == 2}
