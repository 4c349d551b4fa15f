"""References and runs of another language: found in the source, carried through Markdown, made into elements.

Both are lifted out before Markdown sees them, because tables split at `|` and attribute lists eat `{…}`. What
travels instead are noncharacters, which Unicode keeps for such inward use: no text holds them and no rule of
Markdown knows them. The shown words travel between them as ordinary Markdown.
"""

from __future__ import annotations

import re
from html import escape

from warraq.lang.scripts import direction_of
from warraq.model.references import LANGUAGE_RUN, blank_code, find_references
from warraq.model.text import TextContext, TextLink

_OPEN, _WORDS, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_MAY_BE_RUN = re.compile(r"\{[a-z]{2,3}[-:]")
"""What no run is without, wherever code stands."""
_ANY = f"{_OPEN}{_WORDS}{_CLOSE}"
_MARK = re.compile(f"(<[^>{_ANY}]*[{_ANY}][^>]*>)|{_OPEN}([^{_WORDS}]*){_WORDS}|({_CLOSE})")
_LEFT_OVER = re.compile(f"{_OPEN}[^{_WORDS}]*{_WORDS}|[{_ANY}]")


def lift(source: str) -> str:
    """Return the source with every reference `[[id]]` and every run `{fa: words}` put between marks."""
    source = _NONCHARACTERS.sub("", source)
    if "[[" in source:
        source = _replaced(
            source,
            [
                (found.offset, found.offset + found.length, f"ref:{found.target}", found.words or "")
                for found in find_references(source)
                if not found.malformed
            ],
        )
    if not _MAY_BE_RUN.search(source):
        return source
    return _replaced(
        source,
        [
            (match.start(), match.end(), f"lang:{match[1]}", source[match.start(2) : match.end(2)].strip())
            for match in LANGUAGE_RUN.finditer(blank_code(source))
        ],
    )


def _replaced(source: str, marks: list[tuple[int, int, str, str]]) -> str:
    pieces = []
    position = 0
    for start, end, meaning, words in marks:
        pieces += [source[position:start], _OPEN, meaning, _WORDS, words, _CLOSE]
        position = end
    return "".join(pieces) + source[position:]


def lower(html: str, context: TextContext) -> str:
    """Return the HTML with links and isolated runs in place of the marks.

    Raises ValueError where a reference leads to nothing in `context.links`: targets are checked before.
    """
    if _OPEN not in html and _WORDS not in html and _CLOSE not in html:
        return html
    links = dict(context.links)
    closings: list[str] = []

    def element(match: re.Match[str]) -> str:
        tag, meaning, close = match.groups()
        if tag is not None:
            # Inside a tag (the words for an image, say) there is no place for an element.
            return _LEFT_OVER.sub("", tag)
        if close is not None:
            return closings.pop() if closings else ""
        kind, _, value = meaning.partition(":")
        if kind == "lang":
            closings.append("</bdi>")
            return f'<bdi lang="{escape(value)}" dir="{direction_of(value)}">'
        if value not in links:
            raise ValueError(f"the reference [[{value}]] leads nowhere")
        closings.append("</a>" if links[value].href else "</span>")
        is_bare = html.startswith(_CLOSE, match.end())
        return _link(links[value], is_bare, context.language.code)

    return _MARK.sub(element, html)


def _link(link: TextLink, is_bare: bool, language: str) -> str:
    """Return the opening tag of a link, and its title where the editor gave no words."""
    name = "ref term" if link.kind == "terms" else "ref"
    opening = f'<a class="{name}" href="{escape(link.href)}"' if link.href else f'<span class="{name}"'
    if not is_bare:
        return f"{opening}>"
    if link.language is not None and link.language != language:
        opening += f' lang="{escape(link.language)}" dir="{link.direction or direction_of(link.language)}"'
    return f"{opening}>{escape(link.title, quote=False)}"
