"""The words of each language, and the cost of loading them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.lang.readers import READERS
from warraq.lang.words import month_names

HEAVY = ("babel", "persiantools", "hijridate", "yaml", "edtf", "convertdate")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.code)
@pytest.mark.parametrize("calendar", ["gregorian", "persian", "islamic"])
def test_every_language_has_twelve_different_months_in_each_calendar(reader, calendar):
    assert len(set(month_names(reader, calendar))) == 12


@pytest.mark.parametrize(
    "module",
    [
        "calendars",
        "cldr",
        "collation",
        "date_text",
        "dates",
        "direction",
        "folding",
        "lifespan",
        "lists",
        "numbers",
        "scripts",
        "words",
    ],
)
def test_importing_a_module_of_language_loads_no_library(module):
    code = f"import sys, warraq.lang.{module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert loaded.strip() == ""
