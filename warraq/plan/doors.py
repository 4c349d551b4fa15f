"""The pages outside the languages: the gate at the root, and the page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from warraq.fingerprint import digest
from warraq.lang.catalogs import Catalog
from warraq.model.addresses import home_path
from warraq.model.site import Site, words
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.door_views import GateLanguageView, GateView, NotFoundView, RedirectView
from warraq.plan.pages import SEVERAL_LANGUAGES, Versions, absolute, alternates, frame

LOST = N_("There is no page here. It may have moved; these doors are open.")


def gate_view(desk: Desk, catalogs: Callable[[str], Catalog]) -> GateView:
    """The language gate at `/`: a page of links, which needs no script and asks nothing of the browser."""
    facts = desk.site.facts
    homes = Versions(home_path, desk.site.codes, gate="/")
    shared = frame(desk, Versions(lambda _: "/", desk.site.codes))
    shared |= {"alternates": alternates(desk, homes, desk.site.codes)}
    return GateView(
        **shared,
        template="pages/gate.html",
        tongue=SEVERAL_LANGUAGES,
        title=" · ".join(words(facts.title, code) for code in desk.site.codes),
        description=words(facts.description, desk.code),
        doors=_doors(desk.site, catalogs, "./"),
    )


def not_found_view(desk: Desk, catalogs: Callable[[str], Catalog]) -> NotFoundView:
    """The page that the server shows where there is none, in all languages at once."""
    base = f"{desk.site.base_path}/"
    path = "/404.html"
    shared = frame(desk, Versions(lambda _: path, desk.site.codes))
    site = shared["site"]
    rooted = {name: f"{base}{getattr(site, name)}" for name in ("icon", "touch_icon")}
    lists = {name: tuple(f"{base}{item}" for item in getattr(site, name)) for name in ("styles", "fonts")}
    scripts = {name: f"{base}{address}" for name, address in site.scripts.items()}
    shared |= {
        "site": replace(
            site,
            navigation=(),
            foot=(),
            languages=(),
            home=base,
            gate=base,
            scripts=scripts,
            **rooted,
            **lists,
        )
    }
    return NotFoundView(
        **{**shared, "alternates": (), "indexed": False},
        template="pages/not-found.html",
        tongue=SEVERAL_LANGUAGES,
        title="404",
        description="404",
        doors=_doors(desk.site, catalogs, base),
    )


def doors_mark(site: Site, catalogs: Callable[[str], Catalog]) -> str:
    """The fingerprint of what these pages say in each language."""
    return digest(repr(_doors(site, catalogs, "")))


def _doors(site: Site, catalogs: Callable[[str], Catalog], base: str) -> tuple[GateLanguageView, ...]:
    return tuple(
        GateLanguageView(
            code=language.code,
            name=language.name,
            direction=language.direction,
            href=f"{base}{language.code}/",
            title=words(site.facts.title, language.code),
            tagline=words(site.facts.tagline, language.code),
            stories=catalogs(language.code).translations.gettext("Stories"),
            lost=catalogs(language.code).translations.gettext(LOST),
        )
        for language in site.languages
    )


def redirect_view(desk: Desk, path: str, to: str, title: str) -> RedirectView:
    """A page at a former address that sends the reader on, with a link for those who are not sent."""
    return RedirectView(
        template="files/redirect.html",
        path=path,
        to=desk.at(path).to(to),
        canonical=absolute(desk, to),
        title=title,
        language=desk.language,
    )
