"""The closer look at a picture in a real browser: fetched on a tap, at home in both directions, never in the way."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageColor, ImageDraw

from tests.small_site import REPOSITORY
from warraq.iiif.tiles import factors_of, level, print_tile, tiles_of
from warraq.model.site import Colours
from warraq.render.styles import read_assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Tab

SIZE = (2700, 1900)
"""No side is a multiple of a tile, at any scale."""

POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"

WORDS = {
    "en": {
        "close": "Close",
        "in": "Closer",
        "out": "Farther",
        "whole": "Whole picture",
        "zoomed": "Enlarged to {percent}",
    },
    "ar": {
        "close": "إغلاق",
        "in": "تقريب",
        "out": "إبعاد",
        "whole": "الصورة كاملة",
        "zoomed": "مكبّرة إلى {percent}",
    },
}
NUMBERS = {"en": "en", "ar": "ar-u-nu-arab"}

PAGE = """\
<!doctype html>
<html lang="{code}" dir="{direction}">
<head><meta charset="utf-8"><title>A work</title><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="stylesheet" href="{style}">
<link rel="icon" href="small.jpg"></head>
<body><main><h1>A work</h1>
<p><a data-zoom href="large.jpg" data-tiles="picture/" data-width="{wide}" data-height="{high}" data-tile="512"
 data-factors="{factors}" data-alt="A field of squares">{inside}</a></p></main>
<script src="{zoom}" defer data-viewer="{viewer}" data-locale="{numbers}" {words}></script></body></html>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture with all its tiles, and pages that link to it: in English, in Arabic, and with a smaller picture."""
    root = tmp_path_factory.mktemp("closer-look")
    assets = read_assets(REPOSITORY / "assets", Colours())
    for node in assets.nodes:
        write(root / node.path, node.content)
    picture = Image.new("RGB", SIZE, "#caa46a")
    draw = ImageDraw.Draw(picture)
    for number, (x, y) in enumerate((x, y) for y in range(20, SIZE[1], 120) for x in range(20, SIZE[0], 120)):
        draw.rectangle((x, y, x + 90, y + 90), fill=("#12355b", "#7b1e28", "#2a7f86")[number % 3])
    tiles = tiles_of(*SIZE)
    levels = {factor: level(picture, factor) for factor in factors_of(*SIZE)}
    for tile in tiles:
        write(root / "picture" / tile.path, print_tile(levels[tile.factor], tile))
    levels[2].save(root / "large.jpg")
    levels[8].save(root / "small.jpg")
    for code, words in WORDS.items():
        for name, inside in (
            (code, "See the picture"),
            (f"{code}-seen", '<img src="small.jpg" alt="A field">'),
        ):
            page = PAGE.format(
                code=code,
                direction="rtl" if code == "ar" else "ltr",
                policy=POLICY,
                style=assets.styles[0][1:],
                wide=SIZE[0],
                high=SIZE[1],
                factors=" ".join(map(str, levels)),
                inside=inside,
                zoom=dict(assets.scripts)["zoom.js"][1:],
                viewer=dict(assets.scripts)["viewer.js"][1:],
                numbers=NUMBERS[code],
                words=" ".join(f'data-{name}="{said}"' for name, said in words.items()),
            )
            write(root / f"{name}.html", page.encode())
    return root


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str], folder: Path) -> str:
    return serve_folder(folder)


@dataclass
class Reader:
    """A tab, and everything that was asked for or went wrong in it."""

    tab: Tab
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def viewer(self) -> Locator:
        return self.tab.locator("dialog.viewer")

    @property
    def tiles(self) -> set[str]:
        return {path.partition("/picture/")[2] for path in self.asked if "/picture/" in path}

    def tap(self) -> None:
        self.tab.locator("a[data-zoom]").click()
        self.viewer.wait_for()
        self.rest()

    def rest(self) -> None:
        """Until nothing moves and all that is wanted is there."""
        self.tab.wait_for_timeout(160)
        self.until(
            "[...document.querySelectorAll('.viewer-stage img')].every(i => i.complete && i.style.transform)"
        )

    def until(self, condition: str) -> None:
        """Until a condition of the page holds; the policy of the page forbids the browser's own way to wait."""
        for _ in range(100):
            if self.tab.evaluate(condition):
                return
            self.tab.wait_for_timeout(30)
        pytest.fail(f"never came true: {condition}")

    def drawn(self) -> float:
        """The width of the whole picture in pixels of the window, as the tile or preview beneath shows it."""
        return float(
            self.tab.evaluate(
                "Math.max(...[...document.querySelectorAll('.viewer-stage img')]"
                ".filter(i => +i.style.zIndex <= 512).map(i => i.getBoundingClientRect().width))"
            )
        )


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Reader]]:
    """Opens a page for a reader: `reader(url, width=390, height=844, device_scale_factor=3, …)`."""
    contexts = []

    def opened(
        url: str, width: int = 1280, height: int = 800, motion: str = "reduce", **settings: Any
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion=motion, **settings
        )
        contexts.append(context)
        found = Reader(context.new_page())
        found.tab.on("request", lambda request: found.asked.append(urlsplit(request.url).path))
        found.tab.on(
            "response", lambda a: found.faults.append(f"{a.status} {a.url}") if a.status >= 400 else None
        )
        found.tab.on(
            "console",
            lambda said: found.faults.append(said.text) if said.type in {"error", "warning"} else None,
        )
        found.tab.on("pageerror", lambda error: found.faults.append(str(error)))
        found.tab.goto(url)
        return found

    yield opened
    for context in contexts:
        context.close()


# ---------------------------------------------------------------- opening and closing


def test_nothing_of_the_viewer_is_fetched_before_somebody_wants_a_closer_look(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en.html")
    assert not visitor.tiles
    assert not [path for path in visitor.asked if "viewer." in path and path.endswith(".js")]

    visitor.tap()

    assert [path for path in visitor.asked if "/viewer." in path]
    assert visitor.tiles
    assert visitor.faults == []


def test_a_key_opens_it_and_every_way_out_leads_back_to_the_link(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en.html")
    tab = visitor.tab
    ways = {
        "button": visitor.viewer.get_by_role("button", name="Close", exact=True).click,
        "escape": lambda: tab.keyboard.press("Escape"),
        "back": tab.go_back,
    }
    tab.locator("a[data-zoom]").focus()
    for way, leave in ways.items():
        tab.keyboard.press("Enter")
        visitor.viewer.wait_for()
        for _ in range(4):
            assert tab.evaluate("document.querySelector('dialog').contains(document.activeElement)"), way
            tab.keyboard.press("Tab")

        leave()

        visitor.viewer.wait_for(state="detached")
        visitor.until("document.activeElement.matches('a[data-zoom]') && !history.state")
        assert tab.url == f"{address}en.html"
    assert visitor.faults == []


def test_with_another_key_held_the_link_stays_a_link(reader: Callable[..., Reader], address: str) -> None:
    visitor = reader(f"{address}en.html")
    with visitor.tab.context.expect_page():
        visitor.tab.locator("a[data-zoom]").click(modifiers=["ControlOrMeta"])
    assert visitor.viewer.count() == 0


def test_without_javascript_the_link_leads_to_the_large_picture(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en.html", java_script_enabled=False)
    visitor.tab.locator("a[data-zoom]").click()
    visitor.tab.wait_for_url(f"{address}large.jpg")
    assert visitor.tab.url == f"{address}large.jpg"


@pytest.mark.parametrize("lost", ["**/viewer.*.js", "**/picture/**"])
def test_where_the_viewer_or_its_tiles_are_lost_the_link_is_followed(
    reader: Callable[..., Reader], address: str, lost: str
) -> None:
    visitor = reader(f"{address}en.html")
    visitor.tab.route(lost, lambda route: route.abort())
    visitor.tab.locator("a[data-zoom]").click()
    visitor.tab.wait_for_url(f"{address}large.jpg")
    assert visitor.tab.url == f"{address}large.jpg"


def test_it_opens_from_a_folder_on_the_disk(reader: Callable[..., Reader], folder: Path) -> None:
    visitor = reader((folder / "en.html").as_uri())
    visitor.tap()
    visitor.tab.keyboard.press("+")
    visitor.rest()
    assert visitor.tab.evaluate(
        "[...document.querySelectorAll('.viewer-stage img')].every(i => i.naturalWidth)"
    )
    assert visitor.faults == []


# ---------------------------------------------------------------- looking


def test_closer_asks_for_sharper_tiles_of_what_is_seen_and_keeps_the_rest_beneath(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en.html", width=800, height=600)
    visitor.tap()
    before, wide = visitor.tiles, visitor.drawn()
    assert len(before) < 10

    for _ in range(3):
        visitor.viewer.get_by_role("button", name="Closer").click()
    visitor.tab.mouse.click(400, 300)
    visitor.tab.keyboard.press("+")
    visitor.rest()

    assert visitor.drawn() == pytest.approx(wide * 1.6**4, rel=0.01)
    sharper = visitor.tiles - before
    assert sharper
    assert all(path.split("/")[0].endswith(",512,512") or "," in path for path in sharper)
    assert len(sharper) < sum(tile.factor == 1 for tile in tiles_of(*SIZE)), "only what is seen"
    assert visitor.tab.locator('.viewer-stage img[src$="full/338,238/0/default.jpg"]').count() == 1


@pytest.mark.parametrize(
    ("width", "height", "density"), [(360, 740, 3), (820, 1180, 2), (1280, 800, 1), (1920, 1080, 1.25)]
)
def test_on_any_screen_a_walk_through_the_picture_asks_only_for_tiles_that_there_are(
    reader: Callable[..., Reader], address: str, width: int, height: int, density: float
) -> None:
    chance = random.Random(f"{width}×{height}")  # noqa: S311  a walk, not a secret
    visitor = reader(f"{address}en.html", width=width, height=height, device_scale_factor=density)
    visitor.tap()
    steps = ["+", "+", "-", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "0", "wheel", "drag"]
    for step in chance.choices(steps, k=24):
        x, y = chance.randrange(width // 2), chance.randrange(height // 2)
        if step == "wheel":
            visitor.tab.mouse.move(x, y)
            visitor.tab.mouse.wheel(0, chance.choice([-600, -90, 240]))
        elif step == "drag":
            visitor.tab.mouse.move(x, y)
            visitor.tab.mouse.down()
            visitor.tab.mouse.move(x + 150, y + 90, steps=3)
            visitor.tab.mouse.up()
        else:
            visitor.tab.keyboard.press(step)
        visitor.tab.wait_for_timeout(chance.choice([5, 60]))
    visitor.rest()

    assert visitor.tiles <= {tile.path for tile in tiles_of(*SIZE)}
    assert visitor.faults == []
    assert covered(visitor.tab), "no hole where there is picture"


def covered(tab: Tab) -> bool:
    """Whether the tiles of one level cover every point of the window that lies in the picture."""
    return bool(
        tab.evaluate(
            """() => {
              const laid = [...document.querySelectorAll('.viewer-stage img')].filter(i => i.naturalWidth)
                .map(i => ({ box: i.getBoundingClientRect(), depth: +i.style.zIndex }));
              const whole = laid.reduce((a, b) => a.box.width >= b.box.width ? a : b).box;
              const finest = Math.max(...laid.map(({ depth }) => depth));
              const inside = (r, x, y) => x >= r.left && x < r.right && y >= r.top && y < r.bottom;
              const bare = (x, y) => inside(whole, x, y)
                && !laid.some(({ box, depth }) => depth === finest && inside(box, x, y));
              for (let x = 1; x < innerWidth; x += 7)
                for (let y = 1; y < innerHeight; y += 7) if (bare(x, y)) return false;
              return true;
            }"""
        )
    )


def test_the_wheel_brings_closer_what_is_under_the_pointer_and_a_drag_goes_along_with_it(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}ar.html", width=800, height=600)
    visitor.tap()
    mouse = visitor.tab.mouse
    beneath = visitor.tab.locator('.viewer-stage img[src$="full/338,238/0/default.jpg"]')

    def under(x: float, y: float) -> tuple[float, float]:
        """The place in the picture that is under a point of the window, as shares of its sides."""
        box = beneath.bounding_box()
        assert box
        return (x - box["x"]) / box["width"], (y - box["y"]) / box["height"]

    place = under(300, 250)
    mouse.move(300, 250)
    for _ in range(5):
        mouse.wheel(0, -240)
        visitor.rest()
    assert under(300, 250) == pytest.approx(place, abs=0.003)

    mouse.down()
    mouse.move(420, 330, steps=4)
    mouse.up()
    visitor.rest()
    assert under(420, 330) == pytest.approx(place, abs=0.003)


def test_arrows_move_the_look_in_the_direction_that_they_show_in_every_script(
    reader: Callable[..., Reader], address: str
) -> None:
    for code in WORDS:
        visitor = reader(f"{address}{code}.html", width=800, height=600)
        visitor.tap()
        for _ in range(3):
            visitor.tab.keyboard.press("+")
        visitor.rest()
        beneath = visitor.tab.locator('.viewer-stage img[src$="full/338,238/0/default.jpg"]')
        before = beneath.bounding_box()
        visitor.tab.keyboard.press("ArrowRight")
        visitor.rest()
        after = beneath.bounding_box()
        assert before
        assert after
        assert after["x"] < before["x"], "what was on the right has come nearer"
        assert after["y"] == pytest.approx(before["y"], abs=1)


def test_nought_in_any_digits_shows_the_whole_picture_again(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}ar.html")
    visitor.tap()
    wide = visitor.drawn()
    press = (
        "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))"
    )
    for nought in ("0", "Home", "۰", "٠"):
        visitor.tab.keyboard.press("=")
        visitor.rest()
        assert visitor.drawn() > wide
        visitor.tab.evaluate(press, nought)
        visitor.rest()
        assert visitor.drawn() == pytest.approx(wide, abs=1)


def test_two_fingers_bring_closer_what_is_between_them_and_a_double_tap_what_is_under_it(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en.html", width=390, height=844, device_scale_factor=3, has_touch=True)
    visitor.tap()
    wide = visitor.drawn()
    session = visitor.tab.context.new_cdp_session(visitor.tab)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]},
        )

    touch("touchStart", (150, 400), (250, 400))
    for spread in (60, 80, 100):
        touch("touchMove", (200 - spread, 400), (200 + spread, 400))
    touch("touchEnd")
    visitor.rest()
    assert visitor.drawn() == pytest.approx(2 * wide, rel=0.05)

    visitor.tab.touchscreen.tap(100, 400)
    visitor.tab.touchscreen.tap(102, 401)
    visitor.rest()
    assert visitor.drawn() == pytest.approx(2 * wide * 1.6**2, rel=0.05)
    assert visitor.faults == []


def test_what_the_page_shows_already_is_there_at_once_beneath_the_tiles(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en-seen.html")
    visitor.tab.route("**/picture/**", lambda route: route.abort())
    visitor.tap()
    assert visitor.tab.locator('.viewer-stage img[src$="small.jpg"]').bounding_box()
    assert visitor.tab.url == f"{address}en-seen.html", "poorer than tiles, but a picture"


def test_a_tile_that_was_lost_on_the_way_is_asked_for_again(
    reader: Callable[..., Reader], address: str
) -> None:
    visitor = reader(f"{address}en-seen.html")
    visitor.tab.route("**/picture/**", lambda route: route.abort(), times=3)
    visitor.tap()
    visitor.tab.wait_for_timeout(1200)
    visitor.rest()
    assert len(visitor.asked) > len(set(visitor.asked))
    assert covered(visitor.tab)


def test_a_turned_phone_still_shows_the_whole_picture(reader: Callable[..., Reader], address: str) -> None:
    visitor = reader(f"{address}en.html", width=390, height=844)
    visitor.tap()
    visitor.tab.set_viewport_size({"width": 844, "height": 390})
    visitor.rest()
    assert visitor.drawn() <= 844
    assert visitor.drawn() * SIZE[1] / SIZE[0] == pytest.approx(390, abs=40)


# ---------------------------------------------------------------- words and controls


@pytest.mark.parametrize("code", WORDS)
def test_controls_have_names_and_room_and_stand_at_the_end_of_the_line(
    reader: Callable[..., Reader], address: str, code: str
) -> None:
    visitor = reader(f"{address}{code}.html", width=360, height=740)
    visitor.tap()
    dialog = visitor.tab.get_by_role("dialog", name="A field of squares")
    assert dialog.get_by_role("img", name="A field of squares").count() == 1
    for name in ("close", "in", "out", "whole"):
        box = dialog.get_by_role("button", name=WORDS[code][name], exact=True).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        middle = box["x"] + box["width"] / 2
        assert middle < 90 if code == "ar" else middle > 270
    for scheme in ("light", "dark"):
        visitor.tab.emulate_media(color_scheme=scheme)
        ground = visitor.tab.evaluate("getComputedStyle(document.querySelector('.viewer')).backgroundColor")
        assert ground == f"rgb{ImageColor.getrgb(Colours().night)}", "dark by day too"


@pytest.mark.parametrize(("code", "said"), [("en", "Enlarged to 160%"), ("ar", "مكبّرة إلى ١٦٠٪\u061c")])
def test_who_cannot_see_is_told_how_close_it_is_in_the_digits_of_the_language(
    reader: Callable[..., Reader], address: str, code: str, said: str
) -> None:
    visitor = reader(f"{address}{code}.html")
    visitor.tap()
    status = visitor.tab.get_by_role("status")
    visitor.tab.keyboard.press("+")
    visitor.until("document.querySelector('[role=status]').textContent")
    assert status.text_content() == said
    visitor.tab.keyboard.press("0")
    visitor.tab.wait_for_timeout(600)
    assert status.text_content() == WORDS[code]["whole"]


def test_a_step_closer_glides_but_not_for_readers_who_want_less_motion(
    reader: Callable[..., Reader], address: str
) -> None:
    after_a_moment = {}
    for motion in ("no-preference", "reduce"):
        visitor = reader(f"{address}en.html", motion=motion)
        visitor.tap()
        wide = visitor.drawn()
        visitor.tab.keyboard.press("+")
        visitor.tab.evaluate("new Promise(requestAnimationFrame)")
        after_a_moment[motion] = visitor.drawn() / wide
        visitor.tab.wait_for_timeout(250)
        assert visitor.drawn() / wide == pytest.approx(1.6, rel=0.01)
    assert after_a_moment["no-preference"] < 1.5
    assert after_a_moment["reduce"] == pytest.approx(1.6, rel=0.01)


def test_the_scripts_stay_as_light_as_they_were_meant_to_be() -> None:
    import gzip

    weight = {
        path.name: len(gzip.compress(path.read_bytes(), 9))
        for path in (REPOSITORY / "assets" / "js").glob("*.js")
    }
    assert weight["zoom.js"] < 1000
    assert weight["viewer.js"] < 5000
