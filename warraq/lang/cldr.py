"""The locales of CLDR, as Babel carries them; Babel is loaded with the first locale that is asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@lru_cache(maxsize=32)
def locale_of(name: str) -> Locale:
    """The locale of a name like `fa_IR` or `fa-IR`; a ValueError or Babel's UnknownLocaleError where it has none."""
    from babel import Locale

    return Locale.parse(name.replace("-", "_"))


def is_known_locale(name: str) -> bool:
    """Whether CLDR has the locale."""
    from babel import UnknownLocaleError

    try:
        locale_of(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True
