"""Numbers, percentages, lists, plural forms and ordinals, as each language writes them.

Babel knows the separators, the plural rules and the list patterns of CLDR, but never writes native digits and
never the Arabic percent sign; these steps are added here, so that no other module needs Babel for numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from warraq.lang.direction import script_of
from warraq.lang.language import Digits, Language
from warraq.lang.words import words_for

if TYPE_CHECKING:
    from babel import Locale

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


def format_number(value: float, language: Language) -> str:
    """The number with grouped digits, separators, minus and digits of the language: `۱٬۲۳۴٫۵`.

    At most three decimal places, as CLDR's default pattern has it. Years and identifiers are not numbers in
    this sense: use `localise_digits` for them.
    """
    from babel.numbers import format_decimal

    signs = _signs(language.locale, language.digits)
    plain = format_decimal(_rounded(abs(value)), locale="en", format="#,##0.###")
    minus = signs["minus"] if value < 0 and plain.strip("0.,") else ""
    return minus + _native(plain, signs, language)


def format_percent(ratio: float, language: Language) -> str:
    """The ratio as a percentage with at most one decimal place: 0.256 is `۲۵٫۶٪` and `25.6%`."""
    signs = _signs(language.locale, language.digits)
    return (
        format_number(float((Decimal(repr(ratio)) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)), language)
        + signs["percent"]
    )


def format_list(items: Sequence[str], language: Language) -> str:
    """The items as one phrase: `A، B، و C`, `A وB وC`, `A, B and C`; an empty text for no items.

    The Arabic conjunction is written together with the next word, except before a Latin word, where it would
    be lost beside the other script. The invisible U+200F of CLDR's Persian pattern is left out.
    """
    from babel.lists import format_list as babel_list

    prepared = [
        f" {item}" if position and _joins_conjunction(language) and _begins_latin(item) else item
        for position, item in enumerate(items)
    ]
    return babel_list(prepared, locale=language.locale).replace("،\u200f", "،")


def plural_form(count: float, language: Language) -> str:
    """The CLDR plural category of the count: `zero`, `one`, `two`, `few`, `many` or `other`."""
    return _locale(language.locale).plural_form(count)


def ordinal(number: int, language: Language) -> str:
    """The ordinal as text would have it: `16th`, `شانزدهم`, `السادس عشر` (the last two by word up to 100)."""
    return localise_digits(words_for(language).ordinal(number), language.digits)


def century_name(number: int, language: Language) -> str:
    """The century with its ordinal, without an era: `16th century`, `سدهٔ شانزدهم`, `القرن السادس عشر`."""
    return localise_digits(words_for(language).century(number), language.digits)


def _rounded(value: float) -> float | Decimal:
    """The number to three decimal places, halves upwards as readers round, where Babel would take the even digit."""
    if isinstance(value, int) or value >= 1e15:
        return value
    return Decimal(repr(value)).quantize(Decimal("0.001"), ROUND_HALF_UP)


def _native(plain: str, signs: Mapping[str, str], language: Language) -> str:
    return localise_digits(
        plain.translate({ord(","): signs["group"], ord("."): signs["decimal"]}), language.digits
    )


# What a digit set uses when CLDR has no symbols for it in the locale, as for Arabic-Indic digits in English.
_PLAIN_SIGNS: Mapping[Digits, Mapping[str, str]] = {
    "latn": {"decimal": ".", "group": ",", "percent": "%", "minus": "-"},
    "arab": {"decimal": "٫", "group": "٬", "percent": "٪", "minus": "\u061c-"},
    "arabext": {"decimal": "٫", "group": "٬", "percent": "٪", "minus": "\u200e\u2212"},
}


@lru_cache(maxsize=64)
def _signs(locale: str, digits: Digits) -> Mapping[str, str]:
    plain = _PLAIN_SIGNS[digits]
    known: Mapping[str, Any] = _locale(locale).number_symbols.get(digits, {})
    names = {"decimal": "decimal", "group": "group", "percent": "percentSign", "minus": "minusSign"}
    return {name: str(known.get(symbol) or plain[name]) for name, symbol in names.items()}


def is_known_locale(name: str) -> bool:
    """Whether CLDR, as Babel carries it, has the locale."""
    from babel import UnknownLocaleError

    try:
        _locale(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=32)
def _locale(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name.replace("-", "_"))


@lru_cache(maxsize=32)
def _joins_conjunction(language: Language) -> bool:
    """Whether the last item of a list follows the conjunction without a space."""
    pattern = _locale(language.locale).list_patterns["standard"]["2"]
    return not pattern.removesuffix("{1}").endswith((" ", "}", "\u200f"))


def _begins_latin(item: str) -> bool:
    first = next((script for script in map(script_of, item) if script is not None), None)
    return first == "Latn"
