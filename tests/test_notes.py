"""Notes in a real browser: beside their lines where there is a margin, else under them; at the end without a script."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import SITE, in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator
    from playwright.sync_api import Page as Tab

BODY = """\
The first is short.[^1] Three[^2] in[^3] a line[^4], and a long one.[^long] More words follow here so that the paragraph
is several lines long and its marks stand on different lines, as they do in a text
that somebody has written with care.[^5]

> A quotation with a note.[^6]
> -- Its author, *its book*[^7]

| Thing | Count |
|:--|--:|
| Wells[^8] | 12 |
| Gates | 4[^9] |

- A point with a note.[^10]

```poem numbered
Half a verse || and the other half[^11]
One more || and its half
```

## A heading with a note[^12]

The end, *in emphasis with a note[^13] inside*, and the first one again.[^1]

[^1]: The first.
[^2]: The second, *with* emphasis and the [[arch]].
[^3]: The third.
[^4]: The fourth.
[^5]: The fifth.
[^6]: On the quotation.
[^7]: On the book.
[^8]: On wells.
[^9]: On gates.
[^10]: On the point.
[^11]: On the verse.
[^12]: On the heading.
[^13]: In emphasis.
[^long]: A long note that has much to say. It goes on for a while, since the matter is not simple.

    It has a second paragraph.
"""
CROWD = "Words[^a] " + "".join(f"[^{n}]" for n in range(60)) + " end.\n\n[^a]: One.\n"
CROWD += "".join(
    f"[^{n}]: A note that is long enough for a line or two in the margin of a page.\n" for n in range(60)
)
HEAD = "---\ntitle: {}\nsummary: s\nauthor: a\n---\n"

STORIES = {
    "content/site.yaml": SITE.replace(", fonts: [own.woff2]", "").replace("facing: no", "facing: yes"),
    **{f"content/stories/bridge/{code}.md": HEAD.format(code) + BODY for code in ("fa", "ar", "en")},
    "content/stories/mill/en.md": HEAD.format("A crowd") + CROWD,
    "content/people/builder/en.md": (
        "---\nsummary: Built.\n---\nA builder.[^1] " + "Words. " * 300 + "\n\n[^1]: On the builder.\n"
    ),
}  # fmt: skip

BOXES = """() => [...document.querySelectorAll(".in-margin > ol > li")].map((note) => {
  const { top, bottom, left, right } = note.getBoundingClientRect();
  const mark = document.querySelector(`.noteref[href="#${note.id}"]`).getBoundingClientRect();
  return { top, bottom, left, right, line: mark.top, middle: (mark.left + mark.right) / 2 };
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    site: Path = in_real_dress(tmp_path_factory.mktemp("notes"), STORIES)[0]
    return serve_folder(site)


@pytest.fixture
def open_tab(reader: Callable[..., BrowserContext]) -> Callable[..., Tab]:
    """Opens a tab of a window this wide, with all faces of the page at hand."""

    def new(width: int, url: str, **settings: Any) -> Tab:
        settings = {"reduced_motion": "reduce", "has_touch": width < 600, **settings}
        tab = reader(width, 740, **settings).new_page()
        tab.goto(url)
        if settings.get("java_script_enabled", True):  # no frame comes where no script runs
            tab.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return tab

    return new


def in_order(tab: Tab) -> list[dict[str, float]]:
    return sorted(tab.evaluate(BOXES), key=lambda box: box["top"])


# ---------------------------------------------------------------- beside the line


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
@pytest.mark.parametrize("width", [1024, 1280, 1600])
def test_every_note_stands_in_the_margin_level_with_its_line_or_under_the_note_before_it(
    open_tab: Callable[..., Tab], address: str, code: str, width: int
) -> None:
    tab = open_tab(width, f"{address}{code}/stories/bridge/")
    notes = in_order(tab)
    assert len(notes) == 14
    end = 0.0
    for note in notes:
        assert note["top"] >= end, "no note stands on another"
        is_level = -6 < note["top"] - note["line"] < 30  # the mark of a heading is large
        assert is_level or note["top"] - end < 13
        end = note["bottom"]
    text = tab.locator(".prose").bounding_box()
    window = tab.evaluate("document.documentElement.clientWidth")
    assert text
    for note in notes:
        if code == "en":
            assert text["x"] + text["width"] < note["left"] < note["right"] <= window
        else:
            assert 0 <= note["left"] < note["right"] < text["x"]
    frame = tab.locator(".frame").bounding_box()
    assert frame
    assert end <= frame["y"] + frame["height"] + 1, "what comes after the text stands below the last note"


def test_notes_are_in_their_places_again_when_the_window_or_the_type_has_changed(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, f"{address}fa/stories/bridge/")
    before = in_order(tab)
    for change in (
        "document.documentElement.style.fontSize = '125%'",
        "document.querySelector('.prose').prepend('Words. '.repeat(300))",
    ):
        tab.evaluate(f"() => {{ {change} }}")
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        after = in_order(tab)
        assert after[0]["top"] != before[0]["top"]
        assert -6 < after[0]["top"] - after[0]["line"] < 30
        assert all(one["bottom"] <= other["top"] for one, other in pairwise(after))
        before = after
    tab.set_viewport_size({"width": 800, "height": 740})
    tab.locator(".notes:not(.in-margin)").wait_for()
    assert tab.locator("#footnotes").is_visible()
    tab.set_viewport_size({"width": 1280, "height": 740})
    tab.locator(".notes.in-margin").wait_for(state="attached")


def test_a_number_leads_to_its_note_in_the_margin_and_that_leads_back(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, f"{address}en/stories/bridge/")
    last = tab.locator(".noteref[href='#fn-13']")
    last.focus()
    tab.keyboard.press("Enter")
    note = tab.locator(".notes li:focus")
    assert note.inner_text().startswith("In emphasis.")
    tab.keyboard.press("Tab")
    assert tab.locator(":focus").get_attribute("href") == "#fnref-13"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#fnref-13")


def test_where_a_note_is_called_again_far_from_it_it_opens_in_place(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, f"{address}en/stories/bridge/")
    again = tab.locator(".noteref[href='#fn-1']").last
    again.click()
    assert tab.locator(".note-here").inner_text().split() == ["1", "The", "first."]
    assert again.get_attribute("aria-expanded") == "true"
    assert len(in_order(tab)) == 14, "the others stay in the margin"


def test_notes_keep_clear_of_what_stands_in_the_margin_already(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, f"{address}en/people/builder/")
    (note,) = in_order(tab)
    about = tab.locator(".about").bounding_box()
    assert about
    assert note["line"] < about["y"] + about["height"] < note["top"]


def test_notes_that_would_stand_far_from_their_lines_stay_at_the_end_and_open_in_place(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, f"{address}en/stories/mill/")
    assert tab.locator(".in-margin").count() == 0
    assert tab.locator("#footnotes").is_visible()
    tab.locator(".noteref").first.click()
    assert tab.locator(".note-here").inner_text().split() == ["1", "One."]


# ---------------------------------------------------------------- under the line


def box(found: Locator) -> dict[str, float]:
    place = found.bounding_box()
    assert place
    return {"top": place["y"], "bottom": place["y"] + place["height"], **place}


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_a_tap_on_a_number_opens_its_note_under_the_line_and_another_closes_it(
    open_tab: Callable[..., Tab], address: str, code: str
) -> None:
    tab = open_tab(360, f"{address}{code}/stories/bridge/")
    mark, here = tab.locator(".noteref").first, tab.locator(".note-here")
    before = box(mark)
    mark.tap()
    assert "The first." in here.inner_text()
    assert mark.get_attribute("aria-expanded") == "true"
    assert box(mark) == before, "the line stays where it is"
    assert before["bottom"] <= box(here)["top"] < before["bottom"] + 40
    assert here.get_attribute("dir") == {"fa": "rtl", "ar": "rtl", "en": "ltr"}[code]
    mark.tap()
    assert here.count() == 0
    assert mark.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("code", ["fa", "en"])
def test_every_note_opens_in_place_whatever_its_number_stands_in(
    open_tab: Callable[..., Tab], address: str, code: str
) -> None:
    tab = open_tab(360, f"{address}{code}/stories/bridge/")
    for mark in tab.locator(".noteref").all():
        mark.tap()
    opened = [box(here) for here in tab.locator(".note-here").all()]
    assert len(opened) == 15
    for number, one in enumerate(opened):
        assert one["width"] > 200, "not squeezed into the cell of a table or half a verse"
        for other in opened[:number]:
            assert one["bottom"] <= other["top"] or other["bottom"] <= one["top"]
    table, after = box(tab.locator(".table")), box(tab.locator(".table ~ .note-here").first)
    assert table["bottom"] <= after["top"]
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_escape_closes_an_open_note_and_the_focus_is_at_its_number(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(360, f"{address}en/stories/bridge/")
    mark = tab.locator(".noteref").nth(1)
    mark.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.locator(":focus").inner_text() == "Arch", "the note comes next, with its link"
    tab.keyboard.press("Escape")
    assert tab.locator(".note-here").count() == 0
    assert mark.evaluate("(mark) => mark === document.activeElement")


@pytest.mark.parametrize("width", [360, 1280])
def test_two_texts_beside_each_other_open_their_notes_in_their_own_column(
    open_tab: Callable[..., Tab], address: str, width: int
) -> None:
    tab = open_tab(width, f"{address}fa/stories/bridge/with/en/", has_touch=True)
    for code in ("fa", "en"):
        side = tab.locator(f".side.prose[lang='{code}']").first
        side.locator(".noteref").first.tap()
        here, column = box(side.locator(".note-here")), box(side)
        assert column["x"] - 1 <= here["x"]
        assert here["x"] + here["width"] <= column["x"] + column["width"] + 1


# ---------------------------------------------------------------- at the end


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_all_notes_are_at_the_end_and_numbers_lead_there(
    open_tab: Callable[..., Tab], address: str, width: int
) -> None:
    tab = open_tab(width, f"{address}fa/stories/bridge/", java_script_enabled=False)
    assert tab.locator("#footnotes").is_visible()
    tab.locator(".noteref").first.click()
    tab.wait_for_url("**#fn-1")
    assert all(note.is_visible() for note in tab.locator(".notes li").all())


def test_on_paper_all_notes_are_at_the_end(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(1280, f"{address}en/stories/bridge/")
    tab.emulate_media(media="print")
    text, notes = box(tab.locator(".prose > p").last), tab.locator(".notes > ol > li").all()
    assert all(box(note)["top"] > text["bottom"] for note in notes)
    assert tab.locator("#footnotes").is_visible()
    assert not tab.locator(".back").first.is_visible()
