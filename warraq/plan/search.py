"""What search is made of: the order of the records, what is shown of each, and the table by which files are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from warraq.fingerprint import mark_of_lines
from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.model.addresses import SEARCH_FILES, home_path, list_path, relative, search_path, topics_path
from warraq.model.kinds import KIND, KINDS
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.machine_views import DataView
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.search_views import SearchView
from warraq.plan.surroundings import Cards
from warraq.plan.topics import SECTIONS, has_topics, section_mark, section_view
from warraq.plan.views import CountView
from warraq.search.shards import Shard, distances, script

IN_A_GROUP: Final = 20
"""Records whose cards are in one file."""

_NAME: Final = 6
"""Letters of a file's fingerprint that its name has."""

_MOST_PLACES: Final = 40
"""Places among which readers choose: those of which most is told."""


@dataclass(frozen=True, slots=True)
class Found:
    """What has been made of the words of all records."""

    shards: Mapping[str, tuple[Shard, ...]] = field(default_factory=dict)
    """For each language, the files of its index."""
    named: Mapping[str, str] = field(default_factory=dict)
    """For each record, the keys of those that it names, parted by spaces."""


def has_page(entry: Entry, code: str) -> bool:
    """Whether a record has a page in a language: a story or a plain page without any text has none."""
    return entry.kind_name not in {"stories", "pages"} or bool(entry.face(code).shown)


def searched(library: Library, codes: Sequence[str]) -> dict[str, list[Entry]]:
    """The records that are searched in each language, by their numbers: the newest story has the highest one.

    So a new story changes no other number, and leaves most files as they are.
    """
    all_in_order = [
        entry
        for kind in reversed(KINDS)
        for entry in sorted(library.by_kind[kind.name], key=lambda entry: (entry.published, entry.key))
    ]
    return {code: [entry for entry in all_in_order if has_page(entry, code)] for code in codes}


def groups_of(entries: Sequence[Entry]) -> Iterable[Sequence[Entry]]:
    """The records by the files that have their cards."""
    return (entries[start : start + IN_A_GROUP] for start in range(0, len(entries), IN_A_GROUP))


def file_path(code: str, name: str, key: str) -> str:
    """The address of a file of search, with a fingerprint in its name."""
    return f"/{SEARCH_FILES}{code}/{name}.{key[:_NAME]}.js"


def filter_lines(library: Library, found: Found) -> dict[str, str]:
    """For the key of each record, a line that is another one where other filters lead to it."""
    return {
        e.key: f"{e.key} {e.day} {e.values('field')} {e.written_in} {found.named.get(e.key, '')}"
        for e in library.by_key.values()
    }


def counts_of(library: Library) -> tuple[tuple[str, int], ...]:
    """How many records each list has that is not empty, by the name of the kind."""
    kinds = (kind.name for kind in KINDS if kind.name not in {"pages", "sources"})
    return tuple((name, len(library.by_kind[name])) for name in kinds if library.by_kind[name])


OFFERED: Final = ("fields", "places", "centuries")
"""Parts of the index of topics that the page of search offers where no script runs."""


def browse_mark(library: Library, code: str) -> str:
    """The fingerprint of what the page of search offers beside the search."""
    sections = (section_mark(library, section, code) for section in SECTIONS if section.anchor in OFFERED)
    return mark_of_lines(repr(counts_of(library)), *sections)


def table(
    say: Callable[[str], str],
    entries: Sequence[Entry],
    shards: Sequence[Shard],
    groups: Sequence[str],
    filters: str,
) -> bytes:
    """The table of the files of a language: the first word of each part of the index, and all names."""
    first = [
        number
        for number, e in enumerate(entries)
        if not number or entries[number - 1].kind_name != e.kind_name
    ]
    kinds = [
        (
            number,
            entries[number].kind_name,
            say(KIND[entries[number].kind_name].one),
            say(KIND[entries[number].kind_name].many),
        )
        for number in first
    ]
    return script(
        {
            "words": "\n".join(shard.first for shard in shards),
            "shards": "".join(shard.key[:_NAME] for shard in shards),
            "cards": "".join(key[:_NAME] for key in groups),
            "filters": filters[:_NAME],
            "kinds": kinds,
            "count": len(entries),
        }
    )


def cards_view(desk: Desk, entries: Iterable[Entry], cards: Cards) -> DataView:
    """What results show of some records: address, title, years, summary; languages where they are not the page's."""
    home = home_path(desk.code)
    shown = []
    for entry in entries:
        card = cards.of(entry.key)
        row = [
            relative(home, card.path),
            card.title.text,
            card.life,
            card.summary.text if card.summary else "",
            card.region,
        ]
        for words in (card.title, card.summary):
            own = words is None or words.language == desk.code
            row.append("" if own or words is None else f"{words.language} {words.direction}")
        while not row[-1]:
            row.pop()
        shown.append(row)
    return DataView(script(shown))


def filters_view(desk: Desk, library: Library, entries: Sequence[Entry], cards: Cards) -> DataView:
    """The records of each field, century, place and language, by their numbers."""
    fields: dict[str, list[int]] = {}
    centuries: dict[int, list[int]] = {}
    languages: dict[str, list[int]] = {}
    places: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for name in entry.values("field"):
            fields.setdefault(name, []).append(number)
        if entry.century is not None:
            centuries.setdefault(entry.century, []).append(number)
        for code in entry.written_in:
            languages.setdefault(code, []).append(number)
        # A text may name a place in two ways, `[[river]]` and `[[places/river]]`: it is one place to search by.
        named = dict.fromkeys(found.key for found in library.named(entry.key) if found.public)
        for key in named:
            if key.startswith("places/"):
                places.setdefault(key, []).append(number)
    foremost = sorted(places, key=lambda key: (-len(places[key]), key))[:_MOST_PLACES]
    in_order = desk.in_order(cards.of(key) for key in foremost)
    names = {language.code: language.name for language in desk.site.languages}
    return DataView(
        script(
            [
                ["place", [[card.id, card.title.text, distances(places[card.key])] for card in in_order]],
                [
                    "century",
                    [
                        [str(c), desk.time(desk.century(c)).text, distances(centuries[c])]
                        for c in sorted(centuries)
                    ],
                ],
                ["field", sorted([name, desk.word(name), distances(fields[name])] for name in fields)],
                [
                    "language",
                    [[code, names[code], distances(languages[code])] for code in names if code in languages],
                ],
            ]
        )
    )


def search_view(desk: Desk, table_path: str, cards: Cards) -> SearchView:
    """The page of search, which leads to all lists and indexes where no script runs."""
    code = desk.code
    lists = [
        CountView(name, KIND[name].many, desk.to(list_path(name, code)), count)
        for name, count in counts_of(cards.library)
    ]
    sections = (section_view(desk, section, cards) for section in SECTIONS if section.anchor in OFFERED)
    title, intro = (
        desk.say(N_("Search")),
        desk.say(N_("Stories, people, places, works and words of the craft.")),
    )
    # Machines are not told of it: it says nothing of its own.
    shared = {**frame(desk, Versions(search_path, desk.site.codes)), "alternates": ()}
    return SearchView(
        **shared,
        template="pages/search.html",
        title=title,
        description=intro,
        crumbs=crumbs(desk),
        heading=title,
        intro=intro,
        lists=tuple(lists),
        sections=tuple(section for section in sections if section is not None),
        topics=desk.to(topics_path(code)) if has_topics(cards.library) else "",
        table=desk.to(table_path),
        indexed=False,
    )
