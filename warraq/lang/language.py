"""What the engine must know of a language: facts that the site's settings state, never constants of the code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from warraq.lang.reading import USUAL

Direction = Literal["rtl", "ltr"]
Digits = Literal["latn", "arab", "arabext"]
CalendarName = Literal["gregorian", "julian", "persian", "islamic"]


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language of the site, with everything that the printing of text, numbers and dates depends on."""

    code: str
    """BCP 47 code, also the first segment of addresses and the name of the telling's file: `fa`."""
    name: str
    """Its name in itself: `فارسی`."""
    direction: Direction
    locale: str
    """The CLDR locale for numbers, lists and plurals: `fa_IR`, `ar_PS`, `en_GB`."""
    digits: Digits = "latn"
    calendars: tuple[CalendarName, ...] = ("gregorian",)
    """Calendars that its readers think in, the most familiar first."""
    months: str = "default"
    """Style of Gregorian month names where the language has several: `levantine`, `western`, `both`."""
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    """Outer opening and closing, inner opening and closing quotation marks."""
    fallback: tuple[str, ...] = ()
    """Codes of the languages to read in when a text is missing in this one, the most welcome first."""
    reading_speed: int = USUAL
    """Words that its readers read in a minute."""
