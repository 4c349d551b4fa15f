"""Three languages and a small site around a text, as all tests of this folder see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from warraq.lang.language import Language
from warraq.model.figure import Figure, Image
from warraq.model.worded import Words
from warraq.render.markup import MarkupWords, TextContext, TextLink, convert
from warraq.render.markup.plain import plain_text

LANGUAGES = {
    "fa": Language(code="fa", name="فارسی", direction="rtl", locale="fa_IR", digits="arabext"),
    "ar": Language(code="ar", name="العربية", direction="rtl", locale="ar_PS", digits="arab"),
    "ar-latn": Language(code="ar", name="العربية", direction="rtl", locale="ar_MA", digits="latn"),
    "en": Language(code="en", name="English", direction="ltr", locale="en_GB", digits="latn"),
}
FA_WORDS = MarkupWords(
    notes="یادداشت‌ها",
    note="یادداشت {number}",
    back="بازگشت به متن، یادداشت {number}",
    table="جدول {number}",
    contents="فهرست",
    glosses="واژه‌های این متن",
)
AR_WORDS = MarkupWords(
    notes="الحواشي",
    note="حاشية {number}",
    back="عودة إلى النص، حاشية {number}",
    table="جدول {number}",
    contents="المحتويات",
    glosses="مصطلحات هذا النصّ",
)
EN_WORDS = MarkupWords(
    notes="Notes",
    note="note {number}",
    back="Back to the text, note {number}",
    table="Table {number}",
    contents="Contents",
    glosses="Words in this text",
)
WORDS = {"fa": FA_WORDS, "ar": AR_WORDS, "ar-latn": AR_WORDS, "en": EN_WORDS}
LINKS = (
    ("isfahan", TextLink(href="../isfahan/", title="اصفهان")),
    ("people/nasir-khusraw", TextLink(href="../nasir-khusraw/", title="ناصر خسرو")),
    ("iwan", TextLink(href="../iwan/", title="ایوان", kind="terms")),
    ("shiraz", TextLink(href="../shiraz/", title="شیراز", language="fa", direction="rtl")),
    ("travels", TextLink(href="../travels/", title="Travels & Tales", language="en", direction="ltr")),
)


def _image(name: str, width: int = 960, height: int = 640) -> Image:
    return Image(src=f"{name}.jpg", width=width, height=height, webp=f"{name}.360.webp 360w", tone="c3")


BRIDGE = Figure(
    image=_image("b"),
    alt=Words("پلی سنگی", "fa", "rtl"),
    caption=Words("سی‌وسه‌پل", "fa", "rtl"),
    credit=Words("Ernst Hoeltzer", "en", "ltr"),
    rights=Words("CC BY 4.0", "en", "ltr"),
    rights_href="https://creativecommons.org/licenses/by/4.0/",
    href="large.jpg",
)
PLAIN = Figure(
    image=_image("p"), alt=Words("Plain", "en", "ltr"), caption=None, credit=None, rights=None, rights_href=""
)
PICTURES = (
    ("bridge.jpg", BRIDGE),
    ("plain.jpg", PLAIN),
    ("works/canon/leaf.jpg", replace(PLAIN, image=_image("l", 600, 900))),
    ("line.png", replace(PLAIN, alt=None)),
)
"""One of which everything is declared, one of which nearly nothing is, a tall one of another record, and ornament."""


def context(language: str, **changes: object) -> TextContext:
    """The context of a text in one of the languages above."""
    return TextContext(
        language=LANGUAGES[language], words=WORDS[language], links=LINKS, pictures=PICTURES, **changes
    )  # type: ignore[arg-type]


def read_cases() -> list[object]:
    """Every case of `cases/*.md`: language, Markdown and HTML, under the title that the file gives it.

    A case is `# language: title`, the Markdown, a line of five dots, the HTML.
    """
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.md")):
        for case in path.read_text(encoding="utf-8").split("\n=====\n"):
            heading, _, rest = case.strip("\n").partition("\n")
            language, _, title = heading.removeprefix("# ").partition(": ")
            source, _, expected = rest.partition("\n.....\n")
            found.append(pytest.param(language, source, expected.strip("\n"), id=f"{path.stem}: {title}"))
    return found


def plain(source: str, code: str) -> str:
    """The words of a Markdown text, converted in a language."""
    return plain_text(convert(source, context(code)).html, context(code).language)
