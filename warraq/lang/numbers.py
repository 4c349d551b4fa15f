"""Numbers, percentages, ranges, sizes, plural forms and ordinals, as each language writes them.

Babel knows the signs, the plural rules and the list patterns of CLDR, but never writes native digits and never
the Arabic percent sign; these steps are added here, so that no other module needs Babel for numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from warraq.lang.cldr import is_known_locale, locale_of
from warraq.lang.language import Digits, Language
from warraq.lang.lists import format_list
from warraq.lang.words import words_for

__all__ = [
    "ZEROS", "Number", "ascii_digits", "century_name", "format_list", "format_number", "format_percent",
    "format_range", "format_size", "is_known_locale", "localise_digits", "ordinal", "plural_form",
]  # fmt: skip

Number = float | Decimal | Fraction
"""Any number that has a value; NaN and the infinities are refused."""

ZEROS: Mapping[Digits, str] = {"latn": "0", "arab": "٠", "arabext": "۰"}


def _digit_table(digits: Digits) -> dict[int, int]:
    target = ord(ZEROS[digits])
    return {ord(zero) + value: target + value for zero in ZEROS.values() for value in range(10)}


_TABLES: Mapping[Digits, dict[int, int]] = {digits: _digit_table(digits) for digits in ZEROS}


def localise_digits(text: str, digits: Digits) -> str:
    """The text with every decimal digit (ASCII, Arabic-Indic or Persian) in the digits asked for.

    It changes nothing but digits. Identifiers, ISBNs and shelfmarks must not be passed through it.
    """
    return text.translate(_TABLES[digits])


def ascii_digits(text: str) -> str:
    """The text with Arabic-Indic and Persian digits as 0–9."""
    return text.translate(_TABLES["latn"])


def format_number(value: Number, language: Language, *, places: int = 3, grouped: bool = True) -> str:
    """The number with grouped digits, separators, minus and digits of the language: `۱٬۲۳۴٫۵`.

    At most so many decimal places, halves rounded away from zero; CLDR's default pattern has three. Years and
    identifiers are no numbers in this sense: use `localise_digits` for them, or `grouped=False`. A ValueError for
    what is no finite number.
    """
    units = _units(value, places)
    whole, rest = divmod(abs(units), 10**places)
    decimals = f"{rest:0{places}}".rstrip("0") if places else ""
    signs = _signs(language.locale, language.digits)
    text = f"{whole:,}".replace(",", signs["group"] if grouped else "")
    text += signs["decimal"] + decimals if decimals else ""
    return (signs["minus"] if units < 0 else "") + localise_digits(text, language.digits)


def format_percent(ratio: Number, language: Language, *, places: int = 1) -> str:
    """The ratio as a percentage with at most so many decimal places: 0.256 is `۲۵٫۶٪` and `25.6%`."""
    signs = _signs(language.locale, language.digits)
    return format_number(_exact(ratio) * 100, language, places=places) + signs["percent"]


def format_range(
    first: Number, last: Number, language: Language, *, places: int = 3, grouped: bool = True
) -> str:
    """The numbers from one to the other: `۳–۵`; one number where both are printed alike.

    A negative number has the dash between spaces. Pages and years are not grouped.
    """
    ends = [format_number(end, language, places=places, grouped=grouped) for end in (first, last)]
    if ends[0] == ends[1]:
        return ends[0]
    is_negative = any(_units(end, places) < 0 for end in (first, last))
    return (" – " if is_negative else "–").join(ends)


def format_size(size: int, language: Language) -> str:
    """The size in bytes as a reader says it, in steps of a thousand: `۵۶ کیلوبایت`, `1.5 MB`.

    One decimal place below ten, none from there on. A ValueError for less than no byte.
    """
    if size < 0:
        raise ValueError(size)
    step, amount = 0, Fraction(size)
    while amount >= (Fraction(1999, 2) if step else 1000) and step < len(_SIZES["en"]) - 1:
        step, amount = step + 1, amount / 1000
    names = _SIZES.get(language.code.split("-", 1)[0].lower(), _SIZES["en"])
    places = 1 if amount < Fraction(199, 20) else 0
    return f"{format_number(amount, language, places=places)} {names[step]}"


def plural_form(count: Number, language: Language) -> str:
    """The CLDR plural category of the count: `zero`, `one`, `two`, `few`, `many` or `other`.

    The count is taken as `format_number` prints it; a Decimal keeps the zeros that it is written with, since
    `1.0` is `other` in English and `1` is `one`.
    """
    if isinstance(count, Decimal) and count.is_finite() and -3 <= int(count.as_tuple().exponent) <= 0:
        printed = count
    else:
        printed = Decimal(_units(count, 3)) / 1000
        printed = (
            printed.to_integral_value() if printed == printed.to_integral_value() else printed.normalize()
        )
    return locale_of(language.locale).plural_form(abs(printed))


def ordinal(number: int, language: Language, *, feminine: bool = False) -> str:
    """The ordinal as text would have it: `16th`, `شانزدهم`, `السادس عشر`; by word up to 999 in the last two.

    `feminine` is for languages in which the ordinal agrees with its noun: `السادسة عشرة`.
    """
    words = words_for(language)
    feminine_form = words.feminine_ordinal if feminine else None
    return localise_digits((feminine_form or words.ordinal)(number), language.digits)


def century_name(number: int, language: Language) -> str:
    """The century with its ordinal, without an era: `16th century`, `سدهٔ شانزدهم`, `القرن السادس عشر`."""
    return localise_digits(words_for(language).century(number), language.digits)


_SIZES: Mapping[str, tuple[str, ...]] = {
    "fa": ("بایت", "کیلوبایت", "مگابایت", "گیگابایت", "ترابایت"),
    "ar": ("بايت", "كيلوبايت", "ميغابايت", "غيغابايت", "تيرابايت"),
    "en": ("B", "kB", "MB", "GB", "TB"),
}


def _exact(value: Number) -> Fraction:
    """The value as it is written: 1.005 is five thousandths more than one, though the float is a little less."""
    if not math.isfinite(value):
        raise ValueError(value)
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def _units(value: Number, places: int) -> int:
    """The value in units of its last decimal place, halves rounded away from zero, as readers round."""
    exact: Fraction = _exact(value) * 10**places
    rounded = math.floor(abs(exact) + Fraction(1, 2))
    return rounded if exact >= 0 else -rounded


# What a digit set uses when CLDR has no symbols for it in the locale, as for Arabic-Indic digits in English.
_PLAIN_SIGNS: Mapping[Digits, Mapping[str, str]] = {
    "latn": {"decimal": ".", "group": ",", "percent": "%", "minus": "-"},
    "arab": {"decimal": "٫", "group": "٬", "percent": "٪", "minus": "\u061c-"},
    "arabext": {"decimal": "٫", "group": "٬", "percent": "٪", "minus": "\u200e\u2212"},
}


@lru_cache(maxsize=64)
def _signs(locale: str, digits: Digits) -> Mapping[str, str]:
    plain = _PLAIN_SIGNS[digits]
    known: Mapping[str, Any] = locale_of(locale).number_symbols.get(digits, {})
    names = {"decimal": "decimal", "group": "group", "percent": "percentSign", "minus": "minusSign"}
    return {name: str(known.get(symbol) or plain[name]) for name, symbol in names.items()}
