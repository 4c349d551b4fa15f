"""The theme: templates, words, styles and ornament as one frozen value, from which processes make their tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from warraq import art, rules
from warraq.cards import Fonts, can_be_drawn, read_fonts
from warraq.diagnostics import EditorError
from warraq.editing.kit import Kit, read_kit
from warraq.files import read_text
from warraq.fingerprint import art_digest, cards_digest, digest, engine_digest
from warraq.index.ornament import palette_of
from warraq.lang.catalogs import BrokenCatalog, Catalog, compiled
from warraq.model.site import Site
from warraq.model.values import Span
from warraq.plan.nodes import ArtNode, Node
from warraq.render.closures import Recall, closures
from warraq.render.styles import Assets, read_assets


@dataclass(frozen=True)
class Theme:
    """Everything but the content that a page is made of."""

    site: Site
    engine: str
    templates: tuple[tuple[str, str], ...]
    """Name relative to templates/ and source."""
    closed: tuple[tuple[str, str], ...]
    """For each template, the fingerprint of it with all that it extends, includes and imports."""
    catalogs: tuple[Catalog, ...]
    assets: Assets
    palette: art.Palette
    fonts_of_cards: Fonts
    """In which share images are set."""
    widths: str = ""
    """How wide the letters of the served faces are, for the labels of maps: see `warraq.maps.lettering`."""
    kit: Kit | None = None
    """What the form in the browser is made of, where it was fetched."""

    @property
    def styles(self) -> tuple[str, ...]:
        return self.assets.styles

    @property
    def scripts(self) -> Mapping[str, str]:
        """The address of each script by its file name."""
        return dict(self.assets.scripts)

    def font(self, name: str) -> str:
        """The address of a font named in the settings."""
        fonts = dict(self.assets.fonts)
        if name not in fonts:
            raise EditorError(rules.ASSET_MISSING.at(Span("content/site.yaml"), name=f"assets/fonts/{name}"))
        return fonts[name]

    @property
    def closures_key(self) -> str:
        """The key under which `closed` is kept."""
        return _closures_key(self.templates, self.engine)

    @property
    def templates_mark(self) -> str:
        """A fingerprint of all templates and of the engine."""
        return digest(*(mark for closed in self.closed for mark in closed), self.engine)

    @cached_property
    def _closure_of(self) -> dict[str, str]:
        return dict(self.closed)

    def closure(self, template: str) -> str:
        """The fingerprint of a template with all that it draws on."""
        found = self._closure_of.get(template)
        if found is None:
            raise EditorError(rules.TEMPLATE_MISSING.at(Span(f"templates/{template}"), name=template))
        return found

    def catalog(self, code: str) -> Catalog:
        """The interface words of a language."""
        return next((c for c in self.catalogs if c.code == code), Catalog(code, ""))

    @property
    def lettering(self) -> str:
        """A fingerprint of the widths of letters."""
        return digest(self.widths)

    # ------------------------------------------------------------ ornament

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Styles, scripts, fonts and icons."""
        return (*self.assets.nodes, *(self._art(drawing, suffix) for drawing, suffix in _ICONS.items()))

    @property
    def icon(self) -> str:
        return f"/{self._art('favicon', 'svg').path}"

    @property
    def touch_icon(self) -> str:
        return f"/{self._art('touch-icon', 'png').path}"

    @property
    def share_image(self) -> str:
        return f"/{self._art('share-image', 'png').path}"

    @property
    def share_images(self) -> str:
        """A fingerprint of what draws share images; empty where the settings, the fonts or the machine have none."""
        if not (self.site.facts.pictures.share_images and self.fonts_of_cards.faces and can_be_drawn()):
            return ""
        titles = repr(self.site.facts.title)
        return digest("share-images", cards_digest(), self.fonts_of_cards.mark, repr(self.palette), titles)

    def _art(self, drawing: str, suffix: str) -> ArtNode:
        key = digest("art", art_digest(), drawing, repr(self.palette))
        return ArtNode(f"assets/art/{drawing}.{key[:10]}.{suffix}", key, drawing, (), f"art: {drawing}")


_ICONS = {"favicon": "svg", "touch-icon": "png", "share-image": "png"}


def _made(key: str, make: Callable[[], Any]) -> Any:
    """What is made, where nothing is kept."""
    return make()


def read_theme(
    site: Site,
    templates: Path,
    assets: Path,
    catalogs: Path,
    recall: Recall = _made,
    form: Path | None = None,
) -> Theme:
    """The theme from its folders; EditorError on a template, sheet or catalogue that cannot be read.

    `recall(key, make)` may keep what is made, so that templates need not be parsed again to see what they draw on.
    `form` is where the form in the browser was fetched to, if anywhere.
    """
    sources = {
        path.relative_to(templates).as_posix(): read_text(
            path, f"templates/{path.relative_to(templates).as_posix()}"
        )
        for path in sorted(templates.rglob("*"))
        if path.suffix in {".html", ".xml", ".txt"}
    }
    colours, engine = site.facts.colours, engine_digest()
    widths = assets / "fonts" / "widths.json"
    return Theme(
        site=site,
        engine=engine,
        templates=tuple(sources.items()),
        closed=recall(_closures_key(sources.items(), engine), lambda: _closed(site, sources, engine, recall)),
        catalogs=tuple(read_catalog(catalogs, code, "site", recall) for code in site.codes),
        assets=read_assets(assets, colours),
        palette=palette_of(site),
        fonts_of_cards=read_fonts(assets / "fonts" / "cards"),
        widths=read_text(widths, "assets/fonts/widths.json") if widths.is_file() else "",
        kit=_kit(form, site, catalogs, recall),
    )


def _closed(
    site: Site, sources: Mapping[str, str], engine: str, recall: Recall
) -> tuple[tuple[str, str], ...]:
    # Imported when it is wanted: most builds find all templates as they were.
    from warraq.render.compiled import CompiledTemplates
    from warraq.render.templates import environment

    templates, language = CompiledTemplates(sources, engine, recall), site.languages[0]
    environment_of_all = environment(templates, language, Catalog(language.code, ""), _no_text, _no_text)
    compile = partial(templates.compile, environment_of_all)
    return tuple(closures(sources, recall, environment_of_all, compile).items())


def _no_text(*_: Any) -> Any:
    """In place of what converts texts, where templates are compiled only."""
    raise NotImplementedError


def _kit(form: Path | None, site: Site, catalogs: Path, recall: Recall) -> Kit | None:
    """What the form is made of, with the words in which it speaks."""
    if form is None or not form.is_dir():
        return None
    words = tuple(read_catalog(catalogs, code, "engine", recall) for code in site.codes)
    return read_kit(form, "vendor/form", words)


def _closures_key(sources: Iterable[tuple[str, str]], engine: str) -> str:
    return digest("closures", engine, *(part for source in sources for part in source))


def read_catalog(folder: Path, code: str, domain: str, recall: Recall = _made) -> Catalog:
    """The words of a language in one domain; empty where nobody has translated them yet.

    `recall(key, make)` may keep what is made.
    """
    path = folder / code / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return Catalog(code, "")
    shown_as = f"i18n/{code}/LC_MESSAGES/{domain}.po"
    source = read_text(path, shown_as)
    try:
        made = recall(catalog_key(source), lambda: compiled(source)) if source else b""
    except BrokenCatalog as error:
        raise EditorError(
            rules.CATALOGUE_BROKEN.at(Span(shown_as, error.line), reason=error.reason)
        ) from error
    return Catalog(code, source, made)


def catalog_key(source: str) -> str:
    """The key under which the words of a PO file are kept as gettext reads them."""
    return digest("catalog", engine_digest(), source)
