"""Folding of texts for search: spellings that a reader does not tell apart become the same.

Each character is folded alone: compatibility composition, lower case, compatibility decomposition; marks and
controls go, variants of letters are replaced, digits become 0–9, and what is no letter, mark or number parts words.
Letters that differ in dots are never merged. `folding_script` gives the same functions to browsers.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from warraq.lang.folding_characters import fold_char
from warraq.lang.folding_tables import PERSIAN_ENDINGS, PLURAL_WORDS
from warraq.lang.folding_words import (
    JOINT,
    KEPT_CHUNKS,
    is_article,
    parts_of,
    together_of,
    variants_of,
    words_of,
    words_of_chunk,
)


def fold(text: str) -> str:
    """The text as it is searched: one spelling for each letter, no marks, digits 0–9, joined at ZWNJ.

    Words stay apart as in the text; every run of spaces and signs becomes one space. Folding twice changes
    nothing.
    """
    return " ".join(word.joined for word in words_of(text))


def fold_words(text: str) -> tuple[str, ...]:
    """The words to index, each once, in the order of the text.

    Beside the folded words: both parts of words with ZWNJ, words without a Persian plural or comparative
    ending, without a final ء, without the Arabic article (ال, al-) and what is written with it (`والقدس`), without
    *’s* and *l’*, words with *sh* for *š*, and neighbours joined (`ابن سینا` is also found as `ابنسینا`).
    """
    forms = [form for chunk in text.split() for form in _forms_in(chunk)]
    forms += [several.joined for several in together_of(words_of(text))]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=KEPT_CHUNKS)
def _forms_in(chunk: str) -> tuple[str, ...]:
    """The forms of each word in a piece of text without white space, whatever stands beside it."""
    forms: list[str] = []
    for word in words_of_chunk(chunk):
        parts = parts_of(word)
        forms += (word.joined, *parts)
        if len(parts) > 2:
            forms += [first + second for first, second in pairwise(parts)]
        forms += variants_of(word)
    return tuple(dict.fromkeys(forms))


def fold_query(query: str) -> tuple[tuple[str, ...], ...]:
    """What a text must hold to be found: of each group of indexed words (`fold_words`) at least one.

    A group stands for a word of the query, or a part of it before or after ZWNJ. What readers write and leave out
    at will has no group: the article where it stands apart, ها where it does, Persian endings after ZWNJ. An empty
    result asks for nothing, and no text answers it.
    """
    words = words_of(query)
    groups = []
    together = together_of(words)
    for number, word in enumerate(words):
        following = words[number + 1 : number + 2]
        if following and is_article(word.joined, following[0].joined):
            continue
        if number and word.joined in PLURAL_WORDS:
            continue
        neighbours = [several.joined for several in together if several.first <= number <= several.last]
        forms = (word.joined, *variants_of(word), *neighbours)
        parts = parts_of(word)
        stems = [part for part in parts[1:] if part not in PERSIAN_ENDINGS]
        for part in (*parts[:1], *stems) or (word.joined,):
            groups.append(tuple(dict.fromkeys((*forms, part))))
    return tuple(groups)


def matches(query: str, text: str) -> bool:
    """Whether a reader who searches for the query finds the text: it holds every word, in any spelling and order."""
    groups = fold_query(query)
    if not groups:
        return False
    words = set(fold_words(text))
    return all(not words.isdisjoint(group) for group in groups)


def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text, as `fold` gives it, and for each of its characters the offset in the text that it is from.

    It serves to mark a found word in the original text: offsets count characters (code points). A space has the
    offset of the first character between its words.
    """
    folded: list[str] = []
    offsets: list[int] = []
    gap: int | None = None
    for offset, char in enumerate(text):
        for result in fold_char(char):
            if result == " ":
                gap = offset if gap is None else gap
            elif not JOINT.match(result):
                if gap is not None and folded:
                    folded.append(" ")
                    offsets.append(gap)
                gap = None
                folded.append(result)
                offsets.append(offset)
    return "".join(folded), tuple(offsets)
