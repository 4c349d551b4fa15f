"""One Jinja environment for each language, with the few filters that templates may use; all are pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from warraq import art
from warraq.lang.catalogs import Catalog
from warraq.lang.direction import isolate_text
from warraq.lang.language import Language
from warraq.lang.numbers import format_number, localise_digits
from warraq.plan.views import TextView, Words
from warraq.render.markup.values import ConvertedText

Convert = Callable[[TextView], ConvertedText]


def environment(
    sources: dict[str, str], language: Language, catalog: Catalog, convert: Convert
) -> Environment:
    """The environment in which the pages of one language are rendered."""
    jinja = Environment(
        loader=FunctionLoader(
            lambda name: (sources[name], f"templates/{name}", lambda: True) if name in sources else None
        ),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # What templates call; each takes and gives plain values, and none can reach the site.
    jinja.install_gettext_translations(catalog.translations, newstyle=True)  # type: ignore[attr-defined]
    filters: dict[str, Callable[..., Any]] = {
        "isolate": lambda words: isolate(words, language),
        "plain": lambda words: isolate_text(words.text, language.direction),
        "tongue": lambda words: tongue(words, language),
        "number": lambda value: format_number(value, language),
        "digits": lambda text: localise_digits(str(text), language.digits),
        "word": lambda word: catalog.translations.pgettext("word", word).replace("-", " "),
        "convert": convert,
    }
    jinja.filters.update(filters)
    ornament: dict[str, Callable[..., Markup]] = {
        "emblem": lambda bold=False: Markup(art.emblem("css", bold=bold)),
        "shamsa": lambda: Markup(art.shamsa("css")),
        "headpiece": lambda seed, family: Markup(art.headpiece(seed, family, "css")),
        "divider": lambda family: Markup(art.divider(family, "css")),
        "star": lambda: Markup(art.star("css")),
        "cypress": lambda side: Markup(art.cypress(side, "css")),
    }
    jinja.globals.update(ornament)
    return jinja


def isolate(words: Words | None, language: Language) -> Markup:
    """Words as a part of a sentence: in `<bdi>` with their language and direction wherever these could differ."""
    if words is None:
        return Markup()
    if words.language == language.code:
        return Markup("<bdi>{}</bdi>").format(words.text)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(words.language, words.direction, words.text)


def tongue(words: Any, language: Language) -> Markup:
    """The attributes `lang` and `dir` for an element of these words alone; none in the page's own language."""
    if words is None or words.language == language.code:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(escape(words.language), escape(words.direction))
