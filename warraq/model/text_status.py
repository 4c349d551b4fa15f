"""How it stands with a text: the states, and the words for them."""

from __future__ import annotations

from typing import Final

from warraq.model.words import N_

ORIGINAL, OWN, CURRENT, OLDER, PARTLY, UNMARKED, MISSING = (
    "original", "own", "current", "older", "partly", "unmarked", "missing",
)  # fmt: skip

STATES: Final[dict[str, str]] = {
    ORIGINAL: N_("original"),
    OWN: N_("own text"),
    CURRENT: N_("current"),
    OLDER: N_("older than its original"),
    PARTLY: N_("partly written"),
    UNMARKED: N_("not compared yet"),
    MISSING: N_("missing"),
}
"""The states in the order in which boards and tables give them, each with its word in the catalogue."""

MEANINGS: Final[dict[str, str]] = {
    ORIGINAL: N_("The text that the story began in."),
    OWN: N_("Written for its own readers, not translated; nothing is compared."),
    CURRENT: N_("Says what its original says today."),
    OLDER: N_("Passages of its original have changed since it was last held against it."),
    PARTLY: N_("Some passages are still to be written."),
    UNMARKED: N_("A translation of which nobody has said yet that it agrees with its original."),
    MISSING: N_("There is no text in this language."),
}

WAITING: Final = frozenset({OLDER, PARTLY, UNMARKED})
"""What waits for a translator. That a text is missing may well be meant."""

CHANGES: Final[dict[str, str]] = {
    "changed": N_("changed"),
    "added": N_("new"),
    "removed": N_("taken out"),
    "moved": N_("moved"),
}
"""What may have become of a passage of the original."""

SEGMENTS: Final[dict[str, str]] = {
    "title": N_("title"),
    "summary": N_("summary"),
    "heading": N_("heading"),
    "paragraph": N_("paragraph"),
    "bulleted list": N_("list"),
    "numbered list": N_("list"),
    "quotation": N_("quotation"),
    "definitions": N_("explanations"),
    "table": N_("table"),
    "picture": N_("picture"),
    "poem": N_("poem"),
    "note": N_("footnote"),
    "abbreviation": N_("abbreviation"),
    "element": N_("passage"),
    "fence": N_("passage"),
    "code": N_("passage"),
    "rule": N_("passage"),
}
"""What kinds of passage a text is made of, in words."""

NO_EARLIER_WORDS: Final = N_("What stood there before is not in the history of the file.")
