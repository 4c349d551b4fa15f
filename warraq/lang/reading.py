"""How long a text takes to read: words counted, and the words that readers of a language read in a minute.

Silent reading of English that is no fiction: 238 words a minute on average (M. Brysbaert, “How many words do we read
per minute? A review and meta-analysis of reading rate”, Journal of Memory and Language 109, 2019, 104047; 190 studies).
The same survey has 181 for Arabic, whose words carry their articles and conjunctions with them.

For Persian we know of no study. The survey finds that rates differ between languages as the number of words does that
they need to say the same; our own Persian texts need nine words where the English ones need ten, which gives some 215.
Taken is 200, to promise too little rather than too much, and the same for every language that is not in the table. A
site that knows better says so: `reading_speed` in its settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS_PER_MINUTE: Final[Mapping[str, int]] = {"ar": 181, "en": 238, "fa": 200}

USUAL: Final = 200
"""Words a minute in a language that is not in the table."""

_ALONE: Final = tuple(f" {sign} " for sign in "–—-/…·|+=&")
"""Signs that are no words, though gaps stand around them."""


def words_in(text: str) -> int:
    """How many words a text has, where words stand apart: what stands between two gaps and is no lone sign.

    A zero-width non-joiner is no gap: «می‌نویسد» is one word.
    """
    return len(text.split()) - sum(map(text.count, _ALONE))


def reading_speed(code: str) -> int:
    """The words that are read in a minute in a language, by its code: `fa`, `en-GB`."""
    return WORDS_PER_MINUTE.get(code.partition("-")[0].lower(), USUAL)


def minutes_to_read(words: int, speed: int) -> int:
    """The minutes that so many words take at so many a minute; never less than one."""
    return max(1, round(words / speed))
