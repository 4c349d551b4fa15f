"""How wide names are set, which is never less than what a browser makes of them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from tests.small_site import REPOSITORY
from warraq.timeline.widths import width_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FACES = {"fa": "vazirmatn", "ar": "noto-naskh-arabic", "en": "source-serif-4"}


def test_letters_that_are_joined_are_narrower_than_those_that_end_a_word() -> None:
    assert width_of("بب") < 2 * width_of("ب")
    assert width_of("درد") == width_of("د") * 2 + width_of("ر"), "none of them joins the next"


def test_marks_and_invisible_signs_take_no_room() -> None:
    assert width_of("كِتابٌ") == width_of("كتاب")
    assert width_of("ābū") == width_of("abu")
    assert width_of("می\u200cشود") == pytest.approx(width_of("می") + width_of("شود"))


def test_no_name_of_the_site_is_set_wider_than_it_is_reckoned(browser: Browser) -> None:
    names: dict[str, list[str]] = {code: [] for code in FACES}
    for path in (REPOSITORY / "content").glob("*/*/facts.yaml"):
        for row in path.read_text("utf-8").splitlines():
            code, _, name = row.strip().partition(": ")
            if code in names and name and not name.startswith(("[", "{")):
                names[code].append(name.strip("\"'"))
    fonts = {
        code: base64.b64encode((REPOSITORY / f"assets/fonts/{face}.woff2").read_bytes()).decode()
        for code, face in FACES.items()
    }
    tab = browser.new_page()
    measured = tab.evaluate(
        """async ([names, fonts]) => {
            const found = {}, pen = document.createElement("canvas").getContext("2d");
            for (const code of Object.keys(names)) {
                const face = new FontFace(`own-${code}`, `url(data:font/woff2;base64,${fonts[code]})`);
                document.fonts.add(await face.load());
                pen.font = `100px own-${code}`;
                found[code] = names[code].map(name => pen.measureText(name).width / 100);
            }
            return found;
        }""",
        [names, fonts],
    )
    tab.close()
    for code, found in names.items():
        assert len(found) > 100, code
        for name, width in zip(found, measured[code], strict=True):
            assert width_of(name) >= width, (code, name, width_of(name), width)
