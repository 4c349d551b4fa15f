"""The picture of a timeline: no name on another, the one direction the mirror of the other, uncertain drawn as such."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from warraq.lang.dates import read_date
from warraq.timeline import life
from warraq.timeline.drawing import picture_svg
from warraq.timeline.key import SIGNS, sign_svg
from warraq.timeline.life import Deed, LifeLine, deeds_in_lanes, life_svg, room_of
from warraq.timeline.picture import (
    EDGE,
    GAP,
    MOST,
    WIDTH,
    Mark,
    Picture,
    Thing,
    is_bar,
    laid_out,
    stretch_of,
)
from warraq.timeline.scale import first_day_of
from warraq.timeline.times import Time, activity_of, life_of, time_of

FIRST, LAST = first_day_of(901, "gregorian"), first_day_of(2027, "gregorian") - 1


def thing(time: Time, label: str = "A thing", region: str = "", direction: str = "ltr") -> Thing:
    return Thing(
        href=f"../{label}/",
        label=label,
        language="en" if direction == "ltr" else "fa",
        direction=direction,  # type: ignore[arg-type]
        when="then",
        sign="milestone",
        region=region,
        time=time,
    )


def picture(*things: Thing, direction: str = "ltr") -> Picture:
    return Picture(
        language="en" if direction == "ltr" else "fa",
        direction=direction,  # type: ignore[arg-type]
        first_day=FIRST,
        last_day=LAST,
        things=things,
        marks=tuple(Mark(first_day_of(year, "gregorian"), str(year), ()) for year in range(1000, 2001, 100)),
        shores=("Isfahan", "Between", "Palestine"),
        end="Today",
    )


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  our own


YEARS = st.integers(500, 2026)
LABELS = st.text("abcdefghij klmnop", min_size=1, max_size=40)


@st.composite
def things(draw: st.DrawFn) -> Thing:
    year, length, label = draw(YEARS), draw(st.integers(0, 90)), draw(LABELS)
    region = draw(st.sampled_from(["isfahan", "palestine", "bridge", ""]))
    mark = draw(st.sampled_from(["", "~"]))
    last = min(year + length, 2026)
    written = draw(st.sampled_from([f"{year:04}{mark}", f"{year:04}{mark}/{last:04}"]))
    nature = draw(st.sampled_from(["life", "dated", "active", "born"]))
    date = read_date(written)
    time = {
        "life": life_of(read_date(f"{year:04}{mark}"), read_date(f"{last:04}")),
        "born": life_of(read_date(f"{year:04}{mark}"), None),
        "active": activity_of(date),
        "dated": time_of(date),
    }[nature]
    return thing(time, label, region)


MANY = st.lists(things(), max_size=60)


@settings(deadline=None)
@given(MANY)
def test_no_name_touches_another_one_of_its_lane_nor_the_edge(found: list[Thing]) -> None:
    layout = laid_out(picture(*found))
    for one, other in combinations(layout.placed, 2):
        if (one.band, one.lane) == (other.band, other.lane):
            first, second = sorted([stretch_of(one), stretch_of(other)])
            assert first.end + GAP <= second.start
    for one in layout.placed:
        stretch = stretch_of(one)
        assert stretch.end <= WIDTH + EDGE
        assert one.lane < MOST[one.band]


NUMBERS = re.compile(r'\b(x|y|width)="(-?[\d.]+)"')


def shapes(svg: str) -> list[tuple[str, float, float, float]]:
    """Every name, mark, bar and line of a picture: what it is, its middle along the page, its width, its height."""
    found = []
    for element in parsed(svg).iter():
        tag = element.tag.rpartition("}")[2]
        if tag in {"text", "use", "rect"}:
            x, width = float(element.get("x", "0")), float(element.get("width", "0"))
            found.append(
                (
                    f"{tag} {element.text or element.get('href')}",
                    x + width / 2,
                    width,
                    float(element.get("y", "0")),
                )
            )
        elif (
            tag == "path"
            and element.get("class", "") in {"times-mark", "times-between"}
            and not element.get("id")
        ):
            for x, y, width in re.findall(r"M(-?[\d.]+) (-?[\d.]+)h(-?[\d.]+)", element.get("d", "")):
                found.append(
                    (f"path {element.get('class')}", float(x) + float(width) / 2, float(width), float(y))
                )
    return found


@settings(deadline=None)
@given(MANY)
def test_a_page_from_right_to_left_shows_the_exact_mirror(found: list[Thing]) -> None:
    ltr = shapes_or_nothing(picture(*found))
    turned = (replace(one, language="fa", direction="rtl") for one in found)
    rtl = shapes_or_nothing(picture(*turned, direction="rtl"))
    mirrored = [(name, round(WIDTH - middle, 0), round(width, 0), y) for name, middle, width, y in ltr]
    seen = [(name, round(middle, 0), round(width, 0), y) for name, middle, width, y in rtl]
    assert len(mirrored) == len(seen)
    for one, other in zip(sorted(mirrored), sorted(seen), strict=True):
        assert one[0] == other[0]
        assert one[3] == other[3]
        # The drawing has one decimal.
        assert abs(one[1] - other[1]) <= 1
        assert abs(one[2] - other[2]) <= 1


def shapes_or_nothing(of: Picture) -> list[tuple[str, float, float, float]]:
    svg = picture_svg(of)
    return shapes(svg) if svg else []


@settings(deadline=None)
@given(MANY)
def test_the_picture_is_well_formed_and_every_thing_in_it_is_a_link_with_a_name(found: list[Thing]) -> None:
    svg = picture_svg(picture(*found))
    if not found:
        assert svg == ""
        return
    links = [element for element in parsed(svg).iter() if element.tag == "a"]
    assert len(links) == len(laid_out(picture(*found)).placed)
    for link in links:
        assert link.get("href")
        title = link.find("title")
        assert title is not None
        assert (title.text or "").endswith(", then")
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert {*re.findall(r"url\(#([^)]+)\)", svg), *re.findall(r'href="#([^"]+)"', svg)} <= set(ids)
    assert " style=" not in svg, "the policy of the pages forbids it"


def drawn(time: Time, region: str = "isfahan") -> str:
    """What stands for one thing in the picture, its name aside."""
    svg = picture_svg(picture(thing(time, region=region)))
    found = re.search(r"<title>[^<]*</title>(.*?)<text", svg)
    assert found
    return found[1]


def test_what_is_sure_is_firm_and_what_is_not_is_hollow_dashed_or_goes_out_in_dots() -> None:
    sure, about = drawn(time_of(read_date("1638"))), drawn(time_of(read_date("1638~")))
    assert "times-doubtful" not in sure
    assert "times-doubtful" in about
    century = drawn(time_of(read_date("16XX")))
    assert "times-between" in century
    assert "times-doubtful" in century
    firm = drawn(life_of(read_date("1590"), read_date("1646")))
    assert "times-mark" in firm
    assert "times-between" not in firm
    assert "times-fading" not in firm
    assert "times-fading" in drawn(life_of(read_date("1590~"), read_date("1646"))), "about 1590"
    assert "times-fading" in drawn(life_of(None, read_date("1646"))), "nobody knows when it began"
    assert "times-between" in drawn(life_of(read_date("[1570,1590]"), read_date("1646"))), "from 1570 to 1590"
    assert "-hatched)" in drawn(activity_of(read_date("1587/1629"))), "years of work"


def test_a_life_is_ruled_on_one_shore_stitched_on_the_other_and_half_of_each_between_them() -> None:
    lived = life_of(read_date("1500"), read_date("1600"))
    ruled, stitched, half = (drawn(lived, region) for region in ("isfahan", "palestine", "bridge"))
    assert "times-mark" in ruled
    assert "<rect" not in ruled
    assert "<rect" in stitched
    assert "times-mark" not in stitched
    assert "<rect" in half
    assert "times-mark" in half


def test_a_row_of_stitches_ends_with_a_whole_one() -> None:
    svg = picture_svg(picture(thing(life_of(read_date("1500"), read_date("1577")), region="palestine")))
    for count, width in re.findall(r'id="times-palestine-(\d+)"[^>]*? width="([\d.]+)"', svg):
        assert float(width) == pytest.approx(1 / int(count), abs=1e-4)


def test_what_is_earlier_than_the_picture_stands_at_its_edge_with_its_date() -> None:
    one = laid_out(picture(thing(time_of(read_date("691")), "Dome"))).placed[0]
    assert one.is_earlier
    assert not is_bar(one)
    assert "Dome · then" in picture_svg(picture(thing(time_of(read_date("691")), "Dome")))


def test_the_most_important_are_in_the_picture_when_not_all_find_room() -> None:
    many = [thing(time_of(read_date("1900")), f"number {number}", "isfahan") for number in range(40)]
    shown = {one.thing.label for one in laid_out(picture(*many)).placed}
    assert shown == {f"number {number}" for number in range(MOST["upper"])}


def test_a_name_of_the_other_direction_keeps_its_place() -> None:
    year = time_of(read_date("1100"))
    own, guest = (
        picture_svg(picture(thing(year, "Name", direction=way), direction="rtl")) for way in ("rtl", "ltr")
    )
    assert re.search(r'<text x="[\d.]+" y="[\d.]+">Name<', own)
    assert re.search(r'<text lang="en" direction="ltr" text-anchor="end" x="[\d.]+" y="[\d.]+">Name<', guest)


def test_letters_that_mean_something_in_html_are_letters() -> None:
    assert "A &lt;b&gt; &amp; c" in picture_svg(picture(thing(time_of(read_date("1100")), "A <b> & c")))


# ---------------------------------------------------------------- the key, and the line of a life


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", SIGNS)
def test_every_sign_of_the_key_can_be_drawn(name: str, direction: str) -> None:
    svg = sign_svg(name, direction)  # type: ignore[arg-type]
    assert parsed(svg).get("aria-hidden") == "true"
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r'id="([^"]+)"', svg))


def line(lived: Time, *deeds: Deed) -> LifeLine:
    first, last = room_of(lived)
    return LifeLine(
        language="en",
        direction="ltr",
        first_day=first,
        last_day=last,
        life=lived,
        region="isfahan",
        marks=(),
        deeds=deeds,
    )


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1560, 1660), st.integers(0, 20), LABELS), max_size=12))
def test_no_deed_of_a_life_touches_another_one_of_its_lane_nor_the_edge(
    found: list[tuple[int, int, str]],
) -> None:
    deeds = [
        Deed(
            label=label,
            language="en",
            direction="ltr",
            sign="other",
            time=time_of(read_date(f"{year}/{year + length}")),
        )
        for year, length, label in found
    ]
    shown = deeds_in_lanes(line(life_of(read_date("1565"), read_date("1635")), *deeds))
    for one, other in combinations(shown, 2):
        first, second = sorted([one.stretch, other.stretch])
        assert one.lane != other.lane or first.end + life.GAP <= second.start
    for one in shown:
        assert one.stretch.start >= -life.EDGE
        assert one.stretch.end <= life.WIDTH + life.EDGE


def test_a_name_that_has_room_on_neither_side_is_cut_after_a_word() -> None:
    long = "The licence that a scholar of the town gave to a guest who had come from far away"
    deed = Deed(label=long, language="en", direction="ltr", sign="milestone", time=time_of(read_date("1600")))
    (shown,) = deeds_in_lanes(line(life_of(read_date("1565"), read_date("1635")), deed))
    assert shown.deed.label.endswith("…")
    assert long.startswith(shown.deed.label.removesuffix("…") + " ")


def test_the_deeds_of_a_life_are_the_mirror_of_themselves_from_right_to_left() -> None:
    work = Deed(label="Work", language="en", direction="ltr", sign="other", time=time_of(read_date("1600")))
    own = line(life_of(read_date("1565"), read_date("1635")), work)
    at = [
        float(x)
        for svg in (life_svg(own), life_svg(replace(own, direction="rtl")))
        for x in re.findall(r'<use [^>]*x="([\d.]+)"', svg)
    ]
    assert sum(at) == pytest.approx(life.WIDTH, abs=0.2)


def test_birth_and_death_are_points_hollow_where_they_are_not_sure() -> None:
    svg = life_svg(line(life_of(read_date("1565~"), read_date("1635"))))
    assert re.findall(r'<circle class="([\w-]+)"', svg) == ["times-doubtful", "times-mark"]


def test_a_life_of_which_one_end_is_unknown_has_room_for_it() -> None:
    first, last = room_of(life_of(None, read_date("1635")))
    assert first < first_day_of(1600, "gregorian")
    assert last > first_day_of(1636, "gregorian")
