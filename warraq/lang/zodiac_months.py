"""Days of the zodiac months, by which Iran counted the solar year from 1911 to 1925 and Afghanistan counts it still.

A month lasted while the sun stood in a sign, 29–32 days, so that 10 Asad is not 10 Mordad: the lengths differ
from year to year and were printed in almanacs. They are given here for 1289–1303 SH, where the comparative
tables of Sarlati and of Tsybulsky (Moscow 1979) agree; newspapers of the time were sometimes a day off. In
Afghanistan the months have had the lengths of the Iranian calendar since 1336 SH. For other years there is no
table, and a date by these months is refused.
"""

from __future__ import annotations

from warraq.lang.calendars import month_length, to_day_number
from warraq.lang.historic_date import DateError, Moment

_LENGTHS: dict[int, tuple[int, ...]] = {
    1289: (30, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1290: (30, 31, 32, 31, 31, 31, 31, 30, 29, 30, 29, 30),
    1291: (31, 31, 31, 31, 32, 31, 30, 30, 29, 30, 29, 30),
    1292: (31, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1293: (30, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1294: (30, 31, 32, 31, 31, 31, 31, 30, 29, 30, 29, 30),
    1295: (31, 31, 31, 31, 32, 31, 30, 30, 29, 30, 29, 30),
    1296: (31, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1297: (30, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1298: (30, 31, 32, 31, 31, 31, 31, 30, 29, 29, 30, 30),
    1299: (31, 31, 31, 31, 32, 30, 31, 30, 29, 30, 29, 30),
    1300: (31, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1301: (30, 31, 31, 32, 31, 31, 30, 30, 30, 29, 30, 30),
    1302: (30, 31, 32, 31, 31, 31, 31, 29, 30, 29, 30, 30),
    1303: (30, 31, 32, 31, 32, 30, 31, 30, 29, 30, 29, 30),
}
_AFGHAN_REFORM = 1336


def zodiac_moment(
    year: int, month: int, day: int | None, *, approximate: bool = False, uncertain: bool = False
) -> Moment:
    """The day or month by its number among the zodiac months (1 is Hamal) of a Solar Hijri year.

    Raises DateError for a day that the month did not have, and for years without a table.
    """
    lengths = _LENGTHS.get(year)
    if lengths is None and year >= _AFGHAN_REFORM:
        lengths = tuple(month_length(year, number, "persian") for number in range(1, 13))
    if lengths is None:
        raise DateError("no-table-of-months", {"month": month, "year": year})
    length = lengths[month - 1]
    if day is not None and not 1 <= day <= length:
        values: dict[str, str | int] = {
            "day": day,
            "month": month,
            "year": year,
            "calendar": "persian",
            "length": length,
        }
        raise DateError("no-such-day", values)
    first = to_day_number(year, 1, 1, "persian") + sum(lengths[: month - 1])
    last = first + length - 1
    if day is not None:
        first = last = first + day - 1
    return Moment(
        precision="month" if day is None else "day", year=year, month=month, day=day, calendar="persian",
        approximate=approximate, uncertain=uncertain, naming="zodiac", first_day=first, last_day=last,
    )  # fmt: skip
