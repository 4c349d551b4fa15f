"""One Jinja environment for each language, with the few filters that templates may use; all are pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from gettext import NullTranslations
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from warraq.art import drawings
from warraq.lang.catalogs import Catalog
from warraq.lang.direction import isolate_text
from warraq.lang.language import Language
from warraq.lang.lists import format_list
from warraq.lang.numbers import format_number, localise_digits
from warraq.lang.reading import minutes_to_read
from warraq.model.worded import Words
from warraq.plan.views import TextView
from warraq.render.cartography import Cartographer
from warraq.render.compiled import PageEnvironment, printed
from warraq.render.markup.beside import figure_html, gallery_html, image_html
from warraq.render.markup.contents import contents_of
from warraq.render.markup.facing import FacingText
from warraq.render.markup.values import ConvertedText
from warraq.timeline.drawing import picture_svg
from warraq.timeline.key import sign_svg
from warraq.timeline.life import life_svg

Convert = Callable[[TextView], ConvertedText]
Beside = Callable[[TextView, TextView], FacingText]


def environment(
    templates: BaseLoader,
    language: Language,
    catalog: Catalog,
    convert: Convert,
    beside: Beside,
    maps: Cartographer | None = None,
) -> Environment:
    """The environment in which the pages of one language are rendered."""
    jinja = PageEnvironment(
        loader=templates,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # a theme has a few dozen templates: none is ever dropped, so none needs to be ranked
    )
    # What templates call; each takes and gives plain values, and none can reach the site.
    jinja.install_gettext_translations(catalog.translations, newstyle=True)  # type: ignore[attr-defined]
    jinja.globals["_"] = jinja.globals["gettext"] = _phrases(catalog.translations)
    filters: dict[str, Callable[..., Any]] = {
        "isolate": lambda words: isolate(words, language),
        "listed": lambda several: listed(several, language),
        "plain": lambda words: isolate_text(words.text, language.direction),
        "tongue": lambda words: tongue(words, language.code),
        "apart": tongue,
        "number": lambda value: format_number(value, language),
        "digits": lambda text: localise_digits(str(text), language.digits),
        "word": lambda word: catalog.translations.pgettext("word", word).replace("-", " "),
        "convert": convert,
        "beside": beside,
        "contents": contents_of,
        "minutes": lambda words, text: minutes_to_read(words, text.context.language.reading_speed),
    }
    jinja.filters.update(filters)
    ornament: dict[str, Callable[..., Markup]] = {
        "emblem": lambda bold=False: _drawn(drawings.emblem, "css", bold=bold),
        "shamsa": lambda: _drawn(drawings.shamsa, "css"),
        "headpiece": lambda seed, family: Markup(drawings.headpiece(seed, family, "css")),
        "divider": lambda family: _drawn(drawings.divider, family, "css"),
        "star": lambda: _drawn(drawings.star, "css"),
        "cypress": lambda side: _drawn(drawings.cypress, side, "css"),
    }
    jinja.globals.update(ornament)
    pictures: dict[str, Callable[..., Markup]] = {
        "figure": lambda figure, kind="", eager=False: Markup(
            figure_html(figure, language, kind, eager=eager)
        ),
        "gallery": lambda figures: Markup(gallery_html(figures, language)),
        "image": lambda image, kind, alt="", eager=False: Markup(image_html(image, kind, alt, eager=eager)),
    }
    jinja.globals.update(pictures)
    if maps is not None:
        jinja.globals.update({"atlas": maps.atlas, "glimpse": maps.glimpse, "small_map": maps.small_map})
    times: dict[str, Callable[..., Markup]] = {
        "life_line": lambda line: Markup(life_svg(line)),
        "timeline": lambda picture: Markup(picture_svg(picture)),
        "timeline_sign": lambda name: _drawn(sign_svg, name, language.direction),
    }
    jinja.globals.update(times)
    return jinja


@cache
def _drawn(draw: Callable[..., str], *values: str, **named: bool) -> Markup:
    """Ornament of which there are only a few pieces: each is drawn once in a process."""
    return Markup(draw(*values, **named))


def _phrases(translations: NullTranslations) -> Callable[..., Markup]:
    """The phrases of a language as templates ask for them: as Jinja's own, but looked up and marked as safe once."""

    @cache
    def pattern(phrase: str) -> Markup:
        return Markup(translations.gettext(phrase))

    @cache
    def said(phrase: str) -> Markup:
        # A phrase is a pattern even where it has no values, so that a percent sign is always written twice.
        return pattern(phrase) % {}

    def gettext(phrase: str, /, **values: Any) -> Markup:
        return pattern(phrase) % values if values else said(phrase)

    return gettext


def isolate(words: Words | None, language: Language) -> Markup:
    """Words as a part of a sentence: in `<bdi>` with their language and direction wherever these could differ."""
    if words is None:
        return _NOTHING
    if words.language == language.code:
        return _safe(f"<bdi>{printed(words.text)}</bdi>")
    return _safe(f"<bdi{_tongue_of(words.language, words.direction)}>{printed(words.text)}</bdi>")


def listed(several: Sequence[Words], language: Language) -> Markup:
    """Several words as one phrase, each isolated: `A، B، و C`."""
    rest = format_list([words.text for words in several], language)
    phrase = Markup()
    for words in several:
        joint, _, rest = rest.partition(words.text)
        phrase += escape(joint) + isolate(words, language)
    return phrase + escape(rest)


def tongue(words: Any, code: str) -> Markup:
    """The attributes `lang` and `dir` for an element of these words alone; none among words of their language."""
    if words is None or words.language == code:
        return _NOTHING
    return _tongue_of(words.language, words.direction)


_NOTHING = Markup()
_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""`Markup` for what is a string for certain: many pieces of each page, and `Markup` asks of each what it is."""


@cache
def _tongue_of(language: str, direction: str) -> Markup:
    return Markup(f' lang="{escape(language)}" dir="{escape(direction)}"')
