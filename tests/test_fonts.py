"""The web fonts that the site serves: they draw every sign we write, stay small and carry their licences."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from warraq.model.site import Colours
from warraq.render.styles import read_assets

ttlib = pytest.importorskip(
    "fontTools.ttLib", reason="fonttools and brotli read woff2 files in this test only"
)
pytest.importorskip("brotli")

ASSETS = Path(__file__).parent.parent / "assets"
FONTS = ASSETS / "fonts"
CSS = (ASSETS / "css" / "fonts.css").read_text(encoding="utf-8")

PERSIAN = (
    "آبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی ئءأؤۀ خانۀ نامهٔ می‌خواهم خانه‌ها مُحمَّد کَرَم مِهر حتماً اللّٰه "
    "۰۱۲۳۴۵۶۷۸۹ ۱٬۲۳۴٫۵ ۵۰٪ «گیومه ‹درون›»، ؛ ؟ ! … – — ( ) [ ] : . / − × ه‍ \u25cc"
)
ARABIC = (
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ٱلرَّحْمَٰنِ قُرْآنٌ كِتَابًا رِحْلَةٍ هـ چ پ گ ژ "
    "٠١٢٣٤٥٦٧٨٩ ١٬٢٣٤٫٥ ٥٠٪ «أقواس»، ؛ ؟ ! … – — ( ) [ ] : . / − × ﴿﴾ \u200c\u200d\u25cc"
)
ARABIC_TITLE = "جسور: أصفهان وفلسطين — رحلةٌ إلى القدس، سنة ٤٣٨ (هـ)؛ لِمَنْ هذا المُؤَلَّفُ؟ «شيء» ٱلله آل ئ ى ضظغثذ"
TRANSLITERATION = (
    "Nāṣir-i Khusraw, ʿAbd Allāh, Qurʾān, ʿĀshūrāʾ, Ḥāfiẓ, Ṭabarī, Ghazālī, Iṣfahān, Khumaynī "
    "ʿʾāēīōū ḥṣṭẓḍ ẕ s̱ ḏṯḵẖ ġšžč ǧḫ ĀĪŪ ḤṢṬẒḌ ḎṮḴ ĠŠŽČ 0123456789 ‘single’ “double” – — …"
)
ENGLISH = TRANSLITERATION + " éèêëïöüäçß « » £ € § © ° · × − † • & @ # % + = ← →"

ARABIC_FACES = [
    *("vazirmatn.woff2", "noto-naskh-arabic.woff2", "amiri-bold.woff2"),
    *("cards/fa-vazirmatn.ttf", "cards/ar-amiri-bold.ttf"),
]


def drawn_by(*files: str) -> set[int]:
    """The code points that at least one of the files has a glyph for."""
    return {point for file in files for point in ttlib.TTFont(FONTS / file).getBestCmap()}


def features_of(file: str) -> set[str]:
    """The OpenType features of a file."""
    font = ttlib.TTFont(FONTS / file)
    records = [record for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord]
    return {record.FeatureTag for record in records}


def undrawn(text: str, *files: str) -> list[str]:
    """The signs of a text that come out as empty boxes: neither whole nor as letter and marks is there a glyph."""
    known = drawn_by(*files)
    return [
        f"{sign} U+{ord(sign):04X}"
        for sign in sorted(set(text))
        if ord(sign) not in known and not {ord(part) for part in unicodedata.normalize("NFD", sign)} <= known
    ]


def weight(*files: str) -> int:
    """The bytes of files together, as sent: woff2 is not compressed again."""
    return sum((FONTS / file).stat().st_size for file in files)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (PERSIAN, ["vazirmatn.woff2"]),
        (ARABIC, ["noto-naskh-arabic.woff2"]),
        (ARABIC_TITLE, ["amiri-bold.woff2"]),
        (ENGLISH, ["source-serif-4.woff2"]),
        (ENGLISH, ["source-serif-4-italic.woff2"]),
        (TRANSLITERATION, ["source-serif-4-guest.woff2", "source-serif-4-guest-marked.woff2"]),
        (PERSIAN, ["cards/fa-vazirmatn.ttf"]),
        (ARABIC + ARABIC_TITLE, ["cards/ar-amiri-bold.ttf"]),
        (ENGLISH, ["cards/en-source-serif-4.ttf"]),
        ("فارسی", ["switch-fa.woff2"]),
        ("العربية", ["switch-ar.woff2"]),
        ("English", ["switch-en.woff2"]),
    ],
)
def test_every_sign_that_the_site_writes_has_a_glyph(text: str, files: list[str]) -> None:
    assert undrawn(text, *files) == []


@pytest.mark.parametrize("file", ["source-serif-4.woff2", "source-serif-4-italic.woff2"])
def test_decomposed_transliteration_is_drawn_too(file: str) -> None:
    assert undrawn(unicodedata.normalize("NFD", TRANSLITERATION), file) == []


def test_letters_that_are_built_from_a_mark_come_from_one_guest_file() -> None:
    assert undrawn("s\u0331 z\u0331 k\u0331 h\u0331", "source-serif-4-guest.woff2") == []


@pytest.mark.parametrize("file", ARABIC_FACES)
def test_the_joiners_and_the_space_that_makes_them_invisible_are_kept(file: str) -> None:
    assert {0x20, 0x200C, 0x200D, 0x25CC} <= drawn_by(file)


@pytest.mark.parametrize("file", ARABIC_FACES)
def test_arabic_letters_can_join_and_carry_marks(file: str) -> None:
    assert {"init", "medi", "fina", "rlig", "ccmp", "mark", "mkmk"} <= features_of(file)


def test_the_one_word_of_the_arabic_switch_joins_although_its_dots_are_marks() -> None:
    assert {"init", "medi", "fina", "ccmp", "mark"} <= features_of("switch-ar.woff2")


@pytest.mark.parametrize("file", ["source-serif-4.woff2", "source-serif-4-italic.woff2"])
def test_latin_has_old_style_and_tabular_figures_and_places_marks(file: str) -> None:
    assert {"onum", "lnum", "tnum", "pnum", "kern", "mark", "mkmk", "ccmp"} <= features_of(file)


def test_fonts_of_a_persian_page_stay_under_45_kilobytes() -> None:
    guests = ["source-serif-4-guest.woff2", "source-serif-4-guest-marked.woff2"]
    assert weight("vazirmatn.woff2", *guests, "switch-ar.woff2", "switch-en.woff2") <= 45 * 1024


def test_fonts_of_an_arabic_page_stay_under_75_kilobytes() -> None:
    switch = ["switch-fa.woff2", "switch-en.woff2"]
    assert weight("noto-naskh-arabic.woff2", "amiri-bold.woff2", *switch) <= 75 * 1024


def test_fonts_of_an_arabic_page_with_latin_words_stay_under_90_kilobytes() -> None:
    guests = ["source-serif-4-guest.woff2", "source-serif-4-guest-marked.woff2"]
    switch = ["switch-fa.woff2", "switch-en.woff2"]
    assert weight("noto-naskh-arabic.woff2", "amiri-bold.woff2", *guests, *switch) <= 90 * 1024


def test_fonts_of_an_english_page_stay_under_65_kilobytes() -> None:
    latin = ["source-serif-4.woff2", "source-serif-4-italic.woff2"]
    assert weight(*latin, "switch-fa.woff2", "switch-ar.woff2") <= 65 * 1024


def test_the_style_sheet_and_the_folder_name_the_same_files() -> None:
    assert set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', CSS)) == {
        file.name for file in FONTS.glob("*.woff2")
    }


def test_the_fonts_of_share_images_are_not_served() -> None:
    served = {node.path.rpartition(".")[2] for node in read_assets(ASSETS, Colours()).nodes}
    assert "woff2" in served
    assert not served & {"ttf", "otf"}


def test_the_style_sheet_asks_no_other_house() -> None:
    assert not re.search(r"https?:|//[a-z]", CSS)


def test_every_face_of_ours_shows_text_before_it_has_arrived() -> None:
    served = [block for block in re.findall(r"@font-face \{.*?\}", CSS, re.DOTALL) if "url(" in block]
    assert served
    assert all("font-display: fallback" in block for block in served)


@pytest.mark.parametrize("family", ["Vazirmatn", "NotoNaskhArabic", "Amiri", "SourceSerif4"])
def test_each_family_has_its_licence_and_copyright_line_beside_it(family: str) -> None:
    licence = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright ")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    # A reserved name would forbid a subset under the same name.
    assert "with Reserved Font Name" not in licence
