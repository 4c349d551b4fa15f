"""What is read with a story, and that an edit finds the same as a look at everything."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import SITE, built, in_real_dress, small_site, tree, write
from warraq.link import related as related_module
from warraq.link.kinship import NOBODY, Kinship, keep, kinship, recall
from warraq.link.related import READ_WITH, Told, related, related_anew, weight_of


def told(stories: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> dict[str, Told]:
    """Stories by name, with what they tell of and what their editors chose, as words."""
    picks = chosen or {}
    return {
        name: Told(tuple(sorted(features.split())), tuple(picks.get(name, "").split()))
        for name, features in stories.items()
    }


def beside(stories: dict[str, Told], name: str) -> list[str]:
    return [f"{key}: {' '.join(shared)}" for key, shared in related(stories)[name]]


# ---------------------------------------------------------------- which, and why


def test_who_is_shared_by_two_says_more_than_a_city_that_is_shared_by_many() -> None:
    many = {f"of-the-city-{n:02}": "places:isfahan" for n in range(30)}
    stories = told(
        many
        | {
            "one": "people:ibn-sina places:isfahan",
            "other": "people:ibn-sina",
        }
    )
    assert beside(stories, "one")[0] == "other: people:ibn-sina"
    assert weight_of("people:ibn-sina", 2) > 5 * weight_of("places:isfahan", 100)


def test_what_the_editors_chose_stands_first_and_is_never_left_out() -> None:
    names = [f"near-{n}" for n in range(6)]
    stories = told(
        dict.fromkeys(names, "people:ibn-sina works:canon")
        | {"one": "people:ibn-sina works:canon", "far": "places:rome", "none": ""},
        {"one": "far none"},
    )
    assert beside(stories, "one") == [
        "far: ",
        "none: ",
        "near-0: people:ibn-sina works:canon",
        "near-1: people:ibn-sina works:canon",
    ]
    five = told(dict.fromkeys(["one", *names], "people:ibn-sina"), {"one": " ".join(names[:5])})
    assert [key for key, _ in related(five)["one"]] == names[:5]


def test_at_most_so_many_are_found_and_none_that_shares_nothing() -> None:
    stories = told({f"s{n}": "people:ibn-sina" for n in range(20)} | {"alone": "people:nobody-else"})
    assert [len(found) for found in related(stories).values()] == [READ_WITH] * 20 + [0]


def test_what_is_shared_is_said_the_most_telling_first() -> None:
    stories = told(
        {
            "one": "places:isfahan people:ibn-sina century:11 field:medicine",
            "other": "places:isfahan people:ibn-sina century:11 field:medicine",
        }
    )
    assert beside(stories, "one") == ["other: people:ibn-sina places:isfahan century:11 field:medicine"]


def test_a_story_with_nothing_rare_has_neighbours_by_the_rarest_that_it_has() -> None:
    stories = told({f"s{n:03}": "century:11" + " people:shah" * (n < 100) for n in range(300)})
    assert beside(stories, "s050") == [f"s{n:03}: people:shah century:11" for n in range(4)]
    assert beside(stories, "s200") == [f"s{n:03}: century:11" for n in range(4)]


# ---------------------------------------------------------------- an edit, and everything

FEATURES = (
    [f"people:p{n}" for n in range(4)] + [f"places:c{n}" for n in range(3)] + ["century:9", "field:art"]
)
NAMES = [f"s{n}" for n in range(14)]

a_story = st.builds(
    lambda features, chosen: Told(tuple(sorted(features)), tuple(chosen)),
    st.sets(st.sampled_from(FEATURES), max_size=5),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
)
a_site = st.dictionaries(st.sampled_from(NAMES), a_story, max_size=14)
some_edits = st.dictionaries(st.sampled_from(NAMES), st.none() | a_story, min_size=1, max_size=3)


@settings(max_examples=300, deadline=None)
@given(before=a_site, edits=some_edits)
def test_after_an_edit_the_same_is_found_as_by_a_look_at_everything(
    before: dict[str, Told], edits: dict[str, Told | None]
) -> None:
    after = {key: story for key, story in {**before, **edits}.items() if story is not None}
    with pytest.MonkeyPatch.context() as patch:
        # As if three were many already, so that so small a site has what is rare, common, and too common.
        patch.setattr(related_module, "_RARE", 3)
        patch.setattr(related_module, "_COMMON", 7)
        known = {**related(before), **related_anew(after, before)}
        assert {key: known[key] for key in after} == related(after)


def test_an_edit_looks_at_few_stories_however_many_there_are() -> None:
    stories = told({f"s{n:04}": f"people:p{n // 8} century:{n % 9} field:art" for n in range(3000)})
    after = {**stories, "s1500": Told((*stories["s1500"].features, "people:p7"), ())}
    assert 2 <= len(related_anew(after, stories)) < 40


# ---------------------------------------------------------------- from entries, and between builds


def entry(key: str, names: str, day: int | None = None, fields: str = "") -> Any:
    kind, _, id = key.partition("/")
    return SimpleNamespace(
        key=key,
        kind_name=kind,
        id=id,
        names=tuple(names.split()),
        day=day,
        values=lambda facet: tuple(fields.split()) if facet == "field" else (),
        written_in=("en",),
    )


def by_kind(*stories: Any, people: str = "ibn-sina saladin") -> dict[str, list[Any]]:
    kinds: dict[str, list[Any]] = {kind: [] for kind in related_module.RECORDS}
    kinds["people"] = [entry(f"people/{id}", "") for id in people.split()]
    return kinds | {"stories": list(stories)}


class Shelf(dict[str, bytes]):
    def get(self, key: str) -> bytes:  # type: ignore[override]
        return self[key]

    def put(self, key: str, content: bytes) -> None:
        self[key] = content


def found(known: Kinship, key: str) -> list[str]:
    return [f"{other}: {' '.join(shared)}" for other, shared in known.of(key)]


DAY = 2_105_000  # in the eleventh century


def test_facts_count_and_what_a_text_mentions_does_not() -> None:
    one = entry("stories/one", "people:ibn-sina saladin sources:gutas", DAY, "medicine")
    other = entry("stories/other", "saladin people:ibn-sina sources:gutas", DAY)
    third = entry("stories/third", "people:saladin", None, "medicine")
    known = kinship(by_kind(one, other, third))
    assert found(known, "stories/one") == [
        "stories/other: people:ibn-sina century:11",
        "stories/third: field:medicine",
    ]


def test_who_is_not_public_brings_no_stories_together() -> None:
    stories = entry("stories/one", "people:ibn-sina"), entry("stories/other", "people:ibn-sina")
    before = kinship(by_kind(*stories))
    assert found(before, "stories/one")
    hidden = by_kind(*stories, people="saladin")
    assert found(kinship(hidden, before), "stories/one") == []
    assert kinship(hidden, before) == kinship(hidden)


def test_what_was_kept_is_used_as_it_is_while_it_holds() -> None:
    one, other = (
        entry("stories/one", "people:ibn-sina"),
        entry("stories/other", "people:ibn-sina people:saladin"),
    )
    shelf = Shelf()
    assert recall(shelf, "key") == NOBODY
    keep(shelf, "key", kinship(by_kind(one, other)))
    kept = recall(shelf, "key")
    assert kinship(by_kind(one, other), kept) is kept
    mentions = entry("stories/one", "people:ibn-sina saladin")
    assert kinship(by_kind(mentions, other), kept).beside is kept.beside
    tells = entry("stories/one", "people:ibn-sina people:saladin")
    assert kinship(by_kind(tells, other), kept) == kinship(by_kind(tells, other))
    shelf["key"] = b"damaged"
    assert recall(shelf, "key") == NOBODY


def test_a_story_knows_beside_which_others_it_is_shown() -> None:
    one, other = entry("stories/one", "people:ibn-sina"), entry("stories/one-more", "people:ibn-sina")
    known = kinship(by_kind(one, other))
    assert known.showing("stories/one") == {"stories/one-more"}
    assert known.showing("stories/one-more") == {"stories/one"}


# ---------------------------------------------------------------- on pages


def person(names: Mapping[str, str]) -> str:
    return f"name: {{{', '.join(f'{code}: {name}' for code, name in names.items())}}}\n"


def story(code: str, facts: str) -> dict[str, str]:
    day = datetime.date(2026, 1, 3)
    told = f"original: {code}\nregion: bridge\npublished: {day}\n{facts}\n"
    return {"facts.yaml": told, f"{code}.md": f"---\ntitle: Of {code}\nsummary: S.\n---\nText.\n"}


FILES = {
    f"content/stories/{id}/{name}": text
    for id, facts in {
        "of-a-physician": "people: [ibn-sina]\nplaces: [river]\nwhen: 1030",
        "of-his-book": "people: [ibn-sina]\nplaces: [river]",
        "of-his-time": "when: 1047\nfields: [art]",
        "of-a-craft": "fields: [art]",
    }.items()
    for name, text in story("en", facts).items()
} | {"content/people/ibn-sina/facts.yaml": person({"fa": "ابن‌سینا", "ar": "ابن سينا", "en": "Ibn Sina"})}


def reasons(folder: Path, address: str) -> list[str]:
    import re

    html = (folder / address / "index.html").read_text("utf-8")
    return [re.sub("<[^>]+>", "", found) for found in re.findall(r'class="card-reason">(.*?)</p>', html)]


def test_each_card_says_why_it_is_there_in_the_language_of_the_page(tmp_path: Path) -> None:
    folder, report = in_real_dress(tmp_path, FILES)
    assert report.ok
    assert reasons(folder, "en/stories/of-a-physician") == [
        "Both tell of Ibn Sina and River",
        "Both tell of River",
        "Both tell of River",
        "Both of the same century",
    ]
    assert reasons(folder, "fa/stories/of-a-physician")[0] == "هر دو از ابن‌سینا و رود می‌گویند"
    assert reasons(folder, "ar/stories/of-a-physician")[0] == "كلتاهما تحكي عن ابن سينا والنهر"
    assert reasons(folder, "fa/stories/of-a-physician")[3] == "هر دو از یک سده"
    assert reasons(folder, "ar/stories/of-a-craft") == ["في المجال نفسه: فنّ"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("stories/of-his-book/facts.yaml", "people: [ibn-sina]\n", ""),
        ("stories/of-his-time/facts.yaml", "when: 1047", "when: 1147"),
        ("stories/of-a-craft/facts.yaml", "fields: [art]", "fields: [medicine]"),
        ("stories/of-a-craft/facts.yaml", "fields: [art]", "fields: [art]\nrelated: [of-his-time]"),
        ("stories/of-his-book/en.md", "summary: S.", "summary: Another."),
        ("people/ibn-sina/facts.yaml", "en: Ibn Sina", "en: Avicenna"),
        ("people/ibn-sina/facts.yaml", "name:", "draft: yes\nname:"),
        ("stories/of-a-physician/facts.yaml", "published: 2026-01-03", "published: 2025-01-03"),
    ],
)
def test_an_edit_of_what_stories_share_is_seen_on_every_page_that_says_it(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    folders = small_site(tmp_path / "one", {**FILES, "content/site.yaml": SITE})
    assert built(folders).ok
    text = (folders.content / file).read_text("utf-8")
    assert old in text
    write(folders.content / file, text.replace(old, new, 1))
    assert built(folders).ok
    fresh = small_site(tmp_path / "two", {**FILES, f"content/{file}": text.replace(old, new, 1)})
    assert built(fresh).ok
    assert tree(folders.output) == tree(fresh.output)
