"""The years that stand on a picture, in the calendars of its reader."""

from __future__ import annotations

from collections.abc import Sequence

from warraq.lang.conversion import year_of
from warraq.lang.date_text import format_date
from warraq.lang.edtf_value import date_of
from warraq.lang.language import CalendarName
from warraq.lang.moment_text import era_text, moment_text
from warraq.lang.moments import moment_of
from warraq.lang.numbers import localise_digits
from warraq.lang.words import words_for
from warraq.plan.desk import Desk
from warraq.timeline.picture import Mark
from warraq.timeline.scale import Scale, lines_of


def calendar_marks(
    desk: Desk, scale: Scale, apart: float, calendars: Sequence[CalendarName]
) -> tuple[Mark, ...]:
    """Lines in round years of the first of these calendars, with the years that they have in the others.

    A calendar that had not begun when the scale does is left out; the common era stands in where none is left.
    """
    reaching = [c for c in calendars if c == "gregorian" or year_of(scale.first_day, c) > 0]
    first, *others = reaching or ["gregorian"]
    return tuple(
        Mark(
            line.day,
            year_label(desk, line.year, first, with_era=bool(others)),
            tuple(year_label(desk, year_of(line.day, other), other, with_era=True) for other in others),
        )
        for line in lines_of(scale, first, apart)
    )


def year_label(desk: Desk, year: int, calendar: CalendarName, *, with_era: bool) -> str:
    """A year of a calendar as the reader writes it."""
    moment = moment_of(year, calendar=calendar)
    if not with_era:
        return format_date(date_of((moment,), "moment"), desk.language, others=False)
    text = f"{moment_text(moment, desk.language)} {era_text(moment, words_for(desk.language))}"
    return localise_digits(text, desk.language.digits)
