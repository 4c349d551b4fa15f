"""The pages of the timeline: one for all of it, and where much is dated one for each century as well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from warraq.index.entry import Entry
from warraq.lang.calendars import to_day_number
from warraq.lang.moments import century_years, year_days
from warraq.lang.numbers import format_number
from warraq.model.addresses import timeline_path
from warraq.model.kinds import KIND
from warraq.model.words import N_
from warraq.plan.calendar_marks import calendar_marks
from warraq.plan.chronology import by_century, century_in_other_calendars, century_label
from warraq.plan.desk import Desk
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.surroundings import Cards
from warraq.plan.timeline_choice import Timeline, pages_of_century
from warraq.plan.timeline_views import CenturyView, DatedView, TimelineView
from warraq.plan.views import LinkView
from warraq.timeline.picture import WIDTH, Picture, Sign, Thing, laid_out
from warraq.timeline.scale import Scale, first_day_of

_AT_THE_EDGE: Final = 20
"""One thing of so many may lie before the beginning of the picture, so that one that is very old does not press all
others together."""

_YEARS_APART: Final = 76.0
"""How far from each other the years on the picture stand at least."""


def timeline_view(desk: Desk, timeline: Timeline, year: int, cards: Cards) -> TimelineView:
    """The first page of the timeline, with a picture that ends with the year in which it is made."""
    heading = desk.say(N_("Timeline"))
    intro = desk.say(N_("Who lived when, what was made, and what happened on either shore."))
    days = _days_of(timeline.listed, year)
    picture = _picture(desk, timeline.drawn, days, desk.say(N_("Today")), cards)
    return TimelineView(
        **frame(desk, Versions(timeline_path, desk.site.codes)),
        template="pages/timeline.html",
        title=heading,
        description=intro,
        crumbs=crumbs(desk),
        heading=heading,
        intro=intro,
        rule=_rule(desk, timeline, picture),
        picture=picture,
        sections=_sections(desk, timeline, cards),
        leads=tuple(
            LinkView(f"#c{century}", desk.words(_number_of(desk, century), desk.code))
            for century in timeline.centuries
        ),
        pager=None,
    )


def century_view(desk: Desk, timeline: Timeline, century: int, number: int, cards: Cards) -> TimelineView:
    """One of the pages of a century."""
    listed, drawn = timeline.of_century(century, number)
    count = len(timeline.centuries[century])
    label = title = century_label(desk, century)
    years = century_in_other_calendars(desk, century)
    phrase = N_("All that is dated in this century: {count} things.")
    said = desk.say(phrase).format(count=format_number(count, desk.language))
    if number > 1:
        title = desk.say("{list}, page {number}").format(
            list=label, number=format_number(number, desk.language)
        )
    first, last = year_days(*century_years(century), "gregorian")
    picture = _picture(desk, drawn, (first, last), "", cards)
    home = LinkView(desk.to(timeline_path(desk.code)), desk.words(desk.say("Timeline"), desk.code))
    path = partial(_century_path, century, desk.code)
    return TimelineView(
        **frame(desk, Versions(lambda code: timeline_path(code, century, number), desk.site.codes)),
        template="pages/timeline.html",
        title=title,
        description=said,
        label=desk.say("Timeline"),
        crumbs=(*crumbs(desk), home),
        heading=label,
        intro=f"{said} {years}" if years else said,
        rule=desk.say(N_("Everything stands in the century in which it began.")),
        picture=picture,
        sections=(
            CenturyView("", "", f"c{century}", tuple(_dated(desk, e, cards) for e in listed), count, ""),
        ),
        leads=tuple(_lead(desk, found, century) for found in timeline.centuries),
        pager=pager_view(desk, path, number, pages_of_century(count)),
    )


def _century_path(century: int, code: str, number: int) -> str:
    return timeline_path(code, century, number)


def _lead(desk: Desk, century: int, here: int) -> LinkView:
    path = timeline_path(desk.code, century)
    return LinkView(desk.to(path), desk.words(_number_of(desk, century), desk.code), current=century == here)


def _number_of(desk: Desk, century: int) -> str:
    """A century by its number alone; one before the era by its name."""
    return format_number(century, desk.language) if century > 0 else century_label(desk, century)


def _rule(desk: Desk, timeline: Timeline, picture: Picture) -> str:
    """In words, what the first page lists and draws."""
    if timeline.is_in_parts:
        phrase = N_(
            "Of {count} things with a date you see {shown}: from each century in turn, its milestones and that of"
            " which most is told. Each century has a page with all of its own."
        )
        return _counted(desk, phrase, len(timeline.dated), len(timeline.listed))
    said = desk.say(
        N_("All that has a date on this site. What a milestone tells already is not told a second time.")
    )
    drawn, listed = len(laid_out(picture).placed), len(timeline.listed)
    if drawn == listed:
        return said
    phrase = N_(
        "The picture has room for {shown} of these {count}: from each century in turn, its milestones and that of"
        " which most is told."
    )
    return f"{said} {_counted(desk, phrase, listed, drawn)}"


def _counted(desk: Desk, phrase: str, count: int, shown: int) -> str:
    numbers = {"count": format_number(count, desk.language), "shown": format_number(shown, desk.language)}
    return desk.say(phrase).format(**numbers)


def _sections(desk: Desk, timeline: Timeline, cards: Cards) -> tuple[CenturyView, ...]:
    found = dict(by_century(timeline.listed))
    return tuple(
        CenturyView(
            century_label(desk, century),
            century_in_other_calendars(desk, century),
            f"c{century}",
            tuple(_dated(desk, entry, cards) for entry in found.get(century, ())),
            len(same),
            desk.to(timeline_path(desk.code, century)) if timeline.is_in_parts else "",
        )
        for century, same in timeline.centuries.items()
    )


def _dated(desk: Desk, entry: Entry, cards: Cards) -> DatedView:
    card = cards.of(entry.key)
    kind = KIND[entry.kind_name].one
    shore = desk.shore(card.region) if card.region else ""
    return DatedView(desk.link(card), card.when, kind, entry.kind_name == "milestones", card.region, shore)


# ------------------------------------------------------------ the picture


def _picture(desk: Desk, entries: Sequence[Entry], days: tuple[int, int], end: str, cards: Cards) -> Picture:
    things = tuple(thing for entry in entries if (thing := _thing(desk, entry, cards)))
    return Picture(
        language=desk.code,
        direction=desk.language.direction,
        first_day=days[0],
        last_day=days[1],
        things=things,
        marks=calendar_marks(desk, Scale(*days, WIDTH), _YEARS_APART, desk.language.calendars),
        shores=(desk.shore("isfahan"), desk.shore("bridge"), desk.shore("palestine")),
        end=end,
    )


def _thing(desk: Desk, entry: Entry, cards: Cards) -> Thing | None:
    card = cards.of(entry.key)
    if card.time is None:
        return None
    signs: dict[str, Sign] = {"milestones": "milestone", "journeys": "journey"}
    return Thing(
        href=desk.to(card.path),
        label=card.title.text,
        language=card.title.language,
        direction=card.title.direction,
        when=card.when,
        sign=signs.get(entry.kind_name, "other"),
        region=card.region,
        time=card.time,
    )


def _days_of(listed: Sequence[Entry], year: int) -> tuple[int, int]:
    """The first and the last day of a picture of these: from the beginning of a century to the end of the year."""
    last = to_day_number(year + 1, 1, 1, "gregorian") - 1
    centuries = [entry.century for entry in listed if entry.century is not None]
    if not centuries:
        return last - 36525, last
    # What is earlier than nearly all others is gathered at the edge.
    first = centuries[len(centuries) // _AT_THE_EDGE]
    start = first_day_of(century_years(first)[0], "gregorian")
    latest = max(entry.until or 0 for entry in listed)
    return start, max(last, latest, start + 3652)
