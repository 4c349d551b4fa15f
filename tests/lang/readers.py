"""The three readers that the tests of language print for."""

from __future__ import annotations

from warraq.lang.language import Language

PERSIAN = Language(
    code="fa", name="فارسی", direction="rtl", locale="fa_IR", digits="arabext",
    calendars=("persian", "islamic", "gregorian"), quotes=("«", "»", "‹", "›"),
)  # fmt: skip
ARABIC = Language(
    code="ar", name="العربية", direction="rtl", locale="ar_PS", digits="arab",
    calendars=("gregorian", "islamic"), months="levantine", quotes=("«", "»", "‹", "›"),
)  # fmt: skip
ENGLISH = Language(code="en", name="English", direction="ltr", locale="en_GB")
READERS = (PERSIAN, ARABIC, ENGLISH)
