"""Share images: right in every script, small whatever they show, the same everywhere, and safe from what is written."""

from __future__ import annotations

import hashlib
import os
import pickle
import random
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor

from warraq.art import Palette, families
from warraq.cards import NoShareCard, ShareCard, read_fonts
from warraq.cards.__main__ import main
from warraq.cards.contact import contact_sheet
from warraq.cards.draw import draw_share_card
from warraq.cards.leaf import window
from warraq.cards.typesetting import typesetter
from warraq.cards.wording import ready
from warraq.model.worded import Words

pytest.importorskip("typst", reason="there is no wheel for this machine, and its pages share one picture")

REPOSITORY = Path(__file__).resolve().parents[2]
FONTS = read_fonts(REPOSITORY / "assets/fonts/cards")
PALETTE = Palette()
SIZE = (1200, 630)


def card(title: str, language: str = "fa", **more: object) -> ShareCard:
    direction = "ltr" if language == "en" else "rtl"
    values = {
        "title": Words(title, language, direction),
        "language": language,
        "direction": direction,
        "seed": "bridge",
        "palette": PALETTE,
    }
    return ShareCard(**(values | more))  # type: ignore[arg-type]


def image(drawn: bytes) -> Image.Image:
    return Image.open(BytesIO(drawn)).convert("RGB")


def ink(title: str, language: str = "fa") -> tuple[int, int, int, int]:
    """The box of the dark ink on the paper of a card that shows nothing but a title."""
    bare = draw_share_card(card(title, language), FONTS)
    whole = image(bare)
    paper = whole.crop((520, 60, 1130, 480) if language != "en" else (70, 60, 720, 480)).convert("L")
    box = paper.point(lambda light: 255 if light < 100 else 0).getbbox()
    assert box is not None
    return box


def photograph(kind: str) -> bytes:
    """A picture that is hard to make small: noise, or waves of colour with grain on them."""
    chance = random.Random(7)  # noqa: S311 - noise that is the same in every run
    wide, high = 420, 630
    if kind == "noise":
        made = Image.frombytes("RGB", (wide, high), chance.randbytes(wide * high * 3))
    else:
        bands = [Image.linear_gradient("L").resize((wide, high)).rotate(turn) for turn in (0, 90, 45)]
        grain = Image.frombytes("RGB", (wide, high), chance.randbytes(wide * high * 3))
        made = Image.blend(Image.merge("RGB", bands), grain, 0.15)
    out = BytesIO()
    made.save(out, "JPEG", quality=90)
    return out.getvalue()


# ------------------------------------------------------------ size and weight


@pytest.mark.parametrize(
    ("language", "voice"), [("fa", "isfahan"), ("ar", "palestine"), ("en", "bridge")], ids=lambda each: each
)
def test_a_card_is_1200_by_630_pixels_and_weighs_less_than_120_kilobytes(language: str, voice: str) -> None:
    drawn = draw_share_card(card("۱۴۰۳ Warraq ورّاق", language, voice=voice, line="1004–1088"), FONTS)
    assert drawn.startswith(b"\x89PNG")
    assert image(drawn).size == SIZE
    assert len(drawn) < 120_000


@pytest.mark.parametrize("family", families())
def test_the_ornament_of_every_family_stays_small(family: str) -> None:
    assert len(draw_share_card(card("پل", family=family), FONTS)) < 120_000


@pytest.mark.parametrize("kind", ["noise", "grain"])
def test_a_picture_that_can_hardly_be_made_small_is_made_small(kind: str) -> None:
    drawn = draw_share_card(card("پل", picture=photograph(kind)), FONTS)
    assert image(drawn).size == SIZE
    assert len(drawn) < 120_000


MIXED = st.text(
    st.one_of(
        st.sampled_from("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأؤۀ\u200c ،؛؟«»ًٌٍَُِّ۰۱۲۳۴۵۶۷۸۹ةيكىإٱ٠١٢٣٤٥٦٧٨٩"),
        st.sampled_from(sorted(map(chr, typesetter(FONTS).letters))),
        st.characters(max_codepoint=0x7F),
        st.sampled_from(
            "s̱ẕ\u2066\u2067\u2068\u2069\u202a\u202e\u200e\u200f\u061c\n\t\0😀🏳\ufe0f\u2060\u00ad\ud800"
        ),
    ),
    max_size=160,
)
"""Letters of all three scripts, every sign that a face has, ASCII with its controls, and the invisible ones."""


@settings(max_examples=20, deadline=None, derandomize=True)
@given(title=MIXED, line=MIXED, language=st.sampled_from(["fa", "ar", "en"]))
def test_no_words_however_mixed_keep_a_card_from_being_drawn(title: str, line: str, language: str) -> None:
    mixed = card(f"{title} پل", language, line=line, kicker=line[:20], site=title[:40])
    drawn = draw_share_card(mixed, FONTS)
    assert image(drawn).size == SIZE
    assert len(drawn) < 120_000


# ------------------------------------------------------------ the same everywhere


def test_a_card_is_the_same_in_another_process_with_another_locale_and_without_fonts_of_the_system(
    tmp_path: Path,
) -> None:
    values = card("ناصرخسرو: Safarnāma", line="۱۰۰۴–۱۰۸۸", picture=photograph("grain"))
    here = hashlib.sha256(draw_share_card(values, FONTS)).hexdigest()
    assert hashlib.sha256(draw_share_card(values, FONTS)).hexdigest() == here
    script = (
        "import hashlib, pickle, sys\n"
        "from warraq.cards.draw import draw_share_card\n"
        "values, fonts = pickle.loads(sys.stdin.buffer.read())\n"
        "print(hashlib.sha256(draw_share_card(values, fonts)).hexdigest())\n"
    )
    nowhere = str(tmp_path)
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        input=pickle.dumps((values, FONTS)),
        env={
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "C",
            "HOME": nowhere,
            "FONTCONFIG_FILE": str(tmp_path / "none.conf"),
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        },
        cwd=nowhere,
        capture_output=True,
        check=True,
    )
    assert elsewhere.stdout.decode().strip() == here


def test_fonts_are_known_by_what_is_in_the_files(tmp_path: Path) -> None:
    face = FONTS.folder / "fa-vazirmatn.ttf"
    (tmp_path / "fa-face.ttf").write_bytes(face.read_bytes())
    before = read_fonts(tmp_path).mark
    assert read_fonts(tmp_path).mark == before
    (tmp_path / "fa-face.ttf").write_bytes(face.read_bytes() + b"\0")
    assert read_fonts(tmp_path).mark != before


# ------------------------------------------------------------ script


def test_letters_join() -> None:
    left, _, right, _ = ink("سس")
    joined = right - left
    left, _, right, _ = ink("س\u200cس")
    assert joined < right - left - 10


def test_a_half_space_is_not_a_space_and_not_nothing() -> None:
    joined, halved, spaced = (draw_share_card(card(word), FONTS) for word in ("پلها", "پل‌ها", "پل ها"))
    assert len({joined, halved, spaced}) == 3


def test_vowel_signs_are_set_on_their_letters() -> None:
    bare, marked = ink("کرم"), ink("کُرُم")
    assert (marked[0], marked[2]) == (bare[0], bare[2])
    assert marked[1] < bare[1]


def test_a_title_begins_where_its_script_begins() -> None:
    paper = 610
    assert paper - ink("پل", "fa")[2] < 25
    assert paper - ink("جسر", "ar")[2] < 25
    assert ink("Bridge", "en")[0] < 25


def test_a_bracket_of_a_title_from_right_to_left_opens_to_the_left() -> None:
    whole = image(draw_share_card(card("(", line=""), FONTS)).crop((520, 60, 1130, 480)).convert("L")
    shape = whole.point(lambda light: 255 if light < 128 else 0).crop(ink("("))
    middle = shape.height // 2
    ends = shape.crop((0, 0, shape.width, 8)).getbbox()
    waist = shape.crop((0, middle - 4, shape.width, middle + 4)).getbbox()
    assert ends is not None
    assert waist is not None
    assert waist[2] > ends[2]


def test_years_are_read_in_the_direction_of_the_page() -> None:
    def set_as(line: str) -> bytes:
        return draw_share_card(card("پل", line=line), FONTS)

    from_the_right, from_the_left = "\u2067۱۰۰۴–۱۰۸۸\u2069", "\u2066۱۰۰۴–۱۰۸۸\u2069"
    assert set_as("۱۰۰۴–۱۰۸۸") == set_as(from_the_right)
    assert set_as("۱۰۰۴–۱۰۸۸") != set_as(from_the_left)
    # In the other order from the left, the years stand where they stood.
    assert set_as("۱۰۰۴–۱۰۸۸") == set_as("\u2066۱۰۸۸–۱۰۰۴\u2069")


def test_what_is_read_from_the_left_keeps_its_order_in_a_title_from_the_right() -> None:
    drawn, isolated, moved = (
        draw_share_card(card(f"زبان {each} و شعر"), FONTS) for each in ("C++", "\u2066C++\u2069", "++C")
    )
    assert drawn == isolated
    assert drawn != moved


def test_two_halves_of_a_title_get_a_line_each() -> None:
    one, two = ink("ناصرخسرو", "fa"), ink("ناصرخسرو: مسافر", "fa")
    assert two[3] - two[1] > 1.4 * (one[3] - one[1])


def test_an_article_stays_with_its_noun() -> None:
    broken = "Aḥsan al-taqāsīm fī maʿrifat al-aqālīm"
    kept = broken.replace("al-aqālīm", "al-\u2060aqālīm")
    assert draw_share_card(card(broken, "en"), FONTS) == draw_share_card(card(kept, "en"), FONTS)


# ------------------------------------------------------------ what is written


@pytest.mark.parametrize(
    "title",
    [
        '#panic("stop")',
        '#text(fill: red)[x] #image("fa-vazirmatn.ttf")',
        '"); #read("/etc/passwd") ("',
        "$ x^2 $ *bold* _em_ = heading",
        "\\u{41} \\ // comment /* */ `raw` @label <label>",
        "'); </svg><script>",
    ],
)
def test_what_looks_like_markup_is_set_as_it_is_written(title: str) -> None:
    drawn = draw_share_card(card(title, "en"), FONTS)
    # The template knows no red: only a command that had been obeyed could have set any.
    paper = image(drawn).crop((70, 60, 720, 560))
    assert not any(
        red > 200 and green < 90 and blue < 90 for _, (red, green, blue) in paper.getcolors(1 << 20) or []
    )
    assert drawn != draw_share_card(card(title[1:], "en"), FONTS)


@pytest.mark.parametrize("title", ["بسیار " * 80, "ا" * 400, "x" * 400, "\u2068" * 40 + "متن " * 200])
def test_what_is_too_long_is_cut_and_stays_on_its_paper(title: str) -> None:
    whole, other = (image(draw_share_card(card(each), FONTS)).convert("L") for each in (title, "."))
    # The palette of the ornament is not quite the same beside other words.
    changed = ImageChops.difference(whole, other).point(lambda step: 255 if step > 48 else 0).getbbox()
    assert changed is not None
    left, top, right, bottom = changed
    assert 500 <= left < right <= 1120
    assert 70 <= top < bottom <= 560


def test_pictographs_are_left_out() -> None:
    assert draw_share_card(card("پل 😀\ufe0f"), FONTS) == draw_share_card(card("پل"), FONTS)


def test_a_name_is_not_shown_with_a_hole_in_it() -> None:
    with pytest.raises(NoShareCard, match=r"U\+6F22"):
        draw_share_card(card("漢字"), FONTS)


@pytest.mark.parametrize("title", ["", " \n", "😀", "\u2068\u2069"])
def test_a_card_without_a_word_is_not_drawn(title: str) -> None:
    with pytest.raises(NoShareCard):
        draw_share_card(card(title), FONTS)


def titles_of_the_house() -> dict[str, list[str]]:
    """The titles of all texts of the house, and the names in its facts, by language."""
    found: dict[str, list[str]] = {"fa": [], "ar": [], "en": []}
    for path in sorted((REPOSITORY / "content").glob("*/*/*")):
        text = path.read_text("utf-8")
        if path.suffix == ".md" and path.stem in found:
            found[path.stem] += re.findall(r"^title: *[\"']?(.+?)[\"']? *$", text, re.MULTILINE)
        elif path.name == "facts.yaml":
            for language in found:
                found[language] += re.findall(rf"^  {language}: *[\"']?(.+?)[\"']? *$", text, re.MULTILINE)
    return found


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_the_longest_titles_of_the_house_are_not_cut(language: str) -> None:
    titles = titles_of_the_house()[language]
    assert len(titles) > 50
    for title in sorted(titles, key=len)[-3:]:
        # What is cut ends alike, however it went on.
        longer = draw_share_card(card(f"{title} ا"), FONTS)
        assert draw_share_card(card(title), FONTS) != longer


def test_every_letter_that_the_house_writes_can_be_set() -> None:
    files = (path for path in (REPOSITORY / "content").rglob("*") if path.suffix in {".md", ".yaml"})
    written = "".join(sorted({sign for path in files for sign in path.read_text("utf-8") if sign.isalnum()}))
    assert ready(written, "ltr", typesetter(FONTS).letters).strip("\u2066\u2068\u2069") == written


# ------------------------------------------------------------ colours


@pytest.mark.parametrize("picture", [None, "grain"])
def test_the_emblem_keeps_its_colours_on_a_page_of_others(picture: str | None) -> None:
    blue = card("پل", voice="isfahan", picture=photograph(picture) if picture else None, site="پل‌ها")
    colours = {
        colour
        for _, colour in image(draw_share_card(blue, FONTS)).crop((1040, 490, 1130, 570)).getcolors(9000)
    }

    def near(colour: str) -> int:
        wanted = ImageColor.getrgb(colour)
        return min(max(abs(a - b) for a, b in zip(wanted, each, strict=True)) for each in colours)

    assert near(PALETTE.paper) == 0
    assert near(PALETTE.madder) < 12
    assert near(PALETTE.lapis) < 12


# ------------------------------------------------------------ the picture


@pytest.mark.parametrize("language", ["fa", "en"])
def test_nothing_covers_the_picture(language: str) -> None:
    out = BytesIO()
    Image.new("RGB", (368, 558), "#3a7f21").save(out, "PNG")
    long = card("بسیار " * 40, language, picture=out.getvalue(), line="۱۰۰۴", kicker="داستان", site="پل‌ها")
    shown = image(draw_share_card(long, FONTS)).crop(window(long))
    assert shown.getcolors() == [(368 * 558, (0x3A, 0x7F, 0x21))]


def test_a_picture_stands_at_the_end_of_the_line() -> None:
    assert window(card("پل", "fa"))[0] < 600
    assert window(card("Bridge", "en"))[0] > 600


def test_a_picture_that_cannot_be_read_is_no_reason_to_stop() -> None:
    with pytest.raises(NoShareCard):
        draw_share_card(card("پل", picture=b"no picture"), FONTS)


def test_a_transparent_picture_lies_on_paper() -> None:
    out = BytesIO()
    Image.new("RGBA", (368, 558), "#00000000").save(out, "PNG")
    shown = card("پل", picture=out.getvalue())
    colours = image(draw_share_card(shown, FONTS)).crop(window(shown)).getcolors()
    assert colours == [(368 * 558, (0xF6, 0xEF, 0xE0))]


# ------------------------------------------------------------ faces


def test_without_the_typesetter_there_is_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    unread = replace(FONTS, mark="not kept by an earlier test")
    with pytest.raises(NoShareCard, match="not installed"):
        draw_share_card(card("پل"), unread)


def test_a_folder_without_fonts_draws_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoShareCard, match="no font"):
        draw_share_card(card("پل"), read_fonts(tmp_path / "none"))


def test_another_city_brings_its_own_face_by_the_code_of_its_language(tmp_path: Path) -> None:
    for name in ("fa-vazirmatn.ttf", "ar-amiri-bold.ttf"):
        (tmp_path / f"ur{name[2:]}" if name.startswith("fa") else tmp_path / name).write_bytes(
            (FONTS.folder / name).read_bytes()
        )
    setter = typesetter(read_fonts(tmp_path))
    assert setter.families_for("ur") == ("Vazirmatn", "Amiri")
    assert setter.families_for("ar") == ("Amiri", "Vazirmatn")


def test_the_contact_sheet_shows_each_card_large_and_small(tmp_path: Path) -> None:
    sheet = contact_sheet([card("پل")], FONTS)
    assert re.findall(r'width="(\d+)"', sheet) == ["600", "300"]


def test_the_command_line_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
