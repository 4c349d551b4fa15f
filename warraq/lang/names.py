"""The names of languages in each other."""

from __future__ import annotations

from warraq.lang.cldr import locale_of
from warraq.lang.language import Language


def language_name(code: str, language: Language) -> str:
    """What readers of a language call another one: Arabic is «عربی» to Persians; its code where CLDR is silent."""
    names = locale_of(language.locale).languages
    tag = code.replace("-", "_")
    return str(names.get(tag) or names.get(tag.partition("_")[0]) or code)
