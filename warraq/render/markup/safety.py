"""What HTML an editor's text may hold: everything else is taken out before our own markup is added."""

from __future__ import annotations

import re

import nh3

_TAG_NAMES = (
    "a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption"
    " figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small"
    " span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
_TAGS = frozenset(_TAG_NAMES.split())
_CLASS_NAMES = (
    "footnote footnote-ref footnote-backref ref term poem free stanza bayt single refrain numbered misra caesura source"
    " verse picture credit translit gallery note wide numeric"
)
_CLASSES = frozenset(_CLASS_NAMES.split())
_ATTRIBUTES = {
    "*": frozenset({"lang", "dir", "title", "id"}),
    "a": frozenset({"href", "hreflang"}),
    "img": frozenset({"src", "alt"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "align", "scope"}),
    "ol": frozenset({"start", "reversed"}),
    "li": frozenset({"value"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
}
_ALLOWED_VALUES = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "hreflang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    # The label of a note may be any words; `notes` makes an address of it.
    "id": re.compile(r"(?:fn|fnref\d*):.+|[^\s\"'<>&]+", re.DOTALL),
}


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    pattern = _ALLOWED_VALUES.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes=_ATTRIBUTES,
    attribute_filter=_allowed,
    allowed_classes=dict.fromkeys(_TAGS, _CLASSES),
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def clean(html: str) -> str:
    """Return the HTML without anything that could run, load, restyle or impersonate the page."""
    return _CLEANER.clean(html)
