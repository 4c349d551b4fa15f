"""What is drawn on a map: dots by weight, ways with a direction, what crowds enlarged, all within a few kilobytes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maps.test_labels import WIDTHS
from warraq.maps.arcs import Lanes, arc
from warraq.maps.frame import Shape, frame_around
from warraq.maps.insets import inset_of
from warraq.maps.lettering import read_lettering
from warraq.maps.plates import atlas, glimpse, journey_map, place_map
from warraq.maps.spots import Sizes, Spot, Way, dots_of
from warraq.maps.style import Speech

PERSIAN = Speech(
    read_lettering(WIDTHS, ["vazirmatn.woff2"]),
    "fa",
    "rtl",
    lambda text: text,
    lambda number: f"{number} کیلومتر",
)
ENGLISH = Speech(
    read_lettering(WIDTHS, ["source-serif-4.woff2"]),
    "en",
    "ltr",
    lambda text: text,
    lambda number: f"{number} km",
)
SHAPE = Shape(1800, 1080, 1400, 210)


def spot(key: str, latitude: float, longitude: float, **others) -> Spot:
    return Spot(key, longitude, latitude, key.title(), "en", "ltr", **{"href": f"../places/{key}/", **others})


ISFAHAN = spot("isfahan", 32.654, 51.668, weight=28, region="isfahan", title="Isfahan: 28 pages speak of it")
JERUSALEM = spot("jerusalem", 31.777, 35.234, weight=16, region="palestine")
HEBRON = spot("hebron", 31.525, 35.111, weight=7, region="palestine")
HAMADAN = spot("hamadan", 34.79, 48.51, weight=3)
TOWNS = [ISFAHAN, JERUSALEM, HEBRON, HAMADAN]


class Drawing(HTMLParser):
    """The elements of an SVG, each with the text in it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.found: list[tuple[str, dict[str, str], str]] = []
        self.feed(source)
        self.close()
        assert not self.open, "an element is not closed"

    def handle_starttag(self, tag, attrs) -> None:
        self.open.append((tag, dict(attrs), []))

    def handle_data(self, data) -> None:
        self.open[-1][2].append(data)

    def handle_endtag(self, tag) -> None:
        name, attributes, said = self.open.pop()
        assert name == tag
        self.found.append((name, attributes, "".join(said)))

    def handle_startendtag(self, tag, attrs) -> None:
        self.found.append((tag, dict(attrs), ""))

    def texts(self) -> list[str]:
        return [said for name, attributes, said in self.found if name == "text" and "class" not in attributes]

    def links(self) -> list[str]:
        return [attributes["href"] for name, attributes, _ in self.found if name == "a"]

    def titles(self) -> list[str]:
        return [said for name, _, said in self.found if name == "title"]


# ------------------------------------------------------------ dots


def test_the_area_of_a_dot_is_as_its_weight() -> None:
    frame = frame_around([spot.point for spot in TOWNS], SHAPE)
    radii = {dot.spot.key: dot.radius for dot in dots_of(TOWNS, frame, Sizes(26, 1, 100))}
    assert radii["isfahan"] ** 2 / radii["jerusalem"] ** 2 == pytest.approx(28 / 16)
    assert radii["jerusalem"] ** 2 / radii["hamadan"] ** 2 == pytest.approx(16 / 3)


def test_a_dot_that_would_lie_under_a_heavier_one_is_left_to_the_list() -> None:
    dome = spot("dome-of-the-rock", 31.778, 35.235, weight=2)
    frame = frame_around([spot.point for spot in TOWNS], SHAPE)
    assert "dome-of-the-rock" not in {
        dot.spot.key for dot in dots_of([*TOWNS, dome], frame, Sizes(26, 7, 100))
    }


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(31, 33), st.floats(34, 36), st.integers(0, 50)), min_size=1, max_size=60))
def test_the_middle_of_every_dot_can_be_met(points) -> None:
    spots = [spot(f"s{number}", *point[:2], weight=point[2]) for number, point in enumerate(points)]
    frame = frame_around([spot.point for spot in spots], SHAPE)
    for one, other in combinations(dots_of(spots, frame, Sizes(26, 7, 60)), 2):
        assert hypot(one.x - other.x, one.y - other.y) >= max(one.radius, other.radius)


# ------------------------------------------------------------ ways


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_a_way_swells_towards_where_it_leads() -> None:
    """Its outline begins and ends at two points close together; the barbs of the arrow lie at the other end."""
    drawn = arc((100, 300), (900, 300), 0.13, (10, 10))
    assert drawn is not None
    start = numbers(drawn.body)[:2]
    assert hypot(start[0] - 100, start[1] - 300) < 20
    assert drawn.body.count("q") == 2
    assert hypot(drawn.points[-1][0] - 900, drawn.points[-1][1] - 300) < 20


def test_a_way_bows_to_the_left_hand_of_who_travels() -> None:
    eastward, westward = arc((0, 0), (500, 0), 0.1, (5, 5)), arc((500, 0), (0, 0), 0.1, (5, 5))
    assert eastward
    assert westward
    assert min(y for _, y in eastward.points) < -20  # to the east, left is up
    assert max(y for _, y in westward.points) > 20


def test_ways_between_the_same_stops_part() -> None:
    lanes = Lanes()
    there, again, back = (0.0, 0.0), (400.0, 0.0), (800.0, 0.0)
    bows = [lanes.bow(there, again), lanes.bow(there, again), lanes.bow(again, there), lanes.bow(again, back)]
    assert bows[0] != bows[1]
    assert bows[0] == bows[2] == bows[3]


def test_stops_that_lie_too_close_are_joined_by_nothing() -> None:
    assert arc((0, 0), (60, 0), 0.1, (20, 20)) is None


def test_a_way_past_an_unknown_stop_is_dashed() -> None:
    way = Way((None, JERUSALEM.point, HEBRON.point, None, ISFAHAN.point, None))
    assert way.legs == [(JERUSALEM.point, HEBRON.point, False), (HEBRON.point, ISFAHAN.point, True)]
    drawn = journey_map([JERUSALEM, HEBRON, ISFAHAN], way, "The way", ENGLISH)
    assert drawn.count('class="map-unsure"') == 1


def test_the_stops_of_a_journey_are_numbered() -> None:
    stops = [JERUSALEM._replace(number="۲"), ISFAHAN._replace(number="۵")]
    drawn = journey_map(stops, Way((JERUSALEM.point, ISFAHAN.point)), "The way", PERSIAN)
    assert '<tspan class="map-number">۲</tspan> Jerusalem' in drawn
    assert '<tspan class="map-number">۵</tspan> Isfahan' in drawn


# ------------------------------------------------------------ insets


CROWD = [spot(f"town{n}", 31.5 + n * 0.1, 35.1 + n % 2 * 0.1, weight=5 - n % 3) for n in range(8)]


def test_what_crowds_is_enlarged() -> None:
    frame = frame_around([spot.point for spot in [*CROWD, ISFAHAN]], SHAPE)
    inset = inset_of([*CROWD, ISFAHAN], frame, Shape(600, 900, 900, 90, 400))
    assert inset is not None
    assert inset.scale > 2 * frame.scale
    assert all(inset.bounds.holds(*inset.place([spot.point])[0]) for spot in CROWD)


def test_nothing_is_enlarged_where_there_is_room_or_where_it_would_not_help() -> None:
    street = [spot(f"house{n}", 32.65 + n * 0.0005, 51.66) for n in range(9)]
    for spots in (TOWNS, [*street, JERUSALEM]):
        frame = frame_around([spot.point for spot in spots], SHAPE)
        assert inset_of(spots, frame, Shape(600, 900, 900, 90, 400)) is None


# ------------------------------------------------------------ sheets


def test_every_dot_and_every_journey_is_a_link_with_a_name() -> None:
    way = Way((JERUSALEM.point, ISFAHAN.point), "../journeys/nasir/", "Nasir Khusraw’s journey")
    drawing = Drawing(atlas(TOWNS, [way], "Map", "Enlarged", ENGLISH).wide)
    assert set(drawing.links()) == {*(spot.href for spot in TOWNS), "../journeys/nasir/"}
    assert len(drawing.titles()) == len(drawing.links())
    assert "Isfahan: 28 pages speak of it" in drawing.titles()
    assert {"Isfahan", "Jerusalem", "Hebron", "Hamadan"} == set(drawing.texts()) - {"200 km"}


def test_names_and_addresses_are_escaped() -> None:
    odd = ISFAHAN._replace(name="<b>A & B</b>", title='"A" & <B>', href='../"x"/')
    drawn = atlas([odd, JERUSALEM], (), "Map <1>", "Enlarged", ENGLISH).wide
    assert "<b>" not in drawn
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in drawn
    assert 'href="../&quot;x&quot;/"' in drawn
    assert 'aria-label="Map &lt;1&gt;"' in drawn


def test_a_name_begins_at_its_dot_whichever_way_it_runs() -> None:
    """Text of the other direction than the page's says so, and where it starts is turned with it."""
    persian = ISFAHAN._replace(name="اصفهان", language="fa", direction="rtl")
    drawn = place_map([persian._replace(is_own=True)], "Where it lies", ENGLISH)
    assert re.search(r'<text x="\d+" y="\d+" lang="fa" direction="rtl">اصفهان</text>', drawn)
    drawn = place_map([ISFAHAN._replace(is_own=True)], "Where it lies", PERSIAN)
    assert re.search(r'<text x="\d+" y="\d+" lang="en" direction="ltr">Isfahan</text>', drawn)


def test_the_place_of_a_page_is_no_link_and_its_neighbours_are() -> None:
    near = spot("khaju", 32.0, 52.6)
    drawing = Drawing(place_map([ISFAHAN._replace(is_own=True, href=""), near], "Where it lies", ENGLISH))
    assert drawing.links() == [near.href]


def test_a_map_of_one_place_shows_a_shore() -> None:
    for town in (ISFAHAN, JERUSALEM, spot("ulan-bator", 47.9, 106.9), spot("suva", -18.1, 178.4)):
        assert 'class="map-land"' in place_map([town._replace(is_own=True)], "", ENGLISH)


def test_places_of_one_town_share_a_ground() -> None:
    def land(point: tuple[float, float]) -> str:
        drawn = place_map([spot("x", *point, is_own=True)], "", ENGLISH)
        found = re.search(r'<path id="map_land" d="([^"]+)"', drawn)
        return found[1] if found else ""

    assert land((32.654, 51.668)) == land((32.635, 51.656)) != land((31.777, 35.234)) != ""


def test_a_glimpse_has_no_links_and_is_silent() -> None:
    drawn = glimpse(TOWNS, [Way((JERUSALEM.point, ISFAHAN.point), "../journeys/x/", "x")], ENGLISH)
    assert 'aria-hidden="true"' in drawn
    assert Drawing(drawn).links() == []


NAMES = ("اصفهان", "بیت‌المقدس، شهر قدیم", "نابلس", "مدرسهٔ چهارباغ", "کاروان‌سرای شاه‌عباسی", "گنبد سلطانیه")


def synthetic(count: int, south: float, west: float, north: float, east: float) -> list[Spot]:
    """So many places all over a part of the earth, of which a few hold much and most hold little."""
    found = []
    for number in range(count):
        # Two steps that share no measure fill a square evenly.
        up, along = number * 0.754877666 % 1, number * 0.569840291 % 1
        name = NAMES[number % len(NAMES)]
        found.append(
            Spot(
                f"place-{number:03}",
                west + (east - west) * along,
                south + (north - south) * up,
                name,
                "fa",
                "rtl",
                f"../places/place-{number:03}/",
                f"{name}: در {number} صفحه از آن یاد شده است",
                1 + 300 / (number + 1),
                ("isfahan", "palestine", "bridge")[number % 3],
            )
        )
    return found


PARTS_OF_THE_EARTH = {
    "Iran and the Arab lands": (12, 25, 42, 63),
    "Norway": (58, 5, 71, 30),
    "a town": (32.6, 51.6, 32.7, 51.7),
    "Fiji": (-20, 176, -14, 184),
    "the world": (-50, -160, 65, 160),
}


@pytest.mark.parametrize("part", PARTS_OF_THE_EARTH)
def test_the_atlas_of_three_hundred_places_and_forty_journeys_has_under_forty_kilobytes(part) -> None:
    spots = synthetic(300, *PARTS_OF_THE_EARTH[part])
    ways = [
        Way(tuple(spot.point for spot in spots[number : number + 120 : 24]), f"../journeys/j{number}/", "سفر")
        for number in range(40)
    ]
    sheets = atlas(spots, ways, "نقشه", "بزرگ‌شده", PERSIAN)
    assert sum(len(sheet.encode()) for sheet in sheets) < 40_000
    assert len(glimpse(spots, ways, PERSIAN).encode()) < 12_000
    assert all(Drawing(sheet).texts() for sheet in sheets if sheet)


@pytest.mark.parametrize("part", PARTS_OF_THE_EARTH)
def test_small_maps_have_under_eight_kilobytes(part) -> None:
    spots = synthetic(40, *PARTS_OF_THE_EARTH[part])
    way = Way(tuple(spot.point for spot in spots))
    numbered = [spot._replace(number=str(number)) for number, spot in enumerate(spots)]
    assert len(place_map([spots[0]._replace(is_own=True), *spots], "جا", PERSIAN).encode()) < 8_000
    assert len(journey_map(numbered, way, "راه", PERSIAN).encode()) < 8_000


def test_of_what_is_enlarged_only_the_heaviest_is_named_on_the_map_itself() -> None:
    sheets = atlas([*CROWD, ISFAHAN], (), "Map", "Enlarged", ENGLISH)
    assert set(Drawing(sheets.wide).texts()) - {"200 km"} == {"Isfahan", "Town0"}
    assert len(set(Drawing(sheets.inset).texts()) & {spot.name for spot in CROWD}) == len(CROWD)
