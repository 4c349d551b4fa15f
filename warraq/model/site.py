"""The settings of a site, as `content/site.yaml` declares them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from warraq.lang.direction import base_direction
from warraq.lang.language import CalendarName, Digits, Direction, Language
from warraq.lang.lint.finding import Romanisation, Setting
from warraq.model.declaring import StoryRef
from warraq.model.values import Flag, Phrase, Phrases, ReadBy, Text, Unreadable, Whole
from warraq.model.worded import Words
from warraq.model.words import N_


def _colour(written: Any) -> str:
    if not isinstance(written, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", written.strip()):
        raise Unreadable("not-a-colour")
    return written.strip().lower()


def is_site_address(written: str) -> bool:
    """Whether a site can live at this address: on the web, with a host, without a question or a place in a page."""
    try:
        return bool(re.fullmatch(r"https?://[^\s<>\"?#]+", written)) and bool(urlsplit(written).hostname)
    except ValueError:  # a bracket in the host is the beginning of a number there
        return False


def _site_address(written: Any) -> str:
    if not isinstance(written, str) or not is_site_address(written.strip()):
        raise Unreadable("not-a-web-address")
    return written.strip()


SiteAddress = Annotated[str, ReadBy(_site_address, {"type": "string", "format": "uri"})]

Colour = Annotated[str, ReadBy(_colour, {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A group of settings; unknown ones are refused."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings(Settings):
    name: Phrase
    direction: Direction
    locale: Phrase
    digits: Digits = "latn"
    calendars: tuple[CalendarName, ...] = ("gregorian",)
    months: Phrase = "default"
    quotes: tuple[Phrase, Phrase, Phrase, Phrase] | None = None
    """Those of its script where not said: « » where it is written from right to left."""
    fallback: tuple[Phrase, ...] = ()
    fonts: tuple[Phrase, ...] = ()
    """Files of assets/fonts/ that its pages load first."""
    reading_speed: Whole | None = None
    """Words that its readers read in a minute; as studies have it where not said (`warraq/lang/reading.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours(Settings):
    """The colours of the house; another city gives its own here and nowhere else."""

    paper: Colour = "#faf6ee"
    ink: Colour = "#1d1a16"
    night: Colour = "#0f1420"
    moon: Colour = "#f1ece2"
    lapis: Colour = "#1f3a6e"
    turquoise: Colour = "#0f7c80"
    madder: Colour = "#9b2335"
    indigo: Colour = "#2c2a5a"
    saffron: Colour = "#b8741a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Settings):
    """Two stories of one matter, one from each shore."""

    on: Phrases
    """What both tell of, in a word or two."""
    stories: tuple[StoryRef, StoryRef]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Settings):
    lead: StoryRef | None = None
    start: tuple[StoryRef, ...] = ()
    """Three stories for the newcomer."""
    pairs: tuple[Pair, ...] = ()
    """Stories that face each other; best an even number."""

    @property
    def named(self) -> tuple[StoryRef, ...]:
        """All stories that the settings place on the home page."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *self.start, *(ref for pair in self.pairs for ref in pair.stories))


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing(Settings):
    """What the site has decided about its writing; `check` holds the texts to it."""

    romanisation: Romanisation = "free"
    """The system by which names are romanised: `ijmes`, `ala-lc`, `iranica`, or `free`."""
    rules: dict[str, Setting] = field(default_factory=dict)
    """Rules of writing by their code, with another severity than the usual one, or `off`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSettings(Settings):
    """How pictures are published."""

    largest: Whole = 64
    """Millions of pixels that one may have: a hostile file shall not take all memory."""
    avif: Flag = False
    """Whether each is also offered as AVIF: a fifth smaller for readers, and three times as long to make."""
    share_images: Flag = True
    """Whether stories, people and works have images of their own for messengers, with their titles."""


Channel = Literal["mail", "telegram", "whatsapp", "sms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminSettings(Settings):
    """Where the form in the browser keeps what is edited; see `docs/browser-editor.en.md`."""

    backend: Literal["local", "github", "gitlab", "gitea"] = "local"
    """On this machine alone, or in a repository of one of these services."""
    repo: Phrase | None = None
    """The repository there, as in `bridges/site`."""
    branch: Phrase = "main"
    server: SiteAddress | None = None
    """The service's own address, where it is not the public one of that name."""
    folder: Phrase = "content"
    """The records' folder in the repository."""
    drafts: Flag = False
    """Whether the form on the public site names drafts too, so that their texts can be written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts(Settings):
    """What site.yaml may hold."""

    title: Phrases
    tagline: Phrases
    description: Phrases
    base_url: SiteAddress
    languages: dict[str, LanguageSettings]
    colours: Colours = Colours()
    regions: dict[str, Phrases] | None = None
    """Names of the two shores and of what joins them, for headings."""
    home: HomePage = HomePage()
    navigation: tuple[
        Literal[
            "timeline",
            "stories",
            "milestones",
            "people",
            "places",
            "works",
            "journeys",
            "institutions",
            "events",
            "projects",
            "gifts",
            "terms",
            "sources",
            "topics",
            "map",
        ],
        ...,
    ] = ("stories", "people", "places", "works", "journeys", "terms")
    default_language: Phrase | None = None
    """The language offered to readers of none of the site's languages; the first one where not said."""
    editors_language: Phrase = "en"
    writing: Writing = Writing()
    pictures: PictureSettings = PictureSettings()
    admin: AdminSettings = AdminSettings()
    facing: Flag = True
    """Whether a story in two languages can be read with both beside each other: two pages for each two of them."""
    sharing: tuple[Channel, ...] = ("mail", "telegram", "whatsapp")
    """The ways by which the end of a story offers to pass it on, beside its address. None asks anybody before a tap."""
    status: Literal["public", "preview", "no"] = "public"
    """Where the board for editors is: on the site itself, in the preview alone, or nowhere."""
    contact: Phrase | None = None
    licence: Phrases | None = None


@dataclass(frozen=True)
class Site:
    """A site's settings with its languages in order, ready for use."""

    facts: SiteFacts
    languages: tuple[Language, ...]
    fonts: tuple[tuple[str, tuple[str, ...]], ...]
    base_url: str
    """Absolute, with the path under which the site lives, without the last slash."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes in the site's order."""
        return tuple(language.code for language in self.languages)

    def language(self, code: str) -> Language:
        """The language with this code; KeyError when the site has no such language."""
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, Language]:
        return {language.code: language for language in self.languages}

    @cached_property
    def _preferences(self) -> dict[str, tuple[str, ...]]:
        return {
            language.code: tuple(dict.fromkeys((language.code, *language.fallback, *self.codes)))
            for language in self.languages
        }

    def preference(self, code: str) -> tuple[str, ...]:
        """In which languages a reader of this one would read a text, the most welcome first."""
        return self._preferences[code]

    def worded(self, text: str, code: str) -> Words:
        """Words with their language, whether or not it is one of the site's, and their direction."""
        direction = self.language(code).direction if code in self.codes else base_direction(text) or "ltr"
        return Words(text, code, direction)

    @property
    def base_path(self) -> str:
        """The path of the base address, without the last slash: `` or `/bridges`."""
        return re.sub(r"^https?://[^/]+", "", self.base_url)


REGION_NAMES: Mapping[str, str] = {
    "isfahan": N_("Isfahan"),
    "palestine": N_("Palestine"),
    "bridge": N_("Bridges"),
}


def words(text: Text, code: str) -> str:
    """A phrase of the settings in one language, or in the first that it is written in."""
    return text.best((code,))[0]
