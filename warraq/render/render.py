"""From a node to its bytes."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from msgspec.msgpack import encode

from warraq import rules
from warraq.cards import NoShareCard
from warraq.diagnostics import Diagnostic, EditorError
from warraq.fingerprint import digest
from warraq.model.values import Span
from warraq.plan.machine_views import DataView
from warraq.plan.nodes import ArtNode, FileNode, KeptNode, Node, PageNode, PrintNode, ShareNode, TileNode
from warraq.plan.viewing import Viewing
from warraq.plan.views import TextView
from warraq.render.cartography import Cartographer
from warraq.render.closures import referred_key
from warraq.render.compiled import CompiledTemplates, compiled_key
from warraq.render.markup import convert
from warraq.render.markup.facing import CutText, FacingText, cut_text, set_beside
from warraq.render.markup.values import ConvertedText
from warraq.render.prints import Darkroom
from warraq.render.sharing import share_card
from warraq.render.templates import environment
from warraq.render.theme import Theme, catalog_key

_MARKUP = str(Path(__file__).parent / "markup")


def text_key(text: TextView, engine: str) -> str:
    """The key under which the converted text is kept."""
    return digest("text", engine, text.source, encode(text.context))


def tool_keys(theme: Theme) -> Iterator[str]:
    """The keys under which the tools of printing are kept: templates compiled, what they draw on, and words."""
    yield theme.closures_key
    for name, source in theme.templates:
        yield compiled_key(name, source, theme.engine)
        yield referred_key(name, source)
    yield from (catalog_key(catalog.source) for catalog in theme.catalogs if catalog.source)


@dataclass(frozen=True)
class Renderer:
    """The tools of one process: the theme's templates compiled, a memory for converted texts."""

    theme: Theme
    memory: Any
    """Keeps a value by key: `recall(key, make)`; see `warraq.write.store`."""
    darkroom: Darkroom
    _needed: list[str] = field(default_factory=list)
    """The keys of the texts that the page under the hand shows."""

    @cached_property
    def _environments(self) -> dict[str, Environment]:
        templates = CompiledTemplates(dict(self.theme.templates), self.theme.engine, self.memory.recall)
        return {
            language.code: environment(
                templates,
                language,
                self.theme.catalog(language.code),
                self._convert,
                self._beside,
                Cartographer(self.theme, language.code, self._kept),
            )
            for language in self.theme.site.languages
        }

    def _convert(self, text: TextView) -> ConvertedText:
        key = text_key(text, self.theme.engine)
        self._needed.append(key)
        found: ConvertedText = self.memory.recall(key, lambda: convert(text.source, text.context))
        return found

    def _beside(self, first: TextView, second: TextView) -> FacingText:
        """Two texts in rows. A story's own language has it beside each other language, cut in the same way."""
        return set_beside((first.source, self._cut(first)), (second.source, self._cut(second)))

    def _cut(self, text: TextView) -> CutText:
        key = digest("cut", text_key(text, self.theme.engine))
        self._needed.append(key)
        found: CutText = self.memory.recall(key, lambda: cut_text(text.source, text.context))
        return found

    def _kept(self, key: str, make: Callable[[], Any]) -> Any:
        self._needed.append(key)
        return self.memory.recall(key, make)

    def render(self, node: Node, viewing: Viewing) -> tuple[bytes, tuple[str, ...]]:
        """The bytes of a node and the keys of what they were made of; EditorError when a template cannot make them.

        `viewing` makes the view of a page.
        """
        if isinstance(node, FileNode):
            return node.content, ()
        if isinstance(node, KeptNode):
            return self.memory.get(node.key), ()
        if isinstance(node, ArtNode):
            return self._drawn(node.drawing, dict(node.values)), ()
        if isinstance(node, PrintNode):
            return self.darkroom.print(node), ()
        if isinstance(node, TileNode):
            return self.darkroom.tile(node), ()
        if isinstance(node, ShareNode):
            return self._share_image(node, viewing), ()
        self._needed.clear()
        return self._page(node, viewing), tuple(self._needed)

    def _page(self, node: PageNode, viewing: Viewing) -> bytes:
        view = viewing.view(node.wanted)
        if isinstance(view, DataView):
            return view.content
        try:
            template = self._environments[view.language.code].get_template(view.template)
            return template.render(page=view).encode()
        except TemplateSyntaxError as error:
            raise EditorError(
                rules.TEMPLATE_SYNTAX.at(Span(f"{error.filename}", error.lineno), reason=error.message)
            ) from error
        except (
            TemplateError,
            TypeError,
            AttributeError,
            ValueError,
            LookupError,
            ArithmeticError,
            RecursionError,
        ) as error:
            place = _place_in_template(error)
            if place is None:
                raise
            raise EditorError(_failed(node, place, error)) from error

    def _share_image(self, node: ShareNode, viewing: Viewing) -> bytes:
        """The share image of a record, or that of the site where its words cannot be set."""
        from warraq.cards.draw import draw_share_card

        view, theme = viewing.share_view(node.of, node.code), self.theme
        picture = self.darkroom.print(view.picture) if view.picture else None
        try:
            return draw_share_card(share_card(view, theme.palette, picture), theme.fonts_of_cards)
        except NoShareCard:
            return self._drawn("share-image", {})

    def _drawn(self, drawing: str, values: Mapping[str, Any]) -> bytes:
        from warraq.art import drawings

        palette = self.theme.palette
        match drawing:
            case "cover":
                return drawings.cover(values["seed"], values["family"], palette, values["voice"]).encode()
            case "favicon":
                return drawings.favicon(palette).encode()
            case "touch-icon":
                return drawings.emblem_png(180, palette)
            case "share-image":
                return drawings.share_png(palette, "bridge")
        raise ValueError(drawing)


def _place_in_template(error: BaseException) -> Span | None:
    """The line of the template at which an error arose; None where it arose in the engine itself."""
    place = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file.startswith("templates/"):
            place = Span(file, line)
        elif file.startswith(_MARKUP):  # the text alone decides what happens there
            return None
    return place


def _failed(node: PageNode, place: Span, error: Exception) -> Diagnostic:
    return rules.TEMPLATE_FAILED.at(place, address=f"/{node.path}", reason=error)
