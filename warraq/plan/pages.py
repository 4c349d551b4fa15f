"""What every page has in common: its frame, its address in the other languages, its place in the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from warraq.index.entry import Entry
from warraq.model.addresses import (
    credits_path,
    encoded,
    feed_path,
    home_path,
    map_path,
    search_path,
    share_path,
    timeline_path,
    topics_path,
)
from warraq.model.kinds import KIND
from warraq.model.site import words
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.views import AlternateView, LanguageView, LinkView, NoticeView, SiteView

SEVERAL_LANGUAGES = "mul"
"""The code of ISO 639 for a page in several languages."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A page in all languages: the path in each, and those in which it is really written."""

    path: Callable[[str], str]
    written: tuple[str, ...]
    gate: str = ""
    """The page in several languages that leads to these, where there is one."""


def frame(desk: Desk, versions: Versions) -> dict[str, Any]:
    """The fields that every page's view shares, by name."""
    path = versions.path(desk.code)
    here = desk.at(path)
    shown = (
        desk.code if desk.code in versions.written or not versions.written else _first(desk, versions.written)
    )
    written = versions.written if shown == desk.code else ()
    return {
        "path": path,
        "language": desk.language,
        "canonical": absolute(desk, versions.path(shown)),
        "alternates": alternates(desk, versions, written),
        "site": site_view(here, versions),
    }


def _first(desk: Desk, codes: tuple[str, ...]) -> str:
    return next(code for code in desk.preference if code in codes)


def absolute(desk: Desk, path: str) -> str:
    """The full address of a path of the site."""
    return f"{desk.site.base_url}{encoded(path)}"


def alternates(desk: Desk, versions: Versions, written: tuple[str, ...]) -> tuple[AlternateView, ...]:
    """The language versions of a page for machines, itself among them, and the one for everybody else."""
    if not written:
        return ()
    found = [
        AlternateView(code, absolute(desk, versions.path(code)))
        for code in desk.site.codes
        if code in written
    ]
    chosen = desk.site.facts.default_language
    everybody = versions.gate or versions.path(chosen if chosen in written else found[0].code)
    if versions.gate:
        found.append(AlternateView(SEVERAL_LANGUAGES, absolute(desk, versions.gate)))
    return (*found, AlternateView("x-default", absolute(desk, everybody)))


def site_view(desk: Desk, versions: Versions) -> SiteView:
    """The frame of a page: navigation, languages, and the addresses of what it loads."""
    folder, _, _ = desk.path.rstrip("/").rpartition("/")
    # In the folder of two texts beside each other lie one or two pages: what they share is not worth keeping.
    is_alone = folder.count("/") < _DEPTH_OF_RECORDS or folder.endswith("/with")
    if not desk.path.endswith("/") or is_alone:
        return _whole_site_view(desk, versions)
    # No frame leads into the page of a record, so those in one folder differ in their other languages alone.
    shared = desk.frames.get(folder)
    if shared is None:
        shared = desk.frames[folder] = _whole_site_view(desk, versions)
    return replace(shared, languages=_languages(desk, versions))


_DEPTH_OF_RECORDS = 2
"""Steps of the folder that the pages of records lie in: `/fa/people`."""


def _languages(desk: Desk, versions: Versions) -> tuple[LanguageView, ...]:
    return tuple(
        LanguageView(
            code=language.code,
            name=language.name,
            direction=language.direction,
            href=desk.to(versions.path(language.code)),
            current=language.code == desk.code,
            available=language.code in versions.written or not versions.written,
        )
        for language in desk.site.languages
    )


def _whole_site_view(desk: Desk, versions: Versions) -> SiteView:
    facts, furniture = desk.site.facts, desk.furniture
    return SiteView(
        title=words(facts.title, desk.code),
        tagline=words(facts.tagline, desk.code),
        home=desk.to(home_path(desk.code)),
        search=_search(desk),
        navigation=tuple(link for name in facts.navigation for link in _in_navigation(desk, name)),
        foot=_foot(desk),
        languages=_languages(desk, versions),
        gate=desk.to("/"),
        feed=desk.to(feed_path(desk.code)),
        styles=tuple(desk.to(path) for path in furniture.styles),
        scripts={name: desk.to(path) for name, path in furniture.scripts.items()},
        fonts=tuple(desk.to(path) for path in furniture.fonts.get(desk.code, ())),
        icon=desk.to(furniture.icon),
        touch_icon=desk.to(furniture.touch_icon),
        share_image=absolute(desk, furniture.share_image),
        contact=facts.contact,
        licence=words(facts.licence, desk.code) if facts.licence else None,
        paper=facts.colours.paper,
        night=facts.colours.night,
    )


def _in_navigation(desk: Desk, name: str) -> tuple[LinkView, ...]:
    if name == "topics":
        return (_topics(desk),) if desk.has_topics else ()
    if name == "map":
        return (_map(desk),) if desk.has_map else ()
    if name == "timeline":
        return (_timeline(desk),) if desk.has_timeline else ()
    return (desk.list_link(name, KIND[name].many),)


def _topics(desk: Desk) -> LinkView:
    return _page_link(desk, topics_path(desk.code), N_("Topics"), "topics")


def _map(desk: Desk) -> LinkView:
    return _page_link(desk, map_path(desk.code), N_("Map"), "map")


def _timeline(desk: Desk) -> LinkView:
    return _page_link(desk, timeline_path(desk.code), "Timeline", "timeline")


def _search(desk: Desk) -> LinkView:
    path = search_path(desk.code)
    return LinkView(desk.to(path), desk.words(desk.say("Search"), desk.code), "search", desk.path == path)


def _foot(desk: Desk) -> tuple[LinkView, ...]:
    """The links at the foot: the kinds that the navigation leaves out, then the pages that ask for it, in order."""
    kinds = [k for k in KIND.values() if k.name not in {*desk.site.facts.navigation, "pages"}]
    lists = [desk.list_link(kind.name, kind.many) for kind in kinds]
    if desk.has_topics and "topics" not in desk.site.facts.navigation:
        lists.insert(0, _topics(desk))
    if desk.has_map and "map" not in desk.site.facts.navigation:
        lists.insert(0, _map(desk))
    if desk.has_timeline and "timeline" not in desk.site.facts.navigation:
        lists.insert(0, _timeline(desk))
    if desk.has_pictures:
        path = credits_path(desk.code)
        lists.append(_page_link(desk, path, N_("Pictures and their rights"), "pictures"))
    return (*lists, *(desk.link(page) for page in desk.foot))


def _page_link(desk: Desk, path: str, phrase: str, kind: str) -> LinkView:
    """A link to a page of the site's own, by a phrase."""
    return LinkView(desk.to(path), desk.words(desk.say(phrase), desk.code), kind, desk.path.startswith(path))


def crumbs(desk: Desk, kind_name: str = "pages") -> tuple[LinkView, ...]:
    """The way from the home page to the page of a record of this kind, the page itself left out."""
    home = LinkView(desk.to(home_path(desk.code)), desk.words(desk.say("Home"), desk.code))
    if kind_name == "pages":
        return (home,)
    return home, desk.list_link(kind_name, KIND[kind_name].many)


def share_image_of(desk: Desk, entry: Entry) -> str:
    """The full address of a record's own share image; empty where it has that of the site."""
    has_own = desk.furniture.share_images and entry.face(desk.code).share
    return absolute(desk, share_path(entry.key, desk.code)) if has_own else ""


def versions_of(desk: Desk, entry: Entry) -> Versions:
    """The language versions of a record: those that have its text, or all where it lives by its facts alone."""
    written = tuple(code for code in desk.site.codes if code in entry.written_in)
    return Versions(lambda code: entry.face(code).path, written or desk.site.codes)


def notice(desk: Desk, language: str) -> NoticeView | None:
    """The notice that a text is shown in another language than the page's, or None where it is not."""
    if language == desk.code:
        return None
    shown = desk.site.language(language)
    return NoticeView(desk.words(shown.name, language))
