"""The first stage: what an editor wrote is read as written, with its place."""

from __future__ import annotations

import datetime
import os
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.world import SITE, built, codes, places, site
from warraq.diagnostics import EditorError
from warraq.files import decode, split_head
from warraq.model.facts import Journey, Page, Person, Place, Source
from warraq.model.values import Coordinates, Scalar, Span
from warraq.pictures import Plate
from warraq.read.records import RecordSource, read_record
from warraq.read.schema import read_facts
from warraq.read.settings import read_site
from warraq.read.yamltree import Fields, Items, read_yaml

FILE = "content/people/hafez/facts.yaml"


def span_of(value: object) -> tuple[int, int, int]:
    """Line, column and length of a value's place."""
    assert isinstance(value, Scalar | Fields | Items)
    return value.span.line, value.span.column, value.span.length


def refused(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a YAML text: code, line and column."""
    with pytest.raises(EditorError) as error:
        read_yaml(text, FILE)
    return [(d.rule.code, d.span.line, d.span.column) for d in error.value.diagnostics if d.span]


# ---------------------------------------------------------------- YAML as it is written


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "012",
        "0x1f",
        "12:30",
        "1e3",
        "1_000",
        "1348-05-30",
        "438-09-05 AH",
        "۱۴۰۴",
        "true",
        "1.50",
    ],
)
def test_a_value_stays_the_string_that_the_editor_wrote(written: str) -> None:
    assert read_yaml(f"value: {written}\n", FILE) == {"value": written}


def test_every_value_knows_its_line_its_column_and_its_length() -> None:
    fields = read_yaml(
        "name:\n  fa: حافظ\n  en: Hafez\nroles: [poet, scholar]\nborn: '1325'\n", FILE, first_line=10
    )
    assert span_of(fields["name"]["fa"]) == (11, 7, 4)
    assert span_of(fields["roles"]) == (13, 8, 15)
    assert span_of(fields["roles"][1]) == (13, 15, 7)
    assert span_of(fields["born"]) == (14, 7, 6), "the quotation marks belong to the place, not to the value"
    assert [span_of(key) for key in fields] == [(10, 1, 4), (13, 1, 5), (14, 1, 4)]
    assert fields["name"]["fa"].span.file == FILE


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_field_counts_as_not_written(nothing: str) -> None:
    assert read_yaml(f"born: {nothing}\ndied: 1390\nroles: [poet, {nothing or '~'}]\n", FILE) == {
        "died": "1390",
        "roles": ["poet"],
    }


def test_nothing_in_quotation_marks_is_something() -> None:
    assert read_yaml('born: ""\nname: "null"\n', FILE) == {"born": "", "name": "null"}


def test_an_empty_file_has_no_fields() -> None:
    assert read_yaml("", FILE) == {}
    assert read_yaml("# nothing yet\n", FILE) == {}


def test_a_field_that_is_written_twice_is_refused_at_its_second_place_on_every_level() -> None:
    assert refused("born: 1\nname:\n  fa: a\n  fa: b\nborn: 2\n") == [("R104", 4, 3), ("R104", 5, 1)]


def test_anchors_and_aliases_are_refused_each_at_its_place() -> None:
    assert refused("first: &one poet\nsecond: *one\n") == [("R105", 1, 8), ("R105", 2, 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name:\n\tfa: a\n", ("R102", 2, 1)),
        ("name: 'a\nborn: 1\n", ("R107", 1, 7)),
        ('name: "a\nborn: 1\ndied: "2"\n', ("R107", 1, 7)),
        ("title: a: b\n", ("R108", 1, 9)),
        ("title:a\n", ("R147", 1, 1)),
        ("born: 1\ntitle:a\n", ("R147", 2, 1)),
        ("stops:\n  - place:isfahan\n    note: a\n", ("R147", 2, 5)),
        ("name: {fa:a}\n", ("R147", 1, 8)),
        ("roles: [a, b\nborn: 1\n", ("R148", 1, 8)),
        ("name: {fa: a, en: b\n", ("R148", 1, 7)),
        ("name: [a, {fa: b]\nborn: 1\n", ("R103", 1, 17)),
        (" name: a\nborn: 1\n", ("R149", 2, 1)),
        ("name: a\n  born: 1\n", ("R149", 2, 3)),
        ("name: a\n---\nborn: 1\n", ("R103", 2, 1)),
        ("name: `a`\n", ("R103", 1, 7)),
        ("a sentence\n", ("R109", 1, 1)),
        ("https://example.org\n", ("R109", 1, 1)),
    ],
)
def test_a_slip_of_the_pen_is_found_where_it_was_made(text: str, expected: tuple[str, int, int]) -> None:
    assert refused(text) == [expected]


def test_an_address_is_no_field_without_a_space() -> None:
    assert read_yaml("same_as:\n  - https://a.example/b\n", FILE) == {"same_as": ["https://a.example/b"]}


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@given(
    st.dictionaries(texts.filter(bool), texts | st.lists(texts, max_size=3), max_size=4),
    st.sampled_from([None, "'", '"']),
    st.sampled_from([True, False]),
)
def test_whatever_is_dumped_as_yaml_is_read_back_equal(
    fields: dict[str, str | list[str]], quotes: str | None, in_braces: bool
) -> None:
    written = yaml.safe_dump(fields, allow_unicode=True, default_style=quotes, default_flow_style=in_braces)
    assert read_yaml(written, FILE) == fields


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    "content",
    [
        "نام: حافظ\nسال: ۷۲۶\n".encode(),
        "نام: حافظ\nسال: ۷۲۶\n".encode("utf-8-sig"),
        "نام: حافظ\r\nسال: ۷۲۶\r\n".encode(),
        "نام: حافظ\rسال: ۷۲۶\r".encode(),
    ],
    ids=[
        "plain",
        "with a byte order mark",
        "with the line ends of Windows",
        "with the line ends of old Macs",
    ],
)
def test_a_file_is_the_same_text_whichever_program_saved_it(content: bytes) -> None:
    assert decode(content, FILE) == "نام: حافظ\nسال: ۷۲۶\n"


def test_letters_with_marks_are_composed_so_that_two_ways_of_typing_are_one() -> None:
    assert decode("Na\u0304s\u0323ir".encode(), FILE) == "Nāṣir"


def test_a_file_in_another_encoding_is_refused_at_its_first_foreign_letter() -> None:
    with pytest.raises(EditorError) as error:
        decode("a: b\nname: حافظ\n".encode("cp1256"), FILE)
    assert [(d.rule.code, d.span) for d in error.value.diagnostics] == [("R101", Span(FILE, 2, 7))]


@pytest.mark.parametrize(
    ("text", "fields", "body", "body_line"),
    [
        ("---\ntitle: a\n---\nText\n", "title: a\n", "Text\n", 4),
        ("---\ntitle: a\n---\n\nText\n---\nmore\n", "title: a\n", "\nText\n---\nmore\n", 4),
        ("---\n---\nText\n", "", "Text\n", 3),
        ("---\ntitle: a ---- b\n---", "title: a ---- b\n", "", 1),
        ("Text alone\n", "", "Text alone\n", 1),
    ],
)
def test_the_head_of_a_text_is_parted_from_its_body(
    text: str, fields: str, body: str, body_line: int
) -> None:
    head = split_head(text, "a.md")
    assert (head.fields, head.body, head.body_line) == (fields, body, body_line)


# ---------------------------------------------------------------- facts


def facts_of(kind: type, text: str) -> object:
    return read_facts(kind, read_yaml(text, FILE))


def test_one_value_is_enough_where_a_field_holds_several() -> None:
    person = facts_of(Person, "name: {en: Hafez}\nroles: poet\naliases: Shams al-Din\n")
    assert isinstance(person, Person)
    assert (person.roles, person.aliases) == (("poet",), ("Shams al-Din",))


def test_numbers_dates_and_yes_may_be_written_in_persian_and_arabic() -> None:
    place = facts_of(Place, "name: {en: Shiraz}\ncoordinates: ۲۹٫۶، ٥٢٫٥\ndraft: بله\npublish: ۲۰۲۶-۰۳-۲۱\n")
    assert isinstance(place, Place)
    assert place.coordinates == Coordinates(29.6, 52.5)
    assert place.draft is True
    assert place.publish == datetime.date(2026, 3, 21)


def test_a_number_that_is_written_with_zeros_keeps_them_where_it_is_a_text() -> None:
    source = facts_of(Source, "type: decision\ntitle: 'no'\nlanguage: en\npages: 012\nyear: no\n")
    assert isinstance(source, Source)
    assert (source.title, source.pages, source.year) == ("no", "012", "no")


def test_everything_that_is_wrong_in_a_file_is_told_at_once() -> None:
    text = "nmae: {en: East}\npurpose: holiday\nbegins: 1-2-3-4\nstops:\n  - plcae: isfahan\nhosts: Isfahan\n"
    with pytest.raises(EditorError) as error:
        facts_of(Journey, text)
    found = {(d.rule.code, d.span.line, d.span.column) for d in error.value.diagnostics if d.span}
    assert found == {
        ("R111", 1, 1),  # there is no name, but a field that looks like it: one message is enough
        ("R112", 2, 10),
        ("R130", 3, 9),
        ("R111", 5, 5),
        ("R117", 6, 8),
    }


# ---------------------------------------------------------------- records and settings


def no_look(content: bytes) -> Plate:
    raise AssertionError("there is no picture to look at")


def hafez(**changed: str) -> RecordSource:
    """The folder of a record with a text in two languages, some of its files other ones."""
    files = {
        "en_md": "---\ntitle: Hafez\n---\nA poet of [[shiraz]].\n",
        "fa_md": "---\ntitle: حافظ\n---\nشاعر\n",
        "facts_yaml": "name: {en: Hafez, fa: حافظ}\nborn: 1325~\n",
        **changed,
    }
    named = tuple((name.replace("_", "."), text.encode()) for name, text in sorted(files.items()) if text)
    return RecordSource("people", "hafez", "content/people/hafez", named)


EDITS = [
    hafez(),
    hafez(en_md="---\ntitle: Hafez\n---\nA poet of [[shiraz]] and [[isfahan]].[^1]\n"),
    hafez(en_md="---\ntitle: Hafez of Shiraz\n---\nA poet of [[shiraz]].\n"),
    hafez(en_md="---\ntitel: Hafez\n---\nA poet.\n"),
    hafez(en_md=""),
    hafez(en_md="A poet.\n"),
    hafez(facts_yaml="\nname: {en: Hafez, fa: حافظ}\nborn: 1326~\n"),
    hafez(facts_yaml="name: Hafez\n"),
]


@pytest.mark.parametrize("before", EDITS)
@pytest.mark.parametrize("now", EDITS)
def test_a_record_read_after_another_state_of_it_is_as_if_it_were_read_alone(
    before: RecordSource, now: RecordSource
) -> None:
    codes = ("fa", "en")
    assert read_record(now, codes, no_look, read_record(before, codes, no_look)) == read_record(
        now, codes, no_look
    )


def test_fields_that_are_as_they_were_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_record(hafez(), ("fa", "en"), no_look)
    monkeypatch.setattr("warraq.read.yamltree.read_yaml", None)
    assert read_record(EDITS[1], ("fa", "en"), no_look, before).record
    with pytest.raises(TypeError, match="NoneType"):
        read_record(EDITS[2], ("fa", "en"), no_look, before)


def test_references_in_a_text_know_their_place_in_the_file_and_those_in_code_are_none() -> None:
    text = "---\ntitle: a\n---\nFrom [[isfahan]] `[[code]]`\n\n```\n[[code]]\n```\n\nto [[places/hebron|the city]].\n"
    files = (("en.md", text.encode()), ("facts.yaml", b"name: {en: Hafez}\n"))
    record = read_record(
        RecordSource("people", "hafez", "content/people/hafez", files), ("en",), no_look
    ).record
    assert record is not None
    assert [(ref.target, ref.words, ref.span) for ref in record.tellings[0].references] == [
        ("isfahan", None, Span("content/people/hafez/en.md", 4, 6, 11)),
        ("places/hebron", "the city", Span("content/people/hafez/en.md", 10, 4, 26)),
    ]


def test_a_text_that_cannot_be_read_is_told_once_and_is_not_called_missing(tmp_path: Path) -> None:
    story = "original: fa\nregion: bridge\npublished: 2026-01-01\n"
    report = built(
        site(
            tmp_path,
            {"content/stories/road/facts.yaml": story, "content/stories/road/fa.md": "---\ntitle: راه\n"},
        )
    )
    assert [code for code in codes(report) if code != "C305"] == ["R106"]


def test_what_is_hidden_in_a_folder_is_nobodys_record(tmp_path: Path) -> None:
    files = {
        "content/people/hafez/facts.yaml": "name: {fa: حافظ, ar: حافظ, en: Hafez}\n",
        "content/people/hafez/.fa.md.swp": "half a thought",
        "content/people/_template/facts.yaml": "not fields",
        "content/.git/config": "not fields",
    }
    assert codes(built(site(tmp_path, files))) == []


def test_the_address_of_the_command_line_goes_before_that_of_the_file(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    read = read_site(folders.content, "content", "https://elsewhere.example/a/")
    assert (read.base_url, read.base_path) == ("https://elsewhere.example/a", "/a")
    assert read.codes == ("fa", "ar", "en")
    assert read.preference("ar") == ("ar", "fa", "en")


def test_a_mistake_in_the_settings_is_told_like_any_other(tmp_path: Path) -> None:
    settings = SITE.replace("direction: ltr", "direction: left").replace("tagline:", "tag_line:")
    assert places(built(site(tmp_path, {"content/site.yaml": settings}))) == [
        "R111 site.yaml:2:1",
        "R112 site.yaml:8:34",
    ]


def test_a_file_of_nothing_but_brackets_is_refused_and_does_not_exhaust_us() -> None:
    assert refused("name: " + "[" * 20_000 + "]" * 20_000) == [("R103", 1, 27)]


def test_signs_that_no_reader_sees_are_left_out_of_a_text() -> None:
    # The first is what a word processor writes for a line break; the second could hide a link from the check.
    files = (
        ("facts.yaml", b"name: {en: Hafez}"),
        ("en.md", "---\nsummary: S\n---\nA\x0b poet [\ufdd0[shiraz]].\n".encode()),
    )
    record = read_record(
        RecordSource("people", "hafez", "content/people/hafez", files), ("en",), no_look
    ).record
    assert record is not None
    telling = record.tellings[0]
    assert telling.body == "A poet [[shiraz]].\n"
    assert [reference.target for reference in telling.references] == ["shiraz"]


def test_a_file_name_that_is_not_text_is_told_like_any_other_strange_one(tmp_path: Path) -> None:
    folder = site(tmp_path, {"content/people/hafez/facts.yaml": "name: {fa: حافظ, ar: حافظ, en: Hafez}"})
    strange = os.fsencode(tmp_path / "content/people/hafez") + b"/\xff.md"
    try:
        Path(os.fsdecode(strange)).write_text("…", "utf-8")
    except OSError:
        pytest.skip("this disk refuses such names itself")
    assert "R142" in codes(built(folder))


def test_a_folder_in_the_place_of_a_text_is_told(tmp_path: Path) -> None:
    folder = site(tmp_path, {"content/people/hafez/facts.yaml": "name: {fa: حافظ, ar: حافظ, en: Hafez}"})
    (tmp_path / "content/people/hafez/fa.md").mkdir()
    assert codes(built(folder)) == ["R144"]


LANGUAGES = "languages: {fa: {name: فارسی, direction: rtl, locale: fa_IR}}\n"


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ("languages: {}\n", "R110"),
        (LANGUAGES.replace("fa: {", "../../fa: {"), "R126"),
        (LANGUAGES.replace("fa_IR", "xx_YY"), "R126"),
        (LANGUAGES + "default_language: en\n", "R146"),
        (LANGUAGES.replace("fa_IR", "fa_IR, fallback: [en]"), "R146"),
    ],
)
def test_languages_that_the_site_cannot_have_are_refused(
    tmp_path: Path, languages: str, expected: str
) -> None:
    text = f"title: {{fa: پل}}\ntagline: {{fa: پل}}\ndescription: {{fa: پل}}\nbase_url: https://example.org\n{languages}"
    (tmp_path / "site.yaml").write_text(text, "utf-8")
    with pytest.raises(EditorError) as error:
        read_site(tmp_path, "content")
    assert [d.rule.code for d in error.value.diagnostics] == [expected]


@pytest.mark.parametrize("address", ["https://[x", "https://example.org/?page=1", "https:///bridges"])
def test_an_address_at_which_no_site_can_live_is_refused(tmp_path: Path, address: str) -> None:
    (tmp_path / "site.yaml").write_text(
        f"title: {{fa: پل}}\ntagline: {{fa: پل}}\ndescription: {{fa: پل}}\nbase_url: '{address}'\n{LANGUAGES}",
        "utf-8",
    )
    with pytest.raises(EditorError) as error:
        read_site(tmp_path, "content")
    assert [d.rule.code for d in error.value.diagnostics] == ["R120"]


@pytest.mark.parametrize("written", ["inf", "nan", "1e400"])
def test_what_is_a_number_to_machines_alone_is_refused(written: str) -> None:
    facts = read_yaml(f"name: {{en: River}}\ncoordinates: [{written}, 35.2]\n", FILE)
    with pytest.raises(EditorError) as error:
        read_facts(Place, facts)
    assert [d.rule.code for d in error.value.diagnostics] == ["R119"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names on this system")
def test_a_pipe_in_a_folder_does_not_hold_up_the_build(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/people/hafez/facts.yaml": "name: {fa: حافظ, ar: حافظ, en: Hafez}\n"})
    os.mkfifo(folders.content / "people/hafez/portrait.jpg")
    os.mkfifo(folders.content / "people/hafez/fa.md")
    assert built(folders).ok


@given(
    st.text(
        st.sampled_from([*"هاویيیے ab\n۱", "\u0654", "\u0655", "\u064e", "\u0651", "\u0670", "é", "\u0301"])
    )
)
def test_a_text_is_in_nfc_whatever_marks_stand_in_it(text: str) -> None:
    assert decode(text.encode(), FILE) == unicodedata.normalize("NFC", text)
    # A letter that marks of its own keep in NFC, as in nearly every Persian text.
    assert decode(f"خانهٔ ما {text}".encode(), FILE) == unicodedata.normalize("NFC", f"خانهٔ ما {text}")


@pytest.mark.parametrize(
    "written",
    ["2026-12-01", "۲۰۲۶-۱۲-۰۱", "1405-09-10 SH", "۱۰ آذر ۱۴۰۵", "۱۴۰۵/۹/۱۰ ش", "٢١ جمادى الآخرة ١٤٤٨"],
)
def test_a_day_of_our_time_may_be_of_any_calendar(written: str) -> None:
    facts = facts_of(Page, f"publish: {written}\n")
    assert isinstance(facts, Page)
    assert facts.publish == datetime.date(2026, 12, 1)


@pytest.mark.parametrize("written", ["1405-09-10", "۱۴۰۵/۰۹/۱۰"])
def test_a_day_of_a_year_long_past_wants_its_calendar(written: str) -> None:
    with pytest.raises(EditorError) as error:
        facts_of(Page, f"publish: {written}\n")
    assert [d.rule.code for d in error.value.diagnostics] == ["R153"]
