"""How long a text takes to read."""

from __future__ import annotations

import pytest

from warraq.lang.reading import USUAL, minutes_to_read, reading_speed, words_in


def test_each_language_has_its_speed_and_all_others_a_careful_one() -> None:
    assert (reading_speed("en"), reading_speed("en-GB"), reading_speed("ar"), reading_speed("fa")) == (
        238,
        238,
        181,
        200,
    )
    assert reading_speed("ur") == USUAL == 200


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (30, 1), (299, 1), (301, 2), (1000, 5), (1099, 5), (1101, 6)]
)
def test_minutes_are_whole_and_never_none(words: int, minutes: int) -> None:
    assert minutes_to_read(words, 200) == minutes


def test_a_sign_alone_is_no_word_and_a_joiner_parts_none() -> None:
    assert words_in("می‌رود – به خانه / می‌آید … باز") == 5
